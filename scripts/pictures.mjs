// npm run pictures: the pictures of the README, from docs/pictures/summary.md. Needs a Chromium on this machine.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toPng } from './render.mjs'

const path = (name) => fileURLToPath(new URL(`../docs/pictures/${name}`, import.meta.url))
const summary = readFileSync(path('summary.md'), 'utf8').replace('<details>', '<details open>')
for (const theme of ['light', 'dark']) toPng(summary, theme, path(`summary-${theme}.png`))
