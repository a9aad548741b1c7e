import { safe, type SafeText } from '../safe-text.js'
import type { Markdown } from '../surfaces.js'
import { type Balance, PURSES } from '../verdict/purses.js'
import type { Need, Result, Standing } from '../verdict/verdict.js'
import { capital, count, counted } from './format.js'
import { prose, table } from './markup.js'

export type Row = readonly [Markdown, Markdown]

/** The numbers behind the verdict, in the order in which they are worked out. Undefined when none is known. */
export function balanceTable(result: Result): Markdown | undefined {
  const { need, standing } = result
  const rows = [
    ...(standing === undefined ? [] : balanceRows(standing.balance)),
    ...(need === undefined ? [] : needRows(result, need)),
    ...(standing === undefined ? [] : decisiveRows(result, standing)),
  ]
  return rows.length === 0 ? undefined : creditTable(rows)
}

export function creditTable(rows: readonly Row[]): Markdown {
  return table([':--', '--:'], ['', 'credits'], rows)
}

/** What is in each purse, and their sum. */
export function balanceRows(balance: Balance): readonly Row[] {
  return [...PURSES.map((purse) => row(capital(purse), count(balance[purse]))), bold(safe`Left`, balance.total)]
}

export function row(label: SafeText, value: SafeText): Row {
  return [prose(label), value]
}

function bold(label: SafeText, credits: number): Row {
  return [`**${label}**`, `**${count(credits)}**`]
}

function needRows(result: Result, { planned, required, plan }: Need): readonly Row[] {
  const {
    standing,
    limits: { minimum },
  } = result
  const margin = plan === undefined || planned === plan.cost ? safe`` : safe`, with ${plan.margin} % margin`
  return [
    ...(plan === undefined ? [] : [row(safe`Plan${margin}`, count(planned))]),
    ...(result.verdict === 'over-budget' ? [row(safe`Budget`, count(result.budget))] : []),
    ...(standing === undefined || planned === 0 ? [] : [bold(safe`Remaining after the plan`, standing.remaining)]),
    ...(minimum === 0 ? [] : [row(safe`Minimum`, count(minimum))]),
    ...(standing === undefined && planned > 0 && minimum > 0 ? [bold(safe`Needed`, required)] : []),
  ]
}

/** What the verdict was about. */
function decisiveRows(result: Result, { underFloor, shortfall, pace }: Standing): readonly Row[] {
  const reason = result.verdict === 'warn' ? result.reason : undefined
  return [
    ...(reason?.kind === 'few-credits' ? [row(safe`Warn below`, count(reason.warnBelow))] : []),
    ...underFloor.map(({ purse, floor }) => row(safe`Floor of the ${purse} purse`, count(floor))),
    ...(shortfall === 0 ? [] : [bold(safe`Short`, shortfall)]),
    ...(pace?.daysLeft === undefined
      ? []
      : [row(safe`Lasts, at ${counted(pace.perDay, 'credit')} a day`, counted(pace.daysLeft, 'day'))]),
    ...(reason?.kind === 'few-days' ? [row(safe`Warn below`, counted(reason.warnDays, 'day'))] : []),
  ]
}
