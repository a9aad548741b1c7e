import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach } from '@jest/globals'

/** A folder of its own for each test, with a workspace in it and room for what is outside of the workspace. */
export interface Folder {
  readonly path: string
  readonly workspace: string
  /** Writes a file of the workspace. */
  readonly write: (path: string, content?: string | Buffer) => void
}

export function folderOfEachTest(): Folder {
  const folder = {
    path: '',
    workspace: '',
    write: (path: string, content: string | Buffer = '{}'): void => {
      const file = join(folder.workspace, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    },
  }
  beforeEach(() => {
    folder.path = realpathSync(mkdtempSync(join(tmpdir(), 'plan-')))
    folder.workspace = join(folder.path, 'workspace')
    mkdirSync(folder.workspace)
  })
  afterEach(() => {
    rmSync(folder.path, { recursive: true })
  })
  return folder
}
