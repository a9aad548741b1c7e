/** Longer than any name or word that could be meant. */
const LENGTH_MAX = 100

/**
 * A name or word in one form, whatever its case, its separators, and the forms of its letters. A longer text than any
 * that could be meant is cut, and stays too long for one.
 */
export function fold(text: string): string {
  return (
    text
      .slice(0, LENGTH_MAX)
      .normalize('NFKC')
      .toLowerCase()
      // In Turkish, the small I has no dot, and the capital one of i has one.
      .replaceAll('ı', 'i')
      .replace(/[\s_\u0307\p{Pd}\p{C}\p{Default_Ignorable_Code_Point}]/gu, '')
  )
}

/** Whether two words differ by one letter more, less or other, or by two neighbours in each other's place. */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  const shorter = Math.min(one.length, other.length)
  let start = 0
  while (start < shorter && one[start] === other[start]) start++
  let end = 0
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++
  const left = one.slice(start, one.length - end)
  const right = other.slice(start, other.length - end)
  if (left.length < 2 && right.length < 2) return left !== right
  return left.length === 2 && left === right.split('').reverse().join('')
}

/** Words as a choice: "5, 8 or 10". */
export function either(words: readonly (string | number)[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' or ')
}
