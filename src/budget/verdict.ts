import { type Balance, PURSES, type Purse, sumOfPurses } from './balance.js'
import type { PricedPlan } from './plan.js'

/** First that applies, from top to bottom. */
export type Verdict = 'error' | 'skipped' | 'unknown' | 'over-budget' | 'low' | 'warn' | 'ok'

/** What a verdict that may stop the run does to the step. */
export type Severity = 'fail' | 'warn'

/** What the workflow asks of the balance. All numbers are whole credits. */
export interface Limits {
  /** Credits that must be left after the plan has run. */
  readonly minimum: number
  /** Floor of each purse alone. */
  readonly floors: Readonly<Record<Purse, number | undefined>>
  /** Warn when fewer would remain. */
  readonly warnBelow: number | undefined
  /** Most that one run's plan may cost. */
  readonly budget: number | undefined
  /** A `total` read earlier. */
  readonly baseline: number | undefined
  readonly onLow: Severity
  readonly onUnknown: Severity
}

/**
 * Why there is no balance to judge. `happened` and `cure` are our own words. `place` and `detail` come from outside
 * and are neutralised; `detail` may repeat what somebody put into an input or a message, and is therefore shown
 * only where the runner masks secrets: in the log and in the summary.
 */
export interface Trouble {
  readonly place?: string | undefined
  readonly happened: string
  readonly cure: string
  readonly detail?: string | undefined
}

/** What became of asking for the balance. */
export type Reading = { readonly traceId?: string | undefined } & (
  | { readonly kind: 'balance'; readonly balance: Balance }
  | { readonly kind: 'error' | 'skipped' | 'unknown'; readonly troubles: readonly Trouble[] }
)

/** The one value that the log, the summary, the comment, the issue and the outputs are drawn from. */
export interface Result {
  readonly account: string
  readonly verdict: Verdict
  readonly sufficient: boolean
  /** Whether the step passes. Nothing but this decides the exit code. */
  readonly passes: boolean
  readonly troubles: readonly Trouble[]
  readonly traceId: string | undefined
  readonly balance: Balance | undefined
  readonly limits: Limits
  readonly plan: PricedPlan | undefined
  /** Credits; undefined is "not known", which is neither 0 nor enough. */
  readonly planned: number | undefined
  readonly required: number | undefined
  readonly remaining: number | undefined
  readonly shortfall: number | undefined
  readonly spent: number | undefined
  /** Generations of the plan, in order, that fit. */
  readonly fits: number | undefined
}

/** What is decided about: the balance that was read, the limits that were set, the plan that was priced. */
export interface Case {
  readonly account: string
  readonly reading: Reading
  readonly limits: Limits
  /** Undefined without a plan, or when the plan could not be priced (the reading is then an `error`). */
  readonly plan: PricedPlan | undefined
  /** False when an input or the plan is wrong, so that what the run needs is not known either. */
  readonly needIsKnown: boolean
}

/** Decides, once, everything that the action shows or does. */
export function decide({ account, reading, limits, plan, needIsKnown }: Case): Result {
  const balance = reading.kind === 'balance' ? reading.balance : undefined
  const planned = needIsKnown ? (plan?.planned ?? 0) : undefined
  const required = planned === undefined ? undefined : planned + limits.minimum
  const remaining = balance === undefined || planned === undefined ? undefined : balance.total - planned
  const verdict = verdictOf(reading, limits, planned, remaining)
  return {
    account,
    verdict,
    sufficient: verdict === 'ok' || verdict === 'warn',
    passes: passes(verdict, limits),
    troubles: reading.kind === 'balance' ? [] : reading.troubles,
    traceId: reading.traceId,
    balance,
    limits,
    plan,
    planned,
    required,
    remaining,
    shortfall: balance === undefined || remaining === undefined ? undefined : shortfallOf(balance, remaining, limits),
    spent: balance === undefined || limits.baseline === undefined ? undefined : limits.baseline - balance.total,
    fits:
      balance === undefined || plan === undefined
        ? undefined
        : plan.fitting(Math.min(balance.total - limits.minimum, limits.budget ?? Infinity)),
  }
}

function verdictOf(
  reading: Reading,
  limits: Limits,
  planned: number | undefined,
  remaining: number | undefined,
): Verdict {
  if (reading.kind !== 'balance') return reading.kind
  // A balance whose need is not known cannot be enough.
  if (planned === undefined || remaining === undefined) return 'error'
  if (limits.budget !== undefined && planned > limits.budget) return 'over-budget'
  if (remaining < limits.minimum || pursesUnderFloor(reading.balance, limits).length > 0) return 'low'
  if (limits.warnBelow !== undefined && remaining < limits.warnBelow) return 'warn'
  return 'ok'
}

function passes(verdict: Verdict, limits: Limits): boolean {
  switch (verdict) {
    case 'ok':
    case 'warn':
    case 'skipped':
      return true
    case 'low':
    case 'over-budget':
      return limits.onLow === 'warn'
    case 'unknown':
      return limits.onUnknown === 'warn'
    case 'error':
      return false
  }
}

/** The purses that hold less than their own floor. */
export function pursesUnderFloor(balance: Balance, limits: Limits): Purse[] {
  return PURSES.filter((purse) => gap(balance, limits, purse) > 0)
}

function gap(balance: Balance, limits: Limits, purse: Purse): number {
  return Math.max(0, (limits.floors[purse] ?? -Infinity) - balance[purse])
}

/** Credits to add, each to the purse that lacks them, so that the verdict would not be `low`. */
function shortfallOf(balance: Balance, remaining: number, limits: Limits): number {
  return Math.max(
    limits.minimum - remaining,
    sumOfPurses((purse) => gap(balance, limits, purse)),
    0,
  )
}
