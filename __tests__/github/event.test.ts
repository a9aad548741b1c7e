import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { alerted, raise, start } from './room.js'

// The toolkit reads the file once, when it is loaded; so this has a test file of its own.
test('a broken file of the event is one warning, also where nothing is about a pull request', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pixverse-event-'))
  const path = join(folder, 'event.json')
  writeFileSync(path, '{"pull_request":')
  process.env['GITHUB_EVENT_PATH'] = path
  try {
    const github = await start()
    expect(await alerted(github, raise('low', 312), { run: { pullRequest: undefined } })).toEqual([
      'The alert issue could not be written: the file of the event cannot be read. The verdict stands. ' +
        'Check the variable GITHUB_EVENT_PATH: it must name the JSON of the event.',
    ])
  } finally {
    delete process.env['GITHUB_EVENT_PATH']
    rmSync(folder, { recursive: true })
  }
})
