export const id = 725;
export const ids = [725];
export const modules = {
    2725: ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            priceThePlan: () => (priceThePlan)
        });
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
        ;
        const FAULTS_MAX = 20;
        class FaultList {
            neutral;
            #listed = [];
            #unlisted = 0;
            constructor(neutral) {
                this.neutral = neutral;
            }
            add({ place, detail, ...ours }) {
                const neutral = (text) => text === undefined ? undefined : this.neutral(text);
                if (this.#listed.length < FAULTS_MAX)
                    this.#listed.push({ ...ours, place: neutral(place), detail: neutral(detail) });
                else
                    this.#unlisted++;
            }
            isEmpty() {
                return this.#listed.length === 0;
            }
            all() {
                if (this.#unlisted === 0)
                    return this.#listed;
                return [...this.#listed, { happened: `Faults that are not listed: ${this.#unlisted}.`, cure: 'Mend these first.' }];
            }
        }
        ;
        const PRICES_AS_OF = '2026-09-02';
        const MODELS = ['v6', 'c1', 'v5.6', 'v5.5', 'v5', 'v4.5', 'v4', 'v3.5'];
        const QUALITIES = ['360p', '540p', '720p', '1080p'];
        const MOTION_MODES = ['normal', 'fast'];
        const CLIP_FEATURES = [
            'text_to_video',
            'image_to_video',
            'transition',
            'extend',
            'fusion',
            'fusion_with_video_references',
        ];
        const OTHER_FEATURES = ['lip_sync', 'sound_effect', 'restyle', 'upscale', 'mimic', 'agent_music_mv'];
        const UNPRICED_FEATURES = [
            'modify',
            'swap',
            'swap_mask',
            'multi_transition',
            'avatar',
            'template_video',
            'image_template',
        ];
        const ALL = ['text_to_video', 'image_to_video', 'transition', 'extend', 'fusion'];
        const NO_EXTEND = ['text_to_video', 'image_to_video', 'transition', 'fusion'];
        const NO_FUSION = ['text_to_video', 'image_to_video', 'transition', 'extend'];
        const TEXT_AND_IMAGE = ['text_to_video', 'image_to_video'];
        const PER_SECOND = [
            { model: 'v6', features: ALL, audio: false, credits: [5, 7, 9, 18] },
            { model: 'v6', features: ALL, audio: true, credits: [7, 9, 12, 23] },
            { model: 'c1', features: NO_EXTEND, audio: false, credits: [6, 8, 10, 19] },
            { model: 'c1', features: NO_EXTEND, audio: true, credits: [8, 10, 13, 24] },
            { model: 'v6', features: ['fusion_with_video_references'], audio: false, credits: [10, 14, 18, 36] },
            { model: 'v6', features: ['fusion_with_video_references'], audio: true, credits: [14, 18, 24, 46] },
        ];
        const PLAIN = { audio: false, multiClip: false, motionMode: 'normal' };
        const PER_CLIP = [
            {
                ...PLAIN,
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
                ...PLAIN,
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
                ...PLAIN,
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
                ...PLAIN,
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
                ...PLAIN,
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
                ...PLAIN,
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
                ...PLAIN,
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
                ...PLAIN,
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
                ...PLAIN,
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
                ...PLAIN,
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
        const MIMIC_PER_SECOND = { '360p': '9', '540p': '10', '720p': '12' };
        const MUSIC_MV_PER_SECOND = { '720p': '15', '1080p': '22.5' };
        const RESTYLE_PER_SECOND = '10';
        const UPSCALE_PER_SECOND = '5';
        const LIP_SYNC_PER_SECOND = '4';
        const LIP_SYNC_BYTES = 15;
        const LIP_SYNC_PER_BYTES = '4';
        const SOUND_EFFECT_SECONDS = 5;
        const SOUND_EFFECT_PER_SECONDS = '10';
        const ONE_TO_FIFTEEN = {
            seconds: 'a whole number of seconds from 1 to 15',
            accepts: (seconds) => Number.isInteger(seconds) && seconds >= 1 && seconds <= 15,
        };
        const FIVE_EIGHT_TEN = { seconds: '5, 8 or 10 seconds', accepts: (seconds) => [5, 8, 10].includes(seconds) };
        const FIVE_EIGHT = { seconds: '5 or 8 seconds', accepts: (seconds) => [5, 8].includes(seconds) };
        const OFFERS = {
            v6: { ...ONE_TO_FIFTEEN, audio: true, multiClip: true, motionMode: false },
            c1: { ...ONE_TO_FIFTEEN, audio: true, multiClip: false, motionMode: false },
            'v5.6': { ...FIVE_EIGHT_TEN, audio: true, multiClip: false, motionMode: false },
            'v5.5': { ...FIVE_EIGHT_TEN, audio: true, multiClip: true, motionMode: false },
            v5: { ...FIVE_EIGHT, audio: false, multiClip: false, motionMode: false },
            'v4.5': { ...FIVE_EIGHT, audio: false, multiClip: false, motionMode: true },
            v4: { ...FIVE_EIGHT, audio: false, multiClip: false, motionMode: true },
            'v3.5': { ...FIVE_EIGHT, audio: false, multiClip: false, motionMode: true },
        };
        function refusal(clip) {
            const { model, quality, duration, motionMode } = clip;
            const offer = OFFERS[model];
            if (clip.feature !== 'fusion_with_video_references' && !offer.accepts(duration))
                return `${model} takes ${offer.seconds}`;
            if (clip.audio && !offer.audio)
                return `${model} makes no audio`;
            if (clip.multiClip && !offer.multiClip)
                return `${model} makes no multi clip`;
            if (motionMode === 'fast' && !offer.motionMode)
                return `${model} has no motion_mode`;
            if (motionMode === 'fast' && (duration !== 5 || quality === '1080p'))
                return 'fast motion takes 5 seconds, below 1080p';
            if (quality === '1080p' && duration === 10 && model.startsWith('v5'))
                return `${model} makes no 10 seconds at 1080p`;
            if (quality === '1080p' && duration === 8 && model === 'v3.5')
                return `${model} makes no 8 seconds at 1080p`;
            return undefined;
        }
        const CLIP_PRICES = new Map();
        for (const { model, features, audio, credits } of PER_SECOND) {
            for (const feature of features) {
                QUALITIES.forEach((quality, at) => {
                    publish({ ...PLAIN, feature, model, quality, audio, duration: 1 }, credits[at]);
                });
            }
        }
        for (const { models, features, rows, ...switches } of PER_CLIP) {
            for (const feature of features) {
                for (const model of models) {
                    for (const quality of QUALITIES) {
                        CLIP_SECONDS.forEach((duration, at) => {
                            publish({ ...switches, feature, model, quality, duration }, rows[quality][at]);
                        });
                    }
                }
            }
        }
        function publish(clip, credits) {
            if (credits != null)
                CLIP_PRICES.set(keyOf(clip), credits);
        }
        function keyOf({ feature, model, quality, duration, audio, multiClip, motionMode }) {
            return `${feature} ${model} ${quality} ${duration} ${audio} ${multiClip} ${motionMode}`;
        }
        function publishedPrice(clip) {
            const billedBySecond = clip.model === 'v6' || clip.model === 'c1';
            const price = CLIP_PRICES.get(keyOf(billedBySecond ? { ...clip, duration: 1 } : clip));
            return price === undefined || !billedBySecond ? price : price * Math.ceil(clip.duration);
        }
        ;
        const FEATURES = [...CLIP_FEATURES, ...OTHER_FEATURES, ...UNPRICED_FEATURES];
        const ALIASES = {
            feature: ['feature', 'creation_type'],
            model: ['model'],
            quality: ['quality'],
            duration: ['duration'],
            audio: ['audio', 'generate_audio_switch'],
            multi_clip: ['multi_clip', 'generate_multi_clip_switch'],
            motion_mode: ['motion_mode'],
            text: ['lip_sync_tts_content', 'text'],
            count: ['count'],
            credits: ['credits'],
            name: ['name'],
        };
        const TELLING = [
            ['multi_transition', 'multi_transition'],
            ['video_references', 'fusion_with_video_references'],
            ['image_references', 'fusion'],
            ['first_frame_img', 'transition'],
            ['last_frame_img', 'transition'],
            ['img_id', 'image_to_video'],
        ];
        const AMBIGUOUS = ['source_video_id', 'video_media_id', 'audio_media_id', 'img_ids', 'agent_id'];
        const PRICED_EXTRAS = ['template_id', 'sound_effect_switch', 'lip_sync_switch', 'lip_sync_tts_switch'];
        const GIVE_PRICE = 'Give its price, as credits in the item or as a row of the input prices.';
        function priceItem(item, prices) {
            const faults = [];
            const fault = (happened, cure, detail) => {
                faults.push({ happened, cure, detail });
                return null;
            };
            if (typeof item !== 'object' || item === null || Array.isArray(item)) {
                fault('This is not a request.', 'An item is a request body: an object with model, quality, duration and so on.');
                return { faults };
            }
            const asked = ask(item, fault);
            if (faults.length > 0)
                return { faults };
            const each = priceOf(asked, prices, fault);
            return each === null ? { faults } : { what: describe(asked), name: asked.name, count: asked.count, each };
        }
        function ask(body, fault) {
            function read(field, fallback, expected, parse) {
                const [first, second] = ALIASES[field].filter((alias) => Object.hasOwn(body, alias) && (body[alias] != null || alias === 'count'));
                if (first === undefined)
                    return fallback;
                if (second !== undefined && body[first] !== body[second]) {
                    fault(`The item gives both ${first} and ${second}, and they differ.`, 'Give one of them.');
                    return fallback;
                }
                const value = parse(body[first]);
                if (value !== undefined)
                    return value;
                const unquoted = typeof body[first] === 'string' ? ', without quotation marks' : '';
                fault(`The field ${first} of the item is wrong.`, `It must be ${expected}${unquoted}.`, inJson(body[first]));
                return fallback;
            }
            const feature = read('feature', impliedFeature(body), 'text', asText);
            return {
                feature: feature === 'motion_control' ? 'mimic' : feature,
                model: read('model', undefined, 'text', asText),
                quality: read('quality', undefined, 'text', asText),
                duration: read('duration', undefined, 'a number of seconds', asSeconds),
                audio: read('audio', false, 'true or false', asBoolean),
                multi_clip: read('multi_clip', false, 'true or false', asBoolean),
                motion_mode: read('motion_mode', 'normal', 'text', asText),
                text: feature === 'lip_sync' && !has(body, 'audio_media_id') ? read('text', '', 'text', asText) : '',
                count: read('count', 1, 'a whole number of 1 or more', (value) => Number.isSafeInteger(value) && Number(value) >= 1 ? Number(value) : undefined),
                credits: read('credits', undefined, 'a number of 0 or more, of at most six decimals', (value) => typeof value === 'number' ? millionths(value) : undefined),
                name: read('name', '', 'text', asText),
                body,
            };
        }
        function impliedFeature(body) {
            if (AMBIGUOUS.some((field) => has(body, field)))
                return undefined;
            return TELLING.find(([field]) => has(body, field))?.[1] ?? 'text_to_video';
        }
        function has(body, field) {
            const value = Object.hasOwn(body, field) ? body[field] : undefined;
            return Array.isArray(value) ? value.length > 0 : Boolean(value);
        }
        function inJson(value) {
            if (typeof value === 'object' && value !== null)
                return 'It is: a list or an object';
            return `It is: ${typeof value === 'number' ? value : JSON.stringify(value)}`;
        }
        function asSeconds(value) {
            if (typeof value !== 'number')
                return undefined;
            return [value, Math.ceil(value * 1e6) / 1e6].find((seconds) => millionths(seconds) !== undefined);
        }
        function asText(value) {
            return typeof value === 'string' ? value : undefined;
        }
        function asBoolean(value) {
            return typeof value === 'boolean' ? value : undefined;
        }
        function describe({ feature, model, quality, duration, audio, multi_clip, motion_mode, text }) {
            const words = [
                feature ?? 'generation',
                model,
                quality,
                duration === undefined ? undefined : `${duration} s`,
                text === '' ? undefined : `${Buffer.byteLength(text)} bytes of text`,
                audio ? 'audio' : undefined,
                multi_clip ? 'multi clip' : undefined,
                motion_mode === 'normal' ? undefined : motion_mode,
            ];
            return words.filter((word) => word !== undefined).join(' ');
        }
        function priceOf(asked, prices, fault) {
            if (asked.credits !== undefined)
                return divideUp(asked.credits, MILLION);
            const row = prices.find(({ fields }) => [...fields].every(([field, value]) => asked[field] === value));
            if (row === undefined)
                return builtIn(asked, fault);
            if (!row.perSecond)
                return divideUp(row.credits, MILLION);
            const length = seconds(asked, fault);
            return length === null ? null : divideUp(row.credits * exactly(length), MILLION * MILLION);
        }
        function builtIn(asked, fault) {
            if (asked.feature === undefined) {
                const field = AMBIGUOUS.find((name) => has(asked.body, name));
                return fault(`The item does not say what it is for: several features have the field ${field}.`, `Give feature: one of ${FEATURES.join(', ')}.`);
            }
            const feature = word('feature', asked.feature, FEATURES, fault);
            if (feature === null)
                return null;
            if (isOneOf(feature, OTHER_FEATURES))
                return priceOfOther(feature, asked, fault);
            if (!isOneOf(feature, CLIP_FEATURES))
                return fault(`PixVerse publishes no price for ${feature}.`, GIVE_PRICE);
            const dearer = feature === 'fusion' && has(asked.body, 'video_references');
            return priceOfClip({ ...asked, feature: dearer ? 'fusion_with_video_references' : feature }, fault);
        }
        function priceOfClip(asked, fault) {
            const { feature, audio, multi_clip: multiClip } = asked;
            const model = word('model', asked.model, MODELS, fault);
            const quality = word('quality', asked.quality, QUALITIES, fault);
            const motionMode = word('motion_mode', asked.motion_mode, MOTION_MODES, fault);
            const duration = seconds(asked, fault);
            const extra = PRICED_EXTRAS.find((field) => has(asked.body, field));
            if (extra !== undefined)
                fault(`PixVerse publishes no price for a clip with ${extra}.`, GIVE_PRICE);
            if (model === null || quality === null || motionMode === null || duration === null)
                return null;
            if (extra !== undefined)
                return null;
            const clip = { feature, model, quality, motionMode, duration, audio, multiClip };
            const refused = refusal(clip);
            if (refused !== undefined)
                return refuse(refused, fault);
            const price = publishedPrice(clip);
            if (price === undefined)
                return fault(`PixVerse publishes no price for ${describe(asked)}.`, GIVE_PRICE);
            return BigInt(price);
        }
        function priceOfOther(feature, asked, fault) {
            switch (feature) {
                case 'lip_sync':
                    if (asked.text === '')
                        return perStarted(seconds(asked, fault), 1, LIP_SYNC_PER_SECOND);
                    return perStarted(Buffer.byteLength(asked.text), LIP_SYNC_BYTES, LIP_SYNC_PER_BYTES);
                case 'sound_effect':
                    return perStarted(seconds(asked, fault), SOUND_EFFECT_SECONDS, SOUND_EFFECT_PER_SECONDS);
                case 'restyle':
                    return perStarted(seconds(asked, fault), 1, RESTYLE_PER_SECOND);
                case 'upscale':
                    return perStarted(seconds(asked, fault), 1, UPSCALE_PER_SECOND);
                case 'mimic':
                    return perStarted(seconds(asked, fault), 1, rate(MIMIC_PER_SECOND, feature, asked, fault));
                case 'agent_music_mv': {
                    const length = seconds(asked, fault);
                    const credits = rate(MUSIC_MV_PER_SECOND, feature, asked, fault);
                    if (length !== null && (length < 10 || length > 360)) {
                        return refuse('agent_music_mv takes 10 to 360 seconds', fault);
                    }
                    return perStarted(length, 1, credits);
                }
            }
        }
        function perStarted(amount, size, credits) {
            if (amount === null || credits === null)
                return null;
            return divideUp(BigInt(Math.ceil(amount / size)) * exactly(credits), MILLION);
        }
        function rate(rates, feature, asked, fault) {
            const quality = word('quality', asked.quality, QUALITIES, fault);
            if (quality === null)
                return null;
            return rates[quality] ?? fault(`PixVerse publishes no price for ${feature} at ${quality}.`, GIVE_PRICE);
        }
        function seconds({ duration, feature }, fault) {
            if (duration === undefined)
                return fault('The item has no duration.', 'Give duration, in seconds.');
            if (duration > 0)
                return duration;
            if (feature === 'fusion_with_video_references') {
                return fault('The seconds that will be billed are not known: duration is 0.', 'Give, in the plan, the seconds that you expect as duration, or the price as credits.');
            }
            return fault('The duration is 0.', 'Give duration, in seconds.');
        }
        function refuse(why, fault) {
            return fault(`PixVerse refuses this request: ${why}.`, `Change the request. If PixVerse takes it now: ${lower(GIVE_PRICE)}`);
        }
        function word(field, given, known, fault) {
            if (given === undefined)
                return fault(`The item has no ${field}.`, `Give ${field}: one of ${known.join(', ')}.`);
            if (isOneOf(given, known))
                return given;
            return fault(`The ${field} of the item is not known.`, `Known are ${known.join(', ')}. If PixVerse has a new one: ${lower(GIVE_PRICE)}`, `It is: ${given}`);
        }
        function isOneOf(text, words) {
            return words.includes(text);
        }
        function lower(sentence) {
            return sentence.charAt(0).toLowerCase() + sentence.slice(1);
        }
        ;
        function pricePlan(items, prices, margin, neutral) {
            const faults = new FaultList(neutral);
            const runs = [];
            const lines = new Map();
            let cost = 0n;
            for (const located of items) {
                if (!('item' in located)) {
                    faults.add(located);
                    continue;
                }
                const priced = priceItem(located.item, prices);
                if ('faults' in priced) {
                    for (const fault of priced.faults)
                        faults.add({ ...fault, place: located.place });
                    continue;
                }
                const { what, name, count, each } = priced;
                cost += each * BigInt(count);
                const last = runs.at(-1);
                if (last?.each === each)
                    last.count += count;
                else
                    runs.push({ count, each });
                const key = JSON.stringify([what, name, String(each)]);
                const line = lines.get(key);
                if (line === undefined)
                    lines.set(key, { what, name, count, each });
                else
                    line.count += count;
            }
            if (!faults.isEmpty())
                return { faults: faults.all() };
            const factor = 100n * MILLION + exactly(margin);
            const planned = divideUp(cost * factor, 100n * MILLION);
            const generations = runs.reduce((sum, run) => sum + run.count, 0);
            if (planned > BigInt(Number.MAX_SAFE_INTEGER) || !Number.isSafeInteger(generations)) {
                return {
                    faults: [
                        { happened: 'The plan costs more credits than can be counted exactly.', cure: 'Check its count and credits.' },
                    ],
                };
            }
            return {
                lines: [...lines.values()]
                    .map(({ what, name, count, each }) => ({
                    what: neutral(what),
                    name: neutral(name),
                    count,
                    each: Number(each),
                    credits: Number(each) * count,
                }))
                    .sort((a, b) => b.credits - a.credits),
                generations,
                cost: Number(cost),
                margin,
                planned: Number(planned),
                pricesAsOf: PRICES_AS_OF,
                fitting: (credits) => (credits < 0 ? 0 : fitting(runs, (BigInt(credits) * 100n * MILLION) / factor)),
            };
        }
        function fitting(runs, affordable) {
            let left = affordable;
            let fits = 0;
            for (const { count, each } of runs) {
                const most = each === 0n ? count : Math.min(count, Number(left / each));
                fits += most;
                left -= each * BigInt(most);
                if (most < count)
                    break;
            }
            return fits;
        }
        ;
        function readPrices(rows, neutral) {
            const read = [];
            const faults = new FaultList(neutral);
            for (const located of rows) {
                if (!('item' in located)) {
                    faults.add(located);
                    continue;
                }
                const row = priceRow(located.item);
                if (typeof row !== 'string')
                    read.push(row);
                else
                    faults.add({ place: located.place, happened: `This price is wrong: ${row}.`, cure: ROW_CURE });
            }
            return faults.isEmpty() ? read : { faults: faults.all() };
        }
        const ROW_CURE = 'A row has per: second or generation, credits, and any of feature, model, quality, duration, audio, multi_clip, motion_mode.';
        const ROW_FIELDS = new Map([
            ['feature', 'string'],
            ['model', 'string'],
            ['quality', 'string'],
            ['duration', 'number'],
            ['audio', 'boolean'],
            ['multi_clip', 'boolean'],
            ['motion_mode', 'string'],
        ]);
        function priceRow(item) {
            if (typeof item !== 'object' || item === null || Array.isArray(item))
                return 'it is not an object';
            const { per, credits, ...fields } = item;
            if (per !== 'second' && per !== 'generation')
                return 'per is neither second nor generation';
            const price = typeof credits === 'number' ? millionths(credits) : undefined;
            if (price === undefined)
                return 'credits is not a number of 0 or more, of at most six decimals';
            for (const [field, value] of Object.entries(fields)) {
                const type = ROW_FIELDS.get(field);
                if (type === undefined)
                    return 'it has a field that no item is compared by';
                if (typeof value !== type || Number.isNaN(value))
                    return `${field} is not a ${type}`;
            }
            const feature = fields['feature'] === 'motion_control' ? { feature: 'mimic' } : {};
            return { fields: new Map(Object.entries({ ...fields, ...feature })), perSecond: per === 'second', credits: price };
        }
        var report_escape = __webpack_require__(6412);
        var external_node_fs_ = __webpack_require__(3024);
        var external_node_path_ = __webpack_require__(6760);
        var glob = __webpack_require__(2377);
        var dist = __webpack_require__(8815);
        var errors = __webpack_require__(3916);
        ;
        const JSON_MAX = 50 * 1024 * 1024;
        const YAML_MAX = 256 * 1024;
        const FORMATS = ['.json', '.jsonl', '.ndjson', '.yml', '.yaml'];
        async function readItems(input, text, workspace) {
            if (/^[[{-]/.test(text))
                return locate(input, input, () => parseInline(text));
            return readFiles(input, text.split('\n'), workspace);
        }
        async function readFiles(input, patterns, workspace) {
            const lines = patterns
                .map((pattern) => pattern.trim())
                .filter((pattern) => pattern !== '' && !pattern.startsWith('#'));
            const excluded = lines.filter((pattern) => pattern.startsWith('!'));
            const folder = realPath(workspace);
            const files = new Set();
            const faults = [];
            const fault = (place, happened, cure, detail) => {
                faults.push({ place, happened, cure, detail });
            };
            for (const pattern of lines.filter((line) => !line.startsWith('!'))) {
                try {
                    const globber = await (0, glob.v)([pattern, ...excluded].join('\n'), {
                        implicitDescendants: false,
                        matchDirectories: false,
                    });
                    if (!globber.getSearchPaths().every((path) => isInside(realPath(path), folder))) {
                        fault(pattern, `This pattern of ${input} leads outside of the workspace.`, INSIDE);
                        continue;
                    }
                    const found = await withQuickStat(() => globber.glob());
                    if (found.length === 0)
                        fault(pattern, `This pattern of ${input} matches no file.`, NO_MATCH);
                    for (const file of found.sort())
                        files.add(file);
                }
                catch (error) {
                    fault(pattern, `This pattern of ${input} cannot be followed.`, 'Check the pattern, and that its folders may be read.', (0, errors.b)(error));
                }
            }
            if (lines.length === excluded.length) {
                fault(undefined, `The input ${input} has no pattern that includes a file.`, 'Give one, such as prompts/*.json.');
            }
            return readEach(input, faults, files, folder);
        }
        const NO_MATCH = 'Patterns start in the workspace: is it checked out? A folder needs a pattern such as prompts/*.json. Inline YAML or JSON begins with `-`, `[` or `{`.';
        const INSIDE = 'Use files of the workspace only.';
        async function withQuickStat(work) {
            const { stat } = external_node_fs_.promises;
            external_node_fs_.promises.stat = ((path) => new Promise((resolve) => {
                resolve((0, external_node_fs_.statSync)(path));
            }));
            try {
                return await work();
            }
            finally {
                external_node_fs_.promises.stat = stat;
            }
        }
        function isInside(path, folder) {
            const way = (0, external_node_path_.relative)(folder, path);
            return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0, external_node_path_.isAbsolute)(way);
        }
        function realPath(path) {
            return (0, external_node_fs_.existsSync)(path) ? (0, external_node_fs_.realpathSync)(path) : (0, external_node_path_.join)(realPath((0, external_node_path_.dirname)(path)), (0, external_node_path_.basename)(path));
        }
        function* readEach(input, faults, files, workspace) {
            yield* faults;
            for (const file of files) {
                const place = (0, external_node_path_.relative)(process.cwd(), file).replaceAll(external_node_path_.sep, '/');
                const format = (0, external_node_path_.extname)(file).toLowerCase();
                try {
                    const content = read(file, format, workspace);
                    if (format === '.jsonl' || format === '.ndjson')
                        yield* readLines(input, place, content);
                    else
                        yield* locate(input, place, () => (format === '.json' ? JSON.parse(content) : parseYamlText(content)));
                }
                catch (error) {
                    yield error instanceof Unreadable
                        ? { place, happened: `This file of ${input} ${error.message}.`, cure: error.cure }
                        : {
                            place,
                            happened: `This file of ${input} cannot be read.`,
                            cure: 'Check that it exists and may be read.',
                            detail: (0, errors.b)(error),
                        };
                }
            }
        }
        class Unreadable extends Error {
            cure;
            constructor(message, cure) {
                super(message);
                this.cure = cure;
            }
        }
        function read(file, format, workspace) {
            if (!FORMATS.includes(format))
                throw new Unreadable('has an unknown format', `Use ${FORMATS.join(', ')}.`);
            if (!isInside((0, external_node_fs_.realpathSync)(file), workspace))
                throw new Unreadable('is outside of the workspace', INSIDE);
            const most = format.startsWith('.y') ? YAML_MAX : JSON_MAX;
            const stats = (0, external_node_fs_.statSync)(file);
            if (!stats.isFile())
                throw new Unreadable('is not a regular file', 'Use regular files only.');
            if (stats.size > most) {
                throw new Unreadable(`is larger than ${most / 1024} KiB`, 'Leave out of the plan what is not about its price, or use several files; .jsonl holds the most.');
            }
            const content = (0, external_node_fs_.readFileSync)(file, 'utf8').replace(/^\uFEFF/, '');
            if (content.trim() === '')
                throw new Unreadable('is empty', 'Put requests into it; [] says that there is nothing to generate.');
            return content;
        }
        function* readLines(input, place, content) {
            let number = 0;
            for (let start = 0; start < content.length;) {
                const end = content.indexOf('\n', start);
                const line = content.slice(start, end < 0 ? content.length : end);
                start = end < 0 ? content.length : end + 1;
                number++;
                if (line.trim() === '')
                    continue;
                const at = `${place}, line ${number}`;
                try {
                    yield { place: at, item: JSON.parse(line) };
                }
                catch (error) {
                    yield notParsed(input, at, error);
                }
            }
        }
        function* locate(input, place, parse) {
            let content;
            try {
                content = parse();
            }
            catch (error) {
                yield notParsed(input, place, error);
                return;
            }
            const items = Array.isArray(content) ? content : [content];
            for (const [at, item] of items.entries())
                yield { place: `${place}, item ${at + 1}`, item };
        }
        function notParsed(input, place, error) {
            return {
                place,
                happened: `This part of ${input} cannot be read: its syntax is wrong.`,
                cure: 'Check it with a JSON or YAML checker.',
                detail: (0, errors.b)(error),
            };
        }
        function parseInline(text) {
            try {
                return JSON.parse(text);
            }
            catch {
                return parseYamlText(text);
            }
        }
        function parseYamlText(text) {
            return (0, dist.qg)(text, { merge: true, maxAliasCount: 1000, logLevel: 'error' });
        }
        ;
        async function priceThePlan({ plan, prices, margin, workspace, apiKey, }) {
            const neutral = (text) => (0, report_escape.$0)(text, apiKey);
            const rows = prices === '' ? [] : readPrices(await readItems('prices', prices, workspace), neutral);
            if ('faults' in rows)
                return rows;
            if (plan === '')
                return undefined;
            return pricePlan(await readItems('plan', plan, workspace), rows, margin, neutral);
        }
    })
};
