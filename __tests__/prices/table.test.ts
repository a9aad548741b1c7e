import { describe, expect, test } from '@jest/globals'
import {
  type Clip,
  CLIP_FEATURES,
  type ClipFeature,
  type Model,
  MODELS,
  MOTION_MODES,
  QUALITIES,
  refusals,
} from '../../src/prices/offers.js'
import {
  LIP_SYNC_TEXT_RATE,
  NEWEST_PRICE,
  OLDEST_PRICE,
  type Price,
  publishedPrice,
  RATES,
  RATES_BY_QUALITY,
} from '../../src/prices/table.js'

/** Rows of the official page that go together. Columns are always 360p, 540p, 720p, 1080p. */
interface Family {
  readonly name: string
  readonly models: readonly Model[]
  readonly features: readonly ClipFeature[]
  /** When these rows were last read. */
  readonly asOf: string
  readonly audio?: true
  readonly multiClip?: true
  readonly motionMode?: 'fast'
  /** Credits per second, for 1 to 15 seconds. */
  readonly perSecond?: readonly number[]
  /** Credits per clip of so many seconds; null where the page has no row. */
  readonly perClip?: Readonly<Record<number, readonly (number | null)[]>>
}

const FAMILIES: readonly Family[] = [
  {
    name: 'v6 without audio',
    models: ['v6'],
    features: ['text_to_video', 'image_to_video', 'transition', 'extend', 'fusion'],
    asOf: '2026-10-10',
    perSecond: [5, 7, 9, 18],
  },
  {
    name: 'v6 with audio',
    models: ['v6'],
    features: ['text_to_video', 'image_to_video', 'transition', 'extend', 'fusion'],
    asOf: '2026-10-10',
    audio: true,
    perSecond: [7, 9, 12, 23],
  },
  {
    name: 'v6 with video references, without audio',
    models: ['v6'],
    features: ['fusion_with_video_references'],
    asOf: '2026-09-02',
    perSecond: [10, 14, 18, 36],
  },
  {
    name: 'v6 with video references, with audio',
    models: ['v6'],
    features: ['fusion_with_video_references'],
    asOf: '2026-09-02',
    audio: true,
    perSecond: [14, 18, 24, 46],
  },
  {
    name: 'c1 without audio',
    models: ['c1'],
    features: ['text_to_video', 'image_to_video', 'transition', 'fusion'],
    asOf: '2026-09-11',
    perSecond: [6, 8, 10, 19],
  },
  {
    name: 'c1 with audio',
    models: ['c1'],
    features: ['text_to_video', 'image_to_video', 'transition', 'fusion'],
    asOf: '2026-09-11',
    audio: true,
    perSecond: [8, 10, 13, 24],
  },
  {
    name: 'v5.6 without audio',
    models: ['v5.6'],
    features: ['text_to_video', 'image_to_video', 'transition', 'fusion'],
    asOf: '2026-09-02',
    perClip: { 5: [35, 35, 45, 75], 8: [70, 70, 90, 150], 10: [77, 77, 99, null] },
  },
  {
    // At 5 s the page contradicts itself for 540p, 720p and 1080p: the higher value counts.
    name: 'v5.6 with audio',
    models: ['v5.6'],
    features: ['text_to_video', 'image_to_video', 'transition', 'fusion'],
    asOf: '2026-09-02',
    audio: true,
    perClip: { 5: [80, 90, 90, 150], 8: [115, 115, 135, 195], 10: [122, 122, 144, null] },
  },
  {
    name: 'v5.5 without audio',
    models: ['v5.5'],
    features: ['text_to_video', 'image_to_video', 'transition', 'extend', 'fusion'],
    asOf: '2026-09-02',
    perClip: { 5: [45, 45, 60, 120], 8: [90, 90, 120, 240], 10: [99, 99, 132, null] },
  },
  {
    name: 'v5.5 with audio',
    models: ['v5.5'],
    features: ['text_to_video', 'image_to_video', 'transition', 'extend', 'fusion'],
    asOf: '2026-09-02',
    audio: true,
    perClip: { 5: [55, 55, 70, 130], 8: [100, 100, 130, 250], 10: [109, 109, 142, null] },
  },
  {
    name: 'v5.5 of several shots, without audio',
    models: ['v5.5'],
    features: ['text_to_video', 'image_to_video'],
    asOf: '2026-09-02',
    multiClip: true,
    perClip: { 5: [75, 75, 90, 150], 8: [120, 120, 150, 270], 10: [129, 129, 162, null] },
  },
  {
    name: 'v5.5 of several shots, with audio',
    models: ['v5.5'],
    features: ['text_to_video', 'image_to_video'],
    asOf: '2026-09-02',
    audio: true,
    multiClip: true,
    perClip: { 5: [85, 85, 100, 160], 8: [130, 130, 160, 280], 10: [139, 139, 172, null] },
  },
  {
    name: 'v5',
    models: ['v5'],
    features: ['text_to_video', 'image_to_video', 'transition', 'extend'],
    asOf: '2026-09-02',
    perClip: { 5: [45, 45, 60, 120], 8: [90, 90, 120, 240] },
  },
  {
    name: 'v4.5, v4 and v3.5 with normal motion',
    models: ['v4.5', 'v4', 'v3.5'],
    features: ['text_to_video', 'image_to_video', 'transition', 'extend'],
    asOf: '2026-09-02',
    perClip: { 5: [45, 45, 60, 120], 8: [90, 90, 120, null] },
  },
  {
    name: 'v4.5, v4 and v3.5 with fast motion',
    models: ['v4.5', 'v4', 'v3.5'],
    features: ['text_to_video', 'image_to_video', 'transition', 'extend'],
    asOf: '2026-09-02',
    motionMode: 'fast',
    perClip: { 5: [90, 90, 120, null] },
  },
  {
    name: 'v4.5 fusion',
    models: ['v4.5'],
    features: ['fusion'],
    asOf: '2026-09-02',
    perClip: { 5: [45, 45, 60, 120], 8: [90, 90, 120, null] },
  },
]

/** One number of the page, and the clips that it is the price of. */
interface Printed {
  readonly clips: readonly Clip[]
  readonly prices: readonly Price[]
}

const SECONDS = Array.from({ length: 15 }, (_, at) => at + 1)

/** The numbers that the page prints for a family, each with what follows from it for whole clips. */
function printed({ models, features, asOf, perSecond, perClip, ...switches }: Family): Printed[] {
  const numbers: Printed[] = []
  for (const model of models) {
    for (const feature of features) {
      const clip = { audio: false, multiClip: false, motionMode: 'normal' as const, ...switches, model, feature }
      QUALITIES.forEach((quality, column) => {
        const rate = perSecond?.[column]
        if (rate !== undefined) {
          numbers.push({
            clips: SECONDS.map((duration) => ({ ...clip, quality, duration })),
            prices: SECONDS.map((duration) => ({ credits: BigInt(duration * rate), asOf })),
          })
        }
        for (const [seconds, credits] of Object.entries(perClip ?? {})) {
          const price = credits[column]
          if (price == null) continue
          numbers.push({
            clips: [{ ...clip, quality, duration: Number(seconds) }],
            prices: [{ credits: BigInt(price), asOf }],
          })
        }
      })
    }
  }
  return numbers
}

function inWords({ feature, model, quality, duration, audio, multiClip, motionMode }: Clip): string {
  return [
    feature,
    model,
    quality,
    duration,
    audio ? 'audio' : 'silent',
    multiClip ? 'multi' : 'single',
    motionMode,
  ].join(' ')
}

/** Every clip of 1 to 15 whole seconds that can be written down, offered or not. */
function* everyClip(): Generator<Clip> {
  for (const feature of CLIP_FEATURES)
    for (const model of MODELS)
      for (const quality of QUALITIES)
        for (const duration of SECONDS)
          for (const audio of [false, true])
            for (const multiClip of [false, true])
              for (const motionMode of MOTION_MODES)
                yield { feature, model, quality, duration, audio, multiClip, motionMode }
}

function clip(feature: ClipFeature, model: Model, rest: Partial<Clip> = {}): Clip {
  return {
    feature,
    model,
    quality: '720p',
    duration: 5,
    audio: false,
    multiClip: false,
    motionMode: 'normal',
    ...rest,
  }
}

describe('the table of prices: clips', () => {
  test.each(FAMILIES)('$name: every row costs what the page prints, with its date', (family) => {
    const rows = printed(family)
    const expected = rows.map(({ clips, prices }) => [clips.map(inWords), prices])
    expect(rows.map(({ clips }) => [clips.map(inWords), clips.map(publishedPrice)])).toEqual(expected)
  })

  test('the families above hold every published row of the clip features', () => {
    // 469 rows that are published without doubt (v6 48, c1 32, v5.6 76, v5.5 154, v5 32, v4.5 47, v4 40, v3.5 40), and
    // 12 whose printed values contradict each other (v5.6 with audio, 5 s: 3 qualities of 4 features).
    const numbers = FAMILIES.flatMap(printed)
    expect(numbers).toHaveLength(481)
    const clips = new Set(numbers.flatMap((number) => number.clips.map(inWords)))
    // No row twice: 80 rows stand for 15 lengths each.
    expect(clips.size).toBe(481 - 80 + 80 * 15)
  })

  test('no other clip of 1 to 15 seconds has a price', () => {
    const known = new Set(FAMILIES.flatMap(printed).flatMap(({ clips }) => clips.map(inWords)))
    const others = [...everyClip()].filter((other) => !known.has(inWords(other)))
    expect(others).toHaveLength(6 * 8 * 4 * 15 * 2 * 2 * 2 - 1601)
    expect(others.filter((other) => publishedPrice(other) !== undefined).map(inWords)).toEqual([])
  })

  test('every clip with a price is one that PixVerse accepts', () => {
    const clips = FAMILIES.flatMap(printed).flatMap((number) => number.clips)
    expect(clips.filter((priced) => refusals(priced).length > 0).map(inWords)).toEqual([])
  })

  test.each([
    [4.2, 90n],
    [5, 90n],
    [5.000001, 108n],
    [20, 360n],
    [2 ** 60, 18n * 2n ** 60n],
  ])('video references of %d seconds are billed by started seconds, exactly: %d', (duration, credits) => {
    const references = clip('fusion_with_video_references', 'v6', { duration })
    expect(refusals(references)).toEqual([])
    expect(publishedPrice(references)).toEqual({ credits, asOf: '2026-09-02' })
  })
})

describe('the table of prices: rates of the other features', () => {
  test('are those of the page, with their dates', () => {
    expect(RATES).toEqual({
      lip_sync: { credits: '4', size: 1, asOf: '2026-09-02' },
      sound_effect: { credits: '10', size: 5, asOf: '2026-09-02' },
      restyle: { credits: '10', size: 1, asOf: '2026-09-02' },
      upscale: { credits: '5', size: 1, asOf: '2026-09-02' },
    })
    expect(LIP_SYNC_TEXT_RATE).toEqual({ credits: '4', size: 15, asOf: '2026-09-02' })
    expect(RATES_BY_QUALITY).toEqual({
      mimic: {
        '360p': { credits: '9', size: 1, asOf: '2026-09-02' },
        '540p': { credits: '10', size: 1, asOf: '2026-09-02' },
        '720p': { credits: '12', size: 1, asOf: '2026-09-02' },
      },
      agent_music_mv: {
        '720p': { credits: '15', size: 1, asOf: '2026-09-20' },
        '1080p': { credits: '22.5', size: 1, asOf: '2026-09-20' },
      },
    })
  })

  test('with the clips, that is every published row', () => {
    // 481 of clips, 10 of features that have no model.
    const rates = 5 + Object.values(RATES_BY_QUALITY).flatMap((qualities) => Object.keys(qualities)).length
    expect(FAMILIES.flatMap(printed).length + rates).toBe(491)
  })
})

describe('the dates of the table', () => {
  test('the oldest and the newest block', () => {
    expect([OLDEST_PRICE, NEWEST_PRICE]).toEqual(['2026-09-02', '2026-10-10'])
  })
})

describe('the table of prices: what is only inferred', () => {
  const CLIPS: readonly (readonly [string, readonly Clip[]])[] = [
    [
      'fusion on v5',
      QUALITIES.flatMap((quality) => [5, 8].map((duration) => clip('fusion', 'v5', { quality, duration }))),
    ],
    ['fusion on v4 and v3.5', [clip('fusion', 'v4'), clip('fusion', 'v3.5')]],
    ['fusion on v4.5 with fast motion', [clip('fusion', 'v4.5', { motionMode: 'fast' })]],
    ['fusion on v4.5 at 1080p for 8 seconds', [clip('fusion', 'v4.5', { quality: '1080p', duration: 8 })]],
    [
      'v6 of several shots',
      CLIP_FEATURES.flatMap((feature) => [false, true].map((audio) => clip(feature, 'v6', { multiClip: true, audio }))),
    ],
    [
      'v5.5 of several shots, beyond text and image',
      (['transition', 'extend', 'fusion'] as const).flatMap((feature) =>
        [false, true].map((audio) => clip(feature, 'v5.5', { multiClip: true, audio })),
      ),
    ],
    [
      'v4.5 and v4 at 1080p for 8 seconds',
      (['v4.5', 'v4'] as const).flatMap((model) =>
        (['text_to_video', 'image_to_video', 'transition', 'extend'] as const).map((feature) =>
          clip(feature, model, { quality: '1080p', duration: 8 }),
        ),
      ),
    ],
    ['extend on v5.6', [clip('extend', 'v5.6'), clip('extend', 'v5.6', { audio: true })]],
    ['extend on c1', [clip('extend', 'c1'), clip('extend', 'c1', { audio: true })]],
    [
      'video references on any model but v6',
      MODELS.filter((model) => model !== 'v6').map((model) => clip('fusion_with_video_references', model)),
    ],
  ]

  test.each(CLIPS)('%s has no price', (_, clips) => {
    // It is accepted, so it is the price alone that is missing.
    expect(clips.map((unpriced) => [refusals(unpriced), publishedPrice(unpriced)])).toEqual(
      clips.map(() => [[], undefined]),
    )
  })
})
