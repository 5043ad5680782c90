import fc from 'fast-check';

import { bodyHashOf, chainOf, EMPTY_LEDGER, headAfter, type LedgerHead } from './chain';
import { signCheckpoint } from './checkpoint';
import { commitmentTo, salted } from './commitment';
import type { LedgerBody, LedgerEntry } from './entry';
import { aKey, anyBody, anyLedger } from './fixture/any-ledger';
import type { CommittedText } from './ledger-writer';
import { rotateKey } from './rotate-key';
import { printNote, readNote, type SignedNote } from './signed-note';
import { type LedgerFault, LedgerVerifier } from './verify-ledger';
import { witness } from './witness';

const KEY = aKey('concordat/knowsley-iom');
const WITNESS = aKey('concordat/eri');

const headOf = (entries: readonly LedgerEntry[]): LedgerHead => {
  const last = entries.at(-1);
  return last === undefined ? EMPTY_LEDGER : { size: last.sequence, hash: last.hash };
};
const checkpointOf = (entries: readonly LedgerEntry[]): SignedNote =>
  signCheckpoint({ origin: KEY.name, time: '2026-11-26T12:00:00.000Z', ...headOf(entries) }, KEY);

function verifyAll(
  entries: readonly LedgerEntry[],
  { heads = [], notes = [] }: { heads?: readonly LedgerHead[]; notes?: readonly SignedNote[] } = {},
): LedgerFault | LedgerHead {
  const verifier = new LedgerVerifier(KEY, heads);
  for (const note of notes) verifier.expect(note);
  for (const entry of entries) verifier.accept(entry);
  return verifier.finish();
}

const isFault = (found: LedgerFault | LedgerHead): found is LedgerFault => 'kind' in found;

/** Hashes everything anew from a place on, as an owner could that wishes to hide what it did. */
const rewritten = (entries: readonly LedgerEntry[]): readonly LedgerEntry[] => chainOf(EMPTY_LEDGER, entries);

type Tampering = (entries: readonly LedgerEntry[], at: number, other: LedgerEntry) => readonly LedgerEntry[];

const CHANGES: Readonly<Record<string, (entry: LedgerEntry) => LedgerEntry>> = {
  time: (entry) => ({ ...entry, time: `${entry.time}Z` }),
  requestId: (entry) => ({ ...entry, requestId: `${entry.requestId}0` }),
  person: (entry) => ({ ...entry, person: commitmentTo(salted('somebody else')) }),
  organisation: (entry) => ({ ...entry, organisation: 'kmbc' }),
  role: (entry) => ({ ...entry, role: 'manager' }),
  purpose: (entry) => ({ ...entry, purpose: 'VICTIM_LIAISON' }),
  protocols: (entry) => ({ ...entry, protocols: [...entry.protocols, 'SHH-CASE@1.0.0'] }),
  clauses: (entry) => ({ ...entry, clauses: [...entry.clauses, 'KIOM-CORE/health'] }),
  caseReference: (entry) => ({ ...entry, caseReference: `${entry.caseReference ?? ''}1` }),
  justification: (entry) => ({ ...entry, justification: commitmentTo(salted('a better reason')) }),
  subjects: (entry) => ({
    ...entry,
    subjects: [...entry.subjects, { subject: commitmentTo(salted('kn-1')), disclosed: [], withheld: [] }],
  }),
  rowCount: (entry) => ({ ...entry, rowCount: entry.rowCount + 1 }),
  outcome: (entry) => ({ ...entry, outcome: entry.outcome === 'refused' ? 'disclosed' : 'refused' }),
};

const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  ...Object.fromEntries(
    Object.entries(CHANGES).map(([field, change]): [string, Tampering] => [
      `a changed ${field}`,
      (entries, at) => entries.map((entry, index) => (index === at ? change(entry) : entry)),
    ]),
  ),
  'a removed entry': (entries, at) => entries.filter((_, index) => index !== at),
  'an inserted entry': (entries, at, other) => [...entries.slice(0, at), other, ...entries.slice(at)],
  'two entries in the other order': (entries, at) => {
    const next = (at + 1) % entries.length;
    return entries.map((entry, index) => entries[index === at ? next : index === next ? at : index] ?? entry);
  },
  'a truncated end': (entries, at) => entries.slice(0, at),
};

const aCase = fc.record({ entries: anyLedger(2, 8), at: fc.nat(), other: anyLedger(1, 1) });

describe('the verification of a ledger', () => {
  it('finds nothing in a whole one', () => {
    fc.assert(
      fc.property(anyLedger(0, 8), (entries) => {
        const known = { heads: [headOf(entries.slice(0, 3))], notes: [checkpointOf(entries)] };
        expect(verifyAll(entries, known)).toEqual(headOf(entries));
      }),
    );
  });

  it.each(Object.entries(TAMPERINGS))('finds %s, where the last checkpoint was kept', (_name, tamper) => {
    fc.assert(
      fc.property(aCase, ({ entries, at, other: [other] }) => {
        const place = at % entries.length;
        const found = verifyAll(tamper(entries, place, other as LedgerEntry), { notes: [checkpointOf(entries)] });
        expect(isFault(found)).toBe(true);
        // The first bad entry is at the place where somebody began to change it, or right behind.
        expect((found as LedgerFault).sequence).toBeLessThanOrEqual(place + 2);
      }),
    );
  });

  it.each(Object.entries(TAMPERINGS))(
    'finds %s by the head that a witness keeps, where the owner hashed and signed everything anew',
    (_name, tamper) => {
      fc.assert(
        fc.property(aCase, ({ entries, at, other: [other] }) => {
          const forged = rewritten(tamper(entries, at % entries.length, other as LedgerEntry));
          fc.pre(headOf(forged).hash !== headOf(entries).hash);
          expect(verifyAll(forged, { notes: [checkpointOf(forged)] })).toEqual(headOf(forged));
          const found = verifyAll(forged, { heads: [headOf(entries)], notes: [checkpointOf(forged)] });
          expect(isFault(found)).toBe(true);
        }),
      );
    },
  );

  it('finds a text that is not the one that was committed to, and asks for none that was erased', () => {
    const text = salted('Needs the address to visit.');
    const commitment = commitmentTo(text);
    const [body] = fc.sample(anyBody, 1) as [Omit<LedgerBody, 'sequence'>];
    const [entry] = chainOf(EMPTY_LEDGER, [{ ...body, justification: commitment }]) as [LedgerEntry];
    const found = (texts: CommittedText[]): LedgerFault | LedgerHead => {
      const verifier = new LedgerVerifier(KEY, []);
      verifier.accept(entry, texts);
      return verifier.finish();
    };
    expect(found([])).toEqual(headOf([entry]));
    expect(found([{ ...text, commitment }])).toEqual(headOf([entry]));
    expect(found([{ ...text, commitment, text: 'A birthday present.' }])).toEqual({
      sequence: 1,
      kind: 'COMMITMENT',
    });
  });

  it('finds a checkpoint that the ledger did not sign', () => {
    const [entries] = fc.sample(anyLedger(3, 3), 1) as [readonly LedgerEntry[]];
    const printed = printNote(checkpointOf(entries)).replace('\n3\n', '\n2\n');
    expect(verifyAll(entries, { notes: [readNote(printed) as SignedNote] })).toEqual({ sequence: 2, kind: 'UNSIGNED' });
  });

  it('follows a key that was replaced with both signatures, and no other', () => {
    const next = aKey(KEY.name);
    const foreign = aKey(KEY.name);
    const bodies = fc.sample(anyBody, 2) as [Omit<LedgerBody, 'sequence'>, Omit<LedgerBody, 'sequence'>];
    const rotated = (rotation: ReturnType<typeof rotateKey>): readonly LedgerEntry[] =>
      chainOf(EMPTY_LEDGER, [{ ...bodies[0], keyRotation: rotation }, bodies[1]]);
    const good = rotateKey(KEY, next);
    expect(verifyAll(rotated(good))).toEqual(headOf(rotated(good)));
    expect(verifyAll(rotated(rotateKey(foreign, next)))).toEqual({ sequence: 1, kind: 'KEY' });
    expect(verifyAll(rotated({ ...good, newKey: rotateKey(KEY, foreign).newKey }))).toEqual({
      sequence: 1,
      kind: 'KEY',
    });
  });
});

describe('a witness', () => {
  const grewBy = (entries: readonly LedgerEntry[], from: number): readonly string[] =>
    entries.slice(from).map(bodyHashOf);

  it('countersigns what grew from the head that it saw last', () => {
    fc.assert(
      fc.property(anyLedger(1, 8), fc.nat(), (entries, split) => {
        const seen = entries.slice(0, split % (entries.length + 1));
        const answer = witness(headOf(seen), checkpointOf(entries), grewBy(entries, seen.length), KEY, WITNESS);
        expect(answer.kind).toBe('countersigned');
        if (answer.kind !== 'countersigned') return;
        expect(answer.head).toEqual(headOf(entries));
        const read = readNote(printNote(answer.note));
        expect(read?.signatures.map(({ name }) => name)).toEqual([KEY.name, WITNESS.name]);
      }),
    );
  });

  it('refuses a ledger that was rewritten before that head, whatever it is told', () => {
    fc.assert(
      fc.property(anyLedger(2, 6), anyLedger(2, 6), (entries, others) => {
        fc.pre(headAfter(headOf(entries), grewBy(others, 0)).hash !== headOf(others).hash);
        const answer = witness(headOf(entries), checkpointOf(others), grewBy(others, entries.length), KEY, WITNESS);
        const why = others.length < entries.length ? 'ROLLED_BACK' : 'FORKED';
        expect(answer).toEqual({ kind: 'refused', why });
      }),
    );
  });

  it.each(Object.entries(TAMPERINGS))(
    'refuses by itself %s, where the owner hashed and signed everything anew',
    (_name, tamper) => {
      fc.assert(
        fc.property(aCase, fc.nat(), ({ entries, at, other: [other] }, more) => {
          const changed = rewritten(tamper(entries, at % entries.length, other as LedgerEntry));
          // Cut off or not, and whatever was added behind: what was countersigned is not in it.
          const forged = chainOf(
            headOf(changed),
            Array.from({ length: more % 4 }, () => other as LedgerEntry),
          );
          const all = [...changed, ...forged];
          fc.pre(all[entries.length - 1]?.hash !== headOf(entries).hash);
          const answer = witness(headOf(entries), checkpointOf(all), grewBy(all, entries.length), KEY, WITNESS);
          expect(answer).toEqual({
            kind: 'refused',
            why: all.length < entries.length ? 'ROLLED_BACK' : 'FORKED',
          });
        }),
      );
    },
  );

  it('refuses another ledger’s checkpoint, one with a false signature, and what is none', () => {
    const [entries] = fc.sample(anyLedger(2, 2), 1) as [readonly LedgerEntry[]];
    const note = checkpointOf(entries);
    const refusal = (changed: SignedNote, ledger = KEY): unknown =>
      witness(undefined, changed, grewBy(entries, 0), ledger, WITNESS);
    expect(refusal(note, aKey('concordat/safety-house'))).toEqual({ kind: 'refused', why: 'OTHER_ORIGIN' });
    expect(refusal(note, aKey(KEY.name))).toEqual({ kind: 'refused', why: 'BAD_SIGNATURE' });
    expect(refusal({ ...note, text: 'hello\n' })).toEqual({ kind: 'refused', why: 'UNREADABLE' });
  });
});
