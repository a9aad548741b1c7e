export const id = 176;
export const ids = [176];
export const modules = {
    176: ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.r(__webpack_exports__);
        __webpack_require__.d(__webpack_exports__, {
            readPlan: () => (readPlan)
        });
        var fault = __webpack_require__(135);
        var decode = __webpack_require__(341);
        var safe_text = __webpack_require__(452);
        ;
        const LENGTH_MAX = 100;
        function fold(text) {
            return (text
                .slice(0, LENGTH_MAX)
                .normalize('NFKC')
                .toLowerCase()
                .replaceAll('ı', 'i')
                .replace(/[\s_\u0307\p{Pd}\p{C}\p{Default_Ignorable_Code_Point}]/gu, ''));
        }
        function isOneSlip(one, other) {
            if (Math.abs(one.length - other.length) > 1)
                return false;
            const shorter = Math.min(one.length, other.length);
            let start = 0;
            while (start < shorter && one[start] === other[start])
                start++;
            let end = 0;
            while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end))
                end++;
            const left = one.slice(start, one.length - end);
            const right = other.slice(start, other.length - end);
            if (left.length < 2 && right.length < 2)
                return left !== right;
            return left.length === 2 && left === right.split('').reverse().join('');
        }
        function either(words) {
            return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' or ');
        }
        ;
        const MODELS = ['v6', 'c1', 'v5.6', 'v5.5', 'v5', 'v4.5', 'v4', 'v3.5'];
        const QUALITIES = ['360p', '540p', '720p', '1080p'];
        const MOTION_MODES = ['normal', 'fast'];
        const UNPRICED_MODELS = new Map([
            ['v6-max', 'v6'],
            ['v5-fast', 'v5'],
        ]);
        const CLIP_FEATURES = [
            'text_to_video',
            'image_to_video',
            'transition',
            'extend',
            'fusion',
            'fusion_with_video_references',
        ];
        const RATED_FEATURES = ['lip_sync', 'sound_effect', 'restyle', 'upscale', 'mimic', 'agent_music_mv'];
        const UNPRICED_FEATURES = [
            'modify',
            'swap',
            'swap_mask',
            'multi_transition',
            'avatar',
            'template_video',
            'image_template',
        ];
        const PRICED_FEATURES = [...CLIP_FEATURES, ...RATED_FEATURES];
        const FEATURES = [...PRICED_FEATURES, ...UNPRICED_FEATURES];
        const FEATURE_ALIASES = new Map([['motion_control', 'mimic']]);
        const MUSIC_MV_SECONDS = { least: 10, most: 360 };
        function isOneOf(text, words) {
            return words.some((word) => word === text);
        }
        function isRated(feature) {
            return isOneOf(feature, RATED_FEATURES);
        }
        const OFFERS = {
            v6: { seconds: undefined, audio: true, multiClip: true, motionMode: false },
            c1: { seconds: undefined, audio: true, multiClip: false, motionMode: false },
            'v5.6': { seconds: [5, 8, 10], secondsAt1080p: [5, 8], audio: true, multiClip: false, motionMode: false },
            'v5.5': { seconds: [5, 8, 10], secondsAt1080p: [5, 8], audio: true, multiClip: true, motionMode: false },
            v5: { seconds: [5, 8], audio: false, multiClip: false, motionMode: false },
            'v4.5': { seconds: [5, 8], audio: false, multiClip: false, motionMode: true },
            v4: { seconds: [5, 8], audio: false, multiClip: false, motionMode: true },
            'v3.5': { seconds: [5, 8], secondsAt1080p: [5], audio: false, multiClip: false, motionMode: true },
        };
        function refusals(clip) {
            const { model, quality, duration } = clip;
            const offer = OFFERS[model];
            const found = [];
            const refuse = (takes, asked) => found.push({ takes: `${model} ${takes}`, asked });
            if (duration !== undefined && clip.feature !== 'fusion_with_video_references') {
                const { accepts, takes } = lengths(offer, clip);
                if (!accepts(duration))
                    refuse(takes, `\`duration\` is ${duration}`);
            }
            if (clip.audio && !offer.audio)
                refuse('makes no audio', 'audio is asked for');
            if (clip.multiClip && !offer.multiClip)
                refuse('makes no multi clip', 'multi clip is asked for');
            if (clip.motionMode === 'fast' && !offer.motionMode)
                refuse('has no `motion_mode`', '`motion_mode` is fast');
            else if (clip.motionMode === 'fast' && quality === '1080p')
                refuse('has no fast motion at 1080p', '`motion_mode` is fast');
            return found;
        }
        function lengths(offer, { quality, motionMode }) {
            if (offer.seconds === undefined) {
                return {
                    accepts: (seconds) => Number.isInteger(seconds) && seconds >= 1 && seconds <= 15,
                    takes: 'takes a whole number of seconds from 1 to 15',
                };
            }
            const shorter = quality === '1080p' ? offer.secondsAt1080p : undefined;
            const fast = motionMode === 'fast' && offer.motionMode;
            const seconds = fast ? [5] : (shorter ?? offer.seconds);
            const when = fast ? ' in fast motion' : shorter === undefined ? '' : ' at 1080p';
            return {
                accepts: (length) => seconds.includes(length),
                takes: `takes ${either(seconds)} seconds${when}`,
            };
        }
        function musicRefusal(duration) {
            const { least, most } = MUSIC_MV_SECONDS;
            if (duration >= least && duration <= most)
                return undefined;
            return { takes: `agent_music_mv takes ${least} to ${most} seconds`, asked: `\`duration\` is ${duration}` };
        }
        ;
        const MILLION = 1000000n;
        function millionths(value) {
            const match = /^(\d+)(?:\.(\d{1,6}))?$/.exec(String(value));
            if (match === null)
                return undefined;
            return BigInt(`${match[1]}${(match[2] ?? '').padEnd(6, '0')}`);
        }
        function exactly(value) {
            const exact = millionths(value);
            if (exact === undefined)
                throw new RangeError(`${value} is not a decimal number of at most six decimals`);
            return exact;
        }
        function divideUp(dividend, divisor) {
            return (dividend + divisor - 1n) / divisor;
        }
        function inDigits(amount) {
            const rest = String(amount % MILLION)
                .padStart(6, '0')
                .replace(/0+$/, '');
            return `${amount / MILLION}${rest === '' ? '' : '.'}${rest}`;
        }
        ;
        function wrongValue(id, name, value, kind, sanitise) {
            const meant = kind.guess(value);
            const message = (0, safe_text.gB) `\`${sanitise(name, 40)}\` must be ${kind.expected}`;
            const hint = meant === undefined ? kind.hint : didYouMean(meant, value);
            return { fault: { id, message, hint, detail: (0, safe_text.gB) `but is ${shown(value, sanitise)}` }, meant };
        }
        function didYouMean(meant, value) {
            const quoted = typeof value === 'string' && typeof meant !== 'string' && value === String(meant);
            return (0, safe_text.gB) `Did you mean ${(0, safe_text.pj)(String(meant))}${(0, safe_text.pj)(quoted ? ', without quotation marks' : '')}?`;
        }
        function shown(value, sanitise) {
            if (typeof value === 'string')
                return (0, safe_text.gB) `\`${sanitise(JSON.stringify(value.slice(0, 100)), 60)}\``;
            if (Array.isArray(value))
                return (0, safe_text.gB) `a list`;
            if (typeof value === 'object' && value !== null)
                return (0, safe_text.gB) `an object`;
            return (0, safe_text.pj)(String(value));
        }
        function oneOf(words) {
            return (0, safe_text.pj)(words.length > 2 ? `one of ${words.join(', ')}` : either(words));
        }
        const NO_ALIASES = new Map();
        function words(known, near, { aliases = NO_ALIASES, expected = oneOf(known), } = {}) {
            const exact = new Map([...known.map((word) => [word, word]), ...aliases]);
            return {
                expected,
                read: (value) => {
                    if (typeof value !== 'string')
                        return undefined;
                    const word = exact.get(value);
                    if (word !== undefined)
                        return word;
                    return value.trim() === '' || near(value) !== undefined ? undefined : value;
                },
                guess: (value) => (typeof value === 'string' || typeof value === 'number' ? near(String(value)) : undefined),
                hint: (0, safe_text.gB) `Write ${oneOf(known)}.`,
            };
        }
        const FEATURE_WORDS = new Map([
            ...FEATURES.map((feature) => [fold(feature), feature]),
            ...[...FEATURE_ALIASES].map(([alias, feature]) => [fold(alias), feature]),
            ...['t2v', 'text2video', 'txt2video', 'text'].map((word) => [word, 'text_to_video']),
            ...['i2v', 'img2video', 'image2video', 'imgtovideo', 'image', 'img'].map((word) => [word, 'image_to_video']),
            ...['extension', 'videoextend', 'extendvideo'].map((word) => [word, 'extend']),
            ...['firstlastframe', 'keyframes'].map((word) => [word, 'transition']),
            ...['referencetovideo', 'reference', 'r2v'].map((word) => [word, 'fusion']),
            ...['speech', 'tts'].map((word) => [word, 'lip_sync']),
            ...['sound', 'soundeffects', 'sfx'].map((word) => [word, 'sound_effect']),
            ...['musicmv', 'mv', 'musicvideo'].map((word) => [word, 'agent_music_mv']),
        ]);
        const MODEL_WORDS = new Map([...UNPRICED_MODELS.keys(), ...MODELS].flatMap((model) => {
            const word = fold(model);
            const spellings = [word, word.replace('.', ''), `${word}.0`];
            return [...spellings, ...spellings.map((spelling) => spelling.replace(/^v/, ''))].map((spelling) => [spelling, model]);
        }));
        const QUALITY_WORD = /^(?:\d+[x×])?(360|540|720|1080)[pi]?$/;
        const FEATURE = words(FEATURES, (text) => {
            const folded = fold(text);
            return FEATURE_WORDS.get(folded) ?? FEATURES.find((feature) => isOneSlip(folded, fold(feature)));
        }, { aliases: FEATURE_ALIASES, expected: (0, safe_text.gB) `a feature of the API` });
        const MODEL = words(MODELS, (text) => unlessExact(text, MODEL_WORDS.get(fold(text).replace(/^pixverse/, ''))));
        const QUALITY = words(QUALITIES, (text) => {
            const [, lines] = QUALITY_WORD.exec(fold(text)) ?? [];
            return lines === undefined ? undefined : `${lines}p`;
        });
        const MOTION_MODE = words(MOTION_MODES, (text) => {
            const folded = fold(text);
            return MOTION_MODES.find((mode) => folded === mode || isOneSlip(folded, mode));
        });
        function unlessExact(text, word) {
            return text === word ? undefined : word;
        }
        const YES = ['true', 'yes', 'on', 'y', '1'];
        const NO = ['false', 'no', 'off', 'n', '0'];
        const SWITCH = {
            expected: (0, safe_text.gB) `true or false`,
            read: (value) => (typeof value === 'boolean' ? value : undefined),
            guess: (value) => {
                if (typeof value !== 'string' && typeof value !== 'number')
                    return undefined;
                const folded = fold(String(value));
                return YES.includes(folded) ? true : NO.includes(folded) ? false : undefined;
            },
            hint: (0, safe_text.gB) `Write true or false, without quotation marks.`,
        };
        const SECONDS = {
            expected: (0, safe_text.gB) `a number of seconds`,
            read: (value) => {
                if (typeof value !== 'number')
                    return undefined;
                if (Number.isSafeInteger(value) && value >= 0)
                    return value;
                return [value, Math.ceil(value * 1e6) / 1e6].find((seconds) => millionths(seconds) !== undefined);
            },
            guess: (value) => {
                const [, digits] = typeof value === 'string' ? (/^(\d{1,6}(?:\.\d{1,6})?)(?:s|secs?|seconds?)?$/.exec(fold(value)) ?? []) : [];
                return digits === undefined ? undefined : Number(digits);
            },
            hint: (0, safe_text.gB) `Write the seconds as a number, such as 5.`,
        };
        const COUNT = {
            expected: (0, safe_text.gB) `a whole number of 1 or more`,
            read: (value) => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : undefined),
            guess: (value) => {
                const [, digits] = typeof value === 'string' ? (/^[x×]?([1-9]\d{0,8})[x×]?$/.exec(fold(value)) ?? []) : [];
                return digits === undefined ? undefined : Number(digits);
            },
            hint: (0, safe_text.gB) `Leave it out for one generation; for none, leave out the item.`,
        };
        const CREDITS = {
            expected: (0, safe_text.gB) `a number of 0 or more, of at most six decimals`,
            read: (value) => (typeof value === 'number' ? millionths(value) : undefined),
            guess: () => undefined,
            hint: (0, safe_text.gB) `Write the credits as a number, such as 60 or 22.5.`,
        };
        const TEXT = {
            expected: (0, safe_text.gB) `text`,
            read: (value) => (typeof value === 'string' ? value : undefined),
            guess: () => undefined,
            hint: (0, safe_text.gB) `Put it into quotation marks.`,
        };
        const NAME = {
            expected: (0, safe_text.gB) `text or a number`,
            read: (value) => {
                if (typeof value === 'string')
                    return value;
                return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : undefined;
            },
            guess: () => undefined,
            hint: (0, safe_text.gB) `Put it into quotation marks.`,
        };
        ;
        const COUNTED_FIELDS = [
            ...['feature', 'model', 'quality', 'duration', 'audio', 'multi_clip', 'motion_mode', 'text'],
            ...['count', 'credits', 'name'],
        ];
        const NAMES = {
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
        };
        const COUNTED_AS = new Map(COUNTED_FIELDS.flatMap((field) => {
            const { name, alias = name } = NAMES[field];
            return [[name, field], [alias, field]];
        }));
        function countedAs(name) {
            return COUNTED_AS.get(name);
        }
        const SWITCHES = ['template_id', 'sound_effect_switch', 'lip_sync_switch', 'lip_sync_tts_switch'];
        const TELLING = [
            ['multi_transition', 'multi_transition'],
            ['video_references', 'fusion_with_video_references'],
            ['image_references', 'fusion'],
            ['first_frame_img', 'transition'],
            ['last_frame_img', 'transition'],
            ['img_id', 'image_to_video'],
        ];
        const DECIDING = [
            ['restyle_id', 'restyle'],
            ['restyle_prompt', 'restyle'],
            ['mimic', 'mimic'],
            ['motion_control', 'mimic'],
            ['agent_id', 'agent_music_mv'],
            ['mv_agent_type', 'agent_music_mv'],
            ['lip_sync_tts_speaker_id', 'lip_sync'],
            ['lip_sync_tts_content', 'lip_sync'],
        ];
        const FIELDS_OF = {
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
        };
        const WITH_MODEL = new Set([...CLIP_FEATURES, 'multi_transition', 'template_video']);
        function takesModel(feature) {
            return WITH_MODEL.has(feature);
        }
        const SPEAKING = ['lip_sync_switch', 'lip_sync_tts_switch'];
        const SPOKEN = ['lip_sync_tts_speaker_id', 'lip_sync_tts_content'];
        function isSpoken(field) {
            return SPOKEN.includes(field);
        }
        const NARROWING = ['template_id', 'sound_effect_content', 'text', 'lip_sync_switch', 'lip_sync_tts_switch'];
        const PLAIN = [
            ...['prompt', 'negative_prompt', 'seed', 'style', 'style_id', 'aspect_ratio', 'water_mark', 'watermark'],
            ...['camera_movement', 'thinking_type', 'reference_mode', 'sound_mode', 'keep_original_sound', 'video_style'],
            ...['caption_switch', 'instrumental_switch', 'language_code', 'avatar_presence_level', 'product_url', 'ref_name'],
            ...['img_url', 'image_url', 'video_url', 'file_url', 'video_id', 'webhook_id', 'trace_id', 'ai_trace_id'],
        ];
        function isWord(value) {
            return typeof value === 'string' || typeof value === 'number';
        }
        const TYPE = {
            right: 'feature',
            read: (value) => (typeof value === 'string' && value.split('/').some(isFeatureWord) ? value : undefined),
        };
        const FAST = {
            right: 'motion_mode',
            read: (value) => (value === 'fast' || value === true ? 'fast' : undefined),
        };
        const SIZE = {
            right: 'quality',
            read: (value) => (QUALITY.guess(value) === undefined ? undefined : value),
        };
        const NUMBER_OF = {
            right: 'count',
            read: (value) => (value !== 1 && (COUNT.read(value) ?? COUNT.guess(value)) !== undefined ? value : undefined),
        };
        const SILENT = { right: 'audio', read: (value) => (value === false ? true : undefined) };
        const SOUNDING = { right: 'audio', read: (value) => (value === true ? true : undefined) };
        const TEMPLATE = {
            right: 'template_id',
            read: (value) => (isWord(value) && /^\d{9,}$/.test(String(value)) ? value : undefined),
        };
        const fields_FEATURE_WORDS = new Set([...FEATURES, ...FEATURE_ALIASES.keys(), 't2v', 'i2v', 'r2v'].map((word) => fold(word)));
        function isFeatureWord(word) {
            return fields_FEATURE_WORDS.has(fold(word));
        }
        const COMMON_NAMES = [
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
        ];
        const MEANINGS = new Map(COMMON_NAMES.flatMap(([names, ...meanings]) => names.map((name) => [fold(name), meanings])));
        const TELLING_FIELDS = new Set([
            ...TELLING.map(([field]) => field),
            ...FEATURES.flatMap((feature) => FIELDS_OF[feature]),
        ]);
        const ROLES = new Map([
            ...PLAIN.map((field) => [field, 'plain']),
            ...[...TELLING_FIELDS].map((field) => [field, 'tells']),
            ...SWITCHES.map((field) => [field, 'switch']),
            ...[...COUNTED_AS.keys()].map((field) => [field, 'counted']),
        ]);
        function roleOf(field) {
            return ROLES.get(field);
        }
        const SINGLE = new Set([
            ...['prompt', 'prompts', 'prompt_variants', 'seed', 'seeds', 'style', 'styles', 'aspect_ratio', 'aspect_ratios'],
            ...['camera_movement', 'camera_movements', 'img_id', 'first_frame_img', 'last_frame_img', 'source_video_id'],
            ...['video_media_id', 'audio_media_id', 'template_id', 'restyle_id'],
        ].map(fold));
        function isListOfApi(field) {
            return ['image_references', 'video_references', 'multi_transition'].includes(rightName(field) ?? field);
        }
        function hasSeveral(field, value) {
            return Array.isArray(value) && value.length > 1 && SINGLE.has(fold(field));
        }
        function narrows(field) {
            return TELLING_FIELDS.has(field) || SPEAKING.includes(field);
        }
        function leavesOpen(field, fields) {
            if (NARROWING.includes(field) || TELLING.some(([telling]) => telling === field))
                return false;
            return !isSpoken(field) || !speaks(fields);
        }
        function speaks(fields) {
            return fields.some((field) => SPEAKING.includes(field));
        }
        function belongsTo(field, feature) {
            return FIELDS_OF[feature].includes(field);
        }
        function fitting(fields, hasModel) {
            const clipFields = speaks(fields) ? [...SPEAKING, ...SPOKEN] : [];
            return FEATURES.filter((feature) => (takesModel(feature) || !hasModel) &&
                fields.every((field) => belongsTo(field, feature) || (takesModel(feature) && clipFields.includes(field))));
        }
        const SYNONYMS = [
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
        ];
        const THINGS = `(?:${[
            ...['video', 'clip', 'output', 'generation', 'gen', 'result', 'sample', 'batch', 'batche', 'variation', 'variant'],
            ...['version', 'take', 'copy', 'copie', 'render', 'run', 'item', 'request', 'iteration', 'repeat', 'repetition'],
            ...['creation', 'task', 'job', 'asset'],
        ].join('|')})s?`;
        const NUMBER = '(?:(?:n|nb|num|number|nr|count|total|qty|quantity|amount|howmany)(?:of)?|noof)';
        const EACH = `(?:per(?:prompt|request|input|scene|shot|item|image|img|call|job|batch|run|row|line|entry)|to(?:make|generate|create|render))`;
        const NUMBER_OF_THINGS = new RegExp(`^(?:${NUMBER}${THINGS}|${THINGS}(?:counts?|qty|quantity|total|amount)|(?:video|clip|output)s?num|(?:${NUMBER})?(?:${THINGS}|(?:image|img|picture)s?)${EACH})$`);
        const ASKED = '(?:is|has|with|enable|use|need|needs|require|requires|want|wants|make|create|produce|generate|generates|gen|add|include)';
        const TURNED_ON = '(?:on|switch|flag|enabled|enable|generation|gen|generationswitch)';
        const SWITCHES_IN_WORDS = [
            [new RegExp(`^(?:${ASKED}(?:native)?(?:audio|sound)s?${TURNED_ON}?|(?:audio|sound)${TURNED_ON})$`), 'audio'],
            [new RegExp(`^${ASKED}?multi(?:ple)?(?:clip|shot|scene|camera)s?(?:mode|${TURNED_ON})?$`), 'multi_clip'],
        ];
        const RIGHT_NAMES = new Map([
            ...SYNONYMS.flatMap(([right, ...wrong]) => wrong.map((name) => [fold(name), right])),
            ...[...ROLES].filter(([, role]) => role !== 'plain').map(([name]) => [fold(name), name]),
        ]);
        const SLIP_LENGTH_MIN = 5;
        const ORDINARY = new Set(['taskid', 'audit', 'court', 'counter', 'mount', 'county']);
        const SLIPS = [...ROLES]
            .filter(([, role]) => role !== 'plain')
            .map(([name]) => [fold(name), name])
            .filter(([folded]) => folded.length >= SLIP_LENGTH_MIN && folded !== 'mimic');
        function bare(field) {
            const name = /^[^:=]+(?=[:=])/.exec(field)?.[0] ?? field;
            return fold(name).replace(/[\p{P}\p{S}]/gu, '');
        }
        function rightName(field) {
            const folded = bare(field);
            if (ORDINARY.has(folded))
                return undefined;
            const known = RIGHT_NAMES.get(folded) ?? SLIPS.find(([name]) => isOneSlip(folded, name))?.[1];
            if (known !== undefined)
                return known;
            if (NUMBER_OF_THINGS.test(folded))
                return 'count';
            return SWITCHES_IN_WORDS.find(([pattern]) => pattern.test(folded))?.[1];
        }
        const AFTERWARDS = ['upscale', 'restyle', 'modify', 'swap'];
        const FEATURE_NAMES = new Map(AFTERWARDS.map((feature) => [fold(feature), feature]));
        function isCommonName(field) {
            return MEANINGS.has(bare(field)) || FEATURE_NAMES.has(bare(field));
        }
        function meantBy(field, body) {
            const value = body[field];
            const meanings = MEANINGS.get(bare(field));
            for (const { right, read } of meanings ?? []) {
                const meant = isGivenByAnyName(body, right) ? undefined : read(value);
                if (meant !== undefined)
                    return { right, value: meant };
            }
            const right = meanings === undefined ? rightName(field) : undefined;
            return right === undefined ? undefined : { right, value };
        }
        function featureAskedBy(field, body) {
            return body[field] === true && !isGivenByAnyName(body, 'feature') ? FEATURE_NAMES.get(bare(field)) : undefined;
        }
        function isGivenByAnyName(body, right) {
            const counted = countedAs(right);
            const { name, alias = name } = counted === undefined ? { name: right } : NAMES[counted];
            return isGiven(body, name) || isGiven(body, alias);
        }
        function isGiven(body, name) {
            return Object.hasOwn(body, name) && (body[name] != null || name === 'count');
        }
        function isBehindComma(field, value) {
            return value === null && /^\d+$/.test(field);
        }
        const WRAPPERS = [
            ...['request', 'body', 'payload', 'params', 'parameters', 'options', 'settings', 'overrides', 'json', 'pixverse'],
            ...['requestbody', 'apirequest', 'pixverserequest', 'defaults', 'proto'],
        ];
        const NESTED = new Set([...COUNTED_AS.keys()].filter((name) => !/text|content|^name$/.test(name)));
        function hasFieldsThatCount(value) {
            return Object.keys(value).some((key) => NESTED.has(key) || NESTED.has(rightName(key) ?? ''));
        }
        function isEnvelope(field) {
            return WRAPPERS.includes(bare(field));
        }
        function holdsRequest(field, value, isLoose) {
            if (isEnvelope(field) && (0, decode.Gv)(value)) {
                const counts = isLoose ? hasFieldsThatCount(value) : Object.keys(value).some((key) => NESTED.has(key));
                if (counts)
                    return true;
            }
            return hasWhole(value, NESTED_MAX);
        }
        const NESTED_MAX = 3;
        function hasWhole(value, depth) {
            if (typeof value !== 'object' || value === null)
                return false;
            return isWhole(value) || (depth > 0 && Object.values(value).some((one) => hasWhole(one, depth - 1)));
        }
        function isWhole(value) {
            const [model, quality] = [(0, decode.ZV)(value, 'model'), (0, decode.ZV)(value, 'quality')];
            if (typeof model !== 'string' || quality === undefined)
                return false;
            if (isOneOf(model, MODELS))
                return true;
            const isQuality = isWord(quality) && (isOneOf(String(quality), QUALITIES) || QUALITY.guess(quality) !== undefined);
            return isQuality && MODEL.guess(model) !== undefined;
        }
        function unwrapped(item) {
            const isWrapper = ([field, value]) => roleOf(field) === undefined && (0, decode.Gv)(value) && (isEnvelope(field) || isWhole(value));
            const entries = Object.entries(item);
            const inside = entries.filter(isWrapper).flatMap(([, value]) => Object.entries(value));
            return Object.fromEntries([...inside, ...entries.filter((entry) => !isWrapper(entry))]);
        }
        ;
        const ROW_FIELDS = ['feature', 'model', 'quality', 'duration', 'audio', 'multi_clip', 'motion_mode'];
        const ALL_FIELDS = ['per', 'credits', ...ROW_FIELDS];
        const UNIT_WORDS = new Map([
            ...['second', 'seconds', 'sec', 'secs', 's', 'persecond'].map((word) => [word, 'second']),
            ...['generation', 'generations', 'clip', 'video', 'item', 'request', 'each', 'pergeneration'].map((word) => [word, 'generation']),
        ]);
        const UNIT = {
            expected: (0, safe_text.gB) `second or generation`,
            read: (value) => (value === 'second' || value === 'generation' ? value : undefined),
            guess: (value) => (typeof value === 'string' ? UNIT_WORDS.get(fold(value)) : undefined),
            hint: (0, safe_text.gB) `Write second or generation.`,
        };
        const ALL_FIELDS_HINT = (0, safe_text.pj)(`A price has \`per\`, \`credits\`, and any of ${ROW_FIELDS.map((field) => `\`${field}\``).join(', ')}.`);
        const UNIT_NAMES = ['per', 'unit', 'by', 'for', 'pre', 'pr', 'billing', 'billedper', 'priceper'];
        function readOverride(value, where, sanitise) {
            if (!(0, decode.Gv)(value))
                return { kind: 'faults', faults: [notARow(value, sanitise)] };
            const row = value;
            const faults = [];
            const misspelt = new Set();
            for (const field of Object.keys(row)) {
                if (ALL_FIELDS.includes(field))
                    continue;
                const right = rightRowField(field);
                if (right !== undefined)
                    misspelt.add(right);
                faults.push(unknownField(field, right, sanitise));
            }
            function read(field, kind) {
                if (!Object.hasOwn(row, field))
                    return undefined;
                const read = kind.read(row[field]);
                if (read === undefined)
                    faults.push(wrongValue('price-value', field, row[field], kind, sanitise).fault);
                return read;
            }
            function need(field, kind, hint) {
                if (!Object.hasOwn(row, field) && !misspelt.has(field)) {
                    faults.push({ id: 'price-missing', message: (0, safe_text.gB) `\`${(0, safe_text.pj)(field)}\` is missing`, hint });
                }
                return read(field, kind);
            }
            const unit = need('per', UNIT, (0, safe_text.gB) `Add \`per: second\` or \`per: generation\`.`);
            const credits = need('credits', CREDITS, (0, safe_text.gB) `Add the credits of one second or one generation.`);
            const override = {
                where,
                feature: read('feature', FEATURE),
                model: read('model', MODEL),
                quality: read('quality', QUALITY),
                duration: read('duration', SECONDS),
                audio: read('audio', SWITCH),
                multiClip: read('multi_clip', SWITCH),
                motionMode: read('motion_mode', MOTION_MODE),
                perSecond: unit === 'second',
            };
            if (credits === undefined || faults.length > 0)
                return { kind: 'faults', faults };
            return { kind: 'override', override: { ...override, credits } };
        }
        function rightRowField(field) {
            if (UNIT_NAMES.includes(fold(field)))
                return 'per';
            const right = countedAs(field) === undefined ? rightName(field) : field;
            const counted = right === undefined ? undefined : countedAs(right);
            return counted !== undefined && ALL_FIELDS.includes(counted) ? counted : undefined;
        }
        function unknownField(field, right, sanitise) {
            return {
                id: 'price-field',
                message: (0, safe_text.gB) `a price has no field \`${sanitise(field, 40)}\``,
                hint: right === undefined ? ALL_FIELDS_HINT : (0, safe_text.gB) `Did you mean \`${(0, safe_text.pj)(right)}\`?`,
            };
        }
        function notARow(value, sanitise) {
            return {
                id: 'price-shape',
                message: (0, safe_text.gB) `a price must be an object`,
                detail: (0, safe_text.gB) `but is ${shown(value, sanitise)}`,
                hint: ALL_FIELDS_HINT,
            };
        }
        var external_node_fs_ = __webpack_require__(24);
        var external_node_path_ = __webpack_require__(760);
        var src_json = __webpack_require__(301);
        ;
        const LIST_KEYS = /^(?:clips|generations|items|jobs|plan|prices|prompts|requests|rows|scenes|shots|tasks|videos)$/i;
        function misplacedIn(item) {
            if (!(0, decode.Gv)(item))
                return undefined;
            return listIn(item) ?? namesIn(item);
        }
        function listIn(item) {
            for (const key in item) {
                const list = item[key];
                if (!Array.isArray(list) || isListOfApi(key))
                    continue;
                if (!LIST_KEYS.test(key) && !list.some(decode.Gv))
                    continue;
                const isPlan = !asks(item) || (LIST_KEYS.test(key) && !list.some(isReference)) || list.some(isPartOfRequest);
                return isPlan ? below(item, key, 'list', list) : below(item, key, 'unclear', [without(key, item)]);
            }
            return undefined;
        }
        function namesIn(item) {
            for (const key in item)
                if (roleOf(key) !== undefined)
                    return undefined;
            const entries = Object.entries(item).filter(([key]) => !isEnvelope(key));
            const direct = entries.filter(isRequest);
            if (direct.length > 1)
                return below(item, undefined, 'names', direct.map(withName));
            for (const [key, value] of entries) {
                if (!(0, decode.Gv)(value))
                    continue;
                const requests = hasFieldsThatCount(value) ? [] : Object.entries(value).filter(isRequest);
                if (requests.length > 1)
                    return below(item, key, 'names', requests.map(withName));
                if (LIST_KEYS.test(key))
                    return below(item, key, 'list', requests.length === 0 ? [value] : requests.map(withName));
            }
            return undefined;
        }
        function below(item, key, as, found) {
            const inside = Object.entries(item).flatMap(([field, value]) => isEnvelope(field) && (0, decode.Gv)(value) ? Object.entries(value) : [[field, value]]);
            const beside = Object.fromEntries(inside.filter(([field]) => field !== 'name' && roleOf(field) !== undefined));
            const requests = (most) => found.slice(0, most).map((one) => ((0, decode.Gv)(one) ? { ...beside, ...one } : one));
            return { as, key, requests, hasBeside: Object.keys(beside).length > 0 };
        }
        function without(key, item) {
            return Object.fromEntries(Object.entries(item).filter(([field]) => field !== key));
        }
        function isRequest(entry) {
            const [, value] = entry;
            return (0, decode.Gv)(value) && (hasFieldsThatCount(value) || Object.hasOwn(value, 'prompt'));
        }
        function withName([name, request]) {
            return { name, ...request };
        }
        function asks(item) {
            return Object.keys(item).some((field) => field !== 'name' && countedAs(field) !== undefined);
        }
        const REFERENCES = ['name', 'ref_name', 'img_id', 'video_id', 'video_media_id', 'img_url', 'image_url', 'video_url'];
        function isPartOfRequest(value) {
            if (!(0, decode.Gv)(value))
                return false;
            const fields = Object.keys(value).filter((field) => !REFERENCES.includes(field));
            return hasFieldsThatCount(value) || fields.some((field) => roleOf(field) !== undefined);
        }
        function isReference(value) {
            return (0, decode.Gv)(value) && Object.keys(value).some((field) => field !== 'name' && REFERENCES.includes(field));
        }
        var external_node_os_ = __webpack_require__(161);
        var esm = __webpack_require__(581);
        ;
        const FORMATS = ['.json', '.jsonl', '.ndjson', '.yml', '.yaml'];
        const BEHIND_LINKS_MAX = 100_000;
        function groundOf(workspace, folder) {
            return { folder: realPath((0, external_node_path_.resolve)(folder)), workspace: realPath((0, external_node_path_.resolve)(workspace)), given: (0, external_node_path_.resolve)(workspace) };
        }
        function shownPath(path, folder) {
            return (0, external_node_path_.relative)(folder, path).replaceAll(external_node_path_.sep, '/');
        }
        function isInside(path, folder) {
            const way = (0, external_node_path_.relative)(folder, path);
            return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0, external_node_path_.isAbsolute)(way);
        }
        function realPath(path) {
            return (0, external_node_fs_.existsSync)(path) ? external_node_fs_.realpathSync.native(path) : path;
        }
        function isFileName(text) {
            return /\.(?:jsonl?|ndjson|ya?ml)$/i.test(text) && !/[\n{}]/.test(text);
        }
        function findFiles(input, text, ground, sanitise) {
            const faults = [];
            const lines = text
                .split('\n')
                .map((line) => line.trim())
                .filter((line) => line !== '' && !line.startsWith('#'));
            const patterns = lines.map((line) => parsePattern(line, ground));
            const excluded = patterns.filter(({ excludes, fault }) => excludes && fault === undefined);
            const included = patterns.filter(({ excludes }) => !excludes);
            if (included.length === 0) {
                faults.push({
                    id: 'pattern-none',
                    message: (0, safe_text.gB) `\`${input}\` has no pattern that includes a file`,
                    hint: (0, safe_text.gB) `Give one, such as \`prompts/*.json\`.`,
                });
            }
            const files = new Set();
            const links = new Map();
            const addFault = (pattern, fault) => {
                const invisible = (0, safe_text.BB)(pattern.text);
                const detail = invisible === undefined ? undefined : (0, safe_text.gB) `and has an invisible character (${invisible}) in it`;
                faults.push({ ...FAULTS[fault](input), where: sanitise(pattern.text), detail });
            };
            for (const pattern of patterns)
                if (pattern.fault !== undefined)
                    addFault(pattern, pattern.fault);
            for (const pattern of included) {
                if (pattern.fault !== undefined)
                    continue;
                try {
                    const walk = new Walk(pattern, excluded, ground);
                    walk.run();
                    for (const [path, id] of walk.links) {
                        links.set(path, { ...LINK_FAULTS[id](), where: sanitise(shownPath(path, ground.folder)) });
                    }
                    if (walk.isEndless)
                        addFault(pattern, 'pattern-links');
                    else if (walk.files.length === 0 && walk.links.size === 0)
                        addFault(pattern, whyNothing(pattern, walk));
                    for (const file of walk.files.sort())
                        files.add(file);
                }
                catch (error) {
                    faults.push({
                        id: 'pattern-unreadable',
                        message: (0, safe_text.gB) `this pattern of \`${input}\` cannot be followed`,
                        hint: (0, safe_text.gB) `Check the pattern, and that its folders may be read.`,
                        where: sanitise(pattern.text),
                        detail: (0, safe_text.gB) `the system says: \`${sanitise((0, decode.bD)(error))}\``,
                    });
                }
            }
            return { files: [...files], faults: [...faults, ...links.values()] };
        }
        const ONE_A_LINE = (0, safe_text.gB) `Write one pattern a line, without quotation marks and commas; in a workflow below \`plan: |\`.`;
        const FAULTS = {
            'pattern-no-match': (input) => ({
                id: 'pattern-no-match',
                message: (0, safe_text.gB) `this pattern of \`${input}\` matches no file`,
                hint: (0, safe_text.gB) `Patterns start in the workspace, for the command in the folder where it runs: are the files there? Inline YAML or JSON begins with \`-\`, \`[\` or \`{\`.`,
            }),
            'pattern-folder': (input) => ({
                id: 'pattern-folder',
                message: (0, safe_text.gB) `this pattern of \`${input}\` matches a folder, and no file`,
                hint: (0, safe_text.gB) `Give a pattern of the files in it, such as \`prompts/*.json\`.`,
            }),
            'pattern-outside': (input) => ({
                id: 'pattern-outside',
                message: (0, safe_text.gB) `this pattern of \`${input}\` leads outside of the workspace`,
                hint: (0, safe_text.gB) `Use files of the workspace only.`,
            }),
            'pattern-several': (input) => ({
                id: 'pattern-several',
                message: (0, safe_text.gB) `there are several names on one line of \`${input}\``,
                hint: ONE_A_LINE,
            }),
            'pattern-glued': (input) => ({
                id: 'pattern-glued',
                message: (0, safe_text.gB) `\`**\` is glued to a name in this pattern of \`${input}\`, where it is no more than \`*\``,
                hint: (0, safe_text.gB) `For folders of any depth put it between slashes, as in \`prompts/**/*.json\`; for one folder use \`*\`.`,
            }),
            'pattern-empty': (input) => ({
                id: 'pattern-empty',
                message: (0, safe_text.gB) `a line of \`${input}\` excludes nothing`,
                hint: (0, safe_text.gB) `Write behind the \`!\` what is left out, such as \`!prompts/old/**\`.`,
            }),
            'pattern-up': (input) => ({
                id: 'pattern-up',
                message: (0, safe_text.gB) `\`..\` stands behind a wildcard in this pattern of \`${input}\``,
                hint: (0, safe_text.gB) `Use \`..\` only before the first wildcard.`,
            }),
            'pattern-links': (input) => ({
                id: 'pattern-links',
                message: (0, safe_text.gB) `behind links, this pattern of \`${input}\` meets more than 100,000 files and folders`,
                hint: (0, safe_text.gB) `Leave the folders with the links out, such as with \`!**/node_modules/**\`, or give a narrower pattern.`,
            }),
        };
        const LINK_FAULTS = {
            'link-nowhere': () => ({
                id: 'link-nowhere',
                message: (0, safe_text.gB) `this link leads nowhere`,
                hint: (0, safe_text.gB) `Mend or remove it, or leave it out with a line that begins with \`!\`.`,
            }),
            'link-outside': () => ({
                id: 'link-outside',
                message: (0, safe_text.gB) `this link leads outside of the workspace`,
                hint: (0, safe_text.gB) `Use files of the workspace only, or leave it out with a line that begins with \`!\`.`,
            }),
        };
        const OPTIONS = {
            dot: true,
            nobrace: true,
            nocase: external_node_path_.sep === '\\',
            nocaseMagicOnly: true,
            nocomment: true,
            noext: true,
            nonegate: true,
        };
        function parsePattern(text, { folder, workspace, given }) {
            const bare = text.replace(/^!+/, '');
            const excludes = (text.length - bare.length) % 2 === 1;
            const path = bare.trim().replace(/^~(?=\/|$)/, external_node_os_.homedir);
            const parts = path.replaceAll(external_node_path_.sep, '/').split('/');
            const segments = parts.flatMap((part) => new esm.VR(part, OPTIONS).set.flat().map(steady));
            const magic = segments.findIndex((segment) => typeof segment !== 'string');
            const names = segments.slice(0, magic < 0 ? segments.length : magic).filter((name) => typeof name === 'string');
            const rest = segments.slice(names.length).filter((segment) => segment !== '.');
            const start = (0, external_node_path_.resolve)((0, external_node_path_.isAbsolute)(path) ? (0, external_node_path_.parse)(path).root : folder, ...names);
            const real = isInside(start, given) ? (0, external_node_path_.join)(workspace, (0, external_node_path_.relative)(given, start)) : start;
            const way = (0, external_node_path_.relative)(workspace, real).split(external_node_path_.sep);
            const isOutside = !excludes && !isInside(real, workspace);
            return {
                text,
                excludes,
                segments: [...way.filter((name) => name !== ''), ...rest],
                fault: textFault(bare.trim(), excludes) ?? wayFault(rest, isOutside),
            };
        }
        const STAR = '[^/]*?';
        function steady(segment) {
            if (!(segment instanceof RegExp))
                return segment;
            const parts = segment.source.split(STAR);
            const last = parts.length - 1;
            if (last < 2)
                return segment;
            const steadied = parts.map((part, at) => {
                if (at === 0)
                    return part;
                return at === last ? `${STAR}${part}` : `(?=(${STAR}${part}))\\${at}`;
            });
            return new RegExp(steadied.join(''), segment.flags);
        }
        function textFault(text, excludes) {
            if (text === '')
                return 'pattern-empty';
            if (text.split('/').some((part) => part.includes('**') && part !== '**'))
                return 'pattern-glued';
            return excludes && isSeveral(text) ? 'pattern-several' : undefined;
        }
        function wayFault(behindNames, isOutside) {
            if (behindNames.includes('..'))
                return 'pattern-up';
            return isOutside ? 'pattern-outside' : undefined;
        }
        function isSeveral(line) {
            const words = line.split(/[\s,"']+/).filter((word) => word !== '');
            return words.length > 1 && words.every((word) => isFileName(word) || /[*/]/.test(word));
        }
        function whyNothing({ text }, { isFolder }) {
            if (isFolder)
                return 'pattern-folder';
            return isSeveral(text) ? 'pattern-several' : 'pattern-no-match';
        }
        class Walk {
            files = [];
            links = new Map();
            isFolder = false;
            #behindLinks = 0;
            #workspace;
            #spots = [];
            constructor({ segments }, excluded, { workspace }) {
                const way = patterns_close({ segments, next: [0] });
                const excluding = excluded.map((pattern) => patterns_close({ segments: pattern.segments, next: [0] }));
                this.#workspace = workspace;
                this.#enter({ path: workspace, real: workspace, left: [], way, excluding });
            }
            get isEndless() {
                return this.#behindLinks > BEHIND_LINKS_MAX;
            }
            run() {
                for (let spot = this.#spots.pop(); spot !== undefined && !this.isEndless; spot = this.#spots.pop()) {
                    for (const entry of this.#entries(spot))
                        this.#meet(spot, entry);
                }
            }
            #entries({ path, way: { segments, next }, left }) {
                const ahead = next.flatMap((at) => segments[at] ?? []);
                const names = ahead.filter((segment) => typeof segment === 'string');
                const entries = names.length === ahead.length
                    ? names.flatMap((name) => named(path, name))
                    : (0, external_node_fs_.readdirSync)(path, { withFileTypes: true });
                if (left.length > 0)
                    this.#behindLinks += entries.length;
                return entries;
            }
            #meet(from, entry) {
                const { name } = entry;
                const way = step(from.way, name);
                if (way.next.length === 0)
                    return;
                const excluding = from.excluding.map((one) => step(one, name));
                const path = (0, external_node_path_.join)(from.path, name);
                const real = from.real === from.path ? path : (0, external_node_path_.join)(from.real, name);
                const spot = { path, real, left: from.left, way, excluding };
                if (entry.isDirectory())
                    this.#enter(spot);
                else if (excluding.some(isAtEnd))
                    return;
                else if (entry.isSymbolicLink())
                    this.#follow(spot, from.real);
                else if (isAtEnd(way))
                    this.files.push(spot.path);
            }
            #enter(spot) {
                if (isAtEnd(spot.way) && spot.way.segments.at(-1) !== esm.ZN)
                    this.isFolder = true;
                const isLeftOut = spot.excluding.some((way) => isAtEnd(way) && way.segments.at(-1) === esm.ZN);
                if (!isLeftOut)
                    this.#spots.push(spot);
            }
            #follow(link, from) {
                const real = realTarget(link.path);
                if (real === undefined) {
                    this.links.set(link.path, 'link-nowhere');
                    return;
                }
                const isFolder = (0, external_node_fs_.statSync)(real).isDirectory();
                const left = [...link.left, from];
                if (!isInside(real, this.#workspace)) {
                    if (isFolder || isAtEnd(link.way))
                        this.links.set(link.path, 'link-outside');
                }
                else if (!isFolder) {
                    if (isAtEnd(link.way))
                        this.files.push(link.path);
                }
                else if (!left.some((folder) => isInside(folder, real))) {
                    this.#enter({ ...link, real, left });
                }
            }
        }
        function named(folder, name) {
            const stats = (0, external_node_fs_.lstatSync)((0, external_node_path_.join)(folder, name), { throwIfNoEntry: false });
            if (stats === undefined)
                return [];
            return [{ name, isDirectory: () => stats.isDirectory(), isSymbolicLink: () => stats.isSymbolicLink() }];
        }
        function realTarget(link) {
            try {
                return external_node_fs_.realpathSync.native(link);
            }
            catch {
                return undefined;
            }
        }
        function isAtEnd({ segments, next }) {
            return next.includes(segments.length);
        }
        function step({ segments, next }, name) {
            const behind = next.flatMap((at) => {
                const segment = segments[at];
                if (segment === undefined)
                    return [];
                if (segment === esm.ZN)
                    return [at];
                return (typeof segment === 'string' ? segment === name : segment.test(name)) ? [at + 1] : [];
            });
            return patterns_close({ segments, next: behind });
        }
        function patterns_close({ segments, next }) {
            if (!next.some((at) => segments[at] === esm.ZN))
                return { segments, next };
            const all = new Set(next);
            for (const at of all)
                if (segments[at] === esm.ZN)
                    all.add(at + 1);
            return { segments, next: [...all] };
        }
        var js_yaml = __webpack_require__(243);
        ;
        const MERGED_MAX = 200_000;
        const ALIASED_MAX = 50 * 1024 * 1024;
        const MERGE = (0, js_yaml.Gf)(js_yaml.LJ.tagName, {
            ...js_yaml.LJ,
            resolve: (source, isExplicit) => (source === '<<' && !isExplicit ? source : js_yaml.Hg),
        });
        const SCHEMA = js_yaml.OU.withTags(MERGE);
        const LINE_BREAKS = { '\u0085': 'U+0085', '\u2028': 'U+2028', '\u2029': 'U+2029' };
        function parseYaml(text) {
            const mark = text.indexOf('\n\uFEFF');
            if (mark >= 0)
                return { kind: 'fault', why: 'mark', line: (0, src_json.mh)(text, mark + 1) };
            const lineBreak = /[\u0085\u2028\u2029]/.exec(text);
            if (lineBreak !== null) {
                const code = LINE_BREAKS[lineBreak[0]];
                return { kind: 'fault', why: 'line-break', line: (0, src_json.mh)(text, lineBreak.index), code };
            }
            try {
                const events = (0, js_yaml.PH)(text, {});
                const fault = new Inspection(text).run(events);
                const documents = events.filter(({ type }) => type === js_yaml.hy.DOCUMENT).length;
                if (documents > 1) {
                    return { kind: 'fault', why: 'documents', values: fault === undefined ? valuesOf(events, text) : [] };
                }
                if (fault !== undefined)
                    return fault;
                const [value] = constructed(events, text);
                return (value ?? null) === null ? { kind: 'empty' } : { kind: 'value', value };
            }
            catch (error) {
                return thrown(error, text);
            }
        }
        function constructed(events, text) {
            return (0, js_yaml.fw)(events, { source: text, schema: SCHEMA, maxTotalMergeKeys: MERGED_MAX });
        }
        function valuesOf(events, text) {
            try {
                return constructed(events, text).flatMap((value) => value ?? []);
            }
            catch {
                return [];
            }
        }
        class Inspection {
            #text;
            #frames = [];
            #anchors = new Map();
            #aliased = 0;
            constructor(text) {
                this.#text = text;
            }
            run(events) {
                for (const event of events) {
                    const fault = this.#meet(event);
                    if (fault !== undefined)
                        return fault;
                }
                return undefined;
            }
            #meet(event) {
                switch (event.type) {
                    case js_yaml.hy.POP:
                        this.#close();
                        return undefined;
                    case js_yaml.hy.SCALAR:
                        return this.#scalar(event);
                    case js_yaml.hy.ALIAS:
                        return this.#alias(event);
                    case js_yaml.hy.DOCUMENT:
                    case js_yaml.hy.MAPPING:
                    case js_yaml.hy.SEQUENCE:
                        return this.#open(event);
                }
            }
            #open(event) {
                const isMapping = event.type === js_yaml.hy.MAPPING;
                const anchored = { size: 1, scalar: undefined };
                const isMerged = this.#frames.at(-1)?.isMerged === true;
                if (isMerged && isMapping)
                    return { kind: 'fault', why: 'merge-key', line: this.#line(event.start) };
                this.#place(0);
                const name = event.type === js_yaml.hy.DOCUMENT ? undefined : this.#nameOf(event);
                if (name !== undefined)
                    this.#anchors.set(name, anchored);
                const frame = { isMapping, anchored, isMerged, isKeyNext: true, field: undefined };
                this.#frames.push({ ...frame, hasKey: false, hasMerge: false });
                return undefined;
            }
            #close() {
                const frame = this.#frames.pop();
                const above = this.#frames.at(-1);
                if (frame !== undefined && above !== undefined)
                    above.anchored.size += frame.anchored.size;
            }
            #scalar(event) {
                const size = event.valueEnd - event.valueStart + 1;
                const name = this.#nameOf(event);
                if (name !== undefined)
                    this.#anchors.set(name, { size, scalar: event });
                return this.#place(size, event, event.valueStart);
            }
            #alias(event) {
                const anchored = this.#anchors.get(this.#text.slice(event.anchorStart, event.anchorEnd));
                const size = anchored?.size ?? 1;
                this.#aliased += size;
                if (this.#aliased > ALIASED_MAX)
                    return { kind: 'fault', why: 'many-aliases', line: this.#line(event.anchorStart) };
                return this.#place(size, anchored?.scalar, event.anchorStart);
            }
            #place(size, scalar, at = 0) {
                const frame = this.#frames.at(-1);
                if (frame === undefined)
                    return undefined;
                const { field } = frame;
                frame.anchored.size += size;
                if (frame.isMapping) {
                    const fault = frame.isKeyNext ? this.#key(frame, scalar, at) : undefined;
                    if (fault !== undefined)
                        return fault;
                    if (!frame.isKeyNext)
                        Object.assign(frame, { field: undefined, isMerged: false });
                    frame.isKeyNext = !frame.isKeyNext;
                }
                if (field === undefined || scalar === undefined || !this.#isReadOtherwise(field, scalar))
                    return undefined;
                return { kind: 'fault', why: 'versions', line: this.#line(at), written: this.#source(scalar) };
            }
            #key(frame, key, at) {
                const { hasKey, hasMerge } = frame;
                frame.hasKey = true;
                if (key === undefined)
                    return undefined;
                frame.field = this.#fieldOf(key);
                if (!this.#isMerge(key))
                    return undefined;
                frame.hasMerge = true;
                frame.isMerged = true;
                if (hasMerge)
                    return { kind: 'fault', why: 'two-merges', line: this.#line(at) };
                if (hasKey || !isPlain(key) || at !== key.valueStart)
                    return { kind: 'fault', why: 'merge-key', line: this.#line(at) };
                return undefined;
            }
            #line(at) {
                return (0, src_json.mh)(this.#text, at);
            }
            #nameOf({ anchorStart, anchorEnd }) {
                return anchorStart < 0 ? undefined : this.#text.slice(anchorStart, anchorEnd);
            }
            #source({ valueStart, valueEnd }) {
                return this.#text.slice(valueStart, valueEnd);
            }
            #isMerge(key) {
                return key.valueEnd - key.valueStart <= FIELD_LENGTH_MAX && (0, js_yaml.KE)(this.#text, key) === '<<';
            }
            #fieldOf(key) {
                if (key.valueEnd - key.valueStart > FIELD_LENGTH_MAX)
                    return undefined;
                const name = this.#source(key);
                return countedAs(name) === undefined && !name.includes('\\') ? undefined : name;
            }
            #isReadOtherwise(field, scalar) {
                if (scalar.valueEnd - scalar.valueStart > SCALAR_LENGTH_MAX)
                    return false;
                const source = this.#source(scalar);
                if ((isPlain(scalar) || scalar.tagStart >= 0) && isOtherNumber(source))
                    return true;
                return isPlain(scalar) && TEXT_FIELDS.includes(field) && isNoTextInYaml11(source);
            }
        }
        function isPlain({ style, tagStart }) {
            return style === js_yaml.jK.PLAIN && tagStart < 0;
        }
        const FIELD_LENGTH_MAX = 400;
        const SCALAR_LENGTH_MAX = 100;
        const TEXT_FIELDS = ['feature', 'creation_type', 'model', 'quality', 'motion_mode', 'lip_sync_tts_content', 'text'];
        function isOtherNumber(source) {
            if (/^(?:[-+]?0\d+|0o[0-7]+|[-+]\.\d+)$/.test(source))
                return true;
            return /^[-+]?[\d.]+e[-+]?\d+$/i.test(source) && !/^[-+]?(?:\d+\.\d*|\.\d+)e[-+]\d+$/i.test(source);
        }
        const YAML_11 = [js_yaml.iE, js_yaml.Bg, js_yaml.o5, js_yaml.L9];
        const YAML_12 = [js_yaml.G7, js_yaml.Z7, js_yaml.ok];
        function isNoTextInYaml11(source) {
            if (YAML_12.some((tag) => resolves(tag, source)))
                return false;
            return /^[yn=]$/i.test(source) || YAML_11.some((tag) => resolves(tag, source));
        }
        function resolves({ resolve, tagName }, source) {
            return resolve(source, false, tagName) !== js_yaml.Hg;
        }
        function thrown(error, text) {
            const message = (0, decode.bD)(error).replace(/ \(\d+:\d+\)(\n[^]*)?$/, '');
            const at = Number((0, decode.ZV)((0, decode.ZV)(error, 'mark'), 'position'));
            const line = (0, src_json.mh)(text, at);
            if (message === 'duplicated mapping key') {
                return {
                    kind: 'fault',
                    why: 'duplicate-key',
                    line,
                    key: text
                        .slice(text[at - 1] === '*' ? at - 1 : at, at + 200)
                        .split(/["']?\s*[:\n]/, 1)
                        .join(''),
                };
            }
            if (message.startsWith('merge keys exceeded'))
                return { kind: 'fault', why: 'many-merges', line };
            if (TAB_MESSAGES.test(message) && beginsWithTab(text, at))
                return { kind: 'fault', why: 'tab', line };
            return { kind: 'fault', why: 'syntax', line, message };
        }
        const TAB_MESSAGES = /^(?:tab characters must not|end of the stream or a document|bad indentation|deficient indentation)/;
        function beginsWithTab(text, at) {
            const start = text.lastIndexOf('\n', at - 1) + 1;
            return /^[ -]*\t/.test(text.slice(start, text.indexOf('\n', start) + 1 || undefined));
        }
        ;
        const JSON_MAX = 50;
        const YAML_MAX = 16;
        const CHUNK = 64 * 1024;
        const MISPLACED_MAX = 1000;
        class LocatedItem {
            kind = 'item';
            value;
            item;
            alone;
            unit;
            source;
            constructor(value, item, unit, alone, source) {
                this.value = value;
                this.item = item;
                this.alone = alone;
                this.unit = unit;
                this.source = source;
            }
            get file() {
                return this.source.file;
            }
            asOnly() {
                return new LocatedItem(this.value, this.item, this.unit, true, this.source);
            }
            get where() {
                return `${this.source.where}, ${this.unit} ${this.item}`;
            }
        }
        function nameOf({ file, alone }, name) {
            return name === '' && alone ? (0, external_node_path_.parse)(file).name : name;
        }
        function* readItems(input, text, ground, sanitise) {
            const first = text
                .split('\n')
                .map((line) => line.trim())
                .find((line) => line !== '' && !line.startsWith('#'));
            const isBelowComment = text.trimStart().startsWith('#');
            const spare = { left: MISPLACED_MAX };
            const source = { input, file: '', where: input, sanitise, spare };
            if (first === undefined || /^[[{-]/.test(first) || (isBelowComment && FIELD.test(first))) {
                yield* itemsOf(parseInline(text), source);
            }
            else if (FIELD.test(first)) {
                yield* bareMapping(parseInline(text), source);
            }
            else {
                for (const batch of readFiles(source, text, ground))
                    yield* batch;
            }
        }
        const files_NAMES = { plan: (0, safe_text.gB) `plan`, prices: (0, safe_text.gB) `prices` };
        const FIELD = /^["']?[a-z_][\w-]*["']?\s*:(?:\s|$)/i;
        function parseInline(text) {
            const json = (0, src_json.qF)(text);
            if (json.kind === 'value' || json.why === 'duplicate-key')
                return json;
            const yaml = parseYaml(text);
            const isJson = yaml.kind === 'fault' && yaml.why === 'syntax' && json.why === 'syntax' && json.message === src_json.VY;
            return isJson ? json : yaml;
        }
        function* bareMapping(parsed, source) {
            if (parsed.kind !== 'value') {
                yield wrong(BARE_MAPPING, source, 1);
                return;
            }
            const item = new LocatedItem(parsed.value, 1, 'item', true, source);
            const misplaced = misplacedIn(parsed.value);
            yield wrong(misplaced === undefined ? BARE_MAPPING : misplacedFault(misplaced, source), source, 1);
            if (misplaced === undefined)
                yield item;
            else
                yield* inTheirPlaces(misplaced, true, source);
        }
        function* readFiles(source, text, ground) {
            const { files, faults } = findFiles(files_NAMES[source.input], text, ground, source.sanitise);
            yield faults.map((fault) => ({ kind: 'fault', fault }));
            const isIn = insideOf(ground.workspace);
            for (const path of files) {
                const file = shownPath(path, ground.workspace);
                const where = ground.folder === ground.workspace ? file : shownPath(path, ground.folder);
                yield* readFile(path, isIn, { ...source, file, where });
            }
        }
        function* readFile(path, isIn, source) {
            try {
                const format = FORMATS.find((known) => known === (0, external_node_path_.extname)(path).toLowerCase());
                const refused = format === undefined ? UNKNOWN_FORMAT : refusal(path, format, isIn);
                if (refused !== undefined)
                    yield [wrong(refused, source)];
                else if (format === '.jsonl' || format === '.ndjson')
                    yield* readLines(path, source);
                else
                    yield readWhole(path, format === '.json' ? src_json.qF : parseYaml, source);
            }
            catch (error) {
                yield [wrong({ ...UNREADABLE, detail: (0, safe_text.gB) `the system says: \`${source.sanitise((0, decode.bD)(error))}\`` }, source)];
            }
        }
        function wrong(fault, { where, sanitise }, line) {
            const place = line === undefined ? sanitise(where) : (0, safe_text.gB) `${sanitise(where)}, line ${line}`;
            return { kind: 'fault', fault: { ...fault, where: place } };
        }
        function refusal(path, format, isIn) {
            const found = (0, external_node_fs_.lstatSync)(path);
            if (!isIn(found.isSymbolicLink() ? path : (0, external_node_path_.dirname)(path)))
                return OUTSIDE;
            const stats = found.isSymbolicLink() ? (0, external_node_fs_.statSync)(path) : found;
            if (!stats.isFile())
                return NOT_REGULAR;
            const most = format.startsWith('.y') ? YAML_MAX : JSON_MAX;
            if (stats.size <= most * 1024 * 1024)
                return undefined;
            return { ...TOO_LARGE, message: (0, safe_text.gB) `this file is larger than ${most} MiB` };
        }
        function insideOf(workspace) {
            const known = new Map();
            return (path) => {
                const isIn = known.get(path) ?? isInside(external_node_fs_.realpathSync.native(path), workspace);
                known.set(path, isIn);
                return isIn;
            };
        }
        function readWhole(path, parser, source) {
            const bytes = (0, external_node_fs_.readFileSync)(path);
            const text = bytes.toString().replace(/^\uFEFF/, '');
            if (isUtf16(bytes))
                return [wrong(UTF_16, source)];
            return text.trim() === '' ? [wrong(EMPTY, source)] : itemsOf(parser(text), source);
        }
        function itemsOf(parsed, source) {
            if (parsed.kind === 'empty')
                return [wrong({ ...NOTHING, message: NOTHING_IN_IT[source.input] }, source)];
            if (parsed.kind === 'fault') {
                const fault = wrong(unparsed(parsed, source), source, parsed.line);
                return parsed.why === 'documents' ? concat([fault], listed(parsed.values, source)) : [fault];
            }
            const values = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
            const areNames = values.length > 0 && values.every((value) => typeof value === 'string' && isFileName(value));
            return areNames ? [wrong(FILE_NAMES, source)] : listed(values, source);
        }
        function* concat(...batches) {
            for (const batch of batches)
                yield* batch;
        }
        function* listed(values, source) {
            for (const [at, value] of values.entries()) {
                const alone = values.length === 1;
                yield* checked(new LocatedItem(value, at + 1, 'item', alone, source), alone, source);
            }
        }
        function checked(item, alone, source) {
            const misplaced = misplacedIn(item.value);
            if (misplaced === undefined)
                return [item];
            const within = { ...source, where: item.where };
            return [wrong(misplacedFault(misplaced, source), within), ...inTheirPlaces(misplaced, alone, alone ? source : within)];
        }
        function misplacedFault({ as, key, hasBeside }, { sanitise }) {
            const fault = as === 'names' ? NAMES_OF_REQUESTS : LIST_UNDER_KEY;
            const more = as === 'unclear' ? OR_REFERENCES : BESIDE;
            const hint = hasBeside ? (0, safe_text.gB) `${fault.hint} ${more}` : fault.hint;
            return { ...fault, hint, ...(key === undefined ? {} : { detail: (0, safe_text.gB) `under the key \`${sanitise(key, 40)}\`` }) };
        }
        function inTheirPlaces({ requests }, alone, source) {
            const found = requests(source.spare.left);
            source.spare.left -= found.length;
            const only = alone && found.length === 1;
            return found.map((request, at) => new LocatedItem(request, at + 1, 'item', only, source));
        }
        function* readLines(path, source) {
            const file = (0, external_node_fs_.openSync)(path, 'r');
            try {
                const start = Buffer.alloc(2);
                const bytes = (0, external_node_fs_.readSync)(file, start, 0, 2, 0);
                if (isUtf16(start.subarray(0, bytes)))
                    yield [wrong(UTF_16, source)];
                else
                    yield* parseLines(linesOf(file), source);
            }
            finally {
                (0, external_node_fs_.closeSync)(file);
            }
        }
        function* parseLines(pieces, source) {
            let line = 0;
            let items = 0;
            let first = [];
            for (const lines of pieces) {
                const batch = [];
                for (const content of lines) {
                    line++;
                    const text = line === 1 ? content.replace(/^\uFEFF/, '') : content;
                    if (text.trim() === '')
                        continue;
                    items++;
                    const parsed = (0, src_json.qF)(text);
                    if (items === 1 && parsed.kind === 'fault' && parsed.why === 'end') {
                        yield [wrong(NOT_LINES, source, line)];
                        return;
                    }
                    const found = parsedLine(parsed, text, line, source);
                    if (items === 1)
                        first = found;
                    else
                        for (const one of items === 2 ? [...first, ...found] : found)
                            batch.push(one);
                }
                yield batch;
            }
            if (items === 0)
                yield [wrong(EMPTY, source)];
            else if (items === 1) {
                const isOnly = first.filter(({ kind }) => kind === 'item').length === 1;
                yield first.map((one) => (one.kind === 'item' && isOnly ? one.asOnly() : one));
            }
        }
        function parsedLine(parsed, text, line, source) {
            if (parsed.kind === 'fault') {
                const fault = wrong(unparsed(parsed, source), source, line);
                const [, before = ''] = /^(.*),\s*$/.exec(text) ?? [];
                const item = (0, src_json.qF)(before);
                return item.kind === 'fault' ? [fault] : [fault, ...parsedLine(item, before, line, source)];
            }
            return checked(new LocatedItem(parsed.value, line, 'line', false, source), false, source);
        }
        function* linesOf(file) {
            let buffer = Buffer.allocUnsafe(CHUNK);
            let kept = 0;
            for (;;) {
                const end = kept + (0, external_node_fs_.readSync)(file, buffer, kept, buffer.length - kept, null);
                if (end === kept)
                    break;
                const last = buffer.subarray(0, end).lastIndexOf('\n');
                if (last >= 0)
                    yield buffer.toString('utf8', 0, last).split('\n');
                buffer.copyWithin(0, last + 1, end);
                kept = end - last - 1;
                if (kept === buffer.length)
                    buffer = Buffer.concat([buffer], 2 * kept);
            }
            yield [buffer.toString('utf8', 0, kept)];
        }
        function isUtf16([first, second]) {
            return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0) !== (second === 0);
        }
        function unparsed(parsed, { file, sanitise }) {
            switch (parsed.why) {
                case 'syntax':
                case 'end': {
                    const [, format = 'yaml'] = /\.(jsonl?|ndjson)$/i.exec(file.toLowerCase()) ?? [];
                    const kind = format === 'yaml' || format === 'json' ? format : 'lines';
                    const hint = (parsed.message === src_json.VY ? BEHIND_HINTS : SYNTAX_HINTS)[kind];
                    return { ...SYNTAX, hint, detail: (0, safe_text.gB) `the parser says: \`${sanitise(parsed.message)}\`` };
                }
                case 'duplicate-key': {
                    const by = parsed.key.startsWith('*') ? (0, safe_text.gB) `by the alias ` : (0, safe_text.gB) ``;
                    return { ...DUPLICATE_KEY, detail: (0, safe_text.gB) `namely ${by}\`${sanitise(parsed.key, 40)}\`` };
                }
                case 'versions':
                    return { ...VERSIONS, detail: (0, safe_text.gB) `namely \`${sanitise(parsed.written)}\`` };
                case 'line-break':
                    return { ...LINE_BREAK, detail: (0, safe_text.gB) `${parsed.code}, which only some parsers take for a line break` };
                case 'two-merges':
                    return TWO_MERGES;
                case 'merge-key':
                    return MERGE_KEY;
                case 'many-aliases':
                    return MANY_ALIASES;
                case 'many-merges':
                    return MANY_MERGES;
                case 'documents':
                    return DOCUMENTS;
                case 'tab':
                    return TAB;
                case 'mark':
                    return MARK_INSIDE;
            }
        }
        const BARE_MAPPING = {
            id: 'plan-bare-mapping',
            message: (0, safe_text.gB) `this is neither a list nor a file pattern, but a mapping`,
            hint: (0, safe_text.gB) `Put \`- \` before its first line and two blanks before the others: inline YAML begins with \`-\`, \`[\` or \`{\`.`,
        };
        const UNKNOWN_FORMAT = {
            id: 'file-format',
            message: (0, safe_text.gB) `this file has an unknown format`,
            hint: (0, safe_text.gB) `Use .json, .jsonl, .ndjson, .yml or .yaml, or leave it out with a line that begins with \`!\`.`,
        };
        const OUTSIDE = {
            id: 'file-outside',
            message: (0, safe_text.gB) `this file is outside of the workspace`,
            hint: (0, safe_text.gB) `Use files of the workspace only.`,
        };
        const NOT_REGULAR = {
            id: 'file-not-regular',
            message: (0, safe_text.gB) `this is not a regular file`,
            hint: (0, safe_text.gB) `Use regular files only.`,
        };
        const TOO_LARGE = {
            id: 'file-too-large',
            hint: (0, safe_text.gB) `Use several files, or leave out what no price depends on, such as prompts; .json and .jsonl may be larger than YAML.`,
        };
        const UNREADABLE = {
            id: 'file-unreadable',
            message: (0, safe_text.gB) `this file cannot be read`,
            hint: (0, safe_text.gB) `Check that it exists and may be read.`,
        };
        const UTF_16 = {
            id: 'file-utf-16',
            message: (0, safe_text.gB) `this file is UTF-16`,
            hint: (0, safe_text.gB) `Save it as UTF-8; in PowerShell write it with \`Out-File -Encoding utf8\`.`,
        };
        const EMPTY = {
            id: 'file-empty',
            message: (0, safe_text.gB) `this file is empty`,
            hint: (0, safe_text.gB) `Write into it what is meant to be there; \`[]\` says that there is nothing.`,
        };
        const NOTHING_IN_IT = { plan: (0, safe_text.gB) `there is no request in it`, prices: (0, safe_text.gB) `there is no price in it` };
        const NOTHING = {
            id: 'plan-nothing',
            hint: (0, safe_text.gB) `Write them below the comments; \`[]\` says that there are none.`,
        };
        const FILE_NAMES = {
            id: 'plan-file-names',
            message: (0, safe_text.gB) `this is a list of file names, not of requests`,
            hint: (0, safe_text.gB) `Give the names as patterns, one pattern a line, without brackets, dashes and quotation marks.`,
        };
        const LIST_UNDER_KEY = {
            id: 'plan-list-under-key',
            message: (0, safe_text.gB) `this is a mapping with the list inside it`,
            hint: (0, safe_text.gB) `Leave the key out, so that the list itself is all there is: each request begins with \`-\`, or stands in \`[ ]\`.`,
        };
        const NAMES_OF_REQUESTS = {
            id: 'plan-names',
            message: (0, safe_text.gB) `this is a mapping that has requests by name`,
            hint: (0, safe_text.gB) `Write a list: each request begins with \`-\`, and has its name in a field \`name\`.`,
        };
        const OR_REFERENCES = (0, safe_text.gB) `If they are references, the key is \`image_references\` or \`video_references\`; a note of your own may be a text.`;
        const BESIDE = (0, safe_text.gB) `Put the fields beside them into each request.`;
        const NOT_LINES = {
            id: 'plan-not-lines',
            message: (0, safe_text.gB) `this is JSON over several lines`,
            hint: (0, safe_text.gB) `In .jsonl and .ndjson each line is a whole request. Name the file .json, or write it with \`jq -c '.[]'\`.`,
        };
        const SYNTAX = {
            id: 'plan-syntax',
            message: (0, safe_text.gB) `the syntax is wrong here`,
        };
        const SYNTAX_HINTS = {
            yaml: (0, safe_text.gB) `Correct this line or the one before it. In YAML a text with \`: \` or \` #\` in it needs quotation marks.`,
            json: (0, safe_text.gB) `Correct this line or the one before it. JSON has double quotation marks, no comments, and no comma at the end of a list.`,
            lines: (0, safe_text.gB) `Correct this line. It must be a whole request in JSON, with double quotation marks.`,
        };
        const MAKE_A_LIST = (0, safe_text.gB) `Delete it. If it is another request, put all into \`[ ]\`, with commas between them; a file with one in each line is called .jsonl.`;
        const BEHIND_HINTS = {
            yaml: MAKE_A_LIST,
            json: MAKE_A_LIST,
            lines: (0, safe_text.gB) `Correct this line. It must be one request in JSON, with nothing behind it, not even a comma.`,
        };
        const DUPLICATE_KEY = {
            id: 'plan-duplicate-key',
            message: (0, safe_text.gB) `a key is given twice in one mapping`,
            hint: (0, safe_text.gB) `Keep one of both: which of them counts would depend on who reads it.`,
        };
        const VERSIONS = {
            id: 'plan-yaml-versions',
            message: (0, safe_text.gB) `parsers of YAML read this value in different ways`,
            hint: (0, safe_text.gB) `Write a number in plain digits, such as 10 or 0.5, and put text into quotation marks.`,
        };
        const LINE_BREAK = {
            id: 'plan-line-break',
            message: (0, safe_text.gB) `there is an invisible character in this line`,
            hint: (0, safe_text.gB) `Delete it, or write it as an escape in double quotation marks, such as \`"\\u2028"\`.`,
        };
        const MANY_ALIASES = {
            id: 'plan-many-aliases',
            message: (0, safe_text.gB) `aliases bring more than 50 MiB`,
            hint: (0, safe_text.gB) `Use several files, or a \`count\` where items are equal.`,
        };
        const TWO_MERGES = {
            id: 'plan-two-merges',
            message: (0, safe_text.gB) `a mapping has two merge keys`,
            hint: (0, safe_text.gB) `Merge a list in their place, as in \`<<: [*first, *second]\`: which of both counts would depend on who reads it.`,
        };
        const MERGE_KEY = {
            id: 'plan-merge-key',
            message: (0, safe_text.gB) `parsers of YAML read this merge key in different ways`,
            hint: (0, safe_text.gB) `Put \`<<\` first in its mapping, without quotation marks, and behind it a name or a list of names: \`<<: *first\` or \`<<: [*first, *second]\`.`,
        };
        const MANY_MERGES = {
            id: 'plan-many-merges',
            message: (0, safe_text.gB) `merge keys bring more than 200,000 fields`,
            hint: (0, safe_text.gB) `Use several files, or JSON.`,
        };
        const DOCUMENTS = {
            id: 'plan-documents',
            message: (0, safe_text.gB) `there are several YAML documents in it`,
            hint: (0, safe_text.gB) `Use a list: take the lines \`---\` out, and begin each request with \`- \`.`,
        };
        const TAB = {
            id: 'plan-tab',
            message: (0, safe_text.gB) `this line begins with a tab`,
            hint: (0, safe_text.gB) `In YAML, put blanks in its place.`,
        };
        const MARK_INSIDE = {
            id: 'file-mark',
            message: (0, safe_text.gB) `a byte order mark (BOM) stands in the middle of it`,
            hint: (0, safe_text.gB) `Files that were put together each had one: save them as UTF-8 without a mark (BOM), then put them together.`,
        };
        ;
        const RESULTS_MAX = 1_000_000;
        function readMade(text, ground, sanitise) {
            const fault = templateFault(text);
            if (fault !== undefined)
                return { kind: 'fault', fault: { ...fault, detail: (0, safe_text.gB) `but is \`${sanitise(text)}\`` } };
            return { kind: 'made', made: new Results(text, ground, sanitise) };
        }
        function templateFault(text) {
            if (!text.includes('{name}'))
                return NO_NAME;
            const rest = text.replace(/\{(?:name|n)\}/g, 'x');
            if (/[{}]/.test(rest))
                return UNKNOWN_PLACEHOLDER;
            return rest.startsWith('~') ||
                !rest
                    .replace(/^(?:\.\/)+/, '')
                    .split('/')
                    .every(isSegment)
                ? NO_PATH
                : undefined;
        }
        const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\.|$)/i;
        function isSegment(text) {
            if (text === '' || text === '.' || text === '..' || !text.isWellFormed())
                return false;
            return !/[/\\<>:"|?*\p{Cc}]|[. ]$/u.test(text) && !DEVICE.test(text);
        }
        class Results {
            #template;
            #ground;
            #sanitise;
            #paths = new Map();
            #folders;
            constructor(template, ground, sanitise) {
                this.#template = template;
                this.#ground = ground;
                this.#sanitise = sanitise;
                this.#folders = new Map([[ground.workspace, 'folder']]);
            }
            look(located, item) {
                const name = nameOf(located, item.name);
                const wrong = this.#itemFaults(name, item);
                if (wrong.length > 0)
                    return { kind: 'faults', faults: wrong };
                const faults = [];
                const numbers = [];
                for (let n = 1; n <= item.count && faults.length === 0; n++) {
                    const path = this.#template.replace(/\{(?:name|n)\}/g, (key) => (key === '{n}' ? String(n) : name));
                    const twin = this.#claim(path, located.where);
                    if (twin !== undefined)
                        faults.push(twin);
                    else if (!this.#isMade(path, faults))
                        numbers.push(n);
                }
                return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'missing', numbers };
            }
            #itemFaults(name, { count, hasCount }) {
                const faults = [];
                if (name === '')
                    faults.push(UNNAMED);
                else if (!isSegment(name))
                    faults.push({ ...BAD_NAME, detail: (0, safe_text.gB) `but is \`${this.#sanitise(name)}\`` });
                if (hasCount && !this.#template.includes('{n}'))
                    faults.push(UNNUMBERED);
                if (faults.length === 0 && this.#paths.size + count > RESULTS_MAX)
                    faults.push(TOO_MANY);
                return faults;
            }
            #claim(path, where) {
                const folded = foldPath(path);
                const other = this.#paths.get(folded);
                this.#paths.set(folded, where);
                if (other === undefined)
                    return undefined;
                return { ...SAME_PATH, detail: (0, safe_text.gB) `namely \`${this.#sanitise(path)}\`, that of \`${this.#sanitise(other)}\`` };
            }
            #isMade(path, faults) {
                try {
                    return this.#see((0, external_node_path_.join)(this.#ground.workspace, path), faults) === 'result';
                }
                catch (error) {
                    const detail = (0, safe_text.gB) `the system says: \`${this.#sanitise((0, decode.bD)(error))}\``;
                    faults.push({ ...UNSEEN, where: this.#sanitise(path), detail });
                    return false;
                }
            }
            #see(path, faults) {
                if (this.#seeFolder((0, external_node_path_.dirname)(path), faults) !== 'folder')
                    return 'nothing';
                const stats = (0, external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
                if (stats?.isSymbolicLink() !== true)
                    return seenAs(stats);
                const real = realTarget(path);
                if (real !== undefined && isInside(real, this.#ground.workspace))
                    return seenAs((0, external_node_fs_.statSync)(real));
                const fault = real === undefined ? LINK_NOWHERE : LINK_OUTSIDE;
                faults.push({ ...fault, where: this.#sanitise(shownPath(path, this.#ground.folder)) });
                return 'nothing';
            }
            #seeFolder(path, faults) {
                const seen = this.#folders.get(path) ?? this.#see(path, faults);
                this.#folders.set(path, seen);
                return seen;
            }
        }
        function foldPath(path) {
            return path
                .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
                .normalize('NFD')
                .toUpperCase()
                .toLowerCase()
                .normalize('NFC');
        }
        function seenAs(stats) {
            if (stats?.isDirectory() === true)
                return 'folder';
            return stats?.isFile() === true && stats.size > 0 ? 'result' : 'nothing';
        }
        const EXAMPLE = (0, safe_text.gB) `Such as \`made: videos/{name}.mp4\`, or \`videos/{name}-{n}.mp4\` where items have a \`count\`.`;
        const NO_NAME = { id: 'made-no-name', message: (0, safe_text.gB) `\`made\` must have \`{name}\` in it`, hint: EXAMPLE };
        const UNKNOWN_PLACEHOLDER = {
            id: 'made-placeholder',
            message: (0, safe_text.gB) `\`made\` must have no placeholder but \`{name}\` and \`{n}\``,
            hint: EXAMPLE,
        };
        const NO_PATH = {
            id: 'made-path',
            message: (0, safe_text.gB) `\`made\` must be the path of a file from the root of the workspace on, that every system takes`,
            hint: (0, safe_text.gB) `Use slashes, no \`..\`, no wildcards. ${EXAMPLE}`,
        };
        const UNNAMED = {
            id: 'made-unnamed',
            message: (0, safe_text.gB) `this item has no \`name\`, so where its result lies is not known`,
            hint: (0, safe_text.gB) `Give it a \`name\`, or a file of its own, whose name then counts.`,
        };
        const BAD_NAME = {
            id: 'made-name',
            message: (0, safe_text.gB) `with \`made\`, a name must be one that a file can have on every system`,
            hint: (0, safe_text.gB) `Leave out slashes, \`< > : " | ? *\`, control characters, a dot or blank at the end, and names such as \`..\` and \`con\`.`,
        };
        const UNNUMBERED = {
            id: 'made-unnumbered',
            message: (0, safe_text.gB) `this item has a \`count\`, and \`made\` no \`{n}\``,
            hint: (0, safe_text.gB) `Put \`{n}\` into \`made\`, as in \`videos/{name}-{n}.mp4\`: it stands for 1 up to the \`count\`.`,
        };
        const TOO_MANY = {
            id: 'made-too-many',
            message: (0, safe_text.gB) `\`made\` looks for the results of 1,000,000 generations at most`,
            hint: (0, safe_text.gB) `Check the \`count\`, or leave \`made\` out.`,
        };
        const SAME_PATH = {
            id: 'made-same-path',
            message: (0, safe_text.gB) `two generations would have one path`,
            hint: (0, safe_text.gB) `Give each item a \`name\` of its own, different in more than case.`,
        };
        const UNSEEN = {
            id: 'made-unreadable',
            message: (0, safe_text.gB) `whether this result is there cannot be seen`,
            hint: (0, safe_text.gB) `Check that its folder may be read, and that its name is not too long.`,
        };
        const LINK_NOWHERE = {
            id: 'made-link-nowhere',
            message: (0, safe_text.gB) `this link leads nowhere`,
            hint: (0, safe_text.gB) `Remove it: results of \`made\` are looked for there.`,
        };
        const LINK_OUTSIDE = {
            id: 'made-link-outside',
            message: (0, safe_text.gB) `this link leads outside of the workspace`,
            hint: (0, safe_text.gB) `Put a folder or a file of the workspace in its place: results of \`made\` are looked for there.`,
        };
        ;
        const AS_OF = { v6: '2026-10-10', c1: '2026-09-11', musicMv: '2026-09-20', rest: '2026-09-02' };
        const DATES = Object.values(AS_OF).sort();
        const OLDEST_PRICE = DATES.slice(0, 1).join();
        const NEWEST_PRICE = DATES.slice(-1).join();
        const ALL = ['text_to_video', 'image_to_video', 'transition', 'extend', 'fusion'];
        const NO_EXTEND = ['text_to_video', 'image_to_video', 'transition', 'fusion'];
        const NO_FUSION = ['text_to_video', 'image_to_video', 'transition', 'extend'];
        const VIDEOS = ['fusion_with_video_references'];
        const TEXT_AND_IMAGE = ['text_to_video', 'image_to_video'];
        const PER_SECOND = [
            { asOf: AS_OF.v6, model: 'v6', features: ALL, audio: false, credits: [5, 7, 9, 18] },
            { asOf: AS_OF.v6, model: 'v6', features: ALL, audio: true, credits: [7, 9, 12, 23] },
            { asOf: AS_OF.c1, model: 'c1', features: NO_EXTEND, audio: false, credits: [6, 8, 10, 19] },
            { asOf: AS_OF.c1, model: 'c1', features: NO_EXTEND, audio: true, credits: [8, 10, 13, 24] },
            { asOf: AS_OF.rest, model: 'v6', features: VIDEOS, audio: false, credits: [10, 14, 18, 36] },
            { asOf: AS_OF.rest, model: 'v6', features: VIDEOS, audio: true, credits: [14, 18, 24, 46] },
        ];
        const table_PLAIN = { audio: false, multiClip: false, motionMode: 'normal' };
        const PER_CLIP = [
            {
                ...table_PLAIN,
                models: ['v5.6'],
                features: NO_EXTEND,
                rows: {
                    '360p': [35, 70, 77],
                    '540p': [35, 70, 77],
                    '720p': [45, 90, 99],
                    '1080p': [75, 150, null],
                },
            },
            {
                ...table_PLAIN,
                models: ['v5.6'],
                features: NO_EXTEND,
                audio: true,
                rows: {
                    '360p': [80, 115, 122],
                    '540p': [90, 115, 122],
                    '720p': [90, 135, 144],
                    '1080p': [150, 195, null],
                },
            },
            {
                ...table_PLAIN,
                models: ['v5.5'],
                features: ALL,
                rows: {
                    '360p': [45, 90, 99],
                    '540p': [45, 90, 99],
                    '720p': [60, 120, 132],
                    '1080p': [120, 240, null],
                },
            },
            {
                ...table_PLAIN,
                models: ['v5.5'],
                features: ALL,
                audio: true,
                rows: {
                    '360p': [55, 100, 109],
                    '540p': [55, 100, 109],
                    '720p': [70, 130, 142],
                    '1080p': [130, 250, null],
                },
            },
            {
                ...table_PLAIN,
                models: ['v5.5'],
                features: TEXT_AND_IMAGE,
                multiClip: true,
                rows: {
                    '360p': [75, 120, 129],
                    '540p': [75, 120, 129],
                    '720p': [90, 150, 162],
                    '1080p': [150, 270, null],
                },
            },
            {
                ...table_PLAIN,
                models: ['v5.5'],
                features: TEXT_AND_IMAGE,
                audio: true,
                multiClip: true,
                rows: {
                    '360p': [85, 130, 139],
                    '540p': [85, 130, 139],
                    '720p': [100, 160, 172],
                    '1080p': [160, 280, null],
                },
            },
            {
                ...table_PLAIN,
                models: ['v5'],
                features: NO_FUSION,
                rows: {
                    '360p': [45, 90],
                    '540p': [45, 90],
                    '720p': [60, 120],
                    '1080p': [120, 240],
                },
            },
            {
                ...table_PLAIN,
                models: ['v4.5', 'v4', 'v3.5'],
                features: NO_FUSION,
                rows: {
                    '360p': [45, 90],
                    '540p': [45, 90],
                    '720p': [60, 120],
                    '1080p': [120, null],
                },
            },
            {
                ...table_PLAIN,
                models: ['v4.5', 'v4', 'v3.5'],
                features: NO_FUSION,
                motionMode: 'fast',
                rows: {
                    '360p': [90],
                    '540p': [90],
                    '720p': [120],
                    '1080p': [null],
                },
            },
            {
                ...table_PLAIN,
                models: ['v4.5'],
                features: ['fusion'],
                rows: {
                    '360p': [45, 90],
                    '540p': [45, 90],
                    '720p': [60, 120],
                    '1080p': [120, null],
                },
            },
        ];
        const CLIP_SECONDS = [5, 8, 10];
        const RATES = {
            lip_sync: { credits: '4', size: 1, asOf: AS_OF.rest },
            sound_effect: { credits: '10', size: 5, asOf: AS_OF.rest },
            restyle: { credits: '10', size: 1, asOf: AS_OF.rest },
            upscale: { credits: '5', size: 1, asOf: AS_OF.rest },
        };
        const LIP_SYNC_TEXT_RATE = { credits: '4', size: 15, asOf: AS_OF.rest };
        const RATES_BY_QUALITY = {
            mimic: {
                '360p': { credits: '9', size: 1, asOf: AS_OF.rest },
                '540p': { credits: '10', size: 1, asOf: AS_OF.rest },
                '720p': { credits: '12', size: 1, asOf: AS_OF.rest },
            },
            agent_music_mv: {
                '720p': { credits: '15', size: 1, asOf: AS_OF.musicMv },
                '1080p': { credits: '22.5', size: 1, asOf: AS_OF.musicMv },
            },
        };
        function perStarted(amount, { credits, size, asOf }) {
            return { credits: divideUp(BigInt(Math.ceil(amount / size)) * exactly(credits), MILLION), asOf };
        }
        const CLIP_PRICES = new Map();
        for (const { asOf, model, features, audio, credits } of PER_SECOND) {
            for (const feature of features) {
                QUALITIES.forEach((quality, at) => {
                    publish({ ...table_PLAIN, feature, model, quality, audio, duration: 1 }, credits[at], asOf);
                });
            }
        }
        for (const { models, features, rows, ...switches } of PER_CLIP) {
            for (const feature of features) {
                for (const model of models) {
                    for (const quality of QUALITIES) {
                        CLIP_SECONDS.forEach((duration, at) => {
                            publish({ ...switches, feature, model, quality, duration }, rows[quality][at], AS_OF.rest);
                        });
                    }
                }
            }
        }
        function publish(clip, credits, asOf) {
            if (credits != null)
                CLIP_PRICES.set(keyOf(clip), { credits: BigInt(credits), asOf });
        }
        function keyOf({ feature, model, quality, duration, audio, multiClip, motionMode }) {
            return `${feature} ${model} ${quality} ${duration} ${audio} ${multiClip} ${motionMode}`;
        }
        function publishedPrice(clip) {
            if (!isBilledBySecond(clip.model))
                return CLIP_PRICES.get(keyOf(clip));
            const rate = CLIP_PRICES.get(keyOf({ ...clip, duration: 1 }));
            return rate && { ...rate, credits: rate.credits * BigInt(Math.ceil(clip.duration)) };
        }
        function isBilledBySecond(model) {
            return model === 'v6' || model === 'c1';
        }
        ;
        function floorOf(feature, request) {
            if (isOneOf(feature, CLIP_FEATURES))
                return floorOfClip([feature, 'text_to_video'], request);
            if (isRated(feature))
                return floorOfRated(feature, request);
            return takesModel(feature) ? floorOfClip(['text_to_video'], request) : undefined;
        }
        function highest(amounts) {
            return amounts.reduce((most, one) => (most === undefined || (one !== undefined && one > most) ? one : most), undefined);
        }
        function lowest(amounts) {
            return amounts.reduce((least, one) => (least === undefined || (one !== undefined && one < least) ? one : least), undefined);
        }
        function floorOfClip(features, request) {
            const { audio, multiClip } = request;
            if (request.model === undefined && request.quality === undefined && secondsOf(request) === undefined)
                return undefined;
            const models = request.model === undefined ? MODELS : MODELS.filter((model) => model === request.model);
            const known = qualityOf(request);
            const qualities = known === undefined ? QUALITIES : [known];
            const motionMode = MOTION_MODES.find((mode) => mode === request.motionMode) ?? 'normal';
            const amounts = models.flatMap((model) => qualities.map((quality) => highest(lengthsWithin(model, secondsOf(request)).flatMap((duration) => features.map((feature) => dearestWithin({ feature, model, quality, duration, audio, multiClip, motionMode }))))));
            return lowest(amounts);
        }
        function lengthsWithin(model, seconds) {
            if (isBilledBySecond(model))
                return [seconds ?? 1];
            const [shortest] = CLIP_SECONDS;
            return CLIP_SECONDS.filter((length) => length <= Math.max(seconds ?? 0, shortest));
        }
        function dearestWithin(clip) {
            const amounts = [];
            for (const audio of new Set([false, clip.audio])) {
                for (const multiClip of new Set([false, clip.multiClip])) {
                    for (const motionMode of new Set(['normal', clip.motionMode])) {
                        amounts.push(publishedPrice({ ...clip, audio, multiClip, motionMode })?.credits);
                    }
                }
            }
            return highest(amounts);
        }
        function floorOfRated(feature, request) {
            const seconds = secondsOf(request);
            const least = feature === 'agent_music_mv' ? MUSIC_MV_SECONDS.least : 1;
            const billed = (rate) => perStarted(Math.max(seconds ?? 0, least), rate).credits;
            if (feature === 'lip_sync') {
                const { textBytes, ownAudio } = request;
                const byText = textBytes === 0 ? undefined : perStarted(textBytes, LIP_SYNC_TEXT_RATE).credits;
                const isTextAlone = byText !== undefined && !ownAudio && seconds === undefined;
                return isTextAlone ? byText : highest([byText, billed(RATES.lip_sync)]);
            }
            if (feature !== 'mimic' && feature !== 'agent_music_mv')
                return billed(RATES[feature]);
            const rates = RATES_BY_QUALITY[feature];
            const quality = qualityOf(request);
            const within = quality === undefined ? [] : QUALITIES.slice(0, QUALITIES.indexOf(quality) + 1);
            const amountsOf = (qualities) => qualities.flatMap((one) => rates[one] ?? []).map(billed);
            return highest(amountsOf(within)) ?? lowest(amountsOf(QUALITIES));
        }
        function qualityOf({ quality }) {
            const [, lines = '0'] = /^(\d+)p$/i.exec(quality ?? '') ?? [];
            const isAbove = Number(lines) > 1080 || /^\d+k$/i.test(quality ?? '');
            return isAbove ? '1080p' : QUALITIES.find((known) => known === quality);
        }
        function secondsOf({ duration }) {
            return duration === 0 ? undefined : duration;
        }
        ;
        function costOf(item, overrides, sanitise) {
            const { request } = item;
            const { cost, floor, gaps, obstacles } = quoteOf(request, overrides, sanitise);
            const faults = [...request.faults, ...obstacles];
            if (item.credits === undefined) {
                faults.push(...gaps);
                return cost === undefined || faults.length > 0 ? { kind: 'faults', faults } : { kind: 'cost', cost };
            }
            const own = divideUp(item.credits, MILLION);
            if (floor !== undefined && own < floor)
                faults.push(undercut(item.credits, floor, reasonOf(request, cost)));
            if (faults.length > 0)
                return { kind: 'faults', faults };
            if (cost?.each === own && gaps.length === 0)
                return { kind: 'cost', cost };
            const what = cost?.what ?? describe(request.feature, request);
            return { kind: 'cost', cost: { each: own, what, by: 'plan', asOf: undefined, override: cost?.override } };
        }
        const NONE = [];
        function quoteOf(request, overrides, sanitise) {
            const { feature, told, open } = request;
            if (open !== undefined)
                return overridden(undefined, request, overrides) ?? quoteOfOpen(request, open, sanitise);
            const isOneWord = feature === 'fusion' && told.join() === 'fusion_with_video_references';
            const row = isOneWord ? overridden(told[0], request, overrides) : undefined;
            if (row !== undefined)
                return row;
            const quotes = [feature, ...told].flatMap((one) => overridden(one, request, overrides) ?? (one === undefined ? [] : estimate(one, request, sanitise)));
            const gaps = distinct(quotes.flatMap((quote) => quote.gaps));
            const obstacles = distinct(quotes.flatMap((quote) => quote.obstacles));
            const floor = highest(quotes.map((quote) => quote.floor));
            const dearest = quotes.find((quote) => quote.floor === floor);
            const isKnown = gaps.length === 0 && obstacles.length === 0;
            return { cost: isKnown ? dearest?.cost : undefined, floor, gaps, obstacles };
        }
        function overridden(feature, request, overrides) {
            const features = feature === 'fusion_with_video_references' ? [feature, 'fusion'] : [feature];
            const { duration, ownAudio, open } = request;
            const maySpeak = feature === undefined ? open?.fits.includes('lip_sync') : feature === 'lip_sync';
            const text = maySpeak === true ? priceOfText(request) : undefined;
            const isTextAlone = text !== undefined && !ownAudio && (duration ?? 0) === 0;
            const applying = (only, orAny) => overrides.findIndex((row) => (row.feature === undefined ? orAny : only.includes(row.feature)) &&
                equals(row, request) &&
                !(row.perSecond && isTextAlone));
            const first = applying(features, true);
            const named = overrides[first]?.feature;
            const narrower = named === undefined ? -1 : applying(features.slice(0, 1), false);
            const index = narrower === -1 ? first : narrower;
            const row = overrides[index];
            if (row === undefined)
                return undefined;
            const what = describe(row.feature ?? feature, request);
            const quote = (millionths) => {
                const each = divideUp(millionths, MILLION);
                const cost = { each, what, by: 'prices', asOf: undefined, override: index };
                return { cost, floor: each, gaps: NONE, obstacles: NONE };
            };
            if (!row.perSecond)
                return quote(row.credits);
            const obstacles = secondsGap(request);
            if (duration === undefined || obstacles.length > 0)
                return { cost: undefined, floor: undefined, gaps: NONE, obstacles };
            const bySecond = quote(divideUp(row.credits * exactly(duration), MILLION));
            const byText = text === undefined ? undefined : { ...bySecond, cost: costBy(text, what), floor: text.credits };
            return byText !== undefined && byText.floor > bySecond.floor ? byText : bySecond;
        }
        function equals(row, request) {
            return ((row.model ?? request.model) === request.model &&
                (row.quality ?? request.quality) === request.quality &&
                (row.duration ?? request.duration) === request.duration &&
                (row.audio ?? request.audio) === request.audio &&
                (row.multiClip ?? request.multiClip) === request.multiClip &&
                (row.motionMode ?? request.motionMode) === request.motionMode);
        }
        function quoteOfOpen(request, open, sanitise) {
            const candidates = open.fits.map((one) => estimate(one, request, sanitise));
            const isCertain = open.fits.length === 1 && open.fits.every(isPriced);
            const more = isCertain ? candidates.flatMap((candidate) => candidate.gaps) : [];
            const told = request.told.map((one) => estimate(one, request, sanitise));
            return {
                cost: undefined,
                floor: highest([...candidates, ...told].map(({ floor }) => floor)),
                gaps: [featureMissing(request, open), ...more],
                obstacles: NONE,
            };
        }
        function estimate(feature, request, sanitise) {
            if (!isOneOf(feature, FEATURES)) {
                const obstacles = [unknownFeature(feature, sanitise)];
                return { cost: undefined, floor: undefined, gaps: NONE, obstacles };
            }
            const gaps = [];
            const price = isOneOf(feature, CLIP_FEATURES)
                ? priceOfClip(feature, request, sanitise, gaps)
                : priceOfOther(feature, request, sanitise, gaps);
            const cost = price === undefined ? undefined : costBy(price, describe(feature, request));
            return { cost, floor: price?.credits ?? floorOf(feature, request), gaps, obstacles: NONE };
        }
        function costBy({ credits, asOf }, what) {
            return { each: credits, what, by: 'table', asOf, override: undefined };
        }
        function priceOfClip(feature, request, sanitise, gaps) {
            const { audio, multiClip } = request;
            const model = word('model', request.model, MODELS, request, sanitise, gaps);
            const quality = word('quality', request.quality, QUALITIES, request, sanitise, gaps);
            const motionMode = word('motion_mode', request.motionMode, MOTION_MODES, request, sanitise, gaps);
            const noSeconds = secondsGap(request);
            const duration = noSeconds.length > 0 ? undefined : request.duration;
            gaps.push(...noSeconds, ...request.switchedOn.map(unpricedSwitch));
            const refused = model === undefined ? NONE : refusals({ feature, model, quality, motionMode, duration, audio, multiClip });
            gaps.push(...refused.map((one) => refusalFault(one)));
            if (model === undefined || quality === undefined || motionMode === undefined || duration === undefined) {
                return undefined;
            }
            if (refused.length > 0)
                return undefined;
            const price = publishedPrice({ feature, model, quality, audio, multiClip, motionMode, duration });
            if (price === undefined)
                gaps.push(unpriced(feature, request, sanitise));
            return price;
        }
        function priceOfOther(feature, request, sanitise, gaps) {
            if (!isRated(feature)) {
                gaps.push(unpriced(feature, request, sanitise));
                return undefined;
            }
            if (feature === 'lip_sync')
                return priceOfLipSync(request, gaps);
            const rate = feature === 'mimic' || feature === 'agent_music_mv'
                ? rateByQuality(feature, request, sanitise, gaps)
                : RATES[feature];
            const noSeconds = secondsGap(request);
            gaps.push(...noSeconds);
            if (request.duration === undefined || noSeconds.length > 0)
                return undefined;
            const refused = feature === 'agent_music_mv' ? musicRefusal(request.duration) : undefined;
            if (refused !== undefined)
                gaps.push(refusalFault(refused, request.told.includes(feature)));
            return rate === undefined || refused !== undefined ? undefined : perStarted(request.duration, rate);
        }
        function rateByQuality(feature, request, sanitise, gaps) {
            const quality = word('quality', request.quality, QUALITIES, request, sanitise, gaps);
            const rate = quality === undefined ? undefined : RATES_BY_QUALITY[feature][quality];
            if (quality !== undefined && rate === undefined)
                gaps.push(unpriced(feature, request, sanitise));
            return rate;
        }
        function priceOfLipSync(request, gaps) {
            const { duration, ownAudio, unread } = request;
            const byText = priceOfText(request);
            if (!ownAudio && (duration ?? 0) === 0 && (byText !== undefined || unread.includes('text')))
                return byText;
            const noSeconds = secondsGap(request, ownAudio ? AUDIO_HINT : LIP_SYNC_HINT);
            gaps.push(...noSeconds);
            if (duration === undefined || noSeconds.length > 0)
                return undefined;
            const byAudio = perStarted(duration, RATES.lip_sync);
            return byText !== undefined && byText.credits > byAudio.credits ? byText : byAudio;
        }
        function priceOfText({ textBytes }) {
            return textBytes === 0 ? undefined : perStarted(textBytes, LIP_SYNC_TEXT_RATE);
        }
        function word(field, given, known, request, sanitise, gaps) {
            if (given !== undefined && isOneOf(given, known))
                return given;
            if (given !== undefined)
                gaps.push(unknownWord(field, given, known, sanitise));
            else if (!request.unread.includes(field))
                gaps.push(missing(field, (0, safe_text.gB) `Add it: ${oneOf(known)}.`));
            return undefined;
        }
        function secondsGap({ feature, told, duration, unread }, whenMissing = (0, safe_text.gB) `Add it, in seconds.`) {
            if (duration === undefined)
                return unread.includes('duration') ? NONE : [missing('duration', whenMissing)];
            if (duration > 0)
                return NONE;
            const byVideos = [feature, ...told].includes('fusion_with_video_references');
            return [
                {
                    id: 'item-no-seconds',
                    message: (0, safe_text.gB) `\`duration\` must be more than 0`,
                    detail: (0, safe_text.gB) `but is 0`,
                    hint: byVideos ? VIDEOS_HINT : (0, safe_text.gB) `Give the seconds that will be billed.`,
                },
            ];
        }
        const AUDIO_HINT = (0, safe_text.gB) `Add the seconds of the audio: with \`audio_media_id\`, a lip sync is billed by them.`;
        const LIP_SYNC_HINT = (0, safe_text.gB) `Add it, in seconds, or \`lip_sync_tts_content\`, the text to speak.`;
        const VIDEOS_HINT = (0, safe_text.gB) `Give, in the plan, the seconds that you expect, or the price of one generation as \`credits\`.`;
        const GIVE_PRICE = (0, safe_text.gB) `ive its price: as a row of the input \`prices\`, or as \`credits\` in the item.`;
        function missing(field, hint) {
            return { id: 'item-missing', message: (0, safe_text.gB) `\`${(0, safe_text.pj)(field)}\` is missing`, hint };
        }
        function unknownWord(field, given, known, sanitise) {
            const nearest = field === 'model' ? UNPRICED_MODELS.get(given) : undefined;
            if (nearest !== undefined) {
                return {
                    id: 'item-model-unpriced',
                    message: (0, safe_text.gB) `the built-in table has no price for the model ${(0, safe_text.pj)(given)}`,
                    hint: (0, safe_text.gB) `The API takes ${(0, safe_text.pj)(nearest)}. If it takes ${(0, safe_text.pj)(given)} now, g${GIVE_PRICE}`,
                };
            }
            return {
                id: 'item-unknown',
                message: (0, safe_text.gB) `\`${(0, safe_text.pj)(field)}\` must be ${oneOf(known)}`,
                detail: (0, safe_text.gB) `but is ${shown(given, sanitise)}`,
                hint: (0, safe_text.gB) `If PixVerse has a new one, g${GIVE_PRICE}`,
            };
        }
        function unknownFeature(given, sanitise) {
            return {
                id: 'item-feature-unknown',
                message: (0, safe_text.gB) `\`feature\` must be ${oneOf(FEATURES)}`,
                detail: (0, safe_text.gB) `but is ${shown(given, sanitise)}`,
                hint: (0, safe_text.gB) `If PixVerse has a new one, give its price as a row of the input \`prices\` with this \`feature\`.`,
            };
        }
        const TOLD = (0, safe_text.gB) `, and the fields of the item say it is one`;
        function refusalFault({ takes, asked }, isTold = false) {
            return {
                id: 'item-refused',
                message: (0, safe_text.gB) `PixVerse refuses this: ${(0, safe_text.pj)(takes)}`,
                detail: (0, safe_text.gB) `but ${(0, safe_text.pj)(asked)}${isTold ? TOLD : (0, safe_text.pj)('')}`,
                hint: (0, safe_text.gB) `Change the request. If PixVerse takes it now, g${GIVE_PRICE}`,
            };
        }
        function unpriced(feature, request, sanitise) {
            return {
                id: 'item-unpriced',
                message: (0, safe_text.gB) `the built-in table has no price for \`${sanitise(describe(feature, request))}\``,
                detail: request.told.some((one) => one === feature) ? (0, safe_text.gB) `which the fields of the item say it is` : undefined,
                hint: (0, safe_text.gB) `G${GIVE_PRICE}`,
            };
        }
        function unpricedSwitch(field) {
            return {
                id: 'item-unpriced-switch',
                message: (0, safe_text.gB) `the built-in table has no price for a clip with \`${(0, safe_text.pj)(field)}\``,
                hint: (0, safe_text.gB) `Turn it off, or g${GIVE_PRICE}`,
            };
        }
        function featureMissing(request, { by, fits }) {
            return {
                id: 'item-feature',
                message: (0, safe_text.gB) `\`feature\` is missing, and \`${(0, safe_text.pj)(by)}\` does not say what the item is for`,
                hint: featureHint(request, fits),
            };
        }
        function featureHint(request, fits) {
            if (fits.length === 0)
                return NO_FEATURE_HINT;
            const priced = fits.filter((feature) => isPriced(feature));
            const others = (0, safe_text.pj)(either(fits.filter((feature) => !isPriced(feature))));
            if (priced.length === 0) {
                return (0, safe_text.gB) `Add \`credits\`, the price of one generation: the built-in table has none for ${others}.`;
            }
            const [only] = priced;
            if (only !== undefined && fits.length === 1)
                return (0, safe_text.gB) `Add \`feature: ${(0, safe_text.pj)(only)}\`.`;
            const choice = priced.map((feature) => {
                const needs = needsBesides(feature, request);
                return needs.length === 0 ? feature : `${feature} (with ${needs.join(', ')})`;
            });
            const hint = (0, safe_text.gB) `Add \`feature\`: ${(0, safe_text.pj)(either(choice))}.`;
            return others === '' ? hint : (0, safe_text.gB) `${hint} For ${others}, add \`credits\` too, the price of one generation.`;
        }
        const NO_FEATURE_HINT = (0, safe_text.gB) `No feature has all of these fields: leave some out, or add \`credits\`, the price of one generation.`;
        function isPriced(feature) {
            return isOneOf(feature, PRICED_FEATURES);
        }
        function needsBesides(feature, request) {
            const fields = isOneOf(feature, CLIP_FEATURES)
                ? ['model', 'quality', 'duration']
                : feature === 'mimic' || feature === 'agent_music_mv'
                    ? ['quality', 'duration']
                    : feature === 'lip_sync' && request.textBytes > 0 && !request.ownAudio
                        ? []
                        : ['duration'];
            return fields.filter((field) => !request.unread.includes(field) && request[field] === undefined);
        }
        function reasonOf({ open }, cost) {
            if (cost !== undefined)
                return cost.by === 'prices' ? 'prices' : 'table';
            return open === undefined ? 'unknown' : 'open';
        }
        function undercut(credits, floor, by) {
            return {
                id: 'item-undercut',
                message: (0, safe_text.gB) `\`credits\` must be at least ${(0, safe_text.pj)(String(floor))}`,
                detail: (0, safe_text.gB) `but is ${(0, safe_text.pj)(inDigits(credits))}`,
                hint: UNDERCUT_HINTS[by],
            };
        }
        const UNDERCUT_HINTS = {
            prices: (0, safe_text.gB) `That is its price in the input \`prices\`, which an item can only raise.`,
            table: (0, safe_text.gB) `That is its published price: only the input \`prices\` can make it cheaper.`,
            unknown: (0, safe_text.gB) `The cheapest that it could be costs so much. If PixVerse charges less, give its price in the input \`prices\`.`,
            open: (0, safe_text.gB) `It may be something that costs so much. Add its \`feature\`, or give its price in the input \`prices\`.`,
        };
        function distinct(faults) {
            return faults.filter(({ message }, at) => faults.findIndex((other) => other.message === message) === at);
        }
        function describe(feature, request) {
            const { model, quality, duration, textBytes, audio, multiClip, motionMode } = request;
            const words = [
                feature ?? 'generation',
                model,
                quality,
                duration === undefined ? undefined : `${duration} s`,
                textBytes === 0 ? undefined : `${textBytes} ${textBytes === 1 ? 'byte' : 'bytes'} of text`,
                audio ? 'audio' : undefined,
                multiClip ? 'multi clip' : undefined,
                motionMode === 'normal' ? undefined : motionMode,
            ];
            return words.filter((word) => word !== undefined).join(' ');
        }
        ;
        const request_NONE = [];
        function decodeItem(value, sanitise, outer = request_NONE) {
            if (!(0, decode.Gv)(value))
                return { kind: 'faults', faults: [notARequest(value, sanitise)] };
            let narrowing = request_NONE;
            let switchedOn = request_NONE;
            let strangers;
            let several = request_NONE;
            let asks = false;
            for (const field of Object.keys(value)) {
                if (hasSeveral(field, value[field]))
                    several = [...several, field];
                const role = roleOf(field);
                if (role === undefined)
                    (strangers ??= []).push(field);
                if (role === undefined || role === 'plain' || value[field] == null)
                    continue;
                if (field !== 'name')
                    asks = true;
                const isSwitchedOn = role === 'switch' && isOn(value[field]);
                if (isSwitchedOn)
                    switchedOn = [...switchedOn, field];
                if (narrows(field) && (isSwitchedOn || field !== 'template_id'))
                    narrowing = [...narrowing, field];
            }
            const fields = new Fields(value, sanitise);
            for (const fault of outer)
                fields.addFault(fault);
            for (const field of several)
                fields.addFault(severalIn(field, sanitise));
            if (strangers === undefined)
                return { kind: 'item', item: itemOf(fields, narrowing, switchedOn), ignored: request_NONE };
            const wrappers = [];
            const ignored = [];
            for (const field of strangers) {
                const meant = meantBy(field, value);
                if (meant !== undefined) {
                    const { right } = meant;
                    fields.misspelt(field, meant);
                    if (narrows(right) && !narrowing.includes(right))
                        narrowing = [...narrowing, right];
                    if (roleOf(right) === 'switch' && isOn(meant.value))
                        switchedOn = [...switchedOn, right];
                    continue;
                }
                const feature = featureAskedBy(field, value);
                if (feature !== undefined)
                    fields.addFault(featureForField(field, feature, sanitise));
                else if (holdsRequest(field, value[field], !asks))
                    wrappers.push(requestUnderKey(field, sanitise));
                else if (isBehindComma(field, value[field]))
                    fields.addFault(BEHIND_COMMA);
                else
                    ignored.push(field);
            }
            if (wrappers.length > 0 && outer.length === 0)
                return decodeItem(unwrapped(value), sanitise, wrappers);
            const isNew = ({ message }) => !outer.some((other) => other.message === message);
            for (const fault of wrappers.filter(isNew))
                fields.addFault(fault);
            return { kind: 'item', item: itemOf(fields, narrowing, switchedOn), ignored };
        }
        function kindOf({ request, credits }) {
            const { told, open, duration, audio, multiClip, textBytes, ownAudio, switchedOn, unread, faults } = request;
            const words = `${part(request.feature)}${part(request.model)}${part(request.quality)}${part(request.motionMode)}`;
            const rest = `${duration} ${audio} ${multiClip} ${textBytes} ${ownAudio} ${credits} ${told.join()}`;
            const plain = open === undefined && switchedOn.length === 0 && unread.length === 0 && faults.length === 0;
            return plain ? words + rest : words + rest + JSON.stringify([open, switchedOn, unread, faults]);
        }
        function part(text) {
            return text === undefined ? '-' : `${text.length}:${text}`;
        }
        function itemOf(fields, narrowing, switchedOn) {
            const given = fields.read('feature', FEATURE);
            const model = fields.read('model', MODEL);
            const hasModel = model !== undefined || fields.isUnread('model');
            let feature = given;
            let told = request_NONE;
            let open;
            const quality = fields.read('quality', QUALITY);
            const hasQuality = quality !== undefined || fields.isUnread('quality');
            if (given !== undefined)
                told = contradictions(given, narrowing, { hasModel, hasQuality });
            else if (!fields.isUnread('feature')) {
                open = openness(narrowing, hasModel);
                if (open === undefined)
                    feature = toldBy(narrowing);
                else
                    told = toldOfOpen(narrowing, open, hasModel && hasQuality);
            }
            const isLipSync = [feature, ...told, ...(open?.fits ?? request_NONE)].includes('lip_sync');
            const text = isLipSync ? fields.read('text', TEXT) : undefined;
            const duration = fields.read('duration', SECONDS);
            const audio = fields.read('audio', SWITCH) ?? false;
            const multiClip = fields.read('multi_clip', SWITCH) ?? false;
            const motionMode = fields.read('motion_mode', MOTION_MODE) ?? 'normal';
            const count = fields.read('count', COUNT);
            const credits = fields.read('credits', CREDITS);
            const name = fields.read('name', NAME) ?? '';
            return {
                request: {
                    feature,
                    told,
                    open,
                    model,
                    quality,
                    duration,
                    audio,
                    multiClip,
                    motionMode,
                    textBytes: text === undefined ? 0 : Buffer.byteLength(text),
                    ownAudio: isLipSync && narrowing.includes('audio_media_id'),
                    switchedOn,
                    unread: fields.unread ?? request_NONE,
                    faults: fields.faults ?? request_NONE,
                },
                count: count ?? 1,
                hasCount: count !== undefined,
                credits,
                name,
            };
        }
        function openness(narrowing, hasModel) {
            const by = narrowing.find((field) => leavesOpen(field, narrowing) || (field === 'text' && !hasModel));
            return by === undefined ? undefined : { by, fits: fitting(narrowing, hasModel) };
        }
        function toldBy(narrowing) {
            return TELLING.find(([field]) => narrowing.includes(field))?.[1] ?? 'text_to_video';
        }
        function toldOfOpen(narrowing, { fits }, mayBeClip) {
            if (fits.length > 0)
                return mayBeClip ? [toldBy(narrowing)] : request_NONE;
            const rated = DECIDING.filter(([field]) => narrowing.includes(field)).map(([, feature]) => feature);
            return [...new Set([toldBy(narrowing), ...rated])];
        }
        function contradictions(given, narrowing, { hasModel, hasQuality }) {
            if (!isOneOf(given, FEATURES))
                return request_NONE;
            const tells = ([field]) => narrowing.includes(field) && !belongsTo(field, given);
            const mayBeClip = hasModel || isOneOf(given, CLIP_FEATURES);
            const other = mayBeClip ? TELLING.find(tells)?.[1] : undefined;
            const clip = other ?? (hasModel && hasQuality && !takesModel(given) ? toldBy(narrowing) : undefined);
            const rated = DECIDING.filter((one) => tells(one) && !(mayBeClip && isSpoken(one[0]))).map(([, feature]) => feature);
            return [...new Set([clip, ...rated])].filter((feature) => feature !== undefined);
        }
        function isOn(value) {
            return Array.isArray(value) ? value.length > 0 : Boolean(value);
        }
        class Fields {
            body;
            sanitise;
            faults;
            unread;
            meant;
            constructor(body, sanitise) {
                this.body = body;
                this.sanitise = sanitise;
            }
            isUnread(field) {
                return this.unread?.includes(field) ?? false;
            }
            misspelt(field, { right, value }) {
                const isOther = value !== this.body[field] && (typeof value === 'string' || typeof value === 'boolean');
                this.addFault(misspeltField(field, right, isOther ? (0, safe_text.gB) `: ${(0, safe_text.pj)(String(value))}` : (0, safe_text.pj)(''), this.sanitise));
                const counted = countedAs(right);
                if (counted === undefined)
                    return;
                this.meant ??= new Map();
                this.meant.set(counted, { field, value });
            }
            read(field, kind) {
                const { body } = this;
                const { name, alias } = NAMES[field];
                const hasName = isGiven(body, name);
                const hasAlias = alias !== undefined && isGiven(body, alias);
                if (hasName && hasAlias && body[name] !== body[alias]) {
                    this.addFault(fieldsDiffer(name, alias, body, this.sanitise));
                    this.giveUp(field);
                    return undefined;
                }
                if (hasName)
                    return this.decode(field, name, body[name], kind);
                if (hasAlias)
                    return this.decode(field, alias, body[alias], kind);
                const misspelt = this.meant?.get(field);
                return misspelt === undefined ? undefined : this.decodeMisspelt(field, misspelt.field, misspelt.value, kind);
            }
            decode(field, name, value, kind) {
                const read = kind.read(value);
                if (read !== undefined)
                    return read;
                const { fault, meant } = wrongValue('item-value', name, value, kind, this.sanitise);
                this.addFault(fault);
                if (meant === undefined)
                    this.giveUp(field);
                return meant;
            }
            decodeMisspelt(field, name, value, kind) {
                const hopeless = kind.read(value) === undefined && kind.guess(value) === undefined;
                if (!hopeless)
                    return this.decode(field, name, value, kind);
                this.giveUp(field);
                return undefined;
            }
            addFault(fault) {
                this.faults ??= [];
                this.faults.push(fault);
            }
            giveUp(field) {
                this.unread ??= [];
                this.unread.push(field);
            }
        }
        function notARequest(value, sanitise) {
            return {
                id: 'item-shape',
                message: (0, safe_text.gB) `an item must be an object`,
                detail: (0, safe_text.gB) `but is ${shown(value, sanitise)}`,
                hint: (0, safe_text.gB) `An item is a request body of the PixVerse API, with \`model\`, \`quality\`, \`duration\` etc.`,
            };
        }
        function requestUnderKey(field, sanitise) {
            const name = sanitise(field, 40);
            return {
                id: 'item-nested',
                message: (0, safe_text.gB) `fields that count stand under the key \`${name}\`, where they are not read`,
                hint: isEnvelope(field)
                    ? (0, safe_text.gB) `Put them into the item itself, without \`${name}\`. If they are a note of your own, give the key another name, such as \`notes\`.`
                    : (0, safe_text.gB) `Put them into the item itself, without \`${name}\`, or make items of them; a note of your own may be a text.`,
            };
        }
        function severalIn(field, sanitise) {
            return {
                id: 'item-several',
                message: (0, safe_text.gB) `\`${sanitise(field, 40)}\` is a list, and an item is one request`,
                hint: (0, safe_text.gB) `Write an item for each, or give one of them and a \`count\`.`,
            };
        }
        function misspeltField(field, right, value, sanitise) {
            const hint = (0, safe_text.gB) `Did you mean \`${(0, safe_text.pj)(right)}${value}\`?`;
            return {
                id: 'item-field',
                message: (0, safe_text.gB) `there is no field \`${sanitise(field, 40)}\``,
                hint: fold(field) === fold(right) ? hint : (0, safe_text.gB) `${hint} If it is a note of your own, give it another name.`,
            };
        }
        function featureForField(field, feature, sanitise) {
            return {
                id: 'item-field',
                message: (0, safe_text.gB) `there is no field \`${sanitise(field, 40)}\``,
                hint: (0, safe_text.gB) `It is a request of its own: write an item with \`feature: ${(0, safe_text.pj)(feature)}\`. If it is a note of your own, give it another name.`,
            };
        }
        const BEHIND_COMMA = {
            id: 'item-comma',
            message: (0, safe_text.gB) `a number stands where the name of a field should be`,
            hint: (0, safe_text.gB) `A comma ends the value before it: write 1000, not 1,000, and 1.5, not 1,5.`,
        };
        function fieldsDiffer(name, alias, body, sanitise) {
            return {
                id: 'item-fields-differ',
                message: (0, safe_text.gB) `\`${(0, safe_text.pj)(name)}\` and \`${(0, safe_text.pj)(alias)}\` mean the same`,
                detail: (0, safe_text.gB) `but are ${shown(body[name], sanitise)} and ${shown(body[alias], sanitise)}`,
                hint: (0, safe_text.gB) `Keep one of them.`,
            };
        }
        ;
        const TEXT_MAX = 32;
        const NOTES_MAX = 1000;
        class Signatures {
            #notes = new Map();
            of(item) {
                if (!(0, decode.Gv)(item))
                    return undefined;
                let signature = '';
                for (const field of Object.keys(item)) {
                    const part = this.#part(field, item[field]);
                    if (part === undefined)
                        return undefined;
                    signature += part;
                }
                return signature;
            }
            #part(field, value) {
                if (hasSeveral(field, value))
                    return undefined;
                const role = roleOf(field);
                switch (role) {
                    case 'plain':
                        return '';
                    case 'counted':
                        if (field === 'name')
                            return typeof value === 'string' ? '' : undefined;
                        return this.#counted(field, value);
                    case 'switch':
                    case 'tells':
                        return `${field}:${value == null ? '' : isOn(value)};`;
                    case undefined:
                        if (!this.#isNote(field) ||
                            Array.isArray(value) ||
                            (isEnvelope(field) && (0, decode.Gv)(value)) ||
                            holdsRequest(field, value, false))
                            return undefined;
                        return `?${field.length}:${field}`;
                }
            }
            #counted(field, value) {
                if (typeof value === 'string')
                    return value.length > TEXT_MAX ? undefined : `${field}=${value.length}:${value}`;
                return value === null || typeof value === 'number' || typeof value === 'boolean' ? `${field}=${value};` : undefined;
            }
            #isNote(field) {
                const known = this.#notes.get(field);
                if (known !== undefined)
                    return known;
                const isNote = !isCommonName(field) && !isBehindComma(field, null) && rightName(field) === undefined;
                if (this.#notes.size < NOTES_MAX)
                    this.#notes.set(field, isNote);
                return isNote;
            }
        }
        ;
        function withoutUnseen(value) {
            if (!(0, decode.Gv)(value))
                return undefined;
            let faults;
            for (const key in value) {
                const field = fieldOf(key);
                if (field === undefined)
                    continue;
                const word = value[key];
                const inKey = key === field ? undefined : unseenIn(key, (0, safe_text.gB) `the field`, field);
                const inWord = visible_isWord(field, word) ? unseenIn(word, (0, safe_text.gB) `the value of`, field) : undefined;
                for (const fault of [inKey, inWord])
                    if (fault !== undefined)
                        (faults ??= []).push(fault);
            }
            return faults === undefined ? undefined : { value: cleaned(value), faults };
        }
        function cleaned(value) {
            const pairs = Object.entries(value).map(([key, word]) => {
                const field = fieldOf(key) ?? key;
                return [field, visible_isWord(field, word) ? asItLooks(word) : word];
            });
            return Object.fromEntries(pairs);
        }
        function fieldOf(key) {
            if (key.length > visible_LENGTH_MAX)
                return undefined;
            const field = ASCII.test(key) ? key : asItLooks(key);
            return field === 'per' || countedAs(field) !== undefined ? field : undefined;
        }
        const visible_LENGTH_MAX = 100;
        function visible_isWord(field, value) {
            if (typeof value !== 'string' || value.length > visible_LENGTH_MAX)
                return false;
            return !FREE.includes(field);
        }
        const FREE = ['name', 'text', 'lip_sync_tts_content'];
        const ALIKE = 'аеорсухіѕјһԁԛԝӏѵРСѴαορνυιτκγχ';
        const LATIN = 'aeopcyxisjhdqwlvPCVaopvuitkyx';
        const LOOKALIKE = new RegExp(`[${ALIKE}]`, 'gu');
        const ASCII = /^[ -~]*$/;
        function asItLooks(text) {
            const visible = (0, safe_text.OT)(text);
            const latin = visible.replace(LOOKALIKE, (letter) => LATIN.charAt(ALIKE.indexOf(letter)));
            return ASCII.test(latin) ? latin : visible;
        }
        function unseenIn(text, place, field) {
            const invisible = (0, safe_text.BB)(text);
            if (invisible !== undefined) {
                return {
                    id: 'plan-invisible',
                    message: (0, safe_text.gB) `there is an invisible character (${invisible}) in ${place} \`${(0, safe_text.pj)(field)}\``,
                    hint: (0, safe_text.gB) `Type it anew: what cannot be seen often comes with copied text.`,
                };
            }
            const lookalike = (0, safe_text.Ku)(text, LOOKALIKE);
            if (lookalike === undefined || !ASCII.test(asItLooks(text)))
                return undefined;
            return {
                id: 'plan-lookalike',
                message: (0, safe_text.gB) `there is a letter (${lookalike}) that only looks Latin in ${place} \`${(0, safe_text.pj)(field)}\``,
                hint: (0, safe_text.gB) `Type it anew on a Latin keyboard.`,
            };
        }
        ;
        const KNOWN_MAX = 1000;
        class Kinds {
            applied = new Set();
            #overrides;
            #sanitise;
            #signatures = new Signatures();
            #known = new Map();
            #kinds = new Map();
            #lines = new Map();
            constructor(overrides, sanitise) {
                this.#overrides = overrides;
                this.#sanitise = sanitise;
            }
            read(value) {
                const signature = this.#signatures.of(value);
                const known = signature === undefined ? undefined : this.#known.get(signature);
                if (known !== undefined) {
                    const given = (0, decode.ZV)(value, 'name');
                    const name = typeof given === 'string' ? given : '';
                    return name === known.item.name ? known : { ...known, item: { ...known.item, name } };
                }
                const seen = withoutUnseen(value);
                const faults = seen?.faults ?? [];
                const decoded = decodeItem(seen?.value ?? value, this.#sanitise);
                if (decoded.kind === 'faults')
                    return { ...decoded, faults: [...faults, ...decoded.faults] };
                const read = { ...decoded, price: this.#of(decoded.item), faults };
                if (signature !== undefined && this.#known.size < KNOWN_MAX)
                    this.#known.set(signature, read);
                return read;
            }
            #of(item) {
                if (item.request.faults.length > 0)
                    return this.#price(item);
                const key = kindOf(item);
                const known = this.#kinds.get(key);
                if (known !== undefined)
                    return known;
                const kind = this.#price(item);
                this.#kinds.set(key, kind);
                return kind;
            }
            #price(item) {
                const priced = costOf(item, this.#overrides, this.#sanitise);
                if (priced.kind === 'faults')
                    return priced;
                const { cost } = priced;
                if (cost.override !== undefined)
                    this.applied.add(cost.override);
                const key = JSON.stringify([cost.what, String(cost.each), cost.by, cost.asOf]);
                const lines = this.#lines.get(key) ?? new Map();
                this.#lines.set(key, lines);
                return { kind: 'priced', cost, lines };
            }
        }
        class Tally {
            lines = [];
            #order = [];
            #counts = new Map();
            add({ cost, lines }, name, count) {
                const line = lines.get(name) ?? this.#newLine(cost, name, lines);
                line.count += count;
                if (count > 1)
                    this.#counts.set(this.#order.length, count);
                this.#order.push(line);
            }
            cost() {
                return this.lines.reduce((sum, { cost, count }) => sum + cost.each * BigInt(count), 0n);
            }
            generations() {
                return this.lines.reduce((sum, { count }) => sum + count, 0);
            }
            asOf() {
                return this.lines.flatMap(({ cost: { asOf } }) => asOf ?? []).toSorted()[0];
            }
            fitting(credits) {
                if (this.cost() <= credits)
                    return this.generations();
                let left = credits;
                let fits = 0;
                for (const [at, line] of this.#order.entries()) {
                    const each = Number(line.cost.each);
                    const count = this.#counts.get(at) ?? 1;
                    const most = each === 0 ? count : Math.min(count, (left - (left % each)) / each);
                    fits += most;
                    left -= each * most;
                    if (most < count)
                        break;
                }
                return fits;
            }
            among(first) {
                if (first === this.generations())
                    return this.lines.map(({ count }) => count);
                const counts = new Map();
                let left = first;
                for (const [at, line] of this.#order.entries()) {
                    if (left === 0)
                        break;
                    const among = Math.min(this.#counts.get(at) ?? 1, left);
                    counts.set(line, (counts.get(line) ?? 0) + among);
                    left -= among;
                }
                return this.lines.map((line) => counts.get(line) ?? 0);
            }
            #newLine(cost, name, lines) {
                const line = { cost, name, count: 0 };
                this.lines.push(line);
                lines.set(name, line);
                return line;
            }
        }
        ;
        const TODO_MAX = 256;
        const TODO_BYTES_MAX = 120_000;
        const NAME_MAX = 2000;
        const IGNORED_MAX = 20;
        function pricePlan(located, { overrides, margin, made }, sanitise, collected = (0, fault.C)()) {
            const sparing = collected.sparing(sanitise);
            const kinds = new Kinds(overrides, sparing);
            const tally = new Tally();
            const ignored = new Set();
            const first = [];
            let bytes = '[]'.length;
            let madeCount = 0;
            const addAll = ({ where }, faults) => {
                for (const fault of faults)
                    collected.add({ where: sparing(where), ...fault });
            };
            for (const one of located) {
                if (one.kind === 'fault') {
                    collected.add(one.fault);
                    continue;
                }
                const read = kinds.read(one.value);
                addAll(one, read.faults);
                if (read.kind === 'faults')
                    continue;
                const { item, price } = read;
                for (const field of read.ignored)
                    ignored.add(field);
                if (item.name.length > NAME_MAX)
                    addAll(one, [LONG_NAME]);
                const looked = made?.look(one, item);
                if (looked?.kind === 'faults')
                    addAll(one, looked.faults);
                const missing = looked?.kind === 'missing' ? looked.numbers : undefined;
                const left = missing?.length ?? item.count;
                madeCount += item.count - left;
                if (price.kind === 'faults')
                    addAll(one, left > 0 ? price.faults : item.request.faults);
                else if (left > 0)
                    tally.add(price, item.name, left);
                for (let nth = 0; nth < left && first.length < TODO_MAX && bytes <= TODO_BYTES_MAX; nth++) {
                    const todo = { file: one.file, item: one.item, name: nameOf(one, item.name), n: missing?.[nth] ?? nth + 1 };
                    bytes += Buffer.byteLength(JSON.stringify(todo)) + ','.length;
                    if (bytes <= TODO_BYTES_MAX)
                        first.push(todo);
                }
            }
            for (const todo of showingKey(first, sanitise))
                collected.add(keyFault(todo, sanitise));
            const faults = collected.faults();
            if (faults !== undefined)
                return { kind: 'faults', faults };
            const factor = 100n * MILLION + exactly(margin);
            const cost = tally.cost();
            const planned = divideUp(cost * factor, 100n * MILLION);
            const generations = tally.generations();
            const total = generations + madeCount;
            if (planned > BigInt(Number.MAX_SAFE_INTEGER) || !Number.isSafeInteger(total)) {
                return { kind: 'faults', faults: (0, fault.Z)(TOO_MUCH) };
            }
            const asOf = tally.asOf();
            const plan = {
                lines: tally.lines.map((line) => shownLine(line, sanitise)),
                generations,
                made: made === undefined ? undefined : madeCount,
                total,
                cost: Number(cost),
                margin,
                planned: Number(planned),
                pricesAsOf: asOf === undefined ? undefined : sanitise(asOf),
                ignored: [...ignored].slice(0, IGNORED_MAX).map((field) => sanitise(field, 40)),
                ignoredCount: ignored.size,
                unusedPrices: overrides.filter((_, at) => !kinds.applied.has(at)).map(({ where }) => sanitise(where)),
                fitting: (credits) => (credits < 0 ? 0 : tally.fitting(Number((BigInt(credits) * 100n * MILLION) / factor))),
                todo: (fits) => first.slice(0, fits),
                lineFits: (fits) => tally.among(fits),
            };
            return { kind: 'plan', plan };
        }
        function shownLine({ cost, name, count }, sanitise) {
            const each = Number(cost.each);
            return {
                get what() {
                    return sanitise(cost.what);
                },
                get name() {
                    return sanitise(name);
                },
                count,
                each,
                credits: each * count,
                by: cost.by,
            };
        }
        function showingKey(todos, sanitise) {
            const shows = (text) => {
                const most = text.length + 1;
                return sanitise(`${text}1`, most) === sanitise(`${text}2`, most);
            };
            const texts = new Set(todos.flatMap(({ file, name }) => [file, name]));
            if (!shows([...texts].join('\n')))
                return [];
            return todos.filter(({ file, name }) => shows(file) || shows(name));
        }
        function keyFault({ file, item }, sanitise) {
            return {
                id: 'plan-shows-key',
                message: (0, safe_text.gB) `the name of this item, or of its file, shows the API key`,
                hint: (0, safe_text.gB) `Give it another name: names are handed on as they are.`,
                where: sanitise(`${file === '' ? 'plan' : file}, item ${item}`),
            };
        }
        const LONG_NAME = {
            id: 'plan-long-name',
            message: (0, safe_text.gB) `the \`name\` of this item is longer than ${NAME_MAX} characters`,
            hint: (0, safe_text.gB) `Give it a shorter one: names are handed on in \`todo\`.`,
        };
        const TOO_MUCH = {
            id: 'plan-too-large',
            message: (0, safe_text.gB) `The plan costs more credits than can be counted exactly`,
            hint: (0, safe_text.gB) `Check its \`count\` and \`credits\`.`,
        };
        ;
        function readPlan({ plan, prices, made, margin, workspace, cwd }, sanitise) {
            const ground = groundOf(workspace, cwd ?? workspace);
            const collected = (0, fault.C)();
            const sparing = collected.sparing(sanitise);
            const overrides = prices === '' ? [] : readOverrides(readItems('prices', prices, ground, sparing), collected, sparing);
            const ofPrices = collected.faults();
            if (ofPrices !== undefined)
                return { kind: 'faults', faults: ofPrices };
            const results = made === '' ? undefined : readMade(made, ground, sparing);
            if (results?.kind === 'fault')
                collected.add(results.fault);
            if (plan === '') {
                if (results !== undefined)
                    collected.add(MADE_WITHOUT_PLAN);
                const faults = collected.faults();
                return faults === undefined ? { kind: 'none' } : { kind: 'faults', faults };
            }
            const terms = { overrides, margin, made: results?.kind === 'made' ? results.made : undefined };
            return pricePlan(readItems('plan', plan, ground, sparing), terms, sanitise, collected);
        }
        const ROWS_MAX = 1000;
        function readOverrides(rows, collected, sanitise) {
            const overrides = [];
            for (const row of rows) {
                if (row.kind === 'fault') {
                    collected.add(row.fault);
                    continue;
                }
                const seen = withoutUnseen(row.value);
                const read = readOverride(seen?.value ?? row.value, row.where, sanitise);
                if (read.kind === 'override')
                    overrides.push(read.override);
                const faults = [...(seen?.faults ?? []), ...(read.kind === 'faults' ? read.faults : [])];
                for (const fault of faults)
                    collected.add({ where: sanitise(row.where), ...fault });
                if (overrides.length > ROWS_MAX) {
                    collected.add(TOO_MANY_ROWS);
                    break;
                }
            }
            return overrides;
        }
        const TOO_MANY_ROWS = {
            id: 'prices-too-many',
            message: (0, safe_text.gB) `\`prices\` must have at most ${ROWS_MAX} rows`,
            hint: (0, safe_text.gB) `Leave fields out, so that a row applies to more items.`,
        };
        const MADE_WITHOUT_PLAN = {
            id: 'made-without-plan',
            message: (0, safe_text.gB) `\`made\` is given without a \`plan\``,
            hint: (0, safe_text.gB) `Give the \`plan\` whose results it names, or leave \`made\` out.`,
        };
    })
};
