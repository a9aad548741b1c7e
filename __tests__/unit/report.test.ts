import { describe, expect, test } from '@jest/globals'
import { pricePlan } from '../../src/budget/plan.js'
import { decide, type Limits, type Reading, type Result } from '../../src/budget/verdict.js'
import type { Trouble } from '../../src/budget/trouble.js'
import { annotation, logLines } from '../../src/report/log.js'
import { alertComment, alertTitle, comment, summary } from '../../src/report/markdown.js'
import { count, dollars } from '../../src/report/numbers.js'
import { balanceOf, floors } from '../support/purses.js'

const TRACE = '00000000-0000-4000-8000-000000000000'
const TROUBLE: Trouble = { happened: 'It happened.', cure: 'Mend it.' }

interface Story {
  readonly reading?: Reading
  readonly balance?: readonly [number, number]
  readonly limits?: Partial<Limits>
  readonly plan?: readonly object[]
  readonly margin?: string
}

function result({ reading, balance = [600, 100], limits, plan, margin = '0' }: Story = {}): Result {
  const [monthly, bought] = balance
  const priced =
    plan &&
    pricePlan(
      plan.map((item) => ({ place: 'plan', item })),
      [],
      margin,
      (text) => text,
    )
  if (priced !== undefined && 'faults' in priced) throw new Error('the plan of the test is wrong')
  return decide({
    account: 'Film team',
    reading: reading ?? {
      kind: 'balance',
      balance: balanceOf({ monthly, package: bought }),
      traceId: TRACE,
    },
    limits: {
      minimum: 0,
      floors: floors(),
      warnBelow: undefined,
      budget: undefined,
      baseline: undefined,
      onLow: 'fail',
      onUnknown: 'fail',
      ...limits,
    },
    plan: priced,
  })
}

const unknown: Reading = { kind: 'unknown', troubles: [{ ...TROUBLE, detail: 'PixVerse says: <b>' }], traceId: TRACE }
const V6 = { model: 'v6', quality: '720p', duration: 5 }

describe('numbers', () => {
  test.each([
    [0, '0', '$0.00'],
    [1, '1', '$0.01'],
    [168, '168', '$1.68'],
    [1_072_650, '1,072,650', '$10,726.50'],
    [-5, '-5', '-$0.05'],
  ])('%i is %s, and in dollars %s', (value, counted, paid) => {
    expect([count(value), dollars(value)]).toEqual([counted, paid])
  })
})

describe('the summary', () => {
  test('of a plan that is too dear, in full', () => {
    const story = {
      balance: [520, 100],
      limits: { minimum: 250 },
      plan: [{ ...V6, count: 12, name: 'a|b' }, { credits: 16 }],
      margin: '5',
    } as const
    expect(summary(result(story))).toBe(`### PixVerse credits are too low

> [!CAUTION]
> **620 credits left, this run needs 834: short by 214, about $2.14.**
> 
> Top up 214 credits or more: https://platform.pixverse.ai. Of 13 generations, in the order of the plan, the first 7 fit.

| | credits | |
|:--|--:|:--|
| Monthly | 520 | ${'🟦'.repeat(15)} |
| Package | 100 | ${'🟪'.repeat(3)} |
| **Left** | **620** | ${'🟦'.repeat(15)}${'🟪'.repeat(3)} |
| Plan | 584 | ${'🟨'.repeat(17)} |
| Minimum | 250 | ${'🟧'.repeat(7)} |
| **Needed** | **834** | ${'🟨'.repeat(17)}${'🟧'.repeat(7)} |
| **Short** | **214** | ${'🟥'.repeat(6)} |

<details><summary>The plan: 13 generations, 556 credits, 584 with 5 % margin</summary>

| generation | count | each | credits |
|:--|--:|--:|--:|
| <code>a&#124;b</code><br><code>text&#95;to&#95;video v6 720p 5 s</code> | 12 | 45 | 540 |
| <code>text&#95;to&#95;video</code> | 1 | 16 | 16 |

</details>

<sub>Account <code>Film team</code> · prices of 2026-09-02 (<a href="https://docs.platform.pixverse.ai/pricing-796039m0">check them</a>) · Platform API credits, at the moment of the check · trace id <code>${TRACE}</code></sub>
`)
  })

  test('of a balance that is not known, in full', () => {
    expect(summary(result({ reading: unknown, limits: { minimum: 5, onUnknown: 'warn' } })))
      .toBe(`### PixVerse balance is not known

> [!WARNING]
> **It happened.**
> 
> Mend it.

<code>PixVerse says&#58; &#60;b&#62;</code>

| | credits | |
|:--|--:|:--|
| **Left** | not known | |
| **Needed** | **5** | ${'🟧'.repeat(24)} |

<sub>Account <code>Film team</code> · Platform API credits · trace id <code>${TRACE}</code></sub>
`)
  })

  test('of several faults, in full', () => {
    const troubles = [{ ...TROUBLE, place: 'a.json, item 1', detail: 'It is: v9' }, TROUBLE] as const
    expect(summary(result({ reading: { kind: 'misused', troubles } }))).toBe(`### PixVerse gate cannot decide

> [!CAUTION]
> **Several inputs or items of the plan are wrong, so nothing was checked.**

- <code>a&#46;json&#44; item 1</code>: It happened. Mend it. <code>It is&#58; v9</code>
- It happened. Mend it.

<sub>Account <code>Film team</code> · Platform API credits</sub>
`)
  })

  test.each<[string, Story, string]>([
    ['TIP', {}, 'ok'],
    ['WARNING', { limits: { warnBelow: 9999 } }, 'warn'],
    ['WARNING', { limits: { minimum: 9999, onLow: 'warn' } }, 'low'],
    ['CAUTION', { limits: { minimum: 9999 } }, 'low'],
    ['NOTE', { reading: { kind: 'skipped', troubles: [TROUBLE] } }, 'skipped'],
    ['CAUTION', { reading: unknown }, 'unknown'],
  ])('has the alert %s for %j', (alert, story, verdict) => {
    expect(result(story).verdict).toBe(verdict)
    expect(summary(result(story))).toContain(`\n> [!${alert}]\n`)
  })

  test('has no bar for nothing, and a square for the smallest something', () => {
    const text = summary(result({ balance: [0, 1], limits: { minimum: 1_000_000 } }))
    expect(text).toContain('| Monthly | 0 |  |')
    expect(text).toContain('| Package | 1 | 🟪 |')
    expect(summary(result({ balance: [-5, 0] }))).toContain('| Monthly | -5 |  |')
  })

  test('has neither need nor parts where there are none', () => {
    expect(summary(result())).not.toMatch(/Needed|Plan|Minimum|Short|Spent|details/)
    expect(summary(result({ limits: { minimum: 5 } }))).not.toMatch(/\| Minimum/)
    expect(summary(result({ reading: unknown }))).not.toContain('|')
    const plan = summary(result({ plan: [V6] }))
    expect(plan).toContain('<summary>The plan: 1 generation, 45 credits</summary>')
    expect(plan).not.toMatch(/\| (Plan|Minimum) /)
  })

  test('shows the budget beside the plan that is over it', () => {
    const over = { plan: [{ credits: 1400 }], limits: { budget: 700 } } as const
    expect(summary(result(over))).toContain(`| Budget | 700 | ${'🟫'.repeat(12)} |`)
    expect(summary(result({ plan: [V6], limits: { budget: 700 } }))).not.toContain('Budget')
  })

  test('says where, and what was said', () => {
    const trouble = { ...TROUBLE, place: 'a.json', detail: 'It is: x' }
    expect(summary(result({ reading: { kind: 'misused', troubles: [trouble] } }))).toContain(
      '\n\nWhere: <code>a&#46;json</code><br><code>It is&#58; x</code>\n\n',
    )
  })

  test('shows what was spent', () => {
    expect(summary(result({ limits: { baseline: 1400 } }))).toContain(
      `| Spent since the baseline | 700 | ${'⬜'.repeat(24)} |`,
    )
    expect(summary(result({ limits: { baseline: 0 } }))).toContain('| Spent since the baseline | -700 |  |')
  })

  test('cuts a plan after 20 lines, and sums up the rest', () => {
    const plan = Array.from({ length: 23 }, (_, at) => ({ credits: at + 1, count: 2, name: `n${at}` }))
    const text = summary(result({ plan }))
    expect(text.match(/<br>/g)).toHaveLength(20)
    // The cheapest three: 1, 2 and 3 credits, twice each.
    expect(text).toContain('| and 3 more lines | 6 | | 12 |')
    expect(summary(result({ plan: plan.slice(0, 20) }))).not.toContain('more lines')
  })

  test('lists 20 faults and the line that counts the rest', () => {
    const troubles = [TROUBLE, ...Array.from({ length: 30 }, () => TROUBLE)] as const
    expect(summary(result({ reading: { kind: 'misused', troubles } })).match(/^- /gm)).toHaveLength(21)
  })
})

describe('the comment', () => {
  test('is the summary without trace id, and without what was said', () => {
    const text = comment(
      result({
        reading: { kind: 'unknown', troubles: [{ ...TROUBLE, place: 'here', detail: 'hunter2' }], traceId: TRACE },
      }),
    )
    expect(text).not.toMatch(/hunter2|0000/)
    expect(text).toContain('Where: <code>here</code>')
    const several = comment(
      result({ reading: { kind: 'misused', troubles: [{ ...TROUBLE, place: 'here', detail: 'hunter2' }, TROUBLE] } }),
    )
    expect(several).toContain('- <code>here</code>: It happened. Mend it.\n- It happened. Mend it.\n')
    expect(several).not.toContain('hunter2')
  })

  test('says in its heading that it is resolved', () => {
    expect(comment(result(), 'Resolved: ')).toMatch(/^### Resolved: PixVerse credits are enough\n/)
  })
})

test('the alert issue has the verdict and the account in its title, and the news in its comments', () => {
  const low = result({ limits: { minimum: 701 } })
  expect(alertTitle(low)).toBe('PixVerse credits are too low (Film team)')
  expect(alertComment(low)).toBe(
    '**PixVerse credits are too low.** 700 credits left, this run needs 701: short by 1, about $0.01.\n\nTop up 1 credit or more: https://platform.pixverse.ai.',
  )
})

describe('the log', () => {
  test('has the numbers, and the headline when there is no annotation', () => {
    expect(
      logLines(
        result({ limits: { minimum: 5, baseline: 1000 }, plan: [{ ...V6, count: 2, name: 'x' }], margin: '10' }),
      ),
    ).toEqual([
      'PixVerse credits are enough (Film team)',
      'Left: 700 = 600 monthly + 100 package',
      'Needed: 104 = 99 planned + 5 minimum',
      'Spent since the baseline of 1,000: 300',
      'Plan: 2 generations, 90 credits, 99 with 10 % margin (prices of 2026-09-02)',
      '  2 x 45 = 90  text_to_video v6 720p 5 s "x"',
      '700 credits left, this run needs 104: enough.',
      `Trace id: ${TRACE}`,
    ])
  })

  test('says only what is left when nothing is needed', () => {
    expect(logLines(result())).toEqual([
      'PixVerse credits are enough (Film team)',
      'Left: 700 = 600 monthly + 100 package',
      '700 credits left.',
      `Trace id: ${TRACE}`,
    ])
    expect(logLines(result({ plan: [V6] }))).toContain('Plan: 1 generation, 45 credits (prices of 2026-09-02)')
    expect(logLines(result({ plan: [V6] }))).toContain('  1 x 45 = 45  text_to_video v6 720p 5 s')
  })

  test('has nothing that is not known', () => {
    expect(logLines(result({ reading: { kind: 'skipped', troubles: [TROUBLE] } }))).toEqual([
      'PixVerse gate skipped (Film team)',
    ])
    expect(logLines(result({ reading: { kind: 'misused', troubles: [TROUBLE] }, limits: { minimum: 5 } }))).toEqual([
      'PixVerse gate cannot decide (Film team)',
    ])
  })

  test('cuts a plan after 20 lines', () => {
    const plan = Array.from({ length: 21 }, (_, at) => ({ credits: at + 1 }))
    const lines = logLines(result({ plan }))
    expect(lines.filter((line) => line.startsWith('  1 x '))).toHaveLength(20)
    expect(lines).toContain('  and 1 more line')
    expect(logLines(result({ plan: plan.slice(1) })).join()).not.toContain('more line')
    expect(logLines(result({ plan: [] }))).toContain('Plan: nothing to generate')
  })
})

describe('the annotation', () => {
  test('is none for ok', () => {
    expect(annotation(result())).toBeUndefined()
  })

  test.each<[Story, string, string, string]>([
    [
      { limits: { minimum: 9999, onLow: 'warn' } },
      'warning',
      'PixVerse credits are too low',
      '700 credits left, this run needs 9,999: short by 9,299, about $92.99.\nTop up 9,299 credits or more: https://platform.pixverse.ai.',
    ],
    [
      { limits: { warnBelow: 701 } },
      'warning',
      'PixVerse credits run low',
      '700 credits left: enough, but fewer than 701.\nTop up soon: https://platform.pixverse.ai.',
    ],
    [
      { limits: { warnBelow: 656 }, plan: [V6] },
      'warning',
      'PixVerse credits run low',
      '700 credits left, this run needs 45: enough, but only 655 would remain, fewer than 656.\nTop up soon: https://platform.pixverse.ai.',
    ],
    [
      { plan: [{ credits: 701 }] },
      'error',
      'PixVerse credits are too low',
      '700 credits left, this run needs 701: short by 1, about $0.01.\nTop up 1 credit or more: https://platform.pixverse.ai. Of 1 generation planned, none fits.',
    ],
    [
      { plan: [{ credits: 8, count: 2 }], limits: { budget: 10 } },
      'error',
      'PixVerse plan is over budget',
      'The plan costs 16 credits, more than the 10 that one run may cost.\nPlan less, or raise the budget. Of 2 generations, in the order of the plan, only the first fits.',
    ],
    [
      { limits: { floors: floors({ monthly: 601, package: 101 }) } },
      'error',
      'PixVerse credits are too low',
      '700 credits left, but the monthly purse has 600 of the 601 that it must have and the package purse has 100 of the 101 that it must have: short by 2, about $0.02.\nTop up 1 credit or more: https://platform.pixverse.ai.\nPacks do not fill the monthly purse: wait for its reset, or change the subscription on https://platform.pixverse.ai.',
    ],
    [
      { limits: { floors: floors({ monthly: 700 }) }, plan: [{ credits: 1 }] },
      'error',
      'PixVerse credits are too low',
      '700 credits left, this run needs 1, but the monthly purse has 600 of the 700 that it must have: short by 100, about $1.00.\nPacks do not fill the monthly purse: wait for its reset, or change the subscription on https://platform.pixverse.ai.',
    ],
    [
      { limits: { minimum: 705, floors: floors({ monthly: 601, package: 102 }) } },
      'error',
      'PixVerse credits are too low',
      '700 credits left, this run needs 705: short by 5, about $0.05.\nTop up 5 credits or more: https://platform.pixverse.ai.\nPacks do not fill the monthly purse: wait for its reset, or change the subscription on https://platform.pixverse.ai.',
    ],
    [
      { limits: { floors: floors({ package: 101 }) }, plan: [{ credits: 1, count: 2 }] },
      'error',
      'PixVerse credits are too low',
      '700 credits left, this run needs 2, but the package purse has 100 of the 101 that it must have: short by 1, about $0.01.\nTop up 1 credit or more: https://platform.pixverse.ai.',
    ],
    [
      { limits: { minimum: 700, floors: floors({ package: 101 }) } },
      'error',
      'PixVerse credits are too low',
      '700 credits left, this run needs 700, but the package purse has 100 of the 101 that it must have: short by 1, about $0.01.\nTop up 1 credit or more: https://platform.pixverse.ai.',
    ],
    [
      { limits: { warnBelow: 701, budget: 5000 }, plan: [{ credits: 1 }] },
      'warning',
      'PixVerse credits run low',
      '700 credits left, this run needs 1: enough, but only 699 would remain, fewer than 701.\nTop up soon: https://platform.pixverse.ai.',
    ],
    [
      { limits: { minimum: 701, budget: 1 } },
      'error',
      'PixVerse credits are too low',
      '700 credits left, this run needs 701: short by 1, about $0.01.\nTop up 1 credit or more: https://platform.pixverse.ai.\nNo plan is given, so the budget of 1 credit holds nothing back.',
    ],
    [
      { limits: { warnBelow: 701, budget: 5000 } },
      'warning',
      'PixVerse credits run low',
      '700 credits left: enough, but fewer than 701.\nTop up soon: https://platform.pixverse.ai.\nNo plan is given, so the budget of 5,000 credits holds nothing back.',
    ],
    [
      { limits: { floors: floors({ package: 101 }) } },
      'error',
      'PixVerse credits are too low',
      '700 credits left, but the package purse has 100 of the 101 that it must have: short by 1, about $0.01.\nTop up 1 credit or more: https://platform.pixverse.ai.',
    ],
    [
      { balance: [0, 0], limits: { minimum: 1 } },
      'error',
      'PixVerse credits are too low',
      '0 credits left, this run needs 1: short by 1, about $0.01.\nTop up 1 credit or more: https://platform.pixverse.ai.\nCredits of the PixVerse app or CLI are another wallet: this gate sees those of the Platform API.',
    ],
    [{ reading: unknown }, 'error', 'PixVerse balance is not known', 'It happened.\nMend it.\nPixVerse says: <b>'],
    [
      { reading: { kind: 'error', troubles: [TROUBLE], traceId: TRACE } },
      'error',
      'PixVerse gate cannot decide',
      'It happened.\nMend it.',
    ],
    [
      { reading: { kind: 'skipped', troubles: [TROUBLE] } },
      'notice',
      'PixVerse gate skipped',
      'It happened.\nMend it.',
    ],
    [
      { reading: { kind: 'misused', troubles: [{ ...TROUBLE, place: 'here', detail: 'It is: x' }] } },
      'error',
      'PixVerse gate cannot decide',
      'It happened.\nMend it.\nWhere: here\nIt is: x',
    ],
    [
      { reading: { kind: 'misused', troubles: [{ ...TROUBLE, place: 'here', detail: 'It is: x' }, TROUBLE] } },
      'error',
      'PixVerse gate cannot decide',
      'Several inputs or items of the plan are wrong, so nothing was checked.\n- here: It happened. Mend it. It is: x\n- It happened. Mend it.',
    ],
  ])('of %j is one %s', (story, severity, title, message) => {
    expect(annotation(result(story))).toEqual({ severity, title, message })
  })

  test('lists 20 faults and the line that counts the rest', () => {
    const troubles = [TROUBLE, ...Array.from({ length: 30 }, () => TROUBLE)] as const
    expect(annotation(result({ reading: { kind: 'misused', troubles } }))?.message.split('\n')).toHaveLength(22)
  })
})
