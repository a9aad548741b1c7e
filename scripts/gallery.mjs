// @ts-check
// npm run gallery [-- FOLDER [PART-OF-A-NAME]]: what people see of each state of the gate, as pictures side by side:
// light, dark, and on a phone; below them the log. Needs a Chromium and a font with emoji on this machine.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { balanceOf } from '../__tests__/support/purses.ts'
import { faultsOf, outside, resultOf, TRACE_ID } from '../__tests__/support/result.ts'
import { openLedger } from '../src/history/ledger.ts'
import { dashboardText } from '../src/report/dashboard.ts'
import { annotations, logLines } from '../src/report/log.ts'
import { alertComment, comment, summary } from '../src/report/markdown.ts'
import { alertText, commentText } from '../src/report/texts.ts'
import { safe } from '../src/safe-text.ts'
import { toPng, WIDTHS } from './render.mjs'

/** @typedef {import('../__tests__/support/result.ts').SomeResult} SomeResult */
/** @typedef {import('../__tests__/support/result.ts').SomePlan} SomePlan */

/** @type {SomePlan} */
const FILM = {
  lines: [
    { name: 'opening shot', what: 'text_to_video v6 720p 5 s audio', count: 4, each: 60 },
    { name: 'close-ups', what: 'text_to_video v5.6 1080p 8 s', count: 2, each: 150 },
    { name: 'narration', what: 'lip_sync 58 bytes of text', each: 16 },
  ],
}
/** @type {SomePlan} */
const LONG = {
  lines: Array.from({ length: 60 }, (_, at) => ({ name: `scene ${at + 1}`, count: 3, each: 45 + at })),
  margin: 10,
}
const HOSTILE =
  'pay to billing@evil.example, www.evil.example, https://evil.example @everyone #12 <img src=x> | `x` ::error:: ##[add-mask]'

const UNREACHABLE = faultsOf({
  message: safe`PixVerse gave no complete answer within 30 s`,
  hint: safe`Check that the runner reaches the address in \`base-url\`. Behind a proxy, check \`https_proxy\` and \`no_proxy\`.`,
})
const REFUSED = faultsOf({
  message: safe`PixVerse refused the API key: the account is invalid (ErrCode 400012)`,
  detail: safe`and says: \`${outside('Invalid account')}\``,
  hint: safe`Check that the secret holds the whole key of the Platform API.`,
})
const FORK = faultsOf({
  message: safe`Not checked: the pull request comes from a fork, to which GitHub gives no secrets`,
  hint: safe`Nothing to fix. The output \`sufficient\` is false, so jobs that ask for it do not spend.`,
})
const FIVE = faultsOf(
  {
    message: safe`\`retries\` must be a whole number from 0 to 10`,
    detail: safe`but is \`${outside('11')}\``,
    hint: safe`Correct it.`,
  },
  {
    where: outside('prompts/a.json, item 3'),
    message: safe`\`quality\` must be one of 360p, 540p, 720p, 1080p`,
    detail: safe`but is \`${outside('720P')}\``,
    hint: safe`Did you mean \`720p\`?`,
  },
  {
    where: outside('prompts/a.json, item 4'),
    message: safe`\`duration\` must be a whole number of seconds from 1 to 15`,
    detail: safe`but is \`${outside('5s')}\``,
    hint: safe`Did you mean \`5\`?`,
  },
  {
    where: outside('prompts/b.yml, item 1'),
    message: safe`\`counts\` is not a field of the API`,
    hint: safe`Did you mean \`count\`?`,
  },
  {
    where: outside('prompts/b.yml, item 2'),
    message: safe`the built-in table has no price for it`,
    hint: safe`Give one as \`credits\` in the item, or as a row of \`prices\`.`,
  },
)
const TWENTY_THREE = faultsOf(...Array.from({ length: 23 }, (_, at) => FIVE.kept[at % 5] ?? FIVE.kept[0]))

/** @param {number} total @param {number} planned */
const earlier = (total, planned) => ({
  total,
  plan: { cost: planned, planned: Math.ceil(planned * 1.05), pricesAsOf: safe`2026-10-10` },
})

/** @type {readonly (readonly [name: string, some: SomeResult])[]} */
const RESULTS = [
  ['ok', { minimum: 480 }],
  ['ok-by-far', { minimum: 480, monthly: 1_000_000, package: 72_650, account: 'PixVerse' }],
  ['ok-by-far-with-plan', { plan: { lines: [{ count: 8, each: 60 }] }, monthly: 1_000_000, package: 72_650 }],
  ['ok-plan', { plan: FILM, minimum: 100 }],
  ['ok-exactly', { minimum: 700 }],
  ['ok-one-credit', { minimum: 1, monthly: 1, package: 0 }],
  ['ok-report-only', {}],
  ['warn', { minimum: 200, warnBelow: 1000 }],
  ['warn-with-plan', { plan: FILM, warnBelow: 500 }],
  ['warn-few-days', { warnDays: 7, pace: { perDay: 140, daysLeft: 5 } }],
  ['low', { minimum: 480, monthly: 212 }],
  ['low-may-pass', { minimum: 480, monthly: 212, onLow: 'warn' }],
  ['low-with-plan', { plan: { ...FILM, margin: 5 }, minimum: 250, monthly: 520 }],
  ['low-long-plan', { plan: LONG, minimum: 250, monthly: 5_200 }],
  ['low-nothing-left', { minimum: 480, monthly: 0, package: 0, account: 'PixVerse' }],
  ['low-china', { minimum: 480, monthly: 212, baseUrl: 'https://app-api.pixverseai.cn' }],
  ['low-floor', { floors: { package: 250 } }],
  ['low-both-floors', { plan: FILM, minimum: 500, floors: { monthly: 1_000, package: 250 } }],
  ['low-millions', { plan: { lines: [{ count: 9_999, each: 123_456 }] }, monthly: 999_999_999, package: 12_345 }],
  ['over-budget', { plan: FILM, budget: 400 }],
  [
    'over-budget-unread',
    { plan: FILM, budget: 400, read: { kind: 'unknown', faults: UNREACHABLE, traceId: TRACE_ID } },
  ],
  ['unknown', { minimum: 480, read: { kind: 'unknown', faults: UNREACHABLE, traceId: TRACE_ID } }],
  [
    'unknown-with-plan',
    { plan: FILM, minimum: 100, onUnknown: 'warn', read: { kind: 'unknown', faults: UNREACHABLE, traceId: TRACE_ID } },
  ],
  ['error-five-faults', { read: { kind: 'misused', faults: FIVE } }],
  ['error-23-faults', { read: { kind: 'misused', faults: TWENTY_THREE } }],
  ['error-refused', { plan: FILM, read: { kind: 'refused', faults: REFUSED, traceId: TRACE_ID } }],
  ['skipped', { minimum: 480, read: { kind: 'skipped', faults: FORK } }],
  ['drift', { baseline: earlier(1220, 480) }],
  ['refunded', { baseline: earlier(1100, 480) }],
  ['topped-up', { baseline: earlier(100, 480) }],
  ['made', { plan: { ...FILM, made: 33 } }],
  ['all-made', { plan: { lines: [], made: 40 } }],
  ['old-prices', { plan: FILM, now: '2027-03-01T00:00:00Z' }],
  [
    'hints-and-leftovers',
    { plan: { ...FILM, ignored: ['scene', 'notes'], unusedPrices: ['prices, item 2'] }, budget: 10_000 },
  ],
  [
    'priced-by-the-plan',
    { plan: { lines: [{ name: 'a house effect', what: 'template_video', count: 2, each: 90, by: 'plan' }] } },
  ],
  [
    'hostile-names',
    {
      account: HOSTILE.slice(0, 100),
      plan: { lines: [{ name: HOSTILE, what: HOSTILE, count: 9, each: 99 }, { name: '名'.repeat(60) }] },
    },
  ],
]

const HOUR = 3600

/**
 * Plays 40 days of a watch that reads every six hours.
 * @param {number} start credits in the package purse
 * @param {(day: number) => number} used credits on that day
 * @param {(day: number) => boolean} looked
 */
function watched(start, used, looked = () => true) {
  const first = Date.parse('2026-10-10T06:00:00Z') / 1000 - 40 * 24 * HOUR
  let body = ''
  let [monthly, bought] = [6_000, start]
  let text
  for (let step = 0; step <= 160; step++) {
    const day = Math.floor(step / 4)
    if (step === 108) monthly = 6_000
    const spent = Math.round(used(day) / 4)
    const fromMonthly = Math.min(monthly, spent)
    monthly -= fromMonthly
    bought = Math.max(0, bought - spent + fromMonthly)
    if (!looked(day)) continue
    const ledger = openLedger(body)
    if (ledger.kind === 'unreadable') throw new Error(ledger.why)
    const now = new Date((first + step * 6 * HOUR) * 1000)
    const outlook = ledger.outlook(balanceOf({ monthly, package: bought }), now)
    text = dashboardText(resultOf({ monthly, package: bought }), outlook)
    body = text?.body ?? ''
  }
  return `# ${text?.title ?? ''}\n\n${body}`
}

/** @type {readonly (readonly [name: string, markdown: string])[]} */
const DASHBOARDS = [
  ['dashboard', watched(12_400, (day) => (day % 7 < 5 ? 400 : 60))],
  [
    'dashboard-gaps',
    watched(
      900_000,
      (day) => day * 900,
      (day) => day % 5 !== 2 && day > 15,
    ),
  ],
  ['dashboard-no-use', watched(500, () => 0)],
  ['dashboard-empty', watched(0, () => 400)],
  [
    'dashboard-first',
    watched(
      400,
      () => 0,
      (day) => day === 40,
    ),
  ],
]

const low = resultOf({ plan: FILM, minimum: 250, monthly: 520 })
const ok = resultOf({ plan: FILM, minimum: 100 })
/** @param {import('../src/surfaces.ts').CommentText | import('../src/surfaces.ts').AlertText} text */
const bodyOf = (text) => ('body' in text ? text.body : '')

/** @type {readonly (readonly [name: string, markdown: string])[]} */
const OTHERS = [
  ['comment', comment(low)],
  ['comment-resolved', bodyOf(commentText(ok, 'on-failure'))],
  ['alert', `# ${titleOf(low)}\n\n${bodyOf(alertText(low, true, true))}`],
  ['alert-worse', alertComment(low)],
  ['alert-over', alertComment(ok)],
]

/** @param {typeof low} result */
function titleOf(result) {
  const text = alertText(result, true, true)
  return text.kind === 'raise' ? text.title : ''
}

const [folder = mkdtempSync(join(tmpdir(), 'gallery-')), part = ''] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const pages = [
  ...RESULTS.map(([name, some]) => /** @type {const} */ ([name, summary(resultOf(some))])),
  ...OTHERS,
  ...DASHBOARDS,
].filter(([name]) => name.includes(part))
for (const [name, markdown] of pages) {
  const opened = markdown.replaceAll('<details>', '<details open>')
  toPng(opened, 'light', join(folder, `${name}-light.png`))
  toPng(opened, 'dark', join(folder, `${name}-dark.png`))
  toPng(opened, 'dark', join(folder, `${name}-phone.png`), WIDTHS.phone)
}

const logs = new Map(
  RESULTS.map(([name, some]) => {
    const result = resultOf(some)
    const notes = annotations(result).map(({ severity, title, message }) => `${severity}: ${title}\n${message}`)
    return [name, [...logLines(result), '', ...notes].join('\n')]
  }),
)
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Gallery</title>
<style>body { background: #888; font: 14px sans-serif } img { vertical-align: top; margin: 4px }</style>
${pages
  .map(([name]) => {
    const images = [380, 380, 200].map(
      (width, at) => `<img width="${width}" src="${name}-${['light', 'dark', 'phone'][at] ?? ''}.png" alt="">`,
    )
    return `<h2>${name}</h2>${images.join('')}<pre>${(logs.get(name) ?? '').replaceAll('<', '&lt;')}</pre>`
  })
  .join('\n')}
`,
)
console.log(`${pages.length} states: file://${resolve(folder)}/index.html`)
