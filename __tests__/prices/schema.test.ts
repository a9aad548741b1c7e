import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { costOf } from '../../src/prices/cost.js'
import { SYNONYMS } from '../../src/prices/fields.js'
import { FEATURE_ALIASES, FEATURES, MODELS, MOTION_MODES, QUALITIES } from '../../src/prices/offers.js'
import { decodeItem } from '../../src/prices/request.js'
import { sanitiser } from '../../src/safe-text.js'

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const schema: unknown = JSON.parse(read('schemas/plan.schema.json'))
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
const validates = ajv.compile(schema as object)
const V6 = { model: 'v6', quality: '720p', duration: 5 }
const sanitise = sanitiser('pixverse-key-of-the-tests')

/** Whether the gate takes an item. */
function isTaken(item: unknown): boolean {
  const decoded = decodeItem(item, sanitise)
  return decoded.kind === 'item' && costOf(decoded.item, [], sanitise).kind === 'cost'
}

function enumOf(name: string): unknown {
  return (ajv.getSchema(`${(schema as { $id: string }).$id}#/$defs/${name}`)?.schema as { enum: unknown }).enum
}

describe('the schema of a plan', () => {
  test('takes the sample plan, and a list of nothing', () => {
    for (const plan of [parse(read('examples/plan.yml')), []]) expect(validates(plan) || validates.errors).toBe(true)
  })

  test.each([
    V6,
    [V6, V6],
    {
      ...V6,
      scene: 'x',
      notes: 1,
      id: 3,
      test: true,
      Title: 'x',
      camera_angle: 1,
      type: 'scene',
      prompt: 'x',
      seed: 1,
    },
    { ...V6, img_id: 0, audio: null, feature: null, name: 3, count: 2, template_id: 0 },
    { feature: 'lip_sync', text: 'x', source_video_id: 1 },
    { feature: 'motion_control', quality: '720p', duration: 5, img_id: 1, video_media_id: 1 },
    { model: 'v9', quality: '8k', feature: 'extend', motion_mode: 'slow', credits: 5 },
    { ...V6, model: 'v6-max', credits: 90 },
    { ...V6, credits: null },
  ])('takes %j, as the gate does', (plan) => {
    expect(validates(plan) || validates.errors).toBe(true)
    for (const item of [plan].flat()) expect(isTaken(item)).toBe(true)
  })

  test.each([
    ...[5, 'x', null, true],
    ...[0, -1, 1.5, '3', null, [], true].map((count) => ({ ...V6, count })),
    ...['5', '5s', -1, true].map((duration) => ({ ...V6, duration })),
    ...['yes', 'true', 1, 0].flatMap((value) => [
      { ...V6, audio: value },
      { ...V6, generate_audio_switch: value },
      { ...V6, model: 'v5.5', multi_clip: value },
    ]),
    ...[-1, '60'].map((credits) => ({ ...V6, credits })),
    ...[[], {}, true].map((name) => ({ ...V6, name })),
    ...['V6', '6', 'v56', 'v5_6', 'PixVerse V6', 'pixverse-v5', 'C1', ' v6', 'v6.0', '', 6].flatMap((model) => [
      { ...V6, model },
      { ...V6, model, credits: 1000 },
    ]),
    ...['720', '720P', '1080 p', '1920x1080', '', 720].flatMap((quality) => [
      { ...V6, quality },
      { ...V6, quality, credits: 1000 },
    ]),
    ...['Fast', 'NORMAL', ' fast', ''].flatMap((motion_mode) => [
      { ...V6, model: 'v4', motion_mode },
      { ...V6, model: 'v4', motion_mode, credits: 1000 },
    ]),
    ...['image-to-video', 'Image To Video', 'imageToVideo', 'TEXT_TO_VIDEO', '', 5].flatMap((feature) => [
      { ...V6, feature },
      { ...V6, feature, credits: 1000 },
    ]),
    ...['v7', 'v6-max'].map((model) => ({ ...V6, model })),
    { ...V6, quality: '4k' },
    { ...V6, motion_mode: 'slow' },
    { ...V6, feature: 'hologram' },
    { ...V6, creation_type: 'hologram' },
    { ...V6, feature: 'hologram', credits: 500 },
  ])('refuses %j, as the gate does', (item) => {
    expect(validates(item)).toBe(false)
    expect(validates([item])).toBe(false)
    expect(isTaken(item)).toBe(false)
  })

  const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  const WRONG = SYNONYMS.flatMap(([, ...wrong]) =>
    wrong.flatMap((name) => [name, camel(name), name.replaceAll('_', '-')]),
  )
  const COUNTED = [
    ...['feature', 'creation_type', 'model', 'quality', 'duration', 'audio', 'generate_audio_switch', 'multi_clip'],
    ...['generate_multi_clip_switch', 'motion_mode', 'lip_sync_tts_content', 'text', 'count', 'credits', 'name'],
    ...['template_id', 'sound_effect_switch', 'lip_sync_switch', 'lip_sync_tts_switch', 'multi_transition'],
    ...['video_references', 'image_references', 'first_frame_img', 'last_frame_img', 'img_id', 'img_ids'],
    ...['source_video_id', 'video_media_id', 'audio_media_id'],
  ]
  const OTHERWISE = COUNTED.flatMap((name) => [
    name.toUpperCase(),
    name.charAt(0).toUpperCase() + name.slice(1),
    camel(name).charAt(0).toUpperCase() + camel(name).slice(1),
    ...(name.includes('_') ? [camel(name), name.replaceAll('_', ' ')] : []),
  ])

  const NUMBERS = [
    'video_count',
    'num_clips',
    'batchCount',
    'n-videos',
    'NumberOfTakes',
    'total videos',
    'clip_qty',
    'videoNum',
    'how_many_videos',
    'videos_per_prompt',
    'numVideosPerPrompt',
    'no_of_clips',
    'clips-to-generate',
    'images_per_prompt',
    'needs_audio',
    'soundEnabled',
    'gen-sound-switch',
    'enable_multi_clip',
    'isMultiShot',
    'multi_clip_mode',
  ]
  test.each([
    ...new Set([...WRONG, ...NUMBERS, ...OTHERWISE, 'counts', 'durations', 'models', 'features', 'template_ids']),
  ])('refuses the field %s, as the gate does', (field) => {
    expect(validates({ ...V6, [field]: 3 })).toBe(false)
    const decoded = decodeItem({ ...V6, [field]: 3 }, sanitise)
    expect(decoded.kind === 'item' ? decoded.item.request.faults[0]?.id : '').toBe('item-field')
  })

  test.each([
    'shot_count',
    'version_num',
    'clip_number',
    'batch_id',
    'total',
    'n_shots',
    'video_title',
    'max_videos',
    'sound_design',
    'multicam',
  ])('takes the note %s', (field) => {
    expect(validates({ ...V6, [field]: 3 })).toBe(true)
  })

  test.each(COUNTED)('takes the field %s', (field) => {
    expect(validates({ [field]: null }) || field === 'count').toBe(true)
  })

  test('offers every word that the gate knows', () => {
    expect(enumOf('known_model')).toEqual([...MODELS, null])
    expect(enumOf('known_quality')).toEqual([...QUALITIES, null])
    expect(enumOf('known_motion_mode')).toEqual([...MOTION_MODES, null])
    expect(new Set(enumOf('feature') as unknown[])).toEqual(new Set([...FEATURES, ...FEATURE_ALIASES.keys(), null]))
  })
})
