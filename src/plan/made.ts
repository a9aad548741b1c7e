import { lstatSync, type Stats, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { messageOf } from '../decode.js'
import type { Fault } from '../fault.js'
import { safe, type Sanitise } from '../safe-text.js'
import { type LocatedItem, nameOf } from './files.js'
import { type Ground, isInside, realTarget, shownPath } from './patterns.js'

/** Most generations of a plan whose results are looked for. */
export const RESULTS_MAX = 1_000_000

/** Which generations of an item are not made yet. */
export type Looked =
  | { readonly kind: 'missing'; /** From 1 to its `count`. */ readonly numbers: readonly number[] }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }

/** Looks for the results of generations. */
export interface Made {
  readonly look: (
    located: LocatedItem,
    item: { readonly name: string; readonly count: number; readonly hasCount: boolean },
  ) => Looked
}

/**
 * Reads the input `made`: a path from the root of the workspace with `{name}` in it, and perhaps `{n}`. A generation is
 * made when a regular file that is not empty stands there. A link within the workspace counts as what it leads to; one
 * that leads out of it or nowhere is a fault, since what is generated would be written there.
 *
 * Names must do for every system: two that differ in case alone are one path, and what Windows refuses is refused.
 */
export function readMade(
  text: string,
  ground: Ground,
  sanitise: Sanitise,
): { readonly kind: 'made'; readonly made: Made } | { readonly kind: 'fault'; readonly fault: Fault } {
  const fault = templateFault(text)
  if (fault !== undefined) return { kind: 'fault', fault: { ...fault, detail: safe`but is \`${sanitise(text)}\`` } }
  return { kind: 'made', made: new Results(text, ground, sanitise) }
}

function templateFault(text: string): Fault | undefined {
  if (!text.includes('{name}')) return NO_NAME
  const rest = text.replace(/\{(?:name|n)\}/g, 'x')
  if (/[{}]/.test(rest)) return UNKNOWN_PLACEHOLDER
  return rest.startsWith('~') ||
    !rest
      .replace(/^(?:\.\/)+/, '')
      .split('/')
      .every(isSegment)
    ? NO_PATH
    : undefined
}

/** Names of devices of Windows, where they hold also with an extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\.|$)/i

/** Whether a text can be the name of a file or a folder on every system. */
function isSegment(text: string): boolean {
  if (text === '' || text === '.' || text === '..' || !text.isWellFormed()) return false
  return !/[/\\<>:"|?*\p{Cc}]|[. ]$/u.test(text) && !DEVICE.test(text)
}

type Asked = Parameters<Made['look']>[1]

class Results implements Made {
  readonly #template: string
  readonly #ground: Ground
  readonly #sanitise: Sanitise
  /** Where the item of each path stands. */
  readonly #paths = new Map<string, string>()
  /** What stands at each folder that was asked for. */
  readonly #folders: Map<string, Seen>

  constructor(template: string, ground: Ground, sanitise: Sanitise) {
    this.#template = template
    this.#ground = ground
    this.#sanitise = sanitise
    this.#folders = new Map([[ground.workspace, 'folder']])
  }

  look(located: LocatedItem, item: Asked): Looked {
    const name = nameOf(located, item.name)
    const wrong = this.#itemFaults(name, item)
    if (wrong.length > 0) return { kind: 'faults', faults: wrong }
    const faults: Fault[] = []
    const numbers: number[] = []
    for (let n = 1; n <= item.count && faults.length === 0; n++) {
      const path = this.#template.replace(/\{(?:name|n)\}/g, (key) => (key === '{n}' ? String(n) : name))
      const twin = this.#claim(path, located.where)
      if (twin !== undefined) faults.push(twin)
      else if (!this.#isMade(path, faults)) numbers.push(n)
    }
    return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'missing', numbers }
  }

  #itemFaults(name: string, { count, hasCount }: Asked): readonly Fault[] {
    const faults: Fault[] = []
    if (name === '') faults.push(UNNAMED)
    else if (!isSegment(name)) faults.push({ ...BAD_NAME, detail: safe`but is \`${this.#sanitise(name)}\`` })
    if (hasCount && !this.#template.includes('{n}')) faults.push(UNNUMBERED)
    if (faults.length === 0 && this.#paths.size + count > RESULTS_MAX) faults.push(TOO_MANY)
    return faults
  }

  /** Each path is for one generation. */
  #claim(path: string, where: string): Fault | undefined {
    const folded = foldPath(path)
    const other = this.#paths.get(folded)
    this.#paths.set(folded, where)
    if (other === undefined) return undefined
    return { ...SAME_PATH, detail: safe`namely \`${this.#sanitise(path)}\`, that of \`${this.#sanitise(other)}\`` }
  }

  #isMade(path: string, faults: Fault[]): boolean {
    try {
      return this.#see(join(this.#ground.workspace, path), faults) === 'result'
    } catch (error) {
      const detail = safe`the system says: \`${this.#sanitise(messageOf(error))}\``
      faults.push({ ...UNSEEN, where: this.#sanitise(path), detail })
      return false
    }
  }

  #see(path: string, faults: Fault[]): Seen {
    if (this.#seeFolder(dirname(path), faults) !== 'folder') return 'nothing'
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (stats?.isSymbolicLink() !== true) return seenAs(stats)
    const real = realTarget(path)
    if (real !== undefined && isInside(real, this.#ground.workspace)) return seenAs(statSync(real))
    const fault = real === undefined ? LINK_NOWHERE : LINK_OUTSIDE
    faults.push({ ...fault, where: this.#sanitise(shownPath(path, this.#ground.folder)) })
    return 'nothing'
  }

  #seeFolder(path: string, faults: Fault[]): Seen {
    const seen = this.#folders.get(path) ?? this.#see(path, faults)
    this.#folders.set(path, seen)
    return seen
  }
}

/** The same for two paths that are one on some system: macOS takes ß for SS, and looks over what cannot be seen. */
function foldPath(path: string): string {
  return path
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFD')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
}

type Seen = 'folder' | 'result' | 'nothing'

function seenAs(stats: Stats | undefined): Seen {
  if (stats?.isDirectory() === true) return 'folder'
  return stats?.isFile() === true && stats.size > 0 ? 'result' : 'nothing'
}

const EXAMPLE = safe`Such as \`made: videos/{name}.mp4\`, or \`videos/{name}-{n}.mp4\` where items have a \`count\`.`

const NO_NAME: Fault = { id: 'made-no-name', message: safe`\`made\` must have \`{name}\` in it`, hint: EXAMPLE }
const UNKNOWN_PLACEHOLDER: Fault = {
  id: 'made-placeholder',
  message: safe`\`made\` must have no placeholder but \`{name}\` and \`{n}\``,
  hint: EXAMPLE,
}
const NO_PATH: Fault = {
  id: 'made-path',
  message: safe`\`made\` must be the path of a file from the root of the workspace on, that every system takes`,
  hint: safe`Use slashes, no \`..\`, no wildcards. ${EXAMPLE}`,
}
const UNNAMED: Fault = {
  id: 'made-unnamed',
  message: safe`this item has no \`name\`, so where its result lies is not known`,
  hint: safe`Give it a \`name\`, or a file of its own, whose name then counts.`,
}
const BAD_NAME: Fault = {
  id: 'made-name',
  message: safe`with \`made\`, a name must be one that a file can have on every system`,
  hint: safe`Leave out slashes, \`< > : " | ? *\`, control characters, a dot or blank at the end, and names such as \`..\` and \`con\`.`,
}
const UNNUMBERED: Fault = {
  id: 'made-unnumbered',
  message: safe`this item has a \`count\`, and \`made\` no \`{n}\``,
  hint: safe`Put \`{n}\` into \`made\`, as in \`videos/{name}-{n}.mp4\`: it stands for 1 up to the \`count\`.`,
}
const TOO_MANY: Fault = {
  id: 'made-too-many',
  message: safe`\`made\` looks for the results of 1,000,000 generations at most`,
  hint: safe`Check the \`count\`, or leave \`made\` out.`,
}
const SAME_PATH: Fault = {
  id: 'made-same-path',
  message: safe`two generations would have one path`,
  hint: safe`Give each item a \`name\` of its own, different in more than case.`,
}
const UNSEEN: Fault = {
  id: 'made-unreadable',
  message: safe`whether this result is there cannot be seen`,
  hint: safe`Check that its folder may be read, and that its name is not too long.`,
}
const LINK_NOWHERE: Fault = {
  id: 'made-link-nowhere',
  message: safe`this link leads nowhere`,
  hint: safe`Remove it: results of \`made\` are looked for there.`,
}
const LINK_OUTSIDE: Fault = {
  id: 'made-link-outside',
  message: safe`this link leads outside of the workspace`,
  hint: safe`Put a folder or a file of the workspace in its place: results of \`made\` are looked for there.`,
}
