import type { Balance } from '../verdict/purses.js'
import type { Pace } from '../verdict/verdict.js'
import { readBlock } from './block.js'
import { lastDays } from './days.js'
import { daysLeft, lastRefill, paceOf, type Windows } from './pace.js'
import { addReading, type Reading } from './readings.js'

/** What the dashboard shows, this reading included. Times are Unix seconds. */
export interface Outlook {
  readonly readings: readonly Reading[]
  /** Undefined when it is not known. */
  readonly pace: Pace | undefined
  readonly windows: Windows
  /** All credits at the end of each of the last 30 UTC days, today last; undefined where nobody looked. */
  readonly days: readonly (number | undefined)[]
  /** When the monthly purse was last seen to be filled. */
  readonly refill: number | undefined
  readonly now: number
}

/** The readings so far, to which each balance adds one. */
export interface Ledger {
  readonly kind: 'ledger'
  readonly outlook: (balance: Balance, now: Date) => Outlook
}

/**
 * Opens the history in the text of the dashboard issue; an empty text starts a new one.
 * @returns the ledger, or why its history cannot be read
 */
export function openLedger(issueBody: string): Ledger | { readonly kind: 'unreadable'; readonly why: string } {
  const block = readBlock(issueBody)
  if (block.kind === 'unreadable') return block
  if (block.kind === 'none' && issueBody !== '') return { kind: 'unreadable', why: 'it is missing' }
  const history = block.kind === 'readings' ? block.readings : []
  return { kind: 'ledger', outlook: (balance, now) => outlookOf(history, balance, Math.floor(now.getTime() / 1000)) }
}

function outlookOf(history: readonly Reading[], balance: Balance, now: number): Outlook {
  const { total, ...credits } = balance
  const readings = addReading(history, { at: now, credits })
  const pace = paceOf(readings, now)
  return {
    readings,
    pace:
      pace.kind === 'unknown'
        ? undefined
        : { perDay: pace.kind === 'pace' ? pace.perDay : 0, daysLeft: daysLeft(total, pace) },
    windows: pace.windows,
    days: lastDays(readings, now),
    refill: lastRefill(readings),
    now,
  }
}
