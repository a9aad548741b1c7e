import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { HttpClient } from '@actions/http-client'
import { oneFault } from '../fault.js'
import { plain, type SafeText, type Sanitise } from '../safe-text.js'
import type { Balance } from '../verdict/purses.js'
import type { BalanceRead } from '../verdict/verdict.js'
import { decode } from './envelope.js'
import { broken, type Failure, failureOf, tooLarge, tooLate } from './failures.js'

/** Bytes; a balance has about 120. */
const BODY_MAX = 64 * 1024

/** Milliseconds: upper bounds of the first and of every later pause between attempts. */
const PAUSE_FIRST = 500
const PAUSE_MAX = 8000

export interface Request {
  /** Goes to the host of `baseUrl` and nowhere else. */
  readonly apiKey: string
  readonly baseUrl: URL
  /** Seconds for the whole read, pauses and further attempts included. */
  readonly timeout: number
  /** Further attempts after the first. */
  readonly retries: number
  readonly sanitise: Sanitise
}

/**
 * Asks PixVerse for the balance; one request when all is well. Never throws and never outlasts `timeout`.
 * Every attempt has a trace id of its own, because PixVerse may answer a repeated one with an earlier answer.
 * Source: https://docs.platform.pixverse.ai/get-user-credit-balance-13778989e0
 */
export async function readBalance(request: Request): Promise<BalanceRead> {
  const deadline = performance.now() + 1000 * request.timeout
  for (let attempt = 0; ; attempt++) {
    const attemptsLeft = request.retries - attempt
    const traceId = plain(randomUUID())
    const timeLeft = deadline - performance.now()
    // A silent server may take half of the time that is left, so that another attempt has a chance; the last takes all.
    const outcome = await ask(request, traceId, attemptsLeft > 0 ? timeLeft / 2 : timeLeft)
    if (outcome.kind === 'balance') return { kind: 'balance', balance: outcome.balance, traceId }

    const pause = Math.max(jitter(attempt), outcome.retryAfter)
    const fits = performance.now() + pause < deadline
    if (!outcome.failure.again || attemptsLeft <= 0 || !fits) {
      const { kind, fault } = outcome.failure
      return { kind, faults: oneFault(fault), traceId }
    }
    await sleep(pause)
  }
}

type Outcome =
  | { readonly kind: 'balance'; readonly balance: Balance }
  /** `retryAfter`: milliseconds that the server asks us to wait, 0 when it asks nothing. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retryAfter: number }

async function ask(request: Request, traceId: SafeText, milliseconds: number): Promise<Outcome> {
  const clock = new AbortController()
  let timer: NodeJS.Timeout | undefined
  // The client does not settle in every case: an answer that switches protocols, for one, it never hands over.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      clock.abort()
      reject(new Error('late'))
    }, milliseconds)
  })
  try {
    const { status, retryAfter, body } = await Promise.race([get(request, traceId, clock.signal), late])
    if (body === undefined) return { kind: 'failed', failure: tooLarge(BODY_MAX), retryAfter: 0 }
    const answer = decode(body)
    if (status === 200 && answer.kind === 'balance') return answer
    return { kind: 'failed', failure: failureOf(status, answer, request.sanitise), retryAfter }
  } catch (error) {
    const failure = clock.signal.aborted ? tooLate(request.timeout) : broken(error, request.sanitise)
    return { kind: 'failed', failure, retryAfter: 0 }
  } finally {
    clearTimeout(timer)
  }
}

interface Received {
  readonly status: number
  /** Milliseconds. */
  readonly retryAfter: number
  /** Undefined when it is larger than BODY_MAX. */
  readonly body: Uint8Array | undefined
}

/** One exchange. Rejects when it fails or is cut, or when `signal` fires. */
async function get({ apiKey, baseUrl, timeout }: Request, traceId: string, signal: AbortSignal): Promise<Received> {
  const client = new HttpClient('pixverse-balance-action', [abortOn(signal)], {
    // On a redirect to another host the client would drop `Authorization` only, and send `API-KEY` along.
    allowRedirects: false,
    allowRetries: false,
    // Idle time; the signal is what bounds the exchange.
    socketTimeout: 2000 * timeout,
  })
  const url = new URL('openapi/v2/account/balance', baseUrl)
  const { message } = await client.get(url.href, { 'API-KEY': apiKey, 'Ai-trace-id': traceId })
  const status = Number(message.statusCode)
  const retryAfter = milliseconds(message.headers['retry-after'])
  const chunks: Buffer[] = []
  let size = 0
  // Unlike the client's own readBody(), this rejects when the connection is cut.
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_MAX) {
      message.destroy()
      return { status, retryAfter, body: undefined }
    }
    chunks.push(chunk)
  }
  return { status, retryAfter, body: Buffer.concat(chunks) }
}

type RequestHandler = HttpClient['handlers'][number]

/** The client has no deadline of its own, but its request handlers may set the options of the request. */
function abortOn(signal: AbortSignal): RequestHandler {
  const handler: Omit<RequestHandler, 'handleAuthentication'> = {
    prepareRequest: (options) => Object.assign(options, { signal }),
    canHandleAuthentication: () => false,
  }
  // The method left out is called only by a handler that says it can handle authentication.
  return handler as RequestHandler
}

/** Full jitter: anything from 0 to a bound that doubles, so that many jobs do not come back at once. */
function jitter(attempt: number): number {
  return Math.random() * Math.min(PAUSE_MAX, PAUSE_FIRST * 2 ** attempt)
}

/** The header Retry-After, in seconds or as a date, in milliseconds from now; 0 when it is missing or makes no sense. */
function milliseconds(header: string | undefined): number {
  if (header === undefined) return 0
  const wait = /^\d+$/.test(header) ? 1000 * Number(header) : Date.parse(header) - Date.now()
  return wait > 0 ? wait : 0
}
