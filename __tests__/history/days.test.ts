import { describe, expect, test } from '@jest/globals'
import { lastDays } from '../../src/history/days.js'
import { DAY, type Reading } from '../../src/history/readings.js'
import { credits } from '../support/purses.js'

const MIDNIGHT = 20_000 * DAY
const NOON = MIDNIGHT + DAY / 2

const reading = (at: number, monthly: number, bought = 0): Reading => ({
  at,
  credits: credits({ monthly, package: bought }),
})

describe('the last days', () => {
  test('are 30, with nothing where nothing was read', () => {
    expect(lastDays([], NOON)).toEqual(Array.from({ length: 30 }))
  })

  test('have the credits of all purses at the end of the day, today last', () => {
    const readings = [
      reading(MIDNIGHT - 2 * DAY, 9),
      reading(MIDNIGHT - 2 * DAY + 1, 8, 100),
      reading(MIDNIGHT - 1, 7),
      reading(MIDNIGHT, 6, 50),
    ]
    expect(lastDays(readings, NOON, 4)).toEqual([undefined, 108, 7, 56])
    expect(lastDays(readings, NOON).slice(-4)).toEqual([undefined, 108, 7, 56])
  })

  test('begin with the first second of the first day', () => {
    const first = MIDNIGHT - 29 * DAY
    expect(lastDays([reading(first - 1, 9)], NOON)).toEqual(Array.from({ length: 30 }))
    expect(lastDays([reading(first - 1, 9), reading(first, 8)], NOON)[0]).toBe(8)
  })

  test('end now', () => {
    const readings = [reading(NOON - 1, 3), reading(NOON, 2), reading(NOON + 1, 1)]
    expect(lastDays(readings, NOON, 1)).toEqual([2])
    expect(lastDays(readings, NOON - 1, 1)).toEqual([3])
    expect(lastDays(readings, NOON - 2, 1)).toEqual([undefined])
  })

  test('tell 0 from not known', () => {
    expect(lastDays([reading(NOON, 0)], NOON, 2)).toEqual([undefined, 0])
  })
})
