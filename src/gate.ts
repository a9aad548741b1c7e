import { messageOf } from './decode.js'
import { collectFaults, type Fault, type Faults, oneFault } from './fault.js'
import type { Publisher } from './github/index.js'
import type { Ledger, Outlook } from './history/ledger.js'
import { type Inputs, readInputs, type Source } from './inputs.js'
import { maskedLines } from './key.js'
import { type Outputs, outputsOf } from './outputs.js'
import type { PricedPlan } from './plan/plan.js'
import { readBalance } from './pixverse/balance.js'
import { annotations, logLines } from './report/log.js'
import { summary } from './report/markdown.js'
import { alertText, commentText } from './report/texts.js'
import { safe, type SafeText } from './safe-text.js'
import type { AlertOutcome, Annotation, Markdown } from './surfaces.js'
import { type BalanceRead, decide, type Result } from './verdict/verdict.js'

/** What surrounds a gate: where its inputs come from, and where everything goes that it has to say. */
export interface Surroundings extends Source {
  /** Folder that holds the plan; nothing outside of it is read. */
  readonly workspace: string
  readonly now: Date
  /** Has a line of the key blanked from here on. */
  readonly mask: (line: string) => void
  readonly log: (line: SafeText) => void
  /** The verdict, for those who look at no log. */
  readonly annotate: (annotation: Annotation) => void
  /** Something that went wrong beside the verdict. */
  readonly warn: (message: SafeText) => void
  /** Throws when they cannot be written. */
  readonly writeOutputs: (outputs: Outputs) => void
  /** Throws when it cannot be written. */
  readonly writeSummary: (markdown: Markdown) => void
}

/**
 * The gate, from top to bottom: what does the workflow ask for, what does the plan cost, what is left, is it enough.
 * Then everybody is told; nothing but the verdict decides.
 */
export async function gate(at: Surroundings): Promise<Result> {
  for (const line of maskedLines(at.input('api-key'))) at.mask(line)
  const inputs = readInputs(at)
  const { plan, faults } = await readPlan(inputs, at.workspace)
  const github = await openGitHub(inputs, at)
  const ledger = await readLedger(inputs, faults, github, at)
  const read = await askPixVerse(inputs, faults)
  const outlook = read.kind === 'balance' ? ledger?.outlook(read.balance, at.now) : undefined
  const result = decide({ ...inputs, read, plan, pace: outlook?.pace, now: at.now })

  for (const line of logLines(result)) at.log(line)
  const alert = await publish(github, inputs, result, outlook)
  try {
    at.writeOutputs(outputsOf(result, alert))
  } finally {
    // Also when the outputs cannot be written, which fails the step.
    writeSummary(at, inputs, result)
    for (const annotation of annotations(result)) at.annotate(annotation)
  }
  return result
}

interface Planned {
  readonly plan: PricedPlan | undefined
  /** Everything that is wrong with the inputs and with the plan. */
  readonly faults: Faults | undefined
}

async function readPlan(inputs: Inputs, workspace: string): Promise<Planned> {
  const found = collectFaults()
  if (inputs.faults !== undefined) found.addAll(inputs.faults)
  let plan: PricedPlan | undefined
  if (inputs.plan.plan !== '' || inputs.plan.prices !== '' || inputs.plan.made !== '') {
    const room = await import('./plan/index.js')
    const read = room.readPlan({ ...inputs.plan, workspace }, inputs.sanitise)
    if (read.kind === 'faults') found.addAll(read.faults)
    if (read.kind === 'plan') plan = read.plan
  }
  if (!Number.isSafeInteger(mostCredits(inputs, plan))) found.add(TOO_MANY_CREDITS)
  return { plan, faults: found.faults() }
}

/** The largest sum that is made of these numbers. */
function mostCredits({ limits: { minimum, floors } }: Inputs, plan: PricedPlan | undefined): number {
  const all = [minimum, plan?.planned, ...Object.values(floors)]
  return all.reduce<number>((sum, credits) => sum + (credits ?? 0), 0)
}

const TOO_MANY_CREDITS: Fault = {
  id: 'too-many-credits',
  message: safe`The plan, \`minimum\` and the floors add up to more credits than can be counted exactly`,
  hint: safe`Check their numbers: at most 9,007,199,254,740,991 in all.`,
}

/** The comment and the issues, when one of them is asked for. */
async function openGitHub({ github, sanitise, account }: Inputs, at: Surroundings): Promise<Publisher | undefined> {
  const { comment, alertIssue, dashboardIssue } = github
  if (comment === 'never' && !alertIssue && !dashboardIssue) return undefined
  const room = await import('./github/index.js')
  return room.openGitHub({ inputs: github, run: at.run, account, sanitise, warn: at.warn, log: at.log })
}

/** The readings of the dashboard so far; undefined when there is no dashboard here, or none that can be read. */
async function readLedger(
  { github: { dashboardIssue }, sanitise }: Inputs,
  faults: Faults | undefined,
  github: Publisher | undefined,
  at: Surroundings,
): Promise<Ledger | undefined> {
  if (!dashboardIssue || github === undefined || faults !== undefined || !at.run.onDefaultBranch) return undefined
  const { openLedger } = await import('./history/ledger.js')
  const dashboard = await github.readDashboard((body) => openLedger(body).kind === 'ledger')
  if (dashboard.kind === 'unusable') return undefined
  const ledger = openLedger(dashboard.body ?? '')
  if (ledger.kind === 'ledger') return ledger
  at.warn(
    safe`The dashboard issue is left as it is, because its history cannot be read: ${sanitise(ledger.why)}. Restore an earlier version of its text ("edited" above it), or close it, and the next run opens a new one.`,
  )
  return undefined
}

/** No request is made when something is wrong, or when there is no key to ask with. */
async function askPixVerse(inputs: Inputs, faults: Faults | undefined): Promise<BalanceRead> {
  const { key } = inputs
  if (faults !== undefined) return { kind: 'misused', faults }
  if (key.kind === 'given') return readBalance({ ...inputs, apiKey: key.apiKey })
  return { kind: 'skipped', faults: oneFault(key.fault) }
}

async function publish(
  github: Publisher | undefined,
  { github: { comment, alertIssue } }: Inputs,
  result: Result,
  outlook: Outlook | undefined,
): Promise<AlertOutcome> {
  if (github === undefined) return 'none'
  return github.publish({
    comment: commentText(result, comment),
    alert: alertText(result, alertIssue, outlook !== undefined),
    dashboard: outlook && (await import('./report/dashboard.js')).dashboardText(result, outlook),
  })
}

function writeSummary(at: Surroundings, { sanitise }: Inputs, result: Result): void {
  try {
    at.writeSummary(summary(result))
  } catch (error) {
    const why = sanitise(messageOf(error))
    at.warn(safe`The job summary could not be written: \`${why}\`. The log has the same numbers.`)
  }
}
