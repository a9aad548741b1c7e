import { linesOf } from '../decode.js'
import type { GitHub } from './client.js'

/** Somebody's comment or issue. */
export interface Post {
  /** Empty when there is none. */
  readonly body: string
  readonly author: unknown
  /** Whether it has our label, which strangers cannot set. */
  readonly isLabelled?: boolean
}

/**
 * First line of everything that we write, so that we find it again: one text for each account and kind. A comment and
 * an alert need no kind, because they are in different lists.
 */
export function markerOf(account: string, kind?: 'dashboard'): string {
  const what = kind === undefined ? '' : ` kind=${kind}`
  return `<!-- pixverse-balance-action${what} account=${encodeURIComponent(account)} -->`
}

/**
 * Whether a post has the marker as its first line. Below it may be what somebody else quotes who writes as we do, such as
 * another workflow; but a maintainer may put a note above the marker of an issue, which the label then vouches for.
 */
export function isMarked({ body, isLabelled = false }: Post, marker: string): boolean {
  const at = linesOf(body).indexOf(marker)
  return at === 0 || (at > 0 && isLabelled)
}

/** The new text of a post, marker included, below the note that may stand above it. */
export function below(post: Post | undefined, marker: string, text: string): string {
  const lines = linesOf(post?.body ?? '')
  const note = lines.slice(0, Math.max(lines.indexOf(marker), 0))
  return [...note, marker, text].join('\n')
}

/** The posts that have the marker and that this token wrote: the only ones that are ever changed. */
export async function ours<P extends Post>(github: GitHub, posts: readonly P[], marker: string): Promise<P[]> {
  const marked = posts.filter((post) => isMarked(post, marker))
  if (marked.length === 0) return []
  const { isMe } = await github.whoAmI()
  return marked.filter(({ author }) => isMe(author))
}

/** Whether GitHub already has the text. */
export function isSame(body: string, wanted: string): boolean {
  return linesOf(body).join('\n').trim() === wanted.trim()
}
