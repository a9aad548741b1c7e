import { isId, own } from '../decode.js'
import type { CommentText } from '../surfaces.js'
import { type GitHub, list } from './client.js'
import { isSame, markerOf, ours, type Post } from './marker.js'

interface Comment extends Post {
  readonly id: number
}

/**
 * Keeps one comment for the account on the pull request: creates it, edits it in place, and removes what another run
 * may have created at the same moment. Writes nothing when nothing changes. Throws what GitHub refuses.
 */
export async function commentOnPullRequest(
  github: GitHub,
  number: number,
  account: string,
  text: Exclude<CommentText, { kind: 'leave' }>,
): Promise<void> {
  const { rest, repo } = github
  const marker = markerOf(account)
  const [first, ...duplicates] = await ownComments(github, number, marker)
  // A run at the same moment may be removing them, too.
  await Promise.allSettled(duplicates.map(({ id }) => rest.issues.deleteComment({ ...repo, comment_id: id })))

  const body = `${marker}\n${text.body}`
  if (first !== undefined) {
    if (!isSame(first.body, body)) await rest.issues.updateComment({ ...repo, comment_id: first.id, body })
  } else if (text.kind === 'write') {
    await rest.issues.createComment({ ...repo, issue_number: number, body })
  }
}

/** Oldest first, from all pages. */
async function ownComments(github: GitHub, number: number, marker: string): Promise<Comment[]> {
  const { rest, repo } = github
  const all = await list(
    github,
    (page) => rest.issues.listComments({ ...repo, issue_number: number, ...page }),
    decodeComment,
  )
  return (await ours(github, all, marker)).sort((a, b) => a.id - b.id)
}

function decodeComment(value: unknown): Comment | undefined {
  const [id, body] = [own(value, 'id'), own(value, 'body')]
  if (!isId(id)) return undefined
  return { id, body: typeof body === 'string' ? body : '', author: own(value, 'user') }
}
