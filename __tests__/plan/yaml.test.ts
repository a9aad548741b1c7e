import { describe, expect, test } from '@jest/globals'
import { milliseconds } from './milliseconds.js'
import { MERGED_MAX, parseYaml } from '../../src/plan/yaml.js'

const value = (of: unknown): object => ({ kind: 'value', value: of })
const fault = (why: string, line?: number, more: object = {}): object => ({
  kind: 'fault',
  why,
  ...(line === undefined ? {} : { line }),
  ...more,
})

describe('parseYaml', () => {
  test.each<[string, unknown]>([
    ['model: v6\nduration: 5', { model: 'v6', duration: 5 }],
    ['- {model: v6, audio: true}\n- model: 5.6\n', [{ model: 'v6', audio: true }, { model: 5.6 }]],
    ['# a comment\n---\n- 1\n...\n', [1]],
    // YAML 1.2: neither a truth nor a time.
    ['[yes, no, on, 12:30, 0o14, 014, 1_000, 2026-10-10]', ['yes', 'no', 'on', '12:30', 12, 14, '1_000', '2026-10-10']],
    ['a: .inf\nb: ~\nc:\nd: "null"', { a: Infinity, b: null, c: null, d: 'null' }],
    ['a: |\n  b\n  c\nd: >-\n  e\n  f\n', { a: 'b\nc\n', d: 'e f' }],
    ['- &a {model: v6}\n- *a', [{ model: 'v6' }, { model: 'v6' }]],
    ['a: "<<"\nb: <<', { a: '<<', b: '<<' }],
    ['"<<": 1\n\'<<\': 2', undefined],
    ['a: x \uFEFF y', { a: 'x \uFEFF y' }],
    ['\uFEFFa: 1', { a: 1 }],
    ['5: a', { 5: 'a' }],
    ['0', 0],
    ['""', ''],
    ['false', false],
    ['[]', []],
  ])('%j', (text, expected) => {
    const read = parseYaml(text)
    if (expected === undefined) expect(read.kind).toBe('fault')
    else expect(read).toEqual(value(expected))
  })

  test('a key that every object inherits is a field like any other', () => {
    const read = parseYaml('__proto__: {credits: 1}')
    expect(Object.keys((read as { value: object }).value)).toEqual(['__proto__'])
  })

  test.each(['', '# only\n# comments\n', '---\n', '~', 'null', '---\n...\n'])('%j holds nothing', (text) => {
    expect(parseYaml(text)).toEqual({ kind: 'empty' })
  })

  test.each([
    ['- &base {model: v6, count: 40}\n- {<<: *base, count: 1}', [{ model: 'v6', count: 1 }]],
    ['- &base {model: v6}\n- {<<: *base, name: x}', [{ model: 'v6', name: 'x' }]],
    ['- &base {model: v6}\n- <<: [*base, {name: x, model: v5}]', [{ model: 'v6', name: 'x' }]],
    [
      '- &a {a: 1}\n- &b {<<: *a, b: 2}\n- {<<: *b, c: 3}',
      [
        { a: 1, b: 2 },
        { a: 1, b: 2, c: 3 },
      ],
    ],
    ['- {a: 1}\n- {<<: {b: {<<: {c: 1}}}, d: {<<: {e: 1}}}', [{ b: { c: 1 }, d: { e: 1 } }]],
  ])('a merge key brings its fields: %j', (text, expected) => {
    const read = parseYaml(text) as { value: unknown[] }
    expect(read.value.slice(1)).toEqual(expected)
  })

  test.each([
    ['- &a {x: 1}\n- <<: *a\n  y: 2\n  <<: *a\n', 4],
    ['- &a {x: 1}\n- {<<: *a, <<: {z: 1}}', 2],
    ['- {<<: {a: 1}, b: [1, [2]], &k <<: {c: 1}}', 1],
    ['- {a: {<<: {b: 1}}, <<: {c: 1}, d: *x, <<: {e: 1}}', 1],
  ])('two merge keys in one mapping are refused: %j', (text, line) => {
    expect(parseYaml(text)).toEqual(fault('two-merges', line))
  })

  test.each([
    '- {<<: {a: 1}}\n- {<<: {a: 1}}',
    '{<<: {<<: {a: 1}}}',
    '[<<, <<]',
    '{<<: {a: 1}, b: <<}',
    '{a: <<, <<: {c: 1}}',
    '{<<: {a: 1}, "<<": {b: 1}}',
    '{<<: {a: 1}, !!str <<: {b: 1}}',
    '{<<: {a: 1}, "x<<": 1, x<<: 1}',
  ])('one merge key in each of several mappings is fine, and so is the text: %j', (text) => {
    expect(parseYaml(text)).not.toMatchObject({ why: 'two-merges' })
  })

  test('a merge key is no merge key behind a tag, where it could hide', () => {
    expect(parseYaml('{!!merge <<: {a: 1}}')).toEqual(
      fault('syntax', 1, { message: 'cannot resolve a node with !<tag:yaml.org,2002:merge> explicit tag' }),
    )
    expect(parseYaml('{! <<: {a: 1}}')).toEqual(value({ '<<': { a: 1 } }))
  })

  test.each([
    ['count: 100\ncount: 1', 2, 'count'],
    ['- {credits: 1, "credits": 100}', 1, 'credits'],
    ['- a: 1\n  b: {c: 1, c : 2}', 2, 'c'],
    ['1: a\n"1": b', 2, '1'],
    ['? a\n: 1\n? a\n: 2', 3, 'a'],
    ['__proto__: 1\n__proto__: 2', 2, '__proto__'],
  ])('a key that is given twice is refused: %j', (text, line, key) => {
    expect(parseYaml(text)).toEqual(fault('duplicate-key', line, { key }))
  })

  test('of a long key that is given twice, the beginning is named', () => {
    const key = 'k'.repeat(300)
    expect(parseYaml(`${key}: 1\n${key}: 2`)).toEqual(fault('duplicate-key', 2, { key: 'k'.repeat(200) }))
  })

  test.each(['a: 1\n---\nb: 2', '---\na: 1\n---\n', '- 1\n...\n---\n- 2', '%YAML 1.2\n---\na\n---\nb'])(
    'several documents are refused: %j',
    (text) => {
      expect(parseYaml(text)).toEqual(fault('documents'))
    },
  )

  test.each([
    ['a: 1\n\uFEFFb: 2', 2],
    ['- 1\r\n\uFEFF- 2', 2],
  ])('a byte order mark that begins a line is refused: %j', (text, line) => {
    expect(parseYaml(text)).toEqual(fault('mark', line))
  })

  test.each([
    ['model: [v6', 1, 'unexpected end of the stream within a flow collection'],
    ['a:\n\tb: 1', 2, 'tab characters must not be used in indentation'],
    ['- model: v6\n model: c1', 2, 'bad indentation of a sequence entry'],
    ['- a\n- *nobody', 2, 'unidentified alias "nobody"'],
    ['{a: 1}}', 1, 'end of the stream or a document separator is expected'],
    ['a: b: c', 1, 'bad indentation of a mapping entry'],
    ['a: !thing b', 1, 'unknown scalar tag !<!thing>'],
    ['? [a]\n: 1', 1, 'object-based map does not support complex keys'],
    ['a: "\u0007"', 1, 'expected valid JSON character'],
    ['\u0000{\u0000}', 1, 'null byte is not allowed in input'],
    ['\n'.repeat(500) + '"', 501, 'unexpected end of the stream within a double quoted scalar'],
  ])('what is wrong with %j is said with its line', (text, line, message) => {
    expect(parseYaml(text)).toEqual(fault('syntax', line, { message }))
  })

  test('what is nested too deeply is refused', () => {
    for (const text of ['['.repeat(20_000), '- '.repeat(20_000), '{a: '.repeat(20_000)]) {
      expect(parseYaml(text)).toEqual(fault('syntax', 1, { message: 'nesting exceeded maxDepth (100)' }))
    }
  })

  test('aliases that explode stay one value each', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [before, letter] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'].map(
      (pair) => [pair.charAt(0), pair.charAt(1)] as const,
    )) {
      bomb.push(`${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`)
    }
    const { value: read } = parseYaml(bomb.join('\n')) as { value: Record<string, unknown[]> }
    expect(read['i']).toHaveLength(9)
    expect(new Set(read['i']).size).toBe(1)
  })

  test('fields that are merged are counted, because they are all that can explode', () => {
    const base = `- &base {${Array.from({ length: 999 }, (_, at) => `k${at}: 1`).join(', ')}}\n`
    const merges = MERGED_MAX / 1000
    expect(parseYaml(base + '- <<: *base\n'.repeat(merges)).kind).toBe('value')
    expect(parseYaml(base + '- <<: *base\n'.repeat(merges + 1))).toEqual(fault('many-merges', merges + 2))
  })
})

const KIB_256 = 256 * 1024
const fill = (piece: string): string => piece.repeat(KIB_256 / piece.length)
const count = (most: number, piece: (at: number) => string): string =>
  Array.from({ length: most }, (_, at) => piece(at)).join('')

describe('256 KiB take less than a second', () => {
  test.each([
    ['anchors', `- ${fill('&a ')}`],
    ['anchored items', fill('- &a x\n')],
    ['quotes', `- ${fill('"')}`],
    ['single quotes', `- ${fill("' ")}`],
    ['keys', count(20_000, (at) => `k${at}: 1\n`)],
    ['numbers as keys', count(20_000, (at) => `${at * 7}: 1\n`)],
    ['tags', fill('- !!str x\n')],
    ['tags of one value', `- ${fill('!!str ')}`],
    ['aliases', `- &a {x: 1}\n${fill('- *a\n')}`],
    ['question marks', fill('? ')],
    ['dashes', fill('- ')],
    ['brackets', fill('[')],
    ['brackets in pairs', `[${fill('[],')}`],
    ['braces as keys', `[${fill('{}: 1,')}`],
    ['pairs in brackets', `[${fill(`${'['.repeat(80)}a: b${']'.repeat(80)},`)}`],
    ['documents', fill('---\n')],
    ['tag handles', `${count(12_000, (at) => `%TAG !a${at}! b\n`)}---\na`],
    ['merges of merges', count(8000, (at) => `- &a${at} {${at === 0 ? '' : `<<: *a${at - 1}, `}k${at}: 1}\n`)],
    ['merges of lists', `- &a {b: 1}\n${fill(`- <<: [${'*a,'.repeat(90)}]\n`)}`],
    ['merges of many fields', `- &a {${count(10_000, (at) => `k${at}: 1, `)}}\n${'- <<: *a\n'.repeat(10_000)}`],
    ['merges of itself', fill('- &a {<<: *a}\n')],
    ['merge keys', fill('<<: {}\n')],
    ['blanks', `a: ${fill(' ')}b`],
    ['hashes', `a: ${fill('x#')}`],
    ['digits', `a: ${fill('9')}e${fill('9')}x`],
    ['folded lines', `a: >\n${fill(' b\n\n')}`],
    ['escapes', `a: "${fill('\\u0041')}"`],
    ['keys over two lines', `[${fill('"a"\n: b,')}`],
  ])('of %s', (_, text) => {
    expect(milliseconds(() => parseYaml(text))).toBeLessThan(1000)
  })
})
