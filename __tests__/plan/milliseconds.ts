/** Of computing, so that a machine with other things to do changes little. */
export function milliseconds(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1000
}
