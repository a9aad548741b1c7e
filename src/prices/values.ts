import { millionths } from './decimal.js'
import { FEATURE_ALIASES, FEATURES, MODELS, MOTION_MODES, QUALITIES, UNPRICED_MODELS } from './offers.js'
import { either, fold, isOneSlip } from './spelling.js'
import type { Fault } from '../fault.js'
import { plain, type SafeText, safe, type Sanitise } from '../safe-text.js'

/** How a value is read, and what is said when it cannot be. */
export interface Kind<Value> {
  /** What it must be. */
  readonly expected: SafeText
  /** Undefined when it is wrong. A word that nobody knows is right: `prices` may make it known. */
  readonly read: (value: unknown) => Value | undefined
  /** What a wrong value was meant to be. */
  readonly guess: (value: unknown) => Value | undefined
  /** What to do when that cannot be guessed. */
  readonly hint: SafeText
}

/**
 * The fault of a value that its kind cannot read.
 * @param name the field, as the item or row calls it
 * @param meant what the value was meant to be, when that could be guessed
 */
export function wrongValue<Value extends string | number | boolean | bigint>(
  id: string,
  name: string,
  value: unknown,
  kind: Kind<Value>,
  sanitise: Sanitise,
): { readonly fault: Fault; readonly meant: Value | undefined } {
  const meant = kind.guess(value)
  const message = safe`\`${sanitise(name, 40)}\` must be ${kind.expected}`
  const hint = meant === undefined ? kind.hint : didYouMean(meant, value)
  return { fault: { id, message, hint, detail: safe`but is ${shown(value, sanitise)}` }, meant }
}

function didYouMean(meant: string | number | boolean | bigint, value: unknown): SafeText {
  const quoted = typeof value === 'string' && typeof meant !== 'string' && value === String(meant)
  return safe`Did you mean ${plain(String(meant))}${plain(quoted ? ', without quotation marks' : '')}?`
}

/** A value as whoever wrote it would recognise it; JSON has no words for NaN and Infinity, which YAML can say. */
export function shown(value: unknown, sanitise: Sanitise): SafeText {
  if (typeof value === 'string') return safe`\`${sanitise(JSON.stringify(value.slice(0, 100)), 60)}\``
  if (Array.isArray(value)) return safe`a list`
  if (typeof value === 'object' && value !== null) return safe`an object`
  return plain(String(value))
}

/** A text of our own words, one of which must be given. */
export function oneOf(words: readonly string[]): SafeText {
  return plain(words.length > 2 ? `one of ${words.join(', ')}` : either(words))
}

const NO_ALIASES: ReadonlyMap<string, string> = new Map()

/** One of the known words, or one that nobody knows and that does not come near them. */
function words(
  known: readonly string[],
  near: (text: string) => string | undefined,
  {
    aliases = NO_ALIASES,
    expected = oneOf(known),
  }: { aliases?: ReadonlyMap<string, string>; expected?: SafeText } = {},
): Kind<string> {
  const exact = new Map([...known.map((word) => [word, word] as const), ...aliases])
  return {
    expected,
    read: (value) => {
      if (typeof value !== 'string') return undefined
      const word = exact.get(value)
      if (word !== undefined) return word
      return value.trim() === '' || near(value) !== undefined ? undefined : value
    },
    guess: (value) => (typeof value === 'string' || typeof value === 'number' ? near(String(value)) : undefined),
    hint: safe`Write ${oneOf(known)}.`,
  }
}

/** What people write for a feature, folded. */
const FEATURE_WORDS: ReadonlyMap<string, string> = new Map([
  ...FEATURES.map((feature) => [fold(feature), feature] as const),
  ...[...FEATURE_ALIASES].map(([alias, feature]) => [fold(alias), feature] as const),
  ...['t2v', 'text2video', 'txt2video', 'text'].map((word) => [word, 'text_to_video'] as const),
  ...['i2v', 'img2video', 'image2video', 'imgtovideo', 'image', 'img'].map((word) => [word, 'image_to_video'] as const),
  ...['extension', 'videoextend', 'extendvideo'].map((word) => [word, 'extend'] as const),
  ...['firstlastframe', 'keyframes'].map((word) => [word, 'transition'] as const),
  ...['referencetovideo', 'reference', 'r2v'].map((word) => [word, 'fusion'] as const),
  ...['speech', 'tts'].map((word) => [word, 'lip_sync'] as const),
  ...['sound', 'soundeffects', 'sfx'].map((word) => [word, 'sound_effect'] as const),
  ...['musicmv', 'mv', 'musicvideo'].map((word) => [word, 'agent_music_mv'] as const),
])

const MODEL_WORDS: ReadonlyMap<string, string> = new Map(
  [...UNPRICED_MODELS.keys(), ...MODELS].flatMap((model) => {
    const word = fold(model)
    const spellings = [word, word.replace('.', ''), `${word}.0`]
    return [...spellings, ...spellings.map((spelling) => spelling.replace(/^v/, ''))].map(
      (spelling) => [spelling, model] as const,
    )
  }),
)

const QUALITY_WORD = /^(?:\d+[x×])?(360|540|720|1080)[pi]?$/

export const FEATURE = words(
  FEATURES,
  (text) => {
    const folded = fold(text)
    return FEATURE_WORDS.get(folded) ?? FEATURES.find((feature) => isOneSlip(folded, fold(feature)))
  },
  // Too many to be listed to somebody who has one nearly right.
  { aliases: FEATURE_ALIASES, expected: safe`a feature of the API` },
)
export const MODEL = words(MODELS, (text) => unlessExact(text, MODEL_WORDS.get(fold(text).replace(/^pixverse/, ''))))
export const QUALITY = words(QUALITIES, (text) => {
  const [, lines] = QUALITY_WORD.exec(fold(text)) ?? []
  return lines === undefined ? undefined : `${lines}p`
})
export const MOTION_MODE = words(MOTION_MODES, (text) => {
  const folded = fold(text)
  return MOTION_MODES.find((mode) => folded === mode || isOneSlip(folded, mode))
})

/** A known name without a price is spelt right, although it is not among the words of the API. */
function unlessExact(text: string, word: string | undefined): string | undefined {
  return text === word ? undefined : word
}

const YES = ['true', 'yes', 'on', 'y', '1']
const NO = ['false', 'no', 'off', 'n', '0']

export const SWITCH: Kind<boolean> = {
  expected: safe`true or false`,
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  guess: (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined
    const folded = fold(String(value))
    return YES.includes(folded) ? true : NO.includes(folded) ? false : undefined
  },
  hint: safe`Write true or false, without quotation marks.`,
}

export const SECONDS: Kind<number> = {
  expected: safe`a number of seconds`,
  read: (value) => {
    if (typeof value !== 'number') return undefined
    if (Number.isSafeInteger(value) && value >= 0) return value
    // To a millionth, rounded up: programs write 10.026666666666667.
    return [value, Math.ceil(value * 1e6) / 1e6].find((seconds) => millionths(seconds) !== undefined)
  },
  guess: (value) => {
    const [, digits] =
      typeof value === 'string' ? (/^(\d{1,6}(?:\.\d{1,6})?)(?:s|secs?|seconds?)?$/.exec(fold(value)) ?? []) : []
    return digits === undefined ? undefined : Number(digits)
  },
  hint: safe`Write the seconds as a number, such as 5.`,
}

export const COUNT: Kind<number> = {
  expected: safe`a whole number of 1 or more`,
  read: (value) => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : undefined),
  guess: (value) => {
    const [, digits] = typeof value === 'string' ? (/^[x×]?([1-9]\d{0,8})[x×]?$/.exec(fold(value)) ?? []) : []
    return digits === undefined ? undefined : Number(digits)
  },
  hint: safe`Leave it out for one generation; for none, leave out the item.`,
}

/** In millionths. */
export const CREDITS: Kind<bigint> = {
  expected: safe`a number of 0 or more, of at most six decimals`,
  read: (value) => (typeof value === 'number' ? millionths(value) : undefined),
  guess: () => undefined,
  hint: safe`Write the credits as a number, such as 60 or 22.5.`,
}

export const TEXT: Kind<string> = {
  expected: safe`text`,
  read: (value) => (typeof value === 'string' ? value : undefined),
  guess: () => undefined,
  hint: safe`Put it into quotation marks.`,
}

export const NAME: Kind<string> = {
  expected: safe`text or a number`,
  read: (value) => {
    if (typeof value === 'string') return value
    // A number beyond that has lost digits, so its name would be another one.
    return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : undefined
  },
  guess: () => undefined,
  hint: safe`Put it into quotation marks.`,
}
