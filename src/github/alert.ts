import type { Result } from '../budget/verdict.js'
import type { AlertOutcome } from '../outputs.js'
import { alertComment, alertTitle, comment } from '../report/markdown.js'
import { type GitHub, isGitea, isMarked, isSame, markerOf } from './client.js'

const LABEL = 'pixverse-balance'

/**
 * Keeps one open issue for the account while credits run low, and closes it when they are back. Throws what GitHub
 * refuses.
 * @param apiUrl base address of the API: it tells a Gitea or Forgejo from a GitHub
 */
export async function alert(github: GitHub, account: string, result: Result, apiUrl: string): Promise<AlertOutcome> {
  const { verdict } = result
  if (verdict !== 'low' && verdict !== 'warn' && verdict !== 'ok') return 'none'

  const { rest, repo } = github
  const [issue, ...duplicates] = await ownIssues(github, account)
  // Two runs may have opened one each at the same moment. What cannot be closed now is closed by a later run.
  await Promise.allSettled(
    duplicates.map(({ number }) =>
      rest.issues.update({ ...repo, issue_number: number, state: 'closed', state_reason: 'not_planned' }),
    ),
  )

  if (verdict === 'ok') {
    if (issue === undefined) return 'none'
    const { number } = issue
    // Closed first: if only one of both can be done, an issue that stays open would get the comment from every run.
    await rest.issues.update({ ...repo, issue_number: number, state: 'closed', state_reason: 'completed' })
    await rest.issues.createComment({ ...repo, issue_number: number, body: alertComment(result) })
    return 'closed'
  }

  const title = alertTitle(result)
  const body = `${markerOf(account)}\n${stateMark(verdict)}\n${comment(result)}`
  if (issue === undefined) {
    await rest.issues.create({ ...repo, title, body, labels: await labels(github, apiUrl) })
    return 'opened'
  }
  if (issue.title === title && isSame(issue.body, body)) return 'none'
  // An edit notifies nobody. That it got worse is worth a notification; that the numbers moved is not. The comment
  // comes first: once the issue says `low`, no later run would write it.
  if (verdict === 'low' && issue.body?.includes(stateMark('warn')) === true) {
    await rest.issues.createComment({ ...repo, issue_number: issue.number, body: alertComment(result) })
  }
  await rest.issues.update({ ...repo, issue_number: issue.number, title, body })
  return 'updated'
}

interface Issue {
  readonly number: number
  readonly title: string
  readonly body?: string | null
}

function stateMark(verdict: 'low' | 'warn'): string {
  return `<!-- verdict=${verdict} -->`
}

/** Oldest first, from all pages. The list has pull requests in it, too. */
async function ownIssues({ rest, paginate, repo, isMine }: GitHub, account: string): Promise<Issue[]> {
  const all = await paginate(rest.issues.listForRepo, { ...repo, labels: LABEL, state: 'open', per_page: 100 })
  const own = []
  // GitHub leaves the field out for what is only an issue; Gitea makes it null.
  for (const candidate of all.filter(({ body, pull_request }) => pull_request == null && isMarked(body, account))) {
    if (await isMine(candidate.user)) own.push(candidate)
  }
  return own.sort((a, b) => a.number - b.number)
}

/** GitHub takes the name of a label, and creates it; Gitea and Forgejo take the id of one that exists. */
async function labels({ rest, paginate, repo }: GitHub, apiUrl: string): Promise<string[]> {
  if (!isGitea(apiUrl)) return [LABEL]
  const all = await paginate(rest.issues.listLabelsForRepo, { ...repo, per_page: 100 })
  const known = all.find(({ name }) => name === LABEL)
  const { id } = known ?? (await rest.issues.createLabel({ ...repo, name: LABEL, color: 'd93f0b' })).data
  return [id] as unknown as string[]
}
