// @ts-check
// The smallest script that reads a plan: every line of a file, or of every file in a folder, and the sum of the durations.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const [, , path = ''] = process.argv
const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path]
let seconds = 0
for (const file of files) {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    /** @type {unknown} */
    const request = JSON.parse(line)
    seconds += /** @type {{ duration: number }} */ (request).duration
  }
}
console.log(seconds)
