import {
  type AliasEvent,
  boolCoreTag,
  boolYaml11Tag,
  constructFromEvents,
  CORE_SCHEMA,
  defineScalarTag,
  type DocumentEvent,
  type Event,
  EVENT_ID,
  floatCoreTag,
  floatYaml11Tag,
  getScalarValue,
  intCoreTag,
  intYaml11Tag,
  type MappingEvent,
  mergeTag,
  NOT_RESOLVED,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type ScalarTagDefinition,
  type SequenceEvent,
  timestampTag,
} from 'js-yaml'
import { messageOf, own } from '../decode.js'
import { lineAt } from '../json.js'
import { countedAs } from '../prices/fields.js'

/** What stands in a YAML text, or the first thing that is wrong with it. */
export type Yaml = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'empty' } | YamlFault

export type YamlFault = {
  readonly kind: 'fault'
  /** Counts from 1. */
  readonly line?: number
} &
  /** In the parser's words, which may quote the text. */
  (
    | { readonly why: 'syntax'; readonly message: string }
    /** With the key as it is written, cut when it is long; `*name` where an alias is the key. */
    | { readonly why: 'duplicate-key'; readonly key: string }
    /** A value that YAML 1.1 reads as another one, as it is written. */
    | { readonly why: 'versions'; readonly written: string }
    /** The code of a character that is a line break for some parsers. */
    | { readonly why: 'line-break'; readonly code: 'U+0085' | 'U+2028' | 'U+2029' }
    /** With what stands in each, where that can be read. */
    | { readonly why: 'documents'; readonly values: readonly unknown[] }
    | { readonly why: 'two-merges' | 'merge-key' | 'many-merges' | 'many-aliases' | 'mark' | 'tab' }
  )

/** Fields that merge keys may bring in all: merging takes longer than the text is long. */
export const MERGED_MAX = 200_000

/** Characters that aliases may bring in all. What reads the items must not take longer than for the largest of files. */
export const ALIASED_MAX = 50 * 1024 * 1024

/** The merge key, only where it is written `<<`: behind a tag it could hide. */
const MERGE = defineScalarTag(mergeTag.tagName, {
  ...mergeTag,
  resolve: (source, isExplicit) => (source === '<<' && !isExplicit ? source : NOT_RESOLVED),
})

/**
 * YAML 1.2 as most other parsers read it, with merge keys: the job that reads the same file would see their fields.
 */
const SCHEMA = CORE_SCHEMA.withTags(MERGE)

/** Line breaks for parsers of YAML 1.1, such as libyaml: what is a comment for one is a field for the other. */
const LINE_BREAKS = { '\u0085': 'U+0085', '\u2028': 'U+2028', '\u2029': 'U+2029' } as const

/**
 * Reads one YAML document. Refuses what parsers read in different ways: keys given twice, merge keys but the plainest,
 * values and line breaks that are others in YAML 1.1, which many programs read.
 */
export function parseYaml(text: string): Yaml {
  const mark = text.indexOf('\n\uFEFF')
  if (mark >= 0) return { kind: 'fault', why: 'mark', line: lineAt(text, mark + 1) }
  const lineBreak = /[\u0085\u2028\u2029]/.exec(text)
  if (lineBreak !== null) {
    const code = LINE_BREAKS[lineBreak[0] as keyof typeof LINE_BREAKS]
    return { kind: 'fault', why: 'line-break', line: lineAt(text, lineBreak.index), code }
  }
  try {
    const events = parseEvents(text, {})
    const fault = new Inspection(text).run(events)
    const documents = events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length
    if (documents > 1) {
      return { kind: 'fault', why: 'documents', values: fault === undefined ? valuesOf(events, text) : [] }
    }
    if (fault !== undefined) return fault
    const [value] = constructed(events, text)
    return (value ?? null) === null ? { kind: 'empty' } : { kind: 'value', value }
  } catch (error) {
    return thrown(error, text)
  }
}

function constructed(events: Event[], text: string): unknown[] {
  return constructFromEvents(events, { source: text, schema: SCHEMA, maxTotalMergeKeys: MERGED_MAX })
}

/** All that stands in several documents; none when one cannot be read. */
function valuesOf(events: Event[], text: string): readonly unknown[] {
  try {
    return constructed(events, text).flatMap((value) => value ?? [])
  } catch {
    return []
  }
}

/** A mapping, a list or the document, while it is read. */
interface Frame {
  readonly isMapping: boolean
  readonly anchored: Anchored
  /** Whether a key comes next, not a value. */
  isKeyNext: boolean
  /** The key whose value comes next, where it is that of a field that is read. */
  field: string | undefined
  hasKey: boolean
  hasMerge: boolean
  /** Whether what comes next is merged into a mapping: the value of a merge key, or one of the list there. */
  isMerged: boolean
}

/** What an anchor names. */
interface Anchored {
  /** Characters of all that is in it, with what its aliases stand for. */
  size: number
  /** Undefined when it is no scalar. */
  readonly scalar: ScalarEvent | undefined
}

/** Looks at what is lost once the values are made: how they are written. */
class Inspection {
  readonly #text: string
  readonly #frames: Frame[] = []
  readonly #anchors = new Map<string, Anchored>()
  #aliased = 0

  constructor(text: string) {
    this.#text = text
  }

  /** The first thing that is wrong. */
  run(events: readonly Event[]): YamlFault | undefined {
    for (const event of events) {
      const fault = this.#meet(event)
      if (fault !== undefined) return fault
    }
    return undefined
  }

  #meet(event: Event): YamlFault | undefined {
    switch (event.type) {
      case EVENT_ID.POP:
        this.#close()
        return undefined
      case EVENT_ID.SCALAR:
        return this.#scalar(event)
      case EVENT_ID.ALIAS:
        return this.#alias(event)
      case EVENT_ID.DOCUMENT:
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return this.#open(event)
    }
  }

  #open(event: DocumentEvent | MappingEvent | SequenceEvent): YamlFault | undefined {
    const isMapping = event.type === EVENT_ID.MAPPING
    const anchored = { size: 1, scalar: undefined }
    const isMerged = this.#frames.at(-1)?.isMerged === true
    // yq leaves a mapping out that has no name.
    if (isMerged && isMapping) return { kind: 'fault', why: 'merge-key', line: this.#line(event.start) }
    this.#place(0)
    // Not once it ends: one of the same name within it takes its place.
    const name = event.type === EVENT_ID.DOCUMENT ? undefined : this.#nameOf(event)
    if (name !== undefined) this.#anchors.set(name, anchored)
    const frame = { isMapping, anchored, isMerged, isKeyNext: true, field: undefined }
    this.#frames.push({ ...frame, hasKey: false, hasMerge: false })
    return undefined
  }

  #close(): void {
    const frame = this.#frames.pop()
    const above = this.#frames.at(-1)
    if (frame !== undefined && above !== undefined) above.anchored.size += frame.anchored.size
  }

  #scalar(event: ScalarEvent): YamlFault | undefined {
    const size = event.valueEnd - event.valueStart + 1
    const name = this.#nameOf(event)
    if (name !== undefined) this.#anchors.set(name, { size, scalar: event })
    return this.#place(size, event, event.valueStart)
  }

  #alias(event: AliasEvent): YamlFault | undefined {
    const anchored = this.#anchors.get(this.#text.slice(event.anchorStart, event.anchorEnd))
    const size = anchored?.size ?? 1
    this.#aliased += size
    if (this.#aliased > ALIASED_MAX) return { kind: 'fault', why: 'many-aliases', line: this.#line(event.anchorStart) }
    return this.#place(size, anchored?.scalar, event.anchorStart)
  }

  /** Puts a node into what is open. @param at where it stands, which is not where an alias leads */
  #place(size: number, scalar?: ScalarEvent, at = 0): YamlFault | undefined {
    const frame = this.#frames.at(-1)
    if (frame === undefined) return undefined
    const { field } = frame
    frame.anchored.size += size
    if (frame.isMapping) {
      const fault = frame.isKeyNext ? this.#key(frame, scalar, at) : undefined
      if (fault !== undefined) return fault
      if (!frame.isKeyNext) Object.assign(frame, { field: undefined, isMerged: false })
      frame.isKeyNext = !frame.isKeyNext
    }
    if (field === undefined || scalar === undefined || !this.#isReadOtherwise(field, scalar)) return undefined
    return { kind: 'fault', why: 'versions', line: this.#line(at), written: this.#source(scalar) }
  }

  #key(frame: Frame, key: ScalarEvent | undefined, at: number): YamlFault | undefined {
    const { hasKey, hasMerge } = frame
    frame.hasKey = true
    if (key === undefined) return undefined
    frame.field = this.#fieldOf(key)
    if (!this.#isMerge(key)) return undefined
    frame.hasMerge = true
    frame.isMerged = true
    if (hasMerge) return { kind: 'fault', why: 'two-merges', line: this.#line(at) }
    // With yq, it overrides the keys before it, and is one in quotation marks, too.
    if (hasKey || !isPlain(key) || at !== key.valueStart)
      return { kind: 'fault', why: 'merge-key', line: this.#line(at) }
    return undefined
  }

  #line(at: number): number {
    return lineAt(this.#text, at)
  }

  #nameOf({ anchorStart, anchorEnd }: ScalarEvent | MappingEvent | SequenceEvent): string | undefined {
    return anchorStart < 0 ? undefined : this.#text.slice(anchorStart, anchorEnd)
  }

  #source({ valueStart, valueEnd }: ScalarEvent): string {
    return this.#text.slice(valueStart, valueEnd)
  }

  #isMerge(key: ScalarEvent): boolean {
    return key.valueEnd - key.valueStart <= FIELD_LENGTH_MAX && getScalarValue(this.#text, key) === '<<'
  }

  #fieldOf(key: ScalarEvent): string | undefined {
    if (key.valueEnd - key.valueStart > FIELD_LENGTH_MAX) return undefined
    const name = this.#source(key)
    // With an escape in it, it may be any.
    return countedAs(name) === undefined && !name.includes('\\') ? undefined : name
  }

  /** Whether YAML 1.1 reads another value here, and nobody would notice: we read a number, or a text that is to be one. */
  #isReadOtherwise(field: string, scalar: ScalarEvent): boolean {
    if (scalar.valueEnd - scalar.valueStart > SCALAR_LENGTH_MAX) return false
    const source = this.#source(scalar)
    // Behind a tag, quotation marks do not make it text.
    if ((isPlain(scalar) || scalar.tagStart >= 0) && isOtherNumber(source)) return true
    return isPlain(scalar) && TEXT_FIELDS.includes(field) && isNoTextInYaml11(source)
  }
}

function isPlain({ style, tagStart }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.PLAIN && tagStart < 0
}

/** Longer than the names of all fields that are read, with each letter as an escape: `\U00000063`. */
const FIELD_LENGTH_MAX = 400

/** Longer than anything that anybody would read as a number, a truth or a time. */
const SCALAR_LENGTH_MAX = 100

/** Fields whose value is text. Others refuse text anyway; a `name` may look like a date for all we care. */
const TEXT_FIELDS = ['feature', 'creation_type', 'model', 'quality', 'motion_mode', 'lip_sync_tts_content', 'text']

/** Numbers of YAML 1.2 that are others in YAML 1.1, or none: 010 is 8 there, and 0o10 and 1e3 are text. */
function isOtherNumber(source: string): boolean {
  if (/^(?:[-+]?0\d+|0o[0-7]+|[-+]\.\d+)$/.test(source)) return true
  return /^[-+]?[\d.]+e[-+]?\d+$/i.test(source) && !/^[-+]?(?:\d+\.\d*|\.\d+)e[-+]\d+$/i.test(source)
}

const YAML_11 = [boolYaml11Tag, intYaml11Tag, floatYaml11Tag, timestampTag]
const YAML_12 = [boolCoreTag, intCoreTag, floatCoreTag]

/** Whether a plain text of YAML 1.2 is none in YAML 1.1: no, 12:30, 1_000, 2026-10-10. */
function isNoTextInYaml11(source: string): boolean {
  if (YAML_12.some((tag) => resolves(tag, source))) return false
  return /^[yn=]$/i.test(source) || YAML_11.some((tag) => resolves(tag, source))
}

function resolves({ resolve, tagName }: ScalarTagDefinition, source: string): boolean {
  return resolve(source, false, tagName) !== NOT_RESOLVED
}

/** What the parser throws: its reason, where it stands, and an excerpt, which is left out. */
function thrown(error: unknown, text: string): Yaml {
  const message = messageOf(error).replace(/ \(\d+:\d+\)(\n[^]*)?$/, '')
  const at = Number(own(own(error, 'mark'), 'position'))
  const line = lineAt(text, at)
  if (message === 'duplicated mapping key') {
    return {
      kind: 'fault',
      why: 'duplicate-key',
      line,
      key: text
        // An alias as a key begins before its name.
        .slice(text[at - 1] === '*' ? at - 1 : at, at + 200)
        .split(/["']?\s*[:\n]/, 1)
        .join(''),
    }
  }
  if (message.startsWith('merge keys exceeded')) return { kind: 'fault', why: 'many-merges', line }
  if (TAB_MESSAGES.test(message) && beginsWithTab(text, at)) return { kind: 'fault', why: 'tab', line }
  return { kind: 'fault', why: 'syntax', line, message }
}

/** What the parser says when a tab is at fault. */
const TAB_MESSAGES =
  /^(?:tab characters must not|end of the stream or a document|bad indentation|deficient indentation)/

/** Whether the line where the parser stopped has a tab among the blanks at its beginning. */
function beginsWithTab(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1
  return /^[ -]*\t/.test(text.slice(start, text.indexOf('\n', start) + 1 || undefined))
}
