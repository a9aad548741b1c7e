import { describe, expect, test } from '@jest/globals'
import { FILLED_BY_PACKS, perPurse, PURSES } from '../../src/verdict/purses.js'

test('purses are the fields of the API, monthly first', () => {
  expect(PURSES).toEqual(['monthly', 'package'])
})

test('packs fill the package purse alone', () => {
  expect(FILLED_BY_PACKS).toEqual({ monthly: false, package: true })
})

describe('perPurse', () => {
  test('makes one value for each purse', () => {
    expect(perPurse((purse) => purse.length)).toEqual({ monthly: 7, package: 7 })
    expect(perPurse((purse) => `credit_${purse}`)).toEqual({ monthly: 'credit_monthly', package: 'credit_package' })
  })

  test('keeps a purse without a value', () => {
    expect(Object.keys(perPurse(() => undefined))).toEqual(['monthly', 'package'])
  })
})
