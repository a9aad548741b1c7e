import { type SafeText, shortened } from '../safe-text.js'
import type { Markdown } from '../surfaces.js'

/**
 * Shows safe text as it is. Every punctuation mark becomes a character reference, so that neither Markdown nor HTML finds
 * anything to act on; what GitHub would still link after that, the sanitiser has taken apart.
 */
export function code(text: SafeText, most = Infinity): Markdown {
  return `<code>${references(shortened(text, most))}</code>`
}

/** A sentence of ours: what stands between backticks in it becomes code, and its links stay links. */
export function prose(text: SafeText): Markdown {
  return text
    .split('`')
    .map((part, at) => (at % 2 === 1 ? `<code>${references(part)}</code>` : part.replace(/[<>&*_[\]|~]/g, references)))
    .join('')
}

/** An alert box. GitHub gives it a colour and a title of its own. */
export function box(kind: 'NOTE' | 'WARNING' | 'CAUTION', paragraphs: readonly Markdown[]): Markdown {
  return `> [!${kind}]\n${quoted(paragraphs.join('\n\n'))}`
}

/** A table. `columns` has the alignment of each, and the cells of a short row are filled up. */
export function table(
  columns: readonly (':--' | '--:' | ':-:')[],
  head: readonly Markdown[],
  rows: readonly (readonly Markdown[])[],
): Markdown {
  const line = (cells: readonly Markdown[]): Markdown =>
    `|${columns.map((_, at) => ` ${cells[at] ?? ''}`.trimEnd() + ' ').join('|')}|`
  return [line(head), `|${columns.join('|')}|`, ...rows.map(line)].join('\n')
}

/** Hidden until it is opened. */
export function fold(title: Markdown, content: Markdown): Markdown {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`
}

function quoted(text: Markdown): Markdown {
  return text.replace(/^/gm, '> ').replace(/^> $/gm, '>')
}

function references(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
