import type { DashboardText } from '../surfaces.js'
import type { Extent, GitHub } from './client.js'
import { dashboardBeyond } from './failures.js'
import { closeDuplicates, findIssues, type Issue, openIssue } from './issues.js'
import { below, isMarked, isSame, markerOf, ours } from './marker.js'

export type Dashboard =
  | { readonly kind: 'found'; readonly issue: Issue; readonly duplicates: readonly Issue[] }
  | { readonly kind: 'none' }
  /** An open issue with our marker and our label, which strangers cannot set, but of another author. */
  | { readonly kind: 'foreign'; readonly number: number }

/** Most pages of issues with our label. On GitHub the first has what was changed last, and so the dashboard. */
const PAGES_MAX = 10

/** Most pages of what else this token has opened. */
const AUTHOR_PAGES_MAX = 5

/**
 * Finds the dashboard issue of the account, open or closed; one that cannot be read counts only while it is open, so that
 * closing it is the way to a new one. With the write that follows it takes three requests: the list, who we are, the
 * write. A user's token takes some more while no dashboard has the label. Throws what GitHub refuses.
 */
export async function readDashboard(
  github: GitHub,
  account: string,
  isReadable: (body: string) => boolean,
): Promise<Dashboard> {
  const marker = markerOf(account, 'dashboard')
  const usable = ({ isOpen, body }: Issue): boolean => isOpen || isReadable(body)
  const enough = async (issue: Issue): Promise<boolean> =>
    !issue.isPullRequest && usable(issue) && isMarked(issue, marker) && (await github.whoAmI()).isMe(issue.author)
  const beyond = dashboardBeyond(PAGES_MAX)
  const labelled = await findIssues(github, { state: 'all', by: 'label', pages: PAGES_MAX, enough, beyond })
  const own = (await ours(github, labelled, marker)).filter(usable)
  if (own.length === 0 && !github.isApp) own.push(...(await unlabelled(github, marker, enough)).filter(usable))

  // An open one first: a closed one may be a duplicate that was closed by us.
  const [issue, ...others] = [...own.filter(({ isOpen }) => isOpen), ...own.filter(({ isOpen }) => !isOpen)]
  if (issue !== undefined) return { kind: 'found', issue, duplicates: others.filter(({ isOpen }) => isOpen) }
  const foreign = labelled.find((candidate) => candidate.isOpen && isMarked(candidate, marker))
  return foreign === undefined ? { kind: 'none' } : { kind: 'foreign', number: foreign.number }
}

/** A user's token may be one that cannot set labels. Of what it opened, the dashboard is among what was changed last. */
async function unlabelled(github: GitHub, marker: string, enough: Extent<Issue>['enough']): Promise<Issue[]> {
  const { login } = await github.whoAmI()
  const opened = await findIssues(github, { state: 'all', by: { author: login }, pages: AUTHOR_PAGES_MAX, enough })
  return ours(github, opened, marker)
}

/**
 * Opens the dashboard, or edits it, which notifies nobody. One that was closed is opened again: `dashboard-issue: false`
 * ends it. Writes nothing when nothing changes. Throws what GitHub refuses.
 */
export async function writeDashboard(
  github: GitHub,
  account: string,
  dashboard: Exclude<Dashboard, { kind: 'foreign' }>,
  { title, body: text }: DashboardText,
): Promise<void> {
  const marker = markerOf(account, 'dashboard')
  if (dashboard.kind === 'none') return openIssue(github, title, below(undefined, marker, text))

  const { issue, duplicates } = dashboard
  const body = below(issue, marker, text)
  await closeDuplicates(github, duplicates)
  if (issue.isOpen && issue.title === title && isSame(issue.body, body)) return
  const { rest, repo } = github
  await rest.issues.update({ ...repo, issue_number: issue.number, title, body, state: 'open' })
}
