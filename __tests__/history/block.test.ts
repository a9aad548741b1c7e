import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Block, readBlock, writeBlock } from '../../src/history/block.js'
import { type Reading, READINGS_MAX } from '../../src/history/readings.js'
import { perPurse } from '../../src/verdict/purses.js'
import { credits } from '../support/purses.js'

const READINGS: readonly Reading[] = [
  { at: 1_790_000_000, credits: credits({ monthly: 1200 }) },
  { at: 1_790_003_600, credits: credits({ monthly: 900, package: 5000 }), unseen: 45 },
]

const BLOCK = `<!-- pixverse-balance-history v1
at monthly package unseen
1790000000 1200 0 0
1790003600 900 5000 45
end of pixverse-balance-history -->`

const LAST_SECOND_OF_9999 = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000

/** A block with other rows, and perhaps another header. */
function blockOf(rows: readonly string[], header = 'at monthly package unseen'): string {
  return ['<!-- pixverse-balance-history v1', header, ...rows, 'end of pixverse-balance-history -->'].join('\n')
}

/** Readings that a block may hold. */
const histories: fc.Arbitrary<readonly Reading[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: LAST_SECOND_OF_9999 }), { maxLength: 40 })
  .chain((times) => {
    const ascending = times.toSorted((a, b) => a - b)
    return fc.tuple(
      ...ascending.map((at) =>
        fc.record(
          {
            at: fc.constant(at),
            credits: fc.record(
              perPurse(() => fc.maxSafeInteger()),
              { noNullPrototype: true },
            ),
            unseen: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
          },
          { requiredKeys: ['at', 'credits'], noNullPrototype: true },
        ),
      ),
    )
  })

describe('the block', () => {
  test('is a comment of plain lines', () => {
    expect(writeBlock(READINGS)).toBe(BLOCK)
    expect(readBlock(BLOCK)).toEqual({ kind: 'readings', readings: READINGS })
  })

  test('may be empty', () => {
    expect(writeBlock([])).toBe(blockOf([]))
    expect(readBlock(blockOf([]))).toEqual({ kind: 'readings', readings: [] })
  })

  test('is found among other text', () => {
    const read = readBlock(`# Balance\n\n<!-- another -->\n${BLOCK}\n\n| a | table |\n`)
    expect(read).toEqual({ kind: 'readings', readings: READINGS })
  })

  test.each(['\r\n', '\r'])('is read with other line ends: %j', (end) => {
    const read = readBlock(`Balance\n${BLOCK}\n`.replaceAll('\n', end))
    expect(read).toEqual({ kind: 'readings', readings: READINGS })
  })

  test.each(['', 'Balance', '<!-- pixverse-balance account=x -->\n1790000000 1200 0 0'])('is none in %j', (text) => {
    expect(readBlock(text)).toEqual({ kind: 'none' })
  })

  test('comes back as it was, from whatever text', () => {
    fc.assert(
      fc.property(histories, fc.string(), fc.string(), (readings, before, after) => {
        const block = writeBlock(readings)
        expect(block.indexOf('-->')).toBe(block.length - 3)
        expect(readBlock(`${before}\n${block}\n${after}`)).toEqual({ kind: 'readings', readings })
      }),
    )
  })

  test('leaves room for the text of the issue at its largest', () => {
    const least = Number.MIN_SAFE_INTEGER
    const readings = Array.from({ length: READINGS_MAX }, (_, index) => ({
      at: LAST_SECOND_OF_9999 - READINGS_MAX + 1 + index,
      credits: perPurse(() => least),
      unseen: Number.MAX_SAFE_INTEGER,
    }))
    const block = writeBlock(readings)
    expect(block.length).toBeLessThan(30_000)
    expect(readBlock(block)).toEqual({ kind: 'readings', readings })
  })
})

describe('a purse that was added later', () => {
  test.each([
    ['at monthly unseen', credits({ monthly: 7 })],
    ['at package unseen', credits({ package: 7 })],
  ])('counts as 0 before: %s', (header, counted) => {
    expect(readBlock(blockOf(['10 7 3'], header))).toEqual({
      kind: 'readings',
      readings: [{ at: 10, credits: counted, unseen: 3 }],
    })
  })
})

describe('numbers', () => {
  test.each<[string, string, Reading]>([
    ['the first time', '0 0 0 0', { at: 0, credits: credits() }],
    [
      'the last time',
      `${LAST_SECOND_OF_9999} 1 2 3`,
      { at: LAST_SECOND_OF_9999, credits: credits({ monthly: 1, package: 2 }), unseen: 3 },
    ],
    ['a balance below 0', '10 -5 2 0', { at: 10, credits: credits({ monthly: -5, package: 2 }) }],
  ])('may be %s', (_, row, reading) => {
    expect(readBlock(blockOf([row]))).toEqual({ kind: 'readings', readings: [reading] })
  })

  test.each([
    ['too few', '10 1 2'],
    ['too many', '10 1 2 3 4'],
    ['none', ''],
    ['a time below 0', '-1 1 2 3'],
    ['a time after the year 9999', `${LAST_SECOND_OF_9999 + 1} 1 2 3`],
    ['unseen use below 0', '10 1 2 -3'],
    ['a leading zero', '10 01 2 3'],
    ['a minus zero', '10 -0 2 3'],
    ['a plus', '10 +1 2 3'],
    ['a fraction', '10 1.5 2 3'],
    ['an exponent', '10 1e3 2 3'],
    ['an exponent as numbers have it', '10 1e+21 2 3'],
    ['hexadecimal', '10 0x1 2 3'],
    ['more than can be counted exactly', `10 ${2 ** 53} 2 3`],
    ['not finite', '10 Infinity 2 3'],
    ['no number', '10 NaN 2 3'],
    ['a word', '10 many 2 3'],
    ['other digits', '10 ١ 2 3'],
    ['a separator', '10 1,000 2 3'],
    ['two blanks', '10 1  2 3'],
    ['a blank in front', ' 10 1 2 3'],
    ['a blank behind', '10 1 2 3 '],
    ['a tab', '10 1 2\t3'],
    ['a separator of lines', '10 1 2\u20283'],
    ['an end of the comment', '10 1 2 3 -->'],
  ])('may not be %s', (_, row) => {
    expect(readBlock(blockOf(['1 2 3 0', row]))).toEqual({
      kind: 'unreadable',
      why: 'reading 2 of 2 is not a row of whole numbers',
    })
  })
})

describe('what was changed', () => {
  const lines = BLOCK.split('\n')
  const changed = 'the first or the last line of the block was changed'
  const header = 'its header does not name known purses'

  test.each<[string, string, string]>([
    ['a second block', `${BLOCK}\n${BLOCK}`, 'there is more than one block'],
    ['the first line of another', `${BLOCK}\n${lines[0]}`, 'there is more than one block'],
    ['the name in the text', `pixverse-balance-history\n${BLOCK}`, 'there is more than one block'],
    ['two first lines', `${lines[0]}\n${BLOCK.replace(/\n.*$/, '')}`, changed],
    ['no first line', lines.slice(1).join('\n'), changed],
    ['no last line', lines.slice(0, -1).join('\n'), changed],
    ['another version', BLOCK.replace('v1', 'v2'), changed],
    ['a longer version', BLOCK.replace('v1', 'v10'), changed],
    ['text before the first line', `x${BLOCK}`, changed],
    ['text behind the last line', `${BLOCK}x`, changed],
    ['the last line first', [lines[4], ...lines.slice(1, 4), lines[0]].join('\n'), header],
    ['no header', blockOf(['10 1 2 3'], '1 2 3 4'), header],
    ['an empty header', blockOf([], ''), header],
    ['nothing between the lines', [lines[0], lines[4]].join('\n'), header],
    ['a header without purses', blockOf(['10 0'], 'at unseen'), header],
    ['an unknown purse', blockOf(['10 1 2 3 4'], 'at monthly package gift unseen'), header],
    ['only an unknown purse', blockOf(['10 1 2'], 'at gift unseen'), header],
    ['a purse twice', blockOf(['10 1 2 3'], 'at monthly monthly unseen'), header],
    ['purses in another order', blockOf(['10 1 2 3'], 'at package monthly unseen'), header],
    ['a header without its end', blockOf(['10 1 2'], 'at monthly package'), header],
    ['part of a name', blockOf(['10 1 2 3'], 'at monthly packages unseen'), header],
    ['the order of the readings', blockOf(['10 1 2 3', '9 1 2 3']), 'reading 2 of 2 is not later than the one before'],
    ['a time twice', blockOf(['9 1 2 3', '10 1 2 3', '10 1 2 3']), 'reading 3 of 3 is not later than the one before'],
  ])('is refused: %s', (_, text, why) => {
    expect(readBlock(text)).toEqual({ kind: 'unreadable', why })
  })

  test('is refused with more readings than a history has', () => {
    const rows = Array.from({ length: READINGS_MAX + 1 }, (_, index) => `${index} 1 2 3`)
    expect(readBlock(blockOf(rows))).toEqual({ kind: 'unreadable', why: 'it has more than 448 readings' })
    expect(readBlock(blockOf(rows.slice(1)))).toMatchObject({ kind: 'readings' })
  })

  /** Valid, if it can be read: never none, since a history would then begin anew over the old one. */
  function expectSound(block: Block): void {
    expect(block.kind).not.toBe('none')
    if (block.kind === 'readings') expect(readBlock(writeBlock(block.readings))).toEqual(block)
  }

  test('by one character is refused or another history', () => {
    const text = `Balance\n${writeBlock(READINGS)}\n`
    for (let at = 0; at <= text.length; at++) {
      for (const put of ['', ' ', '\n', '\r', '0', '1', '-', '>', 'e', 'x', '.', '\u0000']) {
        expectSound(readBlock(text.slice(0, at) + put + text.slice(at)))
        expectSound(readBlock(text.slice(0, at) + put + text.slice(at + 1)))
      }
    }
  })

  test('by cutting it off is refused', () => {
    for (let length = lines[0]?.length ?? NaN; length < BLOCK.length; length++) {
      expect(readBlock(BLOCK.slice(0, length)).kind).toBe('unreadable')
    }
  })

  test('in any place is refused or another history', () => {
    // Milliseconds: making what fails smaller may take minutes otherwise.
    const bounded = { numRuns: 500, interruptAfterTimeLimit: 3000 }
    const change = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 3 }),
      put: fc.string({ unit: 'binary', maxLength: 3 }),
    })
    fc.assert(
      fc.property(histories, change, (readings, { at, cut, put }) => {
        const block = writeBlock(readings)
        const place = at % block.length
        expectSound(readBlock(block.slice(0, place) + put + block.slice(place + cut)))
      }),
      bounded,
    )
  })

  test('at random is refused', () => {
    const character = fc.constantFrom('0', '1', '9', ' ', '-', '.', '\n', '>', 'e', 'a', 't')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: character })), (text) => {
        expect(readBlock(text).kind).toBe('none')
        fc.pre(text !== '')
        expect(readBlock(blockOf([`x${text}`])).kind).toBe('unreadable')
        expect(readBlock(blockOf(['10 1 2 3'], text)).kind).toBe('unreadable')
        expect(readBlock(`${BLOCK}x${text}`).kind).toBe('unreadable')
      }),
      { numRuns: 1000 },
    )
  })
})
