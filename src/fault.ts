import { safe, type SafeText, type Sanitise } from './safe-text.js'

/** Something that is wrong, in the words of whoever has to fix it. */
export interface Fault {
  /** Names its entry in docs/troubleshooting.md; never shown. */
  readonly id: string
  /** What happened: a sentence of our own, without its full stop. */
  readonly message: SafeText
  /** What to do now: one or more whole sentences. */
  readonly hint: SafeText
  /** Where it stands: `prompts/a.json, item 3`. */
  readonly where?: SafeText | undefined
  /**
   * Goes on with the message, behind a comma. It may quote an input or somebody's message, so it is shown only where
   * the runner masks secrets: in the log and in the summary.
   */
  readonly detail?: SafeText | undefined
}

/** At least one fault. Of very many, the first ones and how many there are. */
export interface Faults {
  readonly kept: readonly [Fault, ...Fault[]]
  readonly count: number
}

/** More are only counted: a plan may have millions of items, and all of them wrong. */
const KEPT_MAX = 1000

/** Collects what is wrong, so that all of it is reported together. */
export interface FaultCollector {
  readonly add: (fault: Fault) => void
  readonly addAll: (faults: Faults) => void
  /** Sanitises only what may still be kept, and is empty after that: to sanitise millions of texts takes minutes. */
  readonly sparing: (sanitise: Sanitise) => Sanitise
  /** Undefined when nothing is wrong. */
  readonly faults: () => Faults | undefined
}

export function collectFaults(): FaultCollector {
  const kept: Fault[] = []
  let count = 0
  const add = (fault: Fault): void => {
    count++
    if (kept.length < KEPT_MAX) kept.push(fault)
  }
  return {
    add,
    addAll: (faults) => {
      faults.kept.forEach(add)
      count += faults.count - faults.kept.length
    },
    sparing: (sanitise) => (text, most) => (kept.length < KEPT_MAX ? sanitise(text, most) : safe``),
    faults: () => {
      const [first, ...rest] = kept
      return first === undefined ? undefined : { kept: [first, ...rest], count }
    },
  }
}

export function oneFault(fault: Fault): Faults {
  return { kept: [fault], count: 1 }
}
