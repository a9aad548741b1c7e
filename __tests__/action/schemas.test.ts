import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { pullRequest } from '../../sandbox/pixverse.mjs'
import { pricePlan } from '../../src/budget/plan.js'
import { PURSES } from '../../src/budget/purses.js'
import { CLIP_FEATURES, MODELS, OTHER_FEATURES, QUALITIES, UNPRICED_FEATURES } from '../../src/budget/prices.js'
import { balance, gateAgainst, type Setup } from '../support/gate.js'

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const load = (name: string): Record<string, unknown> =>
  JSON.parse(read(`schemas/${name}.schema.json`)) as Record<string, unknown>

function compile(name: string): ValidateFunction {
  return new Ajv2020({ validateFormats: false, allErrors: true, strict: true, allowUnionTypes: true }).compile(
    load(name),
  )
}

describe('the schema of the report', () => {
  const valid = compile('report')
  const RICH = balance(1_069_020, 3_630)
  const plan = JSON.stringify(Array.from({ length: 25 }, (_, at) => ({ credits: at, name: `n${at}` })))

  test.each<[string, unknown, Setup]>([
    ['ok', RICH, {}],
    ['ok', RICH, { inputs: { plan, margin: '12.5%', baseline: '2000000' } }],
    ['warn', RICH, { inputs: { 'warn-below': '99999999' } }],
    ['low', balance(-5, 1), {}],
    ['over-budget', RICH, { inputs: { plan, budget: '1' } }],
    ['unknown', '', {}],
    ['error', RICH, { inputs: { minimum: 'x' } }],
    ['skipped', RICH, { inputs: { 'api-key': '' }, event: { name: 'pull_request', payload: pullRequest(2) } }],
  ])('describes the report of %s', async (verdict, answer, setup) => {
    const { outputs } = await gateAgainst(answer, setup)
    const report = JSON.parse(outputs['report'] ?? '') as Record<string, unknown>
    expect(report['verdict']).toBe(verdict)
    expect(valid(report) || valid.errors).toBe(true)
    expect(valid({ ...report, total: '5' })).toBe(false)
    expect(valid({ ...report, more: 1 })).toBe(false)
  })
})

describe('the schema of a plan', () => {
  const valid = compile('plan')

  test('takes the sample plan, and what the gate takes', () => {
    for (const plan of [
      parse(read('examples/plan.yml')),
      [],
      { model: 'v9', credits: 5, seed: 1 },
      { feature: 'lip_sync', text: 'x' },
    ]) {
      expect(valid(plan) || valid.errors).toBe(true)
    }
  })

  test.each([{ count: 0 }, { count: '3' }, { duration: '5' }, { audio: 'yes' }, { credits: -1 }, { name: 5 }, 5])(
    'refuses %j, as the gate does',
    (item) => {
      expect(valid(item)).toBe(false)
      const outcome = pricePlan(
        [{ place: 'plan', item: typeof item === 'object' ? { credits: 1, ...item } : item }],
        [],
        '0',
        (text) => text,
      )
      expect(outcome).toHaveProperty('faults')
    },
  )

  test('offers every word that the gate knows', () => {
    const { $defs } = load('plan') as {
      $defs: { feature: { examples: string[] }; item: { properties: Record<string, { examples: string[] }> } }
    }
    const features = [...CLIP_FEATURES, ...OTHER_FEATURES, ...UNPRICED_FEATURES, 'motion_control']
    expect([...$defs.feature.examples].sort()).toEqual(features.sort())
    expect($defs.item.properties['model']?.examples).toEqual(MODELS)
    expect($defs.item.properties['quality']?.examples).toEqual(QUALITIES)
  })
})

describe('action.yml', () => {
  interface Manifest {
    readonly description: string
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>
    readonly outputs: Readonly<Record<string, unknown>>
  }
  const manifest = parse(read('action.yml')) as Manifest

  test('names every output that is set, and its defaults are those of the code', async () => {
    const ours = ['github-token', 'base-url', 'retries', 'timeout', 'account']
    const defaults = Object.entries(manifest.inputs).filter(
      ([name, input]) => input.default !== undefined && !ours.includes(name),
    )
    expect(defaults.length).toBeGreaterThan(4)
    const bare = await gateAgainst(balance(212, 100))
    const told = await gateAgainst(balance(212, 100), {
      inputs: Object.fromEntries(defaults.map(([name, input]) => [name, input.default ?? ''])),
    })
    expect(Object.keys(told.outputs).sort()).toEqual(Object.keys(manifest.outputs).sort())
    const same = ({ outputs, exitCode }: typeof bare): unknown => [{ ...outputs, trace_id: '', report: '' }, exitCode]
    expect(same(told)).toEqual(same(bare))
    expect(JSON.parse(bare.outputs['report'] ?? '')).toHaveProperty('account', manifest.inputs['account']?.default)
  })

  test('has a floor and an output for every purse, and so have the schema, the page of messages and the sandbox', () => {
    const { Resp } = balance(1, 1) as { Resp: Record<string, unknown> }
    const schema = load('report') as { properties: object; required: string[] }
    for (const purse of PURSES) {
      expect(Object.keys(Resp)).toContain(`credit_${purse}`)
      expect(Object.keys(schema.properties)).toContain(`credit_${purse}`)
      expect(schema.required).toContain(`credit_${purse}`)
      expect(read('docs/troubleshooting.md')).toContain(`\`minimum-${purse}\``)
      expect(Object.keys(manifest.inputs)).toContain(`minimum-${purse}`)
      expect(Object.keys(manifest.outputs)).toContain(`credit_${purse}`)
    }
  })

  test('has a description that the Marketplace takes, and types for all inputs and outputs', () => {
    expect(manifest.description.length).toBeLessThan(125)
    const types = parse(read('action-types.yml')) as Manifest
    expect(Object.keys(types.inputs)).toEqual(Object.keys(manifest.inputs))
    expect(Object.keys(types.outputs)).toEqual(Object.keys(manifest.outputs))
  })
})
