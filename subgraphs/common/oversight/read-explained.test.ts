import { readExplained } from './read-explained';

const read = (persona: string, purpose = 'OWN_CASE_WORK') => readExplained({ persona, purpose }, 'request-1');

describe('whose access is explained', () => {
  it.each([
    ['nps.probation-officer', 'nps', 'probation-officer'],
    ['mals.mentor-2', 'mals', 'mentor'],
    ['rijswijk.social-team-12', 'rijswijk', 'social-team'],
  ])('%s is read as a person of %s with the role %s', (persona, organisation, role) => {
    expect(read(persona)).toEqual({
      person: persona,
      organisation,
      role,
      jurisdiction: organisation === 'rijswijk' ? 'NL' : 'UK',
      purpose: 'OWN_CASE_WORK',
      requestId: 'request-1',
    });
  });

  it.each([
    '',
    '.',
    'nps',
    'nobody.officer',
    '.officer',
    ' nps.probation-officer',
    'NPS.probation-officer',
    '__proto__.x',
  ])('"%s" is refused with the organisations that are known', (persona) => {
    expect(() => read(persona)).toThrow(/names no organisation .* Known: merseyside-police, .*\bnps, /);
  });

  it.each([
    'mals.',
    'mals.officer',
    'mals.mentor-0',
    'mals.mentor-02',
    'mals.mentor-',
    'mals.mentor-x',
    'mals.mentor 2',
    'mals.mentor.mentor',
    'mals.mentor-2-2',
    'mals.mentor-1234567',
  ])('"%s" is refused with the roles that are known', (persona) => {
    expect(() => read(persona)).toThrow('Known: coordinator, manager, mentor, facilitator, dpo, mentee.');
  });

  it.each(['', 'own_case_work', 'toString', 'CURIOSITY'])(
    'the purpose "%s" is refused with those that are known',
    (p) => {
      expect(() => read('mals.mentor', p)).toThrow(/Known: OWN_CASE_WORK, .*OVERSIGHT\.$/);
    },
  );

  it('is refused as something that the caller can mend', () => {
    const refusal = (): unknown => {
      try {
        return read('nobody');
      } catch (error) {
        return error;
      }
    };
    expect(refusal()).toMatchObject({ extensions: { code: 'BAD_INPUT' } });
  });
});
