import type { Registry } from 'prom-client';
import { Counter } from 'prom-client';

import { jsonReply, type Route } from '../service/http-server';
import type { Log } from '../service/log';
import { bodyHashOf } from './chain';
import { type Checkpoint, readCheckpoint } from './checkpoint';
import type { KeyRotation } from './entry';
import { type LedgerName, ledgerOf } from './ledger-names';
import { type FirstKeys, keyInBase64, keyOfBase64 } from './public-keys';
import { keyAfterRotation } from './rotate-key';
import { isSignedBy, type NoteSigner, type NoteVerifier, printNote, readNote } from './signed-note';
import { witness, type WitnessRefusal } from './witness';
import {
  headOf,
  MAX_WITNESS_REQUEST_BYTES,
  readWitnessRequest,
  WITNESS_PATH,
  type WitnessAnswer,
  type WitnessRequest,
} from './witness-request';
import type { WitnessedHead, WitnessStore } from './witness-store';

/** A process that countersigns the checkpoints of the other ledgers, with the key of its own. */
export interface WitnessParts {
  readonly name: LedgerName;
  readonly signer: () => NoteSigner;
  /** How this witness's own key was replaced since its first one. */
  readonly rotations: () => Promise<readonly KeyRotation[]>;
  readonly firstKeys: FirstKeys;
  readonly store: WitnessStore;
  readonly log: Log;
  readonly registry: Registry;
}

const refused = (why: WitnessRefusal): WitnessAnswer => ({ kind: 'refused', why });

/** Answers one request to countersign: whose it is, whether its key signed it, whether it grew from what was seen. */
export async function answerWitness(parts: WitnessParts, request: WitnessRequest, now: Date): Promise<WitnessAnswer> {
  const note = readNote(request.note);
  const checkpoint = note && readCheckpoint(note);
  if (note === undefined || checkpoint === undefined) return refused('UNREADABLE');
  const ledger = ledgerOf(checkpoint.origin);
  const first = ledger && parts.firstKeys(ledger);
  if (ledger === undefined || first === undefined) return refused('UNKNOWN_LEDGER');
  // Nobody witnesses itself.
  if (ledger === parts.name) return refused('OTHER_ORIGIN');

  const last = await parts.store.read(ledger);
  const seen = headOf(last);
  const kept = last === undefined ? first : keyOfBase64(first.name, last.publicKey);
  const keys = kept && followKeys(kept, seen.size, checkpoint.size, request);
  if (keys === undefined) return refused('BAD_ROTATION');
  const signedBy = keys.vouchedFor.find((key) => isSignedBy(note, key));
  if (signedBy === undefined) return refused('BAD_SIGNATURE');
  if (request.from !== seen.size) return { kind: 'out-of-step', head: seen };
  if (!keys.inPlace) return refused('BAD_ROTATION');
  // Anybody may have an old checkpoint, from an export: shown again it proves nothing against the ledger.
  if (checkpoint.size < seen.size && isOlder(checkpoint, last)) return { kind: 'out-of-step', head: seen };

  const answer = witness(seen, note, request.bodyHashes, signedBy, parts.signer());
  if (answer.kind === 'refused') {
    await raiseAlarm(parts, last, answer.why, request.note, now);
    return answer;
  }
  const printed = printNote(answer.note);
  const next: WitnessedHead = {
    ...answer.head,
    ledger,
    publicKey: keyInBase64(keys.atCheckpoint),
    note: printed,
    alarm: null,
  };
  if (!(await parts.store.advance(last, next))) {
    // Another process of this witness saw more meanwhile.
    return { kind: 'out-of-step', head: headOf(await parts.store.read(ledger)) };
  }
  return { kind: 'countersigned', note: printed, head: answer.head, rotations: await parts.rotations() };
}

function isOlder({ time }: Checkpoint, last: WitnessedHead | undefined): boolean {
  const note = last && readNote(last.note);
  const kept = note && readCheckpoint(note);
  return kept !== undefined && Date.parse(time) < Date.parse(kept.time);
}

interface FollowedKeys {
  /** The kept key and all that follow from it by both signatures: each may sign. */
  readonly vouchedFor: readonly NoteVerifier[];
  /** The key that is in force at the checkpoint's own size. */
  readonly atCheckpoint: NoteVerifier;
  /** Whether each rotation up to the checkpoint is the entry that the chain has at its place. */
  readonly inPlace: boolean;
}

/** Follows the rotations after what was seen; undefined where one lacks a good signature. */
function followKeys(
  kept: NoteVerifier,
  seen: number,
  size: number,
  { rotations, bodyHashes }: WitnessRequest,
): FollowedKeys | undefined {
  const vouchedFor = [kept];
  let atCheckpoint = kept;
  let inPlace = true;
  let before = seen;
  for (const entry of rotations.filter(({ sequence }) => sequence > seen)) {
    const next = entry.keyRotation && keyAfterRotation(vouchedFor.at(-1) ?? kept, entry.keyRotation);
    if (!next || entry.sequence <= before) return undefined;
    before = entry.sequence;
    vouchedFor.push(next);
    if (entry.sequence > size) continue;
    atCheckpoint = next;
    inPlace &&= bodyHashes[entry.sequence - seen - 1] === bodyHashOf(entry);
  }
  return { vouchedFor, atCheckpoint, inPlace };
}

const ALARMS: readonly WitnessRefusal[] = ['ROLLED_BACK', 'FORKED'];

async function raiseAlarm(
  { store, log }: WitnessParts,
  last: WitnessedHead | undefined,
  why: WitnessRefusal,
  note: string,
  now: Date,
): Promise<void> {
  // The first alarm stays: its note proves where the ledger departed from what it had signed.
  if (last === undefined || last.alarm !== null || !ALARMS.includes(why)) return;
  await store.raise(last.ledger, { why, note, time: now.toISOString() });
  log.error({ ledger: last.ledger, why, size: last.size }, 'a ledger contradicts what it signed before');
}

/** `POST /ledger/witness`: for the other processes of the hub; what authenticates is the signature of the checkpoint. */
export function witnessRoute(parts: WitnessParts): Route {
  const answered = new Counter({
    name: 'concordat_ledger_witnessed_total',
    help: 'Checkpoints of other ledgers that were shown to this witness, by what it answered.',
    labelNames: ['answer'],
    registers: [parts.registry],
  });
  return {
    method: 'POST',
    path: WITNESS_PATH,
    maxBodyBytes: MAX_WITNESS_REQUEST_BYTES,
    handle: async ({ body }) => {
      const request = readWitnessRequest(body);
      const answer = request === undefined ? refused('UNREADABLE') : await answerWitness(parts, request, new Date());
      answered.inc({ answer: answer.kind === 'refused' ? answer.why : answer.kind });
      return jsonReply(answer.kind === 'refused' ? 403 : 200, answer);
    },
  };
}
