import { describe, expect, test } from '@jest/globals'
import { leftovers, madeAlready, planTotal, priceAge, restOf } from '../../src/report/plan-notes.js'
import { planOf, resultOf, type SomePlan } from '../support/result.js'

test.each<[SomePlan, string]>([
  [{ lines: [{}] }, '1 generation, 45 credits'],
  [{ lines: [{ count: 12 }, { each: 16 }], margin: 5 }, '13 generations, 556 credits, 584 with 5 % margin'],
  [{ lines: [{ count: 1_000, each: 1_000 }] }, '1,000 generations, 1,000,000 credits'],
])('the total of %j is %s', (plan, text) => {
  expect(planTotal(planOf(plan))).toBe(text)
})

test.each<[SomePlan, readonly string[]]>([
  [{}, []],
  [{ lines: [{ count: 28 }], made: 12 }, ['12 of 40 are made already.']],
  [{ lines: [{ count: 39 }], made: 1 }, ['1 of 40 is made already.']],
  [{ lines: [{ count: 40 }], made: 0 }, ['0 of 40 are made already.']],
  [{ lines: [], made: 1_200 }, ['1,200 of 1,200 are made already.']],
])('of %j is said: %j', (plan, texts) => {
  expect(madeAlready(planOf(plan))).toEqual(texts)
})

test('the lines that are not listed are counted, and so are those with a price of their own', () => {
  const { lines } = planOf({ lines: [{}, { by: 'prices' }, { by: 'plan' }] })
  expect(restOf(lines)).toBe('and 3 more, of which 1 with the price given by the plan')
  expect(restOf(lines.slice(0, 2))).toBe('and 2 more')
})

describe('the age of the prices', () => {
  const OLD = (days: number): string =>
    `The built-in prices are ${days} days old. Update the gate to its newest release, or give newer prices in \`prices\`: https://docs.platform.pixverse.ai/pricing-796039m0`

  test.each([
    ['2026-10-20', []],
    ['2027-01-08', []],
    ['2027-01-09', [OLD(91)]],
    ['2027-10-10', [OLD(365)]],
  ])('on %s is said: %j', (now, texts) => {
    expect(priceAge(resultOf({ plan: {}, now }))).toEqual(texts)
  })

  test('does not matter when no price came from the table, or there is no plan', () => {
    expect(priceAge(resultOf({ plan: { pricesAsOf: undefined }, now: '2027-10-10' }))).toEqual([])
    expect(priceAge(resultOf({ now: '2027-10-10' }))).toEqual([])
  })
})

describe('leftovers', () => {
  test('are none without a plan, and of a plan that uses everything', () => {
    expect(leftovers(resultOf())).toEqual([])
    expect(leftovers(resultOf({ plan: {} }))).toEqual([])
  })

  test('are named, as text of others', () => {
    const plan = { ignored: ['scene', '`notes`'], unusedPrices: ['prices, item 2'] }
    expect(leftovers(resultOf({ plan }))).toEqual([
      "Ignored fields of the plan: `scene`, `'notes'`.",
      'Rows of `prices` that apply to no item, or lose to another price: `prices, item 2`.',
    ])
  })

  test.each([
    [256, []],
    [257, ['`todo` has the first 256 of the 257 generations that fit.']],
    [1_200, ['`todo` has the first 256 of the 700 generations that fit.']],
  ])('of %i generations for `todo` are said: %j', (count, texts) => {
    expect(leftovers(resultOf({ plan: { lines: [{ count, each: 1 }] } }))).toEqual(texts)
  })

  test('are cut when they are many', () => {
    const ignored = Array.from({ length: 23 }, (_, at) => `f${at}`)
    const names = ignored.slice(0, 20).map((name) => `\`${name}\``)
    expect(leftovers(resultOf({ plan: { ignored } }))).toEqual([
      `Ignored fields of the plan: ${names.join(', ')} and 3 more.`,
    ])
  })
})
