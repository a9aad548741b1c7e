import { either } from './spelling.js'

/**
 * The words that the PixVerse API knows, and what it accepts. Source: the parameter descriptions on
 * https://docs.platform.pixverse.ai, read 2026-09.
 */
export const MODELS = ['v6', 'c1', 'v5.6', 'v5.5', 'v5', 'v4.5', 'v4', 'v3.5'] as const
export const QUALITIES = ['360p', '540p', '720p', '1080p'] as const
export const MOTION_MODES = ['normal', 'fast'] as const

export type Model = (typeof MODELS)[number]
export type Quality = (typeof QUALITIES)[number]
export type MotionMode = (typeof MOTION_MODES)[number]

/** Sold by resellers or in the PixVerse app, without a price of the API; with the model of the API that comes nearest. */
export const UNPRICED_MODELS: ReadonlyMap<string, Model> = new Map([
  ['v6-max', 'v6'],
  ['v5-fast', 'v5'],
])

/** Features that generate a clip with a model and a quality. */
export const CLIP_FEATURES = [
  'text_to_video',
  'image_to_video',
  'transition',
  'extend',
  'fusion',
  'fusion_with_video_references',
] as const

/** Features with a rate of their own, whatever the model. */
export const RATED_FEATURES = ['lip_sync', 'sound_effect', 'restyle', 'upscale', 'mimic', 'agent_music_mv'] as const

/** The API's other features, for which no price was found. */
export const UNPRICED_FEATURES = [
  'modify',
  'swap',
  'swap_mask',
  'multi_transition',
  'avatar',
  'template_video',
  'image_template',
] as const

export const PRICED_FEATURES = [...CLIP_FEATURES, ...RATED_FEATURES] as const
export const FEATURES = [...PRICED_FEATURES, ...UNPRICED_FEATURES] as const

export type ClipFeature = (typeof CLIP_FEATURES)[number]
export type RatedFeature = (typeof RATED_FEATURES)[number]
export type Feature = (typeof FEATURES)[number]

/** Other words of the API for a feature. */
export const FEATURE_ALIASES: ReadonlyMap<string, Feature> = new Map([['motion_control', 'mimic']])

/** Seconds that the Music MV agent takes. */
export const MUSIC_MV_SECONDS = { least: 10, most: 360 }

export function isOneOf<Word extends string>(text: string, words: readonly Word[]): text is Word {
  return words.some((word) => word === text)
}

/** Whether a feature has a rate of its own. */
export function isRated(feature: Feature): feature is RatedFeature {
  return isOneOf(feature, RATED_FEATURES)
}

/** A clip to be priced. `duration` is in seconds. */
export interface Clip {
  readonly feature: ClipFeature
  readonly model: Model
  readonly quality: Quality
  readonly duration: number
  readonly audio: boolean
  readonly multiClip: boolean
  readonly motionMode: MotionMode
}

interface Offer {
  /** Lengths in seconds; undefined for every whole number from 1 to 15. */
  readonly seconds: readonly number[] | undefined
  readonly secondsAt1080p?: readonly number[]
  readonly audio: boolean
  readonly multiClip: boolean
  readonly motionMode: boolean
}

const OFFERS: Readonly<Record<Model, Offer>> = {
  v6: { seconds: undefined, audio: true, multiClip: true, motionMode: false },
  c1: { seconds: undefined, audio: true, multiClip: false, motionMode: false },
  'v5.6': { seconds: [5, 8, 10], secondsAt1080p: [5, 8], audio: true, multiClip: false, motionMode: false },
  'v5.5': { seconds: [5, 8, 10], secondsAt1080p: [5, 8], audio: true, multiClip: true, motionMode: false },
  v5: { seconds: [5, 8], audio: false, multiClip: false, motionMode: false },
  'v4.5': { seconds: [5, 8], audio: false, multiClip: false, motionMode: true },
  v4: { seconds: [5, 8], audio: false, multiClip: false, motionMode: true },
  'v3.5': { seconds: [5, 8], secondsAt1080p: [5], audio: false, multiClip: false, motionMode: true },
}

/** Why the API refuses a request: what it takes, and what was asked for. Made of our own words alone. */
export interface Refusal {
  readonly takes: string
  readonly asked: string
}

/** A clip of which quality, length and motion may be unknown; what is unknown is not refused. */
export interface PartialClip extends Omit<Clip, 'quality' | 'duration' | 'motionMode'> {
  readonly quality: Quality | undefined
  readonly duration: number | undefined
  readonly motionMode: MotionMode | undefined
}

/** All that the API refuses about a clip; none when it accepts it. */
export function refusals(clip: PartialClip): readonly Refusal[] {
  const { model, quality, duration } = clip
  const offer = OFFERS[model]
  const found: Refusal[] = []
  const refuse = (takes: string, asked: string): number => found.push({ takes: `${model} ${takes}`, asked })
  // With video references, the seconds are those of the videos.
  if (duration !== undefined && clip.feature !== 'fusion_with_video_references') {
    const { accepts, takes } = lengths(offer, clip)
    if (!accepts(duration)) refuse(takes, `\`duration\` is ${duration}`)
  }
  if (clip.audio && !offer.audio) refuse('makes no audio', 'audio is asked for')
  if (clip.multiClip && !offer.multiClip) refuse('makes no multi clip', 'multi clip is asked for')
  if (clip.motionMode === 'fast' && !offer.motionMode) refuse('has no `motion_mode`', '`motion_mode` is fast')
  else if (clip.motionMode === 'fast' && quality === '1080p')
    refuse('has no fast motion at 1080p', '`motion_mode` is fast')
  return found
}

/** Which lengths a model takes, with all that shortens them, so that nobody is sent from one refusal into the next. */
function lengths(
  offer: Offer,
  { quality, motionMode }: PartialClip,
): { readonly accepts: (seconds: number) => boolean; readonly takes: string } {
  if (offer.seconds === undefined) {
    return {
      accepts: (seconds) => Number.isInteger(seconds) && seconds >= 1 && seconds <= 15,
      takes: 'takes a whole number of seconds from 1 to 15',
    }
  }
  const shorter = quality === '1080p' ? offer.secondsAt1080p : undefined
  const fast = motionMode === 'fast' && offer.motionMode
  const seconds = fast ? [5] : (shorter ?? offer.seconds)
  const when = fast ? ' in fast motion' : shorter === undefined ? '' : ' at 1080p'
  return {
    accepts: (length) => seconds.includes(length),
    takes: `takes ${either(seconds)} seconds${when}`,
  }
}

/** Why the Music MV agent refuses a length; undefined when it accepts it. */
export function musicRefusal(duration: number): Refusal | undefined {
  const { least, most } = MUSIC_MV_SECONDS
  if (duration >= least && duration <= most) return undefined
  return { takes: `agent_music_mv takes ${least} to ${most} seconds`, asked: `\`duration\` is ${duration}` }
}
