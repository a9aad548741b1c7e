import { describe, expect, test } from '@jest/globals'
import { user, WORKFLOW } from '../../sandbox/github.mjs'
import { board, boarded, boardMarker, LABEL, MALLORY, marker, room, start, type World } from './room.js'

const labels = [{ name: LABEL }]
const RENOVATE = user('renovate', 5)
const PAT = { inputs: { token: 'ghp_sandbox_token_of_a_user' } }

test('a dashboard is opened once, and then edited', async () => {
  const github = await start()
  const first = await boarded(github, 500)
  expect(first.read).toEqual({ kind: 'body', body: undefined })
  expect(github.issues).toMatchObject([{ title: 'PixVerse credits: 500 left', labels }])
  const body = `${boardMarker()}\n500 credits left\n\n<!-- history -->`
  expect(github.issues[0]?.body).toBe(body)

  const second = await boarded(github, 480)
  expect(second.read).toEqual({ kind: 'body', body })
  expect(github.issues).toMatchObject([{ title: 'PixVerse credits: 480 left', state: 'open' }])
  expect(github.writes()).toHaveLength(2)
  expect([...first.warnings, ...second.warnings]).toEqual([])
})

test('a dashboard makes no comment, so that nobody is notified', async () => {
  const github = await start()
  for (const credits of [500, 480, 0]) await boarded(github, credits)
  expect(github.comments).toEqual([])
})

test('a dashboard is not written when nothing changes', async () => {
  const github = await start()
  await boarded(github, 500)
  const [issue] = github.issues
  Object.assign(issue ?? {}, { body: `${issue?.body?.replaceAll('\n', '\r\n') ?? ''}\r\n` })
  await boarded(github, 500)
  expect(github.writes()).toHaveLength(1)
})

describe('a dashboard takes three requests at most', () => {
  test.each([
    ['a workflow', {}, {}],
    ['a user', { kind: 'user', me: RENOVATE }, PAT],
    ['an app', { me: user('film-app[bot]', 77, 'Bot') }, {}],
  ] as const)('with the token of %s', async (_, options, asked) => {
    const github = await start(options)
    github.addIssue({ title: 'dashboard', body: boardMarker(), labels })
    for (let at = 0; at < 150; at++) github.addIssue({ title: `alert ${at}`, body: '', labels, state: 'closed' })
    for (const credits of [500, 480]) {
      const before = github.seen.length
      await boarded(github, credits, asked)
      expect(github.asked().slice(before)).toHaveLength(3)
    }
  })

  test('and two to be opened by a workflow', async () => {
    const github = await start()
    await boarded(github, 500)
    expect(github.asked()).toEqual(['GET /repos/octo/film/issues', 'POST /repos/octo/film/issues'])
  })
})

test('a dashboard that somebody closed is edited and opened again', async () => {
  const github = await start()
  await boarded(github, 500)
  Object.assign(github.issues[0] ?? {}, { state: 'closed' })
  await boarded(github, 500)
  expect(github.issues).toMatchObject([{ state: 'open', title: 'PixVerse credits: 500 left' }])
})

test('a dashboard is one for each account, and never an alert, a comment or a pull request', async () => {
  const github = await start()
  const links = { diff_url: null, html_url: null, patch_url: null, url: null }
  github.addIssue({ title: 'alert', body: marker('film'), labels })
  github.addIssue({ title: 'other account', body: boardMarker('film-eu'), labels })
  github.addIssue({ title: 'pull request', body: boardMarker('film'), labels, pull_request: links })
  github.addIssue({ title: 'no body', body: null, labels })
  const before = JSON.stringify(github.issues)
  await boarded(github, 500, { account: 'film' })
  expect(JSON.stringify(github.issues.slice(0, 4))).toBe(before)
  expect(github.issues).toHaveLength(5)
})

describe('a dashboard that somebody else wrote', () => {
  test.each([
    ['another person', MALLORY],
    ['an account that is gone', null],
  ])('is not overwritten, and warned of: %s', async (_, author) => {
    const github = await start()
    const { number } = github.addIssue({ title: 'planted', body: boardMarker(), labels, user: author })
    const { read, warnings } = await boarded(github, 500)
    expect(read).toEqual({ kind: 'unusable' })
    expect(github.writes()).toEqual([])
    expect(warnings).toEqual([
      `The dashboard issue could not be read: somebody else, or another token, wrote issue #${number}, which is marked ` +
        'as the dashboard of this account. The verdict stands. ' +
        'Close that issue, and the next run opens a new one; or go back to the token that wrote it.',
    ])
  })

  test.each([
    ['is closed', { state: 'closed', labels }],
    ['has no label, which strangers cannot set', { labels: [] }],
    ['is not alone', { labels }],
  ])('is passed over when it %s', async (what, fields) => {
    const github = await start()
    github.addIssue({ title: 'planted', body: boardMarker(), user: MALLORY, ...fields })
    if (what === 'is not alone') github.addIssue({ title: 'mine', body: boardMarker(), labels })
    const { read, warnings } = await boarded(github, 500)
    expect([read.kind, warnings]).toEqual(['body', []])
    expect(github.issues.map(({ title }) => title)).toEqual(['planted', 'PixVerse credits: 500 left'])
  })
})

describe('a dashboard that cannot be read', () => {
  const damaged = { title: 'mine', body: `${boardMarker()}\ndamaged` }
  test.each([
    ['a workflow', {}, {}, labels],
    ['a user', { kind: 'user', me: RENOVATE }, PAT, labels],
    ['a user who may not set labels', { kind: 'user', me: RENOVATE, mayLabel: false }, PAT, []],
    ['a Gitea', { kind: 'gitea', me: user('gitea-actions', -2) }, {}, labels],
  ] as const)('gives way to a new one once it is closed, with the token of %s', async (_, options, asked, given) => {
    const github = await start(options)
    const issue = github.addIssue({ ...damaged, labels: [...given] })
    expect((await boarded(github, 500, asked)).read).toEqual({ kind: 'body', body: damaged.body })

    Object.assign(issue, { ...damaged, state: 'closed' })
    for (const credits of [500, 480, 460]) expect((await boarded(github, credits, asked)).warnings).toEqual([])
    expect(github.issues).toMatchObject([
      { title: 'mine', state: 'closed', body: damaged.body },
      { title: 'PixVerse credits: 460 left', state: 'open' },
    ])
  })

  test('gives way to one that was closed, and can be read', async () => {
    const github = await start()
    github.addIssue({ title: 'readable', body: `${boardMarker()}\n500 left`, labels, state: 'closed' })
    github.addIssue({ ...damaged, labels, state: 'closed' })
    await boarded(github, 480)
    expect(github.open()).toEqual(['PixVerse credits: 480 left'])
    expect(github.issues).toHaveLength(2)
  })
})

describe('a dashboard of two runs at once', () => {
  test('ends as the oldest with the next run, and the other stays closed', async () => {
    const github = await start()
    for (const title of ['first', 'second']) github.addIssue({ title, body: boardMarker(), labels, user: WORKFLOW })
    await boarded(github, 500)
    await boarded(github, 480)
    expect(github.issues).toMatchObject([
      { title: 'PixVerse credits: 480 left', state: 'open' },
      { title: 'second', state: 'closed', state_reason: 'not_planned' },
    ])
    expect(github.writes()).toHaveLength(3)
  })

  test('is written by both, each in one piece', async () => {
    const github = await start()
    await boarded(github, 500)
    await Promise.all([boarded(github, 480), boarded(github, 470)])
    expect(github.issues).toHaveLength(1)
    expect(github.issues[0]?.body).toMatch(/^<!-- .* -->\n4[78]0 credits left\n\n<!-- history -->$/)
    expect(github.asked()).toHaveLength(2 + 2 * 3)
  })
})

describe('a dashboard is found again', () => {
  test('when the token of a user may not set labels', async () => {
    const github = await start({ kind: 'user', me: RENOVATE, mayLabel: false })
    for (const credits of [500, 480]) await boarded(github, credits, PAT)
    expect(github.issues).toMatchObject([{ title: 'PixVerse credits: 480 left', labels: [] }])
  })

  test('among 500 of the same user, who may not set labels', async () => {
    const github = await start({ kind: 'user', me: RENOVATE, mayLabel: false })
    for (let at = 0; at < 450; at++) github.addIssue({ title: `other ${at}`, body: '' })
    for (const credits of [500, 480]) await boarded(github, credits, PAT)
    expect(github.issues.slice(450)).toMatchObject([{ title: 'PixVerse credits: 480 left', labels: [] }])
  })

  test('when a Gitea does not sort, and lists it last', async () => {
    const github = await start({ kind: 'gitea', me: user('gitea-actions', -2) })
    for (let at = 0; at < 150; at++) github.addIssue({ title: `alert ${at}`, body: '', labels, state: 'closed' })
    for (const credits of [500, 480]) await boarded(github, credits)
    expect(github.issues.slice(150)).toMatchObject([{ title: 'PixVerse credits: 480 left', labels }])
  })
})

describe('a dashboard among very many issues', () => {
  const GITEA = { kind: 'gitea', me: user('gitea-actions', -2) } as const
  async function among(before: number, options: Parameters<typeof start>[0] = {}): Promise<World> {
    const github = await start(options)
    for (let at = 0; at < before; at++) github.addIssue({ title: `alert ${at}`, body: '', labels, state: 'closed' })
    return github
  }

  test('is found on the tenth page', async () => {
    const github = await among(999)
    github.addIssue({ title: 'mine', body: boardMarker(), labels })
    await boarded(github, 500)
    expect(github.open()).toEqual(['PixVerse credits: 500 left'])
  })

  test('is opened when all of them were looked through', async () => {
    const github = await among(1000)
    expect((await boarded(github, 500)).warnings).toEqual([])
    expect(github.open()).toEqual(['PixVerse credits: 500 left'])
  })

  test('is not opened a second time when it may be behind them', async () => {
    const github = await among(1001)
    github.addIssue({ title: 'mine', body: boardMarker(), labels })
    const { read, warnings } = await boarded(github, 500)
    expect([read, github.writes()]).toEqual([{ kind: 'unusable' }, []])
    expect(warnings).toEqual([
      'The dashboard issue could not be read: it is not on the first 10 pages of issues with the label ' +
        '`pixverse-balance`, and there are more. The verdict stands. Remove the label from issues that are not of this gate, or are closed.',
    ])
    for (const issue of github.issues.slice(0, 900)) issue.labels = []
    expect((await boarded(github, 500)).warnings).toEqual([])
    expect(github.open()).toEqual(['PixVerse credits: 500 left'])
  })

  test('is found behind one of a stranger', async () => {
    const github = await start(GITEA)
    github.addIssue({ title: 'planted', body: boardMarker(), labels, user: MALLORY })
    for (let at = 0; at < 150; at++) github.addIssue({ title: `alert ${at}`, body: '', labels, state: 'closed' })
    github.addIssue({ title: 'mine', body: boardMarker(), labels })
    expect((await boarded(github, 500)).warnings).toEqual([])
    expect(github.open()).toEqual(['planted', 'PixVerse credits: 500 left'])
  })
})

describe('a dashboard is not written', () => {
  test('when there is no text for it', async () => {
    const github = await start()
    const { readDashboard, publish } = room(github)
    await readDashboard()
    await publish({})
    expect(github.writes()).toEqual([])
  })

  test('when it was not read before', async () => {
    const github = await start()
    await room(github).publish({ dashboard: board(500) })
    expect(github.seen).toEqual([])
  })

  test('when it could not be read, which is one warning', async () => {
    const github = await start({ interfere: () => 503 })
    const { read, warnings } = await boarded(github, 500)
    expect([read, github.writes()]).toEqual([{ kind: 'unusable' }, []])
    expect(warnings).toEqual([
      expect.stringMatching(/^The dashboard issue could not be read: GitHub answers HTTP 503 with `refused with 503 /),
    ])
  })

  test('when writing is refused, which is one warning', async () => {
    const github = await start({ interfere: (method) => (method === 'POST' ? 403 : undefined) })
    const { warnings } = await boarded(github, 500)
    expect(warnings).toEqual([expect.stringMatching(/^The dashboard issue could not be written: /)])
  })
})
