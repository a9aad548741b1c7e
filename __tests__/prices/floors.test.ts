import { describe, expect, test } from '@jest/globals'
import { floorOf } from '../../src/prices/floors.js'
import { type Feature, MODELS, PRICED_FEATURES, QUALITIES } from '../../src/prices/offers.js'
import { decodeItem } from '../../src/prices/request.js'
import { costOf } from '../../src/prices/cost.js'
import { sanitiser } from '../../src/safe-text.js'

const sanitise = sanitiser('pixverse-key-of-the-tests')

function itemOf(fields: Record<string, unknown>) {
  const decoded = decodeItem(fields, sanitise)
  if (decoded.kind === 'faults') throw new Error(JSON.stringify(decoded.faults))
  return decoded.item
}

function floor(feature: Feature, fields: Record<string, unknown>): number | undefined {
  const least = floorOf(feature, itemOf({ feature, ...fields }).request)
  return least === undefined ? undefined : Number(least)
}

describe('what a generation costs at least', () => {
  test.each<[string, Feature, Record<string, unknown>, number | undefined]>([
    ['no length', 'text_to_video', { model: 'v6', quality: '1080p' }, 18],
    ['no length, of a clip', 'text_to_video', { model: 'v5', quality: '1080p' }, 120],
    ['no length, of a clip with audio', 'text_to_video', { model: 'v5.6', quality: '540p', audio: true }, 90],
    ['no quality', 'text_to_video', { model: 'v6', duration: 10 }, 50],
    ['no quality, of a clip', 'image_to_video', { model: 'v5.5', duration: 8, multi_clip: true }, 120],
    ['no model', 'text_to_video', { quality: '1080p', duration: 5 }, 75],
    ['no model, with audio', 'text_to_video', { quality: '1080p', duration: 5, audio: true }, 115],
    ['no model of videos', 'fusion_with_video_references', { quality: '720p', duration: 5 }, 45],
    ['a length alone', 'text_to_video', { duration: 3 }, 15],
    ['a quality alone', 'text_to_video', { quality: '540p' }, 7],
    ['a model alone', 'text_to_video', { model: 'v5' }, 45],
    ['nothing', 'text_to_video', {}, undefined],
    ['nothing but 0 seconds and fast motion', 'text_to_video', { duration: 0, motion_mode: 'fast' }, undefined],
    ['a quality that nobody knows', 'text_to_video', { model: 'v6', quality: 'ultra', duration: 5 }, 25],
    ['a quality above those of the table', 'text_to_video', { model: 'v6', quality: '8k', duration: 5 }, 90],
    ['a quality above those of the table', 'text_to_video', { model: 'v6', quality: '4K', duration: 5 }, 90],
    ['a quality above those of the table', 'text_to_video', { model: 'v6', quality: '1081p', duration: 5 }, 90],
    ['a quality above those of the table', 'text_to_video', { model: 'v6', quality: '1440P', duration: 5 }, 90],
    ['a quality above those of the table', 'text_to_video', { model: 'v6', quality: '1080p', duration: 5 }, 90],
    ['a quality above those of the table', 'text_to_video', { model: 'v6', quality: '719p', duration: 5 }, 25],
    ['a length below the shortest', 'text_to_video', { model: 'v5.6', quality: '720p', duration: 3 }, 45],
    ['a length above the longest', 'text_to_video', { model: 'v5.6', quality: '720p', duration: 12 }, 99],
    ['0 seconds', 'transition', { model: 'v6', quality: '720p', duration: 0 }, 9],
    ['several shots of a fusion', 'fusion', { model: 'v5.5', quality: '720p', duration: 5, multi_clip: true }, 90],
    ['a model that nobody knows', 'text_to_video', { model: 'v7', quality: '720p', duration: 5 }, undefined],
    ['a template', 'template_video', { model: 'v5', duration: 5 }, 45],
    ['0 seconds of several transitions', 'multi_transition', { model: 'v6', quality: '720p', duration: 0 }, 9],
    ['a template of a model that nobody knows', 'template_video', { model: 'v7', quality: '720p' }, undefined],
    ['a feature without a model', 'swap', { quality: '720p', duration: 5 }, undefined],
    ['a lip sync of nothing', 'lip_sync', {}, 4],
    ['a lip sync with a voice of unknown length', 'lip_sync', { audio_media_id: 1 }, 4],
    ['a lip sync with a text', 'lip_sync', { text: 'x'.repeat(31) }, 12],
    ['a lip sync with a text, and 0 seconds', 'lip_sync', { text: 'x', duration: 0, audio_media_id: 1 }, 4],
    ['a lip sync with both', 'lip_sync', { text: 'x'.repeat(31), duration: 2 }, 12],
    ['a lip sync with more seconds than text', 'lip_sync', { text: 'x', duration: 2 }, 8],
    ['a sound effect', 'sound_effect', {}, 10],
    ['a sound effect of 0 seconds', 'sound_effect', { duration: 0 }, 10],
    ['a restyle', 'restyle', {}, 10],
    ['an upscale', 'upscale', { duration: 0.2 }, 5],
    ['a mimic', 'mimic', {}, 9],
    ['a mimic of 5 seconds', 'mimic', { duration: 5 }, 45],
    ['a mimic at 720p', 'mimic', { quality: '720p' }, 12],
    ['a mimic at 1080p, which has no price', 'mimic', { quality: '1080p', duration: 5 }, 60],
    ['a music video', 'agent_music_mv', {}, 150],
    ['a music video at 1080p', 'agent_music_mv', { quality: '1080p' }, 225],
    ['a music video at 360p, which has no price', 'agent_music_mv', { quality: '360p', duration: 20 }, 300],
    ['a music video that is too short', 'agent_music_mv', { quality: '720p', duration: 5 }, 150],
    ['a music video that is too long', 'agent_music_mv', { quality: '720p', duration: 500 }, 7500],
  ])('with %s: %s %j', (_, feature, fields, least) => {
    expect(floor(feature, fields)).toBe(least)
  })

  test('is no more than any price of what is left out', () => {
    const seconds = [1, 5, 8, 10, 15, 30]
    let compared = 0
    for (const feature of PRICED_FEATURES) {
      for (const model of MODELS) {
        for (const quality of QUALITIES) {
          for (const duration of seconds) {
            for (const audio of [false, true]) {
              const whole: Record<string, unknown> = { feature, model, quality, duration, audio }
              const priced = costOf(itemOf(whole), [], sanitise)
              if (priced.kind === 'faults') continue
              compared++
              for (const left of ['model', 'quality', 'duration']) {
                const part = Object.fromEntries(Object.entries(whole).filter(([field]) => field !== left))
                expect(floor(feature, part)).toBeLessThanOrEqual(Number(priced.cost.each))
              }
            }
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(300)
  })
})
