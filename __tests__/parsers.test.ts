import { describe, expect, test } from '@jest/globals'
import { address, anyText, baseline, choice, credits, label, percent, whole, yesOrNo } from '../src/parsers.js'
import { sanitiser } from '../src/safe-text.js'

const sanitise = sanitiser('sk-Abcdef-0123456789')

describe('credits', () => {
  test.each([
    ['0', 0],
    ['480', 480],
    ['007', 7],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', undefined],
    ['99999999999999999999', undefined],
    ['-1', undefined],
    ['+1', undefined],
    ['-0', undefined],
    ['1.5', undefined],
    ['1.0', undefined],
    ['12abc', undefined],
    ['abc12', undefined],
    ['1e3', undefined],
    ['1,000', undefined],
    ['1 000', undefined],
    ['1_000', undefined],
    ['0x10', undefined],
    ['٣', undefined],
    ['１', undefined],
    ['1\n', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['', undefined],
  ])('%j are %p', (text, value) => {
    expect(credits.parse(text)).toBe(value)
  })

  test('are expected in digits only', () => {
    expect(credits.expected).toBe('a whole number of credits, in digits only')
  })
})

describe('whole', () => {
  test.each([
    ['0', undefined],
    ['1', 1],
    ['30', 30],
    ['600', 600],
    ['601', undefined],
    ['-0', undefined],
    ['1.5', undefined],
    ['30s', undefined],
  ])('seconds from 1 to 600: %j is %p', (text, value) => {
    expect(whole('seconds', 1, 600).parse(text)).toBe(value)
  })

  test.each([
    ['0', 0],
    ['10', 10],
    ['11', undefined],
    ['-0', undefined],
  ])('number from 0 to 10: %j is %p', (text, value) => {
    expect(whole('a number', 0, 10).parse(text)).toBe(value)
  })

  test('says what it takes', () => {
    expect(whole('seconds', 1, 600).expected).toBe('whole seconds from 1 to 600')
    expect(whole('days', 1, 365).expected).toBe('whole days from 1 to 365')
    expect(whole('a number', 0, 10).expected).toBe('a whole number from 0 to 10')
  })
})

describe('percent', () => {
  test.each([
    ['0', '0'],
    ['10', '10'],
    ['10%', '10'],
    ['10 %', '10'],
    ['10 \t %', '10'],
    ['12.5', '12.5'],
    ['12.50%', '12.50'],
    ['999999999.999999', '999999999.999999'],
    ['1234567890', undefined],
    ['1.1234567', undefined],
    ['-5', undefined],
    ['+5', undefined],
    ['.5', undefined],
    ['5.', undefined],
    ['1.2.3', undefined],
    ['1,5', undefined],
    ['1e2', undefined],
    ['10%%', undefined],
    ['%', undefined],
    ['x10', undefined],
    ['10x', undefined],
    ['٣', undefined],
  ])('%j is %p', (text, value) => {
    expect(percent.parse(text)).toBe(value)
  })

  test('says what it takes', () => {
    expect(percent.expected).toBe('a percentage such as 10, 12.5 or 10%')
  })
})

describe('choice', () => {
  test.each([
    ['never', 'never'],
    ['on-failure', 'on-failure'],
    ['always', 'always'],
    ['Never', undefined],
    ['yes', undefined],
    ['never always', undefined],
    ['', undefined],
  ])('%j is %p', (text, value) => {
    expect(choice('never', 'on-failure', 'always').parse(text)).toBe(value)
  })

  test('says what it takes', () => {
    expect(choice('fail', 'warn').expected).toBe('`fail` or `warn`')
    expect(choice('never', 'on-failure', 'always').expected).toBe('`never`, `on-failure` or `always`')
  })
})

describe('yesOrNo', () => {
  test.each([
    ['true', true],
    ['false', false],
    ['True', undefined],
    ['TRUE', undefined],
    ['yes', undefined],
    ['1', undefined],
    ['', undefined],
  ])('%j is %p', (text, value) => {
    expect(yesOrNo.parse(text)).toBe(value)
  })

  test('says what it takes', () => {
    expect(yesOrNo.expected).toBe('`true` or `false`')
  })
})

describe('address', () => {
  test.each([
    ['https://app-api.pixverse.ai', 'https://app-api.pixverse.ai/'],
    ['https://app-api.pixverse.ai/', 'https://app-api.pixverse.ai/'],
    ['https://APP-API.pixverse.ai:8443/mirror', 'https://app-api.pixverse.ai:8443/mirror/'],
    ['https://proxy.example/a/b/', 'https://proxy.example/a/b/'],
    ['http://localhost:8080', 'http://localhost:8080/'],
    ['http://127.0.0.1', 'http://127.0.0.1/'],
    ['http://127.1.2.3:5', 'http://127.1.2.3:5/'],
    ['http://127.10.200.30', 'http://127.10.200.30/'],
    ['http://2130706433', 'http://127.0.0.1/'],
    ['http://[::1]:80/x', 'http://[::1]/x/'],
  ])('takes %s', (text, href) => {
    expect(address.parse(text)?.href).toBe(href)
  })

  test.each([
    'app-api.pixverse.ai',
    'http://app-api.pixverse.ai',
    'http://127.0.0.1.nip.io',
    'http://x127.0.0.1',
    'http://localhost.evil.example',
    'http://notlocalhost',
    'http://localhost@evil.example',
    'http://126.0.0.1',
    'http://128.0.0.1',
    'http://0.0.0.0',
    'http://[::2]',
    'http://[::ffff:127.0.0.1]',
    'https://user:word@app-api.pixverse.ai',
    'https://user@app-api.pixverse.ai',
    'https://:word@app-api.pixverse.ai',
    'https://app-api.pixverse.ai/?x=1',
    'https://app-api.pixverse.ai/#x',
    'ftp://127.0.0.1',
    'ws://localhost',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
    '',
  ])('does not take %s', (text) => {
    expect(address.parse(text)).toBeUndefined()
  })

  test('says what it takes', () => {
    expect(address.expected).toBe('an https address, or http to a loopback address, without user, query and fragment')
  })
})

describe('label', () => {
  const { parse, expected } = label(sanitise)
  test.each([
    ['PixVerse', 'PixVerse'],
    ['film | <b> @me', 'film | <b> @ me'],
    ['x', 'x'],
    ['x'.repeat(100), 'x'.repeat(100)],
    ['x'.repeat(101), undefined],
    ['🎬'.repeat(100), '🎬'.repeat(100)],
    ['🎬'.repeat(101), undefined],
    ['\u200b\u3164', undefined],
  ])('%j is %p', (text, value) => {
    expect(parse(text)).toBe(value)
  })

  test('says what it takes', () => {
    expect(expected).toBe('a label of at most 100 characters, such as the name of a team')
  })
})

test('any text is taken as it is', () => {
  expect(anyText.parse(' a\nb ')).toBe(' a\nb ')
  expect(anyText.expected).toBe('text')
})

describe('baseline', () => {
  const { parse, expected } = baseline(sanitise)
  const plan = { generations: 2, made: null, cost: 90, margin: '10', prices_as_of: '2026-09-02', lines: [] }
  const EARLIER = { cost: 90, planned: 99, pricesAsOf: '2026-09-02' }
  const report = { schema: 1, account: 'PixVerse', total: 1000, planned: 99, verdict: 'ok', plan }

  test.each([
    ['0', 0],
    ['1072650', 1072650],
    ['9007199254740991', 9007199254740991],
    ['-5', -5],
  ])('%s is a total', (text, total) => {
    expect(parse(text)).toEqual({ total, plan: undefined })
  })

  test.each<[string, object, object]>([
    ['with a plan', {}, { total: 1000, plan: { cost: 90, planned: 99, pricesAsOf: '2026-09-02' } }],
    ['without a plan', { plan: null, planned: 0 }, { total: 1000, plan: undefined }],
    [
      'that knew no balance',
      { total: null },
      { total: undefined, plan: { cost: 90, planned: 99, pricesAsOf: '2026-09-02' } },
    ],
    ['that knew nothing', { total: null, planned: null, plan: null }, { total: undefined, plan: undefined }],
    [
      'whose prices are not of the table',
      { plan: { ...plan, prices_as_of: null } },
      { total: 1000, plan: { cost: 90, planned: 99, pricesAsOf: undefined } },
    ],
    [
      'of a plan of nothing',
      { planned: 0, plan: { ...plan, cost: 0 } },
      { total: 1000, plan: { cost: 0, planned: 0, pricesAsOf: '2026-09-02' } },
    ],
    ['of a balance below zero', { total: -5, plan: null }, { total: -5, plan: undefined }],
    ['without a margin', { planned: 90 }, { total: 1000, plan: { cost: 90, planned: 90, pricesAsOf: '2026-09-02' } }],
    [
      'with a date that is none',
      { plan: { ...plan, prices_as_of: '@all' } },
      { total: 1000, plan: { cost: 90, planned: 99, pricesAsOf: '@ all' } },
    ],
    ['of another account', { account: 'film @all' }, { account: 'film @ all', total: 1000, plan: EARLIER }],
    ['that names no account', { account: undefined }, { account: undefined, total: 1000, plan: EARLIER }],
    [
      'with fields of a later version',
      { more: [1] },
      { total: 1000, plan: { cost: 90, planned: 99, pricesAsOf: '2026-09-02' } },
    ],
  ])('takes a report %s', (_, fields, expected) => {
    expect(parse(JSON.stringify({ ...report, ...fields }))).toEqual({ account: 'PixVerse', ...expected })
  })

  test.each<[string, string]>([
    ['a report of another schema', JSON.stringify({ ...report, schema: 2 })],
    ['a report without a schema', JSON.stringify({ ...report, schema: undefined })],
    ['a report whose schema is a text', JSON.stringify({ ...report, schema: '1' })],
    ['a report whose account is a number', JSON.stringify({ ...report, account: 5 })],
    ['a report without a total', JSON.stringify({ ...report, total: undefined })],
    ['a report whose total is a text', JSON.stringify({ ...report, total: '1000' })],
    ['a report whose total is a fraction', JSON.stringify({ ...report, total: 1.5 })],
    ['a report whose total is out of range', JSON.stringify(report).replace(':1000', ':9007199254740992')],
    ['a report without a word of its plan', JSON.stringify({ ...report, plan: undefined })],
    ['a report whose plan is a list', JSON.stringify({ ...report, plan: [] })],
    ['a report whose plan has no cost', JSON.stringify({ ...report, plan: {} })],
    ['a report whose cost is negative', JSON.stringify({ ...report, plan: { ...plan, cost: -1 } })],
    ['a report with a plan, but nothing planned', JSON.stringify({ ...report, planned: null })],
    ['a report that planned less than its plan costs', JSON.stringify({ ...report, planned: 89 })],
    ['a report that planned a fraction', JSON.stringify({ ...report, planned: 99.5 })],
    ['a report that was cut', JSON.stringify(report).slice(0, -1)],
    ['a report of the prototype', '{"__proto__":{"schema":1,"total":5,"plan":null}}'],
    ['a list', '[5]'],
    ['an empty object', '{}'],
    ['a sign without a number', '-'],
    ['two signs', '--5'],
    ['a sign behind the number', '5-'],
    ['a negative number out of range', '-9007199254740992'],
    ['a fraction', '1.5'],
    ['a number with a separator', '1,000'],
    ['a number out of range', '9007199254740992'],
    ['a word', 'many'],
  ])('does not take %s', (_, text) => {
    expect(parse(text)).toBeUndefined()
  })

  test('says what it takes', () => {
    expect(expected).toBe('a total of credits in digits, or the whole report of an earlier gate')
  })
})
