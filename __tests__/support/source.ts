import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environment, parseOutputs } from '../../sandbox/runner.mjs'
import { gate } from '../../src/gate.js'
import { appendOutputs } from '../../src/outputs.js'
import { readRun } from '../../src/run.js'
import { safe } from '../../src/safe-text.js'
import { type Engine, KEY, type Run, runGate, type Setup } from './gate.js'

/** Every story is told by both. */
export const ENGINES: readonly [string, Engine][] = [
  ['the bundle', runGate],
  ['the source', runSource],
]

/**
 * Tells the story of runGate with the source instead of the bundle, in this process, so that coverage sees it: the
 * same inputs, the same files, real sockets. What the runner would print as a command is written alike.
 */
export async function runSource({ inputs, now, ...rest }: Setup): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'pixverse-gate-'))
  try {
    const given: Record<string, string> = { 'api-key': KEY, retries: '0', timeout: '5', ...inputs }
    const env = environment({ ...rest, inputs: given }, folder)
    let log = ''
    const write = (line: string): void => {
      log += `${line}\n`
    }
    const started = performance.now()
    const result = await gate({
      input: (name) => (given[name] ?? '').trim(),
      keyName: safe`api-key`,
      keyHint: safe`Set \`api-key\` to a secret.`,
      nodeDebug: env['NODE_DEBUG'] ?? '',
      run: readRun(env),
      workspace: rest.cwd ?? process.cwd(),
      now: now === undefined ? new Date() : new Date(now),
      mask: (line) => {
        write(`::add-mask::${line}`)
      },
      log: write,
      annotate: ({ severity, title, message }) => {
        write(`::${severity} title=${title}::${message.replaceAll('\n', '%0A')}`)
      },
      warn: (message) => {
        write(`::warning::${message}`)
      },
      writeOutputs: (outputs) => {
        appendOutputs(env['GITHUB_OUTPUT'] ?? '', outputs)
      },
      writeSummary: (markdown) => {
        writeFileSync(env['GITHUB_STEP_SUMMARY'] ?? '', markdown)
      },
    })
    const milliseconds = performance.now() - started
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
    const outputs = parseOutputs(read('output'))
    const exitCode = result.passes ? 0 : 1
    return { exitCode, log, outputs, summary: read('summary'), state: read('state'), milliseconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
