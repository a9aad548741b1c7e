// @ts-check
// node sandbox/serve.mjs ok low: serves scenarios until it is stopped. Prints the address of each, `ok=http://...`, a
// line each, all at once when the last of them listens.
import { startPixVerse } from './pixverse.mjs'
import { scenarios } from './scenarios.mjs'

const names = process.argv.slice(2)
const chosen = Object.entries(scenarios).filter(([name]) => names.includes(name))
if (chosen.length === 0 || chosen.length < names.length) {
  console.error(`Name one or more scenarios of: ${Object.keys(scenarios).join(', ')}`)
  process.exit(1)
}

const lines = await Promise.all(chosen.map(async ([name, answers]) => `${name}=${(await startPixVerse(answers)).url}`))
console.log(lines.join('\n'))
