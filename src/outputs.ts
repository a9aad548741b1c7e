import { randomUUID } from 'node:crypto'
import { closeSync, fstatSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs'
import { messageOf } from './decode.js'
import type { PricedPlan } from './plan/plan.js'
import { shorten } from './report/format.js'
import type { AlertOutcome } from './surfaces.js'
import { PURSES } from './verdict/purses.js'
import { isSufficient, type Result } from './verdict/verdict.js'

/** Every output by name, in the order in which they are written. What is not known is empty, and never 0. */
export type Outputs = Readonly<Record<string, string>>

type Value = string | number | boolean | undefined

export function outputsOf(result: Result, alert: AlertOutcome): Outputs {
  const { verdict, need, standing, traceId } = result
  const spent = standing?.spent
  const values: Record<string, Value> = {
    ...Object.fromEntries(PURSES.map((purse): [string, Value] => [`credit_${purse}`, standing?.balance[purse]])),
    total: standing?.balance.total,
    planned: need?.planned,
    required: need?.required,
    remaining: standing?.remaining,
    shortfall: standing?.shortfall,
    fits: standing?.making?.fits,
    spent: spent?.credits,
    drift: spent?.drift?.credits,
    per_day: standing?.pace?.perDay,
    days_left: standing?.pace?.daysLeft,
    alert,
    trace_id: traceId,
    // Last, so that nothing says "enough" before the rest is there.
    verdict,
    sufficient: isSufficient(result),
  }
  const texts = Object.entries(values).map(([name, value]): [string, string] => [name, String(value ?? '')])
  return {
    todo: JSON.stringify(standing?.making?.todo ?? []),
    report: report(result, values),
    ...Object.fromEntries(texts),
  }
}

/** One line of JSON; null is what is not known. */
function report({ account, need }: Result, values: Record<string, Value>): string {
  const known = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null]))
  return JSON.stringify({ schema: 1, account, ...known, plan: need?.plan === undefined ? null : priced(need.plan) })
}

/** Long plans are cut as in the summary: GitHub keeps 1 MB of outputs a job. */
function priced({ generations, made, cost, margin, pricesAsOf, lines }: PricedPlan): object {
  const { listed, more } = shorten(lines)
  return {
    generations,
    made: made ?? null,
    cost,
    margin,
    prices_as_of: pricesAsOf ?? null,
    lines: listed,
    lines_left_out: more,
  }
}

/** Why the outputs could not be written. */
export class OutputsFailure extends Error {}

/**
 * Adds the outputs to the file of the runner, in one piece: a disk that is full must not leave one without the others.
 * Throws an `OutputsFailure` when they cannot be written, because what is downstream relies on them.
 */
export function appendOutputs(path: string, outputs: Outputs): void {
  try {
    append(path, outputs)
  } catch (error) {
    throw new OutputsFailure(messageOf(error), { cause: error })
  }
}

function append(path: string, outputs: Outputs): void {
  // A device or a pipe takes them, and hands them to nobody, or waits for a reader.
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) throw new Error('it is no regular file')
  const text = Object.entries(outputs)
    .map(([name, value]) => entry(name, value))
    .join('')
  const file = openSync(path, 'a')
  try {
    const { size } = fstatSync(file)
    try {
      writeAll(file, Buffer.from(text))
    } catch (error) {
      takeBack(file, size)
      throw error
    }
  } finally {
    closeSync(file)
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let rest = bytes; rest.length > 0; rest = rest.subarray(writeSync(file, rest)));
}

function takeBack(file: number, size: number): void {
  try {
    ftruncateSync(file, size)
  } catch {
    // Why the writing failed is what counts.
  }
}

/** `name<<delimiter`, the value, the delimiter: the form that may have anything in it. */
function entry(name: string, value: string): string {
  const delimiter = `end-${randomUUID()}`
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`
}
