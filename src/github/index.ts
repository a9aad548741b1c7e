import type { GitHubInputs } from '../inputs.js'
import type { Run } from '../run.js'
import { safe, type SafeText, type Sanitise } from '../safe-text.js'
import type { AlertOutcome, AlertText, CommentText, DashboardText } from '../surfaces.js'
import { alert } from './alert.js'
import { connect, type GitHub } from './client.js'
import { commentOnPullRequest } from './comment.js'
import { type Dashboard, readDashboard, writeDashboard } from './dashboard.js'
import {
  failureOf,
  foreignDashboard,
  isRefused,
  noAnswer,
  type Surface,
  SURFACES,
  unreadableEvent,
} from './failures.js'

/** Seconds to read the dashboard in, and to write everything. */
const TIME = { read: 5, written: 10 } as const

interface Asked {
  readonly inputs: GitHubInputs
  readonly run: Run
  /** As it is shown. */
  readonly account: string
  readonly sanitise: Sanitise
  readonly warn: (message: SafeText) => void
  readonly log: (line: SafeText) => void
}

export interface Texts {
  readonly comment: CommentText
  readonly alert: AlertText
  /** Undefined when the dashboard is not to be written. */
  readonly dashboard: DashboardText | undefined
}

/** Writes on GitHub what the inputs ask for. It never rejects: what fails is one warning, and the verdict stands. */
export interface Publisher {
  /** The body of the dashboard issue, undefined when there is none yet. What cannot be used is warned of. */
  readonly readDashboard: (
    isReadable: (body: string) => boolean,
  ) => Promise<{ readonly kind: 'body'; readonly body: string | undefined } | { readonly kind: 'unusable' }>
  /** Writes everything at the same time; the dashboard only after it was read. */
  readonly publish: (texts: Texts) => Promise<AlertOutcome>
}

export function openGitHub({ inputs, run, account, sanitise, warn, log }: Asked): Publisher {
  const connection = connect(inputs.token, run, sanitise)
  let dashboard: Exclude<Dashboard, { kind: 'foreign' }> | undefined

  async function attempt<T>(
    surface: Surface,
    verb: keyof typeof TIME,
    clock: AbortSignal,
    act: (github: GitHub) => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await act(await connection.until(clock))
    } catch (error) {
      const { name } = SURFACES[surface]
      if (run.outsider !== undefined && (inputs.token === '' || isRefused(error))) {
        log(safe`The ${name} was not ${verb}: ${READ_ONLY[run.outsider]}. There is nothing to fix.`)
        return undefined
      }
      const { reason, cure } = clock.aborted ? noAnswer(run, TIME[verb]) : failureOf(error, surface, run, sanitise)
      warn(safe`The ${name} could not be ${verb}: ${reason}. The verdict stands. ${cure}`)
      return undefined
    }
  }

  return {
    readDashboard: async (isReadable) => {
      const clock = AbortSignal.timeout(TIME.read * 1000)
      dashboard = await attempt('dashboard', 'read', clock, async (github) => {
        const found = await readDashboard(github, account, isReadable)
        if (found.kind === 'foreign') throw foreignDashboard(found.number)
        return found
      })
      if (dashboard === undefined) return { kind: 'unusable' }
      return { kind: 'body', body: dashboard.kind === 'found' ? dashboard.issue.body : undefined }
    },

    publish: async (texts) => {
      const clock = AbortSignal.timeout(TIME.written * 1000)
      const write = <T>(surface: Surface, act: (github: GitHub) => Promise<T>): Promise<T | undefined> =>
        attempt(surface, 'written', clock, act)
      const comment = async (): Promise<void> => {
        const [{ pullRequest }, text] = [run, texts.comment]
        if (inputs.comment === 'never' || text.kind === 'leave' || pullRequest === undefined) return
        await write('comment', async (github) => {
          if (pullRequest === 'unreadable') throw unreadableEvent()
          await commentOnPullRequest(github, pullRequest, account, text)
        })
      }
      const alerts = async (): Promise<AlertOutcome> => {
        const text = texts.alert
        if (!inputs.alertIssue || text.kind === 'leave') return 'none'
        return (await write('alert', (github) => alert(github, account, text))) ?? 'none'
      }
      const board = async (): Promise<void> => {
        const [found, text] = [dashboard, texts.dashboard]
        if (found === undefined || text === undefined) return
        await write('dashboard', (github) => writeDashboard(github, account, found, text))
      }
      const [outcome] = await Promise.all([alerts(), comment(), board()])
      return outcome
    },
  }
}

const READ_ONLY = {
  fork: safe`the run of a fork has no token that can write`,
  dependabot: safe`by default a run of Dependabot has no token that can write`,
} as const
