import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { minimatch } from 'minimatch'
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../src/fault.js'
import { BEHIND_LINKS_MAX, findFiles, groundOf, isFileName, isInside, shownPath } from '../../src/plan/patterns.js'
import { safe, sanitiser } from '../../src/safe-text.js'
import { onPosix } from '../support/platform.js'
import { folderOfEachTest } from './folder.js'
import { milliseconds } from '../support/milliseconds.js'

const folder = folderOfEachTest()
const { write } = folder

function find(text: string, cwd = folder.workspace, workspace = folder.workspace): ReturnType<typeof findFiles> {
  return findFiles(safe`plan`, text, groundOf(workspace, cwd), sanitiser())
}

/** The files, as seen from the workspace, where nothing is wrong. */
function found(text: string, cwd?: string): readonly string[] {
  const { files, faults } = find(text, cwd)
  expect(faults).toEqual([])
  return files.map((file) => relative(folder.workspace, file))
}

/** What is wrong, where nothing is found. */
function faults(text: string): readonly Fault[] {
  const { files, faults } = find(text)
  expect(files).toEqual([])
  return faults
}

const NO_MATCH = {
  id: 'pattern-no-match',
  message: 'this pattern of `plan` matches no file',
  hint: 'Patterns start in the workspace, for the command in the folder where it runs: are the files there? Inline YAML or JSON begins with `-`, `[` or `{`.',
}
const FOLDER = {
  id: 'pattern-folder',
  message: 'this pattern of `plan` matches a folder, and no file',
  hint: 'Give a pattern of the files in it, such as `prompts/*.json`.',
}
const OUTSIDE = {
  id: 'pattern-outside',
  message: 'this pattern of `plan` leads outside of the workspace',
  hint: 'Use files of the workspace only.',
}
const SEVERAL = {
  id: 'pattern-several',
  message: 'there are several names on one line of `plan`',
  hint: 'Write one pattern a line, without quotation marks and commas; in a workflow below `plan: |`.',
}
const GLUED = {
  id: 'pattern-glued',
  message: '`**` is glued to a name in this pattern of `plan`, where it is no more than `*`',
  hint: 'For folders of any depth put it between slashes, as in `prompts/**/*.json`; for one folder use `*`.',
}
const NOWHERE = {
  id: 'link-nowhere',
  message: 'this link leads nowhere',
  hint: 'Mend or remove it, or leave it out with a line that begins with `!`.',
}
const LINK_OUTSIDE = {
  id: 'link-outside',
  message: 'this link leads outside of the workspace',
  hint: 'Use files of the workspace only, or leave it out with a line that begins with `!`.',
}

describe('patterns', () => {
  test('stand one a line, with comments and blank lines between them', () => {
    for (const name of ['a.json', 'b.json', 'c d.json']) write(name)
    expect(found('  a.json  \r\n\n# b.json\r\n\t\n  # another comment\nc d.json\n')).toEqual(['a.json', 'c d.json'])
  })

  test('are followed in their order, and the files of each in the order of their names', () => {
    const names = ['a10', 'a2', 'B', 'z', 'a-1', 'a/1', 'a/b/1', 'ä', '1', '_', 'c1', 'c0', 'd', 'x9', 'x10'].map(
      (name) => `${name}.json`,
    )
    for (const name of names.toSorted().reverse()) write(name)
    const sorted = names.toSorted()
    expect(sorted.slice(0, 6)).toEqual(['1.json', 'B.json', '_.json', 'a-1.json', 'a/1.json', 'a/b/1.json'])
    expect(found('**/*.json')).toEqual(sorted)

    const first = ['z.json', 'x10.json', 'x9.json']
    expect(found('z.json\nx*.json\n**/*.json')).toEqual([...first, ...sorted.filter((name) => !first.includes(name))])
  })

  test('that match a file twice find it once', () => {
    write('a.json')
    expect(found(`a.json\n*.json\n./a.json\n${join(folder.workspace, 'a.json')}\na.json\n.//a.json`)).toEqual([
      'a.json',
    ])
  })

  test.each([
    ['*.json', ['.d.json', 'a.json', 'b1.json', 'b2.json', '{c}.json']],
    ['b?.json', ['b1.json', 'b2.json']],
    ['b[0-1].json', ['b1.json']],
    ['b[!1].json', ['b2.json']],
    ['*/*.json', ['.git/f.json', 'p/e.json', 'p/g.json']],
    ['p/*', ['p/e.json', 'p/g.json', 'p/h.txt']],
    ['**', undefined],
    ['**/*', undefined],
    ['**/e.json', ['p/e.json']],
    ['**/?.json', ['.git/f.json', 'a.json', 'p/e.json', 'p/g.json', 'p/q/e2/i.json']],
    ['p/**', ['p/e.json', 'p/g.json', 'p/h.txt', 'p/q/e2/i.json']],
    ['p/**/**/i.json', ['p/q/e2/i.json']],
    ['p/**/./i.json', ['p/q/e2/i.json']],
    ['**/e*/*', ['p/q/e2/i.json']],
    ['**/p/**/*.json', ['p/e.json', 'p/g.json', 'p/q/e2/i.json']],
    ['a.json/**', ['a.json']],
    ['{c}.json', ['{c}.json']],
    ['\\{c\\}.json', ['{c}.json']],
    ['../workspace/p/../a.json', ['a.json']],
    ['../workspace/*/e.json', ['p/e.json']],
  ])('%s finds %j', (pattern, expected) => {
    const all = [
      'a.json',
      'b1.json',
      'b2.json',
      '{c}.json',
      '.d.json',
      'p/e.json',
      '.git/f.json',
      'p/g.json',
      'p/h.txt',
    ]
    all.push('p/q/e2/i.json')
    for (const name of all) write(name)
    expect(found(pattern)).toEqual(expected ?? all.toSorted())
  })

  test.each(['A.json', 'a.JSON', 'a*.json?', 'x/**', '*/a.json', 'a.json/*', '[A-Z].json'])(
    '%s finds nothing',
    (pattern) => {
      write('a.json')
      expect(faults(pattern)).toEqual([{ ...NO_MATCH, where: pattern }])
    },
  )

  test('start in the folder that is given', () => {
    write('prompts/a.json')
    write('b.json')
    const prompts = join(folder.workspace, 'prompts')
    expect(found('*.json', prompts)).toEqual(['prompts/a.json'])
    expect(found('../*.json', prompts)).toEqual(['b.json'])
    expect(found(join(folder.workspace, '**/*.json'), prompts)).toEqual(['b.json', 'prompts/a.json'])
    expect(find('nobody.json\n*/a.json', folder.path).faults).toMatchObject([
      { ...OUTSIDE, where: 'nobody.json' },
      { ...OUTSIDE, where: '*/a.json' },
    ])
    expect(find('workspace/*.json', folder.path).files).toHaveLength(1)
    expect(find('*.json', join(folder.path, 'nowhere')).faults).toMatchObject([OUTSIDE])
  })
})

describe('patterns with !', () => {
  test('leave files out, wherever they stand', () => {
    for (const name of ['a', 'b', 'c', 'old/d', 'old/e/f']) write(`prompts/${name}.json`)
    const expected = ['prompts/a.json', 'prompts/c.json']
    expect(found('prompts/**/*.json\n!prompts/b.json\n!prompts/old/**')).toEqual(expected)
    expect(found('!prompts/b.json\n!prompts/old/**\nprompts/**/*.json')).toEqual(expected)
    expect(found('prompts/a.json\nprompts/c.json\n!prompts/b.json')).toEqual(expected)
    expect(found('prompts/**/*.json\n! prompts/b.json\n!**/old/**/*.json')).toEqual(expected)
    expect(found('prompts/*.json\n!!prompts/old/d.json\n!../b.json')).toHaveLength(4)
    // A folder alone does not stand for what is in it.
    expect(found('prompts/old/*.json\n!prompts/old')).toEqual(['prompts/old/d.json'])
  })

  test('whose files are all left out match no file', () => {
    write('a.json')
    expect(faults('*.json\n!a.json')).toEqual([{ ...NO_MATCH, where: '*.json' }])
  })

  test('that leave nothing out are a fault', () => {
    write('a.json')
    expect(find('a.json\n!').faults).toEqual([
      {
        id: 'pattern-empty',
        message: 'a line of `plan` excludes nothing',
        hint: 'Write behind the `!` what is left out, such as `!prompts/old/**`.',
        where: '!',
      },
    ])
  })

  test('keep the search out of folders', () => {
    for (let at = 0; at < 300; at++) write(`big/${at}/a.json`)
    write('a.json')
    symlinkSync('/', join(folder.workspace, 'big/link'))
    expect(found('**/*.json\n!big/**')).toEqual(['a.json'])
  })

  test.each(['!a.json', '!a.json\n!b.json', '# only a comment', '\n', ''])(
    'and nothing else are a fault: %j',
    (text) => {
      write('a.json')
      expect(faults(text)).toEqual([
        {
          id: 'pattern-none',
          message: '`plan` has no pattern that includes a file',
          hint: 'Give one, such as `prompts/*.json`.',
        },
      ])
    },
  )
})

describe('a fault is', () => {
  test('each pattern that matches nothing, and the others are followed', () => {
    write('a.json')
    const { files, faults } = find('nobody.json\na.json\nnowhere/*.yml')
    expect(faults).toEqual([
      { ...NO_MATCH, where: 'nobody.json' },
      { ...NO_MATCH, where: 'nowhere/*.yml' },
    ])
    expect(files).toHaveLength(1)
  })

  test.each(['prompts', 'prompts/', './prompts', '.', 'folder.json', '*.json', '**/old', 'prompts/*'])(
    'a folder: %s',
    (pattern) => {
      for (const path of ['prompts/old', 'folder.json']) mkdirSync(join(folder.workspace, path), { recursive: true })
      expect(faults(pattern)).toEqual([{ ...FOLDER, where: pattern }])
    },
  )

  test.each(['prompts/**.json', 'prompts/a**', '**.json', '***/a.json', 'a/**b/c.json', '!prompts/**.json', '!**a'])(
    '`**` that is glued to a name: %s',
    (pattern) => {
      write('prompts/a.json')
      expect(find(`prompts/a.json\n${pattern}`).faults).toEqual([{ ...GLUED, where: pattern }])
    },
  )

  test.each([
    'prompts/a.json prompts/b.json',
    'prompts/a.json,prompts/b.json',
    'prompts/a.json, prompts/b.yml, ',
    '"prompts/a.json" "prompts/b.JSONL"',
    "'prompts/a.json', 'prompts/b.yaml'",
    'prompts/*.json\tmore/*.ndjson',
    'prompts/* more/*',
  ])('several names on one line: %s', (line) => {
    write('prompts/a.json')
    expect(faults(line)).toEqual([{ ...SEVERAL, where: line.trim().replace('\t', ' ') }])
    expect(find(`prompts/a.json\n!${line}`).faults).toMatchObject([SEVERAL])
  })

  test.each(['my shots.json', 'my shots/a.json', 'a.txt b.txt', 'one two', 'a, b.json', 'a.json}b.json c'])(
    'not several names, but one that matches nothing: %s',
    (line) => {
      expect(faults(line)).toEqual([{ ...NO_MATCH, where: line }])
      write('a.json')
      expect(found(`a.json\n!${line}`)).toEqual(['a.json'])
    },
  )

  test('not a name that looks like several', () => {
    write('a.json b.json')
    expect(found('a.json b.json')).toEqual(['a.json b.json'])
  })

  test('`..` behind a wildcard', () => {
    write('a/b.json')
    expect(find('*/../a/b.json').faults).toEqual([
      {
        id: 'pattern-up',
        message: '`..` stands behind a wildcard in this pattern of `plan`',
        hint: 'Use `..` only before the first wildcard.',
        where: '*/../a/b.json',
      },
    ])
  })

  test('a pattern that the system cannot follow', () => {
    const long = `${'x'.repeat(300)}.json`
    write('a.json')
    const { files, faults } = find(`${long}\na.json`)
    expect(faults).toMatchObject([
      {
        id: 'pattern-unreadable',
        message: 'this pattern of `plan` cannot be followed',
        hint: 'Check the pattern, and that its folders may be read.',
        detail: expect.stringMatching(/^the system says: `ENAMETOOLONG: .*`$/),
      },
    ])
    expect(files).toHaveLength(1)
  })
})

describe('what is outside of the workspace', () => {
  const SECRET = 'outside/secret.json'
  const outside = (): void => {
    write(`../${SECRET}`)
    write('../workspace-2/secret.json')
    write('prompts/a.json')
  }

  test.each([
    '../outside/secret.json',
    '../outside/*.json',
    '../*/secret.json',
    '..',
    '../**/*.json',
    'prompts/../../outside/secret.json',
    './../outside/nobody.json',
    '../workspace-2/*.json',
    '/etc/../etc/hosts',
    '/etc/hosts',
    '/etc/nobody.json',
    '/etc',
    '/*/*.json',
    '/**',
    '/',
    '~',
    '~/secret.json',
  ])('is not reached by the pattern %s', (pattern) => {
    outside()
    expect(faults(pattern)).toEqual([{ ...OUTSIDE, where: pattern }])
  })

  test('is not reached by an absolute pattern, though the workspace is', () => {
    outside()
    for (const pattern of ['outside/*.json', SECRET, '*/secret.json', 'workspace-2/*.json', '**']) {
      expect(faults(join(folder.path, pattern))).toMatchObject([OUTSIDE])
    }
    expect(found(join(folder.workspace, 'prompts/*.json'))).toEqual(['prompts/a.json'])
  })

  test('may be the home of whoever runs it, when that is the workspace', () => {
    const { faults } = findFiles(
      safe`plan`,
      '~/nobody-has-this.json\n~x.json',
      groundOf(homedir(), homedir()),
      sanitiser(),
    )
    expect(faults).toMatchObject([{ ...NO_MATCH, where: '~/nobody-has-this.json' }, NO_MATCH])
  })

  test.each([
    ['link/*.json', 'link'],
    ['link/secret.json', 'link'],
    ['*/secret.json', 'link'],
    ['**/*.json', 'link'],
    ['link', 'link'],
    ['l*', 'link'],
    ['link/**', 'link'],
    ['link/deeper/*.json', 'link'],
  ])('is not reached through a link to a folder by %s', (pattern, link) => {
    write(`../${SECRET}`)
    symlinkSync('../outside', join(folder.workspace, 'link'))
    expect(faults(pattern)).toEqual([{ ...LINK_OUTSIDE, where: link }])
  })

  test('is not reached through a link to a file, which is a fault where it matches', () => {
    outside()
    symlinkSync(join(folder.path, SECRET), join(folder.workspace, 'prompts/b.json'))
    symlinkSync(join(folder.path, SECRET), join(folder.workspace, 'prompts/b.txt'))
    expect(find('prompts/*.json')).toEqual({
      files: [join(folder.workspace, 'prompts/a.json')],
      faults: [{ ...LINK_OUTSIDE, where: 'prompts/b.json' }],
    })
    expect(find('**/*.json').faults).toEqual([{ ...LINK_OUTSIDE, where: 'prompts/b.json' }])
    expect(faults('prompts/b.json')).toEqual([{ ...LINK_OUTSIDE, where: 'prompts/b.json' }])
    expect(found('prompts/*.json\n!prompts/b.json')).toEqual(['prompts/a.json'])
  })

  test('is not even looked at: /usr behind a link takes no time', () => {
    write('prompts/a.json')
    symlinkSync('/usr', join(folder.workspace, 'prompts/out'))
    const time = milliseconds(() => {
      expect(find('prompts/**/*.json').faults).toEqual([{ ...LINK_OUTSIDE, where: 'prompts/out' }])
    })
    expect(time).toBeLessThan(200)
  })

  test('is named once, whichever patterns meet it', () => {
    write('a.json')
    symlinkSync('..', join(folder.workspace, 'up'))
    expect(find('a.json\n*/x.json\n**/*.json').faults).toEqual([{ ...LINK_OUTSIDE, where: 'up' }])
  })

  test('may have a name that only begins like it', () => {
    write('..prompts/..a.json')
    expect(found('..prompts/*.json')).toEqual(['..prompts/..a.json'])
  })
})

describe('links', () => {
  test.each([
    ['link.json', 'nowhere.json'],
    ['*.json', 'nowhere.json'],
    ['link.json/*.yml', 'nowhere'],
    ['*/*.yml', 'nowhere'],
    ['**/*.yml', 'nowhere'],
    ['link.json', 'link.json'],
    ['*.json', 'link.json'],
  ])('%s meets a link that leads to %s', (pattern, to) => {
    symlinkSync(to, join(folder.workspace, 'link.json'))
    expect(faults(pattern)).toEqual([{ ...NOWHERE, where: 'link.json' }])
  })

  test('that no pattern meets do not count', () => {
    write('a.json')
    symlinkSync('nowhere', join(folder.workspace, 'link.txt'))
    expect(found('*.json')).toEqual(['a.json'])
    expect(found('**/*.json\n!link.txt')).toEqual(['a.json'])
    expect(found('**/*.json\n!*.txt/**')).toEqual(['a.json'])
  })

  test('within the workspace are followed', () => {
    write('prompts/a.json')
    symlinkSync('a.json', join(folder.workspace, 'prompts/b.json'))
    symlinkSync('a.json', join(folder.workspace, 'prompts/c.txt'))
    symlinkSync('prompts', join(folder.workspace, 'link'))
    expect(found('prompts/*.json')).toEqual(['prompts/a.json', 'prompts/b.json'])
    expect(found('link/a.json')).toEqual(['link/a.json'])
    expect(found('*/a.json')).toEqual(['link/a.json', 'prompts/a.json'])
    expect(found('**/*.json')).toEqual(['link/a.json', 'link/b.json', 'prompts/a.json', 'prompts/b.json'])
    expect(faults('link')).toEqual([{ ...FOLDER, where: 'link' }])
  })

  test('are not followed in circles', () => {
    write('a/a.json')
    write('b/b.json')
    symlinkSync('.', join(folder.workspace, 'a/self'))
    symlinkSync('..', join(folder.workspace, 'a/up'))
    symlinkSync('../b', join(folder.workspace, 'a/to-b'))
    symlinkSync('../a', join(folder.workspace, 'b/to-a'))
    expect(found('**/*.json')).toEqual(['a/a.json', 'a/to-b/b.json', 'b/b.json', 'b/to-a/a.json'])
  })

  test('that lead around almost without end are a fault', () => {
    for (let at = 0; at < 20; at++) {
      write(`${at}/a.json`)
      for (const name of ['x', 'y']) symlinkSync(`../${at + 1}`, join(folder.workspace, `${at}/${name}`))
    }
    write('20/a.json')
    expect(BEHIND_LINKS_MAX).toBe(100_000)
    expect(find('**/*.json').faults).toEqual([
      {
        id: 'pattern-links',
        message: 'behind links, this pattern of `plan` meets more than 100,000 files and folders',
        hint: 'Leave the folders with the links out, such as with `!**/node_modules/**`, or give a narrower pattern.',
        where: '**/*.json',
      },
    ])
    expect(found('19/*/a.json')).toEqual(['19/x/a.json', '19/y/a.json'])
  })

  test('to the workspace lead to the same workspace', () => {
    write('prompts/a.json')
    const link = join(folder.path, 'link-to-workspace')
    symlinkSync('workspace', link)
    const through = (pattern: string): ReturnType<typeof findFiles> => find(pattern, link, link)
    const files = [join(folder.workspace, 'prompts/a.json')]
    expect(through('prompts/*.json')).toEqual({ files, faults: [] })
    expect(through(join(link, 'prompts/*.json'))).toEqual({ files, faults: [] })
    expect(through(join(folder.workspace, 'prompts/*.json'))).toEqual({ files, faults: [] })
    expect(through(join(link, 'nobody.json')).faults).toMatchObject([NO_MATCH])
    expect(through(join(folder.path, 'outside/*.json')).faults).toMatchObject([OUTSIDE])
  })

  test('of a workspace that is not there are none, nor anything else', () => {
    const nowhere = join(folder.path, 'nowhere')
    expect(find('a.json', nowhere, nowhere).faults).toMatchObject([NO_MATCH])
    expect(find('*.json', nowhere, nowhere).faults).toMatchObject([{ id: 'pattern-unreadable' }])
  })
})

onPosix('what is neither file nor folder is found, for the reader to refuse', () => {
  execFileSync('mkfifo', [join(folder.workspace, 'pipe.json')])
  expect(found('*.json')).toEqual(['pipe.json'])
})

test('10,000 files are found in no time', () => {
  for (let at = 0; at < 10_000; at++) write(`prompts/${at}.json`, '')
  expect(milliseconds(() => found('prompts/*.json'))).toBeLessThan(1500)
})

test('a path is shown as seen from a folder, with slashes', () => {
  expect(shownPath(join('/w', 'a', 'b.json'), join('/w', 'prompts'))).toBe('../a/b.json')
})

test.each([
  ['/a', '/a', true],
  ['/a/b', '/a', true],
  ['/ab', '/a', false],
  ['/', '/a', false],
  ['/b', '/a', false],
  ['/a/..b', '/a', true],
])('%s is inside of %s: %j', (path, inside, expected) => {
  expect(isInside(path, inside)).toBe(expected)
})

test.each([
  ['a.json', true],
  ['a/*.JSONL', true],
  ['.yml', true],
  ['a.ndjson', true],
  ['a.yaml', true],
  ['a.json5', false],
  ['json', false],
  ['{a: b.json', false],
  ['a\nb.json', false],
])('%j looks like the name of a file: %j', (text, expected) => {
  expect(isFileName(text)).toBe(expected)
})

test.each([
  ['a\u200b.json', 'U+200B'],
  ['prompts/\u00ad*.json', 'U+00AD'],
  ['**.json\u3164', 'U+3164'],
])('of a pattern that is wrong, what cannot be seen in it is said: %j', (pattern, code) => {
  expect(find(pattern).faults).toMatchObject([{ detail: `and has an invisible character (${code}) in it` }])
})

describe('several stars in one name', () => {
  const names = ['a.json', 'ab.json', 'a-b-c.json', 'aXbXc.json', 'ba.json', '.json', 'a.b.json.json', 'Äöa.json']
  const patterns = [
    '*',
    'a*b*',
    '*a*',
    '*-*-*',
    'a*b*c.json',
    '*.*.json',
    'a?*b?*c*',
    '*[Xb]*[c]*',
    '*[*]*',
    '*json*json',
  ]

  test.each(patterns)('%s matches what it should', (pattern) => {
    for (const name of names) write(name)
    const matching = names.filter((name) => minimatch(name, pattern, { dot: true })).sort()
    const { files } = find(pattern)
    expect(files.map((file) => basename(file)).sort()).toEqual(matching)
  })

  test('find out within a moment that a name does not match', () => {
    write(`${'a'.repeat(240)}.json`)
    for (const pattern of [
      `${'a*'.repeat(60)}b`,
      `${'*a'.repeat(60)}*b`,
      `${'?*'.repeat(60)}b`,
      `**/${'[a]*'.repeat(60)}b`,
    ]) {
      expect(milliseconds(() => find(pattern))).toBeLessThan(1000)
    }
  })
})
