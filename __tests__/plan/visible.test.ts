import { describe, expect, test } from '@jest/globals'
import { withoutUnseen } from '../../src/plan/visible.js'

const look = withoutUnseen

describe('what cannot be seen', () => {
  test.each<[object, object, readonly string[]]>([
    [{ model: 'v6\u200b' }, { model: 'v6' }, ['(U+200B) in the value of `model`']],
    [{ 'mod\u00adel': 'v6' }, { model: 'v6' }, ['(U+00AD) in the field `model`']],
    [
      { '\ufeffquality': '720\ufeffp' },
      { quality: '720p' },
      ['(U+FEFF) in the field `quality`', '(U+FEFF) in the value'],
    ],
    [{ 'count\u3164': 2, a: 1 }, { count: 2, a: 1 }, ['(U+3164) in the field `count`']],
    [{ '\u2800credits': 1 }, { credits: 1 }, ['(U+2800) in the field `credits`']],
    [{ 'n\u200dame': 'a\u200bb' }, { name: 'a\u200bb' }, ['(U+200D) in the field `name`']],
    [{ duration: '\u202e5' }, { duration: '5' }, ['(U+202E) in the value of `duration`']],
    [{ generate_audio_switch: 'true\u0000' }, { generate_audio_switch: 'true' }, ['(U+0000) in the value']],
    [{ per: 'second\u{e0041}' }, { per: 'second' }, ['(U+E0041) in the value of `per`']],
  ])('is named, and left out of the rest: %j', (item, clean, messages) => {
    const seen = look(item)
    expect(seen?.value).toEqual(clean)
    expect(seen?.faults).toEqual(
      messages.map((message) => ({
        id: 'plan-invisible',
        message: expect.stringContaining(`there is an invisible character ${message}`),
        hint: 'Type it anew: what cannot be seen often comes with copied text.',
      })),
    )
  })

  test.each<[object, object, string]>([
    [{ соunt: 3 }, { count: 3 }, '(U+0441) that only looks Latin in the field `count`'],
    [{ mοdel: 'v6' }, { model: 'v6' }, '(U+03BF) that only looks Latin in the field `model`'],
    [{ quality: '720р' }, { quality: '720p' }, '(U+0440) that only looks Latin in the value of `quality`'],
    [{ model: 'с1' }, { model: 'c1' }, '(U+0441) that only looks Latin in the value of `model`'],
    [{ model: 'ν6' }, { model: 'v6' }, '(U+03BD) that only looks Latin in the value of `model`'],
  ])('may be a letter that looks like another: %j', (item, clean, message) => {
    const seen = look(item)
    expect(seen?.value).toEqual(clean)
    expect(seen?.faults).toEqual([
      {
        id: 'plan-lookalike',
        message: `there is a letter ${message}`,
        hint: 'Type it anew on a Latin keyboard.',
      },
    ])
  })

  test.each<[unknown]>([
    [{ model: 'версия', заметка: 1, name: 'сцена', text: 'νυξ' }],
    [{ model: 'v6', name: 'a 👩‍🎨', text: 'a\u200bb', lip_sync_tts_content: '\ufeff', prompt: 'x\u00ady' }],
    [{ 'prompt\u200b': 1, 'my\u00adnote': 2 }],
    [{ model: 'ｖ6', quality: '７20p', dürätion: 5 }],
    [{ model: `${'v'.repeat(200)}\u200b`, [`${'k'.repeat(200)}\u200b`]: 1 }],
    [{ model: ['\u200b'], duration: 5 }],
    [['model\u200b']],
    ['model\u200b'],
    [null],
  ])('is looked for only in words that count: %j', (item) => {
    expect(look(item)).toBeUndefined()
  })
})
