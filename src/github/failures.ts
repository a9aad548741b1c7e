import { messageOf, own } from '../decode.js'
import type { Run } from '../run.js'
import { safe, type SafeText, type Sanitise } from '../safe-text.js'

/** What is written on GitHub, with the permission that it takes and the input that asks for it. */
export const SURFACES = {
  comment: {
    name: 'pull request comment',
    permission: 'pull-requests: write',
    input: 'comment-summary-in-pr',
  },
  alert: { name: 'alert issue', permission: 'issues: write', input: 'alert-issue' },
  dashboard: { name: 'dashboard issue', permission: 'issues: write', input: 'dashboard-issue' },
} as const

export type Surface = keyof typeof SURFACES

/** Why something was not read or written. `reason` goes on behind a colon; `cure` is one or more whole sentences. */
export class Failure extends Error {
  readonly reason: SafeText
  readonly cure: SafeText

  constructor(reason: SafeText, cure: SafeText) {
    super(reason)
    this.reason = reason
    this.cure = cure
  }
}

const TRY_AGAIN = safe`The next run tries again.`
const LOOK_BETWEEN = safe`The next run tries again; if it fails too, look for a proxy or a maintenance page in between.`

export function noToken({ onAct }: Run): Failure {
  return new Failure(
    safe`\`github-token\` is empty`,
    onAct
      ? safe`Start act with \`-s GITHUB_TOKEN=...\`, it has no token of its own.`
      : safe`Leave the input out to use the token of the job.`,
  )
}

export function malformedToken(): Failure {
  return new Failure(
    safe`the token in \`github-token\` is malformed`,
    safe`Save the secret again, on one line, or leave the input out to use the token of the job.`,
  )
}

export function noRepository(): Failure {
  return new Failure(
    safe`the variable GITHUB_REPOSITORY does not name a repository`,
    safe`Run the action in a workflow, where it is \`owner/name\`.`,
  )
}

export function noApi(): Failure {
  return new Failure(
    safe`the variable GITHUB_API_URL is not the address of an API`,
    safe`It must begin with https:// or http://, without user, password, query and fragment.`,
  )
}

export function unreadableEvent(): Failure {
  return new Failure(
    safe`the file of the event cannot be read`,
    safe`Check the variable GITHUB_EVENT_PATH: it must name the JSON of the event.`,
  )
}

export function noAnswer({ forge }: Run, seconds: number): Failure {
  return new Failure(safe`${forge} gave no answer within ${seconds} s`, TRY_AGAIN)
}

export function malformedAnswer({ forge }: Run): Failure {
  return new Failure(safe`the answer of ${forge} is not what was asked for`, LOOK_BETWEEN)
}

export function longAnswer({ forge }: Run, mebibytes: number): Failure {
  return new Failure(safe`an answer of ${forge} is longer than ${mebibytes} MiB`, LOOK_BETWEEN)
}

export function redirected({ forge }: Run): Failure {
  return new Failure(
    safe`${forge} redirects to another address, which must not get the token`,
    safe`Check the variable GITHUB_API_URL, and look for a proxy in between.`,
  )
}

/** An error without words stays without any: its name alone helps nobody. */
function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : messageOf(error)
}

/** @param error what the connection threw: the cause behind it says more than its own message */
export function noConnection({ forge }: Run, error: unknown, sanitise: Sanitise): Failure {
  const cause = own(error, 'cause') ?? error
  const code = own(cause, 'code')
  const said = sanitise(wordsOf(cause) || (typeof code === 'string' ? code : ''))
  return new Failure(safe`the connection to ${forge} failed ${saying(said)}`, TRY_AGAIN)
}

export function foreignDashboard(number: number): Failure {
  return new Failure(
    safe`somebody else, or another token, wrote issue #${number}, which is marked as the dashboard of this account`,
    safe`Close that issue, and the next run opens a new one; or go back to the token that wrote it.`,
  )
}

export function dashboardBeyond(pages: number): Failure {
  return new Failure(
    safe`it is not on the first ${pages} pages of issues with the label \`pixverse-balance\`, and there are more`,
    safe`Remove the label from issues that are not of this gate, or are closed.`,
  )
}

/** Whether the answer was one of these. */
export function isStatus(error: unknown, ...statuses: readonly number[]): boolean {
  const status = own(error, 'status')
  return typeof status === 'number' && statuses.includes(status)
}

/** Whether the token has no right to do it. A limit that is reached has the same status. */
export function isRefused(error: unknown): boolean {
  return isStatus(error, 404) || (isStatus(error, 403) && !isLimit(error))
}

function isLimit(error: unknown): boolean {
  return isStatus(error, 429) || (isStatus(error, 403) && /rate limit/i.test(messageOf(error)))
}

/** What an attempt at a surface failed with, in our words as far as we have any. */
export function failureOf(error: unknown, surface: Surface, run: Run, sanitise: Sanitise): Failure {
  // Octokit wraps what the connection throws.
  const failure = [error, own(error, 'cause')].find((candidate) => candidate instanceof Failure)
  if (failure !== undefined) return failure

  const { forge } = run
  const { input } = SURFACES[surface]
  const said = sanitise(wordsOf(error).replace(/\.$/, ''))
  if (isStatus(error, 401)) {
    return new Failure(
      safe`${forge} does not know the token in \`github-token\``,
      safe`Leave the input out to use the token of the job, or save the secret again.`,
    )
  }
  if (isLimit(error)) {
    return new Failure(safe`${forge} got more requests than it takes from this token`, TRY_AGAIN)
  }
  if (isStatus(error, 403) && /not accessible/i.test(said)) {
    return new Failure(safe`the token may not do it`, permit(surface, run))
  }
  // A locked conversation, an archived repository and the rules of an organisation have the same status.
  if (isStatus(error, 403)) {
    return new Failure(
      safe`${forge} refuses it ${saying(said)}`,
      safe`If that is a matter of rights: ${permit(surface, run)}`,
    )
  }
  if (isStatus(error, 404)) {
    return new Failure(safe`${forge} does not find it, or hides it from the token`, permit(surface, run))
  }
  if (isStatus(error, 410) && /delet/i.test(said)) {
    return new Failure(safe`somebody deleted it meanwhile`, safe`The next run opens a new one if it needs one.`)
  }
  if (isStatus(error, 410)) {
    return new Failure(
      /disabled|turned off/i.test(said)
        ? safe`issues are turned off in this repository`
        : safe`it was deleted meanwhile, or issues are turned off in this repository`,
      safe`Turn them on in its settings, or leave \`${input}\` out.`,
    )
  }
  const status = own(error, 'status')
  return typeof status === 'number'
    ? new Failure(safe`${forge} answers HTTP ${status} ${saying(said)}`, TRY_AGAIN)
    : new Failure(safe`it failed ${saying(said)}`, TRY_AGAIN)
}

function saying(said: SafeText): SafeText {
  return said === '' ? safe`without a reason` : safe`with \`${said}\``
}

function permit(surface: Surface, { forge }: Run): SafeText {
  return forge === 'GitHub'
    ? safe`Give the job the permission \`${SURFACES[surface].permission}\`.`
    : safe`Give the token the right to write issues of this repository.`
}
