import { createServer } from 'node:http'
import { describe, expect, test } from '@jest/globals'
import { startPixVerse } from '../../sandbox/pixverse.mjs'
import { annotations, balance, gateAgainst, KEY, type Run, runGate, startRaw, withoutMask } from '../support/gate.js'

const GOOD = balance(1_069_020, 3_630)

/** Every form in which somebody could read the key. */
const FORMS = [
  KEY,
  KEY.toUpperCase(),
  Buffer.from(KEY).toString('base64'),
  Buffer.from(KEY).toString('hex'),
  encodeURIComponent(KEY),
]

function expectNoKey({ log, outputs, summary, state }: Run): void {
  const all = [withoutMask(log), JSON.stringify(outputs), summary, state].join('\n')
  for (const form of FORMS) expect(all).not.toContain(form)
}

test('is masked in the first line', async () => {
  const { log } = await gateAgainst(GOOD)
  expect(log.split('\n')[0]).toBe(`::add-mask::${KEY}`)
  expect(log.split(KEY)).toHaveLength(2)
})

describe('a malformed key is refused and not shown', () => {
  test.each<[string, string, readonly string[]]>([
    ['a line break', 'sk-first-half\nsk-second-half', ['sk-first-half', 'sk-second-half']],
    ['a short line', 'sk-first-half\n12\nx', ['sk-first-half']],
    ['short lines alone', '12\n34', []],
    ['a carriage return', 'sk-first-half\rx', ['sk-first-half']],
    ['a space', 'sk-first half', ['sk-first half']],
    ['a tab', 'sk-first\thalf', ['sk-first\thalf']],
    ['letters beyond ASCII', 'sk-schlüssel', ['sk-schlüssel']],
    ['a control character', 'sk-first\u0001half', ['sk-first\u0001half']],
    ['too few characters', 'sk-1234', []],
    ['two digits, which stand in every number', '12', []],
    ['a workflow command', 'sk-key-1\n::error::x', ['sk-key-1', '::error::x']],
  ])('with %s, and no short line is made a mask', async (_, key, masks) => {
    const { exitCode, log, outputs, summary, requests } = await gateAgainst(GOOD, { inputs: { 'api-key': key } })
    expect([exitCode, requests, outputs['verdict']]).toEqual([1, [], 'error'])
    const lines = log.split('\n')
    expect(lines.slice(0, masks.length)).toEqual(masks.map((mask) => `::add-mask::${mask}`))
    expect(log.match(/^::add-mask::/gm) ?? []).toHaveLength(masks.length)
    expect(annotations(log)).toEqual([expect.stringContaining('The API key in `api-key` is malformed.')])
    const all = lines.slice(masks.length).join('\n') + summary + JSON.stringify(outputs)
    for (const part of masks) expect(all).not.toContain(part)
  })
})

test.each(['net', 'NET', 'http,foo', 'tls', '*', 'n*t', 'stream', 'foo, https'])(
  'NODE_DEBUG=%s, which would print what is sent, is an error before anything is sent',
  async (NODE_DEBUG) => {
    const run = await gateAgainst(GOOD, { env: { NODE_DEBUG } })
    expect([run.exitCode, run.outputs['verdict'], run.requests]).toEqual([1, 'error', []])
    expect(run.log).toContain('The variable NODE_DEBUG would print the API key')
    expectNoKey(run)
  },
)

test('NODE_DEBUG of something else changes nothing', async () => {
  const { exitCode, outputs } = await gateAgainst(GOOD, { env: { NODE_DEBUG: 'module_hooks,internet' } })
  expect([exitCode, outputs['verdict']]).toEqual([0, 'ok'])
})

describe('does not show', () => {
  test.each([
    ['in a message', (key: string) => ({ ErrCode: 400012, ErrMsg: `Invalid API-KEY: ${key}`, Resp: null })],
    [
      'in a part of a message',
      (key: string) => ({ ErrCode: 400017, ErrMsg: `unknown key ${key.slice(0, 12)}...`, Resp: null }),
    ],
    ['in base64', (key: string) => ({ ErrCode: 1, ErrMsg: Buffer.from(key).toString('base64'), Resp: null })],
    [
      'with commands around it',
      (key: string) => ({ ErrCode: 1, ErrMsg: `x\n::error::${key}\n##[error]${key}`, Resp: null }),
    ],
    ['as a code', (key: string) => ({ ErrCode: key, ErrMsg: key, Resp: { credit_monthly: key } })],
    ['as HTML', (key: string) => `<h1>${key}</h1>`],
    ['as text', (key: string) => key],
  ])('when PixVerse echoes it %s, with debug on and off', async (_, answer) => {
    for (const RUNNER_DEBUG of ['1', '']) {
      const run = await gateAgainst(answer(KEY), { env: { RUNNER_DEBUG } })
      expect(run.exitCode).toBe(1)
      expectNoKey(run)
    }
  })

  test('in the status line, the headers or broken HTTP', async () => {
    for (const bytes of [
      `HTTP/1.1 500 ${KEY}\r\n\r\n`,
      `HTTP/1.1 302 x\r\nlocation: http://x/${KEY}\r\n\r\n`,
      `${KEY}\r\n\r\n`,
    ]) {
      const server = await startRaw((socket) => socket.end(bytes))
      const run = await runGate({ inputs: { 'base-url': server.url, minimum: '1' }, env: { RUNNER_DEBUG: '1' } })
      await server.close()
      expect(run.exitCode).toBe(1)
      expectNoKey(run)
    }
  })

  test('when it was put into another input, too', async () => {
    for (const input of ['minimum', 'plan', 'prices', 'account', 'base-url', 'on-low', 'margin']) {
      const inputs = { plan: '[]', [input]: input === 'base-url' ? `https://x/?key=${KEY}` : KEY }
      expectNoKey(await gateAgainst(GOOD, { inputs }))
    }
    for (const plan of [`[{ model: ${KEY} }]`, `[{ credits: 1, name: ${KEY} }]`, `${KEY}/*.json`, `[{ ${KEY}: ]`]) {
      expectNoKey(await gateAgainst(GOOD, { inputs: { plan } }))
    }
  })
})

test('goes to no other host on a redirect', async () => {
  const elsewhere = await startPixVerse({ answer: () => GOOD })
  for (const status of [301, 302, 303, 307, 308]) {
    const server = createServer((_, response) => {
      response.writeHead(status, { location: `${elsewhere.url}/openapi/v2/account/balance` }).end(JSON.stringify(GOOD))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const { exitCode, log } = await runGate({
      inputs: { 'base-url': `http://127.0.0.1:${port}`, minimum: '1', retries: '2' },
    })
    server.close()
    expect(exitCode).toBe(1)
    expect(log).toContain(`redirect (HTTP ${status})`)
  }
  await elsewhere.close()
  expect(elsewhere.requests).toEqual([])
})

test('text from PixVerse is neutralised in log and summary', async () => {
  const ErrMsg = 'first\n::error::second\r\n##[add-mask]third <img src=x onerror=y> | @everyone `x` [a](b) \u202e'
  const { log, summary } = await gateAgainst({ ErrCode: 400017, ErrMsg, Resp: null })
  expect(annotations(log)).toHaveLength(1)
  expect(log).not.toMatch(/##\[|::error::|\u202e/)
  expect(log).toContain('and says: `first : :error: :second ## [add-mask]third')
  expect(summary).not.toMatch(/<img|@everyone|##\[|::|\]\(b\)/)
})

describe('no command of another CI comes through', () => {
  const commands = '##vso[task.complete result=Succeeded]a ##teamcity[buildStatus] ##[section]b'

  test.each([
    ['a message of PixVerse', { ErrCode: 400017, ErrMsg: commands, Resp: null }, {}],
    ['the name of an item', GOOD, { plan: JSON.stringify([{ credits: 1, name: commands }]) }],
    ['a value of an item', GOOD, { plan: JSON.stringify([{ model: commands }]) }],
    ['a field of an item', GOOD, { plan: JSON.stringify([{ [commands]: 1, credits: 1 }]) }],
    ['a list under a key', GOOD, { plan: JSON.stringify([{ [commands]: [{ model: 'v6' }] }]) }],
    ['a pattern', GOOD, { plan: `clips/${commands}/*.json` }],
    ['a key that is given twice', GOOD, { plan: `- {"${commands}": 1, "${commands}": 2}` }],
    ['an input', GOOD, { minimum: commands }],
    ['the account', GOOD, { account: commands }],
  ])('by %s', async (_, answer, inputs) => {
    const { log, summary, outputs } = await gateAgainst(answer, { inputs })
    const { todo, ...shown } = outputs
    expect(typeof todo).toBe('string')
    const all = log + summary + JSON.stringify(shown)
    expect(all).toContain('vso')
    expect(all).not.toMatch(/##\w*\[/)
  })
})
