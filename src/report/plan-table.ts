import type { PlanLine, PricedPlan } from '../plan/plan.js'
import type { Markdown } from '../surfaces.js'
import type { Result } from '../verdict/verdict.js'
import { count, shorten } from './format.js'
import { code, fold, table } from './markup.js'
import { BY_PLAN, madeAlready, planTotal, restOf } from './plan-notes.js'

/**
 * The priced plan in its own order, in a fold. When not all of it fits, each line says how much of it does.
 * @param most lines to show
 */
export function planTable({ need, standing }: Result, most: number): readonly Markdown[] {
  const plan = need?.plan
  if (plan === undefined) return []
  if (plan.generations === 0) return [['The plan has nothing to generate.', ...madeAlready(plan)].join(' ')]
  const fits = standing?.making?.fits ?? plan.generations
  return [...madeAlready(plan), fold(`The plan: ${planTotal(plan)}`, linesTable(plan, fits, most))]
}

/** The column `fits` is left out when all of it does. */
function linesTable(plan: PricedPlan, fits: number, most: number): Markdown {
  const fitting = plan.lineFits(fits)
  const { listed, more } = shorten(plan.lines, undefined, most)
  const rest = plan.lines.slice(listed.length)
  const [restCount, restCredits] = [sum(rest.map((line) => line.count)), sum(rest.map((line) => line.credits))]
  return table(
    [':--', '--:', ...(fits === plan.generations ? [] : [':-:' as const])],
    ['generation', 'credits', 'fits'],
    [
      ...listed.map((line, at) => [lineTitle(line), count(line.credits), mark(fitting[at], line.count)]),
      ...(more === 0 ? [] : [[restOf(rest), count(restCredits), mark(sum(fitting.slice(listed.length)), restCount)]]),
      ['**Total**', `**${count(plan.cost)}**`, `**${count(fits)}/${count(plan.generations)}**`],
    ],
  )
}

/** Characters of a name that a narrow screen has room for. */
const NAME_MAX = 40

function lineTitle({ what, name, count: times, each, by }: PlanLine): Markdown {
  const price = `${count(times)} x ${count(each)}${by === 'plan' ? `, ${BY_PLAN}` : ''}`
  return [...(name === '' ? [] : [code(name, NAME_MAX)]), code(what), price].join('<br>')
}

function mark(fits: number | undefined, of: number): Markdown {
  return fits === of ? '✅' : fits === undefined || fits === 0 ? '❌' : `${count(fits)}/${count(of)}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
