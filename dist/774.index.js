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
        const WORKFLOW_BOTS = ['github-actions[bot]', 'gitea-actions', 'forgejo-actions'];
        async function connect(token, run, signal) {
            const toolkit = await __webpack_require__.e(413).then(__webpack_require__.bind(__webpack_require__, 2413));
            const silent = () => undefined;
            const octokit = toolkit.getOctokit(token, {
                baseUrl: run.apiUrl,
                log: { debug: silent, info: silent, warn: silent, error: silent },
            });
            octokit.hook.before('request', (options) => {
                options.request.signal = signal;
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
                    identity ??= whoAmI(octokit);
                    return (await identity)(author);
                },
            };
        }
        async function whoAmI(octokit) {
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
                core.debug(`GraphQL does not tell who the token is: ${String(error)}`);
                return (author) => WORKFLOW_BOTS.includes(author.login);
            }
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
            const [first, ...duplicates] = await ownIssues(github, account);
            for (const { number } of duplicates) {
                await rest.issues.update({ ...repo, issue_number: number, state: 'closed', state_reason: 'not_planned' });
            }
            if (verdict === 'ok') {
                if (first === undefined)
                    return 'none';
                await rest.issues.createComment({ ...repo, issue_number: first.number, body: (0, markdown.qn)(result) });
                await rest.issues.update({ ...repo, issue_number: first.number, state: 'closed', state_reason: 'completed' });
                return 'closed';
            }
            const title = (0, markdown.Ro)(result);
            const body = `${markerOf(account)}\n${stateMark(verdict)}\n${(0, markdown.Im)(result)}`;
            if (first === undefined) {
                await rest.issues.create({ ...repo, title, body, labels: await labels(github, apiUrl) });
                return 'opened';
            }
            if (first.title === title && isSame(first.body, body))
                return 'none';
            await rest.issues.update({ ...repo, issue_number: first.number, title, body });
            if (verdict === 'low' && first.body?.includes(stateMark('warn')) === true) {
                await rest.issues.createComment({ ...repo, issue_number: first.number, body: (0, markdown.qn)(result) });
            }
            return 'updated';
        }
        function stateMark(verdict) {
            return `<!-- verdict=${verdict} -->`;
        }
        async function ownIssues({ rest, paginate, repo, isMine }, account) {
            const all = await paginate(rest.issues.listForRepo, { ...repo, labels: LABEL, state: 'open', per_page: 100 });
            const own = [];
            for (const candidate of all.filter(({ body, pull_request }) => pull_request === undefined && isMarked(body, account))) {
                if (await isMine(candidate.user))
                    own.push(candidate);
            }
            return own.sort((a, b) => a.number - b.number);
        }
        async function labels({ rest, paginate, repo }, apiUrl) {
            if (!apiUrl.endsWith('/api/v1'))
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
            for (const { id } of duplicates)
                await rest.issues.deleteComment({ ...repo, comment_id: id });
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
                    const reason = clock.signal.aborted
                        ? `GitHub gave no answer within ${TIME / 1000} s`
                        : reasonOf(error, permission);
                    const shown = (0, report_escape.$0)((0, report_escape.$0)(reason, inputs.githubToken, 300), inputs.apiKey, 300).replace(/\.$/, '');
                    core.warning(`The ${what} could not be written: ${shown}. The verdict stands.`);
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
        function reasonOf(error, permission) {
            if (error instanceof Refused)
                return error.message;
            if (isStatus(error, 401))
                return 'GitHub does not know the token in github-token';
            if (isStatus(error, 403))
                return `the token may not do it; give the job the permission ${permission}`;
            if (isStatus(error, 404))
                return `GitHub does not find it, or hides it from the token; check the permission ${permission}`;
            if (isStatus(error, 410))
                return 'issues are turned off in this repository';
            return (0, errors.b)(error);
        }
    })
};
