import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { annotations, balance, type Engine, gateAgainst, runGate } from '../support/gate.js'
import { runSource } from '../support/source.js'

const folder = mkdtempSync(join(tmpdir(), 'pixverse-files-'))
writeFileSync(join(folder, 'file'), '')
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A disk without space, where the system has one to try with. */
const FULL = existsSync('/dev/full') ? [['is full', '/dev/full'] as const] : []

const RICH = balance(1_069_020, 3_630)

describe.each<[string, Engine]>([
  ['the bundle', runGate],
  ['the source', runSource],
])('%s', (_, engine) => {
  test.each([
    ['is not there', join(folder, 'nowhere', 'summary')],
    ['is a folder', folder],
    ['is below a file', join(folder, 'file', 'summary')],
    ['is not known, as on old servers', undefined],
    ...FULL,
  ])('a summary that %s is a warning, and the verdict stands', async (_, path) => {
    const setup = { env: { GITHUB_STEP_SUMMARY: path } }
    const { exitCode, log, outputs } = await gateAgainst(RICH, setup, { engine })
    expect([exitCode, outputs['verdict']]).toEqual([0, 'ok'])
    expect(annotations(log)).toEqual([expect.stringMatching(/^::warning::The job summary could not be written: /)])
    const poor = await gateAgainst(balance(1, 1), setup, { engine })
    expect(poor.exitCode).toBe(1)
  })
})

describe('outputs that cannot be written fail the step', () => {
  test.each([
    ['is not there', join(folder, 'nowhere', 'output')],
    ['is a folder', folder],
    ...FULL,
    ['is not known', undefined],
    ['has no name', ''],
  ])('when the file %s', async (_, path) => {
    const { exitCode, log } = await gateAgainst(RICH, { env: { GITHUB_OUTPUT: path } })
    expect(exitCode).toBe(1)
    expect(annotations(log)).toEqual([
      expect.stringMatching(
        /^::error title=PixVerse gate has no verdict::The gate ended without a verdict, so the step fails: /,
      ),
    ])
    expect(log).not.toMatch(/^\s+at /m)
  })

  test('in the source, too', async () => {
    const run = gateAgainst(RICH, { env: { GITHUB_OUTPUT: undefined } }, { engine: runSource })
    await expect(run).rejects.toThrow('GITHUB_OUTPUT is not set')
  })
})
