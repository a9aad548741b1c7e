import type { Outlook } from '../history/ledger.js'
import type { Markdown } from '../surfaces.js'
import { counted } from './format.js'
import { DAY, day } from './time.js'

/** Lines of the chart. Each shows two steps, by half and by whole blocks: every monospaced font has these. */
const HEIGHT = 6
const STEPS = 2 * HEIGHT

/** A column a day, in letters, so that it shows wherever text does; thirty of them fit a phone. */
export function chart({ days, now }: Outlook): Markdown {
  const most = Math.max(1, ...days.map((total) => total ?? 0))
  const columns = days.map((total) => (total === undefined ? undefined : steps(total, most)))
  const lines = Array.from({ length: HEIGHT }, (_, at) => {
    const below = STEPS - 2 * (at + 1)
    return columns.map((height) => cell(height, below)).join('')
  })
  const [first, last] = [day(now - (days.length - 1) * DAY), day(now)]
  const axis = `${first}${last.padStart(days.length - first.length)}`
  return ['```text', `Highest: ${counted(most, 'credit')}`, ...lines, axis, '```'].join('\n')
}

/** The least that is not nothing is one step. */
function steps(total: number, most: number): number {
  return total > 0 ? Math.max(1, Math.round((STEPS * total) / most)) : 0
}

/** A dot is a day on which nobody looked; a line at the bottom, one with nothing. */
function cell(height: number | undefined, below: number): string {
  if (height === undefined) return below === 0 ? '·' : ' '
  if (height === 0) return below === 0 ? '_' : ' '
  return height > below + 1 ? '█' : height > below ? '▄' : ' '
}
