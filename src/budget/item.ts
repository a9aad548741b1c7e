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
import type { Trouble } from './trouble.js'

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

/**
 * Fields that tell what a body without `feature` is for; the first that it has decides. Most of these features cost as
 * much as text_to_video, but not all. Source of these and of the next: the request parameters described on
 * https://docs.platform.pixverse.ai, read 2026-09.
 */
const TELLING: readonly (readonly [field: string, feature: Feature])[] = [
  ['multi_transition', 'multi_transition'],
  ['video_references', 'fusion_with_video_references'],
  ['image_references', 'fusion'],
  ['first_frame_img', 'transition'],
  ['last_frame_img', 'transition'],
  ['img_id', 'image_to_video'],
]

/** Fields that text_to_video does not have, but several other features do. */
const AMBIGUOUS = ['source_video_id', 'video_media_id', 'audio_media_id', 'img_ids', 'agent_id'] as const

/** Fields of a request that change its price in a way that PixVerse does not publish. Every other field is ignored. */
const PRICED_EXTRAS = ['template_id', 'sound_effect_switch', 'lip_sync_switch', 'lip_sync_tts_switch'] as const

const GIVE_PRICE = 'Give its price, as credits in the item or as a row of the input prices.'

export interface PricedItem {
  readonly what: string
  readonly name: string
  readonly count: number
  /** Whole credits of one generation. */
  readonly each: bigint
}

/** Notes why an item has no price: a sentence of ours, what to do, and what the item says. Null stands for no price. */
type Report = (happened: string, cure: string, detail?: string) => null

type Body = Readonly<Record<string, unknown>>

/**
 * Prices one request body of the PixVerse API, rounded up to whole credits.
 * @returns the priced item, or all that is wrong with it
 */
export function priceItem(
  item: unknown,
  prices: readonly PriceRow[],
): PricedItem | { readonly faults: readonly Trouble[] } {
  const faults: Trouble[] = []
  const fault: Report = (happened, cure, detail) => {
    faults.push({ happened, cure, detail })
    return null
  }
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    fault('This is not a request.', 'An item is a request body: an object with model, quality, duration and so on.')
    return { faults }
  }
  const asked = ask(item as Body, fault)
  if (faults.length > 0) return { faults }
  const each = priceOf(asked, prices, fault)
  return each === null ? { faults } : { what: describe(asked), name: asked.name, count: asked.count, each }
}

/** What an item asks for, checked in type but not yet in meaning; undefined where the item says nothing. */
interface Asked {
  /** Undefined when the body may be for several. */
  readonly feature: string | undefined
  readonly model: string | undefined
  readonly quality: string | undefined
  readonly duration: number | undefined
  readonly audio: boolean
  readonly multi_clip: boolean
  readonly motion_mode: string
  /** Empty when there is none to speak. */
  readonly text: string
  readonly count: number
  /** Millionths of a credit: the price that the item itself gives. */
  readonly credits: bigint | undefined
  readonly name: string
  readonly body: Body
}

function ask(body: Body, fault: Report): Asked {
  /** Reads a field under any of its names. */
  function read<T, F>(
    field: keyof typeof ALIASES,
    fallback: F,
    expected: string,
    parse: (value: unknown) => T | undefined,
  ): T | F {
    // Null counts as not given, but for count: an expression that came out empty is not a wish for one.
    const [first, second] = ALIASES[field].filter(
      (alias) => Object.hasOwn(body, alias) && (body[alias] != null || alias === 'count'),
    )
    if (first === undefined) return fallback
    if (second !== undefined && body[first] !== body[second]) {
      fault(`The item gives both ${first} and ${second}, and they differ.`, 'Give one of them.')
      return fallback
    }
    const value = parse(body[first])
    if (value !== undefined) return value
    const unquoted = typeof body[first] === 'string' ? ', without quotation marks' : ''
    fault(`The field ${first} of the item is wrong.`, `It must be ${expected}${unquoted}.`, inJson(body[first]))
    return fallback
  }

  const feature = read('feature', impliedFeature(body), 'text', asText)
  return {
    feature: feature === 'motion_control' ? 'mimic' : feature,
    model: read('model', undefined, 'text', asText),
    quality: read('quality', undefined, 'text', asText),
    duration: read('duration', undefined, 'a number of seconds', asSeconds),
    audio: read('audio', false, 'true or false', asBoolean),
    multi_clip: read('multi_clip', false, 'true or false', asBoolean),
    motion_mode: read('motion_mode', 'normal', 'text', asText),
    // Other features may have a field of that name which is none of our business; with audio there is nothing to speak.
    text: feature === 'lip_sync' && !has(body, 'audio_media_id') ? read('text', '', 'text', asText) : '',
    count: read('count', 1, 'a whole number of 1 or more', (value) =>
      Number.isSafeInteger(value) && Number(value) >= 1 ? Number(value) : undefined,
    ),
    credits: read('credits', undefined, 'a number of 0 or more, of at most six decimals', (value) =>
      typeof value === 'number' ? millionths(value) : undefined,
    ),
    name: read('name', '', 'text', asText),
    body,
  }
}

function impliedFeature(body: Body): Feature | undefined {
  if (AMBIGUOUS.some((field) => has(body, field))) return undefined
  return TELLING.find(([field]) => has(body, field))?.[1] ?? 'text_to_video'
}

/** Whether a field says something: what is empty, 0 or false is left over from a template of the request. */
function has(body: Body, field: string): boolean {
  const value = Object.hasOwn(body, field) ? body[field] : undefined
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** JSON has no words for NaN and Infinity, which YAML can say. */
function inJson(value: unknown): string {
  if (typeof value === 'object' && value !== null) return 'It is: a list or an object'
  return `It is: ${typeof value === 'number' ? value : JSON.stringify(value)}`
}

/** Seconds to a millionth, rounded up: programs write 10.026666666666667. */
function asSeconds(value: unknown): number | undefined {
  if (typeof value !== 'number') return undefined
  return [value, Math.ceil(value * 1e6) / 1e6].find((seconds) => millionths(seconds) !== undefined)
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function asBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

function describe({ feature, model, quality, duration, audio, multi_clip, motion_mode, text }: Asked): string {
  const words = [
    feature ?? 'generation',
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
function priceOf(asked: Asked, prices: readonly PriceRow[], fault: Report): bigint | null {
  if (asked.credits !== undefined) return divideUp(asked.credits, MILLION)
  const row = prices.find(({ fields }) => [...fields].every(([field, value]) => asked[field as keyof Asked] === value))
  if (row === undefined) return builtIn(asked, fault)
  if (!row.perSecond) return divideUp(row.credits, MILLION)
  const length = seconds(asked, fault)
  return length === null ? null : divideUp(row.credits * exactly(length), MILLION * MILLION)
}

function builtIn(asked: Asked, fault: Report): bigint | null {
  if (asked.feature === undefined) {
    const field = AMBIGUOUS.find((name) => has(asked.body, name))
    return fault(
      `The item does not say what it is for: several features have the field ${field}.`,
      `Give feature: one of ${FEATURES.join(', ')}.`,
    )
  }
  const feature = word('feature', asked.feature, FEATURES, fault)
  if (feature === null) return null
  if (isOneOf(feature, OTHER_FEATURES)) return priceOfOther(feature, asked, fault)
  if (!isOneOf(feature, CLIP_FEATURES)) return fault(`PixVerse publishes no price for ${feature}.`, GIVE_PRICE)
  // The API has one word for both, and two prices.
  const dearer = feature === 'fusion' && has(asked.body, 'video_references')
  return priceOfClip({ ...asked, feature: dearer ? 'fusion_with_video_references' : feature }, fault)
}

function priceOfClip(asked: Asked & { readonly feature: ClipFeature }, fault: Report): bigint | null {
  const { feature, audio, multi_clip: multiClip } = asked
  const model = word<Model>('model', asked.model, MODELS, fault)
  const quality = word<Quality>('quality', asked.quality, QUALITIES, fault)
  const motionMode = word<MotionMode>('motion_mode', asked.motion_mode, MOTION_MODES, fault)
  const duration = seconds(asked, fault)
  const extra = PRICED_EXTRAS.find((field) => has(asked.body, field))
  if (extra !== undefined) fault(`PixVerse publishes no price for a clip with ${extra}.`, GIVE_PRICE)
  if (model === null || quality === null || motionMode === null || duration === null) return null
  if (extra !== undefined) return null

  const clip = { feature, model, quality, motionMode, duration, audio, multiClip }
  const refused = refusal(clip)
  if (refused !== undefined) return refuse(refused, fault)
  const price = publishedPrice(clip)
  if (price === undefined) return fault(`PixVerse publishes no price for ${describe(asked)}.`, GIVE_PRICE)
  return BigInt(price)
}

function priceOfOther(feature: OtherFeature, asked: Asked, fault: Report): bigint | null {
  switch (feature) {
    case 'lip_sync':
      if (asked.text === '') return perStarted(seconds(asked, fault), 1, LIP_SYNC_PER_SECOND)
      return perStarted(Buffer.byteLength(asked.text), LIP_SYNC_BYTES, LIP_SYNC_PER_BYTES)
    case 'sound_effect':
      return perStarted(seconds(asked, fault), SOUND_EFFECT_SECONDS, SOUND_EFFECT_PER_SECONDS)
    case 'restyle':
      return perStarted(seconds(asked, fault), 1, RESTYLE_PER_SECOND)
    case 'upscale':
      return perStarted(seconds(asked, fault), 1, UPSCALE_PER_SECOND)
    case 'mimic':
      return perStarted(seconds(asked, fault), 1, rate(MIMIC_PER_SECOND, feature, asked, fault))
    case 'agent_music_mv': {
      const length = seconds(asked, fault)
      const credits = rate(MUSIC_MV_PER_SECOND, feature, asked, fault)
      if (length !== null && (length < 10 || length > 360)) {
        return refuse('agent_music_mv takes 10 to 360 seconds', fault)
      }
      return perStarted(length, 1, credits)
    }
  }
}

/**
 * `credits`, in digits, for every started `size` of the amount, rounded up to whole credits once; null when one of
 * them is.
 */
function perStarted(amount: number | null, size: number, credits: string | null): bigint | null {
  if (amount === null || credits === null) return null
  return divideUp(BigInt(Math.ceil(amount / size)) * exactly(credits), MILLION)
}

function rate(rates: Partial<Record<Quality, string>>, feature: string, asked: Asked, fault: Report): string | null {
  const quality = word<Quality>('quality', asked.quality, QUALITIES, fault)
  if (quality === null) return null
  return rates[quality] ?? fault(`PixVerse publishes no price for ${feature} at ${quality}.`, GIVE_PRICE)
}

function seconds({ duration, feature }: Asked, fault: Report): number | null {
  if (duration === undefined) return fault('The item has no duration.', 'Give duration, in seconds.')
  if (duration > 0) return duration
  if (feature === 'fusion_with_video_references') {
    return fault(
      'The seconds that will be billed are not known: duration is 0.',
      'Give, in the plan, the seconds that you expect as duration, or the price as credits.',
    )
  }
  return fault('The duration is 0.', 'Give duration, in seconds.')
}

function refuse(why: string, fault: Report): null {
  return fault(
    `PixVerse refuses this request: ${why}.`,
    `Change the request. If PixVerse takes it now: ${lower(GIVE_PRICE)}`,
  )
}

/** A word that must be one of the known ones. */
function word<Word extends string>(
  field: string,
  given: string | undefined,
  known: readonly Word[],
  fault: Report,
): Word | null {
  if (given === undefined) return fault(`The item has no ${field}.`, `Give ${field}: one of ${known.join(', ')}.`)
  if (isOneOf(given, known)) return given
  return fault(
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
