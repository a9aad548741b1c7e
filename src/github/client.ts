import { getProxyUrl } from '@actions/http-client'
import type { getOctokit } from '@actions/github'
import type { Run } from '../run.js'
import type { Sanitise } from '../safe-text.js'
import {
  Failure,
  longAnswer,
  malformedAnswer,
  malformedToken,
  noApi,
  noConnection,
  noRepository,
  noToken,
  redirected,
  unreadableEvent,
} from './failures.js'
import { type Identity, whoAmI } from './identity.js'

export type Octokit = ReturnType<typeof getOctokit>

/** What comments and issues are written with: a client of the REST API, the repository, and who we are. */
export interface GitHub {
  readonly rest: Octokit['rest']
  readonly repo: { readonly owner: string; readonly repo: string }
  readonly run: Run
  /** Whether the token is an app's, such as that of a workflow. It may set labels wherever it may write issues. */
  readonly isApp: boolean
  /** Asked for once for all surfaces, and only when needed. */
  readonly whoAmI: () => Promise<Identity>
}

export interface Connection {
  /** @param signal ends every request of this client */
  readonly until: (signal: AbortSignal) => Promise<GitHub>
}

/** Asks nothing yet. `until` throws a `Failure` when there is nothing to connect with or to. */
export function connect(token: string, run: Run, sanitise: Sanitise): Connection {
  const isApp = token.startsWith('ghs_')
  let identity: Promise<Identity> | undefined
  return {
    until: async (signal) => {
      if (token === '') throw noToken(run)
      if (!/^[!-~]+$/.test(token)) throw malformedToken()
      const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(run.repository) ?? []
      if (owner === undefined || repo === undefined) throw noRepository()
      if (!isAddress(run.apiUrl)) throw noApi()
      const octokit = await open(token, run, sanitise, signal)
      return {
        rest: octokit.rest,
        repo: { owner, repo },
        run,
        isApp,
        whoAmI: () => {
          identity ??= whoAmI(octokit, run, isApp).catch((error: unknown) => {
            // What one deadline cut short, a later one may finish.
            identity = undefined
            throw error
          })
          return identity
        },
      }
    },
  }
}

/** Whether requests can go there. One with a password would be shown by whatever fails with it. */
function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && [username, password, search, hash].every((part) => part === '')
}

async function open(token: string, run: Run, sanitise: Sanitise, signal: AbortSignal): Promise<Octokit> {
  // Loading it reads the file of the event, and throws when that is broken.
  const { defaults, getOctokitOptions, GitHub } = await import('@actions/github/lib/utils').catch(() => {
    throw unreadableEvent()
  })
  // Octokit would print what the server says about deprecations, as it is.
  const silent = (): void => undefined
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  // The toolkit's own fetch is another copy of Node's, needed behind a proxy alone.
  const get = getProxyUrl(run.apiUrl) === '' ? fetch : (defaults.request?.fetch as Get)
  const request = { signal, log, fetch: hardened(get, run, sanitise) }
  const octokit = new GitHub(getOctokitOptions(token, { baseUrl: run.apiUrl, log, request }))
  octokit.hook.after('request', ({ status, data }) => {
    if (status !== 204 && (typeof data !== 'object' || data === null)) throw malformedAnswer(run)
  })
  return octokit
}

type Get = (url: string, init: RequestInit) => Promise<Response>

/** Mebibytes of one answer. A page of 100 comments of 65,536 characters, of four bytes each, has 25. */
const ANSWER_MAX = 32

/** Octokit treats a truncated body as empty, and takes one of any size: read here, both fail. */
function hardened(get: Get, run: Run, sanitise: Sanitise): Get {
  return async (url, init) => {
    try {
      const response = await follow(get, url, init, run)
      const body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = response.body ?? []
      const chunks: Uint8Array[] = []
      let size = 0
      for await (const chunk of body) {
        size += chunk.byteLength
        if (size > ANSWER_MAX * 2 ** 20) throw longAnswer(run, ANSWER_MAX)
        chunks.push(chunk)
      }
      return new Response(size === 0 ? null : Buffer.concat(chunks), response)
    } catch (error) {
      throw error instanceof Failure ? error : noConnection(run, error, sanitise)
    }
  }
}

const REDIRECTS_MAX = 3

/** Follows redirects within the same origin, as for a renamed repository: the token goes nowhere else. */
async function follow(get: Get, url: string, init: RequestInit, run: Run, followed = 0): Promise<Response> {
  const response = await get(url, { ...init, redirect: 'manual' })
  if (response.status < 300 || response.status >= 400) return response
  await response.body?.cancel()
  const location = response.headers.get('location') ?? ''
  const next = URL.canParse(location, url) ? new URL(location, url) : undefined
  if (next?.origin !== new URL(url).origin || followed === REDIRECTS_MAX) throw redirected(run)
  // No request goes to an address with a password, and the message that says so has it in it.
  if (next.username !== '' || next.password !== '') throw redirected(run)
  return follow(get, next.href, init, run, followed + 1)
}

/** Pages after which a list counts as endless. A pull request has at most 2,500 comments, on 25 pages. */
const PAGES_MAX = 100

/** How far to read a list. */
export interface Extent<Item> {
  /** Most pages to read; all when not given. */
  readonly pages?: number
  /** Whether no page behind the one with this item is needed. */
  readonly enough?: ((item: Item) => boolean | Promise<boolean>) | undefined
  /** Thrown when there are more pages, and no item so far is enough. */
  readonly beyond?: Failure
}

/**
 * Reads a list page by page. Whether there is a next page is all that is read of the `Link` header: its address could
 * be anybody's, and the token would go there. Pages shift when something is added meanwhile, so that an item may come
 * twice.
 * @param decode gives undefined for what is no item; the whole list then fails, because "nothing posted yet" would make
 * us post twice
 */
export async function list<Item extends { readonly id: number }>(
  { run }: GitHub,
  ask: (page: {
    readonly per_page: number
    readonly page: number
  }) => Promise<{ readonly headers: { readonly link?: string | undefined }; readonly data: unknown }>,
  decode: (value: unknown) => Item | undefined,
  { pages = Infinity, enough = () => false, beyond }: Extent<Item> = {},
): Promise<Item[]> {
  const items = new Map<number, Item>()
  for (let page = 1; page <= pages; page++) {
    if (page > PAGES_MAX) throw malformedAnswer(run)
    const { headers, data } = await ask({ per_page: 100, page })
    if (!Array.isArray(data)) throw malformedAnswer(run)
    let isEnough = false
    for (const value of data) {
      const item = decode(value)
      if (item === undefined) throw malformedAnswer(run)
      items.set(item.id, item)
      isEnough ||= await enough(item)
    }
    const more = /;\s*rel="?next\b/.test(headers.link ?? '')
    if (!more || data.length === 0 || isEnough) break
    if (page === pages && beyond !== undefined) throw beyond
  }
  return [...items.values()]
}
