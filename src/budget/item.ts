import { divideUp, exactly, MILLION, millionths } from './decimal.js'
import {
  CLIP_FEATURES,
  type ClipFeature,
  type Feature,
  LIP_SYNC_BYTES,
  LIP_SYNC_PER_BYTES,
  LIP_SYNC_PER_SECOND,
  MIMIC_PER_SECOND,
  type Model,
  MODELS,
  MOTION_MODES,
  type MotionMode,
  MUSIC_MV_PER_SECOND,
  OTHER_FEATURES,
  type OtherFeature,
  publishedPrice,
  QUALITIES,
  type Quality,
  refusal,
  RESTYLE_PER_SECOND,
  SOUND_EFFECT_PER_SECONDS,
  SOUND_EFFECT_SECONDS,
  UNPRICED_FEATURES,
  UPSCALE_PER_SECOND,
} from './prices.js'
import type { PriceRow } from './rows.js'

const FEATURES: readonly Feature[] = [...CLIP_FEATURES, ...OTHER_FEATURES, ...UNPRICED_FEATURES]

/** The first names are those of the report; the others are what the API, or a user, may write instead. */
const ALIASES = {
  feature: ['feature', 'creation_type'],
  model: ['model'],
  quality: ['quality'],
  duration: ['duration'],
  audio: ['audio', 'generate_audio_switch'],
  multi_clip: ['multi_clip', 'generate_multi_clip_switch'],
  motion_mode: ['motion_mode'],
  text: ['lip_sync_tts_content', 'text'],
  count: ['count'],
  credits: ['credits'],
  name: ['name'],
} as const

/** Why an item has no price: a sentence of ours, and what the item says. */
export class Fault extends Error {
  constructor(
    readonly happened: string,
    readonly cure: string,
    readonly detail?: string,
  ) {
    super(happened)
  }
}

/** Fields of a request that change its price in a way that PixVerse does not publish. Every other field is ignored. */
const PRICED_EXTRAS = ['template_id', 'sound_effect_switch', 'lip_sync_switch', 'lip_sync_tts_switch'] as const

const GIVE_PRICE = 'Give its price: credits: in the item, or a row in the input prices.'

export interface PricedItem {
  readonly what: string
  readonly name: string
  readonly count: number
  /** Whole credits of one generation. */
  readonly each: bigint
}

export function priceItem(item: unknown, prices: readonly PriceRow[]): PricedItem {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw new Fault(
      'This is not a request.',
      'An item is a request body: an object with model, quality, duration and so on.',
    )
  }
  const body = item as Record<string, unknown>
  const count = optional(body, 'count', 1, 'a whole number of 1 or more', (value) =>
    Number.isSafeInteger(value) && Number(value) >= 1 ? Number(value) : undefined,
  )
  const name = optional(body, 'name', '', 'text', asText)
  const asked = ask(body)
  return { what: describe(asked), name, count, each: priceOf(body, asked, prices) }
}

/** What an item asks for, checked in type but not yet in meaning; undefined where the item says nothing. */
interface Asked {
  readonly feature: string
  readonly model: string | undefined
  readonly quality: string | undefined
  readonly duration: number | undefined
  readonly audio: boolean
  readonly multi_clip: boolean
  readonly motion_mode: string
  /** What a clip may ask for on top, and pay for. */
  readonly extras: Readonly<Record<(typeof PRICED_EXTRAS)[number], unknown>>
  /** Empty when there is none to speak. */
  readonly text: string
}

function ask(body: Record<string, unknown>): Asked {
  const feature = optional(body, 'feature', 'text_to_video', 'text', asText)
  return {
    feature: feature === 'motion_control' ? 'mimic' : feature,
    model: optional(body, 'model', undefined, 'text', asText),
    quality: optional(body, 'quality', undefined, 'text', asText),
    duration: optional(body, 'duration', undefined, 'a number of seconds', (value) =>
      typeof value === 'number' && millionths(value) !== undefined ? value : undefined,
    ),
    audio: optional(body, 'audio', false, 'true or false', asBoolean),
    multi_clip: optional(body, 'multi_clip', false, 'true or false', asBoolean),
    motion_mode: optional(body, 'motion_mode', 'normal', 'text', asText),
    extras: body as Asked['extras'],
    // Other features may have a field of that name which is none of our business.
    text: feature === 'lip_sync' ? optional(body, 'text', '', 'text', asText) : '',
  }
}

function describe({ feature, model, quality, duration, audio, multi_clip, motion_mode, text }: Asked): string {
  const words = [
    feature,
    model,
    quality,
    duration === undefined ? undefined : `${duration} s`,
    text === '' ? undefined : `${Buffer.byteLength(text)} bytes of text`,
    audio ? 'audio' : undefined,
    multi_clip ? 'multi clip' : undefined,
    motion_mode === 'normal' ? undefined : motion_mode,
  ]
  return words.filter((word) => word !== undefined).join(' ')
}

/** Whole credits of one generation: the item's own price, else a row of `prices`, else the built-in table. */
function priceOf(body: Record<string, unknown>, asked: Asked, prices: readonly PriceRow[]): bigint {
  const known = optional(body, 'credits', undefined, 'a number of 0 or more, of at most six decimals', (value) =>
    typeof value === 'number' ? millionths(value) : undefined,
  )
  if (known !== undefined) return divideUp(known, MILLION)
  const row = prices.find(({ fields }) => [...fields].every(([field, value]) => asked[field as keyof Asked] === value))
  if (row === undefined) return builtIn(asked)
  if (!row.perSecond) return divideUp(row.credits, MILLION)
  return divideUp(row.credits * exactly(seconds(asked)), MILLION * MILLION)
}

function builtIn(asked: Asked): bigint {
  const feature = word('feature', asked.feature, FEATURES)
  if (isOneOf(feature, CLIP_FEATURES)) return priceOfClip(feature, asked)
  if (isOneOf(feature, OTHER_FEATURES)) return priceOfOther(feature, asked)
  throw new Fault(`PixVerse publishes no price for ${feature}.`, GIVE_PRICE)
}

function priceOfClip(feature: ClipFeature, asked: Asked): bigint {
  const clip = {
    feature,
    model: word<Model>('model', asked.model, MODELS),
    quality: word<Quality>('quality', asked.quality, QUALITIES),
    motionMode: word<MotionMode>('motion_mode', asked.motion_mode, MOTION_MODES),
    duration: seconds(asked),
    audio: asked.audio,
    multiClip: asked.multi_clip,
  }
  const extra = PRICED_EXTRAS.find((field) => Boolean(asked.extras[field]))
  if (extra !== undefined) throw new Fault(`PixVerse publishes no price for a clip with ${extra}.`, GIVE_PRICE)
  const refused = refusal(clip)
  if (refused !== undefined) {
    throw new Fault(
      `PixVerse refuses this request: ${refused}.`,
      `Change the request. If PixVerse takes it now: ${lower(GIVE_PRICE)}`,
    )
  }
  const price = publishedPrice(clip)
  if (price === undefined)
    throw new Fault(`PixVerse publishes no price for ${describe({ ...asked, feature })}.`, GIVE_PRICE)
  return BigInt(price)
}

function priceOfOther(feature: OtherFeature, asked: Asked): bigint {
  switch (feature) {
    case 'lip_sync':
      if (asked.text === '') return perStarted(seconds(asked), 1, LIP_SYNC_PER_SECOND)
      return perStarted(Buffer.byteLength(asked.text), LIP_SYNC_BYTES, LIP_SYNC_PER_BYTES)
    case 'sound_effect':
      return perStarted(seconds(asked), SOUND_EFFECT_SECONDS, SOUND_EFFECT_PER_SECONDS)
    case 'restyle':
      return perStarted(seconds(asked), 1, RESTYLE_PER_SECOND)
    case 'upscale':
      return perStarted(seconds(asked), 1, UPSCALE_PER_SECOND)
    case 'mimic':
      return perStarted(seconds(asked), 1, rate(MIMIC_PER_SECOND, feature, asked))
    case 'agent_music_mv': {
      const length = seconds(asked)
      if (length < 10 || length > 360) {
        throw new Fault(
          'PixVerse refuses this request: agent_music_mv takes 10 to 360 seconds.',
          'Change the duration.',
        )
      }
      return perStarted(length, 1, rate(MUSIC_MV_PER_SECOND, feature, asked))
    }
  }
}

/** `credits`, in digits, for every started `size` of the amount, rounded up to whole credits once. */
function perStarted(amount: number, size: number, credits: string): bigint {
  return divideUp(BigInt(Math.ceil(amount / size)) * exactly(credits), MILLION)
}

function rate(rates: Partial<Record<Quality, string>>, feature: string, asked: Asked): string {
  const quality = word<Quality>('quality', asked.quality, QUALITIES)
  const credits = rates[quality]
  if (credits === undefined) throw new Fault(`PixVerse publishes no price for ${feature} at ${quality}.`, GIVE_PRICE)
  return credits
}

function seconds({ duration, feature }: Asked): number {
  if (duration === undefined) throw new Fault('The item has no duration.', 'Give duration, in seconds.')
  if (duration > 0) return duration
  if (feature === 'fusion_with_video_references') {
    throw new Fault(
      'The seconds that will be billed are not known: duration is 0.',
      'Give, in the plan, the seconds that you expect as duration, or the price as credits.',
    )
  }
  throw new Fault('The duration is 0.', 'Give duration, in seconds.')
}

/** A word that must be one of the known ones. */
function word<Word extends string>(field: string, given: string | undefined, known: readonly Word[]): Word {
  if (given === undefined) throw new Fault(`The item has no ${field}.`, `Give ${field}: one of ${known.join(', ')}.`)
  if (isOneOf(given, known)) return given
  throw new Fault(
    `The ${field} of the item is not known.`,
    `Known are ${known.join(', ')}. If PixVerse has a new one: ${lower(GIVE_PRICE)}`,
    `It is: ${given}`,
  )
}

function isOneOf<Word extends string>(text: string, words: readonly Word[]): text is Word {
  return (words as readonly string[]).includes(text)
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

/** Reads a field under any of its names; null counts as not given. A wrong type, or two values that differ, is a fault. */
function optional<T, F>(
  body: Record<string, unknown>,
  field: keyof typeof ALIASES,
  fallback: F,
  expected: string,
  parse: (value: unknown) => T | undefined,
): T | F {
  const given = ALIASES[field].filter((alias) => Object.hasOwn(body, alias) && body[alias] != null)
  const [first, second] = given
  if (first === undefined) return fallback
  if (second !== undefined && body[first] !== body[second]) {
    throw new Fault(`The item gives both ${first} and ${second}, and they differ.`, 'Give one of them.')
  }
  const value = parse(body[first])
  if (value === undefined)
    throw new Fault(`The ${first} of the item is wrong.`, `It must be ${expected}.`, `It is: ${inJson(body[first])}`)
  return value
}

function inJson(value: unknown): string {
  return typeof value === 'object' ? 'a list or an object' : JSON.stringify(value)
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function asBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}
