import { OWNER_NAMES, type OwnerName, OWNERS } from '../schema/owners';

/** Whose ledgers there are: each owner's, and the gateway's of what reached no owner. */
export type LedgerName = OwnerName | 'gateway';

export const LEDGER_NAMES: readonly LedgerName[] = [...OWNER_NAMES, 'gateway'];

/** What a ledger is called in checkpoints, and its key in signatures. */
export const originOf = (ledger: LedgerName): string => `concordat/${ledger}`;

/** The ledger of an origin; undefined where the hub has none of that name. */
export const ledgerOf = (origin: string): LedgerName | undefined =>
  LEDGER_NAMES.find((name) => originOf(name) === origin);

/** The prefix of the environment variables of the process that keeps a ledger. */
export const variablePrefixOf = (ledger: LedgerName): string =>
  ledger === 'gateway' ? 'GATEWAY' : OWNERS[ledger].variable;

/** Where the process that keeps a ledger listens by default. */
export const usualPortOf = (ledger: LedgerName): number => (ledger === 'gateway' ? 4_000 : OWNERS[ledger].port);
