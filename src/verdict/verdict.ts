import type { Faults } from '../fault.js'
import type { PricedPlan, Todo } from '../plan/plan.js'
import type { SafeText } from '../safe-text.js'
import type { Region } from '../pixverse/region.js'
import { type Balance, FILLED_BY_PACKS, PURSES, type Purse } from './purses.js'

/** What a verdict that may stop the run does to the step. */
export type Severity = 'fail' | 'warn'

/** What the workflow asks of the balance. All numbers are whole credits, but `warnDays`. */
export interface Limits {
  /** Credits that must be left after the plan has run. */
  readonly minimum: number
  /** Floor of each purse alone. */
  readonly floors: Readonly<Record<Purse, number | undefined>>
  /** Warn when fewer would remain. */
  readonly warnBelow: number | undefined
  /** Warn when the credits last fewer days. */
  readonly warnDays: number | undefined
  /** Most that one run's plan may cost. */
  readonly budget: number | undefined
  readonly baseline: Baseline | undefined
  readonly onLow: Severity
  readonly onUnknown: Severity
}

/** A balance read earlier, and what the gate that read it had planned; whole credits. */
export interface Baseline {
  /** Whose; undefined when it is only a total. */
  readonly account?: SafeText | undefined
  /** Undefined when that gate did not know it. */
  readonly total: number | undefined
  readonly plan: EarlierPlan | undefined
}

export interface EarlierPlan {
  /** Without the margin. */
  readonly cost: number
  /** With the margin. */
  readonly planned: number
  /** Date of its prices; undefined when none came from the table. */
  readonly pricesAsOf: SafeText | undefined
}

/** What became of asking for the balance. `misused`: an input or the plan is wrong, so nobody was asked. */
export type BalanceRead =
  | { readonly kind: 'balance'; readonly balance: Balance; readonly traceId: SafeText }
  | { readonly kind: 'refused' | 'unknown'; readonly faults: Faults; readonly traceId: SafeText }
  | { readonly kind: 'misused' | 'skipped'; readonly faults: Faults }

/** How long the credits last at the pace of the dashboard. Whole credits a day; whole days, undefined without use. */
export interface Pace {
  readonly perDay: number
  readonly daysLeft: number | undefined
}

/** What the run needs, in whole credits. */
export interface Need {
  readonly planned: number
  readonly required: number
  readonly plan: PricedPlan | undefined
  /** Days since the oldest of the prices was read; undefined when none came from the table. */
  readonly pricesAge: number | undefined
}

/** What the balance means for the need. All numbers are whole credits, but `fits`. */
export interface Standing {
  readonly balance: Balance
  readonly remaining: number
  /** Credits to add, each to the purse that lacks them, so that the verdict would not be `low`. */
  readonly shortfall: number
  /** The part of `shortfall` that buying packs can cover. */
  readonly topUp: number
  readonly underFloor: readonly UnderFloor[]
  readonly spent: Spent | undefined
  /** The account of the baseline, when it is another: nothing can be compared with it. */
  readonly otherBaseline: SafeText | undefined
  /** How many generations of the plan, in order, fit, and which. */
  readonly making: { readonly fits: number; readonly todo: readonly Todo[] } | undefined
  readonly pace: Pace | undefined
}

/** A purse that holds less than its own floor. */
export interface UnderFloor {
  readonly purse: Purse
  readonly has: number
  readonly floor: number
}

export interface Spent {
  readonly since: number
  /** Negative after a top-up or a refund. */
  readonly credits: number
  /** Against what was planned; undefined without a plan, or when `credits` is negative. */
  readonly drift: Drift | undefined
}

export interface Drift extends EarlierPlan {
  /** Credits spent beyond `cost`; negative when less was spent. */
  readonly credits: number
}

interface Common {
  readonly account: SafeText
  readonly region: Region
  /** Whether the step passes. Nothing but this decides the exit code. */
  readonly passes: boolean
  readonly limits: Limits
  readonly traceId: SafeText | undefined
}

/** The one value that log, summary, comment, issues and outputs are drawn from. Undefined is what is not known. */
export type Result = Common &
  (
    | { readonly verdict: 'ok' | 'low'; readonly need: Need; readonly standing: Standing }
    | {
        readonly verdict: 'warn'
        readonly need: Need
        readonly standing: Standing
        readonly reason: WarnReason
      }
    | {
        readonly verdict: 'over-budget'
        readonly need: Need & { readonly plan: PricedPlan }
        readonly budget: number
        readonly standing: Standing | undefined
        /** Why the balance is not known. */
        readonly faults: Faults | undefined
      }
    | {
        readonly verdict: 'skipped' | 'unknown'
        readonly need: Need
        readonly standing: undefined
        readonly faults: Faults
      }
    /** The need is not known when an input or the plan is wrong; it is when the key is refused. */
    | {
        readonly verdict: 'error'
        readonly need: Need | undefined
        readonly standing: undefined
        readonly faults: Faults
      }
  )

export type Verdict = Result['verdict']

export type WarnReason =
  | { readonly kind: 'few-credits'; readonly warnBelow: number }
  | { readonly kind: 'few-days'; readonly warnDays: number; readonly daysLeft: number; readonly perDay: number }

/** What is decided about. */
export interface Case {
  readonly account: SafeText
  readonly region: Region
  readonly read: BalanceRead
  readonly limits: Limits
  readonly plan: PricedPlan | undefined
  readonly pace: Pace | undefined
  readonly now: Date
}

/** Decides, once, everything that the gate shows or does. */
export function decide({ account, region, read, limits, plan, pace, now }: Case): Result {
  const common = { account, region, limits, traceId: 'traceId' in read ? read.traceId : undefined }
  if (read.kind === 'misused') {
    return { ...common, verdict: 'error', passes: false, need: undefined, standing: undefined, faults: read.faults }
  }
  const planned = plan?.planned ?? 0
  const need = { planned, required: planned + limits.minimum, plan, pricesAge: daysSince(plan?.pricesAsOf, now) }
  if (read.kind === 'refused') {
    return { ...common, verdict: 'error', passes: false, need, standing: undefined, faults: read.faults }
  }
  const known = read.kind === 'balance'
  const { budget } = limits
  if (plan !== undefined && budget !== undefined && planned > budget) {
    const standing = known ? standingOf(read.balance, need, common, pace) : undefined
    const faults = known ? undefined : read.faults
    const passes = limits.onLow === 'warn'
    return { ...common, verdict: 'over-budget', passes, need: { ...need, plan }, budget, standing, faults }
  }
  if (!known) {
    const passes = read.kind === 'skipped' || limits.onUnknown === 'warn'
    return { ...common, verdict: read.kind, passes, need, standing: undefined, faults: read.faults }
  }
  const standing = standingOf(read.balance, need, common, pace)
  if (standing.remaining < limits.minimum || standing.underFloor.length > 0) {
    return { ...common, verdict: 'low', passes: limits.onLow === 'warn', need, standing }
  }
  const reason = warnReason(standing, limits)
  return reason === undefined
    ? { ...common, verdict: 'ok', passes: true, need, standing }
    : { ...common, verdict: 'warn', passes: true, need, standing, reason }
}

/** Whether the run may spend. */
export function isSufficient({ verdict }: Result): boolean {
  return verdict === 'ok' || verdict === 'warn'
}

function standingOf(
  balance: Balance,
  { planned, plan }: Need,
  { account, limits }: Pick<Common, 'account' | 'limits'>,
  pace: Pace | undefined,
): Standing {
  const { baseline } = limits
  const otherBaseline = baseline?.account === account ? undefined : baseline?.account
  const remaining = balance.total - planned
  const missing = limits.minimum - remaining
  const underFloor = pursesUnderFloor(balance, limits)
  return {
    balance,
    remaining,
    shortfall: Math.max(missing, lackOf(underFloor), 0),
    topUp: Math.max(missing, lackOf(underFloor.filter(({ purse }) => FILLED_BY_PACKS[purse])), 0),
    underFloor,
    spent: otherBaseline === undefined ? spentSince(baseline, balance) : undefined,
    otherBaseline,
    making: plan && making(plan, Math.min(balance.total - limits.minimum, limits.budget ?? Infinity)),
    pace,
  }
}

function daysSince(date: string | undefined, now: Date): number | undefined {
  return date === undefined ? undefined : Math.floor((now.getTime() - Date.parse(date)) / 86_400_000)
}

function making(plan: PricedPlan, credits: number): NonNullable<Standing['making']> {
  const fits = plan.fitting(credits)
  return { fits, todo: plan.todo(fits) }
}

function warnReason({ remaining, pace }: Standing, { warnBelow, warnDays }: Limits): WarnReason | undefined {
  if (warnBelow !== undefined && remaining < warnBelow) return { kind: 'few-credits', warnBelow }
  if (warnDays === undefined || pace?.daysLeft === undefined || pace.daysLeft >= warnDays) return undefined
  return { kind: 'few-days', warnDays, daysLeft: pace.daysLeft, perDay: pace.perDay }
}

function pursesUnderFloor(balance: Balance, { floors }: Limits): UnderFloor[] {
  return PURSES.flatMap((purse) => {
    const [has, floor] = [balance[purse], floors[purse]]
    return floor !== undefined && has < floor ? [{ purse, has, floor }] : []
  })
}

function lackOf(underFloor: readonly UnderFloor[]): number {
  return underFloor.reduce((sum, { has, floor }) => sum + floor - has, 0)
}

function spentSince(baseline: Baseline | undefined, { total }: Balance): Spent | undefined {
  if (baseline?.total === undefined) return undefined
  const credits = baseline.total - total
  const { plan } = baseline
  const drift = plan === undefined || credits < 0 ? undefined : { ...plan, credits: credits - plan.cost }
  return { since: baseline.total, credits, drift }
}
