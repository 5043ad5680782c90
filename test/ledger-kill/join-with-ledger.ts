import { readLine } from '../../ledger/ledger-lines';
import { LedgerVerifier } from '../../ledger/verify-ledger';
import type { ValuesByPerson } from './received-values';

/** One answer as it arrived, written down outside the hub. */
export interface RecordedAnswer {
  readonly requestId: string;
  /** Whether every owner that was asked answered, so that nothing can be on record that did not arrive. */
  readonly whole: boolean;
  readonly values: ValuesByPerson;
}

export interface Joined {
  readonly entries: number;
  /** Answers that told something of somebody and have no entry. */
  readonly missing: readonly string[];
  /** Answers of which an entry lacks a value that arrived. */
  readonly smaller: readonly string[];
  /** Whole answers of which an entry has a value that did not arrive. */
  readonly surplus: readonly string[];
  /** Ledgers whose chain does not verify. */
  readonly broken: readonly string[];
}

/** Holds what clients received against what `ledger export` says that they were given. */
export function joinWithLedger(answers: readonly RecordedAnswer[], exported: string): Joined {
  const verifiers = new Map<string, LedgerVerifier>();
  const onRecord = new Map<string, ValuesByPerson>();
  let owner = '';
  let entries = 0;
  for (const text of exported.split('\n').filter((line) => line !== '')) {
    const line = readLine(text);
    if (line === undefined) throw new Error(`This is no line of a ledger: ${text.slice(0, 100)}`);
    if ('format' in line) {
      owner = line.owner;
      verifiers.set(owner, new LedgerVerifier());
      continue;
    }
    if (!('entry' in line)) continue;
    entries += 1;
    verifiers.get(owner)?.accept(line.entry, line.texts);
    const told = onRecord.get(line.entry.requestId) ?? new Map<string, Set<string>>();
    onRecord.set(line.entry.requestId, told);
    const texts = new Map(line.texts.map(({ commitment, text: opened }) => [commitment, opened]));
    for (const { subject, disclosed } of line.entry.subjects) {
      const person = texts.get(subject) ?? '';
      told.set(person, new Set([...(told.get(person) ?? []), ...disclosed]));
    }
  }
  const missing: string[] = [];
  const smaller: string[] = [];
  const surplus: string[] = [];
  for (const { requestId, whole, values } of answers) {
    const told = onRecord.get(requestId);
    if (told === undefined) {
      if (values.size > 0) missing.push(requestId);
      continue;
    }
    const lacking = valuesBeyond(values, told);
    if (lacking.length > 0) smaller.push(`${requestId}: ${lacking.join(', ')}`);
    const beyond = whole ? valuesBeyond(told, values).filter((value) => !isDoor(value)) : [];
    if (beyond.length > 0) surplus.push(`${requestId}: ${beyond.join(', ')}`);
  }
  return {
    entries,
    missing,
    smaller,
    surplus,
    broken: [...verifiers].flatMap(([name, verifier]) => {
      const found = verifier.finish();
      return 'kind' in found ? [`${name}: entry ${String(found.sequence)} is ${found.kind}`] : [];
    }),
  };
}

function valuesBeyond(some: ValuesByPerson, others: ValuesByPerson): readonly string[] {
  return [...some].flatMap(([person, coordinates]) =>
    [...coordinates].filter((one) => others.get(person)?.has(one) !== true).map((one) => `${person} ${one}`),
  );
}

/** A root field is on record by the id that was given to it; in an answer it has no type to be named by. */
const isDoor = (value: string): boolean => value.includes(' Query.');
