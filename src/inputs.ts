import { collectFaults, type Fault, type Faults } from './fault.js'
import { isKey, KEY_LENGTH_MIN, secretFinder } from './key.js'
import { address, anyText, baseline, choice, credits, label, type Parser, percent, whole, yesOrNo } from './parsers.js'
import { type Region, regionOf } from './pixverse/region.js'
import type { Outsider, Run } from './run.js'
import { invisibleIn, plain, safe, type SafeText, type Sanitise, sanitiser } from './safe-text.js'
import { perPurse } from './verdict/purses.js'
import type { Limits } from './verdict/verdict.js'

/**
 * Every input, with its default, and whether it is about GitHub alone. Names and defaults are those of action.yml; the
 * flags of the command are the ones that are not about GitHub.
 */
export const INPUTS = {
  'api-key': {},
  minimum: {},
  'minimum-monthly': {},
  'minimum-package': {},
  'warn-below': {},
  plan: {},
  made: {},
  prices: {},
  margin: { default: '0' },
  budget: {},
  baseline: {},
  'on-low': { default: 'fail' },
  'on-unknown': { default: 'fail' },
  'comment-summary-in-pr': { default: 'never', onlyGitHub: true },
  'alert-issue': { default: 'false', onlyGitHub: true },
  'dashboard-issue': { default: 'false', onlyGitHub: true },
  'warn-days': { onlyGitHub: true },
  account: { default: 'PixVerse' },
  'github-token': { onlyGitHub: true },
  'base-url': { default: 'https://app-api.pixverse.ai' },
  timeout: { default: '30' },
  retries: { default: '3' },
} as const satisfies Readonly<Record<string, InputEntry>>

interface InputEntry {
  readonly default?: string
  readonly onlyGitHub?: true
}

export type InputName = keyof typeof INPUTS

type NameWithDefault = {
  [Name in InputName]: (typeof INPUTS)[Name] extends { default: string } ? Name : never
}[InputName]

/** Where inputs come from. */
export interface Source {
  /** The text of an input without white space around it; empty when it is not given. */
  readonly input: (name: InputName) => string
  /** Where the key comes from: the name of an input, or of a variable. */
  readonly keyName: SafeText
  /** What to do when there is no key. */
  readonly keyHint: SafeText
  /** The variable NODE_DEBUG. */
  readonly nodeDebug: string
  readonly run: Run
}

export type CommentMode = 'never' | 'on-failure' | 'always'

/** Everything that the workflow says, read once. A value that is wrong has its default, and a fault. */
export interface Inputs {
  readonly key: Key
  /** Makes text from outside safe to show. The only one that knows the key. */
  readonly sanitise: Sanitise
  readonly account: SafeText
  readonly region: Region
  readonly limits: Limits
  readonly plan: PlanInputs
  readonly baseUrl: URL
  /** Seconds. */
  readonly timeout: number
  readonly retries: number
  readonly github: GitHubInputs
  /** Every input that is wrong; undefined when none is. */
  readonly faults: Faults | undefined
}

export type Key =
  | { readonly kind: 'given'; readonly apiKey: string }
  /** Withheld by GitHub; or missing or malformed, and then among the faults. */
  | { readonly kind: 'withheld' | 'unusable'; readonly fault: Fault }

/** As given: inline YAML or JSON, or file patterns. Empty when not given. */
export interface PlanInputs {
  readonly plan: string
  readonly prices: string
  readonly made: string
  /** Percent on top of the plan's cost, in digits. */
  readonly margin: SafeText
}

export interface GitHubInputs {
  readonly token: string
  readonly comment: CommentMode
  readonly alertIssue: boolean
  readonly dashboardIssue: boolean
}

/** The only place that reads inputs. */
export function readInputs(source: Source): Inputs {
  const givenKey = source.input('api-key')
  const sanitise = sanitiser(givenKey, source.input('github-token'))
  const faults = collectFaults()
  const read = reader(source, givenKey, sanitise, faults.add)

  const key = readKey(givenKey, source)
  if (key.kind === 'unusable') faults.add(key.fault)
  const inputs = {
    key,
    sanitise,
    account: read('account', label(sanitise)),
    limits: {
      minimum: read('minimum', credits) ?? 0,
      floors: perPurse((purse) => read(`minimum-${purse}`, credits)),
      warnBelow: read('warn-below', credits),
      warnDays: read('warn-days', whole('days', 1, 365)),
      budget: read('budget', credits),
      baseline: read('baseline', baseline(sanitise)),
      onLow: read('on-low', choice('fail', 'warn')),
      onUnknown: read('on-unknown', choice('fail', 'warn')),
    } satisfies Limits,
    plan: {
      plan: read('plan', anyText) ?? '',
      prices: read('prices', anyText) ?? '',
      made: read('made', anyText) ?? '',
      margin: read('margin', percent),
    },
    baseUrl: read('base-url', address),
    timeout: read('timeout', whole('seconds', 1, 600)),
    retries: read('retries', whole('a number', 0, 10)),
    github: {
      token: read('github-token', anyText) ?? '',
      comment: read('comment-summary-in-pr', choice('never', 'on-failure', 'always')),
      alertIssue: read('alert-issue', yesOrNo),
      dashboardIssue: read('dashboard-issue', yesOrNo),
    },
  }
  for (const fault of contradictions(inputs, source)) faults.add(fault)
  return { ...inputs, region: regionOf(inputs.baseUrl), faults: faults.faults() }
}

type Read = <Name extends InputName, T>(
  name: Name,
  parser: Parser<T>,
) => Name extends NameWithDefault ? T : T | undefined

/** Reads one input: what is not given has its default; what is wrong, too, with a fault. */
function reader(source: Source, key: string, sanitise: Sanitise, fault: (fault: Fault) => void): Read {
  // A shorter one is no key, and may stand in any number.
  const showsKey = secretFinder(key.length < KEY_LENGTH_MIN ? '' : key)
  return <Name extends InputName, T>(name: Name, { expected, parse }: Parser<T>) => {
    const given = source.input(name)
    const { default: standard }: InputEntry = INPUTS[name]
    const fallback = (): T | undefined => (standard === undefined ? undefined : parse(standard))
    type Answer = Name extends NameWithDefault ? T : T | undefined
    // The runner hands over defaults as if they were given; a key may share a word with one.
    if (given === '' || given === standard) return fallback() as Answer
    // Inputs are shown in parts, and the libraries that read them may write lines of their own.
    if (showsKey(given)) {
      fault({
        id: 'key-in-input',
        message: safe`\`${plain(name)}\` has the API key in it`,
        hint: safe`Take it out: the key belongs into \`${source.keyName}\` alone.`,
      })
      return fallback() as Answer
    }
    const value = parse(given)
    if (value !== undefined) return value as Answer
    fault({
      id: 'wrong-input',
      message: safe`\`${plain(name)}\` must be ${expected}`,
      hint: safe`Correct it.`,
      // An address may have a password in it, also one that is not quite an address.
      detail: safe`but is \`${sanitise(given.replace(/^(\w+:[/\\]*)?.*@/s, '$1…@'))}\`${unseenIn(given)}`,
    })
    return fallback() as Answer
  }
}

/** What would make a wrong value look like a right one. */
function unseenIn(given: string): SafeText {
  const invisible = invisibleIn(given)
  return invisible === undefined ? safe`` : safe`, with an invisible character (${invisible}) in it`
}

function readKey(given: string, { keyName, keyHint, run }: Source): Key {
  if (isKey(given)) return { kind: 'given', apiKey: given }
  if (given !== '') return { kind: 'unusable', fault: malformedKey(keyName) }
  if (run.outsider !== undefined) return { kind: 'withheld', fault: WITHHELD[run.outsider] }
  return { kind: 'unusable', fault: { id: 'no-key', message: safe`There is no API key`, hint: keyHint } }
}

function malformedKey(name: SafeText): Fault {
  return {
    id: 'malformed-key',
    message: safe`The API key in \`${name}\` is malformed`,
    hint: safe`Save the secret again, on one line: a key has at least ${KEY_LENGTH_MIN} characters, all of them visible ASCII. It is not shown here.`,
  }
}

/** Ids of the faults that are about the key alone. */
export const KEY_FAULTS: readonly string[] = ['no-key', 'malformed-key', 'key-refused']

const WITHHELD: Readonly<Record<Outsider, Fault>> = {
  fork: {
    id: 'fork',
    message: safe`Not checked: the pull request comes from a fork, to which GitHub gives no secrets`,
    hint: safe`Nothing to fix. The output \`sufficient\` is false, so jobs that ask for it do not spend.`,
  },
  dependabot: {
    id: 'dependabot',
    message: safe`Not checked: Dependabot started this run, and it sees no Actions secrets`,
    hint: safe`To have it checked, save the key as a Dependabot secret, too. The output \`sufficient\` is false.`,
  },
}

/** Inputs that are right by themselves, but not together. */
function contradictions({ limits, github }: Pick<Inputs, 'limits' | 'github'>, { input, nodeDebug }: Source): Fault[] {
  const found: Fault[] = []
  if (input('minimum') === '' && input('plan') === '') {
    found.push({
      id: 'nothing-to-gate-on',
      message: safe`There is nothing to gate on: neither \`minimum\` nor \`plan\` is given`,
      hint: safe`Give a minimum, a plan, or both; \`minimum: 0\` only reports the balance.`,
    })
  }
  if (limits.warnBelow !== undefined && limits.warnBelow < limits.minimum) {
    found.push({
      id: 'warn-below-minimum',
      message: safe`\`warn-below\` is ${limits.warnBelow}, lower than \`minimum\`, which is ${limits.minimum}`,
      hint: safe`Make it at least as high: below \`minimum\` the step fails anyway.`,
    })
  }
  if (limits.warnDays !== undefined && !github.dashboardIssue) {
    found.push({
      id: 'warn-days-without-dashboard',
      message: safe`\`warn-days\` needs the readings of the dashboard, and \`dashboard-issue\` is not \`true\``,
      hint: safe`Set \`dashboard-issue: true\` too, or leave \`warn-days\` out.`,
    })
  }
  const section = printsHeaders(nodeDebug)
  if (section !== undefined) {
    found.push({
      id: 'node-debug',
      message: safe`The variable NODE_DEBUG would print the API key: with ${section} in it Node logs what is sent`,
      hint: safe`Remove NODE_DEBUG from the environment of this step.`,
    })
  }
  return found
}

/** Debug logs of Node, and of the proxy client, that show what is sent or the options that it is sent with. */
const TALKATIVE = ['http', 'https', 'http2', 'net', 'tls', 'stream', 'tunnel', 'undici', 'fetch'] as const

/** The first talkative log that NODE_DEBUG turns on: a list of names, in which `*` stands for anything. */
function printsHeaders(nodeDebug: string): (typeof TALKATIVE)[number] | undefined {
  const patterns = nodeDebug.split(',').map((name) =>
    name
      .trim()
      .replace(/[^\w*]/g, '\\$&')
      .replaceAll('*', '.*'),
  )
  return TALKATIVE.find((name) => patterns.some((pattern) => new RegExp(`^${pattern}$`, 'i').test(name)))
}
