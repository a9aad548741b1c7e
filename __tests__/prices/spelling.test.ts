import { describe, expect, test } from '@jest/globals'
import { either, fold, isOneSlip } from '../../src/prices/spelling.js'

describe('a folded name', () => {
  test.each([
    ['Generate_Audio-Switch', 'generateaudioswitch'],
    [' motion mode\t', 'motionmode'],
    ['ｄｕｒａｔｉｏｎ', 'duration'],
    ['dura\u200Btion', 'duration'],
    ['c\u0007ou\ud800nt', 'count'],
    ['multi\u2013clip', 'multiclip'],
    ['v5.6', 'v5.6'],
    ['generate_audıo_swıtch', 'generateaudioswitch'],
    ['MULTİ_CLİP', 'multiclip'],
    ['CREDI\u0307TS', 'credits'],
  ])('%j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('is cut, but never short enough to be another', () => {
    expect(fold('x'.repeat(1000))).toBe('x'.repeat(100))
  })
})

describe('one slip', () => {
  test.each([
    ['count', 'counts'],
    ['count', 'cont'],
    ['count', 'coumt'],
    ['count', 'cuont'],
    ['count', 'ocunt'],
    ['count', 'coutn'],
    ['count', 'xcount'],
    ['count', 'ount'],
    ['aab', 'ab'],
    ['aa', 'a'],
  ])('%s and %s are one apart', (one, other) => {
    expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([true, true])
  })

  test.each([
    ['count', 'count'],
    ['count', 'cnt'],
    ['count', 'countxy'],
    ['count', 'coxxt'],
    ['count', 'cuotn'],
    ['count', 'tounc'],
    ['count', 'account'],
    ['abc', 'cab'],
    ['', 'ab'],
  ])('%s and %s are not', (one, other) => {
    expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([false, false])
  })
})

describe('a choice in words', () => {
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a or b'],
    [[5, 8, 10], '5, 8 or 10'],
    [['a (b, c)', 'd (e, f)'], 'a (b, c) or d (e, f)'],
  ])('%j is %j', (words, choice) => {
    expect(either(words)).toBe(choice)
  })
})
