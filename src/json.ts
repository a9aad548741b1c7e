import { isObject } from './decode.js'

/** Said of what follows a whole value. */
export const BEHIND = 'something stands behind its end'

/** What stands in a JSON text, or the first thing that is wrong with it. */
export type Json = { readonly kind: 'value'; readonly value: unknown } | JsonFault

export type JsonFault = {
  readonly kind: 'fault'
  /** A phrase of our own: `a comma or ] is missing`. */
  readonly message: string
  /** Counts from 1. */
  readonly line: number
} &
  /** `end`: the text ends before the value does. */
  (
    | { readonly why: 'syntax' | 'end' }
    /** A byte order mark in the middle, as when files are put together. */
    | { readonly why: 'mark' }
    | { readonly why: 'duplicate-key'; readonly key: string }
  )

/** JSON.parse takes gigabytes for what is nested millions deep, which no plan and no answer is. */
const DEPTH_MAX = 1000

/**
 * Reads JSON as JSON.parse does, but refuses a key that is given twice in one object: which of both counts depends on
 * who reads it. Takes time in proportion to the text, whatever stands in it.
 */
export function parseJson(text: string): Json {
  const value = parseFast(text)
  if (value !== undefined) return value
  const { fault, respelt } = scan(text)
  return fault ?? { kind: 'value', value: JSON.parse(respelt()) }
}

/**
 * The number at a path of keys as it is written, since `1e-400` and 499.99999999999999999 are rounded when they are
 * read. Undefined when no number stands there.
 * @param text JSON that `parseJson` accepts
 */
export function numberSource(text: string, path: readonly string[]): string | undefined {
  let source: string | undefined
  scan(text, (frames, literal) => {
    if (!/^[-\d]/.test(literal) || frames.length !== path.length) return
    if (frames.every(({ keys, key }, depth) => keys !== undefined && key === path[depth])) source = literal
  })
  return source
}

/** The value, when it is plain at first sight that nothing is wrong; undefined when the text needs a closer look. */
function parseFast(text: string): Json | undefined {
  if (isDeep(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return countKeys(value) === countColons(text) ? { kind: 'value', value } : undefined
  } catch {
    return undefined
  }
}

/** Whether brackets are nested too deeply. Jumps over strings: texts consist of little else. */
function isDeep(text: string): boolean {
  if (text.length <= DEPTH_MAX) return false
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === OPEN_LIST || code === OPEN_OBJECT) depth++
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--
    else if (code === QUOTE) at = endOfString(text, at)
    if (depth > DEPTH_MAX) return true
  }
  return false
}

/** Where the string that begins at `start` ends: at its closing quote, or at the end of the text. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end < 0 ? text.length : end
}

function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text.charCodeAt(first - 1) === BACKSLASH) first--
  return (at - first) % 2 === 1
}

/**
 * Colons behind a quote: at least the keys of all objects, and seldom more. NaN when a key may have an escape in it: V8
 * 13 (Node 24) may take such a key for another one that it has seen before, so that a `\u0063ount` goes unnoticed.
 */
function countColons(text: string): number {
  const hasEscapes = text.includes('\\')
  let count = 0
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    let before = at - 1
    while (isBlank(text.charCodeAt(before))) before--
    if (text.charCodeAt(before) !== QUOTE) continue
    // The quote that it begins at, or the last one in it, which has a backslash before it.
    if (hasEscapes && text.slice(text.lastIndexOf('"', before - 1) - 1, before).includes('\\')) return NaN
    count++
  }
  return count
}

/** Keys of a value and of everything in it, each counted once for its object. */
function countKeys(value: unknown): number {
  let count = 0
  const rest = [value]
  while (rest.length > 0) {
    const next = rest.pop()
    if (Array.isArray(next)) {
      for (const child of next) if (typeof child === 'object') rest.push(child)
    } else if (isObject(next)) {
      // Inherited keys are none: it comes from JSON.parse.
      for (const key in next) {
        count++
        if (typeof next[key] === 'object') rest.push(next[key])
      }
    }
  }
  return count
}

/** An object or a list that is still open. */
interface Frame {
  /** The keys so far; undefined in a list. */
  readonly keys: Set<string> | undefined
  /** The key whose value comes next. */
  key: string
}

/** Takes note of a number or a word, and of what it stands in. */
type OnLiteral = (frames: readonly Frame[], literal: string) => void

/** Reads JSON character by character. Finds the first thing that is wrong with it. */
function scan(text: string, onLiteral?: OnLiteral): Scanner {
  const scanner = new Scanner(text, onLiteral)
  scanner.read()
  return scanner
}

/** The line, counted from 1, in which a character of a text stands. */
export function lineAt(text: string, at: number): number {
  let line = 1
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line++
  return line
}

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const BACKSLASH = 0x5c
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const BYTE_ORDER_MARK = 0xfeff

const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y
const ESCAPE = /["\\/bfnrt]|u[\da-fA-F]{4}/y

/** Without recursion, because the stack of calls is short. After a fault it is at the end of the text, and so ends. */
class Scanner {
  /** The first. */
  fault: JsonFault | undefined
  readonly #text: string
  readonly #onLiteral: OnLiteral | undefined
  readonly #frames: Frame[] = []
  /** The text up to the last key that has an escape in it, with such keys written without. */
  #respelt = ''
  #respeltTo = 0
  #at = 0

  constructor(text: string, onLiteral: OnLiteral | undefined) {
    this.#text = text
    this.#onLiteral = onLiteral
  }

  /** The text with its keys as plain as can be, which JSON.parse reads right. */
  readonly respelt = (): string => this.#respelt + this.#text.slice(this.#respeltTo)

  read(): void {
    do this.#value()
    while (this.#goesOn())
    if (this.#next() !== undefined) this.#fail(BEHIND)
  }

  /** Reads one value; of an object or a list that is not empty its beginning, up to the first value in it. */
  #value(): void {
    for (let code = this.#next(); code === OPEN_LIST || code === OPEN_OBJECT; code = this.#next()) {
      this.#at++
      const keys = code === OPEN_OBJECT ? new Set<string>() : undefined
      if (this.#next() === (keys === undefined ? CLOSE_LIST : CLOSE_OBJECT)) {
        this.#at++
        return
      }
      this.#frames.push({ keys, key: '' })
      if (this.#frames.length > DEPTH_MAX) this.#fail(`it is nested more than ${DEPTH_MAX} deep`)
      this.#key()
    }
    if (this.#next() === QUOTE) this.#string()
    else this.#literal()
  }

  /** Behind a value: closes what ends there. False when it was the last. */
  #goesOn(): boolean {
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
      const code = this.#next()
      const close = frame.keys === undefined ? CLOSE_LIST : CLOSE_OBJECT
      if (code === COMMA) {
        this.#at++
        if (this.#next() === close) this.#fail('a comma stands before the closing bracket')
        this.#key()
        return true
      }
      if (code !== close) {
        this.#fail(`a comma or ${String.fromCharCode(close)} is missing`)
        return false
      }
      this.#at++
      this.#frames.pop()
    }
    return false
  }

  /** In an object, the key and its colon. */
  #key(): void {
    const frame = this.#frames.at(-1)
    if (frame?.keys === undefined) return
    if (this.#next() !== QUOTE) {
      this.#fail('a key in double quotes is missing')
      return
    }
    const start = this.#at
    this.#string()
    if (this.fault !== undefined) return
    const key = this.#text.slice(start + 1, this.#at - 1)
    frame.key = key.includes('\\') ? this.#respell(start, key) : key
    if (frame.keys.has(frame.key)) {
      this.#at = start
      this.#fail('a key is given twice in one object', frame.key)
      return
    }
    frame.keys.add(frame.key)
    if (this.#next() === COLON) this.#at++
    else this.#fail('a colon is missing behind a key')
  }

  #respell(start: number, escaped: string): string {
    const key = String(JSON.parse(`"${escaped}"`))
    this.#respelt += this.#text.slice(this.#respeltTo, start) + JSON.stringify(key)
    this.#respeltTo = this.#at
    return key
  }

  #string(): void {
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const code = this.#text.charCodeAt(this.#at)
      if (code === QUOTE) {
        this.#at++
        return
      }
      if (code < 0x20) {
        this.#fail('a string has a line break or another control character in it')
        return
      }
      if (code !== BACKSLASH) continue
      ESCAPE.lastIndex = this.#at + 1
      if (!ESCAPE.test(this.#text)) {
        this.#fail('a string has a backslash in it that escapes nothing')
        return
      }
      this.#at = ESCAPE.lastIndex - 1
    }
    this.#fail('')
  }

  /** A number, true, false or null. */
  #literal(): void {
    LITERAL.lastIndex = this.#at
    const literal = LITERAL.exec(this.#text)?.[0]
    if (literal === undefined) {
      this.#fail('a value is missing, or is not one that JSON knows')
      return
    }
    this.#at += literal.length
    this.#onLiteral?.(this.#frames, literal)
  }

  /** The next character that is not blank; undefined at the end. */
  #next(): number | undefined {
    while (isBlank(this.#text.charCodeAt(this.#at))) this.#at++
    return this.#at < this.#text.length ? this.#text.charCodeAt(this.#at) : undefined
  }

  #fail(message: string, key?: string): void {
    const line = lineAt(this.#text, this.#at)
    const fault = { kind: 'fault', line } as const
    if (this.#at >= this.#text.length) this.fault ??= { ...fault, why: 'end', message: 'it ends too early' }
    else if (key !== undefined) this.fault ??= { ...fault, why: 'duplicate-key', message, key }
    else if (this.#text.charCodeAt(this.#at) === BYTE_ORDER_MARK)
      this.fault ??= { ...fault, why: 'mark', message: 'a byte order mark stands in the middle of it' }
    else this.fault ??= { ...fault, why: 'syntax', message }
    this.#at = this.#text.length
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}
