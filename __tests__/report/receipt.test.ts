import { describe, expect, test } from '@jest/globals'
import { isBeyondMargin, receipt } from '../../src/report/receipt.js'
import { safe, type SafeText } from '../../src/safe-text.js'
import { outside, resultOf } from '../support/result.js'

/** What is said when 700 credits are left of `total`. */
function said(
  total: number,
  cost?: number,
  planned = cost,
  pricesAsOf: SafeText | undefined = safe`2026-10-10`,
): string {
  const plan = cost === undefined || planned === undefined ? undefined : { cost, planned, pricesAsOf }
  return receipt(resultOf({ baseline: { total, plan } })).join('|')
}

describe('the receipt', () => {
  test('is empty without a baseline, or without a balance', () => {
    expect(receipt(resultOf())).toEqual([])
    expect(receipt(resultOf({ baseline: { total: undefined, plan: undefined } }))).toEqual([])
  })

  test.each<readonly [string, Parameters<typeof said>, string]>([
    ['nothing was planned for', [1_220], 'Spent since the baseline of 1,220: 520 credits.'],
    ['one credit was spent', [701], 'Spent since the baseline of 701: 1 credit.'],
    ['nothing was spent', [700], 'Spent since the baseline of 700: 0 credits.'],
    [
      'there is more than before',
      [699],
      '1 credit more than at the baseline of 699: a top-up, a refill or a refund came in between.',
    ],
    [
      'there is more than before, in spite of a plan',
      [100, 480],
      '600 credits more than at the baseline of 100: a top-up, a refill or a refund came in between.',
    ],
    ['it is what was planned', [1_180, 480], 'Planned 480, spent 480: as planned.'],
    ['neither was', [700, 0], 'Planned 0, spent 0: as planned.'],
    ['nothing was planned, but something was spent', [720, 0], 'Planned 0, spent 20: something else used the account.'],
    [
      'it is more',
      [1_220, 480],
      'Planned 480, spent 520: 40 credits (8 %) more than the prices of 2026-10-10 say; if nothing else used the account, they are out of date.',
    ],
    [
      'it is more, but within the margin',
      [1_220, 480, 520],
      'Planned 480, spent 520: 40 credits (8 %) more than the prices of 2026-10-10 say, within the margin.',
    ],
    [
      'it is more than the margin by one',
      [1_220, 480, 519],
      'Planned 480, spent 520: 40 credits (8 %) more than the prices of 2026-10-10 say; if nothing else used the account, they are out of date.',
    ],
    [
      'it is a little more',
      [10_701, 10_000],
      'Planned 10,000, spent 10,001: 1 credit (under 1 %) more than the prices of 2026-10-10 say; if nothing else used the account, they are out of date.',
    ],
    [
      'it is less',
      [1_100, 480],
      'Planned 480, spent 400: 80 credits (17 %) less; some were refunded or not made, credits came in between, or the prices are too high.',
    ],
    [
      'nothing was spent of a plan',
      [700, 480],
      'Planned 480, spent 0: 480 credits (100 %) less; some were refunded or not made, credits came in between, or the prices are too high.',
    ],
    [
      'the prices have a date that is none',
      [1_220, 480, 480, outside('see www.evil.example')],
      'Planned 480, spent 520: 40 credits (8 %) more than the plan says; if nothing else used the account, the prices that it was given are too low.',
    ],
    [
      'the prices have a date and more',
      [1_220, 480, 520, outside('2026-10-10, or so')],
      'Planned 480, spent 520: 40 credits (8 %) more than the plan says, within the margin.',
    ],
    [
      'the prices have something before a date',
      [1_220, 480, 520, outside('about 2026-10-10')],
      'Planned 480, spent 520: 40 credits (8 %) more than the plan says, within the margin.',
    ],
  ])('when %s', (_, earlier, expected) => {
    expect(said(...earlier)).toBe(expected)
  })

  test('compares nothing with the report of another account', () => {
    const other = { account: outside('other'), total: 1_220, plan: { cost: 480, planned: 480, pricesAsOf: undefined } }
    const says =
      'The `baseline` is the report of the account `other`, and this gate has `Film team`, so nothing is said of what was spent. If they are the same, give both the same `account`.'
    for (const baseline of [other, { ...other, plan: undefined }, { ...other, total: undefined }]) {
      const result = resultOf({ baseline })
      expect(receipt(result)).toEqual([says])
      expect(result.standing?.spent).toBeUndefined()
    }
    expect(receipt(resultOf({ baseline: { ...other, account: outside('Film team') } }))).toEqual([
      expect.stringMatching(/^Planned 480, spent 520: /),
    ])
  })

  test('names no table when no price came from it', () => {
    const baseline = { total: 1_220, plan: { cost: 480, planned: 480, pricesAsOf: undefined } }
    expect(receipt(resultOf({ baseline }))).toEqual([
      'Planned 480, spent 520: 40 credits (8 %) more than the plan says; if nothing else used the account, the prices that it was given are too low.',
    ])
  })
})

test.each([
  [480, 520, 41, true],
  [480, 520, 40, false],
  [480, 480, 0, false],
  [480, 480, -1, false],
])('of a plan of %d, %d with margin, %d more is beyond it: %s', (cost, planned, credits, beyond) => {
  expect(isBeyondMargin({ cost, planned, credits, pricesAsOf: undefined })).toBe(beyond)
})
