import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { startGitHub, TOKEN, user } from '../../sandbox/github.mjs'
import { pullRequest } from '../../sandbox/scenarios.mjs'
import { annotation, annotations, balance, gateAgainst, type Setup } from '../support/gate.js'
import { ENGINES } from '../support/source.js'
import { readBlock } from '../../src/history/block.js'

// Each test runs several processes.
jest.setTimeout(60_000)

type GitHub = Awaited<ReturnType<typeof startGitHub>>
type Outcome = Awaited<ReturnType<typeof gateAgainst>>

const SCHEDULE = { name: 'schedule', payload: { schedule: '0 6 * * *' } }
const MARKER = '<!-- pixverse-balance-action kind=dashboard account=PixVerse -->'
const LABELS = [{ name: 'pixverse-balance' }]

let github: GitHub
afterEach(async () => {
  await github.close()
})

async function start(options?: Parameters<typeof startGitHub>[0]): Promise<void> {
  github = await startGitHub(options)
}

const writes = (): string[] =>
  github.requests
    .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
    .map(({ method, path }) => `${method} ${path.replace('/repos/octo/film', '')}`)
const onDay = (day: number, hour = 6): string => new Date(Date.UTC(2026, 10, day, hour)).toISOString()
const readings = (body: string | null | undefined): number => {
  const block = readBlock(body ?? '')
  return block.kind === 'readings' ? block.readings.length : NaN
}

describe.each(ENGINES)('%s', (_, engine) => {
  async function watch(total: number, setup: Setup = {}, more: Record<string, string> = {}): Promise<Outcome> {
    const inputs = { minimum: '100', 'github-token': TOKEN, 'dashboard-issue': 'true', ...more }
    const env = { GITHUB_API_URL: github.url, ...setup.env }
    return gateAgainst(balance(total, 0), { event: SCHEDULE, ...setup, env, inputs }, { engine })
  }

  test('opens one issue, then edits it, notifies nobody, and knows the pace after two days', async () => {
    await start()
    const known: (string | undefined)[][] = []
    for (const [at, total] of [1000, 900, 800, 700].entries()) {
      const { exitCode, log, outputs } = await watch(total, { now: onDay(1 + at) }, { 'warn-days': '7' })
      expect([exitCode, outputs['alert']]).toEqual([0, 'none'])
      known.push([outputs['verdict'], outputs['per_day'], outputs['days_left']])
      if (at < 3) expect(annotations(log)).toEqual([])
    }
    expect(known).toEqual([
      ['ok', '', ''],
      ['ok', '', ''],
      ['ok', '100', '8'],
      ['ok', '100', '7'],
    ])
    const { exitCode, log, outputs, summary } = await watch(600, { now: onDay(5) }, { 'warn-days': '7' })
    expect([exitCode, outputs['verdict'], outputs['sufficient'], outputs['days_left']]).toEqual([
      0,
      'warn',
      'true',
      '6',
    ])
    const says =
      '600 credits left, this run needs 100: enough, but at 100 a day they last 6 days, and `warn-days` is 7.'
    expect(annotation(log)).toContain(`::warning title=PixVerse credits run low::${says}`)
    expect(log).toContain('Pace: 100 credits a day, enough for 6 days')
    expect(summary).toContain('| Lasts, at 100 credits a day | 6 days |')
    expect(JSON.parse(outputs['report'] ?? '')).toMatchObject({ per_day: 100, days_left: 6 })

    const number = github.issues[0]?.number
    expect(writes()).toEqual(['POST /issues', ...Array.from({ length: 4 }, () => `PATCH /issues/${number}`)])
    expect(github.comments).toEqual([])
    expect(github.issues).toMatchObject([{ title: 'PixVerse credits', state: 'open', labels: LABELS }])
    const body = github.issues[0]?.body ?? ''
    expect(body).toContain('**600 credits left: at 100 a day they last 6 days, until 2026-11-11.**')
    for (const row of ['Used a day, last 7 days | 100', 'last 30 days | 100', 'refilled | not seen yet']) {
      expect(body).toContain(row)
    }
    expect([body.startsWith(`${MARKER}\n`), body.includes('2026-11-05 06:00 UTC'), readings(body)]).toEqual([
      true,
      true,
      5,
    ])
  })

  test('opens the alert, too, when the days are few, and closes it only when they are known', async () => {
    await start()
    const inputs = { 'warn-days': '30', 'alert-issue': 'true' }
    for (const [at, total] of [1000, 900].entries()) await watch(total, { now: onDay(1 + at) }, inputs)
    const { outputs } = await watch(800, { now: onDay(3) }, inputs)
    expect([outputs['verdict'], outputs['alert']]).toEqual(['warn', 'opened'])
    expect(github.issues.map(({ title }) => title)).toEqual(['PixVerse credits', 'PixVerse credits run low'])

    const [dashboard] = github.issues
    const readable = dashboard?.body ?? ''
    if (dashboard !== undefined) dashboard.body = `${MARKER}\nnothing else`
    const blind = await watch(800, { now: onDay(4) }, inputs)
    expect([blind.outputs['verdict'], blind.outputs['alert']]).toEqual(['ok', 'none'])
    if (dashboard !== undefined) dashboard.body = readable
    const seen = await watch(90_000, { now: onDay(5) }, inputs)
    expect([seen.outputs['verdict'], seen.outputs['alert']]).toEqual(['ok', 'closed'])
  })

  test('a refill raises no pace, and its day is named', async () => {
    await start()
    for (const [at, total] of [1000, 900, 5000, 4900].entries()) await watch(total, { now: onDay(1 + at) })
    const body = github.issues[0]?.body ?? ''
    expect(body).toContain('| Monthly purse last refilled | 2026-11-03 |')
    expect(body).toContain('| Used a day, last 7 days | 67 |')
  })

  test('takes three requests at most', async () => {
    await start()
    await watch(1000, { now: onDay(1) })
    expect(github.requests.length).toBeLessThanOrEqual(3)
    const before = github.requests.length
    await watch(900, { now: onDay(2) })
    expect(github.requests.length - before).toBeLessThanOrEqual(3)
  })

  test.each<[string, (body: string) => string]>([
    ['is damaged', (body) => body.replace(/^(\d+) \d+ /m, '$1 many ')],
    ['is missing', () => `${MARKER}\nnothing else`],
    ['is cut', (body) => body.slice(0, body.lastIndexOf('end of'))],
    ['is there twice', (body) => body + body],
  ])('a history that %s is a warning, and nothing is overwritten', async (_, damage) => {
    await start()
    await watch(1000, { now: onDay(1) })
    const [issue] = github.issues
    if (issue !== undefined) issue.body = damage(issue.body ?? '')
    const before = JSON.stringify(github.issues)
    const { exitCode, log, outputs } = await watch(900, { now: onDay(2) })
    expect([exitCode, outputs['verdict'], outputs['per_day']]).toEqual([0, 'ok', ''])
    expect(annotation(log)).toMatch(
      /^::warning::The dashboard issue is left as it is, because its history cannot be read: /,
    )
    expect([JSON.stringify(github.issues), writes()]).toEqual([before, ['POST /issues']])

    // The way out that the warning names.
    expect(annotation(log)).toMatch(/or close it, and the next run opens a new one\.$/)
    if (issue !== undefined) issue.state = 'closed'
    const damaged = issue?.body
    for (const day of [3, 4]) expect(annotations((await watch(900, { now: onDay(day) })).log)).toEqual([])
    expect(github.issues).toMatchObject([{ state: 'closed', body: damaged }, { state: 'open' }])
    expect(readings(github.issues[1]?.body)).toBe(2)
  })

  test('an issue that somebody else wrote is left alone, with a warning', async () => {
    await start()
    github.addIssue({ title: 'planted', body: MARKER, labels: LABELS, user: user('mallory', 666) })
    const { exitCode, log, outputs } = await watch(1000)
    expect([exitCode, outputs['verdict'], writes()]).toEqual([0, 'ok', []])
    expect(annotation(log)).toContain('::warning::The dashboard issue could not be read: somebody else')
  })

  const repository = { default_branch: 'main' }
  test.each<[string, boolean, Setup]>([
    [
      'a push to main',
      true,
      { event: { name: 'push', payload: { repository } }, env: { GITHUB_REF: 'refs/heads/main' } },
    ],
    [
      'a push elsewhere',
      false,
      { event: { name: 'push', payload: { repository } }, env: { GITHUB_REF: 'refs/heads/x' } },
    ],
    [
      'a tag called main',
      false,
      { event: { name: 'push', payload: { repository } }, env: { GITHUB_REF: 'refs/tags/main' } },
    ],
    ['a pull request', false, { event: { name: 'pull_request', payload: { ...pullRequest(1), repository } } }],
    [
      'pull_request_target',
      false,
      {
        event: { name: 'pull_request_target', payload: { ...pullRequest(1), repository } },
        env: { GITHUB_REF: 'refs/heads/main' },
      },
    ],
    [
      'a comment on a pull request',
      false,
      {
        event: { name: 'issue_comment', payload: { issue: { number: 9, pull_request: {} }, repository } },
        env: { GITHUB_REF: 'refs/heads/main' },
      },
    ],
  ])('on %s it is written: %s', async (_, written, setup) => {
    await start()
    const { exitCode, outputs } = await watch(1000, setup)
    expect([exitCode, outputs['verdict'], github.issues.length]).toEqual([0, 'ok', written ? 1 : 0])
    if (!written) expect(github.requests).toEqual([])
  })

  test('is not written when the balance is not known, and no failure of it changes the verdict', async () => {
    await start({ interfere: (method) => (method === 'POST' ? 403 : undefined) })
    const down = await gateAgainst(
      '',
      {
        event: SCHEDULE,
        env: { GITHUB_API_URL: github.url },
        inputs: { 'github-token': TOKEN, 'dashboard-issue': 'true' },
      },
      { engine, status: 500 },
    )
    expect([down.outputs['verdict'], writes()]).toEqual(['unknown', []])
    const { exitCode, log, outputs } = await watch(1000)
    expect([exitCode, outputs['verdict']]).toEqual([0, 'ok'])
    expect(annotation(log)).toMatch(/^::warning::The dashboard issue could not be (read|written): /)
  })

  test('of two runs at once always leaves a history that can be read', async () => {
    await start()
    await watch(1000, { now: onDay(1) })
    await Promise.all([watch(900, { now: onDay(2) }), watch(890, { now: onDay(2, 7) })])
    const lost = readings(github.issues[0]?.body)
    expect(github.issues).toHaveLength(1)
    expect([2, 3]).toContain(lost)
    const { log } = await watch(800, { now: onDay(3) })
    expect([annotations(log), readings(github.issues[0]?.body)]).toEqual([[], lost + 1])
  })

  test('of two that open it at once ends as one', async () => {
    await start()
    await Promise.all([watch(900, { now: onDay(1) }), watch(890, { now: onDay(1, 7) })])
    await watch(800, { now: onDay(2) })
    expect(github.issues.filter(({ state }) => state === 'open')).toHaveLength(1)
  })

  test('warn-days without it is an error', async () => {
    await start()
    const { exitCode, log, requests } = await watch(1000, {}, { 'dashboard-issue': 'false', 'warn-days': '7' })
    expect([exitCode, requests, github.requests]).toEqual([1, [], []])
    expect(annotation(log)).toContain('`warn-days` needs the readings of the dashboard')
  })
})
