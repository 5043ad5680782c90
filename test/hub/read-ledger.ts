import type { LedgerLine } from '../../ledger/ledger-lines';
import { ownersLedger } from '../../ledger/ledger-sources';
import type { OwnerName } from '../../schema/owners';
import { hub } from './hub';

/** An owner's ledger, as its operator reads it. */
export async function readLedger(owner: OwnerName): Promise<readonly LedgerLine[]> {
  const lines: LedgerLine[] = [];
  for await (const line of ownersLedger(owner, hub.env).lines()) lines.push(line);
  return lines;
}
