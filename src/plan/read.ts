import { existsSync, promises, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, extname, isAbsolute, join, relative, sep } from 'node:path'
import { create } from '@actions/glob'
import { parse as parseYaml } from 'yaml'
import type { Located } from '../budget/faults.js'
import type { Trouble } from '../budget/trouble.js'
import { messageOf } from '../errors.js'

/** Bytes of one file. JSON is read fast; a hostile YAML takes time that grows with the square of its size. */
const JSON_MAX = 50 * 1024 * 1024
const YAML_MAX = 256 * 1024

const FORMATS = ['.json', '.jsonl', '.ndjson', '.yml', '.yaml']

type Listed = Iterable<Located | Trouble>

/**
 * Reads the items of the input `plan` or `prices`: inline YAML or JSON when it starts with `[`, `{` or `-`, else
 * file patterns, one a line. What cannot be read becomes a fault in place of an item. Never throws.
 * @param workspace files outside of this folder are refused, also when a link leads there
 */
export async function readItems(input: 'plan' | 'prices', text: string, workspace: string): Promise<Listed> {
  if (/^[[{-]/.test(text)) return locate(input, input, () => parseInline(text))
  return readFiles(input, text.split('\n'), workspace)
}

async function readFiles(input: string, patterns: readonly string[], workspace: string): Promise<Listed> {
  const lines = patterns
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '' && !pattern.startsWith('#'))
  const excluded = lines.filter((pattern) => pattern.startsWith('!'))
  const folder = realPath(workspace)
  const files = new Set<string>()
  const faults: Trouble[] = []
  const fault = (place: string | undefined, happened: string, cure: string, detail?: string): void => {
    faults.push({ place, happened, cure, detail })
  }
  // Each pattern on its own, because one that matches nothing is most likely a misspelt one.
  for (const pattern of lines.filter((line) => !line.startsWith('!'))) {
    try {
      const globber = await create([pattern, ...excluded].join('\n'), {
        implicitDescendants: false,
        matchDirectories: false,
      })
      if (!globber.getSearchPaths().every((path) => isInside(realPath(path), folder))) {
        fault(pattern, `This pattern of ${input} leads outside of the workspace.`, INSIDE)
        continue
      }
      const found = await withQuickStat(() => globber.glob())
      if (found.length === 0) fault(pattern, `This pattern of ${input} matches no file.`, NO_MATCH)
      for (const file of found.sort()) files.add(file)
    } catch (error) {
      fault(
        pattern,
        `This pattern of ${input} cannot be followed.`,
        'Check the pattern, and that its folders may be read.',
        messageOf(error),
      )
    }
  }
  if (lines.length === excluded.length) {
    fault(undefined, `The input ${input} has no pattern that includes a file.`, 'Give one, such as prompts/*.json.')
  }
  return readEach(input, faults, files, folder)
}

const NO_MATCH =
  'Patterns start in the workspace: is it checked out? A folder needs a pattern such as prompts/*.json. Inline YAML or JSON begins with `-`, `[` or `{`.'
const INSIDE = 'Use files of the workspace only.'

/**
 * The toolkit's globbing waits for the thread pool once per file, one after the other. Asked synchronously, 10,000
 * files take a fifth of the time. Nothing else runs while a plan is read.
 */
async function withQuickStat<T>(work: () => Promise<T>): Promise<T> {
  const { stat } = promises
  promises.stat = ((path: string) =>
    new Promise((resolve) => {
      resolve(statSync(path))
    })) as typeof stat
  try {
    return await work()
  } finally {
    promises.stat = stat
  }
}

/** Whether a path with all links followed is inside of such a folder. */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The path with all links followed as far as it exists. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realPath(dirname(path)), basename(path))
}

function* readEach(input: string, faults: readonly Trouble[], files: Iterable<string>, workspace: string): Listed {
  yield* faults
  for (const file of files) {
    // The same on every system, as it stands in reports.
    const place = relative(process.cwd(), file).replaceAll(sep, '/')
    const format = extname(file).toLowerCase()
    try {
      const content = read(file, format, workspace)
      if (format === '.jsonl' || format === '.ndjson') yield* readLines(input, place, content)
      else yield* locate(input, place, () => (format === '.json' ? JSON.parse(content) : parseYamlText(content)))
    } catch (error) {
      yield error instanceof Unreadable
        ? { place, happened: `This file of ${input} ${error.message}.`, cure: error.cure }
        : {
            place,
            happened: `This file of ${input} cannot be read.`,
            cure: 'Check that it exists and may be read.',
            detail: messageOf(error),
          }
    }
  }
}

class Unreadable extends Error {
  constructor(
    message: string,
    readonly cure: string,
  ) {
    super(message)
  }
}

function read(file: string, format: string, workspace: string): string {
  if (!FORMATS.includes(format)) throw new Unreadable('has an unknown format', `Use ${FORMATS.join(', ')}.`)
  if (!isInside(realpathSync(file), workspace)) throw new Unreadable('is outside of the workspace', INSIDE)
  const most = format.startsWith('.y') ? YAML_MAX : JSON_MAX
  const stats = statSync(file)
  if (!stats.isFile()) throw new Unreadable('is not a regular file', 'Use regular files only.')
  if (stats.size > most) {
    throw new Unreadable(
      `is larger than ${most / 1024} KiB`,
      'Leave out of the plan what is not about its price, or use several files; .jsonl holds the most.',
    )
  }
  const content = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  if (content.trim() === '')
    throw new Unreadable('is empty', 'Put requests into it; [] says that there is nothing to generate.')
  return content
}

/** Line by line, without keeping what was read: a plan may have 100,000 lines. */
function* readLines(input: string, place: string, content: string): Listed {
  let number = 0
  for (let start = 0; start < content.length;) {
    const end = content.indexOf('\n', start)
    const line = content.slice(start, end < 0 ? content.length : end)
    start = end < 0 ? content.length : end + 1
    number++
    if (line.trim() === '') continue
    const at = `${place}, line ${number}`
    try {
      yield { place: at, item: JSON.parse(line) }
    } catch (error) {
      yield notParsed(input, at, error)
    }
  }
}

/** One item or a list of them. */
function* locate(input: string, place: string, parse: () => unknown): Listed {
  let content: unknown
  try {
    content = parse()
  } catch (error) {
    yield notParsed(input, place, error)
    return
  }
  const items: readonly unknown[] = Array.isArray(content) ? content : [content]
  for (const [at, item] of items.entries()) yield { place: `${place}, item ${at + 1}`, item }
}

function notParsed(input: string, place: string, error: unknown): Trouble {
  return {
    place,
    happened: `This part of ${input} cannot be read: its syntax is wrong.`,
    cure: 'Check it with a JSON or YAML checker.',
    detail: messageOf(error),
  }
}

function parseInline(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return parseYamlText(text)
  }
}

function parseYamlText(text: string): unknown {
  // Merge keys (`<<: *base`), because most other parsers know them: the job that reads the same file would see their
  // fields. maxAliasCount guards against aliases that explode; a duplicate key is an error by default.
  return parseYaml(text, { merge: true, maxAliasCount: 1000, logLevel: 'error' })
}
