import {
  constructFromEvents,
  CORE_SCHEMA,
  defineScalarTag,
  type Event,
  EVENT_ID,
  mergeTag,
  NOT_RESOLVED,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml'
import { messageOf, own } from '../decode.js'
import { lineAt } from '../json.js'

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
    /** With the key as it is written, cut when it is long. */
    | { readonly why: 'duplicate-key'; readonly key: string }
    | { readonly why: 'two-merges' | 'many-merges' | 'documents' | 'mark' }
  )

/** Merging is the one thing that takes longer than the text is long. */
export const MERGED_MAX = 200_000

/** The merge key, only where it is written `<<`: behind a tag it could hide. */
const MERGE = defineScalarTag(mergeTag.tagName, {
  ...mergeTag,
  resolve: (source, isExplicit) => (source === '<<' && !isExplicit ? source : NOT_RESOLVED),
})

/**
 * YAML 1.2 as most other parsers read it, with merge keys: the job that reads the same file would see their fields.
 */
const SCHEMA = CORE_SCHEMA.withTags(MERGE)

/** Reads one YAML document. Refuses what parsers read in different ways: keys given twice, several merge keys. */
export function parseYaml(text: string): Yaml {
  const mark = text.indexOf('\n\uFEFF')
  if (mark >= 0) return { kind: 'fault', why: 'mark', line: lineAt(text, mark + 1) }
  try {
    const events = parseEvents(text, {})
    if (events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length > 1) return { kind: 'fault', why: 'documents' }
    const merge = text.includes('<<') ? secondMerge(text, events) : undefined
    if (merge !== undefined) return { kind: 'fault', why: 'two-merges', line: lineAt(text, merge) }
    const [value] = constructFromEvents(events, { source: text, schema: SCHEMA, maxTotalMergeKeys: MERGED_MAX })
    return (value ?? null) === null ? { kind: 'empty' } : { kind: 'value', value }
  } catch (error) {
    return thrown(error, text)
  }
}

/** A mapping, a list or the document, while it is read. */
interface Frame {
  readonly isMapping: boolean
  /** Whether a key comes next, not a value. */
  isKeyNext: boolean
  hasMerge: boolean
}

/** Where the second merge key of one mapping stands. */
function secondMerge(text: string, events: readonly Event[]): number | undefined {
  const frames: Frame[] = []
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      frames.pop()
      continue
    }
    const frame = frames.at(-1)
    if (frame !== undefined) {
      if (frame.isMapping && frame.isKeyNext && isMerge(text, event)) {
        if (frame.hasMerge) return event.valueStart
        frame.hasMerge = true
      }
      frame.isKeyNext = !frame.isKeyNext
    }
    if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS) {
      frames.push({ isMapping: event.type === EVENT_ID.MAPPING, isKeyNext: true, hasMerge: false })
    }
  }
  return undefined
}

function isMerge(text: string, event: Event): event is ScalarEvent {
  if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN || event.tagStart >= 0) return false
  return text.slice(event.valueStart, event.valueEnd) === '<<'
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
        .slice(at, at + 200)
        .split(/["']?\s*[:\n]/, 1)
        .join(''),
    }
  }
  if (message.startsWith('merge keys exceeded')) return { kind: 'fault', why: 'many-merges', line }
  return { kind: 'fault', why: 'syntax', line, message }
}
