import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { startGitHub, TOKEN, user, WORKFLOW } from '../../sandbox/github.mjs'
import { pullRequest } from '../../sandbox/scenarios.mjs'
import { annotations, balance, gateAgainst, KEY, runGate, type Setup } from '../support/gate.js'
import { ENGINES } from '../support/source.js'

// Each test runs several processes.
jest.setTimeout(60_000)

type GitHub = Awaited<ReturnType<typeof startGitHub>>
type Options = Parameters<typeof startGitHub>[0]
type Outcome = Awaited<ReturnType<typeof gateAgainst>>

const RICH = balance(1_069_020, 3_630)
const POOR = balance(212, 100)
const SOME = balance(700, 0)

const PR = 7
const MALLORY = user('mallory', 666)

let github: GitHub
afterEach(async () => {
  await github.close()
})

async function start(options?: Options): Promise<void> {
  github = await startGitHub(options)
}

const marker = (account = 'PixVerse'): string => `<!-- pixverse-balance-action account=${account} -->`
const writes = (): string[] =>
  github.requests
    .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
    .map(({ method, path }) => `${method} ${path}`)
const bodies = (): string[] => github.comments.map(({ body }) => body ?? '')
const warnings = (log: string): string[] => annotations(log).filter((line) => line.startsWith('::warning::'))

describe.each(ENGINES)('%s', (_, engine) => {
  /** Runs the gate on pull request 7, with the inputs, against the GitHub of the test. */
  async function gate(
    answer: unknown,
    inputs: Record<string, string>,
    setup: Setup = {},
    status = 200,
  ): Promise<Outcome> {
    const event = { name: 'pull_request', payload: pullRequest(1, PR) }
    const env = { GITHUB_API_URL: github.url, ...setup.env }
    return gateAgainst(
      answer,
      { event, ...setup, env, inputs: { 'github-token': TOKEN, ...inputs } },
      { engine, status },
    )
  }
  const commented = async (answer: unknown, mode = 'always', more: Record<string, string> = {}): Promise<Outcome> =>
    gate(answer, { 'comment-summary-in-pr': mode, ...more })
  const alerted = async (answer: unknown, more: Record<string, string> = {}): Promise<Outcome> =>
    gate(answer, { 'alert-issue': 'true', 'warn-below': '1000', ...more })

  test('asks GitHub nothing unless told to', async () => {
    await start()
    await gate(RICH, {})
    await gate(POOR, {})
    expect(github.requests).toEqual([])
  })

  describe('the comment', () => {
    test('is created, with the summary and without what changes from run to run', async () => {
      await start()
      const { exitCode, outputs, log } = await commented(POOR)
      expect(exitCode).toBe(1)
      expect(writes()).toEqual([`POST /repos/octo/film/issues/${PR}/comments`])
      expect(github.requests[0]?.authorization).toBe(`token ${TOKEN}`)
      const [body = ''] = bodies()
      expect(body.split('\n')[0]).toBe(marker())
      expect(body).toContain('**312 credits left, this run needs 480: short by 168, at most $1.68.**')
      expect(body).not.toContain(outputs['trace_id'])
      expect(log).not.toContain('::warning')
    })

    test('is edited in place, and not written when nothing has changed', async () => {
      await start()
      await commented(POOR)
      await commented(POOR)
      expect(writes()).toHaveLength(1)
      await commented(RICH)
      expect(writes()).toHaveLength(2)
      expect(bodies()).toEqual([expect.stringContaining('credits are enough')])
    })

    test('counts as unchanged when GitHub hands it back with other line ends', async () => {
      await start()
      await commented(POOR)
      const [comment] = github.comments
      if (comment?.body !== undefined) comment.body = `${comment.body.replaceAll('\n', '\r\n')}\r\n`
      await commented(POOR)
      expect(writes()).toHaveLength(1)
    })

    test('is found on a later page', async () => {
      await start()
      for (let at = 0; at < 250; at++) github.addComment(`chatter ${at}`, PR, MALLORY)
      github.addComment(`${marker()}\nold`, PR)
      for (let at = 0; at < 30; at++) github.addComment(`more chatter ${at}`, PR, MALLORY)
      await commented(POOR)
      expect(writes()).toEqual([`PATCH /repos/octo/film/issues/comments/${github.comments[250]?.id}`])
    })

    test('is one for each account, and names that begin alike are not mixed up', async () => {
      await start()
      for (const account of ['film-eu', 'film', 'Film', 'film eu --> <!--', 'фильм'])
        await commented(POOR, 'always', { account })
      expect(github.comments).toHaveLength(5)
      await commented(RICH, 'always', { account: 'film' })
      expect(bodies().filter((body) => body.includes('credits are enough'))).toEqual([
        expect.stringContaining(marker('film')),
      ])
      expect(github.comments).toHaveLength(5)
    })

    test.each<[string, Options]>([
      ['a workflow', {}],
      ['a user', { kind: 'user', me: user('renovate', 5) }],
      ['a GitHub App', { me: user('film-app[bot]', 77, 'Bot') }],
      ['a workflow of Gitea', { kind: 'gitea', me: user('gitea-actions', -2) }],
    ])('of somebody else is left alone, whatever it says, when the token is that of %s', async (_, options) => {
      await start(options)
      const planted = [marker(), `${marker()}\nold`, `${marker()}\r\nold`].map(
        (body) => github.addComment(body, PR, MALLORY).body,
      )
      github.addComment(`quoted:\n${marker()}`, PR)
      await commented(POOR)
      await commented(RICH)
      expect(bodies().slice(0, 3)).toEqual(planted)
      expect(github.comments).toHaveLength(5)
      expect(bodies()[4]).toContain('credits are enough')
    })

    test('of an author that is gone is left alone', async () => {
      await start()
      Object.assign(github.addComment(`${marker()}\nold`, PR), { user: null })
      await commented(POOR)
      expect(github.comments).toHaveLength(2)
    })

    test.each<[string, ReturnType<NonNullable<NonNullable<Options>['interfere']>>]>([
      ['is missing', 404],
      ['is forbidden', 403],
      ['refuses', { body: '{"data":null,"errors":[{"type":"FORBIDDEN","message":"no"}]}' }],
    ])('falls back on the name of workflow tokens where GraphQL %s', async (_, answer) => {
      await start({ interfere: (_, path) => (path === '/graphql' ? answer : undefined) })
      await commented(POOR)
      await commented(RICH)
      expect(github.comments).toHaveLength(1)
      // Other forges have that name for theirs; on GitHub anybody may have it.
      github.addComment(`${marker('b')}\nold`, PR, user('gitea-actions', 5))
      await commented(POOR, 'always', { account: 'b' })
      expect(github.comments).toHaveLength(3)
    })

    test('falls back on other names on Gitea and Forgejo', async () => {
      const interfere = (_: string, path: string): number | undefined => (path === '/user' ? 403 : undefined)
      await start({ kind: 'gitea', me: user('forgejo-actions', -2), interfere })
      await commented(POOR)
      await commented(RICH)
      expect(github.comments).toHaveLength(1)
      github.addComment(`${marker('b')}\nold`, PR, WORKFLOW)
      await commented(POOR, 'always', { account: 'b' })
      expect(github.comments).toHaveLength(3)
    })

    test('is neither created nor edited while GraphQL does not tell whose the token is', async () => {
      await start({
        me: user('film-app[bot]', 77, 'Bot'),
        interfere: (_, path) => (path === '/graphql' ? 502 : undefined),
      })
      github.addComment(`${marker()}\nold`, PR)
      github.addComment(`${marker()}\nold`, PR, WORKFLOW)
      const { log } = await commented(POOR)
      expect([warnings(log).length, writes()]).toEqual([1, []])
    })

    test('is brought up to date even if its duplicates cannot be removed', async () => {
      await start({ interfere: (method) => (method === 'DELETE' ? 404 : undefined) })
      for (let at = 0; at < 3; at++) github.addComment(`${marker()}\nold`, PR)
      const { log } = await commented(POOR)
      expect(bodies()[0]).toContain('credits are too low')
      expect([bodies().length, warnings(log)]).toEqual([3, []])
    })

    test('of two runs at once ends as one with the next run', async () => {
      let waiting = 0
      let open: () => void = () => undefined
      const both = new Promise<void>((resolve) => (open = resolve))
      // Neither list is answered before both have been asked for.
      await start({
        interfere: (method) => {
          if (method !== 'GET' || waiting >= 2) return undefined
          if (++waiting === 2) open()
          return both
        },
      })
      if (engine === runGate) await Promise.all([commented(POOR), commented(POOR)])
      else for (let at = 0; at < 2; at++) github.addComment(`${marker()}\nold`, PR)
      expect(github.comments).toHaveLength(2)
      waiting = 2
      await commented(RICH)
      expect(bodies()).toEqual([expect.stringContaining('credits are enough')])
    })

    test.each<[string, unknown, number, boolean]>([
      ['low', POOR, 200, true],
      ['unknown', '', 500, true],
      ['error', { ErrCode: 400012, ErrMsg: '', Resp: null }, 200, true],
      ['ok', RICH, 200, false],
      ['warn', SOME, 200, false],
    ])('on failure only: %s', async (verdict, answer, status, expected) => {
      await start()
      const inputs = { 'comment-summary-in-pr': 'on-failure', 'warn-below': '1000' }
      const { outputs } = await gate(answer, inputs, {}, status)
      expect([outputs['verdict'], github.comments.length > 0]).toEqual([verdict, expected])
    })

    test('on failure only: over-budget', async () => {
      await start()
      const { outputs } = await commented(RICH, 'on-failure', { plan: '[{ credits: 5 }]', budget: '4' })
      expect([outputs['verdict'], github.comments.length]).toEqual(['over-budget', 1])
    })

    test('on failure only: turns into resolved when all is well again', async () => {
      await start()
      await commented(POOR, 'on-failure')
      await commented(RICH, 'on-failure')
      expect(bodies()).toEqual([expect.stringContaining('### Resolved: PixVerse credits are enough')])
      await commented(RICH, 'on-failure')
      expect(writes()).toHaveLength(2)
    })

    test('on failure only: stays when the run is skipped', async () => {
      await start()
      await commented(POOR, 'on-failure')
      const event = { name: 'pull_request', payload: pullRequest(2, PR) }
      const { outputs } = await gate(RICH, { 'comment-summary-in-pr': 'on-failure', 'api-key': '' }, { event })
      expect([outputs['verdict'], writes().length]).toEqual(['skipped', 1])
    })

    test('is not missed on an event without a pull request whose file cannot be read', async () => {
      await start()
      const setup = { event: { name: 'push' }, env: { GITHUB_EVENT_PATH: '/nowhere' } }
      const { log } = await gate(POOR, { 'comment-summary-in-pr': 'always' }, setup)
      expect([github.requests, warnings(log)]).toEqual([[], []])
    })

    test.each([
      ['push', {}],
      ['schedule', undefined],
      ['issue_comment', { issue: { number: 3 } }],
      ['issue_comment', { issue: { number: 3, pull_request: null } }],
      ['pull_request', { pull_request: { number: '7/../8' } }],
    ])('is not written on %s of %j', async (name, payload) => {
      await start()
      const { log } = await gate(POOR, { 'comment-summary-in-pr': 'always' }, { event: { name, payload } })
      expect([github.requests, warnings(log)]).toEqual([[], []])
    })

    test('is written on a comment on a pull request', async () => {
      await start()
      const event = { name: 'issue_comment', payload: { issue: { number: 9, pull_request: {} } } }
      await gate(POOR, { 'comment-summary-in-pr': 'always' }, { event })
      expect(writes()).toEqual(['POST /repos/octo/film/issues/9/comments'])
    })

    test('repeats nothing that came out of an input, a message or the key', async () => {
      await start()
      await commented({ ErrCode: 400017, ErrMsg: `said ${KEY} and words of PixVerse`, Resp: null })
      await commented(RICH, 'always', {
        account: 'b',
        minimum: 'hunter2-secret',
        budget: KEY,
        'base-url': `https://x/?${KEY}`,
      })
      await commented(RICH, 'always', { account: 'c', plan: `[{ model: ${KEY} }, { name: ${KEY}, credits: 1 }]` })
      expect(github.comments).toHaveLength(3)
      for (const text of [KEY, 'words of PixVerse', 'hunter2']) expect(bodies().join()).not.toContain(text)
    })

    test('is not removed as its own duplicate when pages shift while they are read', async () => {
      await start({ shifting: true })
      for (let at = 0; at < 99; at++) github.addComment(`chatter ${at}`, PR, MALLORY)
      github.addComment(`${marker()}\nold`, PR)
      github.addComment('more chatter', PR, MALLORY)
      await commented(POOR)
      expect(github.comments).toHaveLength(101)
      expect(bodies()[99]).toContain('credits are too low')
    })

    test('of nobody is not ours, though the token is nobody, too', async () => {
      await start({ kind: 'user', nameless: true })
      Object.assign(github.addComment(`${marker()}\nold`, PR), { user: {} })
      const { exitCode, log } = await commented(RICH)
      expect([exitCode, warnings(log).length, writes()]).toEqual([0, 1, []])
    })

    test.each<[string, Setup]>([
      ['a fork', { event: { name: 'pull_request', payload: pullRequest(2, PR) } }],
      ['Dependabot', { env: { GITHUB_ACTOR: 'dependabot[bot]' } }],
    ])('that a run of %s may not write is a line of the log, not a warning', async (who, setup) => {
      await start({ interfere: (method) => (method === 'POST' ? 403 : undefined) })
      const inputs = { 'comment-summary-in-pr': 'always', 'api-key': '' }
      const { exitCode, outputs, log } = await gate(RICH, inputs, setup)
      expect([exitCode, outputs['verdict'], warnings(log)]).toEqual([0, 'skipped', []])
      expect(log).toMatch(
        new RegExp(`^The pull request comment was not written: .*${who}.*\\. There is nothing to fix\\.$`, 'm'),
      )
      expect(log).not.toContain('pull-requests: write')
    })

    test('neutralises names that somebody hostile wrote', async () => {
      await start()
      const names = [
        'pay to billing@evil.example',
        'https://evil.example/x',
        'www.evil.example',
        'xmpp:a@evil.example',
        '@everyone',
        '<img src=x onerror=y>',
        '[a](https://evil.example)',
        '| a | ![x](y) | `b`',
        '</details><script>',
        '#1 octo/film#2 GH-3',
      ]
      await commented(RICH, 'always', { plan: JSON.stringify(names.map((name) => ({ credits: 1, name }))) })
      const [body = ''] = bodies()
      for (const [index] of names.entries())
        expect(body.match(/1 x 1, price given by the plan/g)?.[index]).toBeDefined()
      const decoded = body.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
      expect(decoded).not.toMatch(/\w@\w|@everyone|https:\/\/evil|www\.evil|xmpp:a/)
      expect(body).not.toMatch(/<img|<script|\[a\]|!\[|`b`|#1 |film#2/)
    })

    test('says nothing of the age of the prices, which grows from run to run', async () => {
      await start()
      const inputs = {
        'comment-summary-in-pr': 'always',
        minimum: '',
        plan: '[{ model: v6, quality: 720p, duration: 5 }]',
      }
      const { log, summary } = await gate(RICH, inputs, { now: '2027-03-01T00:00:00Z' })
      await gate(RICH, inputs, { now: '2027-04-01T00:00:00Z' })
      expect(log).toContain('The built-in prices are 142 days old. ')
      expect(summary).toContain('The built-in prices are 142 days old. ')
      expect(bodies()).toEqual([expect.not.stringContaining('days old')])
      expect(writes()).toHaveLength(1)
    })

    test('stays below the size that GitHub takes, whatever the plan', async () => {
      await start()
      const name = '|`<>*_'.repeat(15)
      const items = Array.from({ length: 100 }, (_, at) => ({
        credits: at,
        name: `${at}${name}`,
        model: name,
        quality: name,
        feature: name,
      }))
      await commented(RICH, 'always', { plan: JSON.stringify(items), account: name })
      const faulty = Array.from({ length: 100 }, () => ({ feature: name, model: name }))
      await commented(RICH, 'always', { plan: JSON.stringify(faulty), account: 'b' })
      expect(github.comments).toHaveLength(2)
      for (const body of bodies()) expect(body.length).toBeLessThan(65_536)
    })
  })

  describe('the alert issue', () => {
    const open = (): string[] => github.issues.filter(({ state }) => state === 'open').map(({ title }) => title)

    test('is opened when credits are low, and closed when they are back', async () => {
      await start()
      const low = await alerted(POOR)
      expect([low.exitCode, low.outputs['alert']]).toEqual([1, 'opened'])
      expect(JSON.parse(low.outputs['report'] ?? '')).toHaveProperty('alert', 'opened')
      expect(github.issues).toMatchObject([
        { title: 'PixVerse credits are too low', labels: [{ name: 'pixverse-balance' }] },
      ])
      expect(github.issues[0]?.body?.startsWith(`${marker()}\n`)).toBe(true)

      const again = await alerted(POOR)
      expect([again.outputs['alert'], writes().length]).toEqual(['none', 1])

      const back = await alerted(RICH)
      expect([back.exitCode, back.outputs['alert']]).toEqual([0, 'closed'])
      expect(github.issues).toMatchObject([{ state: 'closed', state_reason: 'completed' }])
      expect(bodies()).toEqual(['**PixVerse credits are enough again: 1,072,650 credits left, this run needs 480.**'])

      const calm = await alerted(RICH)
      expect([calm.outputs['alert'], writes().length]).toEqual(['none', 3])

      expect((await alerted(POOR)).outputs['alert']).toBe('opened')
      expect(github.issues).toHaveLength(2)
    })

    test('is edited quietly, and comments only when warn becomes low', async () => {
      await start()
      expect((await alerted(SOME)).outputs['alert']).toBe('opened')
      expect((await alerted(balance(600, 0))).outputs['alert']).toBe('updated')
      expect(bodies()).toEqual([])
      expect((await alerted(POOR)).outputs['alert']).toBe('worsened')
      expect(bodies()).toEqual([expect.stringContaining('**312 credits left, this run needs 480: short by 168')])
      expect(open()).toEqual(['PixVerse credits are too low'])
      await alerted(balance(200, 100))
      await alerted(SOME)
      expect(github.comments).toHaveLength(1)
      expect(open()).toEqual(['PixVerse credits run low'])
      expect(github.issues).toHaveLength(1)
    })

    test.each<[string, unknown, number, Record<string, string>]>([
      ['unknown', '', 500, {}],
      ['error', RICH, 200, { minimum: 'x' }],
      ['over-budget', POOR, 200, { plan: '[{ credits: 5 }]', budget: '1' }],
    ])('is left alone by %s', async (verdict, answer, status, inputs) => {
      await start()
      await alerted(POOR)
      const { outputs } = await gate(answer, { 'alert-issue': 'true', ...inputs }, {}, status)
      expect([outputs['verdict'], outputs['alert'], writes().length]).toEqual([verdict, 'none', 1])
    })

    test('of somebody else, a pull request, or another account is never touched', async () => {
      await start()
      const labels = [{ name: 'pixverse-balance' }]
      github.addIssue({ title: 'planted', body: `${marker()}\nold`, labels, user: MALLORY })
      github.addIssue({ title: 'unmarked', body: 'mine, but by hand', labels })
      github.addIssue({ title: 'no body', body: null, labels })
      github.addIssue({ title: 'gone', body: marker(), labels, user: null })
      const links = { diff_url: null, html_url: null, patch_url: null, url: null }
      github.addIssue({ title: 'a pull request', body: marker(), labels, pull_request: links })
      github.addIssue({ title: 'other label', body: marker(), labels: [{ name: 'bug' }], user: MALLORY })
      github.addIssue({ title: 'other account', body: marker('film-eu'), labels })
      const before = JSON.stringify(github.issues)
      expect((await alerted(POOR, { account: 'film' })).outputs['alert']).toBe('opened')
      expect((await alerted(RICH, { account: 'film' })).outputs['alert']).toBe('closed')
      expect((await alerted(POOR)).outputs['alert']).toBe('opened')
      expect((await alerted(RICH)).outputs['alert']).toBe('closed')
      expect(JSON.stringify(github.issues.slice(0, 7))).toBe(before)
      expect(github.issues).toHaveLength(9)
    })

    test('is found on a later page', async () => {
      await start()
      const labels = [{ name: 'pixverse-balance' }]
      for (let at = 0; at < 120; at++) github.addIssue({ title: `other ${at}`, body: '', labels, user: MALLORY })
      await alerted(POOR)
      expect((await alerted(RICH)).outputs['alert']).toBe('closed')
    })

    test('of two runs at once ends as one with the next run', async () => {
      await start()
      const labels = [{ name: 'pixverse-balance' }]
      for (const title of ['first', 'second', 'third'])
        github.addIssue({ title, body: marker(), labels, user: WORKFLOW })
      const { outputs } = await alerted(POOR)
      expect([outputs['alert'], open()]).toEqual(['updated', ['PixVerse credits are too low']])
      expect(github.issues.map(({ state }) => state)).toEqual(['open', 'closed', 'closed'])
    })

    test('is commented on once, when it can be closed but not commented on, or the other way round', async () => {
      let refused = 'PATCH'
      await start({ interfere: (method) => (method === refused ? 502 : undefined) })
      await alerted(POOR)
      for (let run = 0; run < 3; run++) expect((await alerted(RICH)).outputs['alert']).toBe('none')
      expect([github.comments, open().length]).toEqual([[], 1])
      refused = 'DELETE'
      expect((await alerted(RICH)).outputs['alert']).toBe('closed')
      expect([bodies().length, open()]).toEqual([1, []])
    })

    test('tells that warn has become low with a later run, when it cannot do so now', async () => {
      let commenting = false
      await start({ interfere: (_, path) => (path.endsWith('/comments') && !commenting ? 502 : undefined) })
      await alerted(SOME)
      expect(warnings((await alerted(POOR)).log)).toHaveLength(1)
      commenting = true
      expect((await alerted(POOR)).outputs['alert']).toBe('worsened')
      expect(bodies()).toEqual([expect.stringContaining('short by 168')])
    })

    test('is brought up to date even if its duplicates cannot be closed', async () => {
      await start({ interfere: (_, path) => (path.endsWith('/1002') ? 403 : undefined) })
      const labels = [{ name: 'pixverse-balance' }]
      for (const title of ['first', 'second']) github.addIssue({ title, body: marker(), labels })
      const { outputs, log } = await alerted(POOR)
      expect([outputs['alert'], warnings(log)]).toEqual(['updated', []])
      expect(open()).toEqual(['PixVerse credits are too low', 'second'])
    })

    test('is opened on Gitea and Forgejo, where a label has to exist first', async () => {
      await start({ kind: 'gitea', me: user('gitea-actions', -2) })
      expect(github.url).toMatch(/\/api\/v1$/)
      for (const [answer, alert] of [
        [POOR, 'opened'],
        [POOR, 'none'],
        [RICH, 'closed'],
        [POOR, 'opened'],
      ]) {
        expect((await alerted(answer)).outputs['alert']).toBe(alert)
      }
      expect(github.labels).toHaveLength(1)
      expect(github.issues).toMatchObject([
        { state: 'closed' },
        { state: 'open', labels: [{ name: 'pixverse-balance' }] },
      ])
    })

    test('is found again though the token may not set its label', async () => {
      await start({ mayLabel: false })
      for (const [answer, alert] of [
        [SOME, 'opened'],
        [SOME, 'none'],
        [POOR, 'worsened'],
        [RICH, 'closed'],
      ]) {
        expect((await alerted(answer)).outputs['alert']).toBe(alert)
      }
      expect(github.issues).toMatchObject([{ state: 'closed', labels: [] }])
    })

    test('is not closed as its own duplicate when pages shift while they are read', async () => {
      await start({ shifting: true })
      const labels = [{ name: 'pixverse-balance' }]
      for (let at = 0; at < 99; at++) github.addIssue({ title: `other ${at}`, body: '', labels })
      await alerted(SOME)
      github.addIssue({ title: 'one more', body: '', labels })
      const { outputs } = await alerted(balance(600, 0))
      expect(outputs['alert']).toBe('updated')
      expect(open()).toContain('PixVerse credits run low')
    })

    test('says which of two accounts it is about', async () => {
      await start()
      await alerted(POOR, { account: 'film' })
      await alerted(POOR)
      expect(open()).toEqual(['PixVerse credits are too low (film)', 'PixVerse credits are too low'])
    })

    test('is written on a schedule, where there is no pull request to comment on', async () => {
      await start()
      const inputs = { 'alert-issue': 'true', 'comment-summary-in-pr': 'always' }
      const { outputs, log } = await gate(POOR, inputs, { event: { name: 'schedule' } })
      expect([outputs['alert'], github.comments, warnings(log)]).toEqual(['opened', [], []])
    })
  })

  describe('a failure is one warning for each, and the verdict stands', () => {
    const both = { 'comment-summary-in-pr': 'always', 'alert-issue': 'true' }

    test.each<[number, string, string]>([
      [401, 'does not know the token', 'does not know the token'],
      [403, 'the permission `pull-requests: write`', 'the permission `issues: write`'],
      [404, 'the permission `pull-requests: write`', 'the permission `issues: write`'],
      [410, 'issues are turned off', 'issues are turned off'],
      [422, 'refused with 422', 'refused with 422'],
      [500, 'refused with 500', 'refused with 500'],
      [503, 'refused with 503', 'refused with 503'],
    ])('on HTTP %i', async (status, comment, issue) => {
      await start({ interfere: () => status })
      for (const [answer, exitCode, verdict] of [
        [POOR, 1, 'low'],
        [RICH, 0, 'ok'],
      ] as const) {
        const run = await gate(answer, both)
        expect([run.exitCode, run.outputs['verdict'], run.outputs['alert']]).toEqual([exitCode, verdict, 'none'])
        const [first = '', second = '', ...more] = warnings(run.log).sort()
        expect(more).toEqual([])
        expect(first).toContain('The alert issue could not be written: ')
        expect(first).toContain(issue)
        expect(second).toContain('The pull request comment could not be written: ')
        expect(second).toContain(comment)
        expect(run.log).not.toContain('##[')
      }
    })

    test.each([
      [
        'Resource not accessible by integration',
        'the token may not do it. The verdict stands. Give the job the permission `issues: write`.',
      ],
      [
        'API rate limit exceeded.',
        'GitHub got more requests than it takes from this token. The verdict stands. The next run tries again.',
      ],
      [
        `::error::${KEY}`,
        'GitHub refuses it with `(withheld: it repeats a secret)`. The verdict stands. If that is a matter of rights: Give the job the permission `issues: write`.',
      ],
    ])('on HTTP 403 it says why: %s', async (message, says) => {
      await start({
        interfere: (method) => (method === 'POST' ? { status: 403, body: JSON.stringify({ message }) } : undefined),
      })
      const { log } = await gate(POOR, { 'alert-issue': 'true' })
      expect(warnings(log)).toEqual([`::warning::The alert issue could not be written: ${says}`])
    })

    test('on HTTP 502 with nothing in it', async () => {
      await start({ interfere: () => ({ status: 502, body: '' }) })
      const { log } = await gate(POOR, { 'alert-issue': 'true' })
      expect(warnings(log)).toEqual([
        expect.stringContaining(
          'GitHub answers HTTP 502 without a reason. The verdict stands. The next run tries again.',
        ),
      ])
    })

    const LISTS = /\/(comments|issues)$/
    test.each<[string, RegExp, ReturnType<NonNullable<NonNullable<Options>['interfere']>>]>([
      ['a list is cut', LISTS, 'cut'],
      ['a list is empty as a whole', LISTS, { status: 204, body: '' }],
      ['a list is none', LISTS, { body: '{}' }],
      ['a list is of nothings', LISTS, { body: '[null]' }],
      ['a list is a web page', LISTS, { body: '<h1>', headers: { 'content-type': 'text/html' } }],
      ['who we are is cut', /\/user$/, 'cut'],
      ['who we are is nothing', /\/user$/, { body: '' }],
    ])('when %s, and nothing is written a second time', async (_, where, instead) => {
      let broken = false
      await start({
        kind: 'user',
        me: user('renovate', 5),
        interfere: (method, path) => (broken && method === 'GET' && where.test(path) ? instead : undefined),
      })
      await gate(POOR, both)
      broken = true
      const before = writes().length
      const { exitCode, log } = await gate(balance(1, 1), both)
      expect([exitCode, warnings(log).length, writes().length]).toEqual([1, 2, before])
    })

    test('but a deprecation that the server tells is not printed', async () => {
      const headers = { deprecation: 'true', sunset: '##[error]owned', link: '<https://x/>; rel="deprecation"' }
      await start({ interfere: () => ({ headers }) })
      const { log } = await gate(POOR, both)
      expect([log.includes('owned'), log.includes('deprecat'), warnings(log)]).toEqual([false, false, []])
    })

    test('when writing is refused', async () => {
      await start({ interfere: (method, path) => (method === 'POST' && path !== '/graphql' ? 403 : undefined) })
      const { exitCode, log, outputs } = await gate(POOR, both)
      expect([exitCode, outputs['alert'], warnings(log).length]).toEqual([1, 'none', 2])
    })

    test('when the server fails to say who the token is', async () => {
      await start({ interfere: (_, path) => (/^\/(user|graphql)$/.test(path) ? 500 : undefined) })
      github.addComment(`${marker()}\nold`, PR)
      const { log } = await commented(POOR)
      expect(warnings(log)).toHaveLength(1)
      expect(writes()).toEqual([])
    })

    test('when the server says nothing, within 10 seconds in all', async () => {
      await start({ interfere: () => 'silent' })
      const started = performance.now()
      const { exitCode, log, outputs } = await gate(RICH, both)
      expect(performance.now() - started).toBeLessThan(12_000)
      expect([exitCode, outputs['verdict']]).toEqual([0, 'ok'])
      expect(warnings(log)).toHaveLength(2)
      for (const line of warnings(log)) expect(line).toContain('GitHub gave no answer within 10 s')
    }, 20_000)

    test('when the token is malformed, without showing it', async () => {
      await start()
      const { exitCode, log } = await gate(RICH, { ...both, 'github-token': 'ghs_first_half\nghs_second_half' })
      expect([exitCode, warnings(log).length, github.requests.length]).toEqual([0, 2, 0])
      expect(log).not.toMatch(/first_half|second_half/)
    })

    test('when there is no token', async () => {
      await start()
      const { exitCode, log } = await gate(RICH, { ...both, 'github-token': '' })
      expect([exitCode, github.requests]).toEqual([0, []])
      expect(warnings(log)).toHaveLength(2)
      expect(warnings(log)[0]).toContain('`github-token` is empty. The verdict stands. Leave the input out')
    })

    test.each([
      ['missing', '/nowhere'],
      ['broken', '/dev/null'],
    ])('when the file of the event is %s', async (_, path) => {
      await start()
      const { exitCode, log } = await gate(
        RICH,
        { 'comment-summary-in-pr': 'always' },
        { env: { GITHUB_EVENT_PATH: path } },
      )
      expect(exitCode).toBe(0)
      expect(warnings(log)).toEqual([expect.stringContaining('The pull request comment could not be written: ')])
    })

    test('when nothing listens', async () => {
      await start()
      await github.close()
      const { exitCode, log } = await gate(RICH, both)
      expect([exitCode, warnings(log).length]).toEqual([0, 2])
      await start()
    })
  })
})
