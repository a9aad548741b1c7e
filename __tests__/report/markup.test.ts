import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { box, code, fold, prose, table } from '../../src/report/markup.js'
import { safe } from '../../src/safe-text.js'
import { outside } from '../support/result.js'

describe('code', () => {
  test('leaves no punctuation that anything could act on', () => {
    expect(code(outside('<img> | `a` #1 _b_ ~c~ a/b: c'))).toBe(
      '<code>&#60;img&#62; &#124; &#39;a&#39; &#35;1 &#95;b&#95; &#126;c&#126; a&#47;b&#58; c</code>',
    )
    expect(code(outside('!-@[]{}'))).toBe('<code>&#33;&#45;&#64; &#91;&#93;&#123;&#125;</code>')
  })

  test('has only letters, digits, spaces and references inside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(code(outside(text))).toMatch(/^<code>([A-Za-z0-9 …]|&#\d+;)*<\/code>$/)
      }),
    )
  })

  test('cuts a text by characters, before it is encoded', () => {
    expect(code(outside('a.b.c.d'), 4)).toBe('<code>a&#46;b…</code>')
    expect(code(outside('a.b.c.d'), 7)).toBe('<code>a&#46;b&#46;c&#46;d</code>')
    expect(code(outside('x'.repeat(200)))).toBe(`<code>${'x'.repeat(200)}</code>`)
  })
})

describe('prose', () => {
  test('makes code of what stands between backticks, and leaves links', () => {
    expect(prose(safe`\`plan.json, item 3\`: see https://platform.pixverse.ai/billing`)).toBe(
      '<code>plan&#46;json&#44; item 3</code>: see https://platform.pixverse.ai/billing',
    )
  })

  test('takes marks of Markdown and HTML for what they are', () => {
    expect(prose(safe`a < b > c & d * e _ f [g] | ~h~ i.`)).toBe(
      'a &#60; b &#62; c &#38; d &#42; e &#95; f &#91;g&#93; &#124; &#126;h&#126; i.',
    )
  })

  test('makes code of several values', () => {
    expect(prose(safe`\`a\` or \`b_c\` or d`)).toBe('<code>a</code> or <code>b&#95;c</code> or d')
  })
})

test('a box quotes every line, without trailing spaces', () => {
  expect(box('WARNING', ['one', 'two\nthree'])).toBe('> [!WARNING]\n> one\n>\n> two\n> three')
})

test('a table fills up short rows, and drops cells beyond its columns', () => {
  expect(table([':--', '--:'], ['a', 'b', 'c'], [['1', '2', '3'], ['4']])).toBe(
    '| a | b |\n|:--|--:|\n| 1 | 2 |\n| 4 | |',
  )
})

test('a fold keeps empty lines around its content, so that Markdown works in it', () => {
  expect(fold('title', 'text')).toBe('<details><summary>title</summary>\n\ntext\n\n</details>')
})
