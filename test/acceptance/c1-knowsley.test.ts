// DOMAIN C.1, what a mentoring charity may and may not learn from Knowsley: over HTTP, with real tokens.
import { ask } from '../hub/hub';
import { everyNode, expectLikeUnknown } from './answers';
import { seededRecords, subjectsWith } from './seeded-records';

const NEVER_FOR_A_MENTOR = `query ($id: ID!) {
  nominal(id: $id) { givenName corvusScores { score } costsOfCrime { amountGbp } intelligenceReports { text } offences { code } }
}`;
const FORBIDDEN = ['corvusScores', 'costsOfCrime', 'intelligenceReports', 'offences'] as const;

async function menteesOf(mentor: string): Promise<readonly string[]> {
  return (await everyNode(mentor, 'MENTORING_SUPPORT', 'nominals', 'id')).map(({ id }) => String(id));
}

describe('C.1 test 1: score, cost, intelligence and offences of a mentee', () => {
  let mentee: string;

  beforeAll(async () => {
    const recorded = ['CorvusScore', 'CostOfCrime', 'IntelligenceReport', 'Offence'].map((type) => subjectsWith(type));
    const found = (await menteesOf('mals.mentor')).find((id) => recorded.every((subjects) => subjects.has(id)));
    if (found === undefined) throw new Error('no mentee of mals.mentor has all four kinds of records');
    mentee = found;
  });

  it('exist, and the police are told them', async () => {
    const answer = await ask('merseyside-police.officer', 'IOM_CASE_MANAGEMENT', NEVER_FOR_A_MENTOR, { id: mentee });
    expect(answer.errors).toEqual([]);
    expect(answer.data?.nominal).toEqual({
      givenName: expect.any(String),
      corvusScores: expect.arrayContaining([{ score: expect.any(Number) }]),
      costsOfCrime: expect.arrayContaining([{ amountGbp: expect.any(Number) }]),
      intelligenceReports: expect.arrayContaining([{ text: expect.any(String) }]),
      offences: expect.arrayContaining([{ code: expect.any(String) }]),
    });
  });

  it('are all null for the own mentor, with one refusal a category that cites its clause', async () => {
    const answer = await ask('mals.mentor', 'MENTORING_SUPPORT', NEVER_FOR_A_MENTOR, { id: mentee });
    expect(answer.data?.nominal).toEqual({
      givenName: expect.any(String),
      corvusScores: null,
      costsOfCrime: null,
      intelligenceReports: null,
      offences: null,
    });
    const refusals = answer.errors.map(({ path, extensions }) => ({
      path,
      code: extensions.code,
      category: extensions.category,
    }));
    expect(refusals).toHaveLength(4);
    expect(refusals).toEqual(
      expect.arrayContaining([
        { path: ['nominal', 'corvusScores'], code: 'WITHHELD_BY_PROTOCOL', category: 'RISK_SCORE' },
        { path: ['nominal', 'costsOfCrime'], code: 'WITHHELD_BY_PROTOCOL', category: 'COST_OF_CRIME' },
        { path: ['nominal', 'intelligenceReports'], code: 'WITHHELD_BY_PROTOCOL', category: 'POLICE_INTELLIGENCE' },
        { path: ['nominal', 'offences'], code: 'WITHHELD_BY_PROTOCOL', category: 'OFFENCE' },
      ]),
    );
    for (const { extensions } of answer.errors) {
      expect(extensions).toMatchObject({
        protocol: expect.any(String),
        version: expect.any(String),
        clause: expect.any(String),
      });
    }
  });

  it('are asked of no owner', async () => {
    const permitted = await ask('merseyside-police.officer', 'IOM_CASE_MANAGEMENT', NEVER_FOR_A_MENTOR, { id: mentee });
    const asked = (await permitted.fetches()).map(({ body }) => body).join('\n');
    for (const field of FORBIDDEN) expect(asked).toContain(field);

    const refused = await ask('mals.mentor', 'MENTORING_SUPPORT', NEVER_FOR_A_MENTOR, { id: mentee });
    const fetches = await refused.fetches();
    expect(fetches.map(({ owner }) => owner)).toEqual(['knowsley-iom']);
    for (const field of [...FORBIDDEN, 'score', 'amountGbp', 'text', 'code']) {
      expect(fetches.map(({ body }) => body).join('\n')).not.toMatch(new RegExp(`\\b${field}\\b`));
    }
  });
});

describe('C.1 test 2: somebody else’s mentee', () => {
  it.each([
    ['MENTORING_SUPPORT', 'query ($id: ID!) { nominal(id: $id) { id givenName referrals { reason } } }'],
    ['MENTORING_SUPPORT', 'query ($id: ID!) { person(id: $id) { nominal { givenName } } }'],
    ['OWN_CASE_WORK', 'query ($id: ID!) { malsClient(id: $id) { id givenName mentoringSessions { heldOn } } }'],
    [
      'OWN_CASE_WORK',
      'query ($id: ID!) { malsClients(filter: { id: { equals: $id } }) { totalCount edges { node { givenName } } } }',
    ],
  ])('is answered like an unknown id: %s %s', async (purpose, query) => {
    const lists = { MENTORING_SUPPORT: 'nominals', OWN_CASE_WORK: 'malsClients' } as const;
    const list = lists[purpose as keyof typeof lists];
    const own = new Set((await everyNode('mals.mentor', purpose, list, 'id')).map(({ id }) => String(id)));
    const others = (await everyNode('mals.mentor-2', purpose, list, 'id')).map(({ id }) => String(id));
    const foreign = others.find((id) => !own.has(id));
    if (foreign === undefined) throw new Error('mals.mentor-2 has no mentee of their own');

    const seen = await ask('mals.mentor-2', purpose, query, { id: foreign });
    expect(JSON.stringify(seen.data)).toMatch(/"givenName":"/);
    await expectLikeUnknown('mals.mentor', purpose, query, foreign);
  });
});

describe('C.1 test 17: the MALS coordinator and an offered referral', () => {
  const REFERRED = `query ($id: ID!) { nominal(id: $id) {
    givenName mentorSafetyBand
    referrals { stage source fromOrganisation referredOn reason pathwaysRequested }
    pathwayStatuses { pathway need } interventions { pathway kind }
    name aliases dateOfBirth birthPlace sourceReference sex ageBand homeBorough movedBetweenBoroughs address phone
    agreedChannel communicationNeed
    cohortMemberships { status } statusAssessments { housing } jointActionGroupDecisions { decision }
    outcomeWindows { firstEngagement } corvusScores { band } costsOfCrime { band } offences { offenceClass }
    arrests { code } intelligenceReports { id } supervisions { riskOfHarm } offenderManagers { name }
    licenceConditions { kind } meetingConstraint { exclusionArea } lifeChangePlans { goal } custodyEpisodes { status }
    custodyConducts { band } healthNotes { kind }
  } }`;
  const OPEN = ['givenName', 'mentorSafetyBand', 'pathwayStatuses', 'referrals'];

  /** People whose only referral is on offer: nothing was accepted for them yet. */
  function onOffer(): readonly string[] {
    const offered = subjectsWith('Referral', ({ values }) => values.stage === 'OFFERED');
    const further = subjectsWith('Referral', ({ values }) => values.stage !== 'OFFERED');
    return [...offered].filter((id) => !further.has(id));
  }

  const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

  it('sees referral, given name, needs selected and the band of safety, and nothing more of the person', async () => {
    const subjects = onOffer();
    expect(subjects.length).toBeGreaterThan(0);
    const shown = new Map<string, number>();
    for (const id of subjects) {
      const { data } = await ask('mals.coordinator', 'REFERRAL', REFERRED, { id });
      const nominal = data?.nominal as Record<string, unknown>;
      const requested = seededRecords('Referral').find((referral) => referral.subject === id)?.values
        .pathwaysRequested as string[];
      expect(nominal).toMatchObject({
        givenName: expect.any(String),
        referrals: [{ stage: 'OFFERED', pathwaysRequested: requested }],
      });
      for (const { pathway } of nominal.pathwayStatuses as { pathway: string }[]) expect(requested).toContain(pathway);
      for (const [field, value] of Object.entries(nominal)) {
        if (isEmpty(value)) continue;
        expect(OPEN).toContain(field);
        shown.set(field, (shown.get(field) ?? 0) + 1);
      }
    }
    expect([...shown.keys()].sort()).toEqual(OPEN);
  });

  it('could be told more by what is recorded: the police are', async () => {
    const more = new Set<string>();
    for (const id of onOffer()) {
      const { data } = await ask('merseyside-police.officer', 'IOM_CASE_MANAGEMENT', REFERRED, { id });
      for (const [field, value] of Object.entries((data?.nominal ?? {}) as Record<string, unknown>)) {
        if (!OPEN.includes(field) && !isEmpty(value)) more.add(field);
      }
    }
    expect([...more]).toEqual(expect.arrayContaining(['name', 'dateOfBirth', 'address', 'offences', 'supervisions']));
  });
});
