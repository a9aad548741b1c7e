import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { startPixVerse } from '../../sandbox/pixverse.mjs'
import { environment } from '../../sandbox/runner.mjs'
import { balance, KEY } from '../support/gate.js'

// What main.ts does to a whole process is shown with the bundle, in __tests__/action; here it runs in the process of the
// tests, so that coverage sees it: its listeners are caught instead of being added, and so is the end of the process.
let folder: string
let log: string
let listeners: Map<string, (argument?: unknown) => void>
let exited: number
const before = { ...process.env }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pixverse-main-'))
  log = ''
  listeners = new Map()
  exited = 0
  jest.resetModules()
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    log += String(text)
    return true
  })
  jest.spyOn(process, 'on').mockImplementation((event, listener) => {
    listeners.set(String(event), listener as (argument?: unknown) => void)
    return process
  })
  jest.spyOn(process, 'exit').mockImplementation(() => {
    exited++
    return undefined as never
  })
})
afterEach(async () => {
  // main.ts ends the process 50 ms after the verdict: that must meet the stand-in.
  await new Promise((resolve) => setTimeout(resolve, 100))
  jest.restoreAllMocks()
  process.exitCode = undefined
  process.env = { ...before }
  rmSync(folder, { recursive: true })
})

async function main(answer: unknown, env: Record<string, string | undefined> = {}): Promise<typeof process.exitCode> {
  const server = await startPixVerse({ answer: () => answer })
  const inputs = { 'api-key': KEY, minimum: '480', 'base-url': server.url, retries: '0' }
  process.env = environment({ inputs, env }, folder)
  try {
    await import('../../src/main.js')
    return process.exitCode
  } finally {
    await server.close()
  }
}

const line =
  /^::error title=PixVerse gate has no verdict::The gate ended without a verdict, so the step fails: (.*)\. Run/m

test.each([
  [0, 1000],
  [1, 479],
])('the exit code is %i when there are %i of 480 credits', async (exitCode, credits) => {
  expect(await main(balance(credits, 0))).toBe(exitCode)
  expect(log).not.toMatch(line)
})

test('the process is ended soon, should something keep it busy', async () => {
  await main(balance(1000, 0))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(exited).toBe(1)
})

test('what goes wrong inside is one line and exit code 1', async () => {
  expect(await main(balance(1000, 0), { GITHUB_OUTPUT: undefined })).toBe(1)
  expect(line.exec(log)?.[1]).toBe('GITHUB_OUTPUT is not set, so that there is no file for the outputs')
  expect(log).not.toContain('setOutputs')
})

test('with debug on it says where', async () => {
  await main(balance(1000, 0), { GITHUB_OUTPUT: undefined, RUNNER_DEBUG: '1' })
  expect(log).toContain('setOutputs')
})

test('after a verdict nothing is said at the end, and nothing changes it', async () => {
  await main(balance(1000, 0))
  listeners.get('exit')?.()
  listeners.get('uncaughtException')?.(new Error('late'))
  expect([process.exitCode, exited]).toEqual([0, 0])
  expect(log).not.toMatch(line)
})

test('before a verdict the end of the process is said', async () => {
  const running = main(balance(1000, 0))
  await registered()
  listeners.get('exit')?.()
  expect(line.exec(log)?.[1]).toBe('nothing was left to wait for')
  await running
})

test('before a verdict an exception that nobody catches is said, and ends the process', async () => {
  const running = main(balance(1000, 0))
  await registered()
  listeners.get('uncaughtException')?.(new Error('boom'))
  expect(line.exec(log)?.[1]).toBe('boom')
  expect(exited).toBe(1)
  await running
})

/** Until main.ts has its listeners; the gate then waits for an answer. */
async function registered(): Promise<void> {
  while (!listeners.has('uncaughtException')) await new Promise((resolve) => setImmediate(resolve))
}
