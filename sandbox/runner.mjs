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
 * @param run.inputs inputs by name, as in `with:`
 * @param run.event `name` and `payload`; a push unless given
 * @param run.env further variables; undefined removes one
 * @param run.cwd the workspace
 * @param run.node the Node to use
 * @param run.args arguments for it, before the bundle
 * @returns exitCode, log (stdout and stderr), outputs, summary, milliseconds
 */
export async function runAction({ inputs, event, env = {}, cwd, node = process.execPath, args = [] }) {
  const folder = mkdtempSync(join(tmpdir(), 'pixverse-gate-'))
  const file = (name, content) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  try {
    const variables = {
      ...Object.fromEntries(
        KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
      ),
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
    for (const name of Object.keys(variables)) if (variables[name] === undefined) delete variables[name]
    const started = performance.now()
    const { exitCode, log } = await run(node, [...args, BUNDLE], { env: variables, cwd })
    const milliseconds = performance.now() - started
    const read = (name) => readFileSync(join(folder, name), 'utf8')
    return {
      exitCode,
      log,
      outputs: parse(read('output')),
      summary: read('summary'),
      state: read('state'),
      milliseconds,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Spaces become underscores and letters large; everything else stays, hyphens too. */
function variable(input) {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`
}

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let log = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (log += text))
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ exitCode: code ?? signal, log }))
  })
}

/** The outputs file: `name<<delimiter`, the lines of the value, the delimiter. The last of equal names wins. */
function parse(content) {
  const outputs = {}
  const lines = content.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const [name, delimiter] = lines[at].split('<<')
    if (delimiter === undefined) continue
    const end = lines.indexOf(delimiter.trimEnd(), at + 1)
    outputs[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return outputs
}
