import { describe, expect, test } from '@jest/globals'
import { capital, count, counted, dollars, listing, shorten } from '../../src/report/format.js'
import { safe } from '../../src/safe-text.js'

const DOLLARS = { topUp: safe`https://platform.pixverse.ai/billing`, centsPerCredit: 1 }

test.each([
  [0, '0'],
  [7, '7'],
  [480, '480'],
  [1_000, '1,000'],
  [1_072_650, '1,072,650'],
  [-5, '-5'],
  [-168, '-168'],
  [-1_234, '-1,234'],
  [-123_456, '-123,456'],
  [9_007_199_254_740_991, '9,007,199,254,740,991'],
])('%d is written %s', (value, text) => {
  expect(count(value)).toBe(text)
})

test.each([
  [0, 'credit', '0 credits'],
  [1, 'credit', '1 credit'],
  [1_312, 'generation', '1,312 generations'],
] as const)('%d of a %s are %s', (value, noun, text) => {
  expect(counted(value, noun)).toBe(text)
})

describe('dollars', () => {
  test.each([
    [0, '$0.00'],
    [1, '$0.01'],
    [168, '$1.68'],
    [250, '$2.50'],
    [107_265_000, '$1,072,650.00'],
    [9_007_199_254_740_991, '$90,071,992,547,409.91'],
  ])('%d credits cost at most %s', (credits, text) => {
    expect(dollars(credits, DOLLARS)).toBe(text)
  })

  test('follow the price of a credit', () => {
    expect(dollars(168, { ...DOLLARS, centsPerCredit: 3 })).toBe('$5.04')
  })

  test('are not known where credits are not sold in dollars', () => {
    expect(dollars(168, { ...DOLLARS, centsPerCredit: undefined })).toBeUndefined()
  })
})

test('a word gets a capital letter', () => {
  expect(capital('monthly')).toBe('Monthly')
})

describe('a long list', () => {
  const items = Array.from({ length: 23 }, (_, at) => at)

  test('is cut after 20, and what is left out is counted', () => {
    expect(shorten(items)).toEqual({ listed: items.slice(0, 20), more: 3 })
    expect(shorten(items.slice(0, 20))).toEqual({ listed: items.slice(0, 20), more: 0 })
  })

  test('may be the beginning of a longer one', () => {
    expect(shorten([1, 2], 9)).toEqual({ listed: [1, 2], more: 7 })
  })

  test('may be cut earlier', () => {
    expect(shorten(items, 100, 5)).toEqual({ listed: [0, 1, 2, 3, 4], more: 95 })
  })
})

test.each([
  [[], ''],
  [[safe`a`], 'a'],
  [[safe`a`, safe`b`], 'a and b'],
  [[safe`a`, safe`b`, safe`c`], 'a, b and c'],
])('%j is listed as "%s"', (texts, text) => {
  expect(listing(texts)).toBe(text)
})
