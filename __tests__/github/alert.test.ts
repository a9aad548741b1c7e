import { describe, expect, test } from '@jest/globals'
import { user, WORKFLOW } from '../../sandbox/github.mjs'
import { alerted, boardMarker, CLOSE, LABEL, MALLORY, marker, raise, room, start } from './room.js'

const labels = [{ name: LABEL }]
const GITEA = { kind: 'gitea', me: user('gitea-actions', -2) } as const

test('an alert is opened when credits are low, and closed when they are back', async () => {
  const github = await start()
  expect(await alerted(github, raise('low', 312))).toBe('opened')
  expect(github.issues).toMatchObject([{ title: 'PixVerse credits are low', labels: [{ name: LABEL }] }])
  expect(github.issues[0]?.body).toBe(`${marker()}\n<!-- verdict=low -->\n312 credits left`)

  expect(await alerted(github, raise('low', 312))).toBe('none')
  expect(github.writes()).toHaveLength(1)

  expect(await alerted(github, CLOSE)).toBe('closed')
  expect(github.issues).toMatchObject([{ state: 'closed', state_reason: 'completed' }])
  expect(github.bodies()).toEqual(['Credits are back.'])

  expect(await alerted(github, CLOSE)).toBe('none')
  expect(github.writes()).toHaveLength(3)
  expect(await alerted(github, raise('low', 312))).toBe('opened')
  expect(github.issues).toHaveLength(2)
})

test('an alert is edited without a notification, and comments only when warn becomes low', async () => {
  const github = await start()
  const outcomes = []
  for (const [level, credits] of [
    ['warn', 700],
    ['warn', 600],
    ['low', 312],
    ['low', 300],
    ['warn', 700],
  ] as const) {
    outcomes.push(await alerted(github, raise(level, credits)))
  }
  expect(outcomes).toEqual(['opened', 'updated', 'worsened', 'updated', 'updated'])
  expect(github.bodies()).toEqual(['It is low now: 312 credits left'])
  expect(github.open()).toEqual(['PixVerse credits are warn'])
})

describe.each([
  ['CRLF', '\r\n'],
  ['CR', '\r'],
])('an alert whose lines end in %s', (_, end) => {
  test('is not written when nothing changes, and says when it gets worse', async () => {
    const github = await start()
    await alerted(github, raise('warn', 700))
    const [issue] = github.issues
    Object.assign(issue ?? {}, { body: `${issue?.body?.replaceAll('\n', end) ?? ''}${end}` })
    expect(await alerted(github, raise('warn', 700))).toBe('none')
    expect(github.writes()).toHaveLength(1)
    expect(await alerted(github, raise('low', 312))).toBe('worsened')
  })
})

test('an alert comments on getting worse with a later run when it cannot do so now', async () => {
  let refused = true
  const github = await start({ interfere: (_, path) => (path.endsWith('/comments') && refused ? 502 : undefined) })
  await alerted(github, raise('warn', 700))
  expect(await alerted(github, raise('low', 312))).toHaveLength(1)
  refused = false
  expect(await alerted(github, raise('low', 312))).toBe('worsened')
  expect(github.bodies()).toHaveLength(1)
})

test('an alert is commented on once, whether closing it or commenting on it fails', async () => {
  let refused = 'PATCH'
  const github = await start({ interfere: (method) => (method === refused ? 502 : undefined) })
  await alerted(github, raise('low', 312))
  for (let run = 0; run < 3; run++) expect(await alerted(github, CLOSE)).toHaveLength(1)
  expect([github.comments, github.open()]).toEqual([[], ['PixVerse credits are low']])
  refused = ''
  expect(await alerted(github, CLOSE)).toBe('closed')
  expect([github.bodies().length, github.open()]).toEqual([1, []])
})

test('an alert is left alone when the text or the input says so', async () => {
  const github = await start()
  expect(await alerted(github, { kind: 'leave' })).toBe('none')
  expect(await alerted(github, raise('low', 1), { inputs: { alertIssue: false } })).toBe('none')
  expect(github.seen).toEqual([])
})

test('an alert of somebody else, a pull request, a dashboard or another account is never touched', async () => {
  const github = await start()
  github.addIssue({ title: 'planted', body: `${marker('film')}\nold`, labels, user: MALLORY })
  github.addIssue({ title: 'planted without a label', body: `${marker('film')}\nold`, user: MALLORY })
  github.addIssue({ title: 'unmarked', body: 'mine, but by hand', labels })
  github.addIssue({ title: 'no body', body: null, labels })
  github.addIssue({ title: 'gone', body: marker('film'), labels, user: null })
  github.addIssue({ title: 'pull request', body: marker('film'), labels, pull_request: pullRequest() })
  github.addIssue({ title: 'dashboard', body: boardMarker('film'), labels })
  github.addIssue({ title: 'other account', body: marker('film-eu'), labels })
  const before = JSON.stringify(github.issues)
  expect(await alerted(github, raise('low', 312), { account: 'film' })).toBe('opened')
  expect(await alerted(github, CLOSE, { account: 'film' })).toBe('closed')
  expect(JSON.stringify(github.issues.slice(0, 8))).toBe(before)
  expect(github.issues).toHaveLength(9)
})

describe('an alert is found again', () => {
  test('on a later page', async () => {
    const github = await start()
    for (let at = 0; at < 120; at++) github.addIssue({ title: `other ${at}`, body: '', labels, user: MALLORY })
    await alerted(github, raise('low', 312))
    expect(await alerted(github, CLOSE)).toBe('closed')
  })

  test.each([
    ['a workflow', {}],
    ['an app', { me: user('film-app[bot]', 77, 'Bot') }],
    ['a user', { kind: 'user', me: user('renovate', 5) }],
    ['a Gitea', GITEA],
  ] as const)('when the token of %s may not set labels', async (_, options) => {
    const github = await start({ ...options, mayLabel: false })
    const outcomes = []
    for (const credits of [312, 312, 300]) outcomes.push(await alerted(github, raise('low', credits)))
    expect(outcomes).toEqual(['opened', 'none', 'updated'])
    expect(github.issues).toMatchObject([{ state: 'open', labels: [] }])
    expect(await alerted(github, CLOSE)).toBe('closed')
    expect(await alerted(github, CLOSE)).toBe('none')
    expect(github.issues).toHaveLength(1)
  })
})

describe('alerts of two runs at once', () => {
  test('end as the oldest one with the next run', async () => {
    const github = await start()
    for (const title of ['first', 'second', 'third']) github.addIssue({ title, body: marker(), labels, user: WORKFLOW })
    expect(await alerted(github, raise('low', 312))).toBe('updated')
    expect(github.open()).toEqual(['PixVerse credits are low'])
    expect(github.issues.map(({ state_reason }) => state_reason)).toEqual([undefined, 'not_planned', 'not_planned'])
  })

  test('do not keep the oldest from being edited when the others cannot be closed', async () => {
    const github = await start({ interfere: (_, path) => (path.endsWith('/1002') ? 403 : undefined) })
    for (const title of ['first', 'second']) github.addIssue({ title, body: marker(), labels })
    expect(await alerted(github, raise('low', 312))).toBe('updated')
    expect(github.open()).toEqual(['PixVerse credits are low', 'second'])
  })
})

test('an alert that fails is one warning, and the outcome none', async () => {
  const github = await start({ interfere: (method) => (method === 'POST' ? 403 : undefined) })
  const { publish, warnings } = room(github, { run: { apiUrl: github.url } })
  expect(await publish({ alert: raise('low', 312) })).toBe('none')
  expect(warnings).toHaveLength(1)
})

function pullRequest(): { diff_url: null; html_url: null; patch_url: null; url: null } {
  return { diff_url: null, html_url: null, patch_url: null, url: null }
}
