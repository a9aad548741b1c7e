import * as core from '@actions/core'
import { perPurse } from './budget/purses.js'
import type { Limits, Severity } from './budget/verdict.js'
import type { Trouble } from './budget/trouble.js'
import { type Outsider, outsider, type Run } from './github/event.js'
import { KEY_LENGTH_MIN, neutralise } from './report/escape.js'

export type CommentMode = 'never' | 'on-failure' | 'always'

/** Everything that the workflow and the runner say, read once. A value that is wrong has its default, and a fault. */
export interface Inputs {
  /** Empty when it is missing or malformed. */
  readonly apiKey: string
  /** Why GitHub withholds the key from this run, when it does. */
  readonly withheld: Trouble | undefined
  /** Label of the account as it was given: only `neutralise`d text of it may be shown. */
  readonly account: string
  readonly limits: Limits
  /** As given: inline YAML or JSON, or file patterns. Empty when not given. */
  readonly plan: string
  readonly prices: string
  /** Percent on top of the plan's cost, as a decimal number in digits. */
  readonly margin: string
  readonly baseUrl: URL
  /** Seconds. */
  readonly timeout: number
  readonly retries: number
  readonly comment: CommentMode
  readonly alertIssue: boolean
  readonly githubToken: string
  readonly run: Run
  /** Folder that holds the plan. */
  readonly workspace: string
  /** Every input that is wrong. */
  readonly faults: readonly Trouble[]
}

/** The only place that reads inputs and environment. Masks the key before anything else. */
export function readInputs(): Inputs {
  const givenKey = readKey()
  if (givenKey !== '') core.setSecret(givenKey)

  const faults: Trouble[] = []
  const fault = (happened: string, cure: string, detail?: string): void => {
    faults.push({ happened, cure, detail })
  }

  /** Reads one input: empty means not given; what `parse` cannot read is a fault. */
  function read<T, F>(name: string, fallback: F, expected: string, parse: (text: string) => T | undefined): T | F {
    const given = core.getInput(name)
    if (given === '') return fallback
    const value = parse(given)
    if (value !== undefined) return value
    // An address may have a password in it.
    const shown = given.replace(/\/\/[^/]*@/g, '//…@')
    fault(`The input ${name} is wrong.`, `Give it ${expected}.`, `It was: ${neutralise(shown, givenKey)}`)
    return fallback
  }
  const credits = (name: string): number | undefined =>
    read(name, undefined, 'a whole number of credits, in digits only', wholeNumber)
  const severity = (name: string): Severity => read(name, 'fail', '`fail` or `warn`', choice('fail', 'warn'))

  const run = readRun()
  const apiKey = wellFormed(givenKey) ? givenKey : ''
  const from = givenKey === '' ? outsider(run) : undefined
  if (givenKey === '' && from === undefined) faults.push(MISSING_KEY)
  if (givenKey !== '' && apiKey === '') faults.push(MALFORMED_KEY)

  const given = credits('minimum')
  const minimum = given ?? 0
  const warnBelow = credits('warn-below')
  if (core.getInput('minimum') === '' && core.getInput('plan') === '') {
    fault(
      'There is nothing to gate on: neither minimum nor plan is given.',
      'Give a minimum, a plan, or both; minimum: 0 only reports the balance.',
    )
  }
  if (warnBelow !== undefined && warnBelow < minimum) {
    fault(
      'The input warn-below is lower than minimum.',
      'Give it at least as much as minimum: below minimum the step fails anyway.',
    )
  }

  // These are shown in parts, and the libraries that read them write debug lines of their own.
  const text = (name: string): string =>
    read(name, '', 'no key: api-key is where it belongs', (given) =>
      givenKey !== '' && given.includes(givenKey) ? undefined : given,
    )
  // The label also stands where nothing masks it, and in full.
  const account = read(
    'account',
    'PixVerse',
    `a label of at most ${ACCOUNT_MAX} characters, such as the name of a team`,
    (given) =>
      given.length <= ACCOUNT_MAX && neutralise(given, givenKey) === neutralise(given, '') ? given : undefined,
  )

  return {
    apiKey,
    withheld: from && WITHHELD[from],
    account,
    limits: {
      minimum,
      floors: perPurse((purse) => credits(`minimum-${purse}`)),
      warnBelow,
      budget: credits('budget'),
      baseline: credits('baseline'),
      onLow: severity('on-low'),
      onUnknown: severity('on-unknown'),
    },
    plan: text('plan'),
    prices: text('prices'),
    margin: read('margin', '0', 'percent such as 10, 12.5 or 10%', percent),
    baseUrl: read(
      'base-url',
      new URL(PIXVERSE),
      'an https address, or http to a loopback address, without user, query and fragment',
      address,
    ),
    timeout: read('timeout', 30, 'whole seconds from 1 to 600', within(1, 600)),
    retries: read('retries', 3, 'a whole number from 0 to 10', within(0, 10)),
    comment: read(
      'comment-summary-in-pr',
      'never',
      '`never`, `on-failure` or `always`',
      choice('never', 'on-failure', 'always'),
    ),
    alertIssue: read('alert-issue', 'false', '`true` or `false`', choice('true', 'false')) === 'true',
    githubToken: core.getInput('github-token'),
    run,
    workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
    faults,
  }
}

/** The key as it was given, without white space around it; for what must not show it. */
export function readKey(): string {
  return core.getInput('api-key')
}

const PIXVERSE = 'https://app-api.pixverse.ai/'

/** Shorter than what `neutralise` shows, so that no two labels look the same. */
const ACCOUNT_MAX = 100

const MISSING_KEY: Trouble = {
  happened: 'There is no API key.',
  cure: 'Set api-key to a secret. If it is set, the secret is empty here; usual causes: its name is misspelt; it belongs to an environment that the job does not name; a reusable workflow is called without secrets: inherit; the run is Dependabot’s, which sees Dependabot secrets only.',
}

const MALFORMED_KEY: Trouble = {
  happened: 'The API key is malformed.',
  cure: `Save the secret again, in one line: a key has at least ${KEY_LENGTH_MIN} characters, all of them visible ASCII. It is not shown here.`,
}

const WITHHELD: Readonly<Record<Outsider, Trouble>> = {
  fork: {
    happened: 'Not checked: the pull request comes from a fork, and GitHub gives forks no secrets.',
    cure: 'Nothing to mend. The output sufficient is false, so that jobs that ask for it do not spend.',
  },
  dependabot: {
    happened: 'Not checked: the run is Dependabot’s, which sees no Actions secrets.',
    cure: 'To have it checked, save the key as a Dependabot secret, too. The output sufficient is false.',
  },
}

function readRun(): Run {
  const variable = (name: string, otherwise = ''): string => process.env[name] ?? otherwise
  return {
    eventName: variable('GITHUB_EVENT_NAME'),
    eventPath: variable('GITHUB_EVENT_PATH'),
    actor: variable('GITHUB_ACTOR'),
    repository: variable('GITHUB_REPOSITORY'),
    apiUrl: variable('GITHUB_API_URL', 'https://api.github.com'),
  }
}

/** A shorter key would, as a mask, blank numbers in the log and drop them from the outputs of the job. */
function wellFormed(key: string): boolean {
  return key.length >= KEY_LENGTH_MIN && /^[!-~]+$/.test(key)
}

function wholeNumber(text: string): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : NaN
  return Number.isSafeInteger(value) ? value : undefined
}

function within(least: number, most: number): (text: string) => number | undefined {
  return (text) => {
    const value = wholeNumber(text)
    return value !== undefined && value >= least && value <= most ? value : undefined
  }
}

function percent(text: string): string | undefined {
  return /^(\d{1,9}(?:\.\d{1,6})?)\s*%?$/.exec(text)?.[1]
}

function choice<const Word extends string>(...words: readonly Word[]): (text: string) => Word | undefined {
  return (text) => words.find((word) => word === text)
}

/** https to any host, http to this machine alone; ends in a slash, so that a path can be put behind it. */
function address(text: string): URL | undefined {
  // URL.parse() is missing in Node 20, on which a gate can be tried out.
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return undefined
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}
