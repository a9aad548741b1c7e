// @ts-check
// Checks action.yml, the workflows of this repository and those in its documents, or the FILEs that are named, by
// GitHub's own language service. What it warns of fails, too: to it a misspelt output is only a warning.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { register } from 'node:module'
import { join } from 'node:path'
import { data, isDescriptionDictionary } from '@actions/expressions'
import { parse } from 'yaml'
import { ACTION, documentedWorkflows, ROOT, workflowsIn } from './documents.mjs'

/**
 * @typedef {import('./documents.mjs').Workflow} Document
 * @typedef {import('@actions/languageservice').ValidationConfig} Config
 * @typedef {Parameters<NonNullable<Config['contextProviderConfig']>['getContext']>} Context
 */

// The language service imports JSON the way that bundlers know, and Node does not.
const HOOK = `export const load = (url, context, next) =>
  next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context)`
// eslint-disable-next-line @typescript-eslint/no-deprecated -- Node 20 does not have what replaces it
register(`data:text/javascript,${encodeURIComponent(HOOK)}`)
const { registerLogger, validate } = await import('@actions/languageservice')
// What goes wrong inside it would only be logged, and then nothing be found.
const silent = () => undefined
registerLogger({ log: silent, info: silent, warn: console.warn, error: fail })

const SEVERITIES = ['', 'error', 'warning', 'info', 'hint']
/** @type {unknown} */
const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'))
const manifest =
  /** @type {{ name: string, description: string, outputs: Record<string, { description: string }> }} */ (action)

const files = process.argv.slice(2)
const documents = files.length > 0 ? files.flatMap(read) : [...own(), ...documentedWorkflows()]
for (const document of documents) {
  console.log(`${document.file}:${document.line}`)
  for (const { message, range, severity = 1 } of await check(document)) {
    const [text] = (typeof message === 'string' ? message : message.value).split('\n')
    console.log(`${document.file}:${document.line + range.start.line}: ${SEVERITIES[severity]}: ${text}`)
    if (severity <= 2) process.exitCode = 1
  }
}

/** @param {string} file @returns {Document[]} */
function read(file) {
  const text = readFileSync(file, 'utf8')
  return file.endsWith('.md') ? workflowsIn(file, text) : [{ file, line: 1, yaml: text }]
}

/**
 * The workflows here use the action by a folder, and what they give to that the service does not look at.
 * @returns {Document[]}
 */
function own() {
  const workflows = readdirSync(join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`)
  return ['action.yml', ...workflows].map((file) => {
    const yaml = readFileSync(join(ROOT, file), 'utf8')
    return { file, line: 1, yaml: yaml.replace(/(\buses: )\.\/(?!\.github\/)\S*/g, `$1org/${ACTION}@v1`) }
  })
}

/** @param {Document} document */
async function check({ file, line, yaml }) {
  /** @type {Set<string>} workflows that are called, and cannot be read here */
  const unread = new Set()
  const found = await validate(
    // The service tells an action by the end of the address, and keeps what it found by the whole of it.
    /** @type {Parameters<typeof validate>[0]} */ ({ uri: line === 1 ? file : `${file}#${line}`, getText: () => yaml }),
    {
      actionsMetadataProvider: { fetchActionMetadata: ({ name }) => Promise.resolve(metadata(name)) },
      contextProviderConfig: { getContext: (...context) => Promise.resolve(completed(context, unread)) },
      fileProvider: {
        getFileContent: (reference) => {
          const content = called(reference.path, file)
          if (content !== undefined) return Promise.resolve({ name: reference.path, content })
          const { path, ...where } = reference
          if ('owner' in where) unread.add(`${where.owner}/${where.repository}/${path}@${where.version}`)
          return Promise.reject(new Error(`${path} cannot be read`))
        },
      },
    },
  )
  const ofOthers = (/** @type {number} */ at) =>
    [...unread].some((reference) => yaml.split('\n')[at]?.includes(reference))
  return found.filter(
    ({ message, range }) => message !== 'Unable to find reusable workflow' || !ofOthers(range.start.line),
  )
}

/** Of an action of somebody else nothing is known, and nothing checked; undefined would be one that does not exist. */
function metadata(/** @type {string} */ name) {
  return name === ACTION ? manifest : { name: '', description: '' }
}

/**
 * The text of a workflow that the file calls: shown in the same document, or beside it.
 * @param {string} path
 * @param {string} file
 */
function called(path, file) {
  const shown = documents.find((document) => document.file === file && document.path === path)
  if (shown !== undefined) return shown.yaml
  const repository = join(files.length > 0 ? '' : ROOT, file.replace(/(\.github\/workflows\/)?[^/]*$/, ''))
  return existsSync(join(repository, path)) ? readFileSync(join(repository, path), 'utf8') : undefined
}

/**
 * Names the outputs of the steps that use our action; those of a job whose workflow cannot be read may be any.
 * @param {Context} context
 * @param {Set<string>} unread
 */
function completed([name, value, { job, template }], unread) {
  if (name !== 'needs' && name !== 'steps') return undefined
  /** @param {string} id of a job or a step */
  const outputsOf = (id) => {
    const entry = value?.get(id)
    const outputs = entry && isDescriptionDictionary(entry) ? entry.get('outputs') : undefined
    return outputs && isDescriptionDictionary(outputs) ? outputs : undefined
  }
  if (name === 'needs') {
    for (const needed of template?.jobs ?? []) {
      const outputs = 'ref' in needed && unread.has(needed.ref.value) ? outputsOf(needed.id.value) : undefined
      if (outputs !== undefined) outputs.complete = false
    }
  }
  if (name === 'steps') {
    for (const step of job?.steps ?? []) {
      const outputs = 'uses' in step && step.uses.value.includes(`/${ACTION}@`) ? outputsOf(step.id) : undefined
      for (const output of Object.keys(manifest.outputs)) outputs?.add(output, new data.Null())
      if (outputs !== undefined) outputs.complete = true
    }
  }
  return value
}

/** @param {string} message @returns {never} */
function fail(message) {
  throw new Error(message)
}
