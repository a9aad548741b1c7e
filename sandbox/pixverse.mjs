// @ts-check
// A PixVerse to try things on: one endpoint of its Platform API, on loopback, with the answers of `scenarios`.
import { createServer } from 'node:http'
import { listen } from './listen.mjs'

export const KEY = 'sandbox-key-0123456789'

/**
 * @typedef {object} Answers
 * @property {(nth: number) => unknown} answer the body for the nth request: an object, or text
 * @property {number} [status] 200 unless given
 *
 * @typedef {object} Case
 * @property {string} about
 * @property {Record<string, string>} inputs
 * @property {{ name: string, payload: unknown }} [event]
 *
 * @typedef {Answers & Case} Scenario
 */

/**
 * The answer of the API to a balance request that went well.
 * @param {number} credit_monthly
 * @param {number} credit_package
 */
export function balance(credit_monthly, credit_package) {
  return { ErrCode: 0, ErrMsg: 'success', Resp: { account_id: 123452341, credit_monthly, credit_package } }
}

/** @param {number} ErrCode @param {string} ErrMsg */
const refusal = (ErrCode, ErrMsg) => ({ ErrCode, ErrMsg, Resp: null })

/**
 * What the sandbox answers, and the inputs and the event with which it makes its point.
 * @type {Record<string, Scenario>}
 */
export const scenarios = {
  ok: { about: 'plenty of credits', answer: () => balance(1_069_020, 3_630), inputs: { minimum: '480' } },
  low: { about: 'fewer credits than required', answer: () => balance(212, 100), inputs: { minimum: '480' } },
  warn: {
    about: 'enough credits, but not many more',
    answer: () => balance(500, 400),
    inputs: { minimum: '480', 'warn-below': '1000' },
  },
  empty: { about: 'no credits at all', answer: () => balance(0, 0), inputs: { minimum: '480' } },
  'over-budget': {
    about: 'a plan that costs more than one run may',
    answer: () => balance(1_069_020, 3_630),
    inputs: { plan: '[{ model: v6, quality: 1080p, duration: 15, audio: true, count: 20 }]', budget: '5000' },
  },
  'rejected-key': {
    about: 'a key that PixVerse does not know',
    answer: () => refusal(400012, 'invalid account'),
    inputs: { minimum: '480' },
  },
  outage: {
    about: 'a server that fails, again and again',
    status: 500,
    answer: () => refusal(500100, 'MySQL error'),
    inputs: { minimum: '480', timeout: '5' },
  },
  busy: {
    about: 'a server that is busy twice, then answers',
    answer: (request) => (request <= 2 ? refusal(500069, 'system busy') : balance(1_069_020, 3_630)),
    inputs: { minimum: '480' },
  },
  html: {
    about: 'a web page in place of an answer',
    answer: () => '<!doctype html><h1>Maintenance</h1>',
    inputs: { minimum: '480' },
  },
  fork: {
    about: 'a pull request from a fork, which gets no secrets',
    answer: () => balance(1_069_020, 3_630),
    inputs: { minimum: '480', 'api-key': '' },
    event: { name: 'pull_request', payload: pullRequest(2) },
  },
}

/** The payload of a pull request event whose head is in the repository with that id; the base is in 1. */
export function pullRequest(headRepository = 1, number = 7) {
  return { pull_request: { number, head: { repo: { id: headRepository } }, base: { repo: { id: 1 } } } }
}

/**
 * Starts the sandbox on a free port of 127.0.0.1.
 * @param {Answers} answers
 */
export async function startPixVerse({ answer, status = 200 }) {
  /** @type {Pick<import('node:http').IncomingMessage, 'method' | 'url' | 'headers'>[]} */
  const requests = []
  const server = createServer(({ method, url, headers }, response) => {
    requests.push({ method, url, headers })
    const known = method === 'GET' && url === '/openapi/v2/account/balance'
    const body = known ? answer(requests.length) : 'not found'
    response.writeHead(known ? status : 404, {
      'content-type': typeof body === 'string' ? 'text/html' : 'application/json',
    })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  return { requests, ...(await listen(server)) }
}
