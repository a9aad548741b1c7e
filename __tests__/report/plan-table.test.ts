import { describe, expect, test } from '@jest/globals'
import { planTable } from '../../src/report/plan-table.js'
import { faultsOf, resultOf, type SomeLine, type SomeResult, TRACE_ID } from '../support/result.js'

const FILM = {
  lines: [
    { name: 'opening', count: 4, each: 60 },
    { name: 'close-ups', what: 'transition v6', count: 2, each: 150 },
    { each: 16 },
  ],
}
const unknown = { kind: 'unknown', faults: faultsOf(), traceId: TRACE_ID } as const

/** The rows of the table, without head and frame. */
function rows(some: SomeResult, most = 20): readonly string[] {
  const text = planTable(resultOf(some), most).at(-1) ?? ''
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.slice(2, -2))
}

describe('the table of a plan', () => {
  test('is folded, and in the order of the plan', () => {
    expect(planTable(resultOf({ plan: FILM }), 20)).toEqual([
      `<details><summary>The plan: 7 generations, 556 credits</summary>

| generation | credits |
|:--|--:|
| <code>opening</code><br><code>text&#95;to&#95;video v6 720p 5 s</code><br>4 x 60 | 240 |
| <code>close&#45;ups</code><br><code>transition v6</code><br>2 x 150 | 300 |
| <code>text&#95;to&#95;video v6 720p 5 s</code><br>1 x 16 | 16 |
| **Total** | **556** |

</details>`,
    ])
  })

  test('marks what fits when not all of it does', () => {
    expect(planTable(resultOf({ plan: { ...FILM, margin: 5 }, minimum: 220, package: 50 }), 20)).toEqual([
      `<details><summary>The plan: 7 generations, 556 credits, 584 with 5 % margin</summary>

| generation | credits | fits |
|:--|--:|:-:|
| <code>opening</code><br><code>text&#95;to&#95;video v6 720p 5 s</code><br>4 x 60 | 240 | ✅ |
| <code>close&#45;ups</code><br><code>transition v6</code><br>2 x 150 | 300 | 1/2 |
| <code>text&#95;to&#95;video v6 720p 5 s</code><br>1 x 16 | 16 | ❌ |
| **Total** | **556** | **5/7** |

</details>`,
    ])
  })

  test('marks nothing when the balance is not known', () => {
    expect(rows({ plan: FILM, read: unknown }).at(-1)).toBe('**Total** | **556**')
  })

  test('is none without a plan', () => {
    expect(planTable(resultOf(), 20)).toEqual([])
  })

  test('is a sentence when there is nothing to generate', () => {
    expect(planTable(resultOf({ plan: { lines: [] } }), 20)).toEqual(['The plan has nothing to generate.'])
    expect(planTable(resultOf({ plan: { lines: [], made: 40 } }), 20)).toEqual([
      'The plan has nothing to generate. 40 of 40 are made already.',
    ])
  })

  test('comes after how much is made already', () => {
    const texts = planTable(resultOf({ plan: { ...FILM, made: 33 } }), 20)
    expect(texts).toHaveLength(2)
    expect(texts[0]).toBe('33 of 40 are made already.')
  })

  test('cuts a name after 40 characters', () => {
    const named = (name: string): readonly SomeLine[] => [{ name, what: 'x', each: 9 }]
    expect(rows({ plan: { lines: named('n'.repeat(41)) } })[0]).toBe(
      `<code>${'n'.repeat(39)}…</code><br><code>x</code><br>1 x 9 | 9`,
    )
    expect(rows({ plan: { lines: named('n'.repeat(40)) } })[0]).toContain(`<code>${'n'.repeat(40)}</code>`)
  })

  test('says which prices the plan gave itself', () => {
    const lines = (['table', 'prices', 'plan'] as const).map((by) => ({ what: 'x', each: 1_000, count: 2_000, by }))
    expect(rows({ plan: { lines }, monthly: 10_000_000 })).toEqual([
      '<code>x</code><br>2,000 x 1,000 | 2,000,000',
      '<code>x</code><br>2,000 x 1,000 | 2,000,000',
      '<code>x</code><br>2,000 x 1,000, price given by the plan | 2,000,000',
      '**Total** | **6,000,000**',
    ])
  })

  test('is cut, and sums up the rest', () => {
    const lines = Array.from({ length: 23 }, (_, at) => ({ what: 'x', each: at + 1, count: 1_000 }))
    expect(rows({ plan: { lines }, monthly: 1_000_000 }).slice(19)).toEqual([
      '<code>x</code><br>1,000 x 20 | 20,000',
      'and 3 more | 66,000',
      '**Total** | **276,000**',
    ])
    expect(rows({ plan: { lines: lines.slice(0, 20) }, monthly: 1_000_000 })).toHaveLength(21)
    expect(rows({ plan: { lines }, monthly: 214_400, package: 0 }, 1)).toEqual([
      '<code>x</code><br>1,000 x 1 | 1,000 | ✅',
      'and 22 more | 275,000 | 19,209/22,000',
      '**Total** | **276,000** | **20,209/23,000**',
    ])
  })
})
