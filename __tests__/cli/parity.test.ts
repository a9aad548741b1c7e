import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { gateAgainst, KEY } from '../support/gate.js'
import { commandAgainst, installPacked, type Packed } from '../support/packed.js'
import { answerOf, CASES } from '../support/verdicts.js'

// Every test starts processes, and this may be a busy machine.
jest.setTimeout(60_000)

let packed: Packed
beforeAll(() => {
  packed = installPacked()
})
afterAll(() => {
  packed.remove()
})

/** A report without what differs from request to request. */
function comparable(report: string): unknown {
  const parsed: unknown = JSON.parse(report)
  return { ...(parsed as object), trace_id: undefined }
}

describe('the action and the command agree', () => {
  test.each(CASES)('$name: $verdict', async (given) => {
    const { inputs, verdict, exitCode, key = KEY, status } = given
    const answer = answerOf(given)
    const options = status === undefined ? {} : { status }
    const action = await gateAgainst(answer, { inputs: { minimum: '', 'api-key': key, ...inputs } }, options)
    const flags = Object.entries(inputs).flatMap(([name, value]) => [`--${name}`, value])
    const command = await commandAgainst(packed, answer, { args: [...flags, '--json'], key }, options)

    expect(action.outputs['verdict']).toBe(verdict)
    expect(comparable(command.stdout)).toEqual(comparable(action.outputs['report'] ?? ''))
    expect(command.exitCode).toBe(exitCode)
    expect(action.exitCode).toBe(exitCode === 0 ? 0 : 1)
    expect(command.requests).toBe(action.requests.length)
  })

  test('every verdict is among them but "skipped", which needs a fork', () => {
    const verdicts = [...new Set(CASES.map(({ verdict }) => verdict))].sort()
    expect(verdicts).toEqual(['error', 'low', 'ok', 'over-budget', 'unknown', 'warn'])
  })
})
