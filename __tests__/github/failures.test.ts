import { describe, expect, test } from '@jest/globals'
import { failureOf, noConnection, type Surface } from '../../src/github/failures.js'
import { NO_RUN, type Run } from '../../src/run.js'
import { sanitiser } from '../../src/safe-text.js'
import { KEY } from './room.js'

const GITEA: Run = { ...NO_RUN, forge: 'Gitea or Forgejo' }
const sanitise = sanitiser(KEY)

const http = (status: number, message: string): Error => Object.assign(new Error(message), { status })

/** What the warning says about it. */
function said(error: unknown, surface: Surface = 'alert', run = NO_RUN): string {
  const { reason, cure } = failureOf(error, surface, run, sanitise)
  return `${reason}. ${cure}`
}

test.each<[string, unknown, string]>([
  [
    '401',
    http(401, 'Bad credentials'),
    'GitHub does not know the token in `github-token`. Leave the input out to use the token of the job, or save the secret again.',
  ],
  [
    '403 for a permission',
    http(403, 'Resource not accessible by integration - https://docs.github.com/rest'),
    'the token may not do it. Give the job the permission `issues: write`.',
  ],
  [
    '403 for a token of a user',
    http(403, 'Resource not accessible by personal access token'),
    'the token may not do it. Give the job the permission `issues: write`.',
  ],
  [
    '403 for something else',
    http(403, 'Repository was archived so is read-only.'),
    'GitHub refuses it with `Repository was archived so is read-only`. If that is a matter of rights: Give the job the permission `issues: write`.',
  ],
  [
    '403 without a reason',
    http(403, ''),
    'GitHub refuses it without a reason. If that is a matter of rights: Give the job the permission `issues: write`.',
  ],
  [
    '403 for a limit',
    http(403, 'You have exceeded a secondary rate limit. Please wait.'),
    'GitHub got more requests than it takes from this token. The next run tries again.',
  ],
  [
    '429',
    http(429, 'Too many requests'),
    'GitHub got more requests than it takes from this token. The next run tries again.',
  ],
  [
    '404',
    http(404, 'Not Found'),
    'GitHub does not find it, or hides it from the token. Give the job the permission `issues: write`.',
  ],
  [
    '410',
    http(410, 'Issues are disabled for this repo'),
    'issues are turned off in this repository. Turn them on in its settings, or leave `alert-issue` out.',
  ],
  [
    '410 for an issue that is gone',
    http(410, 'This issue was deleted'),
    'somebody deleted it meanwhile. The next run opens a new one if it needs one.',
  ],
  [
    '410 with a reason that says nothing',
    http(410, 'Gone'),
    'it was deleted meanwhile, or issues are turned off in this repository. Turn them on in its settings, or leave `alert-issue` out.',
  ],
  [
    '410 without a reason',
    http(410, ''),
    'it was deleted meanwhile, or issues are turned off in this repository. Turn them on in its settings, or leave `alert-issue` out.',
  ],
  [
    '422',
    http(422, 'Validation Failed'),
    'GitHub answers HTTP 422 with `Validation Failed`. The next run tries again.',
  ],
  ['502', http(502, ''), 'GitHub answers HTTP 502 without a reason. The next run tries again.'],
  ['something else', new Error('Boom.'), 'it failed with `Boom`. The next run tries again.'],
  ['nothing that is known', undefined, 'it failed with `undefined`. The next run tries again.'],
])('says what to do about %s', (_, error, message) => {
  expect(said(error)).toBe(message)
})

test.each<[Surface, string]>([
  ['comment', 'Give the job the permission `pull-requests: write`.'],
  ['alert', 'Give the job the permission `issues: write`.'],
  ['dashboard', 'Give the job the permission `issues: write`.'],
])('names the permission that the %s takes', (surface, cure) => {
  for (const error of [http(403, 'Resource not accessible by integration'), http(404, '')])
    expect(said(error, surface)).toContain(cure)
})

test.each<[Surface, string]>([
  ['comment', 'comment-summary-in-pr'],
  ['alert', 'alert-issue'],
  ['dashboard', 'dashboard-issue'],
])('names the input that asks for the %s', (surface, input) => {
  expect(said(http(410, ''), surface)).toContain(`leave \`${input}\` out`)
})

test.each([401, 403, 404, 429, 500])('says Gitea or Forgejo there, and no permission of a job: HTTP %i', (status) => {
  const message = said(http(status, 'no'), 'comment', GITEA)
  expect(message).toContain('Gitea or Forgejo')
  expect(message).not.toMatch(/GitHub|permission/)
})

describe('text from outside is shown on one line, between backticks, and acts on nothing', () => {
  test.each([
    ['##[error]owned', '`## [error]owned`'],
    ['a\n::error::owned', '`a : :error: :owned`'],
    ['see https://evil.example @octo `x`', "`see https: //evil.example @ octo 'x'`"],
    [`the token ${KEY}`, '`(withheld: it repeats a secret)`'],
    ['x'.repeat(500), `\`${'x'.repeat(199)}…\``],
  ])('%j', (message, shown) => {
    for (const status of [403, 500]) expect(said(http(status, message))).toContain(shown)
    expect(noConnection(NO_RUN, new Error(message), sanitise).reason).toContain(shown)
  })
})

describe('a failed connection says', () => {
  test.each<[string, unknown, string]>([
    [
      'what is behind it',
      new TypeError('fetch failed', { cause: new Error('other side closed') }),
      'with `other side closed`',
    ],
    ['its own message when there is nothing', new TypeError('terminated'), 'with `terminated`'],
    [
      'the code when there is no message',
      new TypeError('fetch failed', { cause: Object.assign(new Error(''), { code: 'ECONNREFUSED' }) }),
      'with `ECONNREFUSED`',
    ],
    ['that there is none', new TypeError('fetch failed', { cause: new Error('') }), 'without a reason'],
  ])('%s', (_, error, expected) => {
    const { reason, cure } = noConnection(NO_RUN, error, sanitise)
    expect(`${reason}. ${cure}`).toBe(`the connection to GitHub failed ${expected}. The next run tries again.`)
  })
})
