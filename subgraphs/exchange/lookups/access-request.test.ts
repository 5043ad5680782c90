import { readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';

import type { DataCategory } from '../../../schema/categories';
import {
  type AccessRequest,
  closeRequest,
  decideAsSecond,
  decideRequest,
  type Decision,
  grantAt,
  requestAccess,
  requestAt,
  withdrawGrant,
  withdrawRequest,
} from './access-request';
import { HANDLE_LIVES_MS } from './handle';
import { beginLookup, type Lookup, lookupAt, type Party, stepLookup } from './lookup';
import {
  follow,
  ImpossibleStep,
  LOOKUP_ACTORS,
  LOOKUP_TRANSITIONS,
  REQUEST_ACTORS,
  REQUEST_TRANSITIONS,
} from './transitions';

const DAY = 86_400_000;
const BOX = 14 * DAY;
const NOW = 1_000_000;
const ASKER: Party = { person: 'prosecutor', organisation: 'om-den-haag', owner: 'safety-house' };
const COLLEAGUE: Party = { ...ASKER, person: 'another-prosecutor' };
const COORDINATOR: Party = { person: 'coordinator', organisation: 'kmbc', owner: 'knowsley-iom' };
const DEPUTY: Party = { person: 'deputy', organisation: 'kmbc', owner: 'knowsley-iom' };
const STRANGER: Party = { person: 'tutor', organisation: 'eri', owner: 'eri' };
const SPECIAL: readonly DataCategory[] = ['HEALTH', 'FAMILY_CHILDREN', 'OFFENCE', 'RISK_SCORE'];

const asked = (): Lookup => beginLookup(ASKER, 'knowsley-iom', BOX, NOW);
const released = (): Lookup => stepLookup(asked(), 'release', ASKER, NOW);
const confirmed = (): Lookup => stepLookup(released(), 'confirm', COORDINATOR, NOW);
const requested = (...categories: DataCategory[]): AccessRequest => requestAccess(confirmed(), ASKER, categories, NOW);
const all = (...categories: DataCategory[]): Decision => ({ categories, handlingCode: 'H1', until: NOW + BOX });

describe('the states of a lookup and of a request', () => {
  const tables = [
    ['A lookup', LOOKUP_TRANSITIONS, LOOKUP_ACTORS],
    ['A request', REQUEST_TRANSITIONS, REQUEST_ACTORS],
  ] as const;

  it.each(tables)('%s stands in docs/lookup.md, every transition with whose it is', (_subject, table, actors) => {
    const rows = readFileSync(path.join(__dirname, '../../../docs/lookup.md'), 'utf8')
      .split('\n')
      .map((line) => line.replaceAll(/ +/g, ' '));
    for (const [state, steps] of Object.entries(table)) {
      for (const [step, next] of Object.entries(steps)) {
        const actor = (actors as Readonly<Record<string, string>>)[step]?.toLowerCase() ?? '';
        expect(rows).toContain(`| \`${state}\` | ${step} | ${actor} | \`${next as string}\` |`);
      }
    }
  });

  it.each(tables)(
    '%s takes no step that the table does not have, and says what is possible',
    (subject, table, actors) => {
      for (const [state, steps] of Object.entries(table)) {
        for (const step of Object.keys(actors).filter((name) => !Object.hasOwn(steps, name))) {
          const impossible = (): string => follow(table as never, state as never, step, subject);
          expect(impossible).toThrow(ImpossibleStep);
          expect(impossible).toThrow(
            /^A (lookup|request) that is [a-z ]+ cannot [a-z ]+: (it has ended|possible is [a-z ,]+)\.$/,
          );
        }
      }
    },
  );

  it('has no step by a name that every object has', () => {
    expect(() => follow(LOOKUP_TRANSITIONS as never, 'ASKED' as never, 'toString', 'A lookup')).toThrow(ImpossibleStep);
  });
});

describe('a lookup', () => {
  it('waits a quarter of an hour for the release, and then as long as the protocol gives', () => {
    expect(lookupAt(asked(), NOW + HANDLE_LIVES_MS - 1).state).toBe('ASKED');
    expect(lookupAt(asked(), NOW + HANDLE_LIVES_MS).state).toBe('EXPIRED');
    expect(lookupAt(released(), NOW + BOX - 1).state).toBe('RELEASED');
    expect(lookupAt(released(), NOW + BOX).state).toBe('EXPIRED');
    expect(lookupAt(stepLookup(released(), 'refuse', DEPUTY, NOW), NOW + 9 * BOX).state).toBe('REFUSED');
  });

  it('is of another owner’s people', () => {
    expect(() => beginLookup(ASKER, 'safety-house', BOX, NOW)).toThrow('the own owner');
  });

  it.each([
    ['release', asked, COLLEAGUE, 'Only who asked can do this'],
    ['release', asked, COORDINATOR, 'Only who asked can do this'],
    ['confirm', released, ASKER, 'Only a person at the owner that was asked can do this'],
    ['confirm', released, STRANGER, 'Only a person at the owner that was asked can do this'],
    ['confirm', asked, COORDINATOR, 'A lookup that is asked cannot confirm: possible is release, withdraw.'],
  ] as const)('refuses %s', (step, lookup, by, message) => {
    expect(() => stepLookup(lookup(), step, by, NOW)).toThrow(message);
  });
});

describe('an access request', () => {
  it.each([
    ['all', ['IDENTITY', 'CUSTODY'], 'APPROVED'],
    ['a part', ['CUSTODY'], 'APPROVED_IN_PART'],
    ['none', [], 'DECLINED'],
  ] satisfies [string, DataCategory[], string][])(
    'is approved for %s of what was requested',
    (_what, categories, state) => {
      const decided = decideRequest(requested('IDENTITY', 'CUSTODY'), all(...categories), COORDINATOR, NOW);
      expect(decided.state).toBe(state);
      expect(grantAt(decided, NOW)?.categories ?? []).toEqual(categories);
    },
  );

  it.each(SPECIAL)('needs a second person for %s, who may take it out', (special) => {
    const waiting = decideRequest(requested('CUSTODY', special), all('CUSTODY', special), COORDINATOR, NOW);
    expect(waiting.state).toBe('AWAITING_SECOND');
    expect(grantAt(waiting, NOW)).toBeUndefined();
    expect(() => decideAsSecond(waiting, true, COORDINATOR, NOW)).toThrow('another one than the first');
    expect(() => decideRequest(waiting, all('CUSTODY'), DEPUTY, NOW)).toThrow('a second one agrees or not');
    expect(grantAt(decideAsSecond(waiting, true, DEPUTY, NOW), NOW)?.categories).toEqual(['CUSTODY', special]);
    const without = decideAsSecond(waiting, false, DEPUTY, NOW);
    expect([without.state, grantAt(without, NOW)?.categories]).toEqual(['APPROVED_IN_PART', ['CUSTODY']]);
    const onlySpecial = decideRequest(requested(special), all(special), COORDINATOR, NOW);
    expect(decideAsSecond(onlySpecial, false, DEPUTY, NOW).state).toBe('DECLINED');
  });

  it.each([
    [
      'what was not requested',
      () => decideRequest(requested('CUSTODY'), all('OFFENCE'), COORDINATOR, NOW),
      'OFFENCE was not requested',
    ],
    [
      'a longer time than the protocol’s',
      () => decideRequest(requested('CUSTODY'), { ...all('CUSTODY'), until: NOW + BOX + 1 }, COORDINATOR, NOW),
      'within the 14 days of the protocol',
    ],
    [
      'a time that is over',
      () => decideRequest(requested('CUSTODY'), { ...all('CUSTODY'), until: NOW }, COORDINATOR, NOW),
      'An approval ends after now',
    ],
    [
      'a time beyond every calendar',
      () => decideRequest(requested('CUSTODY'), { ...all('CUSTODY'), until: NaN }, COORDINATOR, NOW),
      'An approval ends after now',
    ],
    [
      'a request before the confirmation',
      () => requestAccess(released(), ASKER, ['CUSTODY'], NOW),
      'after a person at the owner confirmed',
    ],
    ['a request long after it', () => requestAccess(confirmed(), ASKER, ['CUSTODY'], NOW + BOX), 'before that expires'],
    ['a colleague’s request', () => requestAccess(confirmed(), COLLEAGUE, ['CUSTODY'], NOW), 'Only who asked'],
    ['a request for nothing', () => requestAccess(confirmed(), ASKER, [], NOW), 'at least one category'],
    [
      'the asker’s approval',
      () => decideRequest(requested('CUSTODY'), all('CUSTODY'), ASKER, NOW),
      'Only a person at the owner',
    ],
    [
      'a second person who is not awaited',
      () => decideAsSecond(requested('CUSTODY'), true, DEPUTY, NOW),
      'No second decision is awaited',
    ],
  ])('refuses %s', (_what, step, message) => {
    expect(step).toThrow(ImpossibleStep);
    expect(step).toThrow(message);
  });

  it('grants nothing after it was withdrawn, was closed or ran out', () => {
    const granted = decideRequest(requested('CUSTODY'), { ...all('CUSTODY'), until: NOW + DAY }, COORDINATOR, NOW);
    expect(grantAt(granted, NOW + DAY - 1)).toEqual({ categories: ['CUSTODY'], handlingCode: 'H1', until: NOW + DAY });
    expect(grantAt(granted, NOW + DAY)).toBeUndefined();
    expect(requestAt(granted, NOW + DAY).state).toBe('EXPIRED');
    expect(grantAt(withdrawGrant(granted, DEPUTY, NOW), NOW)).toBeUndefined();
    const closed = closeRequest(granted, 'LED_TO_ACTION', ASKER, NOW);
    expect([closed.state, closed.outcome, grantAt(closed, NOW)]).toEqual(['CLOSED', 'LED_TO_ACTION', undefined]);
    expect(withdrawRequest(requested('CUSTODY'), ASKER, NOW).state).toBe('WITHDRAWN');
    expect(() => withdrawRequest(granted, ASKER, NOW)).toThrow('possible is withdraw grant, close');
  });
});

/** Anything that anybody may try, in any order, with any time between; what was let through is noted beside it. */
class Attempt {
  now = NOW;
  lookup = asked();
  request: AccessRequest | undefined;
  readonly confirmedBy: Party[] = [];
  /** Persons at whatever owner whose decision was let through since the request. */
  readonly decidedBy: Party[] = [];
  ended = false;
  latest = 0;

  try(name: string, by: Party, categories: readonly DataCategory[], lasts: number): void {
    try {
      this.step(name, by, categories, lasts);
    } catch (error) {
      if (!(error instanceof ImpossibleStep)) throw error;
    }
  }

  private step(name: string, by: Party, categories: readonly DataCategory[], lasts: number): void {
    const { now } = this;
    switch (name) {
      case 'release':
      case 'confirm':
      case 'sayNotTheSame':
      case 'refuse':
      case 'withdraw':
        this.lookup = stepLookup(this.lookup, name, by, now);
        if (name === 'confirm') this.confirmedBy.push(by);
        return;
      case 'request':
        this.request = requestAccess(this.lookup, by, categories, now);
        this.decidedBy.length = 0;
        this.ended = false;
        return;
    }
    if (this.request === undefined) return;
    switch (name) {
      case 'decide':
        this.request = decideRequest(this.request, { categories, handlingCode: 'H2', until: now + lasts }, by, now);
        this.decidedBy.push(by);
        this.latest = now + BOX;
        return;
      case 'agree':
      case 'disagree':
        this.request = decideAsSecond(this.request, name === 'agree', by, now);
        this.decidedBy.push(by);
        return;
      case 'withdrawRequest':
        this.request = withdrawRequest(this.request, by, now);
        break;
      case 'withdrawGrant':
        this.request = withdrawGrant(this.request, by, now);
        break;
      case 'close':
        this.request = closeRequest(this.request, 'NO_ACTION_NEEDED', by, now);
        break;
    }
    this.ended = true;
  }
}

describe('whatever anybody tries', () => {
  const usual = ['release', 'confirm', 'request', 'decide', 'agree'];
  const name = fc.constantFrom(
    ...[
      ...usual,
      ...usual,
      'sayNotTheSame',
      'refuse',
      'withdraw',
      'disagree',
      'withdrawRequest',
      'withdrawGrant',
      'close',
    ],
  );
  const party = fc.constantFrom(ASKER, ASKER, COORDINATOR, COORDINATOR, DEPUTY, COLLEAGUE, STRANGER);
  const categories = fc.subarray<DataCategory>(['CUSTODY', 'IDENTITY', 'HEALTH', 'OFFENCE']);
  const passes = fc.constantFrom(0, 0, 0, 1_000, HANDLE_LIVES_MS, DAY, BOX);
  const attempts = fc.array(fc.tuple(name, party, categories, passes, fc.constantFrom(DAY, BOX, BOX + 1)), {
    maxLength: 40,
  });
  /** From somewhere in the middle, too: few random walks come far. */
  const beginning = fc.nat({ max: usual.length });

  it('a grant follows from a confirmation and an approval by the other owner, two persons for special categories, and time ends it', () => {
    const seen = { grants: 0, special: 0, expired: 0 };
    fc.assert(
      fc.property(beginning, attempts, (first, steps) => {
        const attempt = new Attempt();
        usual.slice(0, first).forEach((step, index) => {
          attempt.try(
            step,
            [ASKER, COORDINATOR, ASKER, COORDINATOR, DEPUTY][index] as Party,
            ['CUSTODY', 'HEALTH'],
            BOX,
          );
        });
        for (const [step, by, named, passed, lasts] of steps) {
          attempt.now += passed;
          attempt.try(step, by, named, lasts);
          const { request, now } = attempt;
          if (request === undefined) continue;
          const grant = grantAt(request, now);
          if (grant === undefined) {
            if (requestAt(request, now).state === 'EXPIRED') seen.expired += 1;
            continue;
          }
          seen.grants += 1;
          const ofOwner = (parties: readonly Party[]): Set<string> =>
            new Set(parties.filter(({ owner }) => owner === 'knowsley-iom').map(({ person }) => person));
          expect(ofOwner(attempt.confirmedBy).size).toBeGreaterThan(0);
          expect(ofOwner(attempt.decidedBy).size).toBeGreaterThan(0);
          expect(attempt.ended).toBe(false);
          expect(now).toBeLessThan(grant.until);
          expect(grant.until).toBeLessThanOrEqual(attempt.latest);
          expect(request.requested).toEqual(expect.arrayContaining([...grant.categories]));
          if (grant.categories.some((category) => SPECIAL.includes(category))) {
            seen.special += 1;
            expect(ofOwner(attempt.decidedBy).size).toBeGreaterThan(1);
          }
        }
      }),
      { numRuns: 2_000 },
    );
    // The property says something only where grants were reached.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });

  it('expiry wins: at the end of its time every step is refused and nothing is granted', () => {
    fc.assert(
      fc.property(beginning, attempts, name, party, categories, (first, steps, last, by, named) => {
        const attempt = new Attempt();
        usual.slice(0, first).forEach((step, index) => {
          attempt.try(step, [ASKER, COORDINATOR, ASKER, COORDINATOR, DEPUTY][index] as Party, ['CUSTODY'], BOX);
        });
        for (const [step, who, some] of steps.slice(0, 8)) attempt.try(step, who, some, DAY);
        attempt.now = Math.max(attempt.lookup.expiresAt, attempt.request?.expiresAt ?? 0);
        const before = [attempt.lookup, attempt.request];
        attempt.try(last, by, named, DAY);
        expect([attempt.lookup, attempt.request]).toEqual(before);
        expect(attempt.request && grantAt(attempt.request, attempt.now)).toBeUndefined();
      }),
      { numRuns: 1_000 },
    );
  });
});
