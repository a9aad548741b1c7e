import { isObject } from '../decode.js'
import type { Fault } from '../fault.js'
import { plain, safe, type SafeText, type Sanitise } from '../safe-text.js'
import {
  belongsTo,
  type Counted,
  countedAs,
  DECIDING,
  featureAskedBy,
  fitting,
  hasSeveral,
  holdsRequest,
  isBehindComma,
  isEnvelope,
  isGiven,
  isSpoken,
  leavesOpen,
  type Meant,
  meantBy,
  NAMES,
  narrows,
  roleOf,
  takesModel,
  TELLING,
  unwrapped,
} from './fields.js'
import { CLIP_FEATURES, type Feature, FEATURES, isOneOf } from './offers.js'
import { fold } from './spelling.js'
import {
  COUNT,
  CREDITS,
  FEATURE,
  type Kind,
  MODEL,
  MOTION_MODE,
  NAME,
  QUALITY,
  SECONDS,
  shown,
  SWITCH,
  TEXT,
  wrongValue,
} from './values.js'

/** What the price of one generation depends on, and nothing else of the item. */
export interface Request {
  /** As given, or as its fields tell; undefined when they leave it open. It may be a word that nobody knows. */
  readonly feature: string | undefined
  /**
   * What its fields tell, where that is another feature than it gives: the dearest of all counts. When its feature is
   * left open, what a server may bill it as besides.
   */
  readonly told: readonly Feature[]
  /** When its feature is left open: by which field, and the features that it can be. */
  readonly open: { readonly by: string; readonly fits: readonly Feature[] } | undefined
  readonly model: string | undefined
  readonly quality: string | undefined
  readonly duration: number | undefined
  readonly audio: boolean
  readonly multiClip: boolean
  readonly motionMode: string
  /** Bytes of UTF-8 to speak, for lip_sync only; 0 when there is no text. */
  readonly textBytes: number
  /** Whether a lip_sync brings its own audio. */
  readonly ownAudio: boolean
  /** Fields turned on that add to the price of a clip. */
  readonly switchedOn: readonly string[]
  /** Fields that are given, but cannot be read. */
  readonly unread: readonly Counted[]
  /** What is wrong with the item, whatever its price; reported together with what is wrong with that. */
  readonly faults: readonly Fault[]
}

export interface Item {
  readonly request: Request
  /** How many generations. */
  readonly count: number
  readonly hasCount: boolean
  /** Price of one generation that the item gives itself, in millionths of a credit. */
  readonly credits: bigint | undefined
  /** Empty when it has none. Not yet sanitised. */
  readonly name: string
}

export type Decoded =
  | {
      readonly kind: 'item'
      readonly item: Item
      /** Fields that neither the API nor this action knows. Not yet sanitised. */
      readonly ignored: readonly string[]
    }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }

type Body = Readonly<Record<string, unknown>>

/** Shared by all items that have none. */
const NONE: readonly never[] = []

/**
 * Decodes an item of the plan. What is wrong with its fields stays with the item until it is priced, so that all of it
 * is reported at once. Takes time in proportion to the size of the item.
 * @param sanitise for what the faults quote
 * @param outer what is wrong around the fields, when they were put in their places
 */
export function decodeItem(value: unknown, sanitise: Sanitise, outer: readonly Fault[] = NONE): Decoded {
  if (!isObject(value)) return { kind: 'faults', faults: [notARequest(value, sanitise)] }
  let narrowing: readonly string[] = NONE
  let switchedOn: readonly string[] = NONE
  let strangers: string[] | undefined
  let several: readonly string[] = NONE
  let asks = false
  for (const field of Object.keys(value)) {
    if (hasSeveral(field, value[field])) several = [...several, field]
    const role = roleOf(field)
    if (role === undefined) (strangers ??= []).push(field)
    // null is the same as not given; 0 is the id of what is not uploaded yet.
    if (role === undefined || role === 'plain' || value[field] == null) continue
    if (field !== 'name') asks = true
    const isSwitchedOn = role === 'switch' && isOn(value[field])
    if (isSwitchedOn) switchedOn = [...switchedOn, field]
    if (narrows(field) && (isSwitchedOn || field !== 'template_id')) narrowing = [...narrowing, field]
  }
  const fields = new Fields(value, sanitise)
  for (const fault of outer) fields.addFault(fault)
  for (const field of several) fields.addFault(severalIn(field, sanitise))
  if (strangers === undefined) return { kind: 'item', item: itemOf(fields, narrowing, switchedOn), ignored: NONE }

  const wrappers: Fault[] = []
  const ignored: string[] = []
  for (const field of strangers) {
    const meant = meantBy(field, value)
    if (meant !== undefined) {
      const { right } = meant
      fields.misspelt(field, meant)
      if (narrows(right) && !narrowing.includes(right)) narrowing = [...narrowing, right]
      if (roleOf(right) === 'switch' && isOn(meant.value)) switchedOn = [...switchedOn, right]
      continue
    }
    const feature = featureAskedBy(field, value)
    if (feature !== undefined) fields.addFault(featureForField(field, feature, sanitise))
    else if (holdsRequest(field, value[field], !asks)) wrappers.push(requestUnderKey(field, sanitise))
    else if (isBehindComma(field, value[field])) fields.addFault(BEHIND_COMMA)
    else ignored.push(field)
  }
  // Once: what stands in there yet again is said, and not looked at.
  if (wrappers.length > 0 && outer.length === 0) return decodeItem(unwrapped(value), sanitise, wrappers)
  const isNew = ({ message }: Fault): boolean => !outer.some((other) => other.message === message)
  for (const fault of wrappers.filter(isNew)) fields.addFault(fault)
  return { kind: 'item', item: itemOf(fields, narrowing, switchedOn), ignored }
}

/**
 * Equal for two items whose generations cost the same for the same reason. It does not depend on count and name.
 */
export function kindOf({ request, credits }: Item): string {
  const { told, open, duration, audio, multiClip, textBytes, ownAudio, switchedOn, unread, faults } = request
  const words = `${part(request.feature)}${part(request.model)}${part(request.quality)}${part(request.motionMode)}`
  const rest = `${duration} ${audio} ${multiClip} ${textBytes} ${ownAudio} ${credits} ${told.join()}`
  const plain = open === undefined && switchedOn.length === 0 && unread.length === 0 && faults.length === 0
  return plain ? words + rest : words + rest + JSON.stringify([open, switchedOn, unread, faults])
}

/** With its length in front, no text can pass for two. */
function part(text: string | undefined): string {
  return text === undefined ? '-' : `${text.length}:${text}`
}

function itemOf(fields: Fields, narrowing: readonly string[], switchedOn: readonly string[]): Item {
  const given = fields.read('feature', FEATURE)
  const model = fields.read('model', MODEL)
  const hasModel = model !== undefined || fields.isUnread('model')
  let feature = given
  let told: readonly Feature[] = NONE
  let open: Request['open']
  const quality = fields.read('quality', QUALITY)
  const hasQuality = quality !== undefined || fields.isUnread('quality')
  if (given !== undefined) told = contradictions(given, narrowing, { hasModel, hasQuality })
  else if (!fields.isUnread('feature')) {
    open = openness(narrowing, hasModel)
    if (open === undefined) feature = toldBy(narrowing)
    else told = toldOfOpen(narrowing, open, hasModel && hasQuality)
  }
  // Only lip_sync is billed by its text.
  const isLipSync = [feature, ...told, ...(open?.fits ?? NONE)].includes('lip_sync')
  const text = isLipSync ? fields.read('text', TEXT) : undefined
  const duration = fields.read('duration', SECONDS)
  const audio = fields.read('audio', SWITCH) ?? false
  const multiClip = fields.read('multi_clip', SWITCH) ?? false
  const motionMode = fields.read('motion_mode', MOTION_MODE) ?? 'normal'
  const count = fields.read('count', COUNT)
  const credits = fields.read('credits', CREDITS)
  const name = fields.read('name', NAME) ?? ''
  return {
    request: {
      feature,
      told,
      open,
      model,
      quality,
      duration,
      audio,
      multiClip,
      motionMode,
      textBytes: text === undefined ? 0 : Buffer.byteLength(text),
      ownAudio: isLipSync && narrowing.includes('audio_media_id'),
      switchedOn,
      unread: fields.unread ?? NONE,
      faults: fields.faults ?? NONE,
    },
    count: count ?? 1,
    hasCount: count !== undefined,
    credits,
    name,
  }
}

/** How the fields of an item without `feature` leave open what it is for; undefined when they do not. */
function openness(narrowing: readonly string[], hasModel: boolean): Request['open'] {
  const by = narrowing.find((field) => leavesOpen(field, narrowing) || (field === 'text' && !hasModel))
  return by === undefined ? undefined : { by, fits: fitting(narrowing, hasModel) }
}

/** The feature that the fields of an item tell. */
function toldBy(narrowing: readonly string[]): Feature {
  return TELLING.find(([field]) => narrowing.includes(field))?.[1] ?? 'text_to_video'
}

/** What a server may bill an item as whose feature is left open: a clip, or what each of its fields tells by itself. */
function toldOfOpen(
  narrowing: readonly string[],
  { fits }: NonNullable<Request['open']>,
  mayBeClip: boolean,
): readonly Feature[] {
  if (fits.length > 0) return mayBeClip ? [toldBy(narrowing)] : NONE
  const rated = DECIDING.filter(([field]) => narrowing.includes(field)).map(([, feature]) => feature)
  return [...new Set([toldBy(narrowing), ...rated])]
}

/**
 * The features that the fields tell although the item gives another one: that of a clip, when they can be billed as one
 * (a model with a quality is what clips have, whatever the item is called), and those with a rate of their own.
 */
function contradictions(
  given: string,
  narrowing: readonly string[],
  { hasModel, hasQuality }: { readonly hasModel: boolean; readonly hasQuality: boolean },
): readonly Feature[] {
  if (!isOneOf(given, FEATURES)) return NONE
  const tells = ([field]: readonly [field: string, feature: Feature]): boolean =>
    narrowing.includes(field) && !belongsTo(field, given)
  const mayBeClip = hasModel || isOneOf(given, CLIP_FEATURES)
  const other = mayBeClip ? TELLING.find(tells)?.[1] : undefined
  const clip = other ?? (hasModel && hasQuality && !takesModel(given) ? toldBy(narrowing) : undefined)
  // A text that a clip does not speak is left over.
  const rated = DECIDING.filter((one) => tells(one) && !(mayBeClip && isSpoken(one[0]))).map(([, feature]) => feature)
  return [...new Set([clip, ...rated])].filter((feature) => feature !== undefined)
}

/** Whether a switch is on. What is empty, 0 or false is left over from a template of the request. */
export function isOn(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** Reads the counted fields of one item, and collects what is wrong with them. */
class Fields {
  readonly body: Body
  readonly sanitise: Sanitise
  faults: Fault[] | undefined
  unread: Counted[] | undefined
  /** Misspelt fields, by the counted fields that they mean. */
  private meant: Map<Counted, { readonly field: string; readonly value: unknown }> | undefined

  constructor(body: Body, sanitise: Sanitise) {
    this.body = body
    this.sanitise = sanitise
  }

  isUnread(field: Counted): boolean {
    return this.unread?.includes(field) ?? false
  }

  misspelt(field: string, { right, value }: Meant): void {
    const isOther = value !== this.body[field] && (typeof value === 'string' || typeof value === 'boolean')
    this.addFault(misspeltField(field, right, isOther ? safe`: ${plain(String(value))}` : plain(''), this.sanitise))
    const counted = countedAs(right)
    if (counted === undefined) return
    this.meant ??= new Map()
    this.meant.set(counted, { field, value })
  }

  /** The value of a counted field under any of its names; undefined when it is not given, or cannot be read. */
  read<Value extends string | number | boolean | bigint>(field: Counted, kind: Kind<Value>): Value | undefined {
    const { body } = this
    const { name, alias } = NAMES[field]
    const hasName = isGiven(body, name)
    const hasAlias = alias !== undefined && isGiven(body, alias)
    if (hasName && hasAlias && body[name] !== body[alias]) {
      this.addFault(fieldsDiffer(name, alias, body, this.sanitise))
      this.giveUp(field)
      return undefined
    }
    if (hasName) return this.decode(field, name, body[name], kind)
    if (hasAlias) return this.decode(field, alias, body[alias], kind)
    const misspelt = this.meant?.get(field)
    return misspelt === undefined ? undefined : this.decodeMisspelt(field, misspelt.field, misspelt.value, kind)
  }

  private decode<Value extends string | number | boolean | bigint>(
    field: Counted,
    name: string,
    value: unknown,
    kind: Kind<Value>,
  ): Value | undefined {
    const read = kind.read(value)
    if (read !== undefined) return read
    const { fault, meant } = wrongValue('item-value', name, value, kind, this.sanitise)
    this.addFault(fault)
    // What comes next is about what was meant, so that nothing is left for a second round.
    if (meant === undefined) this.giveUp(field)
    return meant
  }

  /** A misspelt name is a fault already: its value is one more only if it can be put right in the same go. */
  private decodeMisspelt<Value extends string | number | boolean | bigint>(
    field: Counted,
    name: string,
    value: unknown,
    kind: Kind<Value>,
  ): Value | undefined {
    const hopeless = kind.read(value) === undefined && kind.guess(value) === undefined
    if (!hopeless) return this.decode(field, name, value, kind)
    this.giveUp(field)
    return undefined
  }

  addFault(fault: Fault): void {
    this.faults ??= []
    this.faults.push(fault)
  }

  private giveUp(field: Counted): void {
    this.unread ??= []
    this.unread.push(field)
  }
}

function notARequest(value: unknown, sanitise: Sanitise): Fault {
  return {
    id: 'item-shape',
    message: safe`an item must be an object`,
    detail: safe`but is ${shown(value, sanitise)}`,
    hint: safe`An item is a request body of the PixVerse API, with \`model\`, \`quality\`, \`duration\` etc.`,
  }
}

function requestUnderKey(field: string, sanitise: Sanitise): Fault {
  const name = sanitise(field, 40)
  return {
    id: 'item-nested',
    message: safe`fields that count stand under the key \`${name}\`, where they are not read`,
    hint: isEnvelope(field)
      ? safe`Put them into the item itself, without \`${name}\`. If they are a note of your own, give the key another name, such as \`notes\`.`
      : safe`Put them into the item itself, without \`${name}\`, or make items of them; a note of your own may be a text.`,
  }
}

function severalIn(field: string, sanitise: Sanitise): Fault {
  return {
    id: 'item-several',
    message: safe`\`${sanitise(field, 40)}\` is a list, and an item is one request`,
    hint: safe`Write an item for each, or give one of them and a \`count\`.`,
  }
}

/** @param value `: true`, what it would have to be there, where that is not what it is */
function misspeltField(field: string, right: string, value: SafeText, sanitise: Sanitise): Fault {
  const hint = safe`Did you mean \`${plain(right)}${value}\`?`
  return {
    id: 'item-field',
    message: safe`there is no field \`${sanitise(field, 40)}\``,
    hint: fold(field) === fold(right) ? hint : safe`${hint} If it is a note of your own, give it another name.`,
  }
}

function featureForField(field: string, feature: Feature, sanitise: Sanitise): Fault {
  return {
    id: 'item-field',
    message: safe`there is no field \`${sanitise(field, 40)}\``,
    hint: safe`It is a request of its own: write an item with \`feature: ${plain(feature)}\`. If it is a note of your own, give it another name.`,
  }
}

const BEHIND_COMMA: Fault = {
  id: 'item-comma',
  message: safe`a number stands where the name of a field should be`,
  hint: safe`A comma ends the value before it: write 1000, not 1,000, and 1.5, not 1,5.`,
}

function fieldsDiffer(name: string, alias: string, body: Body, sanitise: Sanitise): Fault {
  return {
    id: 'item-fields-differ',
    message: safe`\`${plain(name)}\` and \`${plain(alias)}\` mean the same`,
    detail: safe`but are ${shown(body[name], sanitise)} and ${shown(body[alias], sanitise)}`,
    hint: safe`Keep one of them.`,
  }
}
