// npm start: the committed bundle, run as on a runner, against PixVerse if PIXVERSE_API_KEY is set, else against the
// sandbox. Needs Node and nothing else.
import { readFileSync } from 'node:fs'
import { parse as parsePath } from 'node:path'
import { parseArgs } from 'node:util'
import { startGitHub, TOKEN } from './github.mjs'
import { KEY, pullRequest, scenarios, startPixVerse } from './pixverse.mjs'
import { runAction } from './runner.mjs'

const manifest = readFileSync(new URL('../action.yml', import.meta.url), 'utf8')
const inputNames = [...manifest.split(/^outputs:/m)[0].matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name]) => name)

const HELP = `npm start -- [--INPUT VALUE ...] [--scenario NAME] [--pr]

Runs the gate. With the variable PIXVERSE_API_KEY it asks PixVerse; without it, a sandbox on this machine.

Every input is a flag: ${inputNames.map((name) => `--${name}`).join(' ')}

--pr runs it as on a pull request of a GitHub on this machine, and shows the comment and the issue.

Scenarios of the sandbox, and the inputs that they bring; --minimum and --plan stand in place of theirs:
${Object.entries(scenarios)
  .map(([name, { about, inputs }]) => `  ${name.padEnd(14)}${about}\n${' '.repeat(16)}${asFlags(inputs)}`)
  .join('\n')}
`

const { values, error } = readFlags()
if (error !== undefined || values.help) {
  console.log(error === undefined ? HELP : `${HELP}\n${error}`)
  process.exit(error === undefined ? 0 : 1)
}
const { scenario: name = 'ok', pr, help, ...flags } = values
process.exitCode = await start(name, pr, flags)

function readFlags() {
  const options = Object.fromEntries([...inputNames, 'scenario'].map((flag) => [flag, { type: 'string' }]))
  try {
    const { values } = parseArgs({
      args: joined(process.argv.slice(2)),
      options: { ...options, help: { type: 'boolean' }, pr: { type: 'boolean' } },
    })
    const unknown = values.scenario !== undefined && !Object.hasOwn(scenarios, values.scenario)
    return { values, error: unknown ? `There is no scenario ${values.scenario}.` : undefined }
  } catch (failure) {
    return { values: {}, error: failure.message }
  }
}

/** `--plan '- model: v6'`: a value that starts with a dash is one all the same. */
function joined(args) {
  return args.flatMap((arg, at) => {
    if (inputNames.includes(args[at - 1]?.slice(2))) return []
    return inputNames.includes(arg.slice(2)) && at + 1 < args.length ? [`${arg}=${args[at + 1]}`] : [arg]
  })
}

async function start(name, pr, flags) {
  const realKey = process.env.PIXVERSE_API_KEY
  const scenario = scenarios[name]
  const sandbox = realKey ? undefined : await startPixVerse(scenario)
  const own = inputsOf(scenario, flags)
  const given = sandbox
    ? { 'api-key': KEY, 'base-url': sandbox.url, ...own, ...flags }
    : { 'api-key': realKey, ...(flags.plan === undefined ? { minimum: '0' } : {}), ...flags }
  const github = pr ? await startGitHub() : undefined
  const result = await runAction({
    inputs: github ? { 'comment-summary-in-pr': 'always', 'github-token': TOKEN, ...given } : given,
    event: scenario.event ?? (github ? { name: 'pull_request', payload: pullRequest() } : undefined),
    cwd: process.env.INIT_CWD ?? process.cwd(),
    // Here there is no workspace to stay in.
    env: { GITHUB_WORKSPACE: parsePath(process.cwd()).root, GITHUB_API_URL: github?.url, ...proxies() },
  })
  await sandbox?.close()
  await github?.close()
  print('log', asTheRunnerShows(result.log, given['api-key']))
  print(
    'outputs',
    Object.entries(result.outputs)
      .map(([output, value]) => `${output}=${value}`)
      .join('\n'),
  )
  print('summary', result.summary)
  for (const comment of github?.comments ?? []) print('comment', comment.body)
  for (const issue of github?.issues ?? []) print(`issue: ${issue.title}`, issue.body)
  const brought = Object.keys(own).length === 0 ? '' : ` (${asFlags(own)})`
  console.log(`\n${sandbox ? `Sandbox, scenario ${name}${brought}` : 'PixVerse'}: exit code ${result.exitCode}`)
  return result.exitCode
}

/** What the scenario brings, less what the command line replaces: a requirement of its own replaces the whole of it. */
function inputsOf({ inputs }, flags) {
  const replaced = flags.plan === undefined && flags.minimum === undefined ? [] : ['minimum', 'warn-below', 'plan']
  return Object.fromEntries(Object.entries(inputs).filter(([input]) => !replaced.includes(input) && !(input in flags)))
}

function asFlags(inputs) {
  return Object.entries(inputs)
    .map(([input, value]) => `--${input} ${/^[\w.-]+$/.test(value) ? value : `'${value}'`}`)
    .join(' ')
}

function proxies() {
  const names = ['https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY']
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  )
}

function print(title, text) {
  console.log(`\n--- ${title} ${'-'.repeat(Math.max(0, 72 - title.length))}\n${text.trim()}`)
}

/** Masks the key, and shows commands the way the runner does. */
function asTheRunnerShows(log, key) {
  return log
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::') && !line.startsWith('::debug::'))
    .map((line) =>
      line.replace(
        /^::(error|warning|notice)(?: title=(.*?))?::/,
        (_, kind, title) => `${kind}: ${title ? `${title}: ` : ''}`,
      ),
    )
    .map((line) => (key ? line.replaceAll(key, '***') : line))
    .map((line) => line.replaceAll('%0A', '\n  ').replaceAll('%25', '%'))
    .join('\n')
}
