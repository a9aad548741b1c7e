import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from '@jest/globals'
import { startGitHub, TOKEN, user } from '../../sandbox/github.mjs'
import { openGitHub, type Texts } from '../../src/github/index.js'
import type { GitHubInputs } from '../../src/inputs.js'
import { NO_RUN, type Run } from '../../src/run.js'
import { plain, safe, sanitiser } from '../../src/safe-text.js'
import type { AlertOutcome, AlertText, CommentText, DashboardText } from '../../src/surfaces.js'

export type Fake = Awaited<ReturnType<typeof startGitHub>>
type Options = NonNullable<Parameters<typeof startGitHub>[0]>

export const PR = 7
export const LABEL = 'pixverse-balance'
export const MALLORY = user('mallory', 666)
export const KEY = 'sk-test-0123456789abcdef'

export const marker = (account = 'PixVerse'): string => `<!-- pixverse-balance-action account=${account} -->`
export const boardMarker = (account = 'PixVerse'): string =>
  `<!-- pixverse-balance-action kind=dashboard account=${account} -->`

export interface Request {
  readonly method: string
  /** Below the base address of the API, with its query. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

/** What a server answers. */
export interface Answer {
  readonly status?: number
  readonly body?: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

interface Setup extends Options {
  /** Whether the token may set labels; otherwise GitHub drops them without a word. */
  readonly mayLabel?: boolean
  /** Answers instead of the fake GitHub. */
  readonly answer?: (request: Request) => Answer | undefined
  /** Lists all issues when it is asked for those with a label. */
  readonly ignoresLabels?: boolean
  /** Every page of a list begins with the last item of the page before. */
  readonly shifting?: boolean
}

export interface World extends Fake {
  /** The fake itself, with nothing in front of it. */
  readonly direct: string
  /** Everything that arrived, before anything is answered. */
  readonly seen: Request[]
  /** Methods and addresses of what arrived, without queries. */
  readonly asked: () => string[]
  /** The same for what was to change something. */
  readonly writes: () => string[]
  readonly bodies: () => string[]
  readonly open: () => string[]
}

const running: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()))
})

/** The sandbox's GitHub, behind a server that sees whole requests and can list issues in every way. */
export async function start({
  mayLabel = true,
  shifting = false,
  ignoresLabels = false,
  answer,
  ...options
}: Setup = {}): Promise<World> {
  const fake = await startGitHub(options)
  const { origin, pathname } = new URL(fake.url)
  const prefix = pathname === '/' ? '' : pathname
  const seen: Request[] = []
  const base = await serve((request, body) => {
    const within = { ...request, url: request.url.slice(prefix.length) }
    seen.push(within)
    return answer?.(within) ?? issues(within, body) ?? forward(request, body)
  })

  /** Lists of issues and labels of one, as GitHub describes them. */
  function issues({ method, url }: Request, body: string): Answer | undefined {
    const { pathname: path, searchParams } = new URL(url, origin)
    // Routes that are refused, cut or delayed are the fake's.
    if (options.interfere?.(method, path) !== undefined) return undefined
    const labelled = /^\/repos\/octo\/film\/issues\/(\d+)\/labels$/.exec(path)
    if (method === 'POST' && labelled !== null) {
      if (!mayLabel) return json({ message: 'Resource not accessible by integration' }, 403)
      const issue = fake.issues.find(({ number }) => number === Number(labelled[1]))
      issue?.labels.push({ name: fake.labels[0]?.name ?? LABEL })
      return json(issue?.labels)
    }
    if (method === 'POST' && path === '/repos/octo/film/issues' && !mayLabel) {
      const { title, body: text } = JSON.parse(body) as { title: string; body: string }
      return json(fake.addIssue({ title, body: text }), 201)
    }
    if (method !== 'GET' || path !== '/repos/octo/film/issues') return undefined
    const [state, label, creator] = ['state', 'labels', 'creator'].map((name) => searchParams.get(name))
    const found = fake.issues.filter(
      (issue) =>
        (state === 'all' || issue.state === state) &&
        (label == null || ignoresLabels || issue.labels.some((one) => isLabel(one, label))) &&
        (creator === null || issue.user?.login === creator),
    )
    return page(found, searchParams, shifting)
  }

  const forward = async ({ method, url, headers }: Request, body: string): Promise<Answer> => {
    const { authorization = '' } = headers
    const response = await fetch(`${origin}${url}`, { method, headers: { authorization }, ...(body && { body }) })
    const text = Buffer.from(await response.arrayBuffer())
    const link = response.headers.get('link')
    return { status: response.status, body: text, headers: link === null ? {} : { link } }
  }

  running.push(fake.close)
  const asked = (): string[] => seen.map(({ method, url }) => `${method} ${url.replace(/\?.*/, '')}`)
  return {
    ...fake,
    direct: fake.url,
    url: `${base}${prefix}`,
    seen,
    asked,
    writes: () => asked().filter((request) => !/^GET|\/graphql$/.test(request)),
    bodies: () => fake.comments.map(({ body }) => body ?? ''),
    open: () => fake.issues.filter(({ state }) => state === 'open').map(({ title }) => title),
  }
}

/** GitHub does not tell them apart by case. */
function isLabel(one: string | { readonly name?: string }, label: string): boolean {
  return typeof one === 'object' && one.name?.toLowerCase() === label.toLowerCase()
}

/** A page of a list, with a `Link` when there is another. */
export function page(all: readonly unknown[], query: URLSearchParams, shifting = false): Answer {
  const number = Number(query.get('page') ?? 1)
  const size = Number(query.get('per_page') ?? 30)
  const from = (number - 1) * size - (shifting && number > 1 ? 1 : 0)
  const more = all.length > number * size
  // What it says about the address is not to be believed.
  const headers = more ? { link: '<https://elsewhere.invalid/?page=2>; rel="next"' } : {}
  return { ...json(all.slice(from, number * size)), headers }
}

export function json(value: unknown, status = 200): Answer {
  return { status, body: JSON.stringify(value) }
}

/** Serves on loopback until the test is over. Gives the base address. */
export async function serve(answer: (request: Request, body: string) => Answer | Promise<Answer>): Promise<string> {
  const server = createServer((request, response) => {
    void (async () => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      const { method = '', url = '', headers } = request
      try {
        const { status = 200, body: text = '', headers: more } = await answer({ method, url, headers }, body)
        response.writeHead(status, { 'content-type': 'application/json', ...more }).end(text)
      } catch {
        // The fake behind it gave none.
        response.destroy()
      }
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export interface Asked {
  readonly inputs?: Partial<GitHubInputs>
  readonly run?: Partial<Run>
  readonly account?: string
}

export interface Room {
  readonly publish: (texts: Partial<Texts>) => Promise<AlertOutcome>
  readonly readDashboard: () => ReturnType<ReturnType<typeof openGitHub>['readDashboard']>
  readonly warnings: string[]
  readonly log: string[]
}

/** Opens the room on the pull request 7, with everything asked for. */
export function room(github: { readonly url: string }, { inputs, run, account = 'PixVerse' }: Asked = {}): Room {
  const [warnings, log]: [string[], string[]] = [[], []]
  const publisher = openGitHub({
    inputs: { token: TOKEN, comment: 'always', alertIssue: true, dashboardIssue: true, ...inputs },
    run: {
      ...NO_RUN,
      forge: github.url.endsWith('/api/v1') ? 'Gitea or Forgejo' : 'GitHub',
      repository: 'octo/film',
      apiUrl: github.url,
      pullRequest: PR,
      ...run,
    },
    account,
    sanitise: sanitiser(KEY, inputs?.token ?? TOKEN),
    warn: (message) => warnings.push(message),
    log: (line) => log.push(line),
  })
  const nothing: Texts = { comment: { kind: 'leave' }, alert: { kind: 'leave' }, dashboard: undefined }
  const readable = (body: string): boolean => !body.includes('damaged')
  return {
    readDashboard: () => publisher.readDashboard(readable),
    publish: (texts) => publisher.publish({ ...nothing, ...texts }),
    warnings,
    log,
  }
}

/** Comments on the pull request, as a run of its own. */
export async function comment(
  world: World,
  body: string,
  asked: Asked = {},
  kind: 'write' | 'update' = 'write',
): Promise<Room> {
  const opened = room(world, asked)
  const text: CommentText = { kind, body }
  await opened.publish({ comment: text })
  return opened
}

export const raise = (level: 'warn' | 'low', credits: number): AlertText => ({
  kind: 'raise',
  level,
  title: safe`PixVerse credits are ${level}`,
  body: `${credits} credits left`,
  news: `It is ${level} now: ${credits} credits left`,
})
export const CLOSE: AlertText = { kind: 'close', news: 'Credits are back.' }

/** Brings the alert up to date, as a run of its own. Gives its outcome, and the warnings when there are any. */
export async function alerted(world: World, text: AlertText, asked: Asked = {}): Promise<AlertOutcome | string[]> {
  const opened = room(world, asked)
  const outcome = await opened.publish({ alert: text })
  return opened.warnings.length > 0 ? opened.warnings : outcome
}

export const board = (credits: number): DashboardText => ({
  title: safe`PixVerse credits: ${plain(String(credits))} left`,
  body: `${credits} credits left\n\n<!-- history -->`,
})

/** Reads and writes the dashboard, as a run of its own. Gives what was read. */
export async function boarded(
  world: World,
  credits: number,
  asked: Asked = {},
): Promise<Room & { readonly read: Awaited<ReturnType<Room['readDashboard']>> }> {
  const opened = room(world, asked)
  const read = await opened.readDashboard()
  await opened.publish({ dashboard: board(credits) })
  return { ...opened, read }
}
