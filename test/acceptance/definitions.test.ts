// By which definition each number is counted, and where no definition is stated.
import { ask } from '../hub/hub';

interface Versioned {
  readonly version: string;
  readonly text: string;
  readonly jurisdiction: string;
}

const DEFINITION = 'definition { version text jurisdiction }';

/** Every measure, rating and rule of the graph, with somebody who may ask for it. */
// prettier-ignore
const MEASURES: readonly (readonly [string, string, string, string])[] = [
  ['kmbc.iom-coordinator',  'IOM_CASE_MANAGEMENT',    'nominals',           `reoffending(windowMonths: 12) { ${DEFINITION} }`],
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'aftercareClients',   `returnToPrison { ${DEFINITION} }`],
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'housingApplications', DEFINITION],
  ['aftercare.case-worker', 'AFTERCARE_RESETTLEMENT', 'workApplications',   DEFINITION],
  ['eri.staff',             'OWN_CASE_WORK',          'participants',       `prolific { ${DEFINITION} }`],
  ['eri.staff',             'OWN_CASE_WORK',          'participants',       `reoffending(windowMonths: 3) { ${DEFINITION} }`],
  ['eri.staff',             'OWN_CASE_WORK',          'participants',       `participation { ${DEFINITION} }`],
  ['pcc.commissioner',      'PERFORMANCE_MONITORING', 'targets',            `computedRating { ${DEFINITION} }`],
];

function definitionsIn(value: unknown): readonly Versioned[] {
  if (typeof value !== 'object' || value === null) return [];
  const { definition } = value as { definition?: Versioned };
  return [...(definition === undefined ? [] : [definition]), ...Object.values(value).flatMap(definitionsIn)];
}

describe('the definitions', () => {
  it.each([
    ['mals.mentor', 'MENTORING_SUPPORT'],
    ['employer.manager', 'EMPLOYMENT_PLACEMENT'],
    ['turin.dpo', 'PERFORMANCE_MONITORING'],
  ])('are told to %s as to everybody, with source and form, in three languages', async (persona, purpose) => {
    const { data, errors } = await ask(
      persona,
      purpose,
      `{ definitions { version concept jurisdiction text { en nl it } quote source computableForm mended }
         prolific: definitions(concept: PROLIFIC_OFFENDER) { jurisdiction }
         italian: definitions(concept: PROLIFIC_OFFENDER, jurisdiction: "IT") { version computableForm } }`,
    );
    expect(errors).toEqual([]);
    expect(data?.definitions.length).toBeGreaterThanOrEqual(20);
    expect(data?.definitions).toContainEqual(
      expect.objectContaining({
        version: 'NL-AFTERCARE-1',
        concept: 'REOFFENDING',
        quote: 'all reoffending that results in a return to prison is counted in these results',
        mended: 'Custody that began for a new offence only: recall, remand and unpaid fines are none.',
      }),
    );
    expect((data?.prolific as Versioned[]).map(({ jurisdiction }) => jurisdiction)).toEqual(['NL', 'UK', 'UK', 'IT']);
    expect(data?.italian).toEqual([
      { version: 'IT-PROLIFIC-1', computableForm: 'undefined: return null with reason, never false' },
    ]);
  });

  it.each(MEASURES)(
    'are what %s for %s is told with each number of %s: %s',
    async (persona, purpose, list, measure) => {
      const { data, errors } = await ask(
        persona,
        purpose,
        `{ ${list}(first: 50) { edges { node { ${measure} } } } definitions { version jurisdiction text { en } } }`,
      );
      // Of some people the asker is told the number, of others not.
      expect(errors.filter(({ extensions }) => extensions.code !== 'WITHHELD_BY_PROTOCOL')).toEqual([]);
      const { definitions, ...answered } = data as {
        definitions: { version: string; jurisdiction: string; text: { en: string } }[];
      };
      const told = definitionsIn(answered);
      expect(told.length).toBeGreaterThan(0);
      for (const { version, text, jurisdiction } of told) {
        expect(definitions).toContainEqual({ version, jurisdiction, text: { en: text } });
      }
    },
  );
});

describe('C.1 test 9, Italy', () => {
  it('answers "undefined" of every participant, with the reason, and never no', async () => {
    const { data, errors } = await ask(
      'eri.staff',
      'OWN_CASE_WORK',
      `{ participants(first: 100) { edges { node { prolific { value reason definition { version jurisdiction } } } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data?.participants.edges.length).toBeGreaterThan(20);
    for (const { node } of data?.participants.edges ?? []) {
      expect(node.prolific).toEqual({
        value: null,
        reason: 'Undefined: Italy states no definition of a prolific offender.',
        definition: { version: 'IT-PROLIFIC-1', jurisdiction: 'IT' },
      });
    }
  });

  it('shows it to nobody but the staff of ERI', async () => {
    for (const [persona, purpose] of [
      ['eri.mentor', 'OWN_CASE_WORK'],
      ['turin-d1.social-worker', 'EMPLOYMENT_PLACEMENT'],
      ['employer.manager', 'EMPLOYMENT_PLACEMENT'],
    ] as const) {
      const { data, errors } = await ask(
        persona,
        purpose,
        '{ participants(first: 5) { edges { node { id prolific { reason } } } } }',
      );
      expect(data?.participants.edges.length).toBeGreaterThan(0);
      for (const { node } of data?.participants.edges ?? []) expect(node.prolific).toBeNull();
      expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['WITHHELD_BY_PROTOCOL']));
    }
  });
});

describe('what became of participants, by the Italian definition', () => {
  it('is a yes, a no or censored, for each window', async () => {
    const { data, errors } = await ask(
      'eri.staff',
      'OWN_CASE_WORK',
      `{ participants(first: 100) { edges { node {
           outcomes { returnedToPrison offencePriorToEngagement }
           three: reoffending(windowMonths: 3) { ...measure } six: reoffending(windowMonths: 6) { ...measure }
           twelve: reoffending(windowMonths: 12) { ...measure }
           participation { meetingsRecorded meetingsAttended rate fullParticipation } } } } }
       fragment measure on ParticipantReoffending { returned returnedOn priorOffenceExcluded firstEngagement censored censoredReason }`,
    );
    expect(errors).toEqual([]);
    interface Measure {
      readonly returned: boolean | null;
      readonly priorOffenceExcluded: boolean;
      readonly censored: boolean;
      readonly censoredReason: string | null;
    }
    interface Node {
      readonly outcomes: readonly {
        readonly returnedToPrison: boolean | null;
        readonly offencePriorToEngagement: boolean | null;
      }[];
      readonly three: Measure;
      readonly six: Measure;
      readonly twelve: Measure;
      readonly participation: { readonly rate: number | null; readonly fullParticipation: boolean | null };
    }
    const nodes = (data?.participants.edges as { node: Node }[]).map(({ node }) => node);
    const all = nodes.flatMap(({ three, six, twelve }) => [three, six, twelve]);
    expect(new Set(all.map(({ returned }) => returned))).toEqual(new Set([true, false, null]));
    expect(new Set(all.map(({ censoredReason }) => censoredReason))).toEqual(
      new Set([null, 'NOT_ENGAGED', 'NOT_STATED', 'WINDOW_RUNS', 'NOT_FREE', 'NOT_FOLLOWED_UP']),
    );
    for (const measure of all) expect(measure.censored).toBe(measure.returned === null);
    // An offence of before the programme is no reoffending, however often somebody returned for one.
    const forEarlier = nodes.filter(({ outcomes }) => outcomes.some((one) => one.offencePriorToEngagement === true));
    expect(forEarlier.length).toBeGreaterThan(0);
    for (const { twelve } of forEarlier) expect(twelve.returned).toBeNull();
    expect(forEarlier.some(({ twelve }) => twelve.priorOffenceExcluded)).toBe(true);
    expect(new Set(nodes.map(({ participation }) => participation.fullParticipation))).toEqual(
      new Set([true, false, null]),
    );
  });

  it('refuses a window that is none of the measure', async () => {
    const { errors } = await ask(
      'eri.staff',
      'OWN_CASE_WORK',
      '{ participants(first: 1) { edges { node { reoffending(windowMonths: 7) { returned } } } } }',
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
  });
});
