import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file so that whatever happens it holds the old text or the new one: beside it, flushed, and then renamed
 * into place. Only this user can read it.
 */
export function writeDurably(file: string, text: string): void {
  const beside = `${file}.${String(process.pid)}.partial`;
  const descriptor = openSync(beside, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameDurably(beside, file);
}

/** Renames a file, and returns once the folder would tell so after a loss of power. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  const folder = openSync(path.dirname(to), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Writes a file durably where there is none yet: what another process made first stays, and both use the same. */
export function createDurably(file: string, text: string): void {
  const made = `${file}.${String(process.pid)}.made`;
  writeDurably(made, text);
  try {
    // A link, unlike a rename, leaves what is there.
    linkSync(made, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(made, { force: true });
  }
}
