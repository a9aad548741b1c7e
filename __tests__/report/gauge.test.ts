import { expect, test } from '@jest/globals'
import { gauges } from '../../src/report/gauge.js'
import { faultsOf, resultOf, type SomeResult, TRACE_ID } from '../support/result.js'

const MAX = Number.MAX_SAFE_INTEGER
const unknown = { kind: 'unknown', faults: faultsOf(), traceId: TRACE_ID } as const

/** Colours by their letters: blue, green, yellow, red. */
function drawn(some: SomeResult): readonly string[] {
  const letters: Readonly<Record<string, string>> = { '🟦': 'b', '🟩': 'g', '🟨': 'y', '🟥': 'r' }
  return gauges(resultOf({ package: 0, ...some })).map((line) =>
    line.replace(/[🟦🟩🟨🟥]/gu, (square) => letters[square] ?? ''),
  )
}

test('are squares', () => {
  expect(gauges(resultOf({ minimum: 480, monthly: 312, package: 0 }))).toEqual([
    '🟦🟦🟦🟦🟦🟦🟥🟥🟥🟥 312 of 480 needed',
  ])
  expect(gauges(resultOf({ minimum: 480 }))).toEqual(['🟦🟦🟦🟦🟦🟦🟦🟩🟩🟩 220 to spare'])
  expect(gauges(resultOf({ warnBelow: 1_000 }))).toEqual([
    '🟦🟦🟦🟦🟦🟦🟦🟨🟨🟨 700 of 1,000 (<code>warn&#45;below</code>)',
  ])
})

test.each<[SomeResult, readonly string[]]>([
  // Enough: green is what is to spare, and it never vanishes before it is gone.
  [{ monthly: 1_072_650, minimum: 480 }, ['bggggggggg 1,072,170 to spare']],
  [{ monthly: 1_000, minimum: 100 }, ['bggggggggg 900 to spare']],
  [{ monthly: 1_000, minimum: 101 }, ['bbgggggggg 899 to spare']],
  [{ monthly: 1_000, minimum: 999 }, ['bbbbbbbbbg 1 to spare']],
  [{ monthly: 1_000, minimum: 1_000 }, ['bbbbbbbbbb nothing to spare']],
  [{ monthly: 1, minimum: 1 }, ['bbbbbbbbbb nothing to spare']],
  [{ monthly: MAX, minimum: MAX - 1 }, ['bbbbbbbbbg 1 to spare']],
  [{ monthly: 1_072_650, plan: { lines: [{ each: 480 }] } }, ['bggggggggg enough for 2,234 runs like this']],
  [{ monthly: 960, plan: { lines: [{ each: 480 }] } }, ['bbbbbggggg enough for 2 runs like this']],
  [{ monthly: 959, plan: { lines: [{ each: 480 }] } }, ['bbbbbbgggg 479 to spare']],
  [{ monthly: 1_060, plan: { lines: [{ each: 480 }] }, minimum: 100 }, ['bbbbbbgggg enough for 2 runs like this']],
  [{ monthly: 1_059, plan: { lines: [{ each: 480 }] }, minimum: 100 }, ['bbbbbbgggg 479 to spare']],
  [{ monthly: 480, plan: { lines: [{ each: 480 }] } }, ['bbbbbbbbbb nothing to spare']],
  // Nothing is needed.
  [{}, []],
  [{ monthly: 0 }, []],
  [{ plan: { lines: [] } }, []],
  // Short: what is there is never all of it, and the smallest something is a square.
  [{ monthly: 312, minimum: 480 }, ['bbbbbbrrrr 312 of 480 needed']],
  [{ monthly: 479, minimum: 480 }, ['bbbbbbbbbr 479 of 480 needed']],
  [{ monthly: 48, minimum: 480 }, ['brrrrrrrrr 48 of 480 needed']],
  [{ monthly: 1, minimum: 1_000_000 }, ['brrrrrrrrr 1 of 1,000,000 needed']],
  [{ monthly: 0, minimum: 1 }, ['rrrrrrrrrr 0 of 1 needed']],
  [{ monthly: -5, minimum: 480 }, ['rrrrrrrrrr -5 of 480 needed']],
  [{ monthly: -5 }, ['rrrrrrrrrr -5 of 0 needed']],
  [{ monthly: MAX - 1, minimum: MAX }, ['bbbbbbbbbr 9,007,199,254,740,990 of 9,007,199,254,740,991 needed']],
  [{ monthly: 600, minimum: 100, plan: { lines: [{ each: 600 }] } }, ['bbbbbbbbrr 600 of 700 needed']],
  // The floors that failed, besides the need or instead of it.
  [
    { monthly: 600, minimum: 100, floors: { monthly: 1_000 } },
    ['bbbbbbrrrr 600 of 1,000 (floor of the monthly purse)'],
  ],
  [
    { monthly: 600, minimum: 1_200, floors: { monthly: 1_000, package: 5 } },
    [
      'bbbbbrrrrr 600 of 1,200 needed',
      'bbbbbbrrrr 600 of 1,000 (floor of the monthly purse)',
      'rrrrrrrrrr 0 of 5 (floor of the package purse)',
    ],
  ],
  // Over the budget, whatever the balance.
  [{ plan: { lines: [{ each: 1_400 }] }, budget: 700 }, ['bbbbbrrrrr 700 of 1,400 planned are within the budget']],
  [{ plan: { lines: [{ each: 1_400 }] }, budget: 0 }, ['rrrrrrrrrr 0 of 1,400 planned are within the budget']],
  [
    { plan: { lines: [{ each: 1_400 }] }, budget: 700, read: unknown },
    ['bbbbbrrrrr 700 of 1,400 planned are within the budget'],
  ],
  // The threshold that warned.
  [{ monthly: 700, minimum: 200, warnBelow: 1_000 }, ['bbbbbbbyyy 700 of 1,000 (<code>warn&#45;below</code>)']],
  [
    { monthly: 700, plan: { lines: [{ each: 600 }] }, warnBelow: 1_000 },
    ['byyyyyyyyy 100 of 1,000 (<code>warn&#45;below</code>)'],
  ],
  [{ warnDays: 7, pace: { perDay: 140, daysLeft: 5 } }, ['bbbbbbbyyy 5 of 7 days (<code>warn&#45;days</code>)']],
  [{ warnDays: 1, pace: { perDay: 900, daysLeft: 0 } }, ['yyyyyyyyyy 0 of 1 day (<code>warn&#45;days</code>)']],
  // No balance, no alarm.
  [{ minimum: 480, read: unknown }, []],
  [{ read: { kind: 'misused', faults: faultsOf() } }, []],
])('of %j are %j', (some, lines) => {
  expect(drawn(some)).toEqual(lines)
})
