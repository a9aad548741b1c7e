import { readFileSync } from 'node:fs'
import { isId, isObject, own } from './decode.js'

/** Who runs this, as far as a gate has to know. Sources: the variables of the runner, and the payload of the event. */
export interface Run {
  /** What the messages call the server. */
  readonly forge: 'GitHub' | 'Gitea or Forgejo'
  /** `owner/name`. */
  readonly repository: string
  /** Base address of the API of this GitHub, Gitea or Forgejo. */
  readonly apiUrl: string
  /** Who gets no secrets, nor a token that may write. */
  readonly outsider: Outsider | undefined
  /** Number of the pull request that the event is about; undefined when it is about none. */
  readonly pullRequest: number | 'unreadable' | undefined
  /** Whether the run is one of the default branch, and not about a pull request. */
  readonly onDefaultBranch: boolean
  /** Whether `act` runs the workflow: it has no token of its own. */
  readonly onAct: boolean
}

export type Outsider = 'fork' | 'dependabot'

type Variables = Readonly<Record<string, string | undefined>>

/** A run outside of GitHub Actions: nobody withholds anything, and there is nothing to comment on. */
export const NO_RUN: Run = {
  forge: 'GitHub',
  repository: '',
  apiUrl: '',
  outsider: undefined,
  pullRequest: undefined,
  onDefaultBranch: false,
  onAct: false,
}

export function readRun(variables: Variables): Run {
  const variable = (name: string): string => variables[name] ?? ''
  const payload = readPayload(variable('GITHUB_EVENT_PATH'))
  const event = variable('GITHUB_EVENT_NAME')
  const pullRequest = pullRequestNumber(event, payload)
  const apiUrl = variable('GITHUB_API_URL').trim().replace(/\/+$/, '') || 'https://api.github.com'
  return {
    forge: apiUrl.endsWith('/api/v1') ? 'Gitea or Forgejo' : 'GitHub',
    repository: variable('GITHUB_REPOSITORY'),
    apiUrl,
    outsider: outsider(event, variable('GITHUB_ACTOR'), payload),
    pullRequest,
    onDefaultBranch: pullRequest === undefined && isDefaultBranch(event, variable('GITHUB_REF'), payload),
    onAct: variable('ACT') === 'true',
  }
}

const PULL_REQUEST_EVENTS = ['pull_request', 'pull_request_review', 'pull_request_review_comment']

const DEPENDABOT = 'dependabot[bot]'

/** Events of Dependabot's on which GitHub gives neither Actions secrets nor a token that may write. */
const DEPENDABOT_EVENTS = [...PULL_REQUEST_EVENTS, 'push', 'create', 'deployment', 'deployment_status']

/**
 * Whether GitHub withholds the secrets from this run. When in doubt it does not: the missing key is then an error, and
 * no reason to let the step pass.
 * Sources: https://docs.github.com/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions
 * and https://docs.github.com/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions
 */
function outsider(event: string, actor: string, payload: unknown): Outsider | undefined {
  const pullRequest = own(payload, 'pull_request')
  if (actor === DEPENDABOT) {
    const isAuthor = own(own(pullRequest, 'user'), 'login') === DEPENDABOT
    if (DEPENDABOT_EVENTS.includes(event) || (event === 'pull_request_target' && isAuthor)) return 'dependabot'
  }
  if (!PULL_REQUEST_EVENTS.includes(event)) return undefined
  const head = own(own(pullRequest, 'head'), 'repo')
  // The head repository is null once the fork has been deleted.
  if (head === null) return 'fork'
  const [from, to] = [own(head, 'id'), own(own(own(pullRequest, 'base'), 'repo'), 'id')]
  return typeof from === 'number' && typeof to === 'number' && from !== to ? 'fork' : undefined
}

function pullRequestNumber(event: string, payload: unknown): number | 'unreadable' | undefined {
  if (!isObject(payload)) return /^(pull_request|issue_comment)/.test(event) ? 'unreadable' : undefined
  const issue = own(payload, 'issue')
  // GitHub leaves the field out for what is only an issue; Gitea makes it null.
  const subject = own(payload, 'pull_request') ?? (own(issue, 'pull_request') == null ? undefined : issue)
  const number = own(subject, 'number')
  return isId(number) ? number : undefined
}

/** A schedule runs on the default branch alone, and its payload may not name it. */
function isDefaultBranch(event: string, ref: string, payload: unknown): boolean {
  if (event === 'schedule') return true
  // The ref of pull_request_target is the default branch, though the run is about the pull request.
  if (event.startsWith('pull_request')) return false
  const name = own(own(payload, 'repository'), 'default_branch')
  return typeof name === 'string' && ref === `refs/heads/${name}`
}

function readPayload(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch {
    return undefined
  }
}
