import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';

import { checkProtocols, type LoadEnvironment } from './check-protocols';
import { expandProtocol } from './expand-protocol';
import type { Protocol, ProtocolSet } from './protocol';
import { FILE_KEYS, protocolFile } from './protocol-file';
import { type ProtocolFault, ProtocolFaults, suggestWord } from './protocol-faults';

/**
 * Reads every agreement in a directory, checks them one by one and together, and freezes the set. Throws
 * {@link ProtocolFaults} with all faults of all files at once: nothing starts on a set that is partly understood.
 */
export function loadProtocols(directory: string, environment: LoadEnvironment): ProtocolSet {
  const faults: ProtocolFault[] = [];
  const protocols = filesIn(directory, faults).flatMap((file) => {
    const text = readFileSync(path.join(directory, file), 'utf8');
    const key = `${file}\n${text}`;
    const before = faults.length;
    const known = remembered.get(key) ?? readProtocol(file, text, faults);
    if (known === undefined) return [];
    if (remembered.size >= MAXIMUM_REMEMBERED) remembered.clear();
    // Whatever was wrong is to be told again.
    if (faults.length === before) remembered.set(key, known);
    return [known];
  });
  faults.push(...checkProtocols(protocols, environment));
  if (faults.length > 0) throw new ProtocolFaults(faults);
  return protocolSet(protocols);
}

/** Agreements by file and text: of those that a running service reads anew, few have changed. */
const remembered = new Map<string, Protocol>();
const MAXIMUM_REMEMBERED = 200;

function readProtocol(file: string, text: string, faults: ProtocolFault[]): Protocol | undefined {
  const raw = readYaml(file, text, faults);
  if (raw === undefined) return undefined;
  const parsed = protocolFile.safeParse(raw);
  if (parsed.success) return freeze(expandProtocol(file, parsed.data, faults));
  faults.push(...parsed.error.issues.flatMap((issue) => shapeFaults(file, raw, issue)));
  return undefined;
}

/** Freezes agreements into a set and names it by its content, in whatever order they are given. */
export function protocolSet(protocols: readonly Protocol[]): ProtocolSet {
  const ordered = [...protocols].sort((one, other) =>
    `${one.id} ${one.version}` < `${other.id} ${other.version}` ? -1 : 1,
  );
  // The file's name says where it was read, not what was agreed.
  const canonical = JSON.stringify(ordered.map((protocol) => sortKeys({ ...protocol, file: '' })));
  return freeze({ protocols: ordered, version: createHash('sha256').update(canonical).digest('hex') });
}

function filesIn(directory: string, faults: ProtocolFault[]): readonly string[] {
  const files = ((): readonly string[] => {
    try {
      return readdirSync(directory)
        .filter((file) => /\.ya?ml$/.test(file))
        .sort();
    } catch {
      return [];
    }
  })();
  if (files.length === 0) {
    const message = `there is no agreement (*.yaml) in this directory; name another by PROTOCOLS_DIR`;
    faults.push({ file: directory, word: directory, message });
  }
  return files;
}

function readYaml(file: string, text: string, faults: ProtocolFault[]): unknown {
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length === 0) return document.toJS() ?? {};
  for (const error of document.errors) {
    const line = error.linePos?.[0].line ?? 0;
    const [reason = ''] = error.message.split(/ at line \d+/);
    faults.push({ file, word: String(line), message: `line ${line} is not YAML: ${reason}` });
  }
  return undefined;
}

/** What the shape check found, in the words of the file: where, and what should stand there. */
function shapeFaults(file: string, raw: unknown, issue: z.core.$ZodIssue): readonly ProtocolFault[] {
  const clause = clauseAt(raw, issue.path);
  const where = { file, ...(clause === undefined ? {} : { clause }) };
  const place = issue.path.slice(clause === undefined ? 0 : 2).join('.') || 'the file';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...where,
      word: key,
      message: `unknown key "${key}" in ${place}; ${suggestWord(key, FILE_KEYS)}`,
    }));
  }
  const word = String(issue.path.at(-1) ?? file);
  const value = valueAt(raw, issue.path);
  if (['en', 'nl', 'it'].includes(word) && (value === undefined || value === null || value === '')) {
    return [{ ...where, word, message: `${place}: the translation is missing; write it in EN, NL and IT` }];
  }
  const seen = value === undefined ? 'is missing' : `(${JSON.stringify(value).slice(0, 60)}) is wrong`;
  return [{ ...where, word: typeof value === 'string' ? value : word, message: `${place} ${seen}: ${issue.message}` }];
}

function clauseAt(raw: unknown, at: readonly PropertyKey[]): string | undefined {
  if (at[0] !== 'clauses' || at.length < 2) return undefined;
  const id = valueAt(raw, [...at.slice(0, 2), 'id']);
  return typeof id === 'string' && id !== '' ? id : `number ${Number(at[1]) + 1}`;
}

function valueAt(raw: unknown, at: readonly PropertyKey[]): unknown {
  return at.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
