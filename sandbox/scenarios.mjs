// @ts-check
// What the sandbox answers, and the inputs, the event and the clock with which each scenario makes its point.
import { balance } from './pixverse.mjs'

/**
 * @typedef {Record<string, string>} Inputs
 *
 * @typedef {object} Run one run of a gate
 * @property {Inputs} inputs
 * @property {{ name: string, payload: unknown }} [event]
 * @property {string} [now] what the clock says, as an ISO date; the real time unless given
 *
 * @typedef {object} Case
 * @property {string} about
 * @property {(report: string) => Run} [then] a second run, which gets the report of the first
 * @property {readonly Run[]} [earlier] runs before it, on the same GitHub
 *
 * @typedef {import('./pixverse.mjs').Answers & Case & Run} Scenario
 */

/** @param {number} ErrCode @param {string} ErrMsg */
const refusal = (ErrCode, ErrMsg) => ({ ErrCode, ErrMsg, Resp: null })

/** The payload of a pull request event whose head is in the repository with that id; the base is in 1. */
export function pullRequest(headRepository = 1, number = 7) {
  return { pull_request: { number, head: { repo: { id: headRepository } }, base: { repo: { id: 1 } } } }
}

const DAYS = 30
const WATCH = {
  inputs: { minimum: '500', 'alert-issue': 'true', 'dashboard-issue': 'true', 'warn-days': '7' },
  event: { name: 'schedule', payload: { schedule: '0 6 * * *' } },
}

/** @param {number} day @returns {Run} */
const watchOn = (day) => ({ ...WATCH, now: new Date(Date.UTC(2026, 10, 1 + day, 6)).toISOString() })

/** A month: work on weekdays, a refill on the 15th day, a pack on the 22nd. @param {number} day from 1 */
function watched(day) {
  const workdays = Array.from({ length: day }, (_, at) => at + 1).filter((at) => at % 7 !== 0 && at % 7 !== 1)
  const used = workdays.reduce((sum, at) => sum + 420 + ((at * 97) % 160), 0)
  const refilled = day < 15 ? 0 : 6_000
  const monthly = Math.max(0, 9_000 + refilled - used)
  return balance(monthly, (day < 22 ? 1_000 : 3_000) - Math.max(0, used - 9_000 - refilled))
}

/** @type {Record<string, Scenario>} */
export const scenarios = {
  ok: { about: 'plenty of credits', answer: () => balance(1_069_020, 3_630), inputs: { minimum: '480' } },
  low: { about: 'fewer credits than required', answer: () => balance(212, 100), inputs: { minimum: '480' } },
  warn: {
    about: 'enough credits, but not many more',
    answer: () => balance(500, 400),
    inputs: { minimum: '480', 'warn-below': '1000' },
  },
  empty: { about: 'no credits at all', answer: () => balance(0, 0), inputs: { minimum: '480' } },
  'over-budget': {
    about: 'a plan that costs more than one run may',
    answer: () => balance(1_069_020, 3_630),
    inputs: { plan: '[{ model: v6, quality: 1080p, duration: 15, audio: true, count: 20 }]', budget: '5000' },
  },
  'rejected-key': {
    about: 'a key that PixVerse does not know',
    answer: () => refusal(400012, 'invalid account'),
    inputs: { minimum: '480' },
  },
  outage: {
    about: 'a server that fails, again and again',
    status: 500,
    answer: () => refusal(500100, 'MySQL error'),
    inputs: { minimum: '480', timeout: '5' },
  },
  busy: {
    about: 'a server that is busy twice, then answers',
    answer: (nth) => (nth <= 2 ? refusal(500069, 'system busy') : balance(1_069_020, 3_630)),
    inputs: { minimum: '480' },
  },
  html: {
    about: 'a web page in place of an answer',
    answer: () => '<!doctype html><h1>Maintenance</h1>',
    inputs: { minimum: '480' },
  },
  fork: {
    about: 'a pull request from a fork, which gets no secrets',
    answer: () => balance(1_069_020, 3_630),
    inputs: { minimum: '480', 'api-key': '' },
    event: { name: 'pull_request', payload: pullRequest(2) },
  },
  drift: {
    about: 'a receipt: more was spent than planned',
    answer: (nth) => balance(nth === 1 ? 2_000 : 1_480, 0),
    inputs: { plan: '[{ model: v6, quality: 720p, duration: 5, audio: true, count: 8 }]' },
    then: (report) => ({ inputs: { minimum: '0', baseline: report } }),
  },
  watch: {
    about: 'a month of daily checks, with a dashboard and an alert',
    answer: (nth) => watched(nth),
    ...watchOn(DAYS),
    earlier: Array.from({ length: DAYS - 1 }, (_, day) => watchOn(day + 1)),
  },
}
