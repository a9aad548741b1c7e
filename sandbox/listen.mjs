// @ts-check

/**
 * Lets a server listen on a free port of 127.0.0.1.
 * @param {import('node:net').Server} server of HTTP, HTTPS, or plain TCP
 * @param {'http' | 'https'} [scheme] of `url`
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `close` cuts every connection that is still open
 */
export async function listen(server, scheme = 'http') {
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set()
  server.on('connection', (/** @type {import('node:net').Socket} */ socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      resolve(undefined)
    })
  })
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `${scheme}://127.0.0.1:${port}`, close }
}
