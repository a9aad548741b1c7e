// @ts-check
// A PixVerse to try things on: one endpoint of its Platform API, on loopback, with the answers that it is given.
import { createServer } from 'node:http'
import { listen } from './listen.mjs'

export const KEY = 'sandbox-key-0123456789'

/**
 * @typedef {object} Answers
 * @property {(nth: number) => unknown} answer the body for the nth request: an object, or text
 * @property {number} [status] 200 unless given
 */

/**
 * The answer of the API to a balance request that went well.
 * @param {number} credit_monthly
 * @param {number} credit_package
 */
export function balance(credit_monthly, credit_package) {
  return { ErrCode: 0, ErrMsg: 'success', Resp: { account_id: 123452341, credit_monthly, credit_package } }
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
