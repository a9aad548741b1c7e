import { linesOf } from '../decode.js'
import type { AlertOutcome, AlertText } from '../surfaces.js'
import type { GitHub } from './client.js'
import { addLabel, closeDuplicates, findIssues, type Issue, openIssue } from './issues.js'
import { below, isSame, markerOf, ours } from './marker.js'

/**
 * Keeps one open issue for the account while credits run low, and closes it when they are back. Throws what GitHub
 * refuses.
 */
export async function alert(
  github: GitHub,
  account: string,
  text: Exclude<AlertText, { kind: 'leave' }>,
): Promise<AlertOutcome> {
  const marker = markerOf(account)
  const [issue, ...duplicates] = await ownAlerts(github, marker)
  await closeDuplicates(github, duplicates)

  if (text.kind === 'close') return issue === undefined ? 'none' : close(github, issue, text.news)
  const body = below(issue, marker, `${levelMark(text.level)}\n${text.body}`)
  if (issue !== undefined) return update(github, issue, text, body)
  await openIssue(github, text.title, body)
  return 'opened'
}

async function close({ rest, repo }: GitHub, { number }: Issue, news: string): Promise<AlertOutcome> {
  // Close first: were only the comment to succeed, every later run would repeat it.
  await rest.issues.update({ ...repo, issue_number: number, state: 'closed', state_reason: 'completed' })
  await rest.issues.createComment({ ...repo, issue_number: number, body: news })
  return 'closed'
}

/** An edit notifies nobody. That it got worse is worth a notification; that the numbers moved is not. */
async function update(
  github: GitHub,
  issue: Issue,
  { level, title, news }: Extract<AlertText, { kind: 'raise' }>,
  body: string,
): Promise<AlertOutcome> {
  if (issue.title === title && isSame(issue.body, body)) return 'none'
  const { rest, repo } = github
  const worse = level === 'low' && linesOf(issue.body).includes(levelMark('warn'))
  // Comment first: once the issue says `low`, no later run would.
  if (worse) await rest.issues.createComment({ ...repo, issue_number: issue.number, body: news })
  await rest.issues.update({ ...repo, issue_number: issue.number, title, body })
  if (!issue.isLabelled) await addLabel(github, issue)
  return worse ? 'worsened' : 'updated'
}

function levelMark(level: 'low' | 'warn'): string {
  return `<!-- verdict=${level} -->`
}

/** Most pages of what else this token has opened: 500 issues and pull requests. */
const PAGES_MAX = 5

/** Open ones, oldest first. A token that may not set labels opens them without. */
async function ownAlerts(github: GitHub, marker: string): Promise<Issue[]> {
  const labelled = await ours(github, await findIssues(github, { state: 'open', by: 'label' }), marker)
  if (labelled.length > 0) return labelled
  const { login } = await github.whoAmI()
  const opened = await findIssues(github, { state: 'open', by: { author: login }, pages: PAGES_MAX })
  return ours(github, opened, marker)
}
