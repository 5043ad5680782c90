/** Unit tests: beside the module they test, without a database or a network outside the process. */
module.exports = {
  displayName: 'unit',
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/test/', '<rootDir>/.concordat/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.concordat/'],
  setupFiles: ['reflect-metadata'],
  transform: { '^.+\\.(t|m?j)s$': '@swc/jest' },
  // jose and any-ascii are ES modules; Node loads them from CommonJS, Jest's own loader does not.
  transformIgnorePatterns: ['/node_modules/(?!(jose|any-ascii)/)'],
  maxWorkers: '100%',
  // For a machine that does much else.
  testTimeout: 30_000,
};
