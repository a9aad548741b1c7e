import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../src/fault.js'
import { readItems } from '../../src/plan/files.js'
import { type Looked, type Made, readMade, RESULTS_MAX } from '../../src/plan/made.js'
import { groundOf } from '../../src/plan/patterns.js'
import { sanitiser } from '../../src/safe-text.js'
import { onPosix } from '../support/platform.js'
import { folderOfEachTest } from './folder.js'
import { milliseconds } from '../support/milliseconds.js'

const folder = folderOfEachTest()
const { write } = folder
const sanitise = sanitiser()

function made(template: string): Made {
  const read = readMade(template, groundOf(folder.workspace, folder.workspace), sanitise)
  if (read.kind === 'fault') throw new Error(JSON.stringify(read.fault))
  return read.made
}

interface Asked {
  readonly name?: string
  readonly count?: number
}

/** What is missing of items of an inline plan, one after the other. */
function looks(template: string, items: readonly Asked[]): Looked[] {
  const results = made(template)
  const ground = groundOf(folder.workspace, folder.workspace)
  return [...readItems('plan', JSON.stringify(items), ground, sanitise)].map((one, at) => {
    if (one.kind === 'fault') throw new Error(JSON.stringify(one.fault))
    const { name = '', count } = items[at] ?? {}
    return results.look(one, { name, count: count ?? 1, hasCount: count !== undefined })
  })
}

function missing(template: string, ...items: readonly Asked[]): unknown[] {
  return looks(template, items).map((looked) => (looked.kind === 'missing' ? looked.numbers : looked.faults))
}

function faultOf(template: string, ...items: readonly Asked[]): readonly Fault[] {
  return looks(template, items).flatMap((looked) => (looked.kind === 'faults' ? looked.faults : []))
}

const EXAMPLE = 'Such as `made: videos/{name}.mp4`, or `videos/{name}-{n}.mp4` where items have a `count`.'

describe('the input made', () => {
  test.each([
    'videos/{name}.mp4',
    '{name}',
    './{name}.mp4',
    '././videos/{name}.mp4',
    'a b/{n}/{name}/{n}-{name}.mp4',
    'out/v{name}{n}',
    '.hidden/..{name}',
  ])('may be %s', (template) => {
    expect(made(template)).toBeDefined()
  })

  test.each([
    ['videos/a.mp4', 'made-no-name', '`made` must have `{name}` in it', EXAMPLE],
    ['videos/{n}.mp4', 'made-no-name', '`made` must have `{name}` in it', EXAMPLE],
    ['videos/{Name}.mp4', 'made-no-name', '`made` must have `{name}` in it', EXAMPLE],
    ...['{name}-{N}', '{name}{}', '{{name}}', '{name}}', 'a/{name}/{id}', '${{ x }}/{name}'].map((template) => [
      template,
      'made-placeholder',
      '`made` must have no placeholder but `{name}` and `{n}`',
      EXAMPLE,
    ]),
    ...[
      ...['/videos/{name}', '~/{name}', '../{name}', 'a/../{name}', 'a/./{name}', './/{name}', '{name}/', 'a//{name}'],
      ...['a\\{name}', 'C:/{name}', 'C:{name}', '{name}.mp4\u0000', '{name}\n', 'a\t/{name}', '{name}*', '?/{name}'],
      ...[
        '<{name}>',
        '"{name}"',
        'a|{name}',
        'a./{name}',
        'a /{name}',
        '{name}.',
        '{name} ',
        'con/{name}',
        'NUL.txt/{name}',
      ],
      ...[
        'com1/{name}',
        'lpt9.a.b/{name}',
        'aux /{name}',
        'PRN/{name}',
        'conin$/{name}',
        'COM²/{name}',
        '\ud800/{name}',
      ],
      ...['CONOUT$.x/{name}', 'aux  .x/{name}'],
    ].map((template) => [
      template,
      'made-path',
      '`made` must be the path of a file from the root of the workspace on, that every system takes',
      `Use slashes, no \`..\`, no wildcards. ${EXAMPLE}`,
    ]),
  ])('may not be %j', (template, id, message, hint) => {
    const read = readMade(template, groundOf(folder.workspace, folder.workspace), sanitise)
    const detail = `but is \`${sanitise(template)}\``
    expect(read).toEqual({ kind: 'fault', fault: { id, message, hint, detail } })
  })

  test.each(['~{name}', 'auxiliary/{name}', 'com/{name}', 'com10/{name}', 'xcon/{name}', 'con-{name}', '.con/{name}'])(
    'may be %s, which only looks like one that may not',
    (template) => {
      if (template.startsWith('~')) expect(() => made(template)).toThrow('made-path')
      else expect(made(template)).toBeDefined()
    },
  )
})

describe('a generation is made when a result', () => {
  test('stands there that is a file, and not empty', () => {
    write('videos/a.mp4', 'x')
    write('videos/empty.mp4', '')
    mkdirSync(join(folder.workspace, 'videos/folder.mp4'))
    write('videos/file/x.mp4', 'x')
    write('file', 'x')
    const names = ['a', 'b', 'empty', 'folder', 'file'].map((name) => ({ name }))
    expect(missing('videos/{name}.mp4', ...names)).toEqual([[], [1], [1], [1], [1]])
    expect(missing('./videos/{name}.mp4', ...names)).toEqual([[], [1], [1], [1], [1]])
    expect(missing('videos/{name}', { name: 'a.mp4' }, { name: 'file' })).toEqual([[], [1]])
    expect(missing('{name}/x.mp4', { name: 'videos' }, { name: 'file' }, { name: 'nowhere' })).toEqual([[1], [1], [1]])
    expect(missing('nowhere/deeper/{name}.mp4', { name: 'a' }, { name: 'b' })).toEqual([[1], [1]])
  })

  test('stands there for its number', () => {
    for (const n of [1, 3, 4, 10]) write(`videos/a-${n}.mp4`, 'x')
    expect(missing('videos/{name}-{n}.mp4', { name: 'a', count: 5 })).toEqual([[2, 5]])
    expect(missing('videos/{name}-{n}.mp4', { name: 'a', count: 1 })).toEqual([[]])
    expect(missing('videos/{name}-{n}.mp4', { name: 'a' })).toEqual([[]])
    expect(missing('videos/{name}-{n}.mp4', { name: 'b', count: 2 })).toEqual([[1, 2]])
    write('videos/c/1/c-1', 'x')
    expect(missing('videos/{name}/{n}/{name}-{n}', { name: 'c', count: 2 })).toEqual([[2]])
  })

  test('stands there for its own name, whatever stands in it', () => {
    for (const name of ['{n}', '{name}', '$&', 'Ä 🦊', '-rf', '$1']) {
      write(`videos/${name}-1.mp4`, 'x')
      expect(missing('videos/{name}-{n}.mp4', { name, count: 2 })).toEqual([[2]])
    }
  })

  test('of its file stands there, when it is alone in it', () => {
    write('prompts/fox.json', '{}')
    write('prompts/many.json', '[{}, {}]')
    write('videos/fox.mp4', 'x')
    const results = made('videos/{name}.mp4')
    const looked = [...readItems('plan', 'prompts/*', groundOf(folder.workspace, folder.workspace), sanitise)].map(
      (one) => (one.kind === 'item' ? results.look(one, { name: '', count: 1, hasCount: false }) : one),
    )
    const unnamed = {
      kind: 'faults',
      faults: [
        {
          id: 'made-unnamed',
          message: 'this item has no `name`, so where its result lies is not known',
          hint: 'Give it a `name`, or a file of its own, whose name then counts.',
        },
      ],
    }
    expect(looked).toEqual([{ kind: 'missing', numbers: [] }, unnamed, unnamed])
  })

  test('is a link within the workspace', () => {
    write('store/a.bin', 'x')
    write('store/empty.bin', '')
    mkdirSync(join(folder.workspace, 'videos'))
    symlinkSync('../store/a.bin', join(folder.workspace, 'videos/a.mp4'))
    symlinkSync('../store/empty.bin', join(folder.workspace, 'videos/empty.mp4'))
    symlinkSync('../store', join(folder.workspace, 'videos/folder.mp4'))
    symlinkSync('videos', join(folder.workspace, 'link'))
    const names = ['a', 'empty', 'folder'].map((name) => ({ name }))
    expect(missing('videos/{name}.mp4', ...names)).toEqual([[], [1], [1]])
    expect(missing('link/{name}.mp4', ...names)).toEqual([[], [1], [1]])
    expect(missing('videos/folder.mp4/{name}.bin', { name: 'a' }, { name: 'b' })).toEqual([[], [1]])
  })

  onPosix('is no pipe', () => {
    execFileSync('mkfifo', [join(folder.workspace, 'a.mp4')])
    expect(missing('{name}.mp4', { name: 'a' })).toEqual([[1]])
  })
})

describe('links out of the workspace', () => {
  const outside = {
    id: 'made-link-outside',
    message: 'this link leads outside of the workspace',
    hint: 'Put a folder or a file of the workspace in its place: results of `made` are looked for there.',
  }
  const nowhere = {
    id: 'made-link-nowhere',
    message: 'this link leads nowhere',
    hint: 'Remove it: results of `made` are looked for there.',
  }

  test.each([
    ['videos/{name}.mp4', 'videos', '../outside', outside],
    ['videos/deeper/{name}.mp4', 'videos', '../outside', outside],
    ['{name}/x.mp4', 'a', '../outside', outside],
    ['{name}', 'a', '../outside/a.mp4', outside],
    ['{name}', 'a', '..', outside],
    ['{name}', 'a', '/etc/hosts', outside],
    ['{name}', 'a', 'nobody', nowhere],
    ['{name}', 'a', 'a', nowhere],
    ['videos/{name}', 'videos', '../nobody', nowhere],
  ])('are faults, named themselves: %s with %s -> %s', (template, link, to, fault) => {
    write('../outside/a.mp4', 'x')
    symlinkSync(to, join(folder.workspace, link))
    expect(faultOf(template, { name: 'a' })).toEqual([{ ...fault, where: link }])
  })

  test('of a folder are a fault once', () => {
    write('../outside/a.mp4', 'x')
    symlinkSync('../outside', join(folder.workspace, 'videos'))
    expect(faultOf('videos/{name}-{n}', { name: 'a', count: 9 }, { name: 'b', count: 9 })).toHaveLength(1)
  })
})

describe('names', () => {
  const NAME = {
    id: 'made-name',
    message: 'with `made`, a name must be one that a file can have on every system',
    hint: 'Leave out slashes, `< > : " | ? *`, control characters, a dot or blank at the end, and names such as `..` and `con`.',
  }

  test.each([
    ...['.', '..', 'a/b', '/a', 'a/', '../a', 'a\\b', 'C:a', 'a\u0000', 'a\nb', 'a\u0085b', 'a*', 'a?', 'a<b', 'a>b'],
    ...['a|b', 'a"b', 'a.', 'a ', ' ', 'con', 'Con.txt', 'NUL', 'com1', 'LPT9.x', 'aux .y', 'conin$', 'COM³', '\udc00'],
  ])('may not be %j', (name) => {
    expect(faultOf('x{name}y', { name })).toEqual([{ ...NAME, detail: `but is \`${sanitise(name)}\`` }])
  })

  test.each(['a', '.a', '..a', ' a', 'a b', 'ä', '🦊', 'console', 'com0x', 'a.b.c', "it's", '{n}', '(1)', '~', '-'])(
    'may be %j',
    (name) => {
      expect(missing('videos/{name}.mp4', { name })).toEqual([[1]])
    },
  )

  test('that the system does not take are a fault', () => {
    expect(faultOf('{name}.mp4', { name: 'x'.repeat(300) })).toEqual([
      {
        id: 'made-unreadable',
        message: 'whether this result is there cannot be seen',
        hint: 'Check that its folder may be read, and that its name is not too long.',
        where: sanitise(`${'x'.repeat(300)}.mp4`),
        detail: expect.stringMatching(/^the system says: `ENAMETOOLONG: .*`$/),
      },
    ])
  })

  test('that repeat the key are withheld', () => {
    const key = 'pixverse-key-of-the-tests'
    const read = readMade('{name}', groundOf(folder.workspace, folder.workspace), sanitiser(key))
    if (read.kind === 'fault') throw new Error('It is a template.')
    const [item] = readItems('plan', '[1]', groundOf(folder.workspace, folder.workspace), sanitise)
    if (item?.kind !== 'item') throw new Error('It is an item.')
    for (const name of [`${key}/..`, key, key, 'x'.repeat(300) + key]) {
      expect(JSON.stringify(read.made.look(item, { name, count: 1, hasCount: false }))).not.toContain(key)
    }
  })
})

describe('generations with a count', () => {
  test.each([1, 2, 40])('need {n}: %d', (count) => {
    expect(faultOf('videos/{name}.mp4', { name: 'a', count })).toEqual([
      {
        id: 'made-unnumbered',
        message: 'this item has a `count`, and `made` no `{n}`',
        hint: 'Put `{n}` into `made`, as in `videos/{name}-{n}.mp4`: it stands for 1 up to the `count`.',
      },
    ])
  })

  const TOO_MANY = {
    id: 'made-too-many',
    message: '`made` looks for the results of 1,000,000 generations at most',
    hint: 'Check the `count`, or leave `made` out.',
  }

  test('are not looked for without end', () => {
    expect(RESULTS_MAX).toBe(1_000_000)
    expect(faultOf('{name}{n}', { name: 'a', count: RESULTS_MAX + 1 })).toEqual([TOO_MANY])
    expect(faultOf('{name}{n}', { name: 'a', count: Number.MAX_SAFE_INTEGER })).toEqual([TOO_MANY])
    const [first, second, third] = missing(
      'nowhere/{name}-{n}',
      { name: 'a', count: RESULTS_MAX - 1 },
      { name: 'b' },
      { name: 'c' },
    )
    expect(first).toHaveLength(RESULTS_MAX - 1)
    expect(second).toEqual([1])
    expect(third).toEqual([TOO_MANY])
  })
})

describe('two generations with one path', () => {
  const SAME = {
    id: 'made-same-path',
    message: 'two generations would have one path',
    hint: 'Give each item a `name` of its own, different in more than case.',
  }

  test.each<[string, Asked, Asked, string]>([
    ['{name}', { name: 'a' }, { name: 'a' }, 'a'],
    ['videos/{name}.mp4', { name: 'Fox' }, { name: 'fox' }, 'videos/fox.mp4'],
    ['{name}', { name: '\u00e4' }, { name: 'a\u0308' }, 'a\u0308'],
    ['{name}', { name: 'Straße' }, { name: 'STRASSE' }, 'STRASSE'],
    ['{name}', { name: 'ſo' }, { name: 'so' }, 'so'],
    ['{name}', { name: 'ςigma' }, { name: 'Σigma' }, 'Σigma'],
    ['{name}', { name: '\u212b' }, { name: 'A\u030a' }, 'A\u030a'],
    ['{name}', { name: 'ｅ́' }, { name: 'Ｅ\u0301' }, 'Ｅ\u0301'],
    ['{name}', { name: 'ﬁ' }, { name: 'FI' }, 'FI'],
    ['{name}', { name: 'a\u200d' }, { name: 'A\ufe0f' }, 'A'],
    ['./{name}', { name: 'b' }, { name: 'B' }, './B'],
    ['{name}{n}', { name: 'a', count: 11 }, { name: 'a1', count: 1 }, 'a11'],
    ['{name}-{n}', { name: 'a', count: 3 }, { name: 'a', count: 9 }, 'a-1'],
  ])('are a fault once: %s for %j and %j', (template, one, other, path) => {
    expect(missing(template, one, other).slice(1)).toEqual([
      [{ ...SAME, detail: `namely \`${path}\`, that of \`plan, item 1\`` }],
    ])
  })

  test('are none where the names differ', () => {
    expect(missing('{name}', { name: 'a' }, { name: 'b' }, { name: 'a ' + 'b' })).toEqual([[1], [1], [1]])
    expect(missing('{name}/{n}', { name: 'a', count: 2 }, { name: 'b', count: 2 })).toEqual([
      [1, 2],
      [1, 2],
    ])
  })
})

test('10,000 results are found in a moment', () => {
  const names = Array.from({ length: 10_000 }, (_, at) => ({ name: `shot ${at}` }))
  for (const { name } of names) write(`videos/${name}.mp4`, 'x')
  let found: readonly unknown[] = []
  expect(milliseconds(() => (found = missing('videos/{name}.mp4', ...names)))).toBeLessThan(2000)
  expect(found.flat()).toEqual([])
})
