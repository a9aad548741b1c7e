import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { pullRequest } from '../../sandbox/scenarios.mjs'
import { PURSES } from '../../src/verdict/purses.js'
import { INPUTS } from '../../src/inputs.js'
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
  const plan = JSON.stringify(
    Array.from({ length: 25 }, (_, at) => ({ feature: 'modify', credits: at, name: `n${at}` })),
  )

  test.each<[string, unknown, Setup]>([
    ['ok', RICH, {}],
    ['ok', RICH, { inputs: { plan, margin: '12.5%', baseline: '2000000' } }],
    ['ok', RICH, { inputs: { baseline: '{"schema":1,"total":2000000,"planned":9,"plan":{"cost":8}}' } }],
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

describe('action.yml', () => {
  interface Manifest {
    readonly description: string
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>
    readonly outputs: Readonly<Record<string, unknown>>
  }
  const manifest = parse(read('action.yml')) as Manifest

  test('names every output that is set', async () => {
    const { outputs } = await gateAgainst(balance(212, 100))
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(manifest.outputs).sort())
  })

  test('has the inputs and the defaults of the code', () => {
    const ofManifest = Object.entries(manifest.inputs).map(([name, { default: value }]) => [name, value])
    const ofCode = Object.entries(INPUTS).map(([name, entry]) => [name, 'default' in entry ? entry.default : undefined])
    expect(Object.fromEntries(ofManifest)).toEqual({
      ...Object.fromEntries(ofCode),
      'github-token': '${{ github.token }}',
    })
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
