// @ts-check
// What npm start does: the committed bundle, run as on a runner, against PixVerse if PIXVERSE_API_KEY is set, else against the
// sandbox. Needs Node and nothing else.
import { isAbsolute, parse as parsePath, relative, resolve, sep } from 'node:path'
import { readFlags } from './flags.mjs'
import { startGitHub, TOKEN } from './github.mjs'
import { KEY, startPixVerse } from './pixverse.mjs'
import { runAction } from './runner.mjs'
import { pullRequest, scenarios } from './scenarios.mjs'
import { asPeopleRead, asTheRunnerShows } from './terminal.mjs'

/**
 * @typedef {import('./scenarios.mjs').Inputs} Inputs
 * @typedef {import('./scenarios.mjs').Run} Run
 */

const HERE = process.env['INIT_CWD'] ?? process.cwd()
const WATCH = { name: 'schedule', payload: {} }
const CLOCK = new URL('clock.mjs', import.meta.url).href

const flags = readFlags(process.argv.slice(2), process.env)
if (flags.kind === 'wrong') {
  console.error(`${flags.why}\nSee npm start -- --help`)
  process.exitCode = 2
} else if (flags.kind === 'asks') {
  console.log(flags.answer)
} else {
  process.exitCode = await start(flags)
}

/** @param {import('./flags.mjs').Asked} asked @returns {Promise<number>} the exit code of the gate */
async function start({ inputs, scenarioName, realKey, pr, raw }) {
  const scenario = /** @type {import('./scenarios.mjs').Scenario} */ (scenarios[scenarioName])
  const sandbox = realKey === '' ? await startPixVerse(scenario) : undefined
  const own = sandbox ? inputsOf(scenario, inputs) : 'plan' in inputs ? {} : { minimum: '0' }
  console.log(
    sandbox
      ? `Sandbox: an invented balance, because ${whySandbox()} (scenario ${scenarioName}${asFlags(own)})`
      : 'Asking PixVerse with PIXVERSE_API_KEY',
  )
  const watches = asksForIssue(inputs)
  const github = pr || watches || scenario.earlier !== undefined ? await startGitHub() : undefined
  const key = sandbox ? { 'api-key': KEY, 'base-url': sandbox.url } : { 'api-key': realKey }
  const token = github ? { 'github-token': TOKEN } : undefined
  const comment = pr ? { 'comment-summary-in-pr': 'always' } : undefined
  const place = placed(inputs)
  const event = scenario.event ?? (pr ? { name: 'pull_request', payload: pullRequest() } : watches ? WATCH : undefined)

  /** @param {Inputs} given @param {Run} run */
  const play = (given, run) =>
    runAction({
      inputs: { ...key, ...token, ...comment, ...given },
      event: run.event,
      cwd: HERE,
      ...(run.now === undefined ? {} : { args: ['--import', CLOCK] }),
      env: { GITHUB_WORKSPACE: place.workspace, GITHUB_API_URL: github?.url, SANDBOX_NOW: run.now, ...proxies() },
    })
  for (const run of scenario.earlier ?? []) await play({ ...run.inputs, ...place.inputs }, run)
  let result = await play({ ...own, ...place.inputs }, { ...scenario, ...(event === undefined ? {} : { event }) })
  if (scenario.then !== undefined) {
    print('log of the gate', asTheRunnerShows(result.log, key['api-key']))
    const second = scenario.then(result.outputs['report'] ?? '')
    result = await play(second.inputs, second)
  }
  await sandbox?.close()
  await github?.close()

  print('log', asTheRunnerShows(result.log, key['api-key']))
  print('outputs', outputLines(result.outputs, raw))
  const show = raw ? (/** @type {string} */ text) => text : asPeopleRead
  print('summary', show(result.summary))
  for (const { body } of scenarioName === 'fork' ? [] : (github?.comments ?? [])) print('comment', show(body ?? ''))
  for (const { title, state, body } of github?.issues ?? []) print(`issue: ${title} (${state})`, show(body ?? ''))
  console.log(`\nExit code ${result.exitCode}`)
  return Number(result.exitCode)
}

/**
 * What the scenario brings, less what the command line replaces: a requirement of its own replaces the whole of it.
 * @param {Run} scenario @param {Inputs} given
 */
function inputsOf({ inputs }, given) {
  const replaced = 'plan' in given || 'minimum' in given ? ['minimum', 'warn-below', 'plan'] : []
  return Object.fromEntries(Object.entries(inputs).filter(([input]) => !replaced.includes(input) && !(input in given)))
}

/** @param {Inputs} inputs */
function asFlags(inputs) {
  const flags = Object.entries(inputs).map(
    ([input, value]) => `--${input} ${/^[\w.-]+$/.test(value) ? value : `'${value}'`}`,
  )
  return flags.length === 0 ? '' : `: ${flags.join(' ')}`
}

/** Whoever has a key, and forgot it, must not take the numbers for theirs. */
function whySandbox() {
  return (process.env['PIXVERSE_API_KEY'] ?? '') === '' ? 'PIXVERSE_API_KEY is not set' : '--sandbox is given'
}

/** Without a token an issue is shown instead of written. @param {Inputs} inputs */
function asksForIssue(inputs) {
  return !('github-token' in inputs) && ('alert-issue' in inputs || 'dashboard-issue' in inputs)
}

/**
 * Here the plan may lie anywhere: a workspace is what keeps strangers from reading a runner. When some of it lies outside
 * of this folder, the root is the workspace, and every path starts there.
 * @param {Inputs} inputs
 */
function placed(inputs) {
  const { plan = '', prices = '', made } = inputs
  const isOutside = (/** @type {string} */ line) => /^\.\.([/\\]|$)/.test(line) || isAbsolute(line)
  if (![plan, prices, made ?? ''].join('\n').split('\n').some(isOutside)) return { workspace: HERE, inputs }
  const { root } = parsePath(HERE)
  const fromRoot = (/** @type {string} */ line) =>
    line === '' ? '' : relative(root, resolve(HERE, line)).split(sep).join('/')
  const moved = (/** @type {string} */ text) =>
    /^\s*[[{#-]/.test(text) ? text : text.split('\n').map(fromRoot).join('\n')
  const paths = { plan: moved(plan), prices: moved(prices), ...(made === undefined ? {} : { made: fromRoot(made) }) }
  return { workspace: root, inputs: { ...inputs, ...paths } }
}

function proxies() {
  const names = ['https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY']
  return Object.fromEntries(names.map((name) => [name, process.env[name]]))
}

/** The report is long, and for programs. @param {Inputs} outputs @param {boolean} raw */
function outputLines(outputs, raw) {
  return Object.entries(outputs)
    .map(([name, value]) => `${name}=${raw || value.length <= 60 ? value : `${value.slice(0, 40)}… (--raw shows all)`}`)
    .join('\n')
}

/** @param {string} title @param {string} text */
function print(title, text) {
  console.log(`\n--- ${title} ${'-'.repeat(Math.max(0, 72 - title.length))}\n${text.trim()}`)
}
