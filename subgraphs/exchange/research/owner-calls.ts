import { z } from 'zod';

import { decodeShares } from '../../../disclosure-control/masks';
import type { Jurisdiction3 } from '../../../disclosure-control/lattice';
import { DEFINITIONS, type DefinitionVersion } from '../../../schema/definitions';
import { OWNERS } from '../../../schema/owners';
import type { Requester } from '../../../schema/requester';
import type { Log } from '../../../service/log';
import { ownerInJurisdiction } from '../../common/lookup/desk/desks';
import type { LookupOwner } from '../../common/peers/asker';
import type { PeerClient } from '../../common/peers/peer-client';
import { PeerRefused, PeerUnavailable } from '../../common/peers/peer-errors';
import { badInput, type ResearchCode, researchRefused, sourceUnavailable } from '../../common/serving/owner-errors';
import type { Answer, ResearchCharter } from './project';
import type { GivenCell } from './publish-rows';

/** The snapshot from which an owner answers now. */
export interface OwnerSnapshot {
  readonly quarter: string;
  readonly snapshot: string;
  /** The last quarter of entry whose twelve months are over: `2025-Q3`. */
  readonly closedUntil: string;
  readonly takenAt: string;
  /** By which definition each dimension is recorded there, where one is stated. */
  readonly definitions: Readonly<Partial<Record<string, DefinitionVersion>>>;
}

/** A table as owners know it: the cells of whole tables, never a filter. */
export interface OwnerTable {
  readonly dimensions: readonly string[];
  readonly measure: 'COUNT' | 'MEAN_MENTORING_SESSIONS';
}

/** One table asked for one project: what every step of giving it says. */
export interface TableRequest {
  readonly requester: Requester;
  readonly project: string;
  readonly table: OwnerTable;
  /** The ids of the snapshots that the table is of, by owner. */
  readonly snapshots: Readonly<Record<string, string>>;
}

export interface Reserved {
  /** Not given to this project before: it is charged when it is given. */
  readonly isNew: boolean;
  readonly spent: number;
  readonly limit: number;
}

export interface OwnerLedger {
  readonly tables: readonly { readonly table: string; readonly givenAt: string }[];
  readonly spent: number;
  readonly limit: number;
  readonly snapshot: string | null;
}

/** What the exchange asks of the owners. Each decides by its own copy of the project, and keeps its own ledger. */
export interface ResearchOwners {
  state(of: Jurisdiction3, withinMs: number): Promise<OwnerSnapshot>;
  /** What its officer answered to a project. */
  tell(of: Jurisdiction3, answer: Answer, charter: ResearchCharter, requester: Requester): Promise<void>;
  reserve(of: Jurisdiction3, request: TableRequest, withinMs: number): Promise<Reserved>;
  release(of: Jurisdiction3, request: TableRequest, withinMs: number): Promise<void>;
  ownCells(of: Jurisdiction3, request: TableRequest, withinMs: number): Promise<readonly GivenCell[]>;
  shares(of: Jurisdiction3, request: TableRequest, withinMs: number): Promise<Uint32Array>;
  ledger(of: Jurisdiction3, project: string, requester: Requester): Promise<OwnerLedger>;
}

const QUARTER = /^\d{4}-Q[1-4]$/;
const count = z.int().nonnegative();
const state = z.object({
  quarter: z.string().regex(QUARTER),
  snapshot: z.string().min(1),
  closedUntil: z.string().regex(QUARTER),
  takenAt: z.string().min(1),
  definitions: z.record(z.string(), z.string()).default({}),
});
const reserved = z.object({ isNew: z.boolean(), spent: count, limit: count });
const mean = z.object({ mean: z.number(), low: z.number(), high: z.number() });
const cells = z.object({ cells: z.array(z.union([z.number(), mean, z.literal('c'), z.literal('z')])) });
const shares = z.object({
  shares: z.string().transform((text, context) => {
    try {
      return decodeShares(text);
    } catch {
      context.addIssue('no shares that can be read');
      return z.NEVER;
    }
  }),
});
const ledger = z.object({
  tables: z.array(z.object({ table: z.string(), givenAt: z.string() })),
  spent: count,
  limit: count,
  snapshot: z.string().nullable(),
});

/** The name of the owner of a jurisdiction. */
export function ownerOf(jurisdiction: Jurisdiction3): LookupOwner {
  const owner = ownerInJurisdiction(jurisdiction);
  if (owner === undefined) throw new Error(`Nobody holds people in ${jurisdiction}.`);
  return owner;
}

/** Calls owners as a peer, and puts what they refuse, or that one is missing, into the words of the graph. */
export function researchOwners(client: PeerClient, log: Log): ResearchOwners {
  const ask = async <Answer>(
    of: Jurisdiction3,
    step: string,
    body: unknown,
    schema: z.ZodType<Answer>,
    withinMs?: number,
  ): Promise<Answer> => {
    const owner = ownerOf(of);
    try {
      return await client.ask(owner, `/research/owner/${step}`, body, schema, withinMs);
    } catch (error) {
      if (error instanceof PeerRefused) throw refusedBy(of, error.code);
      if (!(error instanceof PeerUnavailable)) throw error;
      log.warn({ owner, step, reason: error.reason }, 'an owner cannot answer for research');
      throw missing(of);
    }
  };
  return {
    state: async (of, withinMs) => {
      const { definitions, ...told } = await ask(of, 'state', {}, state, withinMs);
      return { ...told, definitions: known(definitions) };
    },
    tell: async (of, answer, charter, requester) => {
      const step = answer === 'APPROVED' ? 'approve' : 'refuse';
      await ask(of, step, { charter, requester }, z.object({ approved: z.literal(answer === 'APPROVED') }));
    },
    reserve: (of, request, withinMs) => ask(of, 'reserve', request, reserved, withinMs),
    release: async (of, request, withinMs) => {
      await ask(of, 'release', request, z.object({}), withinMs);
    },
    ownCells: async (of, request, withinMs) => (await ask(of, 'own-cells', request, cells, withinMs)).cells,
    shares: async (of, request, withinMs) => (await ask(of, 'shares', request, shares, withinMs)).shares,
    ledger: (of, project, requester) => ask(of, 'ledger', { requester, project }, ledger),
  };
}

function missing(of: Jurisdiction3): Error {
  const owner = ownerOf(of);
  return sourceUnavailable(
    owner,
    `${OWNERS[owner].title} cannot answer at the moment, and nothing is given without it. Nothing was charged; try again later.`,
  );
}

/** The words of a refusal are the exchange's own: an owner's say no more, and could say something of its data. */
export const REFUSALS: Readonly<Record<ResearchCode, string>> = {
  PROJECT_NOT_APPROVED:
    'This is no project of yours that the data protection officers of all three partnerships approved.',
  PROJECT_ENDED: 'This project has ended: nothing more is given to it. Propose another.',
  DIMENSION_NOT_APPROVED: 'The table has a dimension for which the project was not approved.',
  TABLES_SPENT:
    'No further table of these snapshots is given: the project has had as many as were approved, or all projects ' +
    'together as many as a snapshot bears. Tables that the project was given can be asked for again.',
  SNAPSHOTS_DIFFER:
    'The owners do not answer from snapshots of one quarter at the moment, so that no table can be made of them. Nothing ' +
    'was charged; try again later.',
};

/** What an owner may refuse, and what it is called in the graph. */
const CODES: Readonly<Record<string, ResearchCode>> = {
  PROJECT_NOT_APPROVED: 'PROJECT_NOT_APPROVED',
  NOT_IN_PROJECT: 'PROJECT_NOT_APPROVED',
  PROJECT_ENDED: 'PROJECT_ENDED',
  DIMENSION_NOT_APPROVED: 'DIMENSION_NOT_APPROVED',
  TABLES_SPENT: 'TABLES_SPENT',
  SNAPSHOT_TABLES_SPENT: 'TABLES_SPENT',
  SNAPSHOT_CHANGED: 'SNAPSHOTS_DIFFER',
  NO_SNAPSHOT: 'SNAPSHOTS_DIFFER',
  // The owner has other agreements in force than the exchange.
  WITHHELD_BY_PROTOCOL: 'PROJECT_NOT_APPROVED',
};

export function refusal(code: ResearchCode): Error {
  return researchRefused(code, REFUSALS[code]);
}

function refusedBy(of: Jurisdiction3, code: string): Error {
  const told = CODES[code];
  if (told !== undefined) return refusal(told);
  if (code === 'TABLE_NOT_RESERVED') return missing(of);
  return badInput(`${OWNERS[ownerOf(of)].title} does not take this step as it stands.`);
}

function known(definitions: Readonly<Record<string, string>>): OwnerSnapshot['definitions'] {
  return Object.fromEntries(
    Object.entries(definitions).flatMap(([dimension, version]) =>
      Object.hasOwn(DEFINITIONS, version) ? [[dimension, version as DefinitionVersion]] : [],
    ),
  );
}
