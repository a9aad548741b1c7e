// @ts-check
// Everything around a workflow: a repository with what the documents name, a PixVerse, a GitHub, and a `curl` that
// sends nothing. Generations take credits off the balance.
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startGitHub } from '../../sandbox/github.mjs'
import { balance, startPixVerse } from '../../sandbox/pixverse.mjs'
import { documentedFiles, ROOT } from '../documents.mjs'
import { curl } from './curl.mjs'

/** Credits that each request of the repository costs. */
export const PRICE = 45
const REMOTE = 'https://github.com/octo/film'
const REQUEST = { model: 'v6', quality: '720p', duration: 5, prompt: 'A harbour at dawn' }
/** Three are cheap; so many are dearer than every `budget` in the documents. */
const [FEW, MANY] = [3, 120]
/** Files that a workflow names: `prompts/*.json`. */
const NAMED = /\b(?!\.github)([\w-]+\/[\w*-]+)\.(jsonl?|ya?ml)\b/g

/** @typedef {Awaited<ReturnType<typeof createWorld>>} World */

/**
 * @param {string} workflows the text of all workflows in the repository
 * @param {{ dear: boolean }} options whether the plan is over every budget
 */
export async function createWorld(workflows, { dear }) {
  const shots = Array.from({ length: dear ? MANY : FEW }, (_, at) => `shot-${at + 1}`)
  const place = mkdtempSync(join(tmpdir(), 'engines-'))
  const [folder, tools, sent] = [join(place, 'checkout'), join(place, 'tools'), join(place, 'sent')]
  const origin = join(place, 'origin.git')
  const dispatched = join(place, 'dispatched')
  const checkoutAction = join(tools, 'checkout')
  for (const each of [folder, checkoutAction, join(place, 'home')]) mkdirSync(each, { recursive: true })
  writeFileSync(sent, '')
  for (const [name, script] of Object.entries({
    curl: curl(sent),
    gh: `#!/bin/sh\nfor file; do :; done\ncat "$file" >'${dispatched}'\n`,
    uuidgen: UUIDGEN,
    'checkout/action.yml': CHECKOUT,
  })) {
    writeFileSync(join(tools, name), script, { mode: 0o755 })
  }
  fillRepository(folder, workflows, shots)
  git(place, 'init', '--quiet', '--bare', '--initial-branch', 'main', origin)

  let credits = 0
  let answers = true
  const requests = () => readFileSync(sent, 'utf8').split('\n').filter(Boolean)
  const generations = () => requests().filter((url) => url.includes('/openapi/')).length
  const pixverse = await startPixVerse({
    answer: () => (answers ? balance(credits - generations() * PRICE, 0) : '<h1>Maintenance</h1>'),
  })
  const github = await startGitHub()

  return {
    folder,
    tools,
    home: join(place, 'home'),
    checkoutAction,
    /** For the steps: what they fetch from GitHub comes from a folder, and what they push goes there. */
    gitEnv: { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `url.${origin}.insteadOf`, GIT_CONFIG_VALUE_0: REMOTE },
    baseUrl: pixverse.url,
    github,
    generations,
    /** The requests of the repository. */
    requests: shots.map((name) => ({ ...REQUEST, name })),
    /** What was sent to another repository, if something was. */
    dispatched: () => (existsSync(dispatched) ? readFileSync(dispatched, 'utf8') : ''),
    /** What was sent to others: a chat, for example. */
    messages: () => requests().length - generations(),
    /** How many videos were pushed, beyond those that were there. */
    stored: () => videos(origin, 'main') - videos(folder, 'HEAD'),
    /** Starts a new count. @param {number | undefined} balance undefined: nothing that can be read */
    refill(balance) {
      writeFileSync(sent, '')
      credits = balance ?? 0
      answers = balance !== undefined
    },
    /** @param {string} path @param {string} text */
    write(path, text) {
      writeInto(folder, path, text)
    },
    /** @param {string} event @param {unknown} payload */
    payload(event, payload) {
      const file = join(place, `${event}.json`)
      writeFileSync(file, JSON.stringify(payload))
      return file
    },
    commit() {
      git(folder, 'add', '--all')
      git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Change')
      git(folder, 'push', '--quiet', '--force', origin, 'HEAD:main')
    },
    async close() {
      await pixverse.close()
      await github.close()
      rmSync(place, { recursive: true, force: true })
    },
  }
}

/** What a job downloads of the action, in a folder. @param {string} folder */
export function copyAction(folder) {
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true })
  for (const file of ['action.yml', 'package.json']) copyFileSync(join(ROOT, file), join(folder, file))
}

/** @param {string} folder @param {string} workflows @param {string[]} shots */
function fillRepository(folder, workflows, shots) {
  git(folder, 'init', '--quiet', '--initial-branch', 'main')
  git(folder, 'remote', 'add', 'origin', REMOTE)
  for (const { path, text } of documentedFiles()) if (path.startsWith('scripts/')) writeInto(folder, path, text)
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Start')
  git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
  for (const [, stem = '', extension = ''] of workflows.matchAll(NAMED)) {
    const names = stem.includes('*') ? shots.map((shot) => stem.replaceAll('*', shot)) : [stem]
    for (const name of names) {
      const path = `${name}.${extension}`
      if (!existsSync(join(folder, path))) writeInto(folder, path, plan(extension, shots))
    }
  }
}

/** A plan of one request; of all, where a file holds many. @param {string} extension @param {string[]} shots */
function plan(extension, shots) {
  const many = shots.map((name) => JSON.stringify({ name, ...REQUEST }))
  if (extension === 'jsonl') return `${many.join('\n')}\n`
  return extension === 'json' ? JSON.stringify(REQUEST) : `[${many.join(', ')}]`
}

/** Stands in for `actions/checkout` where a workflow names what is checked out. */
const CHECKOUT = `name: Check out
inputs: { ref: { default: HEAD }, path: { default: . }, persist-credentials: {}, fetch-depth: {} }
outputs: { commit: { value: '\${{ steps.checkout.outputs.commit }}' } }
runs:
  using: composite
  steps:
    - id: checkout
      shell: bash
      env: { REF: '\${{ inputs.ref }}', FOLDER: '\${{ inputs.path }}' }
      run: |
        git init --quiet --initial-branch main "$FOLDER"
        cd "$FOLDER"
        git remote add origin ${REMOTE}
        git fetch --quiet origin "$REF"
        git checkout --quiet --force --detach FETCH_HEAD
        echo "commit=$(git rev-parse HEAD)" >>"$GITHUB_OUTPUT"
`

const UUIDGEN = `#!/usr/bin/env node
console.log(crypto.randomUUID())
`

/** @param {string} folder @param {string} path @param {string} text */
function writeInto(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** @param {string} repository @param {string} commit */
function videos(repository, commit) {
  return git(repository, 'ls-tree', '-r', '--name-only', commit, 'videos/').split('.mp4\n').length - 1
}

/** @param {string} folder @param {string[]} args */
function git(folder, ...args) {
  const identity = ['-c', 'user.name=octocat', '-c', 'user.email=octocat@example.invalid', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...identity, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
