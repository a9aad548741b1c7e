import { safe, type SafeText } from '../safe-text.js'
import type { Drift, Result, Spent } from '../verdict/verdict.js'
import { count, counted } from './format.js'

/** Titles of annotations; fixed words, because the runner does not mask titles. */
export const DRIFT_TITLE = 'PixVerse credits spent beyond the plan'

export const OTHER_ACCOUNT_TITLE = 'PixVerse baseline is of another account'

/** What was spent since the baseline, against what was planned then; empty without a baseline. */
export function receipt({ standing, account }: Result): readonly SafeText[] {
  const theirs = standing?.otherBaseline
  if (theirs !== undefined) {
    return [
      safe`The \`baseline\` is the report of the account \`${theirs}\`, and this gate has \`${account}\`, so nothing is said of what was spent. If they are the same, give both the same \`account\`.`,
    ]
  }
  const spent = standing?.spent
  if (spent === undefined) return []
  return [spent.drift === undefined ? sinceBaseline(spent) : against(spent.drift, spent.credits)]
}

/** Whether more was spent than the plan and its margin allow for. */
export function isBeyondMargin({ cost, planned, credits }: Drift): boolean {
  return cost + credits > planned
}

function sinceBaseline({ since, credits }: Spent): SafeText {
  return credits < 0
    ? safe`${counted(-credits, 'credit')} more than at the baseline of ${count(since)}: a top-up, a refill or a refund came in between.`
    : safe`Spent since the baseline of ${count(since)}: ${counted(credits, 'credit')}.`
}

function against(drift: Drift, spent: number): SafeText {
  return safe`Planned ${count(drift.cost)}, spent ${count(spent)}: ${judged(drift)}.`
}

function judged(drift: Drift): SafeText {
  const { cost, credits } = drift
  if (credits === 0) return safe`as planned`
  // Where nothing was planned, no price can be wrong.
  if (cost === 0) return safe`something else used the account`
  const difference = safe`${counted(Math.abs(credits), 'credit')} (${share(credits, cost)} %)`
  if (credits < 0)
    return safe`${difference} less; some were refunded or not made, credits came in between, or the prices are too high`
  const date = dateOf(drift)
  const more = safe`${difference} more than ${date === undefined ? safe`the plan says` : safe`the prices of ${date} say`}`
  if (!isBeyondMargin(drift)) return safe`${more}, within the margin`
  return safe`${more}; if nothing else used the account, ${date === undefined ? 'the prices that it was given are too low' : 'they are out of date'}`
}

/** The date of the built-in prices. It stands in an input, where anything may stand instead. */
function dateOf({ pricesAsOf }: Drift): SafeText | undefined {
  return pricesAsOf !== undefined && /^\d{4}-\d\d-\d\d$/.test(pricesAsOf) ? pricesAsOf : undefined
}

function share(credits: number, cost: number): SafeText {
  const percent = Math.round((100 * Math.abs(credits)) / cost)
  return percent === 0 ? safe`under 1` : count(percent)
}
