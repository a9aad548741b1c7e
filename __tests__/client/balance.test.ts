import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { startPixVerse } from '../../sandbox/pixverse.mjs'
import type { Reading } from '../../src/budget/verdict.js'
import { readBalance } from '../../src/pixverse/balance.js'
import { balance, http, KEY, type Request, startRaw } from '../support/gate.js'

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const GOOD = balance(10, 5)
const BUSY = { ErrCode: 500069, ErrMsg: 'system busy', Resp: null }

beforeEach(() => {
  // No pause between attempts, unless the server asks for one.
  jest.spyOn(Math, 'random').mockReturnValue(0)
})
afterEach(() => {
  jest.restoreAllMocks()
})

async function read(url: string, { timeout = 5, retries = 3 } = {}): Promise<Reading> {
  return readBalance({ apiKey: KEY, baseUrl: new URL(`${url}/`), timeout, retries })
}

/** Reads from a server that gives these answers in turn, the last one again and again. */
async function readFrom(
  answers: readonly { body?: unknown; status?: number; headers?: Record<string, string> }[],
  options: { timeout?: number; retries?: number } = {},
): Promise<{ reading: Reading; requests: readonly Request[]; milliseconds: number }> {
  const requests: Request[] = []
  const server = createServer((request, response) => {
    const { body = GOOD, status = 200, headers = {} } = answers[Math.min(requests.length, answers.length - 1)] ?? {}
    requests.push(request as unknown as Request)
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const started = performance.now()
  const reading = await read(`http://127.0.0.1:${port}`, options)
  const milliseconds = performance.now() - started
  server.closeAllConnections()
  server.close()
  return { reading, requests, milliseconds }
}

describe('one read', () => {
  test('is one GET with the key and a trace id', async () => {
    const { reading, requests } = await readFrom([{}])
    expect(requests).toHaveLength(1)
    const [{ method, url, headers }] = requests as [Request]
    expect([method, url]).toEqual(['GET', '/openapi/v2/account/balance'])
    expect(headers['api-key']).toBe(KEY)
    expect(headers['ai-trace-id']).toMatch(UUID_V4)
    expect(reading).toEqual({
      kind: 'balance',
      balance: { monthly: 10, package: 5, total: 15 },
      traceId: headers['ai-trace-id'],
    })
  })

  test('keeps the path of the base address', async () => {
    const server = await startPixVerse({ answer: () => GOOD })
    await read(`${server.url}/mirror`, { retries: 0 })
    await server.close()
    expect((server.requests as Request[])[0]?.url).toBe('/mirror/openapi/v2/account/balance')
  })
})

describe('another attempt', () => {
  test.each([
    ['HTTP 408', { status: 408 }],
    ['HTTP 425', { status: 425 }],
    ['HTTP 429', { status: 429 }],
    ['HTTP 500', { status: 500 }],
    ['HTTP 503 with a perfect body', { status: 503, body: GOOD }],
    ['HTTP 599', { status: 599 }],
    ['ErrCode 500069', { body: BUSY }],
    ['ErrCode 500100', { body: { ...BUSY, ErrCode: 500100 } }],
    ['ErrCode 99999', { body: { ...BUSY, ErrCode: 99999 } }],
    ['the lower-case envelope', { status: 500, body: { err_code: 500069, err_msg: 'busy' } }],
  ])('is made after %s, with a trace id of its own', async (_, first) => {
    const { reading, requests } = await readFrom([first, first, {}])
    expect(reading.kind).toBe('balance')
    const ids = requests.map(({ headers }) => headers['ai-trace-id'] ?? '')
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(3)
    for (const id of ids) expect(id).toMatch(UUID_V4)
    expect(reading.traceId).toBe(ids[2])
  })

  test.each([
    ['error', { status: 401 }],
    ['error', { status: 403, body: '<h1>Forbidden' }],
    ['error', { body: { ErrCode: 400012, ErrMsg: 'invalid account', Resp: null } }],
    ['error', { body: { ErrCode: 500020, ErrMsg: '', Resp: null } }],
    ['error', { body: { ErrCode: 1234, ErrMsg: 'Invalid API-KEY', Resp: null } }],
    ['error', { status: 500, body: { ErrCode: 99999, ErrMsg: 'your api key is gone', Resp: null } }],
    ['unknown', { status: 201 }],
    ['unknown', { status: 204, body: '' }],
    ['unknown', { status: 206 }],
    ['unknown', { status: 302, headers: { location: 'http://localhost/' } }],
    ['unknown', { status: 304, body: '' }],
    ['unknown', { status: 404 }],
    ['unknown', { status: 418 }],
    ['unknown', { body: { ErrCode: 400017, ErrMsg: 'invalid param', Resp: null } }],
    ['unknown', { body: { ErrCode: 500090, ErrMsg: 'insufficient', Resp: null } }],
    ['unknown', { body: { ErrCode: 777, ErrMsg: '', Resp: null } }],
    ['unknown', { body: '<html>' }],
    ['unknown', { body: '' }],
    ['unknown', { body: { ...GOOD, Resp: null } }],
  ])('is not made after an %s of %j', async (kind, answer) => {
    const { reading, requests } = await readFrom([answer])
    expect(reading.kind).toBe(kind)
    expect(requests).toHaveLength(1)
    expect(reading.traceId).toBe(requests[0]?.headers['ai-trace-id'])
  })

  test('is made as often as retries says, and no more', async () => {
    for (const retries of [0, 1, 4]) {
      const { reading, requests } = await readFrom([{ body: BUSY }], { retries })
      expect(reading.kind).toBe('unknown')
      expect(requests).toHaveLength(retries + 1)
    }
  })

  test.each([
    ['is cut in the head', 'HTTP/1.1 200 OK\r\ncontent-le'],
    ['is cut in the body', http(JSON.stringify(GOOD)).slice(0, -9)],
    ['is no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['is nothing', ''],
  ])('is made when an answer %s', async (_, bytes) => {
    const server = await startRaw((socket, nth) => {
      socket.end(nth === 1 ? bytes : http(JSON.stringify(GOOD)))
    })
    const reading = await read(server.url)
    await server.close()
    expect([reading.kind, server.connections()]).toEqual(['balance', 2])
  })

  test.each([
    ['never comes', ''],
    ['switches protocols', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
    ['stalls in the body', http(JSON.stringify(GOOD)).slice(0, -9)],
  ])('is made when an answer %s, within half of the time that is left', async (_, bytes) => {
    const server = await startRaw((socket, nth) => {
      if (nth > 1) socket.end(http(JSON.stringify(GOOD)))
      else if (bytes !== '') socket.write(bytes)
    })
    const started = performance.now()
    const reading = await read(server.url, { timeout: 2 })
    await server.close()
    expect(reading.kind).toBe('balance')
    expect(performance.now() - started).toBeLessThan(1500)
  })

  test('is made when the connection is refused', async () => {
    const { close, url } = await startRaw(() => undefined)
    await close()
    const reading = await read(url, { retries: 1 })
    expect(reading).toMatchObject({
      kind: 'unknown',
      troubles: [{ happened: 'The connection to PixVerse was refused.' }],
    })
  })
})

describe('the pause before another attempt', () => {
  test('is anything up to a bound that doubles', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.2)
    const { requests, milliseconds } = await readFrom([{ body: BUSY }, { body: BUSY }, {}])
    expect(requests).toHaveLength(3)
    // 0.2 * 500 + 0.2 * 1000
    expect(milliseconds).toBeGreaterThan(290)
    expect(milliseconds).toBeLessThan(700)
  })

  test.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 2000).toUTCString()],
  ])('is what the server asks for in %s', async (_, header) => {
    const { reading, milliseconds } = await readFrom([{ status: 429, headers: { 'retry-after': header() } }, {}])
    expect(reading.kind).toBe('balance')
    expect(milliseconds).toBeGreaterThan(900)
    expect(milliseconds).toBeLessThan(2500)
  })

  test.each(['0', '-5', 'soon', '60 s', 'x 60', 'Thu, 01 Jan 1970 00:00:00 GMT', ''])(
    'is the own one when the server asks for %j',
    async (header) => {
      const { reading, milliseconds } = await readFrom([{ status: 503, headers: { 'retry-after': header } }, {}])
      expect(reading.kind).toBe('balance')
      expect(milliseconds).toBeLessThan(500)
    },
  )

  test.each(['60', '999999999999999999999'])(
    'ends the attempts when the server asks for %s seconds, more than there is time',
    async (header) => {
      const { reading, requests, milliseconds } = await readFrom([
        { status: 429, headers: { 'retry-after': header } },
        {},
      ])
      expect(reading).toMatchObject({
        kind: 'unknown',
        troubles: [{ happened: 'PixVerse answered HTTP 429 instead of a balance.' }],
      })
      expect(requests).toHaveLength(1)
      expect(milliseconds).toBeLessThan(500)
    },
  )
})

describe('the deadline', () => {
  test.each([
    [
      'drips its head',
      (write: (text: string) => void) =>
        setInterval(() => {
          write('x-a: 1\r\n')
        }, 20),
      'HTTP/1.1 200 OK\r\n',
    ],
    [
      'drips its body',
      (write: (text: string) => void) =>
        setInterval(() => {
          write(' ')
        }, 20),
      http(JSON.stringify(GOOD)).slice(0, -60),
    ],
    ['says nothing', () => undefined, ''],
  ])('holds against a server that %s', async (_, drip, beginning) => {
    let timer: NodeJS.Timeout | undefined
    const server = await startRaw((socket) => {
      socket.write(beginning)
      timer = drip((text) => socket.write(text))
    })
    const started = performance.now()
    const reading = await read(server.url, { timeout: 1, retries: 0 })
    const milliseconds = performance.now() - started
    clearInterval(timer)
    await server.close()
    expect(reading).toMatchObject({
      kind: 'unknown',
      troubles: [{ happened: 'PixVerse gave no complete answer within 1 s.' }],
    })
    expect(milliseconds).toBeGreaterThan(900)
    expect(milliseconds).toBeLessThan(1400)
  })

  test('holds for all attempts together', async () => {
    const server = await startRaw(() => undefined)
    const started = performance.now()
    await read(server.url, { timeout: 1, retries: 10 })
    expect(performance.now() - started).toBeLessThan(1400)
    await server.close()
  })
})

describe('the body', () => {
  test('may have 64 KiB, and not a byte more', async () => {
    const fill = (size: number): string => `${JSON.stringify(GOOD).slice(0, -1)},"x":"${'y'.repeat(size)}"}`
    const frame = fill(0).length
    expect((await readFrom([{ body: fill(65_536 - frame) }])).reading.kind).toBe('balance')
    const { reading, requests } = await readFrom([{ body: fill(65_537 - frame) }])
    expect(requests).toHaveLength(1)
    expect(reading).toMatchObject({
      kind: 'unknown',
      troubles: [{ happened: 'The answer from PixVerse is larger than 64 KiB.' }],
    })
  })

  test('is not read on when it is too large', async () => {
    let sent = 0
    const server = createServer((_, response) => {
      response.on('error', () => undefined)
      const timer = setInterval(() => {
        if (response.destroyed) clearInterval(timer)
        else response.write(Buffer.alloc(32_768), () => (sent += 32_768))
      }, 1)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { reading } = { reading: await read(`http://127.0.0.1:${(server.address() as { port: number }).port}`) }
    server.closeAllConnections()
    server.close()
    expect(reading.kind).toBe('unknown')
    expect(sent).toBeLessThan(2_000_000)
  })
})
