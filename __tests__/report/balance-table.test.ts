import { expect, test } from '@jest/globals'
import { balanceTable } from '../../src/report/balance-table.js'
import { faultsOf, resultOf, type SomeResult, TRACE_ID } from '../support/result.js'

const unknown = { kind: 'unknown', faults: faultsOf(), traceId: TRACE_ID } as const
const BALANCE = ['Monthly | 600', 'Package | 100', '**Left** | **700**']

test('is a table of two columns', () => {
  expect(balanceTable(resultOf())).toBe(
    '| | credits |\n|:--|--:|\n| Monthly | 600 |\n| Package | 100 |\n| **Left** | **700** |',
  )
})

test.each<[SomeResult, readonly string[]]>([
  [{ minimum: 1_480 }, [...BALANCE, 'Minimum | 1,480', '**Short** | **780**']],
  [{ plan: {} }, [...BALANCE, 'Plan | 45', '**Remaining after the plan** | **655**']],
  [
    { plan: { lines: [{ each: 556 }], margin: 5 }, minimum: 250 },
    [
      ...BALANCE,
      'Plan, with 5 % margin | 584',
      '**Remaining after the plan** | **116**',
      'Minimum | 250',
      '**Short** | **134**',
    ],
  ],
  [{ plan: { lines: [] } }, [...BALANCE, 'Plan | 0']],
  [
    { plan: { lines: [{ each: 650 }] }, budget: 400 },
    [...BALANCE, 'Plan | 650', 'Budget | 400', '**Remaining after the plan** | **50**'],
  ],
  [
    { plan: { lines: [{ each: 650 }] }, budget: 1_000 },
    [...BALANCE, 'Plan | 650', '**Remaining after the plan** | **50**'],
  ],
  [{ warnBelow: 1_000, minimum: 5 }, [...BALANCE, 'Minimum | 5', 'Warn below | 1,000']],
  [{ warnBelow: 10 }, BALANCE],
  [
    { floors: { monthly: 1_000, package: 250 } },
    [...BALANCE, 'Floor of the monthly purse | 1,000', 'Floor of the package purse | 250', '**Short** | **550**'],
  ],
  [{ floors: { monthly: 600 } }, BALANCE],
  [
    { warnDays: 7, pace: { perDay: 1_400, daysLeft: 0 } },
    [...BALANCE, 'Lasts, at 1,400 credits a day | 0 days', 'Warn below | 7 days'],
  ],
  [{ warnDays: 7, pace: { perDay: 1, daysLeft: 700 } }, [...BALANCE, 'Lasts, at 1 credit a day | 700 days']],
  [{ pace: { perDay: 0, daysLeft: undefined } }, BALANCE],
  [{ read: unknown, minimum: 480 }, ['Minimum | 480']],
  [{ read: unknown, plan: {} }, ['Plan | 45']],
  [{ read: unknown, plan: {}, minimum: 480 }, ['Plan | 45', 'Minimum | 480', '**Needed** | **525**']],
])('of %j has the rows %j', (some, rows) => {
  expect(balanceTable(resultOf(some))?.split('\n').slice(2)).toEqual(rows.map((row) => `| ${row} |`))
})

test('is none when no number is known', () => {
  expect(balanceTable(resultOf({ read: { kind: 'misused', faults: faultsOf() } }))).toBeUndefined()
  expect(balanceTable(resultOf({ read: unknown }))).toBeUndefined()
})
