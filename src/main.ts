import './fail-closed.js'
import * as core from '@actions/core'
import { messageOf, propertyOf } from './errors.js'
import { gate } from './gate.js'
import { readKey } from './inputs.js'
import { neutralise } from './report/escape.js'

/** Milliseconds that a connection which somebody else keeps open may delay the end. */
const GRACE = 50

// Libraries that are deprecated inside are no news to whoever reads the log.
process.noDeprecation = true

let over = false

process.on('exit', () => {
  if (!over) giveUp('nothing was left to wait for')
})
process.on('uncaughtException', (error) => {
  if (over) return
  giveUp(error)
  process.exit(1)
})

try {
  const passes = await gate()
  over = true
  process.exitCode = passes ? 0 : 1
} catch (error) {
  giveUp(error)
}
setTimeout(() => process.exit(), GRACE).unref()

/** Says, in one line, that there is no verdict. The exit code stays 1. */
function giveUp(reason: unknown): void {
  over = true
  const cure = 'Run the job again; if it stays, report it with the debug log.'
  core.error(
    `The gate ended without a verdict, so the step fails: ${neutralise(messageOf(reason), readKey())}. ${cure}`,
    {
      title: 'PixVerse gate has no verdict',
    },
  )
  if (core.isDebug()) core.info(neutralise(String(propertyOf(reason, 'stack')), readKey(), 2000))
}
