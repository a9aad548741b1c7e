import { plain, type SafeText } from '../safe-text.js'

/** Seconds. */
export const DAY = 86_400

/** The UTC day of Unix seconds: 2026-11-10. */
export function day(at: number): SafeText {
  return plain(new Date(at * 1000).toISOString().slice(0, 10))
}

/** The UTC minute of Unix seconds: 2026-11-10 06:05. */
export function minute(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 16).replace('T', ' ')
}
