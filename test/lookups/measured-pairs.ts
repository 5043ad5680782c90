// Pairs of people through the running hub, by its own real steps, beside what `npm run measure-matching` says of the
// same people: the register of the one is the whole register of the other.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Client } from 'pg';

import type { PairVerdict } from '../../bench/measure-matching/pair-verdicts';
import type { Identity } from '../../matching/identity';
import { identityOf, type RegisteredPerson } from '../../subgraphs/common/lookup/lookup-register';
import { ask } from '../hub/hub';
import { runProgram } from '../hub/run-program';
import { newOfficer } from './officers';
import { type PairToMeasure, pairsToMeasure } from './pairs-to-measure';
import { type RecordedClient, withRecordedClients } from './recorded-clients';
import { type Asker, givenOf, lookUp, PURPOSE, step } from './steps';

/** What became of one pair. */
export interface ComparedPair {
  readonly kind: string;
  readonly isOnePerson: boolean;
  readonly measured: Verdict;
  readonly hub: Verdict;
}

interface Verdict {
  /** Whether the keys tell of a probable match. */
  readonly hit: boolean;
  /** After the release, whom comparison puts before the person who decides, each with its band; null without a hit. */
  readonly reviewed: readonly string[] | null;
}

/** The owner whose officers these are works elsewhere; each organisation has 200 questions a day. */
const ASKERS = ['uepe.officer', 'merseyside-police.officer'] as const;
const DECIDER = 'safety-house.process-manager';

/** Has the Safety House know the people of so many pairs and so many others, asks about them, and has it forget them. */
export async function compareMeasuredPairs(
  land: number,
  howMany: number,
  others: number,
  say: (text: string) => void = () => undefined,
): Promise<readonly ComparedPair[]> {
  const { matching, nearMisses, others: more } = pairsToMeasure(land, howMany, others);
  const pairs = [...matching, ...nearMisses].map((pair, index) => ({
    ...pair,
    id: `measured-${String(land)}-${String(index)}`,
    isOnePerson: index < matching.length,
  }));
  const people: readonly RecordedClient[] = [
    ...pairs.map(({ id, recorded }) => ({ id, identity: recorded })),
    ...more.map((identity, index) => ({ id: `other-${String(land)}-${String(index)}`, identity })),
  ];
  return withRecordedClients(people, async ({ owner }) => {
    await assertCountedAnew(owner, people.length);
    say(`${String(people.length)} people are recorded and told`);
    const measured = await measure(owner, pairs);
    const compared: ComparedPair[] = [];
    for (const [index, pair] of pairs.entries()) {
      const asker = newOfficer(ASKERS[index % ASKERS.length] ?? ASKERS[0]);
      compared.push({
        kind: pair.kind,
        isOnePerson: pair.isOnePerson,
        measured: measured[index] ?? { hit: false, reviewed: null },
        hub: await askHub(asker, pair.sought),
      });
      if (compared.length % 20 === 0) say(`${String(compared.length)} of ${String(pairs.length)} pairs`);
    }
    return compared;
  });
}

/**
 * The owner counts names anew once a twentieth of its people changed, and fifty at least: what another journey had it
 * count before is not what is measured.
 */
async function assertCountedAnew(owner: Client, recorded: number): Promise<void> {
  const { rows } = await owner.query<{ people: number }>('select count(*)::integer as people from client');
  if (recorded <= Math.max(50, 0.06 * (rows[0]?.people ?? 0))) {
    throw new Error('Too few are recorded for the names of the register to be counted anew.');
  }
}

const COLUMNS = ['given', 'surname', 'birth', 'place'] as const;

/** What the program says of the pairs, each against everybody in the owner's register. */
async function measure(
  owner: Client,
  pairs: readonly (PairToMeasure & { id: string; isOnePerson: boolean })[],
): Promise<readonly Verdict[]> {
  const { rows: register } = await owner.query<RegisteredPerson>('select * from lookup_register(null, now())');
  const folder = mkdtempSync(path.join(tmpdir(), 'concordat-measured-'));
  try {
    const [questions, people, verdicts] = ['questions.csv', 'register.csv', 'verdicts.jsonl'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string];
    writeFileSync(
      questions,
      csvOf(pairs.map(({ id, isOnePerson, sought }) => ({ truth: isOnePerson ? id : '', identity: sought }))),
    );
    writeFileSync(
      people,
      csvOf(register.map((person) => ({ truth: person.subject_id, identity: identityOf(person) }))),
    );
    const { exitCode, errors } = await runProgram('bench/measure-matching/command', {}, [
      questions,
      people,
      '--columns',
      COLUMNS.map((column) => `${column}=${column}`).join(','),
      '--truth=truth',
      '--json',
      '--verdicts',
      verdicts,
    ]);
    if (exitCode !== 0) throw new Error(errors);
    const told = readFileSync(verdicts, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as PairVerdict);
    return pairs.map((_, index) => {
      // Of those whom a lookup may find: the register has minors, too, by whom names are counted.
      const ofPair = told.flatMap(({ question, register: row, blinded, clear }) => {
        const person = register[row - 1];
        return question === index + 1 && person?.indexed === true ? [{ id: person.subject_id, blinded, clear }] : [];
      });
      const hit = ofPair.some(({ blinded }) => blinded === 'PROBABLE');
      const reviewed = ofPair.filter(({ clear }) => clear !== 'NONE').map(({ id, clear }) => `${id} ${clear}`);
      return { hit, reviewed: hit ? reviewed.sort() : null };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function csvOf(people: readonly { readonly truth: string; readonly identity: Identity }[]): string {
  const cell = (text: string | null): string => `"${(text ?? '').replaceAll('"', '""')}"`;
  return [
    ['truth', ...COLUMNS],
    ...people.map(({ truth, identity: { givenName, familyName, birthDate, birthPlace } }) => [
      truth,
      givenName,
      familyName,
      birthDate,
      birthPlace,
    ]),
  ]
    .map((cells) => `${cells.map(cell).join(',')}\n`)
    .join('');
}

/** Asks as an officer does, releases the identity after a hit, and reads as who decides what it was compared with. */
async function askHub(asker: Asker, sought: Identity): Promise<Verdict> {
  const { answer, hit } = await lookUp(asker, 'SAFETY_HOUSE', givenOf(sought));
  if (answer.errors.length > 0) throw new Error(answer.text);
  if (hit === null) return { hit: false, reviewed: null };
  const released = await step(
    asker.persona,
    'confirmIdentity',
    { target: 'SAFETY_HOUSE', handle: hit.handle, release: hit.release },
    asker.caseReference,
  );
  const lookup = released.data?.confirmIdentity as { id: string; state: string } | null;
  if (lookup === null) throw new Error(released.text);
  if (lookup.state === 'NOT_THE_SAME') return { hit: true, reviewed: [] };
  const queue = await ask(DECIDER, PURPOSE, '{ safetyHouseIdentityReviews(first: 100) { id candidates { id band } } }');
  const reviews = queue.data?.safetyHouseIdentityReviews as {
    id: string;
    candidates: { id: string; band: string }[];
  }[];
  const review = reviews.find(({ id }) => id === lookup.id);
  if (review === undefined) throw new Error(`The lookup is ${lookup.state} and waits for nobody: ${queue.text}`);
  // So that the queue stays short, and nothing is remembered of the two.
  const refused = await step(DECIDER, 'decideIdentity', { lookup: lookup.id, decision: 'REFUSE' });
  if (refused.errors.length > 0) throw new Error(refused.text);
  return { hit: true, reviewed: review.candidates.map(({ id, band }) => `${id} ${band}`).sort() };
}
