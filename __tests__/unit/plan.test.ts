import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { divideUp, exactly, MILLION, millionths } from '../../src/budget/decimal.js'
import type { Faults, Located } from '../../src/budget/faults.js'
import { type PricedPlan, pricePlan } from '../../src/budget/plan.js'
import { type PriceRow, readPrices } from '../../src/budget/rows.js'
import type { Trouble } from '../../src/budget/trouble.js'
import { neutralise } from '../../src/report/escape.js'

const KEY = 'pixverse-key-of-the-tests'
const neutral = (text: string): string => neutralise(text, KEY)

function located(items: readonly unknown[], file = 'plan'): Located[] {
  return items.map((item, at) => ({ place: `${file}, item ${at + 1}`, item }))
}

function price(items: readonly unknown[], margin = '0', rows: readonly unknown[] = []): PricedPlan | Faults {
  return pricePlan(located(items), rows.length === 0 ? [] : rowsOf(rows), margin, neutral)
}

function priced(items: readonly unknown[], margin = '0', rows: readonly unknown[] = []): PricedPlan {
  const plan = price(items, margin, rows)
  if ('faults' in plan) throw new Error(JSON.stringify(plan.faults))
  return plan
}

function faultsOf(items: readonly unknown[], rows: readonly unknown[] = []): readonly Trouble[] {
  const plan = price(items, '0', rows)
  if (!('faults' in plan)) throw new Error(`It is priced: ${plan.cost}`)
  return plan.faults
}

/** The fault of the only item. */
function faultOf(item: unknown, rows: readonly unknown[] = []): Trouble {
  const [fault, ...others] = faultsOf([item], rows)
  if (fault === undefined || others.length > 0) throw new Error('There is not exactly one fault.')
  return fault
}

function rowsOf(rows: readonly unknown[]): readonly PriceRow[] {
  const read = readPrices(located(rows, 'prices'), neutral)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read
}

function faultsOfRows(rows: readonly unknown[]): readonly Trouble[] {
  const read = readPrices(located(rows, 'prices'), neutral)
  if (!('faults' in read)) throw new Error('The rows are accepted.')
  return read.faults
}

const V6 = { model: 'v6', quality: '720p', duration: 5 }
const KNOWN_MODELS = 'v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5'
const KNOWN_QUALITIES = '360p, 540p, 720p, 1080p'
const KNOWN_FEATURES =
  'text_to_video, image_to_video, transition, extend, fusion, fusion_with_video_references, lip_sync, sound_effect, restyle, upscale, mimic, agent_music_mv, modify, swap, swap_mask, multi_transition, avatar, template_video, image_template'
const GIVE_PRICE = 'ive its price, as credits in the item or as a row of the input prices.'

describe('decimal numbers', () => {
  test.each([
    [0, 0n],
    [-0, 0n],
    [1, MILLION],
    [22.5, 22_500_000n],
    [0.1, 100_000n],
    [0.000001, 1n],
    [5.000001, 5_000_001n],
    [Number.MAX_SAFE_INTEGER, 9_007_199_254_740_991_000_000n],
    [1e20, 100_000_000_000_000_000_000_000_000n],
    ['22.5', 22_500_000n],
    ['007', 7_000_000n],
    ['1.000000', MILLION],
  ])('%p is read exactly', (value, expected) => {
    expect(millionths(value)).toBe(expected)
  })

  test.each([
    -1,
    -0.1,
    NaN,
    Infinity,
    1e21,
    1e-7,
    0.1 + 0.2,
    '',
    ' 1',
    '1 ',
    '+1',
    '1.',
    '.5',
    '1e3',
    '1.0000000',
    '1,5',
  ])('%p is not read', (value) => {
    expect(millionths(value)).toBeUndefined()
  })

  test('is insisted on where it is known to be one', () => {
    expect(exactly('22.5')).toBe(22_500_000n)
    expect(() => exactly('x')).toThrow(new RangeError('x is not a decimal number of at most six decimals'))
  })

  test.each([
    [0n, 3n, 0n],
    [1n, 3n, 1n],
    [3n, 3n, 1n],
    [4n, 3n, 2n],
    [6n, 3n, 2n],
  ])('%p divided by %p is %p, rounded up', (dividend, divisor, expected) => {
    expect(divideUp(dividend, divisor)).toBe(expected)
  })
})

describe('what one item costs', () => {
  const ITEMS: readonly (readonly [Record<string, unknown>, string, number])[] = [
    [{ ...V6 }, 'text_to_video v6 720p 5 s', 45],
    [{ ...V6, audio: true }, 'text_to_video v6 720p 5 s audio', 60],
    [{ ...V6, feature: 'image_to_video', duration: 15 }, 'image_to_video v6 720p 15 s', 135],
    [{ ...V6, feature: 'extend', quality: '1080p', duration: 1 }, 'extend v6 1080p 1 s', 18],
    [{ ...V6, feature: 'transition', model: 'c1', duration: 8 }, 'transition c1 720p 8 s', 80],
    [
      { ...V6, feature: 'fusion_with_video_references', duration: 10, audio: true },
      'fusion_with_video_references v6 720p 10 s audio',
      240,
    ],
    [{ ...V6, model: 'v5.6', quality: '540p', audio: true }, 'text_to_video v5.6 540p 5 s audio', 90],
    [{ ...V6, model: 'v5.5', multi_clip: true }, 'text_to_video v5.5 720p 5 s multi clip', 90],
    [{ ...V6, model: 'v5.5', audio: true, multi_clip: true }, 'text_to_video v5.5 720p 5 s audio multi clip', 100],
    [{ ...V6, model: 'v4', motion_mode: 'fast' }, 'text_to_video v4 720p 5 s fast', 120],
    [{ ...V6, model: 'v4', motion_mode: 'normal' }, 'text_to_video v4 720p 5 s', 60],
    [{ feature: 'restyle', duration: 5 }, 'restyle 5 s', 50],
    [{ feature: 'restyle', duration: 5.2 }, 'restyle 5.2 s', 60],
    [{ feature: 'upscale', duration: 5 }, 'upscale 5 s', 25],
    [{ feature: 'upscale', duration: 5.0000001 }, 'upscale 5.000001 s', 30],
    [{ feature: 'upscale', duration: 10.026666666666667 }, 'upscale 10.026667 s', 55],
    [{ feature: 'upscale', duration: 1e-7 }, 'upscale 0.000001 s', 5],
    [{ feature: 'upscale', duration: 0.000001 }, 'upscale 0.000001 s', 5],
    [{ feature: 'mimic', quality: '360p', duration: 10 }, 'mimic 360p 10 s', 90],
    [{ feature: 'motion_control', quality: '540p', duration: 9.5 }, 'mimic 540p 9.5 s', 100],
    [{ feature: 'mimic', quality: '720p', duration: 30 }, 'mimic 720p 30 s', 360],
    [{ feature: 'sound_effect', duration: 1 }, 'sound_effect 1 s', 10],
    [{ feature: 'sound_effect', duration: 5 }, 'sound_effect 5 s', 10],
    [{ feature: 'sound_effect', duration: 5.000001 }, 'sound_effect 5.000001 s', 20],
    [{ feature: 'sound_effect', duration: 8 }, 'sound_effect 8 s', 20],
    [{ feature: 'sound_effect', duration: 10 }, 'sound_effect 10 s', 20],
    [{ feature: 'agent_music_mv', quality: '720p', duration: 10 }, 'agent_music_mv 720p 10 s', 150],
    [{ feature: 'agent_music_mv', quality: '1080p', duration: 10 }, 'agent_music_mv 1080p 10 s', 225],
    [{ feature: 'agent_music_mv', quality: '1080p', duration: 11 }, 'agent_music_mv 1080p 11 s', 248],
    // 10.5 s are billed as 11 s.
    [{ feature: 'agent_music_mv', quality: '1080p', duration: 10.5 }, 'agent_music_mv 1080p 10.5 s', 248],
    [{ feature: 'agent_music_mv', quality: '1080p', duration: 360 }, 'agent_music_mv 1080p 360 s', 8100],
    [{ feature: 'lip_sync', duration: 4 }, 'lip_sync 4 s', 16],
    [{ feature: 'lip_sync', duration: 4.1 }, 'lip_sync 4.1 s', 20],
    [{ feature: 'lip_sync', text: 'x' }, 'lip_sync 1 bytes of text', 4],
    [{ feature: 'lip_sync', text: 'x'.repeat(15) }, 'lip_sync 15 bytes of text', 4],
    [{ feature: 'lip_sync', text: 'x'.repeat(16) }, 'lip_sync 16 bytes of text', 8],
    [{ feature: 'lip_sync', lip_sync_tts_content: 'ä'.repeat(7) }, 'lip_sync 14 bytes of text', 4],
    [{ feature: 'lip_sync', lip_sync_tts_content: 'ä'.repeat(8) }, 'lip_sync 16 bytes of text', 8],
    [{ feature: 'lip_sync', lip_sync_tts_content: '你好世界你' }, 'lip_sync 15 bytes of text', 4],
    [{ feature: 'lip_sync', lip_sync_tts_content: '你好世界你好' }, 'lip_sync 18 bytes of text', 8],
    [{ feature: 'lip_sync', lip_sync_tts_content: '🎬🎬🎬🎬' }, 'lip_sync 16 bytes of text', 8],
    [{ credits: 12 }, 'text_to_video', 12],
    [{ credits: 0 }, 'text_to_video', 0],
    [{ credits: 0.000001 }, 'text_to_video', 1],
    [{ credits: 22.5, feature: 'agent_viral_recreation' }, 'agent_viral_recreation', 23],
  ]

  test.each(ITEMS)('%j is %s', (item, what, each) => {
    expect(priced([item]).lines).toEqual([{ what, name: '', count: 1, each, credits: each }])
  })

  test('a request body of the API is an item: what does not bear on the price is ignored', () => {
    const body = {
      model: 'v5.6',
      quality: '720p',
      duration: 8,
      prompt: 'A fox, running',
      negative_prompt: null,
      seed: 7,
      style: 'anime',
      water_mark: false,
      text: 5,
      lip_sync_tts_content: { none: 'of our business' },
      camera_movement: ['zoom_in'],
    }
    expect(priced([body]).lines).toEqual([
      { what: 'text_to_video v5.6 720p 8 s', name: '', count: 1, each: 90, credits: 90 },
    ])
  })

  test('null is the same as not given', () => {
    const item = {
      ...V6,
      feature: null,
      audio: null,
      multi_clip: null,
      motion_mode: null,
      credits: null,
      name: null,
    }
    expect(priced([item]).lines).toEqual(priced([V6]).lines)
  })

  test('an empty text to speak does not make a lip sync free', () => {
    const items = [{ feature: 'lip_sync', lip_sync_tts_content: '', duration: 10 }]
    const plan = price(items)
    // Either the 10 seconds are billed, or the plan is at fault.
    expect('faults' in plan ? 'faults' : plan.cost).not.toBe(0)
  })
})

describe('other names of fields', () => {
  test.each([
    ['creation_type', 'feature', { model: 'v5', quality: '720p', duration: 5 }, 'extend', 'image_to_video'],
    ['generate_audio_switch', 'audio', V6, true, false],
    ['generate_multi_clip_switch', 'multi_clip', { ...V6, model: 'v5.5' }, true, false],
    ['text', 'lip_sync_tts_content', { feature: 'lip_sync' }, 'Hello there, how are you?', 'Hello'],
  ] as const)('%s says the same as %s', (alias, field, rest, value, other) => {
    const plain = priced([{ ...rest, [field]: value }])
    expect(priced([{ ...rest, [alias]: value }]).lines).toEqual(plain.lines)
    expect(priced([{ ...rest, [alias]: value, [field]: value }]).lines).toEqual(plain.lines)
    expect(priced([{ ...rest, [alias]: value, [field]: null }]).lines).toEqual(plain.lines)

    expect(faultOf({ ...rest, [alias]: value, [field]: other })).toEqual({
      place: 'plan, item 1',
      happened: `The item gives both ${field} and ${alias}, and they differ.`,
      cure: 'Give one of them.',
      detail: undefined,
    })
  })

  test('false beside true is a conflict, not a default', () => {
    expect(faultOf({ ...V6, audio: false, generate_audio_switch: true }).happened).toBe(
      'The item gives both audio and generate_audio_switch, and they differ.',
    )
  })

  test('a wrong value is reported under the name that the item uses', () => {
    expect(faultOf({ ...V6, generate_audio_switch: 'yes' })).toEqual({
      place: 'plan, item 1',
      happened: 'The field generate_audio_switch of the item is wrong.',
      cure: 'It must be true or false, without quotation marks.',
      detail: 'It is: "yes"',
    })
  })
})

describe('count, credits and name', () => {
  test('count multiplies what one generation costs', () => {
    const plan = priced([{ ...V6, count: 40 }])
    expect(plan.lines).toEqual([{ what: 'text_to_video v6 720p 5 s', name: '', count: 40, each: 45, credits: 1800 }])
    expect([plan.cost, plan.planned, plan.generations]).toEqual([1800, 1800, 40])
  })

  test('one generation is rounded up before it is multiplied', () => {
    // 22.5 x 11 = 247.5, so 248 each; 247.5 x 4 would be 990.
    expect(priced([{ feature: 'agent_music_mv', quality: '1080p', duration: 11, count: 4 }]).cost).toBe(992)
    expect(priced([{ credits: 0.1, count: 10 }]).cost).toBe(10)
    expect(priced([V6], '0', [{ per: 'generation', credits: 0.5 }]).cost).toBe(1)
    expect(priced([{ ...V6, count: 3 }], '0', [{ per: 'second', credits: 0.25 }]).cost).toBe(6)
  })

  test('22.5 credits a second for 10 seconds are 225, exactly', () => {
    expect(priced([{ model: 'new', duration: 10 }], '0', [{ per: 'second', credits: 22.5 }]).cost).toBe(225)
    // In floating point 0.1 x 3 is more than 0.3, and would be rounded up.
    expect(priced([{ duration: 30 }], '0', [{ per: 'second', credits: 0.1 }]).cost).toBe(3)
    expect(priced([{ duration: 1.1 }], '0', [{ per: 'second', credits: 10 }]).cost).toBe(11)
    expect(priced([{ duration: 0.000001 }], '0', [{ per: 'second', credits: 0.000001 }]).cost).toBe(1)
  })

  test('the credits of an item win over rows and over the table', () => {
    const rows = [{ per: 'generation', credits: 100 }]
    expect(priced([{ ...V6, credits: 7 }], '0', rows).cost).toBe(7)
    expect(priced([{ ...V6, credits: 0 }], '0', rows).cost).toBe(0)
    expect(priced([{ ...V6, credits: null }], '0', rows).cost).toBe(100)
    expect(priced([{ ...V6, credits: 7 }]).cost).toBe(7)
  })

  test('with credits, an item that PixVerse refuses, does not price, or that is not known costs them', () => {
    const items = [
      { ...V6, model: 'v5.6', quality: '1080p', duration: 10, credits: 1 },
      { feature: 'modify', credits: 2 },
      { feature: 'hologram', model: 'v7', quality: '8k', motion_mode: 'slow', credits: 4 },
      { feature: 'agent_music_mv', duration: 5, credits: 8 },
      { duration: 0, credits: 16 },
    ]
    expect(priced(items).cost).toBe(31)
  })

  test.each([0, -1, 1.5, 1e300, 2 ** 53, '3', true, [], {}, NaN, null])('count may not be %p', (count) => {
    expect(faultOf({ ...V6, count })).toMatchObject({
      happened: 'The field count of the item is wrong.',
      cure: `It must be a whole number of 1 or more${typeof count === 'string' ? ', without quotation marks' : ''}.`,
    })
  })

  test.each([-1, -0.000001, 0.0000001, 1e21, Infinity, '5', false, []])('credits may not be %p', (credits) => {
    expect(faultOf({ ...V6, credits })).toMatchObject({
      happened: 'The field credits of the item is wrong.',
      cure: `It must be a number of 0 or more, of at most six decimals${typeof credits === 'string' ? ', without quotation marks' : ''}.`,
    })
  })

  test.each([
    ['feature', 5, 'text', '5'],
    ['model', 6, 'text', '6'],
    ['quality', true, 'text', 'true'],
    ['quality', { p: 720 }, 'text', 'a list or an object'],
    ['motion_mode', ['fast'], 'text', 'a list or an object'],
    ['name', 1, 'text', '1'],
    ['duration', '5', 'a number of seconds, without quotation marks', '"5"'],
    ['duration', -5, 'a number of seconds', '-5'],
    ['duration', NaN, 'a number of seconds', 'NaN'],
    ['duration', Infinity, 'a number of seconds', 'Infinity'],
    ['duration', 1e21, 'a number of seconds', '1e+21'],
    ['count', null, 'a whole number of 1 or more', 'null'],
    ['audio', 1, 'true or false', '1'],
    ['audio', 'true', 'true or false, without quotation marks', '"true"'],
    ['multi_clip', 0, 'true or false', '0'],
  ])('%s may not be %j', (field, value, expected, shown) => {
    const fault = {
      place: 'plan, item 1',
      happened: `The field ${field} of the item is wrong.`,
      cure: `It must be ${expected}.`,
      detail: `It is: ${shown}`,
    }
    expect(faultOf({ ...V6, [field]: value })).toEqual(fault)
    // Not even when the price is known: it would be shown wrongly.
    expect(faultOf({ ...V6, [field]: value, credits: 5 })).toEqual(fault)
  })

  test('a lip sync with audio is billed by seconds, whatever text it has', () => {
    const audio = { feature: 'lip_sync', audio_media_id: 7, text: 'note' }
    expect(priced([{ ...audio, duration: 60 }]).lines).toMatchObject([{ what: 'lip_sync 60 s', each: 240 }])
    expect(faultOf(audio).happened).toBe('The item has no duration.')
    expect(priced([{ ...audio, audio_media_id: 0, duration: 60 }]).cost).toBe(4)
  })

  test('the text to speak must be text, for lip sync only', () => {
    expect(faultOf({ feature: 'lip_sync', text: 5 }).happened).toBe('The field text of the item is wrong.')
    expect(faultOf({ feature: 'lip_sync', lip_sync_tts_content: ['a'] }).happened).toBe(
      'The field lip_sync_tts_content of the item is wrong.',
    )
    expect(priced([{ feature: 'upscale', duration: 1, text: 5 }]).cost).toBe(5)
  })

  test.each([null, undefined, 5, 'v6', true, [], [V6]])('%j is not a request', (item) => {
    expect(faultOf(item)).toEqual({
      place: 'plan, item 1',
      happened: 'This is not a request.',
      cure: 'An item is a request body: an object with model, quality, duration and so on.',
      detail: undefined,
    })
  })
})

describe('what a body without feature is for', () => {
  const LIKE_TEXT: readonly (readonly [Record<string, unknown>, string])[] = [
    [{ img_id: 7 }, 'image_to_video'],
    [{ first_frame_img: 7 }, 'transition'],
    [{ last_frame_img: '7' }, 'transition'],
    [{ first_frame_img: 7, img_id: 8 }, 'transition'],
    [{ image_references: [{ img_id: 7 }] }, 'fusion'],
    [{ image_references: [{ img_id: 7 }], img_id: 8 }, 'fusion'],
    [{ prompt: 'x', seed: 1, style: 'anime' }, 'text_to_video'],
  ]

  test.each(LIKE_TEXT)('%j is told by its fields', (fields, feature) => {
    expect(priced([{ ...V6, ...fields }]).lines).toMatchObject([{ what: `${feature} v6 720p 5 s`, each: 45 }])
  })

  test('what is told by the fields is priced as such', () => {
    const references = { image_references: [{ img_id: 7 }] }
    expect(faultOf({ ...V6, ...references, model: 'v5' }).happened).toBe(
      'PixVerse publishes no price for fusion v5 720p 5 s.',
    )
    expect(priced([{ ...V6, ...references, video_references: [{ video_id: 1 }] }]).cost).toBe(90)
    expect(faultOf({ model: 'v5', quality: '720p', multi_transition: [{ img_id: 1, duration: 3 }] }).happened).toBe(
      'PixVerse publishes no price for multi_transition.',
    )
    expect(faultOf({ ...V6, model: 'v5.5', multi_clip: true, first_frame_img: 7 }).happened).toBe(
      'PixVerse publishes no price for transition v5.5 720p 5 s multi clip.',
    )
  })

  test('a fusion with references to videos is the dearer one, although the API has one word for both', () => {
    const videos = { video_references: [{ video_id: 1 }] }
    expect(priced([{ ...V6, creation_type: 'fusion', ...videos }]).cost).toBe(90)
    expect(faultOf({ ...V6, feature: 'fusion', ...videos, duration: 0 }).happened).toBe(
      'The seconds that will be billed are not known: duration is 0.',
    )
    expect(priced([{ ...V6, feature: 'fusion', video_references: [] }]).cost).toBe(45)
    expect(priced([{ ...V6, feature: 'text_to_video', ...videos }]).cost).toBe(45)
    // What the user says about the price of a fusion holds for both.
    const rows = [{ feature: 'fusion', per: 'second', credits: 1 }]
    expect(priced([{ ...V6, feature: 'fusion', ...videos }], '0', rows).cost).toBe(5)
  })

  test('an explicit feature wins over the fields', () => {
    expect(priced([{ ...V6, feature: 'text_to_video', image_references: [{}], model: 'v5' }]).cost).toBe(60)
    expect(priced([{ ...V6, feature: 'extend', source_video_id: 7 }]).cost).toBe(45)
  })

  test.each(['source_video_id', 'video_media_id', 'audio_media_id', 'agent_id'])(
    'with %s it may be for several features',
    (field) => {
      const item = { ...V6, img_id: 8, [field]: 7 }
      expect(faultOf(item)).toEqual({
        place: 'plan, item 1',
        happened: `The item does not say what it is for: several features have the field ${field}.`,
        cure: `Give feature: one of ${KNOWN_FEATURES}.`,
        detail: undefined,
      })
      expect(priced([{ ...item, credits: 5 }]).lines).toMatchObject([{ what: 'generation v6 720p 5 s', each: 5 }])
      expect(priced([item], '0', [{ model: 'v6', per: 'second', credits: 2 }]).cost).toBe(10)
      // It is not known to be text to video.
      expect(price([item], '0', [{ feature: 'text_to_video', per: 'second', credits: 2 }])).toHaveProperty('faults')
    },
  )

  test('a list of images may be for several features, but not an empty one', () => {
    expect(faultOf({ ...V6, img_ids: [1, 2] }).happened).toBe(
      'The item does not say what it is for: several features have the field img_ids.',
    )
    expect(priced([{ ...V6, img_ids: [] }]).cost).toBe(45)
  })

  test.each([0, null, '', false, []])('a field that is %j says nothing', (nothing) => {
    const item = { ...V6, img_id: nothing, source_video_id: nothing, image_references: nothing }
    expect(priced([item]).lines).toMatchObject([{ what: 'text_to_video v6 720p 5 s' }])
  })

  test('nor does one that the item inherits', () => {
    const item: unknown = Object.assign(Object.create({ source_video_id: 1, img_id: 1 }), V6)
    expect(priced([item]).lines).toMatchObject([{ what: 'text_to_video v6 720p 5 s' }])
  })
})

describe('all that is wrong with one item is said', () => {
  const happened = (item: unknown): string[] => faultsOf([item]).map((fault) => fault.happened)

  test('fields of a wrong type', () => {
    expect(happened({ model: 6, quality: 720, duration: '5', audio: 'yes', generate_audio_switch: true })).toEqual([
      'The field model of the item is wrong.',
      'The field quality of the item is wrong.',
      'The field duration of the item is wrong.',
      'The item gives both audio and generate_audio_switch, and they differ.',
    ])
  })

  test('fields of a wrong meaning', () => {
    expect(happened({ model: 'v7', motion_mode: 'slow', template_id: 7 })).toEqual([
      'The model of the item is not known.',
      'The item has no quality.',
      'The motion_mode of the item is not known.',
      'The item has no duration.',
      'PixVerse publishes no price for a clip with template_id.',
    ])
    expect(happened({ feature: 'mimic' })).toEqual(['The item has no duration.', 'The item has no quality.'])
    expect(happened({ feature: 'agent_music_mv', duration: 5, quality: '540p' })).toEqual([
      'PixVerse publishes no price for agent_music_mv at 540p.',
      'PixVerse refuses this request: agent_music_mv takes 10 to 360 seconds.',
    ])
  })
})

describe('the lines of a plan', () => {
  test('equal generations are one line, and the dearest line is the first', () => {
    const plan = priced([
      { ...V6, count: 2 },
      { feature: 'upscale', duration: 5 },
      V6,
      { ...V6, generate_audio_switch: true, count: 10 },
      { ...V6, name: 'Trailer', count: 3, prompt: 'one' },
      { ...V6, name: 'Trailer', prompt: 'another' },
    ])
    expect(plan.lines).toEqual([
      { what: 'text_to_video v6 720p 5 s audio', name: '', count: 10, each: 60, credits: 600 },
      { what: 'text_to_video v6 720p 5 s', name: 'Trailer', count: 4, each: 45, credits: 180 },
      { what: 'text_to_video v6 720p 5 s', name: '', count: 3, each: 45, credits: 135 },
      { what: 'upscale 5 s', name: '', count: 1, each: 25, credits: 25 },
    ])
    expect([plan.cost, plan.generations]).toEqual([940, 18])
  })

  test('lines that cost the same stay in order, and lines that differ in price alone stay apart', () => {
    const plan = priced([
      { credits: 5, name: 'b' },
      { credits: 5, name: 'a' },
      { credits: 6, name: 'a' },
    ])
    expect(plan.lines.map(({ name, each }) => [name, each])).toEqual([
      ['a', 6],
      ['b', 5],
      ['a', 5],
    ])
  })

  test('a line break in a name does not make one line of two', () => {
    const plan = priced([
      { feature: 'a', name: 'b\nc', credits: 1 },
      { feature: 'a\nb', name: 'c', credits: 1 },
    ])
    expect(plan.lines.map(({ what, name, count }) => [what, name, count])).toEqual([
      ['a', 'b c', 1],
      ['a b', 'c', 1],
    ])
  })

  test('a plan of nothing costs nothing, with any margin', () => {
    const { fitting, ...plan } = priced([], '50')
    expect(plan).toEqual({ lines: [], generations: 0, cost: 0, margin: '50', planned: 0, pricesAsOf: '2026-09-02' })
    expect([-1, 0, 1000].map(fitting)).toEqual([0, 0, 0])
  })

  test('nothing fits when not even the minimum is left, not even what is free', () => {
    const plan = priced([{ credits: 0, count: 3 }, V6])
    expect([-1, 0, 44, 45].map(plan.fitting)).toEqual([0, 3, 3, 4])
  })

  test('the date of the table is with the prices', () => {
    expect(priced([V6]).pricesAsOf).toBe('2026-09-02')
  })
})

describe('rows of the input prices', () => {
  test('the first row that applies wins, and wins over the table', () => {
    const rows = [
      { model: 'v6', audio: true, per: 'generation', credits: 1 },
      { model: 'v6', per: 'generation', credits: 2 },
      { model: 'v6', quality: '720p', duration: 5, per: 'generation', credits: 3 },
      { feature: 'upscale', per: 'second', credits: 4 },
    ]
    expect(priced([{ ...V6, audio: true }], '0', rows).cost).toBe(1)
    expect(priced([V6], '0', rows).cost).toBe(2)
    expect(priced([V6], '0', rows.toReversed()).cost).toBe(3)
    expect(priced([{ ...V6, duration: 6 }], '0', rows.toReversed()).cost).toBe(2)
    expect(priced([{ feature: 'upscale', duration: 5 }], '0', rows).cost).toBe(20)
    // No row is for c1.
    expect(priced([{ ...V6, model: 'c1' }], '0', rows).cost).toBe(50)
  })

  test.each([
    [{ feature: 'text_to_video' }, true],
    [{ feature: 'image_to_video' }, false],
    [{ model: 'v6' }, true],
    [{ model: 'V6' }, false],
    [{ quality: '720p' }, true],
    [{ quality: '540p' }, false],
    [{ duration: 5 }, true],
    [{ duration: 5.5 }, false],
    [{ audio: false }, true],
    [{ audio: true }, false],
    [{ multi_clip: false }, true],
    [{ multi_clip: true }, false],
    [{ motion_mode: 'normal' }, true],
    [{ motion_mode: 'fast' }, false],
    [{ model: 'v6', quality: '720p', audio: true }, false],
    [{}, true],
  ])('a row of %j applies to a silent v6 clip of 5 s at 720p: %j', (fields, applies) => {
    expect(priced([V6], '0', [{ ...fields, per: 'generation', credits: 1000 }]).cost).toBe(applies ? 1000 : 45)
  })

  test('a row is compared with what an item says under another name', () => {
    const rows = [{ feature: 'extend', audio: true, multi_clip: true, per: 'generation', credits: 9 }]
    const item = { creation_type: 'extend', generate_audio_switch: true, generate_multi_clip_switch: true }
    expect(priced([item], '0', rows).cost).toBe(9)
  })

  test('motion_control and mimic are the same feature, in rows, too', () => {
    for (const inRow of ['mimic', 'motion_control']) {
      for (const inItem of ['mimic', 'motion_control']) {
        const rows = [{ feature: inRow, per: 'second', credits: 2 }]
        expect(priced([{ feature: inItem, duration: 10 }], '0', rows).cost).toBe(20)
      }
    }
  })

  test('a row prices what is refused, unpriced or unknown', () => {
    const rows = [{ per: 'second', credits: 1 }]
    const items = [
      { ...V6, model: 'v5.6', quality: '1080p', duration: 10 },
      { feature: 'modify', duration: 2 },
      { feature: 'hologram', model: 'v7', quality: '8k', duration: 3 },
    ]
    expect(priced(items, '0', rows).cost).toBe(15)
  })

  test('a price per second needs the seconds', () => {
    const rows = [{ model: 'v7', per: 'second', credits: 5 }]
    expect(faultOf({ model: 'v7' }, rows)).toMatchObject({
      happened: 'The item has no duration.',
      cure: 'Give duration, in seconds.',
    })
    expect(faultOf({ model: 'v7', duration: 0 }, rows).happened).toBe('The duration is 0.')
    expect(priced([{ model: 'v7', duration: 3 }], '0', rows).cost).toBe(15)
  })

  test('a price of 0 is a price', () => {
    const plan = priced([{ ...V6, count: 5 }], '0', [{ per: 'generation', credits: 0 }])
    expect([plan.cost, plan.generations, plan.fitting(0)]).toEqual([0, 5, 5])
  })

  const CURE =
    'A row has per: second or generation, credits, and any of feature, model, quality, duration, audio, multi_clip, motion_mode.'

  test.each([
    [null, 'it is not an object'],
    [5, 'it is not an object'],
    ['v6', 'it is not an object'],
    [[], 'it is not an object'],
    [{}, 'per is neither second nor generation'],
    [{ credits: 5 }, 'per is neither second nor generation'],
    [{ per: 'clip', credits: 5 }, 'per is neither second nor generation'],
    [{ per: 'Second', credits: 5 }, 'per is neither second nor generation'],
    [{ per: 'second' }, 'credits is not a number of 0 or more, of at most six decimals'],
    [{ per: 'second', credits: '5' }, 'credits is not a number of 0 or more, of at most six decimals'],
    [{ per: 'second', credits: -1 }, 'credits is not a number of 0 or more, of at most six decimals'],
    [{ per: 'second', credits: 0.0000001 }, 'credits is not a number of 0 or more, of at most six decimals'],
    [{ per: 'second', credits: NaN }, 'credits is not a number of 0 or more, of at most six decimals'],
    [{ per: 'second', credits: 5, modle: 'v6' }, 'it has a field that no item is compared by'],
    [{ per: 'second', credits: 5, creation_type: 'extend' }, 'it has a field that no item is compared by'],
    [{ per: 'second', credits: 5, text: 'x' }, 'it has a field that no item is compared by'],
    [{ per: 'second', credits: 5, feature: 5 }, 'feature is not a string'],
    [{ per: 'second', credits: 5, model: null }, 'model is not a string'],
    [{ per: 'second', credits: 5, duration: NaN }, 'duration is not a number'],
    [{ per: 'second', credits: 5, quality: 720 }, 'quality is not a string'],
    [{ per: 'second', credits: 5, duration: '5' }, 'duration is not a number'],
    [{ per: 'second', credits: 5, audio: 'true' }, 'audio is not a boolean'],
    [{ per: 'second', credits: 5, multi_clip: 1 }, 'multi_clip is not a boolean'],
    [{ per: 'second', credits: 5, motion_mode: false }, 'motion_mode is not a string'],
  ])('the row %j is refused: %s', (row, why) => {
    expect(faultsOfRows([row])).toEqual([
      { place: 'prices, item 1', happened: `This price is wrong: ${why}.`, cure: CURE, detail: undefined },
    ])
  })

  test('all wrong rows are reported, with what could not be read, in order', () => {
    const good = { place: 'prices, item 1', item: { per: 'second', credits: 1 } }
    const unread = { place: 'p.json', happened: 'This file of prices is empty.', cure: 'Put requests into it.' }
    const read = readPrices([good, unread, { place: 'prices, item 2', item: 5 }], neutral)
    expect(read).toEqual({
      faults: [
        { ...unread, detail: undefined },
        {
          place: 'prices, item 2',
          happened: 'This price is wrong: it is not an object.',
          cure: CURE,
          detail: undefined,
        },
      ],
    })
  })

  test('no more than 20 wrong rows are reported', () => {
    const faults = faultsOfRows(Array.from({ length: 50 }, () => 'wrong'))
    expect(faults.slice(0, 20).map(({ place }) => place)).toEqual(
      Array.from({ length: 20 }, (_, at) => `prices, item ${at + 1}`),
    )
    expect(faults.length).toBeLessThanOrEqual(21)
  })

  test('no rows are no fault', () => {
    expect(readPrices([], neutral)).toEqual([])
  })
})

describe('the margin', () => {
  test.each([
    ['0', 100, 100],
    ['7', 100, 107],
    ['12.5', 100, 113],
    ['12.5', 80, 90],
    ['0.000001', 100, 101],
    ['33.333333', 3, 4],
    ['100', 45, 90],
    ['250', 2, 7],
    ['7', 0, 0],
  ])('%s %% on top of %d is %d', (margin, credits, planned) => {
    const plan = priced([{ credits }], margin)
    expect([plan.cost, plan.margin, plan.planned]).toEqual([credits, margin, planned])
  })

  test('it is put on the whole plan, and rounded up once', () => {
    // 10 % of 1 credit is rounded up to 2; of 10 such credits it is 1.
    expect(priced([{ credits: 1, count: 10 }], '10').planned).toBe(11)
    expect(
      priced(
        Array.from({ length: 10 }, () => ({ credits: 1 })),
        '10',
      ).planned,
    ).toBe(11)
  })
})

describe('items without a price', () => {
  test.each([
    [{ ...V6, model: 'v5.6', quality: '1080p', duration: 10 }, 'v5.6 makes no 10 seconds at 1080p'],
    [{ ...V6, duration: 16 }, 'v6 takes a whole number of seconds from 1 to 15'],
    [{ ...V6, duration: 5.5 }, 'v6 takes a whole number of seconds from 1 to 15'],
    [{ ...V6, model: 'v5', duration: 10 }, 'v5 takes 5 or 8 seconds'],
    [{ ...V6, model: 'v5', audio: true }, 'v5 makes no audio'],
    [{ ...V6, model: 'c1', multi_clip: true }, 'c1 makes no multi clip'],
    [{ ...V6, motion_mode: 'fast' }, 'v6 has no motion_mode'],
    [{ ...V6, model: 'v4', motion_mode: 'fast', duration: 8 }, 'fast motion takes 5 seconds, below 1080p'],
  ])('PixVerse refuses %j', (item, why) => {
    expect(faultOf(item)).toEqual({
      place: 'plan, item 1',
      happened: `PixVerse refuses this request: ${why}.`,
      cure: `Change the request. If PixVerse takes it now: g${GIVE_PRICE}`,
      detail: undefined,
    })
  })

  test.each([9.999999, 1, 360.000001, 1000])('PixVerse refuses a music video of %d seconds', (duration) => {
    expect(faultOf({ feature: 'agent_music_mv', quality: '720p', duration })).toEqual({
      place: 'plan, item 1',
      happened: 'PixVerse refuses this request: agent_music_mv takes 10 to 360 seconds.',
      cure: 'Change the request. If PixVerse takes it now: give its price, as credits in the item or as a row of the input prices.',
      detail: undefined,
    })
  })

  test.each([
    [{ feature: 'modify', quality: '720p', duration: 5 }, 'modify'],
    [{ feature: 'swap' }, 'swap'],
    [{ feature: 'mimic', quality: '1080p', duration: 5 }, 'mimic at 1080p'],
    [{ feature: 'agent_music_mv', quality: '540p', duration: 60 }, 'agent_music_mv at 540p'],
    [{ ...V6, feature: 'fusion', model: 'v5' }, 'fusion v5 720p 5 s'],
    [{ ...V6, multi_clip: true, audio: true }, 'text_to_video v6 720p 5 s audio multi clip'],
    [{ ...V6, model: 'v4', quality: '1080p', duration: 8 }, 'text_to_video v4 1080p 8 s'],
    [{ ...V6, feature: 'fusion', model: 'v4.5', motion_mode: 'fast' }, 'fusion v4.5 720p 5 s fast'],
  ])('PixVerse publishes no price for %j', (item, what) => {
    expect(faultOf(item)).toEqual({
      place: 'plan, item 1',
      happened: `PixVerse publishes no price for ${what}.`,
      cure: `G${GIVE_PRICE}`,
      detail: undefined,
    })
  })

  test.each([
    ['feature', 'hologram', KNOWN_FEATURES],
    ['model', 'v7', KNOWN_MODELS],
    ['model', 'V6', KNOWN_MODELS],
    ['model', '', KNOWN_MODELS],
    ['quality', '4k', KNOWN_QUALITIES],
    ['motion_mode', 'slow', 'normal, fast'],
    ['feature', 'constructor', KNOWN_FEATURES],
    ['model', '__proto__', KNOWN_MODELS],
    ['quality', 'toString', KNOWN_QUALITIES],
  ])('nobody knows the %s "%s"', (field, word, known) => {
    expect(faultOf({ ...V6, [field]: word })).toEqual({
      place: 'plan, item 1',
      happened: `The ${field} of the item is not known.`,
      cure: `Known are ${known}. If PixVerse has a new one: g${GIVE_PRICE}`,
      detail: `It is: ${word}`.trim(),
    })
  })

  test('the quality of a feature without a model must be known, too', () => {
    expect(faultOf({ feature: 'mimic', quality: '480p', duration: 5 }).happened).toBe(
      'The quality of the item is not known.',
    )
  })

  test.each([
    ['model', { quality: '720p', duration: 5 }, `Give model: one of ${KNOWN_MODELS}.`],
    ['quality', { model: 'v6', duration: 5 }, `Give quality: one of ${KNOWN_QUALITIES}.`],
    ['duration', { model: 'v6', quality: '720p' }, 'Give duration, in seconds.'],
    ['duration', { feature: 'lip_sync' }, 'Give duration, in seconds.'],
    ['duration', { feature: 'sound_effect' }, 'Give duration, in seconds.'],
    ['duration', { feature: 'restyle' }, 'Give duration, in seconds.'],
    ['duration', { feature: 'upscale' }, 'Give duration, in seconds.'],
    ['duration', { feature: 'mimic', quality: '720p' }, 'Give duration, in seconds.'],
    ['duration', { feature: 'agent_music_mv', quality: '720p' }, 'Give duration, in seconds.'],
    ['quality', { feature: 'mimic', duration: 5 }, `Give quality: one of ${KNOWN_QUALITIES}.`],
  ])('the %s is missing in %j', (field, item, cure) => {
    expect(faultOf(item)).toEqual({
      place: 'plan, item 1',
      happened: `The item has no ${field}.`,
      cure,
      detail: undefined,
    })
  })

  test('0 seconds are not free', () => {
    expect(faultOf({ ...V6, duration: 0 })).toMatchObject({
      happened: 'The duration is 0.',
      cure: 'Give duration, in seconds.',
    })
    expect(faultOf({ feature: 'restyle', duration: -0 }).happened).toBe('The duration is 0.')
    // With video references the API wants 0, because it does not know yet how long they are.
    expect(faultOf({ ...V6, feature: 'fusion_with_video_references', duration: 0 })).toMatchObject({
      happened: 'The seconds that will be billed are not known: duration is 0.',
      cure: 'Give, in the plan, the seconds that you expect as duration, or the price as credits.',
    })
  })

  test('what an object inherits is not a field of the item', () => {
    const item: unknown = JSON.parse('{"__proto__": {"credits": 1, "model": "v6"}, "constructor": {"credits": 1}}')
    expect(faultsOf([item])[0]?.happened).toBe('The item has no model.')
    const inherits: unknown = Object.create({ credits: 1, model: 'v6' })
    expect(faultsOf([inherits])[0]?.happened).toBe('The item has no model.')
    const row: unknown = JSON.parse('{"per": "second", "credits": 1, "__proto__": {"model": "v6"}}')
    expect(faultsOfRows([row])[0]?.happened).toBe('This price is wrong: it has a field that no item is compared by.')
  })
})

describe('what a clip asks for on top', () => {
  const clip = { model: 'v6', quality: '720p', duration: 5 }
  test.each([
    ['template_id', 315446315336768],
    ['sound_effect_switch', true],
    ['lip_sync_switch', true],
    ['lip_sync_tts_switch', true],
  ])('has no published price: %s', (field, value) => {
    const outcome = pricePlan([{ place: 'plan', item: { ...clip, [field]: value } }], [], '0', (text) => text)
    expect(outcome).toMatchObject({
      faults: [{ happened: `PixVerse publishes no price for a clip with ${field}.` }],
    })
    for (const off of [false, 0, null, '']) {
      expect(pricePlan([{ place: 'plan', item: { ...clip, [field]: off } }], [], '0', (text) => text)).toMatchObject({
        cost: 45,
      })
    }
    const known = { ...clip, [field]: value, credits: 60 }
    expect(pricePlan([{ place: 'plan', item: known }], [], '0', (text) => text)).toMatchObject({ cost: 60 })
  })
})

describe('all faults of a plan', () => {
  test('are reported together, each with its place, also those of reading', () => {
    const unread = { place: 'b.json', happened: 'This file of plan is empty.', cure: 'Put requests into it.' }
    const plan = pricePlan(
      [
        { place: 'a.json, item 1', item: V6 },
        { place: 'a.json, item 2', item: { ...V6, model: 'v9' } },
        unread,
        { place: 'c.jsonl, line 7', item: { feature: 'avatar' } },
        { happened: 'The input plan has no pattern.', cure: 'Give one.' },
      ],
      [],
      '0',
      neutral,
    )
    if (!('faults' in plan)) throw new Error('It is priced.')
    expect(plan.faults.map(({ place, happened }) => [place, happened])).toEqual([
      ['a.json, item 2', 'The model of the item is not known.'],
      ['b.json', 'This file of plan is empty.'],
      ['c.jsonl, line 7', 'PixVerse publishes no price for avatar.'],
      [undefined, 'The input plan has no pattern.'],
    ])
  })

  test('are faults of the plan alone: an error of ours is not taken for one', () => {
    const broken = {
      get credits(): number {
        throw new RangeError('of ours')
      },
    }
    expect(() => price([broken])).toThrow(RangeError)
  })

  test('20 faults are listed', () => {
    const faults = faultsOf(Array.from({ length: 20 }, () => null))
    expect(faults.map(({ place }) => place)).toEqual(Array.from({ length: 20 }, (_, at) => `plan, item ${at + 1}`))
  })

  test.each([
    [21, 1],
    [100, 80],
  ])('of %d faults, 20 are listed and %d are counted', (all, rest) => {
    const faults = faultsOf([V6, ...Array.from({ length: all }, () => null), V6])
    expect(faults).toHaveLength(21)
    expect(faults[19]?.place).toBe('plan, item 21')
    expect(faults[20]).toEqual({
      happened: `Faults that are not listed: ${rest}.`,
      cure: 'Mend these first.',
    })
  })

  test.each([
    ['a price', [{ credits: 1e20 }], '0'],
    ['a sum', [{ credits: Number.MAX_SAFE_INTEGER }, { credits: 1 }], '0'],
    ['a count', [{ credits: 1, count: Number.MAX_SAFE_INTEGER }, { credits: 2 }], '0'],
    ['a number of free generations', [{ credits: 0, count: Number.MAX_SAFE_INTEGER }, { credits: 0 }], '0'],
    ['a product', [{ ...V6, count: Number.MAX_SAFE_INTEGER }], '0'],
    ['a length', [{ feature: 'restyle', duration: 1e20 }], '0'],
    ['a margin', [{ credits: Number.MAX_SAFE_INTEGER }], '0.000001'],
  ])('%s beyond what can be counted exactly is a fault', (_, items, margin) => {
    expect(price(items, margin)).toEqual({
      faults: [
        { happened: 'The plan costs more credits than can be counted exactly.', cure: 'Check its count and credits.' },
      ],
    })
  })

  test('up to there, every credit counts', () => {
    const most = Number.MAX_SAFE_INTEGER
    const plan = priced([{ credits: most - 2 }, { credits: 1, count: 2 }])
    expect([plan.cost, plan.planned, plan.generations]).toEqual([most, most, 3])
    expect([most - 3, most - 2, most - 1, most].map(plan.fitting)).toEqual([0, 1, 2, 3])
    expect(priced([{ credits: 0, count: most }]).generations).toBe(most)
    expect(priced([{ credits: 1, count: most }]).fitting(most)).toBe(most)
  })
})

describe('text from outside', () => {
  const HOSTILE = 'a\n::error::b\r##[group]\u202Ec\u0007\u200B'

  test('is neutralised in lines', () => {
    const [line] = priced([{ feature: HOSTILE, model: HOSTILE, name: HOSTILE, credits: 1 }]).lines
    expect(line?.name).toBe('a : :error: :b ## [group]c')
    expect(line?.what).toBe('a : :error: :b ## [group]c a : :error: :b ## [group]c')
  })

  test('is neutralised in faults, where they stand and what they say', () => {
    const plan = pricePlan([{ place: HOSTILE, item: { ...V6, model: HOSTILE } }], [], '0', neutral)
    expect(plan).toMatchObject({
      faults: [{ place: 'a : :error: :b ## [group]c', detail: 'It is: a : :error: :b ## [group]c' }],
    })
    const unread = { place: HOSTILE, happened: 'No.', cure: 'None.', detail: HOSTILE }
    for (const read of [pricePlan([unread], [], '0', neutral), readPrices([unread], neutral)]) {
      expect(read).toEqual({
        faults: [{ ...unread, place: 'a : :error: :b ## [group]c', detail: 'a : :error: :b ## [group]c' }],
      })
    }
    expect(readPrices([{ place: HOSTILE, item: 5 }], neutral)).toMatchObject({
      faults: [{ place: 'a : :error: :b ## [group]c' }],
    })
  })

  test('does not show the key', () => {
    const shown = JSON.stringify([
      priced([{ feature: KEY, name: `x ${KEY} y`, credits: 1 }]),
      faultsOf([
        { ...V6, model: KEY },
        { ...V6, duration: KEY },
        { ...V6, quality: Buffer.from(KEY).toString('base64') },
      ]),
      pricePlan([{ place: `${KEY}.json, item 1`, item: null }], [], '0', neutral),
    ])
    expect(shown).not.toContain(KEY)
    expect(shown.match(/withheld: it repeats the API key/g)).toHaveLength(6)
  })

  test('never stands in our own sentences', () => {
    const text = 'x9q7-hostile'
    const items = [
      ...['feature', 'model', 'quality', 'motion_mode', 'duration', 'audio', 'multi_clip', 'count', 'credits'].map(
        (field) => ({ ...V6, [field]: text }),
      ),
      text,
      { ...V6, [text]: text, duration: 99 },
      { feature: 'lip_sync', text, lip_sync_tts_content: `${text}2` },
      { ...V6, feature: 'modify', model: text },
      { feature: 'mimic', quality: text, duration: 5 },
    ]
    const faults = [...faultsOf(items), ...faultsOfRows([{ per: text }, { per: 'second', credits: 1, [text]: text }])]
    expect(faults).toHaveLength(16)
    for (const { happened, cure } of faults) expect(`${happened} ${cure}`).not.toContain(text)
  })
})

/** Items that can be priced, of many prices, 0 among them. */
const item = fc.oneof(
  fc.record({ credits: fc.integer({ min: 0, max: 50 }), count: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ credits: fc.integer({ min: 0, max: 50_000_000 }).map((credits) => credits / 1_000_000) }),
  fc.record({
    model: fc.constantFrom('v6', 'c1'),
    quality: fc.constantFrom('360p', '540p', '720p', '1080p'),
    duration: fc.integer({ min: 1, max: 15 }),
    audio: fc.boolean(),
    name: fc.constantFrom('', 'a', 'b'),
  }),
  fc.record({
    feature: fc.constantFrom('restyle', 'upscale', 'sound_effect'),
    duration: fc.integer({ min: 1, max: 9 }),
  }),
)
const plans = fc.array(item, { maxLength: 12 })

/** Millionths of a percent: no margin, or up to 200 %. */
const margins = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200_000_000 }))

function inDigits(marginInMillionths: number): string {
  return `${Math.floor(marginInMillionths / 1e6)}.${String(marginInMillionths % 1e6).padStart(6, '0')}`
}

/** Any JSON, and items that are nearly right. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(
    fc.constantFrom(
      ...['feature', 'creation_type', 'model', 'quality', 'duration', 'audio', 'generate_audio_switch', 'multi_clip'],
      ...['generate_multi_clip_switch', 'motion_mode', 'lip_sync_tts_content', 'text', 'count', 'credits', 'name'],
      ...['per', '__proto__', 'constructor'],
    ),
    fc.oneof(
      fc.constantFrom('v6', 'v5.6', 'v4', '720p', '1080p', 'fast', 'lip_sync', 'mimic', 'agent_music_mv', 'extend'),
      fc.constantFrom('second', 'generation', true, false, null, 0, 1, 5, 8, 10, 22.5, 1e21, -1),
      fc.jsonValue(),
    ),
  ),
)

describe('whatever the plan', () => {
  test('the generations that fit are the most, in order, that cost at most so much with the margin', () => {
    fc.assert(
      fc.property(plans, margins, fc.integer({ min: 0, max: 3000 }), (items, margin, credits) => {
        const plan = priced(items, inDigits(margin))
        // One by one: what all up to this one cost, in hundred-millionths, so that all numbers are whole.
        let cost = 0
        let most = 0
        for (const [at, one] of items.entries()) {
          const [line] = priced([{ ...one, count: 1 }]).lines
          const count = 'count' in one ? one.count : 1
          for (let nth = 0; nth < count; nth++) {
            cost += line?.each ?? NaN
            if (cost * (1e8 + margin) > credits * 1e8) break
            most++
          }
          const all = items.slice(0, at + 1).reduce((sum, each) => sum + ('count' in each ? each.count : 1), 0)
          if (most < all) break
        }
        expect(plan.fitting(credits)).toBe(most)
      }),
      { numRuns: 500 },
    )
  })

  test('all of it fits exactly when what is planned does', () => {
    fc.assert(
      fc.property(plans, margins, (items, margin) => {
        const plan = priced([...items, { credits: 1 }], inDigits(margin))
        expect(plan.fitting(plan.planned)).toBe(plan.generations)
        expect(plan.fitting(plan.planned - 1)).toBeLessThan(plan.generations)
      }),
    )
  })

  test('cost and planned are the sum of the lines, the margin rounded up', () => {
    fc.assert(
      fc.property(plans, margins, (items, margin) => {
        const { lines, cost, planned, generations } = priced(items, inDigits(margin))
        expect(lines.reduce((sum, { credits }) => sum + credits, 0)).toBe(cost)
        expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(generations)
        expect(lines.every(({ each, count, credits }) => each * count === credits)).toBe(true)
        // planned - 1 < cost * (1 + margin) <= planned
        expect(planned * 1e8).toBeGreaterThanOrEqual(cost * (1e8 + margin))
        expect((planned - 1) * 1e8).toBeLessThan(cost * (1e8 + margin))
      }),
    )
  })

  test('one item more, or a higher margin, never costs less', () => {
    fc.assert(
      fc.property(plans, item, margins, margins, (items, more, margin, higher) => {
        const plan = priced(items, inDigits(margin))
        const longer = priced([...items, more], inDigits(margin))
        expect(longer.cost).toBeGreaterThanOrEqual(plan.cost)
        expect(longer.planned).toBeGreaterThanOrEqual(plan.planned)
        expect(longer.generations).toBeGreaterThan(plan.generations)
        expect(priced(items, inDigits(margin + higher)).planned).toBeGreaterThanOrEqual(plan.planned)
      }),
    )
  })

  test('its order does not change what it costs', () => {
    fc.assert(
      fc.property(plans, (items) => {
        const { cost, generations } = priced(items)
        const backwards = priced(items.toReversed())
        expect([backwards.cost, backwards.generations]).toEqual([cost, generations])
      }),
    )
  })

  test('it is priced or has faults, and nothing is thrown', () => {
    let right = 0
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anything, item), { maxLength: 4 }),
        fc.array(anything, { maxLength: 2 }),
        (items, rows) => {
          const read = readPrices(located(rows, 'prices'), neutral)
          const plan = pricePlan(located(items), 'faults' in read ? [] : read, '10', neutral)
          if ('faults' in plan) {
            expect(plan.faults.length).toBeGreaterThan(0)
            return
          }
          if (items.length > 0) right++
          expect(plan.lines.reduce((sum, { credits }) => sum + credits, 0)).toBe(plan.cost)
          expect(plan.fitting(plan.planned)).toBe(plan.generations)
        },
      ),
      { numRuns: 2000 },
    )
    expect(right).toBeGreaterThan(0)
  })
})
