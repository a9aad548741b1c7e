import * as core from '@actions/core'
import type { PricedPlan } from './budget/plan.js'
import { decide, type Reading, type Result } from './budget/verdict.js'
import type { Trouble } from './budget/trouble.js'
import { messageOf } from './errors.js'
import { type Inputs, readInputs } from './inputs.js'
import { type AlertOutcome, setOutputs } from './outputs.js'
import { readBalance } from './pixverse/balance.js'
import { neutralise } from './report/escape.js'
import { annotation, logLines } from './report/log.js'
import { summary } from './report/markdown.js'

/**
 * The gate, from top to bottom: what does the workflow ask for, what does the plan cost, what is left, is it enough.
 * Then everybody is told; nothing but the verdict decides.
 * @returns whether the step may pass
 */
export async function gate(): Promise<boolean> {
  const inputs = readInputs()
  const { plan, faults } = await price(inputs)
  const reading = await read(inputs, faults)
  const result = decide({
    account: neutralise(inputs.account, inputs.apiKey),
    limits: inputs.limits,
    reading,
    plan,
  })

  log(result)
  const alert = await tellGitHub(inputs, result)
  setOutputs(result, alert)
  await summarise(result)
  annotate(result)
  return result.passes
}

/** The plan with its price, and everything that is wrong with the inputs and with the plan. */
async function price(inputs: Inputs): Promise<{ plan: PricedPlan | undefined; faults: readonly Trouble[] }> {
  if (inputs.plan === '' && inputs.prices === '') return { plan: undefined, faults: inputs.faults }
  const { priceThePlan } = await import('./plan/price.js')
  const priced = await priceThePlan(inputs)
  if (priced !== undefined && 'faults' in priced)
    return { plan: undefined, faults: [...inputs.faults, ...priced.faults] }
  return { plan: priced, faults: inputs.faults }
}

/** No request is made when something is wrong, or when there is no key to ask with. */
async function read(inputs: Inputs, faults: readonly Trouble[]): Promise<Reading> {
  const [first, ...others] = faults
  if (first !== undefined) return { kind: 'misused', troubles: [first, ...others] }
  if (inputs.withheld !== undefined) return { kind: 'skipped', troubles: [inputs.withheld] }
  return readBalance(inputs)
}

function log(result: Result): void {
  for (const line of logLines(result)) core.info(line)
}

/** The comment and the issue, when they are asked for. */
async function tellGitHub(inputs: Inputs, result: Result): Promise<AlertOutcome> {
  if (inputs.comment === 'never' && !inputs.alertIssue) return 'none'
  const { tell } = await import('./github/tell.js')
  return tell(inputs, result)
}

async function summarise(result: Result): Promise<void> {
  try {
    await core.summary.addRaw(summary(result)).write()
  } catch (error) {
    core.warning(`The job summary could not be written: ${messageOf(error)}`)
  }
}

function annotate(result: Result): void {
  const note = annotation(result)
  if (note !== undefined) core[note.severity](note.message, { title: note.title })
}
