import { beginErrand, findErrand, latestErrand, splitAddress } from './errand';

it('keeps two purposes of one session apart by their keys', () => {
  const session = {};
  const one = beginErrand(session, { purpose: 'OWN_CASE_WORK' });
  const other = beginErrand(session, { purpose: 'IOM_CASE_MANAGEMENT', justification: 'A new offence' });
  expect(findErrand(session, one.key)).toEqual(one);
  expect(findErrand(session, other.key)).toEqual(other);
  expect(latestErrand(session)).toEqual(other);
});

it('knows no errand of another session', () => {
  const { key } = beginErrand({}, { purpose: 'OWN_CASE_WORK' });
  expect(findErrand({}, key)).toBeUndefined();
});

it('forgets the oldest of too many', () => {
  const session = {};
  const first = beginErrand(session, { purpose: 'OWN_CASE_WORK' });
  for (let more = 0; more < 20; more += 1) beginErrand(session, { purpose: 'OWN_CASE_WORK' });
  expect(findErrand(session, first.key)).toBeUndefined();
});

it.each([
  ['/cohort?list=x', undefined, '/cohort?list=x'],
  ['/p/a1B2/cohort?list=x', 'a1B2', '/cohort?list=x'],
  ['/p/a1B2', 'a1B2', '/'],
  ['/p/a1B2?x=1', 'a1B2', '/?x=1'],
  ['/protocols', undefined, '/protocols'],
])('splits %s into its key and its page', (address, key, page) => {
  expect(splitAddress(address)).toEqual({ key, address: page });
});
