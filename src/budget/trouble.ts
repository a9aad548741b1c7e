/**
 * Why there is no balance to judge. `happened` and `cure` are our own words. `place` and `detail` come from outside
 * and are neutralised; `detail` may repeat what somebody put into an input or a message, and is therefore shown
 * only where the runner masks secrets: in the log and in the summary.
 */
export interface Trouble {
  readonly place?: string | undefined
  readonly happened: string
  readonly cure: string
  readonly detail?: string | undefined
}

export type Troubles = readonly [Trouble, ...Trouble[]]
