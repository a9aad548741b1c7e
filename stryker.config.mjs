// npm run mutate: does a test notice when the code does something else? For the pure parts and the reader of the balance.
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  jest: {
    configFile: 'jest.config.mjs',
    config: {
      testMatch: [
        '**/__tests__/{key,safe-text,fault,parsers}.test.ts',
        '**/__tests__/{prices,verdict,history}/*.test.ts',
        // Those on hostile text render each report with another program, which takes minutes.
        '**/__tests__/report/!(hostile).test.ts',
        '**/__tests__/pixverse/{envelope,failures,region}.test.ts',
      ],
      coverageThreshold: {},
    },
  },
  mutate: [
    'src/{prices,verdict,history,report}/**/*.ts',
    'src/pixverse/{envelope,failures,region}.ts',
    'src/{key,safe-text,fault,parsers}.ts',
  ],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignoreStatic: true,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'reports/mutation.json' },
  clearTextReporter: { allowColor: false, reportTests: false },
  thresholds: { high: 98, low: 95, break: 95 },
  tempDirName: '.stryker-tmp',
}
