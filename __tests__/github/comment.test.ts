import { describe, expect, test } from '@jest/globals'
import { user } from '../../sandbox/github.mjs'
import { comment, MALLORY, marker, PR, room, start } from './room.js'

const POST = `POST /repos/octo/film/issues/${PR}/comments`

test('a comment is created with the marker in front', async () => {
  const github = await start()
  const { warnings } = await comment(github, 'low')
  expect(github.asked()).toEqual([`GET /repos/octo/film/issues/${PR}/comments`, POST])
  expect([github.bodies(), warnings]).toEqual([[`${marker()}\nlow`], []])
})

test('a comment is edited in place, and not written when nothing changes', async () => {
  const github = await start()
  for (const text of ['low', 'low', 'ok', 'ok']) await comment(github, text)
  expect(github.bodies()).toEqual([`${marker()}\nok`])
  expect(github.writes()).toHaveLength(2)
})

test('a comment counts as unchanged when GitHub hands it back with other line ends', async () => {
  const github = await start()
  github.addComment(`${marker()}\r\nlow\r\n\r\nbuy\r\n`, PR)
  await comment(github, 'low\n\nbuy')
  expect(github.writes()).toEqual([])
})

test('a comment is found on a later page', async () => {
  const github = await start()
  for (let at = 0; at < 250; at++) github.addComment(`chatter ${at}`, PR, MALLORY)
  const { id } = github.addComment(`${marker()}\nold`, PR)
  for (let at = 0; at < 30; at++) github.addComment(`more chatter ${at}`, PR, MALLORY)
  await comment(github, 'low')
  expect(github.writes()).toEqual([`PATCH /repos/octo/film/issues/comments/${id}`])
})

test('only an earlier comment is brought up to date when the text says so', async () => {
  const github = await start()
  await comment(github, 'resolved', {}, 'update')
  expect(github.writes()).toEqual([])
  await comment(github, 'low')
  await comment(github, 'resolved', {}, 'update')
  expect(github.bodies()).toEqual([`${marker()}\nresolved`])
})

test('each account has a comment of its own, also when names begin alike', async () => {
  const github = await start()
  const accounts = ['film-eu', 'film', 'Film', 'film eu --> <!--', 'фильм']
  for (const account of accounts) await comment(github, 'low', { account })
  await comment(github, 'ok', { account: 'film' })
  expect(github.bodies().filter((body) => body.endsWith('ok'))).toEqual([`${marker('film')}\nok`])
  expect(github.comments).toHaveLength(accounts.length)
})

describe('a comment of somebody else is left alone', () => {
  test.each([
    ['with the marker alone', marker(), MALLORY],
    ['with the marker', `${marker()}\nold`, MALLORY],
    ['with other line ends', `${marker()}\r\nold`, MALLORY],
    ['of a user who looks like a bot', `${marker()}\nold`, user('github-actions', 41898283)],
    ['of a workflow of Gitea', `${marker()}\nold`, user('gitea-actions', 5)],
    ['of an account that is gone', `${marker()}\nold`, null],
  ])('%s', async (_, body, author) => {
    const github = await start()
    Object.assign(github.addComment(body, PR), { user: author })
    await comment(github, 'low')
    await comment(github, 'ok')
    expect(github.bodies()).toEqual([body, `${marker()}\nok`])
  })

  test('that this token wrote, too, when the marker is not its first line', async () => {
    const github = await start()
    const others = [`quoted:\n${marker()}`, ` ${marker()}`, `${marker()} and more`, '']
    for (const body of others) github.addComment(body, PR)
    await comment(github, 'low')
    expect(github.bodies()).toEqual([...others, `${marker()}\nlow`])
  })
})

describe('comments of two runs at once', () => {
  test('end as the oldest one with the next run', async () => {
    let waiting = 0
    let release: () => void = () => undefined
    const both = new Promise<void>((resolve) => (release = resolve))
    // Neither list is answered before both have been asked for.
    const github = await start({
      interfere: (method) => {
        if (method !== 'GET' || waiting >= 2) return undefined
        if (++waiting === 2) release()
        return both
      },
    })
    await Promise.all([comment(github, 'low'), comment(github, 'low')])
    const [oldest] = github.comments
    expect(github.comments).toHaveLength(2)
    await comment(github, 'ok')
    expect(github.comments).toMatchObject([{ id: oldest?.id, body: `${marker()}\nok` }])
  })

  test('do not keep the oldest from being edited when the others cannot be removed', async () => {
    const github = await start({ interfere: (method) => (method === 'DELETE' ? 404 : undefined) })
    for (let at = 0; at < 3; at++) github.addComment(`${marker()}\nold`, PR)
    const { warnings } = await comment(github, 'low')
    expect(github.bodies()).toEqual([`${marker()}\nlow`, `${marker()}\nold`, `${marker()}\nold`])
    expect(warnings).toEqual([])
  })
})

describe('a comment is not written', () => {
  test('when the text says to leave it', async () => {
    const github = await start()
    await room(github).publish({ comment: { kind: 'leave' } })
    expect(github.seen).toEqual([])
  })

  test('when the input says never', async () => {
    const github = await start()
    await comment(github, 'low', { inputs: { comment: 'never' } })
    expect(github.seen).toEqual([])
  })

  test('when the event is about no pull request', async () => {
    const github = await start()
    const { warnings } = await comment(github, 'low', { run: { pullRequest: undefined } })
    expect([github.seen, warnings]).toEqual([[], []])
  })

  test('when the event cannot be read, which is a warning', async () => {
    const github = await start()
    const { warnings } = await comment(github, 'low', { run: { pullRequest: 'unreadable' } })
    expect(github.seen).toEqual([])
    expect(warnings).toEqual([
      'The pull request comment could not be written: the file of the event cannot be read. The verdict stands. ' +
        'Check the variable GITHUB_EVENT_PATH: it must name the JSON of the event.',
    ])
  })
})
