import { createServer as createTlsServer } from 'node:https'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { generate } from 'selfsigned'
import { annotations, balance, gateAgainst, http, KEY, type Run, runGate, startRaw } from '../support/gate.js'

const GOOD = balance(1_069_020, 3_630)
const GOOD_BYTES = http(JSON.stringify(GOOD))

/** Runs the gate against a server that answers with these bytes and then does `after` with the connection. */
async function against(
  bytes: string | Buffer,
  after: 'end' | 'reset' | 'nothing' = 'end',
  timeout = '5',
): Promise<Run> {
  const server = await startRaw((socket) => {
    if (after === 'end') socket.end(bytes)
    else socket.write(bytes, () => after === 'reset' && socket.resetAndDestroy())
  })
  try {
    return await runGate({ inputs: { 'base-url': server.url, minimum: '480', timeout } })
  } finally {
    await server.close()
  }
}

function expectNoPass(run: Run, says?: string | RegExp): void {
  expect(run.exitCode).toBe(1)
  expect(run.outputs).toMatchObject({ sufficient: 'false', total: '' })
  expect(annotations(run.log)).toHaveLength(1)
  expect(run.log).toMatch(/^::error title=/m)
  if (says !== undefined) expect(run.log).toMatch(says)
}

test('the answer of these tests is a good one when nothing happens to it', async () => {
  const { exitCode, outputs } = await against(GOOD_BYTES)
  expect([exitCode, outputs['verdict']]).toEqual([0, 'ok'])
})

describe('a gate never passes', () => {
  test.each([
    ['nothing at all', '', /was cut|socket hang up/],
    ['bytes that are not HTTP', 'SSH-2.0-OpenSSH_9.9\r\n\r\n', /exchange with PixVerse failed/],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7919) % 256)),
      /exchange with PixVerse failed/,
    ],
    ['a 204', http('', { status: '204 No Content' }), /HTTP 204/],
    ['an empty 200', http(''), /is not JSON/],
    ['HTML', http('<!doctype html><title>Maintenance</title>'), /is a web page/],
    ['JSON null', http('null'), /not an object/],
    [
      'strings for numbers',
      http('{"ErrCode":0,"ErrMsg":"","Resp":{"credit_monthly":"9999","credit_package":"9999"}}'),
      /no number in credit_monthly/,
    ],
    ['1e999', http('{"ErrCode":0,"ErrMsg":"","Resp":{"credit_monthly":1e999,"credit_package":1}}'), /not finite/],
    ['no ErrCode', http('{"Resp":{"credit_monthly":9999,"credit_package":9999}}'), /no ErrCode/],
    ['ErrCode null', http('{"ErrCode":null,"Resp":{"credit_monthly":9999,"credit_package":9999}}'), /not one number/],
    ['ErrCode false', http('{"ErrCode":false,"Resp":{"credit_monthly":9999,"credit_package":9999}}'), /not one number/],
    ['ErrCode "0"', http('{"ErrCode":"0","Resp":{"credit_monthly":9999,"credit_package":9999}}'), /not one number/],
    ['Resp null', http('{"ErrCode":0,"ErrMsg":"","Resp":null}'), /has no Resp/],
    ['404 with a perfect body', GOOD_BYTES.replace('200 OK', '404 Not Found'), /HTTP 404/],
    ['500 with a perfect body', GOOD_BYTES.replace('200 OK', '500 Oops'), /HTTP 500/],
    ['201 with a perfect body', GOOD_BYTES.replace('200 OK', '201 Created'), /HTTP 201/],
    ['a redirect', http('', { status: '302 Found', headers: 'location: /elsewhere\r\n' }), /redirect \(HTTP 302\)/],
    [
      'a redirect with a perfect body',
      GOOD_BYTES.replace('200 OK', '301 Moved').replace('\r\n\r\n', '\r\nlocation: http://127.0.0.1/\r\n\r\n'),
      /redirect \(HTTP 301\)/,
    ],
    [
      'a compressed body that nobody asked for',
      http('\u001f\u008b\u0008', { headers: 'content-encoding: gzip\r\n' }),
      /is not JSON/,
    ],
    [
      'a body in chunks that never ends',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"Err',
      /cut|aborted/,
    ],
    ['a body longer than it says', GOOD_BYTES.replace(/content-length: \d+/, 'content-length: 20'), /is not JSON/],
    ['a body shorter than it says', GOOD_BYTES.replace(/content-length: \d+/, 'content-length: 2000'), /cut|aborted/],
    [
      'two lengths',
      GOOD_BYTES.replace('content-type: application/json', 'content-length: 3'),
      /exchange with PixVerse failed/,
    ],
  ])('on %s', async (_, bytes, says) => {
    expectNoPass(await against(bytes), says)
  })

  test('on a connection that is reset, in the head or in the body', async () => {
    expectNoPass(await against('', 'reset'))
    expectNoPass(await against(GOOD_BYTES.slice(0, -5), 'reset'))
  })

  test('on an answer that switches protocols, which the client never hands over', async () => {
    const answer = 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'
    expectNoPass(await against(`${answer}${GOOD_BYTES}`, 'end', '1'), /no complete answer within 1 s/)
  })

  test('on an answer that stalls', async () => {
    expectNoPass(await against(GOOD_BYTES.slice(0, -1), 'nothing', '1'), /no complete answer within 1 s/)
  })

  test('on an answer that floods', async () => {
    expectNoPass(await against(http('x'.repeat(3_000_000)), 'end'), /larger than 64 KiB/)
  })

  test('on a connection that is refused', async () => {
    const server = await startRaw(() => undefined)
    await server.close()
    expectNoPass(await runGate({ inputs: { 'base-url': server.url, minimum: '1' } }), /refused/)
  })

  test('on a name that does not resolve', async () => {
    expectNoPass(
      await runGate({ inputs: { 'base-url': 'https://pixverse.invalid', minimum: '1' } }),
      /does not resolve/,
    )
  })

  test('on a proxy that is dead', async () => {
    const server = await startRaw(() => undefined)
    await server.close()
    const run = await runGate({ inputs: { minimum: '1' }, env: { https_proxy: server.url } })
    expectNoPass(run, /refused|tunneling socket/)
  })

  test('on a proxy with a password, without showing it, or what is deprecated in the way it is sent', async () => {
    const server = await startRaw((socket) => socket.end('HTTP/1.1 407 x\r\n\r\n'))
    const https_proxy = server.url.replace('//', '//user:pass-word@')
    const run = await runGate({ inputs: { minimum: '1' }, env: { https_proxy } })
    await server.close()
    expectNoPass(run, /The proxy made no connection to PixVerse/)
    expect(run.log).not.toMatch(/pass-word|Deprecat/)
  })

  test('on a proxy that refuses, and tells it no key', async () => {
    let seen = ''
    const server = await startRaw((socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'))
    const listening = await startRaw((socket) => {
      socket.on('data', (data) => (seen += data.toString()))
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
    expectNoPass(
      await runGate({ inputs: { minimum: '1' }, env: { https_proxy: server.url } }),
      /The proxy made no connection to PixVerse.*407/,
    )
    expectNoPass(await runGate({ inputs: { minimum: '1' }, env: { https_proxy: listening.url } }), /403/)
    expect(seen).not.toContain(KEY)
    await server.close()
    await listening.close()
  })
})

describe('a connection that is cut', () => {
  /** Runs the gate once for every offset, a few at a time. */
  async function cutEverywhere(length: number, run: (offset: number) => Promise<Run>): Promise<(number | string)[]> {
    const codes: (number | string)[] = []
    let next = 0
    const worker = async (): Promise<void> => {
      for (let offset = next++; offset < length; offset = next++) codes.push((await run(offset)).exitCode)
    }
    await Promise.all(Array.from({ length: 4 }, worker))
    return codes
  }

  test('at every byte of the answer never once lets the step pass', async () => {
    const codes = await cutEverywhere(GOOD_BYTES.length, async (offset) => against(GOOD_BYTES.slice(0, offset)))
    expect(codes).toHaveLength(GOOD_BYTES.length)
    expect(new Set(codes)).toEqual(new Set([1]))
  }, 120_000)

  const folder = mkdtempSync(join(tmpdir(), 'pixverse-tls-'))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  /** A certificate for localhost that nobody vouches for, also left in a file. */
  async function certificate(): Promise<{ key: string; cert: string }> {
    const extensions = [{ name: 'subjectAltName' as const, altNames: [{ type: 2 as const, value: 'localhost' }] }]
    const made = await generate([{ name: 'commonName', value: 'localhost' }], { extensions })
    writeFileSync(join(folder, 'cert.pem'), made.cert)
    return { key: made.private, cert: made.cert }
  }

  test('at every byte over TLS never once lets the step pass', async () => {
    // The first answer is whole; every further one is cut a byte later than the one before.
    let answers = 0
    const server = createTlsServer(await certificate(), ({ socket }) => {
      const offset = answers++ === 0 ? GOOD_BYTES.length : answers - 2
      socket.end(GOOD_BYTES.slice(0, offset))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const run = async (): Promise<Run> =>
      runGate({
        inputs: { 'base-url': `https://localhost:${port}`, minimum: '480' },
        env: { NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') },
      })
    expect((await run()).exitCode).toBe(0)
    const codes = await cutEverywhere(GOOD_BYTES.length, run)
    server.closeAllConnections()
    server.close()
    expect(answers).toBe(GOOD_BYTES.length + 1)
    expect(new Set(codes)).toEqual(new Set([1]))
  }, 240_000)

  test('over TLS with a certificate that nobody vouches for lets nothing pass, and sends no key', async () => {
    const server = createTlsServer(await certificate())
    let requests = 0
    server.on('request', () => requests++)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    expectNoPass(
      await runGate({
        inputs: { 'base-url': `https://localhost:${port}`, minimum: '480' },
        env: { NODE_EXTRA_CA_CERTS: undefined },
      }),
      /self-signed certificate/,
    )
    server.close()
    expect(requests).toBe(0)
  })
})

describe('a process', () => {
  /** Code that runs before the bundle, in its process. */
  const before = (code: string): string[] => ['--import', `data:text/javascript,${encodeURIComponent(code)}`]

  test('that runs out of things to do ends with 1, and says so', async () => {
    const code = `import http from 'node:http'
      import { EventEmitter } from 'node:events'
      http.request = () => Object.assign(new EventEmitter(), { setTimeout() {}, end() {}, destroy() {} })
      globalThis.setTimeout = () => ({ unref() {} })`
    const { exitCode, log, outputs } = await gateAgainst(GOOD, { args: before(code) })
    expect([exitCode, outputs]).toEqual([1, {}])
    expect(annotations(log)).toEqual([
      '::error title=PixVerse gate has no verdict::The gate ended without a verdict, so the step fails: `nothing was left to wait for`. Run the job again; if it happens again, report it with the debug log.',
    ])
  })

  test.each([
    ['an exception that nobody catches', `setTimeout(() => { throw new Error('boom ##[add-mask]${KEY}') }, 30)`],
    ['a promise that nobody awaits', `setTimeout(() => { Promise.reject(new Error('boom')) }, 30)`],
    ['something thrown that is no error', `setTimeout(() => { throw null }, 30)`],
  ])('with %s ends with 1, in one line', async (_, code) => {
    const server = await startRaw(() => undefined)
    const { exitCode, log } = await runGate({ inputs: { 'base-url': server.url, minimum: '1' }, args: before(code) })
    await server.close()
    expect(exitCode).toBe(1)
    expect(annotations(log)).toHaveLength(1)
    expect(log).toMatch(/ended without a verdict, so the step fails: /)
    expect(log).not.toMatch(/^\s+at /m)
    expect(log.split(KEY)).toHaveLength(2)
  })

  test('shows where it happened when debug is on, but no key', async () => {
    const server = await startRaw(() => undefined)
    const code = `setTimeout(() => { throw new Error('boom') }, 30)`
    const env = { RUNNER_DEBUG: '1' }
    const { log } = await runGate({ inputs: { 'base-url': server.url, minimum: '1' }, args: before(code), env })
    await server.close()
    expect(log).toMatch(/Error: boom at /)
  })

  test('keeps its verdict when something else fails after it', async () => {
    const code = `process.on('newListener', () => {}); const timer = setInterval(() => { if (process.exitCode === 0) { clearInterval(timer); throw new Error('late') } }, 1)`
    const { exitCode, log } = await gateAgainst(GOOD, { args: before(code) })
    expect([exitCode, annotations(log)]).toEqual([0, []])
  })

  test.each([
    ['keep-alive', 'connection: keep-alive\r\nkeep-alive: timeout=60\r\n'],
    ['close', 'connection: close\r\n'],
  ])('ends soon after the answer with %s, though the server leaves the connection open', async (_, headers) => {
    let answered = NaN
    const server = await startRaw((socket) => {
      socket.write(http(JSON.stringify(GOOD), { headers }), () => (answered = performance.now()))
    })
    const { exitCode } = await runGate({ inputs: { 'base-url': server.url, minimum: '480' } })
    const late = performance.now() - answered
    await server.close()
    expect(exitCode).toBe(0)
    // 100 ms are promised; a machine under load gets some more.
    expect(late).toBeLessThan(300)
  })

  test('ends although something keeps it busy', async () => {
    const { exitCode, milliseconds } = await gateAgainst(GOOD, { args: before('setInterval(() => {}, 1000)') })
    expect(exitCode).toBe(0)
    expect(milliseconds).toBeLessThan(3000)
  })
})
