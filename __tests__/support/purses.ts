import { type Balance, perPurse, type Purse } from '../../src/verdict/purses.js'

type Some = Partial<Record<Purse, number>>

/** Credits in every purse; those that are not named are empty. A test that uses it outlives a new purse. */
export function credits(some: Some = {}): Record<Purse, number> {
  return perPurse((purse) => some[purse] ?? 0)
}

/** The same, with the sum. */
export function balanceOf(some: Some): Balance {
  const purses = credits(some)
  return { ...purses, total: Object.values(purses).reduce((sum, credits) => sum + credits, 0) }
}

/** Floors; the purses that are not named have none. */
export function floors(some: Some = {}): Record<Purse, number | undefined> {
  return perPurse((purse) => some[purse])
}
