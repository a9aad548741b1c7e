import { safe, type SafeText } from '../safe-text.js'
import type { Markdown } from '../surfaces.js'
import type { Need, Result, Standing } from '../verdict/verdict.js'
import { count, counted } from './format.js'
import { prose } from './markup.js'

/** Squares of a line: more would wrap on a phone, where length means nothing any more. */
const WIDTH = 10

/** Blue is what is needed and there; the colour of the rest is the verdict. */
const [THERE, SPARE, SOON, MISSING] = ['🟦', '🟩', '🟨', '🟥'] as const

/**
 * Answers "enough, and by how much?" at a glance: a line of squares for each limit that decided, with its numbers behind
 * it for where there are no squares. Nothing when there is no balance, or nothing is needed.
 */
export function gauges(result: Result): readonly Markdown[] {
  if (result.verdict === 'over-budget') return [overBudget(result)]
  if (result.verdict === 'warn') return [warning(result)]
  if (result.standing === undefined) return []
  const { standing, need, limits } = result
  const short = [
    ...(standing.remaining < limits.minimum ? [shortOf(need, standing)] : []),
    ...standing.underFloor.map(({ purse, has, floor }) =>
      toLimit(has, floor, MISSING, safe`${count(has)} of ${count(floor)} (floor of the ${purse} purse)`),
    ),
  ]
  return short.length > 0 || need.required === 0 ? short : [spare(need, standing)]
}

function overBudget({ budget, need: { planned } }: Result & { verdict: 'over-budget' }): Markdown {
  const caption = safe`${count(budget)} of ${count(planned)} planned are within the budget`
  return toLimit(budget, planned, MISSING, caption)
}

function warning({ reason, standing }: Result & { verdict: 'warn' }): Markdown {
  if (reason.kind === 'few-days') {
    const { daysLeft, warnDays } = reason
    return toLimit(daysLeft, warnDays, SOON, safe`${count(daysLeft)} of ${counted(warnDays, 'day')} (\`warn-days\`)`)
  }
  const { warnBelow } = reason
  const caption = safe`${count(standing.remaining)} of ${count(warnBelow)} (\`warn-below\`)`
  return toLimit(standing.remaining, warnBelow, SOON, caption)
}

function shortOf({ required }: Need, { balance: { total } }: Standing): Markdown {
  return toLimit(total, required, MISSING, safe`${count(total)} of ${count(required)} needed`)
}

/** How much of a limit is there, when not all of it is. */
function toLimit(has: number, limit: number, missing: string, caption: SafeText): Markdown {
  const share = has > 0 ? Math.max(1, Math.floor((WIDTH * has) / limit)) : 0
  return squares(Math.min(share, WIDTH - 1), missing, caption)
}

/** How much of the balance the run takes or holds back, and for how many such runs there is enough. */
function spare({ planned, required }: Need, { balance: { total } }: Standing): Markdown {
  const left = total - required
  const share = Math.ceil((WIDTH * required) / total)
  const runs = planned === 0 ? 1 : 1 + Math.floor(left / planned)
  const enough =
    runs > 1
      ? safe`enough for ${counted(runs, 'run')} like this`
      : safe`${left === 0 ? 'nothing' : count(left)} to spare`
  return squares(left === 0 ? WIDTH : Math.min(share, WIDTH - 1), SPARE, enough)
}

function squares(there: number, rest: string, caption: SafeText): Markdown {
  return `${THERE.repeat(there)}${rest.repeat(WIDTH - there)} ${prose(caption)}`
}
