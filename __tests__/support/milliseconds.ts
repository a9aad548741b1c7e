/** Takes about 100 ms of computing where the limits of the tests were set. */
function reference(): void {
  const items = Array.from({ length: 180_000 }, (_, at) => ({ model: `v6 ${at}`, at }))
  items.map(({ model }) => model.normalize('NFKC').replace(/[\s_\p{C}]/gu, '')).sort()
}

let unit: number | undefined

/**
 * How long some work takes, counted in computing, so that other things that the machine does change little, and
 * as a ratio to known work in the same run, so that a slower machine changes little.
 */
export function milliseconds(work: () => unknown): number {
  unit ??= Math.min(...Array.from({ length: 3 }, () => computing(reference)))
  return (computing(work) / unit) * 100
}

function computing(work: () => unknown): number {
  const { user, system } = process.cpuUsage()
  work()
  const after = process.cpuUsage()
  return (after.user - user + after.system - system) / 1000
}
