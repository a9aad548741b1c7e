const COUNT = new Intl.NumberFormat('en-US')
const DOLLARS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })

/** Credits, or anything else that is counted, for people: 1,072,650. */
export function count(value: number): string {
  return COUNT.format(value)
}

/** With what is counted: 1 credit, 312 credits. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`
}

/** What so many credits cost in a pack: a cent each, whatever the size. Source: PRICE_PAGE in budget/prices.ts. */
export function dollars(credits: number): string {
  return DOLLARS.format(credits / 100)
}
