import type { Clause, ProtocolSet } from '../../protocols/protocol';
import { LEVELS } from '../../schema/categories';
import type { FieldDisclosure } from '../../schema/permission-map';
import { type Asker, fieldOfCell, type Survey } from './survey';
import type { SurveyedGraph } from './surveyed-fields';

/** What the removal of a clause did to one asker. */
export interface DeletionVerdict {
  readonly asker: string;
  /** How many values the asker was shown before, and of those no longer. */
  readonly shown: number;
  readonly lost: number;
  /** What should not be, one sentence each; empty when exactly the clause's coordinates went. */
  readonly faults: readonly string[];
}

/**
 * Compares what an asker was shown before and after a clause was removed. `without` are the agreements after. What
 * was lost must be reached by the clause; what remains must be reached by another; nothing is new, nothing differs.
 * Written apart from the engine that decides, which it judges.
 */
export function judgeDeletion(
  graph: SurveyedGraph,
  clause: Clause,
  without: ProtocolSet,
  asker: Asker,
  before: Survey,
  after: Survey,
): DeletionVerdict {
  const remaining = without.protocols
    // What awaits its machinery permits nothing and keeps nothing open.
    .flatMap(({ clauses }) => clauses.filter(({ awaits }) => awaits === undefined))
    .filter((other) => isFor(other, asker));
  const concerned = isFor(clause, asker);
  const faults = new Map<string, number>();
  const report = (fault: string): void => void faults.set(fault, (faults.get(fault) ?? 0) + 1);
  const disclosures = graph.fields.map((field) => ({
    name: [field.root, ...field.path].join('.'),
    root: field.root,
    of: field.coordinates.flatMap((coordinate) => graph.permissionMap.fields.get(coordinate) ?? []),
  }));
  const cause = disclosures.map(({ of }) => concerned && of.some((disclosure) => reaches(clause, disclosure)));
  const groundless = disclosures.map(({ of }) =>
    of.find((one) => one.category !== 'GOVERNANCE' && !remaining.some((other) => reaches(other, one))),
  );
  // Where no agreement speaks of this role and purpose any more, the hub answers no question at all.
  const mayBeRefused = concerned && remaining.length === 0;
  if (after.refused && !mayBeRefused) report('the purpose is refused although another clause is open for it');

  let lost = 0;
  for (const [cell, value] of before.cells) {
    const index = fieldOfCell(cell);
    const now = after.cells.get(cell);
    if (now === value) continue;
    const name = disclosures[index]?.name ?? '';
    if (now !== undefined) report(`${name} has another value`);
    else {
      lost += 1;
      if (cause[index] !== true && !(after.refused && mayBeRefused))
        report(`${name} went, which the clause does not permit`);
    }
  }
  for (const cell of after.cells.keys()) {
    const index = fieldOfCell(cell);
    const { name = '', root = '' } = disclosures[index] ?? {};
    // The next records move up to the first page when some of it go.
    if (!before.cells.has(cell) && !before.truncated.has(root)) report(`${name} is shown, which it was not before`);
    const without = groundless[index];
    if (without !== undefined) report(`${name} remains, although nothing else permits ${without.coordinate}`);
  }
  return {
    asker: asker.name,
    shown: before.cells.size,
    lost,
    faults: [...faults].map(([fault, count]) => `${asker.name}: ${fault} (${String(count)} times)`),
  };
}

/** Whether a clause speaks to this asker at all. */
export function isFor({ recipients, purposes }: Clause, { persona, purpose }: Asker): boolean {
  return (
    purposes.includes(purpose) &&
    recipients.some(({ organisation, role }) => organisation === persona.organisation && role === persona.role)
  );
}

/** Whether the words of a clause reach what a coordinate discloses, whatever its conditions. */
export function reaches({ permits, disclosers }: Clause, field: FieldDisclosure): boolean {
  return (
    disclosers.includes(field.controller) &&
    permits.some(
      ({ category, level, facets }) =>
        category === field.category &&
        LEVELS.indexOf(field.level) <= LEVELS.indexOf(level) &&
        (facets === undefined || facets.some((facet) => facet === field.facet)),
    )
  );
}
