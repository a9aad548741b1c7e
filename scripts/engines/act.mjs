// @ts-check
// act runs workflows without GitHub. Host mode: no container, the steps are processes of this machine.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { byGo, installed } from '../installed.mjs'

export const ACT = 'github.com/nektos/act@v0.2.89'
/** For one workflow. */
const TIMEOUT = 120_000

/**
 * @typedef {object} Step
 * @property {string} job
 * @property {string} id
 * @property {string} result success or failure; empty when it was skipped
 * @property {Record<string, string>} outputs
 *
 * @typedef {object} Run
 * @property {number} exitCode
 * @property {Record<string, string[]>} jobs the results of a job, one for each of its matrix; a job that is not here was skipped
 * @property {Step[]} steps that ran
 * @property {string} log what the steps printed, and what act says is wrong
 *
 * @typedef {object} Order
 * @property {string} folder the checkout
 * @property {string} home an empty folder for what act keeps
 * @property {string} tools a folder with programs that come before those of this machine
 * @property {string} workflow its path in the checkout
 * @property {string} event
 * @property {string} payload the path of its file
 * @property {Record<string, string>} secrets
 * @property {Record<string, string>} env
 * @property {Record<string, string>} actions folder by reference, `org/name@v1`
 */

/** The program; undefined where it cannot be installed. */
export const installAct = () => installed('act', ACT, byGo(ACT))

/** @param {string} act @param {Order} order @returns {Promise<Run>} */
export async function runAct(act, { folder, home, tools, workflow, event, payload, secrets, env, actions }) {
  const node = dirname(createRequire(import.meta.url).resolve('node/bin/node'))
  const pairs = (/** @type {string} */ flag, /** @type {Record<string, string>} */ values) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])
  const args = [
    ...[event, '--workflows', workflow, '--eventpath', payload, '--defaultbranch', 'main', '--json'],
    ...['--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server'],
    ...pairs('--secret', secrets),
    ...pairs('--env', env),
    ...pairs('--local-repository', actions),
  ]
  const PATH = [tools, node, process.env['PATH']].join(delimiter)
  const child = spawn(act, args, {
    cwd: folder,
    // Nothing of the own environment but the programs: no token, no proxy.
    env: { PATH, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), LANG: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text))
  }
  const exitCode = await new Promise((/** @type {(code: number) => void} */ resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve(code ?? 1)
    })
  })
  return { exitCode, ...decode(output) }
}

/**
 * A line of JSON for everything that happens.
 * @param {string} output
 * @returns {Omit<Run, 'exitCode'>}
 */
function decode(output) {
  /** @type {Record<string, string[]>} */
  const jobs = {}
  /** @type {Map<string, Step>} */
  const steps = new Map()
  let log = ''
  for (const line of output.split('\n')) {
    const entry = entryOf(line)
    if (entry === undefined) {
      log += line === '' ? '' : `${line}\n`
      continue
    }
    const { job, jobResult, stage, step, stepResult, command, name, arg, msg, level, raw } = entry
    if (jobResult !== '') (jobs[job] ??= []).push(jobResult)
    if (stage === 'Main' && step !== '') {
      const key = `${entry.leg}/${step}`
      const known = steps.get(key) ?? { job, id: step, result: '', outputs: {} }
      steps.set(key, known)
      if (stepResult !== '') known.result = stepResult
      if (command === 'set-output') known.outputs[name] = arg
    }
    if (raw || level === 'error' || (level === 'warning' && !msg.includes('docker'))) log += `${msg.trimEnd()}\n`
  }
  return { jobs, steps: [...steps.values()], log }
}

/** @param {string} line */
function entryOf(line) {
  if (!line.startsWith('{')) return undefined
  /** @type {unknown} */
  const entry = JSON.parse(line)
  const fields = /** @type {Record<string, unknown>} */ (entry)
  const text = (/** @type {string} */ name) => {
    const value = fields[name]
    return typeof value === 'string' ? value : ''
  }
  const path = fields['stepID']
  return {
    job: text('jobID'),
    leg: text('job'),
    jobResult: text('jobResult'),
    stage: text('stage'),
    step: Array.isArray(path) ? path.map(String).join('/') : '',
    stepResult: text('stepResult'),
    command: text('command'),
    name: text('name'),
    arg: text('arg'),
    msg: text('msg'),
    level: text('level'),
    raw: fields['raw_output'] === true,
  }
}
