import { PURSES } from '../budget/balance.js'
import type { PricedPlan } from '../budget/plan.js'
import type { Result, Trouble } from '../budget/verdict.js'
import { code } from './escape.js'
import { LISTED_MAX } from './log.js'
import { count } from './numbers.js'
import { advice, credits, headline, TITLES } from './words.js'

const PRICE_PAGE = 'https://docs.platform.pixverse.ai/pricing-796039m0'

/** The job summary. */
export function summary(result: Result): string {
  const { traceId, troubles } = result
  return document(result, [
    troubles.length > 1 ? faults(troubles, true) : `${where(troubles[0])} ${said(troubles[0])}`.trim(),
    ...body(result),
    footer([...facts(result), ...(traceId === undefined ? [] : [`trace id <code>${traceId}</code>`])]),
  ])
}

/**
 * The pull request comment, and the text of the alert issue. Nothing masks it, so nothing that came out of an input
 * or a message is in it; and nothing that changes from run to run but the numbers, so that equal text means no news.
 */
export function comment(result: Result, prefix = ''): string {
  const { troubles } = result
  const what = troubles.length > 1 ? faults(troubles, false) : where(troubles[0])
  const parts = [what, ...body(result)]
  return document(result, [...parts, footer(facts(result))], prefix)
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
function chart({ balance, planned, required, limits, shortfall, plan, spent }: Result): string {
  const scale = Math.max(balance?.total ?? 0, required ?? 0, 1)
  const bar = (value: number, square: string): string =>
    value <= 0 ? '' : square.repeat(Math.max(1, Math.round((value / scale) * WIDTH)))
  const row = (label: string, value: number, squares: string): string => `| ${label} | ${count(value)} | ${squares} |`
  const bold = (label: string, value: number, squares: string): string =>
    `| **${label}** | **${count(value)}** | ${squares} |`

  const rows: string[] = []
  if (balance !== undefined) {
    const squares = Object.fromEntries(
      PURSES.map((purse, at) => [purse, bar(balance[purse], PURSE_SQUARES[at] ?? '🟦')]),
    )
    rows.push(...PURSES.map((purse) => row(capital(purse), balance[purse], squares[purse] ?? '')))
    rows.push(bold('Left', balance.total, PURSES.map((purse) => squares[purse]).join('')))
  }
  if (balance === undefined && (required ?? 0) > 0) rows.push('| **Left** | not known | |')
  if (planned !== undefined && required !== undefined && required > 0) {
    const parts: (readonly [string, number, string])[] = [
      ...(plan === undefined ? [] : [['Plan', planned, bar(planned, '🟨')] as const]),
      ...(limits.minimum === 0 ? [] : [['Minimum', limits.minimum, bar(limits.minimum, '🟧')] as const]),
    ]
    if (parts.length > 1) rows.push(...parts.map((part) => row(...part)))
    rows.push(bold('Needed', required, parts.map(([, , squares]) => squares).join('')))
  }
  if (shortfall !== undefined && shortfall > 0) rows.push(bold('Short', shortfall, bar(shortfall, '🟥')))
  if (spent !== undefined) rows.push(row('Spent since the baseline', spent, bar(spent, '⬜')))
  return rows.length === 0 ? '' : ['| | credits | |', '|:--|--:|:--|', ...rows].join('\n')
}

const PURSE_SQUARES = ['🟦', '🟪', '🟩']

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
    `<details><summary>The plan: ${count(plan.generations)} generations, ${credits(plan.cost)}${margin}</summary>`,
    '',
    '| generation | count | each | credits |',
    '|:--|--:|--:|--:|',
    ...listed.map((line) => `| ${title(line)} | ${count(line.count)} | ${count(line.each)} | ${count(line.credits)} |`),
    ...(rest.length === 0
      ? []
      : [`| and ${count(rest.length)} more lines | ${sum(rest, 'count')} | | ${sum(rest, 'credits')} |`]),
    '',
    '</details>',
  ].join('\n')
}

function title({ what, name }: PricedPlan['lines'][number]): string {
  return name === '' ? code(what) : `${code(name)}<br>${code(what)}`
}

/** One line for each fault; the first to be mended first. */
function faults(troubles: readonly Trouble[], masked: boolean): string {
  return troubles
    .slice(0, LISTED_MAX + 1)
    .map((trouble) => {
      const place = trouble.place === undefined ? '' : `${code(trouble.place)}: `
      const detail = masked && trouble.detail !== undefined ? ` ${code(trouble.detail)}` : ''
      return `- ${place}${trouble.happened} ${trouble.cure}${detail}`
    })
    .join('\n')
}

function where(trouble: Trouble | undefined): string {
  return trouble?.place === undefined ? '' : `In ${code(trouble.place)}.`
}

function said(trouble: Trouble | undefined): string {
  return trouble?.detail === undefined ? '' : code(trouble.detail)
}

function facts({ account, plan }: Result): string[] {
  return [
    `Account ${code(account)}`,
    ...(plan === undefined ? [] : [`prices of ${plan.pricesAsOf} (<a href="${PRICE_PAGE}">check them</a>)`]),
    'Platform API credits, at the moment of the check',
  ]
}

function footer(notes: readonly string[]): string {
  return `<sub>${notes.join(' · ')}</sub>`
}
