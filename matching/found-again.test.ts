import { createSynthetic } from '../subgraphs/common/loading/synthetic';
import { inventLand } from './fixture/febrl-like-people';
import { measureComparison, measureKeys } from './fixture/measure-matching';

/** A short form of `npm run bench -- lookup-matching`: fewer people, so that nothing but a gross fault shows. */
describe('people who were written with errors', () => {
  const land = inventLand(createSynthetic('found again', 'lookup'));
  const pairs = land.peopleTwice(1000, 'PUBLISHED');
  const records = pairs.map(({ original }) => original);
  const questions = pairs.map(({ copy }) => copy);
  const truth = pairs.map((_, number) => number);
  const strangers = land.people(500);

  it('are found again by their keys', () => {
    const { anyKey, probable } = measureKeys(records, questions, truth);
    expect(anyKey.recall).toBeGreaterThan(0.92);
    expect(anyKey.precision).toBeGreaterThan(0.99);
    expect(probable.recall).toBeGreaterThan(0.7);
    expect(probable.precision).toBeGreaterThan(0.998);
  });

  it('are told apart by comparison in clear', () => {
    expect(measureComparison(records, questions.slice(0, 300), truth.slice(0, 300)).f1).toBeGreaterThan(0.975);
  });

  it('are not taken for strangers', () => {
    const nobody = strangers.map(() => undefined);
    expect(measureKeys(records, strangers, nobody).anyKey.falseHits).toBeLessThan(0.02);
    const [some, noneOfThem] = [strangers.slice(0, 100), nobody.slice(0, 100)];
    expect(measureComparison(records, some, noneOfThem).falseHits).toBeLessThan(0.01);
  });
});
