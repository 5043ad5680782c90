import type { Rag } from '../vocabularies';

export interface TargetFigures {
  readonly target: number | null;
  readonly achieved: number | null;
  /** The rating that the source prints. */
  readonly rag: keyof typeof Rag | null;
}

export interface TargetRating {
  readonly value: keyof typeof Rag | null;
  /** Why nothing is computed. */
  readonly reason: string | null;
  /** What the source prints instead, where it differs. Neither is mended by the other. */
  readonly contradiction: string | null;
}

/** The proposed rule TARGET-RATING-PROPOSED-1; the printed rating has no part in it. */
export function rateTarget({ target, achieved, rag }: TargetFigures): TargetRating {
  if (target === null || achieved === null) {
    const missing = [...(target === null ? ['target'] : []), ...(achieved === null ? ['achieved number'] : [])];
    return { value: null, reason: `The source states no ${missing.join(' and no ')}.`, contradiction: null };
  }
  const value = achieved >= target ? 'GREEN' : 2 * achieved >= target ? 'AMBER' : 'RED';
  return { value, reason: null, contradiction: rag === null || rag === value ? null : `The source prints ${rag}.` };
}
