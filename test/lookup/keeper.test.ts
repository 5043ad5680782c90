// The keeper of the tags through failures, silence and a new key; the limits of questions; comparison in clear.
import { runProgram } from '../hub/run-program';
import type { KeeperFindings } from './try-keeper';

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const server = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? SERVER : '';

let findings: KeeperFindings;
beforeAll(async () => {
  const { output, errors } = await runProgram('test/lookup/try-keeper', {}, [server], 170_000);
  if (output === '') throw new Error(errors);
  findings = JSON.parse(output) as KeeperFindings;
}, 180_000);

it('loses nobody between computing and keeping, and tells what is recorded in the end', () => {
  expect(findings.crash).toEqual({
    staleAfterFailure: 90,
    indexedAfterwards: 90,
    staleInBetween: 1,
    isTheChangeTold: true,
  });
});

it('tells everything once the exchange is back, a batch twice without harm, and is silent when all is told', () => {
  expect(findings.telling).toEqual({
    whileAway: 0,
    afterReturn: 90,
    positions: [3, 4],
    waitingAfterwards: 0,
    afterBeingPutBack: 86,
    silence: true,
  });
});

it('misses nobody at any moment while the key is replaced, through restarts', () => {
  expect(findings.rotation).toMatchObject({
    found: { before: 10, lingering: 10, dropping: 10, steady: 10 },
    duringRetagging: [10, 10, 10],
    isAnotherKey: true,
    refusals: ['RotationRefused', 'RotationRefused'],
  });
});

it('takes the old tags away before it erases the old key, and tags everybody anew when the key is lost', () => {
  expect(findings.rotation).toMatchObject({ keysInTheEnd: 1, keysOfTags: 1, afterLosingTheKey: 10 });
});

describe('questions', () => {
  it('are evaluated with the key of the tags', () => {
    expect(findings.questions.named).toBeGreaterThan(0);
  });

  it('are limited one by one, also those that come at once', () => {
    expect(findings.questions).toMatchObject({
      answered: 3,
      refused: { refused: { code: 'TOO_MANY_LOOKUPS', retryAfter: 180 } },
      laterAnswered: true,
      atOnce: 3,
    });
  });

  it('are refused while the tap is closed, and where the points are none', () => {
    expect(findings.questions.closed).toMatchObject({ refused: { code: 'LOOKUP_CLOSED' } });
    expect(findings.questions.unusable).toBe('UnusablePoints');
  });

  it('of one’s own count a person once a day, and raise an alarm where nearly all miss', () => {
    expect(findings.questions.ownRepeated).toEqual([true, true, true, true, true, true]);
    expect(findings.questions.ownOther).toMatchObject({ code: 'TOO_MANY_LOOKUPS' });
    expect(findings.questions.alarms).toEqual(['kmbc']);
  });
});

describe('comparison in clear', () => {
  it('finds who is in the index and nobody else, however alike', () => {
    expect(findings.candidates.likely).toEqual([expect.stringMatching(/^twice /)]);
    expect(findings.candidates.unknown).toEqual([]);
  });

  it('finds two records of one person in the register', () => {
    expect(findings.candidates.duplicates).toEqual(['twice young']);
  });

  it('remembers who are two people', () => {
    expect(findings.candidates.remembered).toEqual([]);
    expect(findings.candidates.duplicatesRemembered).toEqual([]);
  });
});

it('works by itself beside requests, in one of two processes at a time, and the other goes on', () => {
  expect(findings.working).toEqual({
    indexed: true,
    removed: true,
    isOne: true,
    removedBySecond: true,
    changedOver: true,
  });
});
