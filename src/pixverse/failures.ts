import { messageOf, own } from '../decode.js'
import type { Fault } from '../fault.js'
import { safe, type SafeText, type Sanitise } from '../safe-text.js'
import type { Answer } from './envelope.js'

/** A failed attempt: what becomes of the read if no retry is left, and whether to retry. */
export interface Failure {
  readonly kind: 'refused' | 'unknown'
  readonly again: boolean
  readonly fault: Fault
}

interface Cause {
  readonly kind: 'refused' | 'unknown'
  readonly again: boolean
  readonly hint: SafeText
}

const SUPPORT = safe`if it happens again, send the trace id to api@pixverse.ai`

const CAUSES = {
  key: {
    kind: 'refused',
    again: false,
    hint: safe`Check that the secret holds the whole key of the Platform API. Usual causes: it was mistyped, revoked, or belongs to a suspended account; it is a key of the other region (https://app-api.pixverse.ai or, for mainland China, https://app-api.pixverseai.cn: see base-url); it is a key of another product (one that begins with mh_live_ is of Growth Studio).`,
  },
  busy: {
    kind: 'unknown',
    again: true,
    hint: safe`Run the job again in a few minutes; ${SUPPORT}.`,
  },
  request: {
    kind: 'unknown',
    again: false,
    hint: safe`Update this gate: PixVerse may have changed how the balance is asked for.`,
  },
  generation: {
    kind: 'unknown',
    again: false,
    hint: safe`This answer belongs to a generation, not to a balance. Check base-url; ${SUPPORT}.`,
  },
  address: {
    kind: 'unknown',
    again: false,
    hint: safe`Check base-url; leave it out unless PixVerse gave you another address.`,
  },
  network: {
    kind: 'unknown',
    again: true,
    hint: safe`Check that the runner reaches the address in base-url. Behind a proxy, check https_proxy and no_proxy, and NODE_EXTRA_CA_CERTS if the proxy has its own certificate.`,
  },
  strange: {
    kind: 'unknown',
    again: false,
    hint: safe`Check base-url and any proxy in between; ${SUPPORT}.`,
  },
} as const satisfies Record<string, Cause>

type CauseName = keyof typeof CAUSES

/** What a code can be about; `strange` is one that nobody lists. */
type CodeCause = 'key' | 'busy' | 'request' | 'generation' | 'strange'

/**
 * What each ErrCode means. Source: https://docs.platform.pixverse.ai/error-codes-796041m0, read 2026-09, and for 10001 to
 * 10005 PixVerse's own client, https://github.com/PixVerseAI/PixVerse-MCP, read 2026-11. What to do about a code is this
 * project's own judgement.
 */
const CODES: ReadonlyMap<number, readonly [CodeCause, SafeText]> = new Map([
  [10001, ['key', safe`it does not accept the key`]],
  [10002, ['key', safe`it does not accept the key`]],
  [10003, ['key', safe`nobody is logged in with it`]],
  [10004, ['key', safe`it does not accept the key`]],
  [10005, ['key', safe`it was logged in elsewhere`]],
  [400011, ['request', safe`a parameter is empty`]],
  [400012, ['key', safe`the account is invalid`]],
  [400013, ['request', safe`a parameter has the wrong type or value`]],
  [400017, ['request', safe`a parameter is invalid`]],
  [400018, ['generation', safe`the prompt is too long`]],
  [400019, ['generation', safe`the negative prompt is too long`]],
  [400032, ['generation', safe`the image id is invalid`]],
  [400080, ['generation', safe`the lyrics have no meaning`]],
  [500008, ['generation', safe`the requested data does not exist`]],
  [500020, ['key', safe`the key has no permission for this`]],
  [500030, ['generation', safe`the image is too large`]],
  [500031, ['generation', safe`the image cannot be read`]],
  [500032, ['generation', safe`the image format is invalid`]],
  [500033, ['generation', safe`the image dimensions are invalid`]],
  [500041, ['generation', safe`the image upload failed`]],
  [500042, ['generation', safe`the image path is invalid`]],
  [500044, ['generation', safe`too many generations run at once`]],
  [500052, ['generation', safe`the image was rejected by review`]],
  [500054, ['generation', safe`the image did not pass moderation`]],
  [500060, ['generation', safe`the effect activations of this month are used up`]],
  [500063, ['generation', safe`the content did not pass moderation`]],
  [500064, ['generation', safe`the content was deleted`]],
  [500069, ['busy', safe`its system is under high load`]],
  [500070, ['generation', safe`the template is not activated`]],
  [500071, ['generation', safe`the effect does not support this quality`]],
  [500090, ['generation', safe`the balance is insufficient`]],
  [500100, ['busy', safe`its database failed`]],
  [99999, ['busy', safe`an unknown error occurred`]],
  [701002, ['generation', safe`the subject of the image is unclear`]],
  [701003, ['generation', safe`the reference video shows no main person`]],
  [701020, ['generation', safe`the audio is not verified`]],
])

const RETRYABLE_STATUS = new Set([408, 425, 429])

/**
 * Judges an answer that gives no balance, or gives one that cannot be trusted.
 * @param status HTTP status; only 200 can carry a balance
 */
export function failureOf(status: number, answer: Answer, sanitise: Sanitise): Failure {
  const again = RETRYABLE_STATUS.has(status) || status >= 500
  if (answer.kind === 'refused') {
    // A code may be any number, even one that is the key.
    const code = safe`ErrCode ${sanitise(String(answer.code))}`
    const said = answer.message === '' ? undefined : safe`and says: \`${sanitise(answer.message)}\``
    const [cause, meaning] = meaningOf(answer.code, answer.message)
    if (cause === 'key')
      return failure('key-refused', 'key', safe`PixVerse refused the API key: ${meaning} (${code})`, said)
    if (status === 401 || status === 403) return keyRefused(status, safe` and ${code}`, said)
    if (again && cause === 'strange') {
      return failure('http-busy', 'busy', safe`PixVerse answered HTTP ${status} (${code}) instead of a balance`, said)
    }
    const found = failure(`answered-${cause}`, cause, safe`PixVerse answered that ${meaning} (${code})`, said)
    return { ...found, again: found.again || again }
  }
  if (status === 401 || status === 403) return keyRefused(status, safe``)
  if (again) return failure('http-busy', 'busy', safe`PixVerse answered HTTP ${status} instead of a balance`)
  if (status >= 300 && status < 400) {
    const why = safe`PixVerse answered with a redirect (HTTP ${status}); following it would send the key to another address`
    return failure('redirect', 'address', why)
  }
  if (status === 200 && answer.kind === 'unreadable') {
    return failure('unreadable-answer', 'strange', safe`The answer from PixVerse ${answer.why}`)
  }
  return failure('http-status', 'address', safe`PixVerse answered HTTP ${status} instead of a balance`)
}

function keyRefused(status: number, code: SafeText, said?: SafeText): Failure {
  return failure('key-refused', 'key', safe`PixVerse refused the API key with HTTP ${status}${code}`, said)
}

function meaningOf(code: number, message: string): readonly [CodeCause, SafeText] {
  const known = CODES.get(code)
  if (known?.[0] !== 'key' && /api[-_ ]?key/i.test(message)) return ['key', safe`its message names the key`]
  return known ?? ['strange', safe`an error occurred that is not in its list`]
}

/** An answer larger than anything that a balance can be. */
export function tooLarge(limit: number): Failure {
  return failure('answer-too-large', 'strange', safe`The answer from PixVerse is larger than ${limit / 1024} KiB`)
}

/** The time for the whole read is over. `seconds` is the input `timeout`. */
export function tooLate(seconds: number): Failure {
  return failure('timeout', 'network', safe`PixVerse gave no complete answer within ${seconds} s`)
}

/** The exchange failed below HTTP, or in the middle of it. */
export function broken(error: unknown, sanitise: Sanitise): Failure {
  // Node gives one AggregateError for a host with several addresses; its first error speaks for all.
  const cause: unknown = error instanceof AggregateError ? error.errors[0] : error
  const message = messageOf(cause)
  const byProxy = message.startsWith('tunneling socket') ? safe`The proxy made no connection to PixVerse` : undefined
  const happened = byProxy ?? NETWORK.get(own(cause, 'code')) ?? safe`The exchange with PixVerse failed`
  return failure('network', 'network', happened, safe`because of: \`${sanitise(message)}\``)
}

const NETWORK: ReadonlyMap<unknown, SafeText> = new Map([
  ['ENOTFOUND', safe`The name of the PixVerse host does not resolve`],
  ['EAI_AGAIN', safe`The name of the PixVerse host does not resolve for the moment`],
  ['ECONNREFUSED', safe`The connection to PixVerse was refused`],
  ['ECONNRESET', safe`The connection to PixVerse was cut before the answer was complete`],
  ['ETIMEDOUT', safe`The connection to PixVerse timed out`],
  ['EHOSTUNREACH', safe`The PixVerse host cannot be reached`],
  ['ENETUNREACH', safe`The network of the PixVerse host cannot be reached`],
])

function failure(id: string, cause: CauseName, message: SafeText, detail?: SafeText): Failure {
  const { kind, again, hint } = CAUSES[cause]
  return { kind, again, fault: { id, message, hint, detail } }
}
