import { createServer, type IncomingHttpHeaders } from 'node:http'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { listen } from '../../sandbox/listen.mjs'
import { readBalance } from '../../src/pixverse/balance.js'
import { safe, sanitiser } from '../../src/safe-text.js'
import type { BalanceRead } from '../../src/verdict/verdict.js'
import { balance, http, KEY, startRaw } from '../support/gate.js'

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const GOOD = balance(10, 5)
const GOOD_BYTES = http(JSON.stringify(GOOD))
const BUSY = { ErrCode: 500069, ErrMsg: 'system busy', Resp: null }

beforeEach(() => {
  // No pause between attempts, unless the server asks for one.
  jest.spyOn(Math, 'random').mockReturnValue(0)
})
afterEach(() => {
  jest.restoreAllMocks()
})

interface Options {
  /** Seconds. */
  readonly timeout?: number
  readonly retries?: number
  readonly path?: string
}

async function read(url: string, { timeout = 5, retries = 3, path = '/' }: Options = {}): Promise<BalanceRead> {
  return readBalance({ apiKey: KEY, baseUrl: new URL(path, url), timeout, retries, sanitise: sanitiser(KEY) })
}

interface Answer {
  readonly body?: unknown
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

interface Seen {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingHttpHeaders
}

interface Exchange {
  readonly found: BalanceRead
  readonly requests: readonly Seen[]
  readonly milliseconds: number
}

/** Reads from a server that gives these answers in turn, the last one again and again. */
async function readFrom(answers: readonly Answer[], options: Options = {}): Promise<Exchange> {
  const requests: Seen[] = []
  const server = createServer(({ method, url, headers: sent }, response) => {
    const { body = GOOD, status = 200, headers = {} } = answers[Math.min(requests.length, answers.length - 1)] ?? {}
    requests.push({ method, url, headers: sent })
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  const { url, close } = await listen(server)
  const started = performance.now()
  const found = await read(url, options)
  const milliseconds = performance.now() - started
  await close()
  return { found, requests, milliseconds }
}

/** The message of the one fault of a read that found no balance. */
function messageOf(found: BalanceRead): unknown {
  return 'faults' in found ? [found.faults.count, found.faults.kept[0].message] : undefined
}

/** How long (ms) something takes. */
async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await run()
  return performance.now() - started
}

describe('one read of the balance', () => {
  test('is one GET with the key and a trace id', async () => {
    const { found, requests } = await readFrom([{}])
    expect(requests).toHaveLength(1)
    const [{ method, url, headers }] = requests as [Seen]
    expect([method, url]).toEqual(['GET', '/openapi/v2/account/balance'])
    expect(headers['api-key']).toBe(KEY)
    expect(headers['ai-trace-id']).toMatch(UUID_V4)
    expect(headers['user-agent']).toMatch(/^pixverse-balance-action/)
    expect(found).toEqual({
      kind: 'balance',
      balance: { monthly: 10, package: 5, total: 15 },
      traceId: headers['ai-trace-id'],
    })
  })

  test('has a trace id whatever a sanitiser withholds', async () => {
    const ids: unknown[] = []
    const { url, close } = await listen(
      createServer(({ headers }, response) => {
        ids.push(headers['ai-trace-id'])
        response.end(JSON.stringify(GOOD))
      }),
    )
    const sanitise = () => safe`withheld`
    const found = await readBalance({ apiKey: KEY, baseUrl: new URL(url), timeout: 5, retries: 0, sanitise })
    await close()
    expect(ids).toEqual([expect.stringMatching(UUID_V4)])
    expect(found).toMatchObject({ traceId: ids[0] })
  })

  test('keeps the path of the base address', async () => {
    const { requests } = await readFrom([{}], { path: '/mirror/' })
    expect(requests[0]?.url).toBe('/mirror/openapi/v2/account/balance')
  })

  test('follows no redirect, so that the key goes nowhere else', async () => {
    const requests: unknown[] = []
    const elsewhere = await listen(
      createServer(({ url }, response) => {
        requests.push(url)
        response.end(JSON.stringify(GOOD))
      }),
    )
    for (const status of [301, 302, 303, 307, 308]) {
      const { found } = await readFrom([
        { status, headers: { location: `${elsewhere.url}/openapi/v2/account/balance` } },
      ])
      expect(found.kind).toBe('unknown')
      expect(messageOf(found)).toEqual([1, expect.stringContaining(`redirect (HTTP ${status})`)])
    }
    await elsewhere.close()
    expect(requests).toEqual([])
  })
})

describe('another attempt', () => {
  test.each<[string, Answer]>([
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
    const { found, requests } = await readFrom([first, first, {}])
    const ids = requests.map(({ headers }) => String(headers['ai-trace-id']))
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(3)
    for (const id of ids) expect(id).toMatch(UUID_V4)
    expect(found).toMatchObject({ kind: 'balance', traceId: ids[2] })
  })

  test.each<[BalanceRead['kind'], Answer]>([
    ['refused', { status: 401 }],
    ['refused', { status: 403, body: '<h1>Forbidden' }],
    ...[10001, 10002, 10003, 10004, 10005, 400012, 500020].map((ErrCode): [BalanceRead['kind'], Answer] => [
      'refused',
      { body: { ErrCode, ErrMsg: '', Resp: null } },
    ]),
    ['refused', { body: { err_code: 10003, err_msg: 'user not login' } }],
    ['refused', { body: { ErrCode: 1234, ErrMsg: 'Invalid API-KEY', Resp: null } }],
    ['refused', { status: 500, body: { ErrCode: 99999, ErrMsg: 'your api key is gone', Resp: null } }],
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
    ['unknown', { body: '{"ErrCode":1e-400,"Resp":{"credit_monthly":1,"credit_package":1}}' }],
    ['unknown', { body: '{"ErrCode":400012,"ErrCode":0,"Resp":{"credit_monthly":1,"credit_package":1}}' }],
    ['unknown', { body: '<html>' }],
    ['unknown', { body: '' }],
    ['unknown', { body: { ...GOOD, Resp: null } }],
  ])('is not made after what is %s: %j', async (kind, answer) => {
    const { found, requests } = await readFrom([answer])
    expect(requests).toHaveLength(1)
    expect(found).toMatchObject({ kind, traceId: requests[0]?.headers['ai-trace-id'] })
    expect(messageOf(found)).toEqual([1, expect.any(String)])
  })

  test('is made as often as retries says, and no more', async () => {
    for (const retries of [0, 1, 4]) {
      const { found, requests } = await readFrom([{ body: BUSY }], { retries })
      expect(found.kind).toBe('unknown')
      expect(requests).toHaveLength(retries + 1)
    }
  })

  test.each([
    ['is cut in the head', 'HTTP/1.1 200 OK\r\ncontent-le'],
    ['is cut in the body', GOOD_BYTES.slice(0, -9)],
    ['is no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['is nothing', ''],
  ])('is made when an answer %s', async (_, bytes) => {
    const server = await startRaw((socket, nth) => {
      socket.end(nth === 1 ? bytes : GOOD_BYTES)
    })
    const found = await read(server.url)
    await server.close()
    expect([found.kind, server.connections()]).toEqual(['balance', 2])
  })

  test.each([
    ['never comes', ''],
    ['switches protocols', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
    ['stalls in the body', GOOD_BYTES.slice(0, -9)],
  ])('is made when an answer %s, within half of the time that is left', async (_, bytes) => {
    const server = await startRaw((socket, nth) => {
      if (nth > 1) socket.end(GOOD_BYTES)
      else if (bytes !== '') socket.write(bytes)
    })
    let found: BalanceRead | undefined
    const milliseconds = await timed(async () => (found = await read(server.url, { timeout: 2 })))
    await server.close()
    expect(found?.kind).toBe('balance')
    expect(milliseconds).toBeGreaterThan(950)
    expect(milliseconds).toBeLessThan(1500)
  })

  test('is made when the connection is refused', async () => {
    const { close, url } = await startRaw(() => undefined)
    await close()
    const found = await read(url, { retries: 1 })
    expect([found.kind, messageOf(found)]).toEqual(['unknown', [1, 'The connection to PixVerse was refused']])
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

  test('is at most eight seconds', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.02)
    const { requests, milliseconds } = await readFrom([{ body: BUSY }], { retries: 9, timeout: 30 })
    expect(requests).toHaveLength(10)
    // 0.02 * (500 + 1000 + 2000 + 4000 + 5 * 8000); the last two would be 64 and 128 seconds without a bound.
    expect(milliseconds).toBeGreaterThan(940)
    expect(milliseconds).toBeLessThan(1800)
  })

  test('ends the attempts when it is longer than the time that is left', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.99)
    const { found, requests, milliseconds } = await readFrom([{ body: BUSY }], { timeout: 1 })
    expect(requests).toHaveLength(2)
    expect(messageOf(found)).toEqual([1, 'PixVerse answered that its system is under high load (ErrCode 500069)'])
    expect(milliseconds).toBeLessThan(900)
  })

  test.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 2000).toUTCString()],
  ])('is what the server asks for in %s', async (_, header) => {
    const { found, milliseconds } = await readFrom([{ status: 429, headers: { 'retry-after': header() } }, {}])
    expect(found.kind).toBe('balance')
    expect(milliseconds).toBeGreaterThan(900)
    expect(milliseconds).toBeLessThan(2500)
  })

  test.each(['0', '-5', '1.5', 'soon', '60 s', 'x 60', 'Thu, 01 Jan 1970 00:00:00 GMT', ''])(
    'is our own when the server asks for %j',
    async (header) => {
      const { found, milliseconds } = await readFrom([{ status: 503, headers: { 'retry-after': header } }, {}])
      expect(found.kind).toBe('balance')
      expect(milliseconds).toBeLessThan(500)
    },
  )

  test.each(['60', '999999999999999999999', 'Fri, 31 Dec 2100 23:59:59 GMT'])(
    'ends the attempts when the server asks for %s, more than there is time',
    async (header) => {
      const { found, requests, milliseconds } = await readFrom([
        { status: 429, headers: { 'retry-after': header } },
        {},
      ])
      expect([found.kind, messageOf(found)]).toEqual([
        'unknown',
        [1, 'PixVerse answered HTTP 429 instead of a balance'],
      ])
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
      GOOD_BYTES.slice(0, -60),
    ],
    ['says nothing', () => undefined, ''],
  ])('holds against a server that %s', async (_, drip, beginning) => {
    let timer: NodeJS.Timeout | undefined
    const server = await startRaw((socket) => {
      socket.write(beginning)
      timer = drip((text) => socket.write(text))
    })
    let found: BalanceRead | undefined
    const milliseconds = await timed(async () => (found = await read(server.url, { timeout: 1, retries: 0 })))
    clearInterval(timer)
    await server.close()
    expect(found).toMatchObject({
      kind: 'unknown',
      faults: { count: 1, kept: [{ message: 'PixVerse gave no complete answer within 1 s' }] },
    })
    expect(milliseconds).toBeGreaterThan(900)
    expect(milliseconds).toBeLessThan(1400)
  })

  test('holds for all attempts together', async () => {
    const server = await startRaw(() => undefined)
    expect(await timed(async () => read(server.url, { timeout: 1, retries: 10 }))).toBeLessThan(1400)
    await server.close()
  })

  test('leaves no connection open', async () => {
    let closed = false
    const server = await startRaw((socket) => socket.once('close', () => (closed = true)))
    await read(server.url, { timeout: 1, retries: 0 })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(closed).toBe(true)
    await server.close()
  })
})

describe('the body of an answer', () => {
  test('may have 64 KiB, and not a byte more', async () => {
    const fill = (size: number): string => `${JSON.stringify(GOOD).slice(0, -1)},"x":"${'y'.repeat(size)}"}`
    const frame = fill(0).length
    expect((await readFrom([{ body: fill(65_536 - frame) }])).found.kind).toBe('balance')
    const { found, requests } = await readFrom([{ body: fill(65_537 - frame) }])
    expect(requests).toHaveLength(1)
    expect([found.kind, messageOf(found)]).toEqual(['unknown', [1, 'The answer from PixVerse is larger than 64 KiB']])
  })

  test('may come in pieces that break a character', async () => {
    const body = Buffer.from(JSON.stringify({ ...GOOD, ErrMsg: 'gelungen für 映画' }))
    const server = await startRaw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n`)
      for (const byte of body) socket.write(Uint8Array.of(byte))
    })
    expect((await read(server.url)).kind).toBe('balance')
    await server.close()
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
    const { url, close } = await listen(server)
    const found = await read(url)
    await close()
    expect(found.kind).toBe('unknown')
    expect(sent).toBeLessThan(2_000_000)
  })
})

describe('the key is not shown', () => {
  test.each<[string, Answer]>([
    ['in a message', { body: { ErrCode: 400012, ErrMsg: `Invalid API-KEY: ${KEY}`, Resp: null } }],
    ['in a part of a message', { body: { ErrCode: 1, ErrMsg: `unknown key ${KEY.slice(0, 12)}...`, Resp: null } }],
    ['in base64', { body: { ErrCode: 1, ErrMsg: Buffer.from(KEY).toString('base64'), Resp: null } }],
    ['behind fillers', { body: { ErrCode: 1, ErrMsg: KEY.split('').join('\u3164'), Resp: null } }],
    ['with commands around it', { body: { ErrCode: 1, ErrMsg: `x\n::error::${KEY}\n##[error]${KEY}`, Resp: null } }],
    ['as a code', { body: { ErrCode: KEY, ErrMsg: KEY, Resp: { credit_monthly: KEY } } }],
    ['as HTML', { body: `<h1>${KEY}</h1>` }],
    ['as text', { body: KEY }],
    ['in a redirect', { status: 302, headers: { location: `http://x/${KEY}` } }],
  ])('when PixVerse echoes it %s', async (_, answer) => {
    const { found } = await readFrom([answer])
    const forms = [KEY, KEY.slice(0, 12), Buffer.from(KEY).toString('base64')]
    expect(forms.filter((form) => JSON.stringify(found).includes(form))).toEqual([])
  })

  test.each(['HTTP/1.1 500 {}\r\n\r\n', '{}\r\n\r\n', 'HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n'])(
    'when it stands in %j',
    async (bytes) => {
      const server = await startRaw((socket) => socket.end(bytes.replace('{}', KEY)))
      const found = await read(server.url, { retries: 0 })
      await server.close()
      expect(found.kind).toBe('unknown')
      expect(JSON.stringify(found)).not.toContain(KEY)
    },
  )
})

describe('a proxy', () => {
  const before = process.env['https_proxy']
  afterEach(() => {
    if (before === undefined) delete process.env['https_proxy']
    else process.env['https_proxy'] = before
  })
  const byProxy = async (proxy: string): Promise<BalanceRead> => {
    process.env['https_proxy'] = proxy
    return read('https://pixverse.invalid', { retries: 0 })
  }

  test('that refuses learns no key', async () => {
    let seen = ''
    const server = await startRaw((socket) => {
      socket.on('data', (data) => (seen += data.toString()))
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
    const found = await byProxy(server.url.replace('//', '//user:pass-word@'))
    await server.close()
    expect(messageOf(found)).toEqual([1, 'The proxy made no connection to PixVerse'])
    expect(seen).not.toContain(KEY)
    expect(JSON.stringify(found)).not.toMatch(/pass-word/)
  })

  test('whose address is none is a failure, and not a crash', async () => {
    expect((await byProxy('http://')).kind).toBe('unknown')
  })
})
