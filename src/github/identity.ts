import { own } from '../decode.js'
import type { Run } from '../run.js'
import type { Octokit } from './client.js'
import { isStatus, malformedAnswer } from './failures.js'

/** Whom the token writes as. */
export interface Identity {
  readonly isMe: (author: unknown) => boolean
  /** Undefined when it is one of several. */
  readonly login: string | undefined
}

/** Names under which the tokens of workflows write; nobody can register them. */
const GITHUB_BOTS = ['github-actions[bot]']
const GITEA_BOTS = ['gitea-actions', 'forgejo-actions']

/**
 * Anybody can write our marker into a comment of theirs, so the author decides. A user's token can ask who it is; an
 * app's, such as a workflow's, cannot through REST, but through GraphQL, which other forges do not have.
 */
export async function whoAmI(octokit: Octokit, run: Run, isApp: boolean): Promise<Identity> {
  const user = (): Promise<Identity | undefined> => unlessRefused(() => askForUser(octokit, run))
  const bot = (): Promise<Identity | undefined> => unlessRefused(() => askForBot(octokit, run))
  if (run.forge !== 'GitHub') return (await user()) ?? named(GITEA_BOTS)
  const identity = isApp ? ((await bot()) ?? (await user())) : ((await user()) ?? (await bot()))
  return identity ?? named(GITHUB_BOTS)
}

async function askForUser(octokit: Octokit, run: Run): Promise<Identity> {
  const data: unknown = (await octokit.rest.users.getAuthenticated()).data
  const [id, login] = [own(data, 'id'), own(data, 'login')]
  if (!Number.isSafeInteger(id) || typeof login !== 'string' || login === '') throw malformedAnswer(run)
  return { login, isMe: (author) => own(author, 'id') === id }
}

/** Undefined for a user, whose login never ends like that. */
async function askForBot(octokit: Octokit, run: Run): Promise<Identity | undefined> {
  const login = own(own(await octokit.graphql<unknown>('{ viewer { login } }'), 'viewer'), 'login')
  if (typeof login !== 'string' || login === '') throw malformedAnswer(run)
  return login.endsWith('[bot]') ? named([login]) : undefined
}

function named(logins: readonly string[]): Identity {
  return {
    login: logins.length === 1 ? logins[0] : undefined,
    isMe: (author) => logins.some((login) => login === own(author, 'login')),
  }
}

/** A refusal says that the token is of another kind. An outage says nothing, and throws. */
async function unlessRefused<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (isStatus(error, 401, 403, 404) || isForbidden(error)) return undefined
    throw error
  }
}

/** GraphQL answers 200, and says so in its errors. */
function isForbidden(error: unknown): boolean {
  const errors = own(error, 'errors')
  return (
    Array.isArray(errors) &&
    errors.some((one) => ['FORBIDDEN', 'INSUFFICIENT_SCOPES'].some((type) => type === own(one, 'type')))
  )
}
