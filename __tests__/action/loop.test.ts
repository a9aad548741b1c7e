import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/scenarios.mjs'
import { asPeopleRead } from '../../sandbox/terminal.mjs'
import { annotation, annotations, balance, gateAgainst, type Setup } from '../support/gate.js'
import { onPosix } from '../support/platform.js'
import { ENGINES } from '../support/source.js'

jest.setTimeout(60_000)

const RICH = balance(1_069_020, 3_630)

interface Todo {
  readonly file: string
  readonly item: number
  readonly name: string
  readonly n: number
}

interface Report {
  readonly plan: { readonly cost: number }
}

const todoOf = (outputs: Readonly<Record<string, string>>): readonly Todo[] =>
  JSON.parse(outputs['todo'] ?? '') as readonly Todo[]
const reportOf = (outputs: Readonly<Record<string, string>>): Report => JSON.parse(outputs['report'] ?? '') as Report

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pixverse-loop-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function put(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

const REQUEST = '{"model":"v6","quality":"720p","duration":5}' // 45 credits

describe.each(ENGINES)('%s', (_, engine) => {
  const gate = async (answer: unknown, setup: Setup = {}, status = 200): ReturnType<typeof gateAgainst> =>
    gateAgainst(answer, { cwd: folder, ...setup }, { engine, status })

  describe('before the generations: made and todo', () => {
    test('leave out what is made, and hand on the rest in order', async () => {
      for (const name of ['a', 'b', 'c', 'd']) put(`prompts/${name}.json`, REQUEST)
      put('videos/b.mp4', 'a film')
      put('videos/c.mp4', '')
      mkdirSync(join(folder, 'videos/d.mp4'))
      const inputs = { plan: 'prompts/*.json', made: 'videos/{name}.mp4', minimum: '' }
      const { exitCode, log, outputs, summary } = await gate(RICH, { inputs })
      expect([exitCode, outputs['planned'], outputs['fits']]).toEqual([0, '135', '3'])
      expect(todoOf(outputs)).toEqual([
        { file: 'prompts/a.json', item: 1, name: 'a', n: 1 },
        { file: 'prompts/c.json', item: 1, name: 'c', n: 1 },
        { file: 'prompts/d.json', item: 1, name: 'd', n: 1 },
      ])
      expect(log).toContain('1 of 4 is made already.')
      expect(summary).toContain('1 of 4 is made already.')
      expect(reportOf(outputs).plan).toMatchObject({ generations: 3, made: 1 })
    })

    test('count the generations of an item, and its place in the file', async () => {
      put(
        'plan.jsonl',
        `${REQUEST.replace('{', '{"name":"x",')}\n\n${REQUEST.replace('{', '{"name":"y","count":3,')}\n`,
      )
      put('out/y-2.mp4', 'a film')
      const inputs = { plan: 'plan.jsonl', made: 'out/{name}-{n}.mp4', minimum: '' }
      const { outputs, log } = await gate(RICH, { inputs })
      expect(todoOf(outputs)).toEqual([
        { file: 'plan.jsonl', item: 1, name: 'x', n: 1 },
        { file: 'plan.jsonl', item: 3, name: 'y', n: 1 },
        { file: 'plan.jsonl', item: 3, name: 'y', n: 3 },
      ])
      expect([outputs['planned'], log.includes('1 of 4 is made already.')]).toEqual(['135', true])
    })

    test('of everything leave nothing to do', async () => {
      put('videos/a.mp4', 'a film')
      const inputs = { plan: `[{ name: a, model: v6, quality: 720p, duration: 5 }]`, made: 'videos/{name}.mp4' }
      const { exitCode, outputs, log } = await gate(balance(0, 0), { inputs: { ...inputs, minimum: '' } })
      expect([exitCode, outputs['planned'], outputs['fits'], outputs['todo']]).toEqual([0, '0', '0', '[]'])
      expect(log).toContain('The plan has nothing to generate. 1 of 1 is made already.')
    })

    test('hand on only what fits', async () => {
      const plan = `[{ name: a, model: v6, quality: 720p, duration: 5, count: 3 }, { name: b, credits: 1 }]`
      const { exitCode, outputs } = await gate(balance(100, 0), { inputs: { plan, minimum: '' } })
      expect([exitCode, outputs['verdict'], outputs['fits']]).toEqual([1, 'low', '2'])
      expect(todoOf(outputs)).toEqual([
        { file: '', item: 1, name: 'a', n: 1 },
        { file: '', item: 1, name: 'a', n: 2 },
      ])
    })

    test('hand on at most as many as a matrix has jobs', async () => {
      const { outputs, log } = await gate(RICH, {
        inputs: { plan: '[{ name: a, credits: 1, count: 300 }]', minimum: '' },
      })
      expect([outputs['fits'], todoOf(outputs).length, todoOf(outputs).at(-1)?.n]).toEqual(['300', 256, 256])
      expect(log).toContain('`todo` has the first 256 of the 300 generations that fit.')
    })

    test.each([
      ['long names', '名'.repeat(2000)],
      ['names that JSON writes longer', '\\'.repeat(2000)],
    ])('hand on no more than a job may have, and the log says so: %s', async (_, name) => {
      const plan = JSON.stringify([{ name, credits: 1, count: 256 }])
      const { exitCode, log, outputs } = await gate(RICH, { inputs: { plan, minimum: '' } })
      const all = Object.values(outputs).join('').length * 2
      expect([exitCode, outputs['fits']]).toEqual([0, '256'])
      expect(all).toBeLessThan(256 * 1024)
      const listed = todoOf(outputs)
      expect(listed.map(({ n }) => n)).toEqual(listed.map((_, at) => at + 1))
      expect(log).toContain(`\`todo\` has the first ${listed.length} of the 256 generations that fit.`)
    })

    test.each([
      ['0', '0'],
      ['12.5', '10'],
      ['33%', '700'],
    ])('sum up to what is planned, less the margin of %s, when all fits', async (margin, minimum) => {
      const models = ['v6', 'c1', 'v5.6', 'v5']
      const items = Array.from({ length: 40 }, (_, at) => ({
        name: `clip-${at}`,
        model: models[at % 4],
        quality: ['360p', '540p', '720p'][at % 3],
        duration: at % 2 === 0 ? 5 : 8,
        count: 1 + (at % 4),
      }))
      put('plan.json', JSON.stringify(items))
      for (const at of [1, 5, 6, 23]) put(`videos/clip-${at}-1.mp4`, 'a film')
      const inputs = { plan: 'plan.json', made: 'videos/{name}-{n}.mp4', margin, minimum }
      const { outputs } = await gate(RICH, { inputs })
      const todo = todoOf(outputs)
      expect(todo).toHaveLength(96)
      const { cost } = reportOf(outputs).plan
      expect(outputs['planned']).toBe(String(Math.ceil((cost * (100 + Number.parseFloat(margin))) / 100)))
      const again = JSON.stringify(todo.map(({ item }) => ({ ...items[item - 1], count: 1 })))
      const alone = await gate(RICH, { inputs: { plan: again, minimum: '' } })
      expect(alone.outputs['planned']).toBe(String(cost))
    })

    test('are not known without a plan or a balance', async () => {
      const plan = '[{ name: a, credits: 1 }]'
      expect((await gate(RICH)).outputs['todo']).toBe('[]')
      const down = await gate('', { inputs: { plan, 'on-unknown': 'warn' } }, 500)
      expect([down.exitCode, down.outputs['todo'], down.outputs['fits']]).toEqual([0, '[]', ''])
      const fork = { name: 'pull_request', payload: pullRequest(2) }
      const skipped = await gate(RICH, { inputs: { plan, 'api-key': '' }, event: fork })
      expect([skipped.outputs['verdict'], skipped.outputs['todo']]).toEqual(['skipped', '[]'])
    })

    test.each([
      ['no {name}', 'videos/a.mp4', REQUEST, '`made` must have `{name}` in it'],
      ['a way out', '../{name}.mp4', REQUEST, '`made` must be the path of a file'],
      ['a root', '/tmp/{name}.mp4', REQUEST, '`made` must be the path of a file'],
      [
        'a name that is a path',
        '{name}.mp4',
        '[{"name":"../x","credits":1}]',
        'a name must be one that a file can have',
      ],
      ['a name that is ..', '{name}', '[{"name":"..","credits":1}]', 'a name must be one that a file can have'],
      ['no name', '{name}.mp4', '[{"credits":1},{"credits":2}]', 'this item has no `name`'],
      [
        'a count without {n}',
        '{name}.mp4',
        '[{"name":"a","credits":1,"count":2}]',
        'has a `count`, and `made` no `{n}`',
      ],
      ['one path for two', '{name}.mp4', '[{"name":"a","credits":1},{"name":"A","credits":1}]', 'would have one path'],
    ])('refuse %s, and make no request', async (_, made, content, says) => {
      put('plan.json', content)
      const { exitCode, log, outputs, requests } = await gate(RICH, { inputs: { plan: 'plan.json', made } })
      expect([exitCode, outputs['verdict'], outputs['todo'], requests]).toEqual([1, 'error', '[]', []])
      expect(annotation(log)).toContain(says)
    })

    onPosix('refuse a link that leads out of the workspace, and do not say what is behind it', async () => {
      const outside = mkdtempSync(join(tmpdir(), 'pixverse-outside-'))
      writeFileSync(join(outside, 'secret.mp4'), 'a film')
      writeFileSync(join(outside, 'secret.json'), REQUEST)
      put('prompts/a.json', REQUEST)
      symlinkSync(outside, join(folder, 'videos'))
      const made = await gate(RICH, { inputs: { plan: 'prompts/*.json', made: 'videos/{name}.mp4' } })
      symlinkSync(outside, join(folder, 'prompts/out'))
      symlinkSync(join(folder, 'nowhere.json'), join(folder, 'prompts/lost.json'))
      const plan = await gate(RICH, { inputs: { plan: 'prompts/**/*.json' } })
      rmSync(outside, { recursive: true })
      expect([made.exitCode, made.requests, plan.exitCode, plan.requests]).toEqual([1, [], 1, []])
      expect(annotation(made.log)).toContain('`videos`: this link leads outside of the workspace')
      expect(annotation(plan.log)).toContain('`prompts/out`: ')
      expect(annotation(plan.log)).toContain('`prompts/lost.json`: ')
      expect(made.log + plan.log + plan.summary).not.toMatch(/secret|pixverse-outside/)
    })
  })

  describe('after the generations: the receipt', () => {
    const plan = '[{ model: v6, quality: 720p, duration: 5, audio: true, count: 8 }]' // 480 credits
    /** The report of a gate that had planned 480 credits, with 2,000 left. */
    const before = async (margin = '0'): Promise<string> =>
      (await gate(balance(2_000, 0), { inputs: { plan, margin, minimum: '' } })).outputs['report'] ?? ''
    const after = async (left: number, report: string): ReturnType<typeof gate> =>
      gate(balance(left, 0), { inputs: { minimum: '0', baseline: report } })

    test('says what was spent since a total', async () => {
      const { log, outputs, summary } = await gate(RICH, { inputs: { baseline: '1073000' } })
      expect([outputs['spent'], outputs['drift']]).toEqual(['350', ''])
      for (const text of [log, summary]) expect(text).toContain('Spent since the baseline of 1,073,000: 350 credits.')
    })

    test('warns when more was spent than planned, and the step passes', async () => {
      const { exitCode, log, outputs, summary } = await after(1_480, await before())
      expect([exitCode, outputs['verdict'], outputs['spent'], outputs['drift']]).toEqual([0, 'ok', '520', '40'])
      const says =
        'Planned 480, spent 520: 40 credits (8 %) more than the prices of 2026-10-10 say; if nothing else used the account, they are out of date.'
      expect(annotation(log)).toBe(`::warning title=PixVerse credits spent beyond the plan::${says}`)
      expect(summary).toContain(`> [!WARNING]\n> ${says}`)
      expect(JSON.parse(outputs['report'] ?? '')).toMatchObject({ spent: 520, drift: 40 })
    })

    test.each([
      ['within the margin', '10', 1_480, '40', 'Planned 480, spent 520: 40 credits (8 %) more than'],
      ['as planned', '0', 1_520, '0', 'Planned 480, spent 480: as planned.'],
      ['less than planned', '0', 1_600, '-80', 'Planned 480, spent 400: 80 credits (17 %) less'],
    ])('has no warning when it is %s', async (_, margin, left, drift, says) => {
      const { exitCode, log, outputs, summary } = await after(left, await before(margin))
      expect([exitCode, outputs['drift'], annotations(log)]).toEqual([0, drift, []])
      expect(log).toContain(says)
      expect(summary).toContain(says)
    })

    test('warns beyond the margin', async () => {
      const { log, outputs } = await after(1_471, await before('10'))
      expect([outputs['drift'], annotations(log).length]).toEqual(['49', 1])
    })

    test.each(['other', 'ok@film.example', '名'.repeat(100)])(
      'compares an account with itself alone: %s',
      async (account) => {
        const plan = '[{ model: v6, quality: 720p, duration: 5, audio: true, count: 8 }]'
        const earlier = await gate(balance(2_000, 0), { inputs: { plan, minimum: '', account } })
        const report = earlier.outputs['report'] ?? ''
        const { exitCode, log, outputs, summary } = await after(1_480, report)
        expect([exitCode, outputs['verdict'], outputs['spent'], outputs['drift']]).toEqual([0, 'ok', '', ''])
        expect(JSON.parse(outputs['report'] ?? '')).toMatchObject({ spent: null, drift: null })
        expect(annotation(log)).toMatch(/^::warning title=PixVerse baseline is of another account::The `baseline` is/)
        expect(summary).toContain('is the report of the account')

        const same = await gate(balance(1_480, 0), { inputs: { minimum: '0', baseline: report, account } })
        expect([same.exitCode, same.outputs['drift']]).toEqual([0, '40'])
      },
    )

    test('blames no price after a top-up', async () => {
      const { exitCode, log, outputs, summary } = await after(2_600, await before())
      expect([exitCode, outputs['spent'], outputs['drift'], annotations(log)]).toEqual([0, '-600', '', []])
      for (const text of [log, summary]) {
        expect(text).toContain('600 credits more than at the baseline of 2,000: a top-up, a refill or a refund')
        expect(text).not.toContain('out of date')
      }
    })

    test('has no percent of nothing, and blames no price for it', async () => {
      const report = (await gate(balance(2_000, 0), { inputs: { plan: '[]', minimum: '' } })).outputs['report'] ?? ''
      const { exitCode, log, outputs } = await after(1_900, report)
      expect([exitCode, outputs['drift']]).toEqual([0, '100'])
      expect(log).toContain('Planned 0, spent 100: something else used the account.')
      expect(log).not.toMatch(/NaN|Infinity|out of date/)
    })

    test('knows no drift from a gate that had no plan, and nothing from one that knew no balance', async () => {
      const { report = '' } = (await gate(balance(2_000, 0))).outputs
      expect((await after(1_900, report)).outputs).toMatchObject({ spent: '100', drift: '' })
      const unknown = await gate('', { inputs: { plan } }, 500)
      const { exitCode, outputs } = await after(1_900, unknown.outputs['report'] ?? '')
      expect([exitCode, outputs['spent'], outputs['drift']]).toEqual([0, '', ''])
    })

    test.each(['-', '{}', '{"schema":2,"total":1,"planned":0,"plan":null}', '[1]'])('refuses %s', async (baseline) => {
      const { exitCode, log, requests } = await gate(RICH, { inputs: { baseline } })
      expect([exitCode, requests]).toEqual([1, []])
      expect(annotation(log)).toContain('`baseline` must be a total of credits in digits, or the whole report')
    })

    test('says so when credits are low, too', async () => {
      const baseline = await before()
      const { exitCode, log, outputs } = await gate(balance(1_000, 0), { inputs: { minimum: '2000', baseline } })
      expect([exitCode, outputs['verdict'], outputs['drift']]).toEqual([1, 'low', '520'])
      expect(annotations(log).map((line) => line.slice(0, 9))).toEqual(['::error t', '::warning'])
    })
  })

  describe('the age of the prices', () => {
    const plan = `[${REQUEST}]`
    test.each([
      ['2027-01-08T23:59:59Z', undefined],
      ['2027-01-09T00:00:00Z', 91],
      ['2027-10-10T00:00:00Z', 365],
    ])('on %s', async (now, age) => {
      const { exitCode, log, summary, outputs } = await gate(RICH, { inputs: { plan }, now })
      expect([exitCode, outputs['verdict'], annotations(log)]).toEqual([0, 'ok', []])
      for (const text of [log, asPeopleRead(summary)]) {
        const says = `The built-in prices are ${age} days old. Update the gate to its newest release, or give newer prices in`
        if (age === undefined) expect(text).not.toContain('days old')
        else expect(text).toContain(says)
      }
    })

    test('is none where no price is built in', async () => {
      const inputs = { plan: '[{ feature: modify, credits: 5 }]' }
      const { log } = await gate(RICH, { inputs, now: '2028-01-01T00:00:00Z' })
      expect(log).not.toContain('days old')
      expect(log).toContain('price given by the plan')
    })
  })

  describe('a plan over its budget', () => {
    const inputs = { plan: '[{ credits: 5, count: 3 }]', minimum: '', budget: '10', 'on-unknown': 'warn' }
    const fork = { name: 'pull_request', payload: pullRequest(2) }

    test('is held back while PixVerse is down', async () => {
      const { exitCode, log, outputs, summary, requests } = await gate('', { inputs }, 503)
      expect([exitCode, outputs['verdict'], outputs['sufficient'], requests.length]).toEqual([
        1,
        'over-budget',
        'false',
        1,
      ])
      expect(outputs).toMatchObject({ planned: '15', total: '', fits: '', todo: '[]' })
      const says = 'The plan costs 15 credits, 5 more than the budget of 10. The balance is not known.'
      expect(annotation(log)).toContain(says)
      expect(annotation(log)).toContain('PixVerse answered HTTP 503 instead of a balance.')
      expect(summary).toContain(says)
    })

    test('is held back on a fork, where nobody is asked', async () => {
      const { exitCode, outputs, requests } = await gate(RICH, { inputs: { ...inputs, 'api-key': '' }, event: fork })
      expect([exitCode, outputs['verdict'], outputs['total'], requests]).toEqual([1, 'over-budget', '', []])
    })

    test('passes with a warning when on-low says so', async () => {
      const { exitCode, log, outputs } = await gate('', { inputs: { ...inputs, 'on-low': 'warn' } }, 503)
      expect([exitCode, outputs['verdict'], outputs['sufficient']]).toEqual([0, 'over-budget', 'false'])
      expect(annotation(log)).toMatch(/^::warning /)
    })

    test('is an error all the same with a key that is refused', async () => {
      const refused = { ErrCode: 10003, ErrMsg: 'user not login', Resp: null }
      const { exitCode, log, outputs } = await gate(refused, { inputs: { ...inputs, 'on-low': 'warn' } })
      expect([exitCode, outputs['verdict']]).toEqual([1, 'error'])
      expect(annotation(log)).toContain('PixVerse refused the API key')
      expect(annotation(log)).toContain('mh_live_')
    })

    test('shows the balance and what of the plan fits', async () => {
      const { outputs } = await gate(RICH, { inputs })
      expect(outputs).toMatchObject({ verdict: 'over-budget', total: '1072650', fits: '2' })
      expect(todoOf(outputs)).toHaveLength(2)
    })
  })
})
