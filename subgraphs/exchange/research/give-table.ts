import type { Requester } from '../../../schema/requester';
import type { Jurisdiction3 } from '../../../disclosure-control/lattice';
import { sumShares } from '../../../disclosure-control/masks';
import { type ClosedUntil, isStructuralZero } from '../../../disclosure-control/table';
import { publishTotals } from '../../../disclosure-control/totals';
import type { Log } from '../../../service/log';
import {
  ownerOf,
  type OwnerSnapshot,
  refusal,
  type Reserved,
  type ResearchOwners,
  type TableRequest,
} from './owner-calls';
import { type GivenCell, givenAs, publishRows, type Row } from './publish-rows';
import type { Question } from './read-question';

/** A table as it was given. */
export interface GivenTable {
  readonly question: Question;
  readonly rows: readonly Row[];
  readonly snapshots: ReadonlyMap<Jurisdiction3, OwnerSnapshot>;
  /** The fullest of the ledgers of those who were asked. */
  readonly ledger: { readonly spent: number; readonly limit: number };
}

export interface GivingParts {
  readonly owners: ResearchOwners;
  readonly log: Log;
  /** How long all of it may take: less than the gateway waits for the exchange. */
  readonly withinMs: number;
}

/** Left for giving back what was reserved, when the time is up. */
const RELEASE_MS = 700;

/**
 * Gives a table: from which snapshots, reserved at each owner, computed by each, put together. An owner turns what it
 * reserved into given, and so into charged, in the same transaction in which it computes: whatever fails before leaves
 * no charge, and is given back here.
 */
export async function giveTable(
  { owners, log, withinMs }: GivingParts,
  question: Question,
  project: string,
  requester: Requester,
): Promise<GivenTable> {
  const until = Date.now() + withinMs;
  const left = (): number => Math.max(1, until - Date.now());
  const snapshots = await snapshotsOf(owners, question.asked, left());
  const requests = requestsOf(question, project, requester, snapshots);
  const held: Jurisdiction3[] = [];
  const reserve = async (of: Jurisdiction3): Promise<Reserved> => {
    const told = await owners.reserve(of, requests(of), left());
    held.push(of);
    return told;
  };
  try {
    const reserved = await forEach(question.asked, reserve);
    const cells = await compute(owners, question, snapshots, (of) => [requests(of), left()]);
    return {
      question,
      rows: publishRows(question, cells),
      snapshots,
      ledger: {
        spent: Math.max(...reserved.map(({ spent }) => spent)),
        limit: Math.min(...reserved.map(({ limit }) => limit)),
      },
    };
  } catch (error) {
    // An owner counts who holds a reservation, and keeps what it has given: here or beside this question.
    await forEach(held, (of) =>
      owners.release(of, requests(of), RELEASE_MS).catch((failed: unknown) => {
        // It runs out by itself after half a minute.
        log.warn({ owner: ownerOf(of), reason: String(failed) }, 'a reserved table was not given back');
      }),
    );
    throw error;
  }
}

/** The snapshots of all who are asked: of one quarter, or no table is made of them. */
export async function snapshotsOf(
  owners: Pick<ResearchOwners, 'state'>,
  asked: readonly Jurisdiction3[],
  withinMs: number,
): Promise<ReadonlyMap<Jurisdiction3, OwnerSnapshot>> {
  const snapshots = new Map(await forEach(asked, async (of) => [of, await owners.state(of, withinMs)] as const));
  if (new Set([...snapshots.values()].map(({ quarter }) => quarter)).size !== 1) throw refusal('SNAPSHOTS_DIFFER');
  return snapshots;
}

/** Until when cohorts are closed at an owner. */
export function closedUntil({ closedUntil: told }: OwnerSnapshot): ClosedUntil {
  return { lastYear: Number(told.slice(0, 4)), lastQuarter: Number(told.slice(6)) as ClosedUntil['lastQuarter'] };
}

/**
 * What each owner is asked. An own table is of its owner's snapshot alone, so that it is the same one whoever is asked
 * beside it; a total is of all three.
 */
function requestsOf(
  { table, measure, kind, asked }: Question,
  project: string,
  requester: Requester,
  snapshots: ReadonlyMap<Jurisdiction3, OwnerSnapshot>,
): (of: Jurisdiction3) => TableRequest {
  const idsOf = (those: readonly Jurisdiction3[]): TableRequest['snapshots'] =>
    Object.fromEntries(those.map((of) => [ownerOf(of), snapshots.get(of)?.snapshot ?? '']));
  return (of) => ({
    requester,
    project,
    table: {
      dimensions: table.dimensions,
      measure: measure === 'MEAN_MENTORING_SESSIONS' ? measure : 'COUNT',
    },
    snapshots: idsOf(kind === 'OWN' ? [of] : asked),
  });
}

/** The cells of the whole table in canonical order; undefined where nobody was asked for it. */
async function compute(
  owners: ResearchOwners,
  question: Question,
  snapshots: ReadonlyMap<Jurisdiction3, OwnerSnapshot>,
  call: (of: Jurisdiction3) => [request: TableRequest, withinMs: number],
): Promise<readonly (GivenCell | undefined)[]> {
  const { table, kind, asked } = question;
  if (kind === 'TOTAL') {
    const totals = sumShares(await forEach(asked, (of) => owners.shares(of, ...call(of))));
    const closed = [...snapshots.values()].map(closedUntil);
    return publishTotals(table, totals, (cell) => closed.some((each) => isStructuralZero(table, cell, each))).map(
      givenAs,
    );
  }
  const at = table.dimensions.indexOf('JURISDICTION');
  const given = new Map(
    await forEach(asked, async (of) => [of, (await owners.ownCells(of, ...call(of))).values()] as const),
  );
  // Each owner answers for its own jurisdiction, in the order of the table.
  const cells = table.cells.map(({ categories }) => {
    const owners = given.get(categories[at] as Jurisdiction3);
    if (owners === undefined) return undefined;
    const { value } = owners.next();
    if (value === undefined) throw new Error(`An owner gave too few cells of ${table.id}.`);
    return value;
  });
  if ([...given.values()].some((rest) => rest.next().done !== true)) {
    throw new Error(`An owner gave too many cells of ${table.id}.`);
  }
  return cells;
}

/** All at once; every one of them has ended when the first failure is told, so that nothing goes on behind it. */
async function forEach<Result>(
  those: readonly Jurisdiction3[],
  work: (of: Jurisdiction3) => Promise<Result>,
): Promise<readonly Result[]> {
  const settled = await Promise.allSettled(those.map(work));
  return settled.map((each) => {
    if (each.status === 'rejected') throw each.reason as Error;
    return each.value;
  });
}
