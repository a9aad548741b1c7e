import { describe, expect, test } from '@jest/globals'
import type { Answer } from '../../src/pixverse/envelope.js'
import { broken, type Failure, failureOf, tooLarge, tooLate } from '../../src/pixverse/failures.js'
import { safe, sanitiser } from '../../src/safe-text.js'
import { balanceOf } from '../support/purses.js'

const sanitise = sanitiser()
const refused = (code: number, message = ''): Answer => ({ kind: 'refused', code, message })
const unreadable: Answer = { kind: 'unreadable', why: safe`is not JSON` }
const balance: Answer = { kind: 'balance', balance: balanceOf({ monthly: 1, package: 1 }) }

/** What is decided by a failure, and what is said of it. */
function judged({ kind, again, fault }: Failure): unknown[] {
  return [kind, again, fault.id, fault.message]
}

const KEY_HINT = failureOf(401, unreadable, sanitise).fault.hint
const BUSY_HINT = failureOf(500, unreadable, sanitise).fault.hint

describe('a refusal in HTTP 200', () => {
  test.each<[number, ...unknown[]]>([
    [
      10001,
      'refused',
      false,
      'key-refused',
      'PixVerse refused the API key: it does not accept the key (ErrCode 10001)',
    ],
    [
      10002,
      'refused',
      false,
      'key-refused',
      'PixVerse refused the API key: it does not accept the key (ErrCode 10002)',
    ],
    [
      10003,
      'refused',
      false,
      'key-refused',
      'PixVerse refused the API key: nobody is logged in with it (ErrCode 10003)',
    ],
    [
      10004,
      'refused',
      false,
      'key-refused',
      'PixVerse refused the API key: it does not accept the key (ErrCode 10004)',
    ],
    [
      10005,
      'refused',
      false,
      'key-refused',
      'PixVerse refused the API key: it was logged in elsewhere (ErrCode 10005)',
    ],
    [400012, 'refused', false, 'key-refused', 'PixVerse refused the API key: the account is invalid (ErrCode 400012)'],
    [
      500020,
      'refused',
      false,
      'key-refused',
      'PixVerse refused the API key: the key has no permission for this (ErrCode 500020)',
    ],
    [500069, 'unknown', true, 'answered-busy', 'PixVerse answered that its system is under high load (ErrCode 500069)'],
    [500100, 'unknown', true, 'answered-busy', 'PixVerse answered that its database failed (ErrCode 500100)'],
    [99999, 'unknown', true, 'answered-busy', 'PixVerse answered that an unknown error occurred (ErrCode 99999)'],
    [400017, 'unknown', false, 'answered-request', 'PixVerse answered that a parameter is invalid (ErrCode 400017)'],
    [
      500090,
      'unknown',
      false,
      'answered-generation',
      'PixVerse answered that the balance is insufficient (ErrCode 500090)',
    ],
    ...[-1, 0.5, 10000, 10006, 123456, Infinity].map((code): [number, ...unknown[]] => [
      code,
      'unknown',
      false,
      'answered-strange',
      `PixVerse answered that an error occurred that is not in its list (ErrCode ${code})`,
    ]),
  ])('with ErrCode %d is %s, tried again: %s', (code, ...expected) => {
    const failure = failureOf(200, refused(code), sanitise)
    expect(judged(failure)).toEqual(expected)
    expect(failure.fault.detail).toBeUndefined()
    expect(failure.fault.hint).toMatch(/^[A-Z].*\.$/)
  })

  test.each(['Invalid API-KEY', 'api key expired', 'bad api_key', 'ApiKey?'])(
    'is about the key when its message is %j',
    (message) => {
      expect(judged(failureOf(200, refused(1, message), sanitise))).toEqual([
        'refused',
        false,
        'key-refused',
        'PixVerse refused the API key: its message names the key (ErrCode 1)',
      ])
    },
  )

  test.each(['rapid keystrokes', 'apis key', 'the key of the API', 'api/key'])(
    'is not about the key when its message is %j',
    (message) => {
      expect(failureOf(200, refused(1, message), sanitise).kind).toBe('unknown')
    },
  )

  test('says what its code means rather than that its message names the key', () => {
    const { message } = failureOf(200, refused(400012, 'Invalid API-KEY'), sanitise).fault
    expect(message).toBe('PixVerse refused the API key: the account is invalid (ErrCode 400012)')
  })

  test('is about the key when its message says so, whatever its code says', () => {
    for (const code of [99999, 500069, 400017, 500090]) {
      expect(judged(failureOf(200, refused(code, 'your api key is gone'), sanitise))).toEqual([
        'refused',
        false,
        'key-refused',
        `PixVerse refused the API key: its message names the key (ErrCode ${code})`,
      ])
    }
  })

  test('quotes PixVerse sanitised, and only in its detail', () => {
    const { message, hint, detail } = failureOf(200, refused(1, '::error::`secret` @words'), sanitise).fault
    expect(detail).toBe("and says: `: :error: :'secret' @ words`")
    expect(message).toBe('PixVerse answered that an error occurred that is not in its list (ErrCode 1)')
    expect(hint).not.toContain('secret')
  })

  test('quotes PixVerse where it refuses the key, too', () => {
    expect(failureOf(200, refused(400012, 'invalid account'), sanitise).fault.detail).toBe(
      'and says: `invalid account`',
    )
  })

  test('withholds a code that is a key of digits', () => {
    const digits = '9007199254740881'
    for (const status of [200, 401, 500]) {
      const { message } = failureOf(status, refused(Number(digits)), sanitiser(digits)).fault
      expect(message).toContain('ErrCode (withheld: it repeats a secret)')
      expect(message).not.toContain(digits)
    }
  })
})

describe('a refusal under another status', () => {
  test.each<[number, number, ...unknown[]]>([
    [
      500,
      500069,
      'unknown',
      true,
      'answered-busy',
      'PixVerse answered that its system is under high load (ErrCode 500069)',
    ],
    [
      429,
      500044,
      'unknown',
      true,
      'answered-generation',
      'PixVerse answered that too many generations run at once (ErrCode 500044)',
    ],
    [
      503,
      400017,
      'unknown',
      true,
      'answered-request',
      'PixVerse answered that a parameter is invalid (ErrCode 400017)',
    ],
    [
      400,
      400017,
      'unknown',
      false,
      'answered-request',
      'PixVerse answered that a parameter is invalid (ErrCode 400017)',
    ],
    [
      404,
      500069,
      'unknown',
      true,
      'answered-busy',
      'PixVerse answered that its system is under high load (ErrCode 500069)',
    ],
    [
      500,
      400012,
      'refused',
      false,
      'key-refused',
      'PixVerse refused the API key: the account is invalid (ErrCode 400012)',
    ],
    [
      401,
      400012,
      'refused',
      false,
      'key-refused',
      'PixVerse refused the API key: the account is invalid (ErrCode 400012)',
    ],
    [401, 400017, 'refused', false, 'key-refused', 'PixVerse refused the API key with HTTP 401 and ErrCode 400017'],
    [403, 500069, 'refused', false, 'key-refused', 'PixVerse refused the API key with HTTP 403 and ErrCode 500069'],
    [502, 77, 'unknown', true, 'http-busy', 'PixVerse answered HTTP 502 (ErrCode 77) instead of a balance'],
    [408, 77, 'unknown', true, 'http-busy', 'PixVerse answered HTTP 408 (ErrCode 77) instead of a balance'],
    [
      404,
      77,
      'unknown',
      false,
      'answered-strange',
      'PixVerse answered that an error occurred that is not in its list (ErrCode 77)',
    ],
  ])('of HTTP %i with ErrCode %i is %s, tried again: %s', (status, code, ...expected) => {
    const failure = failureOf(status, refused(code, 'words'), sanitise)
    expect(judged(failure)).toEqual(expected)
    expect(failure.fault.detail).toBe('and says: `words`')
  })

  test('has the hint of its code, and that of a busy server when the code is not known', () => {
    const hintOf = (status: number, code: number): string => failureOf(status, refused(code), sanitise).fault.hint
    expect(hintOf(503, 400017)).toBe(hintOf(200, 400017))
    expect(hintOf(503, 400017)).not.toBe(BUSY_HINT)
    expect(hintOf(503, 77)).toBe(BUSY_HINT)
    expect(hintOf(200, 500069)).toBe(BUSY_HINT)
    expect(hintOf(200, 400012)).toBe(KEY_HINT)
    expect(hintOf(401, 400017)).toBe(KEY_HINT)
  })
})

describe('an answer without an envelope', () => {
  const REDIRECT = 'following it would send the key to another address'
  test.each<[number, ...unknown[]]>([
    [200, 'unknown', false, 'unreadable-answer', 'The answer from PixVerse is not JSON'],
    [201, 'unknown', false, 'http-status', 'PixVerse answered HTTP 201 instead of a balance'],
    [204, 'unknown', false, 'http-status', 'PixVerse answered HTTP 204 instead of a balance'],
    [299, 'unknown', false, 'http-status', 'PixVerse answered HTTP 299 instead of a balance'],
    [300, 'unknown', false, 'redirect', `PixVerse answered with a redirect (HTTP 300); ${REDIRECT}`],
    [307, 'unknown', false, 'redirect', `PixVerse answered with a redirect (HTTP 307); ${REDIRECT}`],
    [399, 'unknown', false, 'redirect', `PixVerse answered with a redirect (HTTP 399); ${REDIRECT}`],
    [400, 'unknown', false, 'http-status', 'PixVerse answered HTTP 400 instead of a balance'],
    [401, 'refused', false, 'key-refused', 'PixVerse refused the API key with HTTP 401'],
    [402, 'unknown', false, 'http-status', 'PixVerse answered HTTP 402 instead of a balance'],
    [403, 'refused', false, 'key-refused', 'PixVerse refused the API key with HTTP 403'],
    [404, 'unknown', false, 'http-status', 'PixVerse answered HTTP 404 instead of a balance'],
    [408, 'unknown', true, 'http-busy', 'PixVerse answered HTTP 408 instead of a balance'],
    [425, 'unknown', true, 'http-busy', 'PixVerse answered HTTP 425 instead of a balance'],
    [429, 'unknown', true, 'http-busy', 'PixVerse answered HTTP 429 instead of a balance'],
    [499, 'unknown', false, 'http-status', 'PixVerse answered HTTP 499 instead of a balance'],
    [500, 'unknown', true, 'http-busy', 'PixVerse answered HTTP 500 instead of a balance'],
    [599, 'unknown', true, 'http-busy', 'PixVerse answered HTTP 599 instead of a balance'],
  ])('of HTTP %i is %s, tried again: %s', (status, ...expected) => {
    const failure = failureOf(status, unreadable, sanitise)
    expect(judged(failure)).toEqual(expected)
    expect(failure.fault.detail).toBeUndefined()
  })

  test.each<[number, ...unknown[]]>([
    [201, 'unknown', false, 'http-status', 'PixVerse answered HTTP 201 instead of a balance'],
    [302, 'unknown', false, 'redirect', `PixVerse answered with a redirect (HTTP 302); ${REDIRECT}`],
    [401, 'refused', false, 'key-refused', 'PixVerse refused the API key with HTTP 401'],
    [404, 'unknown', false, 'http-status', 'PixVerse answered HTTP 404 instead of a balance'],
    [500, 'unknown', true, 'http-busy', 'PixVerse answered HTTP 500 instead of a balance'],
  ])('of HTTP %i is not trusted with a perfect body: %s, tried again: %s', (status, ...expected) => {
    expect(judged(failureOf(status, balance, sanitise))).toEqual(expected)
  })
})

describe('a hint', () => {
  test('for a refused key names the usual causes, the other region and the other product', () => {
    for (const cause of ['mistyped', 'revoked', 'suspended', 'https://app-api.pixverseai.cn', 'base-url', 'mh_live_']) {
      expect(KEY_HINT).toContain(cause)
    }
  })

  test.each([
    [
      'a busy server',
      BUSY_HINT,
      'Run the job again in a few minutes; if it happens again, send the trace id to api@pixverse.ai.',
    ],
    [
      'a wrong parameter',
      failureOf(200, refused(400011), sanitise).fault.hint,
      'Update this gate: PixVerse may have changed how the balance is asked for.',
    ],
    [
      'a code of a generation',
      failureOf(200, refused(500008), sanitise).fault.hint,
      'This answer belongs to a generation, not to a balance. Check base-url; if it happens again, send the trace id to api@pixverse.ai.',
    ],
    [
      'another status',
      failureOf(404, unreadable, sanitise).fault.hint,
      'Check base-url; leave it out unless PixVerse gave you another address.',
    ],
    [
      'a redirect',
      failureOf(302, unreadable, sanitise).fault.hint,
      'Check base-url; leave it out unless PixVerse gave you another address.',
    ],
    [
      'an answer that is not one',
      failureOf(200, unreadable, sanitise).fault.hint,
      'Check base-url and any proxy in between; if it happens again, send the trace id to api@pixverse.ai.',
    ],
  ])('for %s says what to do', (_, hint, expected) => {
    expect(hint).toBe(expected)
  })
})

describe('a connection that fails', () => {
  const coded = (code: string): Error => Object.assign(new Error('it failed'), { code })
  test.each([
    ['ENOTFOUND', coded('ENOTFOUND'), 'The name of the PixVerse host does not resolve'],
    ['EAI_AGAIN', coded('EAI_AGAIN'), 'The name of the PixVerse host does not resolve for the moment'],
    ['ECONNREFUSED', coded('ECONNREFUSED'), 'The connection to PixVerse was refused'],
    [
      'two addresses',
      new AggregateError([coded('ECONNREFUSED'), coded('x')]),
      'The connection to PixVerse was refused',
    ],
    ['ECONNRESET', coded('ECONNRESET'), 'The connection to PixVerse was cut before the answer was complete'],
    ['ETIMEDOUT', coded('ETIMEDOUT'), 'The connection to PixVerse timed out'],
    ['EHOSTUNREACH', coded('EHOSTUNREACH'), 'The PixVerse host cannot be reached'],
    ['ENETUNREACH', coded('ENETUNREACH'), 'The network of the PixVerse host cannot be reached'],
    ['a proxy', new Error('tunneling socket: it failed'), 'The proxy made no connection to PixVerse'],
    [
      'a proxy that refuses',
      Object.assign(new Error('tunneling socket: it failed'), { code: 'ECONNRESET' }),
      'The proxy made no connection to PixVerse',
    ],
    ['words of a proxy inside', new Error('it failed: tunneling socket'), 'The exchange with PixVerse failed'],
    ['a certificate', coded('CERT_HAS_EXPIRED'), 'The exchange with PixVerse failed'],
    ['no code', new Error('it failed'), 'The exchange with PixVerse failed'],
    ['a text', 'it failed', 'The exchange with PixVerse failed'],
  ])('with %s says what happened', (_, error, message) => {
    const failure = broken(error, sanitise)
    expect(judged(failure)).toEqual(['unknown', true, 'network', message])
    expect(failure.fault.detail).toMatch(/^because of: `.*it failed.*`$/)
    expect(failure.fault.hint).toMatch(/^Check that the runner reaches the address in base-url\. Behind a proxy/)
  })

  test('quotes what was thrown sanitised', () => {
    const key = 'sk-Abcdef-0123456789'
    const detailOf = (message: string): unknown => broken(new Error(message), sanitiser(key)).fault.detail
    expect(detailOf('::error::`x` @y')).toBe("because of: `: :error: :'x' @ y`")
    expect(detailOf(`bad header ${key}`)).toBe('because of: `(withheld: it repeats a secret)`')
  })
})

test('an answer that is too large says how large it may be, and is final', () => {
  expect(judged(tooLarge(65_536))).toEqual([
    'unknown',
    false,
    'answer-too-large',
    'The answer from PixVerse is larger than 64 KiB',
  ])
})

test('a read that is too late says how long it took', () => {
  expect(judged(tooLate(30))).toEqual(['unknown', true, 'timeout', 'PixVerse gave no complete answer within 30 s'])
})
