import { closest, distance } from 'fastest-levenshtein'

/** The word that was most likely meant: one that begins so, or else the nearest; undefined when none is near. */
export function nearest(given: string, words: readonly string[]): string | undefined {
  const longer = words.find((word) => given.length > 2 && word.startsWith(given))
  if (longer !== undefined) return longer
  const near = closest(given, words)
  return distance(given, near) <= Math.max(1, Math.floor(near.length / 3)) ? near : undefined
}
