export const id = 774;
export const ids = [774];
export const modules = {
    9774: ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            tell: () => (tell)
        });
        var core = __webpack_require__(6288);
        var errors = __webpack_require__(3916);
        var report_escape = __webpack_require__(6412);
        var markdown = __webpack_require__(4285);
        var external_node_path_ = __webpack_require__(6760);
        ;
        const WORKFLOW_BOTS = { github: ['github-actions[bot]'], gitea: ['gitea-actions', 'forgejo-actions'] };
        async function connect(token, run, signal) {
            const toolkit = await __webpack_require__.e(413).then(__webpack_require__.bind(__webpack_require__, 2413));
            const silent = () => undefined;
            const log = { debug: silent, info: silent, warn: silent, error: silent };
            const octokit = toolkit.getOctokit(token, { baseUrl: run.apiUrl, log });
            octokit.hook.before('request', ({ request }) => {
                Object.assign(request, { signal, log, fetch: whole(request.fetch) });
            });
            octokit.hook.after('request', ({ status, data }, { url }) => {
                const makesSense = url.includes('per_page=') ? isList(data) : status === 204 || isObject(data);
                if (!makesSense)
                    throw new Error('its answer is not what was asked for');
            });
            const [owner, repo] = [(0, external_node_path_.dirname)(run.repository), (0, external_node_path_.basename)(run.repository)];
            let identity;
            return {
                rest: octokit.rest,
                paginate: octokit.paginate,
                repo: { owner, repo },
                isMine: async (author) => {
                    if (author == null)
                        return false;
                    identity ??= whoAmI(octokit, isGitea(run.apiUrl));
                    return (await identity)(author);
                },
            };
        }
        function whole(get) {
            return async (input, init) => {
                const response = await get(input, init);
                const body = await response.arrayBuffer();
                return new Response(body.byteLength === 0 ? null : body, response);
            };
        }
        function isList(data) {
            return Array.isArray(data) && data.every(isObject);
        }
        function isObject(data) {
            return typeof data === 'object' && data !== null;
        }
        async function whoAmI(octokit, gitea) {
            try {
                const { data } = await octokit.rest.users.getAuthenticated();
                return (author) => author.id === data.id;
            }
            catch (error) {
                if (!isStatus(error, 401, 403, 404))
                    throw error;
            }
            try {
                const { viewer } = await octokit.graphql('{ viewer { login } }');
                const bot = viewer.login.replace(/(\[bot\])?$/, '[bot]');
                return (author) => author.login === bot;
            }
            catch (error) {
                if (!isStatus(error, 401, 403, 404) && (0, errors.$)(error, 'name') !== 'GraphqlResponseError')
                    throw error;
                const bots = gitea ? WORKFLOW_BOTS.gitea : WORKFLOW_BOTS.github;
                return (author) => bots.includes(author.login);
            }
        }
        function isGitea(apiUrl) {
            return apiUrl.endsWith('/api/v1');
        }
        function isStatus(error, ...statuses) {
            return statuses.includes(Number((0, errors.$)(error, 'status')));
        }
        function markerOf(account) {
            return `<!-- pixverse-balance-action account=${encodeURIComponent(account)} -->`;
        }
        function isMarked(text, account) {
            return text?.split(/\r?\n/, 1)[0] === markerOf(account);
        }
        function isSame(text, wanted) {
            return text?.replace(/\r\n/g, '\n').trim() === wanted.trim();
        }
        ;
        const LABEL = 'pixverse-balance';
        async function alert_alert(github, account, result, apiUrl) {
            const { verdict } = result;
            if (verdict !== 'low' && verdict !== 'warn' && verdict !== 'ok')
                return 'none';
            const { rest, repo } = github;
            const [issue, ...duplicates] = await ownIssues(github, account);
            await Promise.allSettled(duplicates.map(({ number }) => rest.issues.update({ ...repo, issue_number: number, state: 'closed', state_reason: 'not_planned' })));
            if (verdict === 'ok') {
                if (issue === undefined)
                    return 'none';
                const { number } = issue;
                await rest.issues.update({ ...repo, issue_number: number, state: 'closed', state_reason: 'completed' });
                await rest.issues.createComment({ ...repo, issue_number: number, body: (0, markdown.qn)(result) });
                return 'closed';
            }
            const title = (0, markdown.Ro)(result);
            const body = `${markerOf(account)}\n${stateMark(verdict)}\n${(0, markdown.Im)(result)}`;
            if (issue === undefined) {
                await rest.issues.create({ ...repo, title, body, labels: await labels(github, apiUrl) });
                return 'opened';
            }
            if (issue.title === title && isSame(issue.body, body))
                return 'none';
            if (verdict === 'low' && issue.body?.includes(stateMark('warn')) === true) {
                await rest.issues.createComment({ ...repo, issue_number: issue.number, body: (0, markdown.qn)(result) });
            }
            await rest.issues.update({ ...repo, issue_number: issue.number, title, body });
            return 'updated';
        }
        function stateMark(verdict) {
            return `<!-- verdict=${verdict} -->`;
        }
        async function ownIssues({ rest, paginate, repo, isMine }, account) {
            const all = await paginate(rest.issues.listForRepo, { ...repo, labels: LABEL, state: 'open', per_page: 100 });
            const own = [];
            for (const candidate of all.filter(({ body, pull_request }) => pull_request == null && isMarked(body, account))) {
                if (await isMine(candidate.user))
                    own.push(candidate);
            }
            return own.sort((a, b) => a.number - b.number);
        }
        async function labels({ rest, paginate, repo }, apiUrl) {
            if (!isGitea(apiUrl))
                return [LABEL];
            const all = await paginate(rest.issues.listLabelsForRepo, { ...repo, per_page: 100 });
            const known = all.find(({ name }) => name === LABEL);
            const { id } = known ?? (await rest.issues.createLabel({ ...repo, name: LABEL, color: 'd93f0b' })).data;
            return [id];
        }
        ;
        async function commentOnPullRequest(github, number, account, mode, result) {
            const { rest, repo } = github;
            const [first, ...duplicates] = await ownComments(github, number, account);
            await Promise.allSettled(duplicates.map(({ id }) => rest.issues.deleteComment({ ...repo, comment_id: id })));
            const text = textFor(mode, result, first !== undefined);
            if (text === undefined)
                return;
            const body = `${markerOf(account)}\n${text}`;
            if (first === undefined)
                await rest.issues.createComment({ ...repo, issue_number: number, body });
            else if (!isSame(first.body, body))
                await rest.issues.updateComment({ ...repo, comment_id: first.id, body });
        }
        async function ownComments({ rest, paginate, repo, isMine }, number, account) {
            const all = await paginate(rest.issues.listComments, { ...repo, issue_number: number, per_page: 100 });
            const own = [];
            for (const candidate of all.filter(({ body }) => isMarked(body, account))) {
                if (await isMine(candidate.user))
                    own.push(candidate);
            }
            return own.sort((a, b) => a.id - b.id);
        }
        function textFor(mode, result, exists) {
            if (mode === 'always')
                return (0, markdown.Im)(result);
            switch (result.verdict) {
                case 'low':
                case 'over-budget':
                case 'unknown':
                case 'error':
                    return (0, markdown.Im)(result);
                case 'ok':
                case 'warn':
                    return exists ? (0, markdown.Im)(result, 'Resolved: ') : undefined;
                case 'skipped':
                    return undefined;
            }
        }
        var github_event = __webpack_require__(5015);
        ;
        const TIME = 10_000;
        async function tell(inputs, result) {
            const clock = new AbortController();
            const timer = setTimeout(() => {
                clock.abort();
            }, TIME);
            const { account, comment, run } = inputs;
            async function attempt(what, permission, act) {
                try {
                    if (inputs.githubToken === '')
                        throw new Refused('the input github-token is empty');
                    return await act(() => connect(inputs.githubToken, run, clock.signal));
                }
                catch (error) {
                    const neutral = (text) => (0, report_escape.$0)((0, report_escape.$0)(text, inputs.githubToken), inputs.apiKey);
                    const reason = clock.signal.aborted
                        ? `GitHub gave no answer within ${TIME / 1000} s`
                        : reasonOf(error, permission, neutral);
                    core.warning(`The ${what} could not be written: ${reason}. The verdict stands.`);
                    return undefined;
                }
            }
            try {
                const [, outcome] = await Promise.all([
                    comment === 'never'
                        ? undefined
                        : attempt('pull request comment', 'pull-requests: write', async (connected) => {
                            const number = (0, github_event.K)(run);
                            if (number === 'unreadable')
                                throw new Refused('the file of the event cannot be read');
                            if (number !== undefined)
                                await commentOnPullRequest(await connected(), number, account, comment, result);
                        }),
                    inputs.alertIssue
                        ? attempt('alert issue', 'issues: write', async (connected) => alert_alert(await connected(), account, result, run.apiUrl))
                        : undefined,
                ]);
                return outcome ?? 'none';
            }
            finally {
                clearTimeout(timer);
            }
        }
        class Refused extends Error {
        }
        function reasonOf(error, permission, neutral) {
            if (error instanceof Refused)
                return error.message;
            const said = neutral((0, errors.b)(error)).replace(/\.$/, '');
            if (isStatus(error, 401))
                return 'GitHub does not know the token in github-token';
            if (isStatus(error, 403)) {
                return /not accessible/i.test(said)
                    ? `the token may not do it; give the job the permission ${permission}`
                    : `GitHub refuses it (${said}); if a permission is missing, it is ${permission}`;
            }
            if (isStatus(error, 404))
                return `GitHub does not find it, or hides it from the token; check the permission ${permission}`;
            if (isStatus(error, 410))
                return 'issues are turned off in this repository';
            return said === '' ? 'neither GitHub nor the connection to it gave a reason; the next run tries again' : said;
        }
    })
};
