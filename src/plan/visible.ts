import { isObject } from '../decode.js'
import type { Fault } from '../fault.js'
import { countedAs } from '../prices/fields.js'
import { invisibleIn, safe, type SafeText, type Sanitise, withoutInvisible } from '../safe-text.js'

/** What cannot be seen in an item, and the item without it. */
export interface Seen {
  readonly value: unknown
  readonly faults: readonly Fault[]
}

/**
 * Looks for what cannot be seen in the words that count: the right spelling and the wrong one would look the same in
 * every message. Texts and names may have anything in them.
 * @param value an item of the plan, or a row of the prices
 * @returns undefined when all can be seen
 */
export function withoutUnseen(value: unknown, sanitise: Sanitise): Seen | undefined {
  if (!isObject(value)) return undefined
  let faults: Fault[] | undefined
  for (const key in value) {
    const field = fieldOf(key)
    if (field === undefined) continue
    const inKey = key === field ? undefined : invisibleIn(key)
    const word = value[key]
    const inWord = isWord(field, word) ? invisibleIn(word) : undefined
    if (inKey !== undefined) (faults ??= []).push(unseen(inKey, safe`the field`, sanitise(key, 40)))
    if (inWord !== undefined) (faults ??= []).push(unseen(inWord, safe`the value of`, sanitise(key, 40)))
  }
  return faults === undefined ? undefined : { value: cleaned(value), faults }
}

function cleaned(value: Readonly<Record<string, unknown>>): unknown {
  const pairs = Object.entries(value).map(([key, word]): [string, unknown] => {
    const field = fieldOf(key) ?? key
    return [field, isWord(field, word) ? withoutInvisible(word) : word]
  })
  return Object.fromEntries(pairs)
}

/** The field that counts and looks like that. */
function fieldOf(key: string): string | undefined {
  if (key.length > LENGTH_MAX) return undefined
  const field = /^[ -~]*$/.test(key) ? key : withoutInvisible(key)
  return field === 'per' || countedAs(field) !== undefined ? field : undefined
}

/** Longer than any word that counts. */
const LENGTH_MAX = 100

function isWord(field: string, value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LENGTH_MAX) return false
  return !FREE.includes(field)
}

const FREE = ['name', 'text', 'lip_sync_tts_content']

function unseen(code: SafeText, place: SafeText, key: SafeText): Fault {
  return {
    id: 'plan-invisible',
    message: safe`there is an invisible character (${code}) in ${place} \`${key}\``,
    hint: safe`Type it anew: what cannot be seen often comes with copied text.`,
  }
}
