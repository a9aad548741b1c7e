import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
import * as __WEBPACK_EXTERNAL_MODULE__undici_js_51706d35__ from "./undici.js";
var __webpack_modules__ = ({
    770: ((module, __unused_webpack_exports, __nccwpck_require__) => {
        module.exports = __nccwpck_require__(218);
    }),
    218: ((__unused_webpack_module, exports, __nccwpck_require__) => {
        var __webpack_unused_export__;
        var net = __nccwpck_require__(278);
        var tls = __nccwpck_require__(756);
        var http = __nccwpck_require__(611);
        var https = __nccwpck_require__(692);
        var events = __nccwpck_require__(434);
        var assert = __nccwpck_require__(613);
        var util = __nccwpck_require__(23);
        exports.httpOverHttp = httpOverHttp;
        exports.httpsOverHttp = httpsOverHttp;
        exports.httpOverHttps = httpOverHttps;
        exports.httpsOverHttps = httpsOverHttps;
        function httpOverHttp(options) {
            var agent = new TunnelingAgent(options);
            agent.request = http.request;
            return agent;
        }
        function httpsOverHttp(options) {
            var agent = new TunnelingAgent(options);
            agent.request = http.request;
            agent.createSocket = createSecureSocket;
            agent.defaultPort = 443;
            return agent;
        }
        function httpOverHttps(options) {
            var agent = new TunnelingAgent(options);
            agent.request = https.request;
            return agent;
        }
        function httpsOverHttps(options) {
            var agent = new TunnelingAgent(options);
            agent.request = https.request;
            agent.createSocket = createSecureSocket;
            agent.defaultPort = 443;
            return agent;
        }
        function TunnelingAgent(options) {
            var self = this;
            self.options = options || {};
            self.proxyOptions = self.options.proxy || {};
            self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
            self.requests = [];
            self.sockets = [];
            self.on('free', function onFree(socket, host, port, localAddress) {
                var options = toOptions(host, port, localAddress);
                for (var i = 0, len = self.requests.length; i < len; ++i) {
                    var pending = self.requests[i];
                    if (pending.host === options.host && pending.port === options.port) {
                        self.requests.splice(i, 1);
                        pending.request.onSocket(socket);
                        return;
                    }
                }
                socket.destroy();
                self.removeSocket(socket);
            });
        }
        util.inherits(TunnelingAgent, events.EventEmitter);
        TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
            var self = this;
            var options = mergeOptions({ request: req }, self.options, toOptions(host, port, localAddress));
            if (self.sockets.length >= this.maxSockets) {
                self.requests.push(options);
                return;
            }
            self.createSocket(options, function (socket) {
                socket.on('free', onFree);
                socket.on('close', onCloseOrRemove);
                socket.on('agentRemove', onCloseOrRemove);
                req.onSocket(socket);
                function onFree() {
                    self.emit('free', socket, options);
                }
                function onCloseOrRemove(err) {
                    self.removeSocket(socket);
                    socket.removeListener('free', onFree);
                    socket.removeListener('close', onCloseOrRemove);
                    socket.removeListener('agentRemove', onCloseOrRemove);
                }
            });
        };
        TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
            var self = this;
            var placeholder = {};
            self.sockets.push(placeholder);
            var connectOptions = mergeOptions({}, self.proxyOptions, {
                method: 'CONNECT',
                path: options.host + ':' + options.port,
                agent: false,
                headers: {
                    host: options.host + ':' + options.port
                }
            });
            if (options.localAddress) {
                connectOptions.localAddress = options.localAddress;
            }
            if (connectOptions.proxyAuth) {
                connectOptions.headers = connectOptions.headers || {};
                connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
                    new Buffer(connectOptions.proxyAuth).toString('base64');
            }
            debug('making CONNECT request');
            var connectReq = self.request(connectOptions);
            connectReq.useChunkedEncodingByDefault = false;
            connectReq.once('response', onResponse);
            connectReq.once('upgrade', onUpgrade);
            connectReq.once('connect', onConnect);
            connectReq.once('error', onError);
            connectReq.end();
            function onResponse(res) {
                res.upgrade = true;
            }
            function onUpgrade(res, socket, head) {
                process.nextTick(function () {
                    onConnect(res, socket, head);
                });
            }
            function onConnect(res, socket, head) {
                connectReq.removeAllListeners();
                socket.removeAllListeners();
                if (res.statusCode !== 200) {
                    debug('tunneling socket could not be established, statusCode=%d', res.statusCode);
                    socket.destroy();
                    var error = new Error('tunneling socket could not be established, ' +
                        'statusCode=' + res.statusCode);
                    error.code = 'ECONNRESET';
                    options.request.emit('error', error);
                    self.removeSocket(placeholder);
                    return;
                }
                if (head.length > 0) {
                    debug('got illegal response body from proxy');
                    socket.destroy();
                    var error = new Error('got illegal response body from proxy');
                    error.code = 'ECONNRESET';
                    options.request.emit('error', error);
                    self.removeSocket(placeholder);
                    return;
                }
                debug('tunneling connection has established');
                self.sockets[self.sockets.indexOf(placeholder)] = socket;
                return cb(socket);
            }
            function onError(cause) {
                connectReq.removeAllListeners();
                debug('tunneling socket could not be established, cause=%s\n', cause.message, cause.stack);
                var error = new Error('tunneling socket could not be established, ' +
                    'cause=' + cause.message);
                error.code = 'ECONNRESET';
                options.request.emit('error', error);
                self.removeSocket(placeholder);
            }
        };
        TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
            var pos = this.sockets.indexOf(socket);
            if (pos === -1) {
                return;
            }
            this.sockets.splice(pos, 1);
            var pending = this.requests.shift();
            if (pending) {
                this.createSocket(pending, function (socket) {
                    pending.request.onSocket(socket);
                });
            }
        };
        function createSecureSocket(options, cb) {
            var self = this;
            TunnelingAgent.prototype.createSocket.call(self, options, function (socket) {
                var hostHeader = options.request.getHeader('host');
                var tlsOptions = mergeOptions({}, self.options, {
                    socket: socket,
                    servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
                });
                var secureSocket = tls.connect(0, tlsOptions);
                self.sockets[self.sockets.indexOf(socket)] = secureSocket;
                cb(secureSocket);
            });
        }
        function toOptions(host, port, localAddress) {
            if (typeof host === 'string') {
                return {
                    host: host,
                    port: port,
                    localAddress: localAddress
                };
            }
            return host;
        }
        function mergeOptions(target) {
            for (var i = 1, len = arguments.length; i < len; ++i) {
                var overrides = arguments[i];
                if (typeof overrides === 'object') {
                    var keys = Object.keys(overrides);
                    for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
                        var k = keys[j];
                        if (overrides[k] !== undefined) {
                            target[k] = overrides[k];
                        }
                    }
                }
            }
            return target;
        }
        var debug;
        if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
            debug = function () {
                var args = Array.prototype.slice.call(arguments);
                if (typeof args[0] === 'string') {
                    args[0] = 'TUNNEL: ' + args[0];
                }
                else {
                    args.unshift('TUNNEL:');
                }
                console.error.apply(console, args);
            };
        }
        else {
            debug = function () { };
        }
        __webpack_unused_export__ = debug;
    }),
    341: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            Dx: () => (linesOf),
            Gv: () => (isObject),
            ZV: () => (own),
            bD: () => (messageOf),
            eQ: () => (isId)
        });
        function isObject(value) {
            return typeof value === 'object' && value !== null && !Array.isArray(value);
        }
        function own(value, field) {
            return isObject(value) && Object.hasOwn(value, field) ? value[field] : undefined;
        }
        function isId(value) {
            return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
        }
        function linesOf(text) {
            return text.split(/\r\n?|\n/);
        }
        function messageOf(thrown) {
            try {
                const message = thrown instanceof Error ? thrown.message : own(thrown, 'message');
                return typeof message === 'string' && message !== '' ? message : String(thrown);
            }
            catch {
                return 'something that cannot be put into words';
            }
        }
    }),
    135: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            C: () => (collectFaults),
            Z: () => (oneFault)
        });
        var _safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
        const KEPT_MAX = 1000;
        function collectFaults() {
            const kept = [];
            let count = 0;
            const add = (fault) => {
                count++;
                if (kept.length < KEPT_MAX)
                    kept.push(fault);
            };
            return {
                add,
                addAll: (faults) => {
                    faults.kept.forEach(add);
                    count += faults.count - faults.kept.length;
                },
                sparing: (sanitise) => (text, most) => (kept.length < KEPT_MAX ? sanitise(text, most) : (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) ``),
                faults: () => {
                    const [first, ...rest] = kept;
                    return first === undefined ? undefined : { kept: [first, ...rest], count };
                },
            };
        }
        function oneFault(fault) {
            return { kept: [fault], count: 1 };
        }
    }),
    61: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            G: () => (gate)
        });
        var decode = __nccwpck_require__(341);
        var src_fault = __nccwpck_require__(135);
        var src_inputs = __nccwpck_require__(839);
        var key = __nccwpck_require__(232);
        var outputs = __nccwpck_require__(729);
        var external_node_crypto_ = __nccwpck_require__(598);
        ;
        const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
        var lib = __nccwpck_require__(942);
        var safe_text = __nccwpck_require__(452);
        var json = __nccwpck_require__(301);
        var verdict_purses = __nccwpck_require__(269);
        ;
        function envelope_decode(body) {
            const text = asText(body);
            if (text === undefined)
                return notJson(body);
            const parsed = (0, json.qF)(text);
            if (parsed.kind === 'fault') {
                return parsed.why === 'duplicate-key' ? unreadable((0, safe_text.gB) `has the same field twice`) : notJson(body);
            }
            const envelope = parsed.value;
            if (!(0, decode.Gv)(envelope))
                return unreadable((0, safe_text.gB) `is JSON, but not an object`);
            const codes = ['ErrCode', 'err_code'].filter((name) => (0, decode.ZV)(envelope, name) !== undefined);
            const [name, other] = codes;
            if (name === undefined)
                return unreadable((0, safe_text.gB) `has no ErrCode`);
            const code = (0, decode.ZV)(envelope, name);
            if (typeof code !== 'number' || (other !== undefined && (0, decode.ZV)(envelope, other) !== code)) {
                return unreadable((0, safe_text.gB) `has an ErrCode that is not one number`);
            }
            if (code !== 0) {
                return { kind: 'refused', code, message: messageIn(envelope) };
            }
            if (!codes.every((field) => isZeroAsWritten((0, json.Fy)(text, [field])))) {
                return unreadable((0, safe_text.gB) `has an ErrCode that is 0 only after rounding`);
            }
            const [field = 'Resp', second] = ['Resp', 'resp'].filter((candidate) => Object.hasOwn(envelope, candidate));
            if (second !== undefined)
                return unreadable((0, safe_text.gB) `has both Resp and resp`);
            if (!(0, decode.Gv)((0, decode.ZV)(envelope, field)))
                return unreadable((0, safe_text.gB) `reports success, but has no Resp`);
            return credits((purse) => (0, json.Fy)(text, [field, `credit_${purse}`]));
        }
        function messageIn(envelope) {
            for (const message of [(0, decode.ZV)(envelope, 'ErrMsg'), (0, decode.ZV)(envelope, 'err_msg')]) {
                if (typeof message === 'string' && message !== '')
                    return message;
            }
            return '';
        }
        function credits(sourceOf) {
            const purses = (0, verdict_purses.Vj)(() => 0);
            for (const purse of verdict_purses.bN) {
                const field = `credit_${purse}`;
                const source = sourceOf(purse);
                if (source === undefined)
                    return unreadable((0, safe_text.gB) `has no number in ${field}`);
                if (!Number.isFinite(Number(source)))
                    return unreadable((0, safe_text.gB) `has a ${field} that is not finite`);
                purses[purse] = wholeCredits(source);
            }
            const total = verdict_purses.bN.reduce((sum, purse) => sum + purses[purse], 0);
            if (![total, ...Object.values(purses)].every(Number.isSafeInteger)) {
                return unreadable((0, safe_text.gB) `has more credits than can be counted exactly`);
            }
            return { kind: 'balance', balance: { ...purses, total } };
        }
        function isZeroAsWritten(source) {
            return /^-?0(\.0+)?(e|$)/i.test(String(source));
        }
        function wholeCredits(source) {
            const end = source.search(/e|$/i);
            const mantissa = source.slice(0, end);
            const digits = BigInt(mantissa.replace('.', ''));
            if (digits === 0n)
                return 0;
            const places = Number(source.slice(end + 1)) - (mantissa.split('.')[1]?.length ?? 0);
            if (places < -100_000)
                return digits < 0n ? -1 : 0;
            if (places >= 0)
                return Number(digits * 10n ** BigInt(places));
            const unit = 10n ** BigInt(-places);
            return Number(digits / unit) - (digits % unit < 0n ? 1 : 0);
        }
        function unreadable(why) {
            return { kind: 'unreadable', why };
        }
        function notJson(body) {
            return unreadable(looksLikeHtml(body) ? (0, safe_text.gB) `is a web page` : (0, safe_text.gB) `is not JSON`);
        }
        function asText(body) {
            try {
                return new TextDecoder('utf-8', { fatal: true }).decode(body);
            }
            catch {
                return undefined;
            }
        }
        function looksLikeHtml(body) {
            return /^\s*</.test(new TextDecoder().decode(body.subarray(0, 100)));
        }
        ;
        const SUPPORT = (0, safe_text.gB) `if it happens again, send the trace id to api@pixverse.ai`;
        const CAUSES = {
            key: {
                kind: 'refused',
                again: false,
                hint: (0, safe_text.gB) `Check that the secret holds the whole key of the Platform API. Usual causes: it was mistyped, revoked, or belongs to a suspended account; it is a key of the other region (https://app-api.pixverse.ai or, for mainland China, https://app-api.pixverseai.cn: see base-url); it is a key of another product (one that begins with mh_live_ is of Growth Studio).`,
            },
            busy: {
                kind: 'unknown',
                again: true,
                hint: (0, safe_text.gB) `Run the job again in a few minutes; ${SUPPORT}.`,
            },
            request: {
                kind: 'unknown',
                again: false,
                hint: (0, safe_text.gB) `Update this gate: PixVerse may have changed how the balance is asked for.`,
            },
            generation: {
                kind: 'unknown',
                again: false,
                hint: (0, safe_text.gB) `This answer belongs to a generation, not to a balance. Check base-url; ${SUPPORT}.`,
            },
            address: {
                kind: 'unknown',
                again: false,
                hint: (0, safe_text.gB) `Check base-url; leave it out unless PixVerse gave you another address.`,
            },
            network: {
                kind: 'unknown',
                again: true,
                hint: (0, safe_text.gB) `Check that the runner reaches the address in base-url. Behind a proxy, check https_proxy and no_proxy, and NODE_EXTRA_CA_CERTS if the proxy has its own certificate.`,
            },
            strange: {
                kind: 'unknown',
                again: false,
                hint: (0, safe_text.gB) `Check base-url and any proxy in between; ${SUPPORT}.`,
            },
        };
        const CODES = new Map([
            [10001, ['key', (0, safe_text.gB) `it does not accept the key`]],
            [10002, ['key', (0, safe_text.gB) `it does not accept the key`]],
            [10003, ['key', (0, safe_text.gB) `nobody is logged in with it`]],
            [10004, ['key', (0, safe_text.gB) `it does not accept the key`]],
            [10005, ['key', (0, safe_text.gB) `it was logged in elsewhere`]],
            [400011, ['request', (0, safe_text.gB) `a parameter is empty`]],
            [400012, ['key', (0, safe_text.gB) `the account is invalid`]],
            [400013, ['request', (0, safe_text.gB) `a parameter has the wrong type or value`]],
            [400017, ['request', (0, safe_text.gB) `a parameter is invalid`]],
            [400018, ['generation', (0, safe_text.gB) `the prompt is too long`]],
            [400019, ['generation', (0, safe_text.gB) `the negative prompt is too long`]],
            [400032, ['generation', (0, safe_text.gB) `the image id is invalid`]],
            [400080, ['generation', (0, safe_text.gB) `the lyrics have no meaning`]],
            [500008, ['generation', (0, safe_text.gB) `the requested data does not exist`]],
            [500020, ['key', (0, safe_text.gB) `the key has no permission for this`]],
            [500030, ['generation', (0, safe_text.gB) `the image is too large`]],
            [500031, ['generation', (0, safe_text.gB) `the image cannot be read`]],
            [500032, ['generation', (0, safe_text.gB) `the image format is invalid`]],
            [500033, ['generation', (0, safe_text.gB) `the image dimensions are invalid`]],
            [500041, ['generation', (0, safe_text.gB) `the image upload failed`]],
            [500042, ['generation', (0, safe_text.gB) `the image path is invalid`]],
            [500044, ['generation', (0, safe_text.gB) `too many generations run at once`]],
            [500052, ['generation', (0, safe_text.gB) `the image was rejected by review`]],
            [500054, ['generation', (0, safe_text.gB) `the image did not pass moderation`]],
            [500060, ['generation', (0, safe_text.gB) `the effect activations of this month are used up`]],
            [500063, ['generation', (0, safe_text.gB) `the content did not pass moderation`]],
            [500064, ['generation', (0, safe_text.gB) `the content was deleted`]],
            [500069, ['busy', (0, safe_text.gB) `its system is under high load`]],
            [500070, ['generation', (0, safe_text.gB) `the template is not activated`]],
            [500071, ['generation', (0, safe_text.gB) `the effect does not support this quality`]],
            [500090, ['generation', (0, safe_text.gB) `the balance is insufficient`]],
            [500100, ['busy', (0, safe_text.gB) `its database failed`]],
            [99999, ['busy', (0, safe_text.gB) `an unknown error occurred`]],
            [701002, ['generation', (0, safe_text.gB) `the subject of the image is unclear`]],
            [701003, ['generation', (0, safe_text.gB) `the reference video shows no main person`]],
            [701020, ['generation', (0, safe_text.gB) `the audio is not verified`]],
        ]);
        const RETRYABLE_STATUS = new Set([408, 425, 429]);
        function failureOf(status, answer, sanitise) {
            const again = RETRYABLE_STATUS.has(status) || status >= 500;
            if (answer.kind === 'refused') {
                const code = (0, safe_text.gB) `ErrCode ${sanitise(String(answer.code))}`;
                const said = answer.message === '' ? undefined : (0, safe_text.gB) `and says: \`${sanitise(answer.message)}\``;
                const [cause, meaning] = meaningOf(answer.code, answer.message);
                if (cause === 'key')
                    return failure('key-refused', 'key', (0, safe_text.gB) `PixVerse refused the API key: ${meaning} (${code})`, said);
                if (status === 401 || status === 403)
                    return keyRefused(status, (0, safe_text.gB) ` and ${code}`, said);
                if (again && cause === 'strange') {
                    return failure('http-busy', 'busy', (0, safe_text.gB) `PixVerse answered HTTP ${status} (${code}) instead of a balance`, said);
                }
                const found = failure(`answered-${cause}`, cause, (0, safe_text.gB) `PixVerse answered that ${meaning} (${code})`, said);
                return { ...found, again: found.again || again };
            }
            if (status === 401 || status === 403)
                return keyRefused(status, (0, safe_text.gB) ``);
            if (again)
                return failure('http-busy', 'busy', (0, safe_text.gB) `PixVerse answered HTTP ${status} instead of a balance`);
            if (status >= 300 && status < 400) {
                const why = (0, safe_text.gB) `PixVerse answered with a redirect (HTTP ${status}); following it would send the key to another address`;
                return failure('redirect', 'address', why);
            }
            if (status === 200 && answer.kind === 'unreadable') {
                return failure('unreadable-answer', 'strange', (0, safe_text.gB) `The answer from PixVerse ${answer.why}`);
            }
            return failure('http-status', 'address', (0, safe_text.gB) `PixVerse answered HTTP ${status} instead of a balance`);
        }
        function keyRefused(status, code, said) {
            return failure('key-refused', 'key', (0, safe_text.gB) `PixVerse refused the API key with HTTP ${status}${code}`, said);
        }
        function meaningOf(code, message) {
            const known = CODES.get(code);
            if (known?.[0] !== 'key' && /api[-_ ]?key/i.test(message))
                return ['key', (0, safe_text.gB) `its message names the key`];
            return known ?? ['strange', (0, safe_text.gB) `an error occurred that is not in its list`];
        }
        function tooLarge(limit) {
            return failure('answer-too-large', 'strange', (0, safe_text.gB) `The answer from PixVerse is larger than ${limit / 1024} KiB`);
        }
        function tooLate(seconds) {
            return failure('timeout', 'network', (0, safe_text.gB) `PixVerse gave no complete answer within ${seconds} s`);
        }
        function broken(error, sanitise) {
            const cause = error instanceof AggregateError ? error.errors[0] : error;
            const message = (0, decode.bD)(cause);
            const byProxy = message.startsWith('tunneling socket') ? (0, safe_text.gB) `The proxy made no connection to PixVerse` : undefined;
            const happened = byProxy ?? NETWORK.get((0, decode.ZV)(cause, 'code')) ?? (0, safe_text.gB) `The exchange with PixVerse failed`;
            return failure('network', 'network', happened, (0, safe_text.gB) `because of: \`${sanitise(message)}\``);
        }
        const NETWORK = new Map([
            ['ENOTFOUND', (0, safe_text.gB) `The name of the PixVerse host does not resolve`],
            ['EAI_AGAIN', (0, safe_text.gB) `The name of the PixVerse host does not resolve for the moment`],
            ['ECONNREFUSED', (0, safe_text.gB) `The connection to PixVerse was refused`],
            ['ECONNRESET', (0, safe_text.gB) `The connection to PixVerse was cut before the answer was complete`],
            ['ETIMEDOUT', (0, safe_text.gB) `The connection to PixVerse timed out`],
            ['EHOSTUNREACH', (0, safe_text.gB) `The PixVerse host cannot be reached`],
            ['ENETUNREACH', (0, safe_text.gB) `The network of the PixVerse host cannot be reached`],
        ]);
        function failure(id, cause, message, detail) {
            const { kind, again, hint } = CAUSES[cause];
            return { kind, again, fault: { id, message, hint, detail } };
        }
        ;
        const BODY_MAX = 64 * 1024;
        const PAUSE_FIRST = 500;
        const PAUSE_MAX = 8000;
        async function readBalance(request) {
            const deadline = performance.now() + 1000 * request.timeout;
            for (let attempt = 0;; attempt++) {
                const attemptsLeft = request.retries - attempt;
                const traceId = (0, safe_text.pj)((0, external_node_crypto_.randomUUID)());
                const timeLeft = deadline - performance.now();
                const outcome = await ask(request, traceId, attemptsLeft > 0 ? timeLeft / 2 : timeLeft);
                if (outcome.kind === 'balance')
                    return { kind: 'balance', balance: outcome.balance, traceId };
                const pause = Math.max(jitter(attempt), outcome.retryAfter);
                const fits = performance.now() + pause < deadline;
                if (!outcome.failure.again || attemptsLeft <= 0 || !fits) {
                    const { kind, fault } = outcome.failure;
                    return { kind, faults: (0, src_fault.Z)(fault), traceId };
                }
                await (0, promises_namespaceObject.setTimeout)(pause);
            }
        }
        async function ask(request, traceId, milliseconds) {
            const clock = new AbortController();
            let timer;
            const late = new Promise((_, reject) => {
                timer = setTimeout(() => {
                    clock.abort();
                    reject(new Error('late'));
                }, milliseconds);
            });
            try {
                const { status, retryAfter, body } = await Promise.race([get(request, traceId, clock.signal), late]);
                if (body === undefined)
                    return { kind: 'failed', failure: tooLarge(BODY_MAX), retryAfter: 0 };
                const answer = envelope_decode(body);
                if (status === 200 && answer.kind === 'balance')
                    return answer;
                return { kind: 'failed', failure: failureOf(status, answer, request.sanitise), retryAfter };
            }
            catch (error) {
                const failure = clock.signal.aborted ? tooLate(request.timeout) : broken(error, request.sanitise);
                return { kind: 'failed', failure, retryAfter: 0 };
            }
            finally {
                clearTimeout(timer);
            }
        }
        async function get({ apiKey, baseUrl, timeout }, traceId, signal) {
            const client = new lib.Qq('pixverse-balance-action', [abortOn(signal)], {
                allowRedirects: false,
                allowRetries: false,
                socketTimeout: 2000 * timeout,
            });
            const url = new URL('openapi/v2/account/balance', baseUrl);
            const { message } = await client.get(url.href, { 'API-KEY': apiKey, 'Ai-trace-id': traceId });
            const status = Number(message.statusCode);
            const retryAfter = milliseconds(message.headers['retry-after']);
            const chunks = [];
            let size = 0;
            for await (const chunk of message) {
                size += chunk.length;
                if (size > BODY_MAX) {
                    message.destroy();
                    return { status, retryAfter, body: undefined };
                }
                chunks.push(chunk);
            }
            return { status, retryAfter, body: Buffer.concat(chunks) };
        }
        function abortOn(signal) {
            const handler = {
                prepareRequest: (options) => Object.assign(options, { signal }),
                canHandleAuthentication: () => false,
            };
            return handler;
        }
        function jitter(attempt) {
            return Math.random() * Math.min(PAUSE_MAX, PAUSE_FIRST * 2 ** attempt);
        }
        function milliseconds(header) {
            if (header === undefined)
                return 0;
            const wait = /^\d+$/.test(header) ? 1000 * Number(header) : Date.parse(header) - Date.now();
            return wait > 0 ? wait : 0;
        }
        var format = __nccwpck_require__(11);
        var messages = __nccwpck_require__(20);
        ;
        const PRICE_PAGE = (0, safe_text.gB) `https://docs.platform.pixverse.ai/pricing-796039m0`;
        const BY_PLAN = (0, safe_text.gB) `price given by the plan`;
        function planTotal({ generations, cost, planned, margin }) {
            const withMargin = planned === cost ? (0, safe_text.gB) `` : (0, safe_text.gB) `, ${(0, format.U9)(planned)} with ${margin} % margin`;
            return (0, safe_text.gB) `${(0, format.hS)(generations, 'generation')}, ${(0, format.hS)(cost, 'credit')}${withMargin}`;
        }
        function madeAlready({ total, made }) {
            return made === undefined ? [] : [(0, safe_text.gB) `${(0, format.U9)(made)} of ${(0, format.U9)(total)} ${made === 1 ? 'is' : 'are'} made already.`];
        }
        function restOf(lines) {
            const byPlan = lines.filter(({ by }) => by === 'plan').length;
            return (0, safe_text.gB) `and ${(0, format.U9)(lines.length)} more${byPlan === 0 ? (0, safe_text.gB) `` : (0, safe_text.gB) `, of which ${(0, format.U9)(byPlan)} with the ${BY_PLAN}`}`;
        }
        const OLD = 90;
        function priceAge({ need }) {
            const age = need?.pricesAge;
            if (age === undefined || age <= OLD)
                return [];
            return [
                (0, safe_text.gB) `The built-in prices are ${(0, format.hS)(age, 'day')} old. Update the gate to its newest release, or give newer prices in \`prices\`: ${PRICE_PAGE}`,
            ];
        }
        function leftovers({ need, standing }) {
            const { ignored = [], ignoredCount, unusedPrices = [] } = need?.plan ?? {};
            const { fits, todo } = standing?.making ?? { fits: 0, todo: [] };
            return [
                ...(fits === todo.length
                    ? []
                    : [(0, safe_text.gB) `\`todo\` has the first ${(0, format.U9)(todo.length)} of the ${(0, format.U9)(fits)} generations that fit.`]),
                ...(ignored.length === 0 ? [] : [(0, safe_text.gB) `Ignored fields of the plan: ${quoted(ignored, ignoredCount)}.`]),
                ...(unusedPrices.length === 0
                    ? []
                    : [(0, safe_text.gB) `Rows of \`prices\` that apply to no item, or lose to another price: ${quoted(unusedPrices)}.`]),
            ];
        }
        function quoted(texts, total) {
            const { listed, more } = (0, format.ml)(texts, total);
            const names = (0, safe_text.fj)(listed.map((text) => (0, safe_text.gB) `\`${text}\``), ', ');
            return more === 0 ? names : (0, safe_text.gB) `${names} and ${(0, format.U9)(more)} more`;
        }
        ;
        const DRIFT_TITLE = 'PixVerse credits spent beyond the plan';
        const OTHER_ACCOUNT_TITLE = 'PixVerse baseline is of another account';
        function receipt({ standing, account }) {
            const theirs = standing?.otherBaseline;
            if (theirs !== undefined) {
                return [
                    (0, safe_text.gB) `The \`baseline\` is the report of the account \`${theirs}\`, and this gate has \`${account}\`, so nothing is said of what was spent. If they are the same, give both the same \`account\`.`,
                ];
            }
            const spent = standing?.spent;
            if (spent === undefined)
                return [];
            return [spent.drift === undefined ? sinceBaseline(spent) : against(spent.drift, spent.credits)];
        }
        function isBeyondMargin({ cost, planned, credits }) {
            return cost + credits > planned;
        }
        function sinceBaseline({ since, credits }) {
            return credits < 0
                ? (0, safe_text.gB) `${(0, format.hS)(-credits, 'credit')} more than at the baseline of ${(0, format.U9)(since)}: a top-up, a refill or a refund came in between.`
                : (0, safe_text.gB) `Spent since the baseline of ${(0, format.U9)(since)}: ${(0, format.hS)(credits, 'credit')}.`;
        }
        function against(drift, spent) {
            return (0, safe_text.gB) `Planned ${(0, format.U9)(drift.cost)}, spent ${(0, format.U9)(spent)}: ${judged(drift)}.`;
        }
        function judged(drift) {
            const { cost, credits } = drift;
            if (credits === 0)
                return (0, safe_text.gB) `as planned`;
            if (cost === 0)
                return (0, safe_text.gB) `something else used the account`;
            const difference = (0, safe_text.gB) `${(0, format.hS)(Math.abs(credits), 'credit')} (${share(credits, cost)} %)`;
            if (credits < 0)
                return (0, safe_text.gB) `${difference} less; some were refunded or not made, credits came in between, or the prices are too high`;
            const date = dateOf(drift);
            const more = (0, safe_text.gB) `${difference} more than ${date === undefined ? (0, safe_text.gB) `the plan says` : (0, safe_text.gB) `the prices of ${date} say`}`;
            if (!isBeyondMargin(drift))
                return (0, safe_text.gB) `${more}, within the margin`;
            return (0, safe_text.gB) `${more}; if nothing else used the account, ${date === undefined ? 'the prices that it was given are too low' : 'they are out of date'}`;
        }
        function dateOf({ pricesAsOf }) {
            return pricesAsOf !== undefined && /^\d{4}-\d\d-\d\d$/.test(pricesAsOf) ? pricesAsOf : undefined;
        }
        function share(credits, cost) {
            const percent = Math.round((100 * Math.abs(credits)) / cost);
            return percent === 0 ? (0, safe_text.gB) `under 1` : (0, format.U9)(percent);
        }
        ;
        function logLines(result) {
            const { verdict, traceId, need, standing } = result;
            return [
                (0, messages.dJ)((0, safe_text.gB) `${messages.eX[verdict]}`, result),
                (0, messages.Pl)(result, true),
                ...(0, messages.v9)(result),
                ...faultLines(result, format.jJ),
                ...(standing === undefined ? [] : standingLines(standing)),
                ...(need === undefined ? [] : neededLine(need, standing !== undefined)),
                ...receipt(result),
                ...(need?.plan === undefined ? [] : planLines(need.plan)),
                ...leftovers(result),
                ...priceAge(result),
                ...(traceId === undefined ? [] : [(0, safe_text.gB) `Trace id: ${traceId}`]),
            ];
        }
        function standingLines({ balance, remaining, pace }) {
            const purses = verdict_purses.bN.map((purse) => (0, safe_text.gB) `${(0, format.U9)(balance[purse])} ${purse}`);
            return [
                (0, safe_text.gB) `Left: ${(0, format.U9)(balance.total)} = ${(0, safe_text.fj)(purses, ' + ')}`,
                ...(remaining === balance.total ? [] : [(0, safe_text.gB) `Remaining after the plan: ${(0, format.U9)(remaining)}`]),
                ...(pace === undefined ? [] : [(0, safe_text.gB) `Pace: ${paceOf(pace)}`]),
            ];
        }
        function paceOf({ perDay, daysLeft }) {
            if (daysLeft === undefined)
                return (0, safe_text.gB) `no recent use`;
            return (0, safe_text.gB) `${(0, format.hS)(perDay, 'credit')} a day, enough for ${daysLeft === 0 ? 'less than a day' : (0, format.hS)(daysLeft, 'day')}`;
        }
        function neededLine({ planned, required }, isKnown) {
            const minimum = required - planned;
            if (planned > 0 && minimum > 0) {
                return [(0, safe_text.gB) `Needed: ${(0, format.U9)(required)} = ${(0, format.U9)(planned)} planned + ${(0, format.U9)(minimum)} minimum`];
            }
            return isKnown || required === 0 ? [] : [(0, safe_text.gB) `Needed: ${(0, format.U9)(required)}`];
        }
        function planLines(plan) {
            if (plan.generations === 0)
                return [(0, safe_text.fj)([(0, safe_text.gB) `The plan has nothing to generate.`, ...madeAlready(plan)])];
            const prices = plan.pricesAsOf === undefined ? (0, safe_text.gB) `` : (0, safe_text.gB) ` (prices of ${plan.pricesAsOf})`;
            const { listed, more } = (0, format.ml)(plan.lines);
            return [
                (0, safe_text.fj)([(0, safe_text.gB) `The plan: ${planTotal(plan)}${prices}.`, ...madeAlready(plan)]),
                ...listed.map(planLine),
                ...(more === 0 ? [] : [(0, safe_text.gB) `  ${restOf(plan.lines.slice(listed.length))}`]),
            ];
        }
        function planLine({ what, name, count: times, each, credits, by }) {
            const called = name === '' ? (0, safe_text.gB) `` : (0, safe_text.gB) ` "${name}"`;
            const source = by === 'plan' ? (0, safe_text.gB) `, ${BY_PLAN}` : (0, safe_text.gB) ``;
            return (0, safe_text.gB) `  ${(0, format.U9)(times)} x ${(0, format.U9)(each)} = ${(0, format.U9)(credits)}  ${what}${called}${source}`;
        }
        function faultLines(result, most) {
            const faults = (0, messages.gW)(result);
            if (faults === undefined)
                return [];
            const { listed, more } = (0, format.ml)(faults.kept, faults.count, most);
            return [
                ...listed.map((fault) => (0, safe_text.gB) `- ${(0, messages.ag)(fault, true)} ${fault.hint}`),
                ...(more === 0 ? [] : [(0, safe_text.gB) `- and ${(0, format.U9)(more)} more`]),
            ];
        }
        const ANNOTATED_MAX = 5;
        function annotations(result) {
            const { verdict, passes, standing } = result;
            const lines = [(0, messages.Pl)(result, true), ...(0, messages.v9)(result), ...faultLines(result, ANNOTATED_MAX)];
            const severity = verdict === 'skipped' ? 'notice' : passes ? 'warning' : 'error';
            const drift = standing?.spent?.drift;
            const isDrift = drift !== undefined && isBeyondMargin(drift);
            const title = isDrift ? DRIFT_TITLE : standing?.otherBaseline === undefined ? undefined : OTHER_ACCOUNT_TITLE;
            return [
                ...(verdict === 'ok' ? [] : [{ severity, title: messages.eX[verdict], message: (0, safe_text.fj)(lines, '\n') }]),
                ...(title === undefined ? [] : [{ severity: 'warning', title, message: (0, safe_text.fj)(receipt(result)) }]),
            ];
        }
        var balance_table = __nccwpck_require__(319);
        var markup = __nccwpck_require__(132);
        ;
        const WIDTH = 10;
        const [THERE, SPARE, SOON, MISSING] = ['🟦', '🟩', '🟨', '🟥'];
        function gauges(result) {
            if (result.verdict === 'over-budget')
                return [overBudget(result)];
            if (result.verdict === 'warn')
                return [warning(result)];
            if (result.standing === undefined)
                return [];
            const { standing, need, limits } = result;
            const short = [
                ...(standing.remaining < limits.minimum ? [shortOf(need, standing)] : []),
                ...standing.underFloor.map(({ purse, has, floor }) => toLimit(has, floor, MISSING, (0, safe_text.gB) `${(0, format.U9)(has)} of ${(0, format.U9)(floor)} (floor of the ${purse} purse)`)),
            ];
            return short.length > 0 || need.required === 0 ? short : [spare(need, standing)];
        }
        function overBudget({ budget, need: { planned } }) {
            const caption = (0, safe_text.gB) `${(0, format.U9)(budget)} of ${(0, format.U9)(planned)} planned are within the budget`;
            return toLimit(budget, planned, MISSING, caption);
        }
        function warning({ reason, standing }) {
            if (reason.kind === 'few-days') {
                const { daysLeft, warnDays } = reason;
                return toLimit(daysLeft, warnDays, SOON, (0, safe_text.gB) `${(0, format.U9)(daysLeft)} of ${(0, format.hS)(warnDays, 'day')} (\`warn-days\`)`);
            }
            const { warnBelow } = reason;
            const caption = (0, safe_text.gB) `${(0, format.U9)(standing.remaining)} of ${(0, format.U9)(warnBelow)} (\`warn-below\`)`;
            return toLimit(standing.remaining, warnBelow, SOON, caption);
        }
        function shortOf({ required }, { balance: { total } }) {
            return toLimit(total, required, MISSING, (0, safe_text.gB) `${(0, format.U9)(total)} of ${(0, format.U9)(required)} needed`);
        }
        function toLimit(has, limit, missing, caption) {
            const share = has > 0 ? Math.max(1, Math.floor((WIDTH * has) / limit)) : 0;
            return squares(Math.min(share, WIDTH - 1), missing, caption);
        }
        function spare({ planned, required }, { balance: { total } }) {
            const left = total - required;
            const share = Math.ceil((WIDTH * required) / total);
            const runs = planned === 0 ? 1 : 1 + Math.floor(left / planned);
            const enough = runs > 1
                ? (0, safe_text.gB) `enough for ${(0, format.hS)(runs, 'run')} like this`
                : (0, safe_text.gB) `${left === 0 ? 'nothing' : (0, format.U9)(left)} to spare`;
            return squares(left === 0 ? WIDTH : Math.min(share, WIDTH - 1), SPARE, enough);
        }
        function squares(there, rest, caption) {
            return `${THERE.repeat(there)}${rest.repeat(WIDTH - there)} ${(0, markup.CS)(caption)}`;
        }
        ;
        function planTable({ need, standing }, most) {
            const plan = need?.plan;
            if (plan === undefined)
                return [];
            if (plan.generations === 0)
                return [['The plan has nothing to generate.', ...madeAlready(plan)].join(' ')];
            const fits = standing?.making?.fits ?? plan.generations;
            return [...madeAlready(plan), (0, markup.AU)(`The plan: ${planTotal(plan)}`, linesTable(plan, fits, most))];
        }
        function linesTable(plan, fits, most) {
            const fitting = plan.lineFits(fits);
            const { listed, more } = (0, format.ml)(plan.lines, undefined, most);
            const rest = plan.lines.slice(listed.length);
            const [restCount, restCredits] = [sum(rest.map((line) => line.count)), sum(rest.map((line) => line.credits))];
            return (0, markup.tp)([':--', '--:', ...(fits === plan.generations ? [] : [':-:'])], ['generation', 'credits', 'fits'], [
                ...listed.map((line, at) => [lineTitle(line), (0, format.U9)(line.credits), mark(fitting[at], line.count)]),
                ...(more === 0 ? [] : [[restOf(rest), (0, format.U9)(restCredits), mark(sum(fitting.slice(listed.length)), restCount)]]),
                ['**Total**', `**${(0, format.U9)(plan.cost)}**`, `**${(0, format.U9)(fits)}/${(0, format.U9)(plan.generations)}**`],
            ]);
        }
        const NAME_MAX = 40;
        function lineTitle({ what, name, count: times, each, by }) {
            const price = `${(0, format.U9)(times)} x ${(0, format.U9)(each)}${by === 'plan' ? `, ${BY_PLAN}` : ''}`;
            return [...(name === '' ? [] : [(0, markup.aY)(name, NAME_MAX)]), (0, markup.aY)(what), price].join('<br>');
        }
        function mark(fits, of) {
            return fits === of ? '✅' : fits === undefined || fits === 0 ? '❌' : `${(0, format.U9)(fits)}/${(0, format.U9)(of)}`;
        }
        function sum(numbers) {
            return numbers.reduce((total, number) => total + number, 0);
        }
        ;
        function summary(result) {
            const { traceId } = result;
            const notes = [...leftovers(result), ...priceAge(result)];
            return page([
                `### ${messages.eX[result.verdict]}`,
                ...content(result, true, format.jJ, notes),
                footer([...facts(result), ...(traceId === undefined ? [] : [`trace id ${(0, markup.aY)(traceId)}`])]),
            ]);
        }
        function comment(result, prefix = '') {
            return bounded((most) => page([`### ${prefix}${messages.eX[result.verdict]}`, ...content(result, false, most), footer(facts(result))]));
        }
        function alertBody(result) {
            return bounded((most) => page([...content(result, false, most), footer(facts(result))]));
        }
        function alertComment(result) {
            const news = result.verdict === 'ok' ? (0, messages.at)(result) : (0, messages.Pl)(result, false);
            return [`**${(0, markup.CS)(news)}**`, ...(0, messages.v9)(result).map(markup.CS)].join('\n\n');
        }
        const LENGTH_MAX = 60_000;
        function bounded(render) {
            let most = format.jJ;
            let text = render(most);
            while (text.length > LENGTH_MAX && most > 1) {
                most = Math.floor(most / 2);
                text = render(most);
            }
            return text;
        }
        function page(parts) {
            return `${parts.join('\n\n')}\n`;
        }
        function content(result, masked, most, notes = []) {
            const table = (0, balance_table.BI)(result);
            return [
                ...verdict(result, masked),
                ...faultList(result, masked, most),
                ...gauges(result),
                ...(table === undefined ? [] : [table]),
                ...spent(result),
                ...notes.map(markup.CS),
                ...planTable(result, most),
            ];
        }
        function verdict(result, masked) {
            const paragraphs = [`**${(0, markup.CS)((0, messages.Pl)(result, masked))}**`, ...(0, messages.v9)(result).map(markup.CS)];
            if (result.verdict === 'ok')
                return paragraphs;
            if (result.verdict === 'skipped')
                return [(0, markup.aP)('NOTE', paragraphs)];
            return [(0, markup.aP)(result.passes ? 'WARNING' : 'CAUTION', paragraphs)];
        }
        function spent(result) {
            const paragraphs = receipt(result).map(markup.CS);
            const drift = result.standing?.spent?.drift;
            return drift !== undefined && isBeyondMargin(drift) ? [(0, markup.aP)('WARNING', paragraphs)] : paragraphs;
        }
        function faultList(result, masked, most) {
            const faults = (0, messages.gW)(result);
            if (faults === undefined)
                return [];
            const { listed, more } = (0, format.ml)(faults.kept, faults.count, most);
            return [
                [
                    ...listed.map((fault) => `- ${(0, markup.CS)((0, messages.ag)(fault, masked))} ${(0, markup.CS)(fault.hint)}`),
                    ...(more === 0 ? [] : [`- and ${(0, format.U9)(more)} more`]),
                ].join('\n'),
            ];
        }
        function facts({ account, need, standing }) {
            const date = need?.plan?.pricesAsOf;
            return [
                `Account ${(0, markup.aY)(account)}`,
                ...(date === undefined ? [] : [`<a href="${PRICE_PAGE}">prices</a> of ${date}`]),
                `Platform API credits${standing === undefined ? '' : ', at the moment of the check'}`,
            ];
        }
        function footer(notes) {
            return `<sub>${notes.join(' · ')}</sub>`;
        }
        ;
        function commentText(result, mode) {
            switch (mode) {
                case 'never':
                    return { kind: 'leave' };
                case 'always':
                    return { kind: 'write', body: comment(result) };
                case 'on-failure':
                    return onFailure(result);
            }
        }
        function onFailure(result) {
            switch (result.verdict) {
                case 'low':
                case 'over-budget':
                case 'unknown':
                case 'error':
                    return { kind: 'write', body: comment(result) };
                case 'ok':
                case 'warn':
                    return { kind: 'update', body: comment(result, 'Resolved: ') };
                case 'skipped':
                    return { kind: 'leave' };
            }
        }
        function alertText(result, wanted, hasHistory) {
            const { verdict, limits } = result;
            if (!wanted)
                return { kind: 'leave' };
            if (verdict === 'ok' && limits.warnDays !== undefined && !hasHistory)
                return { kind: 'leave' };
            if (verdict === 'ok')
                return { kind: 'close', news: alertComment(result) };
            if (verdict !== 'warn' && verdict !== 'low')
                return { kind: 'leave' };
            const title = (0, messages.dJ)((0, safe_text.gB) `${messages.eX[verdict]}`, result);
            return { kind: 'raise', level: verdict, title, body: alertBody(result), news: alertComment(result) };
        }
        var verdict_verdict = __nccwpck_require__(396);
        ;
        async function gate(at) {
            for (const line of (0, key.FZ)(at.input('api-key')))
                at.mask(line);
            const inputs = (0, src_inputs.Ko)(at);
            const { plan, faults } = await readPlan(inputs, at.workspace);
            const github = await openGitHub(inputs, at);
            const ledger = await readLedger(inputs, faults, github, at);
            const read = await askPixVerse(inputs, faults);
            const outlook = read.kind === 'balance' ? ledger?.outlook(read.balance, at.now) : undefined;
            const result = (0, verdict_verdict.L)({ ...inputs, read, plan, pace: outlook?.pace, now: at.now });
            for (const line of logLines(result))
                at.log(line);
            const alert = await publish(github, inputs, result, outlook);
            try {
                at.writeOutputs((0, outputs.Yz)(result, alert));
            }
            finally {
                writeSummary(at, inputs, result);
                for (const annotation of annotations(result))
                    at.annotate(annotation);
            }
            return result;
        }
        async function readPlan(inputs, workspace) {
            const found = (0, src_fault.C)();
            if (inputs.faults !== undefined)
                found.addAll(inputs.faults);
            let plan;
            if (inputs.plan.plan !== '' || inputs.plan.prices !== '' || inputs.plan.made !== '') {
                const room = await Promise.all([__nccwpck_require__.e(815), __nccwpck_require__.e(176)]).then(__nccwpck_require__.bind(__nccwpck_require__, 176));
                const read = room.readPlan({ ...inputs.plan, workspace }, inputs.sanitise);
                if (read.kind === 'faults')
                    found.addAll(read.faults);
                if (read.kind === 'plan')
                    plan = read.plan;
            }
            if (!Number.isSafeInteger(mostCredits(inputs, plan)))
                found.add(TOO_MANY_CREDITS);
            return { plan, faults: found.faults() };
        }
        function mostCredits({ limits: { minimum, floors } }, plan) {
            const all = [minimum, plan?.planned, ...Object.values(floors)];
            return all.reduce((sum, credits) => sum + (credits ?? 0), 0);
        }
        const TOO_MANY_CREDITS = {
            id: 'too-many-credits',
            message: (0, safe_text.gB) `The plan, \`minimum\` and the floors add up to more credits than can be counted exactly`,
            hint: (0, safe_text.gB) `Check their numbers: at most 9,007,199,254,740,991 in all.`,
        };
        async function openGitHub({ github, sanitise, account }, at) {
            const { comment, alertIssue, dashboardIssue } = github;
            if (comment === 'never' && !alertIssue && !dashboardIssue)
                return undefined;
            const room = await __nccwpck_require__.e(985).then(__nccwpck_require__.bind(__nccwpck_require__, 985));
            return room.openGitHub({ inputs: github, run: at.run, account, sanitise, warn: at.warn, log: at.log });
        }
        async function readLedger({ github: { dashboardIssue }, sanitise }, faults, github, at) {
            if (!dashboardIssue || github === undefined || faults !== undefined || !at.run.onDefaultBranch)
                return undefined;
            const { openLedger } = await __nccwpck_require__.e(788).then(__nccwpck_require__.bind(__nccwpck_require__, 788));
            const dashboard = await github.readDashboard((body) => openLedger(body).kind === 'ledger');
            if (dashboard.kind === 'unusable')
                return undefined;
            const ledger = openLedger(dashboard.body ?? '');
            if (ledger.kind === 'ledger')
                return ledger;
            at.warn((0, safe_text.gB) `The dashboard issue is left as it is, because its history cannot be read: ${sanitise(ledger.why)}. Restore an earlier version of its text ("edited" above it), or close it, and the next run opens a new one.`);
            return undefined;
        }
        async function askPixVerse(inputs, faults) {
            const { key } = inputs;
            if (faults !== undefined)
                return { kind: 'misused', faults };
            if (key.kind === 'given')
                return readBalance({ ...inputs, apiKey: key.apiKey });
            return { kind: 'skipped', faults: (0, src_fault.Z)(key.fault) };
        }
        async function publish(github, { github: { comment, alertIssue } }, result, outlook) {
            if (github === undefined)
                return 'none';
            return github.publish({
                comment: commentText(result, comment),
                alert: alertText(result, alertIssue, outlook !== undefined),
                dashboard: outlook && (await __nccwpck_require__.e(717).then(__nccwpck_require__.bind(__nccwpck_require__, 717))).dashboardText(result, outlook),
            });
        }
        function writeSummary(at, { sanitise }, result) {
            try {
                at.writeSummary(summary(result));
            }
            catch (error) {
                const why = sanitise((0, decode.bD)(error));
                at.warn((0, safe_text.gB) `The job summary could not be written: \`${why}\`. The log has the same numbers.`);
            }
        }
    }),
    839: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            mc: () => (INPUTS),
            Gu: () => (KEY_FAULTS),
            Ko: () => (readInputs)
        });
        var fault = __nccwpck_require__(135);
        var src_key = __nccwpck_require__(232);
        var decode = __nccwpck_require__(341);
        var safe_text = __nccwpck_require__(452);
        ;
        const credits = { expected: (0, safe_text.gB) `a whole number of credits, in digits only`, parse: wholeNumber };
        function whole(what, least, most) {
            return {
                expected: what === 'a number'
                    ? (0, safe_text.gB) `a whole number from ${least} to ${most}`
                    : (0, safe_text.gB) `whole ${what} from ${least} to ${most}`,
                parse: (text) => {
                    const value = wholeNumber(text);
                    return value !== undefined && value >= least && value <= most ? value : undefined;
                },
            };
        }
        const percent = {
            expected: (0, safe_text.gB) `a percentage such as 10, 12.5 or 10%`,
            parse: (text) => {
                const digits = /^(\d{1,9}(?:\.\d{1,6})?)\s*%?$/.exec(text)?.[1];
                return digits === undefined ? undefined : (0, safe_text.pj)(digits);
            },
        };
        function choice(...words) {
            const quoted = words.map((word) => (0, safe_text.gB) `\`${(0, safe_text.pj)(word)}\``);
            return {
                expected: (0, safe_text.gB) `${(0, safe_text.fj)(quoted.slice(0, -1), ', ')} or ${(0, safe_text.fj)(quoted.slice(-1))}`,
                parse: (text) => words.find((word) => word === text),
            };
        }
        const yesOrNo = {
            expected: choice('true', 'false').expected,
            parse: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
        };
        const address = {
            expected: (0, safe_text.gB) `an https address, or http to a loopback address, without user, query and fragment`,
            parse: (text) => {
                if (!URL.canParse(text))
                    return undefined;
                const url = new URL(text);
                if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
                    return undefined;
                const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
                if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback))
                    return undefined;
                if (!url.pathname.endsWith('/'))
                    url.pathname += '/';
                return url;
            },
        };
        const LABEL_MAX = 100;
        function label(sanitise) {
            return {
                expected: (0, safe_text.gB) `a label of at most ${LABEL_MAX} characters, such as the name of a team`,
                parse: (text) => {
                    const shown = sanitise(text);
                    return shown !== '' && Array.from(text).length <= LABEL_MAX ? shown : undefined;
                },
            };
        }
        const anyText = { expected: (0, safe_text.gB) `text`, parse: (text) => text };
        function baseline(sanitise) {
            return {
                expected: (0, safe_text.gB) `a total of credits in digits, or the whole report of an earlier gate`,
                parse: (text) => {
                    if (!text.startsWith('{')) {
                        const total = balance(text);
                        return total === undefined ? undefined : { total, plan: undefined };
                    }
                    try {
                        return readReport(JSON.parse(text), sanitise);
                    }
                    catch {
                        return undefined;
                    }
                },
            };
        }
        function readReport(report, sanitise) {
            const [total, planned, plan] = [(0, decode.ZV)(report, 'total'), (0, decode.ZV)(report, 'planned'), (0, decode.ZV)(report, 'plan')];
            if ((0, decode.ZV)(report, 'schema') !== 1 || !(total === null || Number.isSafeInteger(total)))
                return undefined;
            const named = (0, decode.ZV)(report, 'account');
            if (named !== undefined && typeof named !== 'string')
                return undefined;
            const account = named === undefined ? undefined : sanitise(named);
            const known = typeof total === 'number' ? total : undefined;
            if (plan === null)
                return { account, total: known, plan: undefined };
            const [cost, date] = [(0, decode.ZV)(plan, 'cost'), (0, decode.ZV)(plan, 'prices_as_of')];
            if (!(0, decode.Gv)(plan) || !isWhole(cost) || !isWhole(planned) || planned < cost)
                return undefined;
            const pricesAsOf = typeof date === 'string' ? sanitise(date) : undefined;
            return { account, total: known, plan: { cost, planned, pricesAsOf } };
        }
        function isWhole(value) {
            return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
        }
        function balance(text) {
            const value = wholeNumber(text.replace(/^-/, ''));
            return value !== undefined && text.startsWith('-') ? -value : value;
        }
        function wholeNumber(text) {
            const value = /^\d+$/.test(text) ? Number(text) : NaN;
            return Number.isSafeInteger(value) ? value : undefined;
        }
        ;
        const INTERNATIONAL = { topUp: (0, safe_text.gB) `https://platform.pixverse.ai/billing`, centsPerCredit: 1 };
        const CHINA_HOST = 'app-api.pixverseai.cn';
        const CHINA = { topUp: (0, safe_text.gB) `https://platform.pai.video`, centsPerCredit: undefined };
        function regionOf(baseUrl) {
            return baseUrl.hostname === CHINA_HOST ? CHINA : INTERNATIONAL;
        }
        var purses = __nccwpck_require__(269);
        ;
        const INPUTS = {
            'api-key': {},
            minimum: {},
            'minimum-monthly': {},
            'minimum-package': {},
            'warn-below': {},
            plan: {},
            made: {},
            prices: {},
            margin: { default: '0' },
            budget: {},
            baseline: {},
            'on-low': { default: 'fail' },
            'on-unknown': { default: 'fail' },
            'comment-summary-in-pr': { default: 'never', onlyGitHub: true },
            'alert-issue': { default: 'false', onlyGitHub: true },
            'dashboard-issue': { default: 'false', onlyGitHub: true },
            'warn-days': { onlyGitHub: true },
            account: { default: 'PixVerse' },
            'github-token': { onlyGitHub: true },
            'base-url': { default: 'https://app-api.pixverse.ai' },
            timeout: { default: '30' },
            retries: { default: '3' },
        };
        function readInputs(source) {
            const givenKey = source.input('api-key');
            const sanitise = (0, safe_text.DW)(givenKey, source.input('github-token'));
            const faults = (0, fault.C)();
            const read = reader(source, givenKey, sanitise, faults.add);
            const key = readKey(givenKey, source);
            if (key.kind === 'unusable')
                faults.add(key.fault);
            const inputs = {
                key,
                sanitise,
                account: read('account', label(sanitise)),
                limits: {
                    minimum: read('minimum', credits) ?? 0,
                    floors: (0, purses.Vj)((purse) => read(`minimum-${purse}`, credits)),
                    warnBelow: read('warn-below', credits),
                    warnDays: read('warn-days', whole('days', 1, 365)),
                    budget: read('budget', credits),
                    baseline: read('baseline', baseline(sanitise)),
                    onLow: read('on-low', choice('fail', 'warn')),
                    onUnknown: read('on-unknown', choice('fail', 'warn')),
                },
                plan: {
                    plan: read('plan', anyText) ?? '',
                    prices: read('prices', anyText) ?? '',
                    made: read('made', anyText) ?? '',
                    margin: read('margin', percent),
                },
                baseUrl: read('base-url', address),
                timeout: read('timeout', whole('seconds', 1, 600)),
                retries: read('retries', whole('a number', 0, 10)),
                github: {
                    token: read('github-token', anyText) ?? '',
                    comment: read('comment-summary-in-pr', choice('never', 'on-failure', 'always')),
                    alertIssue: read('alert-issue', yesOrNo),
                    dashboardIssue: read('dashboard-issue', yesOrNo),
                },
            };
            for (const fault of contradictions(inputs, source))
                faults.add(fault);
            return { ...inputs, region: regionOf(inputs.baseUrl), faults: faults.faults() };
        }
        function reader(source, key, sanitise, fault) {
            const showsKey = (0, src_key.pY)(key.length < src_key.MM ? '' : key);
            return (name, { expected, parse }) => {
                const given = source.input(name);
                const { default: standard } = INPUTS[name];
                const fallback = () => (standard === undefined ? undefined : parse(standard));
                if (given === '' || given === standard)
                    return fallback();
                if (showsKey(given)) {
                    fault({
                        id: 'key-in-input',
                        message: (0, safe_text.gB) `\`${(0, safe_text.pj)(name)}\` has the API key in it`,
                        hint: (0, safe_text.gB) `Take it out: the key belongs into \`${source.keyName}\` alone.`,
                    });
                    return fallback();
                }
                const value = parse(given);
                if (value !== undefined)
                    return value;
                fault({
                    id: 'wrong-input',
                    message: (0, safe_text.gB) `\`${(0, safe_text.pj)(name)}\` must be ${expected}`,
                    hint: (0, safe_text.gB) `Correct it.`,
                    detail: (0, safe_text.gB) `but is \`${sanitise(given.replace(/^(\w+:[/\\]*)?.*@/s, '$1…@'))}\`${unseenIn(given)}`,
                });
                return fallback();
            };
        }
        function unseenIn(given) {
            const invisible = (0, safe_text.BB)(given);
            return invisible === undefined ? (0, safe_text.gB) `` : (0, safe_text.gB) `, with an invisible character (${invisible}) in it`;
        }
        function readKey(given, { keyName, keyHint, run }) {
            if ((0, src_key.m0)(given))
                return { kind: 'given', apiKey: given };
            if (given !== '')
                return { kind: 'unusable', fault: malformedKey(keyName) };
            if (run.outsider !== undefined)
                return { kind: 'withheld', fault: WITHHELD[run.outsider] };
            return { kind: 'unusable', fault: { id: 'no-key', message: (0, safe_text.gB) `There is no API key`, hint: keyHint } };
        }
        function malformedKey(name) {
            return {
                id: 'malformed-key',
                message: (0, safe_text.gB) `The API key in \`${name}\` is malformed`,
                hint: (0, safe_text.gB) `Save the secret again, on one line: a key has at least ${src_key.MM} characters, all of them visible ASCII. It is not shown here.`,
            };
        }
        const KEY_FAULTS = ['no-key', 'malformed-key', 'key-refused'];
        const WITHHELD = {
            fork: {
                id: 'fork',
                message: (0, safe_text.gB) `Not checked: the pull request comes from a fork, to which GitHub gives no secrets`,
                hint: (0, safe_text.gB) `Nothing to fix. The output \`sufficient\` is false, so jobs that ask for it do not spend.`,
            },
            dependabot: {
                id: 'dependabot',
                message: (0, safe_text.gB) `Not checked: Dependabot started this run, and it sees no Actions secrets`,
                hint: (0, safe_text.gB) `To have it checked, save the key as a Dependabot secret, too. The output \`sufficient\` is false.`,
            },
        };
        function contradictions({ limits, github }, { input, nodeDebug }) {
            const found = [];
            if (input('minimum') === '' && input('plan') === '') {
                found.push({
                    id: 'nothing-to-gate-on',
                    message: (0, safe_text.gB) `There is nothing to gate on: neither \`minimum\` nor \`plan\` is given`,
                    hint: (0, safe_text.gB) `Give a minimum, a plan, or both; \`minimum: 0\` only reports the balance.`,
                });
            }
            if (limits.warnBelow !== undefined && limits.warnBelow < limits.minimum) {
                found.push({
                    id: 'warn-below-minimum',
                    message: (0, safe_text.gB) `\`warn-below\` is ${limits.warnBelow}, lower than \`minimum\`, which is ${limits.minimum}`,
                    hint: (0, safe_text.gB) `Make it at least as high: below \`minimum\` the step fails anyway.`,
                });
            }
            if (limits.warnDays !== undefined && !github.dashboardIssue) {
                found.push({
                    id: 'warn-days-without-dashboard',
                    message: (0, safe_text.gB) `\`warn-days\` needs the readings of the dashboard, and \`dashboard-issue\` is not \`true\``,
                    hint: (0, safe_text.gB) `Set \`dashboard-issue: true\` too, or leave \`warn-days\` out.`,
                });
            }
            const section = printsHeaders(nodeDebug);
            if (section !== undefined) {
                found.push({
                    id: 'node-debug',
                    message: (0, safe_text.gB) `The variable NODE_DEBUG would print the API key: with ${section} in it Node logs what is sent`,
                    hint: (0, safe_text.gB) `Remove NODE_DEBUG from the environment of this step.`,
                });
            }
            return found;
        }
        const TALKATIVE = ['http', 'https', 'http2', 'net', 'tls', 'stream', 'tunnel', 'undici', 'fetch'];
        function printsHeaders(nodeDebug) {
            const patterns = nodeDebug.split(',').map((name) => name
                .trim()
                .replace(/[^\w*]/g, '\\$&')
                .replaceAll('*', '.*'));
            return TALKATIVE.find((name) => patterns.some((pattern) => new RegExp(`^${pattern}$`, 'i').test(name)));
        }
    }),
    301: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            Fy: () => (numberSource),
            VY: () => (BEHIND),
            mh: () => (lineAt),
            qF: () => (parseJson)
        });
        var _decode_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(341);
        const BEHIND = 'something stands behind its end';
        const DEPTH_MAX = 1000;
        function parseJson(text) {
            const value = parseFast(text);
            if (value !== undefined)
                return value;
            const { fault, respelt } = scan(text);
            return fault ?? { kind: 'value', value: JSON.parse(respelt()) };
        }
        function numberSource(text, path) {
            let source;
            scan(text, (frames, literal) => {
                if (!/^[-\d]/.test(literal) || frames.length !== path.length)
                    return;
                if (frames.every(({ keys, key }, depth) => keys !== undefined && key === path[depth]))
                    source = literal;
            });
            return source;
        }
        function parseFast(text) {
            if (isDeep(text))
                return undefined;
            try {
                const value = JSON.parse(text);
                return countKeys(value) === countColons(text) ? { kind: 'value', value } : undefined;
            }
            catch {
                return undefined;
            }
        }
        function isDeep(text) {
            if (text.length <= DEPTH_MAX)
                return false;
            let depth = 0;
            for (let at = 0; at < text.length; at++) {
                const code = text.charCodeAt(at);
                if (code === OPEN_LIST || code === OPEN_OBJECT)
                    depth++;
                else if (code === CLOSE_LIST || code === CLOSE_OBJECT)
                    depth--;
                else if (code === QUOTE)
                    at = endOfString(text, at);
                if (depth > DEPTH_MAX)
                    return true;
            }
            return false;
        }
        function endOfString(text, start) {
            let end = text.indexOf('"', start + 1);
            while (end >= 0 && isEscaped(text, end))
                end = text.indexOf('"', end + 1);
            return end < 0 ? text.length : end;
        }
        function isEscaped(text, at) {
            let first = at;
            while (text.charCodeAt(first - 1) === BACKSLASH)
                first--;
            return (at - first) % 2 === 1;
        }
        function countColons(text) {
            const hasEscapes = text.includes('\\');
            let count = 0;
            for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
                let before = at - 1;
                while (isBlank(text.charCodeAt(before)))
                    before--;
                if (text.charCodeAt(before) !== QUOTE)
                    continue;
                if (hasEscapes && text.slice(text.lastIndexOf('"', before - 1) - 1, before).includes('\\'))
                    return NaN;
                count++;
            }
            return count;
        }
        function countKeys(value) {
            let count = 0;
            const rest = [value];
            while (rest.length > 0) {
                const next = rest.pop();
                if (Array.isArray(next)) {
                    for (const child of next)
                        if (typeof child === 'object')
                            rest.push(child);
                }
                else if ((0, _decode_js__WEBPACK_IMPORTED_MODULE_0__.Gv)(next)) {
                    for (const key in next) {
                        count++;
                        if (typeof next[key] === 'object')
                            rest.push(next[key]);
                    }
                }
            }
            return count;
        }
        function scan(text, onLiteral) {
            const scanner = new Scanner(text, onLiteral);
            scanner.read();
            return scanner;
        }
        function lineAt(text, at) {
            let line = 1;
            for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1))
                line++;
            return line;
        }
        const QUOTE = 0x22;
        const COMMA = 0x2c;
        const COLON = 0x3a;
        const OPEN_LIST = 0x5b;
        const BACKSLASH = 0x5c;
        const CLOSE_LIST = 0x5d;
        const OPEN_OBJECT = 0x7b;
        const CLOSE_OBJECT = 0x7d;
        const BYTE_ORDER_MARK = 0xfeff;
        const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
        const ESCAPE = /["\\/bfnrt]|u[\da-fA-F]{4}/y;
        class Scanner {
            fault;
            #text;
            #onLiteral;
            #frames = [];
            #respelt = '';
            #respeltTo = 0;
            #at = 0;
            constructor(text, onLiteral) {
                this.#text = text;
                this.#onLiteral = onLiteral;
            }
            respelt = () => this.#respelt + this.#text.slice(this.#respeltTo);
            read() {
                do
                    this.#value();
                while (this.#goesOn());
                if (this.#next() !== undefined)
                    this.#fail(BEHIND);
            }
            #value() {
                for (let code = this.#next(); code === OPEN_LIST || code === OPEN_OBJECT; code = this.#next()) {
                    this.#at++;
                    const keys = code === OPEN_OBJECT ? new Set() : undefined;
                    if (this.#next() === (keys === undefined ? CLOSE_LIST : CLOSE_OBJECT)) {
                        this.#at++;
                        return;
                    }
                    this.#frames.push({ keys, key: '' });
                    if (this.#frames.length > DEPTH_MAX)
                        this.#fail(`it is nested more than ${DEPTH_MAX} deep`);
                    this.#key();
                }
                if (this.#next() === QUOTE)
                    this.#string();
                else
                    this.#literal();
            }
            #goesOn() {
                for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
                    const code = this.#next();
                    const close = frame.keys === undefined ? CLOSE_LIST : CLOSE_OBJECT;
                    if (code === COMMA) {
                        this.#at++;
                        if (this.#next() === close)
                            this.#fail('a comma stands before the closing bracket');
                        this.#key();
                        return true;
                    }
                    if (code !== close) {
                        this.#fail(`a comma or ${String.fromCharCode(close)} is missing`);
                        return false;
                    }
                    this.#at++;
                    this.#frames.pop();
                }
                return false;
            }
            #key() {
                const frame = this.#frames.at(-1);
                if (frame?.keys === undefined)
                    return;
                if (this.#next() !== QUOTE) {
                    this.#fail('a key in double quotes is missing');
                    return;
                }
                const start = this.#at;
                this.#string();
                if (this.fault !== undefined)
                    return;
                const key = this.#text.slice(start + 1, this.#at - 1);
                frame.key = key.includes('\\') ? this.#respell(start, key) : key;
                if (frame.keys.has(frame.key)) {
                    this.#at = start;
                    this.#fail('a key is given twice in one object', frame.key);
                    return;
                }
                frame.keys.add(frame.key);
                if (this.#next() === COLON)
                    this.#at++;
                else
                    this.#fail('a colon is missing behind a key');
            }
            #respell(start, escaped) {
                const key = String(JSON.parse(`"${escaped}"`));
                this.#respelt += this.#text.slice(this.#respeltTo, start) + JSON.stringify(key);
                this.#respeltTo = this.#at;
                return key;
            }
            #string() {
                for (this.#at++; this.#at < this.#text.length; this.#at++) {
                    const code = this.#text.charCodeAt(this.#at);
                    if (code === QUOTE) {
                        this.#at++;
                        return;
                    }
                    if (code < 0x20) {
                        this.#fail('a string has a line break or another control character in it');
                        return;
                    }
                    if (code !== BACKSLASH)
                        continue;
                    ESCAPE.lastIndex = this.#at + 1;
                    if (!ESCAPE.test(this.#text)) {
                        this.#fail('a string has a backslash in it that escapes nothing');
                        return;
                    }
                    this.#at = ESCAPE.lastIndex - 1;
                }
                this.#fail('');
            }
            #literal() {
                LITERAL.lastIndex = this.#at;
                const literal = LITERAL.exec(this.#text)?.[0];
                if (literal === undefined) {
                    this.#fail('a value is missing, or is not one that JSON knows');
                    return;
                }
                this.#at += literal.length;
                this.#onLiteral?.(this.#frames, literal);
            }
            #next() {
                while (isBlank(this.#text.charCodeAt(this.#at)))
                    this.#at++;
                return this.#at < this.#text.length ? this.#text.charCodeAt(this.#at) : undefined;
            }
            #fail(message, key) {
                const line = lineAt(this.#text, this.#at);
                const fault = { kind: 'fault', line };
                if (this.#at >= this.#text.length)
                    this.fault ??= { ...fault, why: 'end', message: 'it ends too early' };
                else if (key !== undefined)
                    this.fault ??= { ...fault, why: 'duplicate-key', message, key };
                else if (this.#text.charCodeAt(this.#at) === BYTE_ORDER_MARK)
                    this.fault ??= { ...fault, why: 'mark', message: 'a byte order mark stands in the middle of it' };
                else
                    this.fault ??= { ...fault, why: 'syntax', message };
                this.#at = this.#text.length;
            }
        }
        function isBlank(code) {
            return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
        }
    }),
    232: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            FZ: () => (maskedLines),
            MM: () => (KEY_LENGTH_MIN),
            m0: () => (isKey),
            pY: () => (secretFinder)
        });
        const KEY_LENGTH_MIN = 8;
        function isKey(text) {
            return text.length >= KEY_LENGTH_MIN && /^[!-~]+$/.test(text);
        }
        function maskedLines(key) {
            return key
                .split(/[\r\n]/)
                .map((line) => line.trim())
                .filter((line) => line.length >= KEY_LENGTH_MIN);
        }
        function secretFinder(secret) {
            if (secret === '')
                return () => false;
            const base64 = ['', '.', '..'].map((before) => Buffer.from(`${before}${secret}`).toString('base64'));
            const forms = [secret, ...base64, Buffer.from(secret).toString('hex')];
            const shown = new Set([folded(secret), ...forms.map((form) => bare(folded(form)))].flatMap((form) => [...runs(form)]));
            const hasRun = (form) => {
                for (const run of runs(form))
                    if (shown.has(run))
                        return true;
                return false;
            };
            return (text) => {
                const form = folded(text);
                return text.includes(secret) || hasRun(form) || hasRun(bare(form));
            };
        }
        function* runs(text) {
            for (let end = KEY_LENGTH_MIN; end <= text.length; end++)
                yield text.slice(end - KEY_LENGTH_MIN, end);
        }
        function folded(text) {
            return text
                .normalize('NFKD')
                .toLowerCase()
                .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '');
        }
        function bare(text) {
            return text.replace(/[^\p{L}\p{N}]/gu, '');
        }
    }),
    729: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            Yz: () => (outputsOf),
            jh: () => (appendOutputs),
            vv: () => (OutputsFailure)
        });
        var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(598);
        var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = __nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
        var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(24);
        var node_fs__WEBPACK_IMPORTED_MODULE_1___default = __nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
        var _decode_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(341);
        var _report_format_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(11);
        var _verdict_purses_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(269);
        var _verdict_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(396);
        function outputsOf(result, alert) {
            const { verdict, need, standing, traceId } = result;
            const spent = standing?.spent;
            const values = {
                ...Object.fromEntries(_verdict_purses_js__WEBPACK_IMPORTED_MODULE_3__.bN.map((purse) => [`credit_${purse}`, standing?.balance[purse]])),
                total: standing?.balance.total,
                planned: need?.planned,
                required: need?.required,
                remaining: standing?.remaining,
                shortfall: standing?.shortfall,
                fits: standing?.making?.fits,
                spent: spent?.credits,
                drift: spent?.drift?.credits,
                per_day: standing?.pace?.perDay,
                days_left: standing?.pace?.daysLeft,
                alert,
                trace_id: traceId,
                verdict,
                sufficient: (0, _verdict_verdict_js__WEBPACK_IMPORTED_MODULE_4__.$)(result),
            };
            const texts = Object.entries(values).map(([name, value]) => [name, String(value ?? '')]);
            return {
                todo: JSON.stringify(standing?.making?.todo ?? []),
                report: report(result, values),
                ...Object.fromEntries(texts),
            };
        }
        function report({ account, need }, values) {
            const known = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null]));
            return JSON.stringify({ schema: 1, account, ...known, plan: need?.plan === undefined ? null : priced(need.plan) });
        }
        function priced({ generations, made, cost, margin, pricesAsOf, lines }) {
            const { listed, more } = (0, _report_format_js__WEBPACK_IMPORTED_MODULE_2__.ml)(lines);
            return {
                generations,
                made: made ?? null,
                cost,
                margin,
                prices_as_of: pricesAsOf ?? null,
                lines: listed,
                lines_left_out: more,
            };
        }
        class OutputsFailure extends Error {
        }
        function appendOutputs(path, outputs) {
            try {
                append(path, outputs);
            }
            catch (error) {
                throw new OutputsFailure((0, _decode_js__WEBPACK_IMPORTED_MODULE_5__.bD)(error), { cause: error });
            }
        }
        function append(path, outputs) {
            if ((0, node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false })?.isFile() === false)
                throw new Error('it is no regular file');
            const text = Object.entries(outputs)
                .map(([name, value]) => entry(name, value))
                .join('');
            const file = (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'a');
            try {
                const { size } = (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
                try {
                    writeAll(file, Buffer.from(text));
                }
                catch (error) {
                    takeBack(file, size);
                    throw error;
                }
            }
            finally {
                (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
            }
        }
        function writeAll(file, bytes) {
            for (let rest = bytes; rest.length > 0; rest = rest.subarray((0, node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(file, rest)))
                ;
        }
        function takeBack(file, size) {
            try {
                (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.ftruncateSync)(file, size);
            }
            catch {
            }
        }
        function entry(name, value) {
            const delimiter = `end-${(0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
            return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
        }
    }),
    319: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            BI: () => (balanceTable),
            QK: () => (balanceRows),
            ae: () => (creditTable),
            nM: () => (row)
        });
        var _safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
        var _verdict_purses_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(269);
        var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(11);
        var _markup_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(132);
        function balanceTable(result) {
            const { need, standing } = result;
            const rows = [
                ...(standing === undefined ? [] : balanceRows(standing.balance)),
                ...(need === undefined ? [] : needRows(result, need)),
                ...(standing === undefined ? [] : decisiveRows(result, standing)),
            ];
            return rows.length === 0 ? undefined : creditTable(rows);
        }
        function creditTable(rows) {
            return (0, _markup_js__WEBPACK_IMPORTED_MODULE_3__.tp)([':--', '--:'], ['', 'credits'], rows);
        }
        function balanceRows(balance) {
            return [..._verdict_purses_js__WEBPACK_IMPORTED_MODULE_1__.bN.map((purse) => row((0, _format_js__WEBPACK_IMPORTED_MODULE_2__.Nx)(purse), (0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(balance[purse]))), bold((0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Left`, balance.total)];
        }
        function row(label, value) {
            return [(0, _markup_js__WEBPACK_IMPORTED_MODULE_3__.CS)(label), value];
        }
        function bold(label, credits) {
            return [`**${label}**`, `**${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(credits)}**`];
        }
        function needRows(result, { planned, required, plan }) {
            const { standing, limits: { minimum }, } = result;
            const margin = plan === undefined || planned === plan.cost ? (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `` : (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `, with ${plan.margin} % margin`;
            return [
                ...(plan === undefined ? [] : [row((0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Plan${margin}`, (0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(planned))]),
                ...(result.verdict === 'over-budget' ? [row((0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Budget`, (0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(result.budget))] : []),
                ...(standing === undefined || planned === 0 ? [] : [bold((0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Remaining after the plan`, standing.remaining)]),
                ...(minimum === 0 ? [] : [row((0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Minimum`, (0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(minimum))]),
                ...(standing === undefined && planned > 0 && minimum > 0 ? [bold((0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Needed`, required)] : []),
            ];
        }
        function decisiveRows(result, { underFloor, shortfall, pace }) {
            const reason = result.verdict === 'warn' ? result.reason : undefined;
            return [
                ...(reason?.kind === 'few-credits' ? [row((0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Warn below`, (0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(reason.warnBelow))] : []),
                ...underFloor.map(({ purse, floor }) => row((0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Floor of the ${purse} purse`, (0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(floor))),
                ...(shortfall === 0 ? [] : [bold((0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Short`, shortfall)]),
                ...(pace?.daysLeft === undefined
                    ? []
                    : [row((0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Lasts, at ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.hS)(pace.perDay, 'credit')} a day`, (0, _format_js__WEBPACK_IMPORTED_MODULE_2__.hS)(pace.daysLeft, 'day'))]),
                ...(reason?.kind === 'few-days' ? [row((0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Warn below`, (0, _format_js__WEBPACK_IMPORTED_MODULE_2__.hS)(reason.warnDays, 'day'))] : []),
            ];
        }
    }),
    11: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            E9: () => (dollars),
            Nx: () => (capital),
            RR: () => (listing),
            U9: () => (count),
            hS: () => (counted),
            jJ: () => (LISTED_MAX),
            ml: () => (shorten)
        });
        var _safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
        function count(value) {
            return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.pj)(String(value).replace(/\B(?=(\d{3})+$)/g, ','));
        }
        function counted(value, noun) {
            return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
        }
        function dollars(credits, { centsPerCredit }) {
            if (centsPerCredit === undefined)
                return undefined;
            const cents = BigInt(credits) * BigInt(centsPerCredit);
            const [whole, rest] = [count(Number(cents / 100n)), String(cents % 100n).padStart(2, '0')];
            return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.pj)(`$${whole}.${rest}`);
        }
        function capital(word) {
            return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.pj)(word.charAt(0).toUpperCase() + word.slice(1));
        }
        const LISTED_MAX = 20;
        function shorten(items, total = items.length, most = LISTED_MAX) {
            const listed = items.slice(0, most);
            return { listed, more: total - listed.length };
        }
        function listing(texts) {
            const last = texts.at(-1);
            if (last === undefined || texts.length === 1)
                return last ?? (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) ``;
            return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `${(0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.fj)(texts.slice(0, -1), ', ')} and ${last}`;
        }
    }),
    132: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            AU: () => (fold),
            CS: () => (prose),
            aP: () => (box),
            aY: () => (code),
            tp: () => (table)
        });
        var _safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
        function code(text, most = Infinity) {
            return `<code>${references((0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.vI)(text, most))}</code>`;
        }
        function prose(text) {
            return text
                .split('`')
                .map((part, at) => (at % 2 === 1 ? `<code>${references(part)}</code>` : part.replace(/[<>&*_[\]|~]/g, references)))
                .join('');
        }
        function box(kind, paragraphs) {
            return `> [!${kind}]\n${quoted(paragraphs.join('\n\n'))}`;
        }
        function table(columns, head, rows) {
            const line = (cells) => `|${columns.map((_, at) => ` ${cells[at] ?? ''}`.trimEnd() + ' ').join('|')}|`;
            return [line(head), `|${columns.join('|')}|`, ...rows.map(line)].join('\n');
        }
        function fold(title, content) {
            return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
        }
        function quoted(text) {
            return text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
        }
        function references(text) {
            return text.replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`);
        }
    }),
    20: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            Pl: () => (headline),
            ag: () => (said),
            at: () => (recovery),
            dJ: () => (titled),
            eX: () => (TITLES),
            gW: () => (unsaidFaults),
            nS: () => (lasting),
            v9: () => (advice)
        });
        var _safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
        var _verdict_purses_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(269);
        var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(11);
        const TITLES = {
            error: 'PixVerse gate cannot decide',
            skipped: 'PixVerse gate skipped',
            unknown: 'PixVerse balance is not known',
            'over-budget': 'PixVerse plan is over budget',
            low: 'PixVerse credits are too low',
            warn: 'PixVerse credits run low',
            ok: 'PixVerse credits are enough',
        };
        function titled(title, { account }) {
            return account === 'PixVerse' ? title : (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `${title} (${account})`;
        }
        function said({ where, message, detail }, masked) {
            const place = where === undefined ? (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `` : (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `\`${where}\`: `;
            const value = detail === undefined || !masked ? (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `` : (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `, ${detail}`;
            return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `${place}${message}${value}.`;
        }
        function headline(result, masked) {
            switch (result.verdict) {
                case 'error': {
                    const { kept, count: faults } = result.faults;
                    return faults === 1 ? said(kept[0], masked) : (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Nothing was checked: ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.hS)(faults, 'fault')} to fix first.`;
                }
                case 'skipped':
                case 'unknown':
                    return said(result.faults.kept[0], masked);
                case 'over-budget': {
                    const { need, budget, faults } = result;
                    const unread = faults === undefined ? (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `` : (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) ` The balance is not known.`;
                    return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `The plan costs ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.hS)(need.planned, 'credit')}${marginIncluded(result)}, ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(need.planned - budget)} more than the budget of ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(budget)}.${unread}`;
                }
                case 'low':
                    return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `${leftAndNeeded(result)}${floors(result)}: ${lack(result)}.`;
                case 'warn':
                    return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `${leftAndNeeded(result)}: enough, but ${butWhy(result)}.`;
                case 'ok':
                    return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `${leftAndNeeded(result)}${result.need.required === 0 ? '' : ': enough'}.`;
            }
        }
        function recovery(result) {
            return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `${TITLES.ok} again: ${leftAndNeeded(result)}.`;
        }
        function unsaidFaults(result) {
            const faults = 'faults' in result ? result.faults : undefined;
            return result.verdict === 'over-budget' || (faults?.count ?? 0) > 1 ? faults : undefined;
        }
        function leftAndNeeded({ standing: { balance }, need: { required } }) {
            const left = (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.hS)(balance.total, 'credit')} left`;
            return required === 0 ? left : (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `${left}, this run needs ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(required)}`;
        }
        function floors({ standing: { underFloor, remaining }, limits: { minimum } }) {
            if (underFloor.length === 0)
                return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) ``;
            return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `, ${remaining < minimum ? 'and' : 'but'} ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.RR)(underFloor.map(floorOf))}`;
        }
        function floorOf({ purse, has, floor }) {
            return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `the ${purse} purse has ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(has)} (its floor is ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(floor)})`;
        }
        function lack({ standing: { shortfall, topUp }, region }) {
            const price = topUp === shortfall ? (0, _format_js__WEBPACK_IMPORTED_MODULE_2__.E9)(shortfall, region) : undefined;
            return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `short by ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(shortfall)}${price === undefined ? (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `` : (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `, at most ${price}`}`;
        }
        function butWhy({ reason, standing, need }) {
            if (reason.kind === 'few-days') {
                return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `${lasting(reason)}, and \`warn-days\` is ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(reason.warnDays)}`;
            }
            const threshold = (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `\`warn-below\` is ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(reason.warnBelow)}`;
            return need.planned === 0 ? threshold : (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `only ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(standing.remaining)} would remain, and ${threshold}`;
        }
        function lasting({ perDay, daysLeft }) {
            return (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `at ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(perDay)} a day they last ${daysLeft === 0 ? 'less than a day' : (0, _format_js__WEBPACK_IMPORTED_MODULE_2__.hS)(daysLeft, 'day')}`;
        }
        function marginIncluded({ need }) {
            return need.planned === need.plan.cost ? (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `` : (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) ` with ${need.plan.margin} % margin`;
        }
        function advice(result) {
            switch (result.verdict) {
                case 'ok':
                    return budgetWithoutPlan(result);
                case 'error':
                    return result.faults.count === 1 ? [result.faults.kept[0].hint] : [];
                case 'skipped':
                case 'unknown':
                    return [result.faults.kept[0].hint];
                case 'over-budget':
                    return [(0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.fj)([(0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Plan less, or raise \`budget\`.`, ...fitting(result)])];
                case 'warn':
                    return [(0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Top up soon: ${result.region.topUp}`, ...budgetWithoutPlan(result)];
                case 'low':
                    return [
                        ...topUp(result),
                        ...waitForReset(result),
                        ...fitting(result),
                        ...otherWallet(result),
                        ...budgetWithoutPlan(result),
                    ];
            }
        }
        function topUp({ standing, region }) {
            const { topUp: credits } = standing;
            return credits === 0 ? [] : [(0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Top up ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.hS)(credits, 'credit')} or more: ${region.topUp}`];
        }
        function waitForReset({ standing: { underFloor }, region }) {
            return underFloor
                .filter(({ purse }) => !_verdict_purses_js__WEBPACK_IMPORTED_MODULE_1__.w0[purse])
                .map(({ purse }) => (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Packs do not fill the ${purse} purse: wait for its reset, or change the subscription: ${region.topUp}`);
        }
        function otherWallet({ standing: { balance } }) {
            if (balance.total > 0)
                return [];
            return [(0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Credits of the PixVerse app or CLI are in another wallet: the gate reads those of the Platform API.`];
        }
        function fitting({ need, standing }) {
            const generations = need.plan?.generations ?? 0;
            const fits = standing?.making?.fits ?? generations;
            if (generations < 2 || fits === generations)
                return [];
            const which = fits === 0 ? 'none fits' : fits === 1 ? 'only the first fits' : (0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `the first ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.U9)(fits)} fit`;
            return [(0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `Of the ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.hS)(generations, 'generation')}, ${which}.`];
        }
        function budgetWithoutPlan({ need: { plan }, limits: { budget } }) {
            return plan !== undefined || budget === undefined
                ? []
                : [(0, _safe_text_js__WEBPACK_IMPORTED_MODULE_0__.gB) `The budget of ${(0, _format_js__WEBPACK_IMPORTED_MODULE_2__.hS)(budget, 'credit')} has no effect without a plan.`];
        }
    }),
    786: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            c: () => (readRun),
            e: () => (NO_RUN)
        });
        var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
        var node_fs__WEBPACK_IMPORTED_MODULE_0___default = __nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
        var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(341);
        const NO_RUN = {
            forge: 'GitHub',
            repository: '',
            apiUrl: '',
            outsider: undefined,
            pullRequest: undefined,
            onDefaultBranch: false,
            onAct: false,
        };
        function readRun(variables) {
            const variable = (name) => variables[name] ?? '';
            const payload = readPayload(variable('GITHUB_EVENT_PATH'));
            const event = variable('GITHUB_EVENT_NAME');
            const pullRequest = pullRequestNumber(event, payload);
            const apiUrl = variable('GITHUB_API_URL').trim().replace(/\/+$/, '') || 'https://api.github.com';
            return {
                forge: apiUrl.endsWith('/api/v1') ? 'Gitea or Forgejo' : 'GitHub',
                repository: variable('GITHUB_REPOSITORY'),
                apiUrl,
                outsider: outsider(event, variable('GITHUB_ACTOR'), payload),
                pullRequest,
                onDefaultBranch: pullRequest === undefined && isDefaultBranch(event, variable('GITHUB_REF'), payload),
                onAct: variable('ACT') === 'true',
            };
        }
        const PULL_REQUEST_EVENTS = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];
        const DEPENDABOT = 'dependabot[bot]';
        const DEPENDABOT_EVENTS = [...PULL_REQUEST_EVENTS, 'push', 'create', 'deployment', 'deployment_status'];
        function outsider(event, actor, payload) {
            const pullRequest = (0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)(payload, 'pull_request');
            if (actor === DEPENDABOT) {
                const isAuthor = (0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)((0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)(pullRequest, 'user'), 'login') === DEPENDABOT;
                if (DEPENDABOT_EVENTS.includes(event) || (event === 'pull_request_target' && isAuthor))
                    return 'dependabot';
            }
            if (!PULL_REQUEST_EVENTS.includes(event))
                return undefined;
            const head = (0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)((0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)(pullRequest, 'head'), 'repo');
            if (head === null)
                return 'fork';
            const [from, to] = [(0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)(head, 'id'), (0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)((0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)((0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)(pullRequest, 'base'), 'repo'), 'id')];
            return typeof from === 'number' && typeof to === 'number' && from !== to ? 'fork' : undefined;
        }
        function pullRequestNumber(event, payload) {
            if (!(0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.Gv)(payload))
                return /^(pull_request|issue_comment)/.test(event) ? 'unreadable' : undefined;
            const issue = (0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)(payload, 'issue');
            const subject = (0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)(payload, 'pull_request') ?? ((0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)(issue, 'pull_request') == null ? undefined : issue);
            const number = (0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)(subject, 'number');
            return (0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.eQ)(number) ? number : undefined;
        }
        function isDefaultBranch(event, ref, payload) {
            if (event === 'schedule')
                return true;
            if (event.startsWith('pull_request'))
                return false;
            const name = (0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)((0, _decode_js__WEBPACK_IMPORTED_MODULE_1__.ZV)(payload, 'repository'), 'default_branch');
            return typeof name === 'string' && ref === `refs/heads/${name}`;
        }
        function readPayload(path) {
            try {
                return JSON.parse((0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
            }
            catch {
                return undefined;
            }
        }
    }),
    452: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            BB: () => (invisibleIn),
            DW: () => (sanitiser),
            Ku: () => (firstOf),
            OT: () => (withoutInvisible),
            fj: () => (join),
            gB: () => (safe),
            pj: () => (plain),
            vI: () => (shortened)
        });
        var _key_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(232);
        const INVISIBLE = /(?!\s)[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
        const UNSEEN = new RegExp(`[\\uFEFF\\u2028\\u2029]|${INVISIBLE.source}`, 'gu');
        function invisibleIn(text) {
            return firstOf(text, UNSEEN);
        }
        function firstOf(text, characters) {
            const code = text.codePointAt(text.search(characters));
            return code === undefined ? undefined : plain(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
        }
        function withoutInvisible(text) {
            return text.replace(UNSEEN, '');
        }
        function sanitiser(...secrets) {
            const finders = secrets.map(_key_js__WEBPACK_IMPORTED_MODULE_0__.pY);
            return (text, most = 200) => {
                const line = text
                    .slice(0, 20 * most)
                    .replace(INVISIBLE, '')
                    .replace(/\s+/gu, ' ')
                    .trim();
                const short = shorten(line, most);
                if (finders.some((shows) => shows(short)))
                    return '(withheld: it repeats a secret)';
                return inert(short);
            };
        }
        function safe(words, ...values) {
            return String.raw({ raw: words }, ...values);
        }
        function plain(text) {
            if (!/^[\w .,$%()+`-]*$/.test(text))
                throw new RangeError('a plain text has no mark that anything could act on');
            return text;
        }
        function join(texts, separator = ' ') {
            return texts.join(separator);
        }
        function shortened(text, most) {
            return inert(shorten(text, most));
        }
        function shorten(text, most) {
            const characters = Array.from(text.slice(0, 2 * most + 1));
            return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
        }
        function inert(text) {
            return text
                .replace(/:(?=:)/g, ': ')
                .replace(/##(?=[^\s[#]*\[)/g, '## ')
                .replace(/@(?=\S)/g, '@ ')
                .replace(/:(?=\/\/)/g, ': ')
                .replace(/www(?=\.)|(?:xmpp:|mailto:)(?=\S)/gi, '$& ')
                .replaceAll('`', "'");
        }
    }),
    269: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            Vj: () => (perPurse),
            bN: () => (PURSES),
            w0: () => (FILLED_BY_PACKS)
        });
        const PURSES = ['monthly', 'package'];
        const FILLED_BY_PACKS = { monthly: false, package: true };
        function perPurse(make) {
            return Object.fromEntries(PURSES.map((purse) => [purse, make(purse)]));
        }
    }),
    396: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            $: () => (isSufficient),
            L: () => (decide)
        });
        var _purses_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(269);
        function decide({ account, region, read, limits, plan, pace, now }) {
            const common = { account, region, limits, traceId: 'traceId' in read ? read.traceId : undefined };
            if (read.kind === 'misused') {
                return { ...common, verdict: 'error', passes: false, need: undefined, standing: undefined, faults: read.faults };
            }
            const planned = plan?.planned ?? 0;
            const need = { planned, required: planned + limits.minimum, plan, pricesAge: daysSince(plan?.pricesAsOf, now) };
            if (read.kind === 'refused') {
                return { ...common, verdict: 'error', passes: false, need, standing: undefined, faults: read.faults };
            }
            const known = read.kind === 'balance';
            const { budget } = limits;
            if (plan !== undefined && budget !== undefined && planned > budget) {
                const standing = known ? standingOf(read.balance, need, common, pace) : undefined;
                const faults = known ? undefined : read.faults;
                const passes = limits.onLow === 'warn';
                return { ...common, verdict: 'over-budget', passes, need: { ...need, plan }, budget, standing, faults };
            }
            if (!known) {
                const passes = read.kind === 'skipped' || limits.onUnknown === 'warn';
                return { ...common, verdict: read.kind, passes, need, standing: undefined, faults: read.faults };
            }
            const standing = standingOf(read.balance, need, common, pace);
            if (standing.remaining < limits.minimum || standing.underFloor.length > 0) {
                return { ...common, verdict: 'low', passes: limits.onLow === 'warn', need, standing };
            }
            const reason = warnReason(standing, limits);
            return reason === undefined
                ? { ...common, verdict: 'ok', passes: true, need, standing }
                : { ...common, verdict: 'warn', passes: true, need, standing, reason };
        }
        function isSufficient({ verdict }) {
            return verdict === 'ok' || verdict === 'warn';
        }
        function standingOf(balance, { planned, plan }, { account, limits }, pace) {
            const { baseline } = limits;
            const otherBaseline = baseline?.account === account ? undefined : baseline?.account;
            const remaining = balance.total - planned;
            const missing = limits.minimum - remaining;
            const underFloor = pursesUnderFloor(balance, limits);
            return {
                balance,
                remaining,
                shortfall: Math.max(missing, lackOf(underFloor), 0),
                topUp: Math.max(missing, lackOf(underFloor.filter(({ purse }) => _purses_js__WEBPACK_IMPORTED_MODULE_0__.w0[purse])), 0),
                underFloor,
                spent: otherBaseline === undefined ? spentSince(baseline, balance) : undefined,
                otherBaseline,
                making: plan && making(plan, Math.min(balance.total - limits.minimum, limits.budget ?? Infinity)),
                pace,
            };
        }
        function daysSince(date, now) {
            return date === undefined ? undefined : Math.floor((now.getTime() - Date.parse(date)) / 86_400_000);
        }
        function making(plan, credits) {
            const fits = plan.fitting(credits);
            return { fits, todo: plan.todo(fits) };
        }
        function warnReason({ remaining, pace }, { warnBelow, warnDays }) {
            if (warnBelow !== undefined && remaining < warnBelow)
                return { kind: 'few-credits', warnBelow };
            if (warnDays === undefined || pace?.daysLeft === undefined || pace.daysLeft >= warnDays)
                return undefined;
            return { kind: 'few-days', warnDays, daysLeft: pace.daysLeft, perDay: pace.perDay };
        }
        function pursesUnderFloor(balance, { floors }) {
            return _purses_js__WEBPACK_IMPORTED_MODULE_0__.bN.flatMap((purse) => {
                const [has, floor] = [balance[purse], floors[purse]];
                return floor !== undefined && has < floor ? [{ purse, has, floor }] : [];
            });
        }
        function lackOf(underFloor) {
            return underFloor.reduce((sum, { has, floor }) => sum + floor - has, 0);
        }
        function spentSince(baseline, { total }) {
            if (baseline?.total === undefined)
                return undefined;
            const credits = baseline.total - total;
            const { plan } = baseline;
            const drift = plan === undefined || credits < 0 ? undefined : { ...plan, credits: credits - plan.cost };
            return { since: baseline.total, credits, drift };
        }
    }),
    62: ((module, __unused_webpack_exports, __nccwpck_require__) => {
        var x = (y) => {
            var x = {};
            __nccwpck_require__.d(x, y);
            return x;
        };
        var y = (x) => (() => (x));
        module.exports = x({ ["ProxyAgent"]: () => (__WEBPACK_EXTERNAL_MODULE__undici_js_51706d35__.ProxyAgent), ["fetch"]: () => (__WEBPACK_EXTERNAL_MODULE__undici_js_51706d35__.fetch) });
    }),
    613: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
    }),
    434: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");
    }),
    896: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
    }),
    611: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");
    }),
    692: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");
    }),
    278: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");
    }),
    598: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
    }),
    24: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
    }),
    161: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
    }),
    760: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
    }),
    975: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
    }),
    857: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
    }),
    756: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");
    }),
    23: ((module) => {
        module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");
    }),
    942: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
        __nccwpck_require__.d(__webpack_exports__, {
            Qq: () => (HttpClient),
            s_: () => (lib_getProxyUrl)
        });
        var external_http_ = __nccwpck_require__(611);
        var external_http_namespaceObject = __nccwpck_require__.t(external_http_, 2);
        var external_https_ = __nccwpck_require__(692);
        var external_https_namespaceObject = __nccwpck_require__.t(external_https_, 2);
        ;
        function getProxyUrl(reqUrl) {
            const usingSsl = reqUrl.protocol === 'https:';
            if (checkBypass(reqUrl)) {
                return undefined;
            }
            const proxyVar = (() => {
                if (usingSsl) {
                    return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
                }
                else {
                    return process.env['http_proxy'] || process.env['HTTP_PROXY'];
                }
            })();
            if (proxyVar) {
                try {
                    return new DecodedURL(proxyVar);
                }
                catch (_a) {
                    if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                        return new DecodedURL(`http://${proxyVar}`);
                }
            }
            else {
                return undefined;
            }
        }
        function checkBypass(reqUrl) {
            if (!reqUrl.hostname) {
                return false;
            }
            const reqHost = reqUrl.hostname;
            if (isLoopbackAddress(reqHost)) {
                return true;
            }
            const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
            if (!noProxy) {
                return false;
            }
            let reqPort;
            if (reqUrl.port) {
                reqPort = Number(reqUrl.port);
            }
            else if (reqUrl.protocol === 'http:') {
                reqPort = 80;
            }
            else if (reqUrl.protocol === 'https:') {
                reqPort = 443;
            }
            const upperReqHosts = [reqUrl.hostname.toUpperCase()];
            if (typeof reqPort === 'number') {
                upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
            }
            for (const upperNoProxyItem of noProxy
                .split(',')
                .map(x => x.trim().toUpperCase())
                .filter(x => x)) {
                if (upperNoProxyItem === '*' ||
                    upperReqHosts.some(x => x === upperNoProxyItem ||
                        x.endsWith(`.${upperNoProxyItem}`) ||
                        (upperNoProxyItem.startsWith('.') &&
                            x.endsWith(`${upperNoProxyItem}`)))) {
                    return true;
                }
            }
            return false;
        }
        function isLoopbackAddress(host) {
            const hostLower = host.toLowerCase();
            return (hostLower === 'localhost' ||
                hostLower.startsWith('127.') ||
                hostLower.startsWith('[::1]') ||
                hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
        }
        class DecodedURL extends URL {
            constructor(url, base) {
                super(url, base);
                this._decodedUsername = decodeURIComponent(super.username);
                this._decodedPassword = decodeURIComponent(super.password);
            }
            get username() {
                return this._decodedUsername;
            }
            get password() {
                return this._decodedPassword;
            }
        }
        var tunnel = __nccwpck_require__(770);
        var external_undici_js_ = __nccwpck_require__(62);
        ;
        var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
            function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
            return new (P || (P = Promise))(function (resolve, reject) {
                function fulfilled(value) { try {
                    step(generator.next(value));
                }
                catch (e) {
                    reject(e);
                } }
                function rejected(value) { try {
                    step(generator["throw"](value));
                }
                catch (e) {
                    reject(e);
                } }
                function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
                step((generator = generator.apply(thisArg, _arguments || [])).next());
            });
        };
        var HttpCodes;
        (function (HttpCodes) {
            HttpCodes[HttpCodes["OK"] = 200] = "OK";
            HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
            HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
            HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
            HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
            HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
            HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
            HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
            HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
            HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
            HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
            HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
            HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
            HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
            HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
            HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
            HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
            HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
            HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
            HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
            HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
            HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
            HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
            HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
            HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
            HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
            HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
        })(HttpCodes || (HttpCodes = {}));
        var Headers;
        (function (Headers) {
            Headers["Accept"] = "accept";
            Headers["ContentType"] = "content-type";
        })(Headers || (Headers = {}));
        var MediaTypes;
        (function (MediaTypes) {
            MediaTypes["ApplicationJson"] = "application/json";
        })(MediaTypes || (MediaTypes = {}));
        function lib_getProxyUrl(serverUrl) {
            const proxyUrl = getProxyUrl(new URL(serverUrl));
            return proxyUrl ? proxyUrl.href : '';
        }
        const HttpRedirectCodes = [
            HttpCodes.MovedPermanently,
            HttpCodes.ResourceMoved,
            HttpCodes.SeeOther,
            HttpCodes.TemporaryRedirect,
            HttpCodes.PermanentRedirect
        ];
        const HttpResponseRetryCodes = [
            HttpCodes.BadGateway,
            HttpCodes.ServiceUnavailable,
            HttpCodes.GatewayTimeout
        ];
        const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
        const ExponentialBackoffCeiling = 10;
        const ExponentialBackoffTimeSlice = 5;
        class HttpClientError extends Error {
            constructor(message, statusCode) {
                super(message);
                this.name = 'HttpClientError';
                this.statusCode = statusCode;
                Object.setPrototypeOf(this, HttpClientError.prototype);
            }
        }
        class HttpClientResponse {
            constructor(message) {
                this.message = message;
            }
            readBody() {
                return __awaiter(this, void 0, void 0, function* () {
                    return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                        let output = Buffer.alloc(0);
                        this.message.on('data', (chunk) => {
                            output = Buffer.concat([output, chunk]);
                        });
                        this.message.on('end', () => {
                            resolve(output.toString());
                        });
                    }));
                });
            }
            readBodyBuffer() {
                return __awaiter(this, void 0, void 0, function* () {
                    return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                        const chunks = [];
                        this.message.on('data', (chunk) => {
                            chunks.push(chunk);
                        });
                        this.message.on('end', () => {
                            resolve(Buffer.concat(chunks));
                        });
                    }));
                });
            }
        }
        function isHttps(requestUrl) {
            const parsedUrl = new URL(requestUrl);
            return parsedUrl.protocol === 'https:';
        }
        class HttpClient {
            constructor(userAgent, handlers, requestOptions) {
                this._ignoreSslError = false;
                this._allowRedirects = true;
                this._allowRedirectDowngrade = false;
                this._maxRedirects = 50;
                this._allowRetries = false;
                this._maxRetries = 1;
                this._keepAlive = false;
                this._disposed = false;
                this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
                this.handlers = handlers || [];
                this.requestOptions = requestOptions;
                if (requestOptions) {
                    if (requestOptions.ignoreSslError != null) {
                        this._ignoreSslError = requestOptions.ignoreSslError;
                    }
                    this._socketTimeout = requestOptions.socketTimeout;
                    if (requestOptions.allowRedirects != null) {
                        this._allowRedirects = requestOptions.allowRedirects;
                    }
                    if (requestOptions.allowRedirectDowngrade != null) {
                        this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
                    }
                    if (requestOptions.maxRedirects != null) {
                        this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
                    }
                    if (requestOptions.keepAlive != null) {
                        this._keepAlive = requestOptions.keepAlive;
                    }
                    if (requestOptions.allowRetries != null) {
                        this._allowRetries = requestOptions.allowRetries;
                    }
                    if (requestOptions.maxRetries != null) {
                        this._maxRetries = requestOptions.maxRetries;
                    }
                }
            }
            options(requestUrl, additionalHeaders) {
                return __awaiter(this, void 0, void 0, function* () {
                    return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
                });
            }
            get(requestUrl, additionalHeaders) {
                return __awaiter(this, void 0, void 0, function* () {
                    return this.request('GET', requestUrl, null, additionalHeaders || {});
                });
            }
            del(requestUrl, additionalHeaders) {
                return __awaiter(this, void 0, void 0, function* () {
                    return this.request('DELETE', requestUrl, null, additionalHeaders || {});
                });
            }
            post(requestUrl, data, additionalHeaders) {
                return __awaiter(this, void 0, void 0, function* () {
                    return this.request('POST', requestUrl, data, additionalHeaders || {});
                });
            }
            patch(requestUrl, data, additionalHeaders) {
                return __awaiter(this, void 0, void 0, function* () {
                    return this.request('PATCH', requestUrl, data, additionalHeaders || {});
                });
            }
            put(requestUrl, data, additionalHeaders) {
                return __awaiter(this, void 0, void 0, function* () {
                    return this.request('PUT', requestUrl, data, additionalHeaders || {});
                });
            }
            head(requestUrl, additionalHeaders) {
                return __awaiter(this, void 0, void 0, function* () {
                    return this.request('HEAD', requestUrl, null, additionalHeaders || {});
                });
            }
            sendStream(verb, requestUrl, stream, additionalHeaders) {
                return __awaiter(this, void 0, void 0, function* () {
                    return this.request(verb, requestUrl, stream, additionalHeaders);
                });
            }
            getJson(requestUrl_1) {
                return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
                    additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
                    const res = yield this.get(requestUrl, additionalHeaders);
                    return this._processResponse(res, this.requestOptions);
                });
            }
            postJson(requestUrl_1, obj_1) {
                return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
                    const data = JSON.stringify(obj, null, 2);
                    additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
                    additionalHeaders[Headers.ContentType] =
                        this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
                    const res = yield this.post(requestUrl, data, additionalHeaders);
                    return this._processResponse(res, this.requestOptions);
                });
            }
            putJson(requestUrl_1, obj_1) {
                return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
                    const data = JSON.stringify(obj, null, 2);
                    additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
                    additionalHeaders[Headers.ContentType] =
                        this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
                    const res = yield this.put(requestUrl, data, additionalHeaders);
                    return this._processResponse(res, this.requestOptions);
                });
            }
            patchJson(requestUrl_1, obj_1) {
                return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
                    const data = JSON.stringify(obj, null, 2);
                    additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
                    additionalHeaders[Headers.ContentType] =
                        this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
                    const res = yield this.patch(requestUrl, data, additionalHeaders);
                    return this._processResponse(res, this.requestOptions);
                });
            }
            request(verb, requestUrl, data, headers) {
                return __awaiter(this, void 0, void 0, function* () {
                    if (this._disposed) {
                        throw new Error('Client has already been disposed.');
                    }
                    const parsedUrl = new URL(requestUrl);
                    let info = this._prepareRequest(verb, parsedUrl, headers);
                    const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                        ? this._maxRetries + 1
                        : 1;
                    let numTries = 0;
                    let response;
                    do {
                        response = yield this.requestRaw(info, data);
                        if (response &&
                            response.message &&
                            response.message.statusCode === HttpCodes.Unauthorized) {
                            let authenticationHandler;
                            for (const handler of this.handlers) {
                                if (handler.canHandleAuthentication(response)) {
                                    authenticationHandler = handler;
                                    break;
                                }
                            }
                            if (authenticationHandler) {
                                return authenticationHandler.handleAuthentication(this, info, data);
                            }
                            else {
                                return response;
                            }
                        }
                        let redirectsRemaining = this._maxRedirects;
                        while (response.message.statusCode &&
                            HttpRedirectCodes.includes(response.message.statusCode) &&
                            this._allowRedirects &&
                            redirectsRemaining > 0) {
                            const redirectUrl = response.message.headers['location'];
                            if (!redirectUrl) {
                                break;
                            }
                            const parsedRedirectUrl = new URL(redirectUrl);
                            if (parsedUrl.protocol === 'https:' &&
                                parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                                !this._allowRedirectDowngrade) {
                                throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                            }
                            yield response.readBody();
                            if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                                for (const header in headers) {
                                    if (header.toLowerCase() === 'authorization') {
                                        delete headers[header];
                                    }
                                }
                            }
                            info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                            response = yield this.requestRaw(info, data);
                            redirectsRemaining--;
                        }
                        if (!response.message.statusCode ||
                            !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                            return response;
                        }
                        numTries += 1;
                        if (numTries < maxTries) {
                            yield response.readBody();
                            yield this._performExponentialBackoff(numTries);
                        }
                    } while (numTries < maxTries);
                    return response;
                });
            }
            dispose() {
                if (this._agent) {
                    this._agent.destroy();
                }
                this._disposed = true;
            }
            requestRaw(info, data) {
                return __awaiter(this, void 0, void 0, function* () {
                    return new Promise((resolve, reject) => {
                        function callbackForResult(err, res) {
                            if (err) {
                                reject(err);
                            }
                            else if (!res) {
                                reject(new Error('Unknown error'));
                            }
                            else {
                                resolve(res);
                            }
                        }
                        this.requestRawWithCallback(info, data, callbackForResult);
                    });
                });
            }
            requestRawWithCallback(info, data, onResult) {
                if (typeof data === 'string') {
                    if (!info.options.headers) {
                        info.options.headers = {};
                    }
                    info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
                }
                let callbackCalled = false;
                function handleResult(err, res) {
                    if (!callbackCalled) {
                        callbackCalled = true;
                        onResult(err, res);
                    }
                }
                const req = info.httpModule.request(info.options, (msg) => {
                    const res = new HttpClientResponse(msg);
                    handleResult(undefined, res);
                });
                let socket;
                req.on('socket', sock => {
                    socket = sock;
                });
                req.setTimeout(this._socketTimeout || 3 * 60000, () => {
                    if (socket) {
                        socket.end();
                    }
                    handleResult(new Error(`Request timeout: ${info.options.path}`));
                });
                req.on('error', function (err) {
                    handleResult(err);
                });
                if (data && typeof data === 'string') {
                    req.write(data, 'utf8');
                }
                if (data && typeof data !== 'string') {
                    data.on('close', function () {
                        req.end();
                    });
                    data.pipe(req);
                }
                else {
                    req.end();
                }
            }
            getAgent(serverUrl) {
                const parsedUrl = new URL(serverUrl);
                return this._getAgent(parsedUrl);
            }
            getAgentDispatcher(serverUrl) {
                const parsedUrl = new URL(serverUrl);
                const proxyUrl = getProxyUrl(parsedUrl);
                const useProxy = proxyUrl && proxyUrl.hostname;
                if (!useProxy) {
                    return;
                }
                return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
            }
            _prepareRequest(method, requestUrl, headers) {
                const info = {};
                info.parsedUrl = requestUrl;
                const usingSsl = info.parsedUrl.protocol === 'https:';
                info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
                const defaultPort = usingSsl ? 443 : 80;
                info.options = {};
                info.options.host = info.parsedUrl.hostname;
                info.options.port = info.parsedUrl.port
                    ? parseInt(info.parsedUrl.port)
                    : defaultPort;
                info.options.path =
                    (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
                info.options.method = method;
                info.options.headers = this._mergeHeaders(headers);
                if (this.userAgent != null) {
                    info.options.headers['user-agent'] = this.userAgent;
                }
                info.options.agent = this._getAgent(info.parsedUrl);
                if (this.handlers) {
                    for (const handler of this.handlers) {
                        handler.prepareRequest(info.options);
                    }
                }
                return info;
            }
            _mergeHeaders(headers) {
                if (this.requestOptions && this.requestOptions.headers) {
                    return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
                }
                return lowercaseKeys(headers || {});
            }
            _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
                let clientHeader;
                if (this.requestOptions && this.requestOptions.headers) {
                    const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
                    if (headerValue) {
                        clientHeader =
                            typeof headerValue === 'number' ? headerValue.toString() : headerValue;
                    }
                }
                const additionalValue = additionalHeaders[header];
                if (additionalValue !== undefined) {
                    return typeof additionalValue === 'number'
                        ? additionalValue.toString()
                        : additionalValue;
                }
                if (clientHeader !== undefined) {
                    return clientHeader;
                }
                return _default;
            }
            _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
                let clientHeader;
                if (this.requestOptions && this.requestOptions.headers) {
                    const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
                    if (headerValue) {
                        if (typeof headerValue === 'number') {
                            clientHeader = String(headerValue);
                        }
                        else if (Array.isArray(headerValue)) {
                            clientHeader = headerValue.join(', ');
                        }
                        else {
                            clientHeader = headerValue;
                        }
                    }
                }
                const additionalValue = additionalHeaders[Headers.ContentType];
                if (additionalValue !== undefined) {
                    if (typeof additionalValue === 'number') {
                        return String(additionalValue);
                    }
                    else if (Array.isArray(additionalValue)) {
                        return additionalValue.join(', ');
                    }
                    else {
                        return additionalValue;
                    }
                }
                if (clientHeader !== undefined) {
                    return clientHeader;
                }
                return _default;
            }
            _getAgent(parsedUrl) {
                let agent;
                const proxyUrl = getProxyUrl(parsedUrl);
                const useProxy = proxyUrl && proxyUrl.hostname;
                if (this._keepAlive && useProxy) {
                    agent = this._proxyAgent;
                }
                if (!useProxy) {
                    agent = this._agent;
                }
                if (agent) {
                    return agent;
                }
                const usingSsl = parsedUrl.protocol === 'https:';
                let maxSockets = 100;
                if (this.requestOptions) {
                    maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
                }
                if (proxyUrl && proxyUrl.hostname) {
                    const agentOptions = {
                        maxSockets,
                        keepAlive: this._keepAlive,
                        proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                            proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                        })), { host: proxyUrl.hostname, port: proxyUrl.port })
                    };
                    let tunnelAgent;
                    const overHttps = proxyUrl.protocol === 'https:';
                    if (usingSsl) {
                        tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
                    }
                    else {
                        tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
                    }
                    agent = tunnelAgent(agentOptions);
                    this._proxyAgent = agent;
                }
                if (!agent) {
                    const options = { keepAlive: this._keepAlive, maxSockets };
                    agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
                    this._agent = agent;
                }
                if (usingSsl && this._ignoreSslError) {
                    agent.options = Object.assign(agent.options || {}, {
                        rejectUnauthorized: false
                    });
                }
                return agent;
            }
            _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
                let proxyAgent;
                if (this._keepAlive) {
                    proxyAgent = this._proxyAgentDispatcher;
                }
                if (proxyAgent) {
                    return proxyAgent;
                }
                const usingSsl = parsedUrl.protocol === 'https:';
                proxyAgent = new external_undici_js_.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
                    token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
                })));
                this._proxyAgentDispatcher = proxyAgent;
                if (usingSsl && this._ignoreSslError) {
                    proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                        rejectUnauthorized: false
                    });
                }
                return proxyAgent;
            }
            _getUserAgentWithOrchestrationId(userAgent) {
                const baseUserAgent = userAgent || 'actions/http-client';
                const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
                if (orchId) {
                    const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
                    return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
                }
                return baseUserAgent;
            }
            _performExponentialBackoff(retryNumber) {
                return __awaiter(this, void 0, void 0, function* () {
                    retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
                    const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
                    return new Promise(resolve => setTimeout(() => resolve(), ms));
                });
            }
            _processResponse(res, options) {
                return __awaiter(this, void 0, void 0, function* () {
                    return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                        const statusCode = res.message.statusCode || 0;
                        const response = {
                            statusCode,
                            result: null,
                            headers: {}
                        };
                        if (statusCode === HttpCodes.NotFound) {
                            resolve(response);
                        }
                        function dateTimeDeserializer(key, value) {
                            if (typeof value === 'string') {
                                const a = new Date(value);
                                if (!isNaN(a.valueOf())) {
                                    return a;
                                }
                            }
                            return value;
                        }
                        let obj;
                        let contents;
                        try {
                            contents = yield res.readBody();
                            if (contents && contents.length > 0) {
                                if (options && options.deserializeDates) {
                                    obj = JSON.parse(contents, dateTimeDeserializer);
                                }
                                else {
                                    obj = JSON.parse(contents);
                                }
                                response.result = obj;
                            }
                            response.headers = res.message.headers;
                        }
                        catch (err) {
                        }
                        if (statusCode > 299) {
                            let msg;
                            if (obj && obj.message) {
                                msg = obj.message;
                            }
                            else if (contents && contents.length > 0) {
                                msg = contents;
                            }
                            else {
                                msg = `Failed request: (${statusCode})`;
                            }
                            const err = new HttpClientError(msg, statusCode);
                            err.result = response.result;
                            reject(err);
                        }
                        else {
                            resolve(response);
                        }
                    }));
                });
            }
        }
        const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
    })
});
var __webpack_module_cache__ = {};
function __nccwpck_require__(moduleId) {
    var cachedModule = __webpack_module_cache__[moduleId];
    if (cachedModule !== undefined) {
        return cachedModule.exports;
    }
    var module = __webpack_module_cache__[moduleId] = {
        exports: {}
    };
    var threw = true;
    try {
        __webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
        threw = false;
    }
    finally {
        if (threw)
            delete __webpack_module_cache__[moduleId];
    }
    return module.exports;
}
__nccwpck_require__.m = __webpack_modules__;
if (typeof __nccwpck_require__ !== 'undefined')
    __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
(() => {
    __nccwpck_require__.n = (module) => {
        var getter = module && module.__esModule ?
            () => (module['default']) :
            () => (module);
        __nccwpck_require__.d(getter, { a: getter });
        return getter;
    };
})();
(() => {
    var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
    var leafPrototypes;
    __nccwpck_require__.t = function (value, mode) {
        if (mode & 1)
            value = this(value);
        if (mode & 8)
            return value;
        if (typeof value === 'object' && value) {
            if ((mode & 4) && value.__esModule)
                return value;
            if ((mode & 16) && typeof value.then === 'function')
                return value;
        }
        var ns = Object.create(null);
        __nccwpck_require__.r(ns);
        var def = {};
        leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
        for (var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
            Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
        }
        def['default'] = () => (value);
        __nccwpck_require__.d(ns, def);
        return ns;
    };
})();
(() => {
    __nccwpck_require__.d = (exports, definition) => {
        for (var key in definition) {
            if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
                Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
            }
        }
    };
})();
(() => {
    __nccwpck_require__.f = {};
    __nccwpck_require__.e = (chunkId) => {
        return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
            __nccwpck_require__.f[key](chunkId, promises);
            return promises;
        }, []));
    };
})();
(() => {
    __nccwpck_require__.u = (chunkId) => {
        return "" + chunkId + ".index.js";
    };
})();
(() => {
    __nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop));
})();
(() => {
    __nccwpck_require__.r = (exports) => {
        if (typeof Symbol !== 'undefined' && Symbol.toStringTag) {
            Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
        }
        Object.defineProperty(exports, '__esModule', { value: true });
    };
})();
(() => {
    var installedChunks = {
        792: 0
    };
    var installChunk = (data) => {
        var { ids, modules, runtime } = data;
        var moduleId, chunkId, i = 0;
        for (moduleId in modules) {
            if (__nccwpck_require__.o(modules, moduleId)) {
                __nccwpck_require__.m[moduleId] = modules[moduleId];
            }
        }
        if (runtime)
            runtime(__nccwpck_require__);
        for (; i < ids.length; i++) {
            chunkId = ids[i];
            if (__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
                installedChunks[chunkId][0]();
            }
            installedChunks[ids[i]] = 0;
        }
    };
    __nccwpck_require__.f.j = (chunkId, promises) => {
        var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
        if (installedChunkData !== 0) {
            if (installedChunkData) {
                promises.push(installedChunkData[1]);
            }
            else {
                if (true) {
                    var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
                        if (installedChunks[chunkId] !== 0)
                            installedChunks[chunkId] = undefined;
                        throw e;
                    });
                    var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))]);
                    promises.push(installedChunkData[1] = promise);
                }
            }
        }
    };
})();
var __webpack_exports__ = {};
__nccwpck_require__.d(__webpack_exports__, {
    X: () => (action),
    G: () => (command)
});
var platform_namespaceObject = {};
__nccwpck_require__.r(platform_namespaceObject);
__nccwpck_require__.d(platform_namespaceObject, {
    arch: () => (arch),
    getDetails: () => (getDetails),
    isLinux: () => (isLinux),
    isMacOS: () => (isMacOS),
    isWindows: () => (isWindows),
    platform: () => (platform)
});
var core_namespaceObject = {};
__nccwpck_require__.r(core_namespaceObject);
__nccwpck_require__.d(core_namespaceObject, {
    ExitCode: () => (ExitCode),
    addPath: () => (addPath),
    debug: () => (debug),
    endGroup: () => (endGroup),
    error: () => (error),
    exportVariable: () => (exportVariable),
    getBooleanInput: () => (getBooleanInput),
    getIDToken: () => (getIDToken),
    getInput: () => (getInput),
    getMultilineInput: () => (getMultilineInput),
    getState: () => (getState),
    group: () => (group),
    info: () => (info),
    isDebug: () => (isDebug),
    markdownSummary: () => (markdownSummary),
    notice: () => (notice),
    platform: () => (platform_namespaceObject),
    saveState: () => (saveState),
    setCommandEcho: () => (setCommandEcho),
    setFailed: () => (setFailed),
    setOutput: () => (setOutput),
    setSecret: () => (setSecret),
    startGroup: () => (startGroup),
    summary: () => (summary),
    toPlatformPath: () => (toPlatformPath),
    toPosixPath: () => (toPosixPath),
    toWin32Path: () => (toWin32Path),
    warning: () => (warning)
});
var external_node_fs_ = __nccwpck_require__(24);
var external_os_ = __nccwpck_require__(857);
;
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
;
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
;
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
var external_fs_ = __nccwpck_require__(896);
;
function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
;
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
var lib = __nccwpck_require__(942);
;
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try {
            step(generator.next(value));
        }
        catch (e) {
            reject(e);
        } }
        function rejected(value) { try {
            step(generator["throw"](value));
        }
        catch (e) {
            reject(e);
        } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
;
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try {
            step(generator.next(value));
        }
        catch (e) {
            reject(e);
        } }
        function rejected(value) { try {
            step(generator["throw"](value));
        }
        catch (e) {
            reject(e);
        } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new lib.Qq('actions/oidc-client', [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                let id_token_url = OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
;
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try {
            step(generator.next(value));
        }
        catch (e) {
            reject(e);
        } }
        function rejected(value) { try {
            step(generator["throw"](value));
        }
        catch (e) {
            reject(e);
        } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    stringify() {
        return this._buffer;
    }
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
const markdownSummary = _summary;
const summary = _summary;
;
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, external_path_namespaceObject.sep);
}
;
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
var external_events_ = __nccwpck_require__(434);
;
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
var external_assert_ = __nccwpck_require__(613);
;
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try {
            step(generator.next(value));
        }
        catch (e) {
            reject(e);
        } }
        function rejected(value) { try {
            step(generator["throw"](value));
        }
        catch (e) {
            reject(e);
        } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
const IS_WINDOWS = process.platform === 'win32';
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p));
    }
    return p.startsWith('/');
}
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        p = p.replace(/\//g, '\\');
        return p.replace(/\\\\+/g, '\\');
    }
    return p.replace(/\/\/+/g, '/');
}
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
;
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try {
            step(generator.next(value));
        }
        catch (e) {
            reject(e);
        } }
        function rejected(value) { try {
            step(generator["throw"](value));
        }
        catch (e) {
            reject(e);
        } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
            }
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
;
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try {
            step(generator.next(value));
        }
        catch (e) {
            reject(e);
        } }
        function rejected(value) { try {
            step(generator["throw"](value));
        }
        catch (e) {
            reject(e);
        } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
const toolrunner_IS_WINDOWS = process.platform === 'win32';
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]';
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        if (!arg) {
            return '""';
        }
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        if (!needsQuotes) {
            return arg;
        }
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        if (!arg) {
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            return `"${arg}"`;
        }
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false;
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false;
        this.processStderr = false;
        this.delay = 10000;
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0, external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
;
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try {
            step(generator.next(value));
        }
        catch (e) {
            reject(e);
        } }
        function rejected(value) { try {
            step(generator["throw"](value));
        }
        catch (e) {
            reject(e);
        } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
;
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try {
            step(generator.next(value));
        }
        catch (e) {
            reject(e);
        } }
        function rejected(value) { try {
            step(generator["throw"](value));
        }
        catch (e) {
            reject(e);
        } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
;
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try {
            step(generator.next(value));
        }
        catch (e) {
            reject(e);
        } }
        function rejected(value) { try {
            step(generator["throw"](value));
        }
        catch (e) {
            reject(e);
        } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
var ExitCode;
(function (ExitCode) {
    ExitCode[ExitCode["Success"] = 0] = "Success";
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_namespaceObject.delimiter}${process.env['PATH']}`;
}
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
function debug(message) {
    issueCommand('debug', {}, message);
}
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
function startGroup(name) {
    issue('group', name);
}
function endGroup() {
    issue('endgroup');
}
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
var decode = __nccwpck_require__(341);
var gate = __nccwpck_require__(61);
var src_outputs = __nccwpck_require__(729);
var run = __nccwpck_require__(786);
var safe_text = __nccwpck_require__(452);
;
const GRACE = 50;
async function action() {
    process.exitCode = 1;
    process.noDeprecation = true;
    let over = false;
    const giveUp = (reason) => {
        over = true;
        if (reason instanceof src_outputs.vv)
            sayNoOutputs(reason);
        else
            sayNoVerdict(reason);
    };
    process.on('exit', () => {
        if (!over)
            giveUp('nothing was left to wait for');
    });
    process.on('uncaughtException', (error) => {
        if (over)
            return;
        giveUp(error);
        process.exit(1);
    });
    try {
        const { passes } = await (0, gate.G)(surroundings());
        over = true;
        process.exitCode = passes ? 0 : 1;
    }
    catch (error) {
        giveUp(error);
    }
    if (process.stdout.writableLength === 0)
        process.exit();
    setTimeout(() => process.exit(), GRACE).unref();
}
function surroundings() {
    const { env } = process;
    return {
        input: getInput,
        keyName: (0, safe_text.gB) `api-key`,
        keyHint: (0, safe_text.gB) `Set \`api-key\` to a secret. If it is set, the secret is empty here. Usual causes: its name is misspelt; it belongs to an environment that the job does not name; a reusable workflow is called without its secrets; an agent started the run, and agents have secrets of their own.`,
        nodeDebug: env['NODE_DEBUG'] ?? '',
        run: (0, run.c)(env),
        workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
        now: new Date(),
        mask: setSecret,
        log: info,
        annotate,
        warn: (message) => {
            warning(message);
        },
        writeOutputs: (outputs) => {
            (0, src_outputs.jh)(process.env['GITHUB_OUTPUT'] ?? '', outputs);
        },
        writeSummary: (markdown) => {
            (0, external_node_fs_.appendFileSync)(file('GITHUB_STEP_SUMMARY'), markdown);
        },
    };
}
function secretive() {
    return (0, safe_text.DW)(getInput('api-key'), getInput('github-token'));
}
function annotate({ severity, title, message }) {
    core_namespaceObject[severity](message, { title });
}
function file(variable) {
    const path = process.env[variable];
    if (path === undefined || path === '')
        throw new Error(`the variable ${variable} is not set`);
    return path;
}
function sayNoOutputs({ message }) {
    const sanitise = secretive();
    const path = process.env['GITHUB_OUTPUT'] ?? '';
    annotate({
        severity: 'error',
        title: 'PixVerse gate has no outputs',
        message: path === ''
            ? (0, safe_text.gB) `The outputs could not be written, so the step fails: the variable GITHUB_OUTPUT is not set. Use a newer runner, or the command of this gate where there is none.`
            : (0, safe_text.gB) `The outputs could not be written to \`${sanitise(path)}\`, so the step fails: \`${sanitise(message)}\`. Free space on its disk, or correct the variable GITHUB_OUTPUT, then run the job again.`,
    });
}
function sayNoVerdict(reason) {
    const sanitise = secretive();
    annotate({
        severity: 'error',
        title: 'PixVerse gate has no verdict',
        message: (0, safe_text.gB) `The gate ended without a verdict, so the step fails: \`${sanitise((0, decode.bD)(reason))}\`. Run the job again; if it happens again, report it with the debug log.`,
    });
    if (isDebug() && reason instanceof Error)
        info(sanitise(String(reason.stack), 2000));
}
;
async function command(version) {
    const cli = await __nccwpck_require__.e(845).then(__nccwpck_require__.bind(__nccwpck_require__, 845));
    await cli.command(version);
}
var __webpack_exports__action = __webpack_exports__.X;
var __webpack_exports__command = __webpack_exports__.G;
export { __webpack_exports__action as action, __webpack_exports__command as command };
