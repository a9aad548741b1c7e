import { collectFaults, type Fault, type FaultCollector, type Faults } from '../fault.js'
import { type Override, readOverride } from '../prices/overrides.js'
import { safe, type SafeText, type Sanitise } from '../safe-text.js'
import { type Located, readItems } from './files.js'
import { readMade } from './made.js'
import { groundOf } from './patterns.js'
import { type PricedPlan, pricePlan } from './plan.js'
import { withoutUnseen } from './visible.js'

export type { PlanLine, PricedPlan, Todo } from './plan.js'

/** The inputs that a plan is made of; empty where not given. */
export interface Asked {
  readonly plan: string
  readonly prices: string
  readonly made: string
  /** Percent, in digits. */
  readonly margin: SafeText
  /** Nothing outside of this folder is read. */
  readonly workspace: string
  /** Where patterns start; the workspace, if it is not given. `made` starts in the workspace always. */
  readonly cwd?: string
}

export type PlanRead =
  | { readonly kind: 'plan'; readonly plan: PricedPlan }
  | { readonly kind: 'none' }
  | { readonly kind: 'faults'; readonly faults: Faults }

/**
 * Reads and prices the plan. Loaded only when there is one: it brings YAML, patterns and the price table.
 * @returns every fault of the inputs, or only those of `prices` when it has any: without the prices of the user, the
 *   items that they are for would seem to be at fault
 */
export function readPlan({ plan, prices, made, margin, workspace, cwd }: Asked, sanitise: Sanitise): PlanRead {
  const ground = groundOf(workspace, cwd ?? workspace)
  const collected = collectFaults()
  const sparing = collected.sparing(sanitise)
  const overrides = prices === '' ? [] : readOverrides(readItems('prices', prices, ground, sparing), collected, sparing)
  const ofPrices = collected.faults()
  if (ofPrices !== undefined) return { kind: 'faults', faults: ofPrices }

  const results = made === '' ? undefined : readMade(made, ground, sparing)
  if (results?.kind === 'fault') collected.add(results.fault)
  if (plan === '') {
    if (results !== undefined) collected.add(MADE_WITHOUT_PLAN)
    const faults = collected.faults()
    return faults === undefined ? { kind: 'none' } : { kind: 'faults', faults }
  }
  const terms = { overrides, margin, made: results?.kind === 'made' ? results.made : undefined }
  return pricePlan(readItems('plan', plan, ground, sparing), terms, sanitise, collected)
}

/** Each kind of items is compared with every row. */
const ROWS_MAX = 1000

/** The rows of `prices`, in their order; what is wrong with them is added to `collected`. */
function readOverrides(rows: Iterable<Located>, collected: FaultCollector, sanitise: Sanitise): readonly Override[] {
  const overrides: Override[] = []
  for (const row of rows) {
    if (row.kind === 'fault') {
      collected.add(row.fault)
      continue
    }
    const seen = withoutUnseen(row.value)
    const read = readOverride(seen?.value ?? row.value, row.where, sanitise)
    if (read.kind === 'override') overrides.push(read.override)
    const faults = [...(seen?.faults ?? []), ...(read.kind === 'faults' ? read.faults : [])]
    for (const fault of faults) collected.add({ where: sanitise(row.where), ...fault })
    if (overrides.length > ROWS_MAX) {
      collected.add(TOO_MANY_ROWS)
      break
    }
  }
  return overrides
}

const TOO_MANY_ROWS: Fault = {
  id: 'prices-too-many',
  message: safe`\`prices\` must have at most ${ROWS_MAX} rows`,
  hint: safe`Leave fields out, so that a row applies to more items.`,
}
const MADE_WITHOUT_PLAN = {
  id: 'made-without-plan',
  message: safe`\`made\` is given without a \`plan\``,
  hint: safe`Give the \`plan\` whose results it names, or leave \`made\` out.`,
}
