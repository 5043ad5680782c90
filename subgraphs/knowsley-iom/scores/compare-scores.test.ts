import 'reflect-metadata';

import { compareScores, type ScoreOf } from './compare-scores';

const score = (change: Partial<ScoreOf> = {}): ScoreOf => ({
  score: 500,
  schemeArea: 'Knowsley',
  schemeVersion: '2015',
  ...change,
});

describe('a comparison of two scores', () => {
  it('is the difference of two of one scheme, named with it', () => {
    expect(compareScores(score({ score: 464 }), score({ score: 645 }))).toEqual({
      difference: -181,
      schemeArea: 'Knowsley',
      schemeVersion: '2015',
    });
  });

  it.each([
    ['of different areas', { schemeArea: 'Liverpool' }, /different areas \(Knowsley, Liverpool\)/],
    ['of different versions', { schemeVersion: '2016' }, /different versions of a matrix \(2015, 2016\)/],
    ['of which one has no area', { schemeArea: null }, /scheme of one of them is not recorded/],
    ['of which one has no version', { schemeVersion: null }, /scheme of one of them is not recorded/],
    ['of which one has no value', { score: null }, /has no value recorded/],
  ])('is refused of two %s, with the reason', (_what, change, reason) => {
    expect(compareScores(score(), score(change))).toEqual({ refused: expect.stringMatching(reason) });
    expect(compareScores(score(change), score())).toHaveProperty('refused');
  });

  it('is refused of two without a scheme, which may be the same or not', () => {
    const none = score({ schemeArea: null });
    expect(compareScores(none, none)).toHaveProperty('refused');
  });
});
