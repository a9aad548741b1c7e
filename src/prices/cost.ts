import type { Fault } from '../fault.js'
import { plain, safe, type SafeText, type Sanitise } from '../safe-text.js'
import { divideUp, exactly, inDigits, MILLION } from './decimal.js'
import type { Counted } from './fields.js'
import { floorOf, highest } from './floors.js'
import {
  CLIP_FEATURES,
  type ClipFeature,
  type Feature,
  FEATURES,
  isOneOf,
  isRated,
  type Model,
  MODELS,
  MOTION_MODES,
  type MotionMode,
  musicRefusal,
  PRICED_FEATURES,
  QUALITIES,
  type Quality,
  type Refusal,
  refusals,
  UNPRICED_MODELS,
} from './offers.js'
import type { Override } from './overrides.js'
import type { Item, Request } from './request.js'
import {
  LIP_SYNC_TEXT_RATE,
  perStarted,
  type Price,
  publishedPrice,
  type Rate,
  RATES,
  RATES_BY_QUALITY,
} from './table.js'
import { either } from './spelling.js'
import { oneOf, shown } from './values.js'

export interface Cost {
  /** Whole credits of one generation, rounded up once. */
  readonly each: bigint
  /** What is generated, such as "image_to_video v6 720p 5 s audio". Words of the item, not yet sanitised. */
  readonly what: string
  /** Where the price comes from: the built-in table, a row of the input `prices`, or the item itself. */
  readonly by: 'table' | 'prices' | 'plan'
  /** When the block of the table was last read, if the price comes from the table. */
  readonly asOf: string | undefined
  /** Which override applied. */
  readonly override: number | undefined
}

/**
 * What one generation of an item costs: by the first row of `prices` that applies, else by the built-in table. `credits`
 * of the item fill what has no price there, and may raise it.
 * @param sanitise for what the faults quote
 * @returns the cost, or all that is wrong with the item
 */
export function costOf(
  item: Item,
  overrides: readonly Override[],
  sanitise: Sanitise,
): { readonly kind: 'cost'; readonly cost: Cost } | { readonly kind: 'faults'; readonly faults: readonly Fault[] } {
  const { request } = item
  const { cost, floor, gaps, obstacles } = quoteOf(request, overrides, sanitise)
  const faults = [...request.faults, ...obstacles]
  if (item.credits === undefined) {
    faults.push(...gaps)
    return cost === undefined || faults.length > 0 ? { kind: 'faults', faults } : { kind: 'cost', cost }
  }
  const own = divideUp(item.credits, MILLION)
  if (floor !== undefined && own < floor) faults.push(undercut(item.credits, floor, reasonOf(request, cost)))
  if (faults.length > 0) return { kind: 'faults', faults }
  if (cost?.each === own && gaps.length === 0) return { kind: 'cost', cost }
  const what = cost?.what ?? describe(request.feature, request)
  return { kind: 'cost', cost: { each: own, what, by: 'plan', asOf: undefined, override: cost?.override } }
}

/** What is known about the price of one generation, before the item's own `credits`. */
interface Quote {
  /** Undefined when something is in the way. */
  readonly cost: Cost | undefined
  /** Whole credits that it costs at least; the item's own price must not be lower. */
  readonly floor: bigint | undefined
  /** Why there is no price. An item that gives its own need not mind. */
  readonly gaps: readonly Fault[]
  /** Why there is no price, whatever the item gives. */
  readonly obstacles: readonly Fault[]
}

const NONE: readonly never[] = []

/** The dearest of what the item says it is and of what its fields say. */
function quoteOf(request: Request, overrides: readonly Override[], sanitise: Sanitise): Quote {
  const { feature, told, open } = request
  if (open !== undefined) return overridden(undefined, request, overrides) ?? quoteOfOpen(request, open, sanitise)
  // For these two the API has one word, so that rows for either are meant for the item as it is.
  const isOneWord = feature === 'fusion' && told.join() === 'fusion_with_video_references'
  const row = isOneWord ? overridden(told[0], request, overrides) : undefined
  if (row !== undefined) return row

  const quotes = [feature, ...told].flatMap(
    (one) => overridden(one, request, overrides) ?? (one === undefined ? [] : estimate(one, request, sanitise)),
  )
  const gaps = distinct(quotes.flatMap((quote) => quote.gaps))
  const obstacles = distinct(quotes.flatMap((quote) => quote.obstacles))
  const floor = highest(quotes.map((quote) => quote.floor))
  const dearest = quotes.find((quote) => quote.floor === floor)
  const isKnown = gaps.length === 0 && obstacles.length === 0
  return { cost: isKnown ? dearest?.cost : undefined, floor, gaps, obstacles }
}

/** By the first row of `prices` that applies to the item as this feature; undefined when none does. */
function overridden(feature: string | undefined, request: Request, overrides: readonly Override[]): Quote | undefined {
  // The narrowest first.
  const features = feature === 'fusion_with_video_references' ? [feature, 'fusion'] : [feature]
  const { duration, ownAudio, open } = request
  const maySpeak = feature === undefined ? open?.fits.includes('lip_sync') : feature === 'lip_sync'
  const text = maySpeak === true ? priceOfText(request) : undefined
  // A text has no seconds.
  const isTextAlone = text !== undefined && !ownAudio && (duration ?? 0) === 0
  const applying = (only: readonly (string | undefined)[], orAny: boolean): number =>
    overrides.findIndex(
      (row) =>
        (row.feature === undefined ? orAny : only.includes(row.feature)) &&
        equals(row, request) &&
        !(row.perSecond && isTextAlone),
    )
  const first = applying(features, true)
  const named = overrides[first]?.feature
  // A row for what the item is priced as comes before one for what it is called.
  const narrower = named === undefined ? -1 : applying(features.slice(0, 1), false)
  const index = narrower === -1 ? first : narrower
  const row = overrides[index]
  if (row === undefined) return undefined
  const what = describe(row.feature ?? feature, request)
  const quote = (millionths: bigint): Quote & { readonly floor: bigint } => {
    const each = divideUp(millionths, MILLION)
    const cost = { each, what, by: 'prices', asOf: undefined, override: index } as const
    return { cost, floor: each, gaps: NONE, obstacles: NONE }
  }
  if (!row.perSecond) return quote(row.credits)
  const obstacles = secondsGap(request)
  if (duration === undefined || obstacles.length > 0)
    return { cost: undefined, floor: undefined, gaps: NONE, obstacles }
  const bySecond = quote(divideUp(row.credits * exactly(duration), MILLION))
  const byText = text === undefined ? undefined : { ...bySecond, cost: costBy(text, what), floor: text.credits }
  return byText !== undefined && byText.floor > bySecond.floor ? byText : bySecond
}

function equals(row: Override, request: Request): boolean {
  return (
    (row.model ?? request.model) === request.model &&
    (row.quality ?? request.quality) === request.quality &&
    (row.duration ?? request.duration) === request.duration &&
    (row.audio ?? request.audio) === request.audio &&
    (row.multiClip ?? request.multiClip) === request.multiClip &&
    (row.motionMode ?? request.motionMode) === request.motionMode
  )
}

/** By the built-in table, of an item that does not say what it is for. */
function quoteOfOpen(request: Request, open: NonNullable<Request['open']>, sanitise: Sanitise): Quote {
  const candidates = open.fits.map((one) => estimate(one, request, sanitise))
  const isCertain = open.fits.length === 1 && open.fits.every(isPriced)
  const more = isCertain ? candidates.flatMap((candidate) => candidate.gaps) : []
  const told = request.told.map((one) => estimate(one, request, sanitise))
  return {
    cost: undefined,
    floor: highest([...candidates, ...told].map(({ floor }) => floor)),
    gaps: [featureMissing(request, open), ...more],
    obstacles: NONE,
  }
}

/** By the built-in table. */
function estimate(feature: string, request: Request, sanitise: Sanitise): Quote {
  if (!isOneOf(feature, FEATURES)) {
    const obstacles = [unknownFeature(feature, sanitise)]
    return { cost: undefined, floor: undefined, gaps: NONE, obstacles }
  }
  const gaps: Fault[] = []
  const price = isOneOf(feature, CLIP_FEATURES)
    ? priceOfClip(feature, request, sanitise, gaps)
    : priceOfOther(feature, request, sanitise, gaps)
  const cost = price === undefined ? undefined : costBy(price, describe(feature, request))
  return { cost, floor: price?.credits ?? floorOf(feature, request), gaps, obstacles: NONE }
}

function costBy({ credits, asOf }: Price, what: string): Cost {
  return { each: credits, what, by: 'table', asOf, override: undefined }
}

/** Notes in `gaps` why there is no price. */
function priceOfClip(feature: ClipFeature, request: Request, sanitise: Sanitise, gaps: Fault[]): Price | undefined {
  const { audio, multiClip } = request
  const model = word<Model>('model', request.model, MODELS, request, sanitise, gaps)
  const quality = word<Quality>('quality', request.quality, QUALITIES, request, sanitise, gaps)
  const motionMode = word<MotionMode>('motion_mode', request.motionMode, MOTION_MODES, request, sanitise, gaps)
  const noSeconds = secondsGap(request)
  const duration = noSeconds.length > 0 ? undefined : request.duration
  gaps.push(...noSeconds, ...request.switchedOn.map(unpricedSwitch))
  const refused =
    model === undefined ? NONE : refusals({ feature, model, quality, motionMode, duration, audio, multiClip })
  gaps.push(...refused.map((one) => refusalFault(one)))
  if (model === undefined || quality === undefined || motionMode === undefined || duration === undefined) {
    return undefined
  }
  if (refused.length > 0) return undefined
  const price = publishedPrice({ feature, model, quality, audio, multiClip, motionMode, duration })
  if (price === undefined) gaps.push(unpriced(feature, request, sanitise))
  return price
}

function priceOfOther(feature: Feature, request: Request, sanitise: Sanitise, gaps: Fault[]): Price | undefined {
  if (!isRated(feature)) {
    gaps.push(unpriced(feature, request, sanitise))
    return undefined
  }
  if (feature === 'lip_sync') return priceOfLipSync(request, gaps)
  const rate =
    feature === 'mimic' || feature === 'agent_music_mv'
      ? rateByQuality(feature, request, sanitise, gaps)
      : RATES[feature]
  const noSeconds = secondsGap(request)
  gaps.push(...noSeconds)
  if (request.duration === undefined || noSeconds.length > 0) return undefined
  const refused = feature === 'agent_music_mv' ? musicRefusal(request.duration) : undefined
  if (refused !== undefined) gaps.push(refusalFault(refused, request.told.includes(feature)))
  return rate === undefined || refused !== undefined ? undefined : perStarted(request.duration, rate)
}

function rateByQuality(
  feature: 'mimic' | 'agent_music_mv',
  request: Request,
  sanitise: Sanitise,
  gaps: Fault[],
): Rate | undefined {
  const quality = word<Quality>('quality', request.quality, QUALITIES, request, sanitise, gaps)
  const rate = quality === undefined ? undefined : RATES_BY_QUALITY[feature][quality]
  if (quality !== undefined && rate === undefined) gaps.push(unpriced(feature, request, sanitise))
  return rate
}

/** By its text, by the length of its audio, or by the dearer of both when it has both. */
function priceOfLipSync(request: Request, gaps: Fault[]): Price | undefined {
  const { duration, ownAudio, unread } = request
  const byText = priceOfText(request)
  if (!ownAudio && (duration ?? 0) === 0 && (byText !== undefined || unread.includes('text'))) return byText
  const noSeconds = secondsGap(request, ownAudio ? AUDIO_HINT : LIP_SYNC_HINT)
  gaps.push(...noSeconds)
  if (duration === undefined || noSeconds.length > 0) return undefined
  const byAudio = perStarted(duration, RATES.lip_sync)
  return byText !== undefined && byText.credits > byAudio.credits ? byText : byAudio
}

/** Of the text that a lip_sync speaks; undefined when there is none. */
function priceOfText({ textBytes }: Request): Price | undefined {
  return textBytes === 0 ? undefined : perStarted(textBytes, LIP_SYNC_TEXT_RATE)
}

/** A word that must be one of the known ones; undefined when it is not, and why. */
function word<Word extends string>(
  field: Counted,
  given: string | undefined,
  known: readonly Word[],
  request: Request,
  sanitise: Sanitise,
  gaps: Fault[],
): Word | undefined {
  if (given !== undefined && isOneOf(given, known)) return given
  if (given !== undefined) gaps.push(unknownWord(field, given, known, sanitise))
  else if (!request.unread.includes(field)) gaps.push(missing(field, safe`Add it: ${oneOf(known)}.`))
  return undefined
}

/** Why the seconds that will be billed are not known; nothing when they are, or when that was said already. */
function secondsGap(
  { feature, told, duration, unread }: Request,
  whenMissing = safe`Add it, in seconds.`,
): readonly Fault[] {
  if (duration === undefined) return unread.includes('duration') ? NONE : [missing('duration', whenMissing)]
  if (duration > 0) return NONE
  const byVideos = [feature, ...told].includes('fusion_with_video_references')
  return [
    {
      id: 'item-no-seconds',
      message: safe`\`duration\` must be more than 0`,
      detail: safe`but is 0`,
      hint: byVideos ? VIDEOS_HINT : safe`Give the seconds that will be billed.`,
    },
  ]
}

const AUDIO_HINT = safe`Add the seconds of the audio: with \`audio_media_id\`, a lip sync is billed by them.`
const LIP_SYNC_HINT = safe`Add it, in seconds, or \`lip_sync_tts_content\`, the text to speak.`
const VIDEOS_HINT = safe`Give, in the plan, the seconds that you expect, or the price of one generation as \`credits\`.`
const GIVE_PRICE = safe`ive its price: as a row of the input \`prices\`, or as \`credits\` in the item.`

function missing(field: Counted, hint: SafeText): Fault {
  return { id: 'item-missing', message: safe`\`${plain(field)}\` is missing`, hint }
}

function unknownWord(field: Counted, given: string, known: readonly string[], sanitise: Sanitise): Fault {
  const nearest = field === 'model' ? UNPRICED_MODELS.get(given) : undefined
  if (nearest !== undefined) {
    return {
      id: 'item-model-unpriced',
      message: safe`the built-in table has no price for the model ${plain(given)}`,
      hint: safe`The API takes ${plain(nearest)}. If it takes ${plain(given)} now, g${GIVE_PRICE}`,
    }
  }
  return {
    id: 'item-unknown',
    message: safe`\`${plain(field)}\` must be ${oneOf(known)}`,
    detail: safe`but is ${shown(given, sanitise)}`,
    hint: safe`If PixVerse has a new one, g${GIVE_PRICE}`,
  }
}

/** Its price in the item does not help: nobody knows which of its fields count. */
function unknownFeature(given: string, sanitise: Sanitise): Fault {
  return {
    id: 'item-feature-unknown',
    message: safe`\`feature\` must be ${oneOf(FEATURES)}`,
    detail: safe`but is ${shown(given, sanitise)}`,
    hint: safe`If PixVerse has a new one, give its price as a row of the input \`prices\` with this \`feature\`.`,
  }
}

const TOLD = safe`, and the fields of the item say it is one`

function refusalFault({ takes, asked }: Refusal, isTold = false): Fault {
  return {
    id: 'item-refused',
    message: safe`PixVerse refuses this: ${plain(takes)}`,
    detail: safe`but ${plain(asked)}${isTold ? TOLD : plain('')}`,
    hint: safe`Change the request. If PixVerse takes it now, g${GIVE_PRICE}`,
  }
}

function unpriced(feature: string, request: Request, sanitise: Sanitise): Fault {
  return {
    id: 'item-unpriced',
    message: safe`the built-in table has no price for \`${sanitise(describe(feature, request))}\``,
    detail: request.told.some((one) => one === feature) ? safe`which the fields of the item say it is` : undefined,
    hint: safe`G${GIVE_PRICE}`,
  }
}

function unpricedSwitch(field: string): Fault {
  return {
    id: 'item-unpriced-switch',
    message: safe`the built-in table has no price for a clip with \`${plain(field)}\``,
    hint: safe`Turn it off, or g${GIVE_PRICE}`,
  }
}

function featureMissing(request: Request, { by, fits }: NonNullable<Request['open']>): Fault {
  return {
    id: 'item-feature',
    message: safe`\`feature\` is missing, and \`${plain(by)}\` does not say what the item is for`,
    hint: featureHint(request, fits),
  }
}

/** Names the features that fit, and nothing else, with what each of them needs besides. */
function featureHint(request: Request, fits: readonly Feature[]): SafeText {
  if (fits.length === 0) return NO_FEATURE_HINT
  const priced = fits.filter((feature) => isPriced(feature))
  const others = plain(either(fits.filter((feature) => !isPriced(feature))))
  if (priced.length === 0) {
    return safe`Add \`credits\`, the price of one generation: the built-in table has none for ${others}.`
  }
  const [only] = priced
  if (only !== undefined && fits.length === 1) return safe`Add \`feature: ${plain(only)}\`.`
  const choice = priced.map((feature) => {
    const needs = needsBesides(feature, request)
    return needs.length === 0 ? feature : `${feature} (with ${needs.join(', ')})`
  })
  const hint = safe`Add \`feature\`: ${plain(either(choice))}.`
  return others === '' ? hint : safe`${hint} For ${others}, add \`credits\` too, the price of one generation.`
}

const NO_FEATURE_HINT = safe`No feature has all of these fields: leave some out, or add \`credits\`, the price of one generation.`

function isPriced(feature: Feature): boolean {
  return isOneOf(feature, PRICED_FEATURES)
}

type Needed = 'model' | 'quality' | 'duration'

/** What an item lacks for the price of a feature. */
function needsBesides(feature: Feature, request: Request): readonly Needed[] {
  const fields: readonly Needed[] = isOneOf(feature, CLIP_FEATURES)
    ? ['model', 'quality', 'duration']
    : feature === 'mimic' || feature === 'agent_music_mv'
      ? ['quality', 'duration']
      : feature === 'lip_sync' && request.textBytes > 0 && !request.ownAudio
        ? []
        : ['duration']
  return fields.filter((field) => !request.unread.includes(field) && request[field] === undefined)
}

/** Why an item must not cost less. */
function reasonOf({ open }: Request, cost: Cost | undefined): keyof typeof UNDERCUT_HINTS {
  if (cost !== undefined) return cost.by === 'prices' ? 'prices' : 'table'
  return open === undefined ? 'unknown' : 'open'
}

function undercut(credits: bigint, floor: bigint, by: keyof typeof UNDERCUT_HINTS): Fault {
  return {
    id: 'item-undercut',
    message: safe`\`credits\` must be at least ${plain(String(floor))}`,
    detail: safe`but is ${plain(inDigits(credits))}`,
    hint: UNDERCUT_HINTS[by],
  }
}

const UNDERCUT_HINTS = {
  prices: safe`That is its price in the input \`prices\`, which an item can only raise.`,
  table: safe`That is its published price: only the input \`prices\` can make it cheaper.`,
  unknown: safe`The cheapest that it could be costs so much. If PixVerse charges less, give its price in the input \`prices\`.`,
  open: safe`It may be something that costs so much. Add its \`feature\`, or give its price in the input \`prices\`.`,
}

function distinct(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(({ message }, at) => faults.findIndex((other) => other.message === message) === at)
}

function describe(feature: string | undefined, request: Request): string {
  const { model, quality, duration, textBytes, audio, multiClip, motionMode } = request
  const words = [
    feature ?? 'generation',
    model,
    quality,
    duration === undefined ? undefined : `${duration} s`,
    textBytes === 0 ? undefined : `${textBytes} ${textBytes === 1 ? 'byte' : 'bytes'} of text`,
    audio ? 'audio' : undefined,
    multiClip ? 'multi clip' : undefined,
    motionMode === 'normal' ? undefined : motionMode,
  ]
  return words.filter((word) => word !== undefined).join(' ')
}
