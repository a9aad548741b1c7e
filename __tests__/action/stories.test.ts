import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { startPixVerse } from '../../sandbox/pixverse.mjs'
import { pullRequest } from '../../sandbox/scenarios.mjs'
import { asPeopleRead } from '../../sandbox/terminal.mjs'
import {
  annotation,
  annotations,
  balance,
  gateAgainst,
  KEY,
  runGate,
  type Setup,
  withoutMask,
} from '../support/gate.js'
import { ENGINES } from '../support/source.js'

const folder = mkdtempSync(join(tmpdir(), 'pixverse-stories-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const RICH = balance(1_069_020, 3_630)
const POOR = balance(212, 100)

describe.each(ENGINES)('%s', (_, engine) => {
  const gate = async (answer: unknown, setup: Setup = {}, status = 200): ReturnType<typeof gateAgainst> =>
    gateAgainst(answer, setup, { engine, status })

  test('passes when there are credits enough', async () => {
    const { exitCode, log, outputs, summary, requests } = await gate(RICH)
    expect(exitCode).toBe(0)
    expect(requests).toHaveLength(1)
    const trace = requests[0]?.headers['ai-trace-id'] ?? ''
    const { report, ...rest } = outputs
    expect(rest).toEqual({
      credit_monthly: '1069020',
      credit_package: '3630',
      total: '1072650',
      verdict: 'ok',
      sufficient: 'true',
      planned: '0',
      required: '480',
      remaining: '1072650',
      shortfall: '0',
      fits: '',
      todo: '[]',
      spent: '',
      drift: '',
      per_day: '',
      days_left: '',
      alert: 'none',
      trace_id: trace,
    })
    expect(JSON.parse(report ?? '')).toEqual({
      schema: 1,
      account: 'PixVerse',
      credit_monthly: 1069020,
      credit_package: 3630,
      total: 1072650,
      verdict: 'ok',
      sufficient: true,
      planned: 0,
      required: 480,
      remaining: 1072650,
      shortfall: 0,
      fits: null,
      spent: null,
      drift: null,
      per_day: null,
      days_left: null,
      alert: 'none',
      trace_id: trace,
      plan: null,
    })
    expect(annotations(log)).toEqual([])
    expect(log.split('\n')).toEqual([
      `::add-mask::${KEY}`,
      'PixVerse credits are enough',
      '1,072,650 credits left, this run needs 480: enough.',
      'Left: 1,072,650 = 1,069,020 monthly + 3,630 package',
      `Trace id: ${trace}`,
      '',
    ])
    expect(summary).toContain('**1,072,650 credits left, this run needs 480: enough.**')
    expect(asPeopleRead(summary)).toContain(`trace id ${trace}`)
  })

  test('fails when credits are too low, with outputs and summary all the same', async () => {
    const { exitCode, log, outputs, summary } = await gate(POOR)
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({
      total: '312',
      verdict: 'low',
      sufficient: 'false',
      shortfall: '168',
      remaining: '312',
    })
    expect(annotation(log)).toBe(
      '::error title=PixVerse credits are too low::312 credits left, this run needs 480: short by 168, at most $1.68.\n' +
        'Top up 168 credits or more: https://platform.pixverse.ai/billing',
    )
    expect(summary).toContain('> [!CAUTION]\n> **312 credits left, this run needs 480: short by 168, at most $1.68.**')
    expect(summary).toContain('https://platform.pixverse.ai/billing')
    expect(summary).toContain('🟦🟦🟦🟦🟦🟦🟥🟥🟥🟥 312 of 480 needed')
  })

  test('passes with a warning when told so by on-low', async () => {
    const { exitCode, log, outputs } = await gate(POOR, { inputs: { 'on-low': 'warn' } })
    expect(exitCode).toBe(0)
    expect(outputs).toMatchObject({ verdict: 'low', sufficient: 'false' })
    expect(annotation(log)).toMatch(/^::warning title=PixVerse credits are too low::/)
  })

  test('warns when few would remain', async () => {
    const { exitCode, log, outputs, summary } = await gate(balance(500, 400), { inputs: { 'warn-below': '1000' } })
    expect(exitCode).toBe(0)
    expect(outputs).toMatchObject({ verdict: 'warn', sufficient: 'true' })
    expect(annotation(log)).toMatch(
      /^::warning title=PixVerse credits run low::900 credits left, this run needs 480: enough, but `warn-below` is 1,000\./,
    )
    expect(summary).toContain('> [!WARNING]')
  })

  test('tells a purse under its floor', async () => {
    const { exitCode, log, summary } = await gate(balance(12, 5000), { inputs: { 'minimum-monthly': '100' } })
    expect(exitCode).toBe(1)
    expect(annotation(log)).toContain(
      '5,012 credits left, this run needs 480, but the monthly purse has 12 (its floor is 100): short by 88.',
    )
    expect(summary).toContain('Packs do not fill the monthly purse')
  })

  test('points from an empty balance to the other wallet', async () => {
    const { log } = await gate(balance(0, 0))
    expect(annotation(log)).toContain('Credits of the PixVerse app or CLI are in another wallet')
  })

  test('only reports when the minimum is 0', async () => {
    const { exitCode, log, summary } = await gate(balance(1, 0), { inputs: { minimum: '0' } })
    expect(exitCode).toBe(0)
    expect(log).toContain('1 credit left.')
    expect(log + summary).not.toMatch(/needs|needed|minimum/i)
  })

  test('fails when PixVerse is down, and says so', async () => {
    const { exitCode, log, outputs, summary } = await gate(
      { ErrCode: 500100, ErrMsg: 'MySQL error', Resp: null },
      {},
      500,
    )
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({
      verdict: 'unknown',
      sufficient: 'false',
      total: '',
      credit_monthly: '',
      remaining: '',
      shortfall: '',
      required: '480',
    })
    expect(annotation(log)).toMatch(
      /^::error title=PixVerse balance is not known::PixVerse answered that its database failed \(ErrCode 500100\), and says: `MySQL error`\.\n/,
    )
    expect(summary).not.toMatch(/Left|🟦/)
    expect(JSON.parse(outputs['report'] ?? '')).toMatchObject({ total: null, shortfall: null, verdict: 'unknown' })
  })

  test('passes with a warning when PixVerse is down and on-unknown says so', async () => {
    const { exitCode, log, outputs } = await gate('', { inputs: { 'on-unknown': 'warn' } }, 503)
    expect(exitCode).toBe(0)
    expect(outputs).toMatchObject({ verdict: 'unknown', sufficient: 'false' })
    expect(annotation(log)).toMatch(/^::warning /)
  })

  test('fails when the key is refused, even when told to warn', async () => {
    const setup = { inputs: { 'on-low': 'warn', 'on-unknown': 'warn' } }
    const { exitCode, log, outputs } = await gate({ ErrCode: 400012, ErrMsg: 'invalid account', Resp: null }, setup)
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ verdict: 'error', required: '480', total: '' })
    expect(annotation(log)).toContain('PixVerse refused the API key: the account is invalid (ErrCode 400012)')
  })

  describe('a missing key', () => {
    const missing = { 'api-key': '' }
    test('is an error at home, and no request is made', async () => {
      const { exitCode, log, outputs, requests } = await gate(RICH, { inputs: missing })
      expect([exitCode, requests]).toEqual([1, []])
      expect(outputs).toMatchObject({ verdict: 'error', trace_id: '' })
      expect(annotation(log)).toContain('There is no API key.\nSet `api-key` to a secret.')
    })

    test.each<[string, Setup]>([
      ['a fork', { event: { name: 'pull_request', payload: pullRequest(2) } }],
      ['a fork that is gone', { event: { name: 'pull_request', payload: { pull_request: { head: { repo: null } } } } }],
      [
        'Dependabot',
        { event: { name: 'pull_request', payload: pullRequest(1) }, env: { GITHUB_ACTOR: 'dependabot[bot]' } },
      ],
      ['a push of Dependabot', { event: { name: 'push' }, env: { GITHUB_ACTOR: 'dependabot[bot]' } }],
    ])('is no fault of a run of %s: it is skipped with a notice', async (_, setup) => {
      const { exitCode, log, outputs, requests } = await gate(RICH, { ...setup, inputs: missing })
      expect([exitCode, requests]).toEqual([0, []])
      expect(outputs).toMatchObject({ verdict: 'skipped', sufficient: 'false', total: '', required: '480' })
      expect(annotation(log)).toMatch(/^::notice title=PixVerse gate skipped::Not checked: /)
    })

    test.each<[string, Setup]>([
      ['a pull request of the own repository', { event: { name: 'pull_request', payload: pullRequest(1) } }],
      ['pull_request_target, which gets secrets', { event: { name: 'pull_request_target', payload: pullRequest(2) } }],
      ['an event that cannot be read', { event: { name: 'pull_request' }, env: { GITHUB_EVENT_PATH: '/nowhere' } }],
      ['an event that makes no sense', { event: { name: 'pull_request', payload: [] } }],
      [
        'a schedule that Dependabot last edited',
        { event: { name: 'schedule' }, env: { GITHUB_ACTOR: 'dependabot[bot]' } },
      ],
    ])('is an error on %s', async (_, setup) => {
      const { exitCode, outputs } = await gate(RICH, { ...setup, inputs: missing })
      expect([exitCode, outputs['verdict']]).toEqual([1, 'error'])
    })

    test('does not excuse an input that is wrong', async () => {
      const setup = { event: { name: 'pull_request', payload: pullRequest(2) }, inputs: { ...missing, minimum: 'x' } }
      const { exitCode, outputs } = await gate(RICH, setup)
      expect([exitCode, outputs['verdict']]).toEqual([1, 'error'])
    })
  })

  test('refuses a malformed key without showing it', async () => {
    const { exitCode, log, requests } = await gate(RICH, { inputs: { 'api-key': 'two words' } })
    expect([exitCode, requests]).toEqual([1, []])
    expect(annotation(log)).toContain('The API key in `api-key` is malformed.')
    expect(annotation(log)).not.toContain('two words')
  })

  test('asks below the path of base-url, with or without a slash at its end', async () => {
    for (const end of ['', '/']) {
      const server = await startPixVerse({ answer: () => RICH })
      const inputs = { 'base-url': `${server.url}/mirror${end}`, minimum: '1' }
      await engine({ inputs })
      await server.close()
      expect(server.requests).toMatchObject([{ url: '/mirror/openapi/v2/account/balance' }])
    }
  })

  describe('an input that is wrong', () => {
    test.each([
      ['retries', '11', '`retries` must be a whole number from 0 to 10, but is `11`.\nCorrect it.'],
      ['base-url', 'https://user:word@x.example', 'but is `https: //…@ x.example`.'],
      ['minimum', KEY, '`minimum` has the API key in it.'],
    ])('%s: %s makes no request and is named', async (input, value, says) => {
      const { exitCode, log, outputs, summary, requests } = await gate(RICH, { inputs: { [input]: value } })
      expect([exitCode, requests]).toEqual([1, []])
      expect(outputs).toMatchObject({
        verdict: 'error',
        sufficient: 'false',
        planned: '',
        required: '',
        remaining: '',
        total: '',
      })
      expect(annotation(log)).toContain(says)
      expect(asPeopleRead(summary)).toContain(input)
      expect(withoutMask(log) + summary + JSON.stringify(outputs)).not.toContain(KEY)
    })

    test('is reported together with all others, in one annotation', async () => {
      const inputs = {
        'api-key': '',
        minimum: 'x',
        'warn-below': 'y',
        'on-low': 'z',
        plan: '[{ model: v9, quality: 540p, duration: 5 }]',
        margin: '?',
      }
      const { exitCode, log, summary, requests } = await gate(RICH, { inputs })
      expect([exitCode, requests]).toEqual([1, []])
      const faults = [
        '- There is no API key.',
        '- `minimum` must be a whole number of credits, in digits only, but is `x`.',
        '- `warn-below` must be a whole number of credits, in digits only, but is `y`.',
        '- `on-low` must be `fail` or `warn`, but is `z`.',
        '- `margin` must be a percentage such as 10, 12.5 or 10%, but is `?`.',
        '- `plan, item 1`: `model` must be one of v6, c1,',
      ]
      expect(annotation(log)).toContain('::Nothing was checked: 6 faults to fix first.\n')
      for (const fault of faults) expect(log).toContain(fault)
      for (const fault of faults.slice(0, 5)) expect(annotation(log)).toContain(fault)
      expect(annotation(log)).toMatch(/\n- and 1 more$/)
      expect(summary.match(/^- /gm)).toHaveLength(6)
    })

    test('is counted when there are more than are shown', async () => {
      const plan = JSON.stringify(Array.from({ length: 30 }, () => ({ feature: 'modify' })))
      const { log, summary } = await gate(RICH, { inputs: { plan } })
      expect(annotation(log)).toContain('Nothing was checked: 30 faults to fix first.')
      expect(annotation(log)).toMatch(/\n- and 25 more$/)
      expect(log).toMatch(/^- and 10 more$/m)
      expect(summary).toMatch(/^- and 10 more$/m)
    })

    test('adds up to more credits than can be counted', async () => {
      const inputs = { minimum: '9007199254740991', plan: '[{ credits: 1 }]' }
      const { exitCode, log, outputs, requests } = await gate(RICH, { inputs })
      expect([exitCode, outputs['verdict'], outputs['required'], requests]).toEqual([1, 'error', '', []])
      expect(annotation(log)).toContain('add up to more credits than can be counted exactly.\n')
    })

    test('nothing to gate on says how to only report', async () => {
      const { exitCode, log } = await gate(RICH, { inputs: { minimum: '' } })
      expect(exitCode).toBe(1)
      expect(annotation(log)).toContain('`minimum: 0` only reports the balance')
    })
  })

  test('takes empty inputs as not given, and trims the others', async () => {
    const empty = [
      'minimum-monthly',
      'warn-below',
      'budget',
      'baseline',
      'margin',
      'on-low',
      'on-unknown',
      'account',
      'retries',
      'timeout',
      'comment-summary-in-pr',
      'alert-issue',
      'plan',
      'prices',
    ]
    const inputs = {
      ...Object.fromEntries(empty.map((name) => [name, ''])),
      minimum: ' 480 ',
      'api-key': `\n ${KEY} \n`,
    }
    const { exitCode, outputs, requests } = await gate(RICH, { inputs })
    expect([exitCode, outputs['verdict']]).toEqual([0, 'ok'])
    expect(requests[0]?.headers['api-key']).toBe(KEY)
  })

  test('shows the account, neutralised', async () => {
    const { log, summary, outputs } = await gate(RICH, { inputs: { account: 'film | <b> ##[group]x @me' } })
    expect(log).toContain('PixVerse credits are enough (film | <b> ## [group]x @ me)')
    expect(summary).toContain('<code>film &#124; &#60;b&#62; &#35;&#35; &#91;group&#93;x &#64; me</code>')
    expect(JSON.parse(outputs['report'] ?? '')).toHaveProperty('account', 'film | <b> ## [group]x @ me')
  })

  describe('a plan', () => {
    const plan =
      '[{ model: v6, quality: 720p, duration: 5, count: 12, name: intro }, { model: v6, quality: 1080p, duration: 10, audio: true }]'

    test('is priced, required, and shown', async () => {
      const { exitCode, log, outputs, summary } = await gate(balance(700, 60), {
        inputs: { plan, minimum: '100', margin: '10' },
      })
      expect(exitCode).toBe(1)
      // 12 x 45 + 230 = 770, and 10 % more
      expect(outputs).toMatchObject({
        planned: '847',
        required: '947',
        remaining: '-87',
        shortfall: '187',
        fits: '12',
        verdict: 'low',
      })
      expect(log).toContain('The plan: 13 generations, 770 credits, 847 with 10 % margin (prices of 2026-10-10).')
      expect(log).toContain('  12 x 45 = 540  text_to_video v6 720p 5 s "intro"')
      expect(annotation(log)).toContain('Of the 13 generations, the first 12 fit.')
      expect(summary).toContain('<summary>The plan: 13 generations, 770 credits, 847 with 10 % margin</summary>')
      expect(summary).toContain('>prices</a> of 2026-10-10')
      expect(summary).toMatch(
        /12 x 45 \| 540 \| ✅ \|\n.*1 x 230 \| 230 \| ❌ \|\n\| \*\*Total\*\* \| \*\*770\*\* \| \*\*12\/13\*\* \|/,
      )
      expect(JSON.parse(outputs['report'] ?? '')).toMatchObject({
        plan: {
          generations: 13,
          cost: 770,
          margin: '10',
          prices_as_of: '2026-10-10',
          lines: [
            { what: 'text_to_video v6 720p 5 s', name: 'intro', count: 12, each: 45, credits: 540 },
            { each: 230 },
          ],
          lines_left_out: 0,
        },
      })
    })

    test('over its budget is over-budget whatever the balance', async () => {
      const { exitCode, log, outputs } = await gate(RICH, { inputs: { plan, minimum: '', budget: '769' } })
      expect([exitCode, outputs['verdict'], outputs['fits']]).toEqual([1, 'over-budget', '12'])
      expect(annotation(log)).toContain('The plan costs 770 credits, 1 more than the budget of 769.')
    })

    test('is reported when the balance is not known', async () => {
      const { outputs, summary } = await gate('', { inputs: { plan } }, 500)
      expect(outputs).toMatchObject({ verdict: 'unknown', planned: '770', required: '1250', remaining: '', fits: '' })
      expect(summary).toContain('The plan: 13 generations')
    })

    test('that is missing leaves its budget without effect, and the log and the summary say so', async () => {
      const { exitCode, log, outputs, summary } = await gate(RICH, { inputs: { budget: '5000' } })
      expect([exitCode, outputs['verdict']]).toEqual([0, 'ok'])
      expect(log).toContain('The budget of 5,000 credits has no effect without a plan.')
      expect(summary).toContain('The budget of 5,000 credits has no effect without a plan.')
    })

    test('that is missing does not hide what is wrong with the prices', async () => {
      const { exitCode, log, requests } = await gate(RICH, { inputs: { prices: 'nobody.yml' } })
      expect([exitCode, requests]).toEqual([1, []])
      expect(annotation(log)).toContain('`nobody.yml`: this pattern of `prices` matches no file.')
      const good = await gate(RICH, { inputs: { prices: '[{ per: second, credits: 1 }]' } })
      expect([good.exitCode, good.outputs['planned'], good.outputs['fits']]).toEqual([0, '0', ''])
    })

    test('of nothing costs nothing, and the log says so', async () => {
      const { exitCode, log, outputs, summary } = await gate(balance(0, 0), { inputs: { plan: '[]', minimum: '' } })
      expect(exitCode).toBe(0)
      expect(outputs).toMatchObject({ planned: '0', required: '0', fits: '0', verdict: 'ok' })
      expect(log).toContain('The plan has nothing to generate.')
      expect(summary).toContain('The plan has nothing to generate.')
    })

    test('warns by what would remain', async () => {
      const { log } = await gate(balance(900, 0), { inputs: { plan, minimum: '0', 'warn-below': '200' } })
      expect(annotation(log)).toContain(
        '900 credits left, this run needs 770: enough, but only 130 would remain, and `warn-below` is 200.',
      )
    })

    test('that does not fit at all says so', async () => {
      const { log } = await gate(balance(1, 0), { inputs: { plan, minimum: '' } })
      expect(annotation(log)).toContain('none fits')
    })

    test('comes from files, and is priced with the prices of the user', async () => {
      writeFileSync(
        join(folder, 'a.json'),
        '[{"model":"v5.6","quality":"360p","duration":8},{"feature":"swap","quality":"720p","duration":3}]',
      )
      writeFileSync(join(folder, 'b.jsonl'), '{"model":"v6","quality":"360p","duration":1}\n')
      writeFileSync(join(folder, 'prices.yml'), '- { feature: swap, per: second, credits: 12.5 }\n')
      const inputs = { plan: 'a*.json\n*.jsonl', prices: 'prices.yml', minimum: '' }
      const { exitCode, outputs } = await gate(RICH, { inputs, cwd: folder })
      // 70 + ceil(37.5) + 5
      expect([exitCode, outputs['planned'], outputs['fits']]).toEqual([0, '113', '3'])
    })

    test('is found in the working directory where there is no workspace', async () => {
      writeFileSync(join(folder, 'c.json'), '{"credits":9}')
      const setup = { inputs: { plan: 'c.json' }, cwd: folder, env: { GITHUB_WORKSPACE: undefined } }
      expect((await gate(RICH, setup)).outputs['planned']).toBe('9')
    })

    test('with faults makes no request, and names file, item and cure of each', async () => {
      writeFileSync(
        join(folder, 'bad.yaml'),
        '- { model: v5.6, quality: 1080p, duration: 10 }\n- { feature: modify }\n- { model: v9, quality: 720p, duration: 5 }\n',
      )
      const { exitCode, log, outputs, summary, requests } = await gate(RICH, {
        inputs: { plan: 'bad.yaml' },
        cwd: folder,
      })
      expect([exitCode, requests, outputs['verdict']]).toEqual([1, [], 'error'])
      const note = annotation(log)
      expect(note).toContain('- `bad.yaml, item 1`: ')
      expect(note).toContain(
        '- `bad.yaml, item 2`: the built-in table has no price for `modify`. Give its price: as a row of the input `prices`, or as `credits` in the item.',
      )
      expect(note).toContain('- `bad.yaml, item 3`: `model` must be one of v6, c1,')
      expect(summary).toContain('<code>bad&#46;yaml&#44; item 3</code>')
    })

    test('with one fault says where in the summary, too', async () => {
      const { log, summary } = await gate(RICH, { inputs: { plan: '[{ feature: modify }]' } })
      expect(annotation(log)).toContain(
        '`plan, item 1`: the built-in table has no price for `modify`.\nGive its price: as a row of the input `prices`, or as `credits` in the item.',
      )
      expect(summary).toContain(
        '<code>plan&#44; item 1</code>: the built-in table has no price for <code>modify</code>.',
      )
    })

    test('with wrong prices says what is wrong with them', async () => {
      const { exitCode, log, requests } = await gate(RICH, {
        inputs: { plan: '[]', prices: '[{ per: hour, credits: 1 }]' },
      })
      expect([exitCode, requests]).toEqual([1, []])
      expect(annotation(log)).toContain('`prices, item 1`: `per` must be second or generation, but is `"hour"`.')
    })

    test('of many lines is cut, and the rest is summed up', async () => {
      const items = Array.from({ length: 30 }, (_, at) => ({ credits: 100 - at, name: `clip ${at}` }))
      const { log, outputs, summary } = await gate(RICH, { inputs: { plan: JSON.stringify(items), minimum: '' } })
      expect(log).toContain('and 10 more, of which 10 with the price given by the plan')
      expect(summary).toContain('| and 10 more, of which 10 with the price given by the plan | 755 |')
      expect(JSON.parse(outputs['report'] ?? '')).toMatchObject({ plan: { lines_left_out: 10 } })
    })
  })
})

test('a missing key has the usual causes beside it', async () => {
  const { log } = await gateAgainst(RICH, { inputs: { 'api-key': '' } })
  for (const cause of ['misspelt', 'environment', 'reusable workflow', 'agents'])
    expect(annotation(log)).toContain(cause)
})

test('the host for mainland China has a top-up link of its own, and no dollars', async () => {
  const code = `import https from 'node:https'
    import http from 'node:http'
    const { request } = https
    https.request = (options, answer) =>
      options.host === 'app-api.pixverseai.cn'
        ? http.request({ ...options, agent: undefined, protocol: 'http:', host: '127.0.0.1', port: process.env.CHINA_PORT }, answer)
        : request(options, answer)`
  const server = await startPixVerse({ answer: () => POOR })
  const { exitCode, log, outputs, summary } = await runGate({
    inputs: { 'base-url': 'https://app-api.pixverseai.cn', minimum: '480' },
    args: ['--import', `data:text/javascript,${encodeURIComponent(code)}`],
    env: { CHINA_PORT: new URL(server.url).port },
  })
  await server.close()
  expect([exitCode, outputs['verdict'], server.requests.length]).toEqual([1, 'low', 1])
  for (const text of [log, summary]) {
    expect(text).toContain('Top up 168 credits or more: https://platform.pai.video')
    expect(text).not.toMatch(/\$|platform\.pixverse\.ai/)
  }
})
