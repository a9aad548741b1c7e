// npm run fuzz: a million generated inputs for the parts that read what others wrote. Prints how many each part was fed, and
// fails on the first that crashes it, lets it pass, or gets a command, HTML or the key through.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import fc from 'fast-check'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))
const scale = Number(process.env.FUZZ_SCALE ?? 1)
const KEY = 'sk-Abcdef-0123456789'

const folder = mkdtempSync(join(root, 'node_modules', '.fuzz-'))
try {
  transpile()
  const load = (name) => import(pathToFileURL(join(folder, name)).href)
  const { neutralise, code } = await load('report/escape.js')
  const { decode } = await load('pixverse/envelope.js')
  const { failureOf } = await load('pixverse/failures.js')
  const { pricePlan } = await load('budget/plan.js')
  const { PURSES } = await load('budget/purses.js')
  const { readPrices } = await load('budget/rows.js')
  const { readItems } = await load('plan/read.js')
  const neutral = (text) => neutralise(text, KEY)

  const scrap = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '::',
      '##[',
      '::error::',
      '##[add-mask]',
      '<img src=x>',
      '|',
      '`',
      '@everyone',
      '\n',
      '\u200b',
      '\u202e',
      KEY,
      KEY.slice(2, 11),
      '{',
      '"',
      ':',
      '[',
      '- ',
      '&a ',
      '*a',
      '<<: ',
    ),
  )
  const text = fc.array(scrap, { maxLength: 12 }).map((parts) => parts.join(''))

  await run('escape', 400_000, text, (given) => {
    const line = neutral(given)
    assert.doesNotMatch(line, /::|##\[|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    for (let at = 0; at + 8 <= KEY.length; at++)
      assert(!line.toLowerCase().includes(KEY.slice(at, at + 8).toLowerCase()))
    assert.doesNotMatch(code(line).slice(6, -7), /[<>"'|`@[\]()*_~!\\:]/)
  })

  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(0, -0, 1e20, '0', null, 480), text)
  const fields = PURSES.map((purse) => `credit_${purse}`)
  const credits = fc.oneof({ arbitrary: fc.integer(), weight: 5 }, { arbitrary: value, weight: 1 })
  const envelope = fc.record(
    {
      ErrCode: fc.oneof({ arbitrary: fc.constant(0), weight: 5 }, { arbitrary: value, weight: 1 }),
      err_code: value,
      ErrMsg: value,
      Resp: fc.oneof(
        value,
        fc.record(Object.fromEntries(fields.map((field) => [field, credits])), { requiredKeys: [] }),
      ),
    },
    { requiredKeys: [] },
  )
  const body = fc.oneof(
    envelope.map((object) => JSON.stringify(object)),
    fc.tuple(envelope, fc.nat(200)).map(([object, length]) => JSON.stringify(object).slice(0, length)),
    text,
  )
  let balances = 0
  await run('decoder', 400_000, fc.tuple(body, fc.integer({ min: 100, max: 599 })), ([given, status]) => {
    const answer = decode(new TextEncoder().encode(given))
    if (answer.kind === 'balance') {
      balances++
      const { err_code, ErrCode = err_code, Resp } = JSON.parse(given)
      assert(ErrCode === 0 && fields.every((field) => typeof Resp[field] === 'number'))
      assert.equal(
        answer.balance.total,
        fields.reduce((sum, field) => sum + Math.floor(Resp[field]), 0),
      )
    } else {
      const { verdict, trouble } = failureOf(status, answer, neutral)
      assert(verdict === 'error' || verdict === 'unknown')
      assert.doesNotMatch(`${trouble.happened}${trouble.cure}${trouble.detail ?? ''}`, /::|##\[|\n/)
    }
  })
  console.log(`  of them good envelopes: ${balances}`)

  const words = fc.constantFrom(
    'v6',
    'v5.6',
    'v4.5',
    '720p',
    '1080p',
    'fast',
    'lip_sync',
    'modify',
    'motion_control',
    5,
    8,
    0.1,
    -1,
    true,
    false,
    null,
    1e21,
  )
  const field = fc.oneof(words, value)
  const names = [
    'feature',
    'creation_type',
    'model',
    'quality',
    'duration',
    'motion_mode',
    'audio',
    'multi_clip',
    'text',
    'count',
    'credits',
    'name',
    'template_id',
    '__proto__',
    'per',
  ]
  const item = fc.oneof(fc.dictionary(fc.constantFrom(...names), field, { maxKeys: 8 }), value)
  let priced = 0
  await run(
    'plan',
    100_000,
    fc.tuple(fc.array(item, { maxLength: 4 }), fc.array(item, { maxLength: 2 })),
    ([items, rows]) => {
      const located = (list) => list.map((entry, at) => ({ place: `plan, item ${at + 1}`, item: entry }))
      const prices = readPrices(located(rows), neutral)
      const plan = pricePlan(located(items), 'faults' in prices ? [] : prices, '7', neutral)
      const shown =
        'faults' in plan
          ? plan.faults.map(({ place, happened, cure, detail }) => `${place}${happened}${cure}${detail ?? ''}`)
          : plan.lines.map(({ what, name }) => what + name)
      for (const line of shown) assert.doesNotMatch(line, /::|##\[|\n/)
      if ('faults' in plan) return assert(plan.faults.length > 0)
      priced++
      assert(Number.isSafeInteger(plan.planned) && plan.planned >= plan.cost)
      assert.equal(
        plan.cost,
        plan.lines.reduce((sum, { credits }) => sum + credits, 0),
      )
    },
  )
  console.log(`  of them priced: ${priced}`)

  await run('plan reader', 100_000, fc.tuple(fc.constantFrom('[', '{', '-', '- '), text), async ([start, rest]) => {
    for (const found of await readItems('plan', start + rest, root)) assert(typeof found.place === 'string')
  })
} finally {
  rmSync(folder, { recursive: true })
}

async function run(what, count, arbitrary, check) {
  const numRuns = Math.ceil(count * scale)
  const started = performance.now()
  const {
    numRuns: done,
    failed,
    ...rest
  } = await fc.check(
    fc.asyncProperty(arbitrary, async (given) => void (await check(given))),
    { numRuns, interruptAfterTimeLimit: 240_000 },
  )
  if (failed && !rest.interrupted) throw new Error(fc.defaultReportMessage({ numRuns: done, failed, ...rest }))
  console.log(
    `${what}: ${done.toLocaleString('en-US')} inputs in ${Math.round((performance.now() - started) / 1000)} s`,
  )
}

/** The source as JavaScript, in a folder from where its imports are found. */
function transpile() {
  for (const name of readdirSync(join(root, 'src'), { recursive: true }).filter((entry) => entry.endsWith('.ts'))) {
    const { outputText } = ts.transpileModule(readFileSync(join(root, 'src', name), 'utf8'), {
      compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
    })
    const file = join(folder, name.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, outputText)
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
}
