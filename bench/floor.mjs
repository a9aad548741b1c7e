// The smallest script that does what a plain gate cannot do without: one GET with the key, an output, a summary.
import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'

const response = await fetch(`${process.env['INPUT_BASE-URL']}/openapi/v2/account/balance`, {
  headers: { 'API-KEY': process.env['INPUT_API-KEY'], 'Ai-trace-id': randomUUID() },
})
const { Resp } = await response.json()
const total = Resp.credit_monthly + Resp.credit_package
appendFileSync(process.env.GITHUB_OUTPUT, `total=${total}\n`)
appendFileSync(process.env.GITHUB_STEP_SUMMARY, `${total} credits\n`)
