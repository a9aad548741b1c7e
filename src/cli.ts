import { lstatSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { messageOf } from './decode.js'
import { gate, type Surroundings } from './gate.js'
import { type InputName, INPUTS, KEY_FAULTS } from './inputs.js'
import { nearest } from './nearest.js'
import type { Outputs } from './outputs.js'
import { NO_RUN } from './run.js'
import { invisibleIn, safe, sanitiser } from './safe-text.js'
import type { Result } from './verdict/verdict.js'

/** Exit codes; those of PixVerse's own command where it has one. Nothing but a verdict that passes is 0. */
const EXIT = { pass: 0, noVerdict: 1, unknown: 2, key: 3, low: 4, input: 6, interrupted: 130, terminated: 143 } as const

/** The inputs that are flags: all but the key, which a list of processes would show, and those about GitHub. */
type Flag = Exclude<
  { [Name in InputName]: (typeof INPUTS)[Name] extends { onlyGitHub: true } ? never : Name }[InputName],
  'api-key'
>

/** What a flag takes, and what it means. */
const FLAGS: Readonly<Record<Flag, readonly [value: string, meaning: string]>> = {
  minimum: ['CREDITS', 'credits that must be left after the plan has run'],
  plan: ['PLAN', 'what is about to be generated: files, YAML or JSON'],
  made: ['PATH', "where results lie, such as 'videos/{name}.mp4'"],
  margin: ['PERCENT', 'on top of the cost of the plan'],
  budget: ['CREDITS', 'most that the plan may cost'],
  prices: ['PRICES', 'prices that add to or replace the built-in table'],
  'warn-below': ['CREDITS', 'pass, but warn, when fewer would remain'],
  'minimum-monthly': ['CREDITS', 'floor of the monthly purse'],
  'minimum-package': ['CREDITS', 'floor of the package purse'],
  baseline: ['TOTAL', 'a total, or the whole report, of an earlier run'],
  'on-low': ['ACT', 'fail or warn when it is too little, or over budget'],
  'on-unknown': ['ACT', 'fail or warn when the balance cannot be read'],
  account: ['NAME', 'label of the account in reports'],
  'base-url': ['URL', 'https://app-api.pixverseai.cn for mainland China'],
  timeout: ['SECONDS', 'for the whole read, retries included'],
  retries: ['NUMBER', 'further attempts after the first'],
}

/** Where results go. */
const FILES = {
  summary: ['FILE', 'write the report as Markdown'],
  dotenv: ['FILE', 'write the outputs as PIXVERSE_VERDICT=ok and so on'],
  todo: ['FILE', 'write the list of what to generate now as JSON'],
} as const

const HELP = `Stops a run before it spends PixVerse credits that are not there.

  export PIXVERSE_API_KEY=...      # from a secret; the key is never a flag
  pixverse-balance-gate --minimum 500 --plan 'prompts/*.json'

What is asked of the balance:
${lines(FLAGS)}

Where results go:
${lines(FILES)}
  --json                    print the report alone; the log goes to stderr
  --help, --version

Exit codes: 0 the run may spend; 4 too few credits, or over the budget;
3 no key, or a refused one; 6 a wrong flag or plan; 2 the balance cannot be
read; 1 anything else.
`

function lines(flags: Readonly<Record<string, readonly [string, string]>>): string {
  return Object.entries(flags)
    .map(([name, [value, meaning]]) => `  ${`--${name} ${value}`.padEnd(26)}${meaning}`)
    .join('\n')
}

/** Runs the gate as a command. @param version of the package */
export async function command(version: string): Promise<void> {
  process.exitCode = EXIT.noVerdict
  // Hide Node's deprecation warnings about our dependencies.
  process.noDeprecation = true
  let lost: Error | undefined
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A reader that closes early, such as head, has no say in the verdict.
      if (error.code !== 'EPIPE') lost = error
    })
  }
  const args = joinValues(process.argv.slice(2))
  const flags = readFlags(args)
  if (flags.kind === 'asks') {
    process.stdout.write(flags.about === 'help' ? HELP : `${version}\n`)
    process.exitCode = EXIT.pass
    return
  }

  const json = flags.kind === 'gate' && flags.values['json'] === true
  let over = false
  const end = (code: number, message: string): void => {
    over = true
    process.stderr.write(`${message}\n`)
    process.exitCode = code
  }
  process.on('exit', () => {
    if (!over) end(EXIT.noVerdict, 'The gate ended without a verdict: nothing was left to wait for.')
    else if (json && lost !== undefined) end(EXIT.noVerdict, `The report could not be written: ${lost.message}`)
  })
  for (const [signal, code] of [
    ['SIGINT', EXIT.interrupted],
    ['SIGTERM', EXIT.terminated],
  ] as const) {
    process.on(signal, () => {
      end(code, 'Interrupted: nothing was decided.')
      process.exit()
    })
  }
  try {
    removeEarlierResults(args)
    if (flags.kind === 'wrong') {
      end(EXIT.input, `${flags.message}\nSee pixverse-balance-gate --help`)
      return
    }
    const result = await gate(surroundings(flags.values))
    over = true
    process.exitCode = exitCodeOf(result)
  } catch (error) {
    const sanitise = sanitiser(apiKey())
    end(EXIT.noVerdict, `The gate ended without a verdict: ${sanitise(messageOf(error))}`)
  }
}

type Values = Readonly<Record<string, string | boolean | undefined>>

type Flags =
  | { readonly kind: 'gate'; readonly values: Values }
  | { readonly kind: 'asks'; readonly about: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly message: string }

/** Flags that take a value. */
const WITH_TEXT = [...Object.keys(FLAGS), ...Object.keys(FILES)]

/** @param args as joinValues gives them */
function readFlags(args: readonly string[]): Flags {
  const options = {
    ...Object.fromEntries(WITH_TEXT.map((name) => [name, { type: 'string' } as const])),
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' },
  } as const
  const [only = ''] = args.length === 1 ? args : []
  if (only === '--help' || only === '-h') return { kind: 'asks', about: 'help' }
  if (only === '--version') return { kind: 'asks', about: 'version' }
  const given = new Set<string>()
  for (const arg of args) {
    const [name = ''] = arg.replace(/^-h$/, '--help').replace(/^--?/, '').split('=')
    if (!arg.startsWith('-')) return { kind: 'wrong', message: strayValue(arg) }
    if (!Object.hasOwn(options, name)) return { kind: 'wrong', message: unknownFlag(name, options) }
    if (given.has(name)) return { kind: 'wrong', message: `--${name} is given twice: keep one of both.` }
    given.add(name)
    const next = /^--[^=]+=--([^=]+)/.exec(arg)?.[1] ?? ''
    if (Object.hasOwn(options, next)) return { kind: 'wrong', message: `--${name} needs a value, but --${next} comes.` }
  }
  // Whoever asks for help beside other flags wants a gate, which must not pass when it does not know.
  for (const name of ['help', 'version']) {
    if (given.has(name)) return { kind: 'wrong', message: `--${name} works without other flags only: take it out.` }
  }
  try {
    return { kind: 'gate', values: parseArgs({ args, options }).values }
  } catch (error) {
    return { kind: 'wrong', message: messageOf(error) }
  }
}

/** `--plan '- model: v6'`: a value that starts with a dash is one all the same. */
function joinValues(args: readonly string[]): string[] {
  const joined: string[] = []
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    const value = args[at + 1]
    const takesNext = arg.startsWith('--') && WITH_TEXT.includes(arg.slice(2)) && value !== undefined
    joined.push(takesNext ? `${arg}=${value}` : arg)
    if (takesNext) at++
  }
  return joined
}

/**
 * What an earlier run left must not be taken for the answer of this one, even if this one fails over another flag.
 * Devices, pipes and /dev/stdout, which is a link, are not results.
 */
function removeEarlierResults(args: readonly string[]): void {
  for (const arg of args) {
    const [, name = '', file = ''] = /^--([a-z]+)=\s*([^]*?)\s*$/.exec(arg) ?? []
    if (!Object.hasOwn(FILES, name) || file === '') continue
    const entry = lstatSync(file, { throwIfNoEntry: false })
    const isLink = entry?.isSymbolicLink() === true && !/^\/(dev|proc)\//.test(resolve(file))
    if (entry?.isFile() === true || isLink) rmSync(file)
  }
}

function unknownFlag(name: string, options: object): string {
  const sanitise = sanitiser(apiKey())
  if (name === 'api-key') {
    return 'The key is no flag, because a list of processes would show it. Set the variable PIXVERSE_API_KEY.'
  }
  if (Object.hasOwn(INPUTS, name)) return `--${name} works in the GitHub Action only.`
  const near = nearest(name, Object.keys(options))
  const guess = near === undefined ? '' : ` Did you mean --${near}?`
  const invisible = invisibleIn(name)
  const unseen = invisible === undefined ? '' : ` There is an invisible character (${invisible}) in it.`
  return `There is no flag --${sanitise(name)}.${unseen}${guess}`
}

function strayValue(value: string): string {
  const sanitise = sanitiser(apiKey())
  // Between backticks: at the start of a line `+++` opens a group in the log of Buildkite.
  return `\`${sanitise(value)}\` stands alone: give it to a flag, such as --plan. Quote a pattern, or the shell splits it.`
}

function apiKey(): string {
  return (process.env['PIXVERSE_API_KEY'] ?? '').trim()
}

function surroundings(values: Values): Surroundings {
  const text = (name: string): string => {
    const value = values[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const [summary, dotenv, todo] = ['summary', 'dotenv', 'todo'].map(text)
  const out = values['json'] === true ? process.stderr : process.stdout
  const colour = out.isTTY && (process.env['NO_COLOR'] ?? '') === ''
  let first = true
  return {
    input: (name) => (name === 'api-key' ? apiKey() : text(name)),
    keyName: safe`PIXVERSE_API_KEY`,
    keyHint: safe`Set the variable PIXVERSE_API_KEY to a key of the PixVerse Platform API, from a secret of your CI.`,
    nodeDebug: process.env['NODE_DEBUG'] ?? '',
    run: NO_RUN,
    workspace: process.cwd(),
    now: new Date(),
    mask: () => undefined,
    log: (line) => {
      out.write(colour && first ? `\u001b[1m${line}\u001b[0m\n` : `${line}\n`)
      first = false
    },
    warn: (message) => {
      out.write(`Warning: ${message}\n`)
    },
    // The log says it all.
    annotate: () => undefined,
    writeOutputs: (outputs) => {
      if (dotenv) writeFileSync(dotenv, dotenvOf(outputs))
      if (todo) writeFileSync(todo, `${outputs['todo'] ?? ''}\n`)
      if (values['json'] === true) process.stdout.write(`${outputs['report'] ?? ''}\n`)
    },
    writeSummary: (markdown) => {
      if (summary) writeFileSync(summary, markdown)
    },
  }
}

/** The short outputs, as GitLab takes them: at most 20, without quotes and line breaks. */
function dotenvOf(outputs: Outputs): string {
  return Object.entries(outputs)
    .filter(([name]) => !['todo', 'report', 'alert'].includes(name))
    .map(([name, value]) => `PIXVERSE_${name.toUpperCase()}=${value}\n`)
    .join('')
}

function exitCodeOf(result: Result): number {
  if (result.passes) return EXIT.pass
  switch (result.verdict) {
    case 'low':
    case 'over-budget':
      return EXIT.low
    case 'unknown':
      return EXIT.unknown
    case 'error':
      return result.faults.kept.every(({ id }) => KEY_FAULTS.includes(id)) ? EXIT.key : EXIT.input
    case 'ok':
    case 'warn':
    case 'skipped':
      return EXIT.noVerdict
  }
}
