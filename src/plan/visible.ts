import { isObject } from '../decode.js'
import type { Fault } from '../fault.js'
import { countedAs } from '../prices/fields.js'
import { firstOf, invisibleIn, plain, safe, type SafeText, withoutInvisible } from '../safe-text.js'

/** What cannot be seen in an item, and the item as it looks. */
export interface Seen {
  readonly value: unknown
  readonly faults: readonly Fault[]
}

/**
 * Looks for what cannot be seen in the words that count, be it invisible or a letter that looks like another: the right
 * spelling and the wrong one would look the same in every message. Texts and names may have anything in them.
 * @param value an item of the plan, or a row of the prices
 * @returns undefined when all can be seen
 */
export function withoutUnseen(value: unknown): Seen | undefined {
  if (!isObject(value)) return undefined
  let faults: Fault[] | undefined
  for (const key in value) {
    const field = fieldOf(key)
    if (field === undefined) continue
    const word = value[key]
    const inKey = key === field ? undefined : unseenIn(key, safe`the field`, field)
    const inWord = isWord(field, word) ? unseenIn(word, safe`the value of`, field) : undefined
    for (const fault of [inKey, inWord]) if (fault !== undefined) (faults ??= []).push(fault)
  }
  return faults === undefined ? undefined : { value: cleaned(value), faults }
}

function cleaned(value: Readonly<Record<string, unknown>>): unknown {
  const pairs = Object.entries(value).map(([key, word]): [string, unknown] => {
    const field = fieldOf(key) ?? key
    return [field, isWord(field, word) ? asItLooks(word) : word]
  })
  return Object.fromEntries(pairs)
}

/** The field that counts and looks like that. */
function fieldOf(key: string): string | undefined {
  if (key.length > LENGTH_MAX) return undefined
  const field = ASCII.test(key) ? key : asItLooks(key)
  return field === 'per' || countedAs(field) !== undefined ? field : undefined
}

/** Longer than any word that counts. */
const LENGTH_MAX = 100

function isWord(field: string, value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LENGTH_MAX) return false
  return !FREE.includes(field)
}

const FREE = ['name', 'text', 'lip_sync_tts_content']

/** Cyrillic and Greek letters, and below each the Latin one that it looks like. */
const ALIKE = 'аеорсухіѕјһԁԛԝӏѵРСѴαορνυιτκγχ'
const LATIN = 'aeopcyxisjhdqwlvPCVaopvuitkyx'
const LOOKALIKE = new RegExp(`[${ALIKE}]`, 'gu')
const ASCII = /^[ -~]*$/

function asItLooks(text: string): string {
  const visible = withoutInvisible(text)
  const latin = visible.replace(LOOKALIKE, (letter) => LATIN.charAt(ALIKE.indexOf(letter)))
  // A word of another language is what it looks like.
  return ASCII.test(latin) ? latin : visible
}

function unseenIn(text: string, place: SafeText, field: string): Fault | undefined {
  const invisible = invisibleIn(text)
  if (invisible !== undefined) {
    return {
      id: 'plan-invisible',
      message: safe`there is an invisible character (${invisible}) in ${place} \`${plain(field)}\``,
      hint: safe`Type it anew: what cannot be seen often comes with copied text.`,
    }
  }
  const lookalike = firstOf(text, LOOKALIKE)
  if (lookalike === undefined || !ASCII.test(asItLooks(text))) return undefined
  return {
    id: 'plan-lookalike',
    message: safe`there is a letter (${lookalike}) that only looks Latin in ${place} \`${plain(field)}\``,
    hint: safe`Type it anew on a Latin keyboard.`,
  }
}
