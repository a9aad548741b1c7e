import { perPurse, type Purse, PURSES } from '../budget/purses.js'
import type { PricedPlan } from '../budget/plan.js'
import type { Result } from '../budget/verdict.js'
import type { Trouble } from '../budget/trouble.js'
import { code } from './escape.js'
import { LISTED_MAX } from './log.js'
import { count, counted } from './numbers.js'
import { advice, headline, TITLES } from './words.js'

const PRICE_PAGE = 'https://docs.platform.pixverse.ai/pricing-796039m0'

/** The job summary. */
export function summary(result: Result): string {
  const { traceId } = result
  const notes = [...facts(result), ...(traceId === undefined ? [] : [`trace id <code>${traceId}</code>`])]
  return document(result, [...told(result, true), ...body(result), footer(notes)])
}

/**
 * The pull request comment, and the text of the alert issue. Nothing masks it, so it has no message of PixVerse in it,
 * and no value of an input that is wrong; and nothing that changes from run to run but the numbers, so that equal text
 * means no news.
 */
export function comment(result: Result, prefix = ''): string {
  return document(result, [...told(result, false), ...body(result), footer(facts(result))], prefix)
}

/** Title of the alert issue. */
export function alertTitle({ verdict, account }: Result): string {
  return `${TITLES[verdict]} (${account})`
}

/** What is said in the alert issue when it gets worse, and when all is well again. */
export function alertComment(result: Result): string {
  return [`**${TITLES[result.verdict]}.** ${headline(result)}`, ...advice(result)].join('\n\n')
}

function document(result: Result, parts: readonly string[], prefix = ''): string {
  const quote = [`**${headline(result)}**`, ...advice(result)].join('\n\n')
  const alert = `> [!${alertKind(result)}]\n${quote.replace(/^/gm, '> ')}`
  return `${[`### ${prefix}${TITLES[result.verdict]}`, alert, ...parts].filter((part) => part !== '').join('\n\n')}\n`
}

function alertKind({ verdict, passes }: Result): string {
  if (verdict === 'ok') return 'TIP'
  if (verdict === 'skipped') return 'NOTE'
  return passes ? 'WARNING' : 'CAUTION'
}

function body(result: Result): string[] {
  return [chart(result), ...(result.plan === undefined ? [] : [planFold(result.plan)])]
}

const WIDTH = 24

/** A table whose last column is a bar chart on one scale: purses, what is left, what is needed, what is short. */
function chart(result: Result): string {
  const { planned, required, limits, plan } = result
  const scale = Math.max('balance' in result ? result.balance.total : 0, required ?? 0, 1)
  const bar = (value: number, square: string): string =>
    value <= 0 ? '' : square.repeat(Math.max(1, Math.round((value / scale) * WIDTH)))
  const row = (label: string, value: number, squares: string): string => `| ${label} | ${count(value)} | ${squares} |`
  const bold = (label: string, value: number, squares: string): string =>
    `| **${label}** | **${count(value)}** | ${squares} |`

  const rows: string[] = []
  if ('balance' in result) {
    const { balance } = result
    const squares = perPurse((purse) => bar(balance[purse], PURSE_SQUARES[purse]))
    rows.push(...PURSES.map((purse) => row(capital(purse), balance[purse], squares[purse])))
    rows.push(bold('Left', balance.total, PURSES.map((purse) => squares[purse]).join('')))
  } else if (required !== undefined && required > 0) rows.push('| **Left** | not known | |')
  if (planned !== undefined && required !== undefined && required > 0) {
    const parts: (readonly [string, number, string])[] = [
      ...(plan === undefined ? [] : [['Plan', planned, bar(planned, '🟨')] as const]),
      ...(limits.minimum === 0 ? [] : [['Minimum', limits.minimum, bar(limits.minimum, '🟧')] as const]),
    ]
    if (parts.length > 1) rows.push(...parts.map((part) => row(...part)))
    rows.push(bold('Needed', required, parts.map(([, , squares]) => squares).join('')))
  }
  if ('budget' in result) rows.push(row('Budget', result.budget, bar(result.budget, '🟫')))
  if ('shortfall' in result && result.shortfall > 0)
    rows.push(bold('Short', result.shortfall, bar(result.shortfall, '🟥')))
  if ('spent' in result && result.spent !== undefined) {
    rows.push(row('Spent since the baseline', result.spent.credits, bar(result.spent.credits, '⬜')))
  }
  return rows.length === 0 ? '' : ['| | credits | |', '|:--|--:|:--|', ...rows].join('\n')
}

/** The chart has 🟨, 🟧, 🟫, 🟥 and ⬜ for what is not a purse. */
const PURSE_SQUARES: Readonly<Record<Purse, string>> = { monthly: '🟦', package: '🟪' }

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function planFold(plan: PricedPlan): string {
  if (plan.generations === 0) return 'The plan has nothing to generate.'
  const margin = plan.planned === plan.cost ? '' : `, ${count(plan.planned)} with ${plan.margin} % margin`
  const listed = plan.lines.slice(0, LISTED_MAX)
  const rest = plan.lines.slice(LISTED_MAX)
  const sum = (lines: readonly PricedPlan['lines'][number][], field: 'count' | 'credits'): string =>
    count(lines.reduce((total, line) => total + line[field], 0))
  return [
    `<details><summary>The plan: ${counted(plan.generations, 'generation')}, ${counted(plan.cost, 'credit')}${margin}</summary>`,
    '',
    '| generation | count | each | credits |',
    '|:--|--:|--:|--:|',
    ...listed.map((line) => `| ${title(line)} | ${count(line.count)} | ${count(line.each)} | ${count(line.credits)} |`),
    ...(rest.length === 0
      ? []
      : [`| and ${counted(rest.length, 'more line')} | ${sum(rest, 'count')} | | ${sum(rest, 'credits')} |`]),
    '',
    '</details>',
  ].join('\n')
}

function title({ what, name }: PricedPlan['lines'][number]): string {
  return name === '' ? code(what) : `${code(name)}<br>${code(what)}`
}

/** What the troubles say beyond the headline and the advice; `masked`: where secrets are masked. */
function told(result: Result, masked: boolean): string[] {
  if (!('troubles' in result)) return []
  const { troubles } = result
  const said = ({ detail }: Trouble): string[] => (masked && detail !== undefined ? [code(detail)] : [])
  if (troubles.length === 1) {
    const [trouble] = troubles
    const where = trouble.place === undefined ? [] : [`Where: ${code(trouble.place)}`]
    return [[...where, ...said(trouble)].join('<br>')]
  }
  const lines = troubles.slice(0, LISTED_MAX + 1).map((trouble) => {
    const place = trouble.place === undefined ? '' : `${code(trouble.place)}: `
    return [`- ${place}${trouble.happened}`, trouble.cure, ...said(trouble)].join(' ')
  })
  return [lines.join('\n')]
}

function facts(result: Result): string[] {
  const { account, plan } = result
  return [
    `Account ${code(account)}`,
    ...(plan === undefined ? [] : [`prices of ${plan.pricesAsOf} (<a href="${PRICE_PAGE}">check them</a>)`]),
    `Platform API credits${'balance' in result ? ', at the moment of the check' : ''}`,
  ]
}

function footer(notes: readonly string[]): string {
  return `<sub>${notes.join(' · ')}</sub>`
}
