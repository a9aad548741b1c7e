// @ts-check
// What the API answers. Paths and answers are checked against GitHub's published description of it.
import { labelsOf } from './store.mjs'
import { profile } from './users.mjs'

/**
 * @typedef {import('@octokit/openapi-types').paths} Paths
 * @typedef {import('@octokit/openapi-types').components['schemas']} Schemas
 * @typedef {'get' | 'post' | 'patch' | 'delete'} Method
 * @typedef {Record<string, string>} Params
 * @typedef {{ params: Params, query: URLSearchParams, body: Record<string, unknown> }} Call
 * @typedef {{ status: number, body: unknown, more?: boolean }} Reply `more`: the list goes on, on the next page
 * @typedef {{ method: string, path: string, handle: (call: Call) => Reply }} Route
 * @typedef {{ status: 403 | 404 | 422, body: Schemas['basic-error'] }} Refusal any route may give one, described or not
 *
 * @typedef {object} World
 * @property {import('./store.mjs').Store} store
 * @property {import('./users.mjs').User} me
 * @property {'workflow' | 'user' | 'gitea'} kind
 * @property {boolean} nameless
 * @property {boolean} mayLabel
 * @property {boolean} shifting
 */

/**
 * @template Operation
 * @typedef {Operation extends { responses: infer Responses }
 *   ? { [Status in keyof Responses & number]: { status: Status, more?: boolean, body: Responses[Status] extends { content: { 'application/json': infer Body } } ? Body : null } }[keyof Responses & number]
 *   : never} Answer what GitHub's description allows as an answer
 */

const REPO = '/repos/{owner}/{repo}'

/** @param {World} world @returns {Route[]} */
export function routesOf(world) {
  return [...identity(world), ...comments(world), ...issues(world), ...labels(world)]
}

/** @param {World} world @returns {Route[]} */
function identity({ me, kind, nameless }) {
  const user = on('get', '/user', () => {
    if (kind === 'workflow') return refuse(403, 'Resource not accessible by integration')
    return { status: 200, body: nameless ? /** @type {Schemas['public-user']} */ ({}) : profile(me) }
  })
  const viewer = nameless ? {} : { data: { viewer: { login: me.login } } }
  // GraphQL is no part of the description, and a Gitea has none.
  const graphql = { method: 'POST', path: '/graphql', handle: () => ({ status: 200, body: viewer }) }
  return kind === 'gitea' ? [user] : [user, graphql]
}

/** @param {World} world @returns {Route[]} */
function comments({ store, shifting }) {
  const list = /** @type {const} */ (`${REPO}/issues/{issue_number}/comments`)
  const one = /** @type {const} */ (`${REPO}/issues/comments/{comment_id}`)
  /** @param {Params} params */
  const at = (params) => store.comments.findIndex(({ id }) => id === Number(params['comment_id']))
  return [
    on('get', list, ({ params, query }) => {
      const found = store.comments.filter(({ issue }) => issue === Number(params['issue_number']))
      return page(found, query, shifting)
    }),
    on('post', list, ({ params, body }) => ({
      status: 201,
      body: store.addComment(String(body['body']), Number(params['issue_number'])),
    })),
    on('patch', one, ({ params, body }) => {
      const comment = store.comments[at(params)]
      if (comment === undefined) return refuse(404, 'Not Found')
      comment.body = String(body['body'])
      return { status: 200, body: comment }
    }),
    on('delete', one, ({ params }) => {
      if (at(params) === -1) return refuse(404, 'Not Found')
      store.comments.splice(at(params), 1)
      return { status: 204, body: null }
    }),
  ]
}

/** @param {World} world @returns {Route[]} */
function issues(world) {
  const { store, kind, shifting } = world
  const list = /** @type {const} */ (`${REPO}/issues`)
  const one = /** @type {const} */ (`${REPO}/issues/{issue_number}`)
  return [
    on('get', list, ({ query }) => page(store.issues.filter(isListed(query, kind)), query, shifting)),
    on('post', list, ({ body }) => {
      const labels = labelsFor(body['labels'], world)
      if (labels === undefined) return refuse(422, 'cannot unmarshal string into Go struct field')
      const { title, body: text } = body
      return { status: 201, body: store.addIssue({ title: String(title), body: String(text), labels }) }
    }),
    on('get', one, ({ params }) => {
      const issue = issueOf(store, params)
      return issue === undefined ? refuse(404, 'Not Found') : { status: 200, body: issue }
    }),
    on('patch', one, ({ params, body }) => {
      const issue = issueOf(store, params)
      return issue === undefined ? refuse(404, 'Not Found') : { status: 200, body: Object.assign(issue, body) }
    }),
  ]
}

/** @param {World} world @returns {Route[]} */
function labels(world) {
  const { store, mayLabel, shifting } = world
  const list = /** @type {const} */ (`${REPO}/labels`)
  return [
    on('get', list, ({ query }) => page(store.labels, query, shifting)),
    on('post', list, ({ body }) => ({
      status: 201,
      body: store.addLabel(String(body['name']), String(body['color'])),
    })),
    on('post', `${REPO}/issues/{issue_number}/labels`, ({ params, body }) => {
      if (!mayLabel) return refuse(403, 'Resource not accessible by integration')
      const issue = issueOf(store, params)
      const added = labelsFor(body['labels'], world)
      if (issue === undefined || added === undefined) return refuse(404, 'Not Found')
      const kept = labelsOf(issue).filter((name) => added.every((label) => !isSameName(label.name, name)))
      const labels = [...(labelsFor(kept, { ...world, kind: 'workflow' }) ?? []), ...added]
      issue.labels = labels
      return { status: 200, body: labels }
    }),
  ]
}

/**
 * GitHub takes names, and creates what is missing; without the right to set labels it drops them and says nothing. A
 * Gitea takes the ids of labels that exist.
 * @param {unknown} given
 * @param {World} world
 * @returns {import('./store.mjs').Label[] | undefined} undefined for a Gitea that got names
 */
function labelsFor(given, { store, kind, mayLabel }) {
  const wanted = Array.isArray(given) ? given : []
  if (kind === 'gitea' && wanted.some((label) => typeof label !== 'number')) return undefined
  if (!mayLabel) return []
  if (kind === 'gitea') return store.labels.filter(({ id }) => wanted.includes(id))
  return wanted.map(
    (name) => store.labels.find((label) => isSameName(label.name, name)) ?? store.addLabel(String(name)),
  )
}

/** GitHub does not tell names of labels apart by case. @param {string} one @param {unknown} other */
function isSameName(one, other) {
  return one.toLowerCase() === String(other).toLowerCase()
}

/** @param {URLSearchParams} query @param {World['kind']} kind @returns {(issue: import('./store.mjs').Issue) => boolean} */
function isListed(query, kind) {
  const state = query.get('state') ?? 'open'
  const labels = query.get('labels')?.split(',') ?? []
  const creator = query.get(kind === 'gitea' ? 'created_by' : 'creator')
  return (issue) =>
    (state === 'all' || issue.state === state) &&
    labels.every((label) => labelsOf(issue).some((name) => isSameName(name, label))) &&
    (creator === null || issue.user?.login === creator)
}

/** @param {import('./store.mjs').Store} store @param {Params} params */
function issueOf(store, params) {
  return store.issues.find(({ number }) => number === Number(params['issue_number']))
}

/** @template Item @param {Item[]} all @param {URLSearchParams} query @param {boolean} shifting */
function page(all, query, shifting) {
  const size = Number(query.get('per_page') ?? 30)
  const before = (Number(query.get('page') ?? 1) - 1) * size
  const start = shifting && before > 0 ? before - 1 : before
  const items = all.slice(start, start + size)
  return { status: /** @type {const} */ (200), body: items, more: all.length > start + size }
}

/** @template {number} Status @param {Status} status @param {string} message */
function refuse(status, message) {
  return { status, body: { message, documentation_url: '' } }
}

/**
 * @template {keyof Paths} Path
 * @template {keyof Paths[Path] & Method} Verb
 * @param {Verb} method
 * @param {Path} path
 * @param {(call: Call) => Answer<Paths[Path][Verb]> | Refusal} handle
 * @returns {Route}
 */
function on(method, path, handle) {
  return { method: method.toUpperCase(), path, handle: /** @type {Route['handle']} */ (handle) }
}
