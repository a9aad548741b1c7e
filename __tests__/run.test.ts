import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { NO_RUN, readRun, type Run } from '../src/run.js'

const folder = mkdtempSync(join(tmpdir(), 'pixverse-run-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface Setup {
  readonly event: string
  readonly payload?: unknown
  readonly ref?: string
  readonly actor?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Reads a run as the runner describes it: in variables, and the payload of the event in a file. */
function read({ event, payload, ref = '', actor = 'octocat', env }: Setup): Run {
  const path = join(folder, 'event.json')
  if (payload === undefined) rmSync(path, { force: true })
  else writeFileSync(path, typeof payload === 'string' ? payload : JSON.stringify(payload))
  return readRun({
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: path,
    GITHUB_REF: ref,
    GITHUB_ACTOR: actor,
    GITHUB_REPOSITORY: 'octo/film',
    ...env,
  })
}

const BASE = { id: 1, full_name: 'octo/film', fork: false, default_branch: 'main' }
const FORK = { id: 2, full_name: 'guest/film', fork: true, default_branch: 'main' }
const DEPENDABOT = { login: 'dependabot[bot]', id: 49699333, type: 'Bot' }
const GUEST = { login: 'guest', id: 5, type: 'User' }

/** The payload of an event about pull request 7, with the fields of real ones that matter, and some that do not. */
function pullRequest(head: unknown, user = GUEST): Record<string, unknown> {
  return {
    action: 'synchronize',
    number: 7,
    pull_request: {
      id: 279147437,
      number: 7,
      state: 'open',
      user,
      head: { label: 'guest:patch-1', ref: 'patch-1', sha: 'ec26c3e5', user: GUEST, repo: head },
      base: { label: 'octo:main', ref: 'main', sha: 'f95f852b', repo: BASE },
      author_association: 'CONTRIBUTOR',
    },
    repository: BASE,
    sender: GUEST,
  }
}

const comment = { id: 3, body: 'please run', user: GUEST, author_association: 'NONE' }

/** Payloads in the shape of real ones, by event. */
const PAYLOADS = {
  push: {
    ref: 'refs/heads/main',
    before: '0',
    after: '1',
    forced: false,
    commits: [],
    repository: BASE,
    sender: GUEST,
  },
  schedule: { schedule: '0 6 * * *', workflow: '.github/workflows/gate.yml', repository: BASE },
  workflow_dispatch: { inputs: { pull_request: '7' }, ref: 'refs/heads/main', workflow: 'gate.yml', repository: BASE },
  repository_dispatch: { action: 'film', client_payload: { pull_request: { number: 9 } }, repository: BASE },
  create: { ref: 'dependabot/npm/x', ref_type: 'branch', master_branch: 'main', repository: BASE, sender: DEPENDABOT },
  delete: { ref: 'old', ref_type: 'branch', repository: BASE },
  deployment: { deployment: { id: 4, ref: 'main', environment: 'production' }, repository: BASE },
  deployment_status: { deployment_status: { state: 'success' }, deployment: { id: 4 }, repository: BASE },
  merge_group: {
    action: 'checks_requested',
    merge_group: { head_ref: 'refs/heads/gh-readonly-queue/main/pr-7-f95f852b', base_ref: 'refs/heads/main' },
    repository: BASE,
  },
  workflow_run: {
    action: 'completed',
    workflow_run: { id: 8, event: 'pull_request', head_repository: FORK, pull_requests: [{ number: 7, id: 1 }] },
    repository: BASE,
  },
  issues: { action: 'opened', issue: { number: 3, title: 'A film' }, repository: BASE },
  issue_comment: { action: 'created', issue: { number: 3, title: 'A film' }, comment, repository: BASE },
  release: { action: 'published', release: { tag_name: 'v1' }, repository: BASE },
} as const

const commentOnPullRequest = {
  action: 'created',
  issue: {
    number: 9,
    pull_request: { url: 'https://api.github.com/repos/octo/film/pulls/9', merged_at: null },
  },
  comment,
  repository: BASE,
}

describe('the run of a pull request from a fork is one of an outsider', () => {
  test.each([
    ['on pull_request', { event: 'pull_request', payload: pullRequest(FORK) }],
    ['on a review', { event: 'pull_request_review', payload: { review: { id: 1 }, ...pullRequest(FORK) } }],
    ['on a comment of a review', { event: 'pull_request_review_comment', payload: pullRequest(FORK) }],
    ['after the fork was deleted', { event: 'pull_request', payload: pullRequest(null) }],
    [
      'after the fork was deleted, by the least payload',
      { event: 'pull_request', payload: { pull_request: { head: { repo: null } } } },
    ],
    ['when a person pushed to it, whoever wrote it', { event: 'pull_request', payload: pullRequest(FORK, DEPENDABOT) }],
  ])('%s', (_, setup) => {
    expect(read(setup).outsider).toBe('fork')
  })
})

describe('the run of Dependabot is one of an outsider', () => {
  const actor = 'dependabot[bot]'
  test.each<[string, Setup]>([
    ['on pull_request', { event: 'pull_request', payload: pullRequest(BASE, DEPENDABOT) }],
    ['on a review', { event: 'pull_request_review', payload: pullRequest(BASE, DEPENDABOT) }],
    ['on a comment of a review', { event: 'pull_request_review_comment', payload: pullRequest(BASE, DEPENDABOT) }],
    ['on push', { event: 'push', payload: { ...PAYLOADS.push, sender: DEPENDABOT } }],
    ['on create', { event: 'create', payload: PAYLOADS.create }],
    ['on deployment', { event: 'deployment', payload: PAYLOADS.deployment }],
    ['on deployment_status', { event: 'deployment_status', payload: PAYLOADS.deployment_status }],
    [
      'on pull_request_target of its own pull request',
      { event: 'pull_request_target', payload: pullRequest(BASE, DEPENDABOT) },
    ],
    ['on an event that cannot be read', { event: 'push' }],
  ])('%s', (_, setup) => {
    expect(read({ ...setup, actor }).outsider).toBe('dependabot')
  })

  test.each<[string, Setup]>([
    ['on a schedule that it last edited', { event: 'schedule', payload: PAYLOADS.schedule, actor }],
    ['on workflow_run, which gets secrets', { event: 'workflow_run', payload: PAYLOADS.workflow_run, actor }],
    ['on issue_comment', { event: 'issue_comment', payload: commentOnPullRequest, actor }],
    ['on merge_group', { event: 'merge_group', payload: PAYLOADS.merge_group, actor }],
    ['on pull_request_target of a person', { event: 'pull_request_target', payload: pullRequest(BASE), actor }],
    ['on pull_request_target that cannot be read', { event: 'pull_request_target', actor }],
    [
      'when a person pushed to its pull request, on pull_request_target',
      { event: 'pull_request_target', payload: pullRequest(BASE, DEPENDABOT) },
    ],
    ['on workflow_run of its pull request', { event: 'workflow_run', payload: pullRequest(BASE, DEPENDABOT), actor }],
    ['when a person pushed to its pull request', { event: 'pull_request', payload: pullRequest(BASE, DEPENDABOT) }],
    ['when the name is only alike', { event: 'push', payload: PAYLOADS.push, actor: 'dependabot' }],
  ])('but not %s', (_, setup) => {
    expect(read(setup).outsider).toBeUndefined()
  })
})

describe('nobody is an outsider, so that a missing key is an error,', () => {
  test.each<[string, Setup]>([
    ['on a pull request of the own repository', { event: 'pull_request', payload: pullRequest(BASE) }],
    [
      'on a pull request between forks of the own fork',
      { event: 'pull_request', payload: pullRequest({ ...BASE, fork: true }) },
    ],
    [
      'on pull_request_target from a fork, which gets secrets',
      { event: 'pull_request_target', payload: pullRequest(FORK) },
    ],
    [
      'on a comment on a pull request from a fork',
      { event: 'issue_comment', payload: { ...commentOnPullRequest, ...pullRequest(FORK) } },
    ],
    ...Object.entries(PAYLOADS).map(([event, payload]): [string, Setup] => [`on ${event}`, { event, payload }]),
    ['on an event that cannot be read', { event: 'pull_request' }],
    ['on an event that is no JSON', { event: 'pull_request', payload: '{' }],
    ['on an event that is a list', { event: 'pull_request', payload: [] }],
    ['on an event that is null', { event: 'pull_request', payload: 'null' }],
    ['when the pull request is null', { event: 'pull_request', payload: { pull_request: null } }],
    ['when there is no head', { event: 'pull_request', payload: { pull_request: { base: { repo: BASE } } } }],
    [
      'when the head says nothing of its repository',
      { event: 'pull_request', payload: { pull_request: { head: {}, base: { repo: BASE } } } },
    ],
    [
      'when the repository of the head has no id',
      { event: 'pull_request', payload: pullRequest({ full_name: 'guest/film' }) },
    ],
    ['when the id of the head is a text', { event: 'pull_request', payload: pullRequest({ id: '2' }) }],
    [
      'when the base has no id',
      { event: 'pull_request', payload: { pull_request: { head: { repo: FORK }, base: {} } } },
    ],
    [
      'when fields are those of the prototype',
      { event: 'pull_request', payload: '{"__proto__":{"pull_request":{"head":{"repo":null}}}}' },
    ],
  ])('%s', (_, setup) => {
    expect(read(setup).outsider).toBeUndefined()
  })
})

describe('the pull request of a run is', () => {
  test.each<[string, Run['pullRequest'], Setup]>([
    ['that of pull_request', 7, { event: 'pull_request', payload: pullRequest(BASE) }],
    ['the first one', 1, { event: 'pull_request', payload: { pull_request: { number: 1 } } }],
    ['that of a fork', 7, { event: 'pull_request', payload: pullRequest(FORK) }],
    ['that of pull_request_target', 7, { event: 'pull_request_target', payload: pullRequest(FORK) }],
    ['that of a review', 7, { event: 'pull_request_review', payload: pullRequest(BASE) }],
    ['that of a comment of a review', 7, { event: 'pull_request_review_comment', payload: pullRequest(BASE) }],
    ['that of a comment on it', 9, { event: 'issue_comment', payload: commentOnPullRequest }],
    [
      'that of a comment on it, by the least payload',
      9,
      { event: 'issue_comment', payload: { issue: { number: 9, pull_request: {} } } },
    ],
    [
      'that of a comment on it, on Gitea, which has it twice',
      7,
      {
        event: 'issue_comment',
        payload: { is_pull: true, issue: { number: 7, pull_request: { merged: false } }, ...pullRequest(BASE) },
      },
    ],
    [
      'that of a comment on it, on a Gitea that leaves it null',
      9,
      { event: 'issue_comment', payload: { ...commentOnPullRequest, pull_request: null } },
    ],
    [
      'none on a comment on an issue, on a Gitea that makes it null',
      undefined,
      { event: 'issue_comment', payload: { issue: { number: 3, pull_request: null } } },
    ],
    ...Object.entries(PAYLOADS).map(([event, payload]): [string, undefined, Setup] => [
      `none on ${event}`,
      undefined,
      { event, payload },
    ]),
    [
      'none when its number is a path',
      undefined,
      { event: 'pull_request', payload: { pull_request: { number: '7/../8' } } },
    ],
    [
      'none when its number is a fraction',
      undefined,
      { event: 'pull_request', payload: { pull_request: { number: 7.5 } } },
    ],
    ['none when its number is 0', undefined, { event: 'pull_request', payload: { pull_request: { number: 0 } } }],
    ['none when it is negative', undefined, { event: 'pull_request', payload: { pull_request: { number: -7 } } }],
    [
      'none when its number is out of range',
      undefined,
      { event: 'pull_request', payload: '{"pull_request":{"number":1e300}}' },
    ],
    [
      'none when the number stands beside it',
      undefined,
      { event: 'pull_request', payload: { number: 7, pull_request: {} } },
    ],
    ['not readable without the file', 'unreadable', { event: 'pull_request' }],
    ['not readable without the file, on a review', 'unreadable', { event: 'pull_request_review' }],
    ['not readable without the file, on a comment', 'unreadable', { event: 'issue_comment' }],
    ['not readable from what is no JSON', 'unreadable', { event: 'pull_request_target', payload: '{' }],
    ['not readable from a list', 'unreadable', { event: 'pull_request', payload: [] }],
    ['none without the file, on an event without one', undefined, { event: 'push' }],
    ['none without the file, on an event that is only named alike', undefined, { event: 'x_pull_request' }],
  ])('%s', (_, expected, setup) => {
    expect(read(setup).pullRequest).toBe(expected)
  })
})

describe('a run is one of the default branch', () => {
  test.each<[string, Setup]>([
    ['on a push to it', { event: 'push', payload: PAYLOADS.push, ref: 'refs/heads/main' }],
    ['on a schedule', { event: 'schedule', payload: PAYLOADS.schedule, ref: 'refs/heads/main' }],
    [
      'on a schedule whose payload does not name it',
      { event: 'schedule', payload: { schedule: '0 6 * * *' }, ref: 'refs/heads/trunk' },
    ],
    ['on a schedule without a file', { event: 'schedule' }],
    [
      'when started by hand on it',
      { event: 'workflow_dispatch', payload: PAYLOADS.workflow_dispatch, ref: 'refs/heads/main' },
    ],
    ['on a workflow_run', { event: 'workflow_run', payload: PAYLOADS.workflow_run, ref: 'refs/heads/main' }],
    ['on a comment on an issue', { event: 'issue_comment', payload: PAYLOADS.issue_comment, ref: 'refs/heads/main' }],
    [
      'that has a slash in its name',
      { event: 'push', payload: { repository: { default_branch: 'a/b' } }, ref: 'refs/heads/a/b' },
    ],
  ])('%s', (_, setup) => {
    expect(read(setup).onDefaultBranch).toBe(true)
  })

  test.each<[string, Setup]>([
    ['on a push to another', { event: 'push', payload: PAYLOADS.push, ref: 'refs/heads/main2' }],
    ['on a push of a tag of its name', { event: 'push', payload: PAYLOADS.push, ref: 'refs/tags/main' }],
    ['when a branch is created', { event: 'create', payload: PAYLOADS.create, ref: 'refs/heads/dependabot/npm/x' }],
    [
      'on a merge group',
      { event: 'merge_group', payload: PAYLOADS.merge_group, ref: 'refs/heads/gh-readonly-queue/main/pr-7-f95f852b' },
    ],
    ['on a pull request', { event: 'pull_request', payload: pullRequest(BASE), ref: 'refs/pull/7/merge' }],
    [
      'on pull_request_target, whose ref it is',
      { event: 'pull_request_target', payload: pullRequest(FORK), ref: 'refs/heads/main' },
    ],
    [
      'on pull_request_target without a number, whose ref it is',
      { event: 'pull_request_target', payload: { pull_request: {}, repository: BASE }, ref: 'refs/heads/main' },
    ],
    [
      'on a comment on a pull request, whose ref it is',
      { event: 'issue_comment', payload: commentOnPullRequest, ref: 'refs/heads/main' },
    ],
    ['on a comment that cannot be read', { event: 'issue_comment', ref: 'refs/heads/main' }],
    ['on a deployment without a ref', { event: 'deployment', payload: PAYLOADS.deployment, ref: '' }],
    ['when the payload does not name it', { event: 'push', payload: {}, ref: 'refs/heads/undefined' }],
    [
      'when its name is no text',
      { event: 'push', payload: { repository: { default_branch: 5 } }, ref: 'refs/heads/5' },
    ],
    ['when the payload cannot be read', { event: 'push', ref: 'refs/heads/main' }],
  ])('but not %s', (_, setup) => {
    expect(read(setup).onDefaultBranch).toBe(false)
  })
})

describe('a run is one of', () => {
  test.each([
    ['https://api.github.com', 'GitHub', 'https://api.github.com'],
    ['https://ghe.example/api/v3', 'GitHub', 'https://ghe.example/api/v3'],
    ['https://git.example/api/v1', 'Gitea or Forgejo', 'https://git.example/api/v1'],
    ['https://git.example/api/v11', 'GitHub', 'https://git.example/api/v11'],
    [' https://git.example/api/v1// ', 'Gitea or Forgejo', 'https://git.example/api/v1'],
    ['', 'GitHub', 'https://api.github.com'],
    [' ', 'GitHub', 'https://api.github.com'],
  ])('%j: %s', (url, forge, apiUrl) => {
    expect(read({ event: 'push', env: { GITHUB_API_URL: url } })).toMatchObject({ forge, apiUrl })
  })

  test.each([
    ['true', true],
    ['false', false],
    ['', false],
  ])('act when ACT is %j: %s', (ACT, onAct) => {
    expect(read({ event: 'push', env: { ACT } }).onAct).toBe(onAct)
  })

  test('its repository', () => {
    expect(read({ event: 'push' }).repository).toBe('octo/film')
  })

  test('nothing that is known without variables', () => {
    expect(readRun({})).toEqual({ ...NO_RUN, apiUrl: 'https://api.github.com' })
  })
})
