import type { Fault, Faults } from '../fault.js'
import { join, safe, type SafeText } from '../safe-text.js'
import { FILLED_BY_PACKS } from '../verdict/purses.js'
import type { Need, Result, Standing, UnderFloor, Verdict } from '../verdict/verdict.js'
import { count, counted, dollars, listing } from './format.js'

/** Title of every annotation and report: fixed words, because the runner does not mask titles. */
export const TITLES = {
  error: 'PixVerse gate cannot decide',
  skipped: 'PixVerse gate skipped',
  unknown: 'PixVerse balance is not known',
  'over-budget': 'PixVerse plan is over budget',
  low: 'PixVerse credits are too low',
  warn: 'PixVerse credits run low',
  ok: 'PixVerse credits are enough',
} as const satisfies Readonly<Record<Verdict, string>>

/** A title that says whose credits it is about. Behind "PixVerse", the label PixVerse would say nothing. */
export function titled(title: SafeText, { account }: Result): SafeText {
  return account === 'PixVerse' ? title : safe`${title} (${account})`
}

/** A fault in one sentence: where, what, and, where secrets are masked, which value. */
export function said({ where, message, detail }: Fault, masked: boolean): SafeText {
  const place = where === undefined ? safe`` : safe`\`${where}\`: `
  const value = detail === undefined || !masked ? safe`` : safe`, ${detail}`
  return safe`${place}${message}${value}.`
}

/** The verdict in one sentence, with its numbers. `masked`: whether it is shown where secrets are masked. */
export function headline(result: Result, masked: boolean): SafeText {
  switch (result.verdict) {
    case 'error': {
      const { kept, count: faults } = result.faults
      return faults === 1 ? said(kept[0], masked) : safe`Nothing was checked: ${counted(faults, 'fault')} to fix first.`
    }
    case 'skipped':
    case 'unknown':
      return said(result.faults.kept[0], masked)
    case 'over-budget': {
      const { need, budget, faults } = result
      const unread = faults === undefined ? safe`` : safe` The balance is not known.`
      return safe`The plan costs ${counted(need.planned, 'credit')}${marginIncluded(result)}, ${count(need.planned - budget)} more than the budget of ${count(budget)}.${unread}`
    }
    case 'low':
      return safe`${leftAndNeeded(result)}${floors(result)}: ${lack(result)}.`
    case 'warn':
      return safe`${leftAndNeeded(result)}: enough, but ${butWhy(result)}.`
    case 'ok':
      return safe`${leftAndNeeded(result)}${result.need.required === 0 ? '' : ': enough'}.`
  }
}

/** That an alert is over. */
export function recovery(result: Known): SafeText {
  return safe`${TITLES.ok} again: ${leftAndNeeded(result)}.`
}

/** The faults that the headline does not say. */
export function unsaidFaults(result: Result): Faults | undefined {
  const faults = 'faults' in result ? result.faults : undefined
  return result.verdict === 'over-budget' || (faults?.count ?? 0) > 1 ? faults : undefined
}

type Known = Result & { readonly need: Need; readonly standing: Standing }

function leftAndNeeded({ standing: { balance }, need: { required } }: Known): SafeText {
  const left = safe`${counted(balance.total, 'credit')} left`
  return required === 0 ? left : safe`${left}, this run needs ${count(required)}`
}

function floors({ standing: { underFloor, remaining }, limits: { minimum } }: Known): SafeText {
  if (underFloor.length === 0) return safe``
  return safe`, ${remaining < minimum ? 'and' : 'but'} ${listing(underFloor.map(floorOf))}`
}

function floorOf({ purse, has, floor }: UnderFloor): SafeText {
  return safe`the ${purse} purse has ${count(has)} (its floor is ${count(floor)})`
}

/** Without a price where packs do not cover all of it. */
function lack({ standing: { shortfall, topUp }, region }: Known): SafeText {
  const price = topUp === shortfall ? dollars(shortfall, region) : undefined
  return safe`short by ${count(shortfall)}${price === undefined ? safe`` : safe`, at most ${price}`}`
}

function butWhy({ reason, standing, need }: Result & { verdict: 'warn' }): SafeText {
  if (reason.kind === 'few-days') {
    return safe`${lasting(reason)}, and \`warn-days\` is ${count(reason.warnDays)}`
  }
  const threshold = safe`\`warn-below\` is ${count(reason.warnBelow)}`
  return need.planned === 0 ? threshold : safe`only ${count(standing.remaining)} would remain, and ${threshold}`
}

/** How long the credits last: at 120 a day they last 5 days. */
export function lasting({ perDay, daysLeft }: { perDay: number; daysLeft: number }): SafeText {
  return safe`at ${count(perDay)} a day they last ${daysLeft === 0 ? 'less than a day' : counted(daysLeft, 'day')}`
}

function marginIncluded({ need }: Result & { verdict: 'over-budget' }): SafeText {
  return need.planned === need.plan.cost ? safe`` : safe` with ${need.plan.margin} % margin`
}

/** What to do now: whole sentences; links are bare addresses. Empty when there is nothing to do. */
export function advice(result: Result): readonly SafeText[] {
  switch (result.verdict) {
    case 'ok':
      return budgetWithoutPlan(result)
    case 'error':
      // Of several faults, each has its hint beside it.
      return result.faults.count === 1 ? [result.faults.kept[0].hint] : []
    case 'skipped':
    case 'unknown':
      return [result.faults.kept[0].hint]
    case 'over-budget':
      return [join([safe`Plan less, or raise \`budget\`.`, ...fitting(result)])]
    case 'warn':
      return [safe`Top up soon: ${result.region.topUp}`, ...budgetWithoutPlan(result)]
    case 'low':
      return [
        ...topUp(result),
        ...waitForReset(result),
        ...fitting(result),
        ...otherWallet(result),
        ...budgetWithoutPlan(result),
      ]
  }
}

function topUp({ standing, region }: Known): SafeText[] {
  const { topUp: credits } = standing
  return credits === 0 ? [] : [safe`Top up ${counted(credits, 'credit')} or more: ${region.topUp}`]
}

function waitForReset({ standing: { underFloor }, region }: Known): SafeText[] {
  return underFloor
    .filter(({ purse }) => !FILLED_BY_PACKS[purse])
    .map(
      ({ purse }) =>
        safe`Packs do not fill the ${purse} purse: wait for its reset, or change the subscription: ${region.topUp}`,
    )
}

function otherWallet({ standing: { balance } }: Known): SafeText[] {
  if (balance.total > 0) return []
  return [safe`Credits of the PixVerse app or CLI are in another wallet: the gate reads those of the Platform API.`]
}

/** How far the plan gets; empty when there is none, when it gets to its end, and when it is only one generation. */
function fitting({ need, standing }: Result & { readonly need: Need }): SafeText[] {
  const generations = need.plan?.generations ?? 0
  const fits = standing?.making?.fits ?? generations
  if (generations < 2 || fits === generations) return []
  const which = fits === 0 ? 'none fits' : fits === 1 ? 'only the first fits' : safe`the first ${count(fits)} fit`
  return [safe`Of the ${counted(generations, 'generation')}, ${which}.`]
}

/** An empty plan counts as none; that its budget then holds nothing back must not go unnoticed. */
function budgetWithoutPlan({ need: { plan }, limits: { budget } }: Known): SafeText[] {
  return plan !== undefined || budget === undefined
    ? []
    : [safe`The budget of ${counted(budget, 'credit')} has no effect without a plan.`]
}
