import { readFileSync } from 'node:fs'
import { propertyOf } from '../errors.js'

/** What GitHub tells about the run. Source: the variables of the runner and the payload of the event. */
export interface Run {
  readonly eventName: string
  /** Path of the file that holds the payload of the event. */
  readonly eventPath: string
  readonly actor: string
  /** `owner/name`. */
  readonly repository: string
  /** Base address of the API of this GitHub, Gitea or Forgejo. */
  readonly apiUrl: string
}

/** Who gets no secrets from GitHub. */
export type Outsider = 'fork' | 'dependabot'

const PULL_REQUEST_EVENTS = ['pull_request', 'pull_request_review', 'pull_request_review_comment']

/**
 * Tells whether GitHub withholds the secrets from this run. When in doubt it does not: the missing key is then an
 * error, and not a reason to let the step pass.
 * Sources: https://docs.github.com/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions
 * and https://docs.github.com/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions
 */
export function outsider(run: Run): Outsider | undefined {
  const onPullRequest = PULL_REQUEST_EVENTS.includes(run.eventName)
  if (run.actor === 'dependabot[bot]' && (onPullRequest || run.eventName === 'push')) return 'dependabot'
  if (!onPullRequest) return undefined
  const pullRequest = propertyOf(payload(run), 'pull_request')
  const head = propertyOf(pullRequest, 'head')
  const base = propertyOf(propertyOf(propertyOf(pullRequest, 'base'), 'repo'), 'id')
  // The head repository is null once the fork has been deleted.
  if (propertyOf(head, 'repo') === null) return 'fork'
  const from = propertyOf(propertyOf(head, 'repo'), 'id')
  return typeof from === 'number' && typeof base === 'number' && from !== base ? 'fork' : undefined
}

/** The number of the pull request that the event is about; undefined when it is about none. */
export function pullRequestNumber(run: Run): number | undefined | 'unreadable' {
  const event = payload(run)
  if (event === undefined) return MAY_HAVE_PULL_REQUEST.test(run.eventName) ? 'unreadable' : undefined
  const issue = propertyOf(event, 'issue')
  // GitHub leaves the field out for what is only an issue; Gitea makes it null.
  const subject = propertyOf(event, 'pull_request') ?? (propertyOf(issue, 'pull_request') == null ? undefined : issue)
  const number = propertyOf(subject, 'number')
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}

const MAY_HAVE_PULL_REQUEST = /^(pull_request|issue_comment)/

function payload(run: Run): unknown {
  try {
    return JSON.parse(readFileSync(run.eventPath, 'utf8')) as unknown
  } catch {
    return undefined
  }
}
