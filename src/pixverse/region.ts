import { safe, type SafeText } from '../safe-text.js'

/** PixVerse has two platforms with accounts, keys and prices of their own; the API is the same. */
export interface Region {
  /** Where credits are bought. */
  readonly topUp: SafeText
  /** Most that a credit costs in a pack, in US cents; undefined where packs are not sold in dollars. */
  readonly centsPerCredit: number | undefined
}

/** Source of the price: https://docs.platform.pixverse.ai/pricing-796039m0, every pack costs a cent a credit, read 2026-10. */
const INTERNATIONAL: Region = { topUp: safe`https://platform.pixverse.ai/billing`, centsPerCredit: 1 }

/** Source: base URL of PixVerse's own MCP client, https://github.com/PixVerseAI/PixVerse-MCP, read 2026-11. */
const CHINA_HOST = 'app-api.pixverseai.cn'
const CHINA: Region = { topUp: safe`https://platform.pai.video`, centsPerCredit: undefined }

export function regionOf(baseUrl: URL): Region {
  return baseUrl.hostname === CHINA_HOST ? CHINA : INTERNATIONAL
}
