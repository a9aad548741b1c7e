import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { pricePlan } from '../../src/budget/plan.js'
import { decide, type Decided, type Limits, type Reading, type Result, type Verdict } from '../../src/budget/verdict.js'
import { balanceOf, floors } from '../support/purses.js'

const NO_LIMITS: Limits = {
  minimum: 0,
  floors: floors(),
  warnBelow: undefined,
  budget: undefined,
  baseline: undefined,
  onLow: 'fail',
  onUnknown: 'fail',
}

const traceId = 'a trace id'
const trouble = { happened: 'It happened.', cure: 'Mend it.' }
const reading = (monthly: number, bought: number): Reading => ({
  kind: 'balance',
  balance: balanceOf({ monthly, package: bought }),
  traceId,
})

interface Story {
  readonly reading: Reading
  readonly limits?: Partial<Limits>
  /** Credits of each generation of a plan. */
  readonly plan?: readonly number[]
  readonly margin?: string
}

function result({ reading, limits, plan, margin = '0' }: Story): Result {
  const items = plan?.map((credits) => ({ place: 'plan', item: { credits } }))
  const priced = items && pricePlan(items, [], margin, (text) => text)
  if (priced !== undefined && 'faults' in priced) throw new Error('the plan of the test is wrong')
  return decide({ account: 'PixVerse', reading, limits: { ...NO_LIMITS, ...limits }, plan: priced })
}

function decided(story: Story): Decided {
  const found = result(story)
  if (!('balance' in found)) throw new Error('the story of the test has no balance')
  return found
}

describe('the verdict', () => {
  test.each<[Verdict, string, Story]>([
    ['ok', 'nothing is required', { reading: reading(0, 0) }],
    ['ok', 'exactly the minimum is left', { reading: reading(300, 180), limits: { minimum: 480 } }],
    ['low', 'one credit is missing', { reading: reading(300, 179), limits: { minimum: 480 } }],
    ['ok', 'the plan takes all', { reading: reading(100, 0), plan: [60, 40] }],
    ['low', 'the plan takes one more than all', { reading: reading(99, 0), plan: [60, 40] }],
    [
      'low',
      'the plan leaves less than the minimum',
      { reading: reading(150, 0), plan: [100], limits: { minimum: 51 } },
    ],
    ['ok', 'the plan leaves the minimum', { reading: reading(150, 0), plan: [100], limits: { minimum: 50 } }],
    ['low', 'the margin is too much', { reading: reading(106, 0), plan: [100], margin: '7' }],
    ['ok', 'the margin just fits', { reading: reading(107, 0), plan: [100], margin: '7' }],
    [
      'low',
      'the monthly purse is under its floor',
      { reading: reading(9, 1000), limits: { floors: floors({ monthly: 10 }) } },
    ],
    [
      'low',
      'the package purse is under its floor',
      { reading: reading(1000, 9), limits: { floors: floors({ package: 10 }) } },
    ],
    [
      'ok',
      'both purses are on their floors',
      { reading: reading(10, 10), limits: { floors: floors({ monthly: 10, package: 10 }) } },
    ],
    ['warn', 'fewer would remain than to warn at', { reading: reading(999, 0), limits: { warnBelow: 1000 } }],
    ['ok', 'as many remain as to warn at', { reading: reading(1000, 0), limits: { warnBelow: 1000 } }],
    [
      'warn',
      'the plan leaves fewer than to warn at',
      { reading: reading(1050, 0), plan: [100], limits: { warnBelow: 1000 } },
    ],
    [
      'over-budget',
      'the plan costs more than the budget, whatever the balance',
      { reading: reading(1e9, 0), plan: [101], limits: { budget: 100 } },
    ],
    [
      'over-budget',
      'the plan is over budget and the balance is low',
      { reading: reading(0, 0), plan: [101], limits: { budget: 100 } },
    ],
    ['ok', 'the plan costs its budget', { reading: reading(1000, 0), plan: [100], limits: { budget: 100 } }],
    ['low', 'it is low before it is to warn', { reading: reading(1, 0), limits: { minimum: 2, warnBelow: 3 } }],
    ['low', 'the balance is below zero', { reading: reading(-5, 0) }],
    ['error', 'an input is wrong', { reading: { kind: 'misused', troubles: [trouble] } }],
    ['skipped', 'there can be no key', { reading: { kind: 'skipped', troubles: [trouble] } }],
    ['error', 'the key is refused', { reading: { kind: 'error', troubles: [trouble], traceId } }],
    ['unknown', 'the balance cannot be read', { reading: { kind: 'unknown', troubles: [trouble], traceId } }],
    [
      'unknown',
      'the balance cannot be read, also when the plan is over budget',
      { reading: { kind: 'unknown', troubles: [trouble], traceId }, plan: [101], limits: { budget: 100 } },
    ],
  ])('is %s when %s', (verdict, _, story) => {
    const found = result(story)
    expect(found.verdict).toBe(verdict)
    expect(found.sufficient).toBe(verdict === 'ok' || verdict === 'warn')
  })

  test.each<[Verdict, boolean, boolean]>([
    // verdict, passes by default, passes when on-low and on-unknown are warn
    ['ok', true, true],
    ['warn', true, true],
    ['skipped', true, true],
    ['low', false, true],
    ['over-budget', false, true],
    ['unknown', false, true],
    ['error', false, false],
  ])('%s lets the step pass: %s, and when told to warn: %s', (verdict, strictly, leniently) => {
    const stories: Record<Verdict, Story> = {
      ok: { reading: reading(1, 0) },
      warn: { reading: reading(1, 0), limits: { warnBelow: 2 } },
      skipped: { reading: { kind: 'skipped', troubles: [trouble] } },
      low: { reading: reading(1, 0), limits: { minimum: 2 } },
      'over-budget': { reading: reading(1, 0), plan: [1], limits: { budget: 0 } },
      unknown: { reading: { kind: 'unknown', troubles: [trouble], traceId } },
      error: { reading: { kind: 'misused', troubles: [trouble] } },
    }
    const { limits, ...rest } = stories[verdict]
    expect(result(stories[verdict]).passes).toBe(strictly)
    expect(result({ ...rest, limits: { ...limits, onLow: 'warn', onUnknown: 'warn' } }).passes).toBe(leniently)
  })

  test('each of on-low and on-unknown counts for its own verdicts only', () => {
    const low = { reading: reading(0, 0), limits: { minimum: 1, onUnknown: 'warn' } } as const
    const unknown = { reading: { kind: 'unknown', troubles: [trouble], traceId }, limits: { onLow: 'warn' } } as const
    expect(result(low).passes).toBe(false)
    expect(result(unknown).passes).toBe(false)
  })
})

describe('the numbers', () => {
  test('follow from the balance, the plan and the limits', () => {
    const { planned, required, remaining, shortfall, fits, spent } = decided({
      reading: reading(200, 50),
      plan: [100, 100, 100],
      margin: '10',
      limits: { minimum: 20, baseline: 400 },
    })
    expect({ planned, required, remaining, shortfall, fits, spent }).toEqual({
      planned: 330,
      required: 350,
      remaining: -80,
      shortfall: 100,
      fits: 2,
      spent: { since: 400, credits: 150 },
    })
  })

  test('are not known without a balance, but the need is', () => {
    const found = result({
      reading: { kind: 'unknown', troubles: [trouble], traceId },
      plan: [5],
      limits: { minimum: 1, baseline: 9 },
    })
    expect(found).toMatchObject({ planned: 5, required: 6, traceId })
    for (const name of ['balance', 'remaining', 'shortfall', 'fits', 'spent']) expect(found).not.toHaveProperty(name)
  })

  test('are not known at all when an input is wrong', () => {
    const found = result({ reading: { kind: 'misused', troubles: [trouble] } })
    expect([found.planned, found.required, found.traceId]).toEqual([undefined, undefined, undefined])
  })

  test('spent is negative after a top-up', () => {
    expect(decided({ reading: reading(10, 0), limits: { baseline: 4 } }).spent).toEqual({ since: 4, credits: -6 })
  })

  test('fits stays within the budget, too', () => {
    expect(decided({ reading: reading(1000, 0), plan: [10, 10, 10], limits: { budget: 25 } }).fits).toBe(2)
  })

  test('the shortfall of purses adds up, and covers the minimum', () => {
    const both = floors({ monthly: 100, package: 50 })
    expect(decided({ reading: reading(90, 45), limits: { floors: both } }).shortfall).toBe(15)
    expect(decided({ reading: reading(90, 45), limits: { floors: both, minimum: 200 } }).shortfall).toBe(65)
  })
})

const credits = fc.integer({ min: 0, max: 5000 })
const limits = fc.record({
  minimum: credits,
  floors: fc.record({ monthly: credits, package: credits }, { requiredKeys: [] }).map((some) => floors(some)),
  warnBelow: fc.option(credits, { nil: undefined }),
  budget: fc.option(credits, { nil: undefined }),
})
const RANK: readonly Verdict[] = ['over-budget', 'low', 'warn', 'ok']

describe('properties', () => {
  test('more credits never make the verdict worse', () => {
    fc.assert(
      fc.property(
        credits,
        credits,
        credits,
        credits,
        limits,
        fc.array(credits, { maxLength: 5 }),
        (monthly, bought, more, more2, limits, plan) => {
          const before = decided({ reading: reading(monthly, bought), limits, plan })
          const after = decided({ reading: reading(monthly + more, bought + more2), limits, plan })
          expect(RANK.indexOf(after.verdict)).toBeGreaterThanOrEqual(RANK.indexOf(before.verdict))
          expect(after.fits).toBeGreaterThanOrEqual(before.fits ?? 0)
          expect(after.shortfall).toBeLessThanOrEqual(before.shortfall)
        },
      ),
    )
  })

  test('the shortfall, bought for the purses that lack it, is exactly what ends low', () => {
    fc.assert(
      fc.property(credits, credits, limits, fc.array(credits, { maxLength: 5 }), (monthly, bought, limits, plan) => {
        const before = decided({ reading: reading(monthly, bought), limits, plan })
        const { shortfall } = before
        const missing = Math.max(0, (limits.floors.monthly ?? 0) - monthly)
        const after = decided({ reading: reading(monthly + missing, bought + shortfall - missing), limits, plan })
        expect(after.verdict).not.toBe('low')
        expect(before.verdict === 'low').toBe(shortfall > 0 && before.verdict !== 'over-budget')
      }),
    )
  })
})
