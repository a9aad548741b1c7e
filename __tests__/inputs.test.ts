import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { type InputName, type Inputs, INPUTS, KEY_FAULTS, readInputs, type Source } from '../src/inputs.js'
import { NO_RUN, type Run } from '../src/run.js'
import { safe, type SafeText } from '../src/safe-text.js'

const KEY = 'sk-Abcdef-0123456789'
const TOKEN = 'ghs_zyxwvutsrqponmlk'

interface Setup {
  readonly keyName?: SafeText
  readonly run?: Partial<Run>
  readonly nodeDebug?: string
}

/** Reads inputs as an entry hands them over; the key and a minimum are given, unless told. */
function read(
  given: Partial<Record<InputName, string>> = {},
  { run, nodeDebug = '', keyName = safe`api-key` }: Setup = {},
): Inputs {
  const texts: Partial<Record<InputName, string>> = { 'api-key': KEY, minimum: '480', ...given }
  const source: Source = {
    input: (name) => texts[name] ?? '',
    keyName,
    keyHint: safe`Set it.`,
    nodeDebug,
    run: { ...NO_RUN, ...run },
  }
  return readInputs(source)
}

/** What is wrong, as a report shows it. */
function faultsOf({ faults }: Inputs): string[] {
  return (faults?.kept ?? []).map(({ message, detail }) =>
    [message, ...(detail === undefined ? [] : [detail])].join(', '),
  )
}

test('every input of the README in one block is taken as it stands there', () => {
  const [, block = ''] = /<!-- block -->\s+```yaml\n([^]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
  const [step] = parse(block) as { with: Record<InputName, unknown> }[]
  const given: Partial<Record<string, string>> = {}
  for (const [name, value] of Object.entries(step?.with ?? {})) given[name] = String(value)
  expect(Object.keys(given).sort()).toEqual(Object.keys(INPUTS).sort())
  expect(faultsOf(read({ ...given, 'api-key': KEY, 'github-token': TOKEN, baseline: '700' }))).toEqual([])
})

test('inputs that are not given have their defaults', () => {
  const { key, sanitise, baseUrl, ...rest } = read()
  expect(key).toEqual({ kind: 'given', apiKey: KEY })
  expect(baseUrl.href).toBe('https://app-api.pixverse.ai/')
  expect(sanitise('a@b')).toBe('a@ b')
  expect(rest).toEqual({
    account: 'PixVerse',
    region: { topUp: 'https://platform.pixverse.ai/billing', centsPerCredit: 1 },
    limits: {
      minimum: 480,
      floors: { monthly: undefined, package: undefined },
      warnBelow: undefined,
      warnDays: undefined,
      budget: undefined,
      baseline: undefined,
      onLow: 'fail',
      onUnknown: 'fail',
    },
    plan: { plan: '', prices: '', made: '', margin: '0' },
    timeout: 30,
    retries: 3,
    github: { token: '', comment: 'never', alertIssue: false, dashboardIssue: false },
    faults: undefined,
  })
})

/** Every input, with a value that is not its default. */
const GIVEN: Readonly<Record<InputName, string>> = {
  'api-key': KEY,
  minimum: '1',
  'minimum-monthly': '2',
  'minimum-package': '3',
  'warn-below': '4',
  plan: 'prompts/*.json',
  made: 'videos/{name}.mp4',
  prices: 'prices.yml',
  margin: '12.5%',
  budget: '5',
  baseline: '6',
  'on-low': 'warn',
  'on-unknown': 'warn',
  'comment-summary-in-pr': 'on-failure',
  'alert-issue': 'true',
  'dashboard-issue': 'true',
  'warn-days': '7',
  account: 'film | <b> @me',
  'github-token': TOKEN,
  'base-url': 'https://app-api.pixverseai.cn',
  timeout: '8',
  retries: '9',
}

test('the next test gives every input, and no default', () => {
  expect(Object.keys(GIVEN).sort()).toEqual(Object.keys(INPUTS).sort())
  const defaults = Object.entries(INPUTS).filter(
    ([name, entry]) => 'default' in entry && GIVEN[name as InputName] === entry.default,
  )
  expect(defaults).toEqual([])
})

test('inputs that are given are read', () => {
  const { sanitise, baseUrl, ...rest } = read(GIVEN)
  expect(baseUrl.href).toBe('https://app-api.pixverseai.cn/')
  expect(sanitise(KEY)).toBe('(withheld: it repeats a secret)')
  expect(sanitise(`x ${TOKEN} x`)).toBe('(withheld: it repeats a secret)')
  expect(rest).toEqual({
    key: { kind: 'given', apiKey: KEY },
    account: 'film | <b> @ me',
    region: { topUp: 'https://platform.pai.video', centsPerCredit: undefined },
    limits: {
      minimum: 1,
      floors: { monthly: 2, package: 3 },
      warnBelow: 4,
      warnDays: 7,
      budget: 5,
      baseline: { total: 6, plan: undefined },
      onLow: 'warn',
      onUnknown: 'warn',
    },
    plan: { plan: 'prompts/*.json', prices: 'prices.yml', made: 'videos/{name}.mp4', margin: '12.5' },
    timeout: 8,
    retries: 9,
    github: { token: TOKEN, comment: 'on-failure', alertIssue: true, dashboardIssue: true },
    faults: undefined,
  })
})

describe('an input that is wrong says what it must be, and what it is:', () => {
  test.each<[InputName, string, string]>([
    ['minimum', '12abc', '`minimum` must be a whole number of credits, in digits only, but is `12abc`'],
    ['minimum', '-1', '`minimum` must be a whole number of credits, in digits only, but is `-1`'],
    ['minimum-monthly', '1.5', '`minimum-monthly` must be a whole number of credits, in digits only, but is `1.5`'],
    ['minimum-package', 'NaN', '`minimum-package` must be a whole number of credits, in digits only, but is `NaN`'],
    ['warn-below', 'Infinity', '`warn-below` must be a whole number of credits, in digits only, but is `Infinity`'],
    ['budget', 'many', '`budget` must be a whole number of credits, in digits only, but is `many`'],
    [
      'baseline',
      '1.5',
      '`baseline` must be a total of credits in digits, or the whole report of an earlier gate, but is `1.5`',
    ],
    ['margin', '-5', '`margin` must be a percentage such as 10, 12.5 or 10%, but is `-5`'],
    ['on-low', 'Fail', '`on-low` must be `fail` or `warn`, but is `Fail`'],
    ['on-unknown', 'pass', '`on-unknown` must be `fail` or `warn`, but is `pass`'],
    ['comment-summary-in-pr', 'yes', '`comment-summary-in-pr` must be `never`, `on-failure` or `always`, but is `yes`'],
    ['alert-issue', 'True', '`alert-issue` must be `true` or `false`, but is `True`'],
    ['dashboard-issue', '1', '`dashboard-issue` must be `true` or `false`, but is `1`'],
    ['timeout', '0', '`timeout` must be whole seconds from 1 to 600, but is `0`'],
    ['timeout', '601', '`timeout` must be whole seconds from 1 to 600, but is `601`'],
    ['retries', '11', '`retries` must be a whole number from 0 to 10, but is `11`'],
    ['retries', '-0', '`retries` must be a whole number from 0 to 10, but is `-0`'],
    [
      'base-url',
      'http://app-api.pixverse.ai',
      '`base-url` must be an https address, or http to a loopback address, without user, query and fragment, but is `http: //app-api.pixverse.ai`',
    ],
    [
      'account',
      'x'.repeat(101),
      `\`account\` must be a label of at most 100 characters, such as the name of a team, but is \`${'x'.repeat(101)}\``,
    ],
    [
      'minimum',
      'x'.repeat(300),
      `\`minimum\` must be a whole number of credits, in digits only, but is \`${'x'.repeat(199)}…\``,
    ],
    [
      'minimum',
      '::error::`x` www.y',
      "`minimum` must be a whole number of credits, in digits only, but is `: :error: :'x' www .y`",
    ],
    [
      'on-low',
      'fa\u200bil',
      '`on-low` must be `fail` or `warn`, but is `fail`, with an invisible character (U+200B) in it',
    ],
    [
      'minimum',
      '4\u00ad80',
      '`minimum` must be a whole number of credits, in digits only, but is `480`, with an invisible character (U+00AD) in it',
    ],
    [
      'minimum',
      TOKEN,
      '`minimum` must be a whole number of credits, in digits only, but is `(withheld: it repeats a secret)`',
    ],
  ])('%s: %s', (name, value, fault) => {
    expect(faultsOf(read({ 'github-token': TOKEN, [name]: value }))).toEqual([fault])
  })

  test('has an id, a hint, and shows its value in the detail alone', () => {
    expect(read({ minimum: 'hunter2' }).faults).toEqual({
      count: 1,
      kept: [
        {
          id: 'wrong-input',
          message: '`minimum` must be a whole number of credits, in digits only',
          hint: 'Correct it.',
          detail: 'but is `hunter2`',
        },
      ],
    })
  })

  test('warn-days out of range', () => {
    const expected = '`warn-days` must be whole days from 1 to 365, but is '
    for (const days of ['0', '366', '1.5']) {
      expect(faultsOf(read({ 'dashboard-issue': 'true', 'warn-days': days }))).toEqual([`${expected}\`${days}\``])
    }
    for (const days of ['1', '365'])
      expect(read({ 'dashboard-issue': 'true', 'warn-days': days }).faults).toBeUndefined()
  })

  test.each([
    ['https://user:word@host.example', 'https: //…@ host.example'],
    ['https://user:w@rd@host.example/x?y', 'https: //…@ host.example/x?y'],
    ['https://user:w/rd@host.example', 'https: //…@ host.example'],
    ['https:/user:word@host.example', 'https:/…@ host.example'],
    ['https:user:word@host.example', 'https:…@ host.example'],
    ['https:\\\\user:word@host.example', 'https:\\\\…@ host.example'],
    ['user:word@host.example', 'user:…@ host.example'],
    ['//user:word@host.example', '…@ host.example'],
    ['x\nuser:word@host.example', '…@ host.example'],
    ['ftp://host.example/a', 'ftp: //host.example/a'],
  ])('base-url: %j, without its password', (address, shown) => {
    expect(read({ 'base-url': address }).faults?.kept[0].detail).toBe(`but is \`${shown}\``)
  })

  test('all of them together, in the order of the contract', () => {
    const inputs = read({ 'api-key': '', minimum: 'x', 'warn-below': 'y', 'on-low': 'z', margin: '?', timeout: '0' })
    expect(inputs.faults?.count).toBe(6)
    expect(faultsOf(inputs).map((fault) => fault.split(' ')[0])).toEqual([
      'There',
      '`minimum`',
      '`warn-below`',
      '`on-low`',
      '`margin`',
      '`timeout`',
    ])
  })

  test('and has its default in the meantime', () => {
    const { limits, timeout, retries, plan, baseUrl, github, account } = read({
      ...{ minimum: 'x', 'on-low': 'x', timeout: 'x', retries: 'x', margin: 'x', 'base-url': 'x', 'alert-issue': 'x' },
      ...{ account: 'x'.repeat(101), budget: 'x', 'comment-summary-in-pr': 'x' },
    })
    expect([limits.minimum, limits.onLow, limits.budget, timeout, retries, plan.margin]).toEqual([
      0,
      'fail',
      undefined,
      30,
      3,
      '0',
    ])
    expect([baseUrl.href, github.comment, github.alertIssue, account]).toEqual([
      'https://app-api.pixverse.ai/',
      'never',
      false,
      'PixVerse',
    ])
  })
})

describe('a key is', () => {
  const WITHHELD = { kind: 'withheld' }
  test.each<[string, string, Partial<Run>, object]>([
    ['given', KEY, {}, { kind: 'given', apiKey: KEY }],
    ['given on a fork, too, where its owner allows it', KEY, { outsider: 'fork' }, { kind: 'given', apiKey: KEY }],
    ['withheld from a fork', '', { outsider: 'fork' }, { ...WITHHELD, fault: { id: 'fork' } }],
    ['withheld from Dependabot', '', { outsider: 'dependabot' }, { ...WITHHELD, fault: { id: 'dependabot' } }],
    ['missing', '', {}, { kind: 'unusable', fault: { id: 'no-key', message: 'There is no API key', hint: 'Set it.' } }],
    ['malformed', 'two words', {}, { kind: 'unusable', fault: { id: 'malformed-key' } }],
    ['malformed on a fork', 'two words', { outsider: 'fork' }, { kind: 'unusable', fault: { id: 'malformed-key' } }],
    ['too short', '1234567', {}, { kind: 'unusable', fault: { id: 'malformed-key' } }],
  ])('%s', (_, key, run, expected) => {
    const inputs = read({ 'api-key': key }, { run })
    expect(inputs.key).toMatchObject(expected)
    // What is withheld is nobody's fault.
    expect(inputs.faults?.kept.map(({ id }) => id)).toEqual(
      inputs.key.kind === 'unusable' ? [inputs.key.fault.id] : undefined,
    )
  })

  test('the subject of three ids, by which the command tells it from other faults', () => {
    expect(KEY_FAULTS).toEqual(['no-key', 'malformed-key', 'key-refused'])
  })

  test.each<[string, string, string]>([
    ['no-key', '', 'Set it.'],
    [
      'malformed-key',
      'two words',
      'Save the secret again, on one line: a key has at least 8 characters, all of them visible ASCII. It is not shown here.',
    ],
  ])('described as %s by a hint', (_, key, hint) => {
    expect(read({ 'api-key': key }).faults?.kept[0].hint).toBe(hint)
  })

  test('described as withheld by words that say so', () => {
    const said = (outsider: Run['outsider']): unknown => {
      const { key } = read({ 'api-key': '' }, { run: { outsider } })
      return key.kind === 'withheld' ? [key.fault.message, key.fault.hint] : undefined
    }
    expect(said('fork')).toEqual([
      'Not checked: the pull request comes from a fork, to which GitHub gives no secrets',
      'Nothing to fix. The output `sufficient` is false, so jobs that ask for it do not spend.',
    ])
    expect(said('dependabot')).toEqual([
      'Not checked: Dependabot started this run, and it sees no Actions secrets',
      'To have it checked, save the key as a Dependabot secret, too. The output `sufficient` is false.',
    ])
  })
})

describe('the key in another input is a fault that does not show it:', () => {
  const OTHERS = Object.keys(INPUTS).filter((name) => name !== 'api-key') as InputName[]
  test.each(OTHERS)('%s', (name) => {
    for (const value of [KEY, `https://x/?key=${KEY}`, `x ${Buffer.from(KEY).toString('base64')}`, KEY.slice(2, 10)]) {
      const { faults } = read({ 'dashboard-issue': 'true', [name]: value })
      const [fault, ...more] = faults?.kept ?? []
      expect(fault).toEqual({
        id: 'key-in-input',
        message: `\`${name}\` has the API key in it`,
        hint: 'Take it out: the key belongs into `api-key` alone.',
      })
      expect(more.map(({ id }) => id)).not.toContain('wrong-input')
      expect(JSON.stringify(faults)).not.toContain(KEY.slice(2, 10))
    }
  })

  test('github-token, which would be sent to GitHub', () => {
    expect(read({ 'github-token': KEY }).github.token).toBe('')
  })

  test('behind fillers that nobody sees', () => {
    expect(read({ account: KEY.split('').join('\u3164') }).faults?.kept[0].id).toBe('key-in-input')
  })

  test('is not read: a plan with the key in it is none', () => {
    const { plan, faults } = read({ minimum: '', plan: `[{ model: ${KEY} }]` })
    expect([plan.plan, faults?.count]).toEqual(['', 1])
  })

  test('names the place of the key, as its source calls it', () => {
    const keyName = safe`PIXVERSE_API_KEY`
    const malformed = read({ 'api-key': 'short' }, { keyName })
    expect(malformed.faults?.kept[0].message).toBe('The API key in `PIXVERSE_API_KEY` is malformed')
    const elsewhere = read({ account: KEY }, { keyName })
    expect(elsewhere.faults?.kept[0].hint).toBe('Take it out: the key belongs into `PIXVERSE_API_KEY` alone.')
  })

  test('a malformed key, too, when it is long enough', () => {
    const inputs = read({ 'api-key': 'sk-first half', account: 'sk-first half' })
    expect(inputs.faults?.kept.map(({ id }) => id)).toEqual(['malformed-key', 'key-in-input'])
    expect(JSON.stringify(inputs.faults)).not.toContain('first')
  })

  test('as few characters as a key may have', () => {
    expect(read({ 'api-key': '12345678', account: '12345678' }).faults?.kept[0].id).toBe('key-in-input')
  })

  test('but not a default that shares a word with it', () => {
    const inputs = read({
      'api-key': 'sk-pixverse-app-api',
      'base-url': 'https://app-api.pixverse.ai',
      account: 'PixVerse',
    })
    expect(inputs.faults).toBeUndefined()
  })

  test('but not what is too short to be a key', () => {
    const inputs = read({ 'api-key': '12', timeout: '120', minimum: '12' })
    expect(inputs.faults?.kept.map(({ id }) => id)).toEqual(['malformed-key'])
  })
})

describe('inputs that contradict each other:', () => {
  test.each<[string, Partial<Record<InputName, string>>]>([
    ['neither a minimum nor a plan', { minimum: '' }],
    ['floors without a minimum', { minimum: '', 'minimum-monthly': '5', budget: '5' }],
  ])('%s', (_, given) => {
    expect(read(given).faults).toEqual({
      count: 1,
      kept: [
        {
          id: 'nothing-to-gate-on',
          message: 'There is nothing to gate on: neither `minimum` nor `plan` is given',
          hint: 'Give a minimum, a plan, or both; `minimum: 0` only reports the balance.',
        },
      ],
    })
  })

  test.each<[string, Partial<Record<InputName, string>>]>([
    ['a minimum of 0', { minimum: '0' }],
    ['a plan alone', { minimum: '', plan: '[]' }],
    ['a warning at the minimum', { 'warn-below': '480' }],
    ['a warning above it', { 'warn-below': '481' }],
    ['a warning without a minimum', { minimum: '', plan: '[]', 'warn-below': '0' }],
    ['days and a dashboard', { 'warn-days': '7', 'dashboard-issue': 'true' }],
  ])('none in %s', (_, given) => {
    expect(read(given).faults).toBeUndefined()
  })

  test('a minimum that is wrong is something to gate on', () => {
    expect(faultsOf(read({ minimum: 'x' }))).toHaveLength(1)
  })

  test('a warning below the minimum', () => {
    expect(read({ 'warn-below': '479' }).faults).toEqual({
      count: 1,
      kept: [
        {
          id: 'warn-below-minimum',
          message: '`warn-below` is 479, lower than `minimum`, which is 480',
          hint: 'Make it at least as high: below `minimum` the step fails anyway.',
        },
      ],
    })
  })

  test.each(['', 'false'])('days without a dashboard, which is %j', (dashboard) => {
    expect(read({ 'warn-days': '7', 'dashboard-issue': dashboard }).faults).toEqual({
      count: 1,
      kept: [
        {
          id: 'warn-days-without-dashboard',
          message: '`warn-days` needs the readings of the dashboard, and `dashboard-issue` is not `true`',
          hint: 'Set `dashboard-issue: true` too, or leave `warn-days` out.',
        },
      ],
    })
  })
})

describe('NODE_DEBUG', () => {
  test.each([
    ['http', 'http'],
    ['https', 'https'],
    ['http2', 'http2'],
    ['net', 'net'],
    ['tls', 'tls'],
    ['stream', 'stream'],
    ['tunnel', 'tunnel'],
    ['undici', 'undici'],
    ['fetch', 'fetch'],
    ['NET', 'net'],
    ['timer,net', 'net'],
    ['timer, net ,fs', 'net'],
    ['net,http', 'http'],
    ['*', 'http'],
    ['n*', 'net'],
    ['*t', 'net'],
    ['h*s', 'https'],
    ['f*h', 'fetch'],
    ['a|b,tls', 'tls'],
  ])('of %j would print the key, because of %s', (nodeDebug, section) => {
    expect(read({}, { nodeDebug }).faults).toEqual({
      count: 1,
      kept: [
        {
          id: 'node-debug',
          message: `The variable NODE_DEBUG would print the API key: with ${section} in it Node logs what is sent`,
          hint: 'Remove NODE_DEBUG from the environment of this step.',
        },
      ],
    })
  })

  test.each([
    '',
    'timer',
    'fs,module',
    'nets',
    'xnet',
    'ne',
    'n.t',
    'net|http',
    '(net)',
    '[net]',
    'net.',
    '\\',
    'n\\*',
    ',',
  ])('of %j prints nothing of it', (nodeDebug) => {
    expect(read({}, { nodeDebug }).faults).toBeUndefined()
  })
})

describe('INPUTS', () => {
  const { inputs } = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8')) as {
    inputs: Record<string, { default?: string }>
  }

  test('has every input of action.yml', () => {
    expect(Object.keys(INPUTS)).toEqual(expect.arrayContaining(Object.keys(inputs)))
  })

  test.each(Object.entries(inputs).filter(([name]) => name !== 'github-token'))(
    'has the default that action.yml has for %s',
    (name, { default: text }) => {
      expect(INPUTS[name as InputName]).toEqual(
        text === undefined
          ? expect.not.objectContaining({ default: expect.anything() })
          : expect.objectContaining({ default: text }),
      )
    },
  )

  test('tells those that are about GitHub alone', () => {
    const names = Object.entries(INPUTS).flatMap(([name, entry]) => ('onlyGitHub' in entry ? [name] : []))
    expect(names).toEqual(['comment-summary-in-pr', 'alert-issue', 'dashboard-issue', 'warn-days', 'github-token'])
  })
})
