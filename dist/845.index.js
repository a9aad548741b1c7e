export const id = 845;
export const ids = [845];
export const modules = {
    916: ((__unused_webpack_module, exports) => {
        var __webpack_unused_export__;
        __webpack_unused_export__ = true;
        exports.Io = exports.kp = void 0;
        var peq = new Uint32Array(0x10000);
        var myers_32 = function (a, b) {
            var n = a.length;
            var m = b.length;
            var lst = 1 << (n - 1);
            var pv = -1;
            var mv = 0;
            var sc = n;
            var i = n;
            while (i--) {
                peq[a.charCodeAt(i)] |= 1 << i;
            }
            for (i = 0; i < m; i++) {
                var eq = peq[b.charCodeAt(i)];
                var xv = eq | mv;
                eq |= ((eq & pv) + pv) ^ pv;
                mv |= ~(eq | pv);
                pv &= eq;
                if (mv & lst) {
                    sc++;
                }
                if (pv & lst) {
                    sc--;
                }
                mv = (mv << 1) | 1;
                pv = (pv << 1) | ~(xv | mv);
                mv &= xv;
            }
            i = n;
            while (i--) {
                peq[a.charCodeAt(i)] = 0;
            }
            return sc;
        };
        var myers_x = function (b, a) {
            var n = a.length;
            var m = b.length;
            var mhc = [];
            var phc = [];
            var hsize = Math.ceil(n / 32);
            var vsize = Math.ceil(m / 32);
            for (var i = 0; i < hsize; i++) {
                phc[i] = -1;
                mhc[i] = 0;
            }
            var j = 0;
            for (; j < vsize - 1; j++) {
                var mv_1 = 0;
                var pv_1 = -1;
                var start_1 = j * 32;
                var vlen_1 = Math.min(32, m) + start_1;
                for (var k = start_1; k < vlen_1; k++) {
                    peq[b.charCodeAt(k)] |= 1 << k;
                }
                for (var i = 0; i < n; i++) {
                    var eq = peq[a.charCodeAt(i)];
                    var pb = (phc[(i / 32) | 0] >>> i) & 1;
                    var mb = (mhc[(i / 32) | 0] >>> i) & 1;
                    var xv = eq | mv_1;
                    var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
                    var ph = mv_1 | ~(xh | pv_1);
                    var mh = pv_1 & xh;
                    if ((ph >>> 31) ^ pb) {
                        phc[(i / 32) | 0] ^= 1 << i;
                    }
                    if ((mh >>> 31) ^ mb) {
                        mhc[(i / 32) | 0] ^= 1 << i;
                    }
                    ph = (ph << 1) | pb;
                    mh = (mh << 1) | mb;
                    pv_1 = mh | ~(xv | ph);
                    mv_1 = ph & xv;
                }
                for (var k = start_1; k < vlen_1; k++) {
                    peq[b.charCodeAt(k)] = 0;
                }
            }
            var mv = 0;
            var pv = -1;
            var start = j * 32;
            var vlen = Math.min(32, m - start) + start;
            for (var k = start; k < vlen; k++) {
                peq[b.charCodeAt(k)] |= 1 << k;
            }
            var score = m;
            for (var i = 0; i < n; i++) {
                var eq = peq[a.charCodeAt(i)];
                var pb = (phc[(i / 32) | 0] >>> i) & 1;
                var mb = (mhc[(i / 32) | 0] >>> i) & 1;
                var xv = eq | mv;
                var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
                var ph = mv | ~(xh | pv);
                var mh = pv & xh;
                score += (ph >>> (m - 1)) & 1;
                score -= (mh >>> (m - 1)) & 1;
                if ((ph >>> 31) ^ pb) {
                    phc[(i / 32) | 0] ^= 1 << i;
                }
                if ((mh >>> 31) ^ mb) {
                    mhc[(i / 32) | 0] ^= 1 << i;
                }
                ph = (ph << 1) | pb;
                mh = (mh << 1) | mb;
                pv = mh | ~(xv | ph);
                mv = ph & xv;
            }
            for (var k = start; k < vlen; k++) {
                peq[b.charCodeAt(k)] = 0;
            }
            return score;
        };
        var distance = function (a, b) {
            if (a.length < b.length) {
                var tmp = b;
                b = a;
                a = tmp;
            }
            if (b.length === 0) {
                return a.length;
            }
            if (a.length <= 32) {
                return myers_32(a, b);
            }
            return myers_x(a, b);
        };
        exports.Io = distance;
        var closest = function (str, arr) {
            var min_distance = Infinity;
            var min_index = 0;
            for (var i = 0; i < arr.length; i++) {
                var dist = distance(str, arr[i]);
                if (dist < min_distance) {
                    min_distance = dist;
                    min_index = i;
                }
            }
            return arr[min_index];
        };
        exports.kp = closest;
    }),
    845: ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.r(__webpack_exports__);
        __webpack_require__.d(__webpack_exports__, {
            command: () => (command)
        });
        var external_node_fs_ = __webpack_require__(24);
        var external_node_path_ = __webpack_require__(760);
        var external_node_util_ = __webpack_require__(975);
        var decode = __webpack_require__(341);
        var gate = __webpack_require__(61);
        var inputs = __webpack_require__(839);
        var mod = __webpack_require__(916);
        ;
        function nearest(given, words) {
            const longer = words.find((word) => given.length > 2 && word.startsWith(given));
            if (longer !== undefined)
                return longer;
            const near = (0, mod.kp)(given, words);
            return (0, mod.Io)(given, near) <= Math.max(1, Math.floor(near.length / 3)) ? near : undefined;
        }
        var run = __webpack_require__(786);
        var safe_text = __webpack_require__(452);
        ;
        const EXIT = { pass: 0, noVerdict: 1, unknown: 2, key: 3, low: 4, input: 6, interrupted: 130, terminated: 143 };
        const FLAGS = {
            minimum: ['CREDITS', 'credits that must be left after the plan has run'],
            plan: ['PLAN', 'what is about to be generated: files, YAML or JSON'],
            made: ['PATH', "where results lie, such as 'videos/{name}.mp4'"],
            margin: ['PERCENT', 'on top of the cost of the plan'],
            budget: ['CREDITS', 'most that the plan may cost'],
            prices: ['PRICES', 'prices that add to or replace the built-in table'],
            'warn-below': ['CREDITS', 'pass, but warn, when fewer would remain'],
            'minimum-monthly': ['CREDITS', 'floor of the monthly purse'],
            'minimum-package': ['CREDITS', 'floor of the package purse'],
            baseline: ['TOTAL', 'a total, or the whole report, of an earlier run'],
            'on-low': ['ACT', 'fail or warn when it is too little, or over budget'],
            'on-unknown': ['ACT', 'fail or warn when the balance cannot be read'],
            account: ['NAME', 'label of the account in reports'],
            'base-url': ['URL', 'https://app-api.pixverseai.cn for mainland China'],
            timeout: ['SECONDS', 'for the whole read, retries included'],
            retries: ['NUMBER', 'further attempts after the first'],
        };
        const FILES = {
            summary: ['FILE', 'write the report as Markdown'],
            dotenv: ['FILE', 'write the outputs as PIXVERSE_VERDICT=ok and so on'],
            todo: ['FILE', 'write the list of what to generate now as JSON'],
        };
        const HELP = `Stops a run before it spends PixVerse credits that are not there.

  export PIXVERSE_API_KEY=...      # from a secret; the key is never a flag
  pixverse-balance-gate --minimum 500 --plan 'prompts/*.json'

What is asked of the balance:
${lines(FLAGS)}

Where results go:
${lines(FILES)}
  --json                    print the report alone; the log goes to stderr
  --help, --version

Exit codes: 0 the run may spend; 4 too few credits, or over the budget;
3 no key, or a refused one; 6 a wrong flag or plan; 2 the balance cannot be
read; 1 anything else.
`;
        function lines(flags) {
            return Object.entries(flags)
                .map(([name, [value, meaning]]) => `  ${`--${name} ${value}`.padEnd(26)}${meaning}`)
                .join('\n');
        }
        async function command(version) {
            process.exitCode = EXIT.noVerdict;
            process.noDeprecation = true;
            let lost;
            for (const stream of [process.stdout, process.stderr]) {
                stream.on('error', (error) => {
                    if (error.code !== 'EPIPE')
                        lost = error;
                });
            }
            const args = joinValues(process.argv.slice(2));
            const flags = readFlags(args);
            if (flags.kind === 'asks') {
                process.stdout.write(flags.about === 'help' ? HELP : `${version}\n`);
                process.exitCode = EXIT.pass;
                return;
            }
            const json = flags.kind === 'gate' && flags.values['json'] === true;
            let over = false;
            const end = (code, message) => {
                over = true;
                process.stderr.write(`${message}\n`);
                process.exitCode = code;
            };
            process.on('exit', () => {
                if (!over)
                    end(EXIT.noVerdict, 'The gate ended without a verdict: nothing was left to wait for.');
                else if (json && lost !== undefined)
                    end(EXIT.noVerdict, `The report could not be written: ${lost.message}`);
            });
            for (const [signal, code] of [
                ['SIGINT', EXIT.interrupted],
                ['SIGTERM', EXIT.terminated],
            ]) {
                process.on(signal, () => {
                    end(code, 'Interrupted: nothing was decided.');
                    process.exit();
                });
            }
            try {
                removeEarlierResults(args);
                if (flags.kind === 'wrong') {
                    end(EXIT.input, `${flags.message}\nSee pixverse-balance-gate --help`);
                    return;
                }
                const result = await (0, gate.G)(surroundings(flags.values));
                over = true;
                process.exitCode = exitCodeOf(result);
            }
            catch (error) {
                const sanitise = (0, safe_text.DW)(apiKey());
                end(EXIT.noVerdict, `The gate ended without a verdict: ${sanitise((0, decode.bD)(error))}`);
            }
        }
        const WITH_TEXT = [...Object.keys(FLAGS), ...Object.keys(FILES)];
        function readFlags(args) {
            const options = {
                ...Object.fromEntries(WITH_TEXT.map((name) => [name, { type: 'string' }])),
                json: { type: 'boolean' },
                help: { type: 'boolean', short: 'h' },
                version: { type: 'boolean' },
            };
            const [only = ''] = args.length === 1 ? args : [];
            if (only === '--help' || only === '-h')
                return { kind: 'asks', about: 'help' };
            if (only === '--version')
                return { kind: 'asks', about: 'version' };
            const given = new Set();
            for (const arg of args) {
                const [name = ''] = arg.replace(/^-h$/, '--help').replace(/^--?/, '').split('=');
                if (!arg.startsWith('-'))
                    return { kind: 'wrong', message: strayValue(arg) };
                if (!Object.hasOwn(options, name))
                    return { kind: 'wrong', message: unknownFlag(name, options) };
                if (given.has(name))
                    return { kind: 'wrong', message: `--${name} is given twice: keep one of both.` };
                given.add(name);
                const next = /^--[^=]+=--([^=]+)/.exec(arg)?.[1] ?? '';
                if (Object.hasOwn(options, next))
                    return { kind: 'wrong', message: `--${name} needs a value, but --${next} comes.` };
            }
            for (const name of ['help', 'version']) {
                if (given.has(name))
                    return { kind: 'wrong', message: `--${name} works without other flags only: take it out.` };
            }
            try {
                return { kind: 'gate', values: (0, external_node_util_.parseArgs)({ args, options }).values };
            }
            catch (error) {
                return { kind: 'wrong', message: (0, decode.bD)(error) };
            }
        }
        function joinValues(args) {
            const joined = [];
            for (let at = 0; at < args.length; at++) {
                const arg = args[at] ?? '';
                const value = args[at + 1];
                const takesNext = arg.startsWith('--') && WITH_TEXT.includes(arg.slice(2)) && value !== undefined;
                joined.push(takesNext ? `${arg}=${value}` : arg);
                if (takesNext)
                    at++;
            }
            return joined;
        }
        function removeEarlierResults(args) {
            for (const arg of args) {
                const [, name = '', file = ''] = /^--([a-z]+)=\s*([^]*?)\s*$/.exec(arg) ?? [];
                if (!Object.hasOwn(FILES, name) || file === '')
                    continue;
                const entry = (0, external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
                const isLink = entry?.isSymbolicLink() === true && !/^\/(dev|proc)\//.test((0, external_node_path_.resolve)(file));
                if (entry?.isFile() === true || isLink)
                    (0, external_node_fs_.rmSync)(file);
            }
        }
        function unknownFlag(name, options) {
            const sanitise = (0, safe_text.DW)(apiKey());
            if (name === 'api-key') {
                return 'The key is no flag, because a list of processes would show it. Set the variable PIXVERSE_API_KEY.';
            }
            if (Object.hasOwn(inputs.mc, name))
                return `--${name} works in the GitHub Action only.`;
            const near = nearest(name, Object.keys(options));
            const guess = near === undefined ? '' : ` Did you mean --${near}?`;
            const invisible = (0, safe_text.BB)(name);
            const unseen = invisible === undefined ? '' : ` There is an invisible character (${invisible}) in it.`;
            return `There is no flag --${sanitise(name)}.${unseen}${guess}`;
        }
        function strayValue(value) {
            const sanitise = (0, safe_text.DW)(apiKey());
            return `\`${sanitise(value)}\` stands alone: give it to a flag, such as --plan. Quote a pattern, or the shell splits it.`;
        }
        function apiKey() {
            return (process.env['PIXVERSE_API_KEY'] ?? '').trim();
        }
        function surroundings(values) {
            const text = (name) => {
                const value = values[name];
                return typeof value === 'string' ? value.trim() : '';
            };
            const [summary, dotenv, todo] = ['summary', 'dotenv', 'todo'].map(text);
            const out = values['json'] === true ? process.stderr : process.stdout;
            const colour = out.isTTY && (process.env['NO_COLOR'] ?? '') === '';
            let first = true;
            return {
                input: (name) => (name === 'api-key' ? apiKey() : text(name)),
                keyName: (0, safe_text.gB) `PIXVERSE_API_KEY`,
                keyHint: (0, safe_text.gB) `Set the variable PIXVERSE_API_KEY to a key of the PixVerse Platform API, from a secret of your CI.`,
                nodeDebug: process.env['NODE_DEBUG'] ?? '',
                run: run.e,
                workspace: process.cwd(),
                now: new Date(),
                mask: () => undefined,
                log: (line) => {
                    out.write(colour && first ? `\u001b[1m${line}\u001b[0m\n` : `${line}\n`);
                    first = false;
                },
                warn: (message) => {
                    out.write(`Warning: ${message}\n`);
                },
                annotate: () => undefined,
                writeOutputs: (outputs) => {
                    if (dotenv)
                        (0, external_node_fs_.writeFileSync)(dotenv, dotenvOf(outputs));
                    if (todo)
                        (0, external_node_fs_.writeFileSync)(todo, `${outputs['todo'] ?? ''}\n`);
                    if (values['json'] === true)
                        process.stdout.write(`${outputs['report'] ?? ''}\n`);
                },
                writeSummary: (markdown) => {
                    if (summary)
                        (0, external_node_fs_.writeFileSync)(summary, markdown);
                },
            };
        }
        function dotenvOf(outputs) {
            return Object.entries(outputs)
                .filter(([name]) => !['todo', 'report', 'alert'].includes(name))
                .map(([name, value]) => `PIXVERSE_${name.toUpperCase()}=${value}\n`)
                .join('');
        }
        function exitCodeOf(result) {
            if (result.passes)
                return EXIT.pass;
            switch (result.verdict) {
                case 'low':
                case 'over-budget':
                    return EXIT.low;
                case 'unknown':
                    return EXIT.unknown;
                case 'error':
                    return result.faults.kept.every(({ id }) => inputs.Gu.includes(id)) ? EXIT.key : EXIT.input;
                case 'ok':
                case 'warn':
                case 'skipped':
                    return EXIT.noVerdict;
            }
        }
    })
};
