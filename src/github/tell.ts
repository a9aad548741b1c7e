import * as core from '@actions/core'
import type { Result } from '../budget/verdict.js'
import { messageOf } from '../errors.js'
import type { Inputs } from '../inputs.js'
import type { AlertOutcome } from '../outputs.js'
import { neutralise } from '../report/escape.js'
import { alert } from './alert.js'
import { connect, type GitHub, isStatus } from './client.js'
import { commentOnPullRequest } from './comment.js'
import { pullRequestNumber } from './event.js'

/** Milliseconds for the comment and the issue together. */
const TIME = 10_000

/**
 * Writes the comment and the issue that the inputs ask for, at the same time. What cannot be written is one warning
 * each, and never changes the verdict.
 */
export async function tell(inputs: Inputs, result: Result): Promise<AlertOutcome> {
  const clock = new AbortController()
  const timer = setTimeout(() => {
    clock.abort()
  }, TIME)
  const { account, comment, run } = inputs
  /** Does it, or warns. */
  async function attempt<T>(
    what: string,
    permission: string,
    act: (connected: () => Promise<GitHub>) => Promise<T>,
  ): Promise<T | undefined> {
    try {
      if (inputs.githubToken === '') throw new Refused('the input github-token is empty')
      return await act(() => connect(inputs.githubToken, run, clock.signal))
    } catch (error) {
      const neutral = (text: string): string => neutralise(neutralise(text, inputs.githubToken), inputs.apiKey)
      const reason = clock.signal.aborted
        ? `GitHub gave no answer within ${TIME / 1000} s`
        : reasonOf(error, permission, neutral)
      core.warning(`The ${what} could not be written: ${reason}. The verdict stands.`)
      return undefined
    }
  }

  try {
    const [, outcome] = await Promise.all([
      comment === 'never'
        ? undefined
        : attempt('pull request comment', 'pull-requests: write', async (connected) => {
            const number = pullRequestNumber(run)
            if (number === 'unreadable') throw new Refused('the file of the event cannot be read')
            if (number !== undefined) await commentOnPullRequest(await connected(), number, account, comment, result)
          }),
      inputs.alertIssue
        ? attempt('alert issue', 'issues: write', async (connected) =>
            alert(await connected(), account, result, run.apiUrl),
          )
        : undefined,
    ])
    return outcome ?? 'none'
  } finally {
    clearTimeout(timer)
  }
}

class Refused extends Error {}

function reasonOf(error: unknown, permission: string, neutral: (text: string) => string): string {
  if (error instanceof Refused) return error.message
  const said = neutral(messageOf(error)).replace(/\.$/, '')
  if (isStatus(error, 401)) return 'GitHub does not know the token in github-token'
  // A limit that is reached, a conversation that is locked and a repository that is archived have the same status.
  if (isStatus(error, 403)) {
    return /not accessible/i.test(said)
      ? `the token may not do it; give the job the permission ${permission}`
      : `GitHub refuses it (${said}); if a permission is missing, it is ${permission}`
  }
  if (isStatus(error, 404))
    return `GitHub does not find it, or hides it from the token; check the permission ${permission}`
  if (isStatus(error, 410)) return 'issues are turned off in this repository'
  return said === '' ? 'neither GitHub nor the connection to it gave a reason; the next run tries again' : said
}
