import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, jest, test } from '@jest/globals'
import { balance, startPixVerse } from '../sandbox/pixverse.mjs'
import { onPosix } from './support/platform.js'

// Each test runs several processes; one of them a whole month of gates.
jest.setTimeout(120_000)

const START = fileURLToPath(new URL('../sandbox/start.mjs', import.meta.url))
const SEE = 'See npm start -- --help\n'

interface Outcome {
  readonly exitCode: number | null
  readonly out: string
  readonly err: string
}

interface Around {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Code that runs before, in the same process. */
  readonly before?: string
}

/** What `npm start -- ARGS` does. */
async function start(args: readonly string[], { env = {}, cwd, before }: Around = {}): Promise<Outcome> {
  const first = before === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(before)}`]
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [...first, START, ...args], {
    env: { PATH, ...env },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { exitCode, out, err }
}

const lines = (text: string): readonly string[] => text.split('\n')

/** What stands below a heading such as `--- log ---`. */
function section(out: string, title: string): string {
  return new RegExp(`^--- ${title}[^\\n]* -+\\n(.*?)(?=^--- |^Exit code )`, 'ms').exec(out)?.[1] ?? ''
}

describe('the sandbox', () => {
  test('is named on the first line, with what it is asked', async () => {
    const { exitCode, out, err } = await start([])
    expect(lines(out)[0]).toBe(
      'Sandbox: an invented balance, because PIXVERSE_API_KEY is not set (scenario ok: --minimum 480)',
    )
    expect(section(out, 'log')).toContain('1,072,650 credits left, this run needs 480: enough.')
    expect(section(out, 'outputs')).toContain('verdict=ok\nsufficient=true\n')
    expect(section(out, 'summary')).toContain('| Left | 1,072,650 |')
    expect([exitCode, err, lines(out.trim()).at(-1)]).toEqual([0, '', 'Exit code 0'])
  })

  test('fails as the action does', async () => {
    const { exitCode, out, err } = await start(['--scenario', 'low'])
    expect([exitCode, err, lines(out.trim()).at(-1)]).toEqual([1, '', 'Exit code 1'])
    expect(section(out, 'log')).toContain('error: PixVerse credits are too low: 312 credits left')
  })

  test('takes every input as a flag, and values that begin with a dash', async () => {
    const { exitCode, out } = await start(['--plan', '- { name: a, credits: 5 }', '--minimum=7', '--account', 'film'])
    expect(exitCode).toBe(0)
    expect(lines(out)[0]).toBe('Sandbox: an invented balance, because PIXVERSE_API_KEY is not set (scenario ok)')
    expect(section(out, 'log')).toContain('Needed: 12 = 5 planned + 7 minimum')
    expect(section(out, 'log')).toContain('(film)')
  })

  test('shows Markdown as people read it, and the report shortened', async () => {
    const { out } = await start(['--scenario', 'warn', '--pr'])
    for (const title of ['summary', 'comment']) {
      expect(section(out, title)).toContain('900 of 1,000 (warn-below)')
      expect(section(out, title)).not.toMatch(/&#\d+;|<code>|\*\*|<!--|\[!/)
    }
    expect(section(out, 'outputs')).toMatch(/^report=.{1,60}… \(--raw shows all\)$/m)
    expect(out).not.toContain('::add-mask::')
  })

  test('shows both as they are with --raw', async () => {
    const { out } = await start(['--scenario', 'warn', '--raw'])
    expect(section(out, 'summary')).toContain('900 of 1,000 (<code>warn&#45;below</code>)')
    const report = /^report=(.*)$/m.exec(section(out, 'outputs'))?.[1] ?? ''
    expect(JSON.parse(report)).toMatchObject({ schema: 1, verdict: 'warn' })
  })

  test.each<[string, readonly string[], string]>([
    ['the alert', ['--alert-issue', 'true'], 'issue: PixVerse credits are too low'],
    ['the dashboard', ['--dashboard-issue', 'true'], 'issue: PixVerse credits'],
  ])('shows %s that is asked for', async (_, flags, title) => {
    const { out } = await start(['--scenario', 'low', ...flags])
    expect(section(out, title)).toContain('312 credits left')
    expect(section(out, 'outputs')).toContain('verdict=low')
    expect(out).not.toContain('github-token')
  })

  test('has no comment on the pull request of a fork', async () => {
    const { exitCode, out } = await start(['--scenario', 'fork', '--pr'])
    expect([exitCode, section(out, 'comment')]).toEqual([0, ''])
    expect(section(out, 'log')).toContain('PixVerse gate skipped')
  })

  test('has a scenario with a receipt', async () => {
    const { exitCode, out } = await start(['--scenario', 'drift'])
    expect(exitCode).toBe(0)
    expect(section(out, 'log of the gate')).toContain('2,000 credits left, this run needs 480: enough.')
    expect(section(out, 'summary')).toContain('Planned 480, spent 520: 40 credits (8 %) more than the prices of')
    expect(section(out, 'outputs')).toContain('spent=520\ndrift=40\n')
  })

  test('has a scenario with a month of watching', async () => {
    const { exitCode, out } = await start(['--scenario', 'watch'])
    expect(exitCode).toBe(0)
    expect(section(out, 'outputs')).toMatch(/^per_day=\d+\ndays_left=\d+$/m)
    const dashboard = section(out, 'issue: PixVerse credits')
    expect(dashboard).toMatch(/^7,580 credits left: at \d+ a day they last \d+ days, until 2026-12-\d\d\.$/m)
    expect(dashboard).toMatch(/^2026-11-02 +2026-12-01$/m)
    expect(dashboard).toContain('| Monthly purse last refilled | 2026-11-16 |')
    expect(out.match(/^--- issue: PixVerse credits \(open\)/gm)).toHaveLength(1)
  })
})

describe('a key in PIXVERSE_API_KEY', () => {
  const KEY = 'real-key-of-somebody'

  test('is announced before PixVerse is asked, and not shown', async () => {
    const server = await startPixVerse({ answer: () => balance(212, 100) })
    const env = { PIXVERSE_API_KEY: KEY }
    const { exitCode, out, err } = await start(['--base-url', server.url, '--minimum', '480'], { env })
    await server.close()
    expect(server.requests).toMatchObject([{ headers: { 'api-key': KEY } }])
    expect([exitCode, lines(out)[0]]).toEqual([1, 'Asking PixVerse with PIXVERSE_API_KEY'])
    expect(out + err).not.toContain(KEY)
  })

  test('only reports when nothing is asked for', async () => {
    const server = await startPixVerse({ answer: () => balance(0, 0) })
    const { exitCode, out } = await start(['--base-url', server.url], { env: { PIXVERSE_API_KEY: KEY } })
    await server.close()
    expect([exitCode, section(out, 'outputs').includes('verdict=ok')]).toEqual([0, true])
  })

  test('and a scenario are an error that says which to drop', async () => {
    const { exitCode, out, err } = await start(['--scenario', 'low'], { env: { PIXVERSE_API_KEY: KEY } })
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toBe(
      `A scenario is of the sandbox, but PIXVERSE_API_KEY is set: drop --scenario, or add --sandbox.\n${SEE}`,
    )
  })

  test('is not used with --sandbox', async () => {
    const env = { PIXVERSE_API_KEY: KEY }
    const { exitCode, out } = await start(['--sandbox', '--scenario', 'low'], { env })
    expect(exitCode).toBe(1)
    expect(lines(out)[0]).toBe('Sandbox: an invented balance, because --sandbox is given (scenario low: --minimum 480)')
  })
})

describe('help', () => {
  test.each(['--help', '-h'])('by %s fits 80 columns, and names every input and scenario', async (flag) => {
    const { exitCode, out, err } = await start([flag])
    expect([exitCode, err]).toEqual([0, ''])
    for (const line of lines(out)) expect(line.length).toBeLessThanOrEqual(80)
    const [inputs = ''] = readFileSync(new URL('../action.yml', import.meta.url), 'utf8').split('outputs:')
    for (const [, name] of inputs.matchAll(/^ {2}([a-z-]+):$/gm)) expect(out).toContain(` ${name}`)
    for (const word of ['low', 'drift', 'watch', '--raw', '--sandbox', '--pr']) expect(out).toContain(word)
  })

  test('--version is that of the package', async () => {
    const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(await start(['--version'])).toEqual({ exitCode: 0, out: `${manifest.version}\n`, err: '' })
  })
})

describe('a wrong command line ends with 2, the reason first, on one line', () => {
  const SPLIT = 'belongs to no flag. Quote a pattern, and put each further file of --plan on a line of its own.'
  const before = (flags: string): string => `Put -- before the flags: npm start -- ${flags}`

  test.each<[string, readonly string[], Record<string, string>, string]>([
    ['a mistyped flag', ['--minimun', '5'], {}, 'There is no flag --minimun. Did you mean --minimum?'],
    ['one with its value', ['--pln=a.yml'], {}, 'There is no flag --pln. Did you mean --plan?'],
    ['an unknown flag', ['--zzz'], {}, 'There is no flag --zzz.'],
    ['an unknown short flag', ['-x'], {}, 'There is no flag -x.'],
    ['the beginning of a flag', ['--min', '5'], {}, 'There is no flag --min. Did you mean --minimum?'],
    ['a flag twice', ['--plan', 'a.yml', '--plan', 'b.yml'], {}, '--plan is given twice: keep one of both.'],
    ['a number twice', ['--minimum=5000', '--minimum', '5'], {}, '--minimum is given twice: keep one of both.'],
    ['a switch twice', ['--raw', '--raw'], {}, '--raw is given twice: keep one of both.'],
    ['a flag for a value', ['--minimum', '--plan', 'a'], {}, '--minimum needs a value after it, but --plan comes.'],
    ['a switch for a value', ['--plan', '--raw'], {}, '--plan needs a value after it, but --raw comes.'],
    ['one with = for a value', ['--plan', '--budget=5'], {}, '--plan needs a value after it, but --budget comes.'],
    ['a long dash', ['—plan', 'a.yml'], {}, '"—plan" begins with another dash: write --plan.'],
    ['a pattern without quotes', ['--plan', 'a.json', 'b.json'], {}, `"b.json" ${SPLIT}`],
    ['a second file of any kind', ['--plan', 'a.json', 'README.md'], {}, `"README.md" ${SPLIT}`],
    ['a mistyped scenario', ['--scenario', 'outtage'], {}, 'There is no scenario outtage. Did you mean outage?'],
    ['an inherited scenario', ['--scenario', 'toString'], {}, 'There is no scenario toString.'],
    ['a flag without its value', ['--minimum'], {}, '--minimum needs a value after it.'],
    ['a switch with a value', ['--raw=yes'], {}, '--raw takes no value.'],
    ['a flag in capitals', ['--MINIMUM', '5'], {}, 'There is no flag --MINIMUM. Did you mean --minimum?'],
    ['one with an underscore', ['--warn_below=3'], {}, 'There is no flag --warn_below. Did you mean --warn-below?'],
    ['a value alone', ['500'], {}, before('--minimum 500')],
    ['a file alone', ['a/plan.yml'], {}, before('--plan a/plan.yml')],
    ['a pattern alone', ['shots/*.json'], {}, before('--plan shots/*.json')],
    ['a name and its value', ['minimum=5'], {}, 'Put -- before minimum: npm start -- --minimum 5'],
    ['a value with a =', ['plan=a=b.yml'], {}, 'Put -- before plan: npm start -- --plan a=b.yml'],
    ['a switch without its dashes', ['help'], {}, 'Put -- before help: npm start -- --help'],
    ['a scenario alone', ['low'], {}, 'Put --scenario before low: npm start -- --scenario low'],
    ['a word after a flag that has its value', ['--minimum=5', 'credits'], {}, '"credits" belongs to no flag.'],
    ['an inherited word', ['toString'], {}, '"toString" belongs to no flag.'],
    ['a flag that npm took', [], { npm_config_minimum: '5' }, before('--minimum 5')],
    ['one whose value npm handed on', ['a.yml'], { npm_config_plan: 'true' }, before('--plan a.yml')],
    ['one with a hyphen', ['9'], { npm_config_warn_below: 'true' }, before('--warn-below 9')],
    ['a switch that npm took', [], { npm_config_raw: 'true' }, before('--raw')],
  ])('for %s', async (_, args, env, why) => {
    expect(await start(args, { env })).toEqual({ exitCode: 2, out: '', err: `${why}\n${SEE}` })
  })
})

describe('the machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pixverse-start-'))
  for (const name of ['here/videos', 'else']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'else/plan.yml'), '- { name: a, credits: 5 }\n- { name: b, credits: 6 }\n')
  writeFileSync(join(folder, 'here/videos/a.mp4'), 'a film')
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(['../else/plan.yml', join(folder, 'else/plan.yml')])('has a plan elsewhere: %s', async (plan) => {
    const cwd = join(folder, 'here')
    const { exitCode, out } = await start(['--plan', plan, '--made', 'videos/{name}.mp4'], { cwd })
    expect(exitCode).toBe(0)
    expect(section(out, 'log')).toContain('The plan: 1 generation, 6 credits. 1 of 2 is made already.')
  })

  test.each(['../here/videos/{name}.mp4', join(folder, 'here/videos/{name}.mp4')])(
    'has what is made elsewhere: %s',
    async (made) => {
      const { exitCode, out } = await start(['--plan', 'plan.yml', '--made', made], { cwd: join(folder, 'else') })
      expect(exitCode).toBe(0)
      expect(section(out, 'log')).toContain('The plan: 1 generation, 6 credits. 1 of 2 is made already.')
    },
  )

  test('is where npm was called, not where the project lies', async () => {
    const { out } = await start(['--plan', '../else/plan.yml'], { env: { INIT_CWD: join(folder, 'here') } })
    expect(section(out, 'log')).toContain('The plan: 2 generations, 11 credits.')
  })

  onPosix('ends in one sentence when its temporary folder cannot be written', async () => {
    const nowhere = join(folder, 'nowhere')
    expect(existsSync(nowhere)).toBe(false)
    const { exitCode, err } = await start([], { env: { TMPDIR: nowhere } })
    expect(exitCode).toBe(1)
    expect(err).toMatch(/^npm start cannot run here: ENOENT: .*nowhere.*\n$/)
  })

  test('ends in one sentence when its Node is too old', async () => {
    const before = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '16.20.2' } })`
    const says = 'The gate needs Node 20 or later, but this is Node 16.20.2.\n'
    expect(await start([], { before })).toEqual({ exitCode: 1, out: '', err: says })
  })
})
