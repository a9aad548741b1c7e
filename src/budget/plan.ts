import { divideUp, exactly, MILLION } from './decimal.js'
import { FaultList, type Faults, type Located } from './faults.js'
import { priceItem } from './item.js'
import { PRICES_AS_OF } from './prices.js'
import type { PriceRow } from './rows.js'
import type { Trouble } from './trouble.js'

/** Equal generations of a plan. Credits are whole; `what` and `name` are neutralised. */
export interface PlanLine {
  readonly what: string
  readonly name: string
  readonly count: number
  readonly each: number
  readonly credits: number
}

/** A plan, priced. All numbers are whole credits, or numbers of generations. */
export interface PricedPlan {
  /** Distinct lines, the dearest first. */
  readonly lines: readonly PlanLine[]
  readonly generations: number
  /** Without the margin. */
  readonly cost: number
  /** Percent, as the user wrote it. */
  readonly margin: string
  /** `cost` plus the margin, rounded up. */
  readonly planned: number
  /** Date of the built-in price table. */
  readonly pricesAsOf: string
  /** How many generations, in order, cost at most so many credits, margin included. */
  readonly fitting: (credits: number) => number
}

/**
 * Prices request bodies of the PixVerse API. Every item is rounded up to whole credits once, then multiplied.
 * @param margin percent, in digits
 * @param neutral makes text of the plan fit to be shown
 * @returns the priced plan, or every fault of it
 */
export function pricePlan(
  items: Iterable<Located | Trouble>,
  prices: readonly PriceRow[],
  margin: string,
  neutral: (text: string) => string,
): PricedPlan | Faults {
  const faults = new FaultList(neutral)
  const runs: { count: number; each: bigint }[] = []
  const lines = new Map<string, { what: string; name: string; count: number; each: bigint }>()
  let cost = 0n
  for (const located of items) {
    if (!('item' in located)) {
      faults.add(located)
      continue
    }
    const priced = priceItem(located.item, prices)
    if ('faults' in priced) {
      for (const fault of priced.faults) faults.add({ ...fault, place: located.place })
      continue
    }
    const { what, name, count, each } = priced
    cost += each * BigInt(count)
    const last = runs.at(-1)
    if (last?.each === each) last.count += count
    else runs.push({ count, each })
    const key = JSON.stringify([what, name, String(each)])
    const line = lines.get(key)
    if (line === undefined) lines.set(key, { what, name, count, each })
    else line.count += count
  }
  if (!faults.isEmpty()) return { faults: faults.all() }

  const factor = 100n * MILLION + exactly(margin)
  const planned = divideUp(cost * factor, 100n * MILLION)
  const generations = runs.reduce((sum, run) => sum + run.count, 0)
  if (planned > BigInt(Number.MAX_SAFE_INTEGER) || !Number.isSafeInteger(generations)) {
    return {
      faults: [
        { happened: 'The plan costs more credits than can be counted exactly.', cure: 'Check its count and credits.' },
      ],
    }
  }
  return {
    lines: [...lines.values()]
      .map(({ what, name, count, each }) => ({
        what: neutral(what),
        name: neutral(name),
        count,
        each: Number(each),
        credits: Number(each) * count,
      }))
      .sort((a, b) => b.credits - a.credits),
    generations,
    cost: Number(cost),
    margin,
    planned: Number(planned),
    pricesAsOf: PRICES_AS_OF,
    fitting: (credits) => (credits < 0 ? 0 : fitting(runs, (BigInt(credits) * 100n * MILLION) / factor)),
  }
}

/** The largest number of generations, in order, whose prices sum up to at most `affordable`. */
function fitting(runs: readonly { count: number; each: bigint }[], affordable: bigint): number {
  let left = affordable
  let fits = 0
  for (const { count, each } of runs) {
    const most = each === 0n ? count : Math.min(count, Number(left / each))
    fits += most
    left -= each * BigInt(most)
    if (most < count) break
  }
  return fits
}
