/** Decimal numbers as whole millionths, because 0.1 + 0.2 is not 0.3 and a gate must not be off by one. */
export const MILLION = 1_000_000n

/**
 * Reads a decimal number of at most six decimals, exactly.
 * @returns millionths, or undefined when the number is negative, not finite, or finer than that
 */
export function millionths(value: number | string): bigint | undefined {
  const match = /^(\d+)(?:\.(\d{1,6}))?$/.exec(String(value))
  if (match === null) return undefined
  return BigInt(`${match[1]}${(match[2] ?? '').padEnd(6, '0')}`)
}

/** The same for a number that is known to be one: of the price table, or checked before. */
export function exactly(value: number | string): bigint {
  const exact = millionths(value)
  if (exact === undefined) throw new RangeError(`${value} is not a decimal number of at most six decimals`)
  return exact
}

/** Divides whole numbers of 0 and more, and rounds up. */
export function divideUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor
}

/** Millionths as a decimal number in digits, exactly. */
export function inDigits(amount: bigint): string {
  const rest = String(amount % MILLION)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${amount / MILLION}${rest === '' ? '' : '.'}${rest}`
}
