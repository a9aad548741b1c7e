// @ts-check
// The smallest script that does what a plain gate cannot do without: one GET with the key, an output, a summary.
import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { get } from 'node:http'

const { 'INPUT_API-KEY': key, 'INPUT_BASE-URL': base, GITHUB_OUTPUT = '', GITHUB_STEP_SUMMARY = '' } = process.env

get(`${base}/openapi/v2/account/balance`, { headers: { 'API-KEY': key, 'Ai-trace-id': randomUUID() } }, (response) => {
  let body = ''
  response.setEncoding('utf8')
  response.on('data', (/** @type {string} */ text) => (body += text))
  response.on('end', () => {
    /** @type {unknown} */
    const answer = JSON.parse(body)
    const { Resp } = /** @type {{ Resp: Record<string, number> }} */ (answer)
    const total = Number(Resp['credit_monthly']) + Number(Resp['credit_package'])
    appendFileSync(GITHUB_OUTPUT, `total=${total}\n`)
    appendFileSync(GITHUB_STEP_SUMMARY, `${total} credits\n`)
  })
})
