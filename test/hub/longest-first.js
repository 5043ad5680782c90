const { statSync } = require('node:fs');
const Sequencer = require('@jest/test-sequencer').default;

/** What takes longest, as last measured. A machine that has run the tests before knows better; a new one does not. */
const LONGEST = [];

/** Begins with the files that take longest, so that no worker is left alone with one of them at the end. */
module.exports = class LongestFirst extends Sequencer {};
