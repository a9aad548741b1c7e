import { describe, expect, test } from '@jest/globals'
import { pricePlan } from '../../src/budget/plan.js'
import {
  type Clip,
  CLIP_FEATURES,
  type ClipFeature,
  type Model,
  MODELS,
  MOTION_MODES,
  type MotionMode,
  PRICES_AS_OF,
  publishedPrice,
  QUALITIES,
  refusal,
} from '../../src/budget/prices.js'

/** Rows of the official page that go together. Columns are always 360p, 540p, 720p, 1080p. */
interface Family {
  readonly name: string
  readonly models: readonly Model[]
  readonly features: readonly ClipFeature[]
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
    perSecond: [5, 7, 9, 18],
  },
  {
    name: 'v6 with audio',
    models: ['v6'],
    features: ['text_to_video', 'image_to_video', 'transition', 'extend', 'fusion'],
    audio: true,
    perSecond: [7, 9, 12, 23],
  },
  {
    name: 'v6 with video references, without audio',
    models: ['v6'],
    features: ['fusion_with_video_references'],
    perSecond: [10, 14, 18, 36],
  },
  {
    name: 'v6 with video references, with audio',
    models: ['v6'],
    features: ['fusion_with_video_references'],
    audio: true,
    perSecond: [14, 18, 24, 46],
  },
  {
    name: 'c1 without audio',
    models: ['c1'],
    features: ['text_to_video', 'image_to_video', 'transition', 'fusion'],
    perSecond: [6, 8, 10, 19],
  },
  {
    name: 'c1 with audio',
    models: ['c1'],
    features: ['text_to_video', 'image_to_video', 'transition', 'fusion'],
    audio: true,
    perSecond: [8, 10, 13, 24],
  },
  {
    name: 'v5.6 without audio',
    models: ['v5.6'],
    features: ['text_to_video', 'image_to_video', 'transition', 'fusion'],
    perClip: { 5: [35, 35, 45, 75], 8: [70, 70, 90, 150], 10: [77, 77, 99, null] },
  },
  {
    // At 5 s the page contradicts itself for 540p, 720p and 1080p: the higher value counts.
    name: 'v5.6 with audio',
    models: ['v5.6'],
    features: ['text_to_video', 'image_to_video', 'transition', 'fusion'],
    audio: true,
    perClip: { 5: [80, 90, 90, 150], 8: [115, 115, 135, 195], 10: [122, 122, 144, null] },
  },
  {
    name: 'v5.5 without audio',
    models: ['v5.5'],
    features: ['text_to_video', 'image_to_video', 'transition', 'extend', 'fusion'],
    perClip: { 5: [45, 45, 60, 120], 8: [90, 90, 120, 240], 10: [99, 99, 132, null] },
  },
  {
    name: 'v5.5 with audio',
    models: ['v5.5'],
    features: ['text_to_video', 'image_to_video', 'transition', 'extend', 'fusion'],
    audio: true,
    perClip: { 5: [55, 55, 70, 130], 8: [100, 100, 130, 250], 10: [109, 109, 142, null] },
  },
  {
    name: 'v5.5 of several shots, without audio',
    models: ['v5.5'],
    features: ['text_to_video', 'image_to_video'],
    multiClip: true,
    perClip: { 5: [75, 75, 90, 150], 8: [120, 120, 150, 270], 10: [129, 129, 162, null] },
  },
  {
    name: 'v5.5 of several shots, with audio',
    models: ['v5.5'],
    features: ['text_to_video', 'image_to_video'],
    audio: true,
    multiClip: true,
    perClip: { 5: [85, 85, 100, 160], 8: [130, 130, 160, 280], 10: [139, 139, 172, null] },
  },
  {
    name: 'v5',
    models: ['v5'],
    features: ['text_to_video', 'image_to_video', 'transition', 'extend'],
    perClip: { 5: [45, 45, 60, 120], 8: [90, 90, 120, 240] },
  },
  {
    name: 'v4.5, v4 and v3.5 with normal motion',
    models: ['v4.5', 'v4', 'v3.5'],
    features: ['text_to_video', 'image_to_video', 'transition', 'extend'],
    perClip: { 5: [45, 45, 60, 120], 8: [90, 90, 120, null] },
  },
  {
    name: 'v4.5, v4 and v3.5 with fast motion',
    models: ['v4.5', 'v4', 'v3.5'],
    features: ['text_to_video', 'image_to_video', 'transition', 'extend'],
    motionMode: 'fast',
    perClip: { 5: [90, 90, 120, null] },
  },
  {
    name: 'v4.5 fusion',
    models: ['v4.5'],
    features: ['fusion'],
    perClip: { 5: [45, 45, 60, 120], 8: [90, 90, 120, null] },
  },
]

/** One number of the page, and the clips that it is the price of. */
interface Printed {
  readonly clips: readonly Clip[]
  readonly prices: readonly number[]
}

const SECONDS = Array.from({ length: 15 }, (_, at) => at + 1)

/** The numbers that the page prints for a family, each with what follows from it for whole clips. */
function printed({ models, features, perSecond, perClip, ...switches }: Family): Printed[] {
  const numbers: Printed[] = []
  for (const model of models) {
    for (const feature of features) {
      const clip = { audio: false, multiClip: false, motionMode: 'normal' as const, ...switches, model, feature }
      QUALITIES.forEach((quality, column) => {
        const rate = perSecond?.[column]
        if (rate !== undefined) {
          numbers.push({
            clips: SECONDS.map((duration) => ({ ...clip, quality, duration })),
            prices: SECONDS.map((duration) => duration * rate),
          })
        }
        for (const [seconds, credits] of Object.entries(perClip ?? {})) {
          const price = credits[column]
          if (price == null) continue
          numbers.push({ clips: [{ ...clip, quality, duration: Number(seconds) }], prices: [price] })
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

/** Credits of one item, or the sentences that say why it has none. */
function creditsOf(item: unknown): number | string[] {
  const priced = pricePlan([{ place: 'plan', item }], [], '0', (text) => text)
  return 'faults' in priced ? priced.faults.map(({ happened }) => happened) : priced.cost
}

describe('published prices of clips', () => {
  test.each(FAMILIES)('$name: every row costs what the page prints', (family) => {
    const rows = printed(family)
    const expected = rows.map(({ clips, prices }) => [clips.map(inWords), prices])
    expect(rows.map(({ clips }) => [clips.map(inWords), clips.map(publishedPrice)])).toEqual(expected)
  })

  test('the tables above hold every published row of the clip features', () => {
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
    const unexpected: string[] = []
    let others = 0
    for (const other of everyClip()) {
      if (known.has(inWords(other))) continue
      others++
      if (publishedPrice(other) !== undefined) unexpected.push(inWords(other))
    }
    expect(unexpected).toEqual([])
    expect(others).toBe(6 * 8 * 4 * 15 * 2 * 2 * 2 - 1601)
  })

  test('every clip with a price is one that PixVerse accepts', () => {
    const refused = FAMILIES.flatMap(printed)
      .flatMap(({ clips }) => clips)
      .filter((priced) => refusal(priced) !== undefined)
    expect(refused.map(inWords)).toEqual([])
  })

  test.each([
    [4.2, 90],
    [5, 90],
    [5.000001, 108],
    [20, 360],
  ])('video references of %d seconds are billed by started seconds, however long: %d', (duration, credits) => {
    const references = clip('fusion_with_video_references', 'v6', { duration })
    expect(refusal(references)).toBeUndefined()
    expect(publishedPrice(references)).toBe(credits)
  })

  test('the table carries the date of its newest transcription', () => {
    expect(PRICES_AS_OF).toBe('2026-09-02')
  })
})

describe('published prices of the other features', () => {
  /** What is printed, an item that makes one unit of it, and its credits. */
  const ROWS: readonly (readonly [string, Record<string, unknown>, number])[] = [
    ['lip sync with own audio: 4 per second', { feature: 'lip_sync', duration: 1 }, 4],
    ['lip sync with a text: 4 per 15 bytes', { feature: 'lip_sync', lip_sync_tts_content: 'exactly fifteen' }, 4],
    ['sound effect: 10 per started 5 seconds', { feature: 'sound_effect', duration: 5 }, 10],
    ['restyle: 10 per second', { feature: 'restyle', duration: 1 }, 10],
    ['upscale: 5 per second', { feature: 'upscale', duration: 1 }, 5],
    ['motion control at 360p: 9 per second', { feature: 'mimic', quality: '360p', duration: 1 }, 9],
    ['motion control at 540p: 10 per second', { feature: 'mimic', quality: '540p', duration: 1 }, 10],
    ['motion control at 720p: 12 per second', { feature: 'mimic', quality: '720p', duration: 1 }, 12],
    ['music video at 720p: 15 per second', { feature: 'agent_music_mv', quality: '720p', duration: 10 }, 150],
    ['music video at 1080p: 22.5 per second', { feature: 'agent_music_mv', quality: '1080p', duration: 10 }, 225],
  ]

  test.each(ROWS)('%s', (_, item, credits) => {
    expect(creditsOf(item)).toBe(credits)
  })

  test('with the clips, that is every published row', () => {
    // 481 of clips, 10 of features that have no model.
    expect(FAMILIES.flatMap(printed).length + ROWS.length).toBe(491)
  })
})

describe('what is only inferred has no price', () => {
  test.each(['modify', 'swap', 'swap_mask', 'multi_transition', 'avatar', 'template_video', 'image_template'])(
    '%s is known, and unpriced',
    (feature) => {
      for (const quality of QUALITIES) {
        for (const model of [undefined, 'v5', 'v6']) {
          expect(creditsOf({ feature, model, quality, duration: 5 })).toEqual([
            `PixVerse publishes no price for ${feature}.`,
          ])
        }
      }
    },
  )

  test.each([
    { feature: 'mimic', quality: '1080p' },
    { feature: 'motion_control', quality: '1080p' },
    { feature: 'agent_music_mv', quality: '360p' },
    { feature: 'agent_music_mv', quality: '540p' },
  ])('$feature at $quality', ({ feature, quality }) => {
    const name = feature === 'motion_control' ? 'mimic' : feature
    expect(creditsOf({ feature, quality, duration: 10 })).toEqual([
      `PixVerse publishes no price for ${name} at ${quality}.`,
    ])
  })

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

  test.each(CLIPS)('%s', (_, clips) => {
    // It is accepted, so it is the price alone that is missing.
    expect(clips.map((unpriced) => [refusal(unpriced), publishedPrice(unpriced)])).toEqual(
      clips.map(() => [undefined, undefined]),
    )
  })
})

describe('what PixVerse refuses', () => {
  const SILENT: readonly Model[] = ['v5', 'v4.5', 'v4', 'v3.5']
  const ONE_SHOT: readonly Model[] = ['c1', 'v5.6', 'v5', 'v4.5', 'v4', 'v3.5']
  const NO_MOTION: readonly Model[] = ['v6', 'c1', 'v5.6', 'v5.5', 'v5']
  const MOTION: readonly Model[] = ['v4.5', 'v4', 'v3.5']

  const REFUSED: readonly (readonly [string, Clip])[] = [
    ...(['v6', 'c1'] as const).flatMap((model) =>
      [0.5, 1.5, 14.999999, 15.5, 16, 100].map(
        (duration) =>
          [
            `${model} takes a whole number of seconds from 1 to 15`,
            clip('text_to_video', model, { duration }),
          ] as const,
      ),
    ),
    ...(['v5.6', 'v5.5'] as const).flatMap((model) =>
      [1, 4, 6, 7, 9, 9.5, 11, 15].map(
        (duration) => [`${model} takes 5, 8 or 10 seconds`, clip('image_to_video', model, { duration })] as const,
      ),
    ),
    ...SILENT.flatMap((model) =>
      [1, 4, 6, 7, 8.5, 9, 10].map(
        (duration) => [`${model} takes 5 or 8 seconds`, clip('transition', model, { duration })] as const,
      ),
    ),
    ...SILENT.map((model) => [`${model} makes no audio`, clip('extend', model, { audio: true })] as const),
    ...ONE_SHOT.map((model) => [`${model} makes no multi clip`, clip('fusion', model, { multiClip: true })] as const),
    ...NO_MOTION.map(
      (model) => [`${model} has no motion_mode`, clip('text_to_video', model, { motionMode: 'fast' })] as const,
    ),
    ...MOTION.flatMap((model) =>
      ([{ duration: 8 }, { quality: '1080p' }, { duration: 8, quality: '1080p' }] as const).map(
        (rest) =>
          [
            'fast motion takes 5 seconds, below 1080p',
            clip('text_to_video', model, { motionMode: 'fast', ...rest }),
          ] as const,
      ),
    ),
    ...(['v5.6', 'v5.5'] as const).map(
      (model) =>
        [
          `${model} makes no 10 seconds at 1080p`,
          clip('text_to_video', model, { quality: '1080p', duration: 10 }),
        ] as const,
    ),
    ['v3.5 makes no 8 seconds at 1080p', clip('text_to_video', 'v3.5', { quality: '1080p', duration: 8 })],
  ]

  test.each(REFUSED.map(([sentence, refused]) => ({ asked: inWords(refused), sentence, refused })))(
    '$asked: $sentence',
    ({ sentence, refused }) => {
      expect(refusal(refused)).toBe(sentence)
    },
  )

  test('video references are not refused for their length, but for all else', () => {
    const references = (rest: Partial<Clip>): Clip => clip('fusion_with_video_references', 'v5', rest)
    expect(refusal(references({ duration: 7 }))).toBeUndefined()
    expect(refusal(references({ audio: true }))).toBe('v5 makes no audio')
    expect(refusal(references({ multiClip: true }))).toBe('v5 makes no multi clip')
    expect(refusal(references({ motionMode: 'fast' }))).toBe('v5 has no motion_mode')
  })

  test('of all clips of 1 to 15 seconds, it refuses these and no others', () => {
    const whole = { seconds: SECONDS, no: [] }
    const upTo10 = { seconds: [5, 8, 10], no: ['1080p 10'] }
    /** What each model offers: lengths, without these of a quality, and switches. */
    const offered: Record<Model, { seconds: number[]; no: string[]; audio: boolean; multi: boolean; fast: boolean }> = {
      v6: { ...whole, audio: true, multi: true, fast: false },
      c1: { ...whole, audio: true, multi: false, fast: false },
      'v5.6': { ...upTo10, audio: true, multi: false, fast: false },
      'v5.5': { ...upTo10, audio: true, multi: true, fast: false },
      v5: { seconds: [5, 8], no: [], audio: false, multi: false, fast: false },
      'v4.5': { seconds: [5, 8], no: [], audio: false, multi: false, fast: true },
      v4: { seconds: [5, 8], no: [], audio: false, multi: false, fast: true },
      'v3.5': { seconds: [5, 8], no: ['1080p 8'], audio: false, multi: false, fast: true },
    }
    const fits = (motionMode: MotionMode, quality: string, duration: number): boolean =>
      motionMode === 'normal' || (duration === 5 && quality !== '1080p')
    const wrong: string[] = []
    let accepted = 0
    for (const asked of everyClip()) {
      if (asked.feature === 'fusion_with_video_references') continue
      const { model, quality, duration, audio, multiClip, motionMode } = asked
      const offer = offered[model]
      const accepts =
        offer.seconds.includes(duration) &&
        !offer.no.includes(`${quality} ${duration}`) &&
        (offer.audio || !audio) &&
        (offer.multi || !multiClip) &&
        (offer.fast || motionMode === 'normal') &&
        fits(motionMode, quality, duration)
      if (accepts) accepted++
      if (accepts !== (refusal(asked) === undefined)) wrong.push(inWords(asked))
    }
    expect(wrong).toEqual([])
    // v6 60 x 4, c1 60 x 2, v5.6 11 x 2, v5.5 11 x 4, v5 8, v4.5 and v4 8 + 3 each, v3.5 7 + 3; for 5 features each.
    expect(accepted).toBe(5 * (240 + 120 + 22 + 44 + 8 + 11 + 11 + 10))
  })
})
