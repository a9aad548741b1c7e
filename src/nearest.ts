import { closest, distance } from 'fastest-levenshtein'

/** The word that was most likely meant; undefined when none is near. */
export function nearest(given: string, words: readonly string[]): string | undefined {
  const near = closest(given, words)
  return distance(given, near) <= Math.max(1, Math.floor(near.length / 3)) ? near : undefined
}
