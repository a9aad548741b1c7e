import type { Balance } from '../budget/balance.js'
import { pursesUnderFloor, type Result, type Verdict } from '../budget/verdict.js'
import { count, dollars } from './numbers.js'

const TOP_UP = 'https://platform.pixverse.ai'

/** Title of every annotation and report: fixed words, because the runner does not mask titles. */
export const TITLES: Readonly<Record<Verdict, string>> = {
  error: 'PixVerse gate cannot decide',
  skipped: 'PixVerse gate skipped',
  unknown: 'PixVerse balance is not known',
  'over-budget': 'PixVerse plan is over budget',
  low: 'PixVerse credits are too low',
  warn: 'PixVerse credits run low',
  ok: 'PixVerse credits are enough',
}

/** The verdict in one sentence, with its numbers. Nothing in it comes from outside but numbers. */
export function headline(result: Result): string {
  const { verdict, troubles, balance, limits, planned, remaining } = result
  switch (verdict) {
    case 'error':
      return troubles.length === 1
        ? (troubles[0]?.happened ?? '')
        : `${count(troubles.length)} things are wrong, so nothing was checked.`
    case 'skipped':
      return troubles[0]?.happened ?? ''
    case 'unknown':
      return `The balance is not known. ${troubles[0]?.happened ?? ''}`
    case 'over-budget':
      return `The plan costs ${count(planned ?? 0)} credits, more than the ${count(limits.budget ?? 0)} that one run may cost.`
    case 'low':
      return `${left(result)}${need(result)}${lack(result)}.`
    case 'warn':
      return planned === 0
        ? `${left(result)}${need(result)}: enough, but fewer than ${count(limits.warnBelow ?? 0)}.`
        : `${left(result)}${need(result)}: enough, but only ${count(remaining ?? 0)} would remain, fewer than ${count(limits.warnBelow ?? 0)}.`
    case 'ok':
      return `${left(result)}${need(result)}${balance !== undefined && result.required === 0 ? '' : ': enough'}.`
  }
}

function left({ balance }: Result): string {
  return `${credits(balance?.total ?? 0)} left`
}

function need({ required }: Result): string {
  return required === 0 || required === undefined ? '' : `, this run needs ${count(required)}`
}

function lack({ balance, limits, remaining, shortfall }: Result): string {
  const short = `: short by ${count(shortfall ?? 0)}, about ${dollars(shortfall ?? 0)}`
  if (balance === undefined || (remaining ?? 0) < limits.minimum) return short
  return `, but ${underFloor(balance, limits)}${short}`
}

function underFloor(balance: Balance, limits: Result['limits']): string {
  return pursesUnderFloor(balance, limits)
    .map(
      (purse) =>
        `the ${purse} purse has ${count(balance[purse])} of the ${count(limits.floors[purse] ?? 0)} that it must have`,
    )
    .join(' and ')
}

/** What to do now: sentences of ours; links are bare addresses. Empty when there is nothing to do. */
export function advice(result: Result): string[] {
  const { verdict, troubles, balance, limits, shortfall } = result
  switch (verdict) {
    case 'ok':
      return []
    case 'error':
      // Each cure stands with its fault.
      return troubles.length === 1 ? [troubles[0]?.cure ?? ''] : []
    case 'skipped':
    case 'unknown':
      return [troubles[0]?.cure ?? '']
    case 'over-budget':
      return [`Plan less, or raise the budget. ${fitting(result)}`.trim()]
    case 'warn':
      return [`Top up soon: ${TOP_UP}.`]
    case 'low': {
      const monthly = balance !== undefined && balance.monthly < (limits.floors.monthly ?? -Infinity)
      return [
        `Top up ${credits(shortfall ?? 0)} or more: ${TOP_UP}. ${fitting(result)}`.trim(),
        ...(monthly ? ['Monthly credits come with the subscription only: packs do not fill that purse.'] : []),
        ...(balance?.total === 0
          ? ['Credits of the PixVerse app or CLI are another wallet: this gate sees those of the Platform API.']
          : []),
      ]
    }
  }
}

/** How many generations the balance is good for; empty without a plan. */
function fitting({ plan, fits }: Result): string {
  if (plan === undefined || fits === undefined) return ''
  return `Of the ${count(plan.generations)} generations planned, ${fits === 0 ? 'none fits' : `the first ${count(fits)} fit`}.`
}

/** "1 credit", "312 credits". */
export function credits(value: number): string {
  return `${count(value)} ${value === 1 ? 'credit' : 'credits'}`
}
