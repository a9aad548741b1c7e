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

/** Credits that each request of the repository costs. */
export const PRICE = 45
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
  const dispatched = join(place, 'dispatched')
  for (const each of [folder, tools, join(place, 'home')]) mkdirSync(each)
  writeFileSync(sent, '')
  for (const [name, script] of Object.entries({
    curl: curl(sent),
    gh: `#!/bin/sh\ncat >'${dispatched}'\n`,
    uuidgen: UUIDGEN,
  })) {
    writeFileSync(join(tools, name), script, { mode: 0o755 })
  }
  fillRepository(folder, workflows, shots)

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
    baseUrl: pixverse.url,
    github,
    generations,
    /** The commit before the plan came. */
    base: git(folder, 'rev-parse', 'origin/main').trim(),
    /** The requests of the repository, as they are sent to another one. */
    requests: shots.map(() => REQUEST),
    /** What was sent to another repository, if something was. */
    dispatched: () => (existsSync(dispatched) ? readFileSync(dispatched, 'utf8') : ''),
    /** What was sent to others: a chat, for example. */
    messages: () => requests().length - generations(),
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
  git(folder, 'remote', 'add', 'origin', 'https://github.com/octo/film')
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

const UUIDGEN = `#!/usr/bin/env node
console.log(crypto.randomUUID())
`

/** Writes down the address, and answers as PixVerse does. @param {string} sent */
function curl(sent) {
  return `#!/bin/sh
for argument; do
  case $argument in
    http*) url=$argument ;;
    @-) cat >/dev/null ;;
  esac
done
echo "$url" >>'${sent}'
echo '{"ErrCode": 0, "ErrMsg": "success", "Resp": {"video_id": 1}}'
`
}

/** @param {string} folder @param {string} path @param {string} text */
function writeInto(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
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
