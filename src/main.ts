/** What the two files that people start, dist/index.js and dist/cli.js, find in the bundle. */
export { action } from './action.js'

/** Loaded when used: the action does not need it. */
export async function command(version: string): Promise<void> {
  const cli = await import('./cli.js')
  await cli.command(version)
}
