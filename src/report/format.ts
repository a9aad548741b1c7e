import type { Region } from '../pixverse/region.js'
import { join, plain, safe, type SafeText } from '../safe-text.js'

// Intl would do all of this as well, but loading its data takes longer than all the rest of a gate.

/** Credits, or anything else that is counted, for people: 1,072,650. */
export function count(value: number): SafeText {
  return plain(String(value).replace(/\B(?=(\d{3})+$)/g, ','))
}

/** With what is counted: 1 credit, 312 credits. */
export function counted(value: number, noun: 'credit' | 'generation' | 'day' | 'run' | 'fault'): SafeText {
  return safe`${count(value)} ${noun}${value === 1 ? '' : 's'}`
}

/** What so many credits cost at most; undefined where they are not sold in dollars. */
export function dollars(credits: number, { centsPerCredit }: Region): SafeText | undefined {
  if (centsPerCredit === undefined) return undefined
  const cents = BigInt(credits) * BigInt(centsPerCredit)
  const [whole, rest] = [count(Number(cents / 100n)), String(cents % 100n).padStart(2, '0')]
  return plain(`$${whole}.${rest}`)
}

/** At the start of a line: monthly becomes Monthly. */
export function capital(word: string): SafeText {
  return plain(word.charAt(0).toUpperCase() + word.slice(1))
}

/** More lines than this say nothing more. */
export const LISTED_MAX = 20

/** The beginning of a long list, and how many of `total` are left out. The one place that shortens, and counts. */
export function shorten<T>(
  items: readonly T[],
  total = items.length,
  most = LISTED_MAX,
): { listed: readonly T[]; more: number } {
  const listed = items.slice(0, most)
  return { listed, more: total - listed.length }
}

/** `a`, `a and b`, `a, b and c`. */
export function listing(texts: readonly SafeText[]): SafeText {
  const last = texts.at(-1)
  if (last === undefined || texts.length === 1) return last ?? safe``
  return safe`${join(texts.slice(0, -1), ', ')} and ${last}`
}
