import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { INPUTS } from '../../src/inputs.js'
import { balance, KEY, startRaw } from '../support/gate.js'
import { commandAgainst, ended, installPacked, type Packed, run, stranger } from '../support/packed.js'
import { onPosix } from '../support/platform.js'

// Every test starts processes, and this may be a busy machine.
jest.setTimeout(60_000)

/** For devices that only Linux has. */
const onLinux = process.platform === 'linux' ? test : test.skip

const RICH = balance(1_069_020, 3_630)
const POOR = balance(212, 100)
const MINIMUM = ['--minimum', '480']
const PLAN = ['--plan', '[{ name: clip, model: v6, quality: 720p, duration: 5, count: 3 }]']

let packed: Packed
let folder: string
beforeAll(() => {
  packed = installPacked()
  folder = mkdtempSync(join(tmpdir(), 'pixverse-command-'))
})
afterAll(() => {
  packed.remove()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string): string => join(folder, name)
const read = (name: string): string => readFileSync(file(name), 'utf8')

describe('what is in the package', () => {
  test('dist/, the manifest, the README and the licence, and nothing else', () => {
    const others = packed.files.filter(({ path }) => !path.startsWith('dist/')).map(({ path }) => path)
    expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json'])
    const programs = packed.files.map(({ path }) => path)
    expect(programs).toEqual(expect.arrayContaining(['dist/cli.js', 'dist/gate.js', 'dist/licenses.txt']))
  })

  test('no dependencies, nothing that runs at install, Node 20 or later', () => {
    const manifest: unknown = JSON.parse(
      readFileSync(join(packed.folder, 'node_modules/pixverse-balance-gate/package.json'), 'utf8'),
    )
    expect(manifest).toMatchObject({
      name: 'pixverse-balance-gate',
      type: 'module',
      engines: { node: '>=20' },
      bin: { 'pixverse-balance-gate': 'dist/cli.js' },
    })
    expect(manifest).not.toHaveProperty('dependencies')
    expect(manifest).not.toHaveProperty('private')
    const { scripts } = manifest as { scripts: Record<string, string> }
    for (const hook of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(hook)
  })

  onPosix('the program may be run, and says by what', () => {
    const cli = join(packed.folder, 'node_modules/pixverse-balance-gate/dist/cli.js')
    expect(statSync(cli).mode & 0o111).toBe(0o111)
    expect(readFileSync(cli, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  })
})

describe('--help and --version', () => {
  test.each(['--help', '-h'])('%s fits 80 columns, with an example first', async (flag) => {
    const { exitCode, stdout, stderr } = await run(packed, { args: [flag], key: '' })
    expect(exitCode).toBe(0)
    expect(stderr).toBe('')
    const lines = stdout.split('\n')
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80)
    const example = lines.findIndex((line) =>
      line.includes("pixverse-balance-gate --minimum 500 --plan 'prompts/*.json'"),
    )
    expect(example).toBeGreaterThan(0)
    expect(example).toBeLessThan(lines.findIndex((line) => line.trim().startsWith('--minimum')))
  })

  test('--help lists every input but the key and those of GitHub', async () => {
    const { stdout } = await run(packed, { args: ['--help'], key: '' })
    const flags = [...stdout.matchAll(/^ {2}--([\w-]+)/gm)].map(([, name]) => name)
    const manifest = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8').replace(/^outputs:[^]*/m, '')
    const inputs = [...manifest.matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name]) => name)
    const ofGitHub = ['api-key', 'comment-summary-in-pr', 'alert-issue', 'dashboard-issue', 'warn-days', 'github-token']
    expect(flags.filter((name) => inputs.includes(name)).sort()).toEqual(
      inputs.filter((name) => !ofGitHub.includes(name ?? '')).sort(),
    )
  })

  test('--version is the one of the package', async () => {
    const { stdout, exitCode } = await run(packed, { args: ['--version'], key: '' })
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect([exitCode, stdout]).toEqual([0, `${version}\n`])
  })
})

describe('flags that are wrong', () => {
  test.each([
    ['--minimun 500', ['--minimun', '500'], 'There is no flag --minimun. Did you mean --minimum?'],
    ['--on_low warn', ['--on_low', 'warn'], 'Did you mean --on-low?'],
    ['--api-key', ['--api-key', 'whatever'], 'The key is no flag'],
    ['--alert-issue', ['--alert-issue', 'true'], '--alert-issue works in the GitHub Action only.'],
    ['a pattern that the shell has expanded', ['--plan', 'a.json', 'b.json'], 'Quote a pattern'],
    [
      '--mini\u00admum',
      ['--mini\u00admum', '1'],
      'There is an invisible character (U+00AD) in it. Did you mean --minimum?',
    ],
    ['a flag without its value', ['--minimum'], 'minimum'],
    ['a value for --json', ['--json=yes'], 'json'],
    ['a flag that is given twice', ['--minimum', '1', '--minimum=500'], '--minimum is given twice: keep one of both.'],
    ['a flag in place of a value', ['--minimum', '--plan', 'a.yml'], '--minimum needs a value, but --plan comes.'],
    ['a switch in place of a value', ['--plan', '--json'], '--plan needs a value, but --json comes.'],
    ['a flag with its value in place of one', ['--plan', '--budget=5'], '--plan needs a value, but --budget comes.'],
    ['the beginning of a flag', ['--min', '5'], 'There is no flag --min. Did you mean --minimum?'],
    ['a switch that is given twice', ['--json', '--json'], '--json is given twice'],
    ['--help and -h', ['--help', '-h'], '--help is given twice'],
    ['--help with a value', ['--help=plan'], '--help works without other flags only: take it out.'],
    ['--help behind other flags', [...MINIMUM, '--help'], '--help works without other flags only'],
    ['-h before other flags', ['-h', ...MINIMUM], '--help works without other flags only'],
    ['--version with --json', ['--version', '--json'], '--version works without other flags only'],
    ['--help where a value should be', ['--minimum', '480', '--plan'], 'plan'],
  ])('%s: 6, in one or two lines, and no request', async (_, args, message) => {
    const { exitCode, stdout, stderr, requests } = await commandAgainst(packed, RICH, { args })
    expect(exitCode).toBe(6)
    expect(stdout).toBe('')
    expect(stderr).toContain(message)
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2)
    expect(requests).toBe(0)
  })

  test('a plan that starts with a dash is a value all the same', async () => {
    const args = ['--plan', '- model: v6\n  quality: 720p\n  duration: 5']
    expect((await commandAgainst(packed, RICH, { args })).exitCode).toBe(0)
  })
})

describe('what is written', () => {
  test('the log, without commands of a workflow', async () => {
    const { stdout, stderr } = await commandAgainst(packed, POOR, { args: MINIMUM })
    expect(stdout).toContain('312 credits left, this run needs 480: short by 168')
    expect(stdout).not.toMatch(/^::|##\[/m)
    expect(stderr).toBe('')
  })

  test.each([
    ['a message of PixVerse', { ErrCode: 400017, ErrMsg: '##vso[a]b ##teamcity[c]', Resp: null }, MINIMUM],
    ['a file', RICH, ['--plan', '##vso[a]b.json']],
    ['the name of an item', RICH, ['--plan', '[{ name: "##teamcity[a]vso", credits: 1 }]']],
    ['a stray value', RICH, ['##vso[a]']],
    ['a flag', RICH, ['--##vso[a]']],
    ['a value of --json', RICH, ['--json=##vso[a]']],
  ])('no command of a CI by %s', async (_, answer, args) => {
    for (const more of [[], ['--json']]) {
      const { stdout, stderr } = await commandAgainst(packed, answer, { args: [...args, ...more] })
      expect(stdout + stderr).not.toMatch(/##\w*\[/)
    }
  })

  test.each(['+++ a', '~~~ a', '^^^ +++', '::error::a', 'section_start:0:a'])(
    'nothing that folds a log stands at the start of a line: %s',
    async (text) => {
      const { stdout, stderr } = await commandAgainst(packed, RICH, { args: [...MINIMUM, text] })
      expect(stdout + stderr).toContain(`\`${text.replaceAll('::', ': :')}\` stands alone`)
    },
  )

  test('--json: the report alone, the log on standard error', async () => {
    const { stdout, stderr } = await commandAgainst(packed, POOR, { args: [...MINIMUM, '--json'] })
    expect(stdout.split('\n')).toHaveLength(2)
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, verdict: 'low', sufficient: false, shortfall: 168 })
    expect(stderr).toContain('312 credits left')
  })

  test('--summary, --dotenv and --todo, also when there is too little', async () => {
    const files = ['--summary', file('gate.md'), '--dotenv', file('gate.env'), '--todo', file('todo.json')]
    const { exitCode } = await commandAgainst(packed, balance(100, 0), { args: [...PLAN, ...files] })
    expect(exitCode).toBe(4)
    expect(read('gate.md')).toContain('100 credits left')
    expect(JSON.parse(read('todo.json'))).toEqual([
      { file: '', item: 1, name: 'clip', n: 1 },
      { file: '', item: 1, name: 'clip', n: 2 },
    ])
    const lines = read('gate.env').trimEnd().split('\n')
    expect(lines).toEqual(expect.arrayContaining(['PIXVERSE_VERDICT=low', 'PIXVERSE_SUFFICIENT=false']))
  })

  test('--dotenv is what GitLab takes: at most 20 names, no quotes, no empty lines, 5 KB', async () => {
    const args = [...PLAN, '--account', `O'Hara "and" sons`, '--dotenv', file('gitlab.env')]
    await commandAgainst(packed, RICH, { args })
    const text = read('gitlab.env')
    const lines = text.trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(20)
    for (const line of lines) expect(line).toMatch(/^PIXVERSE_[A-Z_]+=[\w.-]*$/)
    expect(text.length).toBeLessThan(5_000)
    expect(new Set(lines.map((line) => line.split('=')[0])).size).toBe(lines.length)
  })

  test('relative paths are of the working folder, and the plan is read there', async () => {
    mkdirSync(file('clips'))
    writeFileSync(file('clips/clip.json'), JSON.stringify({ model: 'v6', quality: '720p', duration: 5 }))
    const args = ['--plan', 'clips/*.json', '--made', 'videos/{name}.mp4', '--todo', 'here.todo']
    const { exitCode } = await commandAgainst(packed, RICH, { args, cwd: folder })
    expect(exitCode).toBe(0)
    expect(JSON.parse(read('here.todo'))).toEqual([{ file: 'clips/clip.json', item: 1, name: 'clip', n: 1 }])
  })
})

describe('what an earlier run has left', () => {
  const stale = 'PIXVERSE_VERDICT=ok\nPIXVERSE_SUFFICIENT=true\n'

  test.each([
    ['no key', MINIMUM, ''],
    ['a wrong number', ['--minimum', 'many'], KEY],
    ['a misspelt flag', ['--minimun', '480'], KEY],
    ['a plan that is not there', ['--plan', 'nowhere.json'], KEY],
    ['--help', [...MINIMUM, '--help'], KEY],
    ['-h', ['-h'], KEY],
    ['--version', ['--version', ...MINIMUM], KEY],
    ['a flag twice', [...MINIMUM, ...MINIMUM], KEY],
    ['--help where a number should be', ['--minimum', '--help'], KEY],
  ])('is gone after a run with %s', async (_, args, key) => {
    writeFileSync(file('stale.env'), stale)
    const { exitCode } = await commandAgainst(packed, RICH, { args: [...args, '--dotenv', file('stale.env')], key })
    expect(exitCode).not.toBe(0)
    expect(existsSync(file('stale.env')) ? read('stale.env') : '').not.toContain('true')
  })

  onPosix('is gone after an interrupted run, which ends with 130 and says that nothing was decided', async () => {
    writeFileSync(file('stale.env'), stale)
    let interrupt: (signal: NodeJS.Signals) => void = () => undefined
    const server = await startRaw(() => {
      interrupt('SIGINT')
    })
    const { exitCode, stderr } = await run(packed, {
      args: [...MINIMUM, '--base-url', server.url, '--dotenv', file('stale.env')],
      started: (kill) => (interrupt = kill),
    })
    await server.close()
    expect(exitCode).toBe(130)
    expect(stderr).toContain('nothing was decided')
    expect(existsSync(file('stale.env'))).toBe(false)
  })
})

describe('what goes wrong on a machine', () => {
  onPosix('a reader that leaves early has no say', async () => {
    const many = Array.from({ length: 2_000 }, (_, at) => ({
      name: `clip ${at}`,
      model: 'v6',
      quality: '720p',
      duration: 5,
    }))
    writeFileSync(file('many.json'), JSON.stringify(many))
    for (const [minimum, code] of [
      ['0', '0'],
      ['9999999', '4'],
    ] as const) {
      const { stdout, stderr } = await piped(`--plan many.json --minimum ${minimum}`, '| head -n 1')
      expect(stdout).toMatch(new RegExp(`^PixVerse .*\n${code}\n$`))
      expect(stderr).toBe('')
    }
  })

  onLinux('a full disk under the log changes nothing', async () => {
    expect((await piped('--minimum 480', '>/dev/full')).stdout).toBe('0\n')
  })

  onLinux('a full disk under what others rely on fails', async () => {
    expect((await piped('--minimum 480 --json', '>/dev/full')).stdout).toBe('1\n')
    for (const flag of ['--dotenv', '--todo']) {
      const { exitCode, stderr } = await commandAgainst(packed, RICH, { args: [...PLAN, flag, '/dev/full'] })
      expect([flag, exitCode]).toEqual([flag, 1])
      expect(stderr).toContain('without a verdict')
    }
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true)
  })

  onLinux('a summary that cannot be written is a warning', async () => {
    const { exitCode, stdout } = await commandAgainst(packed, RICH, { args: [...MINIMUM, '--summary', '/dev/full'] })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('Warning: The job summary could not be written')
  })

  onPosix('results can go to a pipe of the shell', async () => {
    const { stdout } = await piped('--minimum 480 --json --dotenv /dev/stderr', '2>&1 >/dev/null | grep -c ^PIXVERSE_')
    expect(Number(stdout.split('\n')[0])).toBeGreaterThan(5)
  })

  test.each(['--dotenv', '--todo'])('%s into a folder that is not there: 1', async (flag) => {
    const args = [...PLAN, flag, file('nowhere/file')]
    expect((await commandAgainst(packed, RICH, { args })).exitCode).toBe(1)
  })

  /** In bash, in the folder: the command with that behind it, then its exit code. */
  async function piped(flags: string, behind: string): Promise<{ stdout: string; stderr: string }> {
    const server = await startRaw((socket) => {
      const body = JSON.stringify(RICH)
      socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
    })
    try {
      const script = `"$GATE" --base-url ${server.url} ${flags} ${behind}; echo "\${PIPESTATUS[0]}"`
      const env = { ...stranger(packed), GATE: packed.program, PIXVERSE_API_KEY: KEY }
      return await ended('bash', ['-c', script], { cwd: folder, env })
    } finally {
      await server.close()
    }
  }
})

describe('the key', () => {
  test('is taken from PIXVERSE_API_KEY alone: a .env file is not read', async () => {
    writeFileSync(file('.env'), `PIXVERSE_API_KEY=${KEY}\n`)
    const { exitCode, requests } = await commandAgainst(packed, RICH, { args: MINIMUM, key: '', cwd: folder })
    expect([exitCode, requests]).toEqual([3, 0])
  })

  const flags = Object.entries(INPUTS).filter(([name, entry]) => name !== 'api-key' && !('onlyGitHub' in entry))
  test.each(flags.map(([name]) => name))('is not shown when it stands in --%s, and nothing passes', async (flag) => {
    const minimum = flag === 'minimum' ? [] : MINIMUM
    const args = [...minimum, `--${flag}`, KEY, '--summary', file('key.md'), '--dotenv', file('key.env')]
    const { exitCode, stdout, stderr } = await commandAgainst(packed, RICH, { args })
    expect(exitCode).toBe(6)
    expect(`${stdout}${stderr}${read('key.md')}${read('key.env')}`).not.toContain(KEY)
  })

  test.each([
    ['a flag', [`--${KEY}`]],
    ['a short flag', [`-${KEY}`]],
    ['a value of --json', [`--json=${KEY}`]],
    ['a stray value', [KEY]],
    ['a value of --api-key', ['--api-key', KEY]],
    ['a value of --api-key, joined', [`--api-key=${KEY}`]],
  ])('is not shown when it stands as %s', async (_, args) => {
    const { exitCode, stdout, stderr } = await commandAgainst(packed, RICH, { args: [...MINIMUM, ...args] })
    expect(exitCode).toBe(6)
    expect(`${stdout}${stderr}`).not.toContain(KEY)
  })
})

describe('colour', () => {
  onLinux.each([
    ['on a terminal', {}, true],
    ['not with NO_COLOR', { NO_COLOR: '1' }, false],
  ])('%s', async (_, env, coloured) => {
    if (!existsSync('/usr/bin/script')) return
    const server = await startRaw((socket) => socket.end())
    const line = `"$GATE" --minimum 480 --retries 0 --base-url ${server.url}`
    const options = { cwd: folder, env: { ...stranger(packed), GATE: packed.program, PIXVERSE_API_KEY: KEY, ...env } }
    const { stdout } = await ended('/usr/bin/script', ['--quiet', '--command', line, '/dev/null'], options)
    await server.close()
    expect(stdout).toContain('PixVerse')
    expect(stdout.includes('\u001b[')).toBe(coloured)
  })

  test('not in a file', async () => {
    const { stdout } = await commandAgainst(packed, RICH, { args: MINIMUM })
    expect(stdout).not.toContain('\u001b')
  })
})
