import { secretFinder } from './key.js'

declare const safeText: unique symbol

/** One line that log, Markdown and HTML may show. Made in this file alone, so that the compiler keeps the rest out. */
export type SafeText = string & { readonly [safeText]: true }

/** Makes text from outside safe, cut at `most` characters. */
export type Sanitise = (text: string, most?: number) => SafeText

/** What cannot be seen, but for blanks: it could hide a key from the check. U+2800 is a blank that counts as a symbol. */
const INVISIBLE = /(?!\s)[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** The same, and what counts as a blank but has no width. */
const UNSEEN = new RegExp(`[\\uFEFF\\u2028\\u2029]|${INVISIBLE.source}`, 'gu')

/** The first character of a text that cannot be seen, such as `U+200B`; undefined when all of them can. */
export function invisibleIn(text: string): SafeText | undefined {
  return firstOf(text, UNSEEN)
}

/** The first character of a text that is one of these, by its number; undefined when there is none. */
export function firstOf(text: string, characters: RegExp): SafeText | undefined {
  const code = text.codePointAt(text.search(characters))
  return code === undefined ? undefined : plain(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
}

/** A text without what cannot be seen. */
export function withoutInvisible(text: string): string {
  return text.replace(UNSEEN, '')
}

/**
 * The one way in for text from outside: PixVerse's and GitHub's messages, values of inputs, names in a plan. Gives one
 * visible line that does not repeat the secrets, with no workflow command, address or mention in it that anything acts on.
 * What Markdown and HTML would act on is still there: `code` of report/markup.ts takes care of that.
 * @param secrets the API key, and any other token that must not be shown
 */
export function sanitiser(...secrets: readonly string[]): Sanitise {
  const finders = secrets.map(secretFinder)
  return (text, most = 200) => {
    const line = text
      .slice(0, 20 * most)
      .replace(INVISIBLE, '')
      .replace(/\s+/gu, ' ')
      .trim()
    const short = shorten(line, most)
    if (finders.some((shows) => shows(short))) return '(withheld: it repeats a secret)' as SafeText
    return inert(short) as SafeText
  }
}

/** A number, a safe text, or a word of our own: its type is known to the letter. */
type OwnWord<T> = T extends number | SafeText ? T : Rest<T> extends '' ? T : never

/** What is left of a word whose letters are known; `string` as soon as one is not. */
type Rest<T> = T extends `${infer Letter}${infer Others}` ? (Letter extends '' ? T : Rest<Others>) : T

/**
 * Our own words, as a template. The compiler refuses any text in it that is neither safe nor our own.
 * @example safe`${purse} has ${5} credits`
 */
export function safe<const V extends readonly (string | number)[]>(
  words: TemplateStringsArray,
  ...values: V & { readonly [I in keyof V]: OwnWord<V[I]> }
): SafeText {
  return String.raw({ raw: words }, ...values) as SafeText
}

/** Our own words, put together at run time. Throws when they have a mark that anything could act on. */
export function plain(text: string): SafeText {
  if (!/^[\w .,$%()+`-]*$/.test(text)) throw new RangeError('a plain text has no mark that anything could act on')
  return text as SafeText
}

/** Joins safe texts into one. */
export function join(texts: readonly SafeText[], separator = ' '): SafeText {
  return texts.join(separator) as SafeText
}

/** The beginning of a safe text. */
export function shortened(text: SafeText, most: number): SafeText {
  // The cut may have taken away the space that kept something from acting.
  return inert(shorten(text, most)) as SafeText
}

/** Counts characters as people do, not UTF-16 units. */
function shorten(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most + 1))
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/**
 * A space where something would act on the text: GitHub's runner on `::command::` at the start of a line and `##[command]`
 * anywhere, that of Azure Pipelines on `##vso[command]`, TeamCity on `##teamcity[command]`; GitHub's Markdown on addresses, links and mentions, which it looks for after references are decoded and even
 * inside of code. Backticks are ours: a message puts text from outside between them.
 */
function inert(text: string): string {
  return text
    .replace(/:(?=:)/g, ': ')
    .replace(/##(?=[^\s[#]*\[)/g, '## ')
    .replace(/@(?=\S)/g, '@ ')
    .replace(/:(?=\/\/)/g, ': ')
    .replace(/www(?=\.)|(?:xmpp:|mailto:)(?=\S)/gi, '$& ')
    .replaceAll('`', "'")
}
