// Where the exchange or an owner lost data or was put back to a backup, the two notice it at their next word; nothing is
// asked of that owner until everybody is told anew, and nobody is found any more whom the owner does not have.
import { runProgram } from '../hub/run-program';
import type { PutBackFindings } from './try-put-back';

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const server = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? SERVER : '';

let findings: PutBackFindings;
beforeAll(async () => {
  const { output, errors } = await runProgram('test/lookup/try-put-back', {}, [server], 170_000);
  if (output === '') throw new Error(errors);
  findings = JSON.parse(output) as PutBackFindings;
}, 180_000);

const inStep = (...people: readonly string[]) => ({ people, ghosts: 0, isHeard: true });

it('an exchange that lost its data is told of everybody anew', () => {
  const first = inStep('anna', 'berta', 'clara');
  expect(findings['at first']).toEqual(first);
  expect(findings['the exchange lost its data, before they speak']).toEqual({ people: [], ghosts: 0, isHeard: false });
  expect(findings['the exchange lost its data, after a word']).toEqual({ people: [], ghosts: 0, isHeard: false });
  expect(findings['the exchange lost its data, in the end']).toEqual(first);
});

it('an exchange that was put back finds nobody who has left the index since', () => {
  const now = inStep('berta', 'clara', 'doris');
  expect(findings['before the exchange is put back']).toEqual(now);
  expect(findings['the exchange was put back, before they speak']).toMatchObject({
    people: ['anna', 'berta', 'clara'],
    ghosts: 1,
  });
  expect(findings['the exchange was put back, after a word']).toMatchObject({ isHeard: false });
  expect(findings['the exchange was put back, in the end']).toEqual(now);
});

it('an owner that was put back leaves no record at the exchange that it knows nothing of', () => {
  expect(findings['before the owner is put back']).toEqual(inStep('anna', 'berta', 'doris'));
  expect(findings['the owner was put back, before they speak']).toMatchObject({
    people: ['anna', 'berta', 'doris'],
    ghosts: 1,
  });
  expect(findings['the owner was put back, after a word']).toMatchObject({ isHeard: false });
  expect(findings['the owner was put back, in the end']).toEqual(inStep('berta', 'clara', 'doris'));
});

it('nor one whose next change has the number of the one that got lost', () => {
  expect(findings['the owner was put back and went on, before they speak']).toMatchObject({ ghosts: 2 });
  expect(findings['the owner was put back and went on, after a word']).toMatchObject({ isHeard: false });
  expect(findings['the owner was put back and went on, in the end']).toEqual(inStep('clara', 'doris'));
});
