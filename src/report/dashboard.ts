import { writeBlock } from '../history/block.js'
import type { Outlook } from '../history/ledger.js'
import { safe, type SafeText } from '../safe-text.js'
import type { DashboardText } from '../surfaces.js'
import type { Result } from '../verdict/verdict.js'
import { balanceRows, creditTable, row, type Row } from './balance-table.js'
import { chart } from './chart.js'
import { count, counted } from './format.js'
import { code, prose } from './markup.js'
import { lasting, titled } from './messages.js'
import { DAY, day, minute } from './time.js'

/** The dashboard issue: what is left, how it went, how long it lasts. Undefined when there is nothing to show. */
export function dashboardText(result: Result, outlook: Outlook): DashboardText | undefined {
  const { standing, account, region } = result
  if (standing === undefined) return undefined
  const { balance } = standing
  const body = [
    `**${prose(headline(balance.total, outlook))}**`,
    chart(outlook),
    creditTable([...balanceRows(balance), ...paceRows(outlook), ...refillRow(outlook)]),
    `Credits running low? Top up: ${region.topUp}`,
    `<sub>Account ${code(account)} · written on ${minute(outlook.now)} UTC by the PixVerse balance gate, which keeps its readings in this text: please do not edit it.</sub>`,
    writeBlock(outlook.readings),
  ]
  return { title: titled(safe`PixVerse credits`, result), body: `${body.join('\n\n')}\n` }
}

/** Beyond, a date says nothing. */
const DAYS_MAX = 3650

function headline(total: number, { pace, now }: Outlook): SafeText {
  const left = safe`${counted(total, 'credit')} left`
  if (pace === undefined) return safe`${left}. How long they last will be known after 3 readings over 2 days.`
  const { perDay, daysLeft } = pace
  if (daysLeft === undefined) return safe`${left}, and no recent use.`
  if (daysLeft > DAYS_MAX) return safe`${left}: at ${count(perDay)} a day they last more than 10 years.`
  const end = daysLeft === 0 ? safe`` : safe`, until ${day(now + daysLeft * DAY)}`
  return safe`${left}: ${lasting({ perDay, daysLeft })}${end}.`
}

function paceRows({ windows }: Outlook): readonly Row[] {
  const pace = (days: 7 | 30): Row => {
    const perDay = windows[days]
    return row(safe`Used a day, last ${days} days`, perDay === undefined ? safe`not known yet` : count(perDay))
  }
  return [pace(7), pace(30)]
}

function refillRow({ refill }: Outlook): readonly Row[] {
  return [row(safe`Monthly purse last refilled`, refill === undefined ? safe`not seen yet` : day(refill))]
}
