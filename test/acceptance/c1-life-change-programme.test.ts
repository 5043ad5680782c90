// DOMAIN C.1 test 6 and the measures of MALS: over HTTP, with real tokens.
import { ask } from '../hub/hub';
import { day, daysAgo, lasts, recordsOf, rowsOf, today } from '../policy/seeded';
import { everyNode, expectLikeUnknown, type Node } from './answers';

const OFFICERS = { 'hmp-liverpool': 'hmp-liverpool.officer', 'hmp-kennet': 'hmp-kennet.officer' } as const;
const LIST =
  'id subjectId expectedRelease eligibility { eligible daysToRelease definition { jurisdiction text version } }';

/** Days from the hub's own today, from which the invented lives are told, to a date. */
const daysUntil = (date: unknown): number => (Date.parse(String(date)) - Date.parse(today())) / 86_400_000;

/** Everybody inside with an expected release, by prison. */
const prisonersOf = (
  prison: string,
): readonly { readonly id: string; readonly subject: string; readonly days: number }[] =>
  recordsOf('LcpEligibility')
    .filter(({ values }) => values.recordedBy === prison)
    .map(({ id, subject, values }) => ({ id, subject: String(subject), days: daysUntil(values.expectedRelease) }));

describe.each(Object.entries(OFFICERS))('C.1 test 6: the eligibility list of %s', (prison, officer) => {
  it('holds everybody with release on the 183rd day and nobody with release on the 184th', async () => {
    const listed = await everyNode(officer, 'OWN_CASE_WORK', 'lcpEligibilities', LIST);
    const prisoners = prisonersOf(prison);
    expect(prisoners.map(({ days }) => days)).toEqual(expect.arrayContaining([183, 184]));
    expect(listed.map(({ id }) => String(id)).sort()).toEqual(
      prisoners
        .filter(({ days }) => days >= 0 && days <= 183)
        .map(({ id }) => id)
        .sort(),
    );
    const { data } = await ask(officer, 'OWN_CASE_WORK', '{ lcpEligibilities { totalCount } }');
    expect(data?.lcpEligibilities.totalCount).toBe(listed.length);
    for (const { expectedRelease, eligibility } of listed) {
      expect(eligibility).toEqual({
        eligible: true,
        daysToRelease: daysUntil(expectedRelease),
        definition: { jurisdiction: 'UK', text: expect.stringContaining('183 days'), version: 'UK-LCP-ELIGIBILITY-1' },
      });
    }
    expect(listed.map(({ eligibility }: Node) => (eligibility as Node).daysToRelease as number)).toContain(183);
  });

  it('answers about a prisoner with release in 184 days as about an unknown one', async () => {
    const beyond = prisonersOf(prison).filter(({ days }) => days === 184);
    expect(beyond.length).toBeGreaterThan(0);
    for (const { id } of beyond) {
      await expectLikeUnknown(
        officer,
        'OWN_CASE_WORK',
        `query ($id: ID!) { lcpEligibility(id: $id) { name wing } }`,
        id,
      );
    }
  });

  it('holds who volunteered and who did not', async () => {
    const listed = await everyNode(officer, 'OWN_CASE_WORK', 'lcpEligibilities', 'registerEntries { voluntary }');
    const chosen = listed.flatMap(({ registerEntries }) =>
      (registerEntries as Node[]).map(({ voluntary }) => voluntary as boolean),
    );
    expect(chosen).toContain(true);
    expect(chosen).toContain(false);
  });
});

describe('what MALS is told of the list', () => {
  it('is those who volunteered, near release, with the month and without the day', async () => {
    const told = await everyNode(
      'mals.coordinator',
      'PROGRAMME_DELIVERY',
      'lcpEligibilities',
      'id subjectId name expectedReleaseMonth wing eligibility { eligible definition { version } }',
    );
    const volunteers = new Set(
      recordsOf('LcpRegisterEntry')
        .filter(({ values }) => values.voluntary === true && lasts(values.voluntaryRecordedOn, values.withdrawnOn))
        .map(({ subject }) => subject),
    );
    const expected = Object.keys(OFFICERS)
      .flatMap(prisonersOf)
      .filter(({ days, subject }) => days >= 0 && days <= 183 && volunteers.has(subject));
    expect(told.map(({ id }) => String(id)).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(expected.map(({ days }) => days)).toContain(183);
    const { errors } = await ask(
      'mals.coordinator',
      'PROGRAMME_DELIVERY',
      '{ lcpEligibilities(first: 1) { edges { node { expectedRelease eligibility { daysToRelease } } } } }',
    );
    expect(errors.map(({ extensions }) => [extensions.code, extensions.coordinate])).toEqual(
      expect.arrayContaining([
        ['WITHHELD_BY_PROTOCOL', 'LcpEligibility.expectedRelease'],
        ['WITHHELD_BY_PROTOCOL', 'LcpEligibilityMeasure.daysToRelease'],
      ]),
    );
  });

  it('is nothing to the manager and to mentors, whose roles the wording does not name', async () => {
    for (const persona of ['mals.manager', 'mals.mentor']) {
      const { errors } = await ask(persona, 'PROGRAMME_DELIVERY', '{ lcpEligibilities { totalCount } }');
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_NOT_ALLOWED']);
    }
  });
});

describe('the measures of MALS', () => {
  it('count attendance from the recorded days, a day to come being no absence', async () => {
    const enrolments = await everyNode(
      'mals.coordinator',
      'OWN_CASE_WORK',
      'lcpEnrolments',
      'id attendances { heldOn attended } attendance { daysRecorded daysAttended rate definition { jurisdiction version } }',
    );
    const rates = enrolments.map(({ attendances, attendance }) => {
      const recorded = (attendances as Node[]).filter(
        ({ heldOn, attended }) => String(heldOn) <= today() && attended !== null,
      );
      const attended = recorded.filter((held) => held.attended === true).length;
      expect(attendance).toEqual({
        daysRecorded: recorded.length,
        daysAttended: attended,
        rate: recorded.length === 0 ? null : attended / recorded.length,
        definition: { jurisdiction: 'UK', version: 'UK-LCP-ATTENDANCE-1' },
      });
      return (attendance as Node).daysRecorded as number;
    });
    expect(rates.some((recorded) => recorded === 5)).toBe(true);
    expect(rates.some((recorded) => recorded > 0 && recorded < 5)).toBe(true);
  });

  it('count the workload of a mentor from matches and sessions, for the manager alone', async () => {
    const query =
      'id workload { activeMatches hoursLast28Days definition { jurisdiction version } } trainings { heldOn hours }';
    const mentors = await everyNode('mals.manager', 'OWN_CASE_WORK', 'mentors', query);
    expect(mentors.length).toBeGreaterThan(0);
    for (const { id, workload } of mentors) {
      const person = rowsOf('Mentor').find((row) => row.id === id)?.person;
      const matches = rowsOf('MentoringMatch').filter(
        (row) =>
          row.mentorId === id &&
          String(row.matchedFrom) <= today() &&
          (row.matchedUntil === null || (day(row.matchedUntil) ?? '') >= today()),
      );
      const sessions = rowsOf('MentoringSession').filter(
        (row) => row.author === person && String(row.heldOn) > daysAgo(28) && String(row.heldOn) <= today(),
      );
      expect(workload).toEqual({
        activeMatches: matches.length,
        hoursLast28Days: sessions.reduce((sum, row) => sum + Number(row.durationHours), 0),
        definition: { jurisdiction: 'UK', version: 'UK-MENTOR-WORKLOAD-1' },
      });
    }
    expect(mentors.map(({ workload }) => Number((workload as Node).activeMatches)).some((count) => count > 0)).toBe(
      true,
    );
    expect(mentors.map(({ workload }) => Number((workload as Node).hoursLast28Days)).some((hours) => hours > 0)).toBe(
      true,
    );
    const { errors } = await ask(
      'mals.coordinator',
      'OWN_CASE_WORK',
      '{ mentors(first: 1) { edges { node { workload { activeMatches } } } } }',
    );
    expect(errors.map(({ extensions }) => extensions.code)).toContain('WITHHELD_BY_PROTOCOL');
  });

  it('count the completion of progress inventories', async () => {
    const issued = recordsOf('ProgressInventory').filter(({ values }) => String(values.issuedOn) <= today());
    const completed = issued.filter(
      ({ values }) => typeof values.completedOn === 'string' && values.completedOn <= today(),
    );
    const { data, errors } = await ask(
      'mals.manager',
      'OWN_CASE_WORK',
      '{ progressInventoryCompletion { issued completed rate definition { version } } }',
    );
    expect(errors).toEqual([]);
    expect(data?.progressInventoryCompletion).toEqual({
      issued: issued.length,
      completed: completed.length,
      rate: completed.length / issued.length,
      definition: { version: 'UK-INVENTORY-COMPLETION-1' },
    });
    expect(completed.length).toBeGreaterThan(0);
    expect(completed.length).toBeLessThan(issued.length);
  });
});

describe('referrals by source and outcome', () => {
  const COUNTS = '{ referralCounts { counts { source outcome count } definition { jurisdiction version } } }';

  it('are counted for the council over the referrals that it sees one by one', async () => {
    const seen = await everyNode('kmbc.iom-coordinator', 'OWN_CASE_WORK', 'referrals', 'source stage');
    const { data, errors } = await ask('kmbc.iom-coordinator', 'OWN_CASE_WORK', COUNTS);
    expect(errors).toEqual([]);
    const { counts, definition } = data?.referralCounts as { counts: Node[]; definition: Node };
    expect(definition).toEqual({ jurisdiction: 'UK', version: 'UK-REFERRALS-1' });
    expect(counts.length).toBeGreaterThan(2);
    for (const { source, outcome, count } of counts) {
      expect(count).toBe(seen.filter((referral) => referral.source === source && referral.stage === outcome).length);
    }
    expect(counts.reduce((sum, { count }) => sum + Number(count), 0)).toBe(seen.length);
    expect(recordsOf('Referral').length).toBeGreaterThan(seen.length);
  });

  it('are counted for MALS over its clients and its answers', async () => {
    const { data, errors } = await ask(
      'mals.coordinator',
      'OWN_CASE_WORK',
      '{ malsReferralCounts { counts { source accepted count } definition { version } } }',
    );
    expect(errors).toEqual([]);
    const { counts } = data?.malsReferralCounts as { counts: Node[] };
    const replied = recordsOf('MentoringReferralReply');
    const total = (accepted: boolean): number =>
      counts.filter((row) => row.accepted === accepted).reduce((sum, { count }) => sum + Number(count), 0);
    expect(total(true)).toBe(replied.filter(({ values }) => values.accepted === true).length);
    expect(total(false)).toBe(replied.filter(({ values }) => values.accepted === false).length);
    expect(counts.map(({ source }) => source as unknown)).toEqual(expect.arrayContaining(['SELF', 'PRISON_IN_REACH']));
  });

  it('are nobody else’s', async () => {
    for (const [persona, purpose] of [
      ['merseyside-police.officer', 'OWN_CASE_WORK'],
      ['nps.probation-officer', 'OWN_CASE_WORK'],
      ['mals.coordinator', 'OWN_CASE_WORK'],
      ['kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT'],
      ['pcc.commissioner', 'PERFORMANCE_MONITORING'],
    ] as const) {
      const { data, errors } = await ask(persona, purpose, COUNTS);
      expect(data?.referralCounts).toBeNull();
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['WITHHELD_BY_PROTOCOL']);
    }
  });
});
