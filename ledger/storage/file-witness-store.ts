import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ConfigurationError } from '../../service/environment';
import { writeDurably } from '../../service/write-durably';
import { EMPTY_LEDGER } from '../chain';
import type { LedgerName } from '../ledger-names';
import type { WitnessedHead, WitnessStore } from '../witness-store';

/**
 * What a witness without a database saw, in one file that is replaced as a whole. For one process alone: two would
 * write over each other.
 */
export function fileWitnessStore(file: string): WitnessStore {
  const heads = new Map(readHeads(file).map((head) => [head.ledger, head]));
  // Kept before it is believed: what could not be written was not seen.
  const keep = (head: WitnessedHead): void => {
    const all = new Map(heads).set(head.ledger, head);
    writeDurably(file, `${JSON.stringify([...all.values()], null, 2)}\n`);
    heads.set(head.ledger, head);
  };
  const read = (ledger: LedgerName): WitnessedHead | undefined => heads.get(ledger);
  return {
    readAll: () => Promise.resolve([...heads.values()]),
    read: (ledger) => Promise.resolve(read(ledger)),
    advance(last, next) {
      const kept = read(next.ledger);
      const [before, now] = [last ?? EMPTY_LEDGER, kept ?? EMPTY_LEDGER];
      if (before.size !== now.size || before.hash !== now.hash) return Promise.resolve(false);
      keep({ ...next, alarm: kept?.alarm ?? null });
      return Promise.resolve(true);
    },
    raise(ledger, alarm) {
      const kept = read(ledger);
      if (kept !== undefined) keep({ ...kept, alarm });
      return Promise.resolve();
    },
  };
}

/** A witness that could not read what it saw would believe anything: it refuses to start. */
function readHeads(file: string): readonly WitnessedHead[] {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(read)) return read as readonly WitnessedHead[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  }
  throw new ConfigurationError(
    `${file} cannot be read: it holds the last heads of the ledgers that this process witnesses. Restore it.`,
  );
}
