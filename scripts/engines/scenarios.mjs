// @ts-check
// What every documented workflow is put through, and what it has to do then. The rules hold for all of them; EXTRA has
// what only one can promise.
import { isDeepStrictEqual } from 'node:util'
import { PRICE } from './world.mjs'

/**
 * @typedef {import('./workflow.mjs').Facts} Facts
 * @typedef {import('./workflow.mjs').Job} Job
 * @typedef {import('./workflow.mjs').Step} Step
 * @typedef {Record<string, string>} Findings what is looked at, and what it is
 *
 * @typedef {object} Scenario
 * @property {string} name
 * @property {string} event
 * @property {number | undefined} balance undefined: PixVerse answers with a web page
 * @property {string} verdict of the gates that come first
 * @property {boolean} [withoutKey]
 * @property {boolean} [fork]
 * @property {boolean} [dear] the plan is over every budget
 * @property {string} [made] a result that is there already
 * @property {boolean} [again] in the repository that the scenario before left behind
 */

const PLENTY = 1_072_650
/** Of `spent`: what the generations of this run cost. */
const ALL_OF_IT = 'as much as the generations'
const ALL_OF_THEM = 'every generation'
const EVENTS = ['push', 'workflow_dispatch', 'schedule', 'repository_dispatch', 'pull_request']

/** What only one workflow promises, by its name and the scenario. @type {Record<string, Record<string, Findings>>} */
const EXTRA = {
  'Generate from files': { low: { 'job tell': 'success' } },
  'PixVerse balance': { low: { messages: '1', issues: '2' }, 'ok again': { messages: '1', issues: '1' } },
  Check: { low: { 'job videos': 'success', says: 'No videos were made' }, ok: { 'job videos': 'success' } },
  'Videos, with an approval': {
    low: { 'job videos': 'failure' },
    'over budget': { 'job videos': 'success', 'step videos.3': 'success', generations: 'some' },
  },
  'Ask for videos': { ok: { 'job ask': 'success', dispatched: 'the requests' } },
}

/** Workflows that EXTRA names, and no document has. @param {Facts[]} workflows */
export function unknownNames(workflows) {
  return Object.keys(EXTRA).filter((name) => !workflows.some((workflow) => workflow.name === name))
}

/** @param {Facts} facts @returns {Scenario[]} */
export function scenariosOf({ events, jobs }) {
  const [first, ...others] = EVENTS.filter((event) => events.includes(event))
  if (first === undefined) return []
  const all = gatesOf(jobs)
  const [gate] = all
  const plenty = { balance: PLENTY, verdict: 'ok' }
  /** @type {Scenario[]} */
  const scenarios = [first, ...others].map((event) => ({ name: 'ok', event, ...plenty }))
  if (gate === undefined) return scenarios
  scenarios.push({ name: 'low', event: first, balance: 0, verdict: 'low' })
  if (all.some(({ step }) => step.gate?.['alert-issue'] === 'true')) {
    scenarios.push({ name: 'ok again', event: first, ...plenty, again: true })
  }
  if (gate.step.gate?.['budget'] !== undefined) {
    scenarios.push({ name: 'over budget', event: first, ...plenty, verdict: 'over-budget', dear: true })
  }
  scenarios.push({ name: 'no answer', event: first, balance: undefined, verdict: 'unknown' })
  scenarios.push({ name: 'no key', event: first, ...plenty, verdict: 'error', withoutKey: true })
  if (events.includes('pull_request')) {
    const fork = { event: 'pull_request', withoutKey: true, fork: true }
    scenarios.push({ name: 'fork', ...plenty, ...fork, verdict: 'skipped' })
  }
  if (gate.step.gate?.['made'] !== undefined) {
    scenarios.push({ name: 'one is made', event: first, ...plenty, made: 'videos/shot-1.mp4' })
  }
  const { minimum = '0', margin = '0', 'on-low': onLow } = gate.step.gate ?? {}
  if (onLow === 'warn' && jobs.some(takesWhatFits)) {
    const two = Math.ceil(2 * PRICE * (1 + Number.parseFloat(margin) / 100))
    scenarios.push({ name: 'two fit', event: first, balance: Number(minimum) + two, verdict: 'low' })
  }
  return scenarios
}

/**
 * @param {Facts} facts
 * @param {Scenario} scenario
 * @param {{ generates: boolean, stores: boolean }} does
 * @returns {Findings}
 */
export function expectedOf({ name, jobs }, scenario, { generates, stores }) {
  const { verdict, event } = scenario
  /** @type {Findings} */
  const expected = {}
  for (const { job, step } of gatesOf(jobs)) {
    const at = `gate ${job.id}.${step.id}`
    if (step.gate?.['baseline'] !== undefined && verdict === 'ok') expected[`${at} spent`] = ALL_OF_IT
    if (job.needs || isFor(job.condition) || isFor(step.condition)) continue
    expected[at] = verdict
    if (!step.forgiven) expected[`${at} step`] = stepOf(verdict, step.gate ?? {})
    if (step.gate?.['alert-issue'] === 'true') expected[`${at} alert`] = alertOf(scenario)
  }
  const spends = verdict === 'ok' || scenario.name === 'two fit'
  let generating = false
  for (const job of jobs) {
    if (isFor(job.condition)) {
      expected[`job ${job.id}`] = runs(job.condition, scenario) ? 'success' : 'skipped'
      generating ||= runs(job.condition, scenario)
    }
    for (const step of job.steps.filter(({ condition }) => isFor(condition))) {
      expected[`step ${job.id}.${step.id}`] = runs(step.condition, scenario) ? 'success' : 'skipped'
      generating ||= runs(step.condition, scenario)
    }
  }
  if (generates) {
    const count = ['two fit', 'one is made'].includes(scenario.name) ? '2' : 'some'
    expected['generations'] = spends && generating ? count : 'none'
    if (stores) expected['stored'] = ALL_OF_THEM
  }
  if (spends && verdict === 'ok') expected['failed'] = 'nothing'
  if (event === 'pull_request' && !scenario.fork && jobs.some((job) => job.steps.some(({ gate }) => comments(gate)))) {
    expected['comments'] = '1'
  }
  return { ...expected, ...EXTRA[name]?.[scenario.name] }
}

/**
 * @param {string[]} keys
 * @param {import('./act.mjs').Run} run
 * @param {import('./world.mjs').World} world
 * @returns {Findings}
 */
export function foundOf(keys, run, world) {
  const generations = world.generations()
  return Object.fromEntries(keys.map((key) => [key, look(key)]))

  /** @param {string} key */
  function look(key) {
    const [what = '', name = '', output] = key.split(' ')
    switch (what) {
      case 'job':
        return summed(run.jobs[name] ?? [])
      case 'step':
        return summed(stepsAt(name).map(({ result }) => result))
      case 'gate':
        return stepsAt(name)
          .map((step) => (output === 'step' ? step.result : (step.outputs[output ?? 'verdict'] ?? '')))
          .map((value) => (output === 'spent' && value === String(generations * PRICE) ? ALL_OF_IT : value))
          .join(', ')
      case 'generations':
        return generations === 0 ? 'none' : String(generations)
      case 'stored':
        return world.stored() === generations ? ALL_OF_THEM : String(world.stored())
      case 'messages':
        return String(world.messages())
      case 'issues':
        return String(world.github.issues.filter(({ state }) => state === 'open').length)
      case 'dispatched':
        return sent(world.dispatched(), world.requests) ? 'the requests' : world.dispatched()
      case 'comments':
        return String(world.github.comments.length)
      case 'failed':
        return (
          Object.keys(run.jobs)
            .filter((job) => summed(run.jobs[job] ?? []) === 'failure')
            .join(', ') || 'nothing'
        )
      default:
        return run.log
    }
  }

  /** @param {string} name */
  function stepsAt(name) {
    return run.steps.filter(({ job, id }) => `${job}.${id}` === name)
  }
}

/** @param {string} body @param {{ name: string }[]} requests */
function sent(body, requests) {
  const named = requests.map((request) => ({ ...request, name: `film-${request.name}` }))
  const expected = { event_type: 'generate', client_payload: { requests: named } }
  return body !== '' && isDeepStrictEqual(JSON.parse(body), expected)
}

/** Whether what was found is what was expected. @param {string} key @param {string} expected @param {string} found */
export function agrees(key, expected, found) {
  if (key === 'says') return found.includes(expected)
  if (key === 'generations' && expected === 'some') return Number(found) > 0
  return found === expected
}

/** @param {string[]} results one for each of a matrix */
function summed(results) {
  if (results.includes('failure')) return 'failure'
  return results.includes('success') ? 'success' : 'skipped'
}

/** @param {string} verdict @param {Record<string, string>} gate */
function stepOf(verdict, gate) {
  const mode = { low: gate['on-low'], 'over-budget': gate['on-low'], unknown: gate['on-unknown'] }[verdict]
  return ['ok', 'warn', 'skipped'].includes(verdict) || mode === 'warn' ? 'success' : 'failure'
}

/** @param {Scenario} scenario */
function alertOf({ verdict, again }) {
  if (verdict === 'low') return 'opened'
  return again ? 'closed' : 'none'
}

/** Conditions on the gate: that there is enough, or that something fits. */
const SPENDING = /\bsufficient == 'true'|\.(?:fits|todo) != '/
const VERDICT = /\bverdict == '([\w-]+)'/

/** Whether the rules say when it runs. @param {string} condition */
const isFor = (condition) => SPENDING.test(condition) || VERDICT.test(condition)

/** @param {Job} job */
function takesWhatFits({ condition, steps }) {
  return [condition, ...steps.map((step) => step.condition)].some((each) => /\.(?:fits|todo) != '/.test(each))
}

/** @param {string} condition @param {Scenario} scenario */
function runs(condition, { verdict, event, name }) {
  const [, only] = /event_name == '(\w+)'/.exec(condition) ?? []
  if (only !== undefined && only !== event) return false
  const [, wanted] = VERDICT.exec(condition) ?? []
  if (wanted !== undefined) return wanted === verdict
  return verdict === 'ok' || (name === 'two fit' && !condition.includes("sufficient == 'true'"))
}

/** @param {Job[]} jobs */
function gatesOf(jobs) {
  return jobs.flatMap((job) => job.steps.filter(({ gate }) => gate).map((step) => ({ job, step })))
}

/** @param {Record<string, string> | undefined} gate */
const comments = (gate) => gate?.['comment-summary-in-pr'] === 'always'
