import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import ts from 'typescript'
import { parse } from 'yaml'
import { startPixVerse } from '../../sandbox/pixverse.mjs'
import { documentedFiles } from '../../scripts/documents.mjs'
import { balance, KEY } from '../support/gate.js'
import { ended, installPacked, type Packed, run, stranger } from '../support/packed.js'
import { fillRepository, writeTools } from '../support/stand-ins.js'

jest.setTimeout(60_000)

const require = createRequire(import.meta.url)
const PAGES = ['docs/other-ci.md', 'docs/agents.md', 'README.md'].map((page) => readFileSync(page, 'utf8'))

let packed: Packed
let folder: string
beforeAll(() => {
  packed = installPacked()
  folder = mkdtempSync(join(tmpdir(), 'pixverse-ci-'))
})
afterAll(() => {
  packed.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** The file of that path in docs/other-ci.md. */
function documented(path: string): string {
  const found = documentedFiles().find((each) => each.file === 'docs/other-ci.md' && each.path === path)
  if (found === undefined) throw new Error(`docs/other-ci.md has no ${path}`)
  return found.text
}

/** Every command of the gate in the documents, as it stands there. */
const COMMANDS = PAGES.flatMap((page) => page.split('\n').filter((line) => /\bnpx\b.*pixverse-balance-gate/.test(line)))

describe('the commands in the documents', () => {
  test('are there', () => {
    expect(COMMANDS.length).toBeGreaterThan(8)
  })

  test('name the version of this package, and flags that it has', async () => {
    const { stdout } = await run(packed, { args: ['--help'], key: '' })
    const known = [...stdout.matchAll(/--[a-z-]+/g)].map(([flag]) => flag)
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    const [major] = version.split('.')
    for (const line of COMMANDS) {
      const [, tag, rest = ''] = /pixverse-balance-gate(?:@([\d.]+))?(.*)$/.exec(line) ?? []
      if (tag !== undefined) expect(line).toContain(`npx --yes pixverse-balance-gate@${major}`)
      const [command = ''] = rest.split('||')
      for (const [flag] of command.matchAll(/--[a-z-]+/g))
        expect([line, known]).toEqual([line, expect.arrayContaining([flag])])
    }
  })
})

describe('a shell script', () => {
  const onLinux = process.platform === 'linux' ? test : test.skip

  onLinux.each([
    ['enough', balance(1_000_000, 0), KEY, 0, 2],
    ['too little', balance(500, 0), KEY, 4, 0],
    ['no key', balance(1_000_000, 0), '', 3, 0],
  ])('%s', async (_, answer, key, exitCode, generations) => {
    const place = mkdtempSync(join(folder, 'script-'))
    const server = await startPixVerse({ answer: () => answer })
    fillRepository(place)
    const tools = join(place, 'tools')
    const asked = writeTools(tools, packed, server.url)
    const { PATH = '', ...env } = stranger(packed)
    const end = await ended('bash', ['scripts/videos.sh'], {
      cwd: place,
      env: { ...env, PATH: [tools, PATH].join(delimiter), ...(key === '' ? {} : { PIXVERSE_API_KEY: key }) },
    })
    await server.close()
    expect([end.exitCode, asked()]).toEqual([exitCode, generations])
  })
})

describe('CircleCI', () => {
  const { parseConfig } = require('@circleci/circleci-config-parser') as { parseConfig: (config: unknown) => unknown }

  test('its own parser takes the file', () => {
    expect(() => parseConfig(parse(documented('.circleci/config.yml')))).not.toThrow()
  })

  test('and would refuse one that is wrong', () => {
    const wrong = documented('.circleci/config.yml').replaceAll('command:', 'comand:')
    expect(() => parseConfig(parse(wrong))).toThrow()
  })
})

describe('Buildkite', () => {
  test('the types of its SDK fit the file', () => {
    expect(faultsOf(documented('.buildkite/pipeline.yml'))).toEqual([])
  })

  test('and would not fit one that is wrong', () => {
    const wrong = documented('.buildkite/pipeline.yml').replace('exit_status:', 'exit_code:')
    expect(faultsOf(wrong)).not.toEqual([])
  })

  /** What the compiler says of the steps. */
  function faultsOf(yaml: string): string[] {
    const { steps } = parse(yaml) as { steps: unknown }
    const file = join(folder, 'pipeline.ts')
    const sdk = require.resolve('@buildkite/buildkite-sdk').replace(/\.js$/, '')
    const source = `import type { PipelineStep } from '${sdk}'\nexport const steps: PipelineStep[] = ${JSON.stringify(steps)}\n`
    writeFileSync(file, source)
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      module: ts.ModuleKind.CommonJS,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    }
    const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([file], options))
    return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  }
})

// Their vendors publish no package to check with.
describe('Azure Pipelines', () => {
  test('the generations wait for a gate that ended with 0', () => {
    const { jobs } = parse(documented('azure-pipelines.yml')) as {
      jobs: { steps: { bash?: string; condition?: string; env?: Record<string, string> }[] }[]
    }
    const [gate, generate, ...others] = jobs.flatMap(({ steps }) => steps)
    expect(others).toEqual([expect.objectContaining({ publish: 'videos' })])
    expect(gate?.bash).toContain('##vso[task.setvariable variable=gate]$code')
    expect(gate?.bash).toMatch(/4\) .*warning.* ;;\n *\*\) exit "\$code" ;;/)
    expect(generate?.condition).toBe("and(succeeded(), eq(variables['gate'], '0'))")
    for (const step of [gate, generate]) expect(step?.env).toEqual({ PIXVERSE_API_KEY: '$(PIXVERSE_API_KEY)' })
  })
})

describe('Jenkins', () => {
  test('every bracket is closed, and the generations wait for a gate that ended with 0', () => {
    const file = documented('Jenkinsfile')
    const open: string[] = []
    for (const [bracket] of file.replace(/'[^'\n]*'|"[^"\n]*"|\/\/.*/g, '').matchAll(/[(){}[\]]/g)) {
      const opening = { ')': '(', '}': '{', ']': '[' }[bracket]
      if (opening === undefined) open.push(bracket)
      else expect(open.pop()).toBe(opening)
    }
    expect(open).toEqual([])
    expect(file).toMatch(/returnStatus: true,[^]*stage\('Generate'\)[^]*environment name: 'GATE', value: '0'/)
    expect(file).toMatch(/== '4'\) {\s+unstable\([^]*!= '0'\) {\s+error\(/)
  })
})

describe('the skill for agents', () => {
  test('has the front matter of a skill', () => {
    const [, front = ''] = /^---\n([^]*?)\n---\n/.exec(readFileSync('docs/agents.md', 'utf8')) ?? []
    const { name, description, ...others } = parse(front) as { name: string; description: string }
    expect(others).toEqual({})
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(description.length).toBeLessThanOrEqual(1_024)
  })
})
