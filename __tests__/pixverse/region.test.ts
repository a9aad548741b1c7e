import { describe, expect, test } from '@jest/globals'
import { regionOf } from '../../src/pixverse/region.js'

describe('the region of', () => {
  const china = { topUp: 'https://platform.pai.video', centsPerCredit: undefined }
  const international = { topUp: 'https://platform.pixverse.ai/billing', centsPerCredit: 1 }
  test.each([
    ['https://app-api.pixverseai.cn', china],
    ['https://APP-API.PIXVERSEAI.CN:443/x/', china],
    ['https://app-api.pixverse.ai', international],
    ['https://pixverseai.cn', international],
    ['https://app-api.pixverseai.cn.example', international],
    ['http://localhost/app-api.pixverseai.cn', international],
  ])('%s', (address, region) => {
    expect(regionOf(new URL(address))).toEqual(region)
  })
})
