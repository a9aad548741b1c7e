import { describe, expect, test } from '@jest/globals'
import { annotations, logLines } from '../../src/report/log.js'
import { safe } from '../../src/safe-text.js'
import { faultsOf, outside, resultOf, type SomeResult, TRACE_ID } from '../support/result.js'

const FILM = {
  lines: [
    { name: 'opening shot', count: 4, each: 60 },
    { what: 'template_video', each: 1_300, by: 'plan' as const },
    { what: 'lip_sync 58 bytes of text', each: 16, by: 'prices' as const },
  ],
}
const DETAIL = { detail: safe`but is \`${outside('11')}\`` }
const unknown = { kind: 'unknown', faults: faultsOf(DETAIL), traceId: TRACE_ID } as const
const many = (count: number) => faultsOf(...Array.from({ length: count }, (_, at) => ({ where: safe`item ${at + 1}` })))

/** The log without its first line and its last, which are the title and the trace id. */
function between(some: SomeResult): readonly string[] {
  const lines = logLines(resultOf(some))
  expect(lines.at(-1)).toBe(`Trace id: ${TRACE_ID}`)
  return lines.slice(1, -1)
}

describe('the log', () => {
  test('says everything of a plan that is too dear', () => {
    const some = { plan: { ...FILM, margin: 5, made: 12 }, minimum: 250, monthly: 1_300 }
    expect(logLines(resultOf(some))).toEqual([
      'PixVerse credits are too low (Film team)',
      '1,400 credits left, this run needs 1,884: short by 484, at most $4.84.',
      'Top up 484 credits or more: https://platform.pixverse.ai/billing',
      'Of the 6 generations, the first 4 fit.',
      'Left: 1,400 = 1,300 monthly + 100 package',
      'Remaining after the plan: -234',
      'Needed: 1,884 = 1,634 planned + 250 minimum',
      'The plan: 6 generations, 1,556 credits, 1,634 with 5 % margin (prices of 2026-10-10). 12 of 18 are made already.',
      '  4 x 60 = 240  text_to_video v6 720p 5 s "opening shot"',
      '  1 x 1,300 = 1,300  template_video, price given by the plan',
      '  1 x 16 = 16  lip_sync 58 bytes of text',
      `Trace id: ${TRACE_ID}`,
    ])
  })

  test('names no account that is called PixVerse', () => {
    expect(logLines(resultOf({ account: 'PixVerse' }))[0]).toBe('PixVerse credits are enough')
  })

  test.each<[string, SomeResult, readonly string[]]>([
    ['a report', {}, ['700 credits left.', 'Left: 700 = 600 monthly + 100 package']],
    [
      'a minimum',
      { minimum: 480 },
      ['700 credits left, this run needs 480: enough.', 'Left: 700 = 600 monthly + 100 package'],
    ],
    [
      'a plan',
      { plan: { pricesAsOf: undefined } },
      [
        '700 credits left, this run needs 45: enough.',
        'Left: 700 = 600 monthly + 100 package',
        'Remaining after the plan: 655',
        'The plan: 1 generation, 45 credits.',
        '  1 x 45 = 45  text_to_video v6 720p 5 s',
      ],
    ],
    [
      'a plan of nothing',
      { plan: { lines: [] } },
      ['700 credits left.', 'Left: 700 = 600 monthly + 100 package', 'The plan has nothing to generate.'],
    ],
    [
      'a plan that is made',
      { plan: { lines: [], made: 40 }, minimum: 5 },
      [
        '700 credits left, this run needs 5: enough.',
        'Left: 700 = 600 monthly + 100 package',
        'The plan has nothing to generate. 40 of 40 are made already.',
      ],
    ],
    [
      'a pace',
      { pace: { perDay: 1_400, daysLeft: 5 } },
      ['700 credits left.', 'Left: 700 = 600 monthly + 100 package', 'Pace: 1,400 credits a day, enough for 5 days'],
    ],
    [
      'a pace that ends today',
      { pace: { perDay: 701, daysLeft: 0 } },
      [
        '700 credits left.',
        'Left: 700 = 600 monthly + 100 package',
        'Pace: 701 credits a day, enough for less than a day',
      ],
    ],
    [
      'no use',
      { pace: { perDay: 0, daysLeft: undefined } },
      ['700 credits left.', 'Left: 700 = 600 monthly + 100 package', 'Pace: no recent use'],
    ],
    [
      'a receipt',
      { baseline: { total: 720, plan: undefined } },
      ['700 credits left.', 'Left: 700 = 600 monthly + 100 package', 'Spent since the baseline of 720: 20 credits.'],
    ],
    [
      'leftovers and old prices',
      { plan: { lines: [], ignored: ['scene'] }, now: '2027-10-10' },
      [
        '700 credits left.',
        'Left: 700 = 600 monthly + 100 package',
        'The plan has nothing to generate.',
        'Ignored fields of the plan: `scene`.',
        'The built-in prices are 365 days old. Update the gate to its newest release, or give newer prices in `prices`: https://docs.platform.pixverse.ai/pricing-796039m0',
      ],
    ],
    ['nothing known', { read: unknown }, ['It happened, but is `11`.', 'Repair it.']],
    [
      'an unknown balance for a minimum',
      { read: unknown, minimum: 480 },
      ['It happened, but is `11`.', 'Repair it.', 'Needed: 480'],
    ],
    [
      'an unknown balance for a plan',
      { read: unknown, plan: {}, minimum: 480 },
      [
        'It happened, but is `11`.',
        'Repair it.',
        'Needed: 525 = 45 planned + 480 minimum',
        'The plan: 1 generation, 45 credits (prices of 2026-10-10).',
        '  1 x 45 = 45  text_to_video v6 720p 5 s',
      ],
    ],
    [
      'a plan over its budget without a balance',
      { read: unknown, plan: {}, budget: 5 },
      [
        'The plan costs 45 credits, 40 more than the budget of 5. The balance is not known.',
        'Plan less, or raise `budget`.',
        '- It happened, but is `11`. Repair it.',
        'Needed: 45',
        'The plan: 1 generation, 45 credits (prices of 2026-10-10).',
        '  1 x 45 = 45  text_to_video v6 720p 5 s',
      ],
    ],
  ])('of %s', (_, some, lines) => {
    expect(between(some)).toEqual(lines)
  })

  test('of what is wrong has neither numbers nor a trace id', () => {
    expect(logLines(resultOf({ read: { kind: 'misused', faults: many(2) } }))).toEqual([
      'PixVerse gate cannot decide (Film team)',
      'Nothing was checked: 2 faults to fix first.',
      '- `item 1`: It happened. Repair it.',
      '- `item 2`: It happened. Repair it.',
    ])
  })

  test('lists 20 faults, and counts the others', () => {
    const lines = logLines(resultOf({ read: { kind: 'misused', faults: { ...many(30), count: 4_000 } } }))
    expect(lines).toHaveLength(23)
    expect(lines.slice(-2)).toEqual(['- `item 20`: It happened. Repair it.', '- and 3,980 more'])
  })

  test('lists 20 lines of a plan, and counts the others', () => {
    const lines = Array.from({ length: 23 }, (_, at) => ({ what: `w${at}`, each: 1, by: 'plan' as const }))
    expect(between({ plan: { lines } }).slice(-2)).toEqual([
      '  1 x 1 = 1  w19, price given by the plan',
      '  and 3 more, of which 3 with the price given by the plan',
    ])
    expect(between({ plan: { lines: lines.slice(0, 20) } }).at(-1)).toBe('  1 x 1 = 1  w19, price given by the plan')
  })
})

describe('the annotations', () => {
  test.each<[string, SomeResult, readonly object[]]>([
    ['none for ok', {}, []],
    [
      'a warning for warn',
      { warnBelow: 1_000 },
      [
        {
          severity: 'warning',
          title: 'PixVerse credits run low',
          message:
            '700 credits left: enough, but `warn-below` is 1,000.\nTop up soon: https://platform.pixverse.ai/billing',
        },
      ],
    ],
    [
      'an error for low',
      { minimum: 868 },
      [
        {
          severity: 'error',
          title: 'PixVerse credits are too low',
          message:
            '700 credits left, this run needs 868: short by 168, at most $1.68.\nTop up 168 credits or more: https://platform.pixverse.ai/billing',
        },
      ],
    ],
    [
      'a warning when it may pass',
      { minimum: 868, onLow: 'warn' },
      [
        {
          severity: 'warning',
          title: 'PixVerse credits are too low',
          message:
            '700 credits left, this run needs 868: short by 168, at most $1.68.\nTop up 168 credits or more: https://platform.pixverse.ai/billing',
        },
      ],
    ],
    [
      'why a plan over its budget has no balance',
      { plan: {}, budget: 5, read: unknown },
      [
        {
          severity: 'error',
          title: 'PixVerse plan is over budget',
          message:
            'The plan costs 45 credits, 40 more than the budget of 5. The balance is not known.\nPlan less, or raise `budget`.\n- It happened, but is `11`. Repair it.',
        },
      ],
    ],
    [
      'an error for unknown',
      { read: unknown },
      [{ severity: 'error', title: 'PixVerse balance is not known', message: 'It happened, but is `11`.\nRepair it.' }],
    ],
    [
      'a notice for skipped',
      { read: { kind: 'skipped', faults: faultsOf() } },
      [{ severity: 'notice', title: 'PixVerse gate skipped', message: 'It happened.\nRepair it.' }],
    ],
    [
      'five faults, and how many more',
      { read: { kind: 'misused', faults: many(7) } },
      [
        {
          severity: 'error',
          title: 'PixVerse gate cannot decide',
          message: [
            'Nothing was checked: 7 faults to fix first.',
            ...[1, 2, 3, 4, 5].map((item) => `- \`item ${item}\`: It happened. Repair it.`),
            '- and 2 more',
          ].join('\n'),
        },
      ],
    ],
    [
      'a warning of its own for a drift beyond the margin',
      { baseline: { total: 1_220, plan: { cost: 480, planned: 519, pricesAsOf: safe`2026-10-10` } } },
      [
        {
          severity: 'warning',
          title: 'PixVerse credits spent beyond the plan',
          message:
            'Planned 480, spent 520: 40 credits (8 %) more than the prices of 2026-10-10 say; if nothing else used the account, they are out of date.',
        },
      ],
    ],
    [
      'none for a drift within the margin',
      { baseline: { total: 1_220, plan: { cost: 480, planned: 520, pricesAsOf: safe`2026-10-10` } } },
      [],
    ],
    [
      'a warning for the baseline of another account',
      { baseline: { account: safe`other`, total: 1_220, plan: undefined } },
      [
        {
          severity: 'warning',
          title: 'PixVerse baseline is of another account',
          message:
            'The `baseline` is the report of the account `other`, and this gate has `Film team`, so nothing is said of what was spent. If they are the same, give both the same `account`.',
        },
      ],
    ],
    ['none for a baseline without a plan', { baseline: { total: 1_220, plan: undefined } }, []],
  ])('%s', (_, some, expected) => {
    expect(annotations(resultOf(some))).toEqual(expected)
  })

  test('the drift comes after the verdict', () => {
    const baseline = { total: 1_220, plan: { cost: 480, planned: 480, pricesAsOf: undefined } }
    expect(annotations(resultOf({ baseline, minimum: 868 })).map(({ title }) => title)).toEqual([
      'PixVerse credits are too low',
      'PixVerse credits spent beyond the plan',
    ])
  })
})
