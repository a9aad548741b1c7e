import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  addReading,
  DAY,
  dayOf,
  isRefill,
  pairs,
  type Reading,
  READINGS_MAX,
  usedBetween,
} from '../../src/history/readings.js'
import { credits } from '../support/purses.js'

const HOUR = 3600
/** A noon, so that neither the hours nor the days of a test begin where its readings do. */
const NOON = 20_000 * DAY + 12 * HOUR

function reading(at: number, monthly = 0, bought = 0, unseen?: number): Reading {
  const plain = { at, credits: credits({ monthly, package: bought }) }
  return unseen === undefined ? plain : { ...plain, unseen }
}

function historyOf(readings: readonly Reading[]): readonly Reading[] {
  return readings.reduce<readonly Reading[]>(addReading, [])
}

const timesOf = (readings: readonly Reading[]): number[] => readings.map(({ at }) => at)
const totalUse = (readings: readonly Reading[]): number =>
  pairs(readings).reduce((sum, [from, to]) => sum + usedBetween(from, to), 0)

describe('use between two readings', () => {
  test.each([
    ['a drop', reading(0, 50, 7), reading(1, 20, 7), 30],
    ['a drop of both purses', reading(0, 50, 70), reading(1, 20, 60), 40],
    ['a rise', reading(0, 20, 7), reading(1, 50, 7), 0],
    ['a drop beside a rise', reading(0, 20, 7), reading(1, 50, 3), 4],
    ['a drop below 0', reading(0, 2), reading(1, -3), 5],
    ['what was thinned out', reading(0, 20), reading(1, 15, 0, 9), 14],
    ['nothing of before', reading(0, 20, 0, 9), reading(1, 20), 0],
  ])('counts %s', (_, from, to, expected) => {
    expect(usedBetween(from, to)).toBe(expected)
  })

  test('a refill is a rise of the monthly purse', () => {
    expect(isRefill(reading(0, 20), reading(1, 21))).toBe(true)
    expect(isRefill(reading(0, 20), reading(1, 20, 9))).toBe(false)
    expect(isRefill(reading(0, 20), reading(1, 19))).toBe(false)
  })

  test('pairs are of neighbours', () => {
    const [a, b, c] = [reading(0), reading(1), reading(2)]
    expect(pairs([a, b, c])).toEqual([
      [a, b],
      [b, c],
    ])
    expect(pairs([a])).toEqual([])
  })
})

test('a day is that of UTC', () => {
  expect(dayOf(Date.UTC(1970, 0, 1, 23, 59, 59) / 1000)).toBe(0)
  expect(dayOf(Date.UTC(1970, 0, 2) / 1000)).toBe(1)
})

describe('thinning', () => {
  test('starts with one reading', () => {
    expect(addReading([], reading(NOON, 5, 6))).toEqual([reading(NOON, 5, 6)])
  })

  /** Behind a first reading, which is always kept. */
  const added = (...times: number[]): number[] =>
    timesOf(historyOf([NOON - 20 * DAY, ...times].map((at) => reading(at)))).slice(1)

  test('keeps the last reading of an hour', () => {
    expect(added(NOON, NOON + 1, NOON + HOUR - 1, NOON + HOUR)).toEqual([NOON + HOUR - 1, NOON + HOUR])
  })

  test('keeps the first reading of all', () => {
    const history = historyOf([NOON, NOON + 1, NOON + 2].map((at) => reading(at)))
    expect(timesOf(history)).toEqual([NOON, NOON + 2])
  })

  test('keeps every hour for 48 hours, the current one included', () => {
    const [now, first] = [NOON + 59, NOON - 47 * HOUR]
    expect(added(first, first + HOUR, now)).toEqual([first, first + HOUR, now])
    // One second earlier it is of the day.
    expect(added(first - HOUR, first - 1, first, now)).toEqual([first - 1, first, now])
    expect(added(first - 2 * HOUR, first - 1, now)).toEqual([first - 1, now])
  })

  test('keeps the last reading of an older day', () => {
    const [now, day] = [NOON, NOON - 12 * HOUR - 5 * DAY]
    const history = historyOf([
      reading(day - 1),
      reading(day),
      reading(day + DAY - 1),
      reading(day + DAY),
      reading(now),
    ])
    expect(timesOf(history)).toEqual([day - 1, day + DAY - 1, day + DAY, now])
  })

  test('keeps days apart from the hours of the same day', () => {
    const firstHour = NOON - 47 * HOUR
    expect(added(firstHour - 1, firstHour, NOON)).toEqual([firstHour - 1, firstHour, NOON])
  })

  test('keeps 400 UTC days, today included', () => {
    const today = NOON - 12 * HOUR
    const first = today - 399 * DAY
    expect(timesOf(addReading([reading(first)], reading(NOON)))).toEqual([first, NOON])
    expect(timesOf(addReading([reading(first - 1)], reading(NOON)))).toEqual([NOON])
  })

  test('fills up to its bound, not beyond', () => {
    const days = Array.from({ length: 405 }, (_, day) => NOON + day * DAY)
    const hours = Array.from({ length: 5 * 48 }, (_, half) => NOON + 405 * DAY + (half * HOUR) / 2)
    const history = historyOf([...days, ...hours].map((at, index) => reading(at, 1000 - index)))
    expect(history).toHaveLength(48 + 398)
    expect(history.length).toBeLessThanOrEqual(READINGS_MAX)
    expect(READINGS_MAX).toBe(448)
    const now = hours.at(-1) ?? NaN
    expect(history.slice(0, 398).map(({ at }) => dayOf(now) - dayOf(at))).toEqual(
      Array.from({ length: 398 }, (_, index) => 399 - index),
    )
    expect(history.slice(398).map(({ at }) => Math.floor(now / HOUR) - Math.floor(at / HOUR))).toEqual(
      Array.from({ length: 48 }, (_, index) => 47 - index),
    )
  })
})

describe('use that was thinned out', () => {
  test('stays where a drop and a rise cancel out', () => {
    const history = historyOf([
      reading(NOON, 0, 100),
      reading(NOON + HOUR, 0, 70),
      reading(NOON + HOUR + 1, 0, 170),
      reading(NOON + HOUR + 2, 0, 150),
      reading(NOON + 2 * HOUR, 0, 140),
    ])
    expect(history).toEqual([
      reading(NOON, 0, 100),
      reading(NOON + HOUR + 2, 0, 150, 50),
      reading(NOON + 2 * HOUR, 0, 140),
    ])
  })

  test('is left out where the two readings show it', () => {
    expect(historyOf([reading(NOON, 90), reading(NOON + HOUR, 80), reading(NOON + HOUR + 1, 70)])).toEqual([
      reading(NOON, 90),
      reading(NOON + HOUR + 1, 70),
    ])
  })

  test('is passed on when its reading is thinned out, too', () => {
    const history = [reading(NOON, 9), reading(NOON + HOUR, 9, 0, 30)]
    expect(addReading(history, reading(NOON + HOUR + 1, 8))).toEqual([
      reading(NOON, 9),
      reading(NOON + HOUR + 1, 8, 0, 30),
    ])
  })

  test('ends with the reading before it', () => {
    const old = NOON - 400 * DAY
    expect(addReading([reading(old, 9), reading(old + DAY, 9, 0, 30)], reading(NOON, 9))).toEqual([
      reading(old + DAY, 9),
      reading(NOON, 9),
    ])
  })

  test('stays a number that can be written', () => {
    const most = Number.MAX_SAFE_INTEGER
    const history = [reading(NOON, most), reading(NOON + HOUR, 0), reading(NOON + HOUR + 1, most)]
    expect(addReading(history, reading(NOON + HOUR + 2, 0))).toEqual([
      reading(NOON, most),
      reading(NOON + HOUR + 2, 0, 0, most),
    ])
    expect(addReading([...history, reading(NOON + HOUR + 2, 0)], reading(NOON + HOUR + 3, most))[1]?.unseen).toBe(most)
  })
})

describe('a refill', () => {
  const before = reading(NOON, 100)
  const filled = NOON + HOUR
  const [lower, emptied, later] = [filled + 1, filled + 2, filled + 3]

  test('is kept at the latest reading that shows it, and so is the newest', () => {
    const history = historyOf([before, reading(filled, 1000), reading(lower, 101), reading(emptied, 100)])
    expect(history).toEqual([before, reading(lower, 101, 0, 899), reading(emptied, 100)])
  })

  test('stays when more of its hour follows', () => {
    const history = historyOf([before, reading(filled, 1000), reading(emptied, 60), reading(later, 50)])
    expect(history).toEqual([before, reading(filled, 1000), reading(later, 50)])
    expect(addReading(history, reading(NOON + 2 * HOUR, 40))).toEqual([
      before,
      reading(filled, 1000),
      // 950 of the hour are seen no more; the next reading has 10 of its own.
      reading(NOON + 2 * HOUR, 40),
    ])
  })

  test('passes on what was used and topped up after it', () => {
    const history = historyOf([
      before,
      reading(filled, 1000),
      reading(emptied, 60),
      reading(later, 80),
      reading(NOON + 2 * HOUR, 70),
    ])
    expect(history).toEqual([before, reading(filled, 1000), reading(NOON + 2 * HOUR, 70, 0, 20)])
  })

  test('hides nothing when there is none', () => {
    expect(timesOf(historyOf([before, reading(filled, 100), reading(emptied, 60), reading(later, 50)]))).toEqual([
      NOON,
      later,
    ])
  })
})

describe('a clock that is set back', () => {
  const hours = (count: number): Reading[] =>
    Array.from({ length: count }, (_, hour) => reading(NOON + hour * HOUR, 1000 - 10 * hour))

  test('overrules 24 readings that are not earlier, and keeps their use', () => {
    const history = historyOf(hours(30))
    const added = addReading(history, reading(NOON + 6 * HOUR, 700))
    expect(added).toEqual([...hours(6), reading(NOON + 6 * HOUR, 700)])
    expect(totalUse(added)).toBe(300)
  })

  test('does not overrule 25', () => {
    const history = historyOf(hours(30))
    expect(addReading(history, reading(NOON + 5 * HOUR, 700))).toBe(history)
    expect(addReading(history, reading(NOON - DAY, 700))).toBe(history)
  })

  test('carries over what the readings that it drops have seen', () => {
    const history = [reading(NOON, 100), reading(NOON + DAY, 40), reading(NOON + 2 * DAY, 90)]
    expect(addReading(history, reading(NOON + HOUR, 80))).toEqual([
      reading(NOON, 100),
      // 60 and 10, of which the two show 20.
      reading(NOON + HOUR, 80, 0, 50),
    ])
  })

  test('replaces a reading of the same second', () => {
    expect(addReading([reading(NOON, 5)], reading(NOON, 4))).toEqual([reading(NOON, 4)])
  })
})

test('whatever is added: in order, bounded, thinned, nothing of the use lost', () => {
  const steps = fc.array(
    fc.record({
      // Mostly forward, now and then back.
      seconds: fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 0, max: 3 * HOUR }) },
        { weight: 2, arbitrary: fc.integer({ min: -2 * DAY, max: 30 * DAY }) },
      ),
      monthly: fc.integer({ min: -5, max: 2000 }),
      package: fc.integer({ min: 0, max: 2000 }),
    }),
    { maxLength: 120 },
  )
  fc.assert(
    fc.property(steps, (list) => {
      let history: readonly Reading[] = []
      let at = NOON
      for (const { seconds, monthly, package: bought } of list) {
        at += seconds
        const next = reading(at, monthly, bought)
        const previous = history
        history = addReading(previous, next)
        if (history === previous) continue

        expect(history.at(-1)).toMatchObject(next)
        for (const [from, to] of pairs(history)) {
          expect(to.at).toBeGreaterThan(from.at)
          expect(Number.isSafeInteger(to.unseen ?? 1) && (to.unseen ?? 1) > 0).toBe(true)
        }
        const slots = history
          .slice(1, -1)
          .map((one) =>
            Math.floor(at / HOUR) - Math.floor(one.at / HOUR) < 48
              ? `hour ${Math.floor(one.at / HOUR)}`
              : `day ${dayOf(one.at)}`,
          )
        expect(new Set(slots).size).toBe(slots.length)
        expect(history.every((one) => dayOf(at) - dayOf(one.at) < 400)).toBe(true)
        expect(history.length).toBeLessThanOrEqual(READINGS_MAX)
        // From the first reading on that is left.
        const first = previous.findIndex((one) => one.at === history[0]?.at)
        if (history.length > 1) expect(totalUse(history)).toBe(totalUse([...previous.slice(first), next]))
      }
    }),
    // Milliseconds: making what fails smaller may take minutes otherwise.
    { numRuns: 300, interruptAfterTimeLimit: 3000 },
  )
})
