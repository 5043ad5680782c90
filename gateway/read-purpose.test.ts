import type { Purpose } from '../schema/purposes';

import type { Identity } from './authenticate-requester';
import { readPurpose } from './read-purpose';

const PURPOSES: readonly Purpose[] = ['OWN_CASE_WORK', 'REFERRAL', 'OVERSIGHT', 'SUBJECT_RIGHTS'];
const IDENTITY: Identity = {
  person: 'nps.officer',
  organisation: 'nps',
  role: 'officer',
  jurisdiction: 'UK',
  purposes: PURPOSES,
};

const read = (purpose: Purpose, justification?: string) =>
  readPurpose(
    { 'x-purpose': purpose, ...(justification === undefined ? {} : { 'x-justification': justification }) },
    IDENTITY,
    PURPOSES,
  ).justification;
const codeOf = (purpose: Purpose, justification?: string): unknown => {
  try {
    read(purpose, justification);
    return 'none';
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code;
  }
};

describe('a justification', () => {
  it.each(['REFERRAL', 'OVERSIGHT', 'SUBJECT_RIGHTS'] as const)('must be given for %s', (purpose) => {
    expect(codeOf(purpose)).toBe('JUSTIFICATION_REQUIRED');
    expect(codeOf(purpose, '')).toBe('JUSTIFICATION_REQUIRED');
    expect(codeOf(purpose, 'A referral to the programme')).toBe('none');
  });

  it('need not be given for own case work, and is held to the same form there', () => {
    expect(read('OWN_CASE_WORK')).toBeUndefined();
    expect(read('OWN_CASE_WORK', '0123456789')).toBe('0123456789');
    expect(codeOf('OWN_CASE_WORK', 'short')).toBe('BAD_INPUT');
  });

  it.each([
    [9, 'x'],
    [10, 'x'],
    [2000, 'x'],
    [2001, 'x'],
    [9, 'é'],
    [10, '\u{1F600}'],
    [9, '\u{1F600}'],
    [2000, '\u{1F600}'],
    [2001, '\u{1F600}'],
  ])('of %i times %s is counted in characters', (count, character) => {
    const code = count < 10 || count > 2000 ? 'BAD_INPUT' : 'none';
    expect(codeOf('REFERRAL', encodeURIComponent(character.repeat(count)))).toBe(code);
  });

  it('is measured and kept without the spaces around it', () => {
    expect(read('REFERRAL', encodeURIComponent('  \u00A0 ten of them  '))).toBe('ten of them');
    expect(codeOf('REFERRAL', encodeURIComponent(`${' '.repeat(20)}too few${' '.repeat(20)}`))).toBe('BAD_INPUT');
    expect(codeOf('REFERRAL', encodeURIComponent(' \t\u3000'.repeat(10)))).toBe('BAD_INPUT');
  });

  it.each([
    ['a % that begins nothing', '100% of the people of it'],
    ['no hexadecimal digits', 'a visit tomorrow %zz'],
    ['half a character', 'a visit tomorrow %C3'],
    ['bytes that are no UTF-8', 'a visit tomorrow %E9'],
    ['half a surrogate pair', 'a visit tomorrow %ED%A0%80'],
    ['a control character', 'a visit%0Atomorrow'],
    ['characters that are not encoded', 'Prépare la visite de demain'],
  ])('with %s is refused, in words that say what to send', (_what, justification) => {
    expect(() => read('REFERRAL', justification)).toThrow(
      'The header x-justification has 10 to 2000 printable characters, percent-encoded as UTF-8, without spaces around them.',
    );
    expect(codeOf('REFERRAL', justification)).toBe('BAD_INPUT');
  });
});
