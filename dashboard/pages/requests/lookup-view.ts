// A lookup and what was requested on it, as they stand now.
import type { PersonalVisit } from '../page';

/** As the graph has them; what is withheld is null. */
interface GraphRequest {
  readonly id: string;
  readonly state: string | null;
  readonly requested: readonly string[] | null;
  readonly approved: readonly string[] | null;
  readonly handlingCode: string | null;
  readonly requestedAt: string | null;
  readonly expiresAt: string | null;
  readonly outcome: string | null;
}

interface GraphLookup {
  readonly id: string;
  readonly target: string | null;
  readonly askedBy: string | null;
  readonly state: string | null;
  readonly expiresAt: string | null;
  readonly requests: readonly GraphRequest[] | null;
}

export function readLookups(value: unknown): readonly GraphLookup[] {
  return Array.isArray(value) ? (value as readonly GraphLookup[]) : [];
}

/** States in which something is still going on, and so has an end that matters. */
const UNDER_WAY = new Set([
  'ASKED',
  'RELEASED',
  'CONFIRMED',
  'REQUESTED',
  'AWAITING_SECOND',
  'APPROVED',
  'APPROVED_IN_PART',
]);
const GRANTED = new Set(['APPROVED', 'APPROVED_IN_PART']);

interface Named {
  readonly code: string;
  readonly text: string;
}

interface RequestView {
  readonly id: string;
  readonly state: string;
  readonly stateText: string;
  readonly requested: readonly Named[];
  readonly approved: readonly Named[];
  readonly handling: string | null;
  readonly requestedAt: string | null;
  readonly until: string | null;
  readonly outcome: string | null;
  readonly isGranted: boolean;
  readonly isWaiting: boolean;
}

interface LookupView {
  readonly id: string;
  readonly state: string;
  readonly stateText: string;
  readonly target: string;
  readonly askedBy: string;
  readonly until: string | null;
  readonly requests: readonly RequestView[];
}

export function lookupView(visit: PersonalVisit, lookup: GraphLookup): LookupView {
  const { words } = visit;
  return {
    id: lookup.id,
    state: lookup.state ?? '',
    stateText: labelOf(visit, 'LookupState', lookup.state),
    target: labelOf(visit, 'LookupTarget', lookup.target),
    askedBy: lookup.askedBy === null ? words.say('states.withheld') : words.party(lookup.askedBy),
    until: untilOf(visit, lookup),
    requests: (lookup.requests ?? []).map((request) => requestView(visit, request)),
  };
}

function requestView(visit: PersonalVisit, request: GraphRequest): RequestView {
  const { words } = visit;
  const labels = (codes: readonly string[] | null): readonly Named[] =>
    (codes ?? []).map((code) => ({ code, text: words.label('RequestedCategory', code) }));
  const { state, handlingCode, outcome, requestedAt } = request;
  return {
    id: request.id,
    state: state ?? '',
    stateText: labelOf(visit, 'AccessState', state),
    requested: labels(request.requested),
    approved: labels(request.approved),
    handling: handlingCode === null ? null : `${handlingCode}: ${words.label('HandlingCode', handlingCode)}`,
    requestedAt: requestedAt === null ? null : words.dateTime(requestedAt),
    until: untilOf(visit, request),
    outcome: outcome === null ? null : words.label('LookupOutcome', outcome),
    isGranted: GRANTED.has(state ?? ''),
    isWaiting: state === 'REQUESTED' || state === 'AWAITING_SECOND',
  };
}

function labelOf({ words }: PersonalVisit, vocabulary: string, code: string | null): string {
  return code === null ? words.say('states.withheld') : words.label(vocabulary, code);
}

function untilOf(
  { words }: PersonalVisit,
  { state, expiresAt }: { readonly state: string | null; readonly expiresAt: string | null },
): string | null {
  return expiresAt === null || !UNDER_WAY.has(state ?? '') ? null : words.dateTime(expiresAt);
}
