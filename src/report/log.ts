import { PURSES } from '../budget/balance.js'
import type { Result, Trouble } from '../budget/verdict.js'
import { count } from './numbers.js'
import { advice, credits, headline, TITLES } from './words.js'

/** Lines of a plan, or faults, that are listed before the rest is summed up. */
export const LISTED_MAX = 20

/** The log, line by line: readable without the summary. */
export function logLines(result: Result): string[] {
  const { account, balance, plan, planned, required, limits, spent, traceId } = result
  return [
    `${TITLES[result.verdict]} (${account})`,
    ...(balance === undefined
      ? []
      : [`Left: ${count(balance.total)} = ${PURSES.map((purse) => `${count(balance[purse])} ${purse}`).join(' + ')}`]),
    ...(required === undefined || required === 0
      ? []
      : [`Needed: ${count(required)} = ${count(planned ?? 0)} planned + ${count(limits.minimum)} minimum`]),
    ...(spent === undefined ? [] : [`Spent since the baseline of ${count(limits.baseline ?? 0)}: ${count(spent)}`]),
    ...(plan === undefined ? [] : planLines(plan)),
    ...(result.verdict === 'ok' ? [headline(result)] : []),
    ...(traceId === undefined ? [] : [`Trace id: ${traceId}`]),
  ]
}

function planLines(plan: NonNullable<Result['plan']>): string[] {
  const margin = plan.planned === plan.cost ? '' : `, ${count(plan.planned)} with ${plan.margin} % margin`
  const rest = plan.lines.slice(LISTED_MAX)
  return [
    plan.generations === 0
      ? 'Plan: nothing to generate'
      : `Plan: ${count(plan.generations)} generations, ${credits(plan.cost)}${margin} (prices of ${plan.pricesAsOf})`,
    ...plan.lines
      .slice(0, LISTED_MAX)
      .map(
        (line) =>
          `  ${count(line.count)} x ${count(line.each)} = ${count(line.credits)}  ${line.what}${line.name === '' ? '' : ` "${line.name}"`}`,
      ),
    ...(rest.length === 0 ? [] : [`  and ${count(rest.length)} more lines`]),
  ]
}

/** The one annotation of a run; none for `ok`. Its severity follows the step. */
export function annotation(
  result: Result,
): { severity: 'error' | 'warning' | 'notice'; title: string; message: string } | undefined {
  if (result.verdict === 'ok') return undefined
  const severity = result.verdict === 'skipped' ? 'notice' : result.passes ? 'warning' : 'error'
  const several = result.troubles.length > 1
  const faults = several
    ? result.troubles.slice(0, LISTED_MAX + 1).map((trouble) => `- ${sentence(trouble)}`)
    : result.troubles.map(outside)
  return {
    severity,
    title: TITLES[result.verdict],
    message: [headline(result), ...(several ? [] : advice(result)), ...faults].filter((line) => line !== '').join('\n'),
  }
}

function sentence(trouble: Trouble): string {
  const place = trouble.place === undefined ? '' : `${trouble.place}: `
  return [`${place}${trouble.happened}`, trouble.cure, trouble.detail].filter(Boolean).join(' ')
}

/** What a single trouble says beyond the headline and the advice. */
function outside({ place, detail }: Trouble): string {
  return [place === undefined ? undefined : `In ${place}.`, detail].filter(Boolean).join(' ')
}
