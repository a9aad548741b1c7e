// Started by the runner. Whatever happens from here on, the step fails unless a verdict lets it pass.
process.exitCode = 1
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.log(`::error title=PixVerse gate has no verdict::The gate needs Node 20 or later, but this is Node ${process.versions.node}. Update the runner, or the Node of the job's image.`)
} else {
  const { action } = await import('./gate.js')
  await action()
}
