import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isKey, KEY_LENGTH_MIN, maskedLines, secretFinder } from '../src/key.js'

const KEY = 'sk-Abcdef-0123456789'
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))

describe('isKey', () => {
  test.each([
    [true, 'a key of the Platform', 'sk-0123456789abcdef'],
    [true, 'as few characters as a key may have', '12345678'],
    [true, 'the first and the last visible character', '!!!!~~~~'],
    [false, 'one character less', '1234567'],
    [false, 'nothing', ''],
    [false, 'a space inside', 'sk-first half'],
    [false, 'a tab inside', 'sk-first\thalf'],
    [false, 'a line break inside', 'sk-first-half\nsk-second-half'],
    [false, 'a line break at the end', '12345678\n'],
    [false, 'a carriage return', 'sk-first-half\rx'],
    [false, 'letters beyond ASCII', 'sk-schlüssel'],
    [false, 'a control character', 'sk-first\u0001half'],
    [false, 'the character behind the last visible one', 'sk-first\u007fhalf'],
  ])('is %s of %s', (expected, _, text) => {
    expect(isKey(text)).toBe(expected)
  })
})

describe('maskedLines', () => {
  test.each([
    ['a key', KEY, [KEY]],
    ['nothing', '', []],
    ['a key that would blank every 12 of the job', '12', []],
    ['seven characters', '1234567', []],
    ['eight characters', '12345678', ['12345678']],
    ['two lines', 'sk-first-half\nsk-second-half', ['sk-first-half', 'sk-second-half']],
    ['lines of Windows', 'sk-first-half\r\n\r\nsk-second-half', ['sk-first-half', 'sk-second-half']],
    ['a carriage return alone', 'sk-first-half\rsk-second-half', ['sk-first-half', 'sk-second-half']],
    ['a short line beside a long one', '{\n  sk-first-half\n}', ['sk-first-half']],
    ['blanks that make a short line long', '  1234567  \n\t12345678\t', ['12345678']],
  ])('of %s', (_, key, lines) => {
    expect(maskedLines(key)).toEqual(lines)
  })

  test('has no line that is short or has blanks around it, whatever the key', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('\n', '\r', ' ', '1', KEY))
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        for (const line of maskedLines(parts.join(''))) {
          expect(line.length).toBeGreaterThanOrEqual(KEY_LENGTH_MIN)
          expect(line).toBe(line.trim())
          expect(line).not.toMatch(/[\r\n]/)
        }
      }),
    )
  })
})

describe('a text shows a secret when it has', () => {
  test.each([
    ['the key', `bad key ${KEY}!`],
    ['its first eight characters', KEY.slice(0, 8)],
    ['its last eight characters', KEY.slice(-8)],
    ['eight characters, of which some are punctuation', KEY.slice(2, 10)],
    ['the key in capital letters', KEY.toUpperCase()],
    ['the key in small letters', KEY.toLowerCase()],
    ['the key with spaces in it', KEY.split('').join(' ')],
    ['the key with punctuation in it', KEY.split('').join('.')],
    ['the key with characters without width in it', KEY.split('').join('\u200b')],
    ['the key with blanks of Braille in it', KEY.split('').join('\u2800')],
    ['the key with fillers of Hangul in it', KEY.split('').join('\u3164')],
    ['the key with accents on it', KEY.split('').join('\u0301')],
    ['the key in accented letters', 'šḱ-Äḃćďêḟ-01'],
    ['the key across lines', KEY.replace('0', '\n0')],
    ['the key in full-width letters', fullWidth(KEY)],
    ['the key in bold letters of mathematics', '\u{1d422}\u{1d42c}: 𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'],
    ['the key in base64', base64(KEY)],
    ['the key in base64 behind one more', base64(`:${KEY}`)],
    ['the key in base64 behind more', base64(`api-key: ${KEY}, and more`)],
    ['the key in base64 behind a user', base64(`user:${KEY}`)],
    ['the key in base64 of addresses', Buffer.from(`??${KEY}>>`).toString('base64url')],
    ['the key in base64 across lines', base64(`user:${KEY}`).replace(/.{6}/g, '$&\n')],
    ['the key in hexadecimal', Buffer.from(KEY).toString('hex')],
    ['the key in hexadecimal, in capital letters', Buffer.from(KEY).toString('hex').toUpperCase()],
    ['the key in hexadecimal, byte by byte', Buffer.from(KEY).toString('hex').replace(/../g, '$&:')],
    [
      'the key as an address escapes it',
      encodeURIComponent(KEY).replace(/./g, (mark) => `%${mark.charCodeAt(0).toString(16)}`),
    ],
  ])('%s', (_, text) => {
    expect(secretFinder(KEY)(text)).toBe(true)
  })

  test('a key of punctuation, which has no letters to compare', () => {
    expect(secretFinder('!!!!$$$$')('it is !!!!$$$$')).toBe(true)
    expect(secretFinder('!!!!$$$$')(fullWidth('!!!!$$$$'))).toBe(true)
  })

  test('a secret that is too short to be a key, as a whole', () => {
    expect(secretFinder('hunter2')('it is hunter2!')).toBe(true)
    expect(secretFinder('hunter2')('it is hunter')).toBe(false)
  })
})

describe('a text does not show a secret when it has', () => {
  test.each([
    ['nothing', '', KEY],
    ['seven characters of it', KEY.slice(3, 10), KEY],
    ['seven characters of it, then others', `${KEY.slice(3, 10)}x${KEY.slice(11, 18)}`, KEY],
    ['other words', 'the balance is 1,072,650', KEY],
    ['anything, and there is no secret', 'anything at all', ''],
    ['seven letters of its base64', base64(KEY).slice(0, 7), KEY],
    ['punctuation only, as a secret of punctuation', '!!!!----', '!!!!$$$$'],
  ])('%s', (_, text, secret) => {
    expect(secretFinder(secret)(text)).toBe(false)
  })
})

test('a secret is found in a text of 500 kB within a moment, however long it is', () => {
  const started = performance.now()
  const shows = secretFinder(KEY.repeat(1000))
  expect(shows('sk-Abcde '.repeat(50_000))).toBe(true)
  expect(shows('sk-Abc_ '.repeat(62_500))).toBe(false)
  expect(performance.now() - started).toBeLessThan(5000)
})
