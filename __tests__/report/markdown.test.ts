import { describe, expect, test } from '@jest/globals'
import { alertBody, alertComment, comment, summary } from '../../src/report/markdown.js'
import { safe, type SafeText } from '../../src/safe-text.js'
import { FAULT, faultsOf, outside, resultOf, type SomeResult, TRACE_ID } from '../support/result.js'

const FILM = {
  lines: [
    { name: 'opening shot', what: 'text_to_video v6 720p 5 s audio', count: 4, each: 60 },
    { name: 'close-ups', what: 'text_to_video v5.6 1080p 8 s', count: 2, each: 150 },
    { name: 'narration', what: 'lip_sync 58 bytes of text', each: 16 },
  ],
}
const DETAIL = { detail: safe`but is \`${outside('11 <b>')}\`` }
const FAULTS = faultsOf(DETAIL, { where: outside('a_b.json, item 3') }, {}, {}, { ...DETAIL, where: outside('|') })
const unknown = { kind: 'unknown', faults: faultsOf(DETAIL), traceId: TRACE_ID } as const

/** Each state that a reader can see, in full. */
const DOCUMENTS: readonly (readonly [name: string, some: SomeResult, document: string])[] = [
  [
    'ok',
    { minimum: 480 },
    `### PixVerse credits are enough

**700 credits left, this run needs 480: enough.**

🟦🟦🟦🟦🟦🟦🟦🟩🟩🟩 220 to spare

| | credits |
|:--|--:|
| Monthly | 600 |
| Package | 100 |
| **Left** | **700** |
| Minimum | 480 |

<sub>Account <code>Film team</code> · Platform API credits, at the moment of the check · trace id <code>00000000&#45;0000&#45;4000&#45;8000&#45;000000000000</code></sub>
`,
  ],
  [
    'ok by far',
    { minimum: 480, monthly: 1_000_000, package: 72_650, account: 'PixVerse' },
    `### PixVerse credits are enough

**1,072,650 credits left, this run needs 480: enough.**

🟦🟩🟩🟩🟩🟩🟩🟩🟩🟩 1,072,170 to spare

| | credits |
|:--|--:|
| Monthly | 1,000,000 |
| Package | 72,650 |
| **Left** | **1,072,650** |
| Minimum | 480 |

<sub>Account <code>PixVerse</code> · Platform API credits, at the moment of the check · trace id <code>00000000&#45;0000&#45;4000&#45;8000&#45;000000000000</code></sub>
`,
  ],
  [
    'warn',
    { minimum: 200, warnBelow: 1_000 },
    `### PixVerse credits run low

> [!WARNING]
> **700 credits left, this run needs 200: enough, but <code>warn&#45;below</code> is 1,000.**
>
> Top up soon: https://platform.pixverse.ai/billing

🟦🟦🟦🟦🟦🟦🟦🟨🟨🟨 700 of 1,000 (<code>warn&#45;below</code>)

| | credits |
|:--|--:|
| Monthly | 600 |
| Package | 100 |
| **Left** | **700** |
| Minimum | 200 |
| Warn below | 1,000 |

<sub>Account <code>Film team</code> · Platform API credits, at the moment of the check · trace id <code>00000000&#45;0000&#45;4000&#45;8000&#45;000000000000</code></sub>
`,
  ],
  [
    'low',
    { minimum: 480, monthly: 212 },
    `### PixVerse credits are too low

> [!CAUTION]
> **312 credits left, this run needs 480: short by 168, at most $1.68.**
>
> Top up 168 credits or more: https://platform.pixverse.ai/billing

🟦🟦🟦🟦🟦🟦🟥🟥🟥🟥 312 of 480 needed

| | credits |
|:--|--:|
| Monthly | 212 |
| Package | 100 |
| **Left** | **312** |
| Minimum | 480 |
| **Short** | **168** |

<sub>Account <code>Film team</code> · Platform API credits, at the moment of the check · trace id <code>00000000&#45;0000&#45;4000&#45;8000&#45;000000000000</code></sub>
`,
  ],
  [
    'low with plan',
    { plan: { ...FILM, margin: 5 }, minimum: 250, monthly: 520 },
    `### PixVerse credits are too low

> [!CAUTION]
> **620 credits left, this run needs 834: short by 214, at most $2.14.**
>
> Top up 214 credits or more: https://platform.pixverse.ai/billing
>
> Of the 7 generations, the first 4 fit.

🟦🟦🟦🟦🟦🟦🟦🟥🟥🟥 620 of 834 needed

| | credits |
|:--|--:|
| Monthly | 520 |
| Package | 100 |
| **Left** | **620** |
| Plan, with 5 % margin | 584 |
| **Remaining after the plan** | **36** |
| Minimum | 250 |
| **Short** | **214** |

<details><summary>The plan: 7 generations, 556 credits, 584 with 5 % margin</summary>

| generation | credits | fits |
|:--|--:|:-:|
| <code>opening shot</code><br><code>text&#95;to&#95;video v6 720p 5 s audio</code><br>4 x 60 | 240 | ✅ |
| <code>close&#45;ups</code><br><code>text&#95;to&#95;video v5&#46;6 1080p 8 s</code><br>2 x 150 | 300 | ❌ |
| <code>narration</code><br><code>lip&#95;sync 58 bytes of text</code><br>1 x 16 | 16 | ❌ |
| **Total** | **556** | **4/7** |

</details>

<sub>Account <code>Film team</code> · <a href="https://docs.platform.pixverse.ai/pricing-796039m0">prices</a> of 2026-10-10 · Platform API credits, at the moment of the check · trace id <code>00000000&#45;0000&#45;4000&#45;8000&#45;000000000000</code></sub>
`,
  ],
  [
    'a purse under its floor',
    { floors: { package: 250 }, onLow: 'warn' },
    `### PixVerse credits are too low

> [!WARNING]
> **700 credits left, but the package purse has 100 (its floor is 250): short by 150, at most $1.50.**
>
> Top up 150 credits or more: https://platform.pixverse.ai/billing

🟦🟦🟦🟦🟥🟥🟥🟥🟥🟥 100 of 250 (floor of the package purse)

| | credits |
|:--|--:|
| Monthly | 600 |
| Package | 100 |
| **Left** | **700** |
| Floor of the package purse | 250 |
| **Short** | **150** |

<sub>Account <code>Film team</code> · Platform API credits, at the moment of the check · trace id <code>00000000&#45;0000&#45;4000&#45;8000&#45;000000000000</code></sub>
`,
  ],
  [
    'over budget',
    { plan: FILM, budget: 400 },
    `### PixVerse plan is over budget

> [!CAUTION]
> **The plan costs 556 credits, 156 more than the budget of 400.**
>
> Plan less, or raise <code>budget</code>. Of the 7 generations, the first 5 fit.

🟦🟦🟦🟦🟦🟦🟦🟥🟥🟥 400 of 556 planned are within the budget

| | credits |
|:--|--:|
| Monthly | 600 |
| Package | 100 |
| **Left** | **700** |
| Plan | 556 |
| Budget | 400 |
| **Remaining after the plan** | **144** |

<details><summary>The plan: 7 generations, 556 credits</summary>

| generation | credits | fits |
|:--|--:|:-:|
| <code>opening shot</code><br><code>text&#95;to&#95;video v6 720p 5 s audio</code><br>4 x 60 | 240 | ✅ |
| <code>close&#45;ups</code><br><code>text&#95;to&#95;video v5&#46;6 1080p 8 s</code><br>2 x 150 | 300 | 1/2 |
| <code>narration</code><br><code>lip&#95;sync 58 bytes of text</code><br>1 x 16 | 16 | ❌ |
| **Total** | **556** | **5/7** |

</details>

<sub>Account <code>Film team</code> · <a href="https://docs.platform.pixverse.ai/pricing-796039m0">prices</a> of 2026-10-10 · Platform API credits, at the moment of the check · trace id <code>00000000&#45;0000&#45;4000&#45;8000&#45;000000000000</code></sub>
`,
  ],
  [
    'unknown',
    { plan: FILM, minimum: 100, onUnknown: 'warn', read: unknown },
    `### PixVerse balance is not known

> [!WARNING]
> **It happened, but is <code>11 &#60;b&#62;</code>.**
>
> Repair it.

| | credits |
|:--|--:|
| Plan | 556 |
| Minimum | 100 |
| **Needed** | **656** |

<details><summary>The plan: 7 generations, 556 credits</summary>

| generation | credits |
|:--|--:|
| <code>opening shot</code><br><code>text&#95;to&#95;video v6 720p 5 s audio</code><br>4 x 60 | 240 |
| <code>close&#45;ups</code><br><code>text&#95;to&#95;video v5&#46;6 1080p 8 s</code><br>2 x 150 | 300 |
| <code>narration</code><br><code>lip&#95;sync 58 bytes of text</code><br>1 x 16 | 16 |
| **Total** | **556** |

</details>

<sub>Account <code>Film team</code> · <a href="https://docs.platform.pixverse.ai/pricing-796039m0">prices</a> of 2026-10-10 · Platform API credits · trace id <code>00000000&#45;0000&#45;4000&#45;8000&#45;000000000000</code></sub>
`,
  ],
  [
    'error with five faults',
    { read: { kind: 'misused', faults: FAULTS } },
    `### PixVerse gate cannot decide

> [!CAUTION]
> **Nothing was checked: 5 faults to fix first.**

- It happened, but is <code>11 &#60;b&#62;</code>. Repair it.
- <code>a&#95;b&#46;json&#44; item 3</code>: It happened. Repair it.
- It happened. Repair it.
- It happened. Repair it.
- <code>&#124;</code>: It happened, but is <code>11 &#60;b&#62;</code>. Repair it.

<sub>Account <code>Film team</code> · Platform API credits</sub>
`,
  ],
  [
    'skipped',
    { minimum: 480, read: { kind: 'skipped', faults: faultsOf() } },
    `### PixVerse gate skipped

> [!NOTE]
> **It happened.**
>
> Repair it.

| | credits |
|:--|--:|
| Minimum | 480 |

<sub>Account <code>Film team</code> · Platform API credits</sub>
`,
  ],
  [
    'few days',
    { warnDays: 7, pace: { perDay: 140, daysLeft: 5 } },
    `### PixVerse credits run low

> [!WARNING]
> **700 credits left: enough, but at 140 a day they last 5 days, and <code>warn&#45;days</code> is 7.**
>
> Top up soon: https://platform.pixverse.ai/billing

🟦🟦🟦🟦🟦🟦🟦🟨🟨🟨 5 of 7 days (<code>warn&#45;days</code>)

| | credits |
|:--|--:|
| Monthly | 600 |
| Package | 100 |
| **Left** | **700** |
| Lasts, at 140 credits a day | 5 days |
| Warn below | 7 days |

<sub>Account <code>Film team</code> · Platform API credits, at the moment of the check · trace id <code>00000000&#45;0000&#45;4000&#45;8000&#45;000000000000</code></sub>
`,
  ],
  [
    'a plan over its budget without a balance',
    { plan: { lines: [{ each: 9 }] }, budget: 4, read: unknown },
    `### PixVerse plan is over budget

> [!CAUTION]
> **The plan costs 9 credits, 5 more than the budget of 4. The balance is not known.**
>
> Plan less, or raise <code>budget</code>.

- It happened, but is <code>11 &#60;b&#62;</code>. Repair it.

🟦🟦🟦🟦🟥🟥🟥🟥🟥🟥 4 of 9 planned are within the budget

| | credits |
|:--|--:|
| Plan | 9 |
| Budget | 4 |

<details><summary>The plan: 1 generation, 9 credits</summary>

| generation | credits |
|:--|--:|
| <code>text&#95;to&#95;video v6 720p 5 s</code><br>1 x 9 | 9 |
| **Total** | **9** |

</details>

<sub>Account <code>Film team</code> · <a href="https://docs.platform.pixverse.ai/pricing-796039m0">prices</a> of 2026-10-10 · Platform API credits · trace id <code>00000000&#45;0000&#45;4000&#45;8000&#45;000000000000</code></sub>
`,
  ],
  [
    'all that can be noted',
    {
      plan: { ...FILM, made: 33, ignored: ['scene'], unusedPrices: ['prices, item 2'] },
      budget: 1_000,
      now: '2027-10-10',
      baseline: { total: 1_220, plan: { cost: 480, planned: 480, pricesAsOf: safe`2026-10-10` } },
    },
    `### PixVerse credits are enough

**700 credits left, this run needs 556: enough.**

🟦🟦🟦🟦🟦🟦🟦🟦🟩🟩 144 to spare

| | credits |
|:--|--:|
| Monthly | 600 |
| Package | 100 |
| **Left** | **700** |
| Plan | 556 |
| **Remaining after the plan** | **144** |

> [!WARNING]
> Planned 480, spent 520: 40 credits (8 %) more than the prices of 2026-10-10 say; if nothing else used the account, they are out of date.

Ignored fields of the plan: <code>scene</code>.

Rows of <code>prices</code> that apply to no item, or lose to another price: <code>prices&#44; item 2</code>.

The built-in prices are 365 days old. Update the gate to its newest release, or give newer prices in <code>prices</code>: https://docs.platform.pixverse.ai/pricing-796039m0

33 of 40 are made already.

<details><summary>The plan: 7 generations, 556 credits</summary>

| generation | credits |
|:--|--:|
| <code>opening shot</code><br><code>text&#95;to&#95;video v6 720p 5 s audio</code><br>4 x 60 | 240 |
| <code>close&#45;ups</code><br><code>text&#95;to&#95;video v5&#46;6 1080p 8 s</code><br>2 x 150 | 300 |
| <code>narration</code><br><code>lip&#95;sync 58 bytes of text</code><br>1 x 16 | 16 |
| **Total** | **556** |

</details>

<sub>Account <code>Film team</code> · <a href="https://docs.platform.pixverse.ai/pricing-796039m0">prices</a> of 2026-10-10 · Platform API credits, at the moment of the check · trace id <code>00000000&#45;0000&#45;4000&#45;8000&#45;000000000000</code></sub>
`,
  ],
  [
    'a receipt as planned',
    { baseline: { total: 1_180, plan: { cost: 480, planned: 480, pricesAsOf: undefined } } },
    `### PixVerse credits are enough

**700 credits left.**

| | credits |
|:--|--:|
| Monthly | 600 |
| Package | 100 |
| **Left** | **700** |

Planned 480, spent 480: as planned.

<sub>Account <code>Film team</code> · Platform API credits, at the moment of the check · trace id <code>00000000&#45;0000&#45;4000&#45;8000&#45;000000000000</code></sub>
`,
  ],
]

test.each(DOCUMENTS)('the summary of %s', (_, some, document) => {
  expect(summary(resultOf(some))).toBe(document)
})

describe('the comment', () => {
  test.each(['ok', 'ok by far', 'warn', 'low', 'low with plan', 'a purse under its floor', 'over budget', 'few days'])(
    'of %s is the summary without its trace id',
    (name) => {
      const [, some, document] = DOCUMENTS.find(([each]) => each === name) ?? []
      const trace = ` · trace id <code>${TRACE_ID.replaceAll('-', '&#45;')}</code>`
      expect(comment(resultOf(some))).toBe(document?.replace(trace, ''))
    },
  )

  test('quotes nobody', () => {
    expect(comment(resultOf({ read: unknown }))).toBe(`### PixVerse balance is not known

> [!CAUTION]
> **It happened.**
>
> Repair it.

<sub>Account <code>Film team</code> · Platform API credits</sub>
`)
    expect(comment(resultOf({ read: { kind: 'misused', faults: FAULTS } }))).toContain(`

- It happened. Repair it.
- <code>a&#95;b&#46;json&#44; item 3</code>: It happened. Repair it.
- It happened. Repair it.
- It happened. Repair it.
- <code>&#124;</code>: It happened. Repair it.

`)
  })

  test('has neither the age of the prices nor what had no effect, but the receipt', () => {
    const baseline = { total: 720, plan: undefined }
    const some = { plan: { ignored: ['scene'], unusedPrices: ['prices, item 2'] }, baseline, now: '2027-10-10' }
    expect(comment(resultOf(some))).toBe(comment(resultOf({ plan: {}, baseline })))
    expect(comment(resultOf(some))).toContain('\n\nSpent since the baseline of 720: 20 credits.\n\n')
  })

  test('may be resolved', () => {
    const result = resultOf()
    expect(comment(result, 'Resolved: ')).toBe(`### Resolved: ${comment(result).slice('### '.length)}`)
  })
})

test('the alert is the comment without its heading', () => {
  const result = resultOf({ minimum: 868 })
  expect(comment(result)).toBe(`### PixVerse credits are too low\n\n${alertBody(result)}`)
})

test('the alert quotes nobody', () => {
  const result = resultOf({ read: unknown })
  expect(alertBody(result)).toContain('\n> **It happened.**\n')
  expect(alertComment(result)).toBe('**It happened.**\n\nRepair it.')
})

test.each<[string, SomeResult, string]>([
  [
    'gets worse',
    { minimum: 868 },
    '**700 credits left, this run needs 868: short by 168, at most $1.68.**\n\nTop up 168 credits or more: https://platform.pixverse.ai/billing',
  ],
  ['is over', { minimum: 480 }, '**PixVerse credits are enough again: 700 credits left, this run needs 480.**'],
])('when the alert %s, it is said', (_, some, news) => {
  expect(alertComment(resultOf(some))).toBe(news)
})

describe('a text that GitHub takes', () => {
  const LONGEST = outside('|'.repeat(200))
  const lines = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ what: LONGEST, name: LONGEST, each: at + 1, by: 'plan' as const }))
  /** Quotes so many texts of the greatest length. */
  const fault = (quotes: number): SafeText =>
    safe`${
      Array<SafeText>(quotes)
        .fill(safe`\`${LONGEST}\``)
        .join() as SafeText
    }`
  const faults = (count: number, quotes: number) =>
    faultsOf(...Array.from({ length: count }, () => ({ ...FAULT, where: LONGEST, message: fault(quotes) })))

  test('lists twenty lines as long as it can', () => {
    for (const text of [comment, alertBody]) {
      const written = text(resultOf({ plan: { lines: lines(400) }, minimum: 9 }))
      expect(written).toContain('and 380 more, of which 380 with the price given by the plan')
      expect(written.length).toBeLessThan(60_000)
    }
  })

  test.each([
    [1, 20],
    [3, 10],
    [6, 5],
    [15, 2],
    [30, 1],
    [45, 1],
  ])('with %d quotes in each of 100 faults lists %d of them', (quotes, listed) => {
    const written = comment(resultOf({ read: { kind: 'misused', faults: faults(100, quotes) } }))
    expect(written.match(/^- <code>/gm)).toHaveLength(listed)
    expect(written).toContain(`\n- and ${100 - listed} more\n`)
    expect(written.length).toBeLessThan(60_000)
  })

  test('ends in any case', () => {
    const written = comment(resultOf({ read: { kind: 'misused', faults: faults(100, 60) } }))
    expect(written).toContain('\n- and 99 more\n')
  })

  test('is not cut in the summary, which may be longer', () => {
    const written = summary(resultOf({ read: { kind: 'misused', faults: faults(100, 15) } }))
    expect(written).toContain('\n- and 80 more\n')
  })
})
