import { describe, expect, test } from '@jest/globals'
import { alertBody, alertComment, comment } from '../../src/report/markdown.js'
import { alertText, commentText } from '../../src/report/texts.js'
import { faultsOf, resultOf, type SomeResult, TRACE_ID } from '../support/result.js'

const RESULTS = {
  ok: {},
  warn: { warnBelow: 1_000 },
  low: { minimum: 868 },
  'over-budget': { plan: {}, budget: 1 },
  unknown: { read: { kind: 'unknown', faults: faultsOf(), traceId: TRACE_ID } },
  error: { read: { kind: 'misused', faults: faultsOf() } },
  skipped: { read: { kind: 'skipped', faults: faultsOf() } },
} as const satisfies Record<string, SomeResult>

type Verdict = keyof typeof RESULTS
const VERDICTS = Object.keys(RESULTS) as Verdict[]

test.each(VERDICTS)('the example of %s is one', (verdict) => {
  expect(resultOf(RESULTS[verdict]).verdict).toBe(verdict)
})

describe('the comment', () => {
  test.each(VERDICTS)('is left alone for %s when it is not wanted', (verdict) => {
    expect(commentText(resultOf(RESULTS[verdict]), 'never')).toEqual({ kind: 'leave' })
  })

  test.each(VERDICTS)('is written for %s when it always is', (verdict) => {
    const result = resultOf(RESULTS[verdict])
    expect(commentText(result, 'always')).toEqual({ kind: 'write', body: comment(result) })
  })

  test.each(['low', 'over-budget', 'unknown', 'error'] as const)('on failure is written for %s', (verdict) => {
    const result = resultOf(RESULTS[verdict])
    expect(commentText(result, 'on-failure')).toEqual({ kind: 'write', body: comment(result) })
  })

  test.each(['ok', 'warn'] as const)('on failure is resolved by %s', (verdict) => {
    const result = resultOf(RESULTS[verdict])
    expect(commentText(result, 'on-failure')).toEqual({ kind: 'update', body: comment(result, 'Resolved: ') })
  })

  test('on failure is left alone when the gate is skipped', () => {
    expect(commentText(resultOf(RESULTS.skipped), 'on-failure')).toEqual({ kind: 'leave' })
  })
})

describe('the alert', () => {
  test.each(VERDICTS)('is left alone for %s when it is not wanted', (verdict) => {
    expect(alertText(resultOf(RESULTS[verdict]), false, true)).toEqual({ kind: 'leave' })
  })

  test.each([
    ['warn', 'PixVerse credits run low (Film team)'],
    ['low', 'PixVerse credits are too low (Film team)'],
  ] as const)('is raised for %s', (verdict, title) => {
    const result = resultOf(RESULTS[verdict])
    const [body, news] = [alertBody(result), alertComment(result)]
    expect(alertText(result, true, false)).toEqual({ kind: 'raise', level: verdict, title, body, news })
  })

  test('names no account that is called PixVerse', () => {
    expect(alertText(resultOf({ ...RESULTS.low, account: 'PixVerse' }), true, true)).toMatchObject({
      title: 'PixVerse credits are too low',
    })
  })

  test('is closed when all is well', () => {
    const result = resultOf(RESULTS.ok)
    expect(alertText(result, true, false)).toEqual({ kind: 'close', news: alertComment(result) })
  })

  test('is not closed while nobody knows whether the days are few', () => {
    const result = resultOf({ ...RESULTS.ok, warnDays: 7 })
    expect(alertText(result, true, false)).toEqual({ kind: 'leave' })
    expect(alertText(result, true, true)).toEqual({ kind: 'close', news: alertComment(result) })
  })

  test.each(['over-budget', 'unknown', 'error', 'skipped'] as const)('is left alone for %s', (verdict) => {
    expect(alertText(resultOf(RESULTS[verdict]), true, true)).toEqual({ kind: 'leave' })
  })
})
