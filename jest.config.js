/** Unit and property tests need nothing but Node; the other projects need what `scripts/setup-tests.mjs` finds or installs. */
const shared = {
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json', diagnostics: false }] },
};

module.exports = {
  reporters: ['default', '<rootDir>/scripts/no-skips-reporter.cjs'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      setupFiles: ['<rootDir>/test/support/propertySeed.ts'],
      testMatch: ['<rootDir>/test/unit/**/*.test.ts'],
    },
    { ...shared, displayName: 'integration', testMatch: ['<rootDir>/test/integration/**/*.test.ts'] },
    { ...shared, displayName: 'recalculation', testMatch: ['<rootDir>/test/recalculation/**/*.test.ts'] },
    { ...shared, displayName: 'end-to-end', testMatch: ['<rootDir>/test/end-to-end/**/*.test.ts'] },
  ],
};
