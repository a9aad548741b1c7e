import type { PlanLine, PricedPlan } from '../plan/plan.js'
import { join, safe, type SafeText } from '../safe-text.js'
import type { Result } from '../verdict/verdict.js'
import { count, counted, shorten } from './format.js'

export const PRICE_PAGE = safe`https://docs.platform.pixverse.ai/pricing-796039m0`

/** Said of a generation that the user of the plan, not the table, gave a price. */
export const BY_PLAN = safe`price given by the plan`

/** The plan in one line: 13 generations, 556 credits, 584 with 5 % margin. */
export function planTotal({ generations, cost, planned, margin }: PricedPlan): SafeText {
  const withMargin = planned === cost ? safe`` : safe`, ${count(planned)} with ${margin} % margin`
  return safe`${counted(generations, 'generation')}, ${counted(cost, 'credit')}${withMargin}`
}

/** How much of a plan is made already; empty when nobody looked. */
export function madeAlready({ total, made }: PricedPlan): readonly SafeText[] {
  return made === undefined ? [] : [safe`${count(made)} of ${count(total)} ${made === 1 ? 'is' : 'are'} made already.`]
}

/** The lines of a plan that are not listed. */
export function restOf(lines: readonly PlanLine[]): SafeText {
  const byPlan = lines.filter(({ by }) => by === 'plan').length
  return safe`and ${count(lines.length)} more${byPlan === 0 ? safe`` : safe`, of which ${count(byPlan)} with the ${BY_PLAN}`}`
}

/** Prices change without notice: from this age on, in days, it is said how old they are. */
const OLD = 90

/** How old the prices are, and how to get newer ones; empty while they are fresh. */
export function priceAge({ need }: Result): readonly SafeText[] {
  const age = need?.pricesAge
  if (age === undefined || age <= OLD) return []
  return [
    safe`The built-in prices are ${counted(age, 'day')} old. Update the gate to its newest release, or give newer prices in \`prices\`: ${PRICE_PAGE}`,
  ]
}

/** What fits but is not in `todo`, and what of the plan and of the prices had no effect. */
export function leftovers({ need, standing }: Result): readonly SafeText[] {
  const { ignored = [], ignoredCount, unusedPrices = [] } = need?.plan ?? {}
  const { fits, todo } = standing?.making ?? { fits: 0, todo: [] }
  return [
    ...(fits === todo.length
      ? []
      : [safe`\`todo\` has the first ${count(todo.length)} of the ${count(fits)} generations that fit.`]),
    ...(ignored.length === 0 ? [] : [safe`Ignored fields of the plan: ${quoted(ignored, ignoredCount)}.`]),
    ...(unusedPrices.length === 0
      ? []
      : [safe`Rows of \`prices\` that apply to no item, or lose to another price: ${quoted(unusedPrices)}.`]),
  ]
}

/** They were written by others: between backticks. */
function quoted(texts: readonly SafeText[], total?: number): SafeText {
  const { listed, more } = shorten(texts, total)
  const names = join(
    listed.map((text) => safe`\`${text}\``),
    ', ',
  )
  return more === 0 ? names : safe`${names} and ${count(more)} more`
}
