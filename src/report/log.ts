import type { PlanLine, PricedPlan } from '../plan/plan.js'
import { join, safe, type SafeText } from '../safe-text.js'
import type { Annotation } from '../surfaces.js'
import { PURSES } from '../verdict/purses.js'
import type { Need, Result, Standing } from '../verdict/verdict.js'
import { count, counted, LISTED_MAX, shorten } from './format.js'
import { advice, headline, said, titled, TITLES, unsaidFaults } from './messages.js'
import { BY_PLAN, leftovers, madeAlready, planTotal, priceAge, restOf } from './plan-notes.js'
import { DRIFT_TITLE, isBeyondMargin, OTHER_ACCOUNT_TITLE, receipt } from './receipt.js'

/** The log, line by line: readable where there is neither a summary nor an annotation. */
export function logLines(result: Result): readonly SafeText[] {
  const { verdict, traceId, need, standing } = result
  return [
    titled(safe`${TITLES[verdict]}`, result),
    headline(result, true),
    ...advice(result),
    ...faultLines(result, LISTED_MAX),
    ...(standing === undefined ? [] : standingLines(standing)),
    ...(need === undefined ? [] : neededLine(need, standing !== undefined)),
    ...receipt(result),
    ...(need?.plan === undefined ? [] : planLines(need.plan)),
    ...leftovers(result),
    ...priceAge(result),
    ...(traceId === undefined ? [] : [safe`Trace id: ${traceId}`]),
  ]
}

function standingLines({ balance, remaining, pace }: Standing): readonly SafeText[] {
  const purses = PURSES.map((purse) => safe`${count(balance[purse])} ${purse}`)
  return [
    safe`Left: ${count(balance.total)} = ${join(purses, ' + ')}`,
    ...(remaining === balance.total ? [] : [safe`Remaining after the plan: ${count(remaining)}`]),
    ...(pace === undefined ? [] : [safe`Pace: ${paceOf(pace)}`]),
  ]
}

function paceOf({ perDay, daysLeft }: NonNullable<Standing['pace']>): SafeText {
  if (daysLeft === undefined) return safe`no recent use`
  return safe`${counted(perDay, 'credit')} a day, enough for ${daysLeft === 0 ? 'less than a day' : counted(daysLeft, 'day')}`
}

/** What the headline does not say of the need. */
function neededLine({ planned, required }: Need, isKnown: boolean): readonly SafeText[] {
  const minimum = required - planned
  if (planned > 0 && minimum > 0) {
    return [safe`Needed: ${count(required)} = ${count(planned)} planned + ${count(minimum)} minimum`]
  }
  return isKnown || required === 0 ? [] : [safe`Needed: ${count(required)}`]
}

function planLines(plan: PricedPlan): readonly SafeText[] {
  if (plan.generations === 0) return [join([safe`The plan has nothing to generate.`, ...madeAlready(plan)])]
  const prices = plan.pricesAsOf === undefined ? safe`` : safe` (prices of ${plan.pricesAsOf})`
  const { listed, more } = shorten(plan.lines)
  return [
    join([safe`The plan: ${planTotal(plan)}${prices}.`, ...madeAlready(plan)]),
    ...listed.map(planLine),
    ...(more === 0 ? [] : [safe`  ${restOf(plan.lines.slice(listed.length))}`]),
  ]
}

function planLine({ what, name, count: times, each, credits, by }: PlanLine): SafeText {
  const called = name === '' ? safe`` : safe` "${name}"`
  const source = by === 'plan' ? safe`, ${BY_PLAN}` : safe``
  return safe`  ${count(times)} x ${count(each)} = ${count(credits)}  ${what}${called}${source}`
}

/** What the headline and the advice do not say: each of several faults, and why a plan over its budget has no balance. */
function faultLines(result: Result, most: number): readonly SafeText[] {
  const faults = unsaidFaults(result)
  if (faults === undefined) return []
  const { listed, more } = shorten(faults.kept, faults.count, most)
  return [
    ...listed.map((fault) => safe`- ${said(fault, true)} ${fault.hint}`),
    ...(more === 0 ? [] : [safe`- and ${count(more)} more`]),
  ]
}

/** Faults that an annotation names; the log has the others. */
const ANNOTATED_MAX = 5

/**
 * The annotation of the verdict, none for `ok`; and one of its own when more was spent than planned, or
 * the baseline is of no use.
 */
export function annotations(result: Result): readonly Annotation[] {
  const { verdict, passes, standing } = result
  const lines = [headline(result, true), ...advice(result), ...faultLines(result, ANNOTATED_MAX)]
  const severity = verdict === 'skipped' ? 'notice' : passes ? 'warning' : 'error'
  const drift = standing?.spent?.drift
  const isDrift = drift !== undefined && isBeyondMargin(drift)
  const title = isDrift ? DRIFT_TITLE : standing?.otherBaseline === undefined ? undefined : OTHER_ACCOUNT_TITLE
  return [
    ...(verdict === 'ok' ? [] : [{ severity, title: TITLES[verdict], message: join(lines, '\n') } as const]),
    ...(title === undefined ? [] : [{ severity: 'warning', title, message: join(receipt(result)) } as const]),
  ]
}
