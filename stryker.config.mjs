// npm run mutate: does a test notice when the code does something else? For the pure parts and the reader of the balance.
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  jest: {
    configFile: 'jest.config.mjs',
    config: {
      testMatch: [
        '**/__tests__/unit/{escape,envelope,failures,verdict,plan,prices,report}.test.ts',
        '**/__tests__/client/*.test.ts',
      ],
      coverageThreshold: {},
    },
  },
  mutate: ['src/budget/**/*.ts', 'src/report/**/*.ts', 'src/pixverse/**/*.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignoreStatic: true,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'reports/mutation.json' },
  clearTextReporter: { allowColor: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
  tempDirName: '.stryker-tmp',
}
