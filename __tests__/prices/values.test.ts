import { describe, expect, test } from '@jest/globals'
import {
  COUNT,
  CREDITS,
  FEATURE,
  type Kind,
  MODEL,
  MOTION_MODE,
  NAME,
  oneOf,
  QUALITY,
  SECONDS,
  shown,
  SWITCH,
  TEXT,
  wrongValue,
} from '../../src/prices/values.js'
import { CLIP_FEATURES, FEATURES, MODELS, MOTION_MODES, QUALITIES } from '../../src/prices/offers.js'
import { sanitiser } from '../../src/safe-text.js'

const KEY = 'pixverse-key-of-the-tests'
const sanitise = sanitiser(KEY)

type Any = string | number | boolean | bigint

/** A kind, and in its order what is read, what is wrong but can be guessed, and what is only wrong. */
interface Case {
  readonly name: string
  readonly kind: Kind<Any>
  readonly right: readonly (readonly [value: unknown, read: Any])[]
  readonly meant: readonly (readonly [value: unknown, meant: Any])[]
  readonly wrong: readonly unknown[]
}

const same = (words: readonly string[]): [string, string][] => words.map((word) => [word, word])

const CASES: readonly Case[] = [
  {
    name: 'a feature',
    kind: FEATURE,
    right: [...same(FEATURES), ['motion_control', 'mimic'], ...same(['hologram', 'constructor', '__proto__'])],
    meant: [
      ...FEATURES.map((feature): [string, string] => [feature.toUpperCase(), feature]),
      ...CLIP_FEATURES.map((feature): [string, string] => [` ${feature} `, feature]),
      ...(['image-to-video', 'imageToVideo', 'image to video', 'i2v', 'img2video', 'image2video'] as const).map(
        (word): [string, string] => [word, 'image_to_video'],
      ),
      ...(['imgtovideo', 'image', 'img', 'image_to_vido'] as const).map((word): [string, string] => [
        word,
        'image_to_video',
      ]),
      ...(['t2v', 'text2video', 'txt2video', 'text', 'text_to_videos'] as const).map((word): [string, string] => [
        word,
        'text_to_video',
      ]),
      ...(['extension', 'video_extend', 'extend_video', 'extends'] as const).map((word): [string, string] => [
        word,
        'extend',
      ]),
      ...(['first_last_frame', 'keyframes', 'transitions'] as const).map((word): [string, string] => [
        word,
        'transition',
      ]),
      ...(['reference_to_video', 'reference', 'r2v', 'fuson'] as const).map((word): [string, string] => [
        word,
        'fusion',
      ]),
      ...(['lipsync', 'lip-sync', 'Lip Sync', 'speech', 'tts'] as const).map((word): [string, string] => [
        word,
        'lip_sync',
      ]),
      ...(['sound', 'sound_effects', 'sfx'] as const).map((word): [string, string] => [word, 'sound_effect']),
      ...(['music_mv', 'mv', 'music video'] as const).map((word): [string, string] => [word, 'agent_music_mv']),
      ['Motion Control', 'mimic'],
      ['upscaler', 'upscale'],
    ],
    wrong: ['', '  ', 5, true, ['fusion'], {}, NaN],
  },
  {
    name: 'a model',
    kind: MODEL,
    right: same([...MODELS, 'v6-max', 'v5-fast', 'v7', 'v6.5', 'v5.7', 'pro', 'constructor', 'x'.repeat(1000)]),
    meant: [
      ...MODELS.map((model): [string, string] => [model.toUpperCase(), model]),
      ...MODELS.map((model): [string, string] => [`PixVerse ${model}`, model]),
      ...MODELS.map((model): [string, string] => [`pixverse-${model}`, model]),
      ['v56', 'v5.6'],
      ['v5_6', 'v5.6'],
      ['v3-5', 'v3.5'],
      ['5.6', 'v5.6'],
      ['6', 'v6'],
      ['v6.0', 'v6'],
      [6, 'v6'],
      [4.5, 'v4.5'],
      ['V6-Max', 'v6-max'],
      ['v6 max', 'v6-max'],
      ['PixVerse V5 Fast', 'v5-fast'],
    ],
    wrong: ['', ' ', true, [], {}, 7, Infinity],
  },
  {
    name: 'a quality',
    kind: QUALITY,
    right: same([...QUALITIES, '4k', '480p', '2160p', 'HD', '7200p', 'x720p', '720px']),
    meant: [
      ['720', '720p'],
      [720, '720p'],
      ['720P', '720p'],
      ['1080 p', '1080p'],
      ['1080i', '1080p'],
      ['1920x1080', '1080p'],
      ['640×360', '360p'],
      ['540p ', '540p'],
    ],
    wrong: ['', 480, true, {}, []],
  },
  {
    name: 'a motion mode',
    kind: MOTION_MODE,
    right: same([...MOTION_MODES, 'slow', 'faster']),
    meant: [
      ['Fast', 'fast'],
      ['NORMAL', 'normal'],
      ['fats', 'fast'],
      ['normall', 'normal'],
    ],
    wrong: ['', 1, false, ['fast']],
  },
  {
    name: 'a switch',
    kind: SWITCH,
    right: [
      [true, true],
      [false, false],
    ],
    meant: [
      ...['true', 'True', 'yes', 'ON', 'y', '1', 1].map((value): [unknown, boolean] => [value, true]),
      ...['false', 'FALSE', 'no', 'off', 'n', '0', 0].map((value): [unknown, boolean] => [value, false]),
    ],
    wrong: ['', 'maybe', 2, [], {}, [true]],
  },
  {
    name: 'seconds',
    kind: SECONDS,
    right: [
      [5, 5],
      [0, 0],
      [-0, -0],
      [4.1, 4.1],
      [0.000001, 0.000001],
      [1e-7, 0.000001],
      [5.0000001, 5.000001],
      [10.026666666666667, 10.026667],
      [1e20, 1e20],
    ],
    meant: [
      ['5', 5],
      ['5s', 5],
      ['5 S', 5],
      ['5sec', 5],
      ['5 secs', 5],
      ['5 second', 5],
      ['12.5 seconds', 12.5],
    ],
    wrong: ['', 'five', '0:05', '5 min', '5.', '1234567', 'x5', -5, NaN, Infinity, 1e21, true, [5], {}],
  },
  {
    name: 'a count',
    kind: COUNT,
    right: [
      [1, 1],
      [40, 40],
      [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ],
    meant: [
      ['3', 3],
      ['x3', 3],
      ['3x', 3],
      ['3 ×', 3],
      ['123456789', 123456789],
    ],
    wrong: [0, -1, 1.5, 1e300, 2 ** 53, NaN, null, '0', '', 'three', '1234567890', 'ax3', '3xb', true, [], {}],
  },
  {
    name: 'credits',
    kind: CREDITS,
    right: [
      [0, 0n],
      [22.5, 22_500_000n],
      [0.000001, 1n],
    ],
    meant: [],
    wrong: [-1, -0.000001, 0.0000001, 1e21, Infinity, NaN, '5', false, []],
  },
  { name: 'a text', kind: TEXT, right: [...same(['', 'Hi'])], meant: [], wrong: [5, true, ['a'], {}] },
  {
    name: 'a name',
    kind: NAME,
    right: [
      ['', ''],
      ['a', 'a'],
      [3, '3'],
      [-1.5, '-1.5'],
      [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    ],
    meant: [],
    wrong: [2 ** 53, -(2 ** 53), NaN, Infinity, true, [], {}],
  },
]

describe('a value', () => {
  test.each(CASES)('$name is read', ({ kind, right }) => {
    expect(right.map(([value]) => [value, kind.read(value)])).toEqual(right.map(([value, read]) => [value, read]))
  })

  test.each(CASES)('$name that is nearly right is not read, but guessed', ({ kind, meant }) => {
    expect(meant.map(([value]) => [value, kind.read(value), kind.guess(value)])).toEqual(
      meant.map(([value, guess]) => [value, undefined, guess]),
    )
  })

  test.each(CASES)('$name that is wrong is neither read nor guessed', ({ kind, wrong }) => {
    expect(wrong.map((value) => [value, kind.read(value), kind.guess(value)])).toEqual(
      wrong.map((value) => [value, undefined, undefined]),
    )
  })

  test.each<[string, unknown, Kind<Any>, string, string, string]>([
    ['quality', '720P', QUALITY, 'one of 360p, 540p, 720p, 1080p', '"720P"', 'Did you mean 720p?'],
    ['quality', 720, QUALITY, 'one of 360p, 540p, 720p, 1080p', '720', 'Did you mean 720p?'],
    ['quality', [], QUALITY, 'one of 360p, 540p, 720p, 1080p', 'a list', 'Write one of 360p, 540p, 720p, 1080p.'],
    ['motion_mode', {}, MOTION_MODE, 'normal or fast', 'an object', 'Write normal or fast.'],
    ['model', '', MODEL, `one of ${MODELS.join(', ')}`, '""', `Write one of ${MODELS.join(', ')}.`],
    ['feature', 'i2v', FEATURE, 'a feature of the API', '"i2v"', 'Did you mean image_to_video?'],
    ['feature', 5, FEATURE, 'a feature of the API', '5', `Write one of ${FEATURES.join(', ')}.`],
    ['duration', '5', SECONDS, 'a number of seconds', '"5"', 'Did you mean 5, without quotation marks?'],
    ['duration', '5s', SECONDS, 'a number of seconds', '"5s"', 'Did you mean 5?'],
    ['duration', NaN, SECONDS, 'a number of seconds', 'NaN', 'Write the seconds as a number, such as 5.'],
    ['audio', 'true', SWITCH, 'true or false', '"true"', 'Did you mean true, without quotation marks?'],
    ['audio', 'yes', SWITCH, 'true or false', '"yes"', 'Did you mean true?'],
    ['audio', 0, SWITCH, 'true or false', '0', 'Did you mean false?'],
    ['audio', 'x', SWITCH, 'true or false', '"x"', 'Write true or false, without quotation marks.'],
    [
      'count',
      null,
      COUNT,
      'a whole number of 1 or more',
      'null',
      'Leave it out for one generation; for none, leave out the item.',
    ],
    [
      'credits',
      '5',
      CREDITS,
      'a number of 0 or more, of at most six decimals',
      '"5"',
      'Write the credits as a number, such as 60 or 22.5.',
    ],
    ['text', 5, TEXT, 'text', '5', 'Put it into quotation marks.'],
    ['name', true, NAME, 'text or a number', 'true', 'Put it into quotation marks.'],
  ])('%s: %j is a fault that says what it must be, what it is, what to do', (name, value, kind, must, is, hint) => {
    const { fault, meant } = wrongValue('some-id', name, value, kind, sanitise)
    expect(fault).toEqual({
      id: 'some-id',
      message: `\`${name}\` must be ${must}`,
      detail: `but is ${is.startsWith('"') ? `\`${is}\`` : is}`,
      hint,
    })
    expect(meant).toBe(kind.guess(value))
  })

  test('what is quoted from outside is sanitised, shortened, and does not repeat the key', () => {
    expect(shown(KEY, sanitise)).toBe('`(withheld: it repeats a secret)`')
    expect(shown('::error::\n##[group]', sanitise)).toBe('`": :error: :\\n## [group]"`')
    expect(shown('x'.repeat(1e6), sanitise)).toBe(`\`"${'x'.repeat(58)}…\``)
    const { fault } = wrongValue('some-id', 'y'.repeat(50), KEY, SECONDS, sanitise)
    expect(fault.message).toBe(`\`${'y'.repeat(39)}…\` must be a number of seconds`)
    expect(fault.detail).toBe('but is `(withheld: it repeats a secret)`')
  })

  test('words to choose from are all listed', () => {
    expect(oneOf(['a', 'b'])).toBe('a or b')
    expect(oneOf(FEATURES)).toBe(`one of ${FEATURES.join(', ')}`)
  })
})
