// @ts-check
// Programs that no npm package has, each in one pinned version, in a cache folder of the user.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const CACHE = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'pixverse-balance-action')

/**
 * The program of that name in that version, which `install` puts into the folder `bin` of the folder that it gets.
 * Undefined when it cannot be installed; in CI that is an error.
 * @param {string} name
 * @param {string} version
 * @param {(folder: string) => void} install
 */
export function installed(name, version, install) {
  const folder = join(CACHE, version.replace(/[^\w.-]/g, '_'))
  const program = join(folder, 'bin', name)
  try {
    if (!existsSync(program)) install(folder)
    return program
  } catch (error) {
    if (process.env['CI']) throw error
    const why = error instanceof Error ? error.message : ''
    console.log(`${name}: left out, because ${version} could not be installed: ${why}`)
    return undefined
  }
}

/** Installs by `go install`. @param {string} module with its version */
export function byGo(module) {
  return (/** @type {string} */ folder) => {
    execFileSync('go', ['install', module], { env: { ...process.env, GOBIN: join(folder, 'bin') }, stdio: 'inherit' })
  }
}
