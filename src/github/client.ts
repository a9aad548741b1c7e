import { basename, dirname } from 'node:path'
import * as core from '@actions/core'
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

/** Names under which the token of a workflow writes on GitHub, Gitea and Forgejo; nobody else can take them. */
const WORKFLOW_BOTS = ['github-actions[bot]', 'gitea-actions', 'forgejo-actions']

/** @param signal ends every request */
export async function connect(token: string, run: Run, signal: AbortSignal): Promise<GitHub> {
  // Loading it reads the file of the event, and throws when that is broken.
  const toolkit = await import('@actions/github')
  const silent = (): void => undefined
  // Octokit would print what the server says about deprecations, as it is.
  const octokit = toolkit.getOctokit(token, {
    baseUrl: run.apiUrl,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  })
  octokit.hook.before('request', (options) => {
    options.request.signal = signal
  })
  const [owner, repo] = [dirname(run.repository), basename(run.repository)]
  let identity: Promise<(author: Author) => boolean> | undefined
  return {
    rest: octokit.rest,
    paginate: octokit.paginate,
    repo: { owner, repo },
    isMine: async (author) => {
      if (author == null) return false
      identity ??= whoAmI(octokit)
      return (await identity)(author)
    },
  }
}

/**
 * Anybody can write our marker into a comment of theirs, so the author decides. A user's token can ask who it is; that
 * of a workflow or an app cannot through REST, but through GraphQL, which other forges do not have.
 */
async function whoAmI(octokit: Octokit): Promise<(author: Author) => boolean> {
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
    core.debug(`GraphQL does not tell who the token is: ${String(error)}`)
    return (author) => WORKFLOW_BOTS.includes(author.login)
  }
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
