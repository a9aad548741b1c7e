import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Located } from '../../src/budget/faults.js'
import type { Trouble } from '../../src/budget/trouble.js'
import { readInputs } from '../../src/inputs.js'
import { priceThePlan } from '../../src/plan/price.js'
import { readItems } from '../../src/plan/read.js'
import { onPosix } from '../support/platform.js'

const HOME = process.cwd()
const KIB = 1024

/** A folder with a workspace in it, and with room for what is outside of the workspace. */
let folder: string
let workspace: string

beforeEach(() => {
  // The toolkit's globbing writes debug commands.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plan-')))
  workspace = join(folder, 'workspace')
  mkdirSync(workspace)
  process.chdir(workspace)
})

afterEach(() => {
  jest.restoreAllMocks()
  process.chdir(HOME)
  rmSync(folder, { recursive: true })
})

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

async function read(text: string, input: 'plan' | 'prices' = 'plan'): Promise<(Located | Trouble)[]> {
  return [...(await readItems(input, text, workspace))]
}

/** Items only, without their places. */
async function items(text: string): Promise<unknown[]> {
  return (await read(text)).map((located) => {
    if (!('item' in located)) throw new Error(JSON.stringify(located))
    return located.item
  })
}

/** Places only, of items and of faults. */
async function places(text: string): Promise<(string | undefined)[]> {
  return (await read(text)).map(({ place }) => place)
}

/** The only fault, where there is nothing else. */
async function fault(text: string, input: 'plan' | 'prices' = 'plan'): Promise<Trouble> {
  const [first, ...others] = await read(text, input)
  if (first === undefined || 'item' in first || others.length > 0) throw new Error('There is not exactly one fault.')
  return first
}

const SYNTAX = 'This part of plan cannot be read: its syntax is wrong.'
const NO_FILE = 'This pattern of plan matches no file.'
const OUTSIDE = 'This pattern of plan leads outside of the workspace.'

describe('inline', () => {
  test.each([
    ['a list in YAML', '- model: v6\n  duration: 5\n- model: c1', [{ model: 'v6', duration: 5 }, { model: 'c1' }]],
    ['a list in JSON', '[{"model": "v6"}, {"model": "c1"}]', [{ model: 'v6' }, { model: 'c1' }]],
    ['one item in JSON', '{"model": "v6", "audio": true}', [{ model: 'v6', audio: true }]],
    ['one item in YAML', '{model: v6, audio: true}', [{ model: 'v6', audio: true }]],
    ['a document in YAML', '---\nmodel: v6\n', [{ model: 'v6' }]],
    ['JSON with a comma too many', '[{"model": "v6",},]', [{ model: 'v6' }]],
    ['YAML with Windows line ends', '- model: v6\r\n- model: c1\r\n', [{ model: 'v6' }, { model: 'c1' }]],
    ['nothing to generate', '[]', []],
    ['items that are none', '[null, 5, [1]]', [null, 5, [1]]],
    ['a version, which is no number in YAML', '- model: v5.6\n- model: 5.6', [{ model: 'v5.6' }, { model: 5.6 }]],
  ])('%s', async (_, text, expected) => {
    expect(await items(text)).toEqual(expected)
  })

  test.each(['plan', 'prices'] as const)('each item of %s says where it stands', async (input) => {
    expect(await read('[{"a": 1}, {"a": 2}]', input)).toEqual([
      { place: `${input}, item 1`, item: { a: 1 } },
      { place: `${input}, item 2`, item: { a: 2 } },
    ])
  })

  test('a key that every object inherits is a field like any other', async () => {
    for (const text of ['{"__proto__": {"credits": 1}}', '- __proto__: {credits: 1}']) {
      const [item] = await items(text)
      expect(Object.keys(item as object)).toEqual(['__proto__'])
      expect((item as { credits?: number }).credits).toBeUndefined()
    }
  })

  test.each(['[', '{"model": "v6"', '- model: v6\n model: c1', '- a\n- *nobody', '{a: 1}}'])(
    'broken text is one fault: %j',
    async (text) => {
      const found = await fault(text)
      expect(found).toMatchObject({
        place: 'plan',
        happened: SYNTAX,
        cure: 'Check it with a JSON or YAML checker.',
      })
      expect(found.detail).toMatch(/\w/)
      expect((await fault(text, 'prices')).happened).toBe('This part of prices cannot be read: its syntax is wrong.')
    },
  )
})

describe('files', () => {
  test.each([
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
    ['mark.yml', '\uFEFFmodel: v6', [{ model: 'v6' }]],
    ['nothing.json', '[]', []],
    ['nothing.yml', '[]', []],
    ['nobody.yml', '# only a comment', [null]],
    ['list of one line.jsonl', '[{"model": "v6"}]\n', [[{ model: 'v6' }]]],
    ['anchors.yml', '- &a {model: v6}\n- *a', [{ model: 'v6' }, { model: 'v6' }]],
  ])('%s is read', async (file, content, expected) => {
    write(file, content)
    expect(await items(file)).toEqual(expected)
  })

  test('an item says in which file and where in it it stands', async () => {
    write('prompts/a.json', '[{}, {}]')
    write('prompts/b.yml', 'model: v6')
    write('prompts/c.jsonl', '\n{}\n  \n{}\n\n{}')
    expect(await places('prompts/*')).toEqual([
      'prompts/a.json, item 1',
      'prompts/a.json, item 2',
      'prompts/b.yml, item 1',
      'prompts/c.jsonl, line 2',
      'prompts/c.jsonl, line 4',
      'prompts/c.jsonl, line 6',
    ])
  })

  test('a place is told as seen from the working directory', async () => {
    write('prompts/a.json', '{}')
    process.chdir('prompts')
    expect(await places('*.json')).toEqual(['a.json, item 1'])
    expect(await places(join(workspace, '**/*.json'))).toEqual(['a.json, item 1'])
  })

  test('a bad line is a fault with its number, and the other lines are read', async () => {
    write('a.jsonl', '{"a": 1}\r\n\r\n{"a": 2\r\n{"a": 3}\r\nnonsense')
    const found = await read('a.jsonl')
    expect(found.map(({ place }) => place)).toEqual([
      'a.jsonl, line 1',
      'a.jsonl, line 3',
      'a.jsonl, line 4',
      'a.jsonl, line 5',
    ])
    expect(found.map((located) => 'item' in located)).toEqual([true, false, true, false])
    expect(found[1]).toMatchObject({ happened: SYNTAX, cure: 'Check it with a JSON or YAML checker.' })
    expect(found[3]).toMatchObject({ happened: SYNTAX })
  })

  test('100,000 lines are read', async () => {
    write('a.jsonl', '{"model":"v6","quality":"720p","duration":5}\n'.repeat(100_000))
    const found = await read('a.jsonl')
    expect(found).toHaveLength(100_000)
    expect(found.at(-1)?.place).toBe('a.jsonl, line 100000')
  })

  test.each([
    ['broken.json', '{"model": "v6"'],
    ['comma.json', '[{"model": "v6"},]'],
    ['yaml.json', 'model: v6'],
    ['broken.yml', 'model: [v6'],
    ['tab.yml', 'a:\n\tb: 1'],
    ['twice.yml', 'model: v6\nmodel: c1'],
    ['twice inside.yaml', '- {credits: 1, credits: 100}'],
    ['two documents.yml', 'model: v6\n---\nmodel: c1\n'],
    ['nobody.yml', '- *nobody'],
    ['utf-16.json', '\u0000{\u0000}'],
  ])('%s is one fault', async (file, content) => {
    write(file, content)
    const found = await fault(file)
    expect(found).toMatchObject({ place: file, happened: SYNTAX, cure: 'Check it with a JSON or YAML checker.' })
    expect(found.detail).toMatch(/\w/)
  })

  test('a duplicate key is named, and a second document, too', async () => {
    write('a.yml', 'count: 100\ncount: 1')
    write('b.yml', 'a: 1\n---\nb: 2')
    expect((await fault('a.yml')).detail).toContain('Map keys must be unique at line 2')
    expect((await fault('b.yml')).detail).toContain('multiple documents')
  })

  test('aliases that explode are a fault, not an explosion', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [before, letter] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'].map(
      (pair) => [pair.charAt(0), pair.charAt(1)] as const,
    )) {
      bomb.push(`${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`)
    }
    write('a.yml', bomb.join('\n'))
    const found = await fault('a.yml')
    expect(found.happened).toBe(SYNTAX)
    expect(found.detail).toContain('Excessive alias count')
    // A flow mapping of the same is refused inline, too.
    expect((await fault(`{${bomb.join(', ')}}`)).detail).toContain('Excessive alias count')
  })

  test.each([
    ['deep.json', '['.repeat(100_000)],
    ['deep.yml', '['.repeat(20_000)],
  ])('what is nested too deeply is a fault: %s', async (file, content) => {
    write(file, content)
    expect((await fault(file)).happened).toBe(SYNTAX)
  })

  test('a YAML alias may stand hundreds of times', async () => {
    write('a.yml', `- &clip { model: v6, quality: 720p, duration: 5 }\n${'- *clip\n'.repeat(400)}`)
    expect(await items('a.yml')).toHaveLength(401)
  })

  test('YAML merge keys bring their fields, as in most other parsers', async () => {
    const plan = [
      '- &base { model: v6, quality: 1080p, duration: 10, audio: true, count: 40 }',
      '- { <<: *base, quality: 720p, duration: 5 }',
      '- <<: [*base, { name: x, model: v5 }]',
    ].join('\n')
    const merged = [
      { model: 'v6', quality: '1080p', duration: 10, audio: true, count: 40 },
      { model: 'v6', quality: '720p', duration: 5, audio: true, count: 40 },
      { model: 'v6', quality: '1080p', duration: 10, audio: true, count: 40, name: 'x' },
    ]
    write('a.yml', plan)
    expect(await items('a.yml')).toEqual(merged)
    expect(await items(plan)).toEqual(merged)
  })

  test.each(['empty.json', 'empty.jsonl', 'empty.ndjson', 'empty.yml', 'empty.yaml'])(
    'an empty file is a fault: %s',
    async (file) => {
      for (const content of ['', ' \n\t\r\n', '\uFEFF', '\uFEFF\n']) {
        write(file, content)
        expect(await fault(file)).toEqual({
          place: file,
          happened: 'This file of plan is empty.',
          cure: 'Put requests into it; [] says that there is nothing to generate.',
        })
      }
      expect((await fault(file, 'prices')).happened).toBe('This file of prices is empty.')
    },
  )

  test.each(['plan.txt', 'plan', 'plan.json5', 'plan.json.bak', '.json', 'plan.ymlx'])(
    'a file of another format is a fault: %s',
    async (file) => {
      write(file, '{"model": "v6"}')
      expect(await fault(file)).toEqual({
        place: file,
        happened: 'This file of plan has an unknown format.',
        cure: 'Use .json, .jsonl, .ndjson, .yml, .yaml.',
      })
    },
  )

  test.each([
    ['big.json', 51200],
    ['big.jsonl', 51200],
    ['big.ndjson', 51200],
    ['big.yml', 256],
    ['big.yaml', 256],
    ['BIG.YML', 256],
  ])('%s may be as large as %d KiB, and no larger', async (file, most) => {
    // Sparse: it takes no room on the disk.
    write(file, '')
    truncateSync(file, most * KIB + 1)
    expect(await fault(file)).toEqual({
      place: file,
      happened: `This file of plan is larger than ${most} KiB.`,
      cure: 'Leave out of the plan what is not about its price, or use several files; .jsonl holds the most.',
    })

    truncateSync(file, (most + 1) * KIB)
    expect((await fault(file)).happened).toBe(`This file of plan is larger than ${most} KiB.`)

    const content = '{"model": "v6"}'
    writeFileSync(file, content.padEnd(most * KIB))
    expect(statSync(file).size).toBe(most * KIB)
    expect(await items(file)).toEqual([{ model: 'v6' }])
  })

  onPosix('a pipe, which would never end, is a fault', async () => {
    execFileSync('mkfifo', ['pipe.json'])
    expect(await fault('pipe.json')).toEqual({
      place: 'pipe.json',
      happened: 'This file of plan is not a regular file.',
      cure: 'Use regular files only.',
    })
  })

  test('a file that is gone when it is read is a fault', async () => {
    write('a.json', '{}')
    write('b.json', '{"model": "v6"}')
    const found = await readItems('plan', '*.json', workspace)
    rmSync('a.json')
    const [gone, other] = [...found]
    expect(gone).toMatchObject({
      place: 'a.json',
      happened: 'This file of plan cannot be read.',
      cure: 'Check that it exists and may be read.',
    })
    expect(gone).toHaveProperty('detail', expect.stringContaining('ENOENT'))
    expect(other).toEqual({ place: 'b.json, item 1', item: { model: 'v6' } })
  })

  onPosix('what is no file, though it is no folder, is a fault', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen('socket.json', resolve))
    try {
      const found = await fault('socket.json')
      expect(found).toMatchObject({ place: 'socket.json', happened: 'This file of plan is not a regular file.' })
    } finally {
      await new Promise((resolve) => server.close(resolve))
    }
  })
})

describe('patterns', () => {
  test('stand one a line, with comments and blank lines between them', async () => {
    write('a.json', '{}')
    write('b.json', '{}')
    write('c d.json', '{}')
    expect(await places('  a.json  \r\n\n# b.json\r\n\t\n  # another comment\nc d.json\n')).toEqual([
      'a.json, item 1',
      'c d.json, item 1',
    ])
  })

  test('are followed in their order, and the files of each in the order of their names', async () => {
    const names = ['a10', 'a2', 'B', 'z', 'a-1', 'a/1', 'a/b/1', 'ä', '1', '_', 'c1', 'c0', 'd', 'x9', 'x10'].map(
      (name) => `${name}.json`,
    )
    for (const name of names.toSorted().reverse()) write(name, '{}')
    const sorted = names.toSorted()
    expect(sorted.slice(0, 6)).toEqual(['1.json', 'B.json', '_.json', 'a-1.json', 'a/1.json', 'a/b/1.json'])
    expect(await places('**/*.json')).toEqual(sorted.map((name) => `${name}, item 1`))

    const first = ['z.json', 'x10.json', 'x9.json']
    expect(await places('z.json\nx*.json\n**/*.json')).toEqual(
      [...first, ...sorted.filter((name) => !first.includes(name))].map((name) => `${name}, item 1`),
    )
  })

  test('that match a file twice read it once', async () => {
    write('a.json', '{}')
    expect(await places(`a.json\n*.json\n./a.json\n${join(workspace, 'a.json')}\na.json`)).toEqual(['a.json, item 1'])
  })

  test('with ! leave files out, wherever they stand', async () => {
    for (const name of ['a', 'b', 'c']) write(`prompts/${name}.json`, '{}')
    write('prompts/old/d.json', '{}')
    const expected = ['prompts/a.json, item 1', 'prompts/c.json, item 1']
    expect(await places('prompts/**/*.json\n!prompts/b.json\n!prompts/old/**')).toEqual(expected)
    expect(await places('!prompts/b.json\n!prompts/old/**\nprompts/**/*.json')).toEqual(expected)
    expect(await places('prompts/a.json\nprompts/c.json\n!prompts/b.json')).toEqual(expected)
  })

  test('whose files are all left out match no file', async () => {
    write('a.json', '{}')
    expect(await fault('*.json\n!a.json')).toMatchObject({ place: '*.json', happened: NO_FILE })
  })

  test.each(['!a.json', '!a.json\n!b.json', '# only a comment', '\n', ''])(
    'that include nothing are a fault: %j',
    async (text) => {
      write('a.json', '{}')
      const cure = 'Give one, such as prompts/*.json.'
      expect(await fault(text)).toMatchObject({
        happened: 'The input plan has no pattern that includes a file.',
        cure,
      })
      expect(await fault(text, 'prices')).toMatchObject({
        happened: 'The input prices has no pattern that includes a file.',
        cure,
      })
      expect(await places(text)).toEqual([undefined])
    },
  )

  test('that match nothing are a fault each, and the others are read', async () => {
    write('a.json', '{}')
    const found = await read('nobody.json\na.json\nnowhere/*.yml')
    expect(found).toMatchObject([
      { place: 'nobody.json', happened: NO_FILE },
      { place: 'nowhere/*.yml', happened: NO_FILE },
      { place: 'a.json, item 1' },
    ])
    expect(found[0]).toMatchObject({
      cure: 'Patterns start in the workspace: is it checked out? A folder needs a pattern such as prompts/*.json. Inline YAML or JSON begins with `-`, `[` or `{`.',
    })
  })

  test('that match a folder do not match what is in it', async () => {
    write('prompts/a.json', '{}')
    mkdirSync('folder.json')
    for (const pattern of ['prompts', 'prompts/', './prompts', '.', 'folder.json', '*.json']) {
      expect(await fault(pattern)).toMatchObject({ place: pattern, happened: NO_FILE })
    }
  })

  test('that match a link to nowhere match no file', async () => {
    symlinkSync('nowhere.json', 'link.json')
    expect(await fault('link.json')).toMatchObject({ place: 'link.json', happened: NO_FILE })
  })

  test('that cannot be followed are a fault each', async () => {
    write('a.json', '{}')
    symlinkSync('circle.json', 'circle.json')
    const [circle, other] = await read('circle.json\na.json')
    expect(circle).toMatchObject({
      place: 'circle.json',
      happened: 'This pattern of plan cannot be followed.',
      cure: 'Check the pattern, and that its folders may be read.',
    })
    expect(circle).toHaveProperty('detail', expect.stringContaining('ELOOP'))
    expect(other).toEqual({ place: 'a.json, item 1', item: {} })

    // What excludes nothing is most likely a slip.
    expect(await fault('a.json\n!', 'prices')).toMatchObject({
      place: 'a.json',
      happened: 'This pattern of prices cannot be followed.',
    })
  })

  test('of a workspace that is not there are a fault', async () => {
    write('a.json', '{}')
    expect([...(await readItems('plan', 'a.json', join(folder, 'nowhere')))]).toMatchObject([
      { place: 'a.json', happened: 'This pattern of plan leads outside of the workspace.' },
    ])
  })
})

describe('what is outside of the workspace', () => {
  beforeEach(() => {
    write(join(folder, 'outside/secret.json'), '{"credits": 1}')
    write(join(folder, 'workspace-2/secret.json'), '{"credits": 1}')
    write('prompts/a.json', '{"credits": 2}')
  })

  test.each([
    '../outside/secret.json',
    '../outside/*.json',
    '../*/secret.json',
    '..',
    '../**/*.json',
    '../workspace/prompts/a.json',
    'prompts/../../outside/secret.json',
    './../outside/nobody.json',
    '/etc/../etc/hosts',
  ])('is not reached by the pattern %s', async (pattern) => {
    const found = await fault(pattern)
    expect(found).toMatchObject({ place: pattern, happened: 'This pattern of plan cannot be followed.' })
    expect(found.detail).toContain(`Relative pathing '.' and '..' is not allowed.`)
    expect((await fault(pattern, 'prices')).happened).toBe('This pattern of prices cannot be followed.')
  })

  test.each(['/etc/hosts', '/etc/nobody.json', '/etc', '/*/*.json', '/**', '/', '~/secret.json'])(
    'is not reached by the pattern %s',
    async (pattern) => {
      expect(await fault(pattern)).toEqual({
        place: pattern,
        happened: OUTSIDE,
        cure: 'Use files of the workspace only.',
        detail: undefined,
      })
      expect((await fault(pattern, 'prices')).happened).toBe('This pattern of prices leads outside of the workspace.')
    },
  )

  test('is not reached by an absolute pattern, though the workspace is', async () => {
    for (const pattern of ['outside/*.json', 'outside/secret.json', '*/secret.json', 'workspace-2/*.json', '**']) {
      expect(await fault(join(folder, pattern))).toMatchObject({ happened: OUTSIDE })
    }
    expect(await items(join(workspace, 'prompts/*.json'))).toEqual([{ credits: 2 }])
  })

  test('is not reached through a link to a folder', async () => {
    symlinkSync('../outside', 'link')
    expect(await fault('link/*.json')).toMatchObject({ place: 'link/*.json', happened: OUTSIDE })
    expect(await fault('link/secret.json')).toMatchObject({ place: 'link/secret.json', happened: OUTSIDE })
    expect(await fault('*/secret.json')).toEqual({
      place: 'link/secret.json',
      happened: 'This file of plan is outside of the workspace.',
      cure: 'Use files of the workspace only.',
    })
  })

  test('is not reached through a link to a file', async () => {
    symlinkSync(join(folder, 'outside/secret.json'), 'prompts/b.json')
    expect(await fault('prompts/b.json')).toMatchObject({ happened: OUTSIDE })
    expect(await read('prompts/*.json')).toEqual([
      { place: 'prompts/a.json, item 1', item: { credits: 2 } },
      {
        place: 'prompts/b.json',
        happened: 'This file of plan is outside of the workspace.',
        cure: 'Use files of the workspace only.',
      },
    ])
  })

  test('is not reached through a link that is put there after the files were found', async () => {
    const found = await readItems('plan', 'prompts/*.json', workspace)
    rmSync('prompts/a.json')
    symlinkSync(join(folder, 'outside/secret.json'), 'prompts/a.json')
    expect([...found]).toMatchObject([{ happened: 'This file of plan is outside of the workspace.' }])
  })

  test('is not reached from a folder below it', async () => {
    const below = join(workspace, 'prompts')
    const found = [...(await readItems('plan', '*.json\nprompts/*.json', below))]
    expect(found).toEqual([
      expect.objectContaining({ place: '*.json', happened: OUTSIDE }),
      { place: 'prompts/a.json, item 1', item: { credits: 2 } },
    ])
  })

  test('may have a name that only begins like it', async () => {
    write('..prompts/..a.json', '{"credits": 3}')
    expect(await items('..prompts/*.json')).toEqual([{ credits: 3 }])
  })

  test('a link within the workspace is followed', async () => {
    symlinkSync('a.json', 'prompts/b.json')
    symlinkSync('prompts', 'link')
    expect(await places('prompts/*.json')).toEqual(['prompts/a.json, item 1', 'prompts/b.json, item 1'])
    expect(await places('link/a.json')).toEqual(['link/a.json, item 1'])
  })

  test('a workspace that is reached through a link is the same workspace', async () => {
    const link = join(folder, 'link-to-workspace')
    symlinkSync('workspace', link)
    const through = async (pattern: string): Promise<(Located | Trouble)[]> => [
      ...(await readItems('plan', pattern, link)),
    ]
    expect(await through('prompts/*.json')).toEqual([{ place: 'prompts/a.json, item 1', item: { credits: 2 } }])
    expect(await through(join(link, 'prompts/*.json'))).toMatchObject([{ item: { credits: 2 } }])
    expect(await through('nobody.json')).toMatchObject([{ happened: NO_FILE }])
    expect(await through(join(folder, 'outside/*.json'))).toMatchObject([{ happened: OUTSIDE }])
    expect(await through(join(link, 'nobody.json'))).toMatchObject([{ happened: NO_FILE }])
  })
})

describe('the plan of a workflow', () => {
  const before = { ...process.env }

  afterEach(() => {
    process.env = { ...before }
  })

  /** Prices the plan of these inputs, read as the runner hands them over. */
  async function gate(inputs: Readonly<Record<string, string>>): ReturnType<typeof priceThePlan> {
    const env = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const)
    process.env = { ...before, ...Object.fromEntries(env), GITHUB_WORKSPACE: workspace }
    return priceThePlan(readInputs())
  }

  test('is read from its files, priced with the prices of the user, and given its margin', async () => {
    write('prompts/a.json', '[{"model": "v6", "quality": "720p", "duration": 5, "count": 2}, {"model": "v7"}]')
    write('prices.yml', '- {model: v7, per: generation, credits: 100}')
    const plan = await gate({ plan: 'prompts/*.json', prices: 'prices.yml', margin: '10' })
    expect(plan).toMatchObject({ cost: 190, planned: 209, generations: 3, margin: '10' })
    expect(await gate({ plan: '- {model: v7}', prices: '[{model: v7, per: generation, credits: 7}]' })).toMatchObject({
      planned: 7,
    })
  })

  test('needs no prices', async () => {
    expect(await gate({ plan: '- {model: v6, quality: 720p, duration: 5}' })).toMatchObject({ planned: 45 })
    expect(await gate({ plan: '[]', prices: '[]' })).toMatchObject({ planned: 0, generations: 0 })
  })

  test('has its faults, each with its place', async () => {
    write('prompts/a.json', '[{"model": "v7", "quality": "720p", "duration": 5}, {"feature": "modify"}]')
    expect(await gate({ plan: 'prompts/*.json\nnobody.yml' })).toMatchObject({
      faults: [
        { place: 'nobody.yml', happened: NO_FILE },
        { place: 'prompts/a.json, item 1', happened: 'The model of the item is not known.' },
        { place: 'prompts/a.json, item 2', happened: 'PixVerse publishes no price for modify.' },
      ],
    })
  })

  test('is not blamed for what is wrong with the prices', async () => {
    const priced = await gate({ plan: '- {model: v7}', prices: '- {model: v7, credits: 5}\n- nobody' })
    expect(priced).toMatchObject({
      faults: [
        { place: 'prices, item 1', happened: 'This price is wrong: per is neither second nor generation.' },
        { place: 'prices, item 2', happened: 'This price is wrong: it is not an object.' },
      ],
    })
    expect(priced).toHaveProperty('faults.length', 2)
    expect(await gate({ plan: '- {model: v7}', prices: 'nobody.yml' })).toMatchObject({
      faults: [{ place: 'nobody.yml', happened: 'This pattern of prices matches no file.' }],
    })
  })

  test('does not show the key', async () => {
    const key = 'pixverse-key-of-the-tests'
    write('named.json', JSON.stringify({ credits: 1, name: key }))
    write('unknown.yml', `{model: ${key}, quality: 720p, duration: 5}`)
    write('broken.jsonl', key)
    write(`${key}/a.json`, '{}')
    const shown = [
      await gate({ 'api-key': key, plan: 'named.json' }),
      await gate({ 'api-key': key, plan: 'unknown.yml' }),
      await gate({ 'api-key': key, plan: 'broken.jsonl' }),
      await gate({ 'api-key': key, plan: '*/a.json' }),
      await gate({ 'api-key': key, plan: '[]', prices: '*/a.json' }),
    ]
    for (const priced of shown) {
      expect(JSON.stringify(priced)).not.toContain(key)
      expect(JSON.stringify(priced)).toContain('withheld: it repeats the API key')
    }
  })

  test('leaves its files as they are', async () => {
    write('a.json', '{"credits": 1}')
    await gate({ plan: 'a.json' })
    expect(readFileSync('a.json', 'utf8')).toBe('{"credits": 1}')
  })
})
