/** Shortest run of characters of the key that counts as showing it. Also the shortest key: see inputs.ts. */
export const KEY_LENGTH_MIN = 8

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu

/**
 * The one way in for text that somebody else wrote: PixVerse's messages, values of inputs, names in a plan.
 * Gives one visible line of at most `most` characters that a log does not act on, and that does not repeat the key.
 * What Markdown and HTML would act on is still in it: show it with `code`.
 */
export function neutralise(text: string, key: string, most = 200): string {
  const line = text.replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim()
  const short = shorten(line, most)
  if (repeats(short, key)) return '(withheld: it repeats the API key)'
  // The runner acts on `::command::` at the start of a line and on `##[command]` anywhere in it.
  return short.replace(/:(?=:)/g, ': ').replace(/##\[/g, '## [')
}

function shorten(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most + 1))
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/** Whether the text shows the key, a part of it, or its base64 or hexadecimal form, as it is or however punctuated. */
function repeats(text: string, key: string): boolean {
  if (key === '') return false
  // In base64 the key looks different behind one or two other characters.
  const base64 = ['', '.', '..'].map((before) => Buffer.from(`${before}${key}`).toString('base64'))
  const forms = [key, ...base64, Buffer.from(key).toString('hex')]
  return (
    text.includes(key) ||
    shareRun(text.toLowerCase(), key.toLowerCase()) ||
    forms.some((form) => shareRun(bare(text), bare(form)))
  )
}

/** Whether both have the same KEY_LENGTH_MIN characters in a row. */
function shareRun(text: string, key: string): boolean {
  for (let at = 0; at + KEY_LENGTH_MIN <= key.length; at++) {
    if (text.includes(key.slice(at, at + KEY_LENGTH_MIN))) return true
  }
  return false
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

/**
 * Shows neutralised text in Markdown. Every punctuation mark becomes a character reference, so that neither
 * Markdown nor HTML finds anything to act on; inside `<code>` GitHub links no mention, issue or address.
 */
export function code(text: string): string {
  return `<code>${text.replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`)}</code>`
}
