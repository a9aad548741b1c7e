import { describe, expect, test } from '@jest/globals'
import { Kinds, Tally } from '../../src/plan/tally.js'
import { readOverride } from '../../src/prices/overrides.js'
import { decodeItem, type Item } from '../../src/prices/request.js'
import { sanitiser } from '../../src/safe-text.js'

const sanitise = sanitiser()
const V6 = { model: 'v6', quality: '720p', duration: 5 }

function item(body: unknown): Item {
  const decoded = decodeItem(body, sanitise)
  if (decoded.kind === 'faults') throw new Error(JSON.stringify(decoded.faults))
  return decoded.item
}

describe('Kinds', () => {
  test('prices what differs in nothing but count, name and prompt once', () => {
    const kinds = new Kinds([], sanitise)
    const kind = kinds.of(item(V6))
    expect(kind).toMatchObject({ kind: 'priced', cost: { each: 45n } })
    expect(kinds.of(item({ ...V6, prompt: 'x', name: 'y', count: 3 }))).toBe(kind)
    expect(kinds.of(item({ ...V6, duration: 6 }))).toMatchObject({ cost: { each: 54n } })
    const faulty = kinds.of(item({ feature: 'avatar' }))
    expect(faulty.kind).toBe('faults')
    expect(kinds.of(item({ feature: 'avatar', name: 'x' }))).toBe(faulty)
  })

  test('keeps the rows of prices that applied', () => {
    const row = readOverride({ model: 'c1', per: 'generation', credits: 3 }, 'prices, item 1', sanitise)
    if (row.kind === 'faults') throw new Error('It is a row.')
    const kinds = new Kinds([row.override], sanitise)
    kinds.of(item(V6))
    expect([...kinds.applied]).toEqual([])
    expect(kinds.of(item({ ...V6, model: 'c1' }))).toMatchObject({ cost: { each: 3n } })
    expect([...kinds.applied]).toEqual([0])
  })
})

test('a tally of nothing is empty', () => {
  const tally = new Tally()
  expect([tally.cost(), tally.generations(), tally.asOf()]).toEqual([0n, 0, undefined])
  expect([tally.fitting(9), tally.among(0)]).toEqual([0, []])
})

test('a tally adds up, line by line and in order', () => {
  const kinds = new Kinds([], sanitise)
  const tally = new Tally()
  for (const [body, name, count] of [
    [{ credits: 2 }, 'a', 2],
    [{ credits: 2 }, 'a', 1],
    [{ credits: 5 }, 'a', 1],
    [{ credits: 2 }, 'b', 1],
    [{ credits: 2 }, 'a', 1],
  ] as const) {
    const kind = kinds.of(item(body))
    if (kind.kind === 'priced') tally.add(kind, name, count)
  }
  expect(tally.lines.map(({ cost, name, count }) => [cost.each, name, count])).toEqual([
    [2n, 'a', 4],
    [5n, 'a', 1],
    [2n, 'b', 1],
  ])
  expect([tally.cost(), tally.generations()]).toEqual([15n, 6])
  expect([0, 1, 2, 6, 10, 11, 13, 14, 15, 99].map((credits) => tally.fitting(credits))).toEqual([
    0, 0, 1, 3, 3, 4, 5, 5, 6, 6,
  ])
  expect(tally.among(5)).toEqual([3, 1, 1])
})
