// node sandbox/serve.mjs ok low: serves scenarios until it is stopped. Prints the address of each, `ok=http://...`, a
// line each, all at once when the last of them listens.
import { scenarios, startPixVerse } from './pixverse.mjs'

const names = process.argv.slice(2)
if (names.length === 0 || !names.every((name) => Object.hasOwn(scenarios, name))) {
  console.error(`Name one or more scenarios of: ${Object.keys(scenarios).join(', ')}`)
  process.exit(1)
}

const sandboxes = await Promise.all(names.map((name) => startPixVerse(scenarios[name])))
console.log(names.map((name, index) => `${name}=${sandboxes[index].url}`).join('\n'))
