import fc from 'fast-check';

import {
  admitQuestion,
  type Asked,
  KEYS_A_QUESTION,
  missesTooOften,
  noteOutcome,
  NOTHING_ASKED,
  type Question,
} from './question-limits';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = 50 * DAY;

/** An owner's memory of two persons of one organisation. */
class Memory {
  readonly persons = new Map<string, Asked>();
  organisation: Asked = NOTHING_ASKED;
  closed = false;
  private questions = 0;

  ask(who: string, now: number, question: Partial<Question> = {}) {
    const asked = { id: `q${(this.questions += 1)}`, keys: KEYS_A_QUESTION, sought: undefined, ...question };
    const before = {
      person: this.persons.get(who) ?? NOTHING_ASKED,
      organisation: this.organisation,
      tap: { closed: this.closed },
    };
    const admission = admitQuestion(before, asked, now);
    if (admission.kind === 'ADMITTED') {
      this.persons.set(who, admission.person);
      this.organisation = admission.organisation;
    }
    return admission;
  }
}

/** How many of so many questions, so far apart, are admitted. */
function admitted(memory: Memory, who: string, count: number, apart: number, from = NOW): number {
  return Array.from({ length: count }, (_, index) => memory.ask(who, from + index * apart)).filter(
    ({ kind }) => kind === 'ADMITTED',
  ).length;
}

describe('the limits of questions', () => {
  it('are three at once, and after them one in three minutes', () => {
    const memory = new Memory();
    expect(admitted(memory, 'officer', 10, 0)).toBe(3);
    expect(memory.ask('officer', NOW)).toEqual({
      kind: 'TOO_MANY',
      code: 'TOO_MANY_LOOKUPS',
      retryAfter: 180,
      limit: 'three at once',
    });
    expect(memory.ask('officer', NOW + 3 * MINUTE - 1).kind).toBe('TOO_MANY');
    expect(memory.ask('officer', NOW + 3 * MINUTE).kind).toBe('ADMITTED');
    expect(memory.ask('officer', NOW + 3 * MINUTE).kind).toBe('TOO_MANY');
  });

  it('are 20 a person in any hour, whatever the burst', () => {
    const memory = new Memory();
    expect(admitted(memory, 'officer', 60, MINUTE)).toBe(20);
    const refused = memory.ask('officer', NOW + HOUR - 1);
    expect(refused).toMatchObject({ kind: 'TOO_MANY', retryAfter: 1, limit: 'one person in an hour' });
    expect(memory.ask('officer', NOW + HOUR).kind).toBe('ADMITTED');
  });

  it('are 200 an organisation in any day, whoever asks', () => {
    const memory = new Memory();
    const each = Array.from({ length: 20 }, (_, person) => admitted(memory, `officer ${person}`, 20, 5 * MINUTE));
    expect(each.reduce((sum, count) => sum + count, 0)).toBe(200);
    expect(memory.ask('another', NOW + 10 * HOUR)).toMatchObject({
      kind: 'TOO_MANY',
      retryAfter: (14 * HOUR) / 1000,
      limit: 'one organisation in a day',
    });
    expect(memory.ask('another', NOW + DAY).kind).toBe('ADMITTED');
  });

  it('count keys: twice as many questions of six, six at once and forty in an hour', () => {
    const memory = new Memory();
    const at = (now: number): boolean => memory.ask('officer', now, { keys: 6 }).kind === 'ADMITTED';
    expect(Array.from({ length: 10 }, () => at(NOW)).filter(Boolean)).toHaveLength(6);
    expect(Array.from({ length: 60 }, (_, index) => at(NOW + (index + 1) * (MINUTE - 1))).filter(Boolean)).toHaveLength(
      34,
    );
  });

  it.each([0, 13])('refuse a question of %d keys as such', (keys) => {
    expect(() => new Memory().ask('officer', NOW, { keys })).toThrow(`A question has 1 to 12 keys, not ${keys}.`);
  });

  it('count a person who is sought again within a day once, for the same asker', () => {
    const memory = new Memory();
    const sought = 'digest';
    for (let round = 0; round < 50; round += 1) expect(memory.ask('officer', NOW, { sought }).kind).toBe('ADMITTED');
    expect(admitted(memory, 'officer', 10, 0)).toBe(2);
    expect(memory.ask('officer', NOW + 1, { sought }).kind).toBe('ADMITTED');
    expect(memory.ask('officer', NOW + 1, { sought: 'another' }).kind).toBe('TOO_MANY');
    expect(memory.organisation.counted).toHaveLength(3);
    expect(memory.ask('colleague', NOW, { sought }).kind).toBe('ADMITTED');
    expect(memory.organisation.counted).toHaveLength(4);
    // From the first time on: who asks every hour is counted every day.
    expect(memory.ask('officer', NOW + DAY - 1, { sought }).kind).toBe('ADMITTED');
    expect(memory.organisation.counted).toHaveLength(4);
    expect(memory.ask('officer', NOW + DAY, { sought }).kind).toBe('ADMITTED');
    expect(memory.persons.get('officer')?.counted).toHaveLength(1);
  });

  it('admit nothing while the tap is closed, not even what was asked before, and all again after', () => {
    const memory = new Memory();
    memory.ask('officer', NOW, { sought: 'digest' });
    memory.closed = true;
    expect(memory.ask('officer', NOW, { sought: 'digest' })).toEqual({ kind: 'CLOSED', code: 'LOOKUP_CLOSED' });
    expect(memory.ask('colleague', NOW)).toEqual({ kind: 'CLOSED', code: 'LOOKUP_CLOSED' });
    memory.closed = false;
    expect(memory.ask('officer', NOW).kind).toBe('ADMITTED');
  });

  it('hold in any span of time, and the time to wait is exact', () => {
    const passes = fc.oneof(
      fc.nat({ max: 1_000 }),
      fc.nat({ max: 1_000 }),
      fc.nat({ max: 3 * MINUTE }),
      fc.nat({ max: HOUR / 4 }),
    );
    const asks = fc.array(fc.tuple(passes, fc.constantFrom('one', 'other'), fc.integer({ min: 1, max: 12 })), {
      minLength: 20,
      maxLength: 120,
    });
    let refused = 0;
    fc.assert(
      fc.property(asks, (steps) => {
        const memory = new Memory();
        const log: { who: string; at: number; keys: number }[] = [];
        let now = NOW;
        for (const [passed, who, keys] of steps) {
          now += passed;
          const before = new Memory();
          memory.persons.forEach((asked, name) => before.persons.set(name, asked));
          before.organisation = memory.organisation;
          const admission = memory.ask(who, now, { keys });
          if (admission.kind === 'ADMITTED') log.push({ who, at: now, keys });
          if (admission.kind === 'TOO_MANY') {
            refused += 1;
            expect(before.ask(who, now + admission.retryAfter * 1000, { keys }).kind).toBe('ADMITTED');
            expect(before.ask(who, now + admission.retryAfter * 1000 - 1000, { keys }).kind).toBe('TOO_MANY');
          }
        }
        const spent = (from: number, span: number, who?: string): number =>
          log
            .filter((one) => one.at >= from && one.at < from + span && (who === undefined || one.who === who))
            .reduce((sum, one) => sum + one.keys, 0);
        for (const { at, who } of log) {
          expect(spent(at, HOUR, who)).toBeLessThanOrEqual(240);
          expect(spent(at, DAY)).toBeLessThanOrEqual(2_400);
          expect(spent(at, 1, who)).toBeLessThanOrEqual(36);
          expect(spent(at, 3 * MINUTE, who)).toBeLessThanOrEqual(48);
        }
      }),
      { numRuns: 200 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it('keep a record small, with nothing in it of who is sought', () => {
    const memory = new Memory();
    for (let round = 0; round < 3_000; round += 1)
      memory.ask('officer', NOW + round * MINUTE, { sought: `digest ${round}` });
    const kept = memory.persons.get('officer');
    expect(kept?.counted.length).toBeLessThanOrEqual(20);
    expect(kept?.sought.length).toBeLessThanOrEqual(480);
    expect(memory.organisation.counted.length).toBeLessThanOrEqual(200);
    expect(memory.organisation.sought).toEqual([]);
  });
});

describe('the alarm on misses', () => {
  const asked = (hits: number, misses: number, open = 0): Asked => ({
    ...NOTHING_ASKED,
    counted: Array.from({ length: hits + misses + open }, (_, index) => ({
      question: `q${index}`,
      at: NOW,
      keys: 12,
      hit: index < hits ? true : index < hits + misses ? false : null,
    })),
  });

  it.each([
    [0, 30, 0, true],
    [0, 29, 50, false],
    [2, 38, 0, true],
    [3, 38, 0, false],
    [10, 20, 0, false],
  ])('with %d hits, %d misses and %d unknown is %s', (hits, misses, open, alarm) => {
    expect(missesTooOften(asked(hits, misses, open), NOW)).toBe(alarm);
  });

  it('forgets what is a day old', () => {
    expect(missesTooOften(asked(0, 40), NOW + DAY - 1)).toBe(true);
    expect(missesTooOften(asked(0, 40), NOW + DAY)).toBe(false);
  });

  it('knows an outcome by its question, and no other', () => {
    const noted = noteOutcome(noteOutcome(asked(0, 0, 3), 'q1', false), 'q2', true);
    expect(noted.counted.map(({ hit }) => hit)).toEqual([null, false, true]);
    expect(noteOutcome(noted, 'q9', true)).toEqual(noted);
  });
});
