// @ts-check
// Runs the bundle as the runner of GitHub Actions does: a child process with INPUT_* variables and files for what it
// hands back.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const BUNDLE = fileURLToPath(new URL('../dist/index.js', import.meta.url))

/** Of the own environment, only what a process needs to start: a proxy or a token of this machine is not part of a run. */
const KEPT = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'HOME', 'NODE_EXTRA_CA_CERTS']

/**
 * @typedef {object} Setup
 * @property {Record<string, string>} inputs by name, as in `with:`
 * @property {{ name: string, payload?: unknown } | undefined} [event] a push unless given
 * @property {Record<string, string | undefined>} [env] further variables; undefined removes one
 * @property {string} [cwd] the workspace
 * @property {string} [node] the Node to use
 * @property {readonly string[]} [args] arguments for it, before the bundle
 */

/**
 * Runs the bundle once.
 * @param {Setup} setup
 */
export async function runAction(setup) {
  const folder = mkdtempSync(join(tmpdir(), 'pixverse-gate-'))
  try {
    const { cwd, node = process.execPath, args = [] } = setup
    const started = performance.now()
    const { exitCode, log } = await run(node, [...args, BUNDLE], { env: environment(setup, folder), cwd })
    const milliseconds = performance.now() - started
    const read = (/** @type {string} */ name) => readFileSync(join(folder, name), 'utf8')
    const outputs = parseOutputs(read('output'))
    return { exitCode, log, outputs, summary: read('summary'), state: read('state'), milliseconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The variables that the runner sets, with fresh files in the folder.
 * @param {Setup} setup
 * @param {string} folder
 * @returns {Record<string, string>}
 */
export function environment({ inputs, event, env = {}, cwd }, folder) {
  const file = (/** @type {string} */ name, /** @type {string} */ content) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  /** @type {Record<string, string | undefined>} */
  const variables = {
    ...Object.fromEntries(KEPT.map((name) => [name, process.env[name]])),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [variable(name), value])),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    GITHUB_REPOSITORY: 'octo/film',
    GITHUB_EVENT_NAME: event?.name ?? 'push',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event?.payload ?? {})),
    GITHUB_WORKSPACE: cwd ?? process.cwd(),
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STATE: file('state', ''),
    GITHUB_STEP_SUMMARY: file('summary', ''),
    ...env,
  }
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Spaces become underscores and letters large; everything else stays, hyphens too. @param {string} input */
function variable(input) {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env: Record<string, string>, cwd: string | undefined }} options
 * @returns {Promise<{ exitCode: number | string, log: string }>} the name of the signal, if one ended it
 */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let log = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (log += text))
    }
    child.on('error', reject)
    child.on('close', (code, signal) => {
      resolve({ exitCode: code ?? String(signal), log })
    })
  })
}

/**
 * The outputs file: `name<<delimiter`, the lines of the value, the delimiter. The last of equal names wins.
 * @param {string} content
 */
export function parseOutputs(content) {
  /** @type {Record<string, string>} */
  const outputs = {}
  const lines = content.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const [name = '', delimiter] = (lines[at] ?? '').split('<<')
    if (delimiter === undefined) continue
    const end = lines.indexOf(delimiter.trimEnd(), at + 1)
    outputs[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return outputs
}
