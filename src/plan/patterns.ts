import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, parse, relative, resolve, sep } from 'node:path'
import { GLOBSTAR, Minimatch } from 'minimatch'
import { messageOf } from '../decode.js'
import type { Fault } from '../fault.js'
import { invisibleIn, safe, type SafeText, type Sanitise } from '../safe-text.js'

/** The formats of a plan or of prices. */
export const FORMATS = ['.json', '.jsonl', '.ndjson', '.yml', '.yaml'] as const

/** How much one pattern may meet behind links within the workspace: they can lead around almost without end. */
export const BEHIND_LINKS_MAX = 100_000

/** Where patterns start, and what they may not leave. */
export interface Ground {
  readonly folder: string
  /** With all links followed. */
  readonly workspace: string
  /** As it was given, perhaps through a link. */
  readonly given: string
}

/**
 * @param workspace files outside of it are refused, also where a link leads there
 * @param folder where relative patterns start
 */
export function groundOf(workspace: string, folder: string): Ground {
  return { folder: realPath(resolve(folder)), workspace: realPath(resolve(workspace)), given: resolve(workspace) }
}

/** A path as it is shown: from a folder on, and the same on every system. */
export function shownPath(path: string, folder: string): string {
  return relative(folder, path).replaceAll(sep, '/')
}

/** Whether a path is such a folder or stands in it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync.native(path) : path
}

/** Whether a text looks like the name of a file, or a pattern of names. */
export function isFileName(text: string): boolean {
  return /\.(?:jsonl?|ndjson|ya?ml)$/i.test(text) && !/[\n{}]/.test(text)
}

/** Files in the order of the patterns, those of one pattern by name; and all that is wrong. */
export interface Found {
  readonly files: readonly string[]
  readonly faults: readonly Fault[]
}

/**
 * Finds files by patterns, one a line: `*`, `?` and `[a-z]` within a name, `**` for any folders between, `!` for what
 * is left out, `#` for a comment. Hidden files count. Links are followed within the workspace only; one that leads out
 * of it or nowhere is a fault, and nothing behind it is looked at.
 */
export function findFiles(input: SafeText, text: string, ground: Ground, sanitise: Sanitise): Found {
  const faults: Fault[] = []
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const patterns = lines.map((line) => parsePattern(line, ground))
  const excluded = patterns.filter(({ excludes, fault }) => excludes && fault === undefined)
  const included = patterns.filter(({ excludes }) => !excludes)
  if (included.length === 0) {
    faults.push({
      id: 'pattern-none',
      message: safe`\`${input}\` has no pattern that includes a file`,
      hint: safe`Give one, such as \`prompts/*.json\`.`,
    })
  }
  const files = new Set<string>()
  const links = new Map<string, Fault>()
  const addFault = (pattern: Pattern, fault: PatternFault): void => {
    const invisible = invisibleIn(pattern.text)
    const detail = invisible === undefined ? undefined : safe`and has an invisible character (${invisible}) in it`
    faults.push({ ...FAULTS[fault](input), where: sanitise(pattern.text), detail })
  }
  for (const pattern of patterns) if (pattern.fault !== undefined) addFault(pattern, pattern.fault)
  // Each on its own, because a pattern that matches nothing is most likely a misspelt one.
  for (const pattern of included) {
    if (pattern.fault !== undefined) continue
    try {
      const walk = new Walk(pattern, excluded, ground)
      walk.run()
      for (const [path, id] of walk.links) {
        links.set(path, { ...LINK_FAULTS[id](), where: sanitise(shownPath(path, ground.folder)) })
      }
      if (walk.isEndless) addFault(pattern, 'pattern-links')
      else if (walk.files.length === 0 && walk.links.size === 0) addFault(pattern, whyNothing(pattern, walk))
      for (const file of walk.files.sort()) files.add(file)
    } catch (error) {
      faults.push({
        id: 'pattern-unreadable',
        message: safe`this pattern of \`${input}\` cannot be followed`,
        hint: safe`Check the pattern, and that its folders may be read.`,
        where: sanitise(pattern.text),
        detail: safe`the system says: \`${sanitise(messageOf(error))}\``,
      })
    }
  }
  return { files: [...files], faults: [...faults, ...links.values()] }
}

type PatternFault = keyof typeof FAULTS
type LinkFault = keyof typeof LINK_FAULTS

const ONE_A_LINE = safe`Write one pattern a line, without quotation marks and commas; in a workflow below \`plan: |\`.`

const FAULTS = {
  'pattern-no-match': (input: SafeText) => ({
    id: 'pattern-no-match',
    message: safe`this pattern of \`${input}\` matches no file`,
    hint: safe`Patterns start in the workspace, for the command in the folder where it runs: are the files there? Inline YAML or JSON begins with \`-\`, \`[\` or \`{\`.`,
  }),
  'pattern-folder': (input: SafeText) => ({
    id: 'pattern-folder',
    message: safe`this pattern of \`${input}\` matches a folder, and no file`,
    hint: safe`Give a pattern of the files in it, such as \`prompts/*.json\`.`,
  }),
  'pattern-outside': (input: SafeText) => ({
    id: 'pattern-outside',
    message: safe`this pattern of \`${input}\` leads outside of the workspace`,
    hint: safe`Use files of the workspace only.`,
  }),
  'pattern-several': (input: SafeText) => ({
    id: 'pattern-several',
    message: safe`there are several names on one line of \`${input}\``,
    hint: ONE_A_LINE,
  }),
  'pattern-glued': (input: SafeText) => ({
    id: 'pattern-glued',
    message: safe`\`**\` is glued to a name in this pattern of \`${input}\`, where it is no more than \`*\``,
    hint: safe`For folders of any depth put it between slashes, as in \`prompts/**/*.json\`; for one folder use \`*\`.`,
  }),
  'pattern-empty': (input: SafeText) => ({
    id: 'pattern-empty',
    message: safe`a line of \`${input}\` excludes nothing`,
    hint: safe`Write behind the \`!\` what is left out, such as \`!prompts/old/**\`.`,
  }),
  'pattern-up': (input: SafeText) => ({
    id: 'pattern-up',
    message: safe`\`..\` stands behind a wildcard in this pattern of \`${input}\``,
    hint: safe`Use \`..\` only before the first wildcard.`,
  }),
  'pattern-links': (input: SafeText) => ({
    id: 'pattern-links',
    message: safe`behind links, this pattern of \`${input}\` meets more than 100,000 files and folders`,
    hint: safe`Leave the folders with the links out, such as with \`!**/node_modules/**\`, or give a narrower pattern.`,
  }),
} as const satisfies Record<string, (input: SafeText) => Fault>

const LINK_FAULTS = {
  'link-nowhere': () => ({
    id: 'link-nowhere',
    message: safe`this link leads nowhere`,
    hint: safe`Mend or remove it, or leave it out with a line that begins with \`!\`.`,
  }),
  'link-outside': () => ({
    id: 'link-outside',
    message: safe`this link leads outside of the workspace`,
    hint: safe`Use files of the workspace only, or leave it out with a line that begins with \`!\`.`,
  }),
} as const satisfies Record<string, () => Fault>

/** One segment of a path: a name, a pattern of a name, or `**`. */
type Segment = string | RegExp | typeof GLOBSTAR

interface Pattern {
  readonly text: string
  readonly excludes: boolean
  /** From the workspace on. */
  readonly segments: readonly Segment[]
  readonly fault: PatternFault | undefined
}

/** Case counts where it counts for the file system. */
const OPTIONS = {
  dot: true,
  nobrace: true,
  nocase: sep === '\\',
  nocaseMagicOnly: true,
  nocomment: true,
  noext: true,
  nonegate: true,
}

function parsePattern(text: string, { folder, workspace, given }: Ground): Pattern {
  const bare = text.replace(/^!+/, '')
  const excludes = (text.length - bare.length) % 2 === 1
  const path = bare.trim().replace(/^~(?=\/|$)/, homedir)
  const parts = path.replaceAll(sep, '/').split('/')
  const segments: readonly Segment[] = parts.flatMap((part) => new Minimatch(part, OPTIONS).set.flat().map(steady))
  const magic = segments.findIndex((segment) => typeof segment !== 'string')
  const names = segments.slice(0, magic < 0 ? segments.length : magic).filter((name) => typeof name === 'string')
  const rest = segments.slice(names.length).filter((segment) => segment !== '.')
  const start = resolve(isAbsolute(path) ? parse(path).root : folder, ...names)
  const real = isInside(start, given) ? join(workspace, relative(given, start)) : start
  const way = relative(workspace, real).split(sep)
  const isOutside = !excludes && !isInside(real, workspace)
  return {
    text,
    excludes,
    segments: [...way.filter((name) => name !== ''), ...rest],
    fault: textFault(bare.trim(), excludes) ?? wayFault(rest, isOutside),
  }
}

/** What `*` is in the expressions of Minimatch. */
const STAR = '[^/]*?'

/**
 * A segment that takes time in proportion to a name. What stands between two `*` is looked for once, where it comes
 * first; to try all other places as well, as the expression does, takes ages for `a*a*a*a*b`.
 */
function steady(segment: Segment): Segment {
  if (!(segment instanceof RegExp)) return segment
  const parts = segment.source.split(STAR)
  const last = parts.length - 1
  if (last < 2) return segment
  const steadied = parts.map((part, at) => {
    if (at === 0) return part
    // A group that looks ahead gives nothing back.
    return at === last ? `${STAR}${part}` : `(?=(${STAR}${part}))\\${at}`
  })
  return new RegExp(steadied.join(''), segment.flags)
}

/** What is wrong with a pattern as it is written. */
function textFault(text: string, excludes: boolean): PatternFault | undefined {
  if (text === '') return 'pattern-empty'
  if (text.split('/').some((part) => part.includes('**') && part !== '**')) return 'pattern-glued'
  // What includes is looked for first: a name may have blanks in it.
  return excludes && isSeveral(text) ? 'pattern-several' : undefined
}

/** What is wrong with where a pattern leads. */
function wayFault(behindNames: readonly Segment[], isOutside: boolean): PatternFault | undefined {
  if (behindNames.includes('..')) return 'pattern-up'
  return isOutside ? 'pattern-outside' : undefined
}

/** Whether a line is a list of names, as other actions give it. A blank alone may belong to a name. */
function isSeveral(line: string): boolean {
  const words = line.split(/[\s,"']+/).filter((word) => word !== '')
  return words.length > 1 && words.every((word) => isFileName(word) || /[*/]/.test(word))
}

function whyNothing({ text }: Pattern, { isFolder }: Walk): PatternFault {
  if (isFolder) return 'pattern-folder'
  return isSeveral(text) ? 'pattern-several' : 'pattern-no-match'
}

/** How far a pattern has come on the way to a file. */
interface Way {
  readonly segments: readonly Segment[]
  /** Which of them may come next; their number when the pattern is at its end. */
  readonly next: readonly number[]
}

/** A folder on the way. */
interface Spot {
  readonly path: string
  /** With all links followed. */
  readonly real: string
  /** The folders from which links were followed. */
  readonly left: readonly string[]
  readonly way: Way
  /** Those of the patterns that exclude. */
  readonly excluding: readonly Way[]
}

/** Looks for what one pattern matches, only where it can be, and without asking about each file. */
class Walk {
  readonly files: string[] = []
  readonly links = new Map<string, LinkFault>()
  /** Whether it matched a folder. */
  isFolder = false
  #behindLinks = 0
  readonly #workspace: string
  readonly #spots: Spot[] = []

  constructor({ segments }: Pattern, excluded: readonly Pattern[], { workspace }: Ground) {
    const way = close({ segments, next: [0] })
    const excluding = excluded.map((pattern) => close({ segments: pattern.segments, next: [0] }))
    this.#workspace = workspace
    this.#enter({ path: workspace, real: workspace, left: [], way, excluding })
  }

  get isEndless(): boolean {
    return this.#behindLinks > BEHIND_LINKS_MAX
  }

  run(): void {
    for (let spot = this.#spots.pop(); spot !== undefined && !this.isEndless; spot = this.#spots.pop()) {
      for (const entry of this.#entries(spot)) this.#meet(spot, entry)
    }
  }

  #entries({ path, way: { segments, next }, left }: Spot): readonly Entry[] {
    const ahead = next.flatMap((at) => segments[at] ?? [])
    const names = ahead.filter((segment) => typeof segment === 'string')
    const entries =
      names.length === ahead.length
        ? names.flatMap((name) => named(path, name))
        : readdirSync(path, { withFileTypes: true })
    if (left.length > 0) this.#behindLinks += entries.length
    return entries
  }

  #meet(from: Spot, entry: Entry): void {
    const { name } = entry
    const way = step(from.way, name)
    if (way.next.length === 0) return
    const excluding = from.excluding.map((one) => step(one, name))
    const path = join(from.path, name)
    const real = from.real === from.path ? path : join(from.real, name)
    const spot = { path, real, left: from.left, way, excluding }
    if (entry.isDirectory()) this.#enter(spot)
    else if (excluding.some(isAtEnd)) return
    else if (entry.isSymbolicLink()) this.#follow(spot, from.real)
    else if (isAtEnd(way)) this.files.push(spot.path)
  }

  #enter(spot: Spot): void {
    if (isAtEnd(spot.way) && spot.way.segments.at(-1) !== GLOBSTAR) this.isFolder = true
    // What lies below `!folder/**` is left out, so there is no need to look.
    const isLeftOut = spot.excluding.some((way) => isAtEnd(way) && way.segments.at(-1) === GLOBSTAR)
    if (!isLeftOut) this.#spots.push(spot)
  }

  #follow(link: Spot, from: string): void {
    const real = realTarget(link.path)
    if (real === undefined) {
      this.links.set(link.path, 'link-nowhere')
      return
    }
    const isFolder = statSync(real).isDirectory()
    const left = [...link.left, from]
    if (!isInside(real, this.#workspace)) {
      // A file that does not match is none of the plan.
      if (isFolder || isAtEnd(link.way)) this.links.set(link.path, 'link-outside')
    } else if (!isFolder) {
      if (isAtEnd(link.way)) this.files.push(link.path)
    } else if (!left.some((folder) => isInside(folder, real))) {
      this.#enter({ ...link, real, left })
    }
  }
}

/** What a folder holds under a name. */
interface Entry {
  readonly name: string
  readonly isDirectory: () => boolean
  readonly isSymbolicLink: () => boolean
}

function named(folder: string, name: string): readonly Entry[] {
  const stats = lstatSync(join(folder, name), { throwIfNoEntry: false })
  if (stats === undefined) return []
  return [{ name, isDirectory: () => stats.isDirectory(), isSymbolicLink: () => stats.isSymbolicLink() }]
}

/** Where a link leads in the end; undefined when that is nowhere. */
export function realTarget(link: string): string | undefined {
  try {
    return realpathSync.native(link)
  } catch {
    return undefined
  }
}

function isAtEnd({ segments, next }: Way): boolean {
  return next.includes(segments.length)
}

/** One name further. */
function step({ segments, next }: Way, name: string): Way {
  const behind = next.flatMap((at) => {
    const segment = segments[at]
    if (segment === undefined) return []
    if (segment === GLOBSTAR) return [at]
    return (typeof segment === 'string' ? segment === name : segment.test(name)) ? [at + 1] : []
  })
  return close({ segments, next: behind })
}

/** What may come next, too, because `**` may stand for no folder. */
function close({ segments, next }: Way): Way {
  if (!next.some((at) => segments[at] === GLOBSTAR)) return { segments, next }
  const all = new Set(next)
  // A set gives also what is added on the way.
  for (const at of all) if (segments[at] === GLOBSTAR) all.add(at + 1)
  return { segments, next: [...all] }
}
