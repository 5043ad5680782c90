import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { LedgerEntry } from '../../ledger/entry';
import type { CommittedText } from '../../ledger/ledger-writer';
import type { OwnerName } from '../../schema/owners';
import { OWNERS } from '../../schema/owners';
import { hub } from './hub';

export interface ReadLedger {
  readonly entries: readonly LedgerEntry[];
  /** By commitment. */
  readonly texts: ReadonlyMap<string, CommittedText>;
}

/** An owner's ledger from a place on, as its operator reads it. */
export async function readLedger(owner: OwnerName, from = 0): Promise<ReadLedger> {
  const port = hub.env[`${OWNERS[owner].variable}_METRICS_PORT`] ?? '';
  const token = readFileSync(path.join(hub.dataFolder, 'keys/operator-token'), 'utf8');
  const entries: LedgerEntry[] = [];
  const texts = new Map<string, CommittedText>();
  for (let after = from; ; after = entries.at(-1)?.sequence ?? after) {
    const reply = await fetch(`http://127.0.0.1:${port}/ledger?after=${String(after)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const part = (await reply.json()) as { entries: LedgerEntry[]; texts: CommittedText[] };
    if (part.entries.length === 0) return { entries, texts };
    entries.push(...part.entries);
    for (const text of part.texts) texts.set(text.commitment, text);
  }
}
