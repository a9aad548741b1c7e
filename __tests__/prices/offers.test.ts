import { describe, expect, test } from '@jest/globals'
import {
  type Clip,
  CLIP_FEATURES,
  type ClipFeature,
  type Model,
  MODELS,
  MOTION_MODES,
  type MotionMode,
  musicRefusal,
  QUALITIES,
  refusals,
} from '../../src/prices/offers.js'

const SECONDS = Array.from({ length: 15 }, (_, at) => at + 1)

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

/** Models that lack something. */
const SILENT: readonly Model[] = ['v5', 'v4.5', 'v4', 'v3.5']
const ONE_SHOT: readonly Model[] = ['c1', 'v5.6', 'v5', 'v4.5', 'v4', 'v3.5']
const NO_MOTION: readonly Model[] = ['v6', 'c1', 'v5.6', 'v5.5', 'v5']
const MOTION: readonly Model[] = ['v4.5', 'v4', 'v3.5']

function lengths(takes: string, model: Model, durations: readonly number[], rest: Partial<Clip> = {}): Row[] {
  return durations.map((duration) => [
    clip('text_to_video', model, { ...rest, duration }),
    [[`${model} takes ${takes}`, `\`duration\` is ${duration}`]],
  ])
}

type Row = readonly [refused: Clip, why: readonly (readonly [takes: string, asked: string])[]]

const REFUSED: readonly Row[] = [
  ...(['v6', 'c1'] as const).flatMap((model) =>
    lengths('a whole number of seconds from 1 to 15', model, [0.5, 1.5, 14.999999, 15.5, 16, 100]),
  ),
  ...(['v5.6', 'v5.5'] as const).flatMap((model) => [
    ...lengths('5, 8 or 10 seconds', model, [1, 4, 6, 7, 9, 9.5, 11, 15]),
    ...lengths('5 or 8 seconds at 1080p', model, [1, 10, 15], { quality: '1080p' }),
  ]),
  ...SILENT.flatMap((model) => lengths('5 or 8 seconds', model, [1, 4, 6, 7, 8.5, 9, 10])),
  ...(['v5', 'v4.5', 'v4'] as const).flatMap((model) =>
    lengths('5 or 8 seconds', model, [6, 10], { quality: '1080p' }),
  ),
  ...lengths('5 seconds at 1080p', 'v3.5', [4, 8, 10], { quality: '1080p' }),
  ...MOTION.flatMap((model) => lengths('5 seconds in fast motion', model, [4, 8, 10], { motionMode: 'fast' })),
  ...SILENT.map((model): Row => [
    clip('extend', model, { audio: true }),
    [[`${model} makes no audio`, 'audio is asked for']],
  ]),
  ...ONE_SHOT.map((model): Row => [
    clip('fusion', model, { multiClip: true }),
    [[`${model} makes no multi clip`, 'multi clip is asked for']],
  ]),
  ...NO_MOTION.map((model): Row => [
    clip('text_to_video', model, { motionMode: 'fast' }),
    [[`${model} has no \`motion_mode\``, '`motion_mode` is fast']],
  ]),
  ...MOTION.map((model): Row => [
    clip('text_to_video', model, { motionMode: 'fast', quality: '1080p' }),
    [[`${model} has no fast motion at 1080p`, '`motion_mode` is fast']],
  ]),
  // All at once.
  [
    clip('transition', 'v5', { audio: true, multiClip: true, motionMode: 'fast', duration: 10 }),
    [
      ['v5 takes 5 or 8 seconds', '`duration` is 10'],
      ['v5 makes no audio', 'audio is asked for'],
      ['v5 makes no multi clip', 'multi clip is asked for'],
      ['v5 has no `motion_mode`', '`motion_mode` is fast'],
    ],
  ],
  [
    clip('transition', 'v3.5', { motionMode: 'fast', quality: '1080p', duration: 8 }),
    [
      ['v3.5 takes 5 seconds in fast motion', '`duration` is 8'],
      ['v3.5 has no fast motion at 1080p', '`motion_mode` is fast'],
    ],
  ],
]

describe('what PixVerse refuses of a clip', () => {
  test.each(REFUSED.map(([refused, why]) => ({ asked: inWords(refused), refused, why })))('$asked: $why', (row) => {
    expect(refusals(row.refused).map(({ takes, asked }) => [takes, asked])).toEqual(row.why)
  })

  test('what is not known of a clip is not refused', () => {
    const unknown = { quality: undefined, duration: undefined, motionMode: undefined }
    expect(refusals({ ...clip('text_to_video', 'v3.5'), ...unknown })).toEqual([])
    expect(refusals({ ...clip('text_to_video', 'v3.5', { duration: 8 }), quality: undefined })).toEqual([])
    expect(refusals({ ...clip('text_to_video', 'v5', { audio: true }), ...unknown })).toHaveLength(1)
  })

  test('video references are not refused for their length, but for all else', () => {
    const why = (rest: Partial<Clip>): string[] =>
      refusals(clip('fusion_with_video_references', 'v5', rest)).map(({ takes }) => takes)
    expect(why({ duration: 7 })).toEqual([])
    expect(why({ audio: true })).toEqual(['v5 makes no audio'])
    expect(why({ multiClip: true })).toEqual(['v5 makes no multi clip'])
    expect(why({ motionMode: 'fast' })).toEqual(['v5 has no `motion_mode`'])
  })

  test('of all clips of 1 to 15 seconds, exactly those are refused that it does not offer', () => {
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
      if (accepts !== (refusals(asked).length === 0)) wrong.push(inWords(asked))
    }
    expect(wrong).toEqual([])
    // v6 60 x 4, c1 60 x 2, v5.6 11 x 2, v5.5 11 x 4, v5 8, v4.5 and v4 8 + 3 each, v3.5 7 + 3; for 5 features each.
    expect(accepted).toBe(5 * (240 + 120 + 22 + 44 + 8 + 11 + 11 + 10))
  })
})

describe('what the Music MV agent refuses', () => {
  test.each([0, 1, 9.999999, 360.000001, 1000])('%d seconds', (duration) => {
    expect(musicRefusal(duration)).toEqual({
      takes: 'agent_music_mv takes 10 to 360 seconds',
      asked: `\`duration\` is ${duration}`,
    })
  })

  test.each([10, 10.5, 360])('not %d seconds', (duration) => {
    expect(musicRefusal(duration)).toBeUndefined()
  })
})
