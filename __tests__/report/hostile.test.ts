import { describe, expect, test } from '@jest/globals'
import cmark from 'cmark-gfm-js'
import { openLedger } from '../../src/history/ledger.js'
import { dashboardText } from '../../src/report/dashboard.js'
import { annotations, logLines } from '../../src/report/log.js'
import { comment, summary } from '../../src/report/markdown.js'
import { alertText } from '../../src/report/texts.js'
import { safe } from '../../src/safe-text.js'
import type { Markdown } from '../../src/surfaces.js'
import type { Result } from '../../src/verdict/verdict.js'
import { toHtml } from '../../scripts/render.mjs'
import { balanceOf } from '../support/purses.js'
import { faultsOf, outside, resultOf } from '../support/result.js'

/** What strangers may call things, so that something comes to life. */
const HOSTILE = [
  'pay to billing@evil.example',
  'xmpp:a@b.example',
  'mailto:a@b.example',
  'www.evil.example',
  'WWW.evil.example',
  'https://evil.example',
  'http://evil.example/a?b=c&d',
  'ftp://evil.example',
  '<https://evil.example>',
  '[x](https://evil.example)',
  '[x][y]',
  '![x](https://evil.example/x.png)',
  '<img src=x>',
  '<a href="https://evil.example">x</a>',
  '</code><b>x</b>',
  '</details></table>',
  '<!-- x',
  '&lt;img src=x&gt; &#60;b&#62;',
  '@everyone',
  '@org/team',
  '#12',
  'GH-12',
  'org/repo#12',
  ':tada:',
  '| x | y |',
  '\\| x',
  '`x` ``y``',
  '**x** __y__ ~~z~~ *x* _y_',
  '# x',
  '> x',
  '- x',
  '---',
  '1. x',
  '[^1]',
  '$x$',
  '```\nx',
  'x\n\n# y\n| a |\n|---|',
  '::error::x',
  '::add-mask::x',
  '##[add-mask]x',
  '##[error]x',
  '%0A::error::x',
  '\u202ex\u200b',
  'a\ud800b',
]

const OURS = ['https://platform.pixverse.ai/billing', 'https://docs.platform.pixverse.ai/pricing-796039m0']

/** Every place where text from outside may stand. */
function results(text: string): readonly Result[] {
  const line = { what: text, name: text, by: 'plan' as const }
  const plan = { lines: [line, line], ignored: [text, text], unusedPrices: [text], made: 1 }
  const [said, read] = [outside(text), { traceId: outside(text) }]
  const fault = {
    where: said,
    message: safe`\`${said}\` is wrong`,
    detail: safe`but is \`${said}\``,
    hint: safe`Is it \`${said}\`?`,
  }
  const baseline = { total: 9_000, plan: { cost: 1, planned: 1, pricesAsOf: said } }
  return [
    resultOf({
      account: text,
      plan,
      minimum: 650,
      baseline,
      read: { kind: 'balance', balance: balanceOf({ monthly: 700 }), ...read },
    }),
    resultOf({ account: text, plan, now: '2027-10-10' }),
    resultOf({ account: text, read: { kind: 'misused', faults: faultsOf(fault, fault) } }),
    resultOf({ account: text, plan, budget: 1, read: { kind: 'unknown', faults: faultsOf(fault), ...read } }),
  ]
}

function documents(text: string): readonly Markdown[] {
  const ledger = openLedger('')
  if (ledger.kind === 'unreadable') throw new Error(ledger.why)
  return results(text).flatMap((result) => {
    const alert = alertText(result, true, true)
    const outlook = ledger.outlook(balanceOf({ monthly: 700 }), new Date('2026-11-10'))
    return [
      summary(result),
      comment(result),
      ...('body' in alert ? [alert.body, alert.news] : []),
      ...(result.standing === undefined ? [] : [dashboardText(result, outlook)?.body ?? '']),
    ]
  })
}

/** What every parser must make of a document: the same elements as of one in which everything is called `x`. */
function skeleton(html: string): readonly string[] {
  return html.replace(/<!--[^]*?-->/g, '').match(/<[^>]+>/g) ?? []
}

function links(html: string): readonly string[] {
  return [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, address = '']) => address)
}

describe.each([
  ["GitHub's parser", (markdown: Markdown) => cmark.convertUnsafe(markdown)],
  ['another parser', (markdown: Markdown) => toHtml(markdown)],
])('%s', (_, html) => {
  const expected = documents('x').map((markdown) => skeleton(html(markdown)))

  test('makes tables, folds and our own links', () => {
    expect(expected.flat()).toEqual(expect.arrayContaining(['<details>', '<table>', '<code>', '<sub>']))
    expect(new Set(documents('x').flatMap((markdown) => links(html(markdown))))).toEqual(new Set(OURS))
  })

  test.each(HOSTILE)('makes nothing of %j', (text) => {
    const made = documents(text).map((markdown) => html(markdown))
    expect(made.flatMap(links).filter((address) => !OURS.includes(address))).toEqual([])
    expect(made.map(skeleton)).toEqual(expected)
  })

  test.each(HOSTILE)('shows %j inside of code alone, where GitHub looks for no mention', (text) => {
    const shown = outside(text)
    if (!/^[@#]|GH-|org\//.test(shown)) return
    for (const markdown of documents(text)) {
      const bare = html(markdown)
        .replace(/<code>[^]*?<\/code>/g, '')
        .replace(/<!--[^]*?-->/g, '')
      expect(bare.replace(/&#x26;|&amp;/g, '&')).not.toMatch(/@ ?(everyone|org)|#12|GH-12/)
    }
  })
})

test.each(HOSTILE)('the runner finds no command in %j', (text) => {
  const said = results(text).flatMap((result) => [
    ...logLines(result),
    ...annotations(result).flatMap(({ title, message }) => [title, ...message.split('\n')]),
  ])
  for (const line of said) expect(line).not.toMatch(/::|##\[|\r|\n/)
})
