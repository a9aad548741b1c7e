import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  invisibleIn,
  join,
  plain,
  safe,
  type SafeText,
  sanitiser,
  shortened,
  withoutInvisible,
} from '../src/safe-text.js'
import { milliseconds } from './support/milliseconds.js'

const KEY = 'sk-Abcdef-0123456789'
const TOKEN = 'ghs_zyxwvutsrqponmlk'
const WITHHELD = '(withheld: it repeats a secret)'
const sanitise = sanitiser(KEY, TOKEN)

describe('a sanitiser makes one visible line of', () => {
  test.each([
    ['a line break', 'one\ntwo\r\nthree\u2028four\u2029five\u0085six', 'one two three four fivesix'],
    ['a tab and spaces', ' a \t  b ', 'a b'],
    ['spaces of other widths', 'a\u00a0b\u2003c\u3000d', 'a b c d'],
    ['control characters', 'a\u0000b\u001b[31mc\u007f', 'ab[31mc'],
    ['characters that turn the direction around', 'a\u202eb\u2066c', 'abc'],
    ['characters without width', 'a\u200bb\ufeffc\u00add', 'ab cd'],
    ['a character without width between spaces', 'a \u200b b', 'a b'],
    ['half of a character', 'a\ud800b\udc00c', 'abc'],
    ['fillers of Hangul, which count as letters', 'a\u3164b\u115fc\u1160d\uffa0e', 'abcde'],
    ['variation selectors and tags', 'a\ufe0fb\u{e0041}c\u{e0100}d', 'abcd'],
    ['a blank of Braille', 'a\u2800b', 'ab'],
    ['characters of private use, or of no use yet', 'a\ue000b\u0378c', 'abc'],
    ['nothing', '', ''],
    ['nothing that can be seen', '\u200b \u3164', ''],
    ['letters of the world', 'Ärger, 映画, фильм 🎬', 'Ärger, 映画, фильм 🎬'],
  ])('%s', (_, text, expected) => {
    expect(sanitise(text)).toBe(expected)
  })
})

describe('a sanitiser puts a space into', () => {
  test.each([
    ['a workflow command', '::error::x', ': :error: :x'],
    ['more colons', ':::: x', ': : : : x'],
    ['a command of the old form', 'x ##[add-mask]y ###[z', 'x ## [add-mask]y ### [z'],
    ['a command in disguise', '##\u200b[group] :\u3164:error', '## [group] : :error'],
    ['a command of Azure Pipelines', 'x ##vso[task.setvariable variable=a]y', 'x ## vso[task.setvariable variable=a]y'],
    ['a command of Azure Pipelines in capitals', '##VSO[task.complete]', '## VSO[task.complete]'],
    ['a command of TeamCity', "##teamcity[buildStatus status='SUCCESS']", "## teamcity[buildStatus status='SUCCESS']"],
    ['a command of nobody that is known', '###some-ci.2[x]', '### some-ci.2[x]'],
    ['a command with something invisible in it', '#\u00ad#v\u200bso[x]', '## vso[x]'],
    ['an e-mail address', 'pay to billing@evil.example', 'pay to billing@ evil.example'],
    ['a mention', '@everyone, @a/b', '@ everyone, @ a/b'],
    ['more of them', '@@x', '@ @ x'],
    ['an address of the web', 'https://evil.example http://x', 'https: //evil.example http: //x'],
    ['an address with a scheme of its own', 'x://y a:://b', 'x: //y a: : //b'],
    [
      'an address without a scheme',
      'see www.evil.example, WWW.evil.example',
      'see www .evil.example, WWW .evil.example',
    ],
    ['an address behind a mark or a letter', '_www.a.b xmailto:c', '_www .a.b xmailto: c'],
    ['an address of a messenger', 'xmpp:a@b XMPP:c', 'xmpp: a@ b XMPP: c'],
    ['an address of mail', 'mailto:a@b Mailto:c', 'mailto: a@ b Mailto: c'],
  ])('%s', (_, text, expected) => {
    expect(sanitise(text)).toBe(expected)
  })

  test.each([
    'a: b',
    'a:b',
    '12:30',
    'a @ b',
    'a@',
    '#[a]',
    '## [a]',
    '## vso[a]',
    '##vso',
    '##vso (a)',
    '##vso a[0]',
    // What folds the log of Buildkite, GitLab and Travis needs the start of a line, or control characters.
    '--- a',
    'section_start:0:a',
    'travis_fold:start:a',
    'awww . yes',
    'www . x',
    '/a//b',
    'xmpp: a',
    'C:/a',
  ])('nothing of %s, on which nothing acts', (text) => {
    expect(sanitise(text)).toBe(text)
  })

  test('nothing, but replaces backticks, between which messages put text from outside', () => {
    expect(sanitise('a `b` ``c``')).toBe("a 'b' ''c''")
  })
})

describe('a sanitiser cuts', () => {
  test.each([
    ['nothing of 200 characters', 'x'.repeat(200), undefined, 'x'.repeat(200)],
    ['201 characters', 'x'.repeat(201), undefined, `${'x'.repeat(199)}…`],
    ['characters, not the halves of them', '🎬'.repeat(12), 10, `${'🎬'.repeat(9)}…`],
    ['nothing of as many characters as are asked for', '🎬'.repeat(10), 10, '🎬'.repeat(10)],
    ['nothing of what is short without its blanks', `a${' '.repeat(150)}b`, 10, 'a b'],
    ['what is hidden far behind blanks', `${' '.repeat(200)}b`, 10, ''],
    ['before it looks for what acts', 'xxxxx@yyyyy', 7, 'xxxxx@ …'],
  ])('%s', (_, text, most, expected) => {
    expect(sanitise(text, most)).toBe(expected)
  })

  test('text of 50 MiB within a moment', () => {
    for (const unit of ['@', '\u200b', '🎬', KEY]) {
      const text = unit.repeat((50 * 1024 * 1024) / unit.length)
      const tenTimes = (): void => {
        for (let nth = 0; nth < 10; nth++) sanitise(text)
      }
      expect(milliseconds(tenTimes)).toBeLessThan(2000)
    }
  })
})

describe('a sanitiser withholds', () => {
  test.each([
    ['the first secret', `bad key ${KEY}!`],
    ['the second secret', `bad token ${TOKEN}!`],
    ['a secret behind fillers of Hangul', KEY.split('').join('\u3164')],
    ['a secret behind blanks and what cannot be seen', KEY.split('').join(' \u2063\ufeff')],
    ['a secret in base64', Buffer.from(`x:${TOKEN}`).toString('base64')],
  ])('%s', (_, text) => {
    expect(sanitise(text)).toBe(WITHHELD)
  })

  test('nothing because of what is cut off', () => {
    expect(sanitise(`${'x'.repeat(20)} ${KEY}`, 10)).toBe('xxxxxxxxx…')
  })

  test('nothing without a secret', () => {
    expect(sanitiser()('anything')).toBe('anything')
    expect(sanitiser('', '')('anything')).toBe('anything')
  })
})

test('sanitised text is short, and has no second line, command, address, mention, backtick or eight characters of a secret', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...[
        '::',
        '##[',
        '##vso[',
        '#',
        'teamcity[',
        '\n',
        '\u200b',
        '\u3164',
        ':',
        '#',
        '[',
        '@',
        '/',
        'www.',
        'xmpp:',
        'mailto:',
        '`',
        ' ',
      ],
      ...[KEY, KEY.slice(3, 12), KEY.slice(2, 10), TOKEN],
    ),
  )
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const shown = sanitise(parts.join(''))
      expect(shown).not.toMatch(
        /::|##[^\s[#]*\[|:\/\/|@\S|www\.|(xmpp:|mailto:)\S|`|[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u3164]/iu,
      )
      expect(Array.from(shown).length).toBeLessThanOrEqual(2 * 200)
      for (const secret of [KEY, TOKEN]) {
        const runs = Array.from({ length: secret.length - 7 }, (_, at) => secret.slice(at, at + 8))
        expect(runs.filter((run) => shown.includes(run))).toEqual([])
      }
      expect(sanitise(shown, 1000)).toBe(shown)
    }),
    { numRuns: 2000 },
  )
})

describe('safe', () => {
  test('puts our own words, numbers and safe text together', () => {
    expect(safe`${sanitise('a@b')} has ${5} \`credits\`, ${'fail'}`).toBe('a@ b has 5 `credits`, fail')
  })

  test('takes no text that the compiler knows too little of', () => {
    const word = 'anything'.slice(0)
    // @ts-expect-error: not sanitised
    expect(safe`${word}`).toBe('anything')
    const beginning: `a${string}` = 'anything'
    // @ts-expect-error: only its beginning is known
    expect(safe`${beginning}`).toBe('anything')
    const oneOfTwo = (['a', 'b'] as const)[0]
    expect(safe`${oneOfTwo}`).toBe('a')
  })
})

describe('plain', () => {
  test.each(['', 'warn-below', '1,072,650', '$1.68', '12.5', '-5', '2026-10-10', 'a_b %', '`a` (1e+21)'])(
    'takes %j',
    (text) => {
      expect(plain(text)).toBe(text)
    },
  )

  test.each(['a:b', 'a@b', '<b>', 'a\nb', 'a\n', '#1', '[a]', 'ä', '/', '|', '*'])('throws on %j', (text) => {
    expect(() => plain(text)).toThrow(new RangeError('a plain text has no mark that anything could act on'))
  })
})

test('join puts a separator between texts', () => {
  expect(join([safe`a`, safe`b`, safe`c`])).toBe('a b c')
  expect(join([safe`a`, safe`b`], ', ')).toBe('a, b')
  expect(join([])).toBe('')
})

test('shortened cuts a safe text to as many characters as asked for', () => {
  const text: SafeText = safe`abcdef`
  expect(shortened(text, 6)).toBe('abcdef')
  expect(shortened(text, 5)).toBe('abcd…')
  expect(shortened(sanitise('see www.x and @y'), 9)).toBe('see www …')
})

describe('what cannot be seen', () => {
  test.each([
    ['\u200b', 'U+200B'],
    ['\u00ad', 'U+00AD'],
    ['\ufeff', 'U+FEFF'],
    ['\u3164', 'U+3164'],
    ['\u2800', 'U+2800'],
    ['\u2028', 'U+2028'],
    ['\u0007', 'U+0007'],
    ['\u202e', 'U+202E'],
    ['\u{e0041}', 'U+E0041'],
    ['\ud800', 'U+D800'],
  ])('is found, and taken out: %j', (character, code) => {
    for (let nth = 0; nth < 2; nth++) expect(invisibleIn(`v6${character}x\u200b`)).toBe(code)
    expect(withoutInvisible(`v${character}6${character}`)).toBe('v6')
  })

  test.each(['', 'v6', 'ä 映\u00a0🎬', 'a\tb\nc'])('is not in %j', (text) => {
    expect(invisibleIn(text)).toBeUndefined()
    expect(withoutInvisible(text)).toBe(text)
  })
})
