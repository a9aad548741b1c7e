import { PURSES } from '../verdict/purses.js'
import { dayOf, type Reading } from './readings.js'

/**
 * Credits in all purses at the end of each of the last UTC days: of the last reading of that day, undefined where
 * there is none. The last one is today, as far as it has come. Readings later than `now` are left out.
 * @param now Unix seconds
 */
export function lastDays(readings: readonly Reading[], now: number, days = 30): readonly (number | undefined)[] {
  const totals = new Map(readings.filter(({ at }) => at <= now).map((reading) => [dayOf(reading.at), total(reading)]))
  const first = dayOf(now) - days + 1
  return Array.from({ length: days }, (_, index) => totals.get(first + index))
}

function total({ credits }: Reading): number {
  return PURSES.reduce((sum, purse) => sum + credits[purse], 0)
}
