// @ts-check
// actionlint and zizmor, each in one pinned version, over the workflows here and in the documents. Without Go or
// Python they are left out, but not in CI.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { documentedWorkflows, ROOT } from './documents.mjs'
import { byGo, installed } from './installed.mjs'

const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12'
const ZIZMOR = 'zizmor==1.30.0'

/** What actionlint has not learnt yet. */
const NEWS = ['unexpected key "queue" for "concurrency"', 'reusable workflow call "\\$/']

const actionlint = installed('actionlint', ACTIONLINT, byGo(ACTIONLINT))
if (actionlint !== undefined) {
  // It calls shellcheck and pyflakes where a machine has them, in whatever version.
  const options = ['-no-color', '-shellcheck=', '-pyflakes=', ...NEWS.flatMap((pattern) => ['-ignore', pattern])]
  const own = readdirSync(join(ROOT, '.github/workflows')).map((name) => join(ROOT, '.github/workflows', name))
  run(actionlint, [...options, ...own])
  inFolders((files) => {
    run(actionlint, [...options, ...files])
  })
}

const zizmor = installed('zizmor', ZIZMOR, (folder) => {
  const quiet = ['--quiet', '--disable-pip-version-check', '--root-user-action=ignore']
  execFileSync('python3', ['-m', 'pip', 'install', ...quiet, '--target', folder, ZIZMOR], { stdio: 'inherit' })
})
if (zizmor !== undefined)
  run(zizmor, ['--offline', '--quiet', '--pedantic', join(ROOT, '.github'), join(ROOT, 'action.yml')])

/** @param {string} program @param {string[]} args */
function run(program, args) {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (error !== undefined) throw error
  console.log(`${basename(program)}: ${status === 0 ? 'nothing to say' : `${stdout}${stderr}`}`)
  if (status !== 0) process.exitCode = 1
}

/**
 * Writes the documented workflows where they belong, a repository for each document: there a workflow finds the one
 * that it calls.
 * @param {(files: string[]) => void} act
 */
function inFolders(act) {
  const folder = mkdtempSync(join(tmpdir(), 'workflows-'))
  try {
    const files = documentedWorkflows().map(({ file, line, yaml, path = `.github/workflows/line-${line}.yml` }) => {
      const place = join(folder, file, path)
      mkdirSync(dirname(place), { recursive: true })
      mkdirSync(join(folder, file, '.git'), { recursive: true })
      writeFileSync(place, yaml)
      return place
    })
    act(files)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
