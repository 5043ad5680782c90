import type { CorvusScore } from './corvus-score';

export type ScoreOf = Pick<CorvusScore, 'score' | 'schemeArea' | 'schemeVersion'>;

export type Comparison =
  | { readonly difference: number; readonly schemeArea: string; readonly schemeVersion: string }
  /** Why they cannot be compared; holds nothing of a person. */
  | { readonly refused: string };

/**
 * Areas weigh different offences differently (002), so that points of one matrix mean nothing on another one's scale.
 * Where the scheme is not stated nobody can say that it is the same.
 */
export function compareScores(one: ScoreOf, other: ScoreOf): Comparison {
  const { schemeArea, schemeVersion } = one;
  if (schemeArea === null || schemeVersion === null || other.schemeArea === null || other.schemeVersion === null) {
    return { refused: 'The scheme of one of them is not recorded.' };
  }
  if (schemeArea !== other.schemeArea) {
    return {
      refused:
        `They were made by the matrices of different areas (${schemeArea}, ${other.schemeArea}), which weigh different ` +
        'offences differently.',
    };
  }
  if (schemeVersion !== other.schemeVersion) {
    return { refused: `They were made by different versions of a matrix (${schemeVersion}, ${other.schemeVersion}).` };
  }
  if (one.score === null || other.score === null) return { refused: 'One of them has no value recorded.' };
  return { difference: one.score - other.score, schemeArea, schemeVersion };
}
