import type { SafeText } from './safe-text.js'

/** What `report/` makes and the surfaces show: both know these, and nothing of each other. */

/** A document that GitHub renders, made of safe text. */
export type Markdown = string

export interface Annotation {
  readonly severity: 'error' | 'warning' | 'notice'
  /** Fixed words: the runner does not mask titles. */
  readonly title: string
  readonly message: SafeText
}

/** What to do with the pull request comment of the account. */
export type CommentText =
  | { readonly kind: 'write'; readonly body: Markdown }
  /** Only an earlier comment is brought up to date. */
  | { readonly kind: 'update'; readonly body: Markdown }
  | { readonly kind: 'leave' }

/** What to do with the alert issue of the account. */
export type AlertText =
  | {
      readonly kind: 'raise'
      readonly level: 'warn' | 'low'
      readonly title: SafeText
      readonly body: Markdown
      /** Said in a comment when `warn` becomes `low`. */
      readonly news: Markdown
    }
  /** All is well again. */
  | { readonly kind: 'close'; readonly news: Markdown }
  | { readonly kind: 'leave' }

/** The dashboard issue of the account, history block included. */
export interface DashboardText {
  readonly title: SafeText
  readonly body: Markdown
}

/** What became of the alert issue. */
export type AlertOutcome = 'opened' | 'updated' | 'worsened' | 'closed' | 'none'
