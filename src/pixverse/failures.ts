import type { Trouble } from '../budget/trouble.js'
import { messageOf, propertyOf } from '../errors.js'
import type { Answer } from './envelope.js'

/** A failed attempt: what to decide if it is the last one, and whether another may go better. */
export interface Failure {
  readonly verdict: 'error' | 'unknown'
  readonly again: boolean
  readonly trouble: Trouble
}

interface Kind {
  readonly verdict: 'error' | 'unknown'
  readonly again: boolean
  readonly cure: string
}

const SUPPORT = 'if it stays, send the trace id to api@pixverse.ai'

const KINDS = {
  key: {
    verdict: 'error',
    again: false,
    cure: 'Check the key at https://platform.pixverse.ai, and that the secret holds all of it: it may be mistyped, revoked, or of an account that is suspended.',
  },
  busy: {
    verdict: 'unknown',
    again: true,
    cure: `Run the job again in a few minutes; ${SUPPORT}.`,
  },
  request: {
    verdict: 'unknown',
    again: false,
    cure: 'Update this action: PixVerse may have changed how the balance is asked for.',
  },
  generation: {
    verdict: 'unknown',
    again: false,
    cure: `This answer belongs to a generation, not to a balance: check base-url, and ${SUPPORT}.`,
  },
  address: {
    verdict: 'unknown',
    again: false,
    cure: 'Check base-url: leave it out unless PixVerse gave you another address.',
  },
  network: {
    verdict: 'unknown',
    again: true,
    cure: 'Check that the runner reaches the address in base-url. If it goes through a proxy, check https_proxy and no_proxy, and NODE_EXTRA_CA_CERTS if the proxy has a certificate of its own.',
  },
  strange: {
    verdict: 'unknown',
    again: false,
    cure: `Check base-url and any proxy in between; ${SUPPORT}.`,
  },
} as const satisfies Record<string, Kind>

type KindName = keyof typeof KINDS

/**
 * What each ErrCode means. Source: https://docs.platform.pixverse.ai/error-codes-796041m0, read 2026-09; what to
 * do about a code is this project's own judgement.
 */
const CODES: ReadonlyMap<number, readonly [KindName, string]> = new Map([
  [400011, ['request', 'a parameter is empty']],
  [400012, ['key', 'the account is invalid']],
  [400013, ['request', 'a parameter has the wrong type or value']],
  [400017, ['request', 'a parameter is invalid']],
  [400018, ['generation', 'the prompt is too long']],
  [400019, ['generation', 'the negative prompt is too long']],
  [400032, ['generation', 'the image id is invalid']],
  [400080, ['generation', 'the lyrics have no meaning']],
  [500008, ['generation', 'the requested data does not exist']],
  [500020, ['key', 'the key has no permission for this']],
  [500030, ['generation', 'the image is too large']],
  [500031, ['generation', 'the image cannot be read']],
  [500032, ['generation', 'the image format is invalid']],
  [500033, ['generation', 'the image dimensions are invalid']],
  [500041, ['generation', 'the image upload failed']],
  [500042, ['generation', 'the image path is invalid']],
  [500044, ['generation', 'too many generations run at once']],
  [500052, ['generation', 'the image was rejected by review']],
  [500054, ['generation', 'the image did not pass moderation']],
  [500060, ['generation', 'the effect activations of this month are used up']],
  [500063, ['generation', 'the content did not pass moderation']],
  [500064, ['generation', 'the content was deleted']],
  [500069, ['busy', 'its system is under high load']],
  [500070, ['generation', 'the template is not activated']],
  [500071, ['generation', 'the effect does not support this quality']],
  [500090, ['generation', 'the balance is insufficient']],
  [500100, ['busy', 'its database failed']],
  [99999, ['busy', 'an unknown error occurred']],
  [701002, ['generation', 'the subject of the image is unclear']],
  [701003, ['generation', 'the reference video shows no main person']],
  [701020, ['generation', 'the audio is not verified']],
])

const RETRYABLE_STATUS = new Set([408, 425, 429])

/**
 * Judges an answer that gives no balance, or gives one that cannot be trusted.
 * @param status HTTP status; only 200 can carry a balance
 * @param neutral makes PixVerse's own message fit to be shown
 */
export function failureOf(status: number, answer: Answer, neutral: (text: string) => string): Failure {
  const again = RETRYABLE_STATUS.has(status) || status >= 500
  const refused = answer.kind === 'refused' ? meaningOf(answer.code, answer.message) : undefined
  const detail =
    answer.kind !== 'refused' || answer.message === '' ? undefined : `PixVerse says: ${neutral(answer.message)}`
  // A code may be any number, even one that is the key.
  const code = answer.kind === 'refused' ? ` (ErrCode ${neutral(String(answer.code))})` : ''

  if (refused?.kind === 'key') return failure('key', `PixVerse refused the API key: ${refused.meaning}${code}`, detail)
  if (status === 401 || status === 403) {
    return failure('key', `PixVerse refused the API key with HTTP ${status}${code}`, detail)
  }
  if (refused !== undefined && !(again && refused.kind === 'strange')) {
    const found = failure(refused.kind, `PixVerse answered that ${refused.meaning}${code}`, detail)
    return { ...found, again: found.again || again }
  }
  if (again) return failure('busy', `PixVerse answered HTTP ${status}${code} instead of a balance`, detail)
  if (status >= 300 && status < 400) {
    return failure(
      'address',
      `PixVerse answered with a redirect (HTTP ${status}), which is not followed: the key would go along`,
    )
  }
  if (status === 200 && answer.kind === 'unreadable')
    return failure('strange', `The answer from PixVerse ${answer.why}`)
  return failure('address', `PixVerse answered HTTP ${status} instead of a balance`)
}

function meaningOf(code: number, message: string): { readonly kind: KindName; readonly meaning: string } {
  const [kind, meaning] = CODES.get(code) ?? ['strange', 'an error occurred that is not in its list']
  if (kind !== 'key' && /api[-_ ]?key/i.test(message)) return { kind: 'key', meaning: 'its message names the key' }
  return { kind, meaning }
}

/** An answer larger than anything that a balance can be. */
export function tooLarge(limit: number): Failure {
  return failure('strange', `The answer from PixVerse is larger than ${limit / 1024} KiB`)
}

/** The time for the whole read is over. `seconds` is the input `timeout`. */
export function tooLate(seconds: number): Failure {
  return failure('network', `PixVerse gave no complete answer within ${seconds} s`)
}

/** The exchange failed below HTTP, or in the middle of it. */
export function broken(error: unknown, neutral: (text: string) => string): Failure {
  // Node gives one AggregateError for a host with several addresses; its first error speaks for all.
  const cause: unknown = propertyOf(propertyOf(error, 'errors'), '0') ?? error
  const code = propertyOf(cause, 'code')
  const message = messageOf(cause)
  const byProxy = message.startsWith('tunneling socket') ? 'The proxy made no connection to PixVerse' : undefined
  const happened = byProxy ?? NETWORK.get(code) ?? 'The exchange with PixVerse failed'
  return failure('network', happened, neutral(message))
}

const NETWORK: ReadonlyMap<unknown, string> = new Map([
  ['ENOTFOUND', 'The name of the PixVerse host does not resolve'],
  ['EAI_AGAIN', 'The name of the PixVerse host does not resolve for the moment'],
  ['ECONNREFUSED', 'The connection to PixVerse was refused'],
  ['ECONNRESET', 'The connection to PixVerse was cut before the answer was complete'],
  ['ETIMEDOUT', 'The connection to PixVerse timed out'],
  ['EHOSTUNREACH', 'The PixVerse host cannot be reached'],
  ['ENETUNREACH', 'The network of the PixVerse host cannot be reached'],
])

function failure(kind: KindName, happened: string, detail?: string): Failure {
  const { verdict, again, cure } = KINDS[kind]
  return { verdict, again, trouble: { happened: `${happened}.`, cure, detail } }
}
