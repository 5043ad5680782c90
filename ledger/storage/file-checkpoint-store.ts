import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import path from 'node:path';

import { ConfigurationError } from '../../service/environment';
import type { CheckpointStore, KeptCheckpoint } from '../checkpoint-store';

/** One line of the file: a checkpoint, or one as a witness countersigned it. */
interface FileLine {
  readonly size: number;
  readonly note: string;
  readonly witness?: string;
}

/** The checkpoints of a ledger without a database, in a file to which lines are added. For one process alone. */
export function fileCheckpointStore(file: string): CheckpointStore {
  const kept = new Map<number, KeptCheckpoint>();
  const take = ({ size, note, witness }: FileLine): void => {
    const known = kept.get(size);
    if (witness === undefined) kept.set(size, known ?? { size, note, countersigned: {} });
    else if (known !== undefined) {
      kept.set(size, { ...known, countersigned: { [witness]: note, ...known.countersigned } });
    }
  };
  const add = (line: FileLine): void => {
    const descriptor = openSync(file, 'a', 0o600);
    try {
      writeSync(descriptor, `${JSON.stringify(line)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    take(line);
  };
  readLines(file).forEach(take);
  const inOrder = (): readonly KeptCheckpoint[] => [...kept.values()].sort((one, other) => one.size - other.size);
  return {
    readLast: () => Promise.resolve(inOrder().at(-1)),
    readAfter: (size, limit) =>
      Promise.resolve(
        inOrder()
          .filter((checkpoint) => checkpoint.size > size)
          .slice(0, limit),
      ),
    keep(size, note) {
      if (!kept.has(size)) add({ size, note });
      return Promise.resolve(kept.get(size)?.note ?? note);
    },
    countersign(size, witness, note) {
      if (kept.get(size)?.countersigned[witness] === undefined) add({ size, witness, note });
      return Promise.resolve();
    },
  };
}

/** Every line; half a last one, which a crash left, is removed. */
function readLines(file: string): readonly FileLine[] {
  mkdirSync(path.dirname(file), { recursive: true });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text) truncateSync(file, Buffer.byteLength(whole));
  const lines = whole.split('\n').slice(0, -1);
  try {
    return lines.map((line) => JSON.parse(line) as FileLine);
  } catch {
    throw new ConfigurationError(`${file} cannot be read: it holds the checkpoints of the ledger. Restore it.`);
  }
}
