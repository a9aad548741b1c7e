// @ts-check
// npm run fuzz: a million generated inputs for the parts that read what others wrote. Prints how many each part was fed, and
// fails on the first that crashes it, lets it pass, or gets a command, HTML, a link or the key through.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { KEY_LENGTH_MIN } from '../src/key.ts'
import { readBlock, writeBlock } from '../src/history/block.ts'
import { readPlan } from '../src/plan/index.ts'
import { decode } from '../src/pixverse/envelope.ts'
import { failureOf } from '../src/pixverse/failures.ts'
import { costOf } from '../src/prices/cost.ts'
import { decodeItem } from '../src/prices/request.ts'
import { code } from '../src/report/markup.ts'
import { plain, sanitiser } from '../src/safe-text.ts'
import { perPurse, PURSES } from '../src/verdict/purses.ts'

const SCALE = Number(process.env['FUZZ_SCALE'] ?? 1)
const KEY = 'sk-Abcdef-0123456789'
const sanitise = sanitiser(KEY)

const scrap = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('::', '##[', '::error::', '##[add-mask]', '<img src=x>', '|', '`', '@everyone', 'a@b.example'),
  fc.constantFrom('https://x.example', 'www.x.example', 'xmpp:a@b', '\n', '\u200b', '\u202e', '\u3164', 'ｓｋ－'),
  fc.constantFrom(KEY, KEY.slice(2, 11), '{', '"', ':', '[', '- ', '&a ', '*a', '<<: ', '# '),
)
const text = fc.array(scrap, { maxLength: 12 }).map((parts) => parts.join(''))

await run('sanitiser', 400_000, text, (given) => {
  const line = sanitise(given)
  assertInert(line)
  for (let at = 0; at + KEY_LENGTH_MIN <= KEY.length; at++) {
    assert(!line.toLowerCase().includes(KEY.slice(at, at + KEY_LENGTH_MIN).toLowerCase()))
  }
  assert.doesNotMatch(code(line).slice(6, -7), /[<>"'|`@[\]()*_~!\\:]/)
})

const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(0, -0, 1e20, '0', null, 480), text)
const fields = PURSES.map((purse) => `credit_${purse}`)
const credits = fc.oneof({ arbitrary: fc.integer(), weight: 5 }, { arbitrary: value, weight: 1 })
const resp = fc.record(Object.fromEntries(fields.map((field) => [field, credits])), { requiredKeys: [] })
const errCode = fc.oneof({ arbitrary: fc.constant(0), weight: 5 }, { arbitrary: value, weight: 1 })
const envelope = fc.record(
  { ErrCode: errCode, err_code: value, ErrMsg: value, Resp: fc.oneof(value, resp) },
  { requiredKeys: [] },
)
const body = fc.oneof(
  envelope.map((object) => JSON.stringify(object)),
  fc.tuple(envelope, fc.nat(200)).map(([object, length]) => JSON.stringify(object).slice(0, length)),
  text,
)
let balances = 0
const kinds = new Set()
await run('decoder', 300_000, fc.tuple(body, fc.integer({ min: 100, max: 599 })), ([given, status]) => {
  const answer = decode(new TextEncoder().encode(given))
  if (answer.kind === 'balance') {
    balances++
    const { err_code, ErrCode = err_code, Resp } = asEnvelope(given)
    assert(ErrCode === 0 && fields.every((field) => typeof Resp[field] === 'number'))
    const total = fields.reduce((sum, field) => sum + Math.floor(Number(Resp[field])), 0)
    assert.equal(answer.balance.total, total)
  } else {
    const { kind, fault } = failureOf(status, answer, sanitise)
    kinds.add(kind)
    assertInert(fault.message)
    assertInert(fault.detail ?? '')
  }
})
assert.deepEqual([...kinds].sort(), ['refused', 'unknown'])
console.log(`  of them good envelopes: ${balances}`)

const words = fc.constantFrom(
  'v6',
  'V6',
  'v5.6',
  '720p',
  '720P',
  'fast',
  'lip_sync',
  'modify',
  5,
  8,
  0.1,
  -1,
  true,
  null,
)
const COUNTED = ['feature', 'creation_type', 'model', 'quality', 'duration', 'motion_mode', 'audio', 'multi_clip']
const names = fc.constantFrom(
  ...COUNTED,
  'text',
  'count',
  'credits',
  'name',
  'img_id',
  'template_id',
  'video_references',
)
const misspelt = fc
  .tuple(fc.constantFrom(...COUNTED, 'count', 'credits'), fc.nat(30))
  .map(([name, at]) => slip(name, at))
const item = fc.oneof(
  fc.dictionary(fc.oneof(names, misspelt, fc.constantFrom('scene', '__proto__')), fc.oneof(words, value), {
    maxKeys: 8,
  }),
  value,
)
const requestWith = fc.dictionary(fc.oneof(names, misspelt, fc.constantFrom('scene')), words, { maxKeys: 2 })
const nearly = requestWith.map((fields) => ({ model: 'v6', quality: '720p', duration: 5, ...fields }))
let decoded = 0
await run('strict keys', 150_000, fc.oneof(item, nearly), (given) => {
  const read = decodeItem(given, sanitise)
  const cost = read.kind === 'item' ? costOf(read.item, [], sanitise) : read
  if (cost.kind === 'faults') {
    assert(cost.faults.length > 0)
    for (const { message, hint, detail } of cost.faults) [message, hint, detail ?? ''].forEach(assertInert)
    return
  }
  decoded++
  // Whoever reads names without case would see another count than we do.
  const counts = Object.keys(/** @type {object} */ (given)).filter(
    (name) => name.toLowerCase().replace(/[_-]/g, '') === 'count',
  )
  assert(counts.every((name) => name === 'count'))
})
console.log(`  of them requests: ${decoded}`)

const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
try {
  const workspace = join(folder, 'workspace')
  mkdirSync(join(workspace, 'prompts'), { recursive: true })
  mkdirSync(join(folder, 'secret'))
  writeFileSync(join(folder, 'secret', 'hidden-name.json'), '[]')
  writeFileSync(join(workspace, 'prompts', 'a.json'), '[]')
  symlinkSync(join(folder, 'secret'), join(workspace, 'prompts', 'out'))
  symlinkSync(join(folder, 'nowhere'), join(workspace, 'prompts', 'gone.json'))
  const plan = { prices: '', made: '', margin: plain('7'), workspace }
  const inline = fc.tuple(fc.constantFrom('[', '{', '-', '- ', '# '), text).map(([start, rest]) => start + rest)
  const requests = fc.array(fc.oneof(item, nearly), { maxLength: 4 }).map((items) => JSON.stringify(items))
  let priced = 0
  await run('plan', 100_000, fc.oneof(inline, requests), (given) => {
    const read = readPlan({ ...plan, plan: given }, sanitise)
    if (read.kind !== 'plan') return
    priced++
    const { cost, planned, lines } = read.plan
    assert(Number.isSafeInteger(planned) && planned >= cost)
    assert.equal(
      cost,
      lines.reduce((sum, line) => sum + line.credits, 0),
    )
  })
  console.log(`  of them priced: ${priced}`)

  const parts = fc.constantFrom(
    'prompts',
    'out',
    '*',
    '**',
    '..',
    '.',
    'a.json',
    'gone.json',
    '*.json',
    '!',
    '/',
    'nope',
  )
  const patterns = fc.array(parts, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'))
  await run('links', 2_000, patterns, (given) => {
    const read = readPlan({ ...plan, plan: given }, sanitise)
    assert.doesNotMatch(JSON.stringify(read), /hidden-name/)
  })
} finally {
  rmSync(folder, { recursive: true })
}

await run('history', 100_000, fc.tuple(fc.nat(400), scrap), ([at, given]) => {
  const credits = perPurse((purse) => 100 * purse.length)
  const block = writeBlock([{ at: 1_700_000_000, credits }])
  const read = readBlock(block.slice(0, at) + given + block.slice(at))
  assert(read.kind !== 'readings' || read.readings.every((reading) => Number.isSafeInteger(reading.at)))
})

/** @param {string} text */
function asEnvelope(text) {
  /** @type {unknown} */
  const parsed = JSON.parse(text)
  return /** @type {{ ErrCode?: unknown, err_code?: unknown, Resp: Record<string, unknown> }} */ (parsed)
}

/** @param {string} line */
function assertInert(line) {
  assert.doesNotMatch(line, /::|##\[|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
}

/** A name with one letter doubled, dropped or made large. @param {string} name @param {number} at */
function slip(name, at) {
  const [index, kind] = [at % name.length, at % 3]
  const letter = name.charAt(index)
  return name.slice(0, index) + (['', letter + letter, letter.toUpperCase()][kind] ?? '') + name.slice(index + 1)
}

/**
 * @template T
 * @param {string} what
 * @param {number} count
 * @param {fc.Arbitrary<T>} arbitrary
 * @param {(given: T) => void | Promise<void>} check
 */
async function run(what, count, arbitrary, check) {
  const numRuns = Math.ceil(count * SCALE)
  const started = performance.now()
  const property = fc.asyncProperty(arbitrary, async (given) => {
    await check(given)
  })
  const details = await fc.check(property, { numRuns, interruptAfterTimeLimit: 240_000 })
  if (details.failed && !details.interrupted) throw new Error(fc.defaultReportMessage(details))
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(`${what}: ${details.numRuns} inputs in ${seconds} s`)
}
