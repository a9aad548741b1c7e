import { type Balance, FILLED_BY_PACKS, PURSES, type Purse } from './purses.js'
import type { PricedPlan } from './plan.js'
import type { Troubles } from './trouble.js'

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
 * What became of asking for the balance. `misused`: an input or the plan is wrong, so nobody was asked, and what the
 * run needs is not known either. `error`: PixVerse refused the key.
 */
export type Reading =
  | { readonly kind: 'balance'; readonly balance: Balance; readonly traceId: string }
  | { readonly kind: 'error' | 'unknown'; readonly troubles: Troubles; readonly traceId: string }
  | { readonly kind: 'misused' | 'skipped'; readonly troubles: Troubles; readonly traceId?: undefined }

/** The one value that the log, the summary, the comment, the issue and the outputs are drawn from. */
export type Result = Decided | Undecided

export type Verdict = Result['verdict']

interface Common {
  readonly account: string
  /** Whether the step passes. Nothing but this decides the exit code. */
  readonly passes: boolean
  readonly limits: Limits
  readonly plan: PricedPlan | undefined
}

/** The balance is known. All numbers are whole credits, but `fits`. */
export type Decided = Common & {
  readonly sufficient: boolean
  readonly traceId: string
  readonly balance: Balance
  readonly planned: number
  readonly required: number
  readonly remaining: number
  /** Credits to add, each to the purse that lacks them, so that the verdict would not be `low`. */
  readonly shortfall: number
  /** What of it packs can mend: the sum, and the floors of the purses that they fill. */
  readonly topUp: number
  readonly underFloor: readonly UnderFloor[]
  readonly spent: { readonly since: number; readonly credits: number } | undefined
  /** Generations of the plan, in order, that fit. */
  readonly fits: number | undefined
} & Judgement

type Judgement =
  | { readonly verdict: 'over-budget'; readonly budget: number }
  | { readonly verdict: 'low' }
  | { readonly verdict: 'warn'; readonly warnBelow: number }
  | { readonly verdict: 'ok' }

/** The balance is not known; undefined stands for what is not known, which is neither 0 nor enough. */
export interface Undecided extends Common {
  readonly verdict: 'error' | 'skipped' | 'unknown'
  readonly sufficient: false
  readonly troubles: Troubles
  readonly traceId: string | undefined
  readonly planned: number | undefined
  readonly required: number | undefined
}

/** A purse that holds less than its own floor. */
export interface UnderFloor {
  readonly purse: Purse
  readonly has: number
  readonly floor: number
}

/** What is decided about. */
export interface Case {
  /** Label of the account, neutralised. */
  readonly account: string
  readonly reading: Reading
  readonly limits: Limits
  /** Undefined when there is none, or when it could not be priced. */
  readonly plan: PricedPlan | undefined
}

/** Decides, once, everything that the action shows or does. */
export function decide({ account, reading, limits, plan }: Case): Result {
  const { traceId } = reading
  const planned = plan?.planned ?? 0
  const required = planned + limits.minimum
  if (reading.kind !== 'balance') {
    const { troubles } = reading
    const common = { account, sufficient: false, troubles, traceId, limits, plan } as const
    if (reading.kind === 'misused') {
      return { ...common, verdict: 'error', passes: false, planned: undefined, required: undefined }
    }
    return { ...common, verdict: reading.kind, passes: passes(reading.kind, limits), planned, required }
  }

  const { balance } = reading
  const remaining = balance.total - planned
  const underFloor = pursesUnderFloor(balance, limits)
  const judgement = judge({ planned, remaining, underFloor, limits })
  return {
    account,
    ...judgement,
    sufficient: judgement.verdict === 'ok' || judgement.verdict === 'warn',
    passes: passes(judgement.verdict, limits),
    traceId: reading.traceId,
    balance,
    limits,
    plan,
    planned,
    required,
    remaining,
    shortfall: Math.max(limits.minimum - remaining, missing(underFloor), 0),
    topUp: Math.max(limits.minimum - remaining, missing(underFloor.filter(({ purse }) => FILLED_BY_PACKS[purse])), 0),
    underFloor,
    spent: limits.baseline === undefined ? undefined : spentSince(limits.baseline, balance),
    fits: plan?.fitting(Math.min(balance.total - limits.minimum, limits.budget ?? Infinity)),
  }
}

/** First that applies, from top to bottom. */
function judge({
  planned,
  remaining,
  underFloor,
  limits: { minimum, warnBelow, budget },
}: Pick<Decided, 'planned' | 'remaining' | 'underFloor' | 'limits'>): Judgement {
  if (budget !== undefined && planned > budget) return { verdict: 'over-budget', budget }
  if (remaining < minimum || underFloor.length > 0) return { verdict: 'low' }
  if (warnBelow !== undefined && remaining < warnBelow) return { verdict: 'warn', warnBelow }
  return { verdict: 'ok' }
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

function pursesUnderFloor(balance: Balance, { floors }: Limits): UnderFloor[] {
  return PURSES.flatMap((purse) => {
    const [has, floor] = [balance[purse], floors[purse]]
    return floor !== undefined && has < floor ? [{ purse, has, floor }] : []
  })
}

function missing(underFloor: readonly UnderFloor[]): number {
  return underFloor.reduce((sum, { has, floor }) => sum + floor - has, 0)
}

function spentSince(baseline: number, { total }: Balance): { since: number; credits: number } {
  return { since: baseline, credits: baseline - total }
}
