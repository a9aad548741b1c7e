// npm run bench: the table of the README. Ratios and counts of one run on this machine; times are shown for orientation.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { balance, KEY, startPixVerse } from '../sandbox/pixverse.mjs'
import { BUNDLE, environment } from '../sandbox/runner.mjs'

const NODE = createRequire(import.meta.url).resolve('node/bin/node')
const FLOOR = fileURLToPath(new URL('floor.mjs', import.meta.url))
const PROBE = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK, String(process.resourceUsage().maxRSS)))`.replace(
    'require(',
    'process.getBuiltinModule(',
  ),
)}`

const folder = mkdtempSync(join(tmpdir(), 'pixverse-bench-'))
const server = await startPixVerse({ answer: () => balance(1_069_020_000, 3_630) })
const rows = []
try {
  await process_()
  await requests()
  archive()
  await plans()
} finally {
  await server.close()
  rmSync(folder, { recursive: true })
}
console.log(['| what | figure |', '|:--|:--|', ...rows.map(([what, figure]) => `| ${what} | ${figure} |`)].join('\n'))

/** Runs a script as the runner does, and waits for its end. */
function run(script, inputs = {}, { args = [], env = {} } = {}) {
  const given = { 'api-key': KEY, 'base-url': server.url, minimum: '480', ...inputs }
  const variables = environment({ inputs: given, cwd: folder, env }, folder)
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(NODE, [...args, script], { env: variables, cwd: folder, stdio: 'ignore' })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve(performance.now() - started)
      else reject(new Error(`${script} ended with ${code}`))
    })
  })
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** The two in turn, so that a machine that gets slower or faster does so for both. */
async function process_() {
  const ratios = []
  const times = []
  for (let round = 0; round < 41; round++) {
    const floor = await run(FLOOR)
    const gate = await run(BUNDLE)
    if (round === 0) continue
    ratios.push(gate / floor)
    times.push(gate)
  }
  rows.push([
    'whole process against the smallest script that does the same GET and writes two files',
    `${median(ratios).toFixed(2)} times (${median(times).toFixed(0)} ms)`,
  ])
}

async function requests() {
  const before = server.requests.length
  await run(BUNDLE)
  rows.push(['requests of a gate', String(server.requests.length - before)])
}

function archive() {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const size = execFileSync('git', ['archive', '--format=tar.gz', 'HEAD'], { cwd: root, maxBuffer: 1e8 }).length
  rows.push(['archive that a job downloads', `${Math.ceil(size / 1024)} KiB`])
}

async function plans() {
  const models = [
    { model: 'v6', quality: '720p', duration: 5 },
    { model: 'v5.6', quality: '1080p', duration: 8, generate_audio_switch: true },
    { model: 'v4.5', quality: '540p', duration: 5, motion_mode: 'fast' },
  ]
  const item = (at) => ({
    ...models[at % models.length],
    prompt: `A lighthouse in a storm, seen from the sea, take ${at}, wide angle, film grain`,
    seed: at,
  })
  for (const size of [1, 10_000, 100_000]) {
    writeFileSync(
      join(folder, 'plan.jsonl'),
      Array.from({ length: size }, (_, at) => JSON.stringify(item(at))).join('\n'),
    )
    await plan(`plan of ${size.toLocaleString('en-US')} request${size === 1 ? '' : 's'} in one .jsonl`, 'plan.jsonl')
  }
  mkdirSync(join(folder, 'prompts'))
  for (let at = 0; at < 10_000; at++) writeFileSync(join(folder, 'prompts', `${at}.json`), JSON.stringify(item(at)))
  await plan('plan of 10,000 files by pattern', 'prompts/*.json')
}

/** What the plan costs in time and memory, over a gate without one. */
async function plan(what, pattern) {
  const PEAK = join(folder, 'peak')
  const options = { args: ['--import', PROBE], env: { PEAK } }
  const peak = () => Number(readFileSync(PEAK, 'utf8')) / 1024
  const plain = median([await run(BUNDLE, {}, options), await run(BUNDLE, {}, options), await run(BUNDLE, {}, options)])
  const times = []
  for (let round = 0; round < 3; round++) times.push(await run(BUNDLE, { plan: pattern }, options))
  rows.push([
    what,
    `${(median(times) - plain).toFixed(0)} ms more than a gate without a plan, ${peak().toFixed(0)} MiB in all`,
  ])
}
