import { createRequire } from 'node:module'
import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { balance, KEY, startPixVerse } from '../../sandbox/pixverse.mjs'
import { runAction } from '../../sandbox/runner.mjs'

export { balance, KEY }

/** The Node of the runner, whatever Node runs the tests. */
export const NODE_24 = process.version.startsWith('v24.')
  ? process.execPath
  : createRequire(import.meta.url).resolve('node/bin/node')

const CLOCK = new URL('../../sandbox/clock.mjs', import.meta.url).href

export interface Run {
  readonly exitCode: number | string
  /** Standard output and standard error. */
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly state: string
  readonly milliseconds: number
}

export interface Setup {
  readonly inputs?: Readonly<Record<string, string>>
  readonly event?: { readonly name: string; readonly payload?: unknown }
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  readonly args?: readonly string[]
  /** What the clock says at the start, as an ISO date. */
  readonly now?: string
}

/** Runs dist/index.js as the runner does. The key is that of the sandbox, and one attempt is made, unless told. */
export async function runGate({ inputs, now, args = [], env, ...rest }: Setup): Promise<Run> {
  const given = { 'api-key': KEY, retries: '0', timeout: '5', ...inputs }
  const clock = now === undefined ? [] : ['--import', CLOCK]
  return runAction({
    ...rest,
    inputs: given,
    node: NODE_24,
    args: [...clock, ...args],
    env: { ...env, SANDBOX_NOW: now },
  })
}

export interface Request {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** Runs the gate: the bundle, or its source. */
export type Engine = (setup: Setup) => Promise<Run>

/** Runs the gate against a PixVerse that gives the answers; gives back what the server saw, too. */
export async function gateAgainst(
  answer: unknown,
  { inputs, ...rest }: Setup = {},
  { status = 200, engine = runGate } = {},
): Promise<Run & { readonly requests: readonly Request[] }> {
  const give = typeof answer === 'function' ? (answer as (nth: number) => unknown) : () => answer
  const server = await startPixVerse({ answer: give, status })
  try {
    const run = await engine({ ...rest, inputs: { 'base-url': server.url, minimum: '480', ...inputs } })
    return { ...run, requests: server.requests as Request[] }
  } finally {
    await server.close()
  }
}

/** A server that speaks raw bytes: `talk` gets every connection once its request has arrived. */
export async function startRaw(
  talk: (socket: Socket, nth: number) => void,
): Promise<{ url: string; connections: () => number; close: () => Promise<void> }> {
  let connections = 0
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    const nth = ++connections
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('data', () => {
      talk(socket, nth)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => {
          resolve()
        })
      }),
  }
}

/** The bytes of an HTTP answer. */
export function http(body: string, { status = '200 OK', headers = '' } = {}): string {
  return `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`
}

/** What a log shows of the key once the runner has taken the command that masks it. */
export function withoutMask(log: string): string {
  return log.replace(`::add-mask::${KEY}\n`, '')
}

/** The annotations of a log: what follows `::error`, `::warning` and `::notice`. */
export function annotations(log: string): string[] {
  return log.split('\n').filter((line) => /^::(error|warning|notice)/.test(line))
}

/** The message of the one annotation, with its lines as they are shown. */
export function annotation(log: string): string {
  const [first = '', ...more] = annotations(log)
  if (first === '' || more.length > 0) throw new Error(`not one annotation:\n${log}`)
  return first.replaceAll('%0A', '\n').replaceAll('%25', '%')
}
