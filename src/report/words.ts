import { FILLED_BY_PACKS } from '../budget/purses.js'
import type { Decided, Result, UnderFloor, Verdict } from '../budget/verdict.js'
import { count, counted, dollars } from './numbers.js'

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
  switch (result.verdict) {
    case 'error':
      return result.troubles.length === 1
        ? result.troubles[0].happened
        : 'Several inputs or items of the plan are wrong, so nothing was checked.'
    case 'skipped':
    case 'unknown':
      return result.troubles[0].happened
    case 'over-budget':
      return `The plan costs ${counted(result.planned, 'credit')}, more than the ${count(result.budget)} that one run may cost.`
    case 'low':
      return `${leftAndNeeded(result)}${lack(result)}.`
    case 'warn': {
      const { planned, remaining, warnBelow } = result
      const few =
        planned === 0
          ? `fewer than ${count(warnBelow)}`
          : `only ${count(remaining)} would remain, fewer than ${count(warnBelow)}`
      return `${leftAndNeeded(result)}: enough, but ${few}.`
    }
    case 'ok':
      return `${leftAndNeeded(result)}${result.required === 0 ? '' : ': enough'}.`
  }
}

function leftAndNeeded({ balance, required }: Decided): string {
  const left = `${counted(balance.total, 'credit')} left`
  return required === 0 ? left : `${left}, this run needs ${count(required)}`
}

function lack({ remaining, limits, shortfall, underFloor }: Decided): string {
  const short = `: short by ${count(shortfall)}, about ${dollars(shortfall)}`
  return remaining < limits.minimum ? short : `, but ${underFloor.map(floorOf).join(' and ')}${short}`
}

function floorOf({ purse, has, floor }: UnderFloor): string {
  return `the ${purse} purse has ${count(has)} of the ${count(floor)} that it must have`
}

/** What to do now: sentences of ours; links are bare addresses. Empty when there is nothing to do. */
export function advice(result: Result): string[] {
  switch (result.verdict) {
    case 'ok':
      return budgetWithoutPlan(result)
    case 'error':
      // Of several faults, each has its cure beside it.
      return result.troubles.length === 1 ? [result.troubles[0].cure] : []
    case 'skipped':
    case 'unknown':
      return [result.troubles[0].cure]
    case 'over-budget':
      return [`Plan less, or raise the budget.${fitting(result)}`]
    case 'warn':
      return [`Top up soon: ${TOP_UP}.`, ...budgetWithoutPlan(result)]
    case 'low':
      return [
        ...(result.topUp > 0
          ? [`Top up ${counted(result.topUp, 'credit')} or more: ${TOP_UP}.${fitting(result)}`]
          : []),
        ...result.underFloor
          .filter(({ purse }) => !FILLED_BY_PACKS[purse])
          .map(
            ({ purse }) =>
              `Packs do not fill the ${purse} purse: wait for its reset, or change the subscription on ${TOP_UP}.`,
          ),
        ...(result.balance.total === 0
          ? ['Credits of the PixVerse app or CLI are another wallet: this gate sees those of the Platform API.']
          : []),
        ...budgetWithoutPlan(result),
      ]
  }
}

/** How far the plan gets; empty when there is none, or when it would get to its end. */
function fitting({ plan, fits }: Decided): string {
  if (plan === undefined || fits === undefined || fits === plan.generations) return ''
  const planned = counted(plan.generations, 'generation')
  if (fits === 0) return ` Of ${planned} planned, none fits.`
  return ` Of ${planned}, in the order of the plan, ${fits === 1 ? 'only the first fits' : `the first ${count(fits)} fit`}.`
}

/** An empty plan is not given; that its budget then holds nothing back must not go unnoticed. */
function budgetWithoutPlan({ plan, limits: { budget } }: Decided): string[] {
  return plan !== undefined || budget === undefined
    ? []
    : [`No plan is given, so the budget of ${counted(budget, 'credit')} holds nothing back.`]
}
