import { describe, expect, jest, test } from '@jest/globals'
import { TOKEN, user } from '../../sandbox/github.mjs'
import { alerted, type Answer, comment, json, MALLORY, marker, PR, raise, type Request, serve, start } from './room.js'

const COMMENTS = `/repos/octo/film/issues/${PR}/comments`

/** A second server, which must not get the token. Gives its address, and what it gets. */
async function elsewhere(): Promise<{ url: string; got: Request[] }> {
  const got: Request[] = []
  const url = await serve((request) => {
    got.push(request)
    return json([])
  })
  return { url, got }
}

test('the token goes with every request', async () => {
  const github = await start()
  await comment(github, 'low')
  await comment(github, 'ok')
  expect(new Set(github.seen.map(({ headers }) => headers.authorization))).toEqual(new Set([`token ${TOKEN}`]))
})

describe('a list', () => {
  test.each([
    ['of another host', (url: string) => `<${url}/steal>; rel="next"`],
    ['of another host and the same path', (url: string) => `<${url}${COMMENTS}?page=2>; rel="next"`],
    ['without a scheme', (url: string) => `<${url.replace('http:', '')}${COMMENTS}?page=2>; rel="next"`],
    ['without a host', () => `<http://${COMMENTS}?page=2>; rel="next"`],
    ['that is empty', () => `<>; rel="next"`],
    ['that is no address', () => `nonsense; rel=next`],
    ['of another path', () => `</repositories/1/issues/7/comments?page=2>; rel="next"`],
  ])('goes on with its own next page when it links to one %s', async (_, link) => {
    const other = await elsewhere()
    const pages = [
      [{ id: 1, body: 'chatter' }],
      [{ id: 2, body: `${marker()}\nlow`, user: { login: 'github-actions[bot]' } }],
    ]
    const github = await start({
      answer: ({ method, url }) => {
        if (method !== 'GET' || !url.startsWith(COMMENTS)) return undefined
        const page = Number(new URL(url, other.url).searchParams.get('page'))
        return { ...json(pages[page - 1]), headers: page === 1 ? { link: link(other.url) } : {} }
      },
    })
    await comment(github, 'low')
    expect([other.got, github.writes()]).toEqual([[], []])
    expect(github.seen.map(({ url }) => url.replace(/.*[?&](page=\d)/, '$1'))).toEqual(['page=1', 'page=2', '/graphql'])
  })

  test.each([
    ['last', { link: '<http://x/?page=1>; rel="prev", <http://x/?page=1>; rel="first"' }],
    ['only', {}],
  ])('ends with its %s page', async (_, headers) => {
    const github = await start({
      answer: ({ method }) => (method === 'GET' ? { ...json([{ id: 1 }]), headers } : undefined),
    })
    await comment(github, 'low')
    expect(github.asked()).toEqual([`GET ${COMMENTS}`, `POST ${COMMENTS}`])
  })

  test('ends with an empty page, whatever that links to', async () => {
    const headers = { link: '<http://x/?page=9>; rel="next"' }
    const github = await start({ answer: ({ method }) => (method === 'GET' ? { ...json([]), headers } : undefined) })
    await comment(github, 'low')
    expect(github.asked()).toEqual([`GET ${COMMENTS}`, `POST ${COMMENTS}`])
  })

  test('without an end is given up', async () => {
    const github = await start({
      answer: ({ method, url }) => {
        if (method !== 'GET') return undefined
        const id = Number(/[?&]page=(\d+)/.exec(url)?.[1])
        return { ...json([{ id, body: '' }]), headers: { link: '<http://x/>; rel="next"' } }
      },
    })
    const { warnings } = await comment(github, 'low')
    expect([github.seen.length, warnings.length]).toEqual([100, 1])
  })

  describe('whose pages shift lists one item twice', () => {
    test('and no comment is removed', async () => {
      const github = await start({
        answer: ({ method, url }) => {
          if (method !== 'GET') return undefined
          const ours = github.comments.at(-1)
          return url.includes('page=1&') || url.endsWith('page=1')
            ? { ...json([ours]), headers: { link: '<http://x/?page=2>; rel="next"' } }
            : json([ours])
        },
      })
      github.addComment(`${marker()}\nold`, PR)
      await comment(github, 'low')
      expect(github.bodies()).toEqual([`${marker()}\nlow`])
    })

    test('and no alert is closed', async () => {
      const github = await start({ shifting: true })
      const labels = [{ name: 'pixverse-balance' }]
      for (let at = 0; at < 99; at++) github.addIssue({ title: `other ${at}`, body: '', labels, user: MALLORY })
      github.addIssue({ title: 'alert', body: marker(), labels })
      github.addIssue({ title: 'newer', body: '', labels, user: MALLORY })
      expect(await alerted(github, raise('low', 312))).toBe('updated')
      expect(github.issues).toMatchObject(Array.from({ length: 101 }, () => ({ state: 'open' })))
    })
  })
})

describe('an answer that cannot be trusted is one warning, and nothing is written', () => {
  const MALFORMED = 'the answer of GitHub is not what was asked for'
  test.each<[string, Answer, string]>([
    ['is empty', { body: '' }, MALFORMED],
    ['is empty, which is said', { status: 204 }, MALFORMED],
    ['is an object', { body: '{}' }, MALFORMED],
    ['is a text', { body: '"[]"' }, MALFORMED],
    ['is not JSON', { body: '[{' }, MALFORMED],
    ['is a list of nulls', { body: '[null]' }, MALFORMED],
    ['is a list of lists', { body: '[[]]' }, MALFORMED],
    ['is a list of numbers', { body: '[1]' }, MALFORMED],
    ['has an item without an id', { body: '[{"id":1,"body":""},{"body":""}]' }, MALFORMED],
    ...['"1"', '1.5', '0', '-1', '9007199254740993', '1e400', 'null', 'true', '[1]'].map(
      (id): [string, Answer, string] => [`has an item with the id ${id}`, { body: `[{"id":${id}}]` }, MALFORMED],
    ),
    ['is a web page', { body: '<h1>', headers: { 'content-type': 'text/html' } }, MALFORMED],
    ['is too long', { body: Buffer.alloc(33 * 2 ** 20, ' ') }, 'an answer of GitHub is longer than 32 MiB'],
  ])('%s', async (_, answer, reason) => {
    const github = await start({ answer: ({ method }) => (method === 'GET' ? answer : undefined) })
    const { warnings } = await comment(github, 'low')
    expect(warnings).toEqual([
      `The pull request comment could not be written: ${reason}. The verdict stands. ` +
        'The next run tries again; if it fails too, look for a proxy or a maintenance page in between.',
    ])
    expect(github.writes()).toEqual([])
  })

  test('is cut', async () => {
    const github = await start({ interfere: (method) => (method === 'GET' ? 'cut' : undefined) })
    const { warnings } = await comment({ ...github, url: github.direct }, 'low')
    expect(warnings).toEqual([
      'The pull request comment could not be written: the connection to GitHub failed with `other side closed`. ' +
        'The verdict stands. The next run tries again.',
    ])
    expect(github.requests).toHaveLength(1)
  })

  test.each([
    ['a number', { body: '[{"id":1,"number":"2","title":""}]' }],
    ['a whole number', { body: '[{"id":1,"number":2.5,"title":""}]' }],
    ['a number that is exact', { body: '[{"id":1,"number":9007199254740993,"title":""}]' }],
    ['an id that is exact', { body: '[{"id":9007199254740993,"number":2,"title":""}]' }],
    ['a title', { body: '[{"id":1,"number":2}]' }],
  ])('has an issue without %s', async (_, answer) => {
    const github = await start({ answer: ({ method }) => (method === 'GET' ? answer : undefined) })
    expect(await alerted(github, raise('low', 312))).toEqual([expect.stringContaining(MALFORMED)])
  })

  test('answers a write with nothing', async () => {
    const github = await start({ answer: ({ method }) => (method === 'POST' ? { body: '' } : undefined) })
    const { warnings } = await comment(github, 'low')
    expect(warnings).toEqual([expect.stringContaining(MALFORMED)])
  })
})

test('a page of the longest comments that GitHub takes is read', async () => {
  const chatter = Array.from({ length: 100 }, (_, at) => ({ id: at + 1, body: '🎬'.repeat(65_536) }))
  const github = await start({ answer: ({ method }) => (method === 'GET' ? json(chatter) : undefined) })
  const { warnings } = await comment(github, 'low')
  expect([github.bodies(), warnings]).toEqual([[`${marker()}\nlow`], []])
})

describe('a redirect', () => {
  test.each([301, 302, 307, 308])(
    '%i within the same origin is followed, with everything that is sent',
    async (status) => {
      const github = await start({
        answer: ({ url }) =>
          url.startsWith('/repos/octo/film/')
            ? { status, headers: { location: url.replace('/repos/octo/film/', '/repos/octo/movie/') } }
            : undefined,
      })
      const { warnings } = await comment(github, 'low')
      expect([github.bodies(), warnings]).toEqual([[`${marker()}\nlow`], []])
    },
  )

  test('to the same host with a password does not print it', async () => {
    const github = await start({
      answer: ({ headers: { host } }) => ({
        status: 302,
        headers: { location: `http://octo:hunter2@${host}${COMMENTS}` },
      }),
    })
    const { warnings } = await comment(github, 'low')
    expect(warnings).toEqual([expect.stringContaining('GitHub redirects to another address')])
  })

  test('to another host gets neither the token nor anything else', async () => {
    const other = await elsewhere()
    const github = await start({ answer: ({ url }) => ({ status: 307, headers: { location: `${other.url}${url}` } }) })
    const { warnings } = await comment(github, 'low')
    expect(other.got).toEqual([])
    expect(warnings).toEqual([
      'The pull request comment could not be written: GitHub redirects to another address, which must not get the token. ' +
        'The verdict stands. Check the variable GITHUB_API_URL, and look for a proxy in between.',
    ])
  })

  test.each<[string, Record<string, string>]>([
    ['to nowhere', {}],
    ['to what is no address', { location: 'http://' }],
    ['without a host', { location: `http:///${COMMENTS}` }],
    ['in a circle', { location: COMMENTS }],
    ['to an address with a password', { location: `http://octo:hunter2@127.0.0.1${COMMENTS}` }],
    ['to another protocol', { location: `https://127.0.0.1${COMMENTS}` }],
  ])('%s is one warning', async (_, headers) => {
    const github = await start({ answer: () => ({ status: 302, headers }) })
    const { warnings } = await comment(github, 'low')
    expect(warnings).toEqual([expect.stringContaining('GitHub redirects to another address')])
    expect(github.seen.length).toBeLessThanOrEqual(4)
  })
})

test('a deprecation that the server tells is not printed', async () => {
  const print = ['log', 'info', 'warn', 'error'].map((name) => jest.spyOn(console, name as 'log'))
  const headers = { deprecation: 'true', sunset: '##[error]owned', link: '<https://x/>; rel="deprecation"' }
  const github = await start({ answer: ({ method }) => (method === 'GET' ? { ...json([]), headers } : undefined) })
  const { warnings } = await comment(github, 'low')
  expect(print.flatMap(({ mock }) => mock.calls)).toEqual([])
  expect(warnings).toEqual([])
  jest.restoreAllMocks()
})

describe('without what it takes to connect there is one warning, and no request', () => {
  const MALFORMED =
    'the token in `github-token` is malformed. The verdict stands. ' +
    'Save the secret again, on one line, or leave the input out to use the token of the job.'
  const NOWHERE =
    'the variable GITHUB_REPOSITORY does not name a repository. The verdict stands. ' +
    'Run the action in a workflow, where it is `owner/name`.'
  test.each([
    [
      'no token',
      { inputs: { token: '' } },
      '`github-token` is empty. The verdict stands. Leave the input out to use the token of the job.',
    ],
    [
      'no token under act',
      { inputs: { token: '' }, run: { onAct: true } },
      '`github-token` is empty. The verdict stands. Start act with `-s GITHUB_TOKEN=...`, it has no token of its own.',
    ],
    ['a token of two lines', { inputs: { token: 'ghs_first_half\nghs_second_half' } }, MALFORMED],
    ['a token with a blank', { inputs: { token: 'ghs_first half' } }, MALFORMED],
    ['a token of other letters', { inputs: { token: 'ключ' } }, MALFORMED],
    ['no repository', { run: { repository: '' } }, NOWHERE],
    ['half a repository', { run: { repository: 'film' } }, NOWHERE],
    ['a path for a repository', { run: { repository: 'octo/film/../../user' } }, NOWHERE],
  ])('%s', async (_, asked, message) => {
    const github = await start()
    const { warnings } = await comment(github, 'low', asked)
    expect([warnings, github.seen]).toEqual([[`The pull request comment could not be written: ${message}`], []])
  })

  test.each([
    ['has a password in it', 'http://octo:hunter2@127.0.0.1:1'],
    ['has a user in it', 'http://hunter2@127.0.0.1:1/api/v3'],
    ['has a password in it, of a Gitea', 'http://octo:hunter2@127.0.0.1:1/api/v1'],
    ['has a query', 'http://127.0.0.1:1/?token=hunter2'],
    ['has a fragment', 'http://127.0.0.1:1/#hunter2'],
    ['is none', 'octo:hunter2@127.0.0.1'],
    ['has no host', 'http://octo:hunter2@'],
    ['is a file', 'file:///hunter2'],
  ])('an address of the API that %s is not printed', async (_, apiUrl) => {
    const github = await start()
    const { warnings } = await comment(github, 'low', { run: { apiUrl } })
    expect(warnings).toEqual([
      'The pull request comment could not be written: the variable GITHUB_API_URL is not the address of an API. ' +
        'The verdict stands. It must begin with https:// or http://, without user, password, query and fragment.',
    ])
    expect(github.seen).toEqual([])
  })

  test('nobody listens', async () => {
    const github = await start()
    await github.close()
    const { warnings } = await comment({ ...github, url: github.direct }, 'low')
    expect(warnings).toEqual([
      'The pull request comment could not be written: the connection to GitHub failed with ' +
        `\`connect ECONNREFUSED ${new URL(github.direct).host}\`. The verdict stands. The next run tries again.`,
    ])
  })
})

test('a Gitea is asked below its own base address', async () => {
  const github = await start({ kind: 'gitea', me: user('gitea-actions', -2) })
  const { warnings } = await comment(github, 'low')
  expect([github.bodies(), warnings]).toEqual([[`${marker()}\nlow`], []])
})
