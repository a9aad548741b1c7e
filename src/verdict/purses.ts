/**
 * The purses of a Platform account. Each is the field `credit_<purse>` of the API's answer and the output of
 * the same name; each has an input `minimum-<purse>` for its own floor. A purse that PixVerse adds is added here.
 */
export const PURSES = ['monthly', 'package'] as const

export type Purse = (typeof PURSES)[number]

/** Whether credit packs fill it. Source: https://docs.platform.pixverse.ai/pricing-796039m0, read 2026-09. */
export const FILLED_BY_PACKS: Readonly<Record<Purse, boolean>> = { monthly: false, package: true }

/** Whole credits in each purse, and their sum. Fractions are rounded down: they buy nothing. */
export interface Balance extends Readonly<Record<Purse, number>> {
  readonly total: number
}

/** Builds one value per purse. */
export function perPurse<T>(make: (purse: Purse) => T): Record<Purse, T> {
  return Object.fromEntries(PURSES.map((purse) => [purse, make(purse)])) as Record<Purse, T>
}
