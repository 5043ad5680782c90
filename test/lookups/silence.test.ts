// No hit, no consent, no adequacy decision, extremism alone and under eighteen: one answer, byte for byte and in time.
import { Client } from 'pg';

import { seededRecords, subjectsWith } from '../acceptance/seeded-records';
import { hub } from '../hub/hub';
import { type HubAddress, type LaunchedHub, launchHub } from '../hub/launch-hub';
import { newOfficer, type TimedAnswer } from './officers';
import {
  answeredLater,
  askSilences,
  differentBytes,
  likelihoods,
  silencesAtEri,
  silencesAtTheSafetyHouse,
  silencesWithoutAdequacy,
} from './silences';
import { adults, lookUp, type Sought, soughtOf, type Target } from './steps';
import { consentingTo, ordinaryClient, untilTold } from './told-people';
import { mannWhitney, quartilePermutation } from './two-samples';
import { WITHOUT_ADEQUACY } from './without-adequacy';

/** For all the comparisons of the short form together. */
const ALPHA = 0.01;
/** An organisation has 200 questions a day: twice as many as this for each of two reasons, and no more. */
const TIMES = 47;
const PLANTED_MS = 5;
const STEP_MS = 250;

describe('the tests of two samples', () => {
  const from = (start: number, step: number): number[] =>
    Array.from({ length: 20 }, (_, index) => start + index * step);

  it('give what their formulas give for samples worked out by hand', () => {
    // Of 400 pairs 210 are the other way round: U = 190 without ties, z = (10 - 0.5) / sqrt(20 * 20 * 41 / 12).
    expect(mannWhitney(from(0, 2), from(1, 2))).toBeCloseTo(0.7972, 3);
    expect(mannWhitney(from(0, 1), from(20, 1))).toBeLessThan(1e-6);
    expect(mannWhitney(from(7, 0), from(7, 0))).toBe(1);
    expect(quartilePermutation(from(0, 1), from(20, 1))).toBeLessThan(1e-3);
    expect(quartilePermutation(from(0, 2), from(1, 2))).toBeGreaterThan(0.5);
    expect(quartilePermutation(from(7, 0), from(7, 0))).toBe(1);
  });
});

type Answers = ReadonlyMap<string, readonly TimedAnswer[]>;
const timesOf = (answers: Answers): readonly number[] =>
  [...answers.values()].flat().map(({ milliseconds }) => milliseconds);

describe('what cannot be told', () => {
  let own: LaunchedHub;
  beforeAll(async () => {
    own = await launchHub({ ...WITHOUT_ADEQUACY, LOOKUP_ANSWER_MS: String(STEP_MS) });
  }, 480_000);
  afterAll(() => own.stop(), 60_000);

  // Without these, nothing would be told of anybody: and nobody is told before the owners indexed their people.
  it.each<[string, () => readonly [HubAddress, string, Target, Sought]]>([
    ['a client of the Safety House', () => [own.address, 'uepe.officer', 'SAFETY_HOUSE', ordinaryClient()]],
    ['who consented to it', () => [own.address, 'reclassering.probation-officer', 'ERI', consentingTo('reclassering')]],
    [
      'who consented to it, with an adequacy decision',
      () => [hub, 'merseyside-police.officer', 'ERI', consentingTo('merseyside-police')],
    ],
  ])(
    'is told of %s',
    async (_name, given) => {
      await untilTold(...given());
    },
    90_000,
  );

  it('is the same bytes, and never before the step, whatever the reason', async () => {
    // Without an index, nothing could be told anyhow.
    await untilTold(own.address, 'uepe.officer', 'SAFETY_HOUSE', ordinaryClient());
    await untilTold(own.address, 'reclassering.probation-officer', 'ERI', consentingTo('reclassering'));
    const answers: TimedAnswer[] = [];
    for (const owner of [silencesAtEri(), silencesAtTheSafetyHouse(), silencesWithoutAdequacy()])
      answers.push(...[...(await askSilences(own.address, owner, 1)).values()].flat());
    const [one, ...others] = new Set(
      answers.map(({ status, text, headers }) => `${String(status)} ${text} ${headers}`),
    );
    expect(one).toContain('200 {"data":{"answer":{"hit":null}}}\n');
    expect(others).toEqual([]);
    expect(Math.min(...answers.map(({ milliseconds }) => milliseconds))).toBeGreaterThanOrEqual(STEP_MS);
  }, 200_000);

  it('is the same bytes at the same time, whatever the reason', async () => {
    const owners = [silencesAtEri(), silencesAtTheSafetyHouse(), silencesWithoutAdequacy()];
    const comparisons = owners.reduce((sum, { silences }) => sum + silences.length - 1, 0);
    const ask = async (): Promise<readonly (readonly [string, Answers])[]> => {
      const asked: (readonly [string, Answers])[] = [];
      // One after the other, so that no answer waits for another.
      for (const owner of owners) asked.push([owner.name, await askSilences(own.address, owner, TIMES)]);
      return asked;
    };
    const all = await ask();
    expect(new Set(all.flatMap(([, answers]) => differentBytes(answers))).size).toBe(1);
    expect(all[0]?.[1].get('without consent')?.[0]).toMatchObject({
      status: 200,
      text: '{"data":{"answer":{"hit":null}}}\n',
    });
    // None leaves before the step, so that nothing of the work shows.
    expect(Math.min(...all.flatMap(([, answers]) => timesOf(answers)))).toBeGreaterThanOrEqual(STEP_MS);
    const toldApart = (asked: readonly (readonly [string, Answers])[]): readonly string[] =>
      asked.flatMap(([owner, answers]) =>
        [...likelihoods(answers)].filter(([, p]) => p < ALPHA / comparisons).map(([reason]) => `${owner}: ${reason}`),
      );
    // By chance once in a hundred runs; of that, asked once more, once in a hundred.
    const first = toldApart(all);
    const again = first.length === 0 ? [] : toldApart(await ask());
    expect(first.filter((each) => again.includes(each))).toEqual([]);

    // The same test notices 5 ms; on a machine that is busy with other tests, what stands out of its noise. The long
    // form has to notice 5 ms (test/long/lookup-silence.ts).
    const planted = all.map(([owner, answers]) => [owner, answeredLater(answers, noticeable(answers))] as const);
    const noticed = toldApart(planted);
    for (const { name } of owners) expect(noticed.filter((each) => each.startsWith(name))).not.toEqual([]);
  }, 400_000);
});

/** 5 ms, where half of what is not late is as even as that. */
function noticeable(answers: Answers): number {
  const [nobody = []] = [...answers.values()].map((each) =>
    each.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other),
  );
  const at = (share: number): number => nobody[Math.floor(share * (nobody.length - 1))] ?? 0;
  return Math.max(PLANTED_MS, 1.5 * (at(0.5) - at(0.1)));
}

const admin = hub.databases['safety-house'];
const exchange = hub.databases['exchange'];
/** The embedded database belongs to its owner's process alone: there the statements below cannot be made. */
const onPostgres = admin === undefined || exchange === undefined ? describe.skip : describe;

onPostgres('a change of status to extremism', () => {
  it('changes no lookup answer and no tag', async () => {
    const extremism = seededRecords('ExtremismCase');
    const [client] = adults('Client', 'birthDate').filter(
      ({ id }) => subjectsWith('Case').has(id) && !extremism.some(({ subject }) => subject === id),
    );
    if (client === undefined) throw new Error('Nobody is seeded whose status could change.');
    const owner = new Client({ connectionString: admin });
    const index = new Client({ connectionString: exchange });
    await Promise.all([owner.connect(), index.connect()]);
    const tags = async (): Promise<unknown> =>
      (
        await index.query(
          "select record, key, tag, audience from lookup_tag where owner = 'safety-house' order by 1, 2, 3",
        )
      ).rows;
    const told = async (): Promise<string> => {
      const { answer, hit } = await lookUp(newOfficer('uepe.officer'), 'SAFETY_HOUSE', soughtOf(client, 'birthDate'));
      expect(hit).toMatchObject({ band: 'PROBABLE' });
      // The handle and what is sealed are made anew for each hit.
      return [hit?.handle, hit?.release, hit?.expiresAt].reduce<string>(
        (text, each) => text.replace(each ?? '', ''),
        answer.text,
      );
    };
    try {
      const before = { tags: await tags(), told: await told() };
      await owner.query(
        `insert into extremism_case select * from jsonb_populate_record(null::extremism_case,
           (select to_jsonb(e) || jsonb_build_object('id', 'sh-changed-status', 'subject_id', $1::text)
            from extremism_case e limit 1))`,
        [client.id],
      );
      // The keeper of the tags looks for changes several times a second.
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      const stale = await owner.query('select from lookup_stale where subject_id = $1', [client.id]);
      expect(stale.rowCount).toBe(0);
      expect({ tags: await tags(), told: await told() }).toEqual(before);
      // Of those who are known through extremism alone, nobody is in the index at all.
      const known = await owner.query<{ people: number; indexed: number }>(
        `select count(distinct e.subject_id)::integer as people, count(distinct r.subject_id)::integer as indexed
         from extremism_case e left join lookup_record r on r.subject_id = e.subject_id
         where not exists (select from safety_case c where c.subject_id = e.subject_id)`,
      );
      expect(known.rows[0]?.people).toBeGreaterThan(5);
      expect(known.rows[0]?.indexed).toBe(0);
    } finally {
      await owner.query("delete from extremism_case where id = 'sh-changed-status'");
      await Promise.all([owner.end(), index.end()]);
    }
  }, 60_000);
});
