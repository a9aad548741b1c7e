import type { SafeText } from '../safe-text.js'
import type { Markdown } from '../surfaces.js'
import type { Result } from '../verdict/verdict.js'
import { balanceTable } from './balance-table.js'
import { count, LISTED_MAX, shorten } from './format.js'
import { gauges } from './gauge.js'
import { box, code, prose } from './markup.js'
import { advice, headline, recovery, said, TITLES, unsaidFaults } from './messages.js'
import { leftovers, PRICE_PAGE, priceAge } from './plan-notes.js'
import { planTable } from './plan-table.js'
import { isBeyondMargin, receipt } from './receipt.js'

/** The job summary. */
export function summary(result: Result): Markdown {
  const { traceId } = result
  const notes = [...leftovers(result), ...priceAge(result)]
  return page([
    `### ${TITLES[result.verdict]}`,
    ...content(result, true, LISTED_MAX, notes),
    footer([...facts(result), ...(traceId === undefined ? [] : [`trace id ${code(traceId)}`])]),
  ])
}

/**
 * The pull request comment. Nothing masks it, so it quotes no message and no input; and nothing in it changes from run to
 * run but the numbers, so that equal text means no news.
 */
export function comment(result: Result, prefix: 'Resolved: ' | '' = ''): Markdown {
  return bounded((most) =>
    page([`### ${prefix}${TITLES[result.verdict]}`, ...content(result, false, most), footer(facts(result))]),
  )
}

/** The text of the alert issue: the comment without its heading, which is the title there. */
export function alertBody(result: Result): Markdown {
  return bounded((most) => page([...content(result, false, most), footer(facts(result))]))
}

/** What is said in the alert issue when it gets worse, and when all is well again. */
export function alertComment(result: Result): Markdown {
  const news = result.verdict === 'ok' ? recovery(result) : headline(result, false)
  return [`**${prose(news)}**`, ...advice(result).map(prose)].join('\n\n')
}

/** GitHub takes 65,536 characters, and the marker that finds the text again needs some of them. */
const LENGTH_MAX = 60_000

/** The longest text that GitHub takes: `render` gives one with at most so many lines in a list. */
function bounded(render: (most: number) => Markdown): Markdown {
  let most = LISTED_MAX
  let text = render(most)
  while (text.length > LENGTH_MAX && most > 1) {
    most = Math.floor(most / 2)
    text = render(most)
  }
  return text
}

function page(parts: readonly Markdown[]): Markdown {
  return `${parts.join('\n\n')}\n`
}

function content(result: Result, masked: boolean, most: number, notes: readonly SafeText[] = []): readonly Markdown[] {
  const table = balanceTable(result)
  return [
    ...verdict(result, masked),
    ...faultList(result, masked, most),
    ...gauges(result),
    ...(table === undefined ? [] : [table]),
    ...spent(result),
    ...notes.map(prose),
    ...planTable(result, most),
  ]
}

/** In a box, unless all is well. */
function verdict(result: Result, masked: boolean): readonly Markdown[] {
  const paragraphs = [`**${prose(headline(result, masked))}**`, ...advice(result).map(prose)]
  if (result.verdict === 'ok') return paragraphs
  if (result.verdict === 'skipped') return [box('NOTE', paragraphs)]
  return [box(result.passes ? 'WARNING' : 'CAUTION', paragraphs)]
}

/** In a box of its own, when it is more than was planned. */
function spent(result: Result): readonly Markdown[] {
  const paragraphs = receipt(result).map(prose)
  const drift = result.standing?.spent?.drift
  return drift !== undefined && isBeyondMargin(drift) ? [box('WARNING', paragraphs)] : paragraphs
}

function faultList(result: Result, masked: boolean, most: number): readonly Markdown[] {
  const faults = unsaidFaults(result)
  if (faults === undefined) return []
  const { listed, more } = shorten(faults.kept, faults.count, most)
  return [
    [
      ...listed.map((fault) => `- ${prose(said(fault, masked))} ${prose(fault.hint)}`),
      ...(more === 0 ? [] : [`- and ${count(more)} more`]),
    ].join('\n'),
  ]
}

function facts({ account, need, standing }: Result): readonly Markdown[] {
  const date = need?.plan?.pricesAsOf
  return [
    `Account ${code(account)}`,
    ...(date === undefined ? [] : [`<a href="${PRICE_PAGE}">prices</a> of ${date}`]),
    `Platform API credits${standing === undefined ? '' : ', at the moment of the check'}`,
  ]
}

function footer(notes: readonly Markdown[]): Markdown {
  return `<sub>${notes.join(' · ')}</sub>`
}
