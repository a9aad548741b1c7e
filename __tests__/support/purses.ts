import { type Balance, perPurse, type Purse } from '../../src/verdict/purses.js'

type Some = Partial<Record<Purse, number>>

/** A balance; the purses that are not named are empty. */
export function balanceOf(some: Some): Balance {
  const purses = perPurse((purse) => some[purse] ?? 0)
  return { ...purses, total: Object.values(purses).reduce((sum, credits) => sum + credits, 0) }
}

/** Floors; the purses that are not named have none. */
export function floors(some: Some = {}): Record<Purse, number | undefined> {
  return perPurse((purse) => some[purse])
}
