import { describe, expect, test } from '@jest/globals'
import { type Kind, Kinds, Tally } from '../../src/plan/tally.js'
import { readOverride } from '../../src/prices/overrides.js'
import { sanitiser } from '../../src/safe-text.js'

const sanitise = sanitiser()
const V6 = { model: 'v6', quality: '720p', duration: 5 }

function priced(kinds: Kinds, body: unknown): Kind {
  const read = kinds.read(body)
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults))
  return read.price
}

describe('Kinds', () => {
  test('prices what differs in nothing but count, name and prompt once', () => {
    const kinds = new Kinds([], sanitise)
    const kind = priced(kinds, V6)
    expect(kind).toMatchObject({ kind: 'priced', cost: { each: 45n } })
    expect(priced(kinds, { ...V6, prompt: 'x', name: 'y', count: 3 })).toBe(kind)
    expect(priced(kinds, { ...V6, duration: 6 })).toMatchObject({ cost: { each: 54n } })
    const faulty = priced(kinds, { feature: 'avatar' })
    expect(faulty.kind).toBe('faults')
    expect(priced(kinds, { feature: 'avatar', name: 'x' })).toBe(faulty)
  })

  test('gives each item its own name', () => {
    const kinds = new Kinds([], sanitise)
    const names = [undefined, 'a', 'b', '', 'a', 3, null].map((name) => {
      const read = kinds.read({ ...V6, name, count: 2 })
      return read.kind === 'item' && [read.item.name, read.item.count, read.ignored]
    })
    expect(names).toEqual(['', 'a', 'b', '', 'a', '3', ''].map((name) => [name, 2, []]))
  })

  test('reads 3,000 kinds as well as one', () => {
    const kinds = new Kinds([], sanitise)
    for (const round of [1, 2]) {
      for (let credits = 1000; credits < 4000; credits++) {
        expect([round, priced(kinds, { ...V6, credits })]).toMatchObject([round, { cost: { each: BigInt(credits) } }])
      }
    }
  })

  test('says what is no item', () => {
    expect(new Kinds([], sanitise).read(3)).toMatchObject({ kind: 'faults', faults: [{ id: 'item-shape' }] })
  })

  test('keeps the rows of prices that applied', () => {
    const row = readOverride({ model: 'c1', per: 'generation', credits: 3 }, 'prices, item 1', sanitise)
    if (row.kind === 'faults') throw new Error('It is a row.')
    const kinds = new Kinds([row.override], sanitise)
    kinds.read(V6)
    expect([...kinds.applied]).toEqual([])
    expect(priced(kinds, { ...V6, model: 'c1' })).toMatchObject({ cost: { each: 3n } })
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
    const kind = priced(kinds, body)
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
