import { describe, expect, test } from '@jest/globals'
import { broken, failureOf } from '../../src/pixverse/failures.js'
import { neutralise } from '../../src/report/escape.js'
import { balanceOf } from '../support/purses.js'

const same = (text: string): string => text
const refused = (code: number, message = ''): Parameters<typeof failureOf>[1] => ({ kind: 'refused', code, message })

describe('every code that PixVerse publishes', () => {
  test.each([
    // code, verdict, tried again
    [400011, 'unknown', false],
    [400012, 'error', false],
    [400013, 'unknown', false],
    [400017, 'unknown', false],
    [400018, 'unknown', false],
    [400019, 'unknown', false],
    [400032, 'unknown', false],
    [400080, 'unknown', false],
    [500008, 'unknown', false],
    [500020, 'error', false],
    [500030, 'unknown', false],
    [500031, 'unknown', false],
    [500032, 'unknown', false],
    [500033, 'unknown', false],
    [500041, 'unknown', false],
    [500042, 'unknown', false],
    [500044, 'unknown', false],
    [500052, 'unknown', false],
    [500054, 'unknown', false],
    [500060, 'unknown', false],
    [500063, 'unknown', false],
    [500064, 'unknown', false],
    [500069, 'unknown', true],
    [500070, 'unknown', false],
    [500071, 'unknown', false],
    [500090, 'unknown', false],
    [500100, 'unknown', true],
    [99999, 'unknown', true],
    [701002, 'unknown', false],
    [701003, 'unknown', false],
    [701020, 'unknown', false],
    [123456, 'unknown', false],
  ])('%i is %s, tried again: %s, and has a sentence and a cure', (code, verdict, again) => {
    const { trouble, ...rest } = failureOf(200, refused(code), same)
    expect(rest).toEqual({ verdict, again })
    expect(trouble.happened).toMatch(new RegExp(`^PixVerse .*\\(ErrCode ${code}\\)\\.$`))
    expect(trouble.cure).toMatch(/^[A-Z].*\.$/)
    expect(trouble.detail).toBeUndefined()
  })
})

describe('a failure', () => {
  test('quotes PixVerse neutralised, and only in its detail', () => {
    const { trouble } = failureOf(200, refused(1, 'secret words'), () => 'SAFE')
    expect(trouble.detail).toBe('PixVerse says: SAFE')
    expect(trouble.happened).toBe('PixVerse answered that an error occurred that is not in its list (ErrCode SAFE).')
    expect(trouble.cure).not.toContain('secret')
  })

  test('is about the key when the message names it, however it is spelt', () => {
    for (const message of ['Invalid API-KEY', 'api key expired', 'bad api_key', 'ApiKey?']) {
      expect(failureOf(200, refused(1, message), same).verdict).toBe('error')
    }
    expect(failureOf(200, refused(1, 'rapid keystrokes'), same).verdict).toBe('unknown')
    const happened = (code: number): string => failureOf(200, refused(code, 'Invalid API-KEY'), same).trouble.happened
    expect(happened(1)).toBe('PixVerse refused the API key: its message names the key (ErrCode 1).')
    expect(happened(400012)).toBe('PixVerse refused the API key: the account is invalid (ErrCode 400012).')
  })

  test('says that a redirect is not followed, and why', () => {
    expect(failureOf(307, { kind: 'unreadable', why: 'is not JSON' }, same).trouble.happened).toBe(
      'PixVerse answered with a redirect (HTTP 307), which is not followed: the key would go along.',
    )
  })

  test.each([
    [299, 'PixVerse answered HTTP 299 instead of a balance.'],
    [300, 'PixVerse answered with a redirect (HTTP 300), which is not followed: the key would go along.'],
    [399, 'PixVerse answered with a redirect (HTTP 399), which is not followed: the key would go along.'],
    [400, 'PixVerse answered HTTP 400 instead of a balance.'],
    [401, 'PixVerse refused the API key with HTTP 401.'],
    [403, 'PixVerse refused the API key with HTTP 403.'],
    [499, 'PixVerse answered HTTP 499 instead of a balance.'],
    [500, 'PixVerse answered HTTP 500 instead of a balance.'],
    [200, 'The answer from PixVerse is not JSON.'],
    [201, 'PixVerse answered HTTP 201 instead of a balance.'],
  ])('of HTTP %i without an envelope: %s', (status, happened) => {
    expect(failureOf(status, { kind: 'unreadable', why: 'is not JSON' }, same).trouble.happened).toBe(happened)
  })

  test.each([
    [500, 500069, 'unknown', true, 'PixVerse answered that its system is under high load (ErrCode 500069).'],
    [429, 500044, 'unknown', true, 'PixVerse answered that too many generations run at once (ErrCode 500044).'],
    [503, 400017, 'unknown', true, 'PixVerse answered that a parameter is invalid (ErrCode 400017).'],
    [400, 400017, 'unknown', false, 'PixVerse answered that a parameter is invalid (ErrCode 400017).'],
    [500, 400012, 'error', false, 'PixVerse refused the API key: the account is invalid (ErrCode 400012).'],
    [401, 400017, 'error', false, 'PixVerse refused the API key with HTTP 401 (ErrCode 400017).'],
    [502, 77, 'unknown', true, 'PixVerse answered HTTP 502 (ErrCode 77) instead of a balance.'],
    [404, 77, 'unknown', false, 'PixVerse answered that an error occurred that is not in its list (ErrCode 77).'],
  ])('of HTTP %i with ErrCode %i is %s, tried again: %s', (status, code, verdict, again, happened) => {
    const found = failureOf(status, refused(code, 'words'), same)
    expect(found).toMatchObject({ verdict, again, trouble: { happened, detail: 'PixVerse says: words' } })
  })

  test('has the cure of its code, and that of a busy server without one that is known', () => {
    const cureOf = (status: number, code: number): string => failureOf(status, refused(code), same).trouble.cure
    expect(cureOf(503, 400017)).toBe(cureOf(200, 400017))
    expect(cureOf(503, 77)).toBe(cureOf(503, 500069))
  })

  test('shows a code neutralised: it may be a key of digits', () => {
    const digits = '9007199254740881'
    const neutral = (text: string): string => neutralise(text, digits)
    for (const status of [200, 401, 500]) {
      const { happened } = failureOf(status, refused(Number(digits)), neutral).trouble
      expect(happened).toContain('(ErrCode (withheld: it repeats the API key))')
    }
  })

  test('says that a perfect body under another status is not trusted', () => {
    const good = { kind: 'balance', balance: balanceOf({ monthly: 1, package: 1 }) } as const
    expect(failureOf(404, good, same)).toMatchObject({ verdict: 'unknown', again: false })
    expect(failureOf(500, good, same)).toMatchObject({ verdict: 'unknown', again: true })
  })
})

describe('a connection that fails', () => {
  const coded = (code: string): Error => Object.assign(new Error('it failed'), { code })
  test.each([
    [coded('ENOTFOUND'), 'The name of the PixVerse host does not resolve.'],
    [coded('ECONNREFUSED'), 'The connection to PixVerse was refused.'],
    [new AggregateError([coded('ECONNREFUSED')]), 'The connection to PixVerse was refused.'],
    [coded('ECONNRESET'), 'The connection to PixVerse was cut before the answer was complete.'],
    [new Error('tunneling socket: it failed'), 'The proxy made no connection to PixVerse.'],
    [coded('CERT_HAS_EXPIRED'), 'The exchange with PixVerse failed.'],
    [new Error('it failed'), 'The exchange with PixVerse failed.'],
    ['it failed', 'The exchange with PixVerse failed.'],
  ])('with %s says what happened', (error, happened) => {
    const { verdict, again, trouble } = broken(error, same)
    expect({ verdict, again, happened: trouble.happened }).toEqual({ verdict: 'unknown', again: true, happened })
    expect(trouble.detail).toContain('it failed')
  })
})
