import { isObject, own } from '../decode.js'
import { numberSource, parseJson } from '../json.js'
import { safe, type SafeText } from '../safe-text.js'
import { type Balance, perPurse, type Purse, PURSES } from '../verdict/purses.js'

/** What an answer of PixVerse says, whatever its HTTP status. `message` is PixVerse's own and not yet sanitised. */
export type Answer =
  | { readonly kind: 'balance'; readonly balance: Balance }
  | { readonly kind: 'refused'; readonly code: number; readonly message: string }
  /** `why` goes on with "The answer from PixVerse". */
  | { readonly kind: 'unreadable'; readonly why: SafeText }

/**
 * Reads the envelope `{ErrCode, ErrMsg, Resp}`, or its lower-case form, strictly: only the number 0 is success, and only
 * finite numbers are credits, both as they are written and not as they are rounded. Never throws.
 * Source: https://docs.platform.pixverse.ai/get-user-credit-balance-13778989e0
 */
export function decode(body: Uint8Array): Answer {
  const text = asText(body)
  if (text === undefined) return notJson(body)
  const parsed = parseJson(text)
  if (parsed.kind === 'fault') {
    return parsed.why === 'duplicate-key' ? unreadable(safe`has the same field twice`) : notJson(body)
  }
  const envelope = parsed.value
  if (!isObject(envelope)) return unreadable(safe`is JSON, but not an object`)

  const codes = ['ErrCode', 'err_code'].filter((name) => own(envelope, name) !== undefined)
  const [name, other] = codes
  if (name === undefined) return unreadable(safe`has no ErrCode`)
  const code = own(envelope, name)
  if (typeof code !== 'number' || (other !== undefined && own(envelope, other) !== code)) {
    return unreadable(safe`has an ErrCode that is not one number`)
  }
  if (code !== 0) {
    return { kind: 'refused', code, message: messageIn(envelope) }
  }
  if (!codes.every((field) => isZeroAsWritten(numberSource(text, [field])))) {
    return unreadable(safe`has an ErrCode that is 0 only after rounding`)
  }

  const [field = 'Resp', second] = ['Resp', 'resp'].filter((candidate) => Object.hasOwn(envelope, candidate))
  if (second !== undefined) return unreadable(safe`has both Resp and resp`)
  if (!isObject(own(envelope, field))) return unreadable(safe`reports success, but has no Resp`)
  return credits((purse) => numberSource(text, [field, `credit_${purse}`]))
}

/** What PixVerse says about a refusal: the first of both messages that says something. */
function messageIn(envelope: unknown): string {
  for (const message of [own(envelope, 'ErrMsg'), own(envelope, 'err_msg')]) {
    if (typeof message === 'string' && message !== '') return message
  }
  return ''
}

/** @param sourceOf the number of a purse as it is written, if there is one */
function credits(sourceOf: (purse: Purse) => string | undefined): Answer {
  const purses = perPurse(() => 0)
  for (const purse of PURSES) {
    const field = `credit_${purse}` as const
    const source = sourceOf(purse)
    if (source === undefined) return unreadable(safe`has no number in ${field}`)
    // 1e999 is valid JSON and reads as Infinity.
    if (!Number.isFinite(Number(source))) return unreadable(safe`has a ${field} that is not finite`)
    purses[purse] = wholeCredits(source)
  }
  const total = PURSES.reduce((sum, purse) => sum + purses[purse], 0)
  if (![total, ...Object.values(purses)].every(Number.isSafeInteger)) {
    return unreadable(safe`has more credits than can be counted exactly`)
  }
  return { kind: 'balance', balance: { ...purses, total } }
}

function isZeroAsWritten(source: string | undefined): boolean {
  return /^-?0(\.0+)?(e|$)/i.test(String(source))
}

/** Rounds a finite JSON number down, exactly: a double would turn 499.99999999999999999 into 500. */
function wholeCredits(source: string): number {
  const end = source.search(/e|$/i)
  const mantissa = source.slice(0, end)
  const digits = BigInt(mantissa.replace('.', ''))
  if (digits === 0n) return 0
  const places = Number(source.slice(end + 1)) - (mantissa.split('.')[1]?.length ?? 0)
  // What is that small is 0 as a double, too; written out it could have a billion digits.
  if (places < -100_000) return digits < 0n ? -1 : 0
  if (places >= 0) return Number(digits * 10n ** BigInt(places))
  const unit = 10n ** BigInt(-places)
  return Number(digits / unit) - (digits % unit < 0n ? 1 : 0)
}

function unreadable(why: SafeText): Answer {
  return { kind: 'unreadable', why }
}

function notJson(body: Uint8Array): Answer {
  return unreadable(looksLikeHtml(body) ? safe`is a web page` : safe`is not JSON`)
}

function asText(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return undefined
  }
}

function looksLikeHtml(body: Uint8Array): boolean {
  return /^\s*</.test(new TextDecoder().decode(body.subarray(0, 100)))
}
