import type { Faults } from '../budget/faults.js'
import { type PricedPlan, pricePlan } from '../budget/plan.js'
import { readPrices } from '../budget/rows.js'
import type { Inputs } from '../inputs.js'
import { neutralise } from '../report/escape.js'
import { readItems } from './read.js'

/**
 * Reads and prices the plan of the inputs. Loaded only when there is one: it brings YAML, patterns and the price table.
 * @returns the priced plan, undefined when there is none, or every fault of the plan or of the prices
 */
export async function priceThePlan({
  plan,
  prices,
  margin,
  workspace,
  apiKey,
}: Inputs): Promise<PricedPlan | Faults | undefined> {
  const neutral = (text: string): string => neutralise(text, apiKey)
  const rows = prices === '' ? [] : readPrices(await readItems('prices', prices, workspace), neutral)
  // Without the user's prices, the items that they are for would seem to be at fault.
  if ('faults' in rows) return rows
  if (plan === '') return undefined
  return pricePlan(await readItems('plan', plan, workspace), rows, margin, neutral)
}
