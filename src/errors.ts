/** What was thrown, in words: its message when it has one. */
export function messageOf(thrown: unknown): string {
  const message = propertyOf(thrown, 'message')
  return typeof message === 'string' ? message : String(thrown)
}

/** A property of something unknown; undefined when there is none. */
export function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined
}
