import type { CommentMode } from '../inputs.js'
import { safe } from '../safe-text.js'
import type { AlertText, CommentText } from '../surfaces.js'
import type { Result } from '../verdict/verdict.js'
import { alertBody, alertComment, comment } from './markdown.js'
import { titled, TITLES } from './messages.js'

/** What the pull request comment says, if anything. */
export function commentText(result: Result, mode: CommentMode): CommentText {
  switch (mode) {
    case 'never':
      return { kind: 'leave' }
    case 'always':
      return { kind: 'write', body: comment(result) }
    case 'on-failure':
      return onFailure(result)
  }
}

function onFailure(result: Result): CommentText {
  switch (result.verdict) {
    case 'low':
    case 'over-budget':
    case 'unknown':
    case 'error':
      return { kind: 'write', body: comment(result) }
    case 'ok':
    case 'warn':
      return { kind: 'update', body: comment(result, 'Resolved: ') }
    case 'skipped':
      return { kind: 'leave' }
  }
}

/**
 * What the alert issue says, if anything.
 * @param hasHistory whether the readings of the dashboard were looked at
 */
export function alertText(result: Result, wanted: boolean, hasHistory: boolean): AlertText {
  const { verdict, limits } = result
  if (!wanted) return { kind: 'leave' }
  // Whether the days are few is not known, so an alert that says they are must stay.
  if (verdict === 'ok' && limits.warnDays !== undefined && !hasHistory) return { kind: 'leave' }
  if (verdict === 'ok') return { kind: 'close', news: alertComment(result) }
  if (verdict !== 'warn' && verdict !== 'low') return { kind: 'leave' }
  const title = titled(safe`${TITLES[verdict]}`, result)
  return { kind: 'raise', level: verdict, title, body: alertBody(result), news: alertComment(result) }
}
