import { PURSES } from '../budget/purses.js'
import type { PricedPlan } from '../budget/plan.js'
import type { Decided, Result } from '../budget/verdict.js'
import type { Trouble, Troubles } from '../budget/trouble.js'
import { count, counted } from './numbers.js'
import { advice, headline, TITLES } from './words.js'

/** Lines of a plan, or faults, that are listed before the rest is summed up. */
export const LISTED_MAX = 20

/** The log, line by line: readable without the summary. */
export function logLines(result: Result): string[] {
  const { account, plan, verdict, traceId } = result
  return [
    `${TITLES[verdict]} (${account})`,
    ...('balance' in result ? [leftLine(result)] : []),
    ...needLines(result),
    ...('spent' in result && result.spent !== undefined ? [spentLine(result.spent)] : []),
    ...(plan === undefined ? [] : planLines(plan)),
    ...(verdict === 'ok' ? [headline(result), ...advice(result)] : []),
    ...(traceId === undefined ? [] : [`Trace id: ${traceId}`]),
  ]
}

function leftLine({ balance }: Decided): string {
  return `Left: ${count(balance.total)} = ${PURSES.map((purse) => `${count(balance[purse])} ${purse}`).join(' + ')}`
}

function needLines({ planned, required, limits }: Result): string[] {
  if (planned === undefined || required === undefined || required === 0) return []
  return [`Needed: ${count(required)} = ${count(planned)} planned + ${count(limits.minimum)} minimum`]
}

function spentLine({ since, credits }: NonNullable<Decided['spent']>): string {
  return `Spent since the baseline of ${count(since)}: ${count(credits)}`
}

function planLines(plan: PricedPlan): string[] {
  const margin = plan.planned === plan.cost ? '' : `, ${count(plan.planned)} with ${plan.margin} % margin`
  const rest = plan.lines.slice(LISTED_MAX)
  return [
    plan.generations === 0
      ? 'Plan: nothing to generate'
      : `Plan: ${counted(plan.generations, 'generation')}, ${counted(plan.cost, 'credit')}${margin} (prices of ${plan.pricesAsOf})`,
    ...plan.lines
      .slice(0, LISTED_MAX)
      .map(
        (line) =>
          `  ${count(line.count)} x ${count(line.each)} = ${count(line.credits)}  ${line.what}${line.name === '' ? '' : ` "${line.name}"`}`,
      ),
    ...(rest.length === 0 ? [] : [`  and ${counted(rest.length, 'more line')}`]),
  ]
}

/** The one annotation of a run; none for `ok`. Its severity follows the step. */
export function annotation(
  result: Result,
): { severity: 'error' | 'warning' | 'notice'; title: string; message: string } | undefined {
  const { verdict } = result
  if (verdict === 'ok') return undefined
  const severity = verdict === 'skipped' ? 'notice' : result.passes ? 'warning' : 'error'
  const lines = [headline(result), ...advice(result), ...('troubles' in result ? more(result.troubles) : [])]
  return { severity, title: TITLES[verdict], message: lines.join('\n') }
}

/** What the troubles say beyond the headline and the advice. */
function more(troubles: Troubles): string[] {
  if (troubles.length > 1) return troubles.slice(0, LISTED_MAX + 1).map((trouble) => `- ${sentence(trouble)}`)
  const [{ place, detail }] = troubles
  return [place && `Where: ${place}`, detail].filter((line) => line !== undefined)
}

function sentence(trouble: Trouble): string {
  const place = trouble.place === undefined ? '' : `${trouble.place}: `
  return [`${place}${trouble.happened}`, trouble.cure, trouble.detail].filter((part) => part !== undefined).join(' ')
}
