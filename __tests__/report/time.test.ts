import { expect, test } from '@jest/globals'
import { DAY, day, minute } from '../../src/report/time.js'

test.each([
  [0, '1970-01-01', '1970-01-01 00:00'],
  [DAY - 1, '1970-01-01', '1970-01-01 23:59'],
  [1_793_426_399, '2026-10-31', '2026-10-31 05:59'],
])('%d is on %s at %s', (at, date, time) => {
  expect([day(at), minute(at)]).toEqual([date, time])
})
