import { describe, expect, test } from '@jest/globals'
import { advice, headline, lasting, recovery, said, titled, unsaidFaults } from '../../src/report/messages.js'
import { safe } from '../../src/safe-text.js'
import type { BalanceRead } from '../../src/verdict/verdict.js'
import { FAULT, faultsOf, outside, resultOf, type SomeResult, TRACE_ID } from '../support/result.js'

const DETAIL = { detail: safe`but is \`${outside('11')}\`` }
const TWO = faultsOf(DETAIL, {})
const unknown = { kind: 'unknown', faults: faultsOf(DETAIL), traceId: TRACE_ID } as const
const TOP_UP = 'https://platform.pixverse.ai/billing'
const WALLET = 'Credits of the PixVerse app or CLI are in another wallet: the gate reads those of the Platform API.'
const FILM = { lines: [{ each: 60, count: 4 }, { each: 150, count: 2 }, { each: 16 }] }

describe('a fault', () => {
  test.each([
    [{}, 'It happened.', 'It happened.'],
    [DETAIL, 'It happened, but is `11`.', 'It happened.'],
    [{ where: outside('a.json, item 3') }, '`a.json, item 3`: It happened.', '`a.json, item 3`: It happened.'],
  ])('%j is said: %s Where nothing is masked: %s', (fault, masked, open) => {
    expect([said({ ...FAULT, ...fault }, true), said({ ...FAULT, ...fault }, false)]).toEqual([masked, open])
  })
})

describe('a title', () => {
  test('names the account', () => {
    expect(titled(safe`PixVerse credits`, resultOf({ account: 'Film team' }))).toBe('PixVerse credits (Film team)')
  })

  test('says PixVerse once', () => {
    expect(titled(safe`PixVerse credits`, resultOf({ account: 'PixVerse' }))).toBe('PixVerse credits')
  })
})

/** What is said of each state, and what to do. */
test.each<[SomeResult, string, readonly string[]]>([
  [{}, '700 credits left.', []],
  [{ monthly: 1, package: 0 }, '1 credit left.', []],
  [{ minimum: 480 }, '700 credits left, this run needs 480: enough.', []],
  [{ minimum: 480, monthly: 1_000_000, package: 72_650 }, '1,072,650 credits left, this run needs 480: enough.', []],
  [{ budget: 500 }, '700 credits left.', ['The budget of 500 credits has no effect without a plan.']],
  [{ budget: 500, plan: {} }, '700 credits left, this run needs 45: enough.', []],
  // Few credits.
  [{ warnBelow: 1_000 }, '700 credits left: enough, but `warn-below` is 1,000.', [`Top up soon: ${TOP_UP}`]],
  [
    { warnBelow: 1_000, minimum: 200, budget: 1 },
    '700 credits left, this run needs 200: enough, but `warn-below` is 1,000.',
    [`Top up soon: ${TOP_UP}`, 'The budget of 1 credit has no effect without a plan.'],
  ],
  [
    { warnBelow: 1_000, plan: FILM },
    '700 credits left, this run needs 556: enough, but only 144 would remain, and `warn-below` is 1,000.',
    [`Top up soon: ${TOP_UP}`],
  ],
  [
    { warnDays: 7, pace: { perDay: 1_400, daysLeft: 0 } },
    '700 credits left: enough, but at 1,400 a day they last less than a day, and `warn-days` is 7.',
    [`Top up soon: ${TOP_UP}`],
  ],
  [
    { warnDays: 7, pace: { perDay: 140, daysLeft: 5 }, plan: {} },
    '700 credits left, this run needs 45: enough, but at 140 a day they last 5 days, and `warn-days` is 7.',
    [`Top up soon: ${TOP_UP}`],
  ],
  // Too few.
  [
    { minimum: 868, onLow: 'warn' },
    '700 credits left, this run needs 868: short by 168, at most $1.68.',
    [`Top up 168 credits or more: ${TOP_UP}`],
  ],
  [
    { minimum: 701, budget: 9 },
    '700 credits left, this run needs 701: short by 1, at most $0.01.',
    [`Top up 1 credit or more: ${TOP_UP}`, 'The budget of 9 credits has no effect without a plan.'],
  ],
  [
    { minimum: 868, baseUrl: 'https://app-api.pixverseai.cn' },
    '700 credits left, this run needs 868: short by 168.',
    ['Top up 168 credits or more: https://platform.pai.video'],
  ],
  [
    { monthly: 0, package: 0, minimum: 1 },
    '0 credits left, this run needs 1: short by 1, at most $0.01.',
    [`Top up 1 credit or more: ${TOP_UP}`, WALLET],
  ],
  [
    { monthly: -5, package: 0 },
    '-5 credits left: short by 5, at most $0.05.',
    [`Top up 5 credits or more: ${TOP_UP}`, WALLET],
  ],
  [
    { monthly: 1, package: 0, minimum: 2 },
    '1 credit left, this run needs 2: short by 1, at most $0.01.',
    [`Top up 1 credit or more: ${TOP_UP}`],
  ],
  // How far the plan gets.
  [
    { plan: FILM, minimum: 250 },
    '700 credits left, this run needs 806: short by 106, at most $1.06.',
    [`Top up 106 credits or more: ${TOP_UP}`, 'Of the 7 generations, the first 5 fit.'],
  ],
  [
    { plan: FILM, minimum: 600 },
    '700 credits left, this run needs 1,156: short by 456, at most $4.56.',
    [`Top up 456 credits or more: ${TOP_UP}`, 'Of the 7 generations, only the first fits.'],
  ],
  [
    { plan: FILM, minimum: 650 },
    '700 credits left, this run needs 1,206: short by 506, at most $5.06.',
    [`Top up 506 credits or more: ${TOP_UP}`, 'Of the 7 generations, none fits.'],
  ],
  [
    { plan: { lines: [{ each: 400, count: 2 }] } },
    '700 credits left, this run needs 800: short by 100, at most $1.00.',
    [`Top up 100 credits or more: ${TOP_UP}`, 'Of the 2 generations, only the first fits.'],
  ],
  [
    { plan: { lines: [{ each: 800 }] } },
    '700 credits left, this run needs 800: short by 100, at most $1.00.',
    [`Top up 100 credits or more: ${TOP_UP}`],
  ],
  // Floors.
  [
    { floors: { package: 250 } },
    '700 credits left, but the package purse has 100 (its floor is 250): short by 150, at most $1.50.',
    [`Top up 150 credits or more: ${TOP_UP}`],
  ],
  [
    { floors: { package: 250 }, plan: FILM },
    '700 credits left, this run needs 556, but the package purse has 100 (its floor is 250): short by 150, at most $1.50.',
    [`Top up 150 credits or more: ${TOP_UP}`],
  ],
  [
    { floors: { monthly: 1_000 }, minimum: 700 },
    '700 credits left, this run needs 700, but the monthly purse has 600 (its floor is 1,000): short by 400.',
    [`Packs do not fill the monthly purse: wait for its reset, or change the subscription: ${TOP_UP}`],
  ],
  [
    { floors: { monthly: 1_000, package: 250 } },
    '700 credits left, but the monthly purse has 600 (its floor is 1,000) and the package purse has 100 (its floor is 250): short by 550.',
    [
      `Top up 150 credits or more: ${TOP_UP}`,
      `Packs do not fill the monthly purse: wait for its reset, or change the subscription: ${TOP_UP}`,
    ],
  ],
  [
    { floors: { monthly: 1_000 }, minimum: 705 },
    '700 credits left, this run needs 705, and the monthly purse has 600 (its floor is 1,000): short by 400.',
    [
      `Top up 5 credits or more: ${TOP_UP}`,
      `Packs do not fill the monthly purse: wait for its reset, or change the subscription: ${TOP_UP}`,
    ],
  ],
  // Over the budget.
  [
    { plan: FILM, budget: 400 },
    'The plan costs 556 credits, 156 more than the budget of 400.',
    ['Plan less, or raise `budget`. Of the 7 generations, the first 5 fit.'],
  ],
  [
    { plan: { ...FILM, margin: 5 }, budget: 560 },
    'The plan costs 584 credits with 5 % margin, 24 more than the budget of 560.',
    ['Plan less, or raise `budget`. Of the 7 generations, the first 5 fit.'],
  ],
  [
    { plan: FILM, budget: 400, read: unknown },
    'The plan costs 556 credits, 156 more than the budget of 400. The balance is not known.',
    ['Plan less, or raise `budget`.'],
  ],
  // No balance.
  [{ read: unknown, plan: FILM }, 'It happened, but is `11`.', ['Repair it.']],
  [{ read: { kind: 'skipped', faults: faultsOf() } }, 'It happened.', ['Repair it.']],
  [{ read: { kind: 'misused', faults: faultsOf(DETAIL) } }, 'It happened, but is `11`.', ['Repair it.']],
  [{ read: { kind: 'misused', faults: TWO } }, 'Nothing was checked: 2 faults to fix first.', []],
  [
    { read: { kind: 'misused', faults: { ...TWO, count: 1_234 } } },
    'Nothing was checked: 1,234 faults to fix first.',
    [],
  ],
  [
    { read: { kind: 'refused', faults: faultsOf(DETAIL), traceId: TRACE_ID } },
    'It happened, but is `11`.',
    ['Repair it.'],
  ],
])('of %j is said: %s', (some, sentence, todo) => {
  const result = resultOf(some)
  expect([headline(result, true), advice(result)]).toEqual([sentence, todo])
})

test.each<BalanceRead>([unknown, { kind: 'misused', faults: faultsOf(DETAIL) }, { ...unknown, kind: 'refused' }])(
  'where nothing is masked, nobody is quoted: %j',
  (read) => {
    expect(headline(resultOf({ read }), false)).toBe('It happened.')
  },
)

test('the end of an alert says what is left', () => {
  const result = resultOf({ minimum: 480 })
  if (result.verdict !== 'ok') throw new Error(result.verdict)
  expect(recovery(result)).toBe('PixVerse credits are enough again: 700 credits left, this run needs 480.')
})

test.each([
  [1, 1, 'at 1 a day they last 1 day'],
  [1_400, 3_650, 'at 1,400 a day they last 3,650 days'],
  [1_400, 0, 'at 1,400 a day they last less than a day'],
])('%d a day for %d days: %s', (perDay, daysLeft, text) => {
  expect(lasting({ perDay, daysLeft })).toBe(text)
})

describe('faults that the headline does not say', () => {
  test.each<[string, SomeResult, number | undefined]>([
    ['none without faults', {}, undefined],
    ['none of one', { read: { kind: 'misused', faults: faultsOf() } }, undefined],
    ['all of several', { read: { kind: 'misused', faults: TWO } }, 2],
    ['why a plan over its budget has no balance', { plan: FILM, budget: 1, read: unknown }, 1],
    ['none when it has', { plan: FILM, budget: 1 }, undefined],
  ])('%s', (_, some, faults) => {
    expect(unsaidFaults(resultOf(some))?.count).toBe(faults)
  })
})
