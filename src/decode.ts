/** Whether a value is an object with named fields: neither null nor a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field of the value itself, never one that every object inherits; undefined when there is none. */
export function own(value: unknown, field: string): unknown {
  return isObject(value) && Object.hasOwn(value, field) ? value[field] : undefined
}

/** Whether a value is the id or the number of something: whole, from 1, and not one that was rounded when it was read. */
export function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}

/** The lines of a text. GitHub may hand them back with other ends than we sent, and editors know one more. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/)
}

/** What was thrown, in words; never throws itself, whatever it is. An error of another realm is no `Error` here. */
export function messageOf(thrown: unknown): string {
  try {
    const message: unknown = thrown instanceof Error ? thrown.message : own(thrown, 'message')
    return typeof message === 'string' && message !== '' ? message : String(thrown)
  } catch {
    return 'something that cannot be put into words'
  }
}
