import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { gate } from '../../src/gate.js'
import { environment, parseOutputs } from '../../sandbox/runner.mjs'
import { KEY, type Run, type Setup } from './gate.js'

// One folder for all runs of a test file: the toolkit keeps the path of the first summary that it wrote.
const folder = mkdtempSync(join(tmpdir(), 'pixverse-gate-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/**
 * Tells the story of runGate with the source instead of the bundle, in this process, so that coverage sees it: the
 * same variables, the same files, real sockets.
 */
export async function runSource({ inputs, ...rest }: Setup): Promise<Run> {
  const write = process.stdout.write.bind(process.stdout)
  const [before, cwd] = [{ ...process.env }, process.cwd()]
  let log = ''
  try {
    const given = { 'api-key': KEY, retries: '0', timeout: '5', ...inputs }
    replaceEnvironment(environment({ ...rest, inputs: given }, folder))
    if (rest.cwd !== undefined) process.chdir(rest.cwd)
    process.stdout.write = (text) => {
      log += String(text)
      return true
    }
    const started = performance.now()
    const exitCode = (await gate()) ? 0 : 1
    const milliseconds = performance.now() - started
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
    const outputs = parseOutputs(read('output'))
    return { exitCode, log, outputs, summary: read('summary'), state: read('state'), milliseconds }
  } finally {
    process.stdout.write = write
    process.chdir(cwd)
    replaceEnvironment(before)
  }
}

function replaceEnvironment(variables: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, variables)
}
