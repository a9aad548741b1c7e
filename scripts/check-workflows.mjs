// Checks action.yml, the workflows of this repository and those in its documentation, by GitHub's own language service.
// Fails on whatever it warns of, too: people copy these workflows, and a misspelt output is only a warning to it. Where
// a machine has actionlint and zizmor, they have their say as well.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ncc from '@vercel/ncc'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parse } from 'yaml'

const SEVERITIES = { 1: 'error', 2: 'warning', 3: 'info', 4: 'hint' }
/** One whose inputs are not known, and are not checked; undefined would be one that does not exist. */
const UNKNOWN_ACTION = { name: '', description: '' }

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const text = (file) => readFileSync(file, 'utf8')
const manifest = parse(text('action.yml'))
const { name: ours } = JSON.parse(text('package.json'))

const { registerLogger, validate } = await loadLanguageService()
// What goes wrong inside the service it would only log, and then find nothing amiss.
registerLogger({ log() {}, info() {}, warn: console.warn, error: fail })

let failures = 0
for (const document of documents()) {
  console.log(`${document.file}:${document.line}`)
  for (const { message, range, severity = 1 } of await check(document)) {
    console.log(
      `${document.file}:${document.line + range.start.line}: ${SEVERITIES[severity]}: ${message.split('\n')[0]}`,
    )
    if (severity <= 2) failures++
  }
}
failures += actionlint() + run('zizmor', ['--offline', '--quiet', '--pedantic', '.github', 'action.yml'])
process.exitCode = failures > 0 ? 1 : 0

/** Over the workflows in documents, too, each in a file that is named after its place. */
function actionlint() {
  const folder = mkdtempSync(join(tmpdir(), 'actionlint-'))
  try {
    mkdirSync(join(folder, '.github/workflows'), { recursive: true })
    const files = documents()
      .filter(({ file }) => file !== 'action.yml')
      .map(({ file, line, yaml }) => {
        const path = join(folder, '.github/workflows', `${file.replace(/\W+/g, '-')}-${line}.yml`)
        // A path to an action of this repository leads nowhere from there.
        writeFileSync(path, published(yaml))
        return path
      })
    // What it has not learnt yet.
    const news = [
      'unexpected key "queue" for "concurrency"',
      'reusable workflow call "\\$/',
      'could not read reusable workflow',
    ]
    return run('actionlint', ['-no-color', ...news.flatMap((pattern) => ['-ignore', pattern]), ...files])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How many failures: 0 or 1. A tool that this machine does not have finds nothing. */
function run(tool, args) {
  const { error, status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' })
  if (error?.code === 'ENOENT' || status === 127) {
    console.log(`${tool}: not on this machine, skipped`)
    return 0
  }
  if (error !== undefined) throw error
  console.log(`${tool}: ${status === 0 ? 'nothing to say' : `${stdout}${stderr}`}`)
  return status === 0 ? 0 : 1
}

/** It imports JSON in a way that Node does not know, so it is bundled first. */
async function loadLanguageService() {
  const entry = fileURLToPath(import.meta.resolve('@actions/languageservice'))
  const { code, assets } = await ncc(entry, { cache: false, quiet: true })
  const folder = mkdtempSync(join(tmpdir(), 'language-service-'))
  try {
    for (const [name, { source }] of Object.entries({ ...assets, 'index.js': { source: code } })) {
      writeFileSync(join(folder, name), source)
    }
    return await import(pathToFileURL(join(folder, 'index.js')).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** All that is to be checked; `line` is that of the first line of the YAML. */
function documents() {
  const inFolder = (folder, ends) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => ends.test(name))
          .map((name) => `${folder}/${name}`)
      : []
  const whole = ['action.yml', ...inFolder('.github/workflows', /\.ya?ml$/)]
  const prose = ['README.md', ...inFolder('docs', /\.md$/)].filter((file) => existsSync(file))
  return [...whole.map((file) => ({ file, line: 1, yaml: text(file) })), ...prose.flatMap(workflowsIn)]
}

function workflowsIn(file) {
  return codeBlocks(unified().use(remarkParse).parse(text(file)))
    .filter(({ lang, value }) => /^ya?ml$/.test(lang) && /^['"]?on['"]?:/m.test(value) && /^jobs:/m.test(value))
    .map(({ value, position }) => ({ file, line: position.start.line + 1, yaml: value }))
}

function codeBlocks(node) {
  return node.type === 'code' ? [node] : (node.children ?? []).flatMap(codeBlocks)
}

function check({ file, line, yaml }) {
  return validate(
    // The service tells an action by the end of the address, and keeps its findings by the whole of it.
    { uri: line === 1 ? file : `${file}#${line}`, getText: () => published(yaml) },
    {
      actionsMetadataProvider: { fetchActionMetadata: async ({ name }) => (name === ours ? manifest : UNKNOWN_ACTION) },
      contextProviderConfig: { getContext: async (name, value, { job }) => withOutputs(name, value, job) },
    },
  )
}

/** The workflows here use the action by a folder; what they give to that the service does not look at. */
function published(yaml) {
  return yaml.replace(/(\buses: )\.\/(?!\.github\/)\S*/g, `$1org/${ours}@v1`)
}

/** Names the outputs of the steps that use our action. */
function withOutputs(name, value, job) {
  if (name !== 'steps') return undefined
  for (const { id, uses } of job?.steps ?? []) {
    const step = value.get(id)
    if (step === undefined || !uses?.value.includes(`/${ours}@`)) continue
    const outputs = step.get('outputs')
    for (const output of Object.keys(manifest.outputs)) outputs.add(output, step.get('outcome'))
    outputs.complete = true
  }
  return value
}

function fail(message) {
  throw new Error(message)
}
