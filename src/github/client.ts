import { basename, dirname } from 'node:path'
import type { getOctokit } from '@actions/github'
import { propertyOf } from '../errors.js'
import type { Run } from './event.js'

type Octokit = ReturnType<typeof getOctokit>

/** What the comment and the issue are written with: a client of the REST API, the repository, and who we are. */
export interface GitHub {
  readonly rest: Octokit['rest']
  readonly paginate: Octokit['paginate']
  readonly repo: { readonly owner: string; readonly repo: string }
  /** Whether the token's own identity wrote something; asked for once, and only when needed. */
  readonly isMine: (author: Author | null | undefined) => Promise<boolean>
}

interface Author {
  readonly id: number
  readonly login: string
}

/** Names under which the token of a workflow writes; there, nobody else can take them. */
const WORKFLOW_BOTS = { github: ['github-actions[bot]'], gitea: ['gitea-actions', 'forgejo-actions'] } as const

/** @param signal ends every request */
export async function connect(token: string, run: Run, signal: AbortSignal): Promise<GitHub> {
  // Loading it reads the file of the event, and throws when that is broken.
  const toolkit = await import('@actions/github')
  // Octokit would print what the server says about deprecations, as it is.
  const silent = (): void => undefined
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  const octokit = toolkit.getOctokit(token, { baseUrl: run.apiUrl, log })
  octokit.hook.before('request', ({ request }) => {
    Object.assign(request, { signal, log, fetch: whole(request.fetch as typeof fetch) })
  })
  // An empty list, or nobody that we are, would have us write everything a second time.
  octokit.hook.after('request', ({ status, data }, { url }) => {
    const makesSense = url.includes('per_page=') ? isList(data) : status === 204 || isObject(data)
    if (!makesSense) throw new Error('its answer is not what was asked for')
  })
  const [owner, repo] = [dirname(run.repository), basename(run.repository)]
  let identity: Promise<(author: Author) => boolean> | undefined
  return {
    rest: octokit.rest,
    paginate: octokit.paginate,
    repo: { owner, repo },
    isMine: async (author) => {
      if (author == null) return false
      identity ??= whoAmI(octokit, isGitea(run.apiUrl))
      return (await identity)(author)
    },
  }
}

/** Octokit takes an answer that is cut for an empty one. */
function whole(get: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await get(input, init)
    const body = await response.arrayBuffer()
    return new Response(body.byteLength === 0 ? null : body, response)
  }
}

function isList(data: unknown): boolean {
  return Array.isArray(data) && data.every(isObject)
}

function isObject(data: unknown): boolean {
  return typeof data === 'object' && data !== null
}

/**
 * Anybody can write our marker into a comment of theirs, so the author decides. A user's token can ask who it is; that
 * of a workflow or an app cannot through REST, but through GraphQL, which other forges do not have.
 */
async function whoAmI(octokit: Octokit, gitea: boolean): Promise<(author: Author) => boolean> {
  try {
    const { data } = await octokit.rest.users.getAuthenticated()
    return (author) => author.id === data.id
  } catch (error) {
    if (!isStatus(error, 401, 403, 404)) throw error
  }
  try {
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('{ viewer { login } }')
    const bot = viewer.login.replace(/(\[bot\])?$/, '[bot]')
    return (author) => author.login === bot
  } catch (error) {
    // An outage tells nothing. A refusal tells that it is no app, which may always ask.
    if (!isStatus(error, 401, 403, 404) && propertyOf(error, 'name') !== 'GraphqlResponseError') throw error
    const bots: readonly string[] = gitea ? WORKFLOW_BOTS.gitea : WORKFLOW_BOTS.github
    return (author) => bots.includes(author.login)
  }
}

/** Tells a Gitea or Forgejo from a GitHub by the base address of its API. */
export function isGitea(apiUrl: string): boolean {
  return apiUrl.endsWith('/api/v1')
}

/** Whether GitHub answered with one of these. */
export function isStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return statuses.includes(Number(propertyOf(error, 'status')))
}

/** First line of everything that we write, so that we find it again: exactly one text for each account. */
export function markerOf(account: string): string {
  return `<!-- pixverse-balance-action account=${encodeURIComponent(account)} -->`
}

/** Whether the text is one of ours for that account. GitHub may hand lines back with other ends than we sent. */
export function isMarked(text: string | null | undefined, account: string): boolean {
  return text?.split(/\r?\n/, 1)[0] === markerOf(account)
}

/** Whether GitHub already has the text. */
export function isSame(text: string | null | undefined, wanted: string): boolean {
  return text?.replace(/\r\n/g, '\n').trim() === wanted.trim()
}
