// DOMAIN C.1, the stages of a Safety House case and the silence about extremism: over HTTP, with real tokens.
import { ask } from '../hub/hub';
import { everyNode, expectLikeUnknown } from './answers';
import { seededRecords, subjectsWith } from './seeded-records';

const CASE = `query ($id: ID!) { case(id: $id) {
  stage complexity
  client { givenName name }
  screeningItems { offenceType actionsAlreadyTaken }
  familyMembers { relation }
  pathwayNeeds { need state }
  healthNeeds { needStatement }
} }`;

/** Cases that this partner is told of in a case conference. */
async function casesSeenBy(
  persona: string,
): Promise<readonly { id: string; stage: string; complexity: string | null }[]> {
  return (await everyNode(persona, 'CASE_CONFERENCE', 'cases', 'id stage complexity')) as {
    id: string;
    stage: string;
    complexity: string | null;
  }[];
}

const caseIdsOf = (type: string): ReadonlySet<unknown> =>
  new Set(seededRecords(type).map(({ values }) => values.caseId));
const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

describe('C.1 test 4: a partner of the health pillar', () => {
  it('sees offence type and actions taken in screening, and neither family nor needs', async () => {
    const [items, families, needs, health] = ['ScreeningItem', 'FamilyMember', 'PathwayNeed', 'HealthNeed'].map(
      caseIdsOf,
    );
    const screening = (await casesSeenBy('forensic-care.clinician')).filter(({ stage }) => stage === 'SCREENING');
    const told = screening.filter(({ id }) => items?.has(id));
    expect(told.length).toBeGreaterThan(0);
    let hidden = 0;
    for (const { id } of told) {
      const { data } = await ask('forensic-care.clinician', 'CASE_CONFERENCE', CASE, { id });
      expect(data?.case.screeningItems).toContainEqual({
        offenceType: expect.any(String),
        actionsAlreadyTaken: expect.any(String),
      });
      for (const field of ['familyMembers', 'pathwayNeeds', 'healthNeeds'])
        expect(isEmpty(data?.case[field])).toBe(true);
      if (families?.has(id) && needs?.has(id) && health?.has(id)) hidden += 1;
    }
    // The family and the needs that stay hidden are recorded.
    expect(hidden).toBeGreaterThan(0);
  });

  it('sees the needs once the plan is being developed', async () => {
    const [families, needs, health] = ['FamilyMember', 'PathwayNeed', 'HealthNeed'].map(caseIdsOf);
    const developing = (await casesSeenBy('forensic-care.clinician')).filter(
      ({ stage, id }) => stage === 'DEVELOPING' && families?.has(id) && needs?.has(id) && health?.has(id),
    );
    expect(developing.length).toBeGreaterThan(0);
    for (const { id } of developing) {
      const { data } = await ask('forensic-care.clinician', 'CASE_CONFERENCE', CASE, { id });
      expect(data?.case.pathwayNeeds).toContainEqual({ need: expect.any(String), state: expect.any(String) });
      expect(data?.case.healthNeeds).toContainEqual({ needStatement: expect.any(String) });
      expect(data?.case.familyMembers).toContainEqual({ relation: expect.any(String) });
    }
  });
});

describe('C.1 test 18: screening', () => {
  it.each(['politie-haaglanden.officer', 'youth-care.worker', 'den-haag.public-order'])(
    'works for %s before complexity is known',
    async (persona) => {
      const undecided = (await casesSeenBy(persona)).filter(
        ({ stage, complexity }) => stage === 'SCREENING' && complexity === null,
      );
      expect(undecided.length).toBeGreaterThan(0);
      for (const { id } of undecided) {
        expect(seededRecords('Case').find((seeded) => seeded.id === id)?.values.complexity).toBeNull();
        const { data } = await ask(persona, 'CASE_CONFERENCE', CASE, { id });
        expect(data?.case).toMatchObject({ client: { givenName: expect.any(String), name: expect.any(String) } });
      }
    },
  );
});

describe('C.1 test 5: extremism', () => {
  const TRIANGLE = ['den-haag.public-order', 'politie-haaglanden.officer', 'om-den-haag.prosecutor'] as const;
  const EXTREMISM =
    'query ($id: ID!) { extremismCase(id: $id) { id subjectName state summary reviewDue factors { factor } } }';
  const today = new Date().toISOString().slice(0, 10);
  const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

  const dateOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const approved = () => seededRecords('ExtremismCase').filter(({ values }) => values.state === 'APPROVED');
  const soon = () => approved().filter(({ values }) => (dateOf(values.reviewDue) ?? '') > today);
  const pastReview = () => approved().filter(({ values }) => (dateOf(values.reviewDue) ?? '9999') < today);
  const unapproved = () =>
    seededRecords('ExtremismCase').filter(
      ({ values }) => values.state === 'PROPOSED' && (dateOf(values.proposedAt) ?? today) < daysAgo(15),
    );

  it.each(TRIANGLE)(
    'is told to %s in cases that the triangle approved and that are to be reviewed',
    async (persona) => {
      const seen = await Promise.all(
        soon().map(
          async ({ id }) =>
            (await ask(persona, 'EXTREMISM_PREVENTION', EXTREMISM, { id })).data?.extremismCase as unknown,
        ),
      );
      expect(seen).toContainEqual(
        expect.objectContaining({ subjectName: expect.any(String), summary: expect.any(String) }),
      );
    },
  );

  it.each(TRIANGLE)('is nothing to %s without the approval of two parties, like an unknown id', async (persona) => {
    expect(unapproved().length).toBeGreaterThan(0);
    for (const { id } of unapproved()) await expectLikeUnknown(persona, 'EXTREMISM_PREVENTION', EXTREMISM, id);
  });

  it.each(TRIANGLE)('is nothing to %s once its review date is past, like an unknown id', async (persona) => {
    expect(pastReview().length).toBeGreaterThan(0);
    for (const { id } of pastReview()) await expectLikeUnknown(persona, 'EXTREMISM_PREVENTION', EXTREMISM, id);
  });

  it('is in no count or list of the triangle when its approval is missing or its review date past', async () => {
    const hidden = new Set([...unapproved(), ...pastReview()].map(({ id }) => id));
    for (const persona of TRIANGLE) {
      const listed = (await everyNode(persona, 'EXTREMISM_PREVENTION', 'extremismCases', 'id')).map(({ id }) =>
        String(id),
      );
      const { data } = await ask(persona, 'EXTREMISM_PREVENTION', '{ extremismCases { totalCount } }');
      expect(listed.length).toBeGreaterThan(0);
      expect(data?.extremismCases.totalCount).toBe(listed.length);
      expect(listed.filter((id) => hidden.has(id))).toEqual([]);
    }
  });

  it.each([
    ['reclassering.probation-officer', 'CASE_CONFERENCE'],
    ['youth-care.worker', 'CASE_CONFERENCE'],
    ['forensic-care.clinician', 'CASE_CONFERENCE'],
    ['safety-house.process-manager', 'CASE_CONFERENCE'],
    ['rijswijk.social-team', 'CASE_CONFERENCE'],
    ['politie-haaglanden.officer', 'CASE_CONFERENCE'],
    ['politie-haaglanden.officer', 'OWN_CASE_WORK'],
    ['den-haag.public-order', 'OWN_CASE_WORK'],
    ['merseyside-police.officer', 'CROSS_BORDER_CASE'],
    ['eri.staff', 'CROSS_BORDER_CASE'],
  ])('leaves no trace with %s for %s', async (persona, purpose) => {
    const onlyExtremism = soon().filter(({ subject }) => subject !== undefined && !subjectsWith('Client').has(subject));
    expect(onlyExtremism.length).toBeGreaterThan(0);
    for (const { id, subject = '' } of onlyExtremism.slice(0, 3)) {
      await expectLikeUnknown(persona, purpose, EXTREMISM, id);
      await expectLikeUnknown(
        persona,
        purpose,
        'query ($id: ID!) { person(id: $id) { client { id name } nominal { id } } client(id: $id) { id name } }',
        subject,
      );
    }
  });

  it('shows in no ordinary case, not as a theme and not by a factor, for a person who has both', async () => {
    const subjects = subjectsWith('ExtremismCase');
    const both = seededRecords('Case').filter(({ subject }) => subject !== undefined && subjects.has(subject));
    expect(both.length).toBeGreaterThan(0);
    for (const { id } of both) {
      const { data } = await ask(
        'safety-house.process-manager',
        'OWN_CASE_WORK',
        'query ($id: ID!) { case(id: $id) { theme stage } }',
        { id },
      );
      if (data?.case !== null) expect(data?.case.theme).not.toBe('EXTREMISM');
    }
    expect(seededRecords('Case').filter(({ values }) => values.theme === 'EXTREMISM')).toEqual([]);
  });
});
