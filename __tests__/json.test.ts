import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lineAt, numberSource, parseJson } from '../src/json.js'
import { milliseconds } from './support/milliseconds.js'

const twice = (key: string, line = 1): object => ({
  kind: 'fault',
  why: 'duplicate-key',
  message: 'a key is given twice in one object',
  line,
  key,
})
const wrong = (message: string, line = 1): object => ({
  kind: 'fault',
  why: message === EARLY ? 'end' : 'syntax',
  message,
  line,
})
const VALUE = 'a value is missing, or is not one that JSON knows'
const EARLY = 'it ends too early'
const MARK = 'a byte order mark stands in the middle of it'
const CONTROL = 'a string has a line break or another control character in it'
const ESCAPE = 'a string has a backslash in it that escapes nothing'

describe('parseJson', () => {
  test.each([
    'null',
    ' true ',
    '-0.5e+10',
    '""',
    '[]',
    ' { } ',
    '[{}, [], {"a": [1, {"b": null}]}]',
    '{"a": {"a": {"a": 1}}, "b": [{"a": 1}, {"a": 2}]}',
    '{"a" : 1 ,\t"b"\r\n:\n2}',
    '{"a": "b", "b": "a"}',
    '{"a": ":", "b": "\\":", "c": "\\\\"}',
    '{"a": "x\\": y", "A": "\\\\\\": 1"}',
    '{"\\u0061": 1, "\\\\u0061": 2}',
    '{"__proto__": {"credits": 1}, "constructor": 1}',
    '{"1": 1, "01": 2}',
    '"\u2028\uFEFF"',
  ])('reads what JSON.parse reads: %j', (text) => {
    expect(parseJson(text)).toStrictEqual({ kind: 'value', value: JSON.parse(text) as unknown })
  })

  test.each([
    ['{"a": 1, "a": 1}', twice('a')],
    ['{"a": 1, "\\u0061": 2}', twice('a')],
    ['{"a": 1,\n "b": 2,\r\n "a": 3}', twice('a', 3)],
    ['[{"a": {"b": [{"c": 1, "c": 2}]}}]', twice('c')],
    ['{"a": {}, "b": [], "a": 0}', twice('a')],
    ['{"a": {"b": 1}, "b": 2, "b": 3}', twice('b')],
    ['{"__proto__": 1, "__proto__": 2}', twice('__proto__')],
    ['{"": 1, "": 2}', twice('')],
    ['{"a": ":", "a": 1}', twice('a')],
    ['{"a": 1, "a": 2, "b"}', twice('a')],
    ['{"a":1,"a"\t\r\n : 2}', twice('a')],
    [`{"text": "${'x'.repeat(2000)}", "a": 1, "a": 2}`, twice('a')],
  ])('refuses a key that is given twice: %j', (text, fault) => {
    expect(parseJson(text)).toEqual(fault)
  })

  test.each([
    ['', wrong(EARLY)],
    [' \n ', wrong(EARLY, 2)],
    ['[', wrong(EARLY)],
    ['{', wrong(EARLY)],
    ['{"a', wrong(EARLY)],
    ['"', wrong(EARLY)],
    ['"\\', wrong(ESCAPE)],
    ['"\\u00"', wrong(ESCAPE)],
    ['"a\\x"', wrong(ESCAPE)],
    ['{"a"', wrong(EARLY)],
    ['{"a":', wrong(EARLY)],
    ['{"a": 1', wrong(EARLY)],
    ['[1', wrong(EARLY)],
    ['[1,', wrong(EARLY)],
    ['[1,\n]', wrong('a comma stands before the closing bracket', 2)],
    ['{"a": 1, }', wrong('a comma stands before the closing bracket')],
    ['[1 2]', wrong('a comma or ] is missing')],
    ['[1}', wrong('a comma or ] is missing')],
    ['{"a": 1 "b": 2}', wrong('a comma or } is missing')],
    ['{"a": 1]', wrong('a comma or } is missing')],
    ['{a: 1}', wrong('a key in double quotes is missing')],
    ['{1: 1}', wrong('a key in double quotes is missing')],
    ['{"a": 1, b: 1}', wrong('a key in double quotes is missing')],
    ['{"a" 1}', wrong('a colon is missing behind a key')],
    ['{"a", 1}', wrong('a colon is missing behind a key')],
    ['{} {}', wrong('something stands behind its end')],
    ['[]\n]', wrong('something stands behind its end', 2)],
    ['1, 2', wrong('something stands behind its end')],
    ['"a\nb"', wrong(CONTROL)],
    ['"a\u001f"', wrong(CONTROL)],
    ['model: v6', wrong(VALUE)],
    ["'a'", wrong(VALUE)],
    ['01', wrong(VALUE)],
    ['1.', wrong(VALUE)],
    ['.5', wrong(VALUE)],
    ['+1', wrong(VALUE)],
    ['-', wrong(VALUE)],
    ['1e', wrong(VALUE)],
    ['NaN', wrong(VALUE)],
    ['nulls', wrong(VALUE)],
    ['True', wrong(VALUE)],
    ['[,1]', wrong(VALUE)],
    ['{"a": }', wrong(VALUE)],
    ['\uFEFF1', { ...wrong(MARK), why: 'mark' }],
    ['[1,\n\uFEFF2]', { ...wrong(MARK, 2), why: 'mark' }],
    ['1\uFEFF', { ...wrong(MARK), why: 'mark' }],
    ['\u00a01', wrong(VALUE)],
  ])('says what is wrong with %j', (text, fault) => {
    expect(parseJson(text)).toEqual(fault)
  })

  const deep = (depth: number, open: string, close: string): string => `${open.repeat(depth)}1${close.repeat(depth)}`

  test.each([
    ['[', ']'],
    ['{"a":', '}'],
    ['[\n{"]": ', '}]'],
  ])('takes 1,000 of %j in each other, and no more', (open, close) => {
    const most = 1000 / (open.match(/[[{]/g) ?? []).length
    expect(parseJson(deep(most, open, close)).kind).toBe('value')
    for (const depth of [most + 1, 100_000]) {
      expect(parseJson(deep(depth, open, close))).toMatchObject({ message: 'it is nested more than 1000 deep' })
    }
  })

  test('brackets in strings are not nested', () => {
    const value = { a: '[{'.repeat(2000), b: ['\\"[', '\\', ']['.repeat(2000)], '[': '"'.repeat(999) }
    expect(parseJson(JSON.stringify(value))).toEqual({ kind: 'value', value })
    expect(parseJson(JSON.stringify(Array.from({ length: 2000 }, () => [{}]))).kind).toBe('value')
    expect(parseJson(`"${'['.repeat(2000)}`)).toEqual(wrong(EARLY))
  })

  test.each([
    ['brackets', '['],
    ['braces', '{"a":'],
    ['quotes', '"'],
    ['backslashes', '"\\\\'],
    ['escaped quotes', '"\\"'],
    ['digits', '1'],
    ['lines', '\n'],
    ['colons', '":'],
    ['keys', '{"a":1,"b":2},'],
  ])('takes no longer than in proportion to the text for 25 MB of %s', (_, piece) => {
    const text = `[${piece.repeat(25e6 / piece.length)}`
    let kind = ''
    expect(milliseconds(() => (kind = parseJson(text).kind))).toBeLessThan(20_000)
    expect(kind).toBe('fault')
  })

  test('reads, or refuses, what JSON.parse does', () => {
    const pieces = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a"',
        '"a":',
        '\\',
        '\\"',
        ' ',
        '\n',
        '1',
        '-',
        '.5',
        'e1',
        'null',
        'tru',
      ],
    )
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
      fc.json(),
      fc.string(),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseJson(text)
        let value: unknown
        try {
          value = JSON.parse(text)
        } catch {
          expect(read).toMatchObject({ kind: 'fault' })
          return
        }
        if (read.kind === 'value') expect(read.value).toStrictEqual(value)
        else expect(read.why).toBe('duplicate-key')
      }),
      { numRuns: 3000 },
    )
  })

  test('reads an escaped key as itself, although V8 may take it for another that it has seen', () => {
    for (let nth = 0; nth < 50; nth++) JSON.parse(`{"count":1,"\\\\u006":${nth}}`)
    expect(parseJson('{"count": 1, "\\u0063ount": 3}')).toMatchObject({ why: 'duplicate-key', key: 'count' })
    expect(parseJson('{"count": 1, "\\u0063": 3, "a\\"b\\\\": 4}')).toEqual({
      kind: 'value',
      value: { count: 1, c: 3, 'a"b\\': 4 },
    })
  })

  test('finds every key that is given twice, and no other', () => {
    const key = fc.constantFrom('a', 'b', 'A', ':', '"', '\\', '":')
    const text = fc.letrec<{ any: [string, boolean]; object: [string, boolean]; leaf: [string, boolean] }>((tie) => ({
      any: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('object')),
      leaf: fc.constantFrom('1', '":"', '"\\":"', '[]').map((leaf) => [leaf, false]),
      object: fc.array(fc.tuple(key, tie('any')), { maxLength: 3 }).map((fields) => {
        const body = fields.map(([name, [value]]) => `${JSON.stringify(name)}: ${value}`).join(', ')
        const repeats = new Set(fields.map(([name]) => name)).size < fields.length
        return [`{${body}}`, repeats || fields.some(([, [, inside]]) => inside)]
      }),
    })).any
    fc.assert(
      fc.property(text, ([json, repeats]) => {
        expect(parseJson(json).kind).toBe(repeats ? 'fault' : 'value')
      }),
      { numRuns: 1000 },
    )
  })
})

describe('numberSource', () => {
  test.each([
    ['{"ErrCode": 1e-400}', ['ErrCode'], '1e-400'],
    ['{"ErrCode":0}', ['ErrCode'], '0'],
    ['{"Resp": {"credit_monthly": 499.99999999999999999}}', ['Resp', 'credit_monthly'], '499.99999999999999999'],
    ['{"a": 1, "Resp": {"a": -2.0E+3, "b": {"a": 3}}, "b": 4}', ['Resp', 'a'], '-2.0E+3'],
    ['{"Resp": {"b": {"a": 3}}}', ['Resp', 'a'], undefined],
    ['{"\\u0061": 7}', ['a'], '7'],
    ['{"a": [1, {"b": 2}]}', ['a', 'b'], undefined],
    ['{"a": [1]}', ['a', ''], undefined],
    ['{"a": "1"}', ['a'], undefined],
    ['{"a": true}', ['a'], undefined],
    ['{"a": null}', ['a'], undefined],
    ['{"a": {}}', ['a'], undefined],
    ['{}', ['a'], undefined],
    ['5', [], '5'],
    ['5', ['a'], undefined],
  ])('%s at %j is written %j', (text, path, source) => {
    expect(numberSource(text, path)).toBe(source)
  })
})

test.each([
  ['', 0, 1],
  ['a\nb', 1, 1],
  ['a\nb', 2, 2],
  ['\n\n\n', 3, 4],
  ['\n\n\n', 99, 4],
])('in %j, character %d stands in line %d', (text, at, line) => {
  expect(lineAt(text, at)).toBe(line)
})
