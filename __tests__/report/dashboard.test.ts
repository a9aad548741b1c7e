import { describe, expect, test } from '@jest/globals'
import { readBlock, writeBlock } from '../../src/history/block.js'
import type { Outlook } from '../../src/history/ledger.js'
import type { Reading } from '../../src/history/readings.js'
import { chart } from '../../src/report/chart.js'
import { dashboardText } from '../../src/report/dashboard.js'
import { faultsOf, outside, resultOf, TRACE_ID } from '../support/result.js'
import { perPurse } from '../../src/verdict/purses.js'
import { credits } from '../support/purses.js'

const NOW = Date.parse('2026-11-10T06:05:59Z') / 1000
const OUTLOOK: Outlook = {
  readings: [{ at: NOW, credits: credits({ monthly: 600, package: 100 }) }],
  pace: { perDay: 1_400, daysLeft: 5 },
  windows: { 7: 1_400, 30: 306 },
  days: Array.from({ length: 30 }, (_, at) => (at < 20 ? undefined : 700)),
  refill: Date.parse('2026-11-01T23:59:59Z') / 1000,
  now: NOW,
}

function bodyOf(some: Partial<Outlook>): string {
  return dashboardText(resultOf(), { ...OUTLOOK, ...some })?.body ?? ''
}

describe('the dashboard', () => {
  test('in full', () => {
    expect(dashboardText(resultOf(), OUTLOOK)).toEqual({
      title: 'PixVerse credits (Film team)',
      body: `**700 credits left: at 1,400 a day they last 5 days, until 2026-11-15.**

${chart(OUTLOOK)}

| | credits |
|:--|--:|
| Monthly | 600 |
| Package | 100 |
| **Left** | **700** |
| Used a day, last 7 days | 1,400 |
| Used a day, last 30 days | 306 |
| Monthly purse last refilled | 2026-11-01 |

Credits running low? Top up: https://platform.pixverse.ai/billing

<sub>Account <code>Film team</code> · written on 2026-11-10 06:05 UTC by the PixVerse balance gate, which keeps its readings in this text: please do not edit it.</sub>

${writeBlock(OUTLOOK.readings)}
`,
    })
  })

  test('names no account that is called PixVerse', () => {
    expect(dashboardText(resultOf({ account: 'PixVerse' }), OUTLOOK)?.title).toBe('PixVerse credits')
  })

  test('leads to the shop of the region', () => {
    const china = resultOf({ baseUrl: 'https://app-api.pixverseai.cn' })
    expect(dashboardText(china, OUTLOOK)?.body).toContain(
      '\n\nCredits running low? Top up: https://platform.pai.video\n\n',
    )
  })

  test('is none without a balance', () => {
    const read = { kind: 'unknown', faults: faultsOf(), traceId: TRACE_ID } as const
    expect(dashboardText(resultOf({ read }), OUTLOOK)).toBeUndefined()
  })

  test.each<[Partial<Outlook>, string]>([
    [{ pace: undefined }, '700 credits left. How long they last will be known after 3 readings over 2 days.'],
    [{ pace: { perDay: 0, daysLeft: undefined } }, '700 credits left, and no recent use.'],
    [{ pace: { perDay: 701, daysLeft: 0 } }, '700 credits left: at 701 a day they last less than a day.'],
    [{ pace: { perDay: 700, daysLeft: 1 } }, '700 credits left: at 700 a day they last 1 day, until 2026-11-11.'],
    [{ pace: { perDay: 1, daysLeft: 3_650 } }, '700 credits left: at 1 a day they last 3,650 days, until 2036-11-07.'],
    [{ pace: { perDay: 1_000, daysLeft: 3_651 } }, '700 credits left: at 1,000 a day they last more than 10 years.'],
    [
      { pace: { perDay: 1, daysLeft: Number.MAX_SAFE_INTEGER } },
      '700 credits left: at 1 a day they last more than 10 years.',
    ],
  ])('of %j says how long the credits last', (some, sentence) => {
    expect(bodyOf(some).split('\n')[0]).toBe(`**${sentence}**`)
  })

  test('says what is not known yet', () => {
    const rows = bodyOf({ windows: { 7: undefined, 30: undefined }, refill: undefined }).match(/^\|.*\|$/gm)
    expect(rows?.slice(-3)).toEqual([
      '| Used a day, last 7 days | not known yet |',
      '| Used a day, last 30 days | not known yet |',
      '| Monthly purse last refilled | not seen yet |',
    ])
    expect(bodyOf({ windows: { 7: 0, 30: 12 } })).toContain(
      '| Used a day, last 7 days | 0 |\n| Used a day, last 30 days | 12 |',
    )
  })

  test('is short enough for GitHub at its longest, and its history can be read', () => {
    const most = Number.MAX_SAFE_INTEGER
    const readings: readonly Reading[] = Array.from({ length: 448 }, (_, at) => ({
      at: NOW - 448 + at,
      credits: perPurse(() => -most),
      unseen: most,
    }))
    const result = resultOf({ account: '|'.repeat(100) })
    const body = dashboardText(result, { ...OUTLOOK, readings })?.body ?? ''
    expect(body.length).toBeLessThan(60_000)
    expect(readBlock(body)).toEqual({ kind: 'readings', readings })
  })

  test('shows the account as it is', () => {
    const result = resultOf({ account: '<b>`a` @b' })
    expect(dashboardText(result, OUTLOOK)).toMatchObject({ title: `PixVerse credits (${outside('<b>`a` @b')})` })
    expect(dashboardText(result, OUTLOOK)?.body).toContain('Account <code>&#60;b&#62;&#39;a&#39; &#64; b</code>')
  })
})
