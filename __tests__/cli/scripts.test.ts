import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { documentedFiles } from '../../scripts/documents.mjs'
import { ended } from '../support/packed.js'
import { write } from '../support/stand-ins.js'

/** The scripts of docs/recipes.md are for Linux. */
const onLinux = process.platform === 'linux' ? describe : describe.skip
const REQUEST = { model: 'v6', quality: '720p', duration: 5, prompt: 'A harbour at dawn' }
const ACCEPTED = { ErrCode: 0, ErrMsg: 'success', Resp: { video_id: 318_633_193_768_896 } }
const place = mkdtempSync(join(tmpdir(), 'pixverse-scripts-'))
let folder: string
let count = 0

afterAll(() => {
  rmSync(place, { recursive: true, force: true })
})

beforeEach(() => {
  folder = join(place, String((count += 1)))
  for (const { path, text } of documentedFiles()) if (path.startsWith('scripts/')) write(folder, path, text)
})

/** A `curl` that writes down what it is asked, and answers a submission and a question by a file each. */
const CURL = `#!/bin/sh
for argument; do
  case $argument in http*) url=$argument ;; esac
  case $before in
    --output) output=$argument ;;
    --data-binary) body=$argument ;;
  esac
  before=$argument
done
echo "$url $body" >>asked
case $url in
  */generate) cat submitted ;;
  */result/*) cat result ;;
  *) echo 'a video' >"$output" ;;
esac
`

interface Answers {
  readonly submitted?: unknown
  readonly result?: unknown
}

async function generate(args: readonly string[], { submitted = ACCEPTED, result = made() }: Answers = {}) {
  write(folder, 'tools/curl', CURL, 0o755)
  write(folder, 'tools/sleep', '#!/bin/sh\n', 0o755)
  write(folder, 'tools/uuidgen', '#!/bin/sh\ncat /proc/sys/kernel/random/uuid\n', 0o755)
  write(folder, 'submitted', JSON.stringify(submitted))
  write(folder, 'result', JSON.stringify(result))
  const PATH = [join(folder, 'tools'), process.env['PATH']].join(delimiter)
  const { exitCode, stderr } = await ended('bash', ['scripts/generate.sh', ...args], {
    cwd: folder,
    env: { PATH, PIXVERSE_API_KEY: 'sandbox-key-000000' },
  })
  return { exitCode, stderr, videos: existsSync(join(folder, 'videos')) ? readdirSync(join(folder, 'videos')) : [] }
}

function made(): unknown {
  return { ErrCode: 0, Resp: { status: 1, url: 'https://media.example/1.mp4' } }
}

/** The addresses that were asked, less what they have in common. */
function asked(): string[] {
  const lines = readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n')
  return lines.map(
    (line) => line.replace(/^https:\/\/app-api\.pixverse\.ai\/openapi\/v2\/video\//, '').split(' ')[0] ?? '',
  )
}

function sent(): unknown {
  const [line = ''] = readFileSync(join(folder, 'asked'), 'utf8').split('\n')
  return JSON.parse(line.slice(line.indexOf(' ')))
}

onLinux('the generation script', () => {
  test('makes the video of a file', async () => {
    write(folder, 'prompts/harbour.json', JSON.stringify(REQUEST))
    expect(await generate(['prompts/harbour.json'])).toEqual({ exitCode: 0, stderr: '', videos: ['harbour.mp4'] })
    expect(asked()).toEqual(['text/generate', 'result/318633193768896', 'https://media.example/1.mp4'])
    expect(readFileSync(join(folder, 'videos/harbour.mp4'), 'utf8')).toBe('a video\n')
  })

  test.each([
    [
      'a list',
      'plan.json',
      JSON.stringify(
        [
          { ...REQUEST, seed: 1 },
          { ...REQUEST, seed: 2 },
        ],
        null,
        2,
      ),
    ],
    [
      '.jsonl',
      'plan.jsonl',
      `${JSON.stringify({ ...REQUEST, seed: 1 })}\n${JSON.stringify({ ...REQUEST, seed: 2 })}\n`,
    ],
    [
      '.ndjson',
      'plan.ndjson',
      `${JSON.stringify({ ...REQUEST, seed: 1 })}\n${JSON.stringify({ ...REQUEST, seed: 2 })}`,
    ],
  ])('sends the item of %s', async (_, path, text) => {
    write(folder, path, text)
    expect(await generate([path, '2', 'videos/b.mp4'])).toMatchObject({ exitCode: 0, videos: ['b.mp4'] })
    expect(sent()).toEqual({ ...REQUEST, seed: 2 })
  })

  test('keeps the fields of the gate to itself', async () => {
    const fields = { feature: 'text_to_video', count: 2, name: 'harbour', credits: 60 }
    write(folder, 'harbour.json', JSON.stringify({ ...REQUEST, ...fields }))
    await generate(['harbour.json'])
    expect(sent()).toEqual(REQUEST)
  })

  test('does not pay again for a video that is being made', async () => {
    write(folder, 'harbour.json', JSON.stringify(REQUEST))
    write(folder, 'videos/harbour.mp4.id', '42\n')
    expect(await generate(['harbour.json'])).toMatchObject({ exitCode: 0, videos: ['harbour.mp4'] })
    expect(asked()).toEqual(['result/42', 'https://media.example/1.mp4'])
  })

  test.each([
    ['refused', { submitted: { ErrCode: 500_090 } }, 'PixVerse refused item 1 of harbour.json, ErrCode 500090', []],
    ['not moderated', { result: { ErrCode: 0, Resp: { status: 7 } } }, 'could not make item 1 of harbour.json', []],
    ['failed', { result: { ErrCode: 0, Resp: { status: 8 } } }, 'could not make item 1 of harbour.json', []],
    ['unknown', { result: { ErrCode: 99_999, Resp: null } }, 'does not say what became', ['harbour.mp4.id']],
    ['without an id', { submitted: { ErrCode: 0, Resp: {} } }, 'There is no id in', []],
  ])('ends with 1 when the request is %s', async (_, answers, says, videos) => {
    write(folder, 'harbour.json', JSON.stringify(REQUEST))
    const end = await generate(['harbour.json'], answers)
    expect(end).toMatchObject({ exitCode: 1, videos })
    expect(end.stderr).toContain(says)
  })
})

onLinux('the script that stores', () => {
  test('pushes what two jobs made at once, and nothing where nothing was made', async () => {
    const git = (at: string, ...args: string[]): string => execFileSync('git', args, { cwd: at, encoding: 'utf8' })
    mkdirSync(folder, { recursive: true })
    git(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', 'origin.git')
    write(folder, 'tools/gh', '#!/bin/sh\n', 0o755)
    const env = {
      PATH: [join(folder, 'tools'), process.env['PATH']].join(delimiter),
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
    }
    const clone = (name: string): string => {
      git(folder, 'clone', '--quiet', 'origin.git', name)
      return join(folder, name)
    }
    const first = clone('first')
    const identity = ['-c', 'user.name=octocat', '-c', 'user.email=octocat@example.invalid']
    git(first, ...identity, 'commit', '--quiet', '--allow-empty', '--message', 'Start')
    git(first, 'push', '--quiet', 'origin', 'HEAD:main')
    const store = async (at: string): Promise<number | string> =>
      (await ended('bash', [join(folder, 'scripts/store.sh')], { cwd: at, env })).exitCode
    const jobs = ['a', 'b', 'c'].map((name) => {
      const at = clone(name)
      write(at, `videos/${name}.mp4`, 'a video')
      return at
    })
    expect(await Promise.all(jobs.map(store))).toEqual([0, 0, 0])
    expect(await store(clone('d'))).toBe(0)
    expect(git(join(folder, 'origin.git'), 'ls-tree', '-r', '--name-only', 'main').trim().split('\n')).toEqual([
      'videos/a.mp4',
      'videos/b.mp4',
      'videos/c.mp4',
    ])
  })
})
