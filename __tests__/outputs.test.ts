import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseOutputs } from '../sandbox/runner.mjs'
import { messageOf } from '../src/decode.js'
import { oneFault } from '../src/fault.js'
import { appendOutputs, OutputsFailure, outputsOf } from '../src/outputs.js'
import type { PlanLine, PricedPlan, Todo } from '../src/plan/plan.js'
import { regionOf } from '../src/pixverse/region.js'
import { safe } from '../src/safe-text.js'
import { type BalanceRead, decide, type Limits, type Pace, type Result } from '../src/verdict/verdict.js'
import { NODE_24 } from './support/gate.js'
import { balanceOf, floors } from './support/purses.js'

const traceId = safe`a trace id`
const faults = oneFault({ id: 'test', message: safe`It happened`, hint: safe`Fix it.` })
const LINE: PlanLine = { what: safe`v6 720p 5 s`, name: safe`intro`, count: 2, each: 45, credits: 90, by: 'table' }

function planOf(todo: readonly Todo[], lines: readonly PlanLine[] = [LINE]): PricedPlan {
  return {
    lines,
    generations: 3,
    made: 1,
    cost: 90,
    margin: safe`10`,
    planned: 99,
    pricesAsOf: safe`2026-09-02`,
    total: 0,
    ignored: [],
    ignoredCount: 0,
    unusedPrices: [],
    fitting: () => todo.length,
    todo: () => todo,
    lineFits: () => [],
  }
}

interface Case {
  readonly read?: BalanceRead
  readonly limits?: Partial<Limits>
  readonly plan?: PricedPlan
  readonly pace?: Pace
}

function resultOf({ read, limits, plan, pace }: Case = {}): Result {
  return decide({
    account: safe`PixVerse`,
    region: regionOf(new URL('https://app-api.pixverse.ai')),
    read: read ?? { kind: 'balance', balance: balanceOf({ monthly: 1_069_020, package: 3_630 }), traceId },
    limits: {
      minimum: 480,
      floors: floors(),
      warnBelow: undefined,
      warnDays: undefined,
      budget: undefined,
      baseline: undefined,
      onLow: 'fail',
      onUnknown: 'fail',
      ...limits,
    },
    plan,
    pace,
    now: new Date('2026-11-25T12:00:00Z'),
  })
}

const TODO: readonly Todo[] = [
  { file: 'prompts/a.json', item: 1, name: 'a', n: 1 },
  { file: 'prompts/a.json', item: 1, name: 'a', n: 2 },
]

describe('the outputs of', () => {
  test('a balance that is enough', () => {
    const { report, ...rest } = outputsOf(resultOf(), 'none')
    expect(rest).toEqual({
      credit_monthly: '1069020',
      credit_package: '3630',
      total: '1072650',
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
      trace_id: 'a trace id',
      verdict: 'ok',
      sufficient: 'true',
    })
    expect(report).not.toContain('\n')
    expect(JSON.parse(String(report))).toEqual({
      schema: 1,
      account: 'PixVerse',
      credit_monthly: 1069020,
      credit_package: 3630,
      total: 1072650,
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
      trace_id: 'a trace id',
      verdict: 'ok',
      sufficient: true,
      plan: null,
    })
  })

  test('a plan, a baseline and a pace', () => {
    const baseline = { total: 1_072_800, plan: { cost: 140, planned: 154, pricesAsOf: undefined } }
    const { report, ...rest } = outputsOf(
      resultOf({ plan: planOf(TODO), limits: { baseline }, pace: { perDay: 50, daysLeft: 21453 } }),
      'worsened',
    )
    expect(rest).toMatchObject({
      planned: '99',
      required: '579',
      remaining: '1072551',
      fits: '2',
      todo: '[{"file":"prompts/a.json","item":1,"name":"a","n":1},{"file":"prompts/a.json","item":1,"name":"a","n":2}]',
      spent: '150',
      drift: '10',
      per_day: '50',
      days_left: '21453',
      alert: 'worsened',
    })
    expect(JSON.parse(String(report))).toMatchObject({
      fits: 2,
      spent: 150,
      drift: 10,
      per_day: 50,
      days_left: 21453,
      alert: 'worsened',
      plan: {
        generations: 3,
        made: 1,
        cost: 90,
        margin: '10',
        prices_as_of: '2026-09-02',
        lines: [{ what: 'v6 720p 5 s', name: 'intro', count: 2, each: 45, credits: 90, by: 'table' }],
        lines_left_out: 0,
      },
    })
    expect(JSON.parse(String(report))).not.toHaveProperty('todo')
  })

  test('a pace without use, whose days are not known', () => {
    expect(outputsOf(resultOf({ pace: { perDay: 0, daysLeft: undefined } }), 'none')).toMatchObject({
      per_day: '0',
      days_left: '',
    })
  })

  test.each<[string, Limits['baseline'], string, string]>([
    ['a baseline without a plan', { total: 1_072_650, plan: undefined }, '0', ''],
    ['a baseline before a top-up', { total: 1, plan: { cost: 1, planned: 1, pricesAsOf: undefined } }, '-1072649', ''],
    ['a plan that cost less', { total: 1_072_651, plan: { cost: 3, planned: 3, pricesAsOf: undefined } }, '1', '-2'],
  ])('%s', (_, baseline, spent, drift) => {
    expect(outputsOf(resultOf({ limits: { baseline } }), 'none')).toMatchObject({ spent, drift })
  })

  test('a plan that knows neither dates nor what is made', () => {
    const plan = { ...planOf([]), made: undefined, pricesAsOf: undefined }
    const { report, ...rest } = outputsOf(resultOf({ plan }), 'none')
    expect(rest).toMatchObject({ fits: '0', todo: '[]' })
    expect(JSON.parse(String(report))).toMatchObject({ plan: { made: null, prices_as_of: null } })
  })

  test('a plan of many lines, of which the report has twenty', () => {
    const plan = planOf(
      [],
      Array.from({ length: 30 }, (_, at) => ({ ...LINE, credits: at })),
    )
    const { report } = outputsOf(resultOf({ plan }), 'none')
    const { lines, lines_left_out } = (
      JSON.parse(String(report)) as { plan: { lines: PlanLine[]; lines_left_out: number } }
    ).plan
    expect([lines.length, lines.at(-1)?.credits, lines_left_out]).toEqual([20, 19, 10])
  })

  const NOT_KNOWN = {
    credit_monthly: '',
    credit_package: '',
    total: '',
    remaining: '',
    shortfall: '',
    spent: '',
    drift: '',
  }
  const baseline = { total: 5, plan: undefined }
  test.each<[string, Case, object]>([
    [
      'a balance that is not known',
      { read: { kind: 'unknown', faults, traceId } },
      { verdict: 'unknown', planned: '99', required: '579', trace_id: 'a trace id' },
    ],
    [
      'a key that is refused',
      { read: { kind: 'refused', faults, traceId } },
      { verdict: 'error', planned: '99', required: '579', trace_id: 'a trace id' },
    ],
    [
      'a run without a key',
      { read: { kind: 'skipped', faults } },
      { verdict: 'skipped', planned: '99', required: '579', trace_id: '' },
    ],
    [
      'a budget that is exceeded while PixVerse is down',
      { read: { kind: 'unknown', faults, traceId }, limits: { budget: 98 } },
      { verdict: 'over-budget', planned: '99', required: '579', trace_id: 'a trace id' },
    ],
    [
      'an input that is wrong',
      { read: { kind: 'misused', faults } },
      { verdict: 'error', planned: '', required: '', trace_id: '' },
    ],
  ])('%s are empty where nothing is known, and never 0', (_, { limits, ...about }, expected) => {
    const { report, ...rest } = outputsOf(
      resultOf({ plan: planOf(TODO), limits: { baseline, ...limits }, ...about }),
      'none',
    )
    expect(rest).toMatchObject({
      ...NOT_KNOWN,
      fits: '',
      todo: '[]',
      per_day: '',
      days_left: '',
      sufficient: 'false',
      ...expected,
    })
    expect(JSON.parse(String(report))).toMatchObject({
      total: null,
      remaining: null,
      shortfall: null,
      sufficient: false,
    })
  })

  test('a balance below zero are plain digits', () => {
    const read: BalanceRead = { kind: 'balance', balance: balanceOf({ monthly: -5 }), traceId }
    expect(outputsOf(resultOf({ read, limits: { minimum: 0 } }), 'none')).toMatchObject({
      credit_monthly: '-5',
      credit_package: '0',
      total: '-5',
      remaining: '-5',
      shortfall: '5',
      verdict: 'low',
      sufficient: 'false',
    })
  })

  test('the largest balance have no exponent', () => {
    const read: BalanceRead = { kind: 'balance', balance: balanceOf({ monthly: Number.MAX_SAFE_INTEGER }), traceId }
    const { total, report } = outputsOf(resultOf({ read }), 'none')
    expect(total).toBe('9007199254740991')
    expect(report).toContain('"total":9007199254740991,')
  })

  test('every verdict have one order, in which nothing says "enough" before the rest is there', () => {
    const orders = [resultOf(), resultOf({ read: { kind: 'misused', faults } }), resultOf({ plan: planOf(TODO) })].map(
      (result) => Object.keys(outputsOf(result, 'opened')).join(' '),
    )
    expect(new Set(orders)).toEqual(
      new Set([
        'todo report credit_monthly credit_package total planned required remaining shortfall fits spent drift per_day days_left alert trace_id verdict sufficient',
      ]),
    )
  })
})

describe('appendOutputs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pixverse-outputs-'))
  const file = join(folder, 'output')
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const write = (before: string | undefined, outputs: Readonly<Record<string, string>>): string => {
    rmSync(file, { force: true })
    if (before !== undefined) writeFileSync(file, before)
    appendOutputs(file, outputs)
    return readFileSync(file, 'utf8')
  }

  test('writes what the runner reads', () => {
    const text = write('', { total: '5', spent: '', report: '{"a":"b=c<<d"}' })
    expect(text).toMatch(
      /^total<<(end-[\da-f-]{36})\n5\n\1\nspent<<(end-[\da-f-]{36})\n\n\2\nreport<<(end-[\da-f-]{36})\n\{"a":"b=c<<d"\}\n\3\n$/,
    )
    expect(new Set(text.match(/<<end-.*/g)).size).toBe(3)
  })

  test('writes behind what stands there', () => {
    expect(write('before=1\n', { total: '5' })).toMatch(/^before=1\ntotal<</)
  })

  test('creates a file that is missing', () => {
    expect(write(undefined, { total: '5' })).toMatch(/^total<</)
  })

  test('writes anything, so that the runner reads the same', () => {
    const name = fc.constantFrom('a', 'b', 'total', 'report')
    const value = fc.oneof(fc.string(), fc.constantFrom('a=b', 'a<<b', 'end-', 'x\ny', '🎬 映画'))
    fc.assert(
      fc.property(
        fc.dictionary(
          name,
          value.filter((text) => !text.includes('\r')),
        ),
        (outputs) => {
          expect(parseOutputs(write('', outputs))).toEqual({ ...outputs })
        },
      ),
      { numRuns: 50 },
    )
  })

  test.each([
    ['a folder', folder, 'it is no regular file'],
    ['in a folder that is missing', join(folder, 'nowhere', 'output'), 'ENOENT'],
    ['nowhere', '', 'ENOENT'],
  ])('throws when the file is %s', (_, path, code) => {
    expect(() => {
      appendOutputs(path, { sufficient: 'true' })
    }).toThrow(code)
  })

  const onLinux = process.platform === 'linux' ? test : test.skip
  onLinux('leaves no file open', () => {
    const open = readdirSync('/proc/self/fd').length
    for (let nth = 0; nth < 20; nth++) write('', { total: '5' })
    expect(readdirSync('/proc/self/fd').length).toBeLessThan(open + 10)
  })

  const failureOf = (path: string): unknown => {
    try {
      appendOutputs(path, { sufficient: 'true' })
      return undefined
    } catch (error) {
      return error
    }
  }
  onLinux.each([
    ['a device', '/dev/full', /^it is no regular file$/],
    ['a device', '/dev/null', /^it is no regular file$/],
    // One of the system's own, which takes numbers alone.
    ['a file that takes no text', '/proc/self/oom_score_adj', /^EINVAL: /],
  ])('fails with %s: %s', (_, path, message) => {
    const failure = failureOf(path)
    expect(failure).toBeInstanceOf(OutputsFailure)
    expect(messageOf(failure)).toMatch(message)
  })

  // A process of its own, because a limit on the size of files is that of a whole process.
  const IMPORT = `
    import { registerHooks } from 'node:module'
    const resolve = (name, context, next) => next(name.startsWith('.') ? name.replace(/js$/, 'ts') : name, context)
    registerHooks({ resolve })
    const { appendOutputs } = await import(process.argv[1])`
  const SCRIPT = `${IMPORT}
    appendOutputs(process.argv[2], { report: 'x'.repeat(200), sufficient: 'true' })`
  const source = new URL('../src/outputs.ts', import.meta.url).href
  const append = (most: number | 'unlimited'): string =>
    spawnSync('prlimit', [`--fsize=${most}`, NODE_24, '--input-type=module', '-e', SCRIPT, source, file], {
      encoding: 'utf8',
    }).stderr
  const withLimits = spawnSync('prlimit', ['--version']).status === 0 ? test : test.skip
  withLimits('takes back what it wrote when the disk gets full in the middle', () => {
    const before = 'before=1\n'.repeat(50)
    writeFileSync(file, before)
    expect(append(before.length + 100)).toContain('EFBIG')
    expect(readFileSync(file, 'utf8')).toBe(before)
    expect(append('unlimited')).not.toContain('EFBIG')
    expect(readFileSync(file, 'utf8')).toMatch(/^before=1\n[^]*sufficient<<.*\ntrue\n.*\n$/)
  })

  onLinux('throws when the file is read-only, and leaves it', () => {
    const path = join(folder, 'read-only')
    writeFileSync(path, 'before=1\n')
    chmodSync(path, 0o444)
    // The superuser may write whatever the mode says, so its test is run by another user.
    const isRoot = process.getuid?.() === 0
    if (isRoot) chmodSync(folder, 0o755)
    const script = `
      process.setuid(${isRoot ? 65534 : process.getuid?.()})
      try { appendOutputs(process.argv[2], { sufficient: 'true' }) } catch (error) { console.error(error.cause.code) }`
    const run = spawnSync(NODE_24, ['--input-type=module', '-e', `${IMPORT}${script}`, source, path], {
      encoding: 'utf8',
    })
    expect(run.stderr).toBe('EACCES\n')
    expect(readFileSync(path, 'utf8')).toBe('before=1\n')
  })
})
