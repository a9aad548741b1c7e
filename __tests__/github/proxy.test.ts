import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { comment, marker, start } from './room.js'

/** Hosts that the proxy was asked to connect to. */
const hosts: string[] = []
/** Port of the GitHub behind it; 0 when it refuses. */
let target = 0
const sockets: Duplex[] = []
const proxy = createServer()

beforeAll(async () => {
  proxy.on('connect', ({ url = '' }, socket) => {
    hosts.push(url)
    if (target === 0) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
      return
    }
    const onward = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    for (const end of [onward, socket]) {
      sockets.push(end)
      end.on('error', () => socket.destroy())
    }
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  // The toolkit reads these once, when it is loaded.
  process.env['http_proxy'] = `http://user:hunter2@127.0.0.1:${(proxy.address() as AddressInfo).port}`
  process.env['GITHUB_API_URL'] = 'http://github.invalid'
})
afterAll(async () => {
  for (const name of ['http_proxy', 'GITHUB_API_URL']) Reflect.deleteProperty(process.env, name)
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => proxy.close(resolve))
})

test('behind a proxy, everything goes through it', async () => {
  const github = await start()
  target = Number(new URL(github.url).port)
  const { warnings } = await comment(github, 'low', { run: { apiUrl: 'http://github.invalid' } })
  expect([github.bodies(), warnings]).toEqual([[`${marker()}\nlow`], []])
  expect(new Set(hosts)).toEqual(new Set(['github.invalid:80']))
})

test('behind a proxy that refuses, the warning does not show its password', async () => {
  const github = await start()
  target = 0
  const { warnings } = await comment(github, 'low', { run: { apiUrl: 'http://github.invalid' } })
  expect(warnings).toEqual([expect.stringContaining('the connection to GitHub failed with `')])
  expect(warnings.join()).not.toContain('hunter2')
})
