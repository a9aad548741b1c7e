import { describe, expect, test } from '@jest/globals'
import { user } from '../../sandbox/github.mjs'
import { alerted, boarded, boardMarker, CLOSE, LABEL, MALLORY, marker, raise, start, type World } from './room.js'

const GITEA = { kind: 'gitea', me: user('gitea-actions', -2) } as const

describe('an issue without its label', () => {
  test('is found among 500 of the same author, and gets the label', async () => {
    const github = await start()
    for (let at = 0; at < 450; at++) github.addIssue({ title: `other ${at}`, body: '' })
    github.addIssue({ title: 'PixVerse credits are low', body: `${marker()}\n<!-- verdict=low -->\nold` })
    expect(await alerted(github, raise('low', 312))).toBe('updated')
    expect(github.issues.at(-1)?.labels).toEqual([{ name: LABEL }])
    expect(github.writes()).toHaveLength(2)
  })

  test('is not looked for behind 500 others', async () => {
    const github = await start()
    for (let at = 0; at < 500; at++) github.addIssue({ title: `other ${at}`, body: '' })
    github.addIssue({ title: 'PixVerse credits are low', body: `${marker()}\n<!-- verdict=low -->\nold` })
    expect(await alerted(github, CLOSE)).toBe('none')
    expect(github.asked().filter((request) => request.startsWith('GET'))).toHaveLength(6)
  })
})

describe('a label in other letters', () => {
  test('is ours on GitHub, and not set again', async () => {
    const github = await start()
    github.addLabel('PixVerse-Balance')
    const outcomes = []
    for (const text of [raise('low', 312), raise('low', 300), CLOSE]) outcomes.push(await alerted(github, text))
    expect(outcomes).toEqual(['opened', 'updated', 'closed'])
    expect(github.issues[0]?.labels).toMatchObject([{ name: 'PixVerse-Balance' }])
    expect(github.labels).toHaveLength(1)
    expect(github.asked().filter((request) => request.endsWith('/labels'))).toEqual([])
  })

  test('is another one on a Gitea', async () => {
    const github = await start(GITEA)
    github.addLabel('PixVerse-Balance')
    expect(await alerted(github, raise('low', 312))).toBe('opened')
    expect(github.issues).toMatchObject([{ labels: [{ name: LABEL }] }])
  })

  test('is read also when it is a mere text', async () => {
    const github = await start()
    github.addIssue({ title: 'alert', body: marker(), labels: ['other', 'PixVerse-balance'] })
    expect(await alerted(github, raise('low', 312))).toBe('updated')
    expect(github.writes()).toHaveLength(1)
  })
})

describe('an issue that is deleted between list and edit', () => {
  const GONE = { status: 410, body: '{"message":"This issue was deleted"}' }
  const WARNING = /could not be written: somebody deleted it meanwhile\. The verdict stands\. The next run /
  test.each<['alert' | 'dashboard']>([['alert'], ['dashboard']])(
    'is one warning, and the next run opens another: %s',
    async (surface) => {
      let gone = false
      const github = await start({ interfere: (method) => (method === 'PATCH' && gone ? GONE : undefined) })
      const run = async (credits: number): Promise<unknown> =>
        surface === 'alert' ? alerted(github, raise('low', credits)) : (await boarded(github, credits)).warnings
      await run(312)
      gone = true
      expect(await run(300)).toEqual([expect.stringMatching(WARNING)])
      github.issues.length = 0
      expect(await run(290)).toEqual(surface === 'alert' ? 'opened' : [])
      expect(github.issues).toHaveLength(1)
    },
  )
})

describe('a note that a maintainer puts above an issue', () => {
  const noteAll = (github: World): void => {
    for (const issue of github.issues) issue.body = `Ask Ada first.\r\n\r\n${issue.body ?? ''}`
  }

  test('stays there, and the alert is edited, gets worse, stays as it is and is closed', async () => {
    const github = await start()
    await alerted(github, raise('warn', 700))
    noteAll(github)
    const outcomes = []
    for (const text of [raise('warn', 700), raise('low', 312), raise('low', 312), CLOSE])
      outcomes.push(await alerted(github, text))
    expect(outcomes).toEqual(['none', 'worsened', 'none', 'closed'])
    expect(github.issues).toMatchObject([
      { body: `Ask Ada first.\n\n${marker()}\n<!-- verdict=low -->\n312 credits left` },
    ])
  })

  test('stays there, and the dashboard is edited', async () => {
    const github = await start()
    await boarded(github, 500)
    noteAll(github)
    for (const credits of [500, 480, 480]) expect((await boarded(github, credits)).warnings).toEqual([])
    expect(github.issues).toMatchObject([
      { body: `Ask Ada first.\n\n${boardMarker()}\n480 credits left\n\n<!-- history -->` },
    ])
    expect(github.writes()).toHaveLength(2)
  })

  test.each([
    ['somebody else wrote', { labels: [{ name: LABEL }], user: MALLORY }],
    ['another workflow wrote, without our label', { labels: [] }],
  ])('does not make ours what %s', async (_, fields) => {
    const github = await start()
    github.addIssue({ title: 'planted', body: `It said:\n${marker()}\n<!-- verdict=low -->\nold`, ...fields })
    github.addIssue({ title: 'planted', body: `It said:\n${boardMarker()}\nold`, labels: [], user: MALLORY })
    const before = JSON.stringify(github.issues)
    expect(await alerted(github, CLOSE)).toBe('none')
    await boarded(github, 500)
    expect(JSON.stringify(github.issues.slice(0, 2))).toBe(before)
  })
})

describe('a server that lists all issues, whatever label is asked for', () => {
  test('does not make the dashboard of a stranger block ours', async () => {
    const github = await start({ ignoresLabels: true })
    github.addIssue({ title: 'planted', body: boardMarker(), labels: [{ name: 'other' }], user: MALLORY })
    const { read, warnings } = await boarded(github, 500)
    expect([read.kind, warnings]).toEqual(['body', []])
    expect(github.open()).toEqual(['planted', 'PixVerse credits: 500 left'])
  })

  test('still lists ours', async () => {
    const github = await start({ ignoresLabels: true })
    const outcomes = []
    for (const text of [raise('low', 312), raise('low', 312), CLOSE]) outcomes.push(await alerted(github, text))
    expect(outcomes).toEqual(['opened', 'none', 'closed'])
  })
})

describe('an issue on Gitea and Forgejo', () => {
  test('gets the id of a label, which is created first', async () => {
    const github = await start(GITEA)
    const outcomes = []
    for (const text of [raise('low', 312), raise('low', 312), CLOSE, raise('low', 312)])
      outcomes.push(await alerted(github, text))
    expect(outcomes).toEqual(['opened', 'none', 'closed', 'opened'])
    expect(github.labels).toHaveLength(1)
    expect(github.issues).toMatchObject([{ state: 'closed' }, { state: 'open', labels: [{ name: LABEL }] }])
  })

  test.each([
    ['may not be created', 403],
    ['has no id', { body: '{}' }],
    ['has an id that is rounded', { body: '{"id":9007199254740993}' }],
  ])('is opened without a label that %s', async (_, answer) => {
    const github = await start({
      ...GITEA,
      interfere: (method, path) => (method === 'POST' && path.endsWith('/labels') ? answer : undefined),
    })
    expect(await alerted(github, raise('low', 312))).toBe('opened')
    expect(github.issues).toMatchObject([{ labels: [] }])
    expect(await alerted(github, raise('low', 300))).toBe('updated')
  })

  test('is not looked for by author, whom a Gitea may not know', async () => {
    const github = await start(GITEA)
    await alerted(github, CLOSE)
    expect(github.seen.filter(({ url }) => url.includes('creat'))).toEqual([])
  })
})
