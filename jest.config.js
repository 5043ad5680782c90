const path = require('node:path');
// Workers and time-outs are no matter of a single project.
const { maxWorkers: _, testTimeout, ...unit } = require('./jest.unit.config.js');

// Journeys ask a whole hub: one is started for each worker, as its own processes, before the first of them.
const startHub = path.join(__dirname, 'test/hub/start-hub.ts');
const stopHub = path.join(__dirname, 'test/hub/stop-hub.ts');

/** The unit tests, the journeys through the whole graph in test/, and those through the dashboard in a browser. */
module.exports = {
  projects: [
    unit,
    {
      ...unit,
      displayName: 'journeys',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      // Those in a browser need one, and have a command of their own.
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/test/long/', '<rootDir>/test/browser/'],
      globalSetup: startHub,
      globalTeardown: stopHub,
    },
    {
      ...unit,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
      globalSetup: startHub,
      globalTeardown: stopHub,
    },
  ],
  testTimeout,
  // Journeys make the owners of their hub fail and change its agreements: one file at a time at each hub, and two hubs,
  // for two cores.
  maxWorkers: 2,
  testSequencer: path.join(__dirname, 'test/hub/longest-first.js'),
};
