/** Tests import from src/ and run against the build in dist/: what ships is what is tested. */
export default {
  // CI's second run, on a PostgreSQL server, leaves out what has an engine or a TDS server of its own on any run, and what
  // asks the database nothing of interest.
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(process.env.PORTICO_TEST_AGAIN
      ? [
          '/test/erp/(mssql-[a-z-]+|fault|last-answers|one-select|writable-login)\\.test',
          '/test/cli/erp-check(-silent)?\\.test',
          '/test/(main|config|hanging-erp)\\.test',
          '/test/cli/mail-preview\\.test',
          '/test/http/(playground|slow-clients|cross-origin|graphql-over-http|requests|edge|proxies|hanging-database)\\.test',
          '/test/(telemetry/traces|graphql/(limits|contract)|shared/[a-z-]+)\\.test',
          '/test/features/(identity/(password-policy|hash-pool|decoys)|customers/provisioning-outage)\\.test',
          '/test/embedded-postgres/',
        ]
      : []),
  ],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    '^(?:\\.{1,2}/)+src/(.*)\\.js$': '<rootDir>/dist/src/$1.js',
    '^(?:\\.{1,2}/)+migrations/(.*)\\.js$': '<rootDir>/dist/migrations/$1.js',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // More than the cores of a small machine: some tests wait for a time that is the point of them.
  maxWorkers: 3,
  // Against a hang, not for speed: a busy machine must not fail a test.
  testTimeout: 300_000,
};
