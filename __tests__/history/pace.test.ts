import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { daysLeft, lastRefill, type Pace, paceOf, type Windows } from '../../src/history/pace.js'
import { addReading, DAY, pairs, type Reading, usedBetween } from '../../src/history/readings.js'
import { credits } from '../support/purses.js'

const HOUR = 3600
const START = 20_000 * DAY

function reading(at: number, monthly: number, bought = 0): Reading {
  return { at, credits: credits({ monthly, package: bought }) }
}

/** Readings of the monthly purse alone: days since the start, credits. */
function line(...points: readonly (readonly [days: number, credits: number])[]): Reading[] {
  return points.map(([days, credits]) => reading(START + days * DAY, credits))
}

const at = (days: number): number => START + days * DAY

describe('a window', () => {
  test.each<[string, Reading[], number, number | undefined, number | undefined]>([
    ['no readings', [], 1, undefined, undefined],
    ['2 readings', line([0, 90], [5, 40]), 5, undefined, undefined],
    ['3 readings over 2 days', line([0, 90], [1, 80], [2, 70]), 2, 10, 10],
    ['3 readings over less', line([0, 90], [1, 80], [2 - 1 / DAY, 70]), 2, undefined, undefined],
    ['2 of 3 readings in 7 days', line([0, 90], [3, 60], [7 + 1 / DAY, 20]), 7 + 1 / DAY, undefined, 10],
    ['3 of 3 readings in 7 days', line([0, 90], [3, 60], [7, 20]), 7, 10, 10],
    ['2 of 3 readings in 30 days', line([0, 90], [20, 60], [30 + 1 / DAY, 20]), 30 + 1 / DAY, undefined, undefined],
    ['3 of 3 readings in 30 days', line([0, 300], [20, 60], [30, 0]), 30, undefined, 10],
    ['3 readings in the last hours', line([0, 90], [6, 60], [6.1, 50], [6.2, 45]), 6.2, 8, 8],
    ['a quiet week', line([0, 300], [5, 0], [21, 0], [24, 0], [28, 0]), 28, 0, 11],
    ['a busy week', line([0, 300], [14, 300], [21, 300], [24, 200], [28, 90]), 28, 30, 8],
  ])('with %s', (_, readings, now, week, month) => {
    expect(paceOf(readings, at(now)).windows).toEqual({ 7: week, 30: month })
  })

  test('covers 2 days only with the part within it of what lies across its start', () => {
    // The window of 7 days begins at day 3.
    const readings = line([0, 900], [3.5, 550], [4, 500], [5 - 1 / DAY, 400])
    expect(paceOf(readings, at(10)).windows[7]).toBeUndefined()
    expect(paceOf([...readings.slice(0, -1), ...line([5, 400])], at(10)).windows[7]).toBe(100)
  })

  test('takes the part within it of what was used across its start', () => {
    // 800 from day 1 to 5, of which the window has the 2 days from day 3 on.
    const readings = line([0, 9000], [1, 1000], [5, 200], [8, 110], [10, 100])
    expect(paceOf(readings, at(10)).windows).toEqual({ 7: Math.ceil((400 + 100) / 7), 30: 890 })
  })

  test('counts what was thinned out, in its part as well', () => {
    const [first, second, third] = [reading(at(0), 50), reading(at(6), 50), reading(at(10), 50)]
    const readings = [first, { ...second, unseen: 60 }, reading(at(8), 50), { ...third, unseen: 4 }]
    // 30 of 60, and 4.
    expect(paceOf(readings, at(10)).windows).toEqual({ 7: Math.ceil(34 / 7), 30: Math.ceil(64 / 10) })
  })

  test('ends now', () => {
    const readings = line([0, 90], [1, 80], [2, 70], [2 + 1 / DAY, 0])
    expect(paceOf(readings, at(2)).windows).toEqual({ 7: 10, 30: 10 })
    expect(paceOf(readings, at(2) - 1).windows).toEqual({ 7: undefined, 30: undefined })
  })

  test('goes by the days that were read, not by those since', () => {
    expect(paceOf(line([0, 90], [1, 80], [2, 70]), at(4)).windows).toEqual({ 7: 10, 30: 10 })
  })

  test('is in whole credits, rounded up, and a float that is a hair too much is not', () => {
    expect(paceOf(line([0, 90], [1, 90], [3, 89]), at(3)).windows[7]).toBe(1)
    expect(paceOf(line([0, 90], [1, 90], [3, 86]), at(3)).windows[7]).toBe(2)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 9 }), (perHour, hours) => {
        const times = Array.from({ length: 200 }, (_, index) => index * hours)
        const readings = times.map((hour) => reading(START + hour * HOUR, 1e8 - perHour * hour))
        const now = START + 199 * hours * HOUR
        for (const late of [0, 1, 1234]) {
          expect(paceOf(readings, now + late).windows).toEqual({ 7: 24 * perHour, 30: 24 * perHour })
        }
      }),
    )
  })
})

describe('the pace', () => {
  test('is not known without a window', () => {
    expect(paceOf([], START)).toEqual({ kind: 'unknown', windows: { 7: undefined, 30: undefined } })
  })

  test.each<[string, Reading[], Windows]>([
    ['both windows', line([0, 50], [1, 50], [2, 60]), { 7: 0, 30: 0 }],
    ['the only one', line([0, 50], [10, 50], [20, 60]), { 7: undefined, 30: 0 }],
  ])('is no recent use without a drop in %s', (_, readings, windows) => {
    expect(paceOf(readings, readings.at(-1)?.at ?? NaN)).toEqual({ kind: 'no-use', windows })
  })

  test.each<[string, Reading[], number, Pace]>([
    [
      'the week, when it is faster',
      line([0, 300], [14, 300], [21, 300], [24, 200], [28, 90]),
      28,
      { kind: 'pace', perDay: 30, window: 7, windows: { 7: 30, 30: 8 } },
    ],
    [
      'the month, when it is faster',
      line([0, 300], [5, 0], [21, 0], [24, 0], [28, 0]),
      28,
      { kind: 'pace', perDay: 11, window: 30, windows: { 7: 0, 30: 11 } },
    ],
    [
      'the month, when both are the same',
      line([0, 90], [1, 80], [2, 70]),
      2,
      { kind: 'pace', perDay: 10, window: 30, windows: { 7: 10, 30: 10 } },
    ],
    [
      'the month, when the week is not known',
      line([0, 300], [20, 60], [30, 0]),
      30,
      { kind: 'pace', perDay: 10, window: 30, windows: { 7: undefined, 30: 10 } },
    ],
  ])('is that of %s', (_, readings, now, pace) => {
    expect(paceOf(readings, at(now))).toEqual(pace)
  })

  test('adds up the drops of each purse', () => {
    const readings = [reading(at(0), 100, 50), reading(at(1), 90, 80), reading(at(2), 120, 60)]
    expect(paceOf(readings, at(2)).windows[7]).toBe((10 + 20) / 2)
  })
})

describe('the days left', () => {
  const pace: Pace = { kind: 'pace', perDay: 30, window: 7, windows: { 7: 30, 30: 8 } }

  test.each([
    [0, 0],
    [29, 0],
    [30, 1],
    [89, 2],
    [90, 3],
    [-5, 0],
    [-45, 0],
  ])('of %d credits at 30 a day are %d', (total, days) => {
    expect(daysLeft(total, pace)).toBe(days)
  })

  test.each(['unknown', 'no-use'] as const)('are not known when the pace is %s', (kind) => {
    expect(daysLeft(90, { kind, windows: pace.windows })).toBeUndefined()
  })
})

describe('the last refill', () => {
  test.each<[string, Reading[], number | undefined]>([
    ['nothing', [], undefined],
    ['one reading', line([0, 90]), undefined],
    ['drops alone', line([0, 90], [1, 80], [2, 80]), undefined],
    ['the latest of two rises', line([0, 90], [1, 1000], [2, 900], [3, 1000], [4, 900]), at(3)],
    ['a rise at the end', line([0, 90], [1, 91]), at(1)],
    ['a top-up', [reading(at(0), 90, 0), reading(at(1), 90, 5000)], undefined],
  ])('in %s', (_, readings, expected) => {
    expect(lastRefill(readings)).toBe(expected)
  })

  test('is still seen when the purse was emptied on the same day, long ago', () => {
    const level = (hour: number): number => (hour < 5 ? 0 : Math.max(1200 - 300 * (hour - 5), 0))
    let history: readonly Reading[] = []
    for (let hour = -24; hour < 6 * 24; hour++) history = addReading(history, reading(START + hour * HOUR, level(hour)))
    expect(Math.floor((lastRefill(history) ?? NaN) / DAY)).toBe(START / DAY)
    expect(paceOf(history, at(6) - HOUR).windows[7]).toBe(Math.ceil(1200 / (7 - 1 / 24)))
  })
})

interface Credits {
  readonly monthly?: number
  readonly package?: number
}

/** An account, hour by hour. */
interface Story {
  readonly days: number
  /** Whether the balance is read at the end of the hour. */
  readonly read: (hour: number) => boolean
  /** The hour that the clock shows. */
  readonly clock?: (hour: number) => number
  readonly use: (hour: number) => Credits
  /** Top-ups, refunds, refills. */
  readonly rise?: (hour: number) => Credits
  /** Day from which on the pace is looked at: the second week, unless given, since a refill may hide a day of use. */
  readonly from?: number
  /** Of the paces seen, how many are not known; none unless given. */
  readonly unknown?: number
}

const dayIn = (hour: number): number => Math.floor(hour / 24)
const hourly = (): boolean => true
const daily = (hour: number): boolean => hour % 24 === 6
const steady = (): Credits => ({ package: 10 })

const STORIES: readonly (readonly [name: string, story: Story])[] = [
  ['steady, read hourly', { days: 38, read: hourly, use: steady }],
  ['steady, read daily', { days: 60, read: daily, use: steady }],
  ['steady, new', { days: 7, read: daily, use: steady, from: 0, unknown: 2 }],
  ['steady, read daily for a year', { days: 420, read: daily, use: steady }],
  ['working hours', { days: 38, read: hourly, use: (hour) => ({ package: hour % 24 > 8 && hour % 24 < 18 ? 30 : 0 }) }],
  ['weekends off', { days: 60, read: daily, use: (hour) => ({ package: dayIn(hour) % 7 < 5 ? 14 : 0 }) }],
  [
    'a monthly refill',
    {
      days: 70,
      read: daily,
      use: () => ({ monthly: 40 }),
      rise: (hour) => ({ monthly: hour % 720 === 15 ? 30_000 : 0 }),
    },
  ],
  [
    'a monthly refill that is used up within hours',
    {
      days: 70,
      read: hourly,
      use: (hour) => (hour % 720 < 20 ? { monthly: 500 } : { package: 30 }),
      rise: (hour) => ({ monthly: hour % 720 === 0 ? 10_000 : 0 }),
    },
  ],
  [
    'a top-up every day, read hourly',
    {
      days: 38,
      read: hourly,
      use: () => ({ package: 25 }),
      rise: (hour) => ({ package: hour % 24 === 17 ? 600 : 0 }),
    },
  ],
  [
    'a top-up every ten days, read daily',
    {
      days: 60,
      read: daily,
      use: () => ({ package: 25 }),
      rise: (hour) => ({ package: hour % 240 === 17 ? 6000 : 0 }),
    },
  ],
  [
    'refunds',
    {
      days: 38,
      read: hourly,
      use: (hour) => ({ package: hour % 2 === 0 ? 90 : 0 }),
      rise: (hour) => ({ package: hour % 24 === 7 ? 45 : 0 }),
    },
  ],
  [
    'gaps',
    { days: 60, read: (hour) => daily(hour) && ![9, 10, 11, 12, 13, 30, 44, 45].includes(dayIn(hour)), use: steady },
  ],
  [
    'a clock set back by hours',
    { days: 38, read: hourly, use: steady, clock: (hour) => (hour === 36 * 24 ? hour - 20 : hour) },
  ],
  [
    'a clock set back by weeks',
    { days: 60, read: daily, use: steady, clock: (hour) => (dayIn(hour) === 43 ? hour - 24 * 15 : hour) },
  ],
  [
    'a clock set back by a year',
    { days: 38, read: hourly, use: steady, clock: (hour) => (hour === 36 * 24 ? hour - 24 * 365 : hour) },
  ],
  [
    'a clock set forward by a year',
    { days: 38, read: hourly, use: steady, clock: (hour) => (hour === 36 * 24 ? hour + 24 * 365 : hour) },
  ],
  [
    'two purses that swap',
    {
      days: 60,
      read: daily,
      use: (hour) => (dayIn(hour) % 2 === 0 ? { monthly: 20 } : { package: 20 }),
      rise: (hour) => ({ monthly: hour % 168 === 20 ? 1700 : 0 }),
    },
  ],
  ['bursts', { days: 38, read: hourly, use: (hour) => ({ package: hour % 30 === 0 ? 2000 : 0 }) }],
  ['a burst a week', { days: 60, read: daily, use: (hour) => ({ package: hour % 168 === 50 ? 5000 : 0 }) }],
  [
    'a busy week after a quiet month',
    { days: 38, read: hourly, use: (hour) => ({ package: hour > 31 * 24 ? 100 : 1 }) },
  ],
  ['one reading a week', { days: 90, read: (hour) => hour % 168 === 0, use: steady, from: 0, unknown: 2 }],
  ['one reading a month', { days: 200, read: (hour) => hour % 720 === 0, use: steady, from: 0, unknown: 7 }],
]

interface Seen {
  readonly pace: Pace
  /** Credits a day of the faster window. */
  readonly truth: number
}

/** What is seen at each reading of a right clock. */
function play({ days, read, clock = (hour) => hour, use, rise = () => ({}), from = 8 }: Story): Seen[] {
  let [monthly, bought] = [40_000, 200_000]
  const used: number[] = []
  const seen: Seen[] = []
  let history: readonly Reading[] = []
  for (let hour = 0; hour < days * 24; hour++) {
    const [rises, uses] = [rise(hour), use(hour)]
    monthly += (rises.monthly ?? 0) - (uses.monthly ?? 0)
    bought += (rises.package ?? 0) - (uses.package ?? 0)
    used.push((uses.monthly ?? 0) + (uses.package ?? 0))
    if (!read(hour)) continue
    const now = START + clock(hour) * HOUR
    history = addReading(history, reading(now, monthly, bought))
    if (clock(hour) !== hour || dayIn(hour) < from) continue
    const lately = (window: number): number => {
      const last = used.slice(-24 * window)
      return (24 * last.reduce((sum, one) => sum + one, 0)) / last.length
    }
    seen.push({ pace: paceOf(history, now), truth: Math.max(lately(7), lately(30)) })
  }
  return seen
}

describe('the pace of an account that is played', () => {
  test.each(STORIES)('is right within 15 %%, or not known: %s', (_, story) => {
    const seen = play(story)
    const off = seen.filter(
      ({ pace, truth }) =>
        pace.kind !== 'unknown' && !(pace.kind === 'pace' && Math.abs(pace.perDay / truth - 1) <= 0.15),
    )
    expect(off.slice(0, 3)).toEqual([])
    expect(seen.filter(({ pace }) => pace.kind === 'unknown')).toHaveLength(story.unknown ?? 0)
  })

  test('is no recent use when credits only come in', () => {
    const seen = play({ days: 45, read: daily, use: () => ({}), rise: (hour) => ({ package: hour % 200 }) })
    expect(new Set(seen.map(({ pace }) => pace.kind))).toEqual(new Set(['no-use']))
  })
})

/** Neighbouring readings are whole hours apart, in the last 40 days or so. */
const histories = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 1, max: 40 }),
      monthly: fc.integer({ min: 0, max: 3000 }),
      package: fc.integer({ min: 0, max: 3000 }),
    }),
    { minLength: 3, maxLength: 50 },
  )
  .map((steps) => {
    let now = START
    return steps.map((step) => reading((now += step.hours * HOUR), step.monthly, step.package))
  })

const topUps = fc.record({
  after: fc.nat({ max: 50 }),
  monthly: fc.nat({ max: 5000 }),
  package: fc.nat({ max: 5000 }),
})

function topped(
  readings: readonly Reading[],
  { after, monthly, package: bought }: { after: number; monthly: number; package: number },
): readonly Reading[] {
  return readings.map((one, index) =>
    index < after ? one : reading(one.at, one.credits.monthly + monthly, one.credits.package + bought),
  )
}

function totalUse(readings: readonly Reading[]): number {
  return pairs(readings).reduce((sum, [from, to]) => sum + usedBetween(from, to), 0)
}

/** Milliseconds: making what fails smaller may take minutes otherwise. */
const BOUNDED = { interruptAfterTimeLimit: 3000 }

describe('whatever was read', () => {
  test('more readings of the same lines change nothing', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 50, maxLength: 50 })
    fc.assert(
      fc.property(histories, parts, fc.nat({ max: 5 * DAY }), (readings, counts, late) => {
        const more = readings.flatMap((to, index) => {
          const from = readings[index - 1]
          const count = counts[index] ?? 1
          if (from === undefined) return [to]
          return Array.from({ length: count }, (_, part): Reading => {
            const share = (part + 1) / count
            const between = (a: number, b: number): number => a + (b - a) * share
            return reading(
              between(from.at, to.at),
              between(from.credits.monthly, to.credits.monthly),
              between(from.credits.package, to.credits.package),
            )
          })
        })
        const now = (readings.at(-1)?.at ?? NaN) + late
        const [few, many] = [paceOf(readings, now).windows, paceOf(more, now).windows]
        for (const window of [7, 30] as const) {
          if (few[window] !== undefined) expect(many[window]).toBe(few[window])
        }
      }),
      { ...BOUNDED, numRuns: 500 },
    )
  })

  test('a top-up never raises the pace', () => {
    fc.assert(
      fc.property(histories, topUps, (readings, bought) => {
        const now = readings.at(-1)?.at ?? NaN
        const [plain, rich] = [paceOf(readings, now).windows, paceOf(topped(readings, bought), now).windows]
        for (const window of [7, 30] as const) {
          expect(rich[window] === undefined).toBe(plain[window] === undefined)
          expect(rich[window] ?? 0).toBeLessThanOrEqual(plain[window] ?? 0)
        }
      }),
      { ...BOUNDED, numRuns: 500 },
    )
  })

  // Not window by window: thinned out, the readings at the start of a window may lie some hours apart.
  test('a top-up never raises the use that a thinned-out history shows', () => {
    fc.assert(
      fc.property(histories, topUps, (readings, bought) => {
        const [plain, rich] = [readings, topped(readings, bought)].map((list) =>
          totalUse(list.reduce<readonly Reading[]>(addReading, [])),
        )
        expect(plain).toBe(totalUse(readings))
        expect(rich).toBeLessThanOrEqual(plain ?? NaN)
      }),
      { ...BOUNDED, numRuns: 500 },
    )
  })

  test('thinning keeps the pace', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 2 }), (seed) => {
        // Even chances, unlike those of fast-check, which likes a day of zeros beside a day of hundreds: at the start
        // of a window, only what the hours of a day have in common can be kept.
        let state = seed
        const below = (bound: number): number => (state = (state * 48_271) % (2 ** 31 - 1)) % bound
        const level = { monthly: 0, package: 0 }
        const all = Array.from({ length: 40 * 24 }, (_, hour) => {
          level[below(2) === 0 ? 'monthly' : 'package'] += (below(10) === 0 ? below(1000) : 0) - below(100)
          return reading(START + hour * HOUR, level.monthly, level.package)
        })
        const thinned = all.reduce<readonly Reading[]>(addReading, [])
        expect(thinned.length).toBeLessThan(100)
        const now = all.at(-1)?.at ?? NaN
        const [before, after] = [paceOf(all, now).windows, paceOf(thinned, now).windows]
        for (const window of [7, 30] as const) {
          const ratio = (after[window] ?? NaN) / (before[window] ?? NaN)
          expect(Math.abs(ratio - 1)).toBeLessThan(0.05)
        }
      }),
      { ...BOUNDED, numRuns: 5 },
    )
  })
})
