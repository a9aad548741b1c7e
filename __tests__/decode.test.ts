import { runInNewContext } from 'node:vm'
import { describe, expect, test } from '@jest/globals'
import { isId, isObject, linesOf, messageOf, own } from '../src/decode.js'

describe('isObject', () => {
  test.each([
    [true, {}],
    [true, { a: 1 }],
    [true, Object.create(null)],
    [false, null],
    [false, undefined],
    [false, []],
    [false, [{ a: 1 }]],
    [false, 'text'],
    [false, 0],
    [false, () => undefined],
  ])('is %s of %p', (expected, value) => {
    expect(isObject(value)).toBe(expected)
  })
})

describe('isId', () => {
  test.each([
    [true, 1],
    [true, Number.MAX_SAFE_INTEGER],
    [false, Number.MAX_SAFE_INTEGER + 1],
    [false, 0],
    [false, -1],
    [false, 1.5],
    [false, NaN],
    [false, '1'],
    [false, null],
  ])('is %s of %p', (expected, value) => {
    expect(isId(value)).toBe(expected)
  })
})

test.each([
  ['', ['']],
  ['a\nb', ['a', 'b']],
  ['a\r\nb\rc\n', ['a', 'b', 'c', '']],
  ['a\n\rb', ['a', '', 'b']],
])('the lines of %j', (text, lines) => {
  expect(linesOf(text)).toEqual(lines)
})

describe('own', () => {
  test.each([
    ['a field', { a: 1 }, 'a', 1],
    ['a field that is null', { a: null }, 'a', null],
    ['a field that is named like one that every object inherits', JSON.parse('{"__proto__":5}'), '__proto__', 5],
  ])('reads %s', (_, value, field, expected) => {
    expect(own(value, field)).toBe(expected)
  })

  test.each([
    ['a field that is not there', {}, 'a'],
    ['a field that every object inherits', {}, 'constructor'],
    ['a field of the prototype', JSON.parse('{"__proto__":{"a":1}}'), 'a'],
    ['the length of a list', [1, 2], 'length'],
    ['the length of a text', 'text', 'length'],
    ['a field of null', null, 'a'],
    ['a field of nothing', undefined, 'a'],
  ])('does not read %s', (_, value, field) => {
    expect(own(value, field)).toBeUndefined()
  })
})

describe('messageOf', () => {
  test.each([
    ['an error', new TypeError('it failed'), 'it failed'],
    ['an error of another realm', runInNewContext('new Error("it failed")'), 'it failed'],
    ['an object with a message', { message: 'it failed' }, 'it failed'],
    ['a text', 'it failed', 'it failed'],
    ['null', null, 'null'],
    ['nothing', undefined, 'undefined'],
    ['a number', 5, '5'],
    ['an error without a message', new TypeError(''), 'TypeError'],
    ['an error whose message is no text', Object.assign(new Error('x'), { message: 5 }), 'Error: 5'],
    ['an object without a message', { code: 5 }, '[object Object]'],
    ['an object without anything', Object.create(null), 'something that cannot be put into words'],
    ['an object with a message that is none', { message: [] }, '[object Object]'],
    [
      'an object whose message cannot be read',
      {
        get message() {
          throw new Error('no')
        },
      },
      'something that cannot be put into words',
    ],
    ['a symbol', Symbol('it failed'), 'Symbol(it failed)'],
  ])('of %s', (_, thrown, message) => {
    expect(messageOf(thrown)).toBe(message)
  })
})
