import { describe, expect, test } from '@jest/globals'
import { divideUp, exactly, inDigits, MILLION, millionths } from '../../src/prices/decimal.js'

describe('decimal numbers', () => {
  test.each([
    [0, 0n],
    [-0, 0n],
    [1, MILLION],
    [22.5, 22_500_000n],
    [0.1, 100_000n],
    [0.000001, 1n],
    [5.000001, 5_000_001n],
    [Number.MAX_SAFE_INTEGER, 9_007_199_254_740_991_000_000n],
    [1e20, 100_000_000_000_000_000_000_000_000n],
    ['22.5', 22_500_000n],
    ['007', 7_000_000n],
    ['1.000000', MILLION],
  ])('%p is read exactly', (value, expected) => {
    expect(millionths(value)).toBe(expected)
    expect(inDigits(expected)).toBe(String(Number(value)))
  })

  test.each([
    -1,
    -0.1,
    NaN,
    Infinity,
    1e21,
    1e-7,
    0.1 + 0.2,
    '',
    ' 1',
    '1 ',
    '+1',
    '1.',
    '.5',
    '1e3',
    '1.0000000',
    '1,5',
  ])('%p is not read', (value) => {
    expect(millionths(value)).toBeUndefined()
  })

  test('a decimal number is insisted on where it is known to be one', () => {
    expect(exactly('22.5')).toBe(22_500_000n)
    expect(() => exactly('x')).toThrow(new RangeError('x is not a decimal number of at most six decimals'))
  })

  test.each([
    [0n, 3n, 0n],
    [1n, 3n, 1n],
    [3n, 3n, 1n],
    [4n, 3n, 2n],
    [6n, 3n, 2n],
  ])('%p divided by %p is %p, rounded up', (dividend, divisor, expected) => {
    expect(divideUp(dividend, divisor)).toBe(expected)
  })
})
