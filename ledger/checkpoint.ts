import type { LedgerHead } from './chain';
import { type NoteSigner, type SignedNote, signNote } from './signed-note';

/** What a ledger says of itself at a moment. */
export interface Checkpoint extends LedgerHead {
  /** Whose ledger: `concordat/<owner>`. */
  readonly origin: string;
  /** Instant, ISO 8601 in UTC. */
  readonly time: string;
}

/** Four lines: origin, number of entries, hash of the last entry in base64, time. */
export function signCheckpoint({ origin, size, hash, time }: Checkpoint, signer: NoteSigner): SignedNote {
  const head = Buffer.from(hash, 'hex').toString('base64');
  return signNote(`${origin}\n${String(size)}\n${head}\ntime ${time}\n`, signer);
}

const CHECKPOINT = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\ntime (\S+)\n$/;

/** What a note says as a checkpoint; undefined where it is none. Whether it is signed is asked apart. */
export function readCheckpoint({ text }: SignedNote): Checkpoint | undefined {
  const [, origin, size, head, time] = CHECKPOINT.exec(text) ?? [];
  if (origin === undefined || size === undefined || head === undefined || time === undefined) return undefined;
  return { origin, size: Number(size), hash: Buffer.from(head, 'base64').toString('hex'), time };
}
