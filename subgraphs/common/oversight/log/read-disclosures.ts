import { instanceWith } from '../../graph/instance-with';
import { checkFirst } from '../../graph/record-resolvers';
import type { OwnerContext } from '../../serving/owner-context';
import { badInput } from '../../serving/owner-errors';
import type { StatedFilter } from './disclosure-filter';
import { DISCLOSURES_FUNCTION_NAME } from './disclosures-function';
import { DisclosureCoordinate, DisclosureEntry, type DisclosureOutcome, DisclosureSubject } from './disclosure-entry';
import { namingClauses } from './naming-clauses';
import { categoryToldBy, namingCoordinates } from './naming-coordinates';

interface ToldRow {
  readonly place: string;
  readonly time: Date;
  readonly request_id: string;
  readonly person: string | null;
  readonly role: string;
  readonly purpose: string;
  readonly protocols: readonly string[];
  readonly clauses: readonly string[];
  readonly outcome: keyof typeof DisclosureOutcome;
  readonly row_count: number;
  readonly subjects: readonly {
    readonly subject: string | null;
    readonly disclosed: readonly string[];
    readonly withheld: readonly string[];
  }[];
}

export interface DisclosurePage {
  readonly edges: readonly { readonly node: DisclosureEntry; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const STATEMENT =
  `select * from ${DISCLOSURES_FUNCTION_NAME}($1::jsonb, $2::timestamptz, $3::bigint, $4::integer, $5::text[], $6::text[], ` +
  '$7::text[], $8::text[])';

/** Digits to which a place is filled up, so that a cursor's length does not tell how long the ledger is. */
const DIGITS = 16;

/** A page of what this owner's ledger has of the officer's own organisation, the newest first. */
export async function readDisclosures(
  filter: StatedFilter,
  first: number,
  after: string | null | undefined,
  { scope, cursors, agreements }: OwnerContext,
): Promise<DisclosurePage> {
  checkFirst(first);
  const { requester, catalogue } = scope;
  const boundTo = JSON.stringify(['disclosures', requester.person, requester.organisation, requester.role, filter]);
  const given = after ?? undefined;
  const position = given === undefined ? undefined : cursors.open(given, boundTo);
  if (given !== undefined && position === undefined) {
    throw badInput(
      'The cursor in "after" is not one of this list. Ask for the first page again, with the same filter.',
    );
  }
  const { namable, neutral } = namingCoordinates(catalogue);
  const { protocols, clauses } = namingClauses(agreements.set, requester.organisation);
  const rows = await scope.store.query<ToldRow>(STATEMENT, [
    JSON.stringify(filter),
    position?.values[0] ?? null,
    position?.id ?? null,
    first + 1,
    namable,
    neutral,
    protocols,
    clauses,
  ]);
  const edges = rows.slice(0, first).map((row) => ({
    node: entryOf(row, (coordinate) => categoryToldBy(catalogue, coordinate)),
    cursor: cursors.seal({ values: [row.time.toISOString()], id: row.place.padStart(DIGITS, '0') }, boundTo),
  }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

function entryOf(row: ToldRow, categoryOf: (coordinate: string) => string | null): DisclosureEntry {
  const told = (coordinates: readonly string[]): readonly DisclosureCoordinate[] =>
    coordinates.map((coordinate) =>
      instanceWith(DisclosureCoordinate, { coordinate, category: categoryOf(coordinate) }),
    );
  const { request_id: requestId, row_count: rowCount, subjects, time, person, role, purpose } = row;
  return instanceWith(DisclosureEntry, {
    time,
    requestId,
    person,
    role,
    purpose,
    protocols: row.protocols,
    clauses: row.clauses,
    outcome: row.outcome,
    rowCount,
    subjects: subjects.map(({ subject, disclosed, withheld }) =>
      instanceWith(DisclosureSubject, { subject, disclosed: told(disclosed), withheld: told(withheld) }),
    ),
  });
}
