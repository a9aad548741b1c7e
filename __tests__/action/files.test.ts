import { execFileSync } from 'node:child_process'
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

/** What takes everything, and hands it to nobody. */
const DEVICES = ['/dev/full', '/dev/null']
  .filter((path) => existsSync(path))
  .map((path) => [`is the device ${path}`, path, 'it is no regular file'] as const)

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
    ['is not there', join(folder, 'nowhere', 'output'), 'ENOENT: no such file or directory, open'],
    ['is a folder', folder, 'it is no regular file'],
    ...DEVICES,
  ])('when the file %s', async (_, path, why) => {
    const { exitCode, log, summary } = await gateAgainst(RICH, { env: { GITHUB_OUTPUT: path } })
    expect(exitCode).toBe(1)
    expect(annotations(log)).toEqual([
      expect.stringContaining(
        `::error title=PixVerse gate has no outputs::The outputs could not be written to \`${path}\`, so the step fails: \`${why}`,
      ),
    ])
    expect(log).toMatch(/Free space on its disk, or correct the variable GITHUB_OUTPUT, then run the job again\.$/m)
    expect(log).not.toMatch(/^\s+at /m)
    expect(summary).toContain('1,072,650 credits left')
  })

  test.each([
    ['is not set', undefined],
    ['is empty', ''],
  ])('when the variable %s', async (_, path) => {
    const { exitCode, log } = await gateAgainst(RICH, { env: { GITHUB_OUTPUT: path } })
    expect([exitCode, annotations(log)]).toEqual([
      1,
      [
        '::error title=PixVerse gate has no outputs::The outputs could not be written, so the step fails: the variable GITHUB_OUTPUT is not set. Use a newer runner, or the command of this gate where there is none.',
      ],
    ])
  })

  test('beside what the verdict has to say', async () => {
    const { exitCode, log, summary } = await gateAgainst(balance(1, 1), { env: { GITHUB_OUTPUT: folder } })
    expect(exitCode).toBe(1)
    expect(annotations(log)).toEqual([
      expect.stringMatching(/^::error title=PixVerse credits are too low::/),
      expect.stringMatching(/^::error title=PixVerse gate has no outputs::/),
    ])
    expect(summary).toContain('2 credits left')
  })

  const onPosix = process.platform === 'win32' ? test.skip : test
  onPosix('and wait for nobody to read a pipe', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const { exitCode, log } = await gateAgainst(RICH, { env: { GITHUB_OUTPUT: pipe } })
    expect([exitCode, annotations(log)]).toEqual([1, [expect.stringContaining('it is no regular file')]])
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
    expect(annotations(log)).toEqual([expect.stringContaining('so the step fails: `ENOSPC: no space left on device`.')])
  })

  test('in the source, too', async () => {
    const run = gateAgainst(RICH, { env: { GITHUB_OUTPUT: undefined } }, { engine: runSource })
    await expect(run).rejects.toThrow('ENOENT')
  })
})
