/**
 * Prices of the PixVerse Platform API in credits, laid out like the official page, so that they can be checked row by
 * row: https://docs.platform.pixverse.ai/pricing-796039m0. They come from dated public transcriptions of that page;
 * the date is that of the newest. Where two contradict each other, the higher price stands here.
 */
export const PRICES_AS_OF = '2026-09-02'

export const MODELS = ['v6', 'c1', 'v5.6', 'v5.5', 'v5', 'v4.5', 'v4', 'v3.5'] as const
export const QUALITIES = ['360p', '540p', '720p', '1080p'] as const
export const MOTION_MODES = ['normal', 'fast'] as const

export type Model = (typeof MODELS)[number]
export type Quality = (typeof QUALITIES)[number]
export type MotionMode = (typeof MOTION_MODES)[number]

/** Features that generate a clip with a model and a quality. */
export const CLIP_FEATURES = [
  'text_to_video',
  'image_to_video',
  'transition',
  'extend',
  'fusion',
  'fusion_with_video_references',
] as const

/** Features that have one price of their own. */
export const OTHER_FEATURES = ['lip_sync', 'sound_effect', 'restyle', 'upscale', 'mimic', 'agent_music_mv'] as const

/** Features of the API for which PixVerse publishes no price. */
export const UNPRICED_FEATURES = [
  'modify',
  'swap',
  'swap_mask',
  'multi_transition',
  'avatar',
  'template_video',
  'image_template',
] as const

export type ClipFeature = (typeof CLIP_FEATURES)[number]
export type OtherFeature = (typeof OTHER_FEATURES)[number]
export type Feature = ClipFeature | OtherFeature | (typeof UNPRICED_FEATURES)[number]

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

type Row = readonly (number | null)[]

const ALL: readonly ClipFeature[] = ['text_to_video', 'image_to_video', 'transition', 'extend', 'fusion']
const NO_EXTEND: readonly ClipFeature[] = ['text_to_video', 'image_to_video', 'transition', 'fusion']
const NO_FUSION: readonly ClipFeature[] = ['text_to_video', 'image_to_video', 'transition', 'extend']
const TEXT_AND_IMAGE: readonly ClipFeature[] = ['text_to_video', 'image_to_video']

/** V6 and C1: credits per second, 1 to 15 whole seconds. The page has no price for clips of several shots (multi clip). */
const PER_SECOND: readonly { model: Model; features: readonly ClipFeature[]; audio: boolean; credits: Row }[] = [
  //                                                               360p 540p 720p 1080p
  { model: 'v6', features: ALL, audio: false, credits: /*       */ [5, 7, 9, 18] },
  { model: 'v6', features: ALL, audio: true, credits: /*        */ [7, 9, 12, 23] },
  { model: 'c1', features: NO_EXTEND, audio: false, credits: /* */ [6, 8, 10, 19] },
  { model: 'c1', features: NO_EXTEND, audio: true, credits: /*  */ [8, 10, 13, 24] },
  { model: 'v6', features: ['fusion_with_video_references'], audio: false, credits: [10, 14, 18, 36] },
  { model: 'v6', features: ['fusion_with_video_references'], audio: true, credits: [14, 18, 24, 46] },
]

interface ClipTable {
  readonly models: readonly Model[]
  readonly features: readonly ClipFeature[]
  readonly audio: boolean
  readonly multiClip: boolean
  readonly motionMode: MotionMode
  /** Credits per clip of 5 s, 8 s and 10 s; null where there is no price. */
  readonly rows: Readonly<Record<Quality, Row>>
}

const PLAIN = { audio: false, multiClip: false, motionMode: 'normal' } as const

/** V5.6 and older: credits per clip. */
const PER_CLIP: readonly ClipTable[] = [
  {
    ...PLAIN,
    models: ['v5.6'],
    features: NO_EXTEND,
    //                5 s  8 s  10 s
    rows: {
      '360p': /*  */ [35, 70, 77],
      '540p': /*  */ [35, 70, 77],
      '720p': /*  */ [45, 90, 99],
      '1080p': /* */ [75, 150, null],
    },
  },
  {
    ...PLAIN,
    models: ['v5.6'],
    features: NO_EXTEND,
    audio: true,
    // The page contradicts itself at 5 s: 540p is 90 in one table and 80 in another, and 720p and 1080p do not follow
    // its rule "silent + 45" (80 and 150 against 90 and 120). The higher value stands here.
    rows: {
      '360p': /*  */ [80, 115, 122],
      '540p': /*  */ [90, 115, 122],
      '720p': /*  */ [90, 135, 144],
      '1080p': /* */ [150, 195, null],
    },
  },
  {
    ...PLAIN,
    models: ['v5.5'],
    features: ALL,
    rows: {
      '360p': /*  */ [45, 90, 99],
      '540p': /*  */ [45, 90, 99],
      '720p': /*  */ [60, 120, 132],
      '1080p': /* */ [120, 240, null],
    },
  },
  {
    ...PLAIN,
    models: ['v5.5'],
    features: ALL,
    audio: true,
    rows: {
      '360p': /*  */ [55, 100, 109],
      '540p': /*  */ [55, 100, 109],
      '720p': /*  */ [70, 130, 142],
      '1080p': /* */ [130, 250, null],
    },
  },
  {
    ...PLAIN,
    models: ['v5.5'],
    features: TEXT_AND_IMAGE,
    multiClip: true,
    rows: {
      '360p': /*  */ [75, 120, 129],
      '540p': /*  */ [75, 120, 129],
      '720p': /*  */ [90, 150, 162],
      '1080p': /* */ [150, 270, null],
    },
  },
  {
    ...PLAIN,
    models: ['v5.5'],
    features: TEXT_AND_IMAGE,
    audio: true,
    multiClip: true,
    rows: {
      '360p': /*  */ [85, 130, 139],
      '540p': /*  */ [85, 130, 139],
      '720p': /*  */ [100, 160, 172],
      '1080p': /* */ [160, 280, null],
    },
  },
  {
    ...PLAIN,
    models: ['v5'],
    features: NO_FUSION,
    rows: {
      '360p': /*  */ [45, 90],
      '540p': /*  */ [45, 90],
      '720p': /*  */ [60, 120],
      '1080p': /* */ [120, 240],
    },
  },
  {
    ...PLAIN,
    models: ['v4.5', 'v4', 'v3.5'],
    features: NO_FUSION,
    rows: {
      '360p': /*  */ [45, 90],
      '540p': /*  */ [45, 90],
      '720p': /*  */ [60, 120],
      '1080p': /* */ [120, null],
    },
  },
  {
    ...PLAIN,
    models: ['v4.5', 'v4', 'v3.5'],
    features: NO_FUSION,
    motionMode: 'fast',
    rows: {
      '360p': /*  */ [90],
      '540p': /*  */ [90],
      '720p': /*  */ [120],
      '1080p': /* */ [null],
    },
  },
  {
    ...PLAIN,
    models: ['v4.5'],
    features: ['fusion'],
    rows: {
      '360p': /*  */ [45, 90],
      '540p': /*  */ [45, 90],
      '720p': /*  */ [60, 120],
      '1080p': /* */ [120, null],
    },
  },
]

const CLIP_SECONDS = [5, 8, 10] as const

/** Credits per second for a quality, of features that have no model. */
export const MIMIC_PER_SECOND: Partial<Record<Quality, string>> = { '360p': '9', '540p': '10', '720p': '12' }
export const MUSIC_MV_PER_SECOND: Partial<Record<Quality, string>> = { '720p': '15', '1080p': '22.5' }

/** Credits per started second. */
export const RESTYLE_PER_SECOND = '10'
export const UPSCALE_PER_SECOND = '5'
export const LIP_SYNC_PER_SECOND = '4'
/** Lip sync with a text to speak: 4 credits per started 15 bytes of UTF-8. */
export const LIP_SYNC_BYTES = 15
export const LIP_SYNC_PER_BYTES = '4'
/** An older page has 10 credits per started 5 s, a newer one 2 per second. The older one is never lower. */
export const SOUND_EFFECT_SECONDS = 5
export const SOUND_EFFECT_PER_SECONDS = '10'

/** What the API accepts. Source: the parameter descriptions of https://docs.platform.pixverse.ai, read 2026-09. */
interface Offer {
  readonly seconds: string
  readonly accepts: (seconds: number) => boolean
  readonly audio: boolean
  readonly multiClip: boolean
  readonly motionMode: boolean
}

const ONE_TO_FIFTEEN = {
  seconds: 'a whole number of seconds from 1 to 15',
  accepts: (seconds: number) => Number.isInteger(seconds) && seconds >= 1 && seconds <= 15,
}
const FIVE_EIGHT_TEN = { seconds: '5, 8 or 10 seconds', accepts: (seconds: number) => [5, 8, 10].includes(seconds) }
const FIVE_EIGHT = { seconds: '5 or 8 seconds', accepts: (seconds: number) => [5, 8].includes(seconds) }

const OFFERS: Readonly<Record<Model, Offer>> = {
  v6: { ...ONE_TO_FIFTEEN, audio: true, multiClip: true, motionMode: false },
  c1: { ...ONE_TO_FIFTEEN, audio: true, multiClip: false, motionMode: false },
  'v5.6': { ...FIVE_EIGHT_TEN, audio: true, multiClip: false, motionMode: false },
  'v5.5': { ...FIVE_EIGHT_TEN, audio: true, multiClip: true, motionMode: false },
  v5: { ...FIVE_EIGHT, audio: false, multiClip: false, motionMode: false },
  'v4.5': { ...FIVE_EIGHT, audio: false, multiClip: false, motionMode: true },
  v4: { ...FIVE_EIGHT, audio: false, multiClip: false, motionMode: true },
  'v3.5': { ...FIVE_EIGHT, audio: false, multiClip: false, motionMode: true },
}

/** Why the API refuses the clip, as the end of a sentence; undefined when it accepts it. */
export function refusal(clip: Clip): string | undefined {
  const { model, quality, duration, motionMode } = clip
  const offer = OFFERS[model]
  // With video references the seconds depend on the videos.
  if (clip.feature !== 'fusion_with_video_references' && !offer.accepts(duration))
    return `${model} takes ${offer.seconds}`
  if (clip.audio && !offer.audio) return `${model} makes no audio`
  if (clip.multiClip && !offer.multiClip) return `${model} makes no multi clip`
  if (motionMode === 'fast' && !offer.motionMode) return `${model} has no motion_mode`
  if (motionMode === 'fast' && (duration !== 5 || quality === '1080p'))
    return 'fast motion takes 5 seconds, below 1080p'
  if (quality === '1080p' && duration === 10 && model.startsWith('v5')) return `${model} makes no 10 seconds at 1080p`
  if (quality === '1080p' && duration === 8 && model === 'v3.5') return `${model} makes no 8 seconds at 1080p`
  return undefined
}

const CLIP_PRICES = new Map<string, number>()
for (const { model, features, audio, credits } of PER_SECOND) {
  for (const feature of features) {
    QUALITIES.forEach((quality, at) => {
      publish({ ...PLAIN, feature, model, quality, audio, duration: 1 }, credits[at])
    })
  }
}
for (const { models, features, rows, ...switches } of PER_CLIP) {
  for (const feature of features) {
    for (const model of models) {
      for (const quality of QUALITIES) {
        CLIP_SECONDS.forEach((duration, at) => {
          publish({ ...switches, feature, model, quality, duration }, rows[quality][at])
        })
      }
    }
  }
}

function publish(clip: Clip, credits: number | null | undefined): void {
  if (credits != null) CLIP_PRICES.set(keyOf(clip), credits)
}

function keyOf({ feature, model, quality, duration, audio, multiClip, motionMode }: Clip): string {
  return `${feature} ${model} ${quality} ${duration} ${audio} ${multiClip} ${motionMode}`
}

/** Published price of one clip in whole credits; undefined when there is none, or it is only inferred. */
export function publishedPrice(clip: Clip): number | undefined {
  const billedBySecond = clip.model === 'v6' || clip.model === 'c1'
  const price = CLIP_PRICES.get(keyOf(billedBySecond ? { ...clip, duration: 1 } : clip))
  return price === undefined || !billedBySecond ? price : price * Math.ceil(clip.duration)
}
