import { describe, expect, test } from '@jest/globals'
import { milliseconds } from '../support/milliseconds.js'
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
    [
      '- &a {model: v6}\n- &b {name: x, model: v5}\n- <<: [*a, *b]',
      [
        { name: 'x', model: 'v5' },
        { model: 'v6', name: 'x' },
      ],
    ],
    ['- &a {a: 1}\n- &list [*a]\n- {<<: *list, b: 2}', [[{ a: 1 }], { a: 1, b: 2 }]],
    [
      '- &a {a: 1}\n- &b {<<: *a, b: 2}\n- {<<: *b, c: 3}',
      [
        { a: 1, b: 2 },
        { a: 1, b: 2, c: 3 },
      ],
    ],
    ['- &a {a: 1}\n- {<<: *a, b: {<<: *a}, c: [{<<: [*a]}]}', [{ a: 1, b: { a: 1 }, c: [{ a: 1 }] }]],
  ])('a merge key brings its fields: %j', (text, expected) => {
    const read = parseYaml(text) as { value: unknown[] }
    expect(read.value.slice(1)).toEqual(expected)
  })

  test.each([
    ['- &a {x: 1}\n- <<: *a\n  y: 2\n  <<: *a\n', 4],
    ['- &a {x: 1}\n- {<<: *a, <<: {z: 1}}', 2],
    ['- &a {x: 1}\n- {<<: *a, b: [1, [2]], &k <<: *a}', 2],
    ['- &a {x: 1}\n- {<<: *a, "<<": *a}', 2],
    ['- &a {x: 1}\n- {b: {<<: *a,\n  <<: *a}, c: *a}', 3],
  ])('two merge keys in one mapping are refused: %j', (text, line) => {
    expect(parseYaml(text)).toEqual(fault('two-merges', line))
  })

  // yq lets it override the keys before it, and reads it in quotation marks; it leaves a mapping out that has no name.
  test.each([
    ['- &a {x: 1}\n- {y: 2, <<: *a}', 2],
    ['- &a {x: 1}\n- {y: 2, <<: [*a]}', 2],
    ['- &a {x: 1}\n- y: 2\n  <<: *a', 3],
    ['- &a {x: 1}\n- ? [y]\n  : 2\n  <<: *a', 4],
    ['- &a {x: 1}\n- &b y\n- {*b : 2, <<: *a}', 3],
    ['- &a {x: 1}\n- {y: {<<: *a, z: {y: 1, <<: *a}}}', 2],
    ['- &a {x: 1}\n- <<: *a\n  y:\n    y: 1\n    <<: *a', 5],
    ['- &a {x: 1}\n- {"<<": *a}', 2],
    ["- &a {x: 1}\n- {'<<': *a}", 2],
    ['- &a {x: 1}\n- {"\\x3c\\u003C": *a}', 2],
    ['- &a {x: 1}\n- ? "<\\\n    <"\n  : *a', 2],
    ['- &a {x: 1}\n- ? |-\n   <<\n  : *a', 3],
    ['- &a {x: 1}\n- {!!merge <<: *a}', 2],
    ['- &a {x: 1}\n- {!!str <<: *a}', 2],
    ['- &a {x: 1}\n- {! <<: *a}', 2],
    ['- &m <<\n- &a {x: 1}\n- {*m : *a}', 3],
    ['- {<<: {x: 1}, y: 2}', 1],
    ['- &a {x: 1}\n- {<<: [*a,\n  {x: 2}], y: 2}', 3],
    ['- <<: &a\n    x: 1', 2],
  ])('a merge key that parsers read in different ways is refused: %j', (text, line) => {
    expect(parseYaml(text)).toEqual(fault('merge-key', line))
  })

  test.each([
    '- &a {x: 1}\n- {<<: *a}\n- {<<: *a}',
    '- &a {x: 1}\n- {&k <<: *a, y: 2}',
    '- &a {x: 1}\n- {<<: *a, b: <<, c: "<<", d: [<<, "<<"]}',
    '[<<, <<, "<<"]',
    '- &a {x: 1}\n- {<<: *a, "x<<": 1, <<<: 1, <: 1}',
    '- &a {x: 1}\n- {<<: *a, b: {y: 1}, c: [{y: 1}]}',
  ])('one merge key in each of several mappings is fine, and so is the text: %j', (text) => {
    expect(parseYaml(text)).toMatchObject({ kind: 'value' })
  })

  test.each(['- {<<: 1}', '- {<<: }', '- {<<: [1]}', '- &a {x: 1}\n- {<<: [[*a]]}', '- &a {x: 1}\n- {!!merge "": *a}'])(
    'what is no merge is a fault of the syntax: %j',
    (text) => {
      expect(parseYaml(text)).toMatchObject({ kind: 'fault', why: 'syntax' })
    },
  )

  test('an anchor names what was given its name last, and so does what hides in another of the same name', () => {
    expect(parseYaml('- &a {x: 1, y: &a {x: 2}}\n- *a')).toEqual(value([{ x: 1, y: { x: 2 } }, { x: 2 }]))
    expect(parseYaml('- &a {x: &a 010}\n- {duration: *a}')).toEqual(fault('versions', 2, { written: '010' }))
  })

  test.each([
    ['count: 100\ncount: 1', 2, 'count'],
    ['- {credits: 1, "credits": 100}', 1, 'credits'],
    ['- a: 1\n  b: {c: 1, c : 2}', 2, 'c'],
    ['1: a\n"1": b', 2, '1'],
    ['? a\n: 1\n? a\n: 2', 3, 'a'],
    ['__proto__: 1\n__proto__: 2', 2, '__proto__'],
    ['- &k a\n- {a: 1, *k : 2}', 2, '*k'],
    ['- {? &k "a b" : 1, *k : 2}', 1, '*k'],
    ['- &a {a: 1}\n- {<<: *a, b: 1,\n  b: 2}', 3, 'b'],
  ])('a key that is given twice is refused: %j', (text, line, key) => {
    expect(parseYaml(text)).toEqual(fault('duplicate-key', line, { key }))
  })

  test('of a long key that is given twice, the beginning is named', () => {
    const key = 'k'.repeat(300)
    expect(parseYaml(`${key}: 1\n${key}: 2`)).toEqual(fault('duplicate-key', 2, { key: 'k'.repeat(200) }))
  })

  test.each<[string, readonly unknown[]]>([
    ['a: 1\n---\nb: 2', [{ a: 1 }, { b: 2 }]],
    ['---\na: 1\n---\n', [{ a: 1 }]],
    ['- 1\n...\n---\n- 2', [1, 2]],
    ['%YAML 1.2\n---\na\n---\nb', ['a', 'b']],
    ['a: 1\n---\nb: 2\nb: 3', []],
  ])('several documents are refused, with all that is in them: %j', (text, values) => {
    expect(parseYaml(text)).toEqual(fault('documents', undefined, { values }))
  })

  test.each([
    ['a:\n\tb: 1', 2],
    ['\ta: 1', 1],
    ['- a: 1\n \t b: 2\n  c: 3', 2],
    ['-\ta: 1\n\tb: 2', 1],
  ])('a tab that begins a line is named: %j', (text, line) => {
    expect(parseYaml(text)).toEqual(fault('tab', line))
  })

  test('a tab elsewhere is not', () => {
    expect(parseYaml('a: [1,\t2')).toMatchObject({ why: 'syntax' })
    expect(parseYaml('[{\n\t"a": 1\n\t"b": 2\n}]')).toMatchObject({ why: 'syntax', line: 3 })
    expect(parseYaml('a:\t1 # b\tc')).toEqual({ kind: 'value', value: { a: 1 } })
  })

  test.each([
    ['a: 1\n\uFEFFb: 2', 2],
    ['- 1\r\n\uFEFF- 2', 2],
  ])('a byte order mark that begins a line is refused: %j', (text, line) => {
    expect(parseYaml(text)).toEqual(fault('mark', line))
  })

  test.each([
    ['model: [v6', 1, 'unexpected end of the stream within a flow collection'],
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

  test('an alias stands for one value, however often', () => {
    const read = parseYaml(`- &a [x]\n${'- *a\n'.repeat(1000)}`) as { value: unknown[] }
    expect([read.value.length, new Set(read.value).size]).toEqual([1001, 1])
  })

  test('an alias of what it stands in is no fault of YAML', () => {
    expect(parseYaml('- &a [*a]').kind).toBe('value')
  })

  describe('what aliases bring is counted: more than 50 MiB are refused', () => {
    const mib = 'x'.repeat(1024 * 1024)
    const explosion = 'bcdefghi'.split('').map((letter, at) => {
      return `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${'abcdefgh'.charAt(at)}`).join(', ')}]`
    })

    test.each([
      ['of a text', `- &a ${mib}\n${'- *a\n'.repeat(50)}`, 51],
      ['of a list', `- &a [[], ${mib}]\n${'- *a\n'.repeat(50)}`, 51],
      ['of a mapping', `- &a {b: ${mib}}\n${'- *a\n'.repeat(50)}`, 51],
      ['of a text in mappings', `- &a ${mib}\n${'- {model: *a}\n'.repeat(50)}`, 51],
      ['of a mapping with an alias in it', `- &b ${mib}\n- &a {b: *b}\n${'- *a\n'.repeat(49)}`, 51],
      ['to merge', `- &a {b: ${mib}}\n${'- {<<: *a}\n'.repeat(50)}`, 51],
      ['as keys', `- &a ${mib}\n${'- {*a : 1}\n'.repeat(50)}`, 51],
      ['that explode', ['a: &a [x, x, x, x, x, x, x, x, x]', ...explosion].join('\n'), 8],
      ['of the anchor that was named last', `- &a x\n- &a ${mib}\n${'- *a\n'.repeat(50)}`, 52],
    ])('%s', (_, text, line) => {
      expect(parseYaml(text)).toEqual(fault('many-aliases', line))
      // The last alias is the one that is too many.
      const less = text.trimEnd().split('\n').slice(0, -1).join('\n')
      expect(text.includes('&i') || parseYaml(less).kind === 'value').toBe(true)
    })
  })

  test.each([
    ['a: 1\n# x\u2028count: 100', 2, 'U+2028'],
    ['a: 1\n\nb: "x\u2029"', 3, 'U+2029'],
    ['- model: v6 # \u0085  count: 100', 1, 'U+0085'],
    ['\u0085', 1, 'U+0085'],
  ])('a character that is a line break for some parsers is refused: %j', (text, line, code) => {
    expect(parseYaml(text)).toEqual(fault('line-break', line, { code }))
  })

  test('an escape is none', () => {
    expect(parseYaml('a: "\\u2028\\N"')).toEqual(value({ a: '\u2028\u0085' }))
  })

  test('fields that are merged are counted, because they are all that can explode', () => {
    const base = `- &base {${Array.from({ length: 999 }, (_, at) => `k${at}: 1`).join(', ')}}\n`
    const merges = MERGED_MAX / 1000
    expect(parseYaml(base + '- <<: *base\n'.repeat(merges)).kind).toBe('value')
    expect(parseYaml(base + '- <<: *base\n'.repeat(merges + 1))).toEqual(fault('many-merges', merges + 2))
  })
})

/** With each letter as an escape. */
function escaped(name: string): string {
  return name.replace(/./g, (letter) => `\\U${letter.charCodeAt(0).toString(16).padStart(8, '0')}`)
}

describe('values that YAML 1.1 reads otherwise', () => {
  test.each([
    ['count: 010', '010'],
    ['- count: 3\n- count: 08', '08'],
    ['duration: +05', '+05'],
    ['duration: 0o10', '0o10'],
    ['credits: 1e3', '1e3'],
    ['credits: 1.5e3', '1.5e3'],
    ['credits: 1E-3', '1E-3'],
    ['credits: .5e3', '.5e3'],
    ['credits: +.5', '+.5'],
    ['name: 007', '007'],
    ['name: 12e5', '12e5'],
    ['"count": 010', '010'],
    ['? count\n: 010', '010'],
    ['"co\\u0075nt": 010', '010'],
    ['"\\x63ount": 0o17', '0o17'],
    ['? "dur\\\n  ation"\n: 1e3', '1e3'],
    [`"${escaped('generate_multi_clip_switch')}": 010`, '010'],
    ['count: !!int 010', '010'],
    ['count: !!int "010"', '010'],
    ['[{a: [{generate_audio_switch: 010}]}]', '010'],
    ['- &n 010\n- {count: *n}', '010'],
    ['- &k count\n- {*k : 010}', '010'],
    ['- &a {count: 010}\n- {<<: *a}', '010'],
    ['text: no', 'no'],
    ['text: Y', 'Y'],
    ['text: "="\nlip_sync_tts_content: =', '='],
    ['lip_sync_tts_content: 12:30', '12:30'],
    ['lip_sync_tts_content: 1_000', '1_000'],
    ['lip_sync_tts_content: 0b11', '0b11'],
    ['lip_sync_tts_content: 2026-10-10', '2026-10-10'],
    ['lip_sync_tts_content: 1:30.5', '1:30.5'],
    ['quality: 1_080', '1_080'],
    ['model: on', 'on'],
  ])('are refused in a field that is read: %j', (text, written) => {
    expect(parseYaml(text)).toMatchObject({ kind: 'fault', why: 'versions', written })
  })

  test.each([
    'count: 10',
    'count: 0',
    'duration: 0x10',
    'duration: .5',
    'duration: 5.',
    'duration: 5.0',
    'duration: 05.5',
    'credits: 1.5e+3',
    'credits: .5e-3',
    'credits: .inf',
    'seed: 010',
    'prompt: no',
    'mixed: {yes: no}',
    '010: 1',
    'name: no',
    'name: 2026-10-10',
    'name: 01-02',
    'name: 12:30',
    'name: "010"',
    'text: "no"',
    'text: !!str no',
    "text: '12:30'",
    'text: none',
    'text: true',
    'text: 5',
    'text: ~',
    'model: 5.6',
    'text: on and off',
    `text: ${'9'.repeat(200)}`,
    `${'k'.repeat(50)}: 010`,
    '- &a {x: 1}\n- {count: *a}',
    '- [count, 010]',
    '- {[count]: 010}',
  ])('nothing is wrong with %j', (text) => {
    expect(parseYaml(text)).not.toMatchObject({ why: 'versions' })
  })

  // Nothing but true and false is read as a switch, and no text as a number.
  test.each(['audio: yes', 'audio: off', 'duration: 1_000', 'count: 1:30', 'count: 0b11'])(
    'what is text in YAML 1.2 stays text where none can be: %j',
    (text) => {
      const { value: read } = parseYaml(text) as { value: Record<string, unknown> }
      expect(Object.values(read).map((one) => typeof one)).toEqual(['string'])
    },
  )
})

const KIB_256 = 256 * 1024
const fill = (piece: string): string => piece.repeat(KIB_256 / piece.length)
const count = (most: number, piece: (at: number) => string): string =>
  Array.from({ length: most }, (_, at) => piece(at)).join('')

describe('256 KiB take a moment', () => {
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
    ['aliases in documents', `- &a {${count(5000, (at) => `k${at}: 1, `)}}\n${'- *a\n'.repeat(10_000)}---\n- {}\n`],
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
    expect(milliseconds(() => parseYaml(text))).toBeLessThan(3000)
  })
})
