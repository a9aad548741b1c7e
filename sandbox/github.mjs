// @ts-check
// A GitHub to try things on: comments, issues and labels of one repository, kept in memory, on loopback. Its routes
// and answers are checked against GitHub's published description of its REST API.
import { createServer } from 'node:http'

/**
 * @typedef {import('@octokit/openapi-types').paths} Paths
 * @typedef {import('@octokit/openapi-types').components['schemas']} Schemas
 * @typedef {Schemas['simple-user']} User
 * @typedef {Schemas['issue-comment'] & { id: number, issue: number }} Comment
 * @typedef {Schemas['issue'] & { id: number }} Issue
 * @typedef {Schemas['label'] & { id: number }} Label
 * @typedef {'get' | 'post' | 'patch' | 'delete'} Method
 * @typedef {{ params: Record<string, string>, query: URLSearchParams, body: Record<string, unknown> }} Call
 */

/**
 * @template Operation
 * @typedef {Operation extends { responses: infer Responses }
 *   ? { [Status in keyof Responses & number]: { status: Status, body: Responses[Status] extends { content: { 'application/json': infer Body } } ? Body : null } }[keyof Responses & number]
 *   : never} Answer what GitHub's description allows as an answer
 */

export const TOKEN = 'ghs_sandbox_token_of_the_workflow'
export const WORKFLOW = user('github-actions[bot]', 41898282, 'Bot')

/** @param {string} login @param {number} id @param {string} type @returns {User} */
export function user(login, id, type = 'User') {
  const url = `https://api.github.com/users/${login}`
  return {
    login,
    id,
    type,
    node_id: `U_${id}`,
    avatar_url: '',
    gravatar_id: null,
    url,
    html_url: `https://github.com/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following`,
    gists_url: `${url}/gists`,
    starred_url: `${url}/starred`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    received_events_url: `${url}/received_events`,
    site_admin: false,
  }
}

/**
 * @typedef {object} Options
 * @property {User} [me] who the token is
 * @property {'workflow' | 'user' | 'gitea'} [kind] a workflow's token cannot ask who it is; a Gitea has no GraphQL
 * @property {(method: string, path: string) => number | 'silent' | 'cut' | Promise<void> | Partial<Instead> | undefined} [interfere]
 *   a status to answer instead, no answer at all, half of the answer, something to wait for, or parts of the answer
 *
 * @typedef {{ status: number, body: string, headers: Record<string, string> }} Instead
 */

/**
 * Starts it on a free port of 127.0.0.1.
 * @param {Options} [options]
 */
export async function startGitHub({ me = WORKFLOW, kind = 'workflow', interfere = () => undefined } = {}) {
  let lastId = 1000
  const now = '2026-11-23T00:00:00Z'
  /** @type {Comment[]} */
  const comments = []
  /** @type {Issue[]} */
  const issues = []
  /** @type {Label[]} */
  const labels = []
  /** @type {{ method: string, path: string, body: Record<string, unknown>, authorization: string | undefined }[]} */
  const requests = []
  /** @type {{ method: Method, path: string, handle: (call: Call) => { status: number, body: unknown } }[]} */
  const routes = []

  /**
   * @template {keyof Paths} Path
   * @template {keyof Paths[Path] & Method} Verb
   * @param {Verb} method
   * @param {Path} path
   * @param {(call: Call) => Answer<Paths[Path][Verb]>} handle
   */
  function on(method, path, handle) {
    routes.push({ method, path, handle: /** @type {(call: Call) => { status: number, body: unknown }} */ (handle) })
  }

  /** @param {string} body @param {number} issue @param {User} author @returns {Comment} */
  function addComment(body, issue, author = me) {
    const id = ++lastId
    /** @type {Comment} */
    const comment = {
      id,
      issue,
      body,
      user: author,
      node_id: `C_${id}`,
      url: '',
      html_url: '',
      issue_url: '',
      created_at: now,
      updated_at: now,
    }
    comments.push(comment)
    return comment
  }

  /** @param {Partial<Issue> & { title: string }} fields @returns {Issue} */
  function addIssue(fields) {
    const id = ++lastId
    /** @type {Issue} */
    const issue = {
      id,
      number: id,
      node_id: `I_${id}`,
      url: '',
      repository_url: '',
      labels_url: '',
      comments_url: '',
      events_url: '',
      html_url: '',
      state: 'open',
      user: me,
      labels: [],
      assignee: null,
      milestone: null,
      locked: false,
      comments: 0,
      closed_at: null,
      created_at: now,
      updated_at: now,
      // Gitea does not leave it out; GitHub's description knows no null.
      ...(kind === 'gitea' ? { pull_request: /** @type {any} */ (null) } : {}),
      ...fields,
    }
    issues.push(issue)
    return issue
  }

  /** @template Item @param {Item[]} all @param {URLSearchParams} query */
  function page(all, query) {
    const size = Number(query.get('per_page') ?? 30)
    const number = Number(query.get('page') ?? 1)
    return { items: all.slice((number - 1) * size, number * size), more: all.length > number * size, next: number + 1 }
  }

  on('get', '/user', () =>
    kind === 'workflow'
      ? reply(403, { message: 'Resource not accessible by integration' })
      : reply(200, /** @type {Schemas['public-user']} */ ({ ...me, ...PUBLIC })),
  )
  on('get', '/repos/{owner}/{repo}/issues/{issue_number}/comments', ({ params, query }) => {
    const found = comments.filter(({ issue }) => issue === Number(params['issue_number']))
    return reply(200, page(found, query).items)
  })
  on('post', '/repos/{owner}/{repo}/issues/{issue_number}/comments', ({ params, body }) =>
    reply(201, addComment(String(body['body']), Number(params['issue_number']))),
  )
  on('patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}', ({ params, body }) => {
    const comment = /** @type {Comment} */ (comments.find(({ id }) => id === Number(params['comment_id'])))
    comment.body = String(body['body'])
    return reply(200, comment)
  })
  on('delete', '/repos/{owner}/{repo}/issues/comments/{comment_id}', ({ params }) => {
    const at = comments.findIndex(({ id }) => id === Number(params['comment_id']))
    if (at >= 0) comments.splice(at, 1)
    return reply(204, null)
  })
  on('get', '/repos/{owner}/{repo}/issues', ({ query }) => reply(200, page(openIssues(query), query).items))
  on('post', '/repos/{owner}/{repo}/issues', ({ body }) => {
    const given = /** @type {(string | number)[]} */ (body['labels'] ?? [])
    if (kind === 'gitea' && given.some((label) => typeof label !== 'number')) {
      return reply(422, { message: 'cannot unmarshal string into Go struct field', documentation_url: '' })
    }
    const names = given.map((label) => labels.find(({ id }) => id === label)?.name ?? String(label))
    const title = String(body['title'])
    return reply(201, addIssue({ title, body: String(body['body']), labels: names.map((name) => ({ name })) }))
  })
  on('patch', '/repos/{owner}/{repo}/issues/{issue_number}', ({ params, body }) => {
    const issue = /** @type {Issue} */ (issues.find(({ number }) => number === Number(params['issue_number'])))
    return reply(200, Object.assign(issue, body))
  })
  on('get', '/repos/{owner}/{repo}/labels', ({ query }) => reply(200, page(labels, query).items))
  on('post', '/repos/{owner}/{repo}/labels', ({ body }) => {
    const id = ++lastId
    const [name, color] = [String(body['name']), String(body['color'])]
    const label = { id, node_id: `L_${id}`, url: '', name, description: null, color, default: false }
    labels.push(label)
    return reply(201, label)
  })

  /** @param {URLSearchParams} query */
  function openIssues(query) {
    const name = query.get('labels')
    return issues.filter(
      ({ state, labels }) =>
        state === query.get('state') && labels.some((label) => typeof label === 'object' && label.name === name),
    )
  }

  const prefix = kind === 'gitea' ? '/api/v1' : ''
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    const path = pathname.slice(prefix.length)
    const method = request.method ?? ''
    let text = ''
    for await (const chunk of request) text += chunk
    const body = text === '' ? {} : JSON.parse(text)
    requests.push({ method, path, body, authorization: request.headers.authorization })

    const outcome = interfere(method, path)
    if (outcome === 'silent') return
    if (outcome instanceof Promise) await outcome
    /** @param {number} status @param {unknown} answer @param {Record<string, string>} [headers] */
    const send = (status, answer, headers = {}) => {
      const given = answer === null ? '' : JSON.stringify(answer)
      const { status: code = status, body: text = given, headers: more = {} } = isInstead(outcome) ? outcome : {}
      response.writeHead(code, {
        'content-type': 'application/json',
        'content-length': code === 204 ? 0 : Buffer.byteLength(text),
        ...headers,
        ...more,
      })
      if (outcome === 'cut') response.write(text.slice(0, text.length / 2), () => response.destroy())
      else response.end(text)
    }
    if (typeof outcome === 'number') return send(outcome, { message: `refused with ${outcome} ##[add-mask]x` })
    if (path === '/graphql' && kind !== 'gitea') return send(200, { data: { viewer: { login: me.login } } })
    for (const route of routes) {
      const params = match(route.path, path)
      if (route.method.toUpperCase() !== method || params === undefined) continue
      const answer = route.handle({ params, query: searchParams, body })
      return send(answer.status, answer.body, link(path, searchParams, params))
    }
    return send(404, { message: 'Not Found' })
  })

  /** @param {string} path @param {URLSearchParams} query @param {Record<string, string>} params @returns {Record<string, string>} */
  function link(path, query, params) {
    const lists = {
      comments: comments.filter(({ issue }) => issue === Number(params['issue_number'])),
      issues: openIssues(query),
      labels,
    }
    const all = lists[/** @type {keyof typeof lists} */ (path.split('/').at(-1))]
    if (!query.has('per_page') || all === undefined) return {}
    const { more, next } = page(/** @type {unknown[]} */ (all), query)
    if (!more) return {}
    const url = new URL(`${base()}${path}`)
    for (const [name, value] of query) url.searchParams.set(name, value)
    url.searchParams.set('page', String(next))
    return { link: `<${url.href}>; rel="next"` }
  }

  function base() {
    const address = /** @type {import('node:net').AddressInfo} */ (server.address())
    return `http://127.0.0.1:${address.port}${prefix}`
  }

  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  return {
    url: base(),
    requests,
    comments,
    issues,
    labels,
    addComment,
    addIssue,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

/** @param {unknown} outcome @returns {outcome is Partial<Instead>} */
function isInstead(outcome) {
  return typeof outcome === 'object' && !(outcome instanceof Promise)
}

/** @template {number} Status @template Body @param {Status} status @param {Body} body */
function reply(status, body) {
  return { status, body }
}

const PUBLIC = {
  name: null,
  company: null,
  blog: null,
  location: null,
  email: null,
  hireable: null,
  bio: null,
  public_repos: 0,
  public_gists: 0,
  followers: 0,
  following: 0,
  created_at: '2026-11-23T00:00:00Z',
  updated_at: '2026-11-23T00:00:00Z',
}

/** The parameters of a path, if it is one of that template. @param {string} template @param {string} path */
function match(template, path) {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name))
  const found = new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(path)
  if (found === null) return undefined
  return Object.fromEntries(names.map((name, at) => [name, String(found[at + 1])]))
}
