import type { Fault, Faults } from '../../src/fault.js'
import { type PlanLine, type PricedPlan, TODO_MAX } from '../../src/plan/plan.js'
import { regionOf } from '../../src/pixverse/region.js'
import { safe, type SafeText, sanitiser } from '../../src/safe-text.js'
import type { Purse } from '../../src/verdict/purses.js'
import { type BalanceRead, decide, type Limits, type Pace, type Result } from '../../src/verdict/verdict.js'
import { balanceOf, floors } from './purses.js'

/** Text from outside, as a report gets it. */
export const outside = sanitiser()

export const TRACE_ID = safe`00000000-0000-4000-8000-000000000000`
const NOW = new Date('2026-10-20T06:00:00Z')

/** One line of a plan; `credits` follows from the rest. */
export interface SomeLine {
  readonly what?: string
  readonly name?: string
  readonly count?: number
  readonly each?: number
  readonly by?: PlanLine['by']
}

export interface SomePlan {
  readonly lines?: readonly SomeLine[]
  readonly made?: number
  /** Percent. */
  readonly margin?: number
  readonly pricesAsOf?: SafeText | undefined
  readonly ignored?: readonly string[]
  readonly unusedPrices?: readonly string[]
}

/** A priced plan without the files and the prices that it would come from. */
export function planOf({
  lines = [{}],
  made,
  margin = 0,
  ignored = [],
  unusedPrices = [],
  ...rest
}: SomePlan): PricedPlan {
  const priced = lines.map(lineOf)
  const each = priced.flatMap((line) => Array<number>(line.count).fill(line.each))
  const cost = each.reduce((sum, credits) => sum + credits, 0)
  const withMargin = (credits: number): number => Math.ceil((credits * (100 + margin)) / 100)
  return {
    lines: priced,
    generations: each.length,
    made,
    total: each.length + (made ?? 0),
    cost,
    margin: safe`${margin}`,
    planned: withMargin(cost),
    pricesAsOf: 'pricesAsOf' in rest ? rest.pricesAsOf : safe`2026-10-10`,
    ignored: ignored.map((text) => outside(text)),
    ignoredCount: ignored.length,
    unusedPrices: unusedPrices.map((text) => outside(text)),
    fitting: (credits) => {
      let [fits, spent] = [0, 0]
      for (const price of each) {
        spent += price
        if (withMargin(spent) > credits) break
        fits++
      }
      return fits
    },
    todo: (fits) =>
      each.slice(0, Math.min(fits, TODO_MAX)).map((_, at) => ({ file: '', item: at + 1, name: '', n: 1 })),
    lineFits: (fits) => {
      let left = fits
      return priced.map((line) => {
        const fit = Math.min(left, line.count)
        left -= fit
        return fit
      })
    },
  }
}

function lineOf({
  what = 'text_to_video v6 720p 5 s',
  name = '',
  count = 1,
  each = 45,
  by = 'table',
}: SomeLine): PlanLine {
  return { what: outside(what), name: outside(name), count, each, credits: count * each, by }
}

export const FAULT: Fault = { id: 'it-happened', message: safe`It happened`, hint: safe`Repair it.` }

export function faultsOf(first: Partial<Fault> = {}, ...rest: readonly Partial<Fault>[]): Faults {
  return { kept: [{ ...FAULT, ...first }, ...rest.map((fault) => ({ ...FAULT, ...fault }))], count: 1 + rest.length }
}

export interface SomeResult extends Partial<Omit<Limits, 'floors'>> {
  readonly account?: string
  readonly monthly?: number
  readonly package?: number
  readonly floors?: Partial<Record<Purse, number>>
  readonly plan?: SomePlan
  readonly pace?: Pace
  /** Instead of a balance. */
  readonly read?: BalanceRead
  readonly baseUrl?: string
  readonly now?: string
}

/** A result as `decide` makes it. 700 credits, 600 of them monthly, and nothing asked for, unless told. */
export function resultOf(some: SomeResult = {}): Result {
  const {
    account = 'Film team',
    monthly = 600,
    package: bought = 100,
    floors: lowest,
    plan,
    pace,
    read,
    ...rest
  } = some
  const { baseUrl = 'https://app-api.pixverse.ai', now = NOW, ...limits } = rest
  return decide({
    account: outside(account),
    region: regionOf(new URL(baseUrl)),
    read: read ?? { kind: 'balance', balance: balanceOf({ monthly, package: bought }), traceId: TRACE_ID },
    limits: {
      minimum: 0,
      floors: floors(lowest),
      warnBelow: undefined,
      warnDays: undefined,
      budget: undefined,
      baseline: undefined,
      onLow: 'fail',
      onUnknown: 'fail',
      ...limits,
    },
    plan: plan && planOf(plan),
    pace,
    now: new Date(now),
  })
}
