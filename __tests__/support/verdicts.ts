import { balance } from './gate.js'

/** A way to every verdict that the command can give, with the exit code of the command. */
export interface Case {
  readonly name: string
  readonly verdict: 'ok' | 'warn' | 'low' | 'over-budget' | 'unknown' | 'error'
  readonly exitCode: number
  readonly inputs: Readonly<Record<string, string>>
  readonly answer?: unknown
  readonly status?: number
  /** The key, if it is not a good one. */
  readonly key?: string
}

const RICH = balance(1_069_020, 3_630)
const POOR = balance(212, 100)
const refused = (code: number, message: string): unknown => ({ ErrCode: code, ErrMsg: message, Resp: null })
/** Twelve clips of 45 credits. */
const PLAN = '[{ name: clip, model: v6, quality: 720p, duration: 5, count: 12 }]'

export const CASES: readonly Case[] = [
  { name: 'enough', verdict: 'ok', exitCode: 0, inputs: { minimum: '480' } },
  { name: 'enough for a plan', verdict: 'ok', exitCode: 0, inputs: { plan: PLAN, margin: '12.5%', budget: '1000' } },
  { name: 'a plan of nothing', verdict: 'ok', exitCode: 0, inputs: { plan: '[]' } },
  { name: 'a baseline', verdict: 'ok', exitCode: 0, inputs: { minimum: '0', baseline: '1072700' } },
  {
    name: 'prices of the user',
    verdict: 'ok',
    exitCode: 0,
    inputs: { plan: '[{ feature: swap, duration: 5 }]', prices: '[{ feature: swap, per: second, credits: 3 }]' },
  },
  { name: 'few left', verdict: 'warn', exitCode: 0, inputs: { minimum: '480', 'warn-below': '2000000' } },
  { name: 'too few', verdict: 'low', exitCode: 4, inputs: { minimum: '480' }, answer: POOR },
  {
    name: 'too few, but go on',
    verdict: 'low',
    exitCode: 0,
    inputs: { minimum: '480', 'on-low': 'warn' },
    answer: POOR,
  },
  { name: 'too few for a plan', verdict: 'low', exitCode: 4, inputs: { plan: PLAN }, answer: POOR },
  { name: 'a purse under its floor', verdict: 'low', exitCode: 4, inputs: { minimum: '1', 'minimum-package': '9999' } },
  { name: 'over the budget', verdict: 'over-budget', exitCode: 4, inputs: { plan: PLAN, budget: '100' } },
  {
    name: 'over the budget, but go on',
    verdict: 'over-budget',
    exitCode: 0,
    inputs: { plan: PLAN, budget: '100', 'on-low': 'warn' },
  },
  { name: 'a web page', verdict: 'unknown', exitCode: 2, inputs: { minimum: '480' }, answer: '<h1>Maintenance</h1>' },
  {
    name: 'a web page, but go on',
    verdict: 'unknown',
    exitCode: 0,
    inputs: { minimum: '480', 'on-unknown': 'warn' },
    answer: '<h1>Maintenance</h1>',
  },
  {
    name: 'a broken server',
    verdict: 'unknown',
    exitCode: 2,
    inputs: { minimum: '480' },
    answer: refused(500100, 'MySQL error'),
    status: 500,
  },
  {
    name: 'a refused key',
    verdict: 'error',
    exitCode: 3,
    inputs: { minimum: '480' },
    answer: refused(400012, 'invalid account'),
  },
  { name: 'a forbidden key', verdict: 'error', exitCode: 3, inputs: { minimum: '480' }, answer: '', status: 403 },
  { name: 'no key', verdict: 'error', exitCode: 3, inputs: { minimum: '480' }, key: '' },
  { name: 'a malformed key', verdict: 'error', exitCode: 3, inputs: { minimum: '480' }, key: 'short' },
  { name: 'nothing to gate on', verdict: 'error', exitCode: 6, inputs: {} },
  { name: 'a wrong number', verdict: 'error', exitCode: 6, inputs: { minimum: '4,80' } },
  {
    name: 'a wrong plan',
    verdict: 'error',
    exitCode: 6,
    inputs: { plan: '[{ model: V6, quality: 720, duration: 5s }]' },
  },
  { name: 'a plan that is not there', verdict: 'error', exitCode: 6, inputs: { plan: 'nowhere/*.json' } },
  { name: 'a wrong number and no key', verdict: 'error', exitCode: 6, inputs: { minimum: 'many' }, key: '' },
]

export const answerOf = ({ answer = RICH }: Case): unknown => answer
