import { describe, expect, test } from '@jest/globals'
import { below, isMarked, isSame, markerOf } from '../../src/github/marker.js'

describe('the marker', () => {
  test.each([
    ['PixVerse', undefined, '<!-- pixverse-balance-action account=PixVerse -->'],
    ['PixVerse', 'dashboard', '<!-- pixverse-balance-action kind=dashboard account=PixVerse -->'],
    ['a --> <!--', undefined, '<!-- pixverse-balance-action account=a%20--%3E%20%3C!-- -->'],
    ['kind=dashboard account=a', undefined, '<!-- pixverse-balance-action account=kind%3Ddashboard%20account%3Da -->'],
    ['фильм', undefined, '<!-- pixverse-balance-action account=%D1%84%D0%B8%D0%BB%D1%8C%D0%BC -->'],
  ] as const)('of %j and %s', (account, kind, marker) => {
    expect(markerOf(account, kind)).toBe(marker)
  })

  test.each([
    ['M', true],
    ['M\ntext', true],
    ['M\r\ntext', true],
    ['M\rtext', true],
    ['', false],
    ['text\nM', false],
    ['M text', false],
    ['\nM', false],
  ])('is the first line: %j', (body, expected) => {
    expect(isMarked({ body, author: null }, 'M')).toBe(expected)
  })

  test.each([
    ['M', true],
    ['A note.\n\nM\ntext', true],
    ['A note.\r\nM', true],
    ['\nM', true],
    ['> M', false],
    [' M', false],
    ['M text', false],
    ['', false],
  ])('is any line of what has our label: %j', (body, expected) => {
    expect(isMarked({ body, author: null, isLabelled: true }, 'M')).toBe(expected)
  })
})

test.each([
  ['nothing', undefined, 'M\nnew'],
  ['an older text', 'M\nold', 'M\nnew'],
  ['a note', 'A note.\r\n\r\nM\r\nold', 'A note.\n\nM\nnew'],
  ['what has no marker', 'other', 'M\nnew'],
])('a new text stands below the note that may be in %s', (_, body, expected) => {
  expect(below(body === undefined ? undefined : { body, author: null }, 'M', 'new')).toBe(expected)
})

test.each([
  ['a\nb', 'a\nb', true],
  ['a\r\nb\r\n', 'a\nb', true],
  ['a\nb', 'a\nb\n', true],
  ['a\rb', 'a\nb', true],
  ['a\n\rb', 'a\n\nb', true],
  ['a\r\rb', 'a\nb', false],
  ['a\nb', 'a b', false],
  ['', 'a', false],
])('%j and %j are the same text: %s', (body, wanted, expected) => {
  expect(isSame(body, wanted)).toBe(expected)
})
