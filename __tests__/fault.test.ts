import { describe, expect, test } from '@jest/globals'
import { collectFaults, type Fault, oneFault } from '../src/fault.js'
import { safe, sanitiser } from '../src/safe-text.js'

const fault = (nth: number): Fault => ({ id: 'test', message: safe`fault ${nth}`, hint: safe`Fix it.` })

describe('a collector of faults', () => {
  test('has none before one is added', () => {
    expect(collectFaults().faults()).toBeUndefined()
  })

  test('keeps faults in the order in which they are added', () => {
    const { add, faults } = collectFaults()
    for (const nth of [1, 2, 3]) add(fault(nth))
    expect(faults()).toEqual({ kept: [fault(1), fault(2), fault(3)], count: 3 })
  })

  test.each([
    [999, 999],
    [1000, 1000],
    [1001, 1000],
    [5000, 1000],
  ])('of %i faults counts all, and keeps the first %i', (count, keptMost) => {
    const { add, faults } = collectFaults()
    for (let nth = 1; nth <= count; nth++) add(fault(nth))
    const found = faults()
    expect(found?.count).toBe(count)
    expect(found?.kept).toHaveLength(keptMost)
    expect(found?.kept.at(-1)).toEqual(fault(keptMost))
  })

  test('counts what another one did not keep, too', () => {
    const [first, second] = [collectFaults(), collectFaults()]
    for (let nth = 1; nth <= 1500; nth++) first.add(fault(nth))
    second.add(fault(0))
    const found = first.faults()
    if (found !== undefined) second.addAll(found)
    expect(second.faults()?.count).toBe(1501)
    expect(second.faults()?.kept).toHaveLength(1000)
    expect(second.faults()?.kept.slice(0, 2)).toEqual([fault(0), fault(1)])
  })

  test('sanitises texts only as long as it keeps faults', () => {
    const { add, sparing } = collectFaults()
    const sanitise = sparing(sanitiser('a-secret-of-ours'))
    const texts = ['a@b', 'a-secret-of-ours', 'x'.repeat(20)]
    const shown = ['a@ b', '(withheld: it repeats a secret)', 'xxxxxxxxx…']
    for (let nth = 1; nth < 1000; nth++) add(fault(nth))
    expect(texts.map((text) => sanitise(text, text.startsWith('x') ? 10 : undefined))).toEqual(shown)
    add(fault(1000))
    expect(texts.map((text) => sanitise(text))).toEqual(['', '', ''])
  })

  test('gives what it has so far, which later faults do not change', () => {
    const { add, faults } = collectFaults()
    add(fault(1))
    const early = faults()
    add(fault(2))
    expect(early).toEqual({ kept: [fault(1)], count: 1 })
  })
})

test('one fault is one', () => {
  expect(oneFault(fault(1))).toEqual({ kept: [fault(1)], count: 1 })
})
