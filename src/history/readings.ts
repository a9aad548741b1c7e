import { PURSES, type Purse } from '../verdict/purses.js'

/** A balance and when it was read. All numbers are whole. */
export interface Reading {
  /** Unix seconds, from 0. */
  readonly at: number
  /** Credits in each purse. */
  readonly credits: Readonly<Record<Purse, number>>
  /**
   * Credits used since the reading before, on top of the drops that the two show: thinned-out readings between them
   * saw a drop and a rise that cancel out. Left out when 0; means nothing in the first reading.
   */
  readonly unseen?: number
}

const HOUR = 3600

/** Seconds. */
export const DAY = 24 * HOUR

/** Clock hours, the current one included, that keep a reading each; and the same for UTC days. */
const HOURS = 48
const DAYS = 400

/** Most readings that a history holds. */
export const READINGS_MAX = HOURS + DAYS

/** Most readings that one clock can overrule: a day of hourly ones. */
const AHEAD_MAX = 24

/** The UTC day of a time, counted from 1970. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY)
}

/** Credits used between two neighbouring readings: the drop of each purse. Rises (top-up, refund, refill) are not use. */
export function usedBetween(from: Reading, to: Reading): number {
  return drops(from, to) + (to.unseen ?? 0)
}

/** Whether the monthly purse was filled between two readings. */
export function isRefill(from: Reading, to: Reading): boolean {
  return to.credits.monthly > from.credits.monthly
}

/** Each reading with the one before it. */
export function pairs(readings: readonly Reading[]): readonly (readonly [from: Reading, to: Reading])[] {
  return readings.flatMap((to, index) => {
    const from = readings[index - 1]
    return from === undefined ? [] : [[from, to] as const]
  })
}

/**
 * Adds a reading and thins the history: to the last reading of each clock hour for 48 hours, of each UTC day for 400
 * days, counted back from the new reading. The first and the new reading are always kept. Where the last one would
 * hide a refill, the latest that shows it is kept instead. What is thinned out leaves its use behind in `unseen`,
 * so that the pace stays.
 *
 * Readings that are not earlier than the new one come from a clock that has been set back since, and are dropped. If
 * there are more than 24, it is the new reading that has the wrong clock: the history comes back as it was.
 * @param history earliest first
 */
export function addReading(history: readonly Reading[], reading: Reading): readonly Reading[] {
  const { at: now } = reading
  if (history.filter(({ at }) => at >= now).length > AHEAD_MAX) return history

  const kept: Step[] = []
  let used = 0
  let from: Reading | undefined
  for (const to of [...history.filter(({ at }) => dayOf(at) > dayOf(now) - DAYS), reading]) {
    if (from !== undefined) used += usedBetween(from, to)
    from = to

    const last = kept.at(-1)
    const replaces = last?.before !== undefined && isSameSlot(last.reading, to.at, now)
    const hides = replaces && hidesRefill(last.before, last.reading, to)
    if (to !== reading && (hides || to.at >= now)) continue
    if (replaces && !hides) {
      used += last.used
      kept.pop()
    }
    kept.push({ before: kept.at(-1)?.reading, reading: to, used })
    used = 0
  }
  return kept.map(({ before, reading: { at, credits }, used }) => {
    const unseen = before === undefined ? 0 : used - drops(before, { at, credits })
    // Beyond that the block could not be read again.
    return unseen === 0 ? { at, credits } : { at, credits, unseen: Math.min(unseen, Number.MAX_SAFE_INTEGER) }
  })
}

interface Step {
  readonly before: Reading | undefined
  readonly reading: Reading
  /** Credits used between the two. */
  readonly used: number
}

/** Whether only one of two readings is to be kept. */
function isSameSlot(earlier: Reading, at: number, now: number): boolean {
  const slot = Math.floor(at / HOUR) > Math.floor(now / HOUR) - HOURS ? HOUR : DAY
  return Math.floor(earlier.at / slot) === Math.floor(at / slot)
}

/** A purse that is filled, then emptied within the same slot looks as if nothing had happened. */
function hidesRefill(before: Reading, last: Reading, next: Reading): boolean {
  return isRefill(before, last) && !isRefill(before, next)
}

function drops(from: Reading, to: Reading): number {
  return PURSES.reduce((sum, purse) => sum + Math.max(from.credits[purse] - to.credits[purse], 0), 0)
}
