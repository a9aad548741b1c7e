// @ts-check
// Writes the generated parts of README.md: the tables of inputs and outputs from action.yml, the sample plan as the bundle
// prices it, and, with --bench FILE, the table of a benchmark run. With --check it only compares, and fails on a difference.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as prettier from 'prettier'
import { parse } from 'yaml'
import { balance, KEY, startPixVerse } from '../sandbox/pixverse.mjs'
import { runAction } from '../sandbox/runner.mjs'

const { values } = parseArgs({ options: { check: { type: 'boolean' }, bench: { type: 'string' } } })
/** @param {string} name */
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url))
/** @param {string} name */
const read = (name) => readFileSync(path(name), 'utf8')

/** @type {unknown} */
const action = parse(read('action.yml'))
/** @typedef {Record<string, { description: string, default?: string }>} Entries */
const { inputs, outputs } = /** @type {{ inputs: Entries, outputs: Entries }} */ (action)
/** @param {string[]} head @param {string[][]} rows */
const table = (head, rows) =>
  [head, head.map(() => ':--'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
const mark = (/** @type {string} */ text) => `\`${text}\``

/** The summary of the README's picture, and the sample plan in it. */
const summary = await sampleSummary()
const parts = {
  // The default is no column of its own: on a phone it would leave no room for the meaning.
  inputs: table(
    ['input', 'meaning'],
    Object.entries(inputs).map(([name, { default: value, description }]) => [
      mark(name),
      value === undefined ? description : `${description} Default: ${mark(value)}.`,
    ]),
  ),
  outputs: table(
    ['output', 'value'],
    Object.entries(outputs).map(([name, { description }]) => [mark(name), description]),
  ),
  picture: [
    '<picture>',
    '  <source media="(prefers-color-scheme: dark)" srcset="docs/pictures/summary-dark.png">',
    `  <img alt="The summary of a job: ${/\*\*(.*)\*\*/.exec(summary)?.[1]} Below, a bar of what is there and what is missing, a table of the numbers, and the priced plan with what of it fits." src="docs/pictures/summary-light.png">`,
    '</picture>',
  ].join('\n'),
  block: inputBlock(),
  sample: plain(summary.slice(summary.indexOf('| generation'), summary.indexOf('</details>'))),
  ...(values.bench === undefined ? {} : { bench: readFileSync(values.bench, 'utf8') }),
}

let readme = read('README.md')
for (const [name, text] of Object.entries(parts)) {
  const around = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`)
  if (!around.test(readme)) throw new Error(`README.md has no place for ${name}`)
  readme = readme.replace(
    around,
    (_, /** @type {string} */ start, /** @type {string} */ end) => `${start}\n\n${text.trim()}\n\n${end}`,
  )
}
const wanted = { 'README.md': readme, 'docs/pictures/summary.md': summary }
for (const [name, text] of Object.entries(wanted)) {
  const formatted =
    name === 'README.md'
      ? await prettier.format(text, { ...(await prettier.resolveConfig(path(name))), parser: 'markdown' })
      : text
  if (!values.check) writeFileSync(path(name), formatted)
  else if (read(name) !== formatted) {
    console.error(
      `${name} is not what action.yml and dist/ say: run npm run readme${name === 'README.md' ? '' : ', then npm run pictures'}`,
    )
    process.exitCode = 1
  }
}

/** All inputs, to paste below `uses:`. Those without a default have an example. */
function inputBlock() {
  /** @type {Record<string, string>} */
  const examples = {
    'api-key': '${{ secrets.PIXVERSE_API_KEY }}',
    minimum: '500',
    'minimum-monthly': '100',
    'minimum-package': '100',
    'warn-below': '1000',
    plan: 'prompts/*.json',
    made: 'videos/{name}.mp4',
    prices: "'[{ feature: modify, per: second, credits: 12 }]'",
    budget: '5000',
    baseline: '${{ needs.gate.outputs.report }}',
    'dashboard-issue': 'true',
    'warn-days': '7',
  }
  const lines = Object.entries(inputs).map(([name, { default: value }]) => {
    const given = examples[name] ?? value
    if (given === undefined)
      throw new Error(`${name} has no default, so inputBlock in scripts/readme.mjs needs an example for it`)
    return `    ${name}: ${given}`
  })
  return ['```yaml', '- uses: org/pixverse-balance-action@v1', '  with:', ...lines, '```'].join('\n')
}

/** The same without HTML, which a reader of the source need not see. @param {string} markdown */
function plain(markdown) {
  return markdown
    .replaceAll('<br>', ' ')
    .replace(/<\/?code>/g, '`')
    .replace(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)))
}

async function sampleSummary() {
  const server = await startPixVerse({ answer: () => balance(520, 100) })
  const { summary } = await runAction({
    inputs: { 'api-key': KEY, 'base-url': server.url, plan: 'examples/plan.yml', minimum: '250', account: 'Film team' },
    cwd: path('.'),
    // Prices get old, and the summary says so; this one must not change from day to day.
    args: ['--import', new URL('../sandbox/clock.mjs', import.meta.url).href],
    env: { SANDBOX_NOW: '2026-11-25T00:00:00Z' },
  })
  await server.close()
  return summary.replace(/trace id <code>[^<]*/, 'trace id <code>00000000-0000-4000-8000-000000000000')
}
