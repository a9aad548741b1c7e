/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Many start processes, and a machine with other things to do takes its time.
  testTimeout: 30_000,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: 'tsconfig.json', diagnostics: false }] },
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.stryker-tmp'],
  // The entries are run by the tests of the bundle, in processes of their own.
  collectCoverageFrom: ['src/**/*.ts', '!src/{action,cli,main,nearest}.ts'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'text', 'lcov'],
  coverageThreshold: { global: { lines: 100, branches: 100 } },
}
