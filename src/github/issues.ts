import { isId, own } from '../decode.js'
import { type Extent, type GitHub, list } from './client.js'
import type { Post } from './marker.js'

/** On everything that we open. */
export const LABEL = 'pixverse-balance'

export interface Issue extends Post {
  readonly id: number
  readonly number: number
  readonly title: string
  readonly isOpen: boolean
  readonly isLabelled: boolean
  readonly isPullRequest: boolean
}

interface Search extends Extent<Issue> {
  readonly state: 'open' | 'all'
  /** Those with our label; otherwise those of this author, or all where it is not known. */
  readonly by: 'label' | { readonly author: string | undefined }
}

/** Issues, oldest first. What was changed last is found on the first page, but on a Gitea, which cannot sort. */
export async function findIssues(github: GitHub, { state, by, ...extent }: Search): Promise<Issue[]> {
  const { rest, repo, run } = github
  const author = by === 'label' ? undefined : by.author
  const filter = {
    ...(by === 'label' ? { labels: LABEL } : {}),
    // A Gitea has another word for it, and answers 404 when it is a workflow's token.
    ...(author !== undefined && run.forge === 'GitHub' ? { creator: author } : {}),
  }
  const all = await list(
    github,
    (page) => rest.issues.listForRepo({ ...repo, ...filter, state, sort: 'updated', direction: 'desc', ...page }),
    decodeIssue,
    extent,
  )
  // A server that does not know the filter lists everybody's.
  const asked = by === 'label' ? all.filter(({ isLabelled }) => isLabelled) : all
  return asked.filter(({ isPullRequest }) => !isPullRequest).sort((a, b) => a.number - b.number)
}

/** Two runs may have opened one each at the same moment. What cannot be closed now is closed by a later run. */
export async function closeDuplicates({ rest, repo }: GitHub, duplicates: readonly Issue[]): Promise<void> {
  await Promise.allSettled(
    duplicates.map(({ number }) =>
      rest.issues.update({ ...repo, issue_number: number, state: 'closed', state_reason: 'not_planned' }),
    ),
  )
}

/** Opens an issue with our label, or without it where the token may not set labels. */
export async function openIssue(github: GitHub, title: string, body: string): Promise<void> {
  const { rest, repo } = github
  await rest.issues.create({ ...repo, title, body, ...(await labels(github)) })
}

/** Sets our label on an issue that was opened without it, if the token may. */
export async function addLabel(github: GitHub, { number }: Issue): Promise<void> {
  const { rest, repo } = github
  const given = await labels(github)
  await rest.issues.addLabels({ ...repo, issue_number: number, ...given }).catch(() => undefined)
}

/**
 * GitHub takes the name of a label, and creates it; Gitea and Forgejo take the id of one that exists, which GitHub's
 * description does not know. Empty when the token may not create it.
 */
async function labels(github: GitHub): Promise<Readonly<Record<string, unknown>>> {
  const { rest, repo, run } = github
  if (run.forge === 'GitHub') return { labels: [LABEL] }
  try {
    const all = await list(github, (page) => rest.issues.listLabelsForRepo({ ...repo, ...page }), decodeLabel)
    const known = all.find(({ name }) => name === LABEL)
    const label = known ?? decodeLabel((await rest.issues.createLabel({ ...repo, name: LABEL, color: 'd93f0b' })).data)
    return label === undefined ? {} : { labels: [label.id] }
  } catch {
    return {}
  }
}

function decodeIssue(value: unknown): Issue | undefined {
  const [id, number, title, body] = [own(value, 'id'), own(value, 'number'), own(value, 'title'), own(value, 'body')]
  if (!isId(id) || !isId(number) || typeof title !== 'string') return undefined
  const labels = own(value, 'labels')
  return {
    id,
    number,
    title,
    body: typeof body === 'string' ? body : '',
    author: own(value, 'user'),
    isOpen: own(value, 'state') === 'open',
    isLabelled: Array.isArray(labels) && labels.some(isOurLabel),
    // GitHub leaves the field out for what is only an issue; Gitea makes it null.
    isPullRequest: own(value, 'pull_request') != null,
  }
}

/** GitHub describes a label as an object or as its mere name, and does not tell names apart by case. */
function isOurLabel(label: unknown): boolean {
  const name = own(label, 'name') ?? label
  return typeof name === 'string' && name.toLowerCase() === LABEL
}

function decodeLabel(value: unknown): { readonly id: number; readonly name: unknown } | undefined {
  const id = own(value, 'id')
  return isId(id) ? { id, name: own(value, 'name') } : undefined
}
