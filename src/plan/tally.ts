import { own } from '../decode.js'
import type { Fault } from '../fault.js'
import { type Cost, costOf } from '../prices/cost.js'
import type { Override } from '../prices/overrides.js'
import { type Decoded, decodeItem, type Item, kindOf } from '../prices/request.js'
import { Signatures } from '../prices/signature.js'
import type { Sanitise } from '../safe-text.js'
import { withoutUnseen } from './visible.js'

/** Equal generations that are still to make. */
export interface Line {
  readonly cost: Cost
  readonly name: string
  count: number
}

/** Items that do not differ in what a price depends on. */
export type Kind = Priced | { readonly kind: 'faults'; readonly faults: readonly Fault[] }

interface Priced {
  readonly kind: 'priced'
  readonly cost: Cost
  /** Those of all kinds that look alike and cost the same, by name. */
  readonly lines: Map<string, Line>
}

/** An item, and what it costs or why that is not known. `faults`: what is wrong besides. */
type Read = Extract<Decoded, { kind: 'item' }> & { readonly price: Kind; readonly faults: readonly Fault[] }

/** Few items of a plan differ in what counts. Where many do, it is of no use to keep them all. */
const KNOWN_MAX = 1000

/** Decodes and prices each kind of items once. */
export class Kinds {
  /** The overrides that applied to an item, be it made already or not. */
  readonly applied = new Set<number>()
  readonly #overrides: readonly Override[]
  readonly #sanitise: Sanitise
  readonly #signatures = new Signatures()
  readonly #known = new Map<string, Read>()
  readonly #kinds = new Map<string, Kind>()
  readonly #lines = new Map<string, Map<string, Line>>()

  constructor(overrides: readonly Override[], sanitise: Sanitise) {
    this.#overrides = overrides
    this.#sanitise = sanitise
  }

  /** Decodes an item as `decodeItem` does, and prices it. */
  read(value: unknown): Read | Exclude<Decoded, { kind: 'item' }> {
    const signature = this.#signatures.of(value)
    const known = signature === undefined ? undefined : this.#known.get(signature)
    if (known !== undefined) {
      const given = own(value, 'name')
      const name = typeof given === 'string' ? given : ''
      return name === known.item.name ? known : { ...known, item: { ...known.item, name } }
    }
    const seen = withoutUnseen(value)
    const faults = seen?.faults ?? []
    const decoded = decodeItem(seen?.value ?? value, this.#sanitise)
    if (decoded.kind === 'faults') return { ...decoded, faults: [...faults, ...decoded.faults] }
    const read = { ...decoded, price: this.#of(decoded.item), faults }
    if (signature !== undefined && this.#known.size < KNOWN_MAX) this.#known.set(signature, read)
    return read
  }

  #of(item: Item): Kind {
    // Their texts quote what is wrong, so hardly two are alike.
    if (item.request.faults.length > 0) return this.#price(item)
    const key = kindOf(item)
    const known = this.#kinds.get(key)
    if (known !== undefined) return known
    const kind = this.#price(item)
    this.#kinds.set(key, kind)
    return kind
  }

  #price(item: Item): Kind {
    const priced = costOf(item, this.#overrides, this.#sanitise)
    if (priced.kind === 'faults') return priced
    const { cost } = priced
    if (cost.override !== undefined) this.applied.add(cost.override)
    const key = JSON.stringify([cost.what, String(cost.each), cost.by, cost.asOf])
    const lines = this.#lines.get(key) ?? new Map<string, Line>()
    this.#lines.set(key, lines)
    return { kind: 'priced', cost, lines }
  }
}

/** What is still to make, line by line and in its order. */
export class Tally {
  readonly lines: Line[] = []
  /** The line of each item. */
  readonly #order: Line[] = []
  /** How many generations an item is, by its place in the order, where it is more than one. */
  readonly #counts = new Map<number, number>()

  add({ cost, lines }: Priced, name: string, count: number): void {
    const line = lines.get(name) ?? this.#newLine(cost, name, lines)
    line.count += count
    if (count > 1) this.#counts.set(this.#order.length, count)
    this.#order.push(line)
  }

  /** Whole credits, without margin. */
  cost(): bigint {
    return this.lines.reduce((sum, { cost, count }) => sum + cost.each * BigInt(count), 0n)
  }

  generations(): number {
    return this.lines.reduce((sum, { count }) => sum + count, 0)
  }

  /** The date of the oldest prices of the built-in table. */
  asOf(): string | undefined {
    return this.lines.flatMap(({ cost: { asOf } }) => asOf ?? []).toSorted()[0]
  }

  /** How many generations, in order, cost at most so many credits. All credits must be safe integers. */
  fitting(credits: number): number {
    if (this.cost() <= credits) return this.generations()
    let left = credits
    let fits = 0
    for (const [at, line] of this.#order.entries()) {
      const each = Number(line.cost.each)
      const count = this.#counts.get(at) ?? 1
      const most = each === 0 ? count : Math.min(count, (left - (left % each)) / each)
      fits += most
      left -= each * most
      if (most < count) break
    }
    return fits
  }

  /** How many of each line are among the first so many generations. */
  among(first: number): readonly number[] {
    if (first === this.generations()) return this.lines.map(({ count }) => count)
    const counts = new Map<Line, number>()
    let left = first
    for (const [at, line] of this.#order.entries()) {
      if (left === 0) break
      const among = Math.min(this.#counts.get(at) ?? 1, left)
      counts.set(line, (counts.get(line) ?? 0) + among)
      left -= among
    }
    return this.lines.map((line) => counts.get(line) ?? 0)
  }

  #newLine(cost: Cost, name: string, lines: Map<string, Line>): Line {
    const line = { cost, name, count: 0 }
    this.lines.push(line)
    lines.set(name, line)
    return line
  }
}
