import { describe, expect, test } from '@jest/globals'
import { user, WORKFLOW } from '../../sandbox/github.mjs'
import { boarded, comment, MALLORY, marker, PR, start } from './room.js'

type Options = NonNullable<Parameters<typeof start>[0]>
const APP = user('film-app[bot]', 77, 'Bot')
const RENOVATE = user('renovate', 5)
const PAT = { inputs: { token: 'ghp_sandbox_token_of_a_user' } }

/** What somebody asks to know who the token is. */
const identifying = (asked: readonly string[]): string[] =>
  asked.flatMap((request) => (/(\/user|\/graphql)$/.exec(request) ?? []).slice(0, 1))

describe('only what the token wrote itself is edited', () => {
  test.each<[string, Options, typeof PAT | undefined, string[]]>([
    ['a workflow', {}, undefined, ['/graphql']],
    ['an app', { me: APP }, undefined, ['/graphql']],
    ['an app whose token does not look like one', { me: APP }, PAT, ['/user', '/graphql']],
    ['a user', { kind: 'user', me: RENOVATE }, PAT, ['/user']],
    ['a user whose token looks like an app', { kind: 'user', me: RENOVATE }, undefined, ['/graphql', '/user']],
    ['a workflow of Gitea', { kind: 'gitea', me: user('gitea-actions', -2) }, undefined, ['/user']],
  ])('by %s', async (_, options, asked, requests) => {
    const github = await start(options)
    github.addComment(`${marker()}\nplanted`, PR, MALLORY)
    github.addComment(`${marker()}\nold`, PR)
    await comment(github, 'low', asked)
    expect(github.bodies()).toEqual([`${marker()}\nplanted`, `${marker()}\nlow`])
    expect(identifying(github.asked())).toEqual(requests)
  })

  test('by a user who changed the name', async () => {
    const github = await start({ kind: 'user', me: RENOVATE })
    github.addComment(`${marker()}\nold`, PR, user('old-name', 5))
    await comment(github, 'low', PAT)
    expect(github.bodies()).toEqual([`${marker()}\nlow`])
  })
})

test('nobody is asked who the token is while nothing has the marker', async () => {
  const github = await start()
  github.addComment('chatter', PR, MALLORY)
  await comment(github, 'low')
  expect(identifying(github.asked())).toEqual([])
})

test('who the token is is asked once for all surfaces', async () => {
  const github = await start()
  github.addIssue({ title: 'b', body: marker(), labels: [{ name: 'pixverse-balance' }] })
  const { publish } = await boarded(github, 5)
  await publish({ comment: { kind: 'write', body: 'low' }, alert: { kind: 'close', news: 'fine' } })
  await publish({ comment: { kind: 'write', body: 'ok' } })
  expect(identifying(github.asked())).toEqual(['/graphql'])
})

describe('a token that cannot be asked writes as the workflow does', () => {
  test.each([
    ['is missing', 404],
    ['is forbidden', 403],
    ['does not know it', 401],
    ['refuses', { body: '{"data":null,"errors":[{"type":"FORBIDDEN","message":"no"}]}' }],
    ['refuses scopes', { body: '{"data":null,"errors":[{"type":"INSUFFICIENT_SCOPES","message":"no"}]}' }],
    ['names a user', { body: '{"data":{"viewer":{"login":"github-actions"}}}' }],
  ])('where GraphQL %s', async (_, answer) => {
    const github = await start({ interfere: (_, path) => (path === '/graphql' ? answer : undefined) })
    // Other forges have that name for theirs; on GitHub anybody may have it.
    github.addComment(`${marker()}\nplanted`, PR, user('gitea-actions', 5))
    github.addComment(`${marker()}\nold`, PR)
    await comment(github, 'low')
    expect(github.bodies()).toEqual([`${marker()}\nplanted`, `${marker()}\nlow`])
  })

  test.each(['gitea-actions', 'forgejo-actions'])('of Gitea and Forgejo: %s', async (login) => {
    const interfere = (_: string, path: string): number | undefined => (path === '/user' ? 403 : undefined)
    const github = await start({ kind: 'gitea', me: user(login, -2), interfere })
    github.addComment(`${marker()}\nplanted`, PR, WORKFLOW)
    github.addComment(`${marker()}\nold`, PR)
    await comment(github, 'low')
    expect(github.bodies()).toEqual([`${marker()}\nplanted`, `${marker()}\nlow`])
  })
})

describe('nothing is written while nobody says who the token is', () => {
  const interfere =
    (where: string, answer: ReturnType<NonNullable<Options['interfere']>>) =>
    (_: string, path: string): typeof answer =>
      path === where ? answer : undefined

  test.each([
    ['/user', 500],
    ['/user', 'cut'],
    ['/user', { body: '' }],
    ['/user', { body: '{}' }],
    ['/user', { body: '[]' }],
    ['/user', { body: '{"id":5}' }],
    ['/user', { body: '{"login":"renovate"}' }],
    ['/user', { body: '{"id":"5","login":"renovate"}' }],
    ['/user', { body: '{"id":5,"login":""}' }],
    ['/graphql', 502],
    ['/graphql', 'cut'],
    ['/graphql', { body: '{}' }],
    ['/graphql', { body: '{"data":{}}' }],
    ['/graphql', { body: '{"data":{"viewer":{}}}' }],
    ['/graphql', { body: '{"data":{"viewer":{"login":""}}}' }],
    ['/graphql', { body: '{"data":null,"errors":[{"type":"RATE_LIMITED","message":"later"}]}' }],
    ['/graphql', { body: '{"data":null,"errors":[{"message":"Something went wrong"}]}' }],
  ] as const)('%s answers %j', async (where, answer) => {
    const asked = where === '/user' ? PAT : {}
    const github = await start({
      kind: where === '/user' ? 'user' : 'workflow',
      me: where === '/user' ? RENOVATE : WORKFLOW,
      interfere: interfere(where, answer),
    })
    // With `undefined === undefined` everybody's would be ours.
    Object.assign(github.addComment(`${marker()}\nplanted`, PR), { user: {} })
    github.addComment(`${marker()}\nold`, PR)
    const { warnings } = await comment(github, 'low', asked)
    expect([github.writes(), warnings.length]).toEqual([[], 1])
  })

  test('but a later attempt asks again', async () => {
    let down = true
    const github = await start({ interfere: (_, path) => (path === '/graphql' && down ? 502 : undefined) })
    github.addComment(`${marker()}\nold`, PR)
    const { publish, warnings } = await comment(github, 'low')
    down = false
    await publish({ comment: { kind: 'write', body: 'low' } })
    expect([github.bodies(), warnings.length]).toEqual([[`${marker()}\nlow`], 1])
  })
})
