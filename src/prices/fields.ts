import { isObject, own } from '../decode.js'
import { CLIP_FEATURES, FEATURE_ALIASES, FEATURES, type Feature, isOneOf, MODELS, QUALITIES } from './offers.js'
import { fold, isOneSlip } from './spelling.js'
import { COUNT, MODEL, QUALITY } from './values.js'

const COUNTED_FIELDS = [
  ...(['feature', 'model', 'quality', 'duration', 'audio', 'multi_clip', 'motion_mode', 'text'] as const),
  ...(['count', 'credits', 'name'] as const),
] as const

/** A field that is read. */
export type Counted = (typeof COUNTED_FIELDS)[number]

/** Names under which an item may give each: that of the API, and what a user may write instead. */
export const NAMES: Readonly<Record<Counted, { readonly name: string; readonly alias?: string }>> = {
  feature: { name: 'feature', alias: 'creation_type' },
  model: { name: 'model' },
  quality: { name: 'quality' },
  duration: { name: 'duration' },
  audio: { name: 'audio', alias: 'generate_audio_switch' },
  multi_clip: { name: 'multi_clip', alias: 'generate_multi_clip_switch' },
  motion_mode: { name: 'motion_mode' },
  text: { name: 'lip_sync_tts_content', alias: 'text' },
  count: { name: 'count' },
  credits: { name: 'credits' },
  name: { name: 'name' },
}

const COUNTED_AS: ReadonlyMap<string, Counted> = new Map(
  COUNTED_FIELDS.flatMap((field) => {
    const { name, alias = name } = NAMES[field]
    return [[name, field] as const, [alias, field] as const]
  }),
)

/** The field that a name stands for, if it is one of a field that is read. */
export function countedAs(name: string): Counted | undefined {
  return COUNTED_AS.get(name)
}

/** Turned on in a clip, they change its price in a way that is not published. */
export const SWITCHES = ['template_id', 'sound_effect_switch', 'lip_sync_switch', 'lip_sync_tts_switch'] as const

/**
 * Fields that tell what a request without `feature` is for; the first that it has decides. Source of this and of the
 * next two: the request bodies on https://docs.platform.pixverse.ai, read 2026-09.
 */
export const TELLING: readonly (readonly [field: string, feature: Feature])[] = [
  ['multi_transition', 'multi_transition'],
  ['video_references', 'fusion_with_video_references'],
  ['image_references', 'fusion'],
  ['first_frame_img', 'transition'],
  ['last_frame_img', 'transition'],
  ['img_id', 'image_to_video'],
]

/** Fields that only a request with a rate of its own has. With another `feature`, they tell of a price all the same. */
export const DECIDING: readonly (readonly [field: string, feature: Feature])[] = [
  ['restyle_id', 'restyle'],
  ['restyle_prompt', 'restyle'],
  ['mimic', 'mimic'],
  ['motion_control', 'mimic'],
  ['agent_id', 'agent_music_mv'],
  ['mv_agent_type', 'agent_music_mv'],
  ['lip_sync_tts_speaker_id', 'lip_sync'],
  ['lip_sync_tts_content', 'lip_sync'],
]

/** Per feature, the fields of its request that few others have. */
const FIELDS_OF: Readonly<Record<Feature, readonly string[]>> = {
  text_to_video: ['template_id', 'sound_effect_content'],
  image_to_video: ['img_id', 'template_id', 'sound_effect_content'],
  transition: ['first_frame_img', 'last_frame_img', 'sound_effect_content'],
  extend: ['source_video_id', 'video_media_id', 'template_id', 'sound_effect_content'],
  fusion: ['image_references'],
  fusion_with_video_references: ['image_references', 'video_references'],
  lip_sync: [
    'source_video_id',
    'video_media_id',
    'source_media_id',
    'audio_media_id',
    'lip_sync_tts_speaker_id',
    'lip_sync_tts_content',
    'text',
  ],
  sound_effect: ['source_video_id', 'video_media_id', 'sound_effect_content', 'original_sound_switch'],
  restyle: ['source_video_id', 'video_media_id', 'restyle_id', 'restyle_prompt'],
  upscale: ['source_video_id', 'video_media_id'],
  mimic: ['source_video_id', 'video_media_id', 'img_id', 'mimic', 'motion_control'],
  agent_music_mv: [
    'agent_id',
    'mv_agent_type',
    'lip_sync_switch',
    'audio_media_id',
    'image_references',
    'img_references',
    'style_img_references',
    'mv_style',
    'music_style',
    'lyric_text',
    'lyric_timestamp',
  ],
  modify: ['source_video_id', 'video_media_id', 'img_ids', 'mask_ids', 'mask_urls', 'keyframe_id', 'keyframe_ids'],
  swap: ['source_video_id', 'video_media_id', 'img_id', 'keyframe_id', 'mask_id'],
  swap_mask: ['source_video_id', 'video_media_id', 'keyframe_id'],
  multi_transition: ['multi_transition'],
  avatar: ['img_id', 'avatar_id', 'audio_media_id', 'lip_sync_tts_speaker_id', 'lip_sync_tts_content'],
  template_video: ['img_id', 'img_ids', 'template_id'],
  image_template: ['img_ids', 'template_id'],
}

const WITH_MODEL: ReadonlySet<Feature> = new Set<Feature>([...CLIP_FEATURES, 'multi_transition', 'template_video'])

/** Whether a request for a feature names a model. */
export function takesModel(feature: Feature): boolean {
  return WITH_MODEL.has(feature)
}

/** A clip speaks a text only when one of these is in its request. */
const SPEAKING = ['lip_sync_switch', 'lip_sync_tts_switch']
const SPOKEN = ['lip_sync_tts_speaker_id', 'lip_sync_tts_content']

/** Whether a field is of a text that clips speak, too. */
export function isSpoken(field: string): boolean {
  return SPOKEN.includes(field)
}

/** They narrow down what a request is for, but their presence alone leaves nothing open. */
const NARROWING = ['template_id', 'sound_effect_content', 'text', 'lip_sync_switch', 'lip_sync_tts_switch']

/** Fields of the API that no price depends on. Never taken for a misspelt one. */
const PLAIN = [
  ...['prompt', 'negative_prompt', 'seed', 'style', 'style_id', 'aspect_ratio', 'water_mark', 'watermark'],
  ...['camera_movement', 'thinking_type', 'reference_mode', 'sound_mode', 'keep_original_sound', 'video_style'],
  ...['caption_switch', 'instrumental_switch', 'language_code', 'avatar_presence_level', 'product_url', 'ref_name'],
  ...['img_url', 'image_url', 'video_url', 'file_url', 'video_id', 'webhook_id', 'trace_id', 'ai_trace_id'],
]

/** What a field may mean whose name is too common for a slip, if its value shows that it means one at all. */
interface Meaning {
  readonly right: string
  /** The value that the right field would have; undefined when the value is that of a note. */
  readonly read: (value: unknown) => unknown
}

function isWord(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

const TYPE: Meaning = {
  right: 'feature',
  read: (value) => (typeof value === 'string' && value.split('/').some(isFeatureWord) ? value : undefined),
}
const FAST: Meaning = {
  right: 'motion_mode',
  read: (value) => (value === 'fast' || value === true ? 'fast' : undefined),
}
const SIZE: Meaning = {
  right: 'quality',
  read: (value) => (QUALITY.guess(value) === undefined ? undefined : value),
}
const NUMBER_OF: Meaning = {
  right: 'count',
  // One is what there is anyway.
  read: (value) => (value !== 1 && (COUNT.read(value) ?? COUNT.guess(value)) !== undefined ? value : undefined),
}
const SILENT: Meaning = { right: 'audio', read: (value) => (value === false ? true : undefined) }
const SOUNDING: Meaning = { right: 'audio', read: (value) => (value === true ? true : undefined) }
const TEMPLATE: Meaning = {
  right: 'template_id',
  // Those of PixVerse have 15 digits; fewer may be a number of one's own.
  read: (value) => (isWord(value) && /^\d{9,}$/.test(String(value)) ? value : undefined),
}

const FEATURE_WORDS: ReadonlySet<string> = new Set(
  [...FEATURES, ...FEATURE_ALIASES.keys(), 't2v', 'i2v', 'r2v'].map((word) => fold(word)),
)

/** Whether a word can only be a feature: that `type` is `image` or `text` may be said of much else. */
function isFeatureWord(word: string): boolean {
  return FEATURE_WORDS.has(fold(word))
}

const COMMON_NAMES: readonly (readonly [names: readonly string[], ...meanings: Meaning[]])[] = [
  [['type', 'kind', 'task', 'operation', 'endpoint', 'action', 'op', 'api', 'api_name', 'method', 'function'], TYPE],
  [['service', 'workflow', 'job_type', 'task_name', 'request_kind'], TYPE],
  [['mode', 'generation_mode'], TYPE, FAST],
  [['motion', 'speed', 'fast', 'is_fast', 'fast_mode', 'fast_motion', 'performance_mode', 'video_mode'], FAST],
  [['size', 'format', 'definition', 'dimensions', 'output_size'], SIZE],
  [['number', 'numbers', 'num', 'batch', 'samples', 'takes', 'runs', 'times', 'amount'], NUMBER_OF],
  [['videos', 'clips', 'shots', 'outputs', 'results', 'renders', 'multiplier', 'multiply', 'make'], NUMBER_OF],
  [['rep', 'reps', 'reruns', 'loops', 'batches', 'pieces', 'pcs', 'units', 'mult', 'nb', 'nbr'], NUMBER_OF],
  [['instances', 'replicas', 'duplicates', 'dupes', 'per_prompt', 'per_request', 'per_item', 'per_scene'], NUMBER_OF],
  [['silent', 'is_silent', 'mute', 'muted', 'is_muted', 'no_audio', 'no_sound', 'without_audio'], SILENT],
  [['without_sound', 'disable_audio', 'disable_sound', 'audio_off', 'sound_off'], SILENT],
  [['music', 'with_music', 'bgm', 'voice', 'voice_over', 'speech', 'dialogue', 'ton'], SOUNDING],
  [['template'], TEMPLATE],
]
const MEANINGS: ReadonlyMap<string, readonly Meaning[]> = new Map(
  COMMON_NAMES.flatMap(([names, ...meanings]) => names.map((name) => [fold(name), meanings] as const)),
)

export type Role = 'counted' | 'switch' | 'tells' | 'plain'

const TELLING_FIELDS = new Set([
  ...TELLING.map(([field]) => field),
  ...FEATURES.flatMap((feature) => FIELDS_OF[feature]),
])
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...PLAIN.map((field) => [field, 'plain'] as const),
  ...[...TELLING_FIELDS].map((field) => [field, 'tells'] as const),
  ...SWITCHES.map((field) => [field, 'switch'] as const),
  ...[...COUNTED_AS.keys()].map((field) => [field, 'counted'] as const),
])

/** What a field of an item means to its price; undefined for one that neither the API nor this action knows. */
export function roleOf(field: string): Role | undefined {
  return ROLES.get(field)
}

/** One request has one of each. Whoever writes a list of them wants a generation for each. */
const SINGLE: ReadonlySet<string> = new Set(
  [
    ...['prompt', 'prompts', 'prompt_variants', 'seed', 'seeds', 'style', 'styles', 'aspect_ratio', 'aspect_ratios'],
    ...['camera_movement', 'camera_movements', 'img_id', 'first_frame_img', 'last_frame_img', 'source_video_id'],
    ...['video_media_id', 'audio_media_id', 'template_id', 'restyle_id'],
  ].map(fold),
)

/** Whether a field of the API, or one that is meant as such, is a list of objects. */
export function isListOfApi(field: string): boolean {
  return ['image_references', 'video_references', 'multi_transition'].includes(rightName(field) ?? field)
}

/** Whether a field has several values of which a request has one. */
export function hasSeveral(field: string, value: unknown): boolean {
  return Array.isArray(value) && value.length > 1 && SINGLE.has(fold(field))
}

/** Whether a field narrows down what a request is for. */
export function narrows(field: string): boolean {
  return TELLING_FIELDS.has(field) || SPEAKING.includes(field)
}

/**
 * Whether a field leaves open what a request without `feature` is for.
 * @param fields all fields of the item that narrow it down
 */
export function leavesOpen(field: string, fields: readonly string[]): boolean {
  if (NARROWING.includes(field) || TELLING.some(([telling]) => telling === field)) return false
  return !isSpoken(field) || !speaks(fields)
}

function speaks(fields: readonly string[]): boolean {
  return fields.some((field) => SPEAKING.includes(field))
}

/** Whether a field is one of the request of a feature. */
export function belongsTo(field: string, feature: Feature): boolean {
  return FIELDS_OF[feature].includes(field)
}

/**
 * The features whose requests have all of these fields.
 * @param fields fields of the item that narrow it down
 */
export function fitting(fields: readonly string[], hasModel: boolean): readonly Feature[] {
  const clipFields = speaks(fields) ? [...SPEAKING, ...SPOKEN] : []
  return FEATURES.filter(
    (feature) =>
      (takesModel(feature) || !hasModel) &&
      fields.every((field) => belongsTo(field, feature) || (takesModel(feature) && clipFields.includes(field))),
  )
}

/** What people write for a field, beyond another case or separator and one slip: right name, then the others. */
export const SYNONYMS: readonly (readonly [right: string, ...wrong: string[]])[] = [
  ['count', 'n', 'qty', 'quantity', 'repeat', 'repeats', 'repetitions', 'copies', 'how_many', 'batch_size'],
  ['count', 'num_videos', 'num_generations', 'num_outputs', 'create_count', 'number_of_videos', 'generations'],
  ['count', 'variants', 'variations', 'versions', 'iterations', 'repeat_count', 'amount', 'cnt', 'how_many_times'],
  ['count', 'repetition', 'repeat_times', 'generate_count', 'generate_n', 'to_generate', 'times_to_generate', 'iters'],
  ['count', 'n_iter', 'instance_count', 'num_return_sequences', 'num_seeds', 'seed_count', 'anzahl', 'cantidad'],
  ['count', 'target_count', 'desired_count', 'required_count', 'loop_count', 'candidates', 'replicates'],
  ['count', 'qnty', 'qtty', 'quantities'],
  ['duration', 'seconds', 'secs', 'sec', 'length', 'len', 'dur', 'duration_s', 'duration_sec', 'duration_secs'],
  ['duration', 'duration_seconds', 'duration_in_seconds', 'length_seconds', 'video_length', 'clip_length'],
  ['duration', 'video_duration', 'clip_duration', 'length_s', 'length_sec', 'length_in_seconds', 'clip_seconds'],
  ['duration', 'video_seconds', 'num_seconds', 'n_seconds', 'number_of_seconds'],
  ['duration', 'output_duration', 'video_len', 'clip_len'],
  ['generate_audio_switch', 'generate_audio', 'generate_audio_on', 'audio_switch', 'generate_sound'],
  ['audio', 'sound', 'with_audio', 'with_sound', 'has_audio', 'has_sound', 'enable_audio', 'audio_enabled'],
  ['audio', 'include_audio', 'audio_on', 'sound_on', 'native_audio', 'add_audio'],
  ['generate_multi_clip_switch', 'generate_multi_clip', 'multi_clip_switch'],
  ['multi_clip', 'multi_clips', 'multiple_clips', 'multi_shot', 'multi_shots', 'multiple_shots', 'multi'],
  ['motion_mode', 'motion_type', 'motion_speed'],
  ['quality', 'resolution', 'res', 'video_quality', 'video_resolution', 'output_resolution', 'output_quality'],
  ['quality', 'qualities', 'resolutions', 'render_quality', 'quality_level', 'video_definition'],
  ['model', 'engine', 'model_name', 'model_id', 'model_version', 'model_type', 'video_model', 'pixverse_model'],
  ['model', 'ai_model', 'base_model', 'gen_model', 'api_model', 'video_engine', 'pixverse_version'],
  ['feature', 'feature_type', 'feature_name', 'generation_type', 'task_type', 'request_type', 'video_type'],
  ['credits', 'credit', 'price', 'prices', 'cost', 'costs', 'credits_each', 'credit_cost', 'cost_credits'],
  ['credits', 'price_credits', 'credits_per_generation', 'credits_per_video', 'price_per_generation'],
  ['lip_sync_tts_content', 'tts_content', 'tts_text', 'lip_sync_text', 'lip_sync_content', 'lip_sync_tts_text'],
  ['name', 'names'],
  ['text', 'texts'],
  ['video_references', 'video_refs', 'reference_videos', 'ref_videos', 'ref_video', 'reference_video'],
  ['video_references', 'video_ref', 'video_reference_ids', 'input_videos'],
  ['image_references', 'image_refs', 'reference_images', 'ref_images', 'ref_image', 'reference_image'],
  ['first_frame_img', 'first_frame', 'first_frame_image', 'first_frame_img_id', 'first_frame_image_id'],
  ['last_frame_img', 'last_frame', 'last_frame_image', 'last_frame_img_id', 'last_frame_image_id'],
  ['img_id', 'image_id'],
  ['img_ids', 'image_ids'],
  ['sound_effect_switch', 'sound_effect', 'sound_effects', 'sfx', 'sfx_switch', 'enable_sound_effect'],
  ['lip_sync_switch', 'lip_sync', 'enable_lip_sync'],
]

/** A number of things that are generated, folded: video_count, num_clips, batchCount, number_of_videos. */
const THINGS = `(?:${[
  ...['video', 'clip', 'output', 'generation', 'gen', 'result', 'sample', 'batch', 'batche', 'variation', 'variant'],
  ...['version', 'take', 'copy', 'copie', 'render', 'run', 'item', 'request', 'iteration', 'repeat', 'repetition'],
  ...['creation', 'task', 'job', 'asset'],
].join('|')})s?`
const NUMBER = '(?:(?:n|nb|num|number|nr|count|total|qty|quantity|amount|howmany)(?:of)?|noof)'
/** How the number is meant: videos_per_prompt, clips_to_generate. */
const EACH = `(?:per(?:prompt|request|input|scene|shot|item|image|img|call|job|batch|run|row|line|entry)|to(?:make|generate|create|render))`
const NUMBER_OF_THINGS = new RegExp(
  `^(?:${NUMBER}${THINGS}|${THINGS}(?:counts?|qty|quantity|total|amount)|(?:video|clip|output)s?num|(?:${NUMBER})?(?:${THINGS}|(?:image|img|picture)s?)${EACH})$`,
)

/** A switch in words of one's own, folded: needs_audio, sound_enabled, use_multi_shots. */
const ASKED =
  '(?:is|has|with|enable|use|need|needs|require|requires|want|wants|make|create|produce|generate|generates|gen|add|include)'
const TURNED_ON = '(?:on|switch|flag|enabled|enable|generation|gen|generationswitch)'
const SWITCHES_IN_WORDS: readonly (readonly [pattern: RegExp, right: string])[] = [
  [new RegExp(`^(?:${ASKED}(?:native)?(?:audio|sound)s?${TURNED_ON}?|(?:audio|sound)${TURNED_ON})$`), 'audio'],
  [new RegExp(`^${ASKED}?multi(?:ple)?(?:clip|shot|scene|camera)s?(?:mode|${TURNED_ON})?$`), 'multi_clip'],
]

/** Right names by what people may write, folded; names of ours that are right win over synonyms. */
const RIGHT_NAMES: ReadonlyMap<string, string> = new Map([
  ...SYNONYMS.flatMap(([right, ...wrong]) => wrong.map((name) => [fold(name), right] as const)),
  ...[...ROLES].filter(([, role]) => role !== 'plain').map(([name]) => [fold(name), name] as const),
])

/** Shorter names are one slip away from ordinary words, such as test, next or game; longer ones from these. */
const SLIP_LENGTH_MIN = 5
const ORDINARY: ReadonlySet<string> = new Set(['taskid', 'audit', 'court', 'counter', 'mount', 'county'])
const SLIPS: readonly (readonly [folded: string, right: string])[] = [...ROLES]
  .filter(([, role]) => role !== 'plain')
  .map(([name]) => [fold(name), name] as const)
  .filter(([folded]) => folded.length >= SLIP_LENGTH_MIN && folded !== 'mimic')

/**
 * A name without its marks, for readers that drop them. For YAML, `count:3` and `count=3` within braces are names whose
 * value is null.
 */
function bare(field: string): string {
  const name = /^[^:=]+(?=[:=])/.exec(field)?.[0] ?? field
  return fold(name).replace(/[\p{P}\p{S}]/gu, '')
}

/**
 * The right name of a field that neither the API nor this action knows but that comes near one that counts: in another
 * case or form of letters, with other separators or marks, by one slip, or as a usual synonym.
 */
export function rightName(field: string): string | undefined {
  const folded = bare(field)
  if (ORDINARY.has(folded)) return undefined
  const known = RIGHT_NAMES.get(folded) ?? SLIPS.find(([name]) => isOneSlip(folded, name))?.[1]
  if (known !== undefined) return known
  if (NUMBER_OF_THINGS.test(folded)) return 'count'
  return SWITCHES_IN_WORDS.find(([pattern]) => pattern.test(folded))?.[1]
}

/** A field that counts, as which another one was meant. */
export interface Meant {
  readonly right: string
  /** What it would be there. */
  readonly value: unknown
}

/** What is done to a clip once it is made, and paid for besides. */
const AFTERWARDS: readonly Feature[] = ['upscale', 'restyle', 'modify', 'swap']
const FEATURE_NAMES: ReadonlyMap<string, Feature> = new Map(
  AFTERWARDS.map((feature) => [fold(feature), feature] as const),
)

/** Whether what a field means depends on its value. */
export function isCommonName(field: string): boolean {
  return MEANINGS.has(bare(field)) || FEATURE_NAMES.has(bare(field))
}

/** The field that counts that one of the item was meant as, which neither the API nor this action knows. */
export function meantBy(field: string, body: Readonly<Record<string, unknown>>): Meant | undefined {
  const value = body[field]
  const meanings = MEANINGS.get(bare(field))
  for (const { right, read } of meanings ?? []) {
    const meant = isGivenByAnyName(body, right) ? undefined : read(value)
    if (meant !== undefined) return { right, value: meant }
  }
  const right = meanings === undefined ? rightName(field) : undefined
  return right === undefined ? undefined : { right, value }
}

/** `upscale: true`: the feature that is the name of a field, where that one is asked for besides. */
export function featureAskedBy(field: string, body: Readonly<Record<string, unknown>>): Feature | undefined {
  return body[field] === true && !isGivenByAnyName(body, 'feature') ? FEATURE_NAMES.get(bare(field)) : undefined
}

/** Whether a field, or its other name, is in an item: of several that mean the same the right one counts. */
function isGivenByAnyName(body: Readonly<Record<string, unknown>>, right: string): boolean {
  const counted = countedAs(right)
  const { name, alias = name } = counted === undefined ? { name: right } : NAMES[counted]
  return isGiven(body, name) || isGiven(body, alias)
}

/** Whether an item has a field under this name. */
export function isGiven(body: Readonly<Record<string, unknown>>, name: string): boolean {
  // An empty expression must not silently become a count of 1.
  return Object.hasOwn(body, name) && (body[name] != null || name === 'count')
}

/** `{ count: 1,000 }`: within braces the comma ends the value, and the rest is a field without one. */
export function isBehindComma(field: string, value: unknown): boolean {
  return value === null && /^\d+$/.test(field)
}

/** Keys under which programs put a request, or settings that they add to it. A plain object takes over `__proto__`. */
const WRAPPERS = [
  ...['request', 'body', 'payload', 'params', 'parameters', 'options', 'settings', 'overrides', 'json', 'pixverse'],
  ...['requestbody', 'apirequest', 'pixverserequest', 'defaults', 'proto'],
]

/** Text and names are also in what is no request. */
const NESTED: ReadonlySet<string> = new Set([...COUNTED_AS.keys()].filter((name) => !/text|content|^name$/.test(name)))

/** Whether fields of a mapping, or what they are meant to be, are such as a request has. */
export function hasFieldsThatCount(value: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(value).some((key) => NESTED.has(key) || NESTED.has(rightName(key) ?? ''))
}

/** Whether a key is one under which programs put a request, or settings that they add to it. */
export function isEnvelope(field: string): boolean {
  return WRAPPERS.includes(bare(field))
}

/**
 * Whether fields that count stand in the value of a field that nobody knows: under a key that says so, or a request as a
 * whole, be it among others. Other notes may have a `quality` or a `duration` of their own.
 * @param isLoose whether misspelt fields count under such a key, because nothing else in the item does
 */
export function holdsRequest(field: string, value: unknown, isLoose: boolean): boolean {
  if (isEnvelope(field) && isObject(value)) {
    const counts = isLoose ? hasFieldsThatCount(value) : Object.keys(value).some((key) => NESTED.has(key))
    if (counts) return true
  }
  return hasWhole(value, NESTED_MAX)
}

/** How deep a request is looked for in what should be a note. */
const NESTED_MAX = 3

function hasWhole(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return isWhole(value) || (depth > 0 && Object.values(value).some((one) => hasWhole(one, depth - 1)))
}

/** Whether a value can only be a request. */
function isWhole(value: unknown): boolean {
  const [model, quality] = [own(value, 'model'), own(value, 'quality')]
  if (typeof model !== 'string' || quality === undefined) return false
  if (isOneOf(model, MODELS)) return true
  // Cameras have models and qualities, too.
  const isQuality = isWord(quality) && (isOneOf(String(quality), QUALITIES) || QUALITY.guess(quality) !== undefined)
  return isQuality && MODEL.guess(model) !== undefined
}

/** An item with what stands in its keys that hold a request in the places where it would be read. */
export function unwrapped(item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const isWrapper = ([field, value]: readonly [string, unknown]): boolean =>
    roleOf(field) === undefined && isObject(value) && (isEnvelope(field) || isWhole(value))
  const entries = Object.entries(item)
  const inside = entries.filter(isWrapper).flatMap(([, value]) => Object.entries(value as object))
  return Object.fromEntries([...inside, ...entries.filter((entry) => !isWrapper(entry))])
}
