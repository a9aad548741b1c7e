// @ts-check
// npm run pictures: the pictures of the README, from docs/pictures/summary.md. Needs a Chromium and a font with
// emoji on this machine.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { THEMES, toPng } from './render.mjs'

const path = (/** @type {string} */ name) => fileURLToPath(new URL(`../docs/pictures/${name}`, import.meta.url))
const summary = readFileSync(path('summary.md'), 'utf8').replace('<details>', '<details open>')
try {
  for (const theme of THEMES) toPng(summary, theme, path(`summary-${theme}.png`))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
