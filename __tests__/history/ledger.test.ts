import { describe, expect, test } from '@jest/globals'
import { writeBlock } from '../../src/history/block.js'
import { openLedger } from '../../src/history/ledger.js'
import { DAY, type Reading } from '../../src/history/readings.js'
import { balanceOf, credits } from '../support/purses.js'

const START = 20_000 * DAY

/** A reading a day of the monthly purse alone, the first one at the start. */
function daily(...amounts: readonly number[]): Reading[] {
  return amounts.map((monthly, day) => ({ at: START + day * DAY, credits: credits({ monthly }) }))
}

function outlook(issueBody: string, monthly: number, day: number) {
  const ledger = openLedger(issueBody)
  if (ledger.kind === 'unreadable') throw new Error(ledger.why)
  return ledger.outlook(balanceOf({ monthly }), new Date((START + day * DAY) * 1000 + 999))
}

describe('a ledger', () => {
  test('begins with the first balance', () => {
    const { readings, pace, windows, refill, now } = outlook('', 90, 0)
    expect(readings).toEqual(daily(90))
    expect([pace, refill, now]).toEqual([undefined, undefined, START])
    expect(windows).toEqual({ 7: undefined, 30: undefined })
  })

  test('goes on with what the issue holds', () => {
    const { readings, pace, days } = outlook(`Text.\n${writeBlock(daily(100, 90))}\n`, 80, 2)
    expect(readings).toEqual(daily(100, 90, 80))
    expect(pace).toEqual({ perDay: 10, daysLeft: 8 })
    expect(days.slice(-4)).toEqual([undefined, 100, 90, 80])
  })

  test('knows a pace of 0 that never ends', () => {
    expect(outlook(writeBlock(daily(80, 80)), 80, 2).pace).toEqual({ perDay: 0, daysLeft: undefined })
  })

  test.each([
    ['without a block', 'Somebody deleted the rest.', 'it is missing'],
    ['with two blocks', `${writeBlock(daily(1))}\n${writeBlock(daily(2))}`, 'there is more than one block'],
  ])('does not begin anew in an issue %s', (_, issueBody, why) => {
    expect(openLedger(issueBody)).toEqual({ kind: 'unreadable', why })
  })
})
