// What an operator does about lookups, by the commands: a lookup key is replaced while officers go on asking, and people
// who are recorded twice are told.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Client } from 'pg';

import type { KeyRotation } from '../../blinding/rotate-lookup-key';
import type { Identity } from '../../matching/identity';
import type { FoundDuplicate } from '../../subgraphs/common/lookup/find-candidates';
import { hub } from '../hub/hub';
import { runHubCommand } from '../hub/launch-hub';
import { newOfficer } from './officers';
import { pairsToMeasure } from './pairs-to-measure';
import { type RecordedClient, withRecordedClients } from './recorded-clients';
import { type Asker, givenOf, type Hit, lookUp, step } from './steps';

/** The embedded database belongs to its owner's process alone: there nobody can be recorded from outside. */
const onPostgres = hub.databases['safety-house'] === undefined ? describe.skip : describe;
const lookup = (...words: readonly string[]): Promise<string> =>
  runHubCommand(hub, 'subgraphs/common/lookup/command', ...words, '--owner', 'safety-house');

onPostgres('npm run lookup -- duplicates', () => {
  const person = (
    id: string,
    givenName: string,
    familyName: string,
    birthDate: string,
    birthPlace: string | null = null,
  ): RecordedClient => ({
    id: `twice-${id}`,
    identity: { givenName, familyName, aliases: [], birthDate, birthPlace },
  });
  const PEOPLE = [
    person('a1', 'Johannes', 'Oudekerk-Zwaan', '1966-10-03'),
    person('a2', 'Johanes', 'Oudekerk Zwaan', '1966-10-03'),
    // One digit of the date is off.
    person('b1', 'Zebulonia', 'Tjallingsveen', '1971-05-14'),
    person('b2', 'Zebulonia', 'Tjallingsveen', '1971-05-15'),
    // Twins, and two of one day who have nothing else in common.
    person('c1', 'Wietske', 'Krabbeldijkstra', '1980-02-29', 'Zwartewegsveen'),
    person('c2', 'Foppe', 'Krabbeldijkstra', '1980-02-29', 'Zwartewegsveen'),
    person('d1', 'Roelfina', 'Quispelaar', '1959-04-08'),
    person('d2', 'Anthonius', 'Vossebelt', '1959-04-08'),
  ];
  const ofPeople = (found: readonly FoundDuplicate[]): Readonly<Record<string, string>> =>
    Object.fromEntries(
      found.flatMap(({ one, other, band }) => {
        const pair = [one, other].sort();
        return pair.some((id) => id.startsWith('twice-')) ? [[pair.join(' '), band]] : [];
      }),
    );

  it('tells those who are recorded twice, and twins as no more than possible', async () => {
    await withRecordedClients(PEOPLE, async () => {
      const found = JSON.parse(await lookup('duplicates', '--json', '--limit', '1000')) as readonly FoundDuplicate[];
      expect(ofPeople(found)).toEqual({
        'twice-a1 twice-a2': expect.stringMatching(/^(STRONG|PROBABLE)$/),
        'twice-b1 twice-b2': expect.stringMatching(/^(STRONG|PROBABLE)$/),
        'twice-c1 twice-c2': 'POSSIBLE',
      });

      const words = await lookup('duplicates', '--limit', '1000');
      expect(words).toMatch(/^twice-a1 twice-a2 (STRONG|PROBABLE) [\d.]+ bits$/m);
      expect(words).toContain(`\n${String(found.length)} pairs that may be one person each\n`);
      // The likeliest first, and no more than are asked for.
      const [likeliest] = JSON.parse(await lookup('duplicates', '--json', '--limit', '1')) as FoundDuplicate[];
      expect(likeliest?.bits).toBeGreaterThan(0);
    });
    const afterwards = JSON.parse(await lookup('duplicates', '--json', '--limit', '1000')) as FoundDuplicate[];
    expect(ofPeople(afterwards)).toEqual({});
    await expect(lookup('duplicates', '--limit', '0')).rejects.toThrow('answered 400');
  }, 240_000);
});

type Phase = KeyRotation['phase'] | 'AFTERWARDS';

onPostgres('npm run lookup -- rotate-key', () => {
  /** So many more people, so that tagging them anew lasts longer than a lookup. */
  const MORE = 200;
  const PHASE_WITHIN_MS = 150_000;
  const ASKERS = ['uepe.officer', 'merseyside-police.officer'] as const;
  /** Of both organisations, each of which has as many in a day: other journeys ask, too. */
  const MOST_LOOKUPS = 200;

  it('replaces the key while every lookup of a known person hits, and the old key’s tags are gone in the end', async () => {
    const { others } = pairsToMeasure(302, 0, MORE);
    const people = others.map((identity, index) => ({ id: `rotated-${String(index)}`, identity }));
    await withRecordedClients(people, async ({ owner, exchange }) => {
      const keysOfTags = async (): Promise<readonly string[]> =>
        (
          await exchange.query<{ key: string }>(
            "select distinct key from lookup_tag where owner = 'safety-house' order by key",
          )
        ).rows.map(({ key }) => key);
      const first = await stateOf(owner);
      expect(first.phase).toBe('STEADY');
      expect(await keysOfTags()).toEqual([first.key]);
      const file = path.join(hub.dataFolder, 'keys/lookup-safety-house.secret');
      const secret = readFileSync(file, 'utf8');

      const officers = officersAsking(owner, first.key, others);
      try {
        await officers.askedIn('STEADY');
        const before = await hitOf(newOfficer(ASKERS[0]), others[0] as Identity);
        expect(await lookup('rotate-key')).toContain('everybody is tagged with the next key');
        await expect(lookup('rotate-key')).rejects.toThrow('answered 409');
        await officers.askedIn('RETAGGING');
        await officers.askedIn('LINGERING');
        const { key } = await stateOf(owner);
        expect(key).not.toBe(first.key);
        expect(await keysOfTags()).toEqual([first.key, key].sort());
        // What was sealed to the old key is still opened.
        await release(before);

        // Its hour has passed.
        await owner.query(
          `update lookup_key_rotation set state = jsonb_set(state::jsonb, '{until}', '0') where state ->> 'phase' = 'LINGERING'`,
        );
        await officers.askedIn('AFTERWARDS');
        for (const deadline = Date.now() + PHASE_WITHIN_MS; (await keysOfTags()).length > 1;) {
          if (Date.now() > deadline) throw new Error('The old tags are still at the exchange.');
          await new Promise((resolve) => setTimeout(resolve, 250));
        }
        expect(await keysOfTags()).toEqual([key]);
        await officers.askedIn('AFTERWARDS');
        for (const deadline = Date.now() + PHASE_WITHIN_MS; secretsIn(readFileSync(file, 'utf8')).length > 1;) {
          if (Date.now() > deadline) throw new Error('The old key is still in its file.');
          await new Promise((resolve) => setTimeout(resolve, 250));
        }
        expect(readFileSync(file, 'utf8')).not.toContain(secretsIn(secret)[0]);
      } finally {
        const { asked, missed } = await officers.end();
        expect(missed).toEqual([]);
        expect(asked).toBeGreaterThan(8);
      }
    });
  }, 560_000);

  /** Asks about one after the other, as one officer after the other, until it is ended. */
  function officersAsking(owner: Client, firstKey: string, known: readonly Identity[]) {
    const phase = async (): Promise<Phase> => {
      const state = await stateOf(owner);
      return state.phase === 'STEADY' && state.key !== firstKey ? 'AFTERWARDS' : state.phase;
    };
    const missed: string[] = [];
    const times = new Map<Phase, number>();
    let [asked, isOver] = [0, false];
    const asking = (async () => {
      while (!isOver && asked < MOST_LOOKUPS) {
        const before = await phase();
        const sought = known[asked % known.length] as Identity;
        const asker = newOfficer(ASKERS[asked % ASKERS.length] ?? ASKERS[0]);
        const { hit, answer } = await lookUp(asker, 'SAFETY_HOUSE', givenOf(sought));
        asked += 1;
        const after = await phase();
        if (hit === null) missed.push(`${before} to ${after}: ${answer.text}`);
        if (before === after) times.set(before, (times.get(before) ?? 0) + 1);
      }
    })();
    return {
      /** Resolves when another two lookups began and ended in a phase. */
      askedIn: async (wanted: Phase): Promise<void> => {
        const enough = (times.get(wanted) ?? 0) + 2;
        for (const deadline = Date.now() + PHASE_WITHIN_MS; (times.get(wanted) ?? 0) < enough;) {
          const present = await phase();
          if (Date.now() > deadline || asked >= MOST_LOOKUPS) {
            throw new Error(`No two lookups in ${wanted}, after ${String(asked)}: it is ${present}.`);
          }
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      },
      end: async () => {
        isOver = true;
        await asking;
        return { asked, missed };
      },
    };
  }
});

async function stateOf(owner: Client): Promise<KeyRotation> {
  const { rows } = await owner.query<{ state: KeyRotation }>('select state from lookup_key_rotation');
  const [row] = rows;
  if (row === undefined) throw new Error('The owner has no lookup key.');
  return row.state;
}

const secretsIn = (file: string): readonly string[] => file.split('\n').filter((line) => line !== '');

async function hitOf(asker: Asker, sought: Identity): Promise<{ readonly asker: Asker; readonly hit: Hit }> {
  const { hit, answer } = await lookUp(asker, 'SAFETY_HOUSE', givenOf(sought));
  if (hit === null) throw new Error(answer.text);
  return { asker, hit };
}

/** Releases an identity, and has it refused so that nobody's queue grows. */
async function release({ asker, hit: { handle, release: sealed } }: Awaited<ReturnType<typeof hitOf>>): Promise<void> {
  const input = { target: 'SAFETY_HOUSE', handle, release: sealed };
  const released = await step(asker.persona, 'confirmIdentity', input, asker.caseReference);
  expect(released.data?.confirmIdentity).toMatchObject({ state: 'RELEASED' });
  const { id } = released.data?.confirmIdentity as { id: string };
  const refused = await step('safety-house.process-manager', 'decideIdentity', { lookup: id, decision: 'REFUSE' });
  expect(refused.errors).toEqual([]);
}
