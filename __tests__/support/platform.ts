import { test } from '@jest/globals'

/** For what Windows does not have: named pipes, and sockets in folders. */
export const onPosix = process.platform === 'win32' ? test.skip : test
