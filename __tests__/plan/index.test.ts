import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../src/fault.js'
import { type Asked, type PlanRead, readPlan } from '../../src/plan/index.js'
import { safe, sanitiser } from '../../src/safe-text.js'
import { folderOfEachTest } from './folder.js'

const KEY = 'pixverse-key-of-the-tests'
const folder = folderOfEachTest()
const { write } = folder

function read(asked: Partial<Asked>): PlanRead {
  const nothing = { plan: '', prices: '', made: '', margin: safe`0`, workspace: folder.workspace }
  return readPlan({ ...nothing, ...asked }, sanitiser(KEY))
}

function faultsOf(asked: Partial<Asked>): readonly Fault[] {
  const result = read(asked)
  if (result.kind !== 'faults') throw new Error(JSON.stringify(result))
  expect(result.faults.count).toBe(result.faults.kept.length)
  return result.faults.kept
}

describe('the plan of a workflow', () => {
  test('is read from its files, priced with the prices of the user, and given its margin', () => {
    write('prompts/a.json', '[{"model": "v6", "quality": "720p", "duration": 5, "count": 2}, {"feature": "avatar"}]')
    write('prices.yml', '- {feature: avatar, per: generation, credits: 100}\n- {model: c1, per: second, credits: 1}')
    expect(read({ plan: 'prompts/*.json', prices: 'prices.yml', margin: safe`10` })).toMatchObject({
      kind: 'plan',
      plan: { cost: 190, planned: 209, generations: 3, margin: '10', unusedPrices: ['prices.yml, item 2'] },
    })
    expect(
      read({ plan: '- {feature: avatar}', prices: '[{feature: avatar, per: generation, credits: 7}]' }),
    ).toMatchObject({ plan: { planned: 7, unusedPrices: [] } })
  })

  test('needs no prices', () => {
    expect(read({ plan: '- {model: v6, quality: 720p, duration: 5}' })).toMatchObject({ plan: { planned: 45 } })
    expect(read({ plan: '[]', prices: '[]' })).toMatchObject({ plan: { planned: 0, generations: 0 } })
  })

  test('has nothing invisible in words that count, be they of the plan or of the prices', () => {
    const unseen = { id: 'plan-invisible', message: 'there is an invisible character (U+200B) in the value of `model`' }
    const item = '{"model": "v6\u200b", "quality": "720p", "duration": 5}'
    expect(faultsOf({ plan: `[${item}]` })).toMatchObject([{ ...unseen, where: 'plan, item 1' }])
    expect(faultsOf({ plan: `[{"model": "v6\u200b", "quality": "720p", "duration": "x"}]` })).toMatchObject([
      unseen,
      { id: 'item-value', detail: 'but is `"x"`' },
    ])
    const row = '{"model": "c1\u200b", "per": "hour", "credits": 1}'
    expect(faultsOf({ plan: '[]', prices: `[${row}]` })).toMatchObject([
      { ...unseen, where: 'prices, item 1' },
      { id: 'price-value', where: 'prices, item 1' },
    ])
    const right = '{"model": "v6\u200b", "per": "second", "credits": 1}'
    expect(faultsOf({ plan: '[]', prices: `[${right}]` })).toHaveLength(1)
  })

  test('is none when there is none', () => {
    expect(read({})).toEqual({ kind: 'none' })
    expect(read({ prices: '- {per: second, credits: 1}' })).toEqual({ kind: 'none' })
  })

  test('leaves out what is made', () => {
    write('prompts/a.json', '{"model": "v6", "quality": "720p", "duration": 5}')
    write('prompts/b.json', '{"model": "v6", "quality": "720p", "duration": 5}')
    write('videos/a.mp4', 'x')
    const asked = { plan: 'prompts/*.json', made: 'videos/{name}.mp4' }
    const result = read(asked)
    expect(result).toMatchObject({ plan: { made: 1, generations: 1, total: 2, planned: 45 } })
    const todo = [{ file: 'prompts/b.json', item: 1, name: 'b', n: 1 }]
    expect(result.kind === 'plan' && result.plan.todo(1)).toEqual(todo)
    // Patterns start where they are written, results in the workspace.
    const elsewhere = read({ ...asked, plan: '../prompts/*.json', cwd: join(folder.workspace, 'videos') })
    expect(elsewhere.kind === 'plan' && elsewhere.plan.todo(9)).toEqual(todo)
  })

  test('has its faults, each with its place', () => {
    write('prompts/a.json', '[{"model": "v6", "quality": "720p", "duration": 5}, {"feature": "avatar"}, 5]')
    symlinkSync('/', join(folder.workspace, 'prompts/root'))
    expect(faultsOf({ plan: 'prompts/**/*.json\nnobody.yml' })).toMatchObject([
      { id: 'pattern-no-match', where: 'nobody.yml' },
      { id: 'link-outside', where: 'prompts/root' },
      { where: 'prompts/a.json, item 2' },
      { where: 'prompts/a.json, item 3' },
    ])
  })

  test('is not blamed for what is wrong with the prices', () => {
    const faults = faultsOf({
      plan: '- {feature: avatar}',
      prices: '- {feature: avatar, per: second}\n- nobody\n- {per: second, credits: 1}\n- rows: []',
      made: '/',
    })
    expect(faults.map(({ where }) => where)).toEqual(['prices, item 1', 'prices, item 2', 'prices, item 4'])
    expect(faultsOf({ plan: '- {feature: avatar}', prices: 'nobody.yml' })).toMatchObject([
      { message: 'this pattern of `prices` matches no file', where: 'nobody.yml' },
    ])
    expect(faultsOf({ prices: 'nobody.yml' })).toHaveLength(1)
  })

  test('takes 1,000 rows of prices', () => {
    const rows = (count: number): string =>
      JSON.stringify(Array(count).fill({ model: 'v9', per: 'second', credits: 1 }))
    const plan = '- {model: v6, quality: 720p, duration: 5}'
    expect(read({ plan, prices: rows(1000) }).kind).toBe('plan')
    expect(faultsOf({ plan, prices: rows(1001) })).toMatchObject([{ id: 'prices-too-many' }])
    expect(faultsOf({ plan, prices: rows(5000) })).toHaveLength(1)
  })

  test('has the faults of made beside its own', () => {
    const ids = (asked: Partial<Asked>): string[] => faultsOf(asked).map(({ id }) => id)
    expect(ids({ plan: '- 5', made: 'videos/' })[0]).toBe('made-no-name')
    expect(ids({ plan: '- 5', made: 'videos/' })).toHaveLength(2)
    expect(ids({ plan: '[]', made: 'videos/' })).toEqual(['made-no-name'])
    expect(ids({ plan: '- {model: v6, quality: 720p, duration: 5}', made: '{name}' })).toEqual(['made-unnamed'])
  })

  test('must be there when made is', () => {
    const without = {
      id: 'made-without-plan',
      message: '`made` is given without a `plan`',
      hint: 'Give the `plan` whose results it names, or leave `made` out.',
    }
    expect(faultsOf({ made: 'videos/{name}.mp4' })).toEqual([without])
    expect(faultsOf({ made: 'videos/' })).toMatchObject([{ id: 'made-no-name' }, without])
  })

  test('does not show the key', () => {
    write('named.json', JSON.stringify({ credits: 1, name: KEY }))
    write('unknown.yml', `{model: ${KEY}, quality: 720p, duration: 5}`)
    write('broken.yml', `- *${KEY}`)
    write(`${KEY}/a.json`, '5')
    for (const asked of [
      { plan: 'unknown.yml' },
      { plan: 'broken.yml' },
      { plan: '*/a.json' },
      { plan: '[]', prices: '*/a.json' },
      { plan: '[]', made: `${KEY}/` },
      { plan: `${KEY}.yml` },
    ]) {
      const shown = JSON.stringify(read(asked))
      expect(shown).not.toContain(KEY)
      expect(shown).toContain('withheld')
    }
    expect(JSON.stringify(read({ plan: 'named.json' }))).not.toContain(KEY)
  })

  test('leaves its files as they are', () => {
    write('a.json', '{"credits": 1}')
    read({ plan: 'a.json', made: '{name}.mp4' })
    expect(readFileSync(join(folder.workspace, 'a.json'), 'utf8')).toBe('{"credits": 1}')
  })
})
