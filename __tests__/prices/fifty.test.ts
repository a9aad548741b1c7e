import { describe, expect, test } from '@jest/globals'
import { costOf } from '../../src/prices/cost.js'
import { decodeItem } from '../../src/prices/request.js'
import { sanitiser } from '../../src/safe-text.js'

const V6 = { model: 'v6', quality: '720p', duration: 5 }

/** What people write, and the whole answer: what it costs and what was ignored, or all that is wrong with it. */
const PLANS: readonly (readonly [what: string, item: unknown, answer: readonly string[]])[] = [
  [
    'the item of the README',
    {
      name: 'opening shot',
      model: 'v6',
      quality: '720p',
      duration: 5,
      generate_audio_switch: true,
      prompt: 'A lighthouse',
      count: 4,
    },
    ['240: 4 x text_to_video v6 720p 5 s audio, by table'],
  ],
  [
    'a request body of the API',
    {
      aspect_ratio: '16:9',
      duration: 8,
      model: 'v5.6',
      negative_prompt: 'blurry',
      prompt: 'A fox',
      quality: '1080p',
      seed: 0,
      water_mark: false,
    },
    ['150: 1 x text_to_video v5.6 1080p 8 s, by table'],
  ],
  [
    'a model in capitals',
    { ...V6, model: 'V6' },
    ['item-value: `model` must be one of v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5, but is `"V6"`. Did you mean v6?'],
  ],
  [
    'a quality in capitals',
    { ...V6, quality: '720P' },
    ['item-value: `quality` must be one of 360p, 540p, 720p, 1080p, but is `"720P"`. Did you mean 720p?'],
  ],
  [
    'a duration with its unit',
    { ...V6, duration: '5s' },
    ['item-value: `duration` must be a number of seconds, but is `"5s"`. Did you mean 5?'],
  ],
  [
    'all three at once',
    { model: 'V6', quality: '720P', duration: '5s' },
    [
      'item-value: `model` must be one of v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5, but is `"V6"`. Did you mean v6?',
      'item-value: `quality` must be one of 360p, 540p, 720p, 1080p, but is `"720P"`. Did you mean 720p?',
      'item-value: `duration` must be a number of seconds, but is `"5s"`. Did you mean 5?',
    ],
  ],
  [
    'a quality without p',
    { ...V6, quality: 720 },
    ['item-value: `quality` must be one of 360p, 540p, 720p, 1080p, but is 720. Did you mean 720p?'],
  ],
  [
    'a quality without p, in quotation marks',
    { ...V6, quality: '1080' },
    ['item-value: `quality` must be one of 360p, 540p, 720p, 1080p, but is `"1080"`. Did you mean 1080p?'],
  ],
  [
    'a quality as a size',
    { ...V6, quality: '1920x1080' },
    ['item-value: `quality` must be one of 360p, 540p, 720p, 1080p, but is `"1920x1080"`. Did you mean 1080p?'],
  ],
  [
    "the model's full name",
    { ...V6, model: 'PixVerse V6' },
    [
      'item-value: `model` must be one of v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5, but is `"PixVerse V6"`. Did you mean v6?',
    ],
  ],
  [
    "the model's full name with a dash",
    { ...V6, model: 'pixverse-v5.6' },
    [
      'item-value: `model` must be one of v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5, but is `"pixverse-v5.6"`. Did you mean v5.6?',
    ],
  ],
  [
    'a model without its v',
    { ...V6, model: 6 },
    ['item-value: `model` must be one of v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5, but is 6. Did you mean v6?'],
  ],
  [
    'a model with an underscore for its dot',
    { ...V6, model: 'v5_6' },
    ['item-value: `model` must be one of v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5, but is `"v5_6"`. Did you mean v5.6?'],
  ],
  [
    'a model of resellers',
    { ...V6, model: 'v6-max' },
    [
      'item-model-unpriced: the built-in table has no price for the model v6-max. The API takes v6. If it takes v6-max now, give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'a model of resellers, as they write it',
    { ...V6, model: 'V6 Max' },
    [
      'item-value: `model` must be one of v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5, but is `"V6 Max"`. Did you mean v6-max?',
      'item-model-unpriced: the built-in table has no price for the model v6-max. The API takes v6. If it takes v6-max now, give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'a model to come',
    { ...V6, model: 'v7' },
    [
      'item-unknown: `model` must be one of v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5, but is `"v7"`. If PixVerse has a new one, give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'a model to come, with what else is wrong',
    { model: 'v7', quality: '4k', duration: '10', audio: 'on' },
    [
      'item-value: `duration` must be a number of seconds, but is `"10"`. Did you mean 10, without quotation marks?',
      'item-value: `audio` must be true or false, but is `"on"`. Did you mean true?',
      'item-unknown: `model` must be one of v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5, but is `"v7"`. If PixVerse has a new one, give its price: as a row of the input `prices`, or as `credits` in the item.',
      'item-unknown: `quality` must be one of 360p, 540p, 720p, 1080p, but is `"4k"`. If PixVerse has a new one, give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'a duration in quotation marks',
    { ...V6, duration: '5' },
    ['item-value: `duration` must be a number of seconds, but is `"5"`. Did you mean 5, without quotation marks?'],
  ],
  [
    'a duration in words',
    { ...V6, duration: '10 seconds' },
    ['item-value: `duration` must be a number of seconds, but is `"10 seconds"`. Did you mean 10?'],
  ],
  [
    'a duration that v6 does not take',
    { ...V6, duration: 16 },
    [
      'item-refused: PixVerse refuses this: v6 takes a whole number of seconds from 1 to 15, but `duration` is 16. Change the request. If PixVerse takes it now, give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'a duration and audio that v5 does not take',
    { ...V6, model: 'v5', duration: 10, audio: true },
    [
      'item-refused: PixVerse refuses this: v5 takes 5 or 8 seconds, but `duration` is 10. Change the request. If PixVerse takes it now, give its price: as a row of the input `prices`, or as `credits` in the item.',
      'item-refused: PixVerse refuses this: v5 makes no audio, but audio is asked for. Change the request. If PixVerse takes it now, give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'a duration that v5.6 takes below 1080p alone',
    { ...V6, model: 'v5.6', quality: '1080p', duration: 10 },
    [
      'item-refused: PixVerse refuses this: v5.6 takes 5 or 8 seconds at 1080p, but `duration` is 10. Change the request. If PixVerse takes it now, give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'fast motion, for too long',
    { ...V6, model: 'v4', motion_mode: 'fast', duration: 8 },
    [
      'item-refused: PixVerse refuses this: v4 takes 5 seconds in fast motion, but `duration` is 8. Change the request. If PixVerse takes it now, give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'fast motion in capitals',
    { ...V6, model: 'v4', motion_mode: 'FAST' },
    ['item-value: `motion_mode` must be normal or fast, but is `"FAST"`. Did you mean fast?'],
  ],
  [
    'counts',
    { ...V6, counts: 30 },
    [
      'item-field: there is no field `counts`. Did you mean `count`? If it is a note of your own, give it another name.',
    ],
  ],
  ['Count', { ...V6, Count: 30 }, ['item-field: there is no field `Count`. Did you mean `count`?']],
  [
    'n',
    { ...V6, n: 3 },
    ['item-field: there is no field `n`. Did you mean `count`? If it is a note of your own, give it another name.'],
  ],
  [
    'quantity',
    { ...V6, quantity: 3 },
    [
      'item-field: there is no field `quantity`. Did you mean `count`? If it is a note of your own, give it another name.',
    ],
  ],
  [
    'times, with a number',
    { ...V6, times: 3 },
    ['item-field: there is no field `times`. Did you mean `count`? If it is a note of your own, give it another name.'],
  ],
  [
    'a count in quotation marks',
    { ...V6, count: '3' },
    ['item-value: `count` must be a whole number of 1 or more, but is `"3"`. Did you mean 3, without quotation marks?'],
  ],
  [
    'an empty count',
    { ...V6, count: null },
    [
      'item-value: `count` must be a whole number of 1 or more, but is null. Leave it out for one generation; for none, leave out the item.',
    ],
  ],
  [
    'a count of 0',
    { ...V6, count: 0 },
    [
      'item-value: `count` must be a whole number of 1 or more, but is 0. Leave it out for one generation; for none, leave out the item.',
    ],
  ],
  [
    'generate_audio',
    { ...V6, generate_audio: true },
    [
      'item-field: there is no field `generate_audio`. Did you mean `generate_audio_switch`? If it is a note of your own, give it another name.',
    ],
  ],
  [
    'with_audio',
    { ...V6, with_audio: true },
    [
      'item-field: there is no field `with_audio`. Did you mean `audio`? If it is a note of your own, give it another name.',
    ],
  ],
  [
    'sound',
    { ...V6, sound: true },
    ['item-field: there is no field `sound`. Did you mean `audio`? If it is a note of your own, give it another name.'],
  ],
  [
    'audio: yes',
    { ...V6, audio: 'yes' },
    ['item-value: `audio` must be true or false, but is `"yes"`. Did you mean true?'],
  ],
  [
    'audio in quotation marks',
    { ...V6, generate_audio_switch: 'true' },
    [
      'item-value: `generate_audio_switch` must be true or false, but is `"true"`. Did you mean true, without quotation marks?',
    ],
  ],
  [
    'audio given twice, differently',
    { ...V6, audio: false, generate_audio_switch: true },
    [
      'item-fields-differ: `audio` and `generate_audio_switch` mean the same, but are false and true. Keep one of them.',
    ],
  ],
  [
    'motionMode',
    { ...V6, model: 'v4', motionMode: 'fast' },
    ['item-field: there is no field `motionMode`. Did you mean `motion_mode`?'],
  ],
  [
    'seconds beside duration',
    { ...V6, seconds: 10 },
    [
      'item-field: there is no field `seconds`. Did you mean `duration`? If it is a note of your own, give it another name.',
    ],
  ],
  [
    'seconds for duration',
    { model: 'v6', quality: '720p', seconds: 10 },
    [
      'item-field: there is no field `seconds`. Did you mean `duration`? If it is a note of your own, give it another name.',
    ],
  ],
  [
    'resolution for quality, and its case',
    { model: 'v6', resolution: '720P', duration: 5 },
    [
      'item-field: there is no field `resolution`. Did you mean `quality`? If it is a note of your own, give it another name.',
      'item-value: `resolution` must be one of 360p, 540p, 720p, 1080p, but is `"720P"`. Did you mean 720p?',
    ],
  ],
  [
    'Duration beside duration',
    { ...V6, duration: 1, Duration: 15 },
    ['item-field: there is no field `Duration`. Did you mean `duration`?'],
  ],
  [
    'Generate_Audio_Switch',
    { ...V6, Generate_Audio_Switch: true },
    ['item-field: there is no field `Generate_Audio_Switch`. Did you mean `generate_audio_switch`?'],
  ],
  [
    'lip sync of a video with a text, without feature',
    { source_video_id: 0, lip_sync_tts_speaker_id: 'auto', lip_sync_tts_content: 'Hello there' },
    [
      'item-feature: `feature` is missing, and `source_video_id` does not say what the item is for. Add `feature: lip_sync`.',
    ],
  ],
  [
    'lip sync of a video with a text',
    { feature: 'lip_sync', source_video_id: 0, lip_sync_tts_content: 'Hello there, how are you?' },
    ['8: 1 x lip_sync 25 bytes of text, by table'],
  ],
  [
    'lip sync with audio and a text',
    { feature: 'lip_sync', audio_media_id: 1, lip_sync_tts_content: 'Hi', duration: 12.5 },
    ['52: 1 x lip_sync 12.5 s 2 bytes of text, by table'],
  ],
  [
    'lip sync with audio of unknown length',
    { feature: 'lip-sync', source_video_id: 1, audio_media_id: 2 },
    [
      'item-value: `feature` must be a feature of the API, but is `"lip-sync"`. Did you mean lip_sync?',
      'item-missing: `duration` is missing. Add the seconds of the audio: with `audio_media_id`, a lip sync is billed by them.',
    ],
  ],
  [
    'an avatar',
    { img_id: 8, quality: '720p', lip_sync_tts_speaker_id: 'auto', lip_sync_tts_content: 'Hi' },
    [
      'item-feature: `feature` is missing, and `lip_sync_tts_speaker_id` does not say what the item is for. Add `credits`, the price of one generation: the built-in table has none for avatar.',
    ],
  ],
  [
    'any video to work on',
    { source_video_id: 123 },
    [
      'item-feature: `feature` is missing, and `source_video_id` does not say what the item is for. Add `feature`: extend (with model, quality, duration), lip_sync (with duration), sound_effect (with duration), restyle (with duration), upscale (with duration) or mimic (with quality, duration). For modify, swap or swap_mask, add `credits` too, the price of one generation.',
    ],
  ],
  [
    'an extension without feature',
    { ...V6, source_video_id: 123, prompt: 'And then' },
    [
      'item-feature: `feature` is missing, and `source_video_id` does not say what the item is for. Add `feature: extend`.',
    ],
  ],
  [
    'a motion control without feature',
    { video_media_id: 0, img_id: 0, quality: '720p' },
    [
      'item-feature: `feature` is missing, and `video_media_id` does not say what the item is for. Add `feature`: mimic (with duration). For swap, add `credits` too, the price of one generation.',
    ],
  ],
  [
    'a restyling',
    { source_video_id: 0, restyle_id: 0, seed: 0 },
    [
      'item-feature: `feature` is missing, and `source_video_id` does not say what the item is for. Add `feature: restyle`.',
      'item-missing: `duration` is missing. Add it, in seconds.',
    ],
  ],
  [
    'an upscaling of 12 s',
    { feature: 'upscale', source_video_id: 5, duration: 12 },
    ['60: 1 x upscale 12 s, by table'],
  ],
  ['an image to video, before the upload', { ...V6, img_id: 0 }, ['45: 1 x image_to_video v6 720p 5 s, by table']],
  [
    'feature: i2v',
    { ...V6, feature: 'i2v', img_id: 0 },
    ['item-value: `feature` must be a feature of the API, but is `"i2v"`. Did you mean image_to_video?'],
  ],
  [
    'feature with dashes',
    { ...V6, feature: 'image-to-video', img_id: 0 },
    ['item-value: `feature` must be a feature of the API, but is `"image-to-video"`. Did you mean image_to_video?'],
  ],
  [
    'type for feature',
    { ...V6, type: 'image_to_video' },
    [
      'item-field: there is no field `type`. Did you mean `feature`? If it is a note of your own, give it another name.',
    ],
  ],
  [
    'a fusion with references to videos',
    { ...V6, feature: 'fusion', video_references: [{ video_id: 1 }] },
    ['90: 1 x fusion_with_video_references v6 720p 5 s, by table'],
  ],
  [
    'a text to video with references to videos',
    { ...V6, feature: 'text_to_video', video_references: [{ video_id: 1 }] },
    ['90: 1 x fusion_with_video_references v6 720p 5 s, by table'],
  ],
  [
    'a fusion of unknown length',
    { ...V6, creation_type: 'fusion', reference_mode: 'omni', video_references: [{ video_id: 1 }], duration: 0 },
    [
      'item-no-seconds: `duration` must be more than 0, but is 0. Give, in the plan, the seconds that you expect, or the price of one generation as `credits`.',
    ],
  ],
  [
    'a swap, which has no price',
    { feature: 'swap', video_media_id: 1, img_id: 2, mask_id: '0', keyframe_id: 1, quality: '720p' },
    [
      'item-unpriced: the built-in table has no price for `swap 720p`. Give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'a swap, with its price',
    { feature: 'swap', quality: '720p', credits: 60, count: 4 },
    ['240: 4 x swap 720p, by plan'],
  ],
  [
    'credits below the price',
    { ...V6, quality: '1080p', duration: 15, audio: true, credits: 0, count: 1000 },
    [
      'item-undercut: `credits` must be at least 345, but is 0. That is its published price: only the input `prices` can make it cheaper.',
    ],
  ],
  [
    'credits below the price, with a switch',
    { ...V6, multi_clip: true, credits: 1 },
    [
      'item-undercut: `credits` must be at least 45, but is 1. The cheapest that it could be costs so much. If PixVerse charges less, give its price in the input `prices`.',
    ],
  ],
  [
    'price for credits',
    { feature: 'swap', price: 60 },
    [
      'item-field: there is no field `price`. Did you mean `credits`? If it is a note of your own, give it another name.',
    ],
  ],
  [
    'an effect',
    { ...V6, img_id: 1, template_id: 302325299692608 },
    [
      'item-unpriced-switch: the built-in table has no price for a clip with `template_id`. Turn it off, or give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'a sound effect on top',
    { ...V6, model: 'v5', sound_effect_switch: true, lip_sync_tts_switch: false },
    [
      'item-unpriced-switch: the built-in table has no price for a clip with `sound_effect_switch`. Turn it off, or give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    "notes of one's own",
    { ...V6, id: 3, scene: 'harbour', notes: 'x', title: 'Opening', tags: ['a'], author: 'me' },
    ['45: 1 x text_to_video v6 720p 5 s, by table', 'ignored: id, scene, notes, title, tags, author'],
  ],
  ['a number for a name', { ...V6, name: 3 }, ['45: 1 x text_to_video v6 720p 5 s, by table']],
  [
    'a switch by half of its name',
    { ...V6, sound_effect: true },
    [
      'item-field: there is no field `sound_effect`. Did you mean `sound_effect_switch`? If it is a note of your own, give it another name.',
      'item-unpriced-switch: the built-in table has no price for a clip with `sound_effect_switch`. Turn it off, or give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'an effect in the letters of another language',
    { ...V6, templateId: 302325299692608 },
    [
      'item-field: there is no field `templateId`. Did you mean `template_id`?',
      'item-unpriced-switch: the built-in table has no price for a clip with `template_id`. Turn it off, or give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'not mute, of a model that makes no audio',
    { ...V6, model: 'v5', mute: false },
    [
      'item-field: there is no field `mute`. Did you mean `audio: true`? If it is a note of your own, give it another name.',
      'item-refused: PixVerse refuses this: v5 makes no audio, but audio is asked for. Change the request. If PixVerse takes it now, give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'fast, of a model that is not',
    { ...V6, fast: true },
    [
      'item-field: there is no field `fast`. Did you mean `motion_mode: fast`? If it is a note of your own, give it another name.',
      'item-refused: PixVerse refuses this: v6 has no `motion_mode`, but `motion_mode` is fast. Change the request. If PixVerse takes it now, give its price: as a row of the input `prices`, or as `credits` in the item.',
    ],
  ],
  [
    'a list of references by another name',
    { ...V6, video_reference: [{ video_id: 3 }] },
    [
      'item-field: there is no field `video_reference`. Did you mean `video_references`? If it is a note of your own, give it another name.',
    ],
  ],
  [
    'an envelope',
    { body: { model: 'V6', quality: 720, duration: '5' } },
    [
      'item-nested: fields that count stand under the key `body`, where they are not read. Put them into the item itself, without `body`. If they are a note of your own, give the key another name, such as `notes`.',
      'item-value: `model` must be one of v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5, but is `"V6"`. Did you mean v6?',
      'item-value: `quality` must be one of 360p, 540p, 720p, 1080p, but is 720. Did you mean 720p?',
      'item-value: `duration` must be a number of seconds, but is `"5"`. Did you mean 5, without quotation marks?',
    ],
  ],
  [
    'a text to speak, and nothing else',
    { lip_sync_tts_content: 'Hello' },
    [
      'item-feature: `feature` is missing, and `lip_sync_tts_content` does not say what the item is for. Add `feature`: lip_sync. For avatar, add `credits` too, the price of one generation.',
    ],
  ],
  [
    'a text',
    'A fox in the snow',
    [
      'item-shape: an item must be an object, but is `"A fox in the snow"`. An item is a request body of the PixVerse API, with `model`, `quality`, `duration` etc.',
    ],
  ],
  [
    'nothing',
    null,
    [
      'item-shape: an item must be an object, but is null. An item is a request body of the PixVerse API, with `model`, `quality`, `duration` etc.',
    ],
  ],
  [
    'only a prompt',
    { prompt: 'A fox in the snow' },
    [
      'item-missing: `model` is missing. Add it: one of v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5.',
      'item-missing: `quality` is missing. Add it: one of 360p, 540p, 720p, 1080p.',
      'item-missing: `duration` is missing. Add it, in seconds.',
    ],
  ],
  [
    'a music video',
    { feature: 'agent_music_mv', audio_media_id: '1', mv_agent_type: 'vibe_mv', quality: '1080p', duration: 61 },
    ['1373: 1 x agent_music_mv 1080p 61 s, by table'],
  ],
]

const sanitise = sanitiser('sk-of-the-tests-0123456789')

function answerTo(item: unknown): readonly string[] {
  const decoded = decodeItem(item, sanitise)
  const priced = decoded.kind === 'item' ? costOf(decoded.item, [], sanitise) : decoded
  if (priced.kind === 'faults') {
    return priced.faults.map(({ id, message, detail, hint }) => {
      return `${id}: ${[message, detail].filter((part) => part !== undefined).join(', ')}. ${hint}`
    })
  }
  if (decoded.kind === 'faults') return []
  const { each, what, by } = priced.cost
  const answer = `${each * BigInt(decoded.item.count)}: ${decoded.item.count} x ${what}, by ${by}`
  return decoded.ignored.length === 0 ? [answer] : [answer, `ignored: ${decoded.ignored.join(', ')}`]
}

describe('a plan as people write it', () => {
  test('there are more than fifty, each another', () => {
    expect(new Set(PLANS.map(([what]) => what)).size).toBe(PLANS.length)
    expect(PLANS.length).toBeGreaterThanOrEqual(50)
  })

  test.each(PLANS)('%s', (_, item, answer) => {
    expect(answerTo(item)).toEqual(answer)
  })
})
