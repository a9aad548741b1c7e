import type { Result } from '../budget/verdict.js'
import type { AlertOutcome } from '../outputs.js'
import { alertComment, alertTitle, comment } from '../report/markdown.js'
import { type GitHub, isMarked, isSame, markerOf } from './client.js'

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
  const [first, ...duplicates] = await ownIssues(github, account)
  // Two runs may have opened one each at the same moment.
  for (const { number } of duplicates) {
    await rest.issues.update({ ...repo, issue_number: number, state: 'closed', state_reason: 'not_planned' })
  }

  if (verdict === 'ok') {
    if (first === undefined) return 'none'
    await rest.issues.createComment({ ...repo, issue_number: first.number, body: alertComment(result) })
    await rest.issues.update({ ...repo, issue_number: first.number, state: 'closed', state_reason: 'completed' })
    return 'closed'
  }

  const title = alertTitle(result)
  const body = `${markerOf(account)}\n${stateMark(verdict)}\n${comment(result)}`
  if (first === undefined) {
    await rest.issues.create({ ...repo, title, body, labels: await labels(github, apiUrl) })
    return 'opened'
  }
  if (first.title === title && isSame(first.body, body)) return 'none'
  await rest.issues.update({ ...repo, issue_number: first.number, title, body })
  // An edit notifies nobody. That it got worse is worth a notification; that the numbers moved is not.
  if (verdict === 'low' && first.body?.includes(stateMark('warn')) === true) {
    await rest.issues.createComment({ ...repo, issue_number: first.number, body: alertComment(result) })
  }
  return 'updated'
}

function stateMark(verdict: 'low' | 'warn'): string {
  return `<!-- verdict=${verdict} -->`
}

/** Oldest first, from all pages. The list has pull requests in it, too. */
async function ownIssues(
  { rest, paginate, repo, isMine }: GitHub,
  account: string,
): Promise<{ number: number; title: string; body?: string | null }[]> {
  const all = await paginate(rest.issues.listForRepo, { ...repo, labels: LABEL, state: 'open', per_page: 100 })
  const own = []
  for (const candidate of all.filter(
    ({ body, pull_request }) => pull_request === undefined && isMarked(body, account),
  )) {
    if (await isMine(candidate.user)) own.push(candidate)
  }
  return own.sort((a, b) => a.number - b.number)
}

/** GitHub takes the name of a label, and creates it; Gitea and Forgejo take the id of one that exists. */
async function labels({ rest, paginate, repo }: GitHub, apiUrl: string): Promise<string[]> {
  if (!apiUrl.endsWith('/api/v1')) return [LABEL]
  const all = await paginate(rest.issues.listLabelsForRepo, { ...repo, per_page: 100 })
  const known = all.find(({ name }) => name === LABEL)
  const { id } = known ?? (await rest.issues.createLabel({ ...repo, name: LABEL, color: 'd93f0b' })).data
  return [id] as unknown as string[]
}
