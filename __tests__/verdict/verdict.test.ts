import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { oneFault } from '../../src/fault.js'
import type { PricedPlan } from '../../src/plan/plan.js'
import { regionOf } from '../../src/pixverse/region.js'
import { plain, safe, type SafeText } from '../../src/safe-text.js'
import {
  type BalanceRead,
  decide,
  isSufficient,
  type Limits,
  type Pace,
  type Result,
  type Standing,
  type Verdict,
} from '../../src/verdict/verdict.js'
import { balanceOf, floors } from '../support/purses.js'

const NO_LIMITS: Limits = {
  minimum: 0,
  floors: floors(),
  warnBelow: undefined,
  warnDays: undefined,
  budget: undefined,
  baseline: undefined,
  onLow: 'fail',
  onUnknown: 'fail',
}

const account = safe`PixVerse`
const region = regionOf(new URL('https://app-api.pixverse.ai'))
const traceId = safe`a trace id`
const faults = oneFault({ id: 'test', message: safe`It happened`, hint: safe`Fix it.` })
const MISUSED: BalanceRead = { kind: 'misused', faults }
const SKIPPED: BalanceRead = { kind: 'skipped', faults }
const REFUSED: BalanceRead = { kind: 'refused', faults, traceId }
const UNKNOWN: BalanceRead = { kind: 'unknown', faults, traceId }

function balance(monthly: number, bought = 0): BalanceRead {
  return { kind: 'balance', balance: balanceOf({ monthly, package: bought }), traceId }
}

/** What is decided about, as far as it matters. */
interface Case {
  readonly read: BalanceRead
  readonly limits?: Partial<Limits>
  /** Credits of each generation of a plan, in order. */
  readonly plan?: readonly number[]
  /** Percent. */
  readonly margin?: number
  readonly pricesAsOf?: SafeText
  readonly pace?: Pace
  readonly now?: string
}

function planOf(each: readonly number[], margin: number, pricesAsOf: SafeText | undefined): PricedPlan {
  const costOf = (first: number): number => each.slice(0, first).reduce((sum, credits) => sum + credits, 0)
  const plannedOf = (first: number): number => Number((BigInt(costOf(first)) * BigInt(100 + margin) + 99n) / 100n)
  return {
    lines: [],
    generations: each.length,
    made: undefined,
    cost: costOf(each.length),
    margin: plain(String(margin)),
    planned: plannedOf(each.length),
    pricesAsOf,
    total: 0,
    ignored: [],
    ignoredCount: 0,
    unusedPrices: [],
    fitting: (credits) => each.filter((_, at) => plannedOf(at + 1) <= credits).length,
    todo: (fits) => each.slice(0, fits).map((_, at) => ({ file: '', item: at + 1, name: '', n: 1 })),
    lineFits: () => [],
  }
}

function resultOf({ read, limits, plan, margin = 0, pricesAsOf, pace, now = '2026-11-25T12:00:00Z' }: Case): Result {
  return decide({
    account,
    region,
    read,
    limits: { ...NO_LIMITS, ...limits },
    plan: plan && planOf(plan, margin, pricesAsOf),
    pace,
    now: new Date(now),
  })
}

function standingOf(about: Case): Standing {
  const { standing } = resultOf(about)
  if (standing === undefined) throw new Error('the case of the test has no balance')
  return standing
}

const OVER_BUDGET = { plan: [101], limits: { budget: 100 } }
const DAYS = (daysLeft: number): Pace => ({ perDay: 10, daysLeft })

describe('the verdict', () => {
  test.each<[Verdict, string, Case]>([
    ['ok', 'nothing is required', { read: balance(0) }],
    ['ok', 'exactly the minimum is left', { read: balance(300, 180), limits: { minimum: 480 } }],
    ['low', 'one credit is missing', { read: balance(300, 179), limits: { minimum: 480 } }],
    ['ok', 'the plan takes all', { read: balance(100), plan: [60, 40] }],
    ['low', 'the plan takes one more than all', { read: balance(99), plan: [60, 40] }],
    ['low', 'the plan leaves less than the minimum', { read: balance(150), plan: [100], limits: { minimum: 51 } }],
    ['ok', 'the plan leaves the minimum', { read: balance(150), plan: [100], limits: { minimum: 50 } }],
    ['low', 'the margin is too much', { read: balance(106), plan: [100], margin: 7 }],
    ['ok', 'the margin just fits', { read: balance(107), plan: [100], margin: 7 }],
    [
      'low',
      'the monthly purse is under its floor',
      { read: balance(9, 1000), limits: { floors: floors({ monthly: 10 }) } },
    ],
    [
      'low',
      'the package purse is under its floor',
      { read: balance(1000, 9), limits: { floors: floors({ package: 10 }) } },
    ],
    [
      'ok',
      'both purses are on their floors',
      { read: balance(10, 10), limits: { floors: floors({ monthly: 10, package: 10 }) } },
    ],
    [
      'low',
      'a purse is below zero and its floor is 0',
      { read: balance(-1, 5), limits: { floors: floors({ monthly: 0 }) } },
    ],
    ['ok', 'a purse is below zero and has no floor', { read: balance(-1, 5) }],
    ['warn', 'fewer would remain than to warn at', { read: balance(999), limits: { warnBelow: 1000 } }],
    ['ok', 'as many remain as to warn at', { read: balance(1000), limits: { warnBelow: 1000 } }],
    [
      'warn',
      'the plan leaves fewer than to warn at',
      { read: balance(1050), plan: [100], limits: { warnBelow: 1000 } },
    ],
    ['warn', 'the credits last fewer days', { read: balance(50), limits: { warnDays: 7 }, pace: DAYS(6) }],
    ['ok', 'the credits last as many days', { read: balance(50), limits: { warnDays: 7 }, pace: DAYS(7) }],
    ['ok', 'the pace is not known', { read: balance(50), limits: { warnDays: 7 } }],
    [
      'ok',
      'there is no use',
      { read: balance(50), limits: { warnDays: 365 }, pace: { perDay: 0, daysLeft: undefined } },
    ],
    ['ok', 'the credits last no day, and nobody asked', { read: balance(50), pace: DAYS(0) }],
    [
      'over-budget',
      'the plan costs more than the budget, whatever the balance',
      { read: balance(1e9), ...OVER_BUDGET },
    ],
    ['over-budget', 'the plan is over budget, and the balance low', { read: balance(0), ...OVER_BUDGET }],
    ['over-budget', 'the plan is over budget, and the balance not known', { read: UNKNOWN, ...OVER_BUDGET }],
    ['over-budget', 'the plan is over budget, and there can be no key', { read: SKIPPED, ...OVER_BUDGET }],
    ['over-budget', 'the margin is over budget', { read: UNKNOWN, plan: [100], margin: 1, limits: { budget: 100 } }],
    ['ok', 'the plan costs its budget', { read: balance(1000), plan: [100], limits: { budget: 100 } }],
    [
      'unknown',
      'the plan costs its budget, and the balance is not known',
      { read: UNKNOWN, plan: [100], limits: { budget: 100 } },
    ],
    ['ok', 'there is a budget without a plan', { read: balance(1000), limits: { budget: 0 } }],
    ['low', 'it is low before it is to warn', { read: balance(1), limits: { minimum: 2, warnBelow: 3 } }],
    [
      'low',
      'it is low before the days are few',
      { read: balance(1), limits: { minimum: 2, warnDays: 7 }, pace: DAYS(1) },
    ],
    ['low', 'the balance is below zero', { read: balance(-5) }],
    ['error', 'an input is wrong', { read: MISUSED }],
    ['error', 'an input is wrong, and the plan is over budget', { read: MISUSED, ...OVER_BUDGET }],
    ['skipped', 'there can be no key', { read: SKIPPED }],
    ['error', 'the key is refused', { read: REFUSED }],
    ['error', 'the key is refused, and the plan is over budget', { read: REFUSED, ...OVER_BUDGET }],
    ['unknown', 'the balance cannot be read', { read: UNKNOWN }],
  ])('is %s when %s', (verdict, _, about) => {
    const result = resultOf(about)
    expect(result.verdict).toBe(verdict)
    expect(isSufficient(result)).toBe(verdict === 'ok' || verdict === 'warn')
  })

  test.each<[Verdict, boolean, boolean, boolean, boolean, Case]>([
    // verdict; passes by default, with on-low: warn, with on-unknown: warn, with both
    ['ok', true, true, true, true, { read: balance(1) }],
    ['warn', true, true, true, true, { read: balance(1), limits: { warnBelow: 2 } }],
    ['skipped', true, true, true, true, { read: SKIPPED }],
    ['low', false, true, false, true, { read: balance(1), limits: { minimum: 2 } }],
    ['over-budget', false, true, false, true, { read: balance(1), ...OVER_BUDGET }],
    ['over-budget', false, true, false, true, { read: UNKNOWN, ...OVER_BUDGET }],
    ['over-budget', false, true, false, true, { read: SKIPPED, ...OVER_BUDGET }],
    ['unknown', false, false, true, true, { read: UNKNOWN }],
    ['error', false, false, false, false, { read: MISUSED }],
    ['error', false, false, false, false, { read: REFUSED }],
  ])(
    '%s lets the step pass: %s, with on-low: warn: %s, with on-unknown: warn: %s, with both: %s',
    (verdict, strictly, onLow, onUnknown, leniently, { limits, ...rest }) => {
      const passes = (more: Partial<Limits>): unknown[] => {
        const result = resultOf({ ...rest, limits: { ...limits, ...more } })
        return [result.verdict, result.passes]
      }
      expect(passes({})).toEqual([verdict, strictly])
      expect(passes({ onLow: 'warn' })).toEqual([verdict, onLow])
      expect(passes({ onUnknown: 'warn' })).toEqual([verdict, onUnknown])
      expect(passes({ onLow: 'warn', onUnknown: 'warn' })).toEqual([verdict, leniently])
    },
  )

  test.each<[string, Case, unknown]>([
    ['few credits', { read: balance(9), limits: { warnBelow: 10 } }, { kind: 'few-credits', warnBelow: 10 }],
    [
      'few days',
      { read: balance(9), limits: { warnDays: 7 }, pace: DAYS(0) },
      { kind: 'few-days', warnDays: 7, daysLeft: 0, perDay: 10 },
    ],
    [
      'few credits before few days',
      { read: balance(9), limits: { warnBelow: 10, warnDays: 7 }, pace: DAYS(6) },
      { kind: 'few-credits', warnBelow: 10 },
    ],
  ])('warns because of %s', (_, about, reason) => {
    expect(resultOf(about)).toMatchObject({ verdict: 'warn', reason })
  })
})

describe('a result has', () => {
  test('what is known of a balance', () => {
    expect(
      resultOf({
        read: balance(200, 50),
        plan: [100, 100, 100],
        margin: 10,
        limits: { minimum: 20, baseline: { total: 400, plan: undefined } },
        pace: DAYS(3),
      }),
    ).toMatchObject({
      account,
      region,
      traceId,
      verdict: 'low',
      need: { planned: 330, required: 350, plan: { cost: 300 } },
      standing: {
        balance: { monthly: 200, package: 50, total: 250 },
        remaining: -80,
        shortfall: 100,
        topUp: 100,
        underFloor: [],
        spent: { since: 400, credits: 150, drift: undefined },
        making: { fits: 2, todo: [{ item: 1 }, { item: 2 }] },
        pace: DAYS(3),
      },
    })
  })

  test('a need of its minimum alone without a plan', () => {
    expect(resultOf({ read: balance(5), limits: { minimum: 3 } })).toMatchObject({
      need: { planned: 0, required: 3, plan: undefined, pricesAge: undefined },
      standing: { remaining: 5, shortfall: 0, topUp: 0, making: undefined, spent: undefined, pace: undefined },
    })
  })

  test.each<[string, BalanceRead, SafeText | undefined]>([
    ['it is unknown', UNKNOWN, traceId],
    ['the key is refused', REFUSED, traceId],
    ['the run is skipped', SKIPPED, undefined],
  ])('a need and faults, but no standing, when %s', (_, read, trace) => {
    const about = { read, plan: [5], limits: { minimum: 1, baseline: { total: 9, plan: undefined } }, pace: DAYS(1) }
    expect(resultOf(about)).toMatchObject({
      need: { planned: 5, required: 6 },
      standing: undefined,
      faults,
      traceId: trace,
    })
  })

  test('nothing but faults when an input is wrong', () => {
    const { need, standing, traceId: trace, ...rest } = resultOf({ read: MISUSED, plan: [5], limits: { minimum: 1 } })
    expect([need, standing, trace]).toEqual([undefined, undefined, undefined])
    expect(rest).toMatchObject({ faults, limits: { minimum: 1 } })
  })

  test.each<[string, BalanceRead, unknown]>([
    [
      'and the balance',
      balance(7),
      { standing: { remaining: -94, making: { fits: 0, todo: [] } }, faults: undefined, traceId },
    ],
    ['and why it has no balance', UNKNOWN, { standing: undefined, faults, traceId }],
    ['and why nobody asked for one', SKIPPED, { standing: undefined, faults, traceId: undefined }],
  ])('the budget that the plan is over, %s', (_, read, expected) => {
    const result = resultOf({ read, ...OVER_BUDGET })
    expect(result).toMatchObject({ verdict: 'over-budget', budget: 100, need: { planned: 101, required: 101 } })
    expect(result).toMatchObject(expected as object)
  })
})

describe('the age of the prices is', () => {
  const read = balance(1)
  test.each([
    ['2026-11-25', '2026-11-25T00:00:00Z', 0],
    ['2026-11-25', '2026-11-25T23:59:59Z', 0],
    ['2026-11-24', '2026-11-25T00:00:00Z', 1],
    ['2026-08-27', '2026-11-25T12:00:00Z', 90],
    ['2026-08-26', '2026-11-25T12:00:00Z', 91],
  ])('of %s at %s %i days', (date, now, age) => {
    expect(resultOf({ read, plan: [1], pricesAsOf: plain(date), now }).need?.pricesAge).toBe(age)
  })

  test('not known when none came from the table', () => {
    expect(resultOf({ read, plan: [1] }).need?.pricesAge).toBeUndefined()
  })
})

describe('spent since the baseline', () => {
  const plan = { cost: 90, planned: 99, pricesAsOf: safe`2026-09-02` }
  test.each<[string, number, Limits['baseline'], object | undefined]>([
    ['is what is gone', 300, { total: 400, plan: undefined }, { since: 400, credits: 100, drift: undefined }],
    ['is nothing when nothing is gone', 400, { total: 400, plan: undefined }, { since: 400, credits: 0 }],
    ['is negative after a top-up', 500, { total: 400, plan: undefined }, { since: 400, credits: -100 }],
    ['counts from below zero', -8, { total: -5, plan: undefined }, { since: -5, credits: 3 }],
    ['is not known when the baseline is not', 300, { total: undefined, plan }, undefined],
    ['is not known without one', 300, undefined, undefined],
    [
      'drifts by what was spent beyond the plan',
      300,
      { total: 400, plan },
      { credits: 100, drift: { ...plan, credits: 10 } },
    ],
    [
      'does not drift when the plan was right',
      310,
      { total: 400, plan },
      { credits: 90, drift: { ...plan, credits: 0 } },
    ],
    [
      'drifts below zero when less was spent',
      400,
      { total: 400, plan },
      { credits: 0, drift: { ...plan, credits: -90 } },
    ],
    ['has no drift after a top-up', 401, { total: 400, plan }, { since: 400, credits: -1, drift: undefined }],
  ])('%s', (_, total, baseline, expected) => {
    const { spent } = standingOf({ read: balance(total), limits: { baseline } })
    if (expected === undefined) expect(spent).toBeUndefined()
    else expect(spent).toMatchObject(expected)
  })

  test('decides nothing', () => {
    const about = (baseline: Limits['baseline']): Verdict =>
      resultOf({ read: balance(300), limits: { minimum: 300, warnBelow: 300, baseline } }).verdict
    expect([about({ total: 9000, plan }), about(undefined)]).toEqual(['ok', 'ok'])
  })
})

describe('as many generations fit', () => {
  test.each<[number, string, Case]>([
    [0, 'as none when there is nothing', { read: balance(0), plan: [10, 10] }],
    [2, 'as the credits pay for', { read: balance(20), plan: [10, 10, 10] }],
    [1, 'as leave the minimum', { read: balance(20), plan: [10, 10, 10], limits: { minimum: 10 } }],
    [0, 'as none when the minimum is not there', { read: balance(5), plan: [0], limits: { minimum: 6 } }],
    [1, 'as their margin lets', { read: balance(20), plan: [10, 10, 10], margin: 1 }],
    [2, 'as stay within the budget', { read: balance(1000), plan: [10, 10, 10], limits: { budget: 25 } }],
    [3, 'as there are', { read: balance(1e9), plan: [10, 10, 10] }],
    [0, 'as none of a plan of nothing', { read: balance(1e9), plan: [] }],
    [
      3,
      'as the sum pays for, though a purse is under its floor',
      { read: balance(0, 30), plan: [10, 10, 10], limits: { floors: floors({ monthly: 1 }) } },
    ],
  ])('%i: %s', (fits, _, about) => {
    const { making } = standingOf(about)
    expect([making?.fits, making?.todo.length]).toEqual([fits, fits])
  })
})

describe('the shortfall', () => {
  const both = floors({ monthly: 100, package: 50 })
  test.each<[string, { shortfall: number; topUp: number }, Case]>([
    ['is nothing when there is enough', { shortfall: 0, topUp: 0 }, { read: balance(10), limits: { minimum: 10 } }],
    ['is what the minimum lacks', { shortfall: 3, topUp: 3 }, { read: balance(7), limits: { minimum: 10 } }],
    [
      'is what plan and minimum lack',
      { shortfall: 13, topUp: 13 },
      { read: balance(7), plan: [10], limits: { minimum: 10 } },
    ],
    ['brings a balance below zero to the minimum', { shortfall: 5, topUp: 5 }, { read: balance(-5) }],
    ['adds up what the purses lack', { shortfall: 15, topUp: 5 }, { read: balance(90, 45), limits: { floors: both } }],
    [
      'of the monthly purse is nothing that packs can cover',
      { shortfall: 10, topUp: 0 },
      { read: balance(90, 50), limits: { floors: both } },
    ],
    [
      'covers the minimum, too',
      { shortfall: 65, topUp: 65 },
      { read: balance(90, 45), limits: { floors: both, minimum: 200 } },
    ],
    [
      'of the purses may be more than that of the minimum',
      { shortfall: 15, topUp: 8 },
      { read: balance(90, 45), limits: { floors: both, minimum: 143 } },
    ],
  ])('%s', (_, expected, about) => {
    expect(standingOf(about)).toMatchObject(expected)
  })

  test('says which purse has how much of what', () => {
    expect(standingOf({ read: balance(90, 45), limits: { floors: both } }).underFloor).toEqual([
      { purse: 'monthly', has: 90, floor: 100 },
      { purse: 'package', has: 45, floor: 50 },
    ])
    expect(standingOf({ read: balance(100, 45), limits: { floors: both } }).underFloor).toEqual([
      { purse: 'package', has: 45, floor: 50 },
    ])
  })

  test('is exact at the end of the range', () => {
    const most = Number.MAX_SAFE_INTEGER
    expect(standingOf({ read: balance(0), limits: { minimum: most } }).shortfall).toBe(most)
    expect(standingOf({ read: balance(most), plan: [most - 1] })).toMatchObject({ remaining: 1, making: { fits: 1 } })
  })
})

const credits = fc.integer({ min: 0, max: 5000 })
const someLimits = fc.record({
  minimum: credits,
  floors: fc.record({ monthly: credits, package: credits }, { requiredKeys: [] }).map((some) => floors(some)),
  warnBelow: fc.option(credits, { nil: undefined }),
  budget: fc.option(credits, { nil: undefined }),
})
const somePlan = fc.option(fc.array(credits, { maxLength: 5 }), { nil: undefined })
const caseOf = (read: BalanceRead, limits: Partial<Limits>, plan: readonly number[] | undefined): Case => ({
  read,
  limits,
  ...(plan && { plan }),
})
const RANK: readonly Verdict[] = ['over-budget', 'low', 'warn', 'ok']

describe('whatever the numbers,', () => {
  test('more credits never make the verdict worse', () => {
    fc.assert(
      fc.property(
        ...([credits, credits, credits, credits, someLimits, somePlan] as const),
        (monthly, bought, more, more2, limits, plan) => {
          const before = caseOf(balance(monthly, bought), limits, plan)
          const after = caseOf(balance(monthly + more, bought + more2), limits, plan)
          const rank = (about: Case): number => RANK.indexOf(resultOf(about).verdict)
          expect(rank(after)).toBeGreaterThanOrEqual(rank(before))
          const [poorer, richer] = [standingOf(before), standingOf(after)]
          expect(richer.making?.fits ?? 0).toBeGreaterThanOrEqual(poorer.making?.fits ?? 0)
          expect(richer.shortfall).toBeLessThanOrEqual(poorer.shortfall)
        },
      ),
    )
  })

  test('the shortfall, bought for the purses that lack it, is exactly what ends low', () => {
    fc.assert(
      fc.property(credits, credits, someLimits, somePlan, (monthly, bought, limits, plan) => {
        const before = resultOf(caseOf(balance(monthly, bought), limits, plan))
        const { shortfall, topUp } = standingOf(caseOf(balance(monthly, bought), limits, plan))
        const missing = Math.max(0, (limits.floors.monthly ?? 0) - monthly)
        const after = resultOf(caseOf(balance(monthly + missing, bought + shortfall - missing), limits, plan))
        expect(after.verdict).not.toBe('low')
        expect(before.verdict === 'low').toBe(shortfall > 0 && before.verdict !== 'over-budget')
        expect(topUp).toBeLessThanOrEqual(shortfall)
        expect(topUp).toBeGreaterThanOrEqual(shortfall - missing)
      }),
    )
  })

  test('only a known balance is sufficient, and only skipped passes without being so', () => {
    const reads = fc.constantFrom(MISUSED, SKIPPED, REFUSED, UNKNOWN, balance(0), balance(2500, 2500))
    fc.assert(
      fc.property(reads, someLimits, somePlan, (read, limits, plan) => {
        const result = resultOf(caseOf(read, limits, plan))
        if (isSufficient(result)) {
          expect(read.kind).toBe('balance')
          expect(result.standing?.remaining).toBeGreaterThanOrEqual(limits.minimum)
          expect(result.standing?.underFloor).toEqual([])
        }
        expect(result.passes).toBe(isSufficient(result) || result.verdict === 'skipped')
      }),
    )
  })

  test('what fits, and one more, is where the credits end', () => {
    fc.assert(
      fc.property(credits, someLimits, fc.array(credits, { maxLength: 5 }), (total, limits, plan) => {
        const fits = standingOf(caseOf(balance(total), limits, plan)).making?.fits ?? NaN
        const verdict = (first: number): Verdict =>
          resultOf(caseOf(balance(total), { ...limits, floors: floors() }, plan.slice(0, first))).verdict
        if (total >= limits.minimum) expect(['ok', 'warn']).toContain(verdict(fits))
        if (fits < plan.length) expect(['low', 'over-budget']).toContain(verdict(fits + 1))
      }),
    )
  })
})
