import { isObject } from '../decode.js'
import { hasSeveral, holdsRequest, isBehindComma, isCommonName, isEnvelope, rightName, roleOf } from './fields.js'
import { isOn } from './request.js'

/** The longest word that counts has 28 characters. Longer texts are spoken, and seldom the same. */
const TEXT_MAX = 32

/** Fields whose names are kept. */
const NOTES_MAX = 1000

/** Recognises items that decode alike, without decoding them. */
export class Signatures {
  /** Whether a field that nobody knows is a note, which is not read. */
  readonly #notes = new Map<string, boolean>()

  /**
   * Equal only for items that `decodeItem` decodes alike, but for their `name`. Undefined for one that has to be
   * decoded to know.
   */
  of(item: unknown): string | undefined {
    if (!isObject(item)) return undefined
    let signature = ''
    for (const field of Object.keys(item)) {
      const part = this.#part(field, item[field])
      if (part === undefined) return undefined
      signature += part
    }
    return signature
  }

  #part(field: string, value: unknown): string | undefined {
    if (hasSeveral(field, value)) return undefined
    const role = roleOf(field)
    switch (role) {
      case 'plain':
        return ''
      case 'counted':
        if (field === 'name') return typeof value === 'string' ? '' : undefined
        return this.#counted(field, value)
      case 'switch':
      case 'tells':
        return `${field}:${value == null ? '' : isOn(value)};`
      case undefined:
        if (
          !this.#isNote(field) ||
          Array.isArray(value) ||
          (isEnvelope(field) && isObject(value)) ||
          holdsRequest(field, value, false)
        )
          return undefined
        return `?${field.length}:${field}`
    }
  }

  /** With its length in front, no text can pass for more than one field. */
  #counted(field: string, value: unknown): string | undefined {
    if (typeof value === 'string') return value.length > TEXT_MAX ? undefined : `${field}=${value.length}:${value}`
    return value === null || typeof value === 'number' || typeof value === 'boolean' ? `${field}=${value};` : undefined
  }

  #isNote(field: string): boolean {
    const known = this.#notes.get(field)
    if (known !== undefined) return known
    const isNote = !isCommonName(field) && !isBehindComma(field, null) && rightName(field) === undefined
    if (this.#notes.size < NOTES_MAX) this.#notes.set(field, isNote)
    return isNote
  }
}
