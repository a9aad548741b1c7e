import type { Trouble } from './trouble.js'

/** All that is wrong with a plan, or with prices. */
export interface Faults {
  readonly faults: readonly Trouble[]
}

/** A request body, and where it stands: `prompts/a.json, item 3`. */
export interface Located {
  readonly place: string
  readonly item: unknown
}

/** More faults than this say nothing more. */
const FAULTS_MAX = 20

/** Faults, neutralised, and cut at a number that a person reads. */
export class FaultList {
  readonly #listed: Trouble[] = []
  #unlisted = 0

  constructor(readonly neutral: (text: string) => string) {}

  /** Where it stands and what it says come from files and inputs. */
  add({ place, detail, ...ours }: Trouble): void {
    const neutral = (text: string | undefined): string | undefined =>
      text === undefined ? undefined : this.neutral(text)
    if (this.#listed.length < FAULTS_MAX) this.#listed.push({ ...ours, place: neutral(place), detail: neutral(detail) })
    else this.#unlisted++
  }

  isEmpty(): boolean {
    return this.#listed.length === 0
  }

  all(): readonly Trouble[] {
    if (this.#unlisted === 0) return this.#listed
    return [...this.#listed, { happened: `Faults that are not listed: ${this.#unlisted}.`, cure: 'Mend these first.' }]
  }
}
