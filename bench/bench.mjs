// @ts-check
// npm run bench: the table of the README. Every ratio is of two whole processes that took turns on this machine; times
// are shown for orientation. With --check, a figure over its limit fails.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { balance, KEY, startPixVerse } from '../sandbox/pixverse.mjs'
import { BUNDLE, environment } from '../sandbox/runner.mjs'

/** Times the floor, and for a plan bytes at the peak. */
const LIMITS = { gate: 1.1, plan: 2.5, peak: 110e6 }
const MIB = 2 ** 20

const NODE = createRequire(import.meta.url).resolve('node/bin/node')
const script = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url))
const [FLOOR, PLAN_FLOOR] = [script('floor.mjs'), script('plan-floor.mjs')]
/** Writes the peak of its process in KiB. */
const PROBE = `data:text/javascript,${encodeURIComponent(
  `import fs from 'node:fs'; process.on('exit', () => fs.writeFileSync(process.env.PEAK, String(process.resourceUsage().maxRSS)))`,
)}`

/**
 * @typedef {object} Process
 * @property {string[]} args
 * @property {Record<string, string>} [inputs]
 */

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const folder = mkdtempSync(join(tmpdir(), 'pixverse-bench-'))
const server = await startPixVerse({ answer: () => balance(1_069_020_000, 3_630) })
/** @type {string[]} */
const over = []
try {
  const rows = [
    await plainGate(),
    await requests(),
    archive(),
    await plan('100,000 requests in one .jsonl', inOneFile()),
  ]
  rows.push(await plan('10,000 files by pattern', inManyFiles()))
  console.log(['| what | figure |', '|:--|:--|', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n'))
} finally {
  await server.close()
  rmSync(folder, { recursive: true })
}
for (const line of over) console.error(line)
if (values.check && over.length > 0) process.exitCode = 1

async function plainGate() {
  const { ratio, gate } = await inTurn({ args: [FLOOR] }, { args: [BUNDLE] }, 40)
  limit('the whole process, times the floor', ratio, LIMITS.gate)
  return [
    'whole process against the smallest script that does the same GET and writes two files',
    `${ratio.toFixed(2)} times (${gate.toFixed(0)} ms)`,
  ]
}

async function requests() {
  const before = server.requests.length
  await run({ args: [BUNDLE] })
  return ['requests of a gate', String(server.requests.length - before)]
}

function archive() {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const size = execFileSync('git', ['archive', '--format=tar.gz', 'HEAD'], { cwd: root, maxBuffer: 1e8 }).length
  return ['archive that a job downloads', `${Math.ceil(size / 1024)} KiB`]
}

/** @param {string} what @param {{ path: string, pattern: string }} plan */
async function plan(what, { path, pattern }) {
  const floor = { args: [PLAN_FLOOR, path] }
  const gate = { args: [BUNDLE], inputs: { plan: pattern } }
  const { ratio, gate: time } = await inTurn(floor, gate, 7)
  const [most, least] = [await peak(gate), await peak(floor)]
  limit(`a plan of ${what}, times the floor`, ratio, LIMITS.plan)
  limit(`a plan of ${what}, MiB at the peak`, most / MIB, LIMITS.peak / MIB)
  return [
    `plan of ${what} against the smallest script that parses them and adds up the durations`,
    `${ratio.toFixed(2)} times (${time.toFixed(0)} ms), ${(most / MIB).toFixed(0)} MiB against ${(least / MIB).toFixed(0)} MiB`,
  ]
}

function inOneFile() {
  const path = join(folder, 'plan.jsonl')
  writeFileSync(path, Array.from({ length: 100_000 }, (_, at) => request(at)).join('\n'))
  return { path, pattern: 'plan.jsonl' }
}

function inManyFiles() {
  const path = join(folder, 'prompts')
  mkdirSync(path)
  for (let at = 0; at < 10_000; at++) writeFileSync(join(path, `${at}.json`), request(at))
  return { path, pattern: 'prompts/*.json' }
}

/** @param {number} at */
function request(at) {
  const models = [
    { model: 'v6', quality: '720p', duration: 5 },
    { model: 'v5.6', quality: '1080p', duration: 8, generate_audio_switch: true },
    { model: 'v4.5', quality: '540p', duration: 5, motion_mode: 'fast' },
  ]
  const prompt = `A lighthouse in a storm, seen from the sea, take ${at}, wide angle, film grain`
  return JSON.stringify({ ...models[at % models.length], prompt, seed: at })
}

/**
 * Medians of two processes that take turns, so that a machine that gets slower or faster does so for both. The first
 * round warms up the caches of the machine, and does not count.
 * @param {Process} floor
 * @param {Process} gate
 * @param {number} rounds
 */
async function inTurn(floor, gate, rounds) {
  const times = []
  for (let round = 0; round <= rounds; round++) times.push({ floor: await run(floor), gate: await run(gate) })
  const counted = times.slice(1)
  return {
    ratio: median(counted.map((time) => time.gate)) / median(counted.map((time) => time.floor)),
    gate: median(counted.map((time) => time.gate)),
  }
}

/** Bytes, the median of three. @param {Process} measured */
async function peak({ args, inputs = {} }) {
  const file = join(folder, 'peak')
  const peaks = []
  for (let round = 0; round < 3; round++) {
    await run({ args: ['--import', PROBE, ...args], inputs }, { PEAK: file })
    peaks.push(Number(readFileSync(file, 'utf8')) * 1024)
  }
  return median(peaks)
}

/**
 * Runs a process as the runner does. Milliseconds from its start to its end.
 * @param {Process} measured
 * @param {Record<string, string>} env
 * @returns {Promise<number>}
 */
function run({ args, inputs = {} }, env = {}) {
  const given = { 'api-key': KEY, 'base-url': server.url, minimum: '480', ...inputs }
  const variables = environment({ inputs: given, cwd: folder, env }, folder)
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(NODE, args, { env: variables, cwd: folder, stdio: 'ignore' })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve(performance.now() - started)
      else reject(new Error(`${args.join(' ')} ended with ${code}`))
    })
  })
}

/** @param {number[]} values */
function median(values) {
  return Number(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)])
}

/** @param {string} what @param {number} value @param {number} most */
function limit(what, value, most) {
  if (value > most) over.push(`${what}: ${value.toFixed(2)}, more than ${most.toFixed(2)}`)
}
