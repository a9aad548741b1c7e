// Stands in for undici, which is most of what the toolkit brings and is used behind a proxy alone.
import { createRequire } from 'node:module'

const undici = () => createRequire(import.meta.url)('./undici.cjs')

export function ProxyAgent(...options) {
  return new (undici().ProxyAgent)(...options)
}

export const fetch = (...request) => undici().fetch(...request)
