// @ts-check
// Renders Markdown about as GitHub does: GFM with alerts, raw HTML cut down by the sanitizer, GitHub's style sheet.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import { remarkAlert } from 'remark-github-blockquote-alert'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

/** @typedef {'light' | 'dark'} Theme */

/** @type {readonly Theme[]} */
export const THEMES = ['light', 'dark']
/** Pixels of CSS: a job's page on a desktop, and a phone. */
export const WIDTHS = { desktop: 760, phone: 400 }

/** In lower windows Chromium paints less than the page, or nothing. */
const HEIGHT_MIN = 200

/** Writes what the picture needs to know into the title: how tall the page is, and whether an emoji has a colour. */
const PROBE = `
  const pen = document.createElement('canvas').getContext('2d')
  pen.fillText('\u{1F7E6}', 0, 10)
  const pixels = pen.getImageData(0, 0, 20, 20).data
  const coloured = pixels.some((value, at) => at % 4 === 2 && value !== pixels[at - 1])
  document.title = document.documentElement.scrollHeight + ' ' + coloured`

/**
 * HTML of a Markdown text, sanitized; only the alerts, which GitHub makes itself, keep their classes.
 * @param {string} markdown
 */
export function toHtml(markdown) {
  return String(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkAlert)
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeRaw)
      .use(rehypeSanitize, { ...defaultSchema, attributes: { ...defaultSchema.attributes, ...ALERTS } })
      .use(rehypeStringify)
      .processSync(markdown),
  )
}

/** @type {NonNullable<typeof defaultSchema.attributes>} */
const ALERTS = { div: [['className', /^markdown-alert/], 'dir'], p: [['className', /^markdown-alert/]] }

/**
 * Writes a PNG of the whole Markdown, by the Chromium of this machine. Fails without a font that has emoji, where each
 * would be an empty box.
 * @param {string} markdown
 * @param {Theme} theme
 * @param {string} file
 * @param {number} width pixels of CSS; the picture has twice as many
 */
export function toPng(markdown, theme, file, width = WIDTHS.desktop) {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'))
  try {
    writeFileSync(join(folder, 'page.html'), page(markdown, theme, width))
    const dom = chromium(folder, width, 100, '--dump-dom')
    const [, height, coloured] = /<title>(\d+) (true|false)<\/title>/.exec(dom) ?? []
    if (height === undefined) throw new Error(`Chromium ran no script in the page: ${dom}`)
    if (coloured === 'false') throw new Error('No font here has emoji. Debian has one in fonts-noto-color-emoji.')
    chromium(folder, width, Math.max(HEIGHT_MIN, Number(height)), `--screenshot=${file}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} markdown @param {Theme} theme @param {number} width */
function page(markdown, theme, width) {
  const sheet = createRequire(import.meta.url).resolve(`github-markdown-css/github-markdown-${theme}.css`)
  const background = theme === 'dark' ? '#0d1117' : '#fff'
  return `<!doctype html><meta charset="utf-8"><style>${readFileSync(sheet, 'utf8')}
    html { width: ${width}px } /* a window may be wider than asked for */
    body { margin: 0; background: ${background} } .markdown-body { padding: 24px }</style>
    <article class="markdown-body">${toHtml(markdown)}</article>
    <script>${PROBE}</script>`
}

/**
 * @param {string} folder with page.html
 * @param {number} width
 * @param {number} height
 * @param {string} act what to do with the page
 */
function chromium(folder, width, height, act) {
  const program = process.env['CHROMIUM'] ?? 'chromium'
  const { error, status, stdout } = spawnSync(
    program,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--hide-scrollbars',
      '--force-device-scale-factor=2',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--window-size=${width},${height}`,
      act,
      `file://${join(folder, 'page.html')}`,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  )
  if (error !== undefined) throw new Error(`No Chromium here is called ${program}. Debian has one in chromium.`)
  if (status !== 0) throw new Error(`${program} ended with ${status}.`)
  return stdout
}
