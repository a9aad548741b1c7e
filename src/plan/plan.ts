import { collectFaults, type Fault, type Faults, oneFault } from '../fault.js'
import type { Cost } from '../prices/cost.js'
import { divideUp, exactly, MILLION } from '../prices/decimal.js'
import type { Override } from '../prices/overrides.js'
import { safe, type SafeText, type Sanitise } from '../safe-text.js'
import { type Located, type LocatedItem, nameOf } from './files.js'
import type { Made } from './made.js'
import { Kinds, type Line, Tally } from './tally.js'

/** Most jobs of a matrix. */
export const TODO_MAX = 256

/** Bytes of `todo`: Linux takes no variable from 128 KiB on, and GitHub keeps 1 MB of outputs a job, at two bytes each. */
export const TODO_BYTES_MAX = 120_000

/** Characters of a name. */
export const NAME_MAX = 2000

/** Most fields that are named as ignored. */
export const IGNORED_MAX = 20

/** Equal generations of a plan that are still to make. Credits are whole. */
export interface PlanLine {
  readonly what: SafeText
  /** Empty when they have none. */
  readonly name: SafeText
  readonly count: number
  readonly each: number
  readonly credits: number
  /** Where the price comes from: the built-in table, the input `prices`, or the plan itself. */
  readonly by: Cost['by']
}

/** One generation, for the job that makes it. Its texts are as they were given, but never show the API key. */
export interface Todo {
  /** From the workspace on; empty for an inline plan. */
  readonly file: string
  /** Counts from 1 within the file; the line in `.jsonl`. */
  readonly item: number
  /** That of the item, or of the file of which it is the only item; else empty. */
  readonly name: string
  /** From 1 to the item's `count`. */
  readonly n: number
}

/** A plan, priced. All numbers are whole credits, or numbers of generations. */
export interface PricedPlan {
  /** Distinct lines, in the order in which the plan first has them. */
  readonly lines: readonly PlanLine[]
  /** Still to make. */
  readonly generations: number
  /** Made already; undefined when nobody asked. */
  readonly made: number | undefined
  /** Both. */
  readonly total: number
  /** Of what is still to make, without the margin. */
  readonly cost: number
  /** Percent, as the user wrote it. */
  readonly margin: SafeText
  /** `cost` plus the margin, rounded up. */
  readonly planned: number
  /** Date of the oldest prices of the built-in table that count; undefined when none does. */
  readonly pricesAsOf: SafeText | undefined
  /** The first of the fields that nobody knows, each once. */
  readonly ignored: readonly SafeText[]
  /** How many there are of them. */
  readonly ignoredCount: number
  /** Where the rows of `prices` stand that decide no price: they apply to no item, or another price comes before them. */
  readonly unusedPrices: readonly SafeText[]
  /** How many generations, in order, cost at most so many credits, margin included. */
  readonly fitting: (credits: number) => number
  /** The first so many generations, but at most `TODO_MAX`, and as many as `TODO_BYTES_MAX` holds. */
  readonly todo: (fits: number) => readonly Todo[]
  /** How many of each line are among the first so many generations. */
  readonly lineFits: (fits: number) => readonly number[]
}

export interface Terms {
  readonly overrides: readonly Override[]
  /** Percent, in digits. */
  readonly margin: SafeText
  /** Undefined when nobody asked what is made already. */
  readonly made: Made | undefined
}

/**
 * Prices the request bodies of a plan that are not made yet. One generation is rounded up to whole credits, then
 * multiplied.
 * @param collected has what is wrong so far; what is wrong here is added
 * @returns the priced plan, or every fault
 */
export function pricePlan(
  located: Iterable<Located>,
  { overrides, margin, made }: Terms,
  sanitise: Sanitise,
  collected = collectFaults(),
): { readonly kind: 'plan'; readonly plan: PricedPlan } | { readonly kind: 'faults'; readonly faults: Faults } {
  const sparing = collected.sparing(sanitise)
  const kinds = new Kinds(overrides, sparing)
  const tally = new Tally()
  const ignored = new Set<string>()
  const first: Todo[] = []
  let bytes = '[]'.length
  let madeCount = 0

  const addAll = ({ where }: LocatedItem, faults: readonly Fault[]): void => {
    for (const fault of faults) collected.add({ where: sparing(where), ...fault })
  }
  for (const one of located) {
    if (one.kind === 'fault') {
      collected.add(one.fault)
      continue
    }
    const read = kinds.read(one.value)
    addAll(one, read.faults)
    if (read.kind === 'faults') continue
    const { item, price } = read
    for (const field of read.ignored) ignored.add(field)
    if (item.name.length > NAME_MAX) addAll(one, [LONG_NAME])
    const looked = made?.look(one, item)
    if (looked?.kind === 'faults') addAll(one, looked.faults)
    const missing = looked?.kind === 'missing' ? looked.numbers : undefined
    const left = missing?.length ?? item.count
    madeCount += item.count - left
    // What is made needs no price. But a misspelt `count` would say that not all of it is made.
    if (price.kind === 'faults') addAll(one, left > 0 ? price.faults : item.request.faults)
    else if (left > 0) tally.add(price, item.name, left)
    for (let nth = 0; nth < left && first.length < TODO_MAX && bytes <= TODO_BYTES_MAX; nth++) {
      const todo = { file: one.file, item: one.item, name: nameOf(one, item.name), n: missing?.[nth] ?? nth + 1 }
      bytes += Buffer.byteLength(JSON.stringify(todo)) + ','.length
      if (bytes <= TODO_BYTES_MAX) first.push(todo)
    }
  }

  for (const todo of showingKey(first, sanitise)) collected.add(keyFault(todo, sanitise))
  const faults = collected.faults()
  if (faults !== undefined) return { kind: 'faults', faults }

  const factor = 100n * MILLION + exactly(margin)
  const cost = tally.cost()
  const planned = divideUp(cost * factor, 100n * MILLION)
  const generations = tally.generations()
  const total = generations + madeCount
  if (planned > BigInt(Number.MAX_SAFE_INTEGER) || !Number.isSafeInteger(total)) {
    return { kind: 'faults', faults: oneFault(TOO_MUCH) }
  }
  const asOf = tally.asOf()
  const plan: PricedPlan = {
    lines: tally.lines.map((line) => shownLine(line, sanitise)),
    generations,
    made: made === undefined ? undefined : madeCount,
    total,
    cost: Number(cost),
    margin,
    planned: Number(planned),
    pricesAsOf: asOf === undefined ? undefined : sanitise(asOf),
    ignored: [...ignored].slice(0, IGNORED_MAX).map((field) => sanitise(field, 40)),
    ignoredCount: ignored.size,
    unusedPrices: overrides.filter((_, at) => !kinds.applied.has(at)).map(({ where }) => sanitise(where)),
    fitting: (credits) => (credits < 0 ? 0 : tally.fitting(Number((BigInt(credits) * 100n * MILLION) / factor))),
    todo: (fits) => first.slice(0, fits),
    lineFits: (fits) => tally.among(fits),
  }
  return { kind: 'plan', plan }
}

/** Names are sanitised when they are shown: of 100,000 lines a report shows a few. */
function shownLine({ cost, name, count }: Line, sanitise: Sanitise): PlanLine {
  const each = Number(cost.each)
  return {
    get what() {
      return sanitise(cost.what)
    },
    get name() {
      return sanitise(name)
    },
    count,
    each,
    credits: each * count,
    by: cost.by,
  }
}

/** Those whose texts, which nobody sanitises, show the key. */
function showingKey(todos: readonly Todo[], sanitise: Sanitise): readonly Todo[] {
  const shows = (text: string): boolean => {
    const most = text.length + 1
    // What is withheld looks the same with anything behind it.
    return sanitise(`${text}1`, most) === sanitise(`${text}2`, most)
  }
  const texts = new Set(todos.flatMap(({ file, name }) => [file, name]))
  // All at once, because it takes long and is true of none.
  if (!shows([...texts].join('\n'))) return []
  return todos.filter(({ file, name }) => shows(file) || shows(name))
}

function keyFault({ file, item }: Todo, sanitise: Sanitise): Fault {
  return {
    id: 'plan-shows-key',
    message: safe`the name of this item, or of its file, shows the API key`,
    hint: safe`Give it another name: names are handed on as they are.`,
    where: sanitise(`${file === '' ? 'plan' : file}, item ${item}`),
  }
}

const LONG_NAME: Fault = {
  id: 'plan-long-name',
  message: safe`the \`name\` of this item is longer than ${NAME_MAX} characters`,
  hint: safe`Give it a shorter one: names are handed on in \`todo\`.`,
}
const TOO_MUCH: Fault = {
  id: 'plan-too-large',
  message: safe`The plan costs more credits than can be counted exactly`,
  hint: safe`Check its \`count\` and \`credits\`.`,
}
