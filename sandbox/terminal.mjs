// @ts-check
// Shows in a terminal what GitHub shows in a browser.

/** Masks the key, and shows commands the way the runner does. @param {string} log @param {string} key */
export function asTheRunnerShows(log, key) {
  const masked = key === '' ? log : log.replaceAll(key, '***')
  return masked
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::') && !line.startsWith('::debug::'))
    .map((line) => line.replace(/^::(error|warning|notice) title=(.*?)::/, '$1: $2: '))
    .map((line) => line.replace(/^::(error|warning|notice)::/, '$1: '))
    .map((line) => line.replaceAll('%0A', '\n  ').replaceAll('%25', '%'))
    .join('\n')
}

/** Markdown without its marks: headings, tables and boxes stay readable. @param {string} markdown */
export function asPeopleRead(markdown) {
  return markdown
    .replace(/<!--.*?-->\n*/gs, '')
    .replace(/<a href="([^"]*)">(.*?)<\/a>/g, '$2: $1')
    .replaceAll('<br>', ', ')
    .replace(/<\/?(?:code|sub|details|summary)>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/^> \[!(\w+)\]\n/gm, '')
    .replace(/^\|[ :|-]*\|\n/gm, '')
    .replace(/\*\*/g, '')
    .replace(/^#+ /gm, '')
    .replace(/\n{3,}/g, '\n\n')
}
