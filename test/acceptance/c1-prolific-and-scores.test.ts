// DOMAIN C.1 tests 9 and 10: who is prolific by which definition, and scores of two schemes: over HTTP.
import { ask } from '../hub/hub';
import { seededRecords, subjectsWith } from './seeded-records';

const today = new Date().toISOString().slice(0, 10);
const sinceYears = (years: number): string => `${String(Number(today.slice(0, 4)) - years)}${today.slice(4)}`;

/** Days of a kind of record of somebody, by a field. */
const daysOf = (type: string, subject: string, field: string): readonly string[] =>
  seededRecords(type)
    .filter((record) => record.subject === subject)
    .map(({ values }) => String(values[field]));

/** People with 12 offences (convictions) of five years, one of which is of the last year. */
function twelveWithOne(type: string, counted: string): readonly string[] {
  return [...subjectsWith(type)].filter(
    (id) =>
      daysOf(type, id, counted).filter((day) => day > sinceYears(5)).length === 12 &&
      daysOf(type, id, 'offenceDate').filter((day) => day > sinceYears(1)).length === 1,
  );
}

const KNOWSLEY = `query ($id: ID!, $threshold: Int! = 4) { nominal(id: $id) { prolific(offencesInLastYear: $threshold) {
  value reason byOffences byScore byManualInclusion offences60m offences12m definition { jurisdiction version text } } } }`;
const HAGUE = `query ($id: ID!) { client(id: $id) { prolific {
  value reason convictions60m offences12m asAt definition { jurisdiction version } } } }`;

const askKnowsley = async (id: string, threshold = 4) =>
  ask('merseyside-police.officer', 'IOM_CASE_MANAGEMENT', KNOWSLEY, { id, threshold });

describe('C.1 test 9: twelve convictions in five years, one of them of this year', () => {
  it('are prolific in the Netherlands', async () => {
    const [id] = twelveWithOne('ProsecutorOffence', 'convictionDate').filter((subject) =>
      subjectsWith('Client').has(subject),
    );
    const answer = await ask('om-den-haag.prosecutor', 'OWN_CASE_WORK', HAGUE, { id });
    expect(answer.errors).toEqual([]);
    expect(answer.data?.client.prolific).toEqual({
      value: true,
      reason: 'Ten convictions or more in five years, for at least one offence of the past twelve months.',
      convictions60m: 12,
      offences12m: 1,
      asAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      definition: { jurisdiction: 'NL', version: 'NL-1' },
    });
  });

  it('are not in Knowsley by (a)', async () => {
    const [id] = twelveWithOne('Offence', 'offenceDate');
    const { data, errors } = await askKnowsley(String(id));
    expect(errors).toEqual([]);
    expect(data?.nominal.prolific).toMatchObject({
      value: false,
      byOffences: false,
      offences60m: 12,
      offences12m: 1,
      definition: { jurisdiction: 'UK', version: 'UK-KNOWSLEY-1/4', text: expect.stringContaining('20 offences') },
    });
  });

  it('leaves open whether four or five of the last year are meant, and says which was', async () => {
    const id = [...subjectsWith('Offence')].find(
      (subject) =>
        daysOf('Offence', subject, 'offenceDate').filter((day) => day > sinceYears(5)).length === 20 &&
        daysOf('Offence', subject, 'offenceDate').filter((day) => day > sinceYears(1)).length === 4,
    );
    const four = (await askKnowsley(String(id))).data?.nominal.prolific;
    const five = (await askKnowsley(String(id), 5)).data?.nominal.prolific;
    expect([four.byOffences, five.byOffences]).toEqual([true, false]);
    expect([four.definition.version, five.definition.version]).toEqual(['UK-KNOWSLEY-1/4', 'UK-KNOWSLEY-1/5']);
    expect((await askKnowsley(String(id), 3)).errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
  });

  it('is true of Knowsley (b) with one or two convictions, by the score or by hand', async () => {
    const few = [...subjectsWith('Offence')].filter((id) => daysOf('Offence', id, 'offenceDate').length <= 2);
    const found = await Promise.all(few.map(async (id) => (await askKnowsley(id)).data?.nominal?.prolific as unknown));
    expect(found).toContainEqual(expect.objectContaining({ value: true, byScore: true, byOffences: false }));
    expect(found).toContainEqual(
      expect.objectContaining({ value: true, byScore: false, byManualInclusion: true, byOffences: false }),
    );
  });

  it('is not told to whom part of it is withheld: another borough sees score and offences, not the cohort', async () => {
    const [id] = [...subjectsWith('Nominal')];
    const { errors } = await ask(
      'liverpool-iom.officer',
      'CROSS_BOUNDARY_TRACKING',
      'query ($id: ID!) { nominal(id: $id) { prolific { value } } }',
      { id },
    );
    expect(errors.map(({ extensions }) => [extensions.code, extensions.coordinate])).toEqual([
      ['WITHHELD_BY_PROTOCOL', 'Nominal.prolific'],
    ]);
    const own = await ask(
      'merseyside-police.officer',
      'OWN_CASE_WORK',
      'query ($id: ID!) { nominal(id: $id) { name prolific { value } } }',
      { id },
    );
    expect(own.errors.map(({ extensions }) => [extensions.code, extensions.category])).toEqual([
      ['WITHHELD_BY_PROTOCOL', 'RISK_SCORE'],
    ]);
    expect(own.data?.nominal).toEqual({ name: expect.any(String), prolific: null });
  });

  it('is listed among what may be asked only where all of it is permitted', async () => {
    const asked = async (persona: string, purpose: string): Promise<readonly string[]> => {
      const { data } = await ask(persona, purpose, '{ whatMayIAsk(typeName: "Nominal") { fields { coordinate } } }');
      return (data?.whatMayIAsk.fields as { coordinate: string }[]).map(({ coordinate }) => coordinate);
    };
    expect(await asked('merseyside-police.officer', 'IOM_CASE_MANAGEMENT')).toContain('Nominal.prolific');
    expect(await asked('merseyside-police.officer', 'OWN_CASE_WORK')).not.toContain('Nominal.prolific');
  });
});

describe('C.1 test 10: scores of two boroughs', () => {
  const COMPARE = `query ($id: ID!, $otherId: ID!) {
    compareScores(id: $id, otherId: $otherId) { difference schemeArea schemeVersion } }`;
  const scoreOf = (area: string, version: string, skip = 0) =>
    seededRecords('CorvusScore').filter(
      ({ subject, values }) =>
        values['schemeArea'] === area &&
        values['schemeVersion'] === version &&
        subjectsWith('CohortMembership', (member) => member.values['status'] === 'MEMBER').has(String(subject)),
    )[skip];
  const compare = (persona: string, purpose: string, one: string | undefined, other: string | undefined) =>
    ask(persona, purpose, COMPARE, { id: one, otherId: other });

  const knowsley = () => scoreOf('Knowsley', 'invented-1');
  const another = () => scoreOf('Knowsley', 'invented-1', 5);
  const liverpool = () => scoreOf('Liverpool', 'invented-1');

  it('are not compared, and the reason is told', async () => {
    const answer = await compare('merseyside-police.officer', 'IOM_CASE_MANAGEMENT', knowsley()?.id, liverpool()?.id);
    expect(answer.data).toEqual({ compareScores: null });
    expect(answer.errors).toEqual([
      {
        message: expect.stringMatching(/not comparable.*different areas \(Knowsley, Liverpool\)/),
        path: ['compareScores'],
        extensions: { code: 'SCORES_NOT_COMPARABLE' },
      },
    ]);
  });

  it('nor two of different versions', async () => {
    const printed = scoreOf('Knowsley', 'as printed in 2015');
    const { errors } = await compare('merseyside-police.officer', 'IOM_CASE_MANAGEMENT', knowsley()?.id, printed?.id);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['SCORES_NOT_COMPARABLE']);
  });

  it('of one scheme are, with the scheme', async () => {
    const { data, errors } = await compare(
      'merseyside-police.officer',
      'IOM_CASE_MANAGEMENT',
      knowsley()?.id,
      another()?.id,
    );
    expect(errors).toEqual([]);
    expect(data?.compareScores).toEqual({
      difference: Number(knowsley()?.values['score']) - Number(another()?.values['score']),
      schemeArea: 'Knowsley',
      schemeVersion: 'invented-1',
    });
  });

  it('that may not be seen answer as unknown ones do, and the council, which sees bands, compares none', async () => {
    const followed = (
      await ask('gmp.officer', 'CROSS_BOUNDARY_TRACKING', '{ corvusScores(first: 1) { edges { node { id } } } }')
    ).data?.corvusScores.edges[0].node.id as string;
    const visible = await compare('gmp.officer', 'CROSS_BOUNDARY_TRACKING', followed, followed);
    expect(visible.data?.compareScores).toMatchObject({ difference: 0 });
    for (const hidden of [liverpool()?.id, 'nobody-has-this-id']) {
      const answer = await compare('gmp.officer', 'CROSS_BOUNDARY_TRACKING', followed, hidden);
      expect([answer.data, answer.errors]).toEqual([{ compareScores: null }, []]);
    }
    const council = await compare('kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', knowsley()?.id, another()?.id);
    expect(council.errors.map(({ extensions }) => extensions.code)).toEqual(['WITHHELD_BY_PROTOCOL']);
  });
});
