import { expect, test } from '@jest/globals'
import { chart } from '../../src/report/chart.js'
import type { Outlook } from '../../src/history/ledger.js'

const NOW = Date.parse('2026-11-10T06:00:00Z') / 1000

/** The chart without its fences. */
function drawn(days: readonly (number | undefined)[], now = NOW): readonly string[] {
  const outlook: Outlook = {
    readings: [],
    pace: undefined,
    windows: { 7: undefined, 30: undefined },
    days,
    refill: undefined,
    now,
  }
  const lines = chart(outlook).split('\n')
  expect([lines[0], lines.at(-1)]).toEqual(['```text', '```'])
  return lines.slice(1, -1)
}

test('a column a day, in twelve steps of the highest', () => {
  const days = [
    ...Array.from({ length: 13 }, (_, step) => step * 1_000),
    ...Array.from({ length: 16 }, () => undefined),
    500,
  ]
  expect(drawn(days)).toEqual([
    'Highest: 12,000 credits',
    '           ▄█                 ',
    '         ▄███                 ',
    '       ▄█████                 ',
    '     ▄███████                 ',
    '   ▄█████████                 ',
    '_▄███████████················▄',
    '2026-10-12          2026-11-10',
  ])
})

test('the least that is not nothing shows, and what is less than nothing does not', () => {
  expect(drawn([1_072_650, 1, 0, -5, ...Array.from({ length: 26 }, () => undefined)]).slice(5, 7)).toEqual([
    '█                             ',
    '█▄__··························',
  ])
})

test('half a step is rounded', () => {
  const [, ...lines] = drawn([100, 46, 45, ...Array.from({ length: 27 }, () => undefined)])
  expect(lines.map((line) => line.slice(0, 3))).toEqual(['█  ', '█  ', '█  ', '██▄', '███', '███', '202'])
})

test('a history without readings has no height', () => {
  expect(drawn(Array.from({ length: 30 }, () => undefined))).toEqual([
    'Highest: 1 credit',
    ...Array.from({ length: 5 }, () => ' '.repeat(30)),
    '·'.repeat(30),
    '2026-10-12          2026-11-10',
  ])
})
