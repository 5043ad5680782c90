import {
  closeSync,
  fdatasync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  write,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { ConfigurationError } from '../../service/environment';
import { EMPTY_LEDGER, type LedgerHead } from '../chain';
import { printHeading, printLine, readLine } from '../ledger-lines';
import { HeadMoved, type LedgerStore } from '../ledger-writer';
import { ledgerFileIn, textsFileIn } from './file-ledger-reader';

const writeTo = promisify(write);
const sync = promisify(fdatasync);
const WINDOW = 1 << 20;

/** A ledger in files, which one process writes. */
export interface FileLedgerStore extends LedgerStore {
  close(): void;
}

/**
 * A ledger as two append-only files in a folder of its own: `ledger.jsonl`, which is an export as it stands, and
 * `texts.jsonl`, what the entries commit to. A last line that was torn by a crash was never acknowledged and is cut off.
 */
export function openFileLedgerStore(owner: string, folder: string): FileLedgerStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = takeFolder(folder);
  const ledger = openSync(ledgerFileIn(folder), 'a+', 0o600);
  const texts = openSync(textsFileIn(folder), 'a+', 0o600);
  cutTornLine(ledger);
  cutTornLine(texts);
  /** The last head that is known to be kept; unknown at first, and after a failure. */
  let kept: LedgerHead | undefined;
  const readKept = async (): Promise<LedgerHead> => {
    // After a write that failed, part of a line may stand there.
    cutTornLine(ledger);
    cutTornLine(texts);
    const { size } = fstatSync(ledger);
    if (size === 0) {
      await append(ledger, printHeading(owner));
      return EMPTY_LEDGER;
    }
    const last = readLine(lastLine(ledger, size));
    if (last === undefined) throw new Error('the last line of the ledger is no line of a ledger');
    return 'entry' in last ? { size: last.entry.sequence, hash: last.entry.hash } : EMPTY_LEDGER;
  };
  // Entries of requests and those that replace a key come from different hands: one after the other.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  return {
    readHead: () => inTurn(async () => (kept ??= await readKept())),
    append: (lines) =>
      inTurn(async () => {
        kept ??= await readKept();
        const first = lines[0]?.entry;
        const last = lines.at(-1)?.entry;
        if (first === undefined || last === undefined) return;
        if (first.sequence !== kept.size + 1 || first.previousHash !== kept.hash) throw new HeadMoved();
        kept = undefined;
        // Texts first: an entry that is there can be opened, and a text without its entry says nothing.
        await append(texts, lines.flatMap(({ texts: own }) => own.map((text) => `${JSON.stringify(text)}\n`)).join(''));
        await append(ledger, lines.map(({ entry }) => printLine({ entry, texts: [] })).join(''));
        kept = { size: last.sequence, hash: last.hash };
      }),
    close(): void {
      closeSync(ledger);
      closeSync(texts);
      release();
    },
  };
}

/** Two writers would write one place of the chain twice: whoever comes second is refused while the first is alive. */
function takeFolder(folder: string): () => void {
  const file = path.join(folder, 'writer.pid');
  const own = `${String(process.pid)} ${startOf(process.pid) ?? ''}`;
  try {
    writeFileSync(file, own, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const [pid = '', ...started] = readFileSync(file, 'utf8').split(' ');
    const ownBefore = Number(pid) === process.pid && !opened.has(folder);
    if (!ownBefore && isAlive(Number(pid), started.join(' '))) {
      throw new ConfigurationError(
        `The ledger in ${folder} is written by process ${pid}: stop it, or give this one a folder of its own`,
      );
    }
    writeFileSync(file, own);
  }
  opened.add(folder);
  return () => {
    opened.delete(folder);
    rmSync(file, { force: true });
  };
}
/** In a container every process has the same id: one that was killed left its file behind. */
const opened = new Set<string>();

/** Whether a process lives that has this id and, where that can be told, began when the writer did. */
function isAlive(pid: number, started: string): boolean {
  const start = startOf(pid);
  if (start !== undefined && started !== '' && start !== started) return false;
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process began, in its boot: ids are given anew, to others. Undefined where there is no such process or no /proc. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The name, in brackets, may hold anything; the time is the 20th word after it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? undefined : `${boot} ${ticks}`;
  } catch {
    return undefined;
  }
}

async function append(file: number, text: string): Promise<void> {
  const bytes = Buffer.from(text, 'utf8');
  const { bytesWritten } = await writeTo(file, bytes);
  if (bytesWritten !== bytes.length) throw new Error('only part of the entries could be written');
  await sync(file);
}

function cutTornLine(file: number): void {
  const { size } = fstatSync(file);
  if (size === 0) return;
  const whole = endOfLastLine(file, size);
  if (whole < size) ftruncateSync(file, whole);
}

/** The place after the last newline before this one; 0 where there is none. */
function endOfLastLine(file: number, before: number): number {
  for (let end = before; end > 0; end -= WINDOW) {
    const start = Math.max(0, end - WINDOW);
    const bytes = Buffer.alloc(end - start);
    readSync(file, bytes, 0, bytes.length, start);
    const at = bytes.lastIndexOf(0x0a);
    if (at >= 0) return start + at + 1;
  }
  return 0;
}

function lastLine(file: number, size: number): string {
  const start = endOfLastLine(file, size - 1);
  const bytes = Buffer.alloc(size - start);
  readSync(file, bytes, 0, bytes.length, start);
  return bytes.toString('utf8').trimEnd();
}
