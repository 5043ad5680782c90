import { definitionOf } from '../../common/graph/definition';
import type { RouteReason } from '../vocabularies';

export type Reason = keyof typeof RouteReason;

/** What decides on a route. A statement that nobody has made is null. */
export interface RouteFacts {
  readonly age: number;
  readonly homeless: boolean;
  readonly onProbation: boolean | null;
  readonly outstandingProsecutions: boolean | null;
}

export interface RouteDecision {
  readonly eligible: boolean;
  /** Every ground on which the person is not eligible, in the order of the vocabulary. */
  readonly reasons: readonly Reason[];
}

export const HOUSING_AGES = { from: 18, to: 35 } as const;
export const WORK_AGES = { from: 18, to: 27 } as const;

/** DOMAIN.md A.6. */
export const HOUSING_RULE = definitionOf('NL-HOUSING-ROUTE-1');

/** DOMAIN.md A.6; the sources do not mention probation for the work route, and it is left open. */
export const WORK_RULE = definitionOf('NL-WORK-ROUTE-1');

export function decideHousingRoute({ age, homeless, onProbation, outstandingProsecutions }: RouteFacts): RouteDecision {
  return decision([
    ['AGE', age < HOUSING_AGES.from || age > HOUSING_AGES.to],
    ['NOT_HOMELESS', !homeless],
    ['ON_PROBATION', onProbation === true],
    ['OUTSTANDING_PROSECUTIONS', outstandingProsecutions === true],
    ['NOT_STATED', onProbation === null || outstandingProsecutions === null],
  ]);
}

export function decideWorkRoute({ age, homeless, outstandingProsecutions }: RouteFacts): RouteDecision {
  return decision([
    ['AGE', age < WORK_AGES.from || age > WORK_AGES.to],
    ['HOMELESS', homeless],
    ['OUTSTANDING_PROSECUTIONS', outstandingProsecutions === true],
    ['NOT_STATED', outstandingProsecutions === null],
  ]);
}

function decision(grounds: readonly (readonly [Reason, boolean])[]): RouteDecision {
  const reasons = grounds.filter(([, holds]) => holds).map(([reason]) => reason);
  return { eligible: reasons.length === 0, reasons };
}

/** Every other reason would tell a provider of prosecutions or of probation. */
const FOR_PROVIDERS: ReadonlySet<Reason> = new Set<Reason>(['AGE', 'NOT_HOMELESS', 'HOMELESS']);

/** The reasons that a provider may be told. */
export function reasonsForProvider(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.filter((reason) => FOR_PROVIDERS.has(reason));
}
