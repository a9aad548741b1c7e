import { describe, expect, test } from '@jest/globals'
import { board, CLOSE, KEY, marker, PR, raise, room, start } from './room.js'

const ALL = { comment: { kind: 'write', body: 'low' }, alert: raise('low', 312), dashboard: board(312) } as const

test('nothing is asked while there is nothing to write', async () => {
  const github = await start()
  expect(await room(github).publish({})).toBe('none')
  expect(github.seen).toEqual([])
})

test('everything is written at once', async () => {
  const github = await start()
  const { readDashboard, publish, warnings } = room(github)
  expect(await readDashboard()).toEqual({ kind: 'body', body: undefined })
  expect(await publish(ALL)).toBe('opened')
  expect([github.comments.length, github.issues.length, warnings]).toEqual([1, 2, []])
  expect(github.writes().toSorted()).toEqual([
    'POST /repos/octo/film/issues',
    'POST /repos/octo/film/issues',
    `POST /repos/octo/film/issues/${PR}/comments`,
  ])
})

test('what can be written is written when the rest fails', async () => {
  const github = await start({ interfere: (_, path) => (path.endsWith('/comments') ? 500 : undefined) })
  const { readDashboard, publish, warnings } = room(github)
  await readDashboard()
  expect(await publish(ALL)).toBe('opened')
  expect(github.issues).toHaveLength(2)
  expect(warnings).toHaveLength(1)
})

describe('a failure is one warning for each surface', () => {
  test.each([
    [401, 'GitHub does not know the token', 'GitHub does not know the token'],
    [403, 'the permission `pull-requests: write`.', 'the permission `issues: write`.'],
    [404, 'the permission `pull-requests: write`.', 'the permission `issues: write`.'],
    [410, 'leave `comment-summary-in-pr` out.', 'leave `alert-issue` out.'],
    [422, 'HTTP 422 with `refused with 422', 'HTTP 422 with `refused with 422'],
    [500, 'HTTP 500 with `refused with 500', 'HTTP 500 with `refused with 500'],
  ])('on HTTP %i', async (status, comment, alert) => {
    const github = await start({ interfere: () => status })
    const { readDashboard, publish, warnings } = room(github)
    expect(await readDashboard()).toEqual({ kind: 'unusable' })
    expect(await publish(ALL)).toBe('none')
    const [read = '', ...written] = warnings
    expect(read).toMatch(/^The dashboard issue could not be read: .*\. The verdict stands\. /)
    expect(written.toSorted()).toEqual([
      expect.stringMatching(/^The alert issue could not be written: .*\. The verdict stands\. /),
      expect.stringMatching(/^The pull request comment could not be written: .*\. The verdict stands\. /),
    ])
    expect(written.toSorted()[0]).toContain(alert)
    expect(written.toSorted()[1]).toContain(comment)
    expect(warnings.join()).not.toContain('##[')
  })

  test('and it does not repeat the key', async () => {
    const body = JSON.stringify({ message: `said ${KEY}` })
    const github = await start({ interfere: () => ({ status: 403, body }) })
    const { publish, warnings } = room(github)
    await publish(ALL)
    expect(warnings.join()).toContain('`(withheld: it repeats a secret)`')
    expect(warnings.join()).not.toContain(KEY)
  })
})

describe('in a run that has no token to write with', () => {
  const FORK = 'the run of a fork has no token that can write. There is nothing to fix.'
  const DEPENDABOT = 'by default a run of Dependabot has no token that can write. There is nothing to fix.'
  test.each([
    ['fork', 403, FORK],
    ['fork', 404, FORK],
    ['dependabot', 403, DEPENDABOT],
  ] as const)('a %s, HTTP %i is a line of the log, and no warning', async (outsider, status, line) => {
    const github = await start({ interfere: (method) => (method === 'POST' ? status : undefined) })
    const { publish, warnings, log } = room(github, { run: { outsider } })
    expect(await publish(ALL)).toBe('none')
    expect(warnings).toEqual([])
    expect(log.toSorted()).toEqual([
      `The alert issue was not written: ${line}`,
      `The pull request comment was not written: ${line}`,
    ])
  })

  test('a secret that is withheld is a line of the log, too', async () => {
    const github = await start()
    const { publish, warnings, log } = room(github, { inputs: { token: '' }, run: { outsider: 'fork' } })
    await publish({ comment: ALL.comment })
    expect([warnings, log]).toEqual([[], [`The pull request comment was not written: ${FORK}`]])
  })

  test.each([
    ['a limit', { status: 403, body: '{"message":"API rate limit exceeded"}' }],
    ['an outage', 500],
    ['issues that are turned off', 410],
  ])('%s is a warning all the same', async (_, answer) => {
    const github = await start({ interfere: () => answer })
    const { publish, warnings, log } = room(github, { run: { outsider: 'fork' } })
    await publish({ comment: ALL.comment })
    expect([warnings.length, log]).toEqual([1, []])
  })

  test('a comment that the token may write is written', async () => {
    const github = await start()
    const { publish, warnings, log } = room(github, { run: { outsider: 'dependabot' } })
    await publish({ comment: ALL.comment })
    expect([github.bodies(), warnings, log]).toEqual([[`${marker()}\nlow`], [], []])
  })
})

test('a GitHub that says nothing ends reading after 5 seconds, and writing after 10', async () => {
  const github = await start({ interfere: () => 'silent' })
  const started = performance.now()
  const [reading, writing] = [room(github), room(github)]
  expect(
    await Promise.all([reading.readDashboard(), writing.publish({ ...ALL, alert: CLOSE, dashboard: undefined })]),
  ).toEqual([{ kind: 'unusable' }, 'none'])
  expect(performance.now() - started).toBeLessThan(12_000)
  expect(reading.warnings).toEqual([
    'The dashboard issue could not be read: GitHub gave no answer within 5 s. The verdict stands. The next run tries again.',
  ])
  expect(writing.warnings.toSorted()).toEqual([
    'The alert issue could not be written: GitHub gave no answer within 10 s. The verdict stands. The next run tries again.',
    'The pull request comment could not be written: GitHub gave no answer within 10 s. The verdict stands. The next run tries again.',
  ])
}, 20_000)
