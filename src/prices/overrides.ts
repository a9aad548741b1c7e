import { isObject } from '../decode.js'
import type { Fault } from '../fault.js'
import { plain, safe, type SafeText, type Sanitise } from '../safe-text.js'
import { type Counted, countedAs, rightName } from './fields.js'
import { fold } from './spelling.js'
import {
  CREDITS,
  FEATURE,
  type Kind,
  MODEL,
  MOTION_MODE,
  QUALITY,
  SECONDS,
  shown,
  SWITCH,
  wrongValue,
} from './values.js'

/** A row of the input `prices`: applies to every item that equals it in all fields that it gives. */
export interface Override {
  /** Where the row stands: `prices, item 2`. */
  readonly where: string
  readonly feature: string | undefined
  readonly model: string | undefined
  readonly quality: string | undefined
  /** Seconds. */
  readonly duration: number | undefined
  readonly audio: boolean | undefined
  readonly multiClip: boolean | undefined
  readonly motionMode: string | undefined
  /** Of a second, or else of a generation. */
  readonly perSecond: boolean
  /** Millionths of a credit. */
  readonly credits: bigint
}

/** What a row compares, by its names in the row. */
const ROW_FIELDS = ['feature', 'model', 'quality', 'duration', 'audio', 'multi_clip', 'motion_mode'] as const
const ALL_FIELDS: readonly string[] = ['per', 'credits', ...ROW_FIELDS]

const UNIT_WORDS: ReadonlyMap<string, string> = new Map([
  ...['second', 'seconds', 'sec', 'secs', 's', 'persecond'].map((word) => [word, 'second'] as const),
  ...['generation', 'generations', 'clip', 'video', 'item', 'request', 'each', 'pergeneration'].map(
    (word) => [word, 'generation'] as const,
  ),
])
const UNIT: Kind<string> = {
  expected: safe`second or generation`,
  read: (value) => (value === 'second' || value === 'generation' ? value : undefined),
  guess: (value) => (typeof value === 'string' ? UNIT_WORDS.get(fold(value)) : undefined),
  hint: safe`Write second or generation.`,
}

const ALL_FIELDS_HINT = plain(
  `A price has \`per\`, \`credits\`, and any of ${ROW_FIELDS.map((field) => `\`${field}\``).join(', ')}.`,
)
/** `per`, folded, as people write it. */
const UNIT_NAMES = ['per', 'unit', 'by', 'for', 'pre', 'pr', 'billing', 'billedper', 'priceper']

/**
 * Reads a row of the input `prices`, strictly: a misspelt field would let it apply to more than it should.
 * @returns the row, or all that is wrong with it
 */
export function readOverride(
  value: unknown,
  where: string,
  sanitise: Sanitise,
):
  | { readonly kind: 'override'; readonly override: Override }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] } {
  if (!isObject(value)) return { kind: 'faults', faults: [notARow(value, sanitise)] }
  const row = value
  const faults: Fault[] = []
  const misspelt = new Set<string>()
  for (const field of Object.keys(row)) {
    if (ALL_FIELDS.includes(field)) continue
    const right = rightRowField(field)
    if (right !== undefined) misspelt.add(right)
    faults.push(unknownField(field, right, sanitise))
  }

  function read<Value extends string | number | boolean | bigint>(field: string, kind: Kind<Value>): Value | undefined {
    if (!Object.hasOwn(row, field)) return undefined
    const read = kind.read(row[field])
    if (read === undefined) faults.push(wrongValue('price-value', field, row[field], kind, sanitise).fault)
    return read
  }
  /** The same for a field that a row must have. */
  function need<Value extends string | number | boolean | bigint>(
    field: string,
    kind: Kind<Value>,
    hint: SafeText,
  ): Value | undefined {
    if (!Object.hasOwn(row, field) && !misspelt.has(field)) {
      faults.push({ id: 'price-missing', message: safe`\`${plain(field)}\` is missing`, hint })
    }
    return read(field, kind)
  }

  const unit = need('per', UNIT, safe`Add \`per: second\` or \`per: generation\`.`)
  const credits = need('credits', CREDITS, safe`Add the credits of one second or one generation.`)
  const override = {
    where,
    feature: read('feature', FEATURE),
    model: read('model', MODEL),
    quality: read('quality', QUALITY),
    duration: read('duration', SECONDS),
    audio: read('audio', SWITCH),
    multiClip: read('multi_clip', SWITCH),
    motionMode: read('motion_mode', MOTION_MODE),
    perSecond: unit === 'second',
  }
  if (credits === undefined || faults.length > 0) return { kind: 'faults', faults }
  return { kind: 'override', override: { ...override, credits } }
}

/** The field of a row that a misspelt one means. A row has one name for each. */
function rightRowField(field: string): string | undefined {
  if (UNIT_NAMES.includes(fold(field))) return 'per'
  const right = countedAs(field) === undefined ? rightName(field) : field
  const counted: Counted | undefined = right === undefined ? undefined : countedAs(right)
  return counted !== undefined && ALL_FIELDS.includes(counted) ? counted : undefined
}

function unknownField(field: string, right: string | undefined, sanitise: Sanitise): Fault {
  return {
    id: 'price-field',
    message: safe`a price has no field \`${sanitise(field, 40)}\``,
    hint: right === undefined ? ALL_FIELDS_HINT : safe`Did you mean \`${plain(right)}\`?`,
  }
}

function notARow(value: unknown, sanitise: Sanitise): Fault {
  return {
    id: 'price-shape',
    message: safe`a price must be an object`,
    detail: safe`but is ${shown(value, sanitise)}`,
    hint: ALL_FIELDS_HINT,
  }
}
