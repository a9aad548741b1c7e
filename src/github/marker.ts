import { linesOf } from '../decode.js'
import type { GitHub } from './client.js'

/** Somebody's comment or issue. */
export interface Post {
  /** Empty when there is none. */
  readonly body: string
  readonly author: unknown
}

/**
 * First line of everything that we write, so that we find it again: one text for each account and kind. A comment and
 * an alert need no kind, because they are in different lists.
 */
export function markerOf(account: string, kind?: 'dashboard'): string {
  const what = kind === undefined ? '' : ` kind=${kind}`
  return `<!-- pixverse-balance-action${what} account=${encodeURIComponent(account)} -->`
}

export function isMarked({ body }: Post, marker: string): boolean {
  return linesOf(body)[0] === marker
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
