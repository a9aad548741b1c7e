import type { Result } from '../budget/verdict.js'
import type { CommentMode } from '../inputs.js'
import { comment } from '../report/markdown.js'
import { type GitHub, isMarked, isSame, markerOf } from './client.js'

/**
 * Keeps one comment for the account on the pull request: creates it, edits it in place, and removes what another run
 * may have created at the same moment. Writes nothing when nothing changes. Throws what GitHub refuses.
 */
export async function commentOnPullRequest(
  github: GitHub,
  number: number,
  account: string,
  mode: CommentMode,
  result: Result,
): Promise<void> {
  const { rest, repo } = github
  const [first, ...duplicates] = await ownComments(github, number, account)
  // A run at the same moment may be removing them, too.
  await Promise.allSettled(duplicates.map(({ id }) => rest.issues.deleteComment({ ...repo, comment_id: id })))

  const text = textFor(mode, result, first !== undefined)
  if (text === undefined) return
  const body = `${markerOf(account)}\n${text}`
  if (first === undefined) await rest.issues.createComment({ ...repo, issue_number: number, body })
  else if (!isSame(first.body, body)) await rest.issues.updateComment({ ...repo, comment_id: first.id, body })
}

/** Oldest first, from all pages. */
async function ownComments(
  { rest, paginate, repo, isMine }: GitHub,
  number: number,
  account: string,
): Promise<{ id: number; body?: string }[]> {
  const all = await paginate(rest.issues.listComments, { ...repo, issue_number: number, per_page: 100 })
  const own = []
  for (const candidate of all.filter(({ body }) => isMarked(body, account))) {
    if (await isMine(candidate.user)) own.push(candidate)
  }
  return own.sort((a, b) => a.id - b.id)
}

function textFor(mode: CommentMode, result: Result, exists: boolean): string | undefined {
  if (mode === 'always') return comment(result)
  switch (result.verdict) {
    case 'low':
    case 'over-budget':
    case 'unknown':
    case 'error':
      return comment(result)
    case 'ok':
    case 'warn':
      return exists ? comment(result, 'Resolved: ') : undefined
    case 'skipped':
      return undefined
  }
}
