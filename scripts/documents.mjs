// @ts-check
// The workflows in the documents. They are checked, and run on other engines, from here.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** The name of this repository, by which workflows use the action: `org/NAME@v1`. */
export const ACTION = 'pixverse-balance-action'
const FILE = /^(?:#!.*\n)?(?:#|\/\/) ((?:[\w.-]+\/)*(?:[\w-]*\.[\w.-]+|Jenkinsfile))(?=$|[ :\n])/
const PATH = /^# (\.github\/workflows\/[\w.-]+\.ya?ml)\b/

/**
 * @typedef {object} Workflow
 * @property {string} file where it stands
 * @property {number} line of the first line of the YAML, from 1
 * @property {string} yaml
 * @property {string | undefined} [path] where its first line says that it belongs, `.github/workflows/videos.yml`
 */

/** Every workflow in README.md and docs/; fails when none of them uses the action, because then no check sees much. */
export function documentedWorkflows() {
  const found = pages().flatMap(({ file, markdown }) => workflowsIn(file, markdown))
  if (!found.some(({ yaml }) => yaml.includes(`/${ACTION}@`))) throw new Error(`No documented workflow uses ${ACTION}`)
  return found
}

/**
 * The files in README.md and docs/ that are no workflows: by the path that their first line, or the one after `#!`,
 * names.
 */
export function documentedFiles() {
  return pages().flatMap(({ file, markdown }) =>
    codeBlocks(unified().use(remarkParse).parse(markdown)).flatMap(({ value }) => {
      const path = FILE.exec(value)?.[1]
      return path === undefined || PATH.test(value) ? [] : [{ file, path, text: `${value}\n` }]
    }),
  )
}

function pages() {
  const names = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'))
  const files = ['README.md', ...names.map((name) => `docs/${name}`)]
  return files.map((file) => ({ file, markdown: readFileSync(join(ROOT, file), 'utf8') }))
}

/** @param {string} file @param {string} markdown @returns {Workflow[]} */
export function workflowsIn(file, markdown) {
  return codeBlocks(unified().use(remarkParse).parse(markdown)).flatMap(({ lang, value, position }) => {
    const isWorkflow = /^ya?ml$/.test(lang ?? '') && /^['"]?on['"]?:/m.test(value) && /^jobs:/m.test(value)
    const line = Number(position?.start.line) + 1
    return isWorkflow ? [{ file, line, yaml: value, path: PATH.exec(value)?.[1] }] : []
  })
}

/**
 * @param {import('mdast').Nodes} node
 * @returns {import('mdast').Code[]}
 */
function codeBlocks(node) {
  if (node.type === 'code') return [node]
  return 'children' in node ? node.children.flatMap(codeBlocks) : []
}
