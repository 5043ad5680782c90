// Whoever has all that the exchange keeps and carries finds nobody in it, and the owner that is asked sees nothing of
// who is sought. With an owner's lookup key the same program finds that owner's people: it does look.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { groupReady, hashToGroup } from '../../blinding/group';
import { LookupKeys, type LookupOwner } from '../../blinding/lookup-keys';
import { writePoint } from '../../blinding/points';
import { openIdentity } from '../../blinding/seal-identity';
import { identityOf } from '../../subgraphs/common/lookup/lookup-register';
import { sealedForLookup } from '../../subgraphs/common/lookup/desk/released-identity';
import { LOOKUP_OWNERS } from '../../subgraphs/common/peers/asker';
import { hashOfHandle } from '../../subgraphs/exchange/lookups/handle';
import { type SeededRecord, seededRecords } from '../acceptance/seeded-records';
import { hub, recordedCalls, tokenOf } from '../hub/hub';
import type { RecordedCall } from '../hub/recording-proxy';
import { attack, type Captured, type ListedPerson, matchTextsOf } from './dictionary-attack';
import { keptBy } from './kept-by';
import { adults, type Asker, dayIn, type Hit, lookUp, PURPOSE, soughtOf, step } from './steps';

/** Nobody's, and found in no word of the hub. */
const INVENTED = {
  givenName: 'Zebadiyah',
  familyName: 'Quillfeathering',
  birthDate: '1957-11-23',
  birthPlace: 'Llanfairfechanwy',
};
const ANOTHER = { ...INVENTED, givenName: 'Oswaldine', familyName: 'Thrumbletonby', birthDate: '1961-08-19' };

const TARGET = 'knowsley-iom';
const TODAY = new Date().toISOString().slice(0, 10);

/** An open case of somebody in The Hague. */
function askerOf(persona: string, organisation: string): Asker {
  const active = new Set(
    seededRecords('CaseParticipant')
      .filter(
        ({ values }) =>
          values['organisation'] === organisation &&
          dayIn(values['activeFrom']) <= TODAY &&
          dayIn(values['activeUntil']) >= TODAY,
      )
      .map(({ values }) => values['caseId']),
  );
  const open = seededRecords('Case').find(({ id, values }) => active.has(id) && values['stage'] !== 'CLOSED');
  if (open?.subject === undefined) throw new Error(`${persona} has no open case.`);
  return {
    persona,
    mutation: 'safetyHouseLookUpPerson',
    caseReference: open.id,
    subject: open.subject,
  };
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Everybody who is seeded anywhere, as an attacker may have them from elsewhere. */
function everybody(): readonly ListedPerson[] {
  return Object.values(PEOPLE_OF).flat().flatMap(listed);
}

function listed(type: string): readonly ListedPerson[] {
  return seededRecords(type).map(({ id, values }: SeededRecord) => ({
    id,
    identity: identityOf({
      subject_id: id,
      given_name: text(values['givenName']),
      full_name: text(values['name']),
      aliases: (values['aliases'] ?? null) as readonly string[] | null,
      birth_date: text(values['dateOfBirth'] ?? values['birthDate']),
      birth_place: text(values['birthPlace']),
      audience: null,
      until: null,
      held_by: '',
    }),
  }));
}

const PEOPLE_OF: Readonly<Record<LookupOwner, readonly string[]>> = {
  'knowsley-iom': ['Nominal', 'MalsClient'],
  'safety-house': ['Client'],
  eri: ['Participant'],
};

interface Push {
  readonly evaluating: string;
  readonly changes: readonly { readonly record: string; readonly tags?: readonly { readonly tag: string }[] }[];
}

const HEX16 = /"([0-9a-f]{16})"/g;
const BASE64_OF_32 = /"([A-Za-z0-9+/]{43}=)"/g;
const SEALED = /[0-9a-f]{16}\.[A-Za-z0-9+/]{100,}={0,2}/g;

function captured(calls: readonly RecordedCall[], kept: string): Captured {
  const all = [...calls.flatMap(({ body, reply }) => [body, reply]), kept];
  const found = (pattern: RegExp): string[] =>
    all.flatMap((each) => [...each.matchAll(pattern)].map((match) => match[1] ?? match[0]));
  return { tags: new Set(found(HEX16)), points: new Set(found(BASE64_OF_32)), sealed: [...new Set(found(SEALED))] };
}

const pushesOf = (owner: LookupOwner, calls: readonly RecordedCall[], keys: LookupKeys): readonly Push[] =>
  calls
    .filter(({ path: at }) => at === '/lookup/tags')
    .map(({ body }) => JSON.parse(body) as Push)
    .filter(({ evaluating }) => keys.all.some(({ id }) => id === evaluating));

/** Records of an owner in the index, as it told the exchange. */
function indexedBy(owner: LookupOwner, calls: readonly RecordedCall[], keys: LookupKeys): number {
  const records = new Set<string>();
  for (const { changes } of pushesOf(owner, calls, keys)) {
    for (const { record, tags = [] } of changes) {
      if (tags.length > 0) records.add(record);
      else records.delete(record);
    }
  }
  return records.size;
}

describe('whoever has all that the exchange keeps and carries', () => {
  const people = everybody();
  const questions: { readonly points: readonly string[]; readonly rest: string }[] = [];
  let keys: ReadonlyMap<LookupOwner, LookupKeys>;
  let asker: Asker;
  let hit: Hit;
  let refusals: readonly string[];
  let sought: SeededRecord;
  let calls: readonly RecordedCall[];
  let kept: string;

  beforeAll(async () => {
    await groupReady();
    const env = { CONCORDAT_DATA_DIR: hub.dataFolder };
    keys = new Map(
      await Promise.all(LOOKUP_OWNERS.map(async (owner) => [owner, await LookupKeys.open(owner, env)] as const)),
    );
    await untilIndexed(keys);
    const prosecutor = askerOf('om-den-haag.prosecutor', 'om-den-haag');
    asker = askerOf('reclassering.probation-officer', 'reclassering');
    for (const person of [INVENTED, INVENTED, ANOTHER]) {
      const before = (await recordedCalls()).length;
      const missed = await lookUp(prosecutor, 'KNOWSLEY', person);
      expect(missed).toMatchObject({ hit: null, answer: { errors: [] } });
      const toTarget = (await recordedCalls())
        .slice(before)
        .find((call) => call.owner === TARGET && call.path === '/lookup/owner/evaluate');
      const { points, ...rest } = JSON.parse(toTarget?.body ?? '{}') as { points: readonly string[] };
      questions.push({ points, rest: JSON.stringify(rest) });
    }
    const consented = new Set(
      seededRecords('ParticipantConsent')
        .filter(
          ({ values }) =>
            (values['purposes'] as string[]).includes(PURPOSE) &&
            (values['recipients'] as string[]).includes('reclassering') &&
            (values['withdrawnAt'] ?? null) === null,
        )
        .map(({ subject }) => subject),
    );
    const participant = adults('Participant', 'birthDate').find(({ id }) => consented.has(id));
    if (participant === undefined) throw new Error('Nobody is seeded who consented.');
    sought = participant;
    const found = await lookUp(asker, 'ERI', soughtOf(sought, 'birthDate'));
    if (found.hit === null) throw new Error(`There is no hit: ${found.answer.text}`);
    hit = found.hit;
    const released = await step(
      asker.persona,
      'confirmIdentity',
      { target: 'ERI', handle: hit.handle, release: hit.release },
      asker.caseReference,
    );
    refusals = released.errors.map(({ extensions }) => extensions.code);
    calls = await recordedCalls();
    kept = await keptBy('exchange');
  }, 180_000);

  it('finds nobody of a list of everybody', async () => {
    const all = captured(calls, kept);
    expect(all.tags.size).toBeGreaterThan(500);
    expect(all.points.size).toBeGreaterThan(24);
    expect(all.sealed).toContain(hit.release);
    const { byTags, byPoints, bySealed } = await attack(all, people);
    expect([...byTags, ...byPoints, ...bySealed]).toEqual([]);
  }, 120_000);

  it.each(LOOKUP_OWNERS)(
    'finds the people of %s with its lookup key',
    async (owner) => {
      const own = keys.get(owner);
      if (own === undefined) throw new Error(`There is no key of ${owner}.`);
      const indexed = indexedBy(owner, calls, own);
      const found = await attack(captured(calls, kept), PEOPLE_OF[owner].flatMap(listed), own.all);
      expect(indexed).toBeGreaterThanOrEqual(3);
      expect(found.byTags.size).toBeGreaterThanOrEqual(0.95 * indexed);
      // Points say nothing to any key, and what was sealed opens at its owner.
      expect(found.byPoints.size).toBe(0);
      expect([...found.bySealed].includes(sought.id)).toBe(owner === 'eri');
    },
    120_000,
  );

  it('cannot open what was sealed to another owner, nor hand it in elsewhere', async () => {
    const claims = JSON.parse(
      Buffer.from((await tokenOf(asker.persona)).split('.')[1] ?? '', 'base64url').toString(),
    ) as {
      sub: string;
    };
    const who = { person: claims.sub, organisation: 'reclassering', role: 'probation-officer' } as const;
    const open = (owner: LookupOwner, handle: string, target: LookupOwner) =>
      openIdentity(hit.release, sealedForLookup(hashOfHandle(handle), who, target), keys.get(owner)?.all ?? []);
    expect(refusals).toEqual([]);
    await expect(open('eri', hit.handle, 'eri')).resolves.toMatchObject({ givenName: sought.values['givenName'] });
    for (const owner of ['knowsley-iom', 'safety-house'] as const) {
      await expect(open(owner, hit.handle, 'eri')).rejects.toThrow('a key that is not in use here');
    }
    await expect(open('eri', hit.handle, 'knowsley-iom')).rejects.toThrow('another handle, asker or owner');
    await expect(open('eri', 'another', 'eri')).rejects.toThrow('another handle, asker or owner');
  });

  it('and the owner that is asked sees the same whoever is sought', () => {
    const [first, again, another] = questions.map(({ points }) => new Set(points));
    if (first === undefined || again === undefined || another === undefined) throw new Error('Nothing was asked.');
    for (const points of [first, again, another]) expect(points.size).toBe(12);
    expect([...first].filter((point) => again.has(point) || another.has(point))).toEqual([]);
    expect([...again].filter((point) => another.has(point))).toEqual([]);
    // Beside the points stands who asks, and nothing that differs but the number of the request.
    const withoutRequest = questions.map(({ rest }) => rest.replace(/"requestId":"[^"]*"/, ''));
    expect(new Set(withoutRequest).size).toBe(1);
    for (const { identity } of [INVENTED, ANOTHER].map((each) => ({ identity: { ...each, aliases: [] } }))) {
      for (const key of matchTextsOf(identity)) {
        const point = writePoint(hashToGroup(key));
        for (const seen of [first, again, another]) expect(seen.has(point)).toBe(false);
      }
    }
  });

  it('finds no word of who was sought and missed: not in a database, a log or a call', async () => {
    const words = [INVENTED, ANOTHER].flatMap((person) => [
      ...Object.values(person),
      ...Object.values(person).map((word) => word.toLowerCase()),
      ...matchTextsOf({ ...person, aliases: [] }),
    ]);
    const logFolder = path.join(hub.dataFolder, 'logs');
    const places: Readonly<Record<string, string>> = {
      'the database of the exchange': await keptBy('exchange'),
      'the database of the owner that was asked': await keptBy(TARGET),
      'the calls to the exchange, and between owners': calls.map(({ body, reply }) => `${body}\n${reply}`).join('\n'),
      logs: readdirSync(logFolder)
        .map((file) => readFileSync(path.join(logFolder, file), 'utf8'))
        .join('\n'),
    };
    const where = Object.entries(places).flatMap(([place, content]) =>
      words.filter((word) => content.includes(word)).map((word) => `${word} stands in ${place}`),
    );
    expect(where).toEqual([]);
    // Such words would be found: an owner has the names of its own people, and the exchange who asked.
    const [nominal] = adults('Nominal', 'dateOfBirth');
    expect(places['the database of the owner that was asked']).toContain(nominal?.values['givenName']);
    expect(places['the database of the exchange']).toContain('om-den-haag');
    expect(places['the calls to the exchange, and between owners']).toContain('om-den-haag');
    expect(places['logs']).toContain('"service"');
  });
});

/** A hub that has just started tags its people beside requests. */
async function untilIndexed(keys: ReadonlyMap<LookupOwner, LookupKeys>): Promise<void> {
  let known = '';
  for (let still = 0; still < 4;) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const calls = await recordedCalls();
    const counts = [...keys].map(([owner, own]) => indexedBy(owner, calls, own));
    const now = counts.join();
    still = now === known && counts.every((count) => count > 0) ? still + 1 : 0;
    known = now;
  }
}
