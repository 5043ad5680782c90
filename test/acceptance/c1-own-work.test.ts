// DOMAIN C.1 test 25: whoever has work of its own on records that the own organisation controls can do it.
import { PERSONAS } from '../../development/personas';
import { ask } from '../hub/hub';

/** What the day's reading of each persona is, from DOMAIN C.0 (OWN-WORK) and A.2. */
//   persona                           list                   fields read
// prettier-ignore
const DAYS_READING: readonly (readonly [string, string, string])[] = [
  ['merseyside-police.officer',        'offences',            'code offenceDate'],
  ['merseyside-police.officer',        'corvusScores',        'score schemeArea'],
  ['merseyside-police.officer',        'intelligenceReports', 'text'],
  ['nps.probation-officer',            'nominals',            'name'],
  ['nps.probation-officer',            'supervisions',        'regime riskOfHarm'],
  ['merseyside-crc.case-manager',      'nominals',            'name'],
  ['merseyside-crc.case-manager',      'supervisions',        'regime riskOfHarm'],
  ['kmbc.iom-coordinator',             'nominals',            'name'],
  ['kmbc.iom-coordinator',             'pathwayStatuses',     'pathway need'],
  ['hmp-liverpool.officer',            'custodyEpisodes',     'prison wing'],
  ['hmp-liverpool.officer',            'nominals',            'name'],
  ['kmbc.iom-coordinator',             'concerns',            'about owner due'],
  ['mappa.coordinator',                'mappaRegisters',      'custodian nextMeeting'],
  ['hmp-liverpool.officer',            'lcpEligibilities',    'name expectedRelease wing'],
  ['hmp-liverpool.officer',            'lcpRegisterEntries',  'voluntary groupSafetyFlag'],
  ['hmp-kennet.officer',               'custodyEpisodes',     'prison wing'],
  ['hmp-kennet.officer',               'nominals',            'name'],
  ['hmp-kennet.officer',               'lcpEligibilities',    'name expectedRelease wing'],
  ['mals.coordinator',                 'malsClients',         'name'],
  ['mals.coordinator',                 'lcpCohorts',          'number venue days'],
  ['mals.coordinator',                 'helplineContacts',    'minutes kind'],
  ['mals.coordinator',                 'progressInventories', 'instrumentVersion answers'],
  ['mals.coordinator',                 'signpostings',        'agency acceptedByPerson'],
  ['mals.manager',                     'helplineContacts',    'kind content'],
  ['mals.manager',                     'mentorTrainings',     'heldOn hours'],
  ['mals.facilitator',                 'lcpEnrolments',       'cohortNumber stageOfChange'],
  ['mals.facilitator',                 'lcpAttendances',      'day attended'],
  ['mals.facilitator',                 'malsClients',         'givenName'],
  ['mental-health.practitioner',       'healthNotes',         'text'],
  ['mals.coordinator',                 'mentoringSessions',   'heldOn durationHours'],
  ['mals.manager',                     'malsDisclosures',     'content'],
  ['mals.manager',                     'mentors',             'givenName'],
  ['mals.mentor',                      'malsClients',         'givenName'],
  ['mals.mentor',                      'mentoringSessions',   'heldOn notes'],
  ['mals.mentor-2',                    'malsClients',         'givenName'],
  ['safety-house.process-manager',     'cases',               'stage leadOrganisation'],
  ['safety-house.process-director',    'cases',               'stage leadOrganisation'],
  ['den-haag.public-order',            'clients',             'name'],
  ['politie-haaglanden.officer',       'policeOffences',      'code'],
  ['politie-haaglanden.officer',       'intelligenceNotes',   'text'],
  ['om-den-haag.prosecutor',           'prosecutorOffences',  'code decision'],
  ['reclassering.probation-officer',   'clients',             'name'],
  ['youth-care.worker',                'clients',             'name'],
  ['forensic-care.clinician',          'healthNeeds',         'detail'],
  ['rijswijk.social-team',             'clients',             'name'],
  ['delft.social-team',                'clients',             'name'],
  ['aftercare.case-worker',            'aftercareClients',    'name phone livingEssentials'],
  ['judge.reviewer',                   'extremismCases',      'summary'],
  ['eri.staff',                        'participants',        'name basicNeeds'],
  ['eri.mentor',                       'participants',        'givenName'],
  ['eri.mentor',                       'programmeAttendances', 'id subjectId'],
  ['cisap.social-worker',              'invitations',         'name invitedOn'],
  ['eri.staff',                        'participantPlans',    'goal plannedUntil'],
  ['eri.staff',                        'participantMilestones', 'milestone state'],
  ['eri.staff',                        'employerVisits',      'employer skillArea'],
  ['eri.staff',                        'socialEnterprises',   'name members'],
  ['eri.staff',                        'programmeWeeks',      'kind heldOn'],
  ['turin-d1.social-worker',           'invitations',         'name invitedOn'],
  ['uepe.officer',                     'invitations',         'name legalStatus'],
];

/** Who holds no records of its own in the hub: their reading comes by an agreement with somebody else. */
//   persona                  purpose                   list            fields read
// prettier-ignore
const WITHOUT_OWN_RECORDS: readonly (readonly [string, string, string, string])[] = [
  ['liverpool-iom.officer',   'CROSS_BOUNDARY_TRACKING', 'nominals',    'name homeBorough'],
  ['liverpool-iom.officer',   'CROSS_BOUNDARY_TRACKING', 'corvusScores', 'score schemeArea schemeVersion'],
  ['nps-liverpool.probation-officer', 'CROSS_BOUNDARY_TRACKING', 'nominals', 'name'],
  ['gmp.officer',             'CROSS_BOUNDARY_TRACKING', 'offences',    'code offenceDate area'],
  ['ljmu.researcher',         'PERFORMANCE_MONITORING', 'targets',      'indicator'],
  ['knowsley-housing.officer', 'PATHWAY_SERVICE',      'pathwayStatuses', 'need'],
  ['cab.adviser',             'PATHWAY_SERVICE',       'pathwayStatuses', 'need'],
  ['dwp.adviser',             'PATHWAY_SERVICE',       'planMilestones', 'milestone'],
  ['drug-service.worker',     'PATHWAY_SERVICE',       'jointActionGroupDecisions', 'action'],
  ['child-protection.officer', 'CASE_CONFERENCE',       'familyMembers', 'relation'],
  ['housing-provider.officer', 'AFTERCARE_RESETTLEMENT', 'housingApplications', 'placementRequest'],
  ['care-provider.worker',    'AFTERCARE_RESETTLEMENT', 'aftercareHealthNeeds', 'detail'],
  ['victim-liaison.officer',  'VICTIM_LIAISON',         'victimContacts', 'wishes'],
  ['youth-intervention.worker', 'PERFORMANCE_MONITORING', 'targets',     'indicator'],
  ['ccp.worker',              'PERFORMANCE_MONITORING', 'targets',      'indicator'],
  ['social-affairs.officer',  'PERFORMANCE_MONITORING', 'targets',      'indicator'],
  ['the-hague.dpo',           'PERFORMANCE_MONITORING', 'targets',      'indicator'],
  ['merseyside-police.dpo',   'PERFORMANCE_MONITORING', 'targets',      'indicator'],
  ['mals.dpo',                'PERFORMANCE_MONITORING', 'targets',      'indicator'],
  ['knowsley.dpo',            'PERFORMANCE_MONITORING', 'targets',      'indicator'],
  ['turin.dpo',               'PERFORMANCE_MONITORING', 'targets',      'indicator'],
  ['sert.clinician',          'EMPLOYMENT_PLACEMENT',   'participants', 'name'],
  ['collegno.officer',        'PERFORMANCE_MONITORING', 'targets',      'indicator'],
  ['grugliasco.officer',      'PERFORMANCE_MONITORING', 'targets',      'indicator'],
  ['turin.dpo',               'PERFORMANCE_MONITORING', 'targets',      'indicator'],
  ['ufficio-pio.officer',     'EMPLOYMENT_PLACEMENT',   'placements',   'skillArea'],
  ['employer.manager',        'EMPLOYMENT_PLACEMENT',   'placements',   'skillArea'],
  ['pcc.commissioner',        'PERFORMANCE_MONITORING', 'targets',      'indicator'],
];

/** Whom records concern: until their own rights are built they read what is open to everybody who is signed in. */
const WITHOUT_ANY_RECORD: readonly string[] = ['mals.mentee', 'eri.participant'];

async function firstValues(persona: string, purpose: string, list: string, fields: string): Promise<void> {
  const { data, errors } = await ask(persona, purpose, `{ ${list}(first: 20) { edges { node { ${fields} } } } }`);
  expect(errors).toEqual([]);
  const nodes = (data?.[list].edges as { node: Record<string, unknown> }[]).map(({ node }) => node);
  for (const field of fields.split(' ')) {
    expect(nodes.map((node) => node[field])).toContainEqual(expect.anything());
  }
}

describe('C.1 test 25: the own day’s reading', () => {
  it('is stated here for every persona', () => {
    const stated = new Set(
      [...DAYS_READING, ...WITHOUT_OWN_RECORDS].map(([persona]) => persona).concat(WITHOUT_ANY_RECORD),
    );
    expect(PERSONAS.map(({ persona }) => persona).filter((persona) => !stated.has(persona))).toEqual([]);
  });

  it.each(DAYS_READING)('%s reads own %s: %s', async (persona, list, fields) => {
    await firstValues(persona, 'OWN_CASE_WORK', list, fields);
  });

  it.each(WITHOUT_OWN_RECORDS)(
    '%s, who holds no records, has none of OWN_CASE_WORK and reads for %s the %s: %s',
    async (persona, purpose, list, fields) => {
      const own = await ask(persona, 'OWN_CASE_WORK', `{ ${list}(first: 1) { edges { node { ${fields} } } } }`);
      expect(own.errors.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_NOT_ALLOWED']);
      await firstValues(persona, purpose, list, fields);
    },
  );

  it.each(WITHOUT_ANY_RECORD)('%s reads the agreements, and no record of anybody', async (persona) => {
    const open = await ask(
      persona,
      'SUBJECT_RIGHTS',
      '{ protocols { id } whatMayIAsk(typeName: "MalsClient") { count } }',
    );
    expect(open.errors).toEqual([]);
    expect(open.data?.protocols).toContainEqual({ id: 'KIOM-MALS-REFERRAL' });
    expect(open.data?.whatMayIAsk).toEqual({ count: 0 });
    for (const list of ['malsClients', 'mentoringSessions', 'nominals', 'targets']) {
      const { data, errors } = await ask(persona, 'SUBJECT_RIGHTS', `{ ${list}(first: 1) { totalCount } }`);
      expect(data?.[list]).toBeNull();
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['WITHHELD_BY_PROTOCOL']);
    }
    const own = await ask(persona, 'OWN_CASE_WORK', '{ protocols { id } }');
    expect(own.errors.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_NOT_ALLOWED']);
  });
});
