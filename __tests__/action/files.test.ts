import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

  test('and leave nothing of them behind when the disk fills up on the way', async () => {
    const output = join(folder, 'output')
    writeFileSync(output, 'earlier<<end\nkept\nend\n')
    const plan = JSON.stringify([{ name: 'x'.repeat(150), credits: 1, count: 200 }])
    const code = `import fs from 'node:fs'
      import { syncBuiltinESMExports } from 'node:module'
      const write = fs.writeSync
      let calls = 0
      fs.writeSync = (file, data) => {
        if (!(data instanceof Uint8Array) || data.length < 1000) return write(file, data)
        if (++calls > 1) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
        return write(file, data.subarray(0, 700))
      }
      syncBuiltinESMExports()`
    const args = ['--import', `data:text/javascript,${encodeURIComponent(code)}`]
    const { exitCode, log } = await gateAgainst(RICH, { inputs: { plan }, env: { GITHUB_OUTPUT: output }, args })
    expect([exitCode, readFileSync(output, 'utf8')]).toEqual([1, 'earlier<<end\nkept\nend\n'])
    expect(annotations(log)).toEqual([expect.stringContaining('so the step fails: `ENOSPC: no space left on device`')])
  })

  test('in the source, too', async () => {
    const run = gateAgainst(RICH, { env: { GITHUB_OUTPUT: undefined } }, { engine: runSource })
    await expect(run).rejects.toThrow('ENOENT')
  })
})
