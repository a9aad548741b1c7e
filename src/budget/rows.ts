import { millionths } from './decimal.js'
import { FaultList, type Faults, type Located } from './faults.js'
import type { Trouble } from './trouble.js'

/** A row of the input `prices`: applies to every item that equals it in all fields that it gives. */
export interface PriceRow {
  readonly fields: ReadonlyMap<string, unknown>
  readonly perSecond: boolean
  /** Millionths of a credit. */
  readonly credits: bigint
}

/**
 * Reads the rows of the input `prices`, strictly: a misspelt field would let a row apply to more than it should.
 * @returns the rows, or every fault of them
 */
export function readPrices(
  rows: Iterable<Located | Trouble>,
  neutral: (text: string) => string,
): readonly PriceRow[] | Faults {
  const read: PriceRow[] = []
  const faults = new FaultList(neutral)
  for (const located of rows) {
    if (!('item' in located)) {
      faults.add(located)
      continue
    }
    const row = priceRow(located.item)
    if (typeof row !== 'string') read.push(row)
    else faults.add({ place: located.place, happened: `This price is wrong: ${row}.`, cure: ROW_CURE })
  }
  return faults.isEmpty() ? read : { faults: faults.all() }
}

const ROW_CURE =
  'A row has per: second or generation, credits, and any of feature, model, quality, duration, audio, multi_clip, motion_mode.'

const ROW_FIELDS: ReadonlyMap<string, 'string' | 'number' | 'boolean'> = new Map([
  ['feature', 'string'],
  ['model', 'string'],
  ['quality', 'string'],
  ['duration', 'number'],
  ['audio', 'boolean'],
  ['multi_clip', 'boolean'],
  ['motion_mode', 'string'],
])

/** A row, or what is wrong with it. */
function priceRow(item: unknown): PriceRow | string {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return 'it is not an object'
  const { per, credits, ...fields } = item as Record<string, unknown>
  if (per !== 'second' && per !== 'generation') return 'per is neither second nor generation'
  const price = typeof credits === 'number' ? millionths(credits) : undefined
  if (price === undefined) return 'credits is not a number of 0 or more, of at most six decimals'
  for (const [field, value] of Object.entries(fields)) {
    const type = ROW_FIELDS.get(field)
    if (type === undefined) return 'it has a field that no item is compared by'
    if (typeof value !== type || Number.isNaN(value)) return `${field} is not a ${type}`
  }
  const feature = fields['feature'] === 'motion_control' ? { feature: 'mimic' } : {}
  return { fields: new Map(Object.entries({ ...fields, ...feature })), perSecond: per === 'second', credits: price }
}
