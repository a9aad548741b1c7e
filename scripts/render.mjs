// Renders Markdown about as GitHub does: GFM with alerts, raw HTML cut down by the sanitizer, GitHub's style sheet.
import { execFileSync } from 'node:child_process'
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

const css = (theme) =>
  readFileSync(createRequire(import.meta.url).resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8')

/** HTML of a Markdown text, sanitized; only the alerts, which GitHub makes itself, keep their classes. */
export function toHtml(markdown) {
  const alerts = { div: [['className', /^markdown-alert/], 'dir'], p: [['className', /^markdown-alert/]] }
  return String(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkAlert)
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeRaw)
      .use(rehypeSanitize, { ...defaultSchema, attributes: { ...defaultSchema.attributes, ...alerts } })
      .use(rehypeStringify)
      .processSync(markdown),
  )
}

/** Writes a PNG of the whole Markdown, in the theme `light` or `dark`, by the Chromium of this machine. */
export function toPng(markdown, theme, file, width = 760) {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'))
  const page = join(folder, 'page.html')
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><style>${css(theme)}
    body { margin: 0; background: ${theme === 'dark' ? '#0d1117' : '#fff'} } .markdown-body { padding: 24px }</style>
    <article class="markdown-body">${toHtml(markdown)}</article>
    <script>document.title = document.documentElement.scrollHeight</script>`,
  )
  const chromium = (height, ...args) =>
    execFileSync(
      process.env.CHROMIUM ?? 'chromium',
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
        ...args,
        `file://${page}`,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    )
  try {
    // The title is how tall the page is; the window has some pixels of its own, which the picture does not show.
    const [, height] = /<title>(\d+)<\/title>/.exec(chromium(100, '--dump-dom'))
    chromium(height, `--screenshot=${file}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
