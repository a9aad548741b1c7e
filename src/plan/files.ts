import { closeSync, lstatSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, extname, parse } from 'node:path'
import { messageOf } from '../decode.js'
import type { Fault } from '../fault.js'
import { BEHIND, type Json, type JsonFault, parseJson } from '../json.js'
import { safe, type Sanitise } from '../safe-text.js'
import { type Misplaced, misplacedIn } from './misplaced.js'
import { findFiles, FORMATS, type Ground, isFileName, isInside, shownPath } from './patterns.js'
import { parseYaml, type Yaml, type YamlFault } from './yaml.js'

/** MiB of one file. */
const JSON_MAX = 50
const YAML_MAX = 16

/** Bytes of a file of lines that are read at once. */
const CHUNK = 64 * 1024

/** What is read, and how it is shown. */
interface Source {
  readonly input: 'plan' | 'prices'
  /** From the workspace on, with slashes; empty when it stands in the input itself. */
  readonly file: string
  readonly where: string
  readonly sanitise: Sanitise
  /** How many requests that are not where they should be are still read. */
  readonly spare: { left: number }
}

/** As many as faults are shown: aliases can bring the same request very often. */
const MISPLACED_MAX = 1000

/** A request body or a row of prices, and where it stands. */
export class LocatedItem {
  readonly kind = 'item'
  readonly value: unknown
  /** Counts from 1 within the file; the line in `.jsonl`. */
  readonly item: number
  /** Whether it is the only one of its file. */
  readonly alone: boolean
  private readonly unit: 'item' | 'line'
  private readonly source: Source

  constructor(value: unknown, item: number, unit: 'item' | 'line', alone: boolean, source: Source) {
    this.value = value
    this.item = item
    this.alone = alone
    this.unit = unit
    this.source = source
  }

  /** From the workspace on, with slashes; empty when it stands in the input itself. */
  get file(): string {
    return this.source.file
  }

  /** The same, as the only one of its file. */
  asOnly(): LocatedItem {
    return new LocatedItem(this.value, this.item, this.unit, true, this.source)
  }

  /** `prompts/a.json, item 3`. Not sanitised. */
  get where(): string {
    return `${this.source.where}, ${this.unit} ${this.item}`
  }
}

/** An item, or what is wrong in its place. */
export type Located = LocatedItem | { readonly kind: 'fault'; readonly fault: Fault }

/** What an item is called: by its name, or else by the file that holds nothing else. Empty when it is not. */
export function nameOf({ file, alone }: LocatedItem, name: string): string {
  return name === '' && alone ? parse(file).name : name
}

/**
 * Reads the items of the input `plan` or `prices` one by one, so that a long list takes no memory. The text is YAML or
 * JSON when it begins with `[`, `{` or `-`, also below comments, and file patterns otherwise. Below a comment it may
 * begin with a field as well, as in `model: v6`; `prompts/*.json` below a comment stays a pattern.
 */
export function* readItems(
  input: 'plan' | 'prices',
  text: string,
  ground: Ground,
  sanitise: Sanitise,
): Generator<Located> {
  const first = text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('#'))
  const isBelowComment = text.trimStart().startsWith('#')
  const spare = { left: MISPLACED_MAX }
  const source = { input, file: '', where: input, sanitise, spare }
  if (first === undefined || /^[[{-]/.test(first) || (isBelowComment && FIELD.test(first))) {
    yield* itemsOf(parseInline(text), source)
  } else if (FIELD.test(first)) {
    yield* bareMapping(parseInline(text), source)
  } else {
    for (const batch of readFiles(source, text, ground)) yield* batch
  }
}

const NAMES = { plan: safe`plan`, prices: safe`prices` }

/** `model: v6`, but not `C:\plan.json`. */
const FIELD = /^["']?[a-z_][\w-]*["']?\s*:(?:\s|$)/i

function parseInline(text: string): Json | Yaml {
  const json = parseJson(text)
  if (json.kind === 'value' || json.why === 'duplicate-key') return json
  const yaml = parseYaml(text)
  const isJson = yaml.kind === 'fault' && yaml.why === 'syntax' && json.why === 'syntax' && json.message === BEHIND
  return isJson ? json : yaml
}

/** A mapping is no plan. That the list stands in it is the better answer, where it does. */
function* bareMapping(parsed: Json | Yaml, source: Source): Generator<Located> {
  if (parsed.kind !== 'value') {
    yield wrong(BARE_MAPPING, source, 1)
    return
  }
  const item = new LocatedItem(parsed.value, 1, 'item', true, source)
  const misplaced = misplacedIn(parsed.value)
  yield wrong(misplaced === undefined ? BARE_MAPPING : misplacedFault(misplaced, source), source, 1)
  // What else is wrong is said as well.
  if (misplaced === undefined) yield item
  else yield* inTheirPlaces(misplaced, true, source)
}

/** Items that are read in one go: to hand each through several generators takes longer than to price it. */
type Batch = Iterable<Located>

function* readFiles(source: Source, text: string, ground: Ground): Generator<Batch> {
  const { files, faults } = findFiles(NAMES[source.input], text, ground, source.sanitise)
  yield faults.map((fault) => ({ kind: 'fault', fault }))
  const isIn = insideOf(ground.workspace)
  for (const path of files) {
    const file = shownPath(path, ground.workspace)
    const where = ground.folder === ground.workspace ? file : shownPath(path, ground.folder)
    yield* readFile(path, isIn, { ...source, file, where })
  }
}

function* readFile(path: string, isIn: (path: string) => boolean, source: Source): Generator<Batch> {
  try {
    const format = FORMATS.find((known) => known === extname(path).toLowerCase())
    const refused = format === undefined ? UNKNOWN_FORMAT : refusal(path, format, isIn)
    if (refused !== undefined) yield [wrong(refused, source)]
    else if (format === '.jsonl' || format === '.ndjson') yield* readLines(path, source)
    else yield readWhole(path, format === '.json' ? parseJson : parseYaml, source)
  } catch (error) {
    yield [wrong({ ...UNREADABLE, detail: safe`the system says: \`${source.sanitise(messageOf(error))}\`` }, source)]
  }
}

function wrong(fault: Fault, { where, sanitise }: Source, line?: number): Located {
  const place = line === undefined ? sanitise(where) : safe`${sanitise(where)}, line ${line}`
  return { kind: 'fault', fault: { ...fault, where: place } }
}

/** Why a file is not read. Looked at once more, because a link may have been put there since it was found. */
function refusal(path: string, format: string, isIn: (path: string) => boolean): Fault | undefined {
  const found = lstatSync(path)
  if (!isIn(found.isSymbolicLink() ? path : dirname(path))) return OUTSIDE
  const stats = found.isSymbolicLink() ? statSync(path) : found
  if (!stats.isFile()) return NOT_REGULAR
  const most = format.startsWith('.y') ? YAML_MAX : JSON_MAX
  if (stats.size <= most * 1024 * 1024) return undefined
  return { ...TOO_LARGE, message: safe`this file is larger than ${most} MiB` }
}

/** Whether paths, with all links followed, are in the workspace. Asks once for each: to follow links takes long. */
function insideOf(workspace: string): (path: string) => boolean {
  const known = new Map<string, boolean>()
  return (path) => {
    const isIn = known.get(path) ?? isInside(realpathSync.native(path), workspace)
    known.set(path, isIn)
    return isIn
  }
}

function readWhole(path: string, parser: (text: string) => Json | Yaml, source: Source): Batch {
  const bytes = readFileSync(path)
  const text = bytes.toString().replace(/^\uFEFF/, '')
  if (isUtf16(bytes)) return [wrong(UTF_16, source)]
  return text.trim() === '' ? [wrong(EMPTY, source)] : itemsOf(parser(text), source)
}

/** One item or a list of them. */
function itemsOf(parsed: Json | Yaml, source: Source): Batch {
  if (parsed.kind === 'empty') return [wrong({ ...NOTHING, message: NOTHING_IN_IT[source.input] }, source)]
  if (parsed.kind === 'fault') {
    const fault = wrong(unparsed(parsed, source), source, parsed.line)
    // What else is wrong is said as well.
    return parsed.why === 'documents' ? concat([fault], listed(parsed.values, source)) : [fault]
  }
  const values: readonly unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value]
  const areNames = values.length > 0 && values.every((value) => typeof value === 'string' && isFileName(value))
  return areNames ? [wrong(FILE_NAMES, source)] : listed(values, source)
}

function* concat(...batches: readonly Batch[]): Generator<Located> {
  for (const batch of batches) yield* batch
}

function* listed(values: readonly unknown[], source: Source): Generator<Located> {
  for (const [at, value] of values.entries()) {
    const alone = values.length === 1
    yield* checked(new LocatedItem(value, at + 1, 'item', alone, source), alone, source)
  }
}

/** The item; or, when the items stand in it, that they do, and each of them for what else is wrong. */
function checked(item: LocatedItem, alone: boolean, source: Source): readonly Located[] {
  const misplaced = misplacedIn(item.value)
  if (misplaced === undefined) return [item]
  const within = { ...source, where: item.where }
  return [wrong(misplacedFault(misplaced, source), within), ...inTheirPlaces(misplaced, alone, alone ? source : within)]
}

function misplacedFault({ as, key, hasBeside }: Misplaced, { sanitise }: Source): Fault {
  const fault = as === 'names' ? NAMES_OF_REQUESTS : LIST_UNDER_KEY
  const more = as === 'unclear' ? OR_REFERENCES : BESIDE
  const hint = hasBeside ? safe`${fault.hint} ${more}` : fault.hint
  return { ...fault, hint, ...(key === undefined ? {} : { detail: safe`under the key \`${sanitise(key, 40)}\`` }) }
}

/** What would be the items. */
function inTheirPlaces({ requests }: Misplaced, alone: boolean, source: Source): readonly Located[] {
  const found = requests(source.spare.left)
  source.spare.left -= found.length
  const only = alone && found.length === 1
  return found.map((request, at) => new LocatedItem(request, at + 1, 'item', only, source))
}

/** An item a line, without keeping what was read. */
function* readLines(path: string, source: Source): Generator<Batch> {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(2)
    const bytes = readSync(file, start, 0, 2, 0)
    if (isUtf16(start.subarray(0, bytes))) yield [wrong(UTF_16, source)]
    else yield* parseLines(linesOf(file), source)
  } finally {
    closeSync(file)
  }
}

function* parseLines(pieces: Iterable<readonly string[]>, source: Source): Generator<Batch> {
  let line = 0
  let items = 0
  /** The first item is held back until it is known whether it is the only one. */
  let first: readonly Located[] = []
  for (const lines of pieces) {
    const batch: Located[] = []
    for (const content of lines) {
      line++
      const text = line === 1 ? content.replace(/^\uFEFF/, '') : content
      if (text.trim() === '') continue
      items++
      const parsed = parseJson(text)
      if (items === 1 && parsed.kind === 'fault' && parsed.why === 'end') {
        yield [wrong(NOT_LINES, source, line)]
        return
      }
      const found = parsedLine(parsed, text, line, source)
      if (items === 1) first = found
      else for (const one of items === 2 ? [...first, ...found] : found) batch.push(one)
    }
    yield batch
  }
  if (items === 0) yield [wrong(EMPTY, source)]
  else if (items === 1) {
    const isOnly = first.filter(({ kind }) => kind === 'item').length === 1
    yield first.map((one) => (one.kind === 'item' && isOnly ? one.asOnly() : one))
  }
}

function parsedLine(parsed: Json, text: string, line: number, source: Source): readonly Located[] {
  if (parsed.kind === 'fault') {
    const fault = wrong(unparsed(parsed, source), source, line)
    // A comma behind it hides nothing else.
    const [, before = ''] = /^(.*),\s*$/.exec(text) ?? []
    const item = parseJson(before)
    return item.kind === 'fault' ? [fault] : [fault, ...parsedLine(item, before, line, source)]
  }
  return checked(new LocatedItem(parsed.value, line, 'line', false, source), false, source)
}

/** The lines of a file, piece by piece. */
function* linesOf(file: number): Generator<readonly string[]> {
  let buffer = Buffer.allocUnsafe(CHUNK)
  let kept = 0
  for (;;) {
    const end = kept + readSync(file, buffer, kept, buffer.length - kept, null)
    if (end === kept) break
    const last = buffer.subarray(0, end).lastIndexOf('\n')
    if (last >= 0) yield buffer.toString('utf8', 0, last).split('\n')
    buffer.copyWithin(0, last + 1, end)
    kept = end - last - 1
    if (kept === buffer.length) buffer = Buffer.concat([buffer], 2 * kept)
  }
  yield [buffer.toString('utf8', 0, kept)]
}

/** With its mark; or without one, but with the zeros that it has beside the letters of JSON and YAML. */
function isUtf16([first, second]: Buffer): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0) !== (second === 0)
}

function unparsed(parsed: JsonFault | YamlFault, { file, sanitise }: Source): Fault {
  switch (parsed.why) {
    case 'syntax':
    case 'end': {
      const [, format = 'yaml'] = /\.(jsonl?|ndjson)$/i.exec(file.toLowerCase()) ?? []
      const kind = format === 'yaml' || format === 'json' ? format : 'lines'
      const hint = (parsed.message === BEHIND ? BEHIND_HINTS : SYNTAX_HINTS)[kind]
      return { ...SYNTAX, hint, detail: safe`the parser says: \`${sanitise(parsed.message)}\`` }
    }
    case 'duplicate-key': {
      const by = parsed.key.startsWith('*') ? safe`by the alias ` : safe``
      return { ...DUPLICATE_KEY, detail: safe`namely ${by}\`${sanitise(parsed.key, 40)}\`` }
    }
    case 'versions':
      return { ...VERSIONS, detail: safe`namely \`${sanitise(parsed.written)}\`` }
    case 'line-break':
      return { ...LINE_BREAK, detail: safe`${parsed.code}, which only some parsers take for a line break` }
    case 'two-merges':
      return TWO_MERGES
    case 'merge-key':
      return MERGE_KEY
    case 'many-aliases':
      return MANY_ALIASES
    case 'many-merges':
      return MANY_MERGES
    case 'documents':
      return DOCUMENTS
    case 'tab':
      return TAB
    case 'mark':
      return MARK_INSIDE
  }
}

const BARE_MAPPING: Fault = {
  id: 'plan-bare-mapping',
  message: safe`this is neither a list nor a file pattern, but a mapping`,
  hint: safe`Put \`- \` before its first line and two blanks before the others: inline YAML begins with \`-\`, \`[\` or \`{\`.`,
}
const UNKNOWN_FORMAT: Fault = {
  id: 'file-format',
  message: safe`this file has an unknown format`,
  hint: safe`Use .json, .jsonl, .ndjson, .yml or .yaml, or leave it out with a line that begins with \`!\`.`,
}
const OUTSIDE: Fault = {
  id: 'file-outside',
  message: safe`this file is outside of the workspace`,
  hint: safe`Use files of the workspace only.`,
}
const NOT_REGULAR: Fault = {
  id: 'file-not-regular',
  message: safe`this is not a regular file`,
  hint: safe`Use regular files only.`,
}
const TOO_LARGE: Omit<Fault, 'message'> = {
  id: 'file-too-large',
  hint: safe`Use several files, or leave out what no price depends on, such as prompts; .json and .jsonl may be larger than YAML.`,
}
const UNREADABLE: Fault = {
  id: 'file-unreadable',
  message: safe`this file cannot be read`,
  hint: safe`Check that it exists and may be read.`,
}
const UTF_16: Fault = {
  id: 'file-utf-16',
  message: safe`this file is UTF-16`,
  hint: safe`Save it as UTF-8; in PowerShell write it with \`Out-File -Encoding utf8\`.`,
}
const EMPTY: Fault = {
  id: 'file-empty',
  message: safe`this file is empty`,
  hint: safe`Write into it what is meant to be there; \`[]\` says that there is nothing.`,
}
const NOTHING_IN_IT = { plan: safe`there is no request in it`, prices: safe`there is no price in it` }
const NOTHING: Omit<Fault, 'message'> = {
  id: 'plan-nothing',
  hint: safe`Write them below the comments; \`[]\` says that there are none.`,
}
const FILE_NAMES: Fault = {
  id: 'plan-file-names',
  message: safe`this is a list of file names, not of requests`,
  hint: safe`Give the names as patterns, one pattern a line, without brackets, dashes and quotation marks.`,
}
const LIST_UNDER_KEY: Fault = {
  id: 'plan-list-under-key',
  message: safe`this is a mapping with the list inside it`,
  hint: safe`Leave the key out, so that the list itself is all there is: each request begins with \`-\`, or stands in \`[ ]\`.`,
}
const NAMES_OF_REQUESTS: Fault = {
  id: 'plan-names',
  message: safe`this is a mapping that has requests by name`,
  hint: safe`Write a list: each request begins with \`-\`, and has its name in a field \`name\`.`,
}
const OR_REFERENCES = safe`If they are references, the key is \`image_references\` or \`video_references\`; a note of your own may be a text.`
const BESIDE = safe`Put the fields beside them into each request.`
const NOT_LINES: Fault = {
  id: 'plan-not-lines',
  message: safe`this is JSON over several lines`,
  hint: safe`In .jsonl and .ndjson each line is a whole request. Name the file .json, or write it with \`jq -c '.[]'\`.`,
}
const SYNTAX: Omit<Fault, 'hint'> = {
  id: 'plan-syntax',
  message: safe`the syntax is wrong here`,
}
const SYNTAX_HINTS = {
  yaml: safe`Correct this line or the one before it. In YAML a text with \`: \` or \` #\` in it needs quotation marks.`,
  json: safe`Correct this line or the one before it. JSON has double quotation marks, no comments, and no comma at the end of a list.`,
  lines: safe`Correct this line. It must be a whole request in JSON, with double quotation marks.`,
}
const MAKE_A_LIST = safe`Delete it. If it is another request, put all into \`[ ]\`, with commas between them; a file with one in each line is called .jsonl.`
const BEHIND_HINTS = {
  yaml: MAKE_A_LIST,
  json: MAKE_A_LIST,
  lines: safe`Correct this line. It must be one request in JSON, with nothing behind it, not even a comma.`,
}
const DUPLICATE_KEY: Fault = {
  id: 'plan-duplicate-key',
  message: safe`a key is given twice in one mapping`,
  hint: safe`Keep one of both: which of them counts would depend on who reads it.`,
}
const VERSIONS: Fault = {
  id: 'plan-yaml-versions',
  message: safe`parsers of YAML read this value in different ways`,
  hint: safe`Write a number in plain digits, such as 10 or 0.5, and put text into quotation marks.`,
}
const LINE_BREAK: Fault = {
  id: 'plan-line-break',
  message: safe`there is an invisible character in this line`,
  hint: safe`Delete it, or write it as an escape in double quotation marks, such as \`"\\u2028"\`.`,
}
const MANY_ALIASES: Fault = {
  id: 'plan-many-aliases',
  message: safe`aliases bring more than 50 MiB`,
  hint: safe`Use several files, or a \`count\` where items are equal.`,
}
const TWO_MERGES: Fault = {
  id: 'plan-two-merges',
  message: safe`a mapping has two merge keys`,
  hint: safe`Merge a list in their place, as in \`<<: [*first, *second]\`: which of both counts would depend on who reads it.`,
}
const MERGE_KEY: Fault = {
  id: 'plan-merge-key',
  message: safe`parsers of YAML read this merge key in different ways`,
  hint: safe`Put \`<<\` first in its mapping, without quotation marks, and behind it a name or a list of names: \`<<: *first\` or \`<<: [*first, *second]\`.`,
}
const MANY_MERGES: Fault = {
  id: 'plan-many-merges',
  message: safe`merge keys bring more than 200,000 fields`,
  hint: safe`Use several files, or JSON.`,
}
const DOCUMENTS: Fault = {
  id: 'plan-documents',
  message: safe`there are several YAML documents in it`,
  hint: safe`Use a list: take the lines \`---\` out, and begin each request with \`- \`.`,
}
const TAB: Fault = {
  id: 'plan-tab',
  message: safe`this line begins with a tab`,
  hint: safe`In YAML, put blanks in its place.`,
}
const MARK_INSIDE: Fault = {
  id: 'file-mark',
  message: safe`a byte order mark (BOM) stands in the middle of it`,
  hint: safe`Files that were put together each had one: save them as UTF-8 without a mark (BOM), then put them together.`,
}
