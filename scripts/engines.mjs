// @ts-check
// npm run engines: runs every workflow of the documents on act, in several situations, against the sandbox. Prints what
// was expected and what happened; a difference fails. Needs Go, which installs act.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { KEY } from '../sandbox/pixverse.mjs'
import { pullRequest } from '../sandbox/scenarios.mjs'
import { TOKEN } from '../sandbox/github.mjs'
import { documentedWorkflows } from './documents.mjs'
import { ACT, installAct, runAct } from './engines/act.mjs'
import { agrees, expectedOf, foundOf, scenariosOf, unknownNames } from './engines/scenarios.mjs'
import { calledBy, factsOf, forAct } from './engines/workflow.mjs'
import { copyAction, createWorld } from './engines/world.mjs'

/**
 * @typedef {import('./documents.mjs').Workflow} Workflow
 * @typedef {import('./engines/scenarios.mjs').Scenario} Scenario
 * @typedef {import('./engines/world.mjs').World} World
 * @typedef {{ workflow: string, scenario: string, expected: string, found: string, ok: boolean }} Row
 */

const act =
  installAct() ?? leave('Nothing was run. With Go (https://go.dev/dl) on the PATH, act is installed by itself.')

const actionFolder = mkdtempSync(join(tmpdir(), 'pixverse-action-'))
copyAction(actionFolder)
const workflows = documentedWorkflows()
const gone = unknownNames(workflows.map(({ yaml }) => factsOf(yaml)))
if (gone.length > 0) throw new Error(`scripts/engines/scenarios.mjs names workflows that are gone: ${gone.join(', ')}`)
/** @type {Set<string>} */
const edits = new Set()
try {
  const results = await inTurns(workflows.map((workflow) => () => runWorkflow(act, workflow)))
  report(results.flat())
} finally {
  rmSync(actionFolder, { recursive: true })
}

/** @param {string} act @param {Workflow} workflow @returns {Promise<Row[]>} */
async function runWorkflow(act, workflow) {
  const facts = factsOf(workflow.yaml)
  const inPage = workflows.filter(({ file }) => file === workflow.file)
  const called = inPage.filter((other) => facts.jobs.some(({ calls }) => calls === calledBy(other) && calls !== ''))
  const callers = inPage.filter(({ yaml }) =>
    factsOf(yaml).jobs.some(({ calls }) => calls === calledBy(workflow) && calls !== ''),
  )
  const about = `${workflow.file}:${workflow.line} ${facts.name}`
  const scenarios = scenariosOf({
    ...facts,
    jobs: [...facts.jobs, ...called.flatMap(({ yaml }) => factsOf(yaml).jobs)],
  })
  if (scenarios.length === 0) {
    const [caller] = callers
    const expected = `runs with ${caller?.path ?? 'a workflow that calls it'}`
    const found = 'no workflow of the document calls it'
    return [{ workflow: about, scenario: facts.events.join(', '), expected, found, ok: caller !== undefined }]
  }
  /** @type {Row[]} */
  const rows = []
  /** @type {World | undefined} */
  let world
  for (const scenario of scenarios) {
    if (!scenario.again || world === undefined) {
      await world?.close()
      const texts = [workflow, ...called].map(({ yaml }) => yaml)
      world = await createWorld(texts.join('\n'), { dear: scenario.dear ?? false })
    }
    rows.push({ workflow: about, ...(await runScenario(act, world, { workflow, called }, scenario)) })
  }
  await world?.close()
  return rows
}

/**
 * @param {string} act
 * @param {World} world
 * @param {{ workflow: Workflow, called: Workflow[] }} what
 * @param {Scenario} scenario
 */
async function runScenario(act, world, { workflow, called }, scenario) {
  const path = workflow.path ?? '.github/workflows/workflow.yml'
  for (const each of [workflow, ...called]) {
    const { yaml, edits: made } = forAct(each.yaml, world.baseUrl)
    for (const edit of made) edits.add(`${each.file}:${each.line}: ${edit}`)
    world.write(each.path ?? path, yaml)
  }
  if (scenario.made !== undefined) world.write(scenario.made, 'a video')
  world.commit()
  world.refill(scenario.balance)
  const all = [workflow, ...called]
  const text = all.map(({ yaml }) => yaml).join('\n')
  const facts = { ...factsOf(workflow.yaml), jobs: all.flatMap(({ yaml }) => factsOf(yaml).jobs) }
  const { secrets, uses } = factsOf(text)
  const run = await runAct(act, {
    folder: world.folder,
    home: world.home,
    tools: world.tools,
    workflow: path,
    event: scenario.event,
    payload: world.payload(scenario.event, payloadOf(scenario, world)),
    secrets: { GITHUB_TOKEN: TOKEN, ...Object.fromEntries(secrets.map((name) => [name, secretOf(name, scenario)])) },
    env: {
      GITHUB_API_URL: world.github.url,
      GITHUB_GRAPHQL_URL: `${world.github.url}/graphql`,
      ...world.gitEnv,
    },
    actions: {
      'org/pixverse-balance-action@v1': actionFolder,
      ...Object.fromEntries(uses.filter(isCheckout).map((action) => [action, world.checkoutAction])),
    },
  })
  const generates = /generate(?:-todo)?\.sh|\/openapi\//.test(text)
  const expected = expectedOf(facts, scenario, { generates, stores: text.includes('store.sh') })
  const found = foundOf(Object.keys(expected), run, world)
  const wrong = Object.keys(expected).filter((key) => !agrees(key, String(expected[key]), String(found[key])))
  const foreign = uses.filter((action) => !isCheckout(action))
  if (Object.keys(expected).join() === 'failed') wrong.push('no rule says what it has to do')
  if (foreign.length > 0) wrong.push(`nothing here stands in for ${foreign.join(', ')}`)
  if (wrong.length > 0) console.log(`\n--- ${workflow.file}:${workflow.line}, ${scenario.name}\n${run.log}`)
  return {
    scenario: `${scenario.name} (${scenario.event})`,
    expected: Object.entries(expected)
      .map(([key, value]) => `${key}: ${value}`)
      .join('; '),
    found: wrong.map((key) => (found[key] === undefined ? key : `${key}: ${found[key]}`)).join('; '),
    ok: wrong.length === 0,
  }
}

/** @param {string} action */
function isCheckout(action) {
  return action.startsWith('actions/checkout@')
}

/** @param {Scenario} scenario @param {World} world */
function payloadOf({ event, fork }, { requests }) {
  const repository = { id: 1, name: 'film', full_name: 'octo/film', owner: { login: 'octo' }, default_branch: 'main' }
  const { pull_request } = pullRequest(fork ? 2 : 1)
  switch (event) {
    case 'pull_request':
      return { repository, pull_request }
    case 'repository_dispatch':
      return { repository, action: 'generate', client_payload: { requests } }
    default:
      return { repository, ref: 'refs/heads/main' }
  }
}

/** @param {string} name @param {Scenario} scenario */
function secretOf(name, { withoutKey }) {
  if (!name.startsWith('PIXVERSE_')) return `https://chat.example/${name}`
  return withoutKey ? '' : KEY
}

/** @param {Row[]} rows */
function report(rows) {
  console.log(
    `\n${ACT}, host mode. Stand-ins: actions/checkout is what act does itself, or a fetch where it has a ref; curl\nand gh send nothing.`,
  )
  for (const edit of [...edits].sort()) console.log(edit)
  console.log('A line says what was expected; where something else happened, the next line says what.')
  let workflow = ''
  for (const row of rows) {
    if (row.workflow !== workflow) console.log(`\n${row.workflow}`)
    workflow = row.workflow
    console.log(`  ${row.ok ? 'ok    ' : 'NOT OK'} ${row.scenario.padEnd(30)} ${row.expected}`)
    if (!row.ok) console.log(`${' '.repeat(39)}but: ${row.found}`)
  }
  const failed = rows.filter(({ ok }) => !ok).length
  console.log(`\n${rows.length - failed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}

/**
 * Runs the tasks, as many at a time as there are processors.
 * @template Result
 * @param {(() => Promise<Result>)[]} tasks
 * @returns {Promise<Result[]>}
 */
async function inTurns(tasks) {
  /** @type {Result[]} */
  const results = []
  const queue = [...tasks.entries()]
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [at, task] = next
      results[at] = await task()
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return results
}

/** @param {string} message @returns {never} */
function leave(message) {
  console.log(message)
  process.exit()
}
