import { linesOf } from '../decode.js'
import { perPurse, PURSES, type Purse } from '../verdict/purses.js'
import { type Reading, READINGS_MAX } from './readings.js'

/** What the text of an issue says of the history. `why`: our own words, to follow "the history cannot be read: ". */
export type Block =
  | { readonly kind: 'readings'; readonly readings: readonly Reading[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly why: string }

/** In the first line and in the last, so that a block with a damaged or missing end is never taken for none. */
const NAME = 'pixverse-balance-history'
const FIRST_LINE = `<!-- ${NAME} v1`
const LAST_LINE = `end of ${NAME} -->`

/** The end of the year 9999: later times have no date in the usual form. */
const AT_MAX = 253_402_300_799

/**
 * The readings as an HTML comment, which is not shown: a header that names the columns, then a line of whole numbers
 * for each reading, so that nothing inside can close the comment. With two purses at most 30,000 of the 65,536
 * characters of an issue.
 * @param readings as `addReading` returned them
 */
export function writeBlock(readings: readonly Reading[]): string {
  const rows = readings.map(({ at, credits, unseen = 0 }) => [at, ...PURSES.map((purse) => credits[purse]), unseen])
  return [FIRST_LINE, ...[columnsOf(PURSES), ...rows].map((cells) => cells.join(' ')), LAST_LINE].join('\n')
}

/**
 * Reads the one block in the text of an issue. Never throws: what `writeBlock` would not have written is unreadable,
 * but for other line ends, which GitHub may hand back. A known purse that the header lacks was added later and counts
 * as 0 until then: its first balance is a rise, which no pace counts.
 */
export function readBlock(issueBody: string): Block {
  const marks = issueBody.split(NAME).length - 1
  if (marks === 0) return { kind: 'none' }
  if (marks > 2) return unreadable('there is more than one block')

  const lines = linesOf(issueBody)
  const [first, last] = [lines.indexOf(FIRST_LINE), lines.indexOf(LAST_LINE)]
  if (first === -1 || last === -1) return unreadable('the first or the last line of the block was changed')
  const [header = '', ...rows] = lines.slice(first + 1, last)
  const purses = PURSES.filter((purse) => header.split(' ').includes(purse))
  const columns = columnsOf(purses)
  if (purses.length === 0 || header !== columns.join(' ')) return unreadable('its header does not name known purses')
  if (rows.length > READINGS_MAX) return unreadable(`it has more than ${READINGS_MAX} readings`)

  const readings: Reading[] = []
  for (const row of rows) {
    const reading = readingIn(row, columns)
    const number = readings.length + 1
    if (reading === undefined) return unreadable(`reading ${number} of ${rows.length} is not a row of whole numbers`)
    if (reading.at <= (readings.at(-1)?.at ?? -1)) {
      return unreadable(`reading ${number} of ${rows.length} is not later than the one before`)
    }
    readings.push(reading)
  }
  return { kind: 'readings', readings }
}

function unreadable(why: string): Block {
  return { kind: 'unreadable', why }
}

function columnsOf(purses: readonly Purse[]): readonly string[] {
  return ['at', ...purses, 'unseen']
}

/** A balance may be below 0; times and `unseen` may not. */
function readingIn(row: string, columns: readonly string[]): Reading | undefined {
  const numbers = row.split(' ').map(wholeNumber)
  const cell = (column: string): number => numbers[columns.indexOf(column)] ?? 0
  const [at, unseen] = [cell('at'), cell('unseen')]
  if (numbers.length !== columns.length || !numbers.every(Number.isSafeInteger)) return undefined
  if (at < 0 || at > AT_MAX || unseen < 0) return undefined
  const reading = { at, credits: perPurse(cell) }
  return unseen === 0 ? reading : { ...reading, unseen }
}

/** Written the one way that `writeBlock` does; NaN otherwise. */
function wholeNumber(text: string): number {
  const number = Number(text)
  return String(number) === text ? number : NaN
}
