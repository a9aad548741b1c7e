import type { Result } from '../budget/verdict.js'
import type { Inputs } from '../inputs.js'
import type { AlertOutcome } from '../outputs.js'
export async function tell(_inputs: Inputs, _result: Result): Promise<AlertOutcome> {
  return Promise.resolve('none')
}
