import { DAY, isRefill, pairs, type Reading, usedBetween } from './readings.js'

/** Whole credits a day over the last 7 and the last 30 days, rounded up; undefined where not known. */
export interface Windows {
  readonly 7: number | undefined
  readonly 30: number | undefined
}

/** How fast credits go. `perDay`: that of the faster window, from 1. */
export type Pace =
  | { readonly kind: 'unknown' | 'no-use'; readonly windows: Windows }
  | { readonly kind: 'pace'; readonly perDay: number; readonly window: keyof Windows; readonly windows: Windows }

/** Less in a window says nothing about a pace. */
const READINGS_MIN = 3
const COVERED_MIN = 2 * DAY

/**
 * The pace of the readings up to `now`; later ones come from a wrong clock. A window is known from 3 readings in it and
 * 2 days that they cover. `no-use`: no drop in any known window.
 * @param now Unix seconds
 */
export function paceOf(readings: readonly Reading[], now: number): Pace {
  const windows = { 7: perDayOver(7, readings, now), 30: perDayOver(30, readings, now) }
  // The longer window has all that the shorter has.
  if (windows[30] === undefined) return { kind: 'unknown', windows }
  const week = windows[7] ?? 0
  const perDay = Math.max(week, windows[30])
  if (perDay === 0) return { kind: 'no-use', windows }
  return { kind: 'pace', perDay, window: week > windows[30] ? 7 : 30, windows }
}

/** Whole days, rounded down, until nothing of `total` credits is left at that pace; undefined when that is not known. */
export function daysLeft(total: number, pace: Pace): number | undefined {
  return pace.kind === 'pace' ? Math.max(Math.floor(total / pace.perDay), 0) : undefined
}

/** When the monthly purse was last seen to be filled: Unix seconds of the first reading that shows it. */
export function lastRefill(readings: readonly Reading[]): number | undefined {
  return pairs(readings).findLast(([from, to]) => isRefill(from, to))?.[1].at
}

function perDayOver(days: number, readings: readonly Reading[], now: number): number | undefined {
  const start = now - days * DAY
  const inside = readings.filter(({ at }) => at >= start && at <= now)
  if (inside.length < READINGS_MIN) return undefined

  // Of what was used across the start of the window, the part counts that lies within it.
  const across = readings.filter(({ at }) => at < start).slice(-1)
  let [used, covered] = [0, 0]
  for (const [from, to] of pairs([...across, ...inside])) {
    const seconds = to.at - Math.max(from.at, start)
    used += (usedBetween(from, to) * seconds) / (to.at - from.at)
    covered += seconds
  }
  if (covered < COVERED_MIN) return undefined
  // Twelve digits: rounded up, the last ones of a float would make 100 credits a day 101.
  return Math.ceil(Number(((used / covered) * DAY).toPrecision(12)))
}
