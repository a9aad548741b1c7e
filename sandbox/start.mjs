// @ts-check
// npm start. Says in one sentence when this machine cannot run it; the rest is in try.mjs.
const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(`The gate needs Node 20 or later, but this is Node ${process.versions.node}.`)
  process.exitCode = 1
} else {
  try {
    await import('./try.mjs')
  } catch (error) {
    console.error(`npm start cannot run here: ${error instanceof Error ? error.message : String(error)}`)
    // The servers of the sandbox may still listen.
    process.exit(1)
  }
}
