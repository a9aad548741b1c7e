import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { documentedFiles } from '../../scripts/documents.mjs'
import { ended } from '../support/packed.js'
import { write, writeJq } from '../support/stand-ins.js'

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

/** A `curl` that writes down what it is asked, and answers by the next line of a file; an empty one is a timeout. */
const CURL = `#!/bin/sh
for argument; do
  case $argument in http*) url=$argument ;; Ai-trace-id:*) trace=$argument ;; esac
  case $before in
    --output) output=$argument ;;
    --data-binary) body=$argument ;;
  esac
  before=$argument
done
echo "$url $body" >>asked
echo "$trace" >>traces
case $url in
  */generate) file=submitted ;;
  */result/*) file=result ;;
  *) exec cp media "$output" ;;
esac
IFS= read -r line <"$file"
sed -i '1{$!d}' "$file"
case $line in
  '') exit 28 ;;
  *'refused by the network'*) exit 7 ;;
esac
printf '%s\\n' "$line"
`

interface Answers {
  readonly submitted?: readonly unknown[]
  readonly result?: readonly unknown[]
  readonly media?: string
  /** A program that is not there. */
  readonly without?: string
}

interface End {
  readonly exitCode: number | string
  readonly stderr: string
  readonly videos: readonly string[]
}

/** Runs a script with answers of PixVerse: the last of each is repeated, and `undefined` is none. */
async function script(name: string, args: readonly string[], answers: Answers = {}, stdin = ''): Promise<End> {
  const { submitted = [ACCEPTED], result = [made()], media = 'a video\n', without } = answers
  const tools = join(folder, 'tools')
  writeJq(tools)
  write(tools, 'curl', CURL, 0o755)
  write(tools, 'sleep', '#!/bin/sh\n', 0o755)
  write(tools, 'uuidgen', '#!/bin/sh\ncat /proc/sys/kernel/random/uuid\n', 0o755)
  if (without !== undefined) write(tools, without, '#!/bin/sh\nexit 127\n', 0o755)
  const lines = (all: readonly unknown[]): string =>
    all.map((one) => `${one === undefined ? '' : JSON.stringify(one)}\n`).join('')
  write(folder, 'submitted', lines(submitted))
  write(folder, 'result', lines(result))
  write(folder, 'media', media)
  write(folder, 'stdin', stdin)
  const PATH = [tools, process.env['PATH']].join(delimiter)
  const { exitCode, stderr } = await ended('bash', ['-c', '. "$0" <stdin', `scripts/${name}.sh`, ...args], {
    cwd: folder,
    env: { PATH, PIXVERSE_API_KEY: 'sandbox-key-000000' },
  })
  return {
    exitCode,
    stderr,
    videos: existsSync(join(folder, 'videos')) ? readdirSync(join(folder, 'videos')).sort() : [],
  }
}

async function generate(args: readonly string[], answers?: Answers): Promise<End> {
  return script('generate', args, answers)
}

function made(): unknown {
  return { ErrCode: 0, Resp: { status: 1, url: 'https://media.example/1.mp4' } }
}

/** The addresses that were asked, less what they have in common. */
function asked(): string[] {
  if (!existsSync(join(folder, 'asked'))) return []
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
    const fields = { feature: 'text_to_video', creation_type: 'text_to_video', count: 2, name: 'harbour', credits: 60 }
    write(folder, 'harbour.json', JSON.stringify({ ...REQUEST, ...fields }))
    await generate(['harbour.json'])
    expect(sent()).toEqual(REQUEST)
  })

  test('sends what the gate reads by the names of the API', async () => {
    write(folder, 'harbour.json', JSON.stringify({ ...REQUEST, audio: true, multi_clip: false }))
    await generate(['harbour.json'])
    expect(sent()).toEqual({ ...REQUEST, generate_audio_switch: true, generate_multi_clip_switch: false })
  })

  test('does not pay again for a video that is being made', async () => {
    write(folder, 'harbour.json', JSON.stringify(REQUEST))
    write(folder, 'videos/harbour.mp4.id', '42\n')
    expect(await generate(['harbour.json'])).toMatchObject({ exitCode: 0, videos: ['harbour.mp4'] })
    expect(asked()).toEqual(['result/42', 'https://media.example/1.mp4'])
  })

  test('does not pay for a video that is there', async () => {
    write(folder, 'harbour.json', JSON.stringify(REQUEST))
    write(folder, 'videos/harbour.mp4', 'a video')
    write(folder, 'videos/harbour.mp4.id', '42\n')
    expect(await generate(['harbour.json'])).toEqual({ exitCode: 0, stderr: '', videos: ['harbour.mp4'] })
    expect(asked()).toEqual([])
  })

  test('waits while it is made, and where there is no answer', async () => {
    write(folder, 'harbour.json', JSON.stringify(REQUEST))
    const running = { ErrCode: 0, Resp: { status: 5 } }
    const end = await generate(['harbour.json'], { result: [running, undefined, '<h1>Maintenance</h1>', made()] })
    expect(end).toMatchObject({ exitCode: 0, videos: ['harbour.mp4'] })
    expect(asked().filter((address) => address.startsWith('result/'))).toHaveLength(4)
    expect(asked().filter((address) => address === 'text/generate')).toHaveLength(1)
  })

  test('waits for room, with a new trace id for each request', async () => {
    write(folder, 'harbour.json', JSON.stringify(REQUEST))
    const end = await generate(['harbour.json'], { submitted: [{ ErrCode: 500_044 }, ACCEPTED] })
    expect(end).toMatchObject({ exitCode: 0, videos: ['harbour.mp4'] })
    const traces = readFileSync(join(folder, 'traces'), 'utf8').match(/Ai-trace-id: \S{36}/g) ?? []
    expect([traces.length, new Set(traces).size]).toEqual([3, 3])
  })

  test.each([
    [{ ...REQUEST, img_id: 7 }],
    [{ ...REQUEST, image_references: [{}] }],
    [{ ...REQUEST, source_video_id: 7 }],
    [{ ...REQUEST, audio_media_id: 7 }],
    [{ ...REQUEST, creation_type: 'extend' }],
    [{ ...REQUEST, feature: 'extend' }],
    [{ feature: 'sound_effect', prompt: 'Rain' }],
    [[REQUEST, REQUEST].slice(0, 0)],
  ])('sends nothing that is no text to video: %j', async (request) => {
    write(folder, 'harbour.json', JSON.stringify(request))
    const end = await generate(['harbour.json'])
    expect(end).toMatchObject({ exitCode: 1, videos: [] })
    expect(end.stderr).toContain('Item 1 of harbour.json was not sent')
    expect(asked()).toEqual([])
  })

  test('pays for nothing whose id it could not keep', async () => {
    write(folder, 'harbour.json', JSON.stringify(REQUEST))
    const end = await generate(['harbour.json', '1', `videos/${'x'.repeat(250)}.mp4`])
    expect([end.exitCode, end.videos, asked()]).toEqual([1, [], []])
  })

  test('sends nothing without a trace id', async () => {
    write(folder, 'harbour.json', JSON.stringify(REQUEST))
    const end = await generate(['harbour.json'], { without: 'uuidgen' })
    expect([end.exitCode, end.videos, asked()]).toEqual([1, [], []])
  })

  test.each([
    [
      'refused',
      { submitted: [{ ErrCode: 500_090 }] },
      'PixVerse refused item 1 of harbour.json: {"ErrCode":500090}',
      [],
    ],
    ['deleted', { result: [{ ErrCode: 0, Resp: { status: 6 } }] }, 'could not make item 1 of harbour.json', []],
    ['not moderated', { result: [{ ErrCode: 0, Resp: { status: 7 } }] }, 'could not make item 1 of harbour.json', []],
    ['failed', { result: [{ ErrCode: 0, Resp: { status: 8 } }] }, 'could not make item 1 of harbour.json', []],
    ['unknown', { result: [{ ErrCode: 99_999 }] }, 'PixVerse says of video 318633193768896', ['harbour.mp4.id']],
    ['answered by an empty video', { media: '' }, 'is empty: start again', ['harbour.mp4.id']],
  ])('ends with 1 when the request is %s', async (_, answers, says, videos) => {
    write(folder, 'harbour.json', JSON.stringify(REQUEST))
    const end = await generate(['harbour.json'], answers)
    expect(end).toMatchObject({ exitCode: 1, videos })
    expect(end.stderr).toContain(says)
  })

  test('waits through a few answers that say something else', async () => {
    write(folder, 'harbour.json', JSON.stringify(REQUEST))
    const busy = { ErrCode: 500_069, Resp: null }
    const end = await generate(['harbour.json'], { result: [busy, busy, busy, busy, made()] })
    expect(end).toMatchObject({ exitCode: 0, videos: ['harbour.mp4'] })
  })

  test.each([
    ['no answer', [undefined], 'may have been paid'],
    ['a web page', ['<h1>Bad gateway</h1>'], 'may have been paid'],
    ['no code', [{ Resp: { video_id: 1 } }], 'may have been paid'],
    ['no id', [{ ErrCode: 0, Resp: {} }], 'There is no id in'],
  ])('does not send a request again that had %s', async (_, submitted, says) => {
    write(folder, 'harbour.json', JSON.stringify(REQUEST))
    const first = await generate(['harbour.json'], { submitted })
    expect(first).toMatchObject({ exitCode: 1, videos: ['harbour.mp4.id'] })
    expect(first.stderr).toContain(says)
    const second = await generate(['harbour.json'])
    expect(second).toMatchObject({ exitCode: 1, videos: ['harbour.mp4.id'] })
    expect(second.stderr).toContain('Item 1 of harbour.json may be paid: look into the PixVerse console.')
    expect(asked()).toEqual(['text/generate'])
  })

  test('sends a request again that could not be sent', async () => {
    write(folder, 'harbour.json', JSON.stringify(REQUEST))
    const first = await generate(['harbour.json'], { submitted: ['refused by the network'] })
    expect(first).toMatchObject({ exitCode: 1, videos: [] })
    expect(first.stderr).toContain('PixVerse cannot be reached: item 1 of harbour.json was not sent')
    expect(await generate(['harbour.json'])).toMatchObject({ exitCode: 0, videos: ['harbour.mp4'] })
  })
})

onLinux('the script for a list', () => {
  const list = async (pattern: string, todo: unknown, answers?: Answers): Promise<End> =>
    script('generate-todo', [pattern], answers, typeof todo === 'string' ? todo : JSON.stringify(todo))

  test.each(['a', 'a b', '-a', 'a & b', "it's", '"a"', '$(touch b)', '{n}', '[1]', '*', '名前', '#1', 'a#b.c'])(
    'makes what is called %s',
    async (name) => {
      write(folder, 'plan.jsonl', `${JSON.stringify(REQUEST)}\n${JSON.stringify({ ...REQUEST, seed: 2 })}\n`)
      const todo = [{ file: 'plan.jsonl', item: 2, name, n: 1 }]
      expect(await list('videos/{name}.mp4', todo)).toEqual({ exitCode: 0, stderr: '', videos: [`${name}.mp4`] })
      expect(sent()).toEqual({ ...REQUEST, seed: 2 })
    },
  )

  test('makes each of a count, and those without a name', async () => {
    write(folder, 'a.json', JSON.stringify(REQUEST))
    const todo = [1, 2, 3].map((n) => ({ file: 'a.json', item: 1, name: '', n }))
    const end = await list('videos/a-{n}.mp4', todo)
    expect(end).toEqual({ exitCode: 0, stderr: '', videos: ['a-1.mp4', 'a-2.mp4', 'a-3.mp4'] })
  })

  test('goes on when one fails, and ends with 1', async () => {
    write(folder, 'a.json', JSON.stringify(REQUEST))
    const todo = ['a', 'b', 'c'].map((name) => ({ file: 'a.json', item: 1, name, n: 1 }))
    const submitted = [ACCEPTED, { ErrCode: 500_090 }, ACCEPTED]
    expect(await list('videos/{name}.mp4', todo, { submitted })).toMatchObject({
      exitCode: 1,
      videos: ['a.mp4', 'c.mp4'],
    })
  })

  test('has nothing to do for an empty list', async () => {
    expect(await list('videos/{name}.mp4', [])).toEqual({ exitCode: 0, stderr: '', videos: [] })
  })

  test.each([
    ['no list', '{"a', {}],
    ['no jq', [], { without: 'jq' }],
    ['a plan that is in no file', [{ file: '', item: 1, name: 'a', n: 1 }], {}],
  ])('fails where there is %s', async (_, todo, answers) => {
    expect((await list('videos/{name}.mp4', todo, answers)).exitCode).not.toBe(0)
  })
})

onLinux('the script that stores', () => {
  test('pushes what two jobs made at once, and nothing where nothing was made', async () => {
    const git = (at: string, ...args: string[]): string => execFileSync('git', args, { cwd: at, encoding: 'utf8' })
    mkdirSync(folder, { recursive: true })
    git(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', 'origin.git')
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' }
    const clone = (name: string): string => {
      git(folder, 'clone', '--quiet', 'origin.git', name)
      return join(folder, name)
    }
    const first = clone('first')
    const identity = ['-c', 'user.name=octocat', '-c', 'user.email=octocat@example.invalid']
    git(first, ...identity, 'commit', '--quiet', '--allow-empty', '--message', 'Start')
    git(first, 'push', '--quiet', 'origin', 'HEAD:main')
    const store = async (at: string, ...args: string[]): Promise<number | string> =>
      (await ended('bash', [join(folder, 'scripts/store.sh'), ...args], { cwd: at, env })).exitCode
    const jobs = ['a', 'b', 'c'].map((name) => {
      const at = clone(name)
      write(at, `videos/${name}.mp4`, 'a video')
      write(at, '.gitignore', '*.mp4\n')
      return at
    })
    expect(await Promise.all(jobs.map((at) => store(at)))).toEqual([0, 0, 0])
    expect(await store(clone('d'))).toBe(0)
    git(first, 'push', '--quiet', 'origin', 'HEAD:trunk')
    write(first, 'out/e.mp4', 'a video')
    expect(await store(first, 'out', 'trunk')).toBe(0)
    expect(git(join(folder, 'origin.git'), 'ls-tree', '-r', '--name-only', 'trunk').trim()).toBe('out/e.mp4')
    expect(git(join(folder, 'origin.git'), 'ls-tree', '-r', '--name-only', 'main').trim().split('\n')).toEqual([
      'videos/a.mp4',
      'videos/b.mp4',
      'videos/c.mp4',
    ])
  })
})
