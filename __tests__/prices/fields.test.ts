import { describe, expect, test } from '@jest/globals'
import {
  belongsTo,
  countedAs,
  fitting,
  isCommonName,
  leavesOpen,
  meantBy,
  narrows,
  rightName,
  roleOf,
} from '../../src/prices/fields.js'

/** A value that shows which field is meant. */
const SAYS: Readonly<Record<string, unknown>> = {
  feature: 'image_to_video',
  motion_mode: 'fast',
  quality: '1080p',
  count: 3,
  audio: false,
}

/** Right name, and what people write for it. */
const MISSPELT: readonly (readonly [right: string, ...wrong: string[]])[] = [
  ['count', 'counts', 'Count', 'COUNT', 'cuont', 'cont', 'n', 'qty', 'quantity', 'repeat', 'copies', 'how-many'],
  ['count', 'create_count', 'numVideos', 'batch_size', 'variations', 'repetitions'],
  ['count', 'video_count', 'num_clips', 'output_count', 'samples_count', 'batchCount', 'n_videos', 'number_of_videos'],
  [
    'count',
    'numOutputs',
    'num-generations',
    'countOfClips',
    'total_videos',
    'videosTotal',
    'clip_qty',
    'NumberOfTakes',
  ],
  [
    'count',
    'count:100',
    'count=3',
    'count:',
    'count :3',
    '(count)',
    '$count',
    'count[]',
    '"count"',
    'co\uFFFDu\uFFFDnt',
  ],
  ['count', 'n:2', '#n', 'video.count', 'num/clips', 'count:model'],
  ['count', 'n_batches', 'amount_of_copies', 'requestCount', 'video_num', 'quantity_of_versions'],
  ['count', 'cnt', 'how_many_videos', 'videos_per_prompt', 'num_videos_per_prompt', 'images_per_prompt', 'nb_videos'],
  ['count', 'no_of_clips', 'videosPerRequest', 'clips-to-generate', 'num_return_sequences', 'how_many_times'],
  ['count', 'instance_count', 'seedCount', 'repetition', 'generate_n', 'anzahl', 'outputs per scene'],
  ['audio', 'needs_audio', 'use_sound', 'generates_audio', 'sound_enabled', 'soundSwitch', 'audio_flag', 'gen_audio'],
  ['multi_clip', 'multi', 'enable_multi_clip', 'multi_shot_switch', 'isMultiShot', 'multi_scene', 'multi_clip_mode'],
  ['count', 'target_count', 'desiredCount', 'qnty', 'candidates', 'loop_count'],
  ['audio', 'generate_native_audio', 'requires_audio', 'with_sounds', 'audio_generation_switch'],
  ['video_references', 'video_ref', 'video_reference_ids', 'inputVideos'],
  ['sound_effect_switch', 'sfx_switch'],
  ['lip_sync_switch', 'enable_lip_sync'],
  ['duration', 'clip_seconds', 'number_of_seconds', 'output_duration', 'lengthInSeconds'],
  ['quality', 'qualities', 'render_quality', 'video_definition'],
  ['model', 'ai_model', 'pixverse_version', 'video_engine'],
  ['duration', 'Duration', 'durations', 'duraton', 'seconds', 'secs', 'length', 'duration_seconds', 'durationSeconds'],
  ['duration', 'duration:15', 'duration=15', '{duration}', 'd.u.r.a.t.i.o.n', 'seconds:15'],
  ['quality', 'quality:1080p', '*quality*', 'resolution:1080p'],
  ['audio', 'audio:true', '!audio!', 'with_audio:true'],
  ['duration', 'clip_length', 'videoDuration', 'dura\u200Btion', 'ｄｕｒａｔｉｏｎ'],
  ['generate_audio_switch', 'generate_audio', 'generateAudioSwitch', 'Generate_Audio_Switch', 'generate_audio_swich'],
  ['audio', 'Audio', 'audios', 'sound', 'with_audio', 'hasSound', 'enable_audio'],
  ['generate_multi_clip_switch', 'generateMultiClip', 'generate_multiclip_switch', 'multi_clip_switch'],
  ['multi_clip', 'multiClip', 'multi-clip', 'multiclips', 'multi_shot'],
  ['motion_mode', 'motionMode', 'motion mode', 'motion_type', 'motionmodes'],
  ['quality', 'Quality', 'qualtiy', 'resolution', 'res', 'video_quality'],
  ['model', 'Model', 'models', 'engine', 'model_name', 'modelVersion'],
  ['feature', 'Feature', 'features', 'task_type', 'generationType'],
  ['creation_type', 'creationType', 'creation_types'],
  ['credits', 'credit', 'Credits', 'price', 'cost', 'credits_each'],
  ['lip_sync_tts_content', 'lip_sync_tts_conent', 'tts_text', 'lipSyncTtsContent'],
  ['text', 'Text', 'texts'],
  ['name', 'Name', 'NAME', 'names'],
  ['video_references', 'video_reference', 'Video_References', 'videoReferences', 'video_refs', 'reference_videos'],
  ['image_references', 'image_reference', 'imageReferences', 'reference_images'],
  ['first_frame_img', 'first_frame', 'firstFrameImg', 'first_frame_img_id'],
  ['last_frame_img', 'last_frame', 'last_frame_image_id'],
  ['multi_transition', 'multiTransition', 'multi_transitions'],
  ['img_id', 'imgId', 'IMG_ID', 'image_id'],
  ['img_ids', 'imgIds', 'image_ids'],
  ['source_video_id', 'sourceVideoId', 'source_video_ids'],
  ['template_id', 'templateId', 'template_ids'],
  ['sound_effect_switch', 'sound_effect', 'soundEffectSwitch'],
  ['lip_sync_switch', 'lip_sync', 'lipsync', 'lip_sync_swich'],
]

/** Fields of the API that are neither counted nor tell what a request is for. */
const PLAIN = [
  ...['prompt', 'negative_prompt', 'seed', 'style', 'style_id', 'aspect_ratio', 'water_mark', 'watermark'],
  ...['camera_movement', 'thinking_type', 'reference_mode', 'sound_mode', 'keep_original_sound', 'video_style'],
  ...['caption_switch', 'instrumental_switch', 'language_code', 'avatar_presence_level', 'product_url', 'ref_name'],
  ...['img_url', 'image_url', 'video_url', 'file_url', 'video_id', 'webhook_id', 'trace_id', 'ai_trace_id'],
]

const NOTES = [
  ...[
    'scene',
    'notes',
    'note',
    'id',
    'title',
    'tags',
    'comment',
    'comments',
    'description',
    'author',
    'shot',
    'camera',
  ],
  ...['lens', 'mood', 'test', 'next', 'game', 'same', 'context', 'index', 'order', 'file', 'output', 'path', 'url'],
  ...['lang', 'voice', 'music', 'caption', 'location', 'time', 'date', 'priority', 'reviewer', 'status', 'draft'],
  ...['enabled', '$schema', '//', '_comment', 'metadata', 'extra', 'project', 'episode', 'width', 'height', 'fps'],
  ...['version', 'created_at', 'account', 'country', 'discount', 'mimics', 'mime', 'label', 'aspect', 'dialogue'],
  ...['shot_count', 'scene_count', 'word_count', 'frame_count', 'version_num', 'job_number', 'item_number', 'total'],
  ...['audio/video', 'prompt:n', '%', '#', 'https://example.com/?n=3', 'shot:3', 'scene=2', '≈', 'a.n'],
  ...[
    'is_audited',
    'audio_track',
    'sound_design',
    'with_music',
    'multi_language',
    'multicam',
    'fast_cut',
    'per_prompt',
  ],
  ...[
    'task_id',
    'audit',
    'court',
    'loop',
    'loops',
    'factor',
    'category',
    'total_duration',
    'target_duration',
    'duration_ms',
  ],
  ...['to_generate_later', 'seconds_per_video', 'shots_per_scene', 'takes_on', 'max_videos', 'no', 'nr', 'x', 'volume'],
  ...['clip_number', 'batch_id', 'run_id', 'output_path', 'video_title', 'n_shots', 'no_clips'],
  ...['', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'x'.repeat(10_000), `count${'x'.repeat(100)}`],
]

describe('a misspelt field', () => {
  test.each(MISSPELT.flatMap(([right, ...wrong]) => wrong.map((name) => [name, right])))(
    '%j means %s',
    (name, right) => {
      expect([roleOf(name), isCommonName(name), rightName(name)]).toEqual([undefined, false, right])
    },
  )

  test.each(NOTES)('%j is a note of somebody', (name) => {
    expect([roleOf(name), rightName(name), meantBy(name, { [name]: 'a note' })]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test.each([
    ['type', 'feature'],
    ['Method', 'feature'],
    ['api_name', 'feature'],
    ['jobType', 'feature'],
    ['is_fast', 'motion_mode'],
    ['dimensions', 'quality'],
    ['reps', 'count'],
    ['pieces', 'count'],
    ['no-audio', 'audio'],
    ['Silent', 'audio'],
    ['disable_audio', 'audio'],
    ['isMuted', 'audio'],
    ['performance_mode', 'motion_mode'],
    ['video_mode', 'motion_mode'],
    ['Kind', 'feature'],
    ['task', 'feature'],
    ['mode', 'feature', 'motion_mode'],
    ['generationMode', 'feature', 'motion_mode'],
    ['operation', 'feature'],
    ['endpoint', 'feature'],
    ['action', 'feature'],
    ['motion', 'motion_mode'],
    ['speed', 'motion_mode'],
    ['size', 'quality'],
    ['format', 'quality'],
    ['number', 'count'],
    ['num', 'count'],
    ['batch', 'count'],
    ['samples', 'count'],
    ['takes', 'count'],
    ['runs', 'count'],
    ['times', 'count'],
    ['amount', 'count'],
    ['videos', 'count'],
    ['clips', 'count'],
    ['Outputs', 'count'],
    ['results', 'count'],
    ['renders', 'count'],
    ['multiplier', 'count'],
    ['videos:3', 'count'],
    ['(num)', 'count'],
  ])('%s may mean %s, if its value says so', (name, ...fields) => {
    expect([roleOf(name), isCommonName(name)]).toEqual([undefined, true])
    for (const field of fields) expect(meantBy(name, { [name]: SAYS[field] })?.right).toBe(field)
    expect(meantBy(name, { [name]: 'a note' })).toBeUndefined()
  })
})

describe('a field of an item', () => {
  test.each(PLAIN)('%s is one of the API that no price depends on', (name) => {
    expect([roleOf(name), narrows(name), countedAs(name)]).toEqual(['plain', false, undefined])
  })

  test.each([
    ['feature', 'feature'],
    ['creation_type', 'feature'],
    ['model', 'model'],
    ['quality', 'quality'],
    ['duration', 'duration'],
    ['audio', 'audio'],
    ['generate_audio_switch', 'audio'],
    ['multi_clip', 'multi_clip'],
    ['generate_multi_clip_switch', 'multi_clip'],
    ['motion_mode', 'motion_mode'],
    ['lip_sync_tts_content', 'text'],
    ['text', 'text'],
    ['count', 'count'],
    ['credits', 'credits'],
    ['name', 'name'],
  ])('%s is read as %s', (name, field) => {
    expect([roleOf(name), countedAs(name)]).toEqual(['counted', field])
  })

  test.each(['template_id', 'sound_effect_switch', 'lip_sync_switch', 'lip_sync_tts_switch'])(
    '%s is a switch',
    (name) => {
      expect(roleOf(name)).toBe('switch')
    },
  )
})

describe('what a request without feature is for', () => {
  test.each([
    'multi_transition',
    'video_references',
    'image_references',
    'first_frame_img',
    'last_frame_img',
    'img_id',
  ])('%s tells it', (field) => {
    expect([roleOf(field), narrows(field), leavesOpen(field, [field])]).toEqual(['tells', true, false])
  })

  /** Fields that leave it open, and the features whose requests have them. */
  const OPEN: readonly (readonly [string, string])[] = [
    ['source_video_id', 'extend lip_sync sound_effect restyle upscale mimic modify swap swap_mask'],
    ['video_media_id', 'extend lip_sync sound_effect restyle upscale mimic modify swap swap_mask'],
    ['source_media_id', 'lip_sync'],
    ['audio_media_id', 'lip_sync agent_music_mv avatar'],
    ['lip_sync_tts_speaker_id', 'lip_sync avatar'],
    ['lip_sync_tts_content', 'lip_sync avatar'],
    ['img_ids', 'modify template_video image_template'],
    ['agent_id', 'agent_music_mv'],
    ['mv_agent_type', 'agent_music_mv'],
    ['mv_style', 'agent_music_mv'],
    ['music_style', 'agent_music_mv'],
    ['lyric_text', 'agent_music_mv'],
    ['lyric_timestamp', 'agent_music_mv'],
    ['img_references', 'agent_music_mv'],
    ['style_img_references', 'agent_music_mv'],
    ['restyle_id', 'restyle'],
    ['restyle_prompt', 'restyle'],
    ['original_sound_switch', 'sound_effect'],
    ['mimic', 'mimic'],
    ['motion_control', 'mimic'],
    ['avatar_id', 'avatar'],
    ['mask_id', 'swap'],
    ['mask_ids', 'modify'],
    ['mask_urls', 'modify'],
    ['keyframe_id', 'modify swap swap_mask'],
    ['keyframe_ids', 'modify'],
  ]

  test.each(OPEN)('%s leaves it open: %s', (field, features) => {
    expect([narrows(field), leavesOpen(field, [field]), fitting([field], false)]).toEqual([
      true,
      true,
      features.split(' '),
    ])
  })

  test.each(['template_id', 'sound_effect_content', 'text', 'lip_sync_switch', 'lip_sync_tts_switch'])(
    '%s leaves nothing open, but narrows it down',
    (field) => {
      expect([narrows(field), leavesOpen(field, [field])]).toEqual([true, false])
    },
  )

  test.each([
    [['source_video_id'], true, ['extend']],
    [['source_video_id', 'lip_sync_tts_content'], false, ['lip_sync']],
    [['source_video_id', 'audio_media_id'], false, ['lip_sync']],
    [['source_video_id', 'text'], false, ['lip_sync']],
    [['source_video_id', 'img_id'], false, ['mimic', 'swap']],
    [['video_media_id', 'sound_effect_content'], false, ['extend', 'sound_effect']],
    [['img_id', 'audio_media_id'], false, ['avatar']],
    [['img_ids', 'template_id'], false, ['template_video', 'image_template']],
    [['img_ids', 'template_id'], true, ['template_video']],
    [['agent_id', 'image_references'], false, ['agent_music_mv']],
    [['agent_id', 'video_references'], false, []],
    [['mv_agent_type', 'audio_media_id', 'lip_sync_switch'], false, ['agent_music_mv']],
    [['source_video_id', 'lip_sync_switch', 'lip_sync_tts_content'], true, ['extend']],
    [['source_video_id', 'lip_sync_tts_switch', 'lip_sync_tts_speaker_id'], false, ['extend']],
    [['img_ids', 'lip_sync_tts_switch', 'lip_sync_tts_content'], true, ['template_video']],
  ])('%j, with a model: %p, fit %j', (fields, hasModel, features) => {
    expect(fitting(fields, hasModel)).toEqual(features)
  })

  test.each(['lip_sync_tts_content', 'lip_sync_tts_speaker_id'])(
    'in a clip that speaks, %s leaves nothing open',
    (field) => {
      expect(leavesOpen(field, ['lip_sync_switch', field])).toBe(false)
      expect(leavesOpen(field, ['lip_sync_tts_switch', field])).toBe(false)
      expect(leavesOpen('source_video_id', ['lip_sync_tts_switch', 'source_video_id'])).toBe(true)
    },
  )

  test('a field belongs to the features that have it in their request', () => {
    expect(belongsTo('video_references', 'fusion_with_video_references')).toBe(true)
    expect(belongsTo('video_references', 'fusion')).toBe(false)
  })
})
