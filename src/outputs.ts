import * as core from '@actions/core'
import { PURSES } from './budget/purses.js'
import type { Result } from './budget/verdict.js'
import { LISTED_MAX } from './report/log.js'

/** What became of the alert issue. */
export type AlertOutcome = 'opened' | 'updated' | 'closed' | 'none'

type Value = string | number | boolean | undefined

/**
 * The only place that sets outputs: all of them, for every verdict. Throws when they cannot be written, because what
 * is downstream relies on them.
 */
export function setOutputs(result: Result, alert: AlertOutcome): void {
  // Without the file the toolkit would print them as commands that a runner of today ignores.
  if (!process.env['GITHUB_OUTPUT'])
    throw new Error('GITHUB_OUTPUT is not set, so that there is no file for the outputs')
  const values = outputs(result, alert)
  for (const [name, value] of Object.entries(values)) core.setOutput(name, value === undefined ? '' : String(value))
  core.setOutput('report', report(result, values))
}

/** What is not known is undefined, and never 0. */
function outputs(result: Result, alert: AlertOutcome): Record<string, Value> {
  const { verdict, sufficient, planned, required, traceId } = result
  const decided = 'balance' in result ? result : undefined
  return {
    ...Object.fromEntries(PURSES.map((purse) => [`credit_${purse}`, decided?.balance[purse]])),
    total: decided?.balance.total,
    verdict,
    sufficient,
    planned,
    required,
    remaining: decided?.remaining,
    shortfall: decided?.shortfall,
    fits: decided?.fits,
    spent: decided?.spent?.credits,
    alert,
    trace_id: traceId,
  }
}

/** One line of JSON; null is what is not known. Long plans are cut as in the summary: GitHub keeps 1 MB of outputs a job. */
function report({ account, plan }: Result, values: Record<string, Value>): string {
  const known = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null]))
  const priced = plan && {
    generations: plan.generations,
    cost: plan.cost,
    margin: plan.margin,
    prices_as_of: plan.pricesAsOf,
    lines: plan.lines.slice(0, LISTED_MAX),
    lines_left_out: Math.max(0, plan.lines.length - LISTED_MAX),
  }
  return JSON.stringify({ schema: 1, account, ...known, plan: priced ?? null })
}
