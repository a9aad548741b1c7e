import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decodeItem } from '../../src/prices/request.js'
import { Signatures } from '../../src/prices/signature.js'
import { sanitiser } from '../../src/safe-text.js'

const sanitise = sanitiser()
const V6 = { model: 'v6', quality: '720p', duration: 5 }

const of = (item: unknown): string | undefined => new Signatures().of(item)

describe('the signature of an item', () => {
  test.each<[string, object]>([
    ['its name', { ...V6, name: 'a' }],
    ['its prompt', { ...V6, prompt: 'A fox', seed: 3, style: null }],
  ])('does not depend on %s', (_, item) => {
    expect(of(item)).toBe(of(V6))
  })

  test.each<[string, object, object]>([
    ['a number, or its digits', { duration: 5 }, { duration: '5' }],
    ['true, or the word', { audio: true }, { audio: 'true' }],
    ['null, or the word', { count: null }, { count: 'null' }],
    ['two texts, or one', { model: 'a', quality: 'b' }, { model: 'aquality=1:b' }],
    ['a switch that is on, or off', { template_id: 1 }, { template_id: 0 }],
    ['a field that tells, or null', { img_id: 0 }, { img_id: null }],
    ['a note, or none', { scene: 1 }, {}],
  ])('tells %s', (_, one, other) => {
    expect(of(one)).toBeDefined()
    expect(of(one)).not.toBe(of(other))
  })

  test('is the same for notes of one name, and for references of any kind', () => {
    expect(of({ ...V6, scene: 1 })).toBe(of({ ...V6, scene: {} }))
    expect(of({ ...V6, image_references: [1] })).toBe(of({ ...V6, image_references: [2, 3] }))
  })

  test.each<[string, unknown]>([
    ['what is no object', [V6]],
    ['a name that is no text', { ...V6, name: 3 }],
    ['a misspelt field', { ...V6, counts: 3 }],
    ['a field that may be misspelt', { ...V6, size: 3 }],
    ['a list under a key that nobody knows', { scene: [V6] }],
    ['a request under a key that nobody knows', { scene: V6 }],
    ['fields under a key that says so', { ...V6, body: { count: 3 } }],
    ['a list where a value should be', { ...V6, duration: [5] }],
    ['a long text', { feature: 'lip_sync', text: 'x'.repeat(33) }],
  ])('is not known for %s', (_, item) => {
    expect(of(item)).toBeUndefined()
  })

  test('finds notes of more names than it keeps', () => {
    const signatures = new Signatures()
    for (let at = 0; at < 1100; at++) signatures.of({ [`scene${at}`]: 1 })
    expect(signatures.of({ scene1099: 1 })).toBe('?9:scene1099')
    expect(signatures.of({ scene1099: [] })).toBeUndefined()
  })

  test('is not known where a list may stand for several requests', () => {
    expect(of({ prompt: ['a', 'b'] })).toBeUndefined()
    expect(of({ prompt: ['a'] })).toBe(of({ prompt: 'a' }))
  })

  test('is the same only for items that decode alike', () => {
    const fields = [
      'feature',
      'model',
      'duration',
      'text',
      'count',
      'name',
      'prompt',
      'img_id',
      'template_id',
      'n',
      'size',
      'note',
      'body',
    ]
    const value = fc.constantFrom<unknown>(
      undefined,
      null,
      0,
      1,
      -1,
      '1',
      'v6',
      'fast',
      true,
      false,
      '',
      [],
      [{}],
      [1, 2],
      {},
      { count: 3 },
    )
    const item = fc.dictionary(fc.constantFrom(...fields), value, { noNullPrototype: true })
    const signatures = new Signatures()
    const seen = new Map<string, unknown>()
    fc.assert(
      fc.property(item, (body) => {
        const signature = signatures.of(body)
        if (signature === undefined) return
        const decoded = decodeItem({ ...body, name: 'x' }, sanitise)
        const known = seen.get(signature)
        seen.set(signature, decoded)
        if (known !== undefined) expect(decoded).toEqual(known)
      }),
      { numRuns: 20_000 },
    )
    expect(seen.size).toBeGreaterThan(500)
  })
})
