import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { startPixVerse } from '../../sandbox/pixverse.mjs'
import { documentedFiles } from '../../scripts/documents.mjs'
import { balance, KEY, NODE_24 } from '../support/gate.js'
import { ended, installPacked, type Packed, stranger } from '../support/packed.js'
import { fillRepository, write, writeTools } from '../support/stand-ins.js'

jest.setTimeout(60_000)

const ENGINE = fileURLToPath(new URL('../../node_modules/gitlab-ci-local/dist/index.js', import.meta.url))
const RICH = balance(1_069_020, 3_630)
const POOR = balance(12, 0)

// It needs bash, and copies with rsync or with what stands in for it.
const onLinux = process.platform === 'linux' ? describe : describe.skip

let packed: Packed
let place: string
beforeAll(() => {
  packed = installPacked()
})
afterAll(() => {
  packed.remove()
})
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'pixverse-gitlab-'))
})

const pages = documentedFiles().filter(({ file, path }) => file === 'docs/other-ci.md' && path === '.gitlab-ci.yml')

test('the page has two files for GitLab', () => {
  expect(pages).toHaveLength(2)
})

onLinux.each([
  { name: 'two jobs', gate: 'gate', text: pages[0]?.text ?? '' },
  { name: 'one job', gate: 'videos', text: pages[1]?.text ?? '' },
])('$name', ({ gate, text }) => {
  test('generates when there is enough', async () => {
    const { log, failed, warned, generations } = await pipeline(text, RICH)
    expect(log).toContain('1,072,650 credits left')
    expect([failed, warned, generations]).toEqual([[], [], 2])
  })

  test('goes on without generating when there is too little, with a warning', async () => {
    const { log, failed, warned, generations } = await pipeline(text, POOR)
    expect([failed, warned, generations]).toEqual([[], [gate], 0])
    if (gate === 'gate') expect(log).toContain('Nothing is generated: the verdict of the gate was low.')
  })

  test('fails without a key', async () => {
    const { failed, warned, generations } = await pipeline(text, RICH, '')
    expect([failed, warned, generations]).toEqual([[gate], [], 0])
  })

  test('fails when the balance cannot be read', async () => {
    const { failed, warned, generations } = await pipeline(text, '<h1>Maintenance</h1>')
    expect([failed, warned, generations]).toEqual([[gate], [], 0])
  })
})

interface Pipeline {
  readonly log: string
  /** The jobs that fail the pipeline, and those that are allowed to fail. */
  readonly failed: readonly string[]
  readonly warned: readonly string[]
  readonly generations: number
}

/** Runs the pipeline in a fresh repository, against a PixVerse that gives the answer. */
async function pipeline(text: string, answer: unknown, key = KEY): Promise<Pipeline> {
  const repository = join(place, 'film')
  const tools = join(place, 'tools')
  const server = await startPixVerse({ answer: () => answer })
  try {
    fillRepository(repository)
    write(repository, '.gitlab-ci.yml', text)
    git(repository, 'init', '--quiet', '--initial-branch', 'main')
    git(repository, 'remote', 'add', 'origin', 'git@gitlab.com:octo/film.git')
    git(repository, 'add', '--all')
    git(repository, 'commit', '--quiet', '--message', 'Start')
    const generations = writeTools(tools, packed, server.url)
    const variables = key === '' ? [] : ['--variable', `PIXVERSE_API_KEY=${key}`]
    const { PATH = '', ...env } = stranger(packed)
    const { stdout, stderr } = await ended(
      NODE_24,
      [ENGINE, '--force-shell-executor', '--shell-isolation', ...variables],
      {
        cwd: repository,
        env: { ...env, PATH: [tools, dirname(NODE_24), PATH].join(delimiter), HOME: place, NO_COLOR: '1' },
      },
    )
    const log = `${stdout}${stderr}`
    // Its own exit code is 0 wherever `allow_failure` has exit codes, so its closing lines are read.
    const jobs = (word: string): string[] =>
      [...stdout.matchAll(new RegExp(`^ ${word} +(\\S+)`, 'gm'))].map(([, job]) => String(job))
    return { log, failed: jobs('FAIL'), warned: jobs('WARN'), generations: generations() }
  } finally {
    await server.close()
    rmSync(place, { recursive: true, force: true })
  }
}

function git(cwd: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=octocat', '-c', 'user.email=octocat@example.invalid', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...identity, ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}
