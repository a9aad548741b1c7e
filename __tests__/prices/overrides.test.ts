import { describe, expect, test } from '@jest/globals'
import { type Override, readOverride } from '../../src/prices/overrides.js'
import { sanitiser } from '../../src/safe-text.js'

const KEY = 'pixverse-key-of-the-tests'
const sanitise = sanitiser(KEY)
const ROW = { per: 'second', credits: 12 }
const FIELDS =
  'A price has `per`, `credits`, and any of `feature`, `model`, `quality`, `duration`, `audio`, `multi_clip`, `motion_mode`.'

function overrideOf(row: unknown): Override {
  const read = readOverride(row, 'prices, item 1', sanitise)
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults))
  return read.override
}

function faultsOf(row: unknown): string[] {
  const read = readOverride(row, 'prices, item 1', sanitise)
  if (read.kind === 'override') return ['It is read.']
  return read.faults.map(({ id, message, detail, hint }) => {
    return `${id}: ${detail === undefined ? message : `${message}, ${detail}`}. ${hint}`
  })
}

describe('a row of the input prices', () => {
  test('compares nothing that it does not give', () => {
    expect(overrideOf(ROW)).toEqual({
      where: 'prices, item 1',
      feature: undefined,
      model: undefined,
      quality: undefined,
      duration: undefined,
      audio: undefined,
      multiClip: undefined,
      motionMode: undefined,
      perSecond: true,
      credits: 12_000_000n,
    })
  })

  test('has all that it gives', () => {
    expect(
      overrideOf({
        ...{ feature: 'extend', model: 'v9', quality: '8k', duration: 5.5, audio: false, multi_clip: true },
        ...{ motion_mode: 'fast', per: 'generation', credits: 22.5 },
      }),
    ).toEqual({
      where: 'prices, item 1',
      feature: 'extend',
      model: 'v9',
      quality: '8k',
      duration: 5.5,
      audio: false,
      multiClip: true,
      motionMode: 'fast',
      perSecond: false,
      credits: 22_500_000n,
    })
  })

  test('calls motion_control by the name of the table', () => {
    expect(overrideOf({ ...ROW, feature: 'motion_control' }).feature).toBe('mimic')
  })

  test('may cost nothing', () => {
    expect(overrideOf({ per: 'generation', credits: 0 }).credits).toBe(0n)
  })

  test('has no field that it inherits', () => {
    expect(faultsOf(Object.create(ROW))).toHaveLength(2)
    expect(faultsOf(JSON.parse('{"per": "second", "credits": 1, "__proto__": {"model": "v6"}}'))).toEqual([
      `price-field: a price has no field \`__proto__\`. ${FIELDS}`,
    ])
  })
})

describe('a wrong row of the input prices', () => {
  test.each([
    [null, 'null'],
    [5, '5'],
    ['v6', '"v6"'],
    [[], 'a list'],
  ])('%j is no row', (row, shown) => {
    expect(faultsOf(row)).toEqual([`price-shape: a price must be an object, but is ${quoted(shown)}. ${FIELDS}`])
  })

  test('says what is missing', () => {
    expect(faultsOf({})).toEqual([
      'price-missing: `per` is missing. Add `per: second` or `per: generation`.',
      'price-missing: `credits` is missing. Add the credits of one second or one generation.',
    ])
  })

  test.each([
    ['modle', 'model'],
    ['Model', 'model'],
    ['engine', 'model'],
    ['creation_type', 'feature'],
    ['features', 'feature'],
    ['resolution', 'quality'],
    ['seconds', 'duration'],
    ['generate_audio_switch', 'audio'],
    ['generateAudio', 'audio'],
    ['multiClip', 'multi_clip'],
    ['generate_multi_clip_switch', 'multi_clip'],
    ['motionMode', 'motion_mode'],
    ['price', 'credits'],
    ['credit', 'credits'],
    ['unit', 'per'],
    ['Per', 'per'],
    ['by', 'per'],
    ['for', 'per'],
    ['pre', 'per'],
    ['pr', 'per'],
    ['billing', 'per'],
    ['billed_per', 'per'],
    ['price_per', 'per'],
  ])('names the right one for %s: %s', (field, right) => {
    expect(faultsOf({ ...ROW, [field]: 'x' })).toEqual([
      `price-field: a price has no field \`${field}\`. Did you mean \`${right}\`?`,
    ])
  })

  test.each(['text', 'lip_sync_tts_content', 'name', 'count', 'counts', 'note', 'prompt', 'template_id', 'img_id'])(
    'has no field %s',
    (field) => {
      expect(faultsOf({ ...ROW, [field]: 'x' })).toEqual([`price-field: a price has no field \`${field}\`. ${FIELDS}`])
    },
  )

  test('is not told that a misspelt field is missing', () => {
    expect(faultsOf({ pre: 'second', price: 5 })).toEqual([
      'price-field: a price has no field `pre`. Did you mean `per`?',
      'price-field: a price has no field `price`. Did you mean `credits`?',
    ])
  })

  test.each([
    ['per', 'clip', 'second or generation', '"clip"', 'Did you mean generation?'],
    ['per', 'Second', 'second or generation', '"Second"', 'Did you mean second?'],
    ['per', 'per second', 'second or generation', '"per second"', 'Did you mean second?'],
    ['per', 's', 'second or generation', '"s"', 'Did you mean second?'],
    ['per', 'secs', 'second or generation', '"secs"', 'Did you mean second?'],
    ['per', 'Generations', 'second or generation', '"Generations"', 'Did you mean generation?'],
    ['per', 'video', 'second or generation', '"video"', 'Did you mean generation?'],
    ['per', 'item', 'second or generation', '"item"', 'Did you mean generation?'],
    ['per', 'request', 'second or generation', '"request"', 'Did you mean generation?'],
    ['per', 'each', 'second or generation', '"each"', 'Did you mean generation?'],
    ['per', 'per_generation', 'second or generation', '"per_generation"', 'Did you mean generation?'],
    ['per', 5, 'second or generation', '5', 'Write second or generation.'],
    ['per', 'minute', 'second or generation', '"minute"', 'Write second or generation.'],
    ['model', 'V6', 'one of v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5', '"V6"', 'Did you mean v6?'],
    ['quality', 720, 'one of 360p, 540p, 720p, 1080p', '720', 'Did you mean 720p?'],
    ['quality', null, 'one of 360p, 540p, 720p, 1080p', 'null', 'Write one of 360p, 540p, 720p, 1080p.'],
    ['feature', 'i2v', 'a feature of the API', '"i2v"', 'Did you mean image_to_video?'],
    ['duration', '5', 'a number of seconds', '"5"', 'Did you mean 5, without quotation marks?'],
    ['duration', NaN, 'a number of seconds', 'NaN', 'Write the seconds as a number, such as 5.'],
    ['audio', 'true', 'true or false', '"true"', 'Did you mean true, without quotation marks?'],
    ['multi_clip', 1, 'true or false', '1', 'Did you mean true?'],
    ['motion_mode', false, 'normal or fast', 'false', 'Write normal or fast.'],
    [
      'credits',
      -1,
      'a number of 0 or more, of at most six decimals',
      '-1',
      'Write the credits as a number, such as 60 or 22.5.',
    ],
  ])('%s may not be %j', (field, value, must, is, hint) => {
    expect(faultsOf({ ...ROW, [field]: value })).toEqual([
      `price-value: \`${field}\` must be ${must}, but is ${quoted(is)}. ${hint}`,
    ])
  })

  test('says all at once', () => {
    expect(faultsOf({ per: 'clip', credits: '5', model: 'V6', modle: 'v6', duration: '5s' })).toHaveLength(5)
  })

  test('does not repeat the key', () => {
    const faults = faultsOf({ ...ROW, [KEY]: 1, duration: KEY }).join('\n')
    expect(faults).not.toContain(KEY)
    expect(faults.match(/withheld: it repeats a secret/g)).toHaveLength(2)
  })
})

/** Text from outside stands between backticks. */
function quoted(shown: string): string {
  return shown.startsWith('"') ? `\`${shown}\`` : shown
}
