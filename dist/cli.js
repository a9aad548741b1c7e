#!/usr/bin/env node
// Started by people and by any CI. Whatever happens from here on, it fails unless a verdict lets it pass.
import { createRequire } from 'node:module'

process.exitCode = 1
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`pixverse-balance-gate needs Node 20 or later, but this is Node ${process.versions.node}.`)
} else {
  const { command } = await import('./gate.js')
  await command(createRequire(import.meta.url)('../package.json').version)
}
