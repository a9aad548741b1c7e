import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { code, neutralise } from '../../src/report/escape.js'

const KEY = 'sk-Abcdef-0123456789'
const WITHHELD = '(withheld: it repeats the API key)'

describe('neutralise', () => {
  test.each([
    ['a line break', 'one\ntwo\r\nthree\u2028four', 'one two three four'],
    ['a tab and spaces', ' a \t  b ', 'a b'],
    ['control characters', 'a\u0000b\u001b[31mc\u007f', 'ab[31mc'],
    ['characters that turn the direction around', 'a\u202eb\u2066c', 'abc'],
    ['characters without width', 'a\u200bb\ufeffc\u00add', 'ab cd'],
    ['half of a character', 'a\ud800b', 'ab'],
    ['a workflow command', '::error::x', ': :error: :x'],
    ['more colons', ':::: x', ': : : : x'],
    ['a command of the old form', 'x ##[add-mask]y ###[z', 'x ## [add-mask]y ### [z'],
    ['a command in disguise', '##\u200b[group]', '## [group]'],
    ['nothing', '', ''],
  ])('takes %s', (_, text, expected) => {
    expect(neutralise(text, KEY)).toBe(expected)
  })

  test('cuts long text, and counts characters, not bytes', () => {
    expect(neutralise('x'.repeat(300), KEY)).toBe(`${'x'.repeat(199)}…`)
    expect(neutralise('🎬'.repeat(12), KEY, 10)).toBe(`${'🎬'.repeat(9)}…`)
    expect(neutralise('🎬'.repeat(10), KEY, 10)).toBe('🎬'.repeat(10))
  })

  test.each([
    ['the key', `bad key ${KEY}!`],
    ['a part of it', `bad key ${KEY.slice(0, 10)}...`],
    ['its end', KEY.slice(-9)],
    ['eight characters, of which some are punctuation', KEY.slice(2, 10)],
    ['the key in other letters', KEY.toUpperCase()],
    ['the key with spaces in it', KEY.split('').join(' ')],
    ['the key with characters without width in it', KEY.split('').join('\u200b')],
    ['the key across lines', KEY.replace('0', '\n0')],
    ['the key in base64', Buffer.from(KEY).toString('base64')],
    ['the key in base64 behind one more', Buffer.from(`:${KEY}`).toString('base64')],
    ['the key in base64 behind more', Buffer.from(`api-key: ${KEY}, and more`).toString('base64')],
    ['the key in base64 behind a user', Buffer.from(`user:${KEY}`).toString('base64')],
    ['the key in hexadecimal', Buffer.from(KEY).toString('hex').toUpperCase()],
  ])('withholds text that shows %s', (_, text) => {
    expect(neutralise(text, KEY)).toBe(WITHHELD)
  })

  test('withholds a key of punctuation, which has no letters to compare', () => {
    expect(neutralise('it is !!!!$$$$', '!!!!$$$$')).toBe(WITHHELD)
  })

  test('does not withhold what is only alike', () => {
    expect(neutralise('Abcdef', KEY)).toBe('Abcdef')
    expect(neutralise('anything', '')).toBe('anything')
  })

  test('never gives two lines, a command, or eight characters of the key, and is short', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('::', '##[', '\n', '\u200b', KEY, KEY.slice(3, 12), KEY.slice(2, 10), ':', '#', '['),
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const shown = neutralise(parts.join(''), KEY)
        expect(shown).not.toMatch(/::|##\[|[\p{Cc}\p{Cf}\u2028\u2029]/u)
        expect(Array.from(shown).length).toBeLessThanOrEqual(2 * 200)
        for (let at = 0; at + 8 <= KEY.length; at++) expect(shown).not.toContain(KEY.slice(at, at + 8))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('code', () => {
  test('leaves nothing that Markdown, HTML or GitHub acts on', () => {
    expect(code('<img> | `a` @b #1')).toBe('<code>&#60;img&#62; &#124; &#96;a&#96; &#64;b &#35;1</code>')
  })

  test('has only letters, digits, spaces and references inside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(code(text)).toMatch(/^<code>([A-Za-z0-9 ]|&#\d+;)*<\/code>$/)
      }),
    )
  })
})
