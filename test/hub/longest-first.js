const path = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

/** What takes more than ten seconds, the longest first. */
const LONG = [
  'clause-deletion/clause-deletion',
  'lookups/kill',
  'lookups/silence',
  'journeys/ledger-kill',
  'lookups/nobody-is-found',
  'lookups/operator-commands',
  'journeys/start-and-stop',
  'journeys/ledger-outage',
  'journeys/ledger-witnesses',
  'attacks/owners-asked-directly',
  'attacks/hub-battery',
  'journeys/commands',
  'population/population',
  'acceptance/explain-access',
  'lookups/measured-pairs',
  'journeys/older-data',
  'attacks/silent-refusals',
  'acceptance/disclosures',
  'acceptance/c1-protocols',
  'population/scans',
  'acceptance/case-studies',
].map((name) => path.join('test', `${name}.test.ts`));

/** Begins with what takes long, so that no worker is left alone with it at the end. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    // A machine that has run all of them before knows how long each took there.
    if (sorted.every(({ duration }) => duration !== undefined)) return sorted;
    const rank = ({ path: file }) =>
      (LONG.findIndex((one) => file.endsWith(one)) + LONG.length + 1) % (LONG.length + 1);
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
};
