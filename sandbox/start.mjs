// @ts-check
// npm start: the committed bundle, run as on a runner, against PixVerse if PIXVERSE_API_KEY is set, else against the
// sandbox. Needs Node and nothing else.
import { readFileSync } from 'node:fs'
import { parse as parsePath } from 'node:path'
import { parseArgs } from 'node:util'
import { startGitHub, TOKEN } from './github.mjs'
import { KEY, pullRequest, scenarios, startPixVerse } from './pixverse.mjs'
import { runAction } from './runner.mjs'

/**
 * @typedef {Record<string, string>} Inputs
 * @typedef {import('./pixverse.mjs').Scenario} Scenario
 */

const manifest = readFileSync(new URL('../action.yml', import.meta.url), 'utf8')
const inputNames = [...manifest.replace(/^outputs:[^]*/m, '').matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name]) =>
  String(name),
)

const TEXT = /** @type {const} */ ('string')

const HELP = `npm start -- [--INPUT VALUE ...] [--scenario NAME] [--pr]

Runs the gate. With the variable PIXVERSE_API_KEY it asks PixVerse; without it, a sandbox on this machine.

Every input is a flag: ${inputNames.map((name) => `--${name}`).join(' ')}

--pr runs it as on a pull request of a GitHub on this machine, and shows the comment and the issue.

Scenarios of the sandbox, and the inputs that they bring; --minimum and --plan stand in place of theirs:
${Object.entries(scenarios)
  .map(([name, { about, inputs }]) => `  ${name.padEnd(14)}${about}\n${' '.repeat(16)}${asFlags(inputs)}`)
  .join('\n')}
`

const { flags, help, pr, name, scenario, error } = readFlags()
if (help || scenario === undefined) {
  console.log(error === undefined ? HELP : `${HELP}\n${error}`)
  process.exit(error === undefined ? 0 : 1)
}
process.exitCode = await start(name, scenario)

function readFlags() {
  const options = Object.fromEntries([...inputNames, 'scenario'].map((flag) => [flag, { type: TEXT }]))
  try {
    const { values } = parseArgs({
      args: joined(process.argv.slice(2)),
      options: { ...options, help: { type: 'boolean' }, pr: { type: 'boolean' } },
    })
    const { help = false, pr = false, ...texts } = values
    const { scenario: name = 'ok', ...flags } = /** @type {Inputs} */ (texts)
    const [, scenario] = Object.entries(scenarios).find(([known]) => known === name) ?? []
    const error = scenario === undefined ? `There is no scenario ${name}.` : undefined
    return { flags, help, pr, name, scenario, error }
  } catch (failure) {
    const error = failure instanceof Error ? failure.message : String(failure)
    return { flags: {}, help: false, pr: false, name: '', scenario: undefined, error }
  }
}

/** `--plan '- model: v6'`: a value that starts with a dash is one all the same. @param {string[]} args */
function joined(args) {
  return args.flatMap((arg, at) => {
    if (inputNames.includes(args[at - 1]?.slice(2) ?? '')) return []
    return inputNames.includes(arg.slice(2)) && at + 1 < args.length ? [`${arg}=${String(args[at + 1])}`] : [arg]
  })
}

/** @param {string} name @param {Scenario} scenario @returns {Promise<string | number>} the exit code */
async function start(name, scenario) {
  const realKey = process.env['PIXVERSE_API_KEY'] ?? ''
  const sandbox = realKey === '' ? await startPixVerse(scenario) : undefined
  const own = inputsOf(scenario)
  /** @type {Inputs} */
  const given = sandbox
    ? { 'api-key': KEY, 'base-url': sandbox.url, ...own, ...flags }
    : { 'api-key': realKey, ...(flags['plan'] === undefined ? { minimum: '0' } : {}), ...flags }
  const github = pr ? await startGitHub() : undefined
  const result = await runAction({
    inputs: github ? { 'comment-summary-in-pr': 'always', 'github-token': TOKEN, ...given } : given,
    event: scenario.event ?? (github ? { name: 'pull_request', payload: pullRequest() } : undefined),
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    // Here there is no workspace to stay in.
    env: { GITHUB_WORKSPACE: parsePath(process.cwd()).root, GITHUB_API_URL: github?.url, ...proxies() },
  })
  await sandbox?.close()
  await github?.close()
  print('log', asTheRunnerShows(result.log, given['api-key'] ?? ''))
  print(
    'outputs',
    Object.entries(result.outputs)
      .map(([output, value]) => `${output}=${value}`)
      .join('\n'),
  )
  print('summary', result.summary)
  for (const { body } of github?.comments ?? []) print('comment', body ?? '')
  for (const { title, body } of github?.issues ?? []) print(`issue: ${title}`, body ?? '')
  const brought = Object.keys(own).length === 0 ? '' : ` (${asFlags(own)})`
  console.log(`\n${sandbox ? `Sandbox, scenario ${name}${brought}` : 'PixVerse'}: exit code ${result.exitCode}`)
  return result.exitCode
}

/**
 * What the scenario brings, less what the command line replaces: a requirement of its own replaces the whole of it.
 * @param {Scenario} scenario
 */
function inputsOf({ inputs }) {
  const replaced = 'plan' in flags || 'minimum' in flags ? ['minimum', 'warn-below', 'plan'] : []
  return Object.fromEntries(Object.entries(inputs).filter(([input]) => !replaced.includes(input) && !(input in flags)))
}

/** @param {Inputs} inputs */
function asFlags(inputs) {
  return Object.entries(inputs)
    .map(([input, value]) => `--${input} ${/^[\w.-]+$/.test(value) ? value : `'${value}'`}`)
    .join(' ')
}

function proxies() {
  const names = ['https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY']
  return Object.fromEntries(names.map((name) => [name, process.env[name]]))
}

/** @param {string} title @param {string} text */
function print(title, text) {
  console.log(`\n--- ${title} ${'-'.repeat(Math.max(0, 72 - title.length))}\n${text.trim()}`)
}

/** Masks the key, and shows commands the way the runner does. @param {string} log @param {string} key */
function asTheRunnerShows(log, key) {
  const masked = key === '' ? log : log.replaceAll(key, '***')
  return masked
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::') && !line.startsWith('::debug::'))
    .map((line) => line.replace(/^::(error|warning|notice) title=(.*?)::/, '$1: $2: '))
    .map((line) => line.replace(/^::(error|warning|notice)::/, '$1: '))
    .map((line) => line.replaceAll('%0A', '\n  ').replaceAll('%25', '%'))
    .join('\n')
}
