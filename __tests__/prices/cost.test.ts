import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Cost, costOf } from '../../src/prices/cost.js'
import { type Override, readOverride } from '../../src/prices/overrides.js'
import { decodeItem, kindOf } from '../../src/prices/request.js'
import {
  CLIP_FEATURES,
  type ClipFeature,
  FEATURES,
  MODELS,
  QUALITIES,
  UNPRICED_FEATURES,
} from '../../src/prices/offers.js'
import { publishedPrice } from '../../src/prices/table.js'
import type { Fault } from '../../src/fault.js'
import { sanitiser } from '../../src/safe-text.js'

const KEY = 'pixverse-key-of-the-tests'
const sanitise = sanitiser(KEY)
const V6 = { model: 'v6', quality: '720p', duration: 5 }
const GIVE_PRICE = 'ive its price: as a row of the input `prices`, or as `credits` in the item.'
const NO_PRICE = 'item-unpriced: the built-in table has no price for'

function rowsOf(rows: readonly unknown[]): readonly Override[] {
  return rows.map((row, at) => {
    const read = readOverride(row, `prices, item ${at + 1}`, sanitise)
    if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults))
    return read.override
  })
}

function priced(item: unknown, rows: readonly unknown[] = []): { cost: Cost } | { faults: readonly Fault[] } {
  const decoded = decodeItem(item, sanitise)
  if (decoded.kind === 'faults') return decoded
  return costOf(decoded.item, rowsOf(rows), sanitise)
}

function costOfItem(item: unknown, rows: readonly unknown[] = []): Cost {
  const outcome = priced(item, rows)
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults))
  return outcome.cost
}

function eachOf(item: unknown, rows: readonly unknown[] = []): number {
  return Number(costOfItem(item, rows).each)
}

/** All that is wrong with an item, in words. */
function faultsOf(item: unknown, rows: readonly unknown[] = []): string[] {
  const outcome = priced(item, rows)
  if (!('faults' in outcome)) return [`It costs ${outcome.cost.each}.`]
  return outcome.faults.map(({ id, message, detail, hint }) => {
    return `${id}: ${detail === undefined ? message : `${message}, ${detail}`}. ${hint}`
  })
}

describe('what one generation costs by the table', () => {
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
    [{ feature: 'lip_sync', text: 'x' }, 'lip_sync 1 byte of text', 4],
    [{ feature: 'lip_sync', text: 'x'.repeat(15) }, 'lip_sync 15 bytes of text', 4],
    [{ feature: 'lip_sync', text: 'x'.repeat(16) }, 'lip_sync 16 bytes of text', 8],
    [{ feature: 'lip_sync', lip_sync_tts_content: 'ä'.repeat(7) }, 'lip_sync 14 bytes of text', 4],
    [{ feature: 'lip_sync', lip_sync_tts_content: 'ä'.repeat(8) }, 'lip_sync 16 bytes of text', 8],
    [{ feature: 'lip_sync', lip_sync_tts_content: '你好世界你' }, 'lip_sync 15 bytes of text', 4],
    [{ feature: 'lip_sync', lip_sync_tts_content: '🎬🎬🎬🎬' }, 'lip_sync 16 bytes of text', 8],
    // With a text and audio, the dearer of both.
    [{ feature: 'lip_sync', audio_media_id: 7, text: 'note', duration: 60 }, 'lip_sync 60 s 4 bytes of text', 240],
    [{ feature: 'lip_sync', text: 'note', duration: 60 }, 'lip_sync 60 s 4 bytes of text', 240],
    [{ feature: 'lip_sync', text: 'x'.repeat(150), duration: 1 }, 'lip_sync 1 s 150 bytes of text', 40],
    [
      { feature: 'lip_sync', audio_media_id: 0, text: 'x'.repeat(31), duration: 1 },
      'lip_sync 1 s 31 bytes of text',
      12,
    ],
    [{ feature: 'lip_sync', text: 'x', duration: 0 }, 'lip_sync 0 s 1 byte of text', 4],
    // Fields that contradict the feature by price: the dearer of both.
    [{ ...V6, feature: 'text_to_video', video_references: [{}] }, 'fusion_with_video_references v6 720p 5 s', 90],
    [
      { ...V6, feature: 'fusion', video_references: [{}], audio: true },
      'fusion_with_video_references v6 720p 5 s audio',
      120,
    ],
    [{ ...V6, video_references: [] }, 'fusion_with_video_references v6 720p 5 s', 90],
    [{ ...V6, feature: 'text_to_video', image_references: [{}] }, 'text_to_video v6 720p 5 s', 45],
    [{ ...V6, feature: 'upscale', img_id: 1 }, 'image_to_video v6 720p 5 s', 45],
    [{ ...V6, feature: 'restyle', img_id: 1 }, 'restyle v6 720p 5 s', 50],
    [{ feature: 'sound_effect', restyle_id: 1, duration: 10 }, 'restyle 10 s', 100],
    [{ feature: 'upscale', mimic: 1, quality: '720p', duration: 10 }, 'mimic 720p 10 s', 120],
    [{ ...V6, feature: 'text_to_video', agent_id: 1, duration: 15 }, 'agent_music_mv v6 720p 15 s', 225],
    [{ ...V6, img_id: 1, feature: 'image_to_video', restyle_id: 1 }, 'restyle v6 720p 5 s', 50],
    [{ ...V6, quality: '1080p', feature: 'text_to_video', restyle_id: 1 }, 'text_to_video v6 1080p 5 s', 90],
    [{ feature: 'upscale', lip_sync_tts_content: 'x'.repeat(151), duration: 5 }, 'lip_sync 5 s 151 bytes of text', 44],
  ]

  test.each(ITEMS)('%j is %s', (item, what, each) => {
    expect(costOfItem(item)).toMatchObject({ what, each: BigInt(each), by: 'table', override: undefined })
  })

  test.each([
    [V6, '2026-10-10'],
    [{ ...V6, model: 'c1' }, '2026-09-11'],
    [{ ...V6, model: 'v5.6' }, '2026-09-02'],
    [{ ...V6, feature: 'fusion', video_references: [] }, '2026-09-02'],
    [{ feature: 'agent_music_mv', quality: '720p', duration: 10 }, '2026-09-20'],
    [{ feature: 'lip_sync', text: 'x' }, '2026-09-02'],
    [{ feature: 'upscale', duration: 5 }, '2026-09-02'],
  ])('%j has the date of its block: %s', (item, asOf) => {
    expect(costOfItem(item).asOf).toBe(asOf)
  })

  test('beyond what a number can count, it stays exact', () => {
    expect(costOfItem({ feature: 'restyle', duration: 1e20 }).each).toBe(10n ** 21n)
  })
})

describe('the price that an item gives itself', () => {
  test.each<[Record<string, unknown>, string, number]>([
    [{ credits: 12 }, 'text_to_video', 12],
    [{ credits: 0 }, 'text_to_video', 0],
    [{ credits: 0.000001 }, 'text_to_video', 1],
    [{ credits: 22.5, feature: 'avatar' }, 'avatar', 23],
    [{ ...V6, model: 'v5.6', quality: '1080p', duration: 10, credits: 150 }, 'text_to_video v5.6 1080p 10 s', 150],
    [{ feature: 'modify', credits: 2 }, 'modify', 2],
    [{ feature: 'extend', model: 'v7', quality: '8k', motion_mode: 'slow', credits: 4 }, 'extend v7 8k slow', 4],
    [{ feature: 'agent_music_mv', duration: 5, credits: 150 }, 'agent_music_mv 5 s', 150],
    [{ duration: 0, credits: 16 }, 'text_to_video 0 s', 16],
    [{ ...V6, model: 'v6-max', credits: 90 }, 'text_to_video v6-max 720p 5 s', 90],
    [{ ...V6, credits: 46 }, 'text_to_video v6 720p 5 s', 46],
    [{ ...V6, feature: 'fusion', video_references: [], credits: 91 }, 'fusion_with_video_references v6 720p 5 s', 91],
    [{ ...V6, sound_effect_switch: true, model: 'v5', credits: 60 }, 'text_to_video v5 720p 5 s', 60],
    [{ ...V6, multi_clip: true, credits: 45 }, 'text_to_video v6 720p 5 s multi clip', 45],
    [{ source_video_id: 1, audio_media_id: 2, credits: 5 }, 'generation', 5],
    [{ ...V6, source_video_id: 1, credits: 45 }, 'generation v6 720p 5 s', 45],
    [{ img_id: 8, quality: '720p', lip_sync_tts_content: 'Hi', credits: 30 }, 'generation 720p', 30],
    [{ feature: 'fusion', ...V6, duration: 0, video_references: [], credits: 200 }, 'fusion v6 720p 0 s', 200],
  ])('fills or raises: %j', (item, what, each) => {
    expect(costOfItem(item)).toEqual({ each: BigInt(each), what, by: 'plan', asOf: undefined, override: undefined })
  })

  test('does not count when it says what the table says', () => {
    expect(costOfItem({ ...V6, credits: 45 })).toEqual(costOfItem(V6))
    expect(costOfItem({ ...V6, credits: 44.1 })).toEqual(costOfItem(V6))
    expect(costOfItem({ ...V6, credits: null })).toEqual(costOfItem(V6))
  })

  test.each<[Record<string, unknown>, number, string | number]>([
    [{ ...V6, credits: 0 }, 45, 0],
    [{ ...V6, credits: 44 }, 45, 44],
    [{ ...V6, credits: 43.9 }, 45, 43.9],
    [{ ...V6, quality: '1080p', duration: 15, audio: true, credits: 0, count: 1000 }, 345, 0],
    [{ ...V6, feature: 'fusion', video_references: [{}], credits: 89 }, 90, 89],
    [{ feature: 'lip_sync', text: 'x', duration: 10, credits: 4 }, 40, 4],
    [{ feature: 'lip_sync', text: 'x'.repeat(1000), credits: 22.5 }, 268, 22.5],
    [{ feature: 'agent_music_mv', quality: '1080p', duration: 11, credits: 247 }, 248, 247],
    [{ feature: 'upscale', duration: 9e15, credits: 9007199254.740993 }, 45e15, '9007199254.740993'],
    [{ feature: 'upscale', duration: 9e15, credits: 0.000001 }, 45e15, '0.000001'],
  ])('may not be below the published price: %j', (item, floor, credits) => {
    expect(faultsOf(item)).toEqual([
      `item-undercut: \`credits\` must be at least ${floor}, but is ${credits}. That is its published price: only the input \`prices\` can make it cheaper.`,
    ])
  })

  test.each<[Record<string, unknown>, number, number]>([
    // What is published without the switch is the least.
    [{ ...V6, multi_clip: true, audio: true, credits: 0 }, 60, 0],
    [{ ...V6, model: 'v5.5', feature: 'transition', multi_clip: true, credits: 1 }, 90, 1],
    [{ ...V6, model: 'v4.5', feature: 'fusion', motion_mode: 'fast', credits: 1 }, 120, 1],
    [{ ...V6, model: 'v5', template_id: 7, credits: 59 }, 60, 59],
    // So is the cheapest of what is missing.
    [{ model: 'v6', quality: '1080p', credits: 1 }, 18, 1],
    [{ model: 'v6', duration: 5, credits: 23.5 }, 25, 23.5],
    [{ quality: '720p', duration: 5, credits: 1 }, 45, 1],
  ])('may not be below the least that it can cost: %j', (item, floor, credits) => {
    expect(faultsOf(item)).toEqual([
      `item-undercut: \`credits\` must be at least ${floor}, but is ${credits}. The cheapest that it could be costs so much. If PixVerse charges less, give its price in the input \`prices\`.`,
    ])
  })

  test.each([
    [{ ...V6, source_video_id: 1, credits: 44 }, 45, 44],
    [{ source_video_id: 1, duration: 10, credits: 99 }, 100, 99],
  ])('may not be below the dearest that it may be: %j', (item, floor, credits) => {
    expect(faultsOf(item)).toEqual([
      `item-undercut: \`credits\` must be at least ${floor}, but is ${credits}. It may be something that costs so much. Add its \`feature\`, or give its price in the input \`prices\`.`,
    ])
  })

  test('may not be below that of the input prices', () => {
    const rows = [{ model: 'v6', per: 'generation', credits: 22.5 }]
    expect(faultsOf({ ...V6, credits: 22 }, rows)).toEqual([
      'item-undercut: `credits` must be at least 23, but is 22. That is its price in the input `prices`, which an item can only raise.',
    ])
    expect(costOfItem({ ...V6, credits: 22.5 }, rows)).toMatchObject({ each: 23n, by: 'prices', override: 0 })
    expect(costOfItem({ ...V6, credits: 24 }, rows)).toEqual({
      ...{ each: 24n, what: 'text_to_video v6 720p 5 s', by: 'plan', asOf: undefined, override: 0 },
    })
  })

  test('helps no item that is wrong in itself', () => {
    expect(faultsOf({ ...V6, model: 'V6', credits: 1000 })).toHaveLength(1)
    expect(faultsOf({ ...V6, model: 'V6', credits: 1 }).map((fault) => fault.split(':')[0])).toEqual([
      'item-value',
      'item-undercut',
    ])
    expect(faultsOf({ ...V6, counts: 5, credits: 1000 })).toHaveLength(1)
    expect(faultsOf({ ...V6, duration: '5x', credits: 1000 })).toHaveLength(1)
  })
})

describe('the least that an item may say it costs', () => {
  test.each<[string, Record<string, unknown>, number]>([
    ['fast, which v6 is not', { ...V6, motion_mode: 'fast' }, 45],
    ['fast at a length without fast', { ...V6, model: 'v4.5', duration: 8, motion_mode: 'fast' }, 120],
    ['fast at 1080p', { ...V6, model: 'v4.5', quality: '1080p', motion_mode: 'fast' }, 120],
    ['a motion that nobody knows', { ...V6, motion_mode: 'turbo' }, 45],
    ['several shots, which c1 has not', { ...V6, model: 'c1', multi_clip: true }, 50],
    ['several shots, which have no price', { ...V6, multi_clip: true, audio: true }, 60],
    ['audio, which v5 has not', { ...V6, model: 'v5', audio: true }, 60],
    ['16 seconds', { ...V6, duration: 16 }, 144],
    ['half a second', { ...V6, duration: 0.5 }, 9],
    ['10 seconds at 1080p', { ...V6, model: 'v5.6', quality: '1080p', duration: 10 }, 150],
    ['60 seconds', { ...V6, model: 'v5', duration: 60 }, 120],
    ['no seconds', { model: 'v6', quality: '1080p' }, 18],
    ['no seconds, by the clip', { model: 'v5', quality: '1080p' }, 120],
    ['0 seconds', { ...V6, duration: 0, feature: 'fusion', video_references: [] }, 18],
    ['a switch that has no price', { ...V6, template_id: 5 }, 45],
    ['an extension, which has no price', { ...V6, model: 'c1', feature: 'extend' }, 50],
    ['videos, which have no price', { ...V6, model: 'v5.6', video_references: [] }, 45],
    ['a fusion, which has no price', { ...V6, model: 'v5', image_references: [] }, 60],
    ['an avatar', { ...V6, feature: 'avatar' }, 45],
    ['a template', { ...V6, feature: 'template_video', template_id: 3 }, 45],
    ['several transitions', { ...V6, multi_transition: [{}] }, 45],
    ['a sound effect', { ...V6, feature: 'sound_effect' }, 45],
    ['a lip sync', { ...V6, feature: 'lip_sync', text: 'x', quality: '1080p' }, 90],
    ['an upscale', { ...V6, feature: 'upscale', quality: '1080p' }, 90],
    ['a restyle of more', { ...V6, feature: 'restyle' }, 50],
    ['a swap', { ...V6, feature: 'swap', img_id: 1, audio: true }, 60],
    ['an item that leaves it open', { ...V6, source_video_id: 1 }, 45],
    ['an item that leaves a transition open', { ...V6, source_video_id: 1, first_frame_img: 1, last_frame_img: 2 }, 45],
    ['an item that leaves a fusion open', { ...V6, lip_sync_tts_content: 'Hi', video_references: [] }, 90],
    ['fields of several features', { restyle_id: 1, agent_id: 2, duration: 20 }, 300],
    ['fields of several features, and nothing else', { restyle_id: 1, agent_id: 2 }, 150],
    ['a text to speak that leaves it open', { lip_sync_tts_content: 'x'.repeat(150) }, 40],
    ['a text to speak among other fields', { lip_sync_tts_content: 'x'.repeat(1500), agent_id: 1 }, 400],
    ['a template without a quality', { feature: 'template_video', model: 'v5', duration: 5 }, 45],
    ['a quality that nobody knows', { ...V6, quality: 'ultra' }, 25],
    ['a quality above those of the table', { ...V6, quality: '8k' }, 90],
    ['a quality above those of the table', { ...V6, quality: '2160p' }, 90],
    ['less than the shortest clip', { ...V6, model: 'v5', duration: 3 }, 60],
    ['an item that leaves a clip open', { ...V6, model: 'c1', lip_sync_tts_content: 'Hi' }, 50],
  ])('with %s: %j', (_, item, least) => {
    const undercut = faultsOf({ ...item, credits: least - 1 })
    expect(undercut).toHaveLength(1)
    expect(undercut[0]).toContain(`item-undercut: \`credits\` must be at least ${least}, but is ${least - 1}.`)
    expect(eachOf({ ...item, credits: least })).toBe(least)
    expect(eachOf({ ...item, credits: least + 1 })).toBe(least + 1)
  })

  test('is no less than that of the clip that a server may make of it', () => {
    const bodies: Readonly<Record<ClipFeature, Record<string, unknown>>> = {
      text_to_video: {},
      image_to_video: { img_id: 1 },
      transition: { first_frame_img: 1, last_frame_img: 2 },
      extend: { feature: 'extend', source_video_id: 1 },
      fusion: { image_references: [{}] },
      fusion_with_video_references: { video_references: [{}] },
    }
    const clip = fc.record({
      ...{ feature: fc.constantFrom(...CLIP_FEATURES), model: fc.constantFrom(...MODELS) },
      ...{ quality: fc.constantFrom(...QUALITIES), duration: fc.constantFrom(1, 5, 8, 10, 15), audio: fc.boolean() },
    })
    const disguise = fc.record(
      {
        ...{ feature: fc.constantFrom(...FEATURES), motion_mode: fc.constant('fast'), multi_clip: fc.constant(true) },
        ...{ source_video_id: fc.constant(1), lip_sync_tts_content: fc.constant('Hi'), template_id: fc.constant(1) },
        ...{ audio_media_id: fc.constant(1), img_ids: fc.constant([]), note: fc.constant('x') },
      },
      { requiredKeys: [] },
    )
    let accepted = 0
    fc.assert(
      fc.property(clip, disguise, fc.nat(400), (plain, more, credits) => {
        const price = publishedPrice({ ...plain, multiClip: false, motionMode: 'normal' })
        if (price === undefined) return
        const { feature, ...rest } = plain
        const outcome = priced({ ...bodies[feature], ...rest, ...more, credits })
        if ('faults' in outcome) return
        accepted++
        expect(outcome.cost.each).toBeGreaterThanOrEqual(price.credits)
      }),
      { numRuns: 5000 },
    )
    expect(accepted).toBeGreaterThan(500)
  })

  test.each<[string, Record<string, unknown>]>([
    ['a model that nobody knows', { ...V6, model: 'v7' }],
    ['a template of a model that nobody knows', { ...V6, feature: 'template_video', model: 'v7' }],
    ['no clip', { feature: 'modify', duration: 5 }],
  ])('is not known for %s', (_, item) => {
    expect(eachOf({ ...item, credits: 0 })).toBe(0)
  })
})

describe('what has no price', () => {
  test.each([
    ...UNPRICED_FEATURES.map((feature) => [{ feature }, feature] as const),
    [{ feature: 'modify', quality: '720p', duration: 5 }, 'modify 720p 5 s'],
    [{ feature: 'mimic', quality: '1080p', duration: 5 }, 'mimic 1080p 5 s'],
    [{ feature: 'motion_control', quality: '1080p', duration: 5 }, 'mimic 1080p 5 s'],
    [{ feature: 'agent_music_mv', quality: '360p', duration: 60 }, 'agent_music_mv 360p 60 s'],
    [{ feature: 'agent_music_mv', quality: '540p', duration: 60 }, 'agent_music_mv 540p 60 s'],
    [{ ...V6, feature: 'fusion', model: 'v5' }, 'fusion v5 720p 5 s'],
    [{ ...V6, multi_clip: true, audio: true }, 'text_to_video v6 720p 5 s audio multi clip'],
    [{ ...V6, model: 'v4', quality: '1080p', duration: 8 }, 'text_to_video v4 1080p 8 s'],
    [{ ...V6, feature: 'fusion', model: 'v4.5', motion_mode: 'fast' }, 'fusion v4.5 720p 5 s fast'],
    [{ ...V6, model: 'v5', multi_transition: [{}] }, 'multi_transition v5 720p 5 s'],
  ])('%j is said to have none in the table', (item, what) => {
    expect(faultsOf(item)).toEqual([`${NO_PRICE} \`${what}\`. G${GIVE_PRICE}`])
  })

  test('what the fields say it is counts as well', () => {
    expect(faultsOf({ ...V6, model: 'v5', feature: 'text_to_video', image_references: [{}] })).toEqual([
      `${NO_PRICE} \`fusion v5 720p 5 s\`, which the fields of the item say it is. G${GIVE_PRICE}`,
    ])
    expect(faultsOf({ ...V6, feature: 'text_to_video', multi_transition: [{}] })).toEqual([
      `${NO_PRICE} \`multi_transition v6 720p 5 s\`, which the fields of the item say it is. G${GIVE_PRICE}`,
    ])
    expect(faultsOf({ ...V6, feature: 'text_to_video', agent_id: 1 })).toEqual([
      'item-refused: PixVerse refuses this: agent_music_mv takes 10 to 360 seconds, but `duration` is 5, and the fields of the item say it is one. Change the request. If PixVerse takes it now, g' +
        GIVE_PRICE,
    ])
  })

  test.each(['template_id', 'sound_effect_switch', 'lip_sync_switch', 'lip_sync_tts_switch'])(
    'a clip with %s',
    (field) => {
      expect(faultsOf({ ...V6, [field]: 315446315336768 })).toEqual([
        `item-unpriced-switch: the built-in table has no price for a clip with \`${field}\`. Turn it off, or g${GIVE_PRICE}`,
      ])
      expect(eachOf({ ...V6, [field]: 0 })).toBe(45)
      expect(eachOf({ ...V6, [field]: true, credits: 60 })).toBe(60)
      expect(eachOf({ ...V6, [field]: true }, [{ model: 'v6', per: 'generation', credits: 60 }])).toBe(60)
      expect(eachOf({ feature: 'upscale', duration: 1, [field]: true })).toBe(5)
    },
  )

  test.each([
    ['v6-max', 'v6'],
    ['v5-fast', 'v5'],
  ])('the model %s is a known name', (model, nearest) => {
    expect(faultsOf({ ...V6, model })).toEqual([
      `item-model-unpriced: the built-in table has no price for the model ${model}. The API takes ${nearest}. If it takes ${model} now, g${GIVE_PRICE}`,
    ])
    expect(faultsOf({ ...V6, feature: model })[0]).toContain('item-feature-unknown: `feature`')
    expect(eachOf({ ...V6, model }, [{ model, per: 'generation', credits: 90 }])).toBe(90)
  })

  test.each([
    ['model', 'v7', MODELS],
    ['quality', '4k', QUALITIES],
    ['model', '__proto__', MODELS],
    ['quality', 'toString', QUALITIES],
  ])('nobody knows the %s %s', (field, word, known) => {
    expect(faultsOf({ ...V6, [field]: word })).toEqual([
      `item-unknown: \`${field}\` must be one of ${known.join(', ')}, but is \`"${word}"\`. If PixVerse has a new one, g${GIVE_PRICE}`,
    ])
  })

  test.each(['hologram', 'constructor', 'agent_viral_recreation'])('nobody knows the feature %s', (feature) => {
    const fault = `item-feature-unknown: \`feature\` must be one of ${FEATURES.join(', ')}, but is \`"${feature}"\`. If PixVerse has a new one, give its price as a row of the input \`prices\` with this \`feature\`.`
    expect(faultsOf({ ...V6, feature })).toEqual([fault])
    expect(faultsOf({ ...V6, feature, credits: 1000 })).toEqual([fault])
    expect(eachOf({ ...V6, feature }, [{ feature, per: 'generation', credits: 3 }])).toBe(3)
  })

  test('nobody knows the motion mode slow', () => {
    expect(faultsOf({ ...V6, motion_mode: 'slow' })).toEqual([
      `item-unknown: \`motion_mode\` must be normal or fast, but is \`"slow"\`. If PixVerse has a new one, g${GIVE_PRICE}`,
    ])
    expect(faultsOf({ feature: 'mimic', quality: '480p', duration: 5 })[0]).toContain('item-unknown: `quality`')
  })
})

describe('what PixVerse refuses', () => {
  test.each<[Record<string, unknown>, string]>([
    [
      { ...V6, model: 'v5.6', quality: '1080p', duration: 10 },
      'v5.6 takes 5 or 8 seconds at 1080p, but `duration` is 10',
    ],
    [{ ...V6, duration: 16 }, 'v6 takes a whole number of seconds from 1 to 15, but `duration` is 16'],
    [{ ...V6, duration: 5.5 }, 'v6 takes a whole number of seconds from 1 to 15, but `duration` is 5.5'],
    [{ ...V6, model: 'v5', audio: true }, 'v5 makes no audio, but audio is asked for'],
    [{ ...V6, model: 'c1', multi_clip: true }, 'c1 makes no multi clip, but multi clip is asked for'],
    [{ ...V6, motion_mode: 'fast' }, 'v6 has no `motion_mode`, but `motion_mode` is fast'],
    [
      { feature: 'agent_music_mv', quality: '720p', duration: 9.999999 },
      'agent_music_mv takes 10 to 360 seconds, but `duration` is 9.999999',
    ],
  ])('%j', (item, why) => {
    expect(faultsOf(item)).toEqual([
      `item-refused: PixVerse refuses this: ${why}. Change the request. If PixVerse takes it now, g${GIVE_PRICE}`,
    ])
  })

  test('is said once, however many features it may be', () => {
    expect(faultsOf({ ...V6, feature: 'text_to_video', img_id: 1, duration: 16 })).toHaveLength(1)
  })
})

describe('what is missing', () => {
  const model = `item-missing: \`model\` is missing. Add it: one of ${MODELS.join(', ')}.`
  const quality = `item-missing: \`quality\` is missing. Add it: one of ${QUALITIES.join(', ')}.`
  const duration = 'item-missing: `duration` is missing. Add it, in seconds.'

  test.each<[Record<string, unknown>, string[]]>([
    [{}, [model, quality, duration]],
    [{ quality: '720p', duration: 5 }, [model]],
    [{ model: 'v6', duration: 5 }, [quality]],
    [{ model: 'v6', quality: '720p' }, [duration]],
    [{ feature: 'sound_effect' }, [duration]],
    [{ feature: 'restyle' }, [duration]],
    [{ feature: 'upscale' }, [duration]],
    [{ feature: 'mimic' }, [quality, duration]],
    [{ feature: 'agent_music_mv' }, [quality, duration]],
    [
      { feature: 'lip_sync' },
      ['item-missing: `duration` is missing. Add it, in seconds, or `lip_sync_tts_content`, the text to speak.'],
    ],
    [
      { feature: 'lip_sync', lip_sync_tts_content: '' },
      ['item-missing: `duration` is missing. Add it, in seconds, or `lip_sync_tts_content`, the text to speak.'],
    ],
    [
      { feature: 'lip_sync', lip_sync_tts_content: 'Hi', audio_media_id: 0 },
      [
        'item-missing: `duration` is missing. Add the seconds of the audio: with `audio_media_id`, a lip sync is billed by them.',
      ],
    ],
  ])('in %j', (item, faults) => {
    expect(faultsOf(item)).toEqual(faults)
  })

  test('is not what cannot be read', () => {
    const ids = (item: unknown): string[] => faultsOf(item).map((fault) => fault.split('.')[0] ?? '')
    expect(ids({ model: [], quality: {}, duration: 'x', motion_mode: 5 })).toHaveLength(4)
    expect(ids({ feature: 'lip_sync', text: 5 })).toHaveLength(1)
    expect(ids({ feature: 'lip_sync', duration: [] })).toHaveLength(1)
    expect(ids({ feature: 'lip_sync', text: 'x', audio_media_id: 1, duration: [] })).toHaveLength(1)
    expect(ids({ feature: [] })).toHaveLength(1)
    expect(ids({ feature: [], credits: 5 })).toHaveLength(1)
  })

  test('0 seconds are not free', () => {
    const zero = 'item-no-seconds: `duration` must be more than 0, but is 0.'
    const hint = 'Give the seconds that will be billed.'
    expect(faultsOf({ ...V6, duration: 0 })).toEqual([`${zero} ${hint}`])
    expect(faultsOf({ feature: 'restyle', duration: -0 })).toEqual([`${zero} ${hint}`])
    expect(faultsOf({ feature: 'lip_sync', duration: 0 })).toEqual([`${zero} ${hint}`])
    expect(faultsOf({ feature: 'lip_sync', text: 'x', audio_media_id: 1, duration: 0 })).toEqual([`${zero} ${hint}`])
    // With video references the API wants 0, because it does not know yet how long they are.
    const videos = 'Give, in the plan, the seconds that you expect, or the price of one generation as `credits`.'
    for (const feature of ['fusion', 'fusion_with_video_references', 'text_to_video', undefined]) {
      expect(faultsOf({ ...V6, feature, video_references: [], duration: 0 })).toEqual([`${zero} ${videos}`])
    }
  })
})

describe('an item that does not say what it is for', () => {
  const open = (field: string): string =>
    `item-feature: \`feature\` is missing, and \`${field}\` does not say what the item is for.`

  test.each<[Record<string, unknown>, string, string]>([
    [{ source_video_id: 0, lip_sync_tts_content: 'Hi' }, 'source_video_id', 'Add `feature: lip_sync`.'],
    [{ ...V6, source_video_id: 1 }, 'source_video_id', 'Add `feature: extend`.'],
    [
      { img_id: 8, quality: '720p', lip_sync_tts_speaker_id: 'auto' },
      'lip_sync_tts_speaker_id',
      'Add `credits`, the price of one generation: the built-in table has none for avatar.',
    ],
    [
      { img_ids: [1], template_id: 5 },
      'img_ids',
      'Add `credits`, the price of one generation: the built-in table has none for template_video or image_template.',
    ],
    [
      { agent_id: 1, prompt: 'x', video_references: [{}] },
      'agent_id',
      'No feature has all of these fields: leave some out, or add `credits`, the price of one generation.',
    ],
    [
      { video_media_id: 1 },
      'video_media_id',
      'Add `feature`: extend (with model, quality, duration), lip_sync (with duration), sound_effect (with duration), restyle (with duration), upscale (with duration) or mimic (with quality, duration). For modify, swap or swap_mask, add `credits` too, the price of one generation.',
    ],
    [
      { video_media_id: 1, duration: 5, quality: [] },
      'video_media_id',
      'Add `feature`: extend (with model), lip_sync, sound_effect, restyle, upscale or mimic. For modify, swap or swap_mask, add `credits` too, the price of one generation.',
    ],
    [
      { audio_media_id: 1, duration: 20 },
      'audio_media_id',
      'Add `feature`: lip_sync or agent_music_mv (with quality). For avatar, add `credits` too, the price of one generation.',
    ],
    [
      { source_video_id: 1, duration: 20, sound_effect_content: 'rain' },
      'source_video_id',
      'Add `feature`: extend (with model, quality) or sound_effect.',
    ],
  ])('%j', (item, field, hint) => {
    expect(faultsOf(item).filter((fault) => fault.startsWith('item-feature'))).toEqual([`${open(field)} ${hint}`])
  })

  test('is told what else is missing, when it can be one thing alone', () => {
    expect(faultsOf({ source_video_id: 1, restyle_id: 2 })).toEqual([
      `${open('source_video_id')} Add \`feature: restyle\`.`,
      'item-missing: `duration` is missing. Add it, in seconds.',
    ])
    expect(faultsOf({ source_video_id: 1, model: 'v6', quality: '4k', duration: 5 })).toHaveLength(2)
    expect(faultsOf({ avatar_id: 1 })).toHaveLength(1)
  })

  test('is priced by a row that does not ask what it is for', () => {
    const item = { ...V6, source_video_id: 1 }
    expect(costOfItem(item, [{ model: 'v6', per: 'second', credits: 2 }])).toMatchObject({
      each: 10n,
      what: 'generation v6 720p 5 s',
    })
    expect(faultsOf(item, [{ feature: 'text_to_video', per: 'second', credits: 2 }])).toHaveLength(1)
  })
})

describe('the input prices', () => {
  test('the first row that applies wins, and wins over the table', () => {
    const rows = [
      { model: 'v6', audio: true, per: 'generation', credits: 1 },
      { model: 'v6', per: 'generation', credits: 2 },
      { model: 'v6', quality: '720p', duration: 5, per: 'generation', credits: 3 },
      { feature: 'upscale', per: 'second', credits: 4 },
    ]
    expect(costOfItem({ ...V6, audio: true }, rows)).toMatchObject({ each: 1n, override: 0 })
    expect(costOfItem(V6, rows)).toEqual({
      ...{ each: 2n, what: 'text_to_video v6 720p 5 s', by: 'prices', asOf: undefined, override: 1 },
    })
    expect(costOfItem(V6, rows.toReversed())).toMatchObject({ each: 3n, override: 1 })
    expect(eachOf({ ...V6, duration: 6 }, rows.toReversed())).toBe(2)
    expect(eachOf({ feature: 'upscale', duration: 5 }, rows)).toBe(20)
    // No row is for c1.
    expect(costOfItem({ ...V6, model: 'c1' }, rows)).toMatchObject({ each: 50n, by: 'table', override: undefined })
  })

  test.each([
    [{ feature: 'text_to_video' }, true],
    [{ feature: 'image_to_video' }, false],
    [{ model: 'v6' }, true],
    [{ model: 'v5' }, false],
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
    expect(eachOf(V6, [{ ...fields, per: 'generation', credits: 1000 }])).toBe(applies ? 1000 : 45)
  })

  test('a row is compared with what an item says under another name', () => {
    const rows = [{ feature: 'extend', audio: true, multi_clip: true, per: 'generation', credits: 9 }]
    expect(
      eachOf({ creation_type: 'extend', generate_audio_switch: true, generate_multi_clip_switch: true }, rows),
    ).toBe(9)
    for (const inRow of ['mimic', 'motion_control']) {
      for (const feature of ['mimic', 'motion_control']) {
        expect(eachOf({ feature, duration: 10 }, [{ feature: inRow, per: 'second', credits: 2 }])).toBe(20)
      }
    }
  })

  test.each<[string, readonly Record<string, unknown>[], number]>([
    ['narrow', [{ feature: 'fusion_with_video_references', credits: 300 }], 300],
    ['as it is called', [{ feature: 'fusion', credits: 5 }], 5],
    [
      'narrow behind',
      [
        { feature: 'fusion', credits: 5 },
        { feature: 'fusion_with_video_references', credits: 300 },
      ],
      300,
    ],
    ['as it is called, before wide', [{ feature: 'fusion', credits: 5 }, { credits: 7 }], 5],
    ['wide', [{ credits: 7 }, { feature: 'fusion_with_video_references', credits: 300 }], 7],
    ['narrow, of another model', [{ feature: 'fusion_with_video_references', model: 'c1', credits: 300 }], 90],
    ['for another feature', [{ feature: 'image_to_video', credits: 1 }], 90],
  ])('a fusion with video references is looked for as such first: %s', (_, rows, each) => {
    const prices = rows.map((row) => ({ per: 'generation', ...row }))
    for (const feature of ['fusion', 'fusion_with_video_references', undefined]) {
      expect(eachOf({ ...V6, feature, video_references: [{}] }, prices)).toBe(each)
    }
  })

  test.each<[string, Record<string, unknown>, readonly Record<string, unknown>[], number]>([
    ['a clip by its feature alone', { feature: 'text_to_video' }, [{ feature: 'text_to_video', credits: 8 }], 90],
    ['a clip by its fields alone', { feature: 'text_to_video' }, [{ feature: 'fusion', credits: 8 }], 45],
    [
      'a clip by both',
      { feature: 'text_to_video' },
      [
        { feature: 'text_to_video', credits: 8 },
        { feature: 'fusion', credits: 9 },
      ],
      9,
    ],
    ['a clip by a row for all', { feature: 'text_to_video' }, [{ credits: 8 }], 8],
    ['a clip that is called another thing', { feature: 'upscale' }, [{ feature: 'upscale', credits: 1 }], 90],
    [
      'a thing by a row for what its fields call it',
      { feature: 'restyle', mimic: 1 },
      [{ feature: 'mimic', credits: 91 }],
      91,
    ],
    ['a thing that its fields call a clip', { feature: 'restyle' }, [{ feature: 'fusion', credits: 1 }], 50],
  ])('price %s: the dearer counts', (_, fields, rows, each) => {
    const prices = rows.map((row) => ({ per: 'generation', ...row }))
    expect(eachOf({ ...V6, ...fields, video_references: [{}] }, prices)).toBe(each)
  })

  test.each<[Record<string, unknown>, number]>([
    [{ text: 'x'.repeat(150) }, 40],
    [{ lip_sync_tts_content: 'x'.repeat(150) }, 40],
    [{ text: 'x'.repeat(150), source_video_id: 1 }, 40],
    [{ lip_sync_tts_content: 'x'.repeat(15) }, 4],
  ])('by the second, a text without a feature counts where it is dearer: %j', (item, byText) => {
    const row = { per: 'second', credits: 1 }
    expect(eachOf({ ...item, duration: 2 }, [row])).toBe(byText)
    expect(eachOf({ ...item, duration: 50 }, [row])).toBe(50)
    expect(faultsOf(item, [row])[0]).toMatch(/^item-feature: /)
    expect(eachOf(item, [{ per: 'generation', credits: 1 }])).toBe(1)
  })

  test.each([{}, { duration: 0 }])('a row by the second is passed over for a text alone: %j', (fields) => {
    const prices = [
      { feature: 'lip_sync', per: 'second', credits: 1 },
      { per: 'second', credits: 1 },
      { feature: 'lip_sync', per: 'generation', credits: 70 },
    ]
    const item = { feature: 'lip_sync', text: 'Hello', ...fields }
    expect(costOfItem(item, prices)).toMatchObject({ each: 70n, by: 'prices', override: 2 })
    expect(costOfItem(item, prices.slice(0, 2))).toMatchObject({ each: 4n, by: 'table', override: undefined })
    expect(costOfItem({ ...item, duration: 2 }, prices)).toMatchObject({ override: undefined, each: 4n })
    expect(costOfItem({ ...item, duration: 9 }, prices)).toMatchObject({ override: 0, each: 9n })
  })

  test.each<[Record<string, unknown>, string, number]>([
    [{ text: 'x'.repeat(151), duration: 3, audio_media_id: 1 }, 'table', 44],
    [{ text: 'x'.repeat(151), duration: 3 }, 'table', 44],
    [{ text: 'x'.repeat(151), duration: 23, audio_media_id: 1 }, 'prices', 46],
    [{ text: 'x'.repeat(151), duration: 22 }, 'prices', 44],
    [{ text: 'x'.repeat(151) }, 'table', 44],
    [{ duration: 3 }, 'prices', 6],
  ])('by the second, a lip sync %j costs no less than its text, by %s: %d', (fields, by, each) => {
    const rows = [{ feature: 'lip_sync', per: 'second', credits: 2 }]
    expect(costOfItem({ feature: 'lip_sync', ...fields }, rows)).toMatchObject({ by, each: BigInt(each) })
  })

  test('by the second, a lip sync with a voice of its own needs the seconds', () => {
    const item = { feature: 'lip_sync', text: 'x', audio_media_id: 1 }
    expect(faultsOf(item, [{ feature: 'lip_sync', per: 'second', credits: 2 }])).toHaveLength(1)
  })

  test('the name of a row is that of the price', () => {
    const item = { ...V6, feature: 'fusion', video_references: [{}] }
    const what = (row: Record<string, unknown>): string =>
      costOfItem(item, [{ per: 'second', credits: 1, ...row }]).what
    expect(what({ feature: 'fusion' })).toBe('fusion v6 720p 5 s')
    expect(what({})).toBe('fusion_with_video_references v6 720p 5 s')
    expect(
      eachOf({ ...V6, feature: 'fusion' }, [
        { feature: 'fusion_with_video_references', per: 'generation', credits: 8 },
      ]),
    ).toBe(45)
  })

  test('a row prices what is refused, unpriced or unknown', () => {
    const rows = [{ per: 'second', credits: 1 }]
    expect(eachOf({ ...V6, model: 'v5.6', quality: '1080p', duration: 10 }, rows)).toBe(10)
    expect(eachOf({ feature: 'modify', duration: 2 }, rows)).toBe(2)
    expect(eachOf({ feature: 'hologram', model: 'v7', quality: '8k', duration: 3 }, rows)).toBe(3)
  })

  test('no row prices what is wrong in itself', () => {
    const rows = [{ per: 'generation', credits: 1 }]
    expect(faultsOf({ ...V6, model: 'V6' }, rows)).toHaveLength(1)
    expect(faultsOf({ ...V6, counts: 2 }, rows)).toHaveLength(1)
  })

  test('a price per second needs the seconds, whatever the item says', () => {
    const rows = [{ model: 'v7', per: 'second', credits: 5 }]
    const missing = 'item-missing: `duration` is missing. Add it, in seconds.'
    expect(faultsOf({ model: 'v7' }, rows)).toEqual([missing])
    expect(faultsOf({ model: 'v7', credits: 1 }, rows)).toEqual([missing])
    expect(faultsOf({ model: 'v7', duration: 0 }, rows)).toEqual([
      'item-no-seconds: `duration` must be more than 0, but is 0. Give the seconds that will be billed.',
    ])
    expect(faultsOf({ model: 'v7', duration: 'x' }, rows)).toHaveLength(1)
    expect(eachOf({ model: 'v7', duration: 3 }, rows)).toBe(15)
  })

  test('prices are exact, and rounded up once', () => {
    const per = (credits: number, duration: number): number =>
      eachOf({ model: 'new', duration }, [{ per: 'second', credits }])
    expect(per(22.5, 10)).toBe(225)
    // In floating point 0.1 x 3 is more than 0.3, and would be rounded up.
    expect(per(0.1, 30)).toBe(3)
    expect(per(10, 1.1)).toBe(11)
    expect(per(4, 10.2)).toBe(41)
    expect(per(0.000001, 0.000001)).toBe(1)
    expect(per(0.25, 5)).toBe(2)
    expect(eachOf(V6, [{ per: 'generation', credits: 0.5 }])).toBe(1)
    expect(eachOf(V6, [{ per: 'generation', credits: 0 }])).toBe(0)
  })
})

describe('text from outside', () => {
  const HOSTILE = 'a\n::error::b\r##[group]\u202Ec\u0007\u200B'

  test('is sanitised in faults, and left to the report in what is priced', () => {
    expect(faultsOf({ ...V6, model: HOSTILE })[0]).toContain('but is `"a\\n: :error: :b\\r## [group]c\\u0007"`')
    expect(faultsOf({ feature: 'modify', model: HOSTILE })[0]).toContain('modify a : :error: :b ## [group]c')
    expect(costOfItem({ feature: 'modify', model: HOSTILE, credits: 1 }).what).toBe(`modify ${HOSTILE}`)
  })

  test('does not repeat the key', () => {
    const faults = [
      ...faultsOf({ ...V6, model: KEY }),
      ...faultsOf({ ...V6, duration: KEY }),
      ...faultsOf({ feature: 'swap', model: KEY }),
      ...faultsOf({ ...V6, audio: true, generate_audio_switch: KEY }),
    ].join('\n')
    expect(faults).not.toContain(KEY)
    expect(faults.match(/withheld: it repeats a secret/g)).toHaveLength(4)
  })
})

describe('whatever the item', () => {
  const words = ['v6', 'V6', 'v5.6', 'v4', '720p', '1080p', '720', 'fast', 'lip_sync', 'mimic', 'extend', 'fusion', '']
  const anything = fc.dictionary(
    fc.constantFrom(
      ...['feature', 'creation_type', 'model', 'quality', 'duration', 'audio', 'generate_audio_switch', 'multi_clip'],
      ...['motion_mode', 'lip_sync_tts_content', 'text', 'count', 'credits', 'name', 'counts', 'Duration', 'type'],
      ...['video_references', 'img_id', 'source_video_id', 'audio_media_id', 'template_id', '__proto__', 'seconds'],
    ),
    fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(true, false, null, 0, 1, 5, 8, 10, 22.5, 1e21, -1),
      fc.jsonValue(),
    ),
  )

  test('it has one price or faults of known ids, and equal kinds have equal ones', () => {
    const ids = new Set<string>()
    fc.assert(
      fc.property(
        fc.oneof(anything, fc.jsonValue()),
        fc.constantFrom([], [{ per: 'second', credits: 1 }]),
        (item, rows) => {
          const outcome = priced(item, rows)
          if ('faults' in outcome) {
            expect(outcome.faults.length).toBeGreaterThan(0)
            for (const fault of outcome.faults) {
              ids.add(fault.id)
              expect(fault.message).not.toMatch(/\.$|undefined|\[object/)
              expect(fault.hint).toMatch(/^[A-Z].*[.?]$/)
              expect(fault).not.toHaveProperty('where')
            }
          } else expect(outcome.cost.each).toBeGreaterThanOrEqual(0n)
          const again = decodeItem(structuredClone(item), sanitise)
          const once = decodeItem(item, sanitise)
          if (again.kind === 'item' && once.kind === 'item') expect(kindOf(again.item)).toBe(kindOf(once.item))
        },
      ),
      { numRuns: 2000 },
    )
    for (const id of ids) expect(id).toMatch(/^item-[a-z-]+$/)
  })

  test('a clip with more asked for is never cheaper', () => {
    fc.assert(
      fc.property(
        fc.record({
          feature: fc.constantFrom(...CLIP_FEATURES),
          model: fc.constantFrom(...MODELS),
          quality: fc.constantFrom(...QUALITIES),
          duration: fc.constantFrom(5, 8, 10),
        }),
        fc.constantFrom({ audio: true }, { multi_clip: true }, { video_references: [] }, { motion_mode: 'fast' }),
        (item, more) => {
          const [plain, dearer] = [priced(item), priced({ ...item, ...more })]
          if ('cost' in plain && 'cost' in dearer) expect(dearer.cost.each).toBeGreaterThanOrEqual(plain.cost.each)
        },
      ),
    )
  })
})
