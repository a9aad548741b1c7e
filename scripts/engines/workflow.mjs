// @ts-check
// What a documented workflow asks for, and what has to be changed so that act runs it.
import { isMap, isSeq, parseDocument } from 'yaml'
import { ACTION } from '../documents.mjs'

/**
 * @typedef {object} Step
 * @property {string} id its id, or its place in the job
 * @property {string} condition
 * @property {Record<string, string> | undefined} gate its inputs, if it is a gate
 * @property {boolean} forgiven its failure does not fail the job
 *
 * @typedef {object} Job
 * @property {string} id
 * @property {string} condition
 * @property {boolean} needs whether it waits for another
 * @property {string} calls another workflow: its path, and for one of another repository its name before it
 * @property {Step[]} steps
 *
 * @typedef {object} Facts
 * @property {string} name
 * @property {string[]} events
 * @property {Job[]} jobs
 * @property {string[]} secrets
 * @property {string[]} uses actions of others
 */

/** @param {string} yaml @returns {Facts} */
export function factsOf(yaml) {
  const workflow = record(parseDocument(yaml).toJS())
  const on = workflow['on']
  const jobs = Object.entries(record(workflow['jobs'])).map(([id, job]) => jobOf(id, record(job)))
  const uses = [...yaml.matchAll(/\buses: *['"]?([\w.-]+\/[\w./-]+@[\w.-]+)/g)].map(([, reference]) =>
    String(reference),
  )
  return {
    name: text(workflow['name']),
    events: typeof on === 'string' ? [on] : Array.isArray(on) ? on.map(String) : Object.keys(record(on)),
    jobs,
    secrets: [...new Set([...yaml.matchAll(/\bsecrets\.(\w+)/g)].map(([, name]) => String(name)))],
    uses: [...new Set(uses.filter((reference) => !isGate(reference) && !reference.includes('/.github/workflows/')))],
  }
}

/** @param {string} id @param {Record<string, unknown>} job @returns {Job} */
function jobOf(id, job) {
  const steps = Array.isArray(job['steps']) ? job['steps'].map(record) : []
  return {
    id,
    condition: text(job['if']),
    needs: job['needs'] !== undefined,
    calls: text(job['uses']).replace(/^\.\/|@.*$/g, ''),
    steps: steps.map((step, at) => ({
      id: text(step['id']) || String(at),
      condition: text(step['if']),
      forgiven: step['continue-on-error'] === true,
      gate: isGate(text(step['uses'])) ? inputsOf(record(step['with'])) : undefined,
    })),
  }
}

/** @param {Record<string, unknown>} given */
const inputsOf = (given) => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))

/** @param {string} reference */
const isGate = (reference) => reference.includes(`/${ACTION}@`)

/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value : '')

/** @param {unknown} value @returns {Record<string, unknown>} */
function record(value) {
  return typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : {}
}

/**
 * By what the jobs of others call a documented workflow: its path, after the repository that its first line names.
 * @param {import('../documents.mjs').Workflow} workflow
 */
export function calledBy({ yaml, path = '' }) {
  const [, repository] = /^# \S+ in (your-org\/[\w.-]+)/.exec(yaml) ?? []
  return repository === undefined ? path : `${repository}/${path}`
}

/**
 * What act refuses is taken out, a workflow of another repository is called as one of this, and every gate asks the
 * sandbox.
 * @param {string} yaml
 * @param {string} baseUrl
 */
export function forAct(yaml, baseUrl) {
  const document = parseDocument(yaml)
  /** @type {string[]} */
  const edits = []
  /** @param {(string | number)[]} path */
  const remove = (path) => {
    if (document.hasIn(path) && document.deleteIn(path))
      edits.push(`left out ${path.slice(-2).join('.')}, which act refuses`)
  }
  remove(['concurrency', 'queue'])
  const jobs = document.get('jobs')
  for (const { key } of isMap(jobs) ? jobs.items : []) {
    const job = ['jobs', String(key)]
    remove([...job, 'concurrency', 'queue'])
    remove([...job, 'environment', 'deployment'])
    const [, called] =
      /^your-org\/[\w.-]+\/(\.github\/workflows\/[\w.-]+)@/.exec(text(document.getIn([...job, 'uses']))) ?? []
    if (called !== undefined) {
      document.setIn([...job, 'uses'], `./${called}`)
      edits.push(`${called} is called in the same repository`)
    }
    const steps = document.getIn([...job, 'steps'])
    for (const [at] of isSeq(steps) ? steps.items.entries() : []) {
      const step = [...job, 'steps', at]
      if (isGate(text(document.getIn([...step, 'uses'])))) document.setIn([...step, 'with', 'base-url'], baseUrl)
    }
  }
  return { yaml: document.toString({ lineWidth: 0 }), edits: [...new Set(edits)] }
}
