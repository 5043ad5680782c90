import { type KnownPerson, measurePairs } from './fixture/measure-pairs';
import { landOf } from './fixture/splits';

/** A short form of `npm run bench -- lookup-matching`, on the split for tuning: nothing but a gross fault shows. */
describe('people who were written with errors', () => {
  const land = landOf('A', 0);
  const pairs = land.peopleTwice(1500, 'PUBLISHED');
  const register = pairs.map(({ original }, number): KnownPerson => ({ identity: original, truth: String(number) }));
  const questions = pairs.map(({ copy }, number): KnownPerson => ({ identity: copy, truth: String(number) }));
  const strangers = land.people(500).map((identity): KnownPerson => ({ identity, truth: '' }));
  const measured = measurePairs(questions, register);

  it('are found again by their keys', () => {
    expect(measured.blinded.recall).toBeGreaterThan(0.94);
    expect(measured.blinded.precision).toBeGreaterThan(0.985);
    expect(measured.blindedProbable.recall).toBeGreaterThan(0.75);
    expect(measured.blindedProbable.precision).toBeGreaterThan(0.998);
  });

  it('are told apart by comparison in clear', () => {
    expect(measured.clear.f1).toBeGreaterThan(0.97);
    expect(measured.clear.precision).toBeGreaterThan(0.995);
  });

  it('are not taken for strangers', () => {
    const { unknownPeople } = measurePairs(strangers, register);
    expect(unknownPeople.asked).toBe(500);
    expect(unknownPeople.blinded).toBeLessThan(0.02);
    expect(unknownPeople.clear).toBeLessThan(0.01);
  });
});
