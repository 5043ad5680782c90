// What a lookup found, kept in the session while its handles are good. Whom it was about is kept nowhere: the identity
// is in here only sealed, to the owner that was asked.
import type { StepFault } from '../../graph/take-step';
import type { Target } from './own-owner';

export interface KeptHit {
  readonly band: string;
  readonly matchedOn: readonly string[];
  readonly handle: string;
  readonly release: string;
  readonly expiresAt: string;
}

/** What was answered for one owner that was asked. */
export type KeptOutcome =
  | { readonly target: Target; readonly is: 'hit'; readonly hit: KeptHit }
  | { readonly target: Target; readonly is: 'released'; readonly lookup: string }
  | { readonly target: Target; readonly is: 'nothing' }
  | { readonly target: Target; readonly is: 'fault'; readonly fault: StepFault };

export interface KeptAnswer {
  readonly askedAt: string;
  readonly outcomes: readonly KeptOutcome[];
}
