import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decode } from '../../src/pixverse/envelope.js'
import { balanceOf } from '../support/purses.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (value: unknown): ReturnType<typeof decode> => decode(bytes(JSON.stringify(value)))
const success = (resp: unknown): unknown => ({ ErrCode: 0, ErrMsg: 'success', Resp: resp })

describe('a balance', () => {
  test.each([
    ['as documented', success({ account_id: 1, credit_monthly: 1069020, credit_package: 3630 }), 1069020, 3630],
    ['in the lower-case envelope', { err_code: 0, err_msg: '', resp: { credit_monthly: 5, credit_package: 7 } }, 5, 7],
    [
      'with fields that nobody knows',
      { ...(success({ credit_monthly: 1, credit_package: 2, credit_daily: 9 }) as object), request_id: 'x' },
      1,
      2,
    ],
    ['with fractions, which are rounded down', success({ credit_monthly: 2.9, credit_package: 0.5 }), 2, 0],
    ['below zero', success({ credit_monthly: -5, credit_package: 3 }), -5, 3],
    ['of nothing', success({ credit_monthly: 0, credit_package: -0 }), 0, 0],
    ['in both envelopes that agree', { ErrCode: 0, err_code: 0, Resp: { credit_monthly: 1, credit_package: 1 } }, 1, 1],
  ])('is read %s', (_, envelope, monthly, bought) => {
    expect(read(envelope)).toEqual({ kind: 'balance', balance: balanceOf({ monthly, package: bought }) })
  })

  test('is read with the byte order mark that some servers send', () => {
    expect(decode(bytes(`\ufeff${JSON.stringify(success({ credit_monthly: 1, credit_package: 2 }))}`)).kind).toBe(
      'balance',
    )
  })
})

describe('a refusal', () => {
  test.each([
    [{ ErrCode: 400012, ErrMsg: 'invalid account', Resp: null }, 400012, 'invalid account'],
    [{ err_code: 500069, err_msg: 'busy' }, 500069, 'busy'],
    [{ ErrCode: -1 }, -1, ''],
    [{ ErrCode: 1, ErrMsg: 5, Resp: { credit_monthly: 1, credit_package: 1 } }, 1, ''],
  ])('%j has its code and its message', (envelope, code, message) => {
    expect(read(envelope)).toEqual({ kind: 'refused', code, message })
  })
})

describe('an answer that is not one', () => {
  test.each([
    ['', 'is not JSON'],
    ['<html>', 'is a web page'],
    ['  <!doctype html>', 'is a web page'],
    ['{"ErrCode":0', 'is not JSON'],
    ['null', 'is JSON, but not an object'],
    ['[]', 'is JSON, but not an object'],
    ['0', 'is JSON, but not an object'],
    ['"success"', 'is JSON, but not an object'],
    ['{}', 'has no ErrCode'],
    ['{"__proto__":{"ErrCode":0}}', 'has no ErrCode'],
    ['{"ErrCode":null}', 'has an ErrCode that is not one number'],
    ['{"ErrCode":"0","Resp":{"credit_monthly":1,"credit_package":1}}', 'has an ErrCode that is not one number'],
    ['{"ErrCode":false}', 'has an ErrCode that is not one number'],
    [
      '{"ErrCode":0,"err_code":1,"Resp":{"credit_monthly":1,"credit_package":1}}',
      'has an ErrCode that is not one number',
    ],
    ['{"ErrCode":0}', 'reports success, but has no Resp'],
    ['{"ErrCode":0,"Resp":null}', 'reports success, but has no Resp'],
    ['{"ErrCode":0,"Resp":[1,2]}', 'reports success, but has no Resp'],
    [
      '{"ErrCode":0,"Resp":{"credit_monthly":1,"credit_package":1},"resp":{"credit_monthly":0,"credit_package":0}}',
      'has both Resp and resp',
    ],
    ['{"ErrCode":0,"Resp":null,"resp":{"credit_monthly":1,"credit_package":1}}', 'has both Resp and resp'],
    ['{"ErrCode":0,"__proto__":{"Resp":{"credit_monthly":1,"credit_package":1}}}', 'reports success, but has no Resp'],
    ['{"ErrCode":0,"Resp":{"credit_package":1}}', 'has no number in credit_monthly'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":1}}', 'has no number in credit_package'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":"1","credit_package":1}}', 'has no number in credit_monthly'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":null,"credit_package":1}}', 'has no number in credit_monthly'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":1e999,"credit_package":1}}', 'has a credit_monthly that is not finite'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":1,"credit_package":-1e999}}', 'has a credit_package that is not finite'],
    ['{"ErrCode":0,"Resp":{"credit_monthly":1e20,"credit_package":1}}', 'has more credits than can be counted exactly'],
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
