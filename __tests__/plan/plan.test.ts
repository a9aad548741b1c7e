import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { collectFaults, type Fault } from '../../src/fault.js'
import { milliseconds } from '../support/milliseconds.js'
import { type Located, LocatedItem, readItems } from '../../src/plan/files.js'
import type { Made } from '../../src/plan/made.js'
import { groundOf } from '../../src/plan/patterns.js'
import { IGNORED_MAX, type PricedPlan, pricePlan, type Terms, TODO_BYTES_MAX, TODO_MAX } from '../../src/plan/plan.js'
import { readOverride } from '../../src/prices/overrides.js'
import { safe, sanitiser } from '../../src/safe-text.js'

const KEY = 'pixverse-key-of-the-tests'
const sanitise = sanitiser(KEY)
const V6 = { model: 'v6', quality: '720p', duration: 5 }

interface Given {
  readonly margin?: string
  readonly rows?: readonly unknown[]
  readonly made?: Made
}

function terms({ margin = '0', rows = [], made }: Given): Terms {
  const overrides = rows.map((row, at) => {
    const read = readOverride(row, `prices, item ${at + 1}`, sanitise)
    if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults))
    return read.override
  })
  return { overrides, margin: sanitise(margin), made }
}

function located(items: readonly unknown[]): Located[] {
  return [...readItems('plan', JSON.stringify(items), groundOf('/', '/'), sanitise)]
}

function price(items: readonly unknown[], given: Given = {}): ReturnType<typeof pricePlan> {
  return pricePlan(located(items), terms(given), sanitise)
}

function priced(items: readonly unknown[], given?: Given): PricedPlan {
  const result = price(items, given)
  if (result.kind === 'faults') throw new Error(JSON.stringify(result.faults))
  return result.plan
}

function faultsOf(items: readonly unknown[], given?: Given): readonly Fault[] {
  const result = price(items, given)
  if (result.kind === 'plan') throw new Error(`It costs ${result.plan.cost}.`)
  return result.faults.kept
}

/** Results of which those numbers are missing, item by item. */
function missing(...numbers: readonly (readonly number[])[]): Made {
  const rest = [...numbers]
  return { look: () => ({ kind: 'missing', numbers: rest.shift() ?? [] }) }
}

describe('lines', () => {
  test('merge what is equal, and stand in the order of the plan', () => {
    const plan = priced([
      { ...V6, count: 2 },
      { feature: 'upscale', duration: 5 },
      V6,
      { ...V6, generate_audio_switch: true, count: 10 },
      { ...V6, name: 'Trailer', count: 3, prompt: 'one' },
      { ...V6, name: 'Trailer', prompt: 'another' },
    ])
    expect(plan.lines).toEqual([
      { what: 'text_to_video v6 720p 5 s', name: '', count: 3, each: 45, credits: 135, by: 'table' },
      { what: 'upscale 5 s', name: '', count: 1, each: 25, credits: 25, by: 'table' },
      { what: 'text_to_video v6 720p 5 s audio', name: '', count: 10, each: 60, credits: 600, by: 'table' },
      { what: 'text_to_video v6 720p 5 s', name: 'Trailer', count: 4, each: 45, credits: 180, by: 'table' },
    ])
    expect([plan.cost, plan.planned, plan.generations, plan.total, plan.made]).toEqual([940, 940, 18, 18, undefined])
  })

  test('that differ in name, in price or in who gives the price stay apart', () => {
    const plan = priced(
      [{ credits: 5, name: 'b' }, { credits: 5, name: 'a' }, { credits: 6, name: 'a' }, V6, { ...V6, credits: 45 }],
      { rows: [{ feature: 'upscale', per: 'second', credits: 1 }] },
    )
    expect(plan.lines.map(({ name, each, by, count }) => [name, each, by, count])).toEqual([
      ['b', 5, 'plan', 1],
      ['a', 5, 'plan', 1],
      ['a', 6, 'plan', 1],
      ['', 45, 'table', 2],
    ])
  })

  test('of two kinds that look alike and cost the same are one', () => {
    const rows = [{ model: 'v6', per: 'generation', credits: 7 }]
    const plan = priced([V6, { ...V6, feature: 'text_to_video' }, { ...V6, motion_mode: 'normal' }], { rows })
    expect(plan.lines).toMatchObject([{ count: 3, each: 7, credits: 21, by: 'prices' }])
  })

  test('are not merged by a line break in a name', () => {
    const plan = priced(
      [
        { feature: 'a', name: 'b\nc', credits: 1 },
        { feature: 'a\nb', name: 'c', credits: 1 },
      ].map((item) => ({ ...item, feature: 'avatar', name: `${item.feature}|${item.name}` })),
    )
    expect(plan.lines.map(({ what, name, count }) => [what, name, count])).toEqual([
      ['avatar', 'a|b c', 1],
      ['avatar', 'a b|c', 1],
    ])
  })

  test('are sanitised', () => {
    const name = 'a\n::error::b\r##[group]\u202Ec\u0007\u200B'
    expect(priced([{ credits: 1, name }]).lines[0]?.name).toBe('a : :error: :b ## [group]c')
    // Names are looked at when they are asked for; what is made of them is the same each time.
    const [line] = JSON.parse(JSON.stringify(priced([{ ...V6, name, count: 2 }]).lines)) as unknown[]
    expect(line).toEqual({
      what: 'text_to_video v6 720p 5 s',
      name: 'a : :error: :b ## [group]c',
      count: 2,
      each: 45,
      credits: 90,
      by: 'table',
    })
  })
})

describe('sums', () => {
  test('a plan of nothing costs nothing, with any margin', () => {
    const { fitting, todo, lineFits, ...plan } = priced([], { margin: '50' })
    expect(plan).toEqual({
      lines: [],
      generations: 0,
      made: undefined,
      total: 0,
      cost: 0,
      margin: '50',
      planned: 0,
      pricesAsOf: undefined,
      ignored: [],
      ignoredCount: 0,
      unusedPrices: [],
    })
    expect([-1, 0, 1000].map(fitting)).toEqual([0, 0, 0])
    expect([todo(0), todo(5), lineFits(0)]).toEqual([[], [], []])
  })

  test.each([
    ['0', 100, 100],
    ['10', 100, 110],
    ['12.5', 100, 113],
    ['0.000001', 100, 101],
    ['200', 3, 9],
    ['10', 1, 2],
  ])('a margin of %s %% on %d credits makes %d', (margin, credits, planned) => {
    const plan = priced([{ credits }], { margin })
    expect([plan.margin, plan.cost, plan.planned]).toEqual([margin, credits, planned])
  })

  test('one generation is rounded up before it is multiplied', () => {
    // 22.5 x 11 = 247.5, so 248 each; 247.5 x 4 would be 990.
    expect(priced([{ feature: 'agent_music_mv', quality: '1080p', duration: 11, count: 4 }]).cost).toBe(992)
    expect(priced([{ credits: 0.1, count: 10 }]).cost).toBe(10)
  })

  test('nothing fits when not even the minimum is left, not even what is free', () => {
    const plan = priced([{ credits: 0, count: 3 }, { credits: 45 }])
    expect([-1, 0, 44, 45].map(plan.fitting)).toEqual([0, 3, 3, 4])
  })

  test('what does not fit holds back what comes behind it', () => {
    const plan = priced([{ credits: 5 }, { credits: 50, count: 2 }, { credits: 1, count: 9 }], { margin: '10' })
    expect([5, 6, 60, 61, 115, 116, 124, 125, 126].map(plan.fitting)).toEqual([0, 1, 1, 2, 2, 3, 10, 11, 12])
  })

  test('up to 2^53, every credit counts', () => {
    const most = Number.MAX_SAFE_INTEGER
    const plan = priced([{ credits: most - 2 }, { credits: 1, count: 2 }])
    expect([plan.cost, plan.planned, plan.generations]).toEqual([most, most, 3])
    expect([most - 3, most - 2, most - 1, most].map(plan.fitting)).toEqual([0, 1, 2, 3])
    expect(priced([{ credits: 0, count: most }]).generations).toBe(most)
    expect(priced([{ credits: 1, count: most }]).fitting(most)).toBe(most)
  })

  test.each<[string, unknown[], string]>([
    ['a price', [{ credits: 1e20 }], '0'],
    ['a sum', [{ credits: Number.MAX_SAFE_INTEGER }, { credits: 1 }], '0'],
    ['a count', [{ credits: 1, count: Number.MAX_SAFE_INTEGER }, { credits: 2 }], '0'],
    ['a number of free generations', [{ credits: 0, count: Number.MAX_SAFE_INTEGER }, { credits: 0 }], '0'],
    ['a product', [{ ...V6, count: Number.MAX_SAFE_INTEGER }], '0'],
    ['a margin', [{ credits: Number.MAX_SAFE_INTEGER }], '0.000001'],
  ])('%s beyond that is a fault', (_, items, margin) => {
    expect(price(items, { margin })).toEqual({
      kind: 'faults',
      faults: {
        count: 1,
        kept: [
          {
            id: 'plan-too-large',
            message: 'The plan costs more credits than can be counted exactly',
            hint: 'Check its `count` and `credits`.',
          },
        ],
      },
    })
  })

  test('the date is that of the oldest prices of the table that count', () => {
    const dateOf = (...items: readonly unknown[]): string => String(priced(items).pricesAsOf)
    const [v6, upscale] = [dateOf(V6), dateOf({ feature: 'upscale', duration: 5 })]
    expect([v6, upscale]).toEqual([expect.stringMatching(/^20\d\d-\d\d-\d\d$/), expect.stringMatching(/^20\d\d-/)])
    expect(v6 > upscale).toBe(true)
    expect(dateOf(V6, { feature: 'upscale', duration: 5 })).toBe(upscale)
    expect(dateOf({ feature: 'upscale', duration: 5 }, V6, { credits: 5 })).toBe(upscale)
    expect(priced([{ credits: 5 }]).pricesAsOf).toBeUndefined()
    expect(priced([V6], { rows: [{ per: 'generation', credits: 1 }] }).pricesAsOf).toBeUndefined()
    expect(priced([V6, { feature: 'upscale', duration: 5 }], { made: missing([1], []) }).pricesAsOf).toBe(v6)
  })
})

describe('what is made already', () => {
  const items = [{ ...V6, count: 3 }, { credits: 7 }, { credits: 7, name: 'x' }]

  test('is neither priced nor handed on', () => {
    const plan = priced(items, { made: missing([2], [], [1]), margin: '10' })
    expect(plan).toMatchObject({ made: 3, generations: 2, total: 5, cost: 52, planned: 58 })
    expect(plan.lines.map(({ name, count }) => [name, count])).toEqual([
      ['', 1],
      ['x', 1],
    ])
    expect(plan.todo(2)).toEqual([
      { file: '', item: 1, name: '', n: 2 },
      { file: '', item: 3, name: 'x', n: 1 },
    ])
    expect([plan.fitting(49), plan.fitting(50), plan.fitting(58)]).toEqual([0, 1, 2])
  })

  test('may be nothing, or all', () => {
    expect(priced(items, { made: missing([1, 2, 3], [1], [1]) })).toMatchObject({ made: 0, generations: 5, total: 5 })
    const all = priced(items, { made: missing([], [], []) })
    expect(all).toMatchObject({ made: 5, generations: 0, total: 5, cost: 0, planned: 0, lines: [] })
    expect([all.fitting(0), all.todo(0)]).toEqual([0, []])
  })

  test('needs no price, but must be understood', () => {
    const made = missing([], [])
    expect(priced([{ feature: 'avatar' }, { model: 'v6' }], { made }).generations).toBe(0)
    expect(faultsOf([{ ...V6, counts: 30 }], { made })).toMatchObject([{ where: 'plan, item 1' }])
    expect(faultsOf([{ feature: 'avatar' }], { made: missing([1]) })).toMatchObject([{ where: 'plan, item 1' }])
  })

  test('may be unclear, which is a fault of the item beside its others', () => {
    const unclear = { id: 'made-x', message: safe`unclear`, hint: safe`Clear it.` }
    const link = { ...unclear, where: safe`videos` }
    const made: Made = { look: () => ({ kind: 'faults', faults: [unclear, link] }) }
    expect(faultsOf([V6], { made })).toEqual([{ ...unclear, where: 'plan, item 1' }, link])
    expect(faultsOf([{ feature: 'avatar' }], { made })).toHaveLength(3)
  })
})

describe('todo', () => {
  test('lists the first generations in order, each with its number', () => {
    const plan = priced([{ credits: 1, count: 2, name: 'a::b' }, { credits: 1 }, { credits: 1, count: 1 }])
    const all = [
      { file: '', item: 1, name: 'a::b', n: 1 },
      { file: '', item: 1, name: 'a::b', n: 2 },
      { file: '', item: 2, name: '', n: 1 },
      { file: '', item: 3, name: '', n: 1 },
    ]
    expect([0, 1, 3, 4].map(plan.todo)).toEqual([[], all.slice(0, 1), all.slice(0, 3), all])
  })

  test('has at most 256', () => {
    expect(TODO_MAX).toBe(256)
    const plan = priced([
      { credits: 1, count: 200 },
      { credits: 1, count: 1e15 },
    ])
    expect(plan.todo(1e15)).toHaveLength(256)
    expect(plan.todo(1e15).at(-1)).toEqual({ file: '', item: 2, name: '', n: 56 })
    expect(plan.todo(255)).toHaveLength(255)
    expect(priced(Array.from({ length: 300 }, () => ({ credits: 1 }))).todo(300)).toHaveLength(256)
  })

  test.each([
    ['names', 'x'.repeat(2000), ''],
    ['names of three bytes a character', '名'.repeat(2000), ''],
    ['names that JSON writes longer', '"'.repeat(2000), ''],
    ['paths', 'a', `${'folder/'.repeat(500)}a.json`],
  ])('has at most 120,000 bytes of %s', (_, name, file) => {
    expect(TODO_BYTES_MAX).toBe(120_000)
    const source = { input: 'plan', file, where: 'a.json', sanitise, spare: { left: 0 } } as const
    const items = [
      { credits: 1, count: 250, name },
      { credits: 1, name: 'short' },
    ]
    const all = items.map((value, at) => new LocatedItem(value, at + 1, 'item', false, source))
    const result = pricePlan(all, terms({}), sanitise)
    if (result.kind === 'faults') throw new Error(JSON.stringify(result.faults))
    const todo = result.plan.todo(251)
    const bytes = Buffer.byteLength(JSON.stringify(todo))
    const next = Buffer.byteLength(`,${JSON.stringify(todo.at(-1))}`)
    expect(bytes).toBeLessThanOrEqual(TODO_BYTES_MAX)
    expect(bytes + next).toBeGreaterThan(TODO_BYTES_MAX)
    // In order: nothing shorter slips in behind.
    expect(todo.map(({ n }) => n)).toEqual(todo.map((_, at) => at + 1))
  })

  test.each([
    KEY,
    `x ${KEY} y`,
    Buffer.from(KEY).toString('base64'),
    KEY.toUpperCase(),
    `x\n${KEY}`,
    'x'.repeat(1500) + KEY,
  ])('never shows the key: %j', (name) => {
    const faults = faultsOf([
      { credits: 1, count: 2, name: 'a' },
      { credits: 1, name },
    ])
    expect(faults).toEqual([
      {
        id: 'plan-shows-key',
        message: 'the name of this item, or of its file, shows the API key',
        hint: 'Give it another name: names are handed on as they are.',
        where: 'plan, item 2',
      },
    ])
  })

  test('never shows the key in the name of a file', () => {
    const source = { input: 'plan', file: `${KEY}/a.json`, where: 'a.json', sanitise, spare: { left: 0 } } as const
    const inFile = new LocatedItem({ credits: 1 }, 1, 'item', true, source)
    const result = pricePlan([inFile, ...located([{ credits: 1 }])], terms({}), sanitise)
    expect(JSON.stringify(result)).not.toContain(KEY)
    expect(result).toMatchObject({ kind: 'faults', faults: { count: 1, kept: [{ id: 'plan-shows-key' }] } })
  })

  test('may have names that show the key only when they are put together', () => {
    const half = KEY.slice(0, 6)
    expect(
      priced([
        { credits: 1, name: half },
        { credits: 1, name: KEY.slice(6, 12) },
      ]).todo(2),
    ).toHaveLength(2)
  })
})

describe('lineFits', () => {
  test('counts for each line how many of it are among the first', () => {
    const plan = priced([{ credits: 1, count: 2 }, { credits: 2 }, { credits: 1 }, { credits: 3 }, { credits: 1 }])
    expect(plan.lines.map(({ each, count }) => [each, count])).toEqual([
      [1, 4],
      [2, 1],
      [3, 1],
    ])
    expect([0, 1, 2, 3, 4, 5, 6].map(plan.lineFits)).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [2, 0, 0],
      [2, 1, 0],
      [3, 1, 0],
      [3, 1, 1],
      [4, 1, 1],
    ])
  })
})

describe('notices', () => {
  test('name the fields that nobody knows, each once and in order', () => {
    const plan = priced([
      { ...V6, scene: 1, mood: 'x', prompt: 'known' },
      { ...V6, mood: 'y', 'a::b': 1 },
    ])
    expect([plan.ignored, plan.ignoredCount]).toEqual([['scene', 'mood', 'a: :b'], 3])
    expect(priced([V6])).toMatchObject({ ignored: [], ignoredCount: 0 })
  })

  test('name the first of very many fields, and count them', () => {
    expect(IGNORED_MAX).toBe(20)
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`zz_${'abcdefghij'.charAt(at % 10)}${at}_${'x'.repeat(50)}`, 1]),
    )
    const { ignored, ignoredCount } = priced([{ ...V6, ...many }])
    expect([ignored.length, ignoredCount]).toEqual([20, 30])
    expect(ignored[0]).toHaveLength(40)
  })

  test('name a row of prices that applies, where a dearer price counts', () => {
    const rows = [{ feature: 'text_to_video', per: 'generation', credits: 3 }]
    const item = { ...V6, feature: 'text_to_video', video_references: [{}] }
    expect(priced([item], { rows })).toMatchObject({ cost: 90, unusedPrices: ['prices, item 1'] })
  })

  test('name the rows of prices that decide no price', () => {
    const rows = [
      { model: 'v6', duration: 9, per: 'generation', credits: 1 },
      { model: 'v6', per: 'generation', credits: 2 },
      { per: 'generation', credits: 3 },
    ]
    expect(priced([V6], { rows }).unusedPrices).toEqual(['prices, item 1', 'prices, item 3'])
    expect(priced([V6, { ...V6, model: 'c1' }, { ...V6, duration: 9 }], { rows }).unusedPrices).toEqual([])
    expect(priced([], { rows }).unusedPrices).toHaveLength(3)
    expect(priced([V6]).unusedPrices).toEqual([])
    // A row does not become useless when all that it is for is made.
    expect(priced([V6], { rows, made: missing([]) }).unusedPrices).toEqual(['prices, item 1', 'prices, item 3'])
  })
})

describe('all faults of a plan', () => {
  test('are reported together, each with its place, also those of reading', () => {
    const unread = { id: 'file-empty', message: safe`empty`, hint: safe`Fill it.`, where: safe`b.json` }
    const [good, bad, none, worse] = located([V6, { feature: 'avatar' }, 5, { feature: 'avatar' }])
    if (!good || !bad || !none || !worse) throw new Error('There are four.')
    const result = pricePlan([good, bad, { kind: 'fault', fault: unread }, none, worse], terms({}), sanitise)
    expect(result).toMatchObject({ kind: 'faults', faults: { count: 4 } })
    if (result.kind === 'plan') throw new Error('It is priced.')
    expect(result.faults.kept.map(({ where }) => where)).toEqual([
      'plan, item 2',
      'b.json',
      'plan, item 3',
      'plan, item 4',
    ])
  })

  test('are faults of the plan alone: an error of ours is not taken for one', () => {
    const broken = {
      get model(): string {
        throw new RangeError('of ours')
      },
    }
    const source = { input: 'plan', file: '', where: 'plan', sanitise, spare: { left: 0 } } as const
    const item = new LocatedItem(broken, 1, 'item', true, source)
    expect(() => pricePlan([item], terms({}), sanitise)).toThrow('of ours')
  })

  test.each<[string, (at: number) => unknown, number]>([
    ['of the same value', () => ({ ...V6, model: 'v66' }), 1],
    ['of a value for each', (at) => ({ ...V6, duration: `x${at}` }), 1],
    ['of a number for each', (at) => ({ ...V6, model: at }), 1],
    ['that are no items', (at) => at, 1],
    ['with two each, of which one differs', (at) => ({ ...V6, model: 'v66', duration: `x${at}` }), 2],
    ['with a field for each', (at) => ({ ...V6, ['x'.repeat(at % 50)]: 1, duratio: 'x' }), 1],
    ['of a word that nobody knows', (at) => ({ ...V6, model: `word${at}` }), 1],
  ])('are counted to the last one when there are many: %s', (_, item, each) => {
    const result = price(Array.from({ length: 2500 }, (_, at) => item(at)))
    expect(result).toMatchObject({ kind: 'faults', faults: { count: 2500 * each } })
    const kept = result.kind === 'faults' ? result.faults.kept : []
    expect(kept).toHaveLength(1000)
    for (const { where, message } of kept) expect([where === '', message.includes('``')]).toEqual([false, false])
  })

  test('are shown in little time when there are very many', () => {
    const items = Array.from({ length: 100_000 }, (_, at) => (at % 2 === 0 ? { model: `v6${at}` } : 'x'))
    const all = located(items)
    expect(milliseconds(() => pricePlan(all, terms({}), sanitise))).toBeLessThan(15_000)
  })

  test('come after those that are known already', () => {
    const collected = collectFaults()
    const known = { id: 'test', message: safe`it is wrong`, hint: safe`Fix it.` }
    collected.add(known)
    const result = pricePlan(located([0]), terms({}), sanitise, collected)
    expect(result).toMatchObject({ kind: 'faults', faults: { count: 2, kept: [known, { id: 'item-shape' }] } })
    const nothing = pricePlan(located([]), terms({}), sanitise, collected)
    expect(nothing).toMatchObject({ kind: 'faults', faults: { count: 2 } })
  })

  test('are long names, which nothing could hand on', () => {
    expect(priced([{ ...V6, name: 'x'.repeat(2000) }]).todo(1)).toHaveLength(1)
    expect(faultsOf([V6, { ...V6, count: 300, name: 'x'.repeat(2001) }])).toEqual([
      {
        id: 'plan-long-name',
        message: 'the `name` of this item is longer than 2000 characters',
        hint: 'Give it a shorter one: names are handed on in `todo`.',
        where: 'plan, item 2',
      },
    ])
  })

  test('are counted when there are very many', () => {
    const result = price(Array.from({ length: 3000 }, () => ({ feature: 'avatar' })))
    expect(result).toMatchObject({ kind: 'faults', faults: { count: 3000 } })
    expect(result).toHaveProperty('faults.kept.length', 1000)
  })
})

/** Items that can be priced, of many prices, 0 among them. */
const item = fc.oneof(
  fc.record({ credits: fc.integer({ min: 0, max: 50 }), count: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ credits: fc.integer({ min: 0, max: 50_000_000 }).map((credits) => credits / 1_000_000) }),
  fc.record({
    model: fc.constantFrom('v6', 'c1'),
    quality: fc.constantFrom('360p', '540p', '720p', '1080p'),
    duration: fc.integer({ min: 1, max: 15 }),
    audio: fc.boolean(),
    name: fc.constantFrom('', 'a', 'b'),
  }),
  fc.record({
    feature: fc.constantFrom('restyle', 'upscale', 'sound_effect'),
    duration: fc.integer({ min: 1, max: 9 }),
  }),
)
type Plan = readonly Readonly<Record<string, unknown>>[]
const plans: fc.Arbitrary<Plan> = fc.array(item, { maxLength: 12 })

function countOf(one: Plan[number]): number {
  return Number(one['count'] ?? 1)
}

/** Millionths of a percent: no margin, or up to 200 %. */
const margins = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200_000_000 }))

function inDigits(marginInMillionths: number): string {
  return `${Math.floor(marginInMillionths / 1e6)}.${String(marginInMillionths % 1e6).padStart(6, '0')}`
}

/** The price of each generation, one by one. */
function pricesOf(items: Plan): number[] {
  return items.flatMap((one) => {
    const each = priced([{ ...one, count: 1 }]).cost
    return Array.from({ length: countOf(one) }, () => each)
  })
}

describe('whatever the plan', () => {
  test('the generations that fit are the most, in order, that cost at most so much with the margin', () => {
    fc.assert(
      fc.property(plans, margins, fc.integer({ min: 0, max: 3000 }), (items, margin, credits) => {
        // In hundred-millionths, so that all numbers are whole.
        let cost = 0
        const most = pricesOf(items).findIndex((each) => (cost += each) * (1e8 + margin) > credits * 1e8)
        const plan = priced(items, { margin: inDigits(margin) })
        expect(plan.fitting(credits)).toBe(most < 0 ? plan.generations : most)
      }),
      { numRuns: 500 },
    )
  })

  test('all of it fits exactly when what is planned does', () => {
    fc.assert(
      fc.property(plans, margins, (items, margin) => {
        const plan = priced([...items, { credits: 1 }], { margin: inDigits(margin) })
        expect(plan.fitting(plan.planned)).toBe(plan.generations)
        expect(plan.fitting(plan.planned - 1)).toBeLessThan(plan.generations)
      }),
    )
  })

  test('cost and planned are the sum of the lines, the margin rounded up', () => {
    fc.assert(
      fc.property(plans, margins, (items, margin) => {
        const { lines, cost, planned, generations } = priced(items, { margin: inDigits(margin) })
        expect(lines.reduce((sum, { credits }) => sum + credits, 0)).toBe(cost)
        expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(generations)
        expect(lines.every(({ each, count, credits }) => each * count === credits)).toBe(true)
        // planned - 1 < cost * (1 + margin) <= planned
        expect(planned * 1e8).toBeGreaterThanOrEqual(cost * (1e8 + margin))
        expect((planned - 1) * 1e8).toBeLessThan(cost * (1e8 + margin))
      }),
    )
  })

  test('the priced sum of what is left to do is the cost, whatever is made', () => {
    fc.assert(
      fc.property(plans, fc.infiniteStream(fc.boolean()), margins, (items, isMade, margin) => {
        const left = items.map((one) =>
          Array.from({ length: countOf(one) }, (_, at) => at + 1).filter(() => isMade.next().value === false),
        )
        const plan = priced(items, { made: missing(...left), margin: inDigits(margin) })
        const todo = plan.todo(plan.fitting(plan.planned))
        expect(todo.map(({ item, n }) => [item, n])).toEqual(left.flatMap((ns, at) => ns.map((n) => [at + 1, n])))
        const sum = todo.reduce((all, { item }) => all + priced([{ ...items[item - 1], count: 1 }]).cost, 0)
        expect(sum).toBe(plan.cost)
        expect(plan.made).toBe(pricesOf(items).length - todo.length)
      }),
    )
  })

  test('of each line so many fit as are among the first generations', () => {
    fc.assert(
      fc.property(plans, fc.nat({ max: 80 }), (items, first) => {
        const plan = priced(items)
        const fits = Math.min(first, plan.generations)
        const counts = plan.lineFits(fits)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(fits)
        const credits = pricesOf(items).slice(0, fits)
        expect(plan.lines.reduce((sum, { each }, at) => sum + each * (counts[at] ?? NaN), 0)).toBe(
          credits.reduce((sum, each) => sum + each, 0),
        )
        expect(plan.lineFits(plan.generations)).toEqual(plan.lines.map(({ count }) => count))
      }),
    )
  })

  test('one item more, or a higher margin, never costs less', () => {
    fc.assert(
      fc.property(plans, item, margins, margins, (items, more, margin, higher) => {
        const plan = priced(items, { margin: inDigits(margin) })
        const longer = priced([...items, more], { margin: inDigits(margin) })
        expect(longer.cost).toBeGreaterThanOrEqual(plan.cost)
        expect(longer.planned).toBeGreaterThanOrEqual(plan.planned)
        expect(longer.generations).toBeGreaterThan(plan.generations)
        expect(priced(items, { margin: inDigits(margin + higher) }).planned).toBeGreaterThanOrEqual(plan.planned)
      }),
    )
  })

  test('its order does not change what it costs', () => {
    fc.assert(
      fc.property(plans, (items) => {
        const { cost, generations } = priced(items)
        const backwards = priced(items.toReversed())
        expect([backwards.cost, backwards.generations]).toEqual([cost, generations])
      }),
    )
  })

  test('it is priced or has faults, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.jsonValue(), item), { maxLength: 4 }), (items) => {
        const result = price(items, { margin: '10' })
        if (result.kind === 'faults') {
          expect(result.faults.count).toBeGreaterThan(0)
          return
        }
        expect(result.plan.fitting(result.plan.planned)).toBe(result.plan.generations)
      }),
      { numRuns: 1000 },
    )
  })
})
