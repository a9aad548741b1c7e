import { describe, expect, test } from '@jest/globals'
import { decodeItem, type Item, kindOf } from '../../src/prices/request.js'
import type { Fault } from '../../src/fault.js'
import { Signatures } from '../../src/prices/signature.js'
import { sanitiser } from '../../src/safe-text.js'

const sanitise = sanitiser('pixverse-key-of-the-tests')
const V6 = { model: 'v6', quality: '720p', duration: 5 }
const NOTE = ' If it is a note of your own, give it another name.'

function itemOf(value: unknown): Item {
  const decoded = decodeItem(value, sanitise)
  if (decoded.kind === 'faults') throw new Error(inWords(decoded.faults).join())
  return decoded.item
}

function ignoredOf(value: unknown): readonly string[] {
  const decoded = decodeItem(value, sanitise)
  return decoded.kind === 'faults' ? ['faults'] : decoded.ignored
}

function inWords(faults: readonly Fault[]): string[] {
  return faults.map(({ id, message, detail, hint }) => {
    return `${id}: ${detail === undefined ? message : `${message}, ${detail}`}. ${hint}`
  })
}

/** All that is wrong with an item, in words. */
function faultsOf(value: unknown): string[] {
  const decoded = decodeItem(value, sanitise)
  return inWords(decoded.kind === 'faults' ? decoded.faults : decoded.item.request.faults)
}

describe('a decoded item', () => {
  test('is what its price depends on, and nothing else of the body', () => {
    const body = { ...V6, generate_audio_switch: true, prompt: 'A fox', seed: 7, style: 'anime', negative_prompt: null }
    expect(decodeItem(body, sanitise)).toEqual({
      kind: 'item',
      item: {
        request: {
          feature: 'text_to_video',
          told: [],
          open: undefined,
          model: 'v6',
          quality: '720p',
          duration: 5,
          audio: true,
          multiClip: false,
          motionMode: 'normal',
          textBytes: 0,
          ownAudio: false,
          switchedOn: [],
          unread: [],
          faults: [],
        },
        count: 1,
        hasCount: false,
        credits: undefined,
        name: '',
      },
      ignored: [],
    })
  })

  test('has all that it gives', () => {
    const body = {
      feature: 'extend',
      model: 'v4',
      quality: '540p',
      duration: 5.25,
      multi_clip: true,
      audio: false,
      motion_mode: 'fast',
      count: 3,
      credits: 22.5,
      name: 'a',
      sound_effect_switch: true,
    }
    expect(itemOf(body)).toEqual({
      request: {
        feature: 'extend',
        told: [],
        open: undefined,
        model: 'v4',
        quality: '540p',
        duration: 5.25,
        audio: false,
        multiClip: true,
        motionMode: 'fast',
        textBytes: 0,
        ownAudio: false,
        switchedOn: ['sound_effect_switch'],
        unread: [],
        faults: [],
      },
      count: 3,
      hasCount: true,
      credits: 22_500_000n,
      name: 'a',
    })
  })

  test('null is the same as not given, but for count', () => {
    const nothing = {
      ...{ feature: null, audio: null, multi_clip: null, motion_mode: null, credits: null, name: null, img_id: null },
      ...{ source_video_id: null, template_id: null, video_references: null, generate_audio_switch: undefined },
    }
    expect(itemOf({ ...V6, ...nothing })).toEqual(itemOf(V6))
    expect(faultsOf({ ...V6, count: null })).toEqual([
      'item-value: `count` must be a whole number of 1 or more, but is null. Leave it out for one generation; for none, leave out the item.',
    ])
    expect(itemOf({ ...V6, count: null }).hasCount).toBe(false)
  })

  test('a number is a name, too', () => {
    expect(itemOf({ ...V6, name: 3 }).name).toBe('3')
    expect(itemOf({ ...V6, name: 1.5 }).name).toBe('1.5')
    expect(faultsOf({ ...V6, name: 2 ** 53 })).toEqual([
      'item-value: `name` must be text or a number, but is 9007199254740992. Put it into quotation marks.',
    ])
  })

  test('what an object inherits is not a field of it', () => {
    const parsed: unknown = JSON.parse('{"__proto__": {"text": "v6"}, "constructor": {"count": 2}}')
    const inherits: unknown = Object.create({ credits: 1, model: 'v6', source_video_id: 1 })
    for (const item of [itemOf(parsed), itemOf(inherits)]) {
      expect([item.credits, item.count, item.request.model, item.request.open]).toEqual([
        undefined,
        1,
        undefined,
        undefined,
      ])
    }
    expect(ignoredOf(parsed)).toEqual(['__proto__', 'constructor'])
  })

  test('an error of ours is not taken for a fault', () => {
    const broken = {
      get credits(): number {
        throw new RangeError('of ours')
      },
    }
    expect(() => decodeItem(broken, sanitise)).toThrow(RangeError)
  })
})

describe('what is not a request', () => {
  test.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [5, '5'],
    [true, 'true'],
    ['v6', '"v6"'],
    [[V6], 'a list'],
  ])('%j is shown as what it is', (value, shown) => {
    expect(faultsOf(value)).toEqual([
      `item-shape: an item must be an object, but is ${shown.startsWith('"') ? `\`${shown}\`` : shown}. An item is a request body of the PixVerse API, with \`model\`, \`quality\`, \`duration\` etc.`,
    ])
    expect(decodeItem(value, sanitise).kind).toBe('faults')
  })
})

describe('a request under a key', () => {
  const HINT = '. If they are a note of your own, give the key another name, such as `notes`.'
  const HINT_OF_ANY = ', or make items of them; a note of your own may be a text.'
  const nested = (key: string, hint = HINT): string =>
    `item-nested: fields that count stand under the key \`${key}\`, where they are not read. Put them into the item itself, without \`${key}\`${hint}`

  test.each<[string, unknown]>([
    ['request', V6],
    ['body', { duration: 15 }],
    ['Payload', { count: 100 }],
    ['requestBody', { generate_audio_switch: true }],
    ['params', { quality: '1080p', prompt: 'A fox' }],
    ['options', { feature: 'extend' }],
    ['settings', { motion_mode: 'fast' }],
    ['overrides', { credits: 5 }],
    // Object.assign() makes fields of what stands here.
    ['__proto__', { count: 5 }],
  ])('%s: %j', (key, value) => {
    const item: unknown = JSON.parse(`{${JSON.stringify(key)}: ${JSON.stringify(value)}}`)
    expect(faultsOf(item)).toEqual([nested(key)])
    const beside: unknown = JSON.parse(`{"model": "v6", "quality": "360p", ${JSON.stringify(item).slice(1)}`)
    expect(faultsOf(beside)).toEqual([nested(key)])
    expect(decodeItem(beside, sanitise).kind).toBe('item')
    expect(new Signatures().of(item)).toBeUndefined()
  })

  test.each<[string, unknown]>([
    ['shots', V6],
    ['high_res', { model: 'c1', quality: '1080p' }],
    ['fallback', { model: 'V6', quality: 720 }],
    ['scenes', { a: V6, b: 5 }],
    ['acts', [[V6]]],
    ['acts', { one: { scenes: { a: V6 } } }],
    ['body', { id: 3, next: V6 }],
  ])('is one as a whole under any key, and in what stands there: %s: %j', (key, value) => {
    const item = { ...V6, [key]: value }
    expect(faultsOf(item)[0]).toBe(nested(key, key === 'body' ? HINT : HINT_OF_ANY))
    expect(new Signatures().of(item)).toBeUndefined()
  })

  test('is a feature, where one is asked for as a field', () => {
    const fault = 'item-field: there is no field `Upscale`. It is a request of its own: write an item with'
    expect(faultsOf({ ...V6, Upscale: true })).toEqual([`${fault} \`feature: upscale\`.${NOTE}`])
    expect(ignoredOf({ ...V6, upscale: false, creation_type: 'fusion', restyle: true })).toEqual(['upscale', 'restyle'])
  })

  test('is decoded as if its fields were in their places, so that all that is wrong is said', () => {
    const item = { count: '2', body: { model: 'V6', seconds: 5, count: 3 }, params: { quality: '720p' } }
    expect(faultsOf(item)).toEqual([
      nested('body'),
      nested('params'),
      `item-field: there is no field \`seconds\`. Did you mean \`duration\`?${NOTE}`,
      expect.stringContaining('but is `"V6"`. Did you mean v6?'),
      expect.stringContaining('but is `"2"`. Did you mean 2, without quotation marks?'),
    ])
    expect(itemOf({ body: { ...V6, notes: 1 } }).request).toMatchObject({ model: 'v6', quality: '720p', duration: 5 })
    expect(ignoredOf({ body: { ...V6, notes: 1 }, scene: 'x' })).toEqual(['notes', 'scene'])
  })

  test('is looked into once', () => {
    expect(faultsOf({ body: { model: 'v6', params: { quality: '720P' } } })).toEqual([nested('body'), nested('params')])
  })

  test.each<[string, unknown]>([
    ['meta', { quality: 'high', duration: 12 }],
    ['source', { duration: 60, quality: '1080p', file: 'a.mp4' }],
    ['image', { model: 'flux', quality: 'high' }],
    ['voice', { model: 'v5' }],
    ['constructor', { count: 5 }],
    ['upstream', { model: 5, quality: '720p' }],
    ['request', { id: 5, name: 'a', text: 'b' }],
    ['body', 'A fox'],
    ['params', null],
    ['options', []],
    ['settings', {}],
    ['output', { name: 'a', path: 'b' }],
  ])('but not %s: %j', (key, value) => {
    expect(faultsOf({ ...V6, [key]: value })).toEqual([])
    expect(ignoredOf({ ...V6, [key]: value })).toEqual([key])
  })
})

describe('a field that is not known', () => {
  test('is ignored when it is a note of somebody', () => {
    expect(ignoredOf({ ...V6, scene: 'harbour', id: 1, notes: [], prompt: 'x' })).toEqual(['scene', 'id', 'notes'])
  })

  test.each([
    ['counts', 'count'],
    ['seconds', 'duration'],
    ['with_audio', 'audio'],
    ['video_refs', 'video_references'],
    ['price', 'credits'],
  ])('%s is a fault that names %s', (field, right) => {
    const item = { ...V6, [field]: 3 }
    expect(faultsOf(item)[0]).toBe(`item-field: there is no field \`${field}\`. Did you mean \`${right}\`?${NOTE}`)
    expect(ignoredOf(item)).toEqual([])
  })

  test.each([
    ['Count', 'count'],
    ['Duration', 'duration'],
    ['motionMode', 'motion_mode'],
    ['Generate_Audio_Switch', 'generate_audio_switch'],
    ['ｍｏｄｅｌ', 'model'],
  ])('%s is %s in another spelling, and no note', (field, right) => {
    expect(faultsOf({ ...V6, [field]: 3 })[0]).toBe(
      `item-field: there is no field \`${field}\`. Did you mean \`${right}\`?`,
    )
  })

  test('is shown shortened, and neutralised', () => {
    expect(faultsOf({ ...V6, [`::count::${' '.repeat(60)}`]: 3 })).toEqual([
      `item-field: there is no field \`: :count: :\`. Did you mean \`count\`?${NOTE}`,
    ])
    expect(faultsOf({ ...V6, 'count\n': 3 })).toEqual(['item-field: there is no field `count`. Did you mean `count`?'])
    expect(faultsOf({ ...V6, 'du\u200Bration': 3 })).toEqual([
      'item-field: there is no field `duration`. Did you mean `duration`?',
    ])
  })

  test.each<[Record<string, unknown>, string]>([
    [{ type: 'image_to_video' }, 'feature'],
    [{ kind: 'lip-sync' }, 'feature'],
    [{ mode: 'extend' }, 'feature'],
    [{ method: 'lip_sync' }, 'feature'],
    [{ motion: 'fast' }, 'motion_mode'],
    [{ mode: 'fast' }, 'motion_mode'],
    [{ fast: true }, 'motion_mode: fast'],
    [{ silent: false }, 'audio: true'],
    [{ disable_audio: false }, 'audio: true'],
    [{ type: 'motion_control' }, 'feature'],
    [{ type: 'i2v' }, 'feature'],
    [{ endpoint: '/openapi/v2/video/fusion/generate' }, 'feature'],
    [{ dimensions: '1920x1080' }, 'quality'],
    [{ reps: 3 }, 'count'],
    [{ size: '1080p' }, 'quality'],
    [{ size: '1920x1080' }, 'quality'],
    [{ number: 3 }, 'count'],
    [{ takes: '3' }, 'count'],
    [{ videos: 3 }, 'count'],
    [{ outputs: 'x4' }, 'count'],
    ...['loops', 'numbers', 'multiply', 'shots', 'make', 'per_prompt', 'perScene'].map(
      (name): [Record<string, unknown>, string] => [{ [name]: 3 }, 'count'],
    ),
    ...['music', 'voice', 'VoiceOver', 'bgm', 'speech', 'Ton'].map((name): [Record<string, unknown>, string] => [
      { [name]: true },
      'audio',
    ]),
    [{ template: 302325299692608 }, 'template_id'],
    [{ Template: '302325299692608' }, 'template_id'],
  ])('%j can only mean %s', (fields, right) => {
    const field = Object.keys(fields).join()
    const rest = right === 'quality' ? { model: 'v6', duration: 5 } : V6
    expect(faultsOf({ ...rest, ...fields })[0]).toBe(
      `item-field: there is no field \`${field}\`. Did you mean \`${right}\`?${NOTE}`,
    )
  })

  test.each([
    { type: 'scene' },
    { type: 'text' },
    { type: 'image' },
    { kind: 'sound' },
    { type: 'transitions' },
    { type: 5 },
    { mode: 'pro' },
    { motion: 'normal' },
    { motion: 'slow pan' },
    { size: 'large' },
    { number: 'one' },
    { batch: 'A' },
    { silent: true },
    { mute: 'no' },
    { fast: false },
    { loop: true },
    { music: 'jazz' },
    { voice: false },
    { upscale: false },
    { extend: 5 },
    { extend: true },
    { upscale: 2 },
    { text_to_video: true },
    { transition: true },
    { avatar: true },
    { son: true },
    { noise: true },
    { shots: 1 },
    { each: 5 },
    { per_shot: 2 },
    { video_ids: [398321, 398322] },
    { camera: { model: 'C1', quality: 'high' } },
    { notes: { camera: { model: '5', quality: 'sharp' }, more: { model: 'v6' } } },
    { upscaler: { model: '4.0', quality: { toString: 1 } } },
    { template: { toString: 1 } },
    { template: 3 },
    { attempts: 3 },
    { effect: 12 },
    { avatar: 17 },
    { transition: 0.5 },
    { 2026: 'redo' },
    { options: { length: 'short', sound: 'birds' } },
    { transition: 'fade' },
    { avatar: 'Bob' },
    { template: 'noir' },
    { images: ['a.png'] },
    { cast: [{ name: 'Bob' }, null] },
    { shots: 'A, B' },
    { feature: 'upscale', upscale: true },
    { template_id: 0, template: 302325299692608 },
    { method: 'POST' },
    { endpoint: '/openapi/v2/video/text/generate' },
    { category: 'transition' },
    { loop: 1 },
    { factor: 2 },
    { total_duration: 60 },
    { task_id: 'abc' },
    { videos: ['a.mp4'] },
    { outputs: 'out/' },
    { results: { best: 1 } },
    // What it would say is said already.
    { feature: 'text_to_video', type: 'image_to_video' },
    { creation_type: 'text_to_video', type: 'image_to_video' },
    { generate_audio_switch: false, silent: false },
    { count: 2, number: 3 },
    { size: '1080p' },
  ])('%j is a note', (fields) => {
    expect(faultsOf({ ...V6, ...fields })).toEqual([])
    expect(ignoredOf({ ...V6, ...fields })).toHaveLength(1)
  })

  test.each(['prompt', 'prompts', 'seed', 'seeds', 'style', 'styles', 'aspect_ratios', 'img_id', 'template_id'])(
    'several of %s are several requests',
    (field) => {
      const several = `item-several: \`${field}\` is a list, and an item is one request. Write an item for each, or give one of them and a \`count\`.`
      expect(faultsOf({ ...V6, [field]: [1, 2] })).toEqual([several])
      expect(faultsOf({ ...V6, [field]: ['one'] })).toEqual([])
    },
  )

  test.each([
    ['Prompt', 'Prompt'],
    ['aspect-ratio', 'aspect-ratio'],
    ['ｐｒｏｍｐｔ', 'ｐｒｏｍｐｔ'],
    ['prom\u200Bpt', 'prompt'],
    ['img\u2013id', 'img\u2013id'],
  ])('several of %j are named as they stand there', (field, shown) => {
    const said = faultsOf({ ...V6, [field]: [1, 2] }).filter((fault) => fault.startsWith('item-several'))
    expect(said).toEqual([
      `item-several: \`${shown}\` is a list, and an item is one request. Write an item for each, or give one of them and a \`count\`.`,
    ])
  })

  test.each(['img_ids', 'mask_urls', 'image_references', 'multi_transition', 'negative_prompt', 'tags'])(
    'a list of %s is one request',
    (field) => {
      expect(faultsOf({ ...V6, [field]: [1, 2] })).toEqual([])
    },
  )

  test('what it says is read as what it means, so that all is said in one go', () => {
    const request = (item: unknown): Item => itemOf(item)
    expect(request({ model: 'v6', resolution: '720p', seconds: 10 }).request).toMatchObject({
      quality: '720p',
      duration: 10,
      unread: [],
    })
    expect(faultsOf({ model: 'v6', resolution: '720P', seconds: 'ten' })).toEqual([
      `item-field: there is no field \`resolution\`. Did you mean \`quality\`?${NOTE}`,
      `item-field: there is no field \`seconds\`. Did you mean \`duration\`?${NOTE}`,
      'item-value: `resolution` must be one of 360p, 540p, 720p, 1080p, but is `"720P"`. Did you mean 720p?',
    ])
    expect(request({ model: 'v6', resolution: '720P', seconds: 'ten' }).request).toMatchObject({
      quality: '720p',
      duration: undefined,
      unread: ['duration'],
    })
    expect(request({ ...V6, Duration: 15 }).request.duration).toBe(5)
    expect(request({ ...V6, video_refs: [1] }).request.feature).toBe('fusion_with_video_references')
    expect(request({ source_video_id: 1, lipSyncTtsContent: 'Hi' }).request.open?.fits).toEqual(['lip_sync'])
    expect(request({ source_video_id: 1, sourceVideoId: 1 }).request.open?.by).toBe('source_video_id')
  })
})

describe('other names of fields', () => {
  test.each([
    ['creation_type', 'feature', V6, 'extend', 'image_to_video', '"image_to_video" and "extend"'],
    ['generate_audio_switch', 'audio', V6, true, false, 'false and true'],
    ['generate_multi_clip_switch', 'multi_clip', V6, true, false, 'false and true'],
    ['text', 'lip_sync_tts_content', { feature: 'lip_sync' }, 'Hello', 'Bye', '"Bye" and "Hello"'],
  ] as const)('%s says the same as %s', (alias, field, rest, value, other, shown) => {
    const plain = kindOf(itemOf({ ...rest, [field]: value }))
    expect(plain).not.toBe(kindOf(itemOf(rest)))
    expect(kindOf(itemOf({ ...rest, [alias]: value }))).toBe(plain)
    expect(kindOf(itemOf({ ...rest, [alias]: value, [field]: value }))).toBe(plain)
    expect(kindOf(itemOf({ ...rest, [alias]: value, [field]: null }))).toBe(plain)
    expect(kindOf(itemOf({ ...rest, [alias]: null, [field]: value }))).toBe(plain)
    expect(faultsOf({ ...rest, [alias]: value, [field]: other })).toEqual([
      `item-fields-differ: \`${field}\` and \`${alias}\` mean the same, but are ${shown.replace(/"[^"]*"/g, '`$&`')}. Keep one of them.`,
    ])
  })

  test('a wrong value is reported under the name that the item uses', () => {
    expect(faultsOf({ ...V6, generate_audio_switch: 'x' })).toEqual([
      'item-value: `generate_audio_switch` must be true or false, but is `"x"`. Write true or false, without quotation marks.',
    ])
  })
})

describe('all that is wrong with the fields of an item', () => {
  test('is said at once', () => {
    const item = {
      ...{ feature: 5, model: [], quality: '', duration: -1, audio: 2, multi_clip: 'x', motion_mode: 1 },
      ...{ count: 0, credits: '5', name: {}, counts: 3 },
    }
    expect(faultsOf(item).map((fault) => /`(\w+)`/.exec(fault)?.[1])).toEqual([
      ...['counts', 'feature', 'model', 'quality', 'duration', 'audio', 'multi_clip', 'motion_mode'],
      ...['count', 'credits', 'name'],
    ])
    expect(itemOf(item).request.unread).toEqual([
      ...['feature', 'model', 'quality', 'duration', 'audio', 'multi_clip', 'motion_mode', 'count', 'credits', 'name'],
    ])
  })

  test('near misses are read as what they mean', () => {
    const item = itemOf({ feature: 'Lip Sync', model: 'V6', quality: '720P', duration: '5s', audio: 'yes', count: '3' })
    expect(item.request).toMatchObject({
      ...{ feature: 'lip_sync', model: 'v6', quality: '720p', duration: 5, audio: true, unread: [] },
    })
    expect([item.count, item.hasCount, item.request.faults.length]).toEqual([3, true, 6])
  })

  test('takes time in proportion to the item, whatever its fields', () => {
    const gap = (at: number): string => '_'.repeat(at % 30)
    const fields = Array.from({ length: 20_000 }, (_, at) => [
      [`note ${at}`, at],
      [`c${gap(at)}o${gap(Math.floor(at / 30))}unt${gap(Math.floor(at / 900))}s`, at],
      [`video${gap(at)}ref${gap(Math.floor(at / 30))}s${gap(Math.floor(at / 900))}`, at],
    ])
    const item: unknown = Object.fromEntries(fields.flat())
    const started = performance.now()
    expect(faultsOf(item)).toHaveLength(40_000)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('what an item is for', () => {
  test.each<[Record<string, unknown>, string]>([
    [{}, 'text_to_video'],
    [{ prompt: 'x', style: 'anime' }, 'text_to_video'],
    [{ img_id: 7 }, 'image_to_video'],
    [{ first_frame_img: 7 }, 'transition'],
    [{ last_frame_img: '7' }, 'transition'],
    [{ first_frame_img: 7, img_id: 8 }, 'transition'],
    [{ image_references: [{ img_id: 7 }] }, 'fusion'],
    [{ img_id: 8, image_references: [{ img_id: 7 }], first_frame_img: 1 }, 'fusion'],
    [{ image_references: [{}], video_references: [{}] }, 'fusion_with_video_references'],
    [{ video_references: [{}], multi_transition: [{}] }, 'multi_transition'],
    [{ img_id: 7, template_id: 5 }, 'image_to_video'],
    [{ text: 'a caption' }, 'text_to_video'],
    [{ lip_sync_switch: true, lip_sync_tts_content: 'Hi' }, 'text_to_video'],
    [{ img_id: 1, lip_sync_tts_switch: false, lip_sync_tts_speaker_id: 'auto' }, 'image_to_video'],
    [{ sound_effect_content: 'rain' }, 'text_to_video'],
  ])('with %j it is %s', (fields, feature) => {
    expect(itemOf({ ...V6, ...fields }).request).toMatchObject({ feature, told: [], open: undefined })
  })

  test.each([0, '', false, [], {}])('an id of %j is one not yet known', (nothing) => {
    expect(itemOf({ ...V6, img_id: nothing }).request.feature).toBe('image_to_video')
    expect(itemOf({ ...V6, video_references: nothing }).request.feature).toBe('fusion_with_video_references')
    expect(itemOf({ ...V6, source_video_id: nothing }).request.open?.by).toBe('source_video_id')
    expect(itemOf({ feature: 'lip_sync', audio_media_id: nothing }).request.ownAudio).toBe(true)
  })

  test.each([
    ...['source_video_id', 'video_media_id', 'source_media_id', 'audio_media_id', 'img_ids', 'agent_id', 'restyle_id'],
    ...['restyle_prompt', 'lip_sync_tts_speaker_id', 'lip_sync_tts_content', 'avatar_id', 'mimic', 'mask_id'],
    ...['mask_ids', 'keyframe_id', 'mv_agent_type', 'lyric_text', 'original_sound_switch'],
  ])('%s leaves it open, also beside a field that would tell', (field) => {
    for (const rest of [{}, V6, { img_id: 8 }]) {
      const { request } = itemOf({ ...rest, [field]: 0 })
      expect(request).toMatchObject({ feature: undefined, open: { by: field } })
      if (rest === V6) expect(request.told[0]).toBe('text_to_video')
    }
  })

  test.each<[string, Record<string, unknown>, string[]]>([
    ['several fit', { source_video_id: 1 }, []],
    ['one fits', { ...V6, source_video_id: 1 }, ['text_to_video']],
    ['none fits', { restyle_id: 1, agent_id: 2 }, ['text_to_video', 'restyle', 'agent_music_mv']],
    ['none fits', { restyle_id: 1, restyle_prompt: '', img_id: 3 }, ['image_to_video', 'restyle']],
    ['none fits', { model: 'v6', lip_sync_tts_content: 'Hi' }, ['text_to_video', 'lip_sync']],
  ])('left open, it may be billed as what each field tells where %s: %j', (_, fields, told) => {
    expect(itemOf(fields).request.told).toEqual(told)
  })

  test('a text alone leaves it open when there is no model', () => {
    expect(itemOf({ text: 'Hi' }).request).toMatchObject({ textBytes: 2, open: { by: 'text', fits: ['lip_sync'] } })
    expect(itemOf({ text: 'Hi', model: [] }).request.open).toBeUndefined()
  })

  test('with a model, it is a feature that has one', () => {
    expect(itemOf({ source_video_id: 1, ...V6 }).request.open?.fits).toEqual(['extend'])
    expect(itemOf({ source_video_id: 1, model: {} }).request.open?.fits).toEqual(['extend'])
    expect(itemOf({ source_video_id: 1, quality: '720p', lip_sync_tts_content: 'Hi' }).request).toMatchObject({
      open: { by: 'source_video_id', fits: ['lip_sync'] },
      textBytes: 2,
    })
    expect(itemOf({ lip_sync_tts_content: 'Hi' }).request.open?.fits).toEqual(['lip_sync', 'avatar'])
    expect(itemOf({ lip_sync_tts_content: 'Hi' }).request.textBytes).toBe(2)
  })

  test('a feature that is given counts', () => {
    expect(itemOf({ ...V6, feature: 'extend', source_video_id: 7 }).request).toMatchObject({
      feature: 'extend',
      open: undefined,
      told: [],
    })
    expect(itemOf({ feature: 'motion_control' }).request.feature).toBe('mimic')
    expect(itemOf({ feature: 5, source_video_id: 1 }).request).toMatchObject({ feature: undefined, open: undefined })
  })

  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ['text_to_video', { ...V6, video_references: [] }, ['fusion_with_video_references']],
    ['fusion', { ...V6, video_references: [], image_references: [] }, ['fusion_with_video_references']],
    ['fusion', { ...V6, image_references: [] }, []],
    ['fusion', { ...V6, image_references: [], img_id: 1 }, ['image_to_video']],
    ['fusion_with_video_references', { ...V6, video_references: [], image_references: [] }, []],
    ['text_to_video', { image_references: [] }, ['fusion']],
    ['image_to_video', { ...V6, img_id: 1, multi_transition: [] }, ['multi_transition']],
    ['transition', { ...V6, first_frame_img: 1, last_frame_img: 2 }, []],
    ['upscale', { ...V6, video_references: [] }, ['fusion_with_video_references']],
    ['upscale', { model: [], video_references: [] }, ['fusion_with_video_references']],
    // No clip is made without a model.
    ['upscale', { duration: 5, video_references: [] }, []],
    ['modify', { ...V6, video_references: [] }, ['fusion_with_video_references']],
    ['hologram', { ...V6, video_references: [] }, []],
    // A model with a quality is what clips have.
    ['mimic', { ...V6, img_id: 1 }, ['image_to_video']],
    ['mimic', { quality: '720p', duration: 5, img_id: 1 }, []],
    ['mimic', { model: 'v6', duration: 5, img_id: 1 }, []],
    ['mimic', { model: 'v6', quality: [], img_id: 1 }, ['image_to_video']],
    ['agent_music_mv', { ...V6, image_references: [] }, ['fusion']],
    ['upscale', V6, ['text_to_video']],
    ['template_video', { ...V6, img_id: 1 }, []],
    ['multi_transition', { ...V6, multi_transition: [] }, []],
    ['text_to_video', { ...V6, source_video_id: 1 }, []],
    ['text_to_video', V6, []],
    // What only a request with a rate of its own has.
    ['sound_effect', { duration: 5, restyle_id: 0 }, ['restyle']],
    ['sound_effect', { duration: 5, restyle_prompt: 'oil', restyle_id: 1 }, ['restyle']],
    ['upscale', { duration: 5, mimic: 1 }, ['mimic']],
    ['upscale', { duration: 5, motion_control: 1, agent_id: 2 }, ['mimic', 'agent_music_mv']],
    ['text_to_video', { ...V6, agent_id: 1 }, ['agent_music_mv']],
    ['text_to_video', { ...V6, img_id: 1, mv_agent_type: 1 }, ['image_to_video', 'agent_music_mv']],
    ['sound_effect', { ...V6, restyle_id: 1 }, ['text_to_video', 'restyle']],
    ['upscale', { duration: 5, lip_sync_tts_content: 'Hello' }, ['lip_sync']],
    ['upscale', { duration: 5, lip_sync_tts_speaker_id: 1 }, ['lip_sync']],
    ['restyle', { duration: 5, restyle_id: 1 }, []],
    ['mimic', { duration: 5, mimic: 1 }, []],
    ['avatar', { lip_sync_tts_speaker_id: 1, lip_sync_tts_content: 'Hello' }, []],
    ['hologram', { duration: 5, restyle_id: 1 }, []],
    // A text that a clip does not speak, or a note.
    ['text_to_video', { ...V6, lip_sync_tts_content: 'Hello', lip_sync_switch: false }, []],
    ['text_to_video', { lip_sync_tts_speaker_id: 1 }, []],
    ['upscale', { duration: 5, text: 'Hello' }, []],
  ])('%s with %j is told to be %s', (feature, fields, told) => {
    expect(itemOf({ ...fields, feature }).request).toMatchObject({ feature, told })
  })
})

describe('the text of a lip sync', () => {
  test.each([
    ['x', 1],
    ['äöü', 6],
    ['你好', 6],
    ['🎬', 4],
    ['', 0],
  ])('%s is counted in bytes', (text, bytes) => {
    expect(itemOf({ feature: 'lip_sync', text }).request.textBytes).toBe(bytes)
  })

  test('is read where the fields tell of a lip sync', () => {
    const item = { feature: 'upscale', duration: 5, lip_sync_tts_content: 'Hello', audio_media_id: 1 }
    expect(itemOf(item).request).toMatchObject({ textBytes: 5, ownAudio: true })
  })

  test('is read for lip_sync alone', () => {
    expect(itemOf({ ...V6, text: 5, feature: 'upscale', audio_media_id: 1 }).request).toMatchObject({
      textBytes: 0,
      ownAudio: false,
      faults: [],
    })
    expect(faultsOf({ feature: 'lip_sync', lip_sync_tts_content: ['a'] })).toEqual([
      'item-value: `lip_sync_tts_content` must be text, but is a list. Put it into quotation marks.',
    ])
    expect(itemOf({ feature: 'lip_sync', audio_media_id: null }).request.ownAudio).toBe(false)
  })
})

describe('what a clip turns on besides', () => {
  test.each(['template_id', 'sound_effect_switch', 'lip_sync_switch', 'lip_sync_tts_switch'])('%s', (field) => {
    for (const on of [true, 1, 'false', [0], 315446315336768]) {
      expect(itemOf({ ...V6, [field]: on }).request.switchedOn).toEqual([field])
    }
    for (const off of [false, 0, null, '', []]) {
      expect(itemOf({ ...V6, [field]: off }).request.switchedOn).toEqual([])
    }
  })

  test('only a template that is given narrows down what an item is for', () => {
    const fits = (template_id: number): unknown => itemOf({ img_ids: [1], template_id }).request.open?.fits
    expect(fits(5)).toEqual(['template_video', 'image_template'])
    expect(fits(0)).toEqual(['modify', 'template_video', 'image_template'])
  })
})

describe('the kind of an item', () => {
  const OTHERS: readonly Record<string, unknown>[] = [
    V6,
    { ...V6, feature: 'extend' },
    { ...V6, feature: 'extend', restyle_id: 1 },
    { ...V6, feature: 'extend', restyle_id: 1, mimic: 1 },
    { ...V6, model: 'c1' },
    { ...V6, model: undefined },
    { ...V6, model: '-' },
    { ...V6, quality: '540p' },
    { ...V6, quality: undefined },
    { ...V6, duration: 6 },
    { ...V6, duration: undefined },
    { ...V6, audio: true },
    { ...V6, multi_clip: true },
    { ...V6, motion_mode: 'fast' },
    { ...V6, credits: 45 },
    { ...V6, credits: 46 },
    { ...V6, sound_effect_switch: true },
    { ...V6, lip_sync_switch: true },
    { ...V6, source_video_id: 1 },
    { ...V6, video_media_id: 1 },
    { ...V6, feature: 'text_to_video', video_references: [] },
    { ...V6, model: [] },
    { ...V6, model: {} },
    { ...V6, counts: 1 },
    { ...V6, count: 0 },
    { feature: 'lip_sync', text: 'a' },
    { feature: 'lip_sync', text: 'ab' },
    { feature: 'lip_sync', text: 'a', audio_media_id: 1 },
    { feature: 'a', model: 'bc' },
    { feature: 'ab', model: 'c' },
    { feature: '1:a', model: 'b' },
  ]

  test('differs in all that a price, or its fault, depends on', () => {
    const kinds = OTHERS.map((item) => kindOf(itemOf(item)))
    expect(kinds.filter((kind, at) => kinds.indexOf(kind) !== at)).toEqual([])
  })

  test('is the same whatever else the item says', () => {
    const kind = kindOf(itemOf(V6))
    expect(kindOf(itemOf({ ...V6, name: 'a', count: 4, prompt: 'x', seed: 1, scene: 2, img_id: null }))).toBe(kind)
    expect(kindOf(itemOf({ ...V6, feature: 'text_to_video' }))).toBe(kind)
    expect(kindOf(itemOf({ ...V6, audio: false, motion_mode: 'normal', template_id: 0 }))).toBe(kind)
    expect(kindOf(itemOf({ feature: 'lip_sync', text: 'abc' }))).toBe(
      kindOf(itemOf({ feature: 'lip_sync', text: 'xyz' })),
    )
  })
})
