import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decode } from '../../src/pixverse/envelope.js'
import { milliseconds } from '../support/milliseconds.js'
import { balanceOf } from '../support/purses.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (value: unknown): ReturnType<typeof decode> => decode(bytes(JSON.stringify(value)))
const success = (resp: unknown): object => ({ ErrCode: 0, ErrMsg: 'success', Resp: resp })

describe('a balance', () => {
  test.each([
    ['as documented', success({ account_id: 1, credit_monthly: 1069020, credit_package: 3630 }), 1069020, 3630],
    ['in the lower-case envelope', { err_code: 0, err_msg: '', resp: { credit_monthly: 5, credit_package: 7 } }, 5, 7],
    ['in an envelope of both kinds', { err_code: 0, Resp: { credit_monthly: 5, credit_package: 7 } }, 5, 7],
    ['in both envelopes that agree', { ErrCode: 0, err_code: 0, Resp: { credit_monthly: 1, credit_package: 1 } }, 1, 1],
    [
      'with fields that nobody knows',
      { ...success({ credit_monthly: 1, credit_package: 2, credit_daily: 9 }), request_id: 'x' },
      1,
      2,
    ],
    ['with fractions, which are rounded down', success({ credit_monthly: 2.9, credit_package: 0.5 }), 2, 0],
    ['below zero', success({ credit_monthly: -5, credit_package: 3 }), -5, 3],
    ['of nothing', success({ credit_monthly: 0, credit_package: 0 }), 0, 0],
  ])('is read %s', (_, envelope, monthly, bought) => {
    expect(read(envelope)).toEqual({ kind: 'balance', balance: balanceOf({ monthly, package: bought }) })
  })

  test('is read with the byte order mark that some servers send', () => {
    expect(decode(bytes(`\ufeff${JSON.stringify(success({ credit_monthly: 1, credit_package: 2 }))}`)).kind).toBe(
      'balance',
    )
  })

  test('is read when its names are escaped', () => {
    const text = '{"\\u0045rrCode":0,"Resp":{"credit\\u005fmonthly":1.9,"credit_package":2}}'
    expect(decode(bytes(text))).toEqual({ kind: 'balance', balance: balanceOf({ monthly: 1, package: 2 }) })
  })

  test.each(['0', '-0', '0.0', '0.000', '0e5', '0E+5', '-0.0e-5'])('is read when ErrCode is written as %s', (zero) => {
    expect(decode(bytes(`{"ErrCode":${zero},"Resp":{"credit_monthly":1,"credit_package":2}}`)).kind).toBe('balance')
  })
})

describe('credits as they are written are rounded down, never up:', () => {
  test.each([
    ['7', 7],
    ['0', 0],
    ['-0', 0],
    ['0.0', 0],
    ['-0.0', 0],
    ['0e999999999', 0],
    ['0.000e-999999999', 0],
    ['1e3', 1000],
    ['1E+3', 1000],
    ['1.5e1', 15],
    ['1.25e1', 12],
    ['120e-1', 12],
    ['129e-1', 12],
    ['100e-2', 1],
    ['99e-2', 0],
    ['500', 500],
    ['499.99999999999999999', 499],
    ['4.9999999999999999999e2', 499],
    ['499999999999999999999e-18', 499],
    ['4503599627370495.9999999', 4503599627370495],
    ['1e-5', 0],
    ['1e-400', 0],
    ['1e-99999', 0],
    ['1e-100000', 0],
    ['1e-100001', 0],
    ['1e-999999999999999999999', 0],
    ['-5', -5],
    ['-5.0', -5],
    ['-0.5', -1],
    ['-4.00000000000000000001', -5],
    ['-4.99999999999999999999', -5],
    ['-50e-1', -5],
    ['-51e-1', -6],
    ['-1e3', -1000],
    ['-1e-400', -1],
    ['-1e-100000', -1],
    ['-1e-999999999', -1],
    [`0.${'0'.repeat(30_000)}1e30004`, 1000],
  ])('%s', (source, credits) => {
    const answer = decode(bytes(`{"ErrCode":0,"Resp":{"credit_monthly":${source},"credit_package":10}}`))
    expect(answer).toEqual({ kind: 'balance', balance: { monthly: credits, package: 10, total: credits + 10 } })
  })

  test('those of each purse are its own', () => {
    const resp = '{"credit_package":2.9,"x":{"credit_monthly":5},"credit_monthly":1.9}'
    expect(decode(bytes(`{"Resp":${resp},"credit_monthly":7,"ErrCode":0}`))).toEqual({
      kind: 'balance',
      balance: { monthly: 1, package: 2, total: 3 },
    })
  })

  test('an answer full of digits is read within a moment', () => {
    const digits = `1${'0'.repeat(300)}.${'9'.repeat(30_000)}e-300`
    const full = bytes(`{"ErrCode":0,"Resp":{"credit_monthly":${digits},"credit_package":${digits}}}`)
    const tiny = bytes(`{"ErrCode":0,"Resp":{"credit_monthly":1e-100000,"credit_package":-1e-100000}}`)
    expect(milliseconds(() => [decode(full), decode(tiny)])).toBeLessThan(500)
    expect(decode(full)).toEqual({ kind: 'balance', balance: { monthly: 1, package: 1, total: 2 } })
  })
})

describe('a refusal', () => {
  test.each([
    [{ ErrCode: 400012, ErrMsg: 'invalid account', Resp: null }, 400012, 'invalid account'],
    [{ err_code: 500069, err_msg: 'busy' }, 500069, 'busy'],
    [{ ErrCode: 10003, err_msg: 'user not login' }, 10003, 'user not login'],
    [{ err_code: 7, err_msg: 'words', ErrMsg: null }, 7, 'words'],
    [{ ErrCode: 5, err_code: 5, ErrMsg: 'first', err_msg: 'second' }, 5, 'first'],
    [{ ErrCode: 5, ErrMsg: '', err_msg: 'Invalid API-KEY' }, 5, 'Invalid API-KEY'],
    [{ ErrCode: 5, ErrMsg: { text: 'x' }, err_msg: 'Invalid API-KEY' }, 5, 'Invalid API-KEY'],
    [{ ErrCode: -1 }, -1, ''],
    [{ ErrCode: 0.5 }, 0.5, ''],
    [{ ErrCode: 1, ErrMsg: 5, Resp: { credit_monthly: 1, credit_package: 1 } }, 1, ''],
  ])('%j has its code and its message', (envelope, code, message) => {
    expect(read(envelope)).toEqual({ kind: 'refused', code, message })
  })

  test('may have a code out of range', () => {
    expect(decode(bytes('{"ErrCode":1e999}'))).toEqual({ kind: 'refused', code: Infinity, message: '' })
  })
})

describe('an answer that is not one', () => {
  const good = '{"credit_monthly":1,"credit_package":1}'
  test.each([
    ['', 'is not JSON'],
    ['<html>', 'is a web page'],
    ['  <!doctype html>', 'is a web page'],
    ['\ufeff<!doctype html>', 'is a web page'],
    ['x <html>', 'is not JSON'],
    [`${' '.repeat(99)}<`, 'is a web page'],
    [`${' '.repeat(100)}<`, 'is not JSON'],
    ['{"ErrCode":0', 'is not JSON'],
    [`{"ErrCode":0,"Resp":${good}}}`, 'is not JSON'],
    [`{"ErrCode":00,"Resp":${good}}`, 'is not JSON'],
    [`{"ErrCode":0,"Resp":${good},}`, 'is not JSON'],
    [`{'ErrCode':0,'Resp':${good}}`, 'is not JSON'],
    ['null', 'is JSON, but not an object'],
    ['[]', 'is JSON, but not an object'],
    [`[{"ErrCode":0,"Resp":${good}}]`, 'is JSON, but not an object'],
    ['0', 'is JSON, but not an object'],
    ['"success"', 'is JSON, but not an object'],
    ['{}', 'has no ErrCode'],
    [`{"errcode":0,"Resp":${good}}`, 'has no ErrCode'],
    [`{"ERRCODE":0,"Resp":${good}}`, 'has no ErrCode'],
    ['{"__proto__":{"ErrCode":0}}', 'has no ErrCode'],
    ['{"ErrCode":null}', 'has an ErrCode that is not one number'],
    [`{"ErrCode":null,"err_code":0,"Resp":${good}}`, 'has an ErrCode that is not one number'],
    [`{"ErrCode":0,"err_code":null,"Resp":${good}}`, 'has an ErrCode that is not one number'],
    [`{"ErrCode":"0","Resp":${good}}`, 'has an ErrCode that is not one number'],
    [`{"ErrCode":[0],"Resp":${good}}`, 'has an ErrCode that is not one number'],
    ['{"ErrCode":false}', 'has an ErrCode that is not one number'],
    [`{"ErrCode":0,"err_code":1,"Resp":${good}}`, 'has an ErrCode that is not one number'],
    [`{"ErrCode":0,"err_code":"0","Resp":${good}}`, 'has an ErrCode that is not one number'],
    [`{"ErrCode":400012,"err_code":0,"Resp":${good}}`, 'has an ErrCode that is not one number'],
    [`{"ErrCode":1e-400,"Resp":${good}}`, 'has an ErrCode that is 0 only after rounding'],
    [`{"ErrCode":-1e-400,"Resp":${good}}`, 'has an ErrCode that is 0 only after rounding'],
    [`{"ErrCode":0.${'0'.repeat(400)}1,"Resp":${good}}`, 'has an ErrCode that is 0 only after rounding'],
    [`{"err_code":1e-400,"resp":${good}}`, 'has an ErrCode that is 0 only after rounding'],
    [`{"ErrCode":0,"err_code":1e-400,"Resp":${good}}`, 'has an ErrCode that is 0 only after rounding'],
    [`{"ErrCode":1e-400,"err_code":0,"Resp":${good}}`, 'has an ErrCode that is 0 only after rounding'],
    [`{"ErrCode":400012,"ErrMsg":"x","ErrCode":0,"Resp":${good}}`, 'has the same field twice'],
    [`{"ErrCode":0,"ErrCode":400012,"Resp":${good}}`, 'has the same field twice'],
    [`{"ErrCode":0,"\\u0045rrCode":0,"Resp":${good}}`, 'has the same field twice'],
    [`{"ErrCode":0,"Resp":null,"Resp":${good}}`, 'has the same field twice'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":1,"credit_monthly":9,"credit_package":1}}', 'has the same field twice'],
    ['{"ErrCode":0}', 'reports success, but has no Resp'],
    ['{"ErrCode":0,"Resp":null}', 'reports success, but has no Resp'],
    ['{"ErrCode":0,"Resp":[1,2]}', 'reports success, but has no Resp'],
    ['{"ErrCode":0,"Resp":"x"}', 'reports success, but has no Resp'],
    [`{"ErrCode":0,"Resp":${good},"resp":{"credit_monthly":0,"credit_package":0}}`, 'has both Resp and resp'],
    [`{"ErrCode":0,"Resp":null,"resp":${good}}`, 'has both Resp and resp'],
    [`{"ErrCode":0,"__proto__":{"Resp":${good}}}`, 'reports success, but has no Resp'],
    [`{"ErrCode":0,"credit_monthly":1,"credit_package":1}`, 'reports success, but has no Resp'],
    ['{"ErrCode":0,"Resp":{}}', 'has no number in credit_monthly'],
    ['{"ErrCode":0,"Resp":{"credit_package":1}}', 'has no number in credit_monthly'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":1}}', 'has no number in credit_package'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":"1","credit_package":1}}', 'has no number in credit_monthly'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":[1],"credit_package":1}}', 'has no number in credit_monthly'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":null,"credit_package":1}}', 'has no number in credit_monthly'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":1,"credit_package":true}}', 'has no number in credit_package'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":1e999,"credit_package":1}}', 'has a credit_monthly that is not finite'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":1,"credit_package":-1e999}}', 'has a credit_package that is not finite'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":1e20,"credit_package":1}}', 'has more credits than can be counted exactly'],
    [
      '{"ErrCode":0,"Resp":{"credit_monthly":1e308,"credit_package":1}}',
      'has more credits than can be counted exactly',
    ],
    [
      '{"ErrCode":0,"Resp":{"credit_monthly":9007199254740992,"credit_package":-1}}',
      'has more credits than can be counted exactly',
    ],
    [
      '{"ErrCode":0,"Resp":{"credit_monthly":9007199254740991,"credit_package":1}}',
      'has more credits than can be counted exactly',
    ],
    ['{"ErrCode":0,"Resp":{"__proto__":{"credit_monthly":1,"credit_package":1}}}', 'has no number in credit_monthly'],
  ])('%s %s', (text, why) => {
    expect(decode(bytes(text))).toEqual({ kind: 'unreadable', why })
  })

  test('bytes that are not UTF-8 are not JSON', () => {
    expect(decode(Uint8Array.of(0xff, 0xfe, 0x7b))).toEqual({ kind: 'unreadable', why: 'is not JSON' })
  })

  test('bytes that are not UTF-8 may be a web page', () => {
    expect(decode(Uint8Array.of(0x3c, 0xff))).toEqual({ kind: 'unreadable', why: 'is a web page' })
  })

  test('text that is not UTF-8 in one place is not JSON', () => {
    const text = '{"ErrCode":0,"x":"y","Resp":{"credit_monthly":1,"credit_package":1}}'
    const broken = bytes(text).map((byte) => (byte === 0x78 ? 0xff : byte))
    expect(decode(bytes(text)).kind).toBe('balance')
    expect(decode(broken)).toEqual({ kind: 'unreadable', why: 'is not JSON' })
  })

  test('lists nested 30,000 deep are refused, not followed', () => {
    expect(decode(bytes('['.repeat(30_000) + ']'.repeat(30_000))).kind).toBe('unreadable')
  })
})

describe('whatever comes', () => {
  test('decode never throws, and never yields a balance from anything but a valid envelope', () => {
    const field = fc.oneof(fc.jsonValue(), fc.integer(), fc.double())
    const envelope = fc.record(
      {
        ErrCode: fc.oneof(fc.constant(0), field),
        Resp: fc.oneof(field, fc.record({ credit_monthly: field, credit_package: field }, { requiredKeys: [] })),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(envelope, fc.jsonValue()), (value) => {
        const answer = read(value)
        if (answer.kind !== 'balance') return
        const { ErrCode, Resp } = JSON.parse(JSON.stringify(value)) as {
          ErrCode: unknown
          Resp: Record<string, unknown>
        }
        expect(ErrCode).toBe(0)
        expect(answer.balance.total).toBe(
          Math.floor(Resp['credit_monthly'] as number) + Math.floor(Resp['credit_package'] as number),
        )
      }),
      { numRuns: 3000 },
    )
  })

  test('credits are what exact arithmetic makes of them', () => {
    const digits = (most: number): fc.Arbitrary<string> =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most }).map((list) => list.join(''))
    const number = fc.tuple(
      fc.boolean(),
      fc.integer({ min: 0, max: 999_999 }),
      digits(25),
      fc.integer({ min: -8, max: 8 }),
    )
    fc.assert(
      fc.property(number, ([negative, whole, fraction, exponent]) => {
        const text = `${negative ? '-' : ''}${whole}.${fraction}e${exponent}`
        const answer = decode(bytes(`{"ErrCode":0,"Resp":{"credit_monthly":${text},"credit_package":0}}`))
        // In units of 10^-33, of which there are always whole ones.
        const units = BigInt(`${whole}${fraction}`) * 10n ** BigInt(33 - fraction.length + exponent)
        const [size, unit] = [negative ? -units : units, 10n ** 33n]
        const expected = size / unit - (size < 0n && size % unit !== 0n ? 1n : 0n)
        expect(answer).toMatchObject({ kind: 'balance', balance: { monthly: Number(expected) } })
      }),
    )
  })

  test('decode never throws on bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (body) => {
        expect(decode(body).kind).toBe('unreadable')
      }),
    )
  })

  test('no beginning of a good answer is a good answer', () => {
    const whole = bytes(
      JSON.stringify(success({ account_id: 123452341, credit_monthly: 1069020, credit_package: 3630 })),
    )
    for (let length = 0; length < whole.length; length++)
      expect(decode(whole.subarray(0, length)).kind).toBe('unreadable')
  })
})
