import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../src/fault.js'
import { type Located, LocatedItem, nameOf, readItems } from '../../src/plan/files.js'
import { groundOf } from '../../src/plan/patterns.js'
import { sanitiser } from '../../src/safe-text.js'
import { onPosix } from '../support/platform.js'
import { folderOfEachTest } from './folder.js'
import { milliseconds } from '../support/milliseconds.js'

const MIB = 1024 * 1024
const folder = folderOfEachTest()
const { write } = folder

type Input = 'plan' | 'prices'

function start(text: string, input: Input = 'plan', cwd = folder.workspace): Generator<Located> {
  return readItems(input, text, groundOf(folder.workspace, cwd), sanitiser())
}

function read(text: string, input: Input = 'plan'): Located[] {
  return [...start(text, input)]
}

/** Values only, where nothing is wrong. */
function values(text: string): unknown[] {
  return read(text).map((one) => {
    if (one.kind === 'fault') throw new Error(JSON.stringify(one.fault))
    return one.value
  })
}

function places(text: string, cwd?: string): unknown[] {
  return [...start(text, 'plan', cwd)].map((one) =>
    one.kind === 'fault' ? one.fault : [one.file, one.item, one.alone, one.where],
  )
}

function faults(text: string, input: Input = 'plan'): Fault[] {
  return read(text, input).flatMap((one) => (one.kind === 'fault' ? one.fault : []))
}

/** The only fault; items may follow, for what is wrong with them. */
function fault(text: string, input: Input = 'plan'): Fault {
  const [first, ...others] = faults(text, input)
  if (first === undefined || others.length > 0) throw new Error('There is not exactly one fault.')
  return first
}

const SYNTAX = {
  id: 'plan-syntax',
  message: 'the syntax is wrong here',
  hint: 'Correct this line or the one before it. In YAML a text with `: ` or ` #` in it needs quotation marks.',
}
const SYNTAX_OF_JSON = {
  ...SYNTAX,
  hint: 'Correct this line or the one before it. JSON has double quotation marks, no comments, and no comma at the end of a list.',
}
const SYNTAX_OF_LINES = {
  ...SYNTAX,
  hint: 'Correct this line. It must be a whole request in JSON, with double quotation marks.',
}
const DUPLICATE = {
  id: 'plan-duplicate-key',
  message: 'a key is given twice in one mapping',
  hint: 'Keep one of both: which of them counts would depend on who reads it.',
}
const NOTHING = {
  id: 'plan-nothing',
  message: 'there is no request in it',
  hint: 'Write them below the comments; `[]` says that there are none.',
}
const EMPTY = {
  id: 'file-empty',
  message: 'this file is empty',
  hint: 'Write into it what is meant to be there; `[]` says that there is nothing.',
}
const FILE_NAMES = {
  id: 'plan-file-names',
  message: 'this is a list of file names, not of requests',
  hint: 'Give the names as patterns, one pattern a line, without brackets, dashes and quotation marks.',
}
const LIST = {
  id: 'plan-list-under-key',
  message: 'this is a mapping with the list inside it',
  hint: 'Leave the key out, so that the list itself is all there is: each request begins with `-`, or stands in `[ ]`.',
}
const BARE = {
  id: 'plan-bare-mapping',
  message: 'this is neither a list nor a file pattern, but a mapping',
  hint: 'Put `- ` before its first line and two blanks before the others: inline YAML begins with `-`, `[` or `{`.',
}
const UTF_16 = {
  id: 'file-utf-16',
  message: 'this file is UTF-16',
  hint: 'Save it as UTF-8; in PowerShell write it with `Out-File -Encoding utf8`.',
}
const MARK = {
  id: 'file-mark',
  message: 'a byte order mark (BOM) stands in the middle of it',
  hint: 'Files that were put together each had one: save them as UTF-8 without a mark (BOM), then put them together.',
}
const NOT_REGULAR = {
  id: 'file-not-regular',
  message: 'this is not a regular file',
  hint: 'Use regular files only.',
}

describe('inline', () => {
  test.each<[string, string, unknown[]]>([
    ['a list in YAML', '- model: v6\n  duration: 5\n- model: c1', [{ model: 'v6', duration: 5 }, { model: 'c1' }]],
    ['a list in JSON', '[{"model": "v6"}, {"model": "c1"}]', [{ model: 'v6' }, { model: 'c1' }]],
    ['one item in JSON', '{"model": "v6", "audio": true}', [{ model: 'v6', audio: true }]],
    ['one item in YAML', '{model: v6, audio: true}', [{ model: 'v6', audio: true }]],
    ['a document in YAML', '---\nmodel: v6\n', [{ model: 'v6' }]],
    ['JSON with a comma too many', '[{"model": "v6",},]', [{ model: 'v6' }]],
    ['YAML with Windows line ends', '- model: v6\r\n- model: c1\r\n', [{ model: 'v6' }, { model: 'c1' }]],
    ['a list below a comment', '# my shots\n\n  # more\n- model: v6', [{ model: 'v6' }]],
    ['a list below a comment in JSON', '# my shots\n[{"model": "v6"}]', [{ model: 'v6' }]],
    ['an item below a comment', '# my shot\nmodel: v6\nduration: 5', [{ model: 'v6', duration: 5 }]],
    ['an item with a quoted key below a comment', ' # my shot\n"model": v6', [{ model: 'v6' }]],
    ['nothing to generate', '[]', []],
    ['nothing to generate, below a comment', '# nothing today\n[]', []],
    ['items that are none', '[null, 5, [1]]', [null, 5, [1]]],
    ['names that are no files', '[a, b.txt]', ['a', 'b.txt']],
    ['a merge', '- &a {model: v6}\n- {<<: *a, count: 2}', [{ model: 'v6' }, { model: 'v6', count: 2 }]],
  ])('%s', (_, text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  test.each(['plan', 'prices'] as const)('each item of %s says where it stands', (input) => {
    const items = read('[{"a": 1}, {"a": 2}]', input)
    expect(items).toMatchObject([
      { kind: 'item', file: '', item: 1, alone: false, where: `${input}, item 1`, value: { a: 1 } },
      { kind: 'item', file: '', item: 2, alone: false, where: `${input}, item 2`, value: { a: 2 } },
    ])
    expect(read('- a: 1', input)).toMatchObject([{ alone: true }])
  })

  test('a key that every object inherits is a field like any other', () => {
    for (const text of ['{"__proto__": {"credits": 1}}', '- __proto__: {credits: 1}']) {
      const [item] = values(text)
      expect(Object.keys(item as object)).toEqual(['__proto__'])
      expect((item as { credits?: number }).credits).toBeUndefined()
    }
  })

  test.each([
    ['[', 1, 'unexpected end of the stream within a flow collection'],
    ['- model: v6\n model: c1', 2, 'bad indentation of a sequence entry'],
    ['- a\n- *nobody', 2, 'unidentified alias "nobody"'],
    ['{a: 1}}', 1, 'end of the stream or a document separator is expected'],
    ['[{"a": 1}\n{"b": 2}]', 2, 'missed comma between flow collection entries'],
  ])('broken text is one fault with its line: %j', (text, line, reason) => {
    expect(fault(text)).toEqual({ ...SYNTAX, where: `plan, line ${line}`, detail: `the parser says: \`${reason}\`` })
    expect(fault(text, 'prices').where).toBe(`prices, line ${line}`)
  })

  test.each([
    ['{"a": 1, "a": 2}', 1, 'a'],
    ['[{"a": 1},\n{"credits": 1, "\\u0063redits": 0}]', 2, 'credits'],
    ['{a: 1, a: 2}', 1, 'a'],
    ['# shots\n- count: 100\n  count: 1', 3, 'count'],
  ])('a key that is given twice is a fault: %j', (text, line, key) => {
    expect(fault(text)).toEqual({ ...DUPLICATE, where: `plan, line ${line}`, detail: `namely \`${key}\`` })
  })

  test('two merge keys are a fault', () => {
    expect(fault('- &a {model: v6}\n- <<: *a\n  <<: {model: c1}')).toEqual({
      id: 'plan-two-merges',
      message: 'a mapping has two merge keys',
      hint: 'Merge a list in their place, as in `<<: [*first, *second]`: which of both counts would depend on who reads it.',
      where: 'plan, line 3',
    })
  })

  test('a merge key that parsers read in different ways is a fault', () => {
    expect(fault('- &a {model: v6, duration: 10}\n- duration: 5\n  <<: *a')).toEqual({
      id: 'plan-merge-key',
      message: 'parsers of YAML read this merge key in different ways',
      hint: 'Put `<<` first in its mapping, without quotation marks, and behind it a name or a list of names: `<<: *first` or `<<: [*first, *second]`.',
      where: 'plan, line 3',
    })
  })

  test('merge keys that bring very much are a fault', () => {
    const base = `- &base {${Array.from({ length: 999 }, (_, at) => `k${at}: 1`).join(', ')}}\n`
    expect(fault(base + '- <<: *base\n'.repeat(300))).toEqual({
      id: 'plan-many-merges',
      message: 'merge keys bring more than 200,000 fields',
      hint: 'Use several files, or JSON.',
      where: 'plan, line 202',
    })
  })

  test('aliases that bring very much are a fault', () => {
    expect(fault(`- &base {prompt: ${'x'.repeat(1024 * 1024)}}\n${'- *base\n'.repeat(60)}`)).toEqual({
      id: 'plan-many-aliases',
      message: 'aliases bring more than 50 MiB',
      hint: 'Use several files, or a `count` where items are equal.',
      where: 'plan, line 51',
    })
  })

  test('a value that YAML 1.1 reads otherwise is a fault', () => {
    expect(fault('- model: v6\n  count: 010 # $x$')).toEqual({
      id: 'plan-yaml-versions',
      message: 'parsers of YAML read this value in different ways',
      hint: 'Write a number in plain digits, such as 10 or 0.5, and put text into quotation marks.',
      detail: 'namely `010`',
      where: 'plan, line 2',
    })
  })

  test('a character that only some parsers take for a line break is a fault', () => {
    expect(fault('- model: v6 # a note\u2028  count: 100')).toEqual({
      id: 'plan-line-break',
      message: 'there is an invisible character in this line',
      hint: 'Delete it, or write it as an escape in double quotation marks, such as `"\\u2028"`.',
      detail: 'U+2028, which only some parsers take for a line break',
      where: 'plan, line 1',
    })
  })

  test('several documents are a fault', () => {
    const documents = {
      id: 'plan-documents',
      message: 'there are several YAML documents in it',
      hint: 'Use a list: take the lines `---` out, and begin each request with `- `.',
    }
    expect(fault('---\nmodel: v6\n---\nmodel: c1')).toEqual({ ...documents, where: 'plan' })
    write('a.yml', 'a: 1\n---\nb: 2')
    expect(fault('a.yml')).toEqual({ ...documents, where: 'a.yml' })
  })

  test.each(['# only a comment', '# one\n\n  # another\n', '---'])('%j has no request in it', (text) => {
    expect(fault(text)).toEqual({ ...NOTHING, where: 'plan' })
    expect(fault(text, 'prices')).toEqual({ ...NOTHING, message: 'there is no price in it', where: 'prices' })
  })

  test.each([
    'model: v6',
    'model: v6\nquality: 720p\nduration: 5',
    '"model": "v6"',
    'image_references:\n- {img_id: 1}',
    'model: v6\n x',
    'clips: [v6',
    'A-b_1 :\n x',
  ])('a mapping without a dash is one fault: %j', (text) => {
    expect(fault(text)).toEqual({ ...BARE, where: 'plan, line 1' })
    expect(fault(text, 'prices').where).toBe('prices, line 1')
  })

  test.each([
    ...['clips:\n- model: v6', 'clips:\n  - model: v6\n', 'name: x\nshots: [{model: v6}]\n', '"clips": [1]'],
    'shots:\n  model: v6',
  ])('a mapping with the list inside it is named as what it is: %j', (text) => {
    const key = text.includes('shots') ? 'shots' : 'clips'
    const expected = { id: 'plan-list-under-key', where: 'plan, line 1', detail: `under the key \`${key}\`` }
    expect(fault(text)).toMatchObject(expected)
  })

  test.each([
    'prompts/a.json prompts/b.json',
    'C:\\prompts\\a.json',
    'a:b.json',
    '5: a.json',
    'my shots: a.json',
    '# comment\nnobody.json',
  ])('what is no mapping is a pattern: %j', (text) => {
    expect(fault(text).id).toMatch(/^pattern-/)
  })

  test.each([
    '["prompts/a.json", "prompts/b.json"]',
    '["prompts/*.jsonl"]',
    '- prompts/a.yml\n- "prompts/b.yaml"',
    '# changed\n- a.ndjson',
  ])('a list of file names is one fault: %j', (text) => {
    expect(fault(text)).toEqual({ ...FILE_NAMES, where: 'plan' })
  })
})

describe('patterns', () => {
  test('below a comment stay patterns', () => {
    write('prompts/a.json', '{"model": "v6"}')
    expect(values('# prompts\nprompts/*.json')).toEqual([{ model: 'v6' }])
    expect(values('prompts/*.json\n# - model: c1')).toEqual([{ model: 'v6' }])
  })

  test('have their faults first, then come their files', () => {
    write('a.json', '{"a": 1}')
    const [first, second, ...others] = read('a.json\nnobody.json', 'prices')
    expect(first).toMatchObject({ fault: { id: 'pattern-no-match', where: 'nobody.json' } })
    expect(first).toHaveProperty('fault.message', 'this pattern of `prices` matches no file')
    expect(second).toMatchObject({ value: { a: 1 } })
    expect(others).toEqual([])
  })
})

describe('files', () => {
  test.each<[string, string, unknown[]]>([
    ['one.json', '{"model": "v6"}', [{ model: 'v6' }]],
    ['list.json', ' [{"model": "v6"}, {"model": "c1"}]\n', [{ model: 'v6' }, { model: 'c1' }]],
    ['lines.jsonl', '{"model": "v6"}\n{"model": "c1"}\n', [{ model: 'v6' }, { model: 'c1' }]],
    ['lines.ndjson', '{"model": "v6"}\n{"model": "c1"}', [{ model: 'v6' }, { model: 'c1' }]],
    ['one.yml', 'model: v6\n', [{ model: 'v6' }]],
    ['list.yml', '- model: v6\n- model: c1\n', [{ model: 'v6' }, { model: 'c1' }]],
    ['one.yaml', '# A comment\nmodel: v6\n', [{ model: 'v6' }]],
    ['list.yaml', '[{model: v6}, {model: c1}]', [{ model: 'v6' }, { model: 'c1' }]],
    ['LOUD.JSON', '{"model": "v6"}', [{ model: 'v6' }]],
    ['LOUD.Yml', 'model: v6', [{ model: 'v6' }]],
    ['windows.json', '[\r\n{"model": "v6"}\r\n]\r\n', [{ model: 'v6' }]],
    ['windows.jsonl', '{"model": "v6"}\r\n\r\n{"model": "c1"}\r\n', [{ model: 'v6' }, { model: 'c1' }]],
    ['windows.yml', 'model: v6\r\nduration: 5\r\n', [{ model: 'v6', duration: 5 }]],
    ['mark.json', '\uFEFF{"model": "v6"}', [{ model: 'v6' }]],
    ['mark.jsonl', '\uFEFF{"model": "v6"}\n{"model": "c1"}', [{ model: 'v6' }, { model: 'c1' }]],
    ['mark and nothing.jsonl', '\uFEFF\n{"model": "c1"}', [{ model: 'c1' }]],
    ['mark.yml', '\uFEFFmodel: v6', [{ model: 'v6' }]],
    ['marked text.json', '"\uFEFF"', ['\uFEFF']],
    ['nothing.json', '[]', []],
    ['nothing.yml', '[]', []],
    ['null.json', 'null', [null]],
    ['list of one line.jsonl', '[{"model": "v6"}]\n', [[{ model: 'v6' }]]],
    ['number.jsonl', '5', [5]],
    ['anchors.yml', '- &a {model: v6}\n- *a', [{ model: 'v6' }, { model: 'v6' }]],
    ['emoji.jsonl', '{"prompt": "🦊"}\n', [{ prompt: '🦊' }]],
  ])('%s is read', (file, content, expected) => {
    write(file, content)
    expect(values(file)).toEqual(expected)
  })

  test('an item says in which file it stands, where in it, and whether it is alone there', () => {
    write('prompts/a.json', '[{}, {}]')
    write('prompts/b.yml', 'model: v6')
    write('prompts/c.jsonl', '\n{}\n  \n{}\n\n{}')
    write('prompts/d.jsonl', '\n\n{}\n')
    const items = [
      ['prompts/a.json', 1, false, 'prompts/a.json, item 1'],
      ['prompts/a.json', 2, false, 'prompts/a.json, item 2'],
      ['prompts/b.yml', 1, true, 'prompts/b.yml, item 1'],
      ['prompts/c.jsonl', 2, false, 'prompts/c.jsonl, line 2'],
      ['prompts/c.jsonl', 4, false, 'prompts/c.jsonl, line 4'],
      ['prompts/c.jsonl', 6, false, 'prompts/c.jsonl, line 6'],
      ['prompts/d.jsonl', 3, true, 'prompts/d.jsonl, line 3'],
    ]
    expect(places('prompts/*')).toEqual(items)
    // Its file is named from the workspace on, its place as it is seen.
    expect(places('*', join(folder.workspace, 'prompts'))).toEqual(
      items.map(([file, item, alone, where]) => [file, item, alone, String(where).slice('prompts/'.length)]),
    )
  })

  test('an item is called by its name, or else by the file that it has for itself', () => {
    write('prompts/fox.final.json', '{}')
    write('prompts/many.jsonl', '{}\n{}')
    write('prompts/one.jsonl', '{}')
    const names = (text: string, name: string): string[] =>
      read(text).map((one) => (one.kind === 'item' ? nameOf(one, name) : ''))
    expect(names('prompts/*', '')).toEqual(['fox.final', '', '', 'one'])
    expect(names('prompts/*', 'x')).toEqual(['x', 'x', 'x', 'x'])
    expect(names('- {}', '')).toEqual([''])
  })

  test('a bad line is a fault with its number, and the other lines are read', () => {
    write('a.jsonl', '{"a": 1}\r\n\r\n{"a": 2\r\n{"a": 3}\r\nnonsense\n{"a": 4, "a": 5}\n\uFEFF{}')
    expect(places('a.jsonl')).toEqual([
      ['a.jsonl', 1, false, 'a.jsonl, line 1'],
      { ...SYNTAX_OF_LINES, where: 'a.jsonl, line 3', detail: 'the parser says: `it ends too early`' },
      ['a.jsonl', 4, false, 'a.jsonl, line 4'],
      {
        ...SYNTAX_OF_LINES,
        where: 'a.jsonl, line 5',
        detail: 'the parser says: `a value is missing, or is not one that JSON knows`',
      },
      { ...DUPLICATE, where: 'a.jsonl, line 6', detail: 'namely `a`' },
      { ...MARK, where: 'a.jsonl, line 7' },
    ])
    write('a.jsonl', 'nonsense')
    expect(fault('a.jsonl')).toMatchObject({ ...SYNTAX_OF_LINES, where: 'a.jsonl, line 1' })
    write('a.jsonl', 'nonsense\n{}\n{}')
    expect(places('a.jsonl')).toMatchObject([SYNTAX_OF_LINES, { 1: 2 }, { 1: 3 }])
  })

  test.each([
    '[\n{"model": "v6"}\n]',
    '{"model": "v6",\n"duration": 5}',
    '[{"model": "v6"},\n{}]',
    '{\n  "model": "v6"\n}',
    '\n { \n',
    '[',
  ])('JSON over several lines is one fault of a file of lines: %j', (content) => {
    write('a.jsonl', content)
    expect(fault('a.jsonl')).toEqual({
      id: 'plan-not-lines',
      message: 'this is JSON over several lines',
      hint: "In .jsonl and .ndjson each line is a whole request. Name the file .json, or write it with `jq -c '.[]'`.",
      where: `a.jsonl, line ${content.startsWith('\n') ? 2 : 1}`,
    })
    write('a.jsonl', `{}\n${content}`)
    expect(faults('a.jsonl')[0]).toMatchObject(SYNTAX_OF_LINES)
  })

  test('lines are read piece by piece, however long they are', () => {
    const lines = [10, 70_000, 0, 65_536 - 9, 200_000, 1, 65_535, 131_072, 3].map((length) => ({
      p: 'ä'.repeat(length),
    }))
    write('a.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))
    expect(values('a.jsonl')).toEqual(lines)
    write('a.jsonl', lines.map((line) => `${JSON.stringify(line)}\r\n`).join(''))
    expect(values('a.jsonl')).toEqual(lines)
  })

  test('100,000 lines are read without keeping them', () => {
    write('a.jsonl', `{"model":"v6","quality":"720p","duration":5,"prompt":"${'x'.repeat(200)}"}\n`.repeat(100_000))
    let items = 0
    let last: Located | undefined
    for (last of start('a.jsonl')) items++
    expect(items).toBe(100_000)
    expect(last).toMatchObject({ where: 'a.jsonl, line 100000' })
  })

  onPosix('a file of lines that is not read to its end is closed', () => {
    write('a.jsonl', '{}\n{}\n{}')
    const open = (): number => readdirSync('/dev/fd').length
    const before = open()
    for (let at = 0; at < 20; at++) for (const one of start('a.jsonl')) if (one.kind === 'item') break
    for (let at = 0; at < 20; at++) read('a.jsonl')
    expect(open()).toBe(before)
  })

  test.each<[string, string, number, string]>([
    ['broken.json', '{"model": "v6"', 1, 'it ends too early'],
    ['comma.json', '[{"model": "v6"},\n]', 2, 'a comma stands before the closing bracket'],
    ['yaml.json', 'model: v6', 1, 'a value is missing, or is not one that JSON knows'],
    ['broken.yml', 'model: [v6', 1, 'unexpected end of the stream within a flow collection'],
    ['nobody.yml', '- *nobody', 1, 'unidentified alias "nobody"'],
    ['deep.json', '['.repeat(100_000), 1, 'it is nested more than 1000 deep'],
    ['deep.yml', '['.repeat(20_000), 1, 'nesting exceeded maxDepth (100)'],
  ])('%s is one fault with its line', (file, content, line, reason) => {
    write(file, content)
    const syntax = file.endsWith('.json') ? SYNTAX_OF_JSON : SYNTAX
    expect(fault(file)).toEqual({ ...syntax, where: `${file}, line ${line}`, detail: `the parser says: \`${reason}\`` })
  })

  test.each([
    ['twice.yml', 'count: 100\ncount: 1', 2, 'count'],
    ['twice inside.yaml', '- {credits: 1, credits: 100}', 1, 'credits'],
    ['alias.yaml', '- &k count\n- {count: 1, *k : 100}', 2, '*k'],
    ['twice.json', '[{"count": 100,\n"count": 1}]', 2, 'count'],
  ])('a key that is given twice in %s is a fault', (file, content, line, key) => {
    write(file, content)
    const by = key.startsWith('*') ? 'by the alias ' : ''
    expect(fault(file)).toEqual({ ...DUPLICATE, where: `${file}, line ${line}`, detail: `namely ${by}\`${key}\`` })
  })

  test.each(['empty.json', 'empty.jsonl', 'empty.ndjson', 'empty.yml', 'empty.yaml'])(
    'an empty file is a fault: %s',
    (file) => {
      for (const content of ['', ' ', ' \n\t\r\n', '\uFEFF', '\uFEFF\n']) {
        write(file, content)
        expect(fault(file)).toEqual({ ...EMPTY, where: file })
      }
    },
  )

  test('a file with nothing but comments has no request in it', () => {
    write('a.yml', '# one\n# two\n')
    expect(fault('a.yml')).toEqual({ ...NOTHING, where: 'a.yml' })
    expect(fault('a.yml', 'prices').message).toBe('there is no price in it')
  })

  test.each([
    ['a.json', '\uFEFF{}', 'utf16le'],
    ['a.jsonl', '\uFEFF{}', 'utf16le'],
    ['a.yml', '\uFEFFmodel: v6', 'utf16le'],
    ['a.json', '{}', 'utf16le'],
    ['a.jsonl', '{}\n', 'utf16le'],
    ['a.json', '\uFEFF{}', 'utf16be'],
    ['a.jsonl', '\uFEFF{}', 'utf16be'],
    ['a.yml', 'model: v6', 'utf16be'],
  ])('%s with %j in %s is named as what it is', (file, text, encoding) => {
    const bytes = Buffer.from(text, 'utf16le')
    write(file, encoding === 'utf16be' ? bytes.swap16() : bytes)
    expect(fault(file)).toEqual({ ...UTF_16, where: file })
  })

  test.each([
    ['a.json', Buffer.from([0x7b, 0xff, 0xfe])],
    ['a.json', Buffer.from([0xff, 0xff])],
    ['a.json', Buffer.from([0xfe, 0xfe])],
    ['a.json', Buffer.from([0, 0])],
    ['a.jsonl', Buffer.from([0xff])],
  ])('%s with other bytes is not UTF-16: %p', (file, bytes) => {
    write(file, bytes)
    expect(fault(file)).toMatchObject({ id: 'plan-syntax' })
  })

  test.each([
    ['a.json', '[{},\n\uFEFF{}]', 2],
    ['a.yml', '- a: 1\n\uFEFF- b: 2', 2],
    ['a.json', '\uFEFF\uFEFF{}', 1],
  ])('a byte order mark in the middle of %s is named as what it is: %j', (file, content, line) => {
    write(file, content)
    expect(fault(file)).toEqual({ ...MARK, where: `${file}, line ${line}` })
  })

  test.each(['plan.txt', 'plan', 'plan.json5', 'plan.json.bak', '.json', 'plan.ymlx'])(
    'a file of another format is a fault: %s',
    (file) => {
      write(file, '{"model": "v6"}')
      expect(fault(file)).toEqual({
        id: 'file-format',
        message: 'this file has an unknown format',
        hint: 'Use .json, .jsonl, .ndjson, .yml or .yaml, or leave it out with a line that begins with `!`.',
        where: file,
      })
    },
  )

  test.each([
    ['big.json', 50],
    ['big.jsonl', 50],
    ['big.ndjson', 50],
    ['big.yml', 16],
    ['big.yaml', 16],
    ['BIG.YML', 16],
  ])('%s may be as large as %d MiB, and no larger', (file, most) => {
    // Sparse: it takes no room on the disk.
    const path = join(folder.workspace, file)
    write(file, '')
    truncateSync(path, most * MIB + 1)
    expect(fault(file)).toEqual({
      id: 'file-too-large',
      message: `this file is larger than ${most} MiB`,
      hint: 'Use several files, or leave out what no price depends on, such as prompts; .json and .jsonl may be larger than YAML.',
      where: file,
    })
    writeFileSync(path, '{"model": "v6"}'.padEnd(most * MIB))
    expect(statSync(path).size).toBe(most * MIB)
    expect(values(file)).toEqual([{ model: 'v6' }])
  })

  onPosix('a pipe, which would never end, is a fault', () => {
    execFileSync('mkfifo', [join(folder.workspace, 'pipe.json')])
    expect(fault('pipe.json')).toEqual({ ...NOT_REGULAR, where: 'pipe.json' })
  })

  onPosix('what is no file, though it is no folder, is a fault', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(join(folder.workspace, 'socket.json'), resolve))
    try {
      expect(fault('socket.json')).toEqual({ ...NOT_REGULAR, where: 'socket.json' })
    } finally {
      await new Promise((resolve) => server.close(resolve))
    }
  })

  test('a file that is gone when it is read is a fault', () => {
    for (const name of ['a', 'b', 'c']) write(`${name}.json`, `{"name": "${name}"}`)
    const items = start('*.json')
    expect(items.next().value).toMatchObject({ value: { name: 'a' } })
    rmSync(join(folder.workspace, 'b.json'))
    expect([...items]).toMatchObject([
      {
        fault: {
          id: 'file-unreadable',
          message: 'this file cannot be read',
          hint: 'Check that it exists and may be read.',
          where: 'b.json',
          detail: expect.stringMatching(/^the system says: `ENOENT: .*`$/),
        },
      },
      { value: { name: 'c' } },
    ])
  })

  test('a link that is put there after the files were found leads nowhere outside', () => {
    write('../outside/secret.json', '{"credits": 1}')
    write('a.json')
    write('b.json')
    const items = start('*.json')
    items.next()
    rmSync(join(folder.workspace, 'b.json'))
    symlinkSync('../outside/secret.json', join(folder.workspace, 'b.json'))
    expect([...items]).toEqual([
      {
        kind: 'fault',
        fault: {
          id: 'file-outside',
          message: 'this file is outside of the workspace',
          hint: 'Use files of the workspace only.',
          where: 'b.json',
        },
      },
    ])
  })

  test('a link within the workspace is read, whatever its name', () => {
    write('store/a.bin', '{"model": "v6"}')
    symlinkSync('store/a.bin', join(folder.workspace, 'a.json'))
    symlinkSync('store', join(folder.workspace, 'b'))
    write('store/c.yml', 'model: c1')
    expect(values('a.json\nb/c.yml')).toEqual([{ model: 'v6' }, { model: 'c1' }])
  })

  test('a folder that takes the place of a file is not read', () => {
    write('a.json')
    write('b.json')
    const items = start('*.json')
    items.next()
    rmSync(join(folder.workspace, 'b.json'))
    mkdirSync(join(folder.workspace, 'b.json'))
    expect([...items]).toMatchObject([{ fault: NOT_REGULAR }])
  })

  test('a list of file names in a file is one fault', () => {
    write('changed.json', '["prompts/a.json", "prompts/b.json"]')
    expect(fault('changed.json')).toEqual({ ...FILE_NAMES, where: 'changed.json' })
    write('changed.json', '["prompts/a.json", {}]')
    expect(values('changed.json')).toHaveLength(2)
    write('changed.json', '["prompts/a.json", 5]')
    expect(values('changed.json')).toHaveLength(2)
  })
})

describe('a list below a key', () => {
  test.each([
    ['{"shots": [{"model": "v6"}]}', 'shots'],
    ['- shots: [{model: v6}]', 'shots'],
    ['# mine\nname: campaign\nvideos:\n- model: v6\n- model: c1', 'videos'],
    ['{ITEMS: [1]}', 'ITEMS'],
    ['{notes: [1, {a: 1}]}', 'notes'],
  ])('is one fault that names the key: %s', (text, key) => {
    expect(fault(text)).toEqual({ ...LIST, where: 'plan, item 1', detail: `under the key \`${key}\`` })
  })

  test.each([
    ['{version: 1, defaults: {model: v6}, requests: []}', 'requests'],
    ['{model: v6, quality: 720p, duration: 5, my_clips: [{prompt: a}, {prompt: b}]}', 'my_clips'],
    ['{model: v6, quality: 720p, duration: 5, Prompts: [a fox, a dog]}', 'Prompts'],
    ['{model: v6, quality: 720p, duration: 5, takes: [{seed: 1}, {seed: 2}]}', 'takes'],
    ['{model: v6, quality: 720p, duration: 5, storyboard: [{source_video_id: 1}]}', 'storyboard'],
    ['{model: v6, quality: 720p, duration: 5, cuts: [{seconds: 8}]}', 'cuts'],
    ['{model: v6, quality: 720p, duration: 5, scenes: [{x: 1}]}', 'scenes'],
    ['{model: v6, quality: 720p, duration: 5, videos: []}', 'videos'],
  ])('has its fields in each of its requests: %s', (text, key) => {
    const hint = `${LIST.hint} Put the fields beside them into each request.`
    expect(fault(text)).toEqual({ ...LIST, hint, where: 'plan, item 1', detail: `under the key \`${key}\`` })
  })

  test.each([
    '{model: v6, image_references: [{img_id: 1}], video_references: [{id: 1}], multi_transition: [{img_id: 1}]}',
    '{model: v6, img_ids: [1, 2], tags: [a, b], shotlist: [], notes: {a: [1]}}',
    '{model: v6, shots: 5, items: {a: 1}, multi_shots: [1]}',
    '{model: v6, video_reference: [{seed: 1}], ref_images: [{prompt: a}]}',
    '[[{model: v6}]]',
  ])('is none of these: %s', (text) => {
    expect(faults(text)).toEqual([])
  })

  test.each([
    ['{model: v6, quality: 720p, duration: 5, shots: [{img_id: 1}, {img_id: 2}]}', 'shots'],
    ['{model: v6, videos: [{video_id: 1}]}', 'videos'],
    ['{model: v6, jobs: [a, {video_media_id: 1}]}', 'jobs'],
    ['{model: v6, cast: [{name: Bob, img_id: 1}, 5]}', 'cast'],
    ['{model: v6, links: [{image_url: a}]}', 'links'],
    ['{model: v6, notes: [{by: me}]}', 'notes'],
    ['{count: 2, more: [{body: {model: v6, quality: 720p}}]}', 'more'],
  ])('may be another list, in a request: %s', (text, key) => {
    const more =
      'If they are references, the key is `image_references` or `video_references`; a note of your own may be a text.'
    const place = { where: 'plan, item 1', detail: `under the key \`${key}\`` }
    expect(fault(text)).toEqual({ ...LIST, hint: `${LIST.hint} ${more}`, ...place })
  })

  test('is read up to its thousandth request', () => {
    const many = JSON.stringify({ requests: Array.from({ length: 5000 }, () => ({})) })
    expect(read(many).length).toBe(1001)
    expect(read(`- {clips: &a [${'{}, '.repeat(400)}]}\n${'- {clips: *a}\n'.repeat(5)}`).length).toBe(1006)
    write('a.json', many)
    write('b.jsonl', `${many}\n${many}`)
    expect(read('*.json*').length).toBe(1003)
  })

  test('is found in a moment among very many keys', () => {
    const item = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`a${at}`, []]))
    expect(milliseconds(() => read(JSON.stringify([{ ...item, model: 'v6' }])))).toBeLessThan(3000)
  })

  test('is said of each line and each item', () => {
    write('a.jsonl', '{}\n{"jobs": [{}]}')
    write('b.yml', '- model: v6\n- scenes: [{model: v6}]')
    expect(faults('a.jsonl\nb.yml', 'prices').map(({ where }) => where)).toEqual(['a.jsonl, line 2', 'b.yml, item 2'])
    write('a.jsonl', '{"tasks": [{}]}')
    expect(fault('a.jsonl').where).toBe('a.jsonl, line 1')
  })

  test('may have a hostile name, which is sanitised', () => {
    expect(fault(`{"${'x'.repeat(50)}": [{}]}`).detail).toBe(`under the key \`${'x'.repeat(39)}…\``)
  })
})

test('16 MiB of YAML take seconds', () => {
  const item = (at: number): string =>
    `- model: v6\n  quality: 720p\n  duration: 5\n  name: shot ${at}\n  prompt: A lighthouse in a storm, take ${at}\n`
  const items = Math.floor((16 * MIB) / item(100_000).length)
  write('a.yml', Array.from({ length: items }, (_, at) => item(at)).join(''))
  let read = 0
  expect(
    milliseconds(() => {
      for (const one of start('a.yml')) if (one instanceof LocatedItem) read++
    }),
  ).toBeLessThan(20_000)
  expect(read).toBe(items)
})

test('texts from outside are sanitised wherever they are shown', () => {
  const hostile = 'x::error::y'
  write(`${hostile}.json`, `{"${hostile}": 1, "${hostile}": 2}`)
  write(`${hostile}.yml`, `- *${hostile}`)
  write(`${hostile}.txt`)
  const all = faults(`${hostile}.*\n${hostile}/*.json\n!a\n- *${hostile}`)
  expect(all).toHaveLength(5)
  for (const { where, detail, message, hint } of all) {
    expect(`${where} ${detail}`).not.toContain('::')
    expect(`${message} ${hint}`).not.toContain('error')
  }
})
