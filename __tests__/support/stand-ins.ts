import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { documentedFiles } from '../../scripts/documents.mjs'
import { curl } from '../../scripts/engines/curl.mjs'
import type { Packed } from './packed.js'

/** A repository with two prompts, and the scripts of the documents. */
export function fillRepository(folder: string): void {
  for (const { path, text } of documentedFiles()) if (path.startsWith('scripts/')) write(folder, path, text)
  const request = JSON.stringify({ model: 'v6', quality: '720p', duration: 5, prompt: 'A harbour at dawn' })
  for (const name of ['harbour', 'station']) write(folder, `prompts/${name}.json`, request)
}

/**
 * Programs that stand in for others: `npx` runs the packed package against the sandbox, `curl` sends nothing.
 * @returns how many generations were asked for so far
 */
export function writeTools(folder: string, packed: Packed, url: string): () => number {
  const sent = join(folder, 'sent')
  const gate = `exec '${packed.program}' "$@" --retries 0 --base-url ${url}`
  tool(folder, 'npx', `[ "$1 $2" = '--yes pixverse-balance-gate@1' ] || exit 127\nshift 2\n${gate}`)
  write(folder, 'curl', curl(sent), 0o755)
  tool(folder, 'uuidgen', 'cat /proc/sys/kernel/random/uuid')
  tool(folder, 'apt-get', 'exit 0')
  writeJq(folder)
  if (!existsSync('/usr/bin/rsync')) tool(folder, 'rsync', RSYNC)
  return () => (existsSync(sent) ? readFileSync(sent, 'utf8').trim().split('\n').length : 0)
}

/** `jq` for a machine that has Node alone. It reads standard input. */
export function writeJq(folder: string): void {
  const library = JSON.stringify(new URL('../../node_modules/jq-wasm/dist/index.js', import.meta.url).href)
  write(folder, 'jq.mjs', `import jq from ${library}\n${JQ}`)
  tool(folder, 'jq', `exec '${process.execPath}' '${join(folder, 'jq.mjs')}' "$@"`)
}

const JQ = `import { readFileSync } from 'node:fs'
const flags = []
const rest = process.argv.slice(2)
while (rest[0]?.startsWith('--')) flags.push(...rest.splice(0, rest[0].startsWith('--arg') ? 3 : 1))
try {
  const text = await jq.raw(readFileSync(0, 'utf8'), rest[0], flags)
  if (text !== '') console.log(text)
} catch (error) {
  console.error(error.message)
  process.exitCode = 5
}
`

/** What gitlab-ci-local asks of it: a list of files, a folder, or a file, copied into a folder. */
const RSYNC = `for argument; do
  case $argument in --files-from=*) list=\${argument#*=} ;; esac
  from=$to to=$argument
done
mkdir -p "$to"
if [ -n "$list" ]; then
  while read -r file; do if [ -e "$file" ]; then cp -a --parents "$file" "$to"; fi; done <"$list"
elif [ -d "$from" ]; then
  tar --create --directory="$from" --exclude=.gitlab-ci-local . | tar --extract --directory="$to"
else
  cp -a --parents "$from" "$to"
fi`

function tool(folder: string, name: string, script: string): void {
  write(folder, name, `#!/bin/sh\n${script}\n`, 0o755)
}

export function write(folder: string, path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text, { mode })
}
