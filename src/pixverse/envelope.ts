import { type Balance, perPurse, PURSES } from '../budget/purses.js'

/** What an answer of PixVerse says, whatever its HTTP status. `message` is PixVerse's own and not yet neutralised. */
export type Answer =
  | { readonly kind: 'balance'; readonly balance: Balance }
  | { readonly kind: 'refused'; readonly code: number; readonly message: string }
  | { readonly kind: 'unreadable'; readonly why: string }

/**
 * Reads the envelope `{ErrCode, ErrMsg, Resp}`, or its lower-case form, strictly: only the number 0 is success, and
 * only finite numbers are credits. Never throws.
 * Source: https://docs.platform.pixverse.ai/get-user-credit-balance-13778989e0
 */
export function decode(body: Uint8Array): Answer {
  const envelope = parse(body)
  if (envelope === undefined) return unreadable(looksLikeHtml(body) ? 'is a web page' : 'is not JSON')
  if (!isRecord(envelope)) return unreadable('is JSON, but not an object')

  const codes = [own(envelope, 'ErrCode'), own(envelope, 'err_code')].filter((code) => code !== undefined)
  const [code] = codes
  if (code === undefined) return unreadable('has no ErrCode')
  if (typeof code !== 'number' || codes.some((other) => other !== code)) {
    return unreadable('has an ErrCode that is not one number')
  }
  if (code !== 0) {
    const message = own(envelope, 'ErrMsg') ?? own(envelope, 'err_msg')
    return { kind: 'refused', code, message: typeof message === 'string' ? message : '' }
  }

  const [resp, second] = ['Resp', 'resp']
    .filter((field) => Object.hasOwn(envelope, field))
    .map((field) => envelope[field])
  if (second !== undefined) return unreadable('has both Resp and resp')
  if (!isRecord(resp)) return unreadable('reports success, but has no Resp')
  return credits(resp)
}

function credits(resp: Record<string, unknown>): Answer {
  for (const purse of PURSES) {
    const value = own(resp, `credit_${purse}`)
    if (typeof value !== 'number') return unreadable(`has no number in credit_${purse}`)
    // 1e999 is valid JSON and reads as Infinity.
    if (!Number.isFinite(value)) return unreadable(`has a credit_${purse} that is not finite`)
  }
  // `+ 0` turns -0 into 0.
  const purses = perPurse((purse) => Math.floor(Number(own(resp, `credit_${purse}`))) + 0)
  const total = PURSES.reduce((sum, purse) => sum + purses[purse], 0)
  if (![total, ...Object.values(purses)].every(Number.isSafeInteger)) {
    return unreadable('has more credits than can be counted exactly')
  }
  return { kind: 'balance', balance: { ...purses, total } }
}

function unreadable(why: string): Answer {
  return { kind: 'unreadable', why }
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown
  } catch {
    return undefined
  }
}

function looksLikeHtml(body: Uint8Array): boolean {
  return /^\s*</.test(new TextDecoder().decode(body.subarray(0, 100)))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field of the object itself, never one that every object inherits. */
function own(record: Record<string, unknown>, field: string): unknown {
  return Object.hasOwn(record, field) ? record[field] : undefined
}
