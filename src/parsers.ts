import { isObject, own } from './decode.js'
import { join, plain, safe, type SafeText, type Sanitise } from './safe-text.js'
import type { Baseline } from './verdict/verdict.js'

/** Reads the text of an input. */
export interface Parser<T> {
  /** Goes on with "must be". */
  readonly expected: SafeText
  /** Undefined when the text is not what is expected. */
  readonly parse: (text: string) => T | undefined
}

export const credits: Parser<number> = { expected: safe`a whole number of credits, in digits only`, parse: wholeNumber }

export function whole(what: 'seconds' | 'days' | 'a number', least: number, most: number): Parser<number> {
  return {
    expected:
      what === 'a number'
        ? safe`a whole number from ${least} to ${most}`
        : safe`whole ${what} from ${least} to ${most}`,
    parse: (text) => {
      const value = wholeNumber(text)
      return value !== undefined && value >= least && value <= most ? value : undefined
    },
  }
}

/** Percent as a decimal number in digits, exactly as it was given. */
export const percent: Parser<SafeText> = {
  expected: safe`a percentage such as 10, 12.5 or 10%`,
  parse: (text) => {
    const digits = /^(\d{1,9}(?:\.\d{1,6})?)\s*%?$/.exec(text)?.[1]
    return digits === undefined ? undefined : plain(digits)
  },
}

export function choice<const Word extends string>(...words: readonly [Word, Word, ...Word[]]): Parser<Word> {
  const quoted = words.map((word) => safe`\`${plain(word)}\``)
  return {
    expected: safe`${join(quoted.slice(0, -1), ', ')} or ${join(quoted.slice(-1))}`,
    parse: (text) => words.find((word) => word === text),
  }
}

export const yesOrNo: Parser<boolean> = {
  expected: choice('true', 'false').expected,
  parse: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
}

/** https to any host, http to this machine alone; ends in a slash, so that a path can be put behind it. */
export const address: Parser<URL> = {
  expected: safe`an https address, or http to a loopback address, without user, query and fragment`,
  parse: (text) => {
    if (!URL.canParse(text)) return undefined
    const url = new URL(text)
    if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined
    const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return undefined
    if (!url.pathname.endsWith('/')) url.pathname += '/'
    return url
  },
}

/** Shorter than what a sanitiser shows, so that no two labels look the same. */
const LABEL_MAX = 100

/** Counts characters as people do, and one of them must be visible: reports are told apart by it. */
export function label(sanitise: Sanitise): Parser<SafeText> {
  return {
    expected: safe`a label of at most ${LABEL_MAX} characters, such as the name of a team`,
    parse: (text) => {
      const shown = sanitise(text)
      return shown !== '' && Array.from(text).length <= LABEL_MAX ? shown : undefined
    },
  }
}

export const anyText: Parser<string> = { expected: safe`text`, parse: (text) => text }

/** A `total`, or a whole `report` of schema 1. */
export function baseline(sanitise: Sanitise): Parser<Baseline> {
  return {
    expected: safe`a total of credits in digits, or the whole report of an earlier gate`,
    parse: (text) => {
      if (!text.startsWith('{')) {
        const total = balance(text)
        return total === undefined ? undefined : { total, plan: undefined }
      }
      try {
        return readReport(JSON.parse(text), sanitise)
      } catch {
        return undefined
      }
    },
  }
}

function readReport(report: unknown, sanitise: Sanitise): Baseline | undefined {
  const [total, planned, plan] = [own(report, 'total'), own(report, 'planned'), own(report, 'plan')]
  if (own(report, 'schema') !== 1 || !(total === null || Number.isSafeInteger(total))) return undefined
  const named = own(report, 'account')
  if (named !== undefined && typeof named !== 'string') return undefined
  const account = named === undefined ? undefined : sanitise(named)
  const known = typeof total === 'number' ? total : undefined
  if (plan === null) return { account, total: known, plan: undefined }
  const [cost, date] = [own(plan, 'cost'), own(plan, 'prices_as_of')]
  if (!isObject(plan) || !isWhole(cost) || !isWhole(planned) || planned < cost) return undefined
  const pricesAsOf = typeof date === 'string' ? sanitise(date) : undefined
  return { account, total: known, plan: { cost, planned, pricesAsOf } }
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** Unlike what an input asks for, a balance may be below zero. */
function balance(text: string): number | undefined {
  const value = wholeNumber(text.replace(/^-/, ''))
  return value !== undefined && text.startsWith('-') ? -value : value
}

function wholeNumber(text: string): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : NaN
  return Number.isSafeInteger(value) ? value : undefined
}
