// @ts-check
// Serves routes by HTTP, and lets a test come between.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { listen } from '../listen.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('./routes.mjs').Route} Route
 * @typedef {import('./routes.mjs').Reply} Reply
 * @typedef {{ status: number, body: string, headers: Record<string, string> }} Instead
 * @typedef {number | 'silent' | 'cut' | Promise<void> | Partial<Instead> | undefined} Interference
 *   a status to answer instead, no answer at all, half of the answer, something to wait for, or parts of the answer
 * @typedef {(method: string, path: string) => Interference} Interfere
 * @typedef {{ method: string, path: string, body: Record<string, unknown>, authorization: string | undefined }} Seen
 */

/**
 * @param {object} options
 * @param {Route[]} options.routes
 * @param {string} options.prefix of every path
 * @param {Interfere} options.interfere
 */
export async function serve({ routes, prefix, interfere }) {
  /** @type {Seen[]} */
  const requests = []
  const server = createServer((request, response) => {
    void answer(request, response)
  })
  const { url, close } = await listen(server)
  return { url: `${url}${prefix}`, requests, close }

  /** @param {IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async function answer(request, response) {
    const { method = '', headers } = request
    const address = new URL(request.url ?? '', url)
    const path = address.pathname.slice(prefix.length)
    const body = await bodyOf(request)
    requests.push({ method, path, body, authorization: headers.authorization })

    const interference = interfere(method, path)
    if (interference === 'silent') return
    if (interference instanceof Promise) await interference
    /** @type {Reply} */
    const reply =
      typeof interference === 'number'
        ? { status: interference, body: { message: `refused with ${interference} ##[add-mask]x` } }
        : route(routes, { method, path, query: address.searchParams, body })
    const instead = partsOf(interference)
    const { status = reply.status, body: sent = reply.body === null ? '' : JSON.stringify(reply.body) } = instead
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': status === 204 ? 0 : Buffer.byteLength(sent),
      ...(reply.more === true ? { link: nextPage(address) } : {}),
      ...instead.headers,
    })
    if (interference === 'cut') response.write(sent.slice(0, sent.length / 2), () => response.destroy())
    else response.end(sent)
  }
}

/** @param {IncomingMessage} request @returns {Promise<Record<string, unknown>>} */
async function bodyOf(request) {
  const body = await text(request)
  return body === '' ? {} : /** @type {Record<string, unknown>} */ (JSON.parse(body))
}

/**
 * @param {Route[]} routes
 * @param {{ method: string, path: string, query: URLSearchParams, body: Record<string, unknown> }} request
 * @returns {Reply}
 */
function route(routes, { method, path, query, body }) {
  for (const { method: verb, path: template, handle } of routes) {
    const params = verb === method ? match(template, path) : undefined
    if (params !== undefined) return handle({ params, query, body })
  }
  return { status: 404, body: { message: 'Not Found' } }
}

/**
 * The parameters of a path, if it is one of that template.
 * @param {string} template
 * @param {string} path
 */
function match(template, path) {
  const pattern = template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  const found = new RegExp(`^${pattern}$`).exec(path)
  return found === null ? undefined : { ...found.groups }
}

/** @param {URL} address of a page */
function nextPage(address) {
  const next = new URL(address)
  next.searchParams.set('page', String(Number(next.searchParams.get('page') ?? 1) + 1))
  return `<${next.href}>; rel="next"`
}

/** @param {Interference} interference @returns {Partial<Instead>} */
function partsOf(interference) {
  return typeof interference === 'object' && !(interference instanceof Promise) ? interference : {}
}
