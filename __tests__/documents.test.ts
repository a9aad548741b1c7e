import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parseAllDocuments } from 'yaml'
import { readPlan } from '../src/plan/index.js'
import { plain, sanitiser } from '../src/safe-text.js'

const PAGES = ['README.md', ...readdirSync('docs').map((name) => join('docs', name))].filter((name) =>
  name.endsWith('.md'),
)

interface Example {
  readonly at: string
  readonly plan: string
  readonly prices: string
}

const EXAMPLES = PAGES.flatMap((page) => examplesIn(page, readFileSync(page, 'utf8')))

test('the documents have plans to check', () => {
  expect(EXAMPLES.length).toBeGreaterThan(3)
})

test.each(EXAMPLES)('the plan $at is priced', ({ plan, prices }) => {
  const read = readPlan({ plan, prices, made: '', margin: plain('0'), workspace: '.' }, sanitiser())
  expect(read).toMatchObject({ kind: 'plan' })
})

test('every link inside of the repository leads somewhere', () => {
  const pages = [...PAGES, 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md']
  const links = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)]*))?\)/g)].map(
      ([, path = '', anchor]) => ({
        page,
        to: path === '' ? page : join(dirname(page), path),
        anchor,
      }),
    ),
  )
  expect(links.length).toBeGreaterThan(50)
  expect(
    links.filter(({ to, anchor }) => !existsSync(to) || (anchor !== undefined && !anchorsOf(to).includes(anchor))),
  ).toEqual([])
})

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** The plans of a page: those that workflows give inline, and those that stand for themselves. */
function examplesIn(page: string, text: string): Example[] {
  return [...text.matchAll(/^( *)```(?:ya?ml|jsonl?|json)\n([^]*?)^\1```/gm)].flatMap((block) => {
    const [, indent = '', code = ''] = block
    const at = `${page}:${text.slice(0, block.index).split('\n').length}`
    const content = code.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
    return parseAllDocuments(content).flatMap((document) => {
      const value: unknown = document.toJS()
      const given = [...objectsIn(value)].filter(({ plan }) => typeof plan === 'string' && /^[[{-]/.test(plan))
      if (given.length > 0) {
        return given.map(({ plan, prices }) => ({
          at,
          plan: String(plan),
          prices: typeof prices === 'string' ? prices : '',
        }))
      }
      const items: readonly unknown[] = Array.isArray(value) ? value : [value]
      const isPlan = items.some((item) => isObject(item) && ('model' in item || 'feature' in item) && !('per' in item))
      return isPlan ? [{ at, plan: JSON.stringify(value), prices: '' }] : []
    })
  })
}

function* objectsIn(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return
  if (isObject(value)) yield value
  for (const part of Object.values(value) as unknown[]) yield* objectsIn(part)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
