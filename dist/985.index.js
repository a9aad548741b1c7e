export const id = 985;
export const ids = [985];
export const modules = {
    985: ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.r(__webpack_exports__);
        __webpack_require__.d(__webpack_exports__, {
            openGitHub: () => (openGitHub)
        });
        var safe_text = __webpack_require__(452);
        var decode = __webpack_require__(341);
        var lib = __webpack_require__(942);
        ;
        const SURFACES = {
            comment: {
                name: 'pull request comment',
                permission: 'pull-requests: write',
                input: 'comment-summary-in-pr',
            },
            alert: { name: 'alert issue', permission: 'issues: write', input: 'alert-issue' },
            dashboard: { name: 'dashboard issue', permission: 'issues: write', input: 'dashboard-issue' },
        };
        class Failure extends Error {
            reason;
            cure;
            constructor(reason, cure) {
                super(reason);
                this.reason = reason;
                this.cure = cure;
            }
        }
        const TRY_AGAIN = (0, safe_text.gB) `The next run tries again.`;
        const LOOK_BETWEEN = (0, safe_text.gB) `The next run tries again; if it fails too, look for a proxy or a maintenance page in between.`;
        function noToken({ onAct }) {
            return new Failure((0, safe_text.gB) `\`github-token\` is empty`, onAct
                ? (0, safe_text.gB) `Start act with \`-s GITHUB_TOKEN=...\`, it has no token of its own.`
                : (0, safe_text.gB) `Leave the input out to use the token of the job.`);
        }
        function malformedToken() {
            return new Failure((0, safe_text.gB) `the token in \`github-token\` is malformed`, (0, safe_text.gB) `Save the secret again, on one line, or leave the input out to use the token of the job.`);
        }
        function noRepository() {
            return new Failure((0, safe_text.gB) `the variable GITHUB_REPOSITORY does not name a repository`, (0, safe_text.gB) `Run the action in a workflow, where it is \`owner/name\`.`);
        }
        function noApi() {
            return new Failure((0, safe_text.gB) `the variable GITHUB_API_URL is not the address of an API`, (0, safe_text.gB) `It must begin with https:// or http://, without user, password, query and fragment.`);
        }
        function unreadableEvent() {
            return new Failure((0, safe_text.gB) `the file of the event cannot be read`, (0, safe_text.gB) `Check the variable GITHUB_EVENT_PATH: it must name the JSON of the event.`);
        }
        function noAnswer({ forge }, seconds) {
            return new Failure((0, safe_text.gB) `${forge} gave no answer within ${seconds} s`, TRY_AGAIN);
        }
        function malformedAnswer({ forge }) {
            return new Failure((0, safe_text.gB) `the answer of ${forge} is not what was asked for`, LOOK_BETWEEN);
        }
        function longAnswer({ forge }, mebibytes) {
            return new Failure((0, safe_text.gB) `an answer of ${forge} is longer than ${mebibytes} MiB`, LOOK_BETWEEN);
        }
        function redirected({ forge }) {
            return new Failure((0, safe_text.gB) `${forge} redirects to another address, which must not get the token`, (0, safe_text.gB) `Check the variable GITHUB_API_URL, and look for a proxy in between.`);
        }
        function wordsOf(error) {
            return error instanceof Error ? error.message : (0, decode.bD)(error);
        }
        function noConnection({ forge }, error, sanitise) {
            const cause = (0, decode.ZV)(error, 'cause') ?? error;
            const code = (0, decode.ZV)(cause, 'code');
            const said = sanitise(wordsOf(cause) || (typeof code === 'string' ? code : ''));
            return new Failure((0, safe_text.gB) `the connection to ${forge} failed ${saying(said)}`, TRY_AGAIN);
        }
        function foreignDashboard(number) {
            return new Failure((0, safe_text.gB) `somebody else, or another token, wrote issue #${number}, which is marked as the dashboard of this account`, (0, safe_text.gB) `Close that issue, and the next run opens a new one; or go back to the token that wrote it.`);
        }
        function dashboardBeyond(pages) {
            return new Failure((0, safe_text.gB) `it is not on the first ${pages} pages of issues with the label \`pixverse-balance\`, and there are more`, (0, safe_text.gB) `Remove the label from issues that are not of this gate, or are closed.`);
        }
        function isStatus(error, ...statuses) {
            const status = (0, decode.ZV)(error, 'status');
            return typeof status === 'number' && statuses.includes(status);
        }
        function isRefused(error) {
            return isStatus(error, 404) || (isStatus(error, 403) && !isLimit(error));
        }
        function isLimit(error) {
            return isStatus(error, 429) || (isStatus(error, 403) && /rate limit/i.test((0, decode.bD)(error)));
        }
        function failureOf(error, surface, run, sanitise) {
            const failure = [error, (0, decode.ZV)(error, 'cause')].find((candidate) => candidate instanceof Failure);
            if (failure !== undefined)
                return failure;
            const { forge } = run;
            const { input } = SURFACES[surface];
            const said = sanitise(wordsOf(error).replace(/\.$/, ''));
            if (isStatus(error, 401)) {
                return new Failure((0, safe_text.gB) `${forge} does not know the token in \`github-token\``, (0, safe_text.gB) `Leave the input out to use the token of the job, or save the secret again.`);
            }
            if (isLimit(error)) {
                return new Failure((0, safe_text.gB) `${forge} got more requests than it takes from this token`, TRY_AGAIN);
            }
            if (isStatus(error, 403) && /not accessible/i.test(said)) {
                return new Failure((0, safe_text.gB) `the token may not do it`, permit(surface, run));
            }
            if (isStatus(error, 403)) {
                return new Failure((0, safe_text.gB) `${forge} refuses it ${saying(said)}`, (0, safe_text.gB) `If that is a matter of rights: ${permit(surface, run)}`);
            }
            if (isStatus(error, 404)) {
                return new Failure((0, safe_text.gB) `${forge} does not find it, or hides it from the token`, permit(surface, run));
            }
            if (isStatus(error, 410) && /delet/i.test(said)) {
                return new Failure((0, safe_text.gB) `somebody deleted it meanwhile`, (0, safe_text.gB) `The next run opens a new one if it needs one.`);
            }
            if (isStatus(error, 410)) {
                return new Failure(/disabled|turned off/i.test(said)
                    ? (0, safe_text.gB) `issues are turned off in this repository`
                    : (0, safe_text.gB) `it was deleted meanwhile, or issues are turned off in this repository`, (0, safe_text.gB) `Turn them on in its settings, or leave \`${input}\` out.`);
            }
            const status = (0, decode.ZV)(error, 'status');
            return typeof status === 'number'
                ? new Failure((0, safe_text.gB) `${forge} answers HTTP ${status} ${saying(said)}`, TRY_AGAIN)
                : new Failure((0, safe_text.gB) `it failed ${saying(said)}`, TRY_AGAIN);
        }
        function saying(said) {
            return said === '' ? (0, safe_text.gB) `without a reason` : (0, safe_text.gB) `with \`${said}\``;
        }
        function permit(surface, { forge }) {
            return forge === 'GitHub'
                ? (0, safe_text.gB) `Give the job the permission \`${SURFACES[surface].permission}\`.`
                : (0, safe_text.gB) `Give the token the right to write issues of this repository.`;
        }
        ;
        const GITHUB_BOTS = ['github-actions[bot]'];
        const GITEA_BOTS = ['gitea-actions', 'forgejo-actions'];
        async function whoAmI(octokit, run, isApp) {
            const user = () => unlessRefused(() => askForUser(octokit, run));
            const bot = () => unlessRefused(() => askForBot(octokit, run));
            if (run.forge !== 'GitHub')
                return (await user()) ?? named(GITEA_BOTS);
            const identity = isApp ? ((await bot()) ?? (await user())) : ((await user()) ?? (await bot()));
            return identity ?? named(GITHUB_BOTS);
        }
        async function askForUser(octokit, run) {
            const data = (await octokit.rest.users.getAuthenticated()).data;
            const [id, login] = [(0, decode.ZV)(data, 'id'), (0, decode.ZV)(data, 'login')];
            if (!Number.isSafeInteger(id) || typeof login !== 'string' || login === '')
                throw malformedAnswer(run);
            return { login, isMe: (author) => (0, decode.ZV)(author, 'id') === id };
        }
        async function askForBot(octokit, run) {
            const login = (0, decode.ZV)((0, decode.ZV)(await octokit.graphql('{ viewer { login } }'), 'viewer'), 'login');
            if (typeof login !== 'string' || login === '')
                throw malformedAnswer(run);
            return login.endsWith('[bot]') ? named([login]) : undefined;
        }
        function named(logins) {
            return {
                login: logins.length === 1 ? logins[0] : undefined,
                isMe: (author) => logins.some((login) => login === (0, decode.ZV)(author, 'login')),
            };
        }
        async function unlessRefused(ask) {
            try {
                return await ask();
            }
            catch (error) {
                if (isStatus(error, 401, 403, 404) || isForbidden(error))
                    return undefined;
                throw error;
            }
        }
        function isForbidden(error) {
            const errors = (0, decode.ZV)(error, 'errors');
            return (Array.isArray(errors) &&
                errors.some((one) => ['FORBIDDEN', 'INSUFFICIENT_SCOPES'].some((type) => type === (0, decode.ZV)(one, 'type'))));
        }
        ;
        function connect(token, run, sanitise) {
            const isApp = token.startsWith('ghs_');
            let identity;
            return {
                until: async (signal) => {
                    if (token === '')
                        throw noToken(run);
                    if (!/^[!-~]+$/.test(token))
                        throw malformedToken();
                    const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(run.repository) ?? [];
                    if (owner === undefined || repo === undefined)
                        throw noRepository();
                    if (!isAddress(run.apiUrl))
                        throw noApi();
                    const octokit = await client_open(token, run, sanitise, signal);
                    return {
                        rest: octokit.rest,
                        repo: { owner, repo },
                        run,
                        isApp,
                        whoAmI: () => {
                            identity ??= whoAmI(octokit, run, isApp).catch((error) => {
                                identity = undefined;
                                throw error;
                            });
                            return identity;
                        },
                    };
                },
            };
        }
        function isAddress(text) {
            if (!URL.canParse(text))
                return false;
            const { protocol, username, password, search, hash } = new URL(text);
            return /^https?:$/.test(protocol) && [username, password, search, hash].every((part) => part === '');
        }
        async function client_open(token, run, sanitise, signal) {
            const { defaults, getOctokitOptions, GitHub } = await __webpack_require__.e(413).then(__webpack_require__.bind(__webpack_require__, 413)).catch(() => {
                throw unreadableEvent();
            });
            const silent = () => undefined;
            const log = { debug: silent, info: silent, warn: silent, error: silent };
            const get = (0, lib.s_)(run.apiUrl) === '' ? fetch : defaults.request?.fetch;
            const request = { signal, log, fetch: hardened(get, run, sanitise) };
            const octokit = new GitHub(getOctokitOptions(token, { baseUrl: run.apiUrl, log, request }));
            octokit.hook.after('request', ({ status, data }) => {
                if (status !== 204 && (typeof data !== 'object' || data === null))
                    throw malformedAnswer(run);
            });
            return octokit;
        }
        const ANSWER_MAX = 32;
        function hardened(get, run, sanitise) {
            return async (url, init) => {
                try {
                    const response = await follow(get, url, init, run);
                    const body = response.body ?? [];
                    const chunks = [];
                    let size = 0;
                    for await (const chunk of body) {
                        size += chunk.byteLength;
                        if (size > ANSWER_MAX * 2 ** 20)
                            throw longAnswer(run, ANSWER_MAX);
                        chunks.push(chunk);
                    }
                    return new Response(size === 0 ? null : Buffer.concat(chunks), response);
                }
                catch (error) {
                    throw error instanceof Failure ? error : noConnection(run, error, sanitise);
                }
            };
        }
        const REDIRECTS_MAX = 3;
        async function follow(get, url, init, run, followed = 0) {
            const response = await get(url, { ...init, redirect: 'manual' });
            if (response.status < 300 || response.status >= 400)
                return response;
            await response.body?.cancel();
            const location = response.headers.get('location') ?? '';
            const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
            if (next?.origin !== new URL(url).origin || followed === REDIRECTS_MAX)
                throw redirected(run);
            if (next.username !== '' || next.password !== '')
                throw redirected(run);
            return follow(get, next.href, init, run, followed + 1);
        }
        const PAGES_MAX = 100;
        async function list({ run }, ask, decode, { pages = Infinity, enough = () => false, beyond } = {}) {
            const items = new Map();
            for (let page = 1; page <= pages; page++) {
                if (page > PAGES_MAX)
                    throw malformedAnswer(run);
                const { headers, data } = await ask({ per_page: 100, page });
                if (!Array.isArray(data))
                    throw malformedAnswer(run);
                let isEnough = false;
                for (const value of data) {
                    const item = decode(value);
                    if (item === undefined)
                        throw malformedAnswer(run);
                    items.set(item.id, item);
                    isEnough ||= await enough(item);
                }
                const more = /;\s*rel="?next\b/.test(headers.link ?? '');
                if (!more || data.length === 0 || isEnough)
                    break;
                if (page === pages && beyond !== undefined)
                    throw beyond;
            }
            return [...items.values()];
        }
        ;
        const LABEL = 'pixverse-balance';
        async function findIssues(github, { state, by, ...extent }) {
            const { rest, repo, run } = github;
            const author = by === 'label' ? undefined : by.author;
            const filter = {
                ...(by === 'label' ? { labels: LABEL } : {}),
                ...(author !== undefined && run.forge === 'GitHub' ? { creator: author } : {}),
            };
            const all = await list(github, (page) => rest.issues.listForRepo({ ...repo, ...filter, state, sort: 'updated', direction: 'desc', ...page }), decodeIssue, extent);
            const asked = by === 'label' ? all.filter(({ isLabelled }) => isLabelled) : all;
            return asked.filter(({ isPullRequest }) => !isPullRequest).sort((a, b) => a.number - b.number);
        }
        async function closeDuplicates({ rest, repo }, duplicates) {
            await Promise.allSettled(duplicates.map(({ number }) => rest.issues.update({ ...repo, issue_number: number, state: 'closed', state_reason: 'not_planned' })));
        }
        async function openIssue(github, title, body) {
            const { rest, repo } = github;
            await rest.issues.create({ ...repo, title, body, ...(await labels(github)) });
        }
        async function addLabel(github, { number }) {
            const { rest, repo } = github;
            const given = await labels(github);
            await rest.issues.addLabels({ ...repo, issue_number: number, ...given }).catch(() => undefined);
        }
        async function labels(github) {
            const { rest, repo, run } = github;
            if (run.forge === 'GitHub')
                return { labels: [LABEL] };
            try {
                const all = await list(github, (page) => rest.issues.listLabelsForRepo({ ...repo, ...page }), decodeLabel);
                const known = all.find(({ name }) => name === LABEL);
                const label = known ?? decodeLabel((await rest.issues.createLabel({ ...repo, name: LABEL, color: 'd93f0b' })).data);
                return label === undefined ? {} : { labels: [label.id] };
            }
            catch {
                return {};
            }
        }
        function decodeIssue(value) {
            const [id, number, title, body] = [(0, decode.ZV)(value, 'id'), (0, decode.ZV)(value, 'number'), (0, decode.ZV)(value, 'title'), (0, decode.ZV)(value, 'body')];
            if (!(0, decode.eQ)(id) || !(0, decode.eQ)(number) || typeof title !== 'string')
                return undefined;
            const labels = (0, decode.ZV)(value, 'labels');
            return {
                id,
                number,
                title,
                body: typeof body === 'string' ? body : '',
                author: (0, decode.ZV)(value, 'user'),
                isOpen: (0, decode.ZV)(value, 'state') === 'open',
                isLabelled: Array.isArray(labels) && labels.some(isOurLabel),
                isPullRequest: (0, decode.ZV)(value, 'pull_request') != null,
            };
        }
        function isOurLabel(label) {
            const name = (0, decode.ZV)(label, 'name') ?? label;
            return typeof name === 'string' && name.toLowerCase() === LABEL;
        }
        function decodeLabel(value) {
            const id = (0, decode.ZV)(value, 'id');
            return (0, decode.eQ)(id) ? { id, name: (0, decode.ZV)(value, 'name') } : undefined;
        }
        ;
        function markerOf(account, kind) {
            const what = kind === undefined ? '' : ` kind=${kind}`;
            return `<!-- pixverse-balance-action${what} account=${encodeURIComponent(account)} -->`;
        }
        function isMarked({ body, isLabelled = false }, marker) {
            const at = (0, decode.Dx)(body).indexOf(marker);
            return at === 0 || (at > 0 && isLabelled);
        }
        function below(post, marker, text) {
            const lines = (0, decode.Dx)(post?.body ?? '');
            const note = lines.slice(0, Math.max(lines.indexOf(marker), 0));
            return [...note, marker, text].join('\n');
        }
        async function ours(github, posts, marker) {
            const marked = posts.filter((post) => isMarked(post, marker));
            if (marked.length === 0)
                return [];
            const { isMe } = await github.whoAmI();
            return marked.filter(({ author }) => isMe(author));
        }
        function isSame(body, wanted) {
            return (0, decode.Dx)(body).join('\n').trim() === wanted.trim();
        }
        ;
        async function alert_alert(github, account, text) {
            const marker = markerOf(account);
            const [issue, ...duplicates] = await ownAlerts(github, marker);
            await closeDuplicates(github, duplicates);
            if (text.kind === 'close')
                return issue === undefined ? 'none' : alert_close(github, issue, text.news);
            const body = below(issue, marker, `${levelMark(text.level)}\n${text.body}`);
            if (issue !== undefined)
                return update(github, issue, text, body);
            await openIssue(github, text.title, body);
            return 'opened';
        }
        async function alert_close({ rest, repo }, { number }, news) {
            await rest.issues.update({ ...repo, issue_number: number, state: 'closed', state_reason: 'completed' });
            await rest.issues.createComment({ ...repo, issue_number: number, body: news });
            return 'closed';
        }
        async function update(github, issue, { level, title, news }, body) {
            if (issue.title === title && isSame(issue.body, body))
                return 'none';
            const { rest, repo } = github;
            const worse = level === 'low' && (0, decode.Dx)(issue.body).includes(levelMark('warn'));
            if (worse)
                await rest.issues.createComment({ ...repo, issue_number: issue.number, body: news });
            await rest.issues.update({ ...repo, issue_number: issue.number, title, body });
            if (!issue.isLabelled)
                await addLabel(github, issue);
            return worse ? 'worsened' : 'updated';
        }
        function levelMark(level) {
            return `<!-- verdict=${level} -->`;
        }
        const alert_PAGES_MAX = 5;
        async function ownAlerts(github, marker) {
            const labelled = await ours(github, await findIssues(github, { state: 'open', by: 'label' }), marker);
            if (labelled.length > 0)
                return labelled;
            const { login } = await github.whoAmI();
            const opened = await findIssues(github, { state: 'open', by: { author: login }, pages: alert_PAGES_MAX });
            return ours(github, opened, marker);
        }
        ;
        async function commentOnPullRequest(github, number, account, text) {
            const { rest, repo } = github;
            const marker = markerOf(account);
            const [first, ...duplicates] = await ownComments(github, number, marker);
            await Promise.allSettled(duplicates.map(({ id }) => rest.issues.deleteComment({ ...repo, comment_id: id })));
            const body = `${marker}\n${text.body}`;
            if (first !== undefined) {
                if (!isSame(first.body, body))
                    await rest.issues.updateComment({ ...repo, comment_id: first.id, body });
            }
            else if (text.kind === 'write') {
                await rest.issues.createComment({ ...repo, issue_number: number, body });
            }
        }
        async function ownComments(github, number, marker) {
            const { rest, repo } = github;
            const all = await list(github, (page) => rest.issues.listComments({ ...repo, issue_number: number, ...page }), decodeComment);
            return (await ours(github, all, marker)).sort((a, b) => a.id - b.id);
        }
        function decodeComment(value) {
            const [id, body] = [(0, decode.ZV)(value, 'id'), (0, decode.ZV)(value, 'body')];
            if (!(0, decode.eQ)(id))
                return undefined;
            return { id, body: typeof body === 'string' ? body : '', author: (0, decode.ZV)(value, 'user') };
        }
        ;
        const dashboard_PAGES_MAX = 10;
        const AUTHOR_PAGES_MAX = 5;
        async function readDashboard(github, account, isReadable) {
            const marker = markerOf(account, 'dashboard');
            const usable = ({ isOpen, body }) => isOpen || isReadable(body);
            const enough = async (issue) => !issue.isPullRequest && usable(issue) && isMarked(issue, marker) && (await github.whoAmI()).isMe(issue.author);
            const beyond = dashboardBeyond(dashboard_PAGES_MAX);
            const labelled = await findIssues(github, { state: 'all', by: 'label', pages: dashboard_PAGES_MAX, enough, beyond });
            const own = (await ours(github, labelled, marker)).filter(usable);
            if (own.length === 0 && !github.isApp)
                own.push(...(await unlabelled(github, marker, enough)).filter(usable));
            const [issue, ...others] = [...own.filter(({ isOpen }) => isOpen), ...own.filter(({ isOpen }) => !isOpen)];
            if (issue !== undefined)
                return { kind: 'found', issue, duplicates: others.filter(({ isOpen }) => isOpen) };
            const foreign = labelled.find((candidate) => candidate.isOpen && isMarked(candidate, marker));
            return foreign === undefined ? { kind: 'none' } : { kind: 'foreign', number: foreign.number };
        }
        async function unlabelled(github, marker, enough) {
            const { login } = await github.whoAmI();
            const opened = await findIssues(github, { state: 'all', by: { author: login }, pages: AUTHOR_PAGES_MAX, enough });
            return ours(github, opened, marker);
        }
        async function writeDashboard(github, account, dashboard, { title, body: text }) {
            const marker = markerOf(account, 'dashboard');
            if (dashboard.kind === 'none')
                return openIssue(github, title, below(undefined, marker, text));
            const { issue, duplicates } = dashboard;
            const body = below(issue, marker, text);
            await closeDuplicates(github, duplicates);
            if (issue.isOpen && issue.title === title && isSame(issue.body, body))
                return;
            const { rest, repo } = github;
            await rest.issues.update({ ...repo, issue_number: issue.number, title, body, state: 'open' });
        }
        ;
        const TIME = { read: 5, written: 10 };
        function openGitHub({ inputs, run, account, sanitise, warn, log }) {
            const connection = connect(inputs.token, run, sanitise);
            let dashboard;
            async function attempt(surface, verb, clock, act) {
                try {
                    return await act(await connection.until(clock));
                }
                catch (error) {
                    const { name } = SURFACES[surface];
                    if (run.outsider !== undefined && (inputs.token === '' || isRefused(error))) {
                        log((0, safe_text.gB) `The ${name} was not ${verb}: ${READ_ONLY[run.outsider]}. There is nothing to fix.`);
                        return undefined;
                    }
                    const { reason, cure } = clock.aborted ? noAnswer(run, TIME[verb]) : failureOf(error, surface, run, sanitise);
                    warn((0, safe_text.gB) `The ${name} could not be ${verb}: ${reason}. The verdict stands. ${cure}`);
                    return undefined;
                }
            }
            return {
                readDashboard: async (isReadable) => {
                    const clock = AbortSignal.timeout(TIME.read * 1000);
                    dashboard = await attempt('dashboard', 'read', clock, async (github) => {
                        const found = await readDashboard(github, account, isReadable);
                        if (found.kind === 'foreign')
                            throw foreignDashboard(found.number);
                        return found;
                    });
                    if (dashboard === undefined)
                        return { kind: 'unusable' };
                    return { kind: 'body', body: dashboard.kind === 'found' ? dashboard.issue.body : undefined };
                },
                publish: async (texts) => {
                    const clock = AbortSignal.timeout(TIME.written * 1000);
                    const write = (surface, act) => attempt(surface, 'written', clock, act);
                    const comment = async () => {
                        const [{ pullRequest }, text] = [run, texts.comment];
                        if (inputs.comment === 'never' || text.kind === 'leave' || pullRequest === undefined)
                            return;
                        await write('comment', async (github) => {
                            if (pullRequest === 'unreadable')
                                throw unreadableEvent();
                            await commentOnPullRequest(github, pullRequest, account, text);
                        });
                    };
                    const alerts = async () => {
                        const text = texts.alert;
                        if (!inputs.alertIssue || text.kind === 'leave')
                            return 'none';
                        return (await write('alert', (github) => alert_alert(github, account, text))) ?? 'none';
                    };
                    const board = async () => {
                        const [found, text] = [dashboard, texts.dashboard];
                        if (found === undefined || text === undefined)
                            return;
                        await write('dashboard', (github) => writeDashboard(github, account, found, text));
                    };
                    const [outcome] = await Promise.all([alerts(), comment(), board()]);
                    return outcome;
                },
            };
        }
        const READ_ONLY = {
            fork: (0, safe_text.gB) `the run of a fork has no token that can write`,
            dependabot: (0, safe_text.gB) `by default a run of Dependabot has no token that can write`,
        };
    })
};
