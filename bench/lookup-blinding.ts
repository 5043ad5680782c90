// Blinded lookup, as far as arithmetic goes: how many points an owner evaluates in a second, how long a question of
// twelve takes at the asker and at the owner, what indexing costs an owner with 100,000 people of ten keys each (from
// 1,000 of them), and how long such indexing keeps other requests waiting.
import { randomBytes } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import { BlindedQuestion } from '../blinding/blinded-question';
import { LookupKey } from '../blinding/lookup-key';
import { atMost, type Bench } from './bench';
import { quantile, spreadOf } from './measure/spread';

const ROUNDS = 5;
const QUESTIONS_A_ROUND = 100;
const INDEXED_A_ROUND = 1_000;
const KEYS_A_PERSON = 10;
const PEOPLE = 100_000;

const keysOf = (person: number): string[] =>
  Array.from({ length: KEYS_A_PERSON }, (_, key) => `key ${String(key)} of person ${String(person)}`);

/** Milliseconds of one question: blinded and unblinded by the asker, evaluated by the owner. */
async function timeQuestion(owner: LookupKey, person: number) {
  const begun = performance.now();
  const question = await BlindedQuestion.ask(keysOf(person));
  const blinded = performance.now();
  const evaluated = await owner.evaluate(question.points);
  const answered = performance.now();
  await question.unblind(evaluated);
  const ended = performance.now();
  return { asker: blinded - begun + ended - answered, owner: answered - blinded, whole: ended - begun };
}

/** Seconds of indexing, of them those of the processor, and for how long it kept the event loop. */
async function index(owner: LookupKey) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const before = process.cpuUsage();
  const begun = performance.now();
  for (let person = 0; person < INDEXED_A_ROUND; person += 1) await owner.tagsOf(keysOf(person));
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  delay.disable();
  return { seconds, cpuSeconds: (user + system) / 1e6, p99HoldMs: delay.percentile(99) / 1e6 };
}

/** Evaluations a second, one question after another. */
async function evaluatedASecond(owner: LookupKey): Promise<number> {
  const { points } = await BlindedQuestion.ask(keysOf(0));
  const begun = performance.now();
  for (let question = 0; question < QUESTIONS_A_ROUND; question += 1) await owner.evaluate(points);
  return (QUESTIONS_A_ROUND * points.length * 1000) / (performance.now() - begun);
}

export const benchLookupBlinding: Bench = async ({ rounds = ROUNDS, say }) => {
  const owner = await LookupKey.ofSecret(randomBytes(32));
  for (let person = 0; person < 20; person += 1) await timeQuestion(owner, person);
  const evaluated: number[] = [];
  const questions: { asker: number; owner: number; whole: number }[] = [];
  const indexed: { seconds: number; cpuSeconds: number; p99HoldMs: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    evaluated.push(await evaluatedASecond(owner));
    for (let person = 0; person < QUESTIONS_A_ROUND; person += 1) questions.push(await timeQuestion(owner, person));
    indexed.push(await index(owner));
    say(`round ${String(round + 1)} of ${String(rounds)}`);
  }
  const tagged = indexed.map(({ seconds }) => (INDEXED_A_ROUND * KEYS_A_PERSON) / seconds);
  const minutesOf = (seconds: number): number => (seconds * PEOPLE) / INDEXED_A_ROUND / 60;
  const minutes = spreadOf(indexed.map(({ seconds }) => minutesOf(seconds)));
  const cpuMinutes = spreadOf(indexed.map(({ cpuSeconds }) => minutesOf(cpuSeconds)));
  const p95 = (of: 'asker' | 'owner' | 'whole'): number =>
    quantile(
      questions.map((question) => question[of]),
      0.95,
    );
  const hold = spreadOf(indexed.map(({ p99HoldMs }) => p99HoldMs));
  return {
    rounds,
    figures: {
      evaluationsASecond: spreadOf(evaluated),
      questionOfTwelve: { p95Milliseconds: { asker: p95('asker'), owner: p95('owner'), whole: p95('whole') } },
      tagsASecond: spreadOf(tagged),
      indexing: { people: PEOPLE, keysAPerson: KEYS_A_PERSON, extrapolatedFrom: INDEXED_A_ROUND, minutes, cpuMinutes },
      eventLoopDelayWhileIndexing: { p99Milliseconds: hold },
    },
    goals: [
      // Of the 50 ms that a whole lookup may take before its answer is held back, comparing tags takes the rest.
      atMost('p95 milliseconds of a question of twelve, both sides', p95('whole'), 25),
      atMost(`minutes to index ${String(PEOPLE)} people`, minutes.median, 10),
      atMost('p99 milliseconds for which indexing holds the event loop', hold.median, 20),
    ],
  };
};
