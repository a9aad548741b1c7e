import { divideUp, exactly, MILLION } from './decimal.js'
import { type Clip, type ClipFeature, type Model, type MotionMode, QUALITIES, type Quality } from './offers.js'

/**
 * Prices of the PixVerse Platform API in credits, laid out like the official page, so that they can be checked row by
 * row: https://docs.platform.pixverse.ai/pricing-796039m0. They come from dated public readings of that page. Where two
 * contradict each other, the higher price stands here.
 *
 * When each block was last read:
 */
const AS_OF = { v6: '2026-10-10', c1: '2026-09-11', musicMv: '2026-09-20', rest: '2026-09-02' } as const

const DATES = Object.values(AS_OF).sort()
export const OLDEST_PRICE = DATES.slice(0, 1).join()
export const NEWEST_PRICE = DATES.slice(-1).join()

/** A published price, and the day on which its block was read. */
export interface Price {
  readonly credits: bigint
  readonly asOf: string
}

type Row = readonly (number | null)[]

const ALL: readonly ClipFeature[] = ['text_to_video', 'image_to_video', 'transition', 'extend', 'fusion']
const NO_EXTEND: readonly ClipFeature[] = ['text_to_video', 'image_to_video', 'transition', 'fusion']
const NO_FUSION: readonly ClipFeature[] = ['text_to_video', 'image_to_video', 'transition', 'extend']
const VIDEOS: readonly ClipFeature[] = ['fusion_with_video_references']
const TEXT_AND_IMAGE: readonly ClipFeature[] = ['text_to_video', 'image_to_video']

interface SecondTable {
  readonly asOf: string
  readonly model: Model
  readonly features: readonly ClipFeature[]
  readonly audio: boolean
  readonly credits: Row
}

/** V6 and C1: credits per second, 1 to 15 whole seconds. The page has no price for clips of several shots (multi clip). */
const PER_SECOND: readonly SecondTable[] = [
  //                                                                             360p 540p 720p 1080p
  { asOf: AS_OF.v6, model: 'v6', features: ALL, audio: false, credits: /*       */ [5, 7, 9, 18] },
  { asOf: AS_OF.v6, model: 'v6', features: ALL, audio: true, credits: /*        */ [7, 9, 12, 23] },
  { asOf: AS_OF.c1, model: 'c1', features: NO_EXTEND, audio: false, credits: /* */ [6, 8, 10, 19] },
  { asOf: AS_OF.c1, model: 'c1', features: NO_EXTEND, audio: true, credits: /*  */ [8, 10, 13, 24] },
  { asOf: AS_OF.rest, model: 'v6', features: VIDEOS, audio: false, credits: /*  */ [10, 14, 18, 36] },
  { asOf: AS_OF.rest, model: 'v6', features: VIDEOS, audio: true, credits: /*   */ [14, 18, 24, 46] },
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

/** Lengths of the clips that are not billed by the second. */
export const CLIP_SECONDS = [5, 8, 10] as const

/** So many credits for every started `size` seconds, or bytes. */
export interface Rate {
  readonly credits: string
  readonly size: number
  readonly asOf: string
}

export const RATES: Readonly<Record<'lip_sync' | 'sound_effect' | 'restyle' | 'upscale', Rate>> = {
  lip_sync: { credits: '4', size: 1, asOf: AS_OF.rest },
  // An older page has 10 credits per started 5 s, a newer one 2 per second. The older one is never lower.
  sound_effect: { credits: '10', size: 5, asOf: AS_OF.rest },
  restyle: { credits: '10', size: 1, asOf: AS_OF.rest },
  upscale: { credits: '5', size: 1, asOf: AS_OF.rest },
}

/** Lip sync with a text to speak: per started 15 bytes of UTF-8. */
export const LIP_SYNC_TEXT_RATE: Rate = { credits: '4', size: 15, asOf: AS_OF.rest }

export const RATES_BY_QUALITY: Readonly<Record<'mimic' | 'agent_music_mv', Readonly<Partial<Record<Quality, Rate>>>>> =
  {
    mimic: {
      '360p': { credits: '9', size: 1, asOf: AS_OF.rest },
      '540p': { credits: '10', size: 1, asOf: AS_OF.rest },
      '720p': { credits: '12', size: 1, asOf: AS_OF.rest },
    },
    agent_music_mv: {
      '720p': { credits: '15', size: 1, asOf: AS_OF.musicMv },
      '1080p': { credits: '22.5', size: 1, asOf: AS_OF.musicMv },
    },
  }

/** For every started `size` of the amount, rounded up to whole credits once. */
export function perStarted(amount: number, { credits, size, asOf }: Rate): Price {
  return { credits: divideUp(BigInt(Math.ceil(amount / size)) * exactly(credits), MILLION), asOf }
}

const CLIP_PRICES = new Map<string, Price>()
for (const { asOf, model, features, audio, credits } of PER_SECOND) {
  for (const feature of features) {
    QUALITIES.forEach((quality, at) => {
      publish({ ...PLAIN, feature, model, quality, audio, duration: 1 }, credits[at], asOf)
    })
  }
}
for (const { models, features, rows, ...switches } of PER_CLIP) {
  for (const feature of features) {
    for (const model of models) {
      for (const quality of QUALITIES) {
        CLIP_SECONDS.forEach((duration, at) => {
          publish({ ...switches, feature, model, quality, duration }, rows[quality][at], AS_OF.rest)
        })
      }
    }
  }
}

function publish(clip: Clip, credits: number | null | undefined, asOf: string): void {
  if (credits != null) CLIP_PRICES.set(keyOf(clip), { credits: BigInt(credits), asOf })
}

function keyOf({ feature, model, quality, duration, audio, multiClip, motionMode }: Clip): string {
  return `${feature} ${model} ${quality} ${duration} ${audio} ${multiClip} ${motionMode}`
}

/** Published price of one clip in whole credits; undefined when there is none, or it is only inferred. */
export function publishedPrice(clip: Clip): Price | undefined {
  if (!isBilledBySecond(clip.model)) return CLIP_PRICES.get(keyOf(clip))
  const rate = CLIP_PRICES.get(keyOf({ ...clip, duration: 1 }))
  return rate && { ...rate, credits: rate.credits * BigInt(Math.ceil(clip.duration)) }
}

export function isBilledBySecond(model: Model): boolean {
  return model === 'v6' || model === 'c1'
}
