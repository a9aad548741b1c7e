import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { KEY, startPixVerse } from '../../sandbox/pixverse.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The npm package, packed and installed into an empty folder. */
export interface Packed {
  /** What is in the archive. */
  readonly files: readonly { readonly path: string; readonly mode: number }[]
  /** Where it was installed. */
  readonly folder: string
  /** The program that npm links. */
  readonly program: string
  readonly remove: () => void
}

export function installPacked(): Packed {
  const place = mkdtempSync(join(tmpdir(), 'pixverse-packed-'))
  const folder = join(place, 'project')
  mkdirSync(folder)
  const packed: unknown = JSON.parse(npm(ROOT, 'pack', '--json', '--ignore-scripts', '--pack-destination', place))
  const [archive] = Object.values(packed as Record<string, { filename: string; files: Packed['files'] }>)
  if (archive === undefined) throw new Error('npm pack made nothing')
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', join(place, archive.filename))
  return {
    files: archive.files,
    folder,
    program: join(folder, 'node_modules/.bin/pixverse-balance-gate'),
    remove: () => {
      rmSync(place, { recursive: true, force: true })
    },
  }
}

function npm(cwd: string, ...args: string[]): string {
  const cli = process.env['npm_execpath']
  const [command, first] = cli === undefined ? ['npm', []] : [process.execPath, [cli]]
  return execFileSync(command, [...first, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}

export interface Ended {
  readonly exitCode: number | string
  readonly stdout: string
  readonly stderr: string
}

export interface Call {
  readonly args?: readonly string[]
  /** Of the environment; the key of the sandbox unless given, none when empty. */
  readonly key?: string
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Called when it has started, with a function that sends it a signal. */
  readonly started?: (kill: (signal: NodeJS.Signals) => void) => void
}

/** Runs the program with nothing of this environment but a PATH that has Node. */
export function run(packed: Packed, { args = [], key = KEY, env = {}, cwd, started }: Call): Promise<Ended> {
  const windows = process.platform === 'win32'
  const cli = join(packed.folder, 'node_modules/pixverse-balance-gate/dist/cli.js')
  const [command, first] = windows ? [process.execPath, [cli]] : [packed.program, []]
  return ended(command, [...first, ...args], {
    cwd: cwd ?? packed.folder,
    env: { ...stranger(packed), ...(key === '' ? {} : { PIXVERSE_API_KEY: key }), ...env },
    started,
  })
}

/** The environment of somebody who has Node and nothing else. */
export function stranger({ folder }: Packed): Record<string, string> {
  const PATH = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter)
  return { PATH, HOME: folder, ...(process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {}) }
}

export function ended(
  command: string,
  args: readonly string[],
  {
    cwd,
    env,
    started,
  }: {
    readonly cwd: string
    readonly env: Record<string, string>
    readonly started?: Call['started']
  },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      resolve({ exitCode: code ?? String(signal), stdout, stderr })
    })
    started?.((signal) => child.kill(signal))
  })
}

/** Runs it against a PixVerse that gives the answer. */
export async function commandAgainst(
  packed: Packed,
  answer: unknown,
  { args = [], ...call }: Call = {},
  { status = 200 } = {},
): Promise<Ended & { readonly requests: number }> {
  const server = await startPixVerse({ answer: () => answer, status })
  try {
    const defaults = [
      ['--base-url', server.url],
      ['--retries', '0'],
      ['--timeout', '5'],
    ].filter(([flag]) => !args.some((arg) => arg.split('=')[0] === flag))
    const end = await run(packed, { ...call, args: [...defaults.flat(), ...args] })
    return { ...end, requests: server.requests.length }
  } finally {
    await server.close()
  }
}
