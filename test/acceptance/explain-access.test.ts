// DOMAIN A.2, "DPO / supervisor: access log, protocol register, not case content by default": an officer is explained
// who is shown what and by which clause, and learns nothing by it that is recorded of anybody.
import { PERSONAS } from '../../development/personas';
import { purposesOf } from '../../protocols/decide';
import { AgreementsInForce } from '../clause-deletion/agreements-in-force';
import { ask, hub, shippedProtocols } from '../hub/hub';
import { askCells, type Cell } from '../policy/ask-cell';
import { recordsAbout, recordsOf, rowsOf, lasts, type SeededRecord } from '../policy/seeded';
import { comparable, UNKNOWN_ID } from './answers';

const OFFICERS = {
  'merseyside-police.dpo': { owner: 'knowsley', controllers: ['merseyside-police'] },
  'mals.dpo': { owner: 'knowsley', controllers: ['mals'] },
  'knowsley.dpo': { owner: 'knowsley', controllers: ['kiom', 'prisons', 'probation'] },
  'the-hague.dpo': { owner: 'safetyHouse', controllers: ['aftercare', 'safety-house-partners'] },
  'turin.dpo': { owner: 'eri', controllers: ['eri'] },
} as const;
type Officer = keyof typeof OFFICERS;
type OwnerField = (typeof OFFICERS)[Officer]['owner'];
const EVERY_OFFICER = Object.keys(OFFICERS) as Officer[];
const OWNER_FIELDS: readonly OwnerField[] = ['knowsley', 'safetyHouse', 'eri'];

const explanation = (owner: OwnerField): string => `query ($persona: String!, $purpose: String!, $subject: ID!) {
  explainAccess(persona: $persona, purpose: $purpose, subject: $subject) { ${owner} { asAt fields {
    coordinate category level controller decision
    ways { protocol version clause holds conditions { words holds notTold } } } } } }`;

interface Explained {
  readonly coordinate: string;
  readonly controller: string;
  readonly decision: 'PERMIT' | 'PERMIT_WHEN' | 'DENY';
  readonly ways: readonly {
    readonly holds: boolean | null;
    readonly conditions: readonly { readonly words: string; readonly holds: boolean | null; notTold: string | null }[];
  }[];
}

function explain(officer: Officer, persona: string, purpose: string, subject: string, owner?: OwnerField) {
  return ask(officer, 'OVERSIGHT', explanation(owner ?? OFFICERS[officer].owner), { persona, purpose, subject });
}

async function fieldsTold(officer: Officer, persona: string, purpose: string, subject: string) {
  const { data, errors } = await explain(officer, persona, purpose, subject);
  expect(errors).toEqual([]);
  return data?.explainAccess[OFFICERS[officer].owner].fields as readonly Explained[];
}

describe('an officer', () => {
  it.each(EVERY_OFFICER)('%s is explained the records that it oversees, field by field', async (officer) => {
    const fields = await fieldsTold(officer, 'kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT', UNKNOWN_ID);
    expect(fields.length).toBeGreaterThan(20);
    expect([...new Set(fields.map(({ controller }) => controller))].sort()).toEqual(OFFICERS[officer].controllers);
    for (const { ways } of fields) expect(ways.length).toBeGreaterThan(0);
  });

  it.each(
    EVERY_OFFICER.flatMap((officer) =>
      OWNER_FIELDS.filter((owner) => owner !== OFFICERS[officer].owner).map((owner) => [officer, owner] as const),
    ),
  )('%s is refused what %s would explain to others, with the clause', async (officer, owner) => {
    const { data, errors } = await explain(officer, 'nps.probation-officer', 'OWN_CASE_WORK', UNKNOWN_ID, owner);
    expect(data?.explainAccess[owner]).toBeNull();
    expect(errors.length).toBeGreaterThan(0);
    for (const { extensions } of errors) {
      expect(extensions).toMatchObject({ code: 'WITHHELD_BY_PROTOCOL', protocol: 'OVERSIGHT', clause: 'residual' });
      expect(extensions.coordinate).toBe(`AccessExplanation.${owner}`);
    }
  });

  it.each(EVERY_OFFICER)('%s is explained nothing for another purpose', async (officer) => {
    const { owner } = OFFICERS[officer];
    const { data, errors } = await ask(officer, 'PERFORMANCE_MONITORING', explanation(owner), {
      persona: 'nps.probation-officer',
      purpose: 'OWN_CASE_WORK',
      subject: UNKNOWN_ID,
    });
    expect(data?.explainAccess).toBeNull();
    expect(errors.map(({ extensions }) => [extensions.code, extensions.coordinate])).toEqual([
      ['WITHHELD_BY_PROTOCOL', 'Query.explainAccess'],
    ]);
  });
});

describe('anybody else', () => {
  const others = PERSONAS.filter(({ role }) => role !== 'dpo');

  it.each(others)('$persona is refused, with the clause, for every purpose of its own', async (other) => {
    const purposes = purposesOf(shippedProtocols(), other.organisation, other.role, new Date());
    expect(purposes).not.toContain('OVERSIGHT');
    for (const purpose of purposes) {
      const { data, errors } = await ask(other.persona, purpose, explanation('knowsley'), {
        persona: other.persona,
        purpose,
        subject: UNKNOWN_ID,
      });
      expect(data).toEqual({ explainAccess: null });
      expect(errors.map(({ extensions }) => extensions)).toEqual([
        expect.objectContaining({ code: 'WITHHELD_BY_PROTOCOL', coordinate: 'Query.explainAccess', category: 'AUDIT' }),
      ]);
    }
    const { errors } = await ask(other.persona, 'OVERSIGHT', explanation('knowsley'), {
      persona: other.persona,
      purpose: 'OVERSIGHT',
      subject: UNKNOWN_ID,
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_NOT_ALLOWED']);
  });
});

describe('a question that cannot be used', () => {
  it.each([
    ['nobody.officer', 'OWN_CASE_WORK', /Known: merseyside-police, .*\bnps, /],
    ['nps.officer', 'OWN_CASE_WORK', /Known: probation-officer\./],
    ['nps.probation-officer', 'CURIOSITY', /Known: OWN_CASE_WORK, /],
  ])('%s for %s is refused with what is known', async (persona, purpose, known) => {
    const { data, errors } = await explain('knowsley.dpo', persona, purpose, UNKNOWN_ID);
    expect(data).toEqual({ explainAccess: null });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions.code).toBe('BAD_INPUT');
    expect(errors[0]?.message).toMatch(known);
  });
});

/** What an explanation says that becomes of a field: shown, hidden, or not told. */
function foretold({ decision, ways }: Explained): boolean | undefined {
  if (decision !== 'PERMIT_WHEN') return decision === 'PERMIT';
  if (ways.some(({ holds }) => holds === true)) return true;
  return ways.every(({ holds }) => holds === false) ? false : undefined;
}

describe('what an explanation says', () => {
  const onCaseloadOf = (persona: string) => {
    const [organisation] = persona.split('.');
    const inCharge = rowsOf('OffenderManager').filter(
      (row) => row.practitioner === persona && lasts(row.inChargeFrom, row.inChargeUntil),
    );
    return new Set(inCharge.filter((row) => row.organisation === organisation).map(({ subjectId }) => subjectId));
  };
  const clientsOf = (organisation: string) =>
    new Set(
      rowsOf('ClientAssignment')
        .filter((row) => row.organisation === organisation && lasts(row.activeFrom, row.activeUntil))
        .map(({ subjectId }) => subjectId),
    );

  it.each<[Officer, string, string, string, () => ReadonlySet<unknown>]>([
    ['knowsley.dpo', 'nps.probation-officer', 'OWN_CASE_WORK', 'Nominal', () => onCaseloadOf('nps.probation-officer')],
    [
      'knowsley.dpo',
      'nps.probation-officer',
      'OWN_CASE_WORK',
      'Supervision',
      () => onCaseloadOf('nps.probation-officer'),
    ],
    ['the-hague.dpo', 'reclassering.probation-officer', 'OWN_CASE_WORK', 'Client', () => clientsOf('reclassering')],
    ['the-hague.dpo', 'rijswijk.social-team', 'OWN_CASE_WORK', 'Client', () => clientsOf('rijswijk')],
  ])('to %s of %s for %s about %s is what becomes of it', async (officer, persona, purpose, type, concerned) => {
    const own = concerned();
    const ofOneEach = recordsOf(type).filter(({ subject }) => recordsAbout(subject, type).length === 1);
    const chosen = [
      ...ofOneEach.filter(({ subject }) => own.has(subject)).slice(0, 4),
      ...ofOneEach.filter(({ subject }) => !own.has(subject)).slice(0, 4),
    ];
    const cells = new Map<Cell, boolean>();
    for (const record of chosen) {
      for (const told of await fieldsTold(officer, persona, purpose, record.subject ?? '')) {
        const shown = foretold(told);
        if (shown !== undefined && isPlain(told.coordinate, record)) {
          cells.set({ persona, purpose: purpose as Cell['purpose'], coordinate: told.coordinate, record }, shown);
        }
      }
    }
    const outcomes = await askCells([...cells.keys()]);
    const wrong = [...cells].filter(([cell, shown]) => (outcomes.get(cell) === 'value') !== shown);
    expect(wrong.map(([{ coordinate, record }, shown]) => [coordinate, record.subject, shown])).toEqual([]);
    const byConditions = new Set(cells.values());
    expect(byConditions).toEqual(new Set([true, false]));
    // What was foretold differs between people: it was told from conditions, not from the clause alone.
    const [known, other] = [chosen[0], chosen.at(-1)].map(
      (record) => new Map([...cells].filter(([cell]) => cell.record === record).map(([c, s]) => [c.coordinate, s])),
    );
    expect(
      [...(known ?? [])].filter(([coordinate, shown]) => shown && other?.get(coordinate) === false).length,
    ).toBeGreaterThan(2);
  });

  const isPlain = (coordinate: string, { type, values }: SeededRecord): boolean => {
    const [of, field = ''] = coordinate.split('.');
    return of === type && values[field] !== null && values[field] !== undefined;
  };
});

/** Asks without the id in the answer, so that answers about different people can be compared to the byte. */
async function toTheByte(officer: Officer, persona: string, purpose: string, subject: string): Promise<unknown> {
  return comparable(await explain(officer, persona, purpose, subject));
}

describe('an explanation tells nothing', () => {
  it.each<[Officer, string, string]>([
    ['knowsley.dpo', 'nps.probation-officer', 'OWN_CASE_WORK'],
    ['knowsley.dpo', 'nps.probation-officer', 'IOM_CASE_MANAGEMENT'],
    ['merseyside-police.dpo', 'nps.probation-officer', 'IOM_CASE_MANAGEMENT'],
  ])('to %s of who is known: %s for %s', async (officer, persona, purpose) => {
    const unknown = await toTheByte(officer, persona, purpose, UNKNOWN_ID);
    const { subject: elsewhere } = recordsOf('Participant')[0] ?? {};
    expect(await toTheByte(officer, persona, purpose, elsewhere ?? '')).toEqual(unknown);
    const released = recordsOf('Nominal').filter(({ subject }) =>
      rowsOf('OffenderManager')
        .concat(rowsOf('Supervision'))
        .every((row) => row.subjectId !== subject),
    );
    expect(released.length).toBeGreaterThan(0);
    for (const { subject } of released.slice(0, 5)) {
      expect(await toTheByte(officer, persona, purpose, subject ?? '')).toEqual(unknown);
    }
  });

  it('of the intelligence, the mentor, the consent or the score of anybody', async () => {
    const ofMany = recordsOf('Nominal').slice(0, 12);
    for (const [officer, persona, purpose] of [
      ['merseyside-police.dpo', 'merseyside-police.officer', 'IOM_CASE_MANAGEMENT'],
      ['merseyside-police.dpo', 'merseyside-police.officer', 'OWN_CASE_WORK'],
      ['mals.dpo', 'mals.mentor', 'MENTORING_SUPPORT'],
      ['mals.dpo', 'mals.mentor', 'OWN_CASE_WORK'],
      ['knowsley.dpo', 'mals.coordinator', 'REFERRAL'],
      // Whose caseload somebody is on stands in the records of probation, which this officer does not oversee.
      ['mals.dpo', 'nps.probation-officer', 'IOM_CASE_MANAGEMENT'],
      ['knowsley.dpo', 'hmp-liverpool.officer', 'OWN_CASE_WORK'],
      ['knowsley.dpo', 'kmbc.iom-coordinator', 'IOM_CASE_MANAGEMENT'],
    ] as const) {
      const unknown = await toTheByte(officer, persona, purpose, UNKNOWN_ID);
      for (const { subject } of ofMany) {
        expect(await toTheByte(officer, persona, purpose, subject ?? '')).toEqual(unknown);
      }
    }
  });

  // A client of the clinic is known by that: such a relation is health.
  it('of who is treated', async () => {
    const treated = rowsOf('ClientAssignment').filter(({ organisation }) => organisation === 'forensic-care');
    expect(treated.length).toBeGreaterThan(0);
    for (const purpose of ['OWN_CASE_WORK', 'CASE_CONFERENCE']) {
      const unknown = await toTheByte('the-hague.dpo', 'forensic-care.clinician', purpose, UNKNOWN_ID);
      for (const { subjectId } of treated.slice(0, 4)) {
        expect(await toTheByte('the-hague.dpo', 'forensic-care.clinician', purpose, String(subjectId))).toEqual(
          unknown,
        );
      }
    }
  });

  describe('of extremism', () => {
    const PARTIES = [
      ['den-haag.public-order', 'EXTREMISM_PREVENTION'],
      ['politie-haaglanden.officer', 'EXTREMISM_PREVENTION'],
      ['safety-house.process-director', 'EXTREMISM_PREVENTION'],
      ['judge.reviewer', 'OWN_CASE_WORK'],
      ['den-haag.public-order', 'CASE_CONFERENCE'],
      ['reclassering.probation-officer', 'OWN_CASE_WORK'],
    ] as const;
    const suspected = () => new Set(recordsOf('ExtremismCase').map(({ subject }) => subject));

    it.each(PARTIES)('to the officer who asks about %s for %s', async (persona, purpose) => {
      const only = [...suspected()].filter(
        (subject) => recordsAbout(subject, 'Case').length === 0 && recordsAbout(subject, 'Client').length === 0,
      );
      expect(only.length).toBeGreaterThan(5);
      const unknown = await toTheByte('the-hague.dpo', persona, purpose, UNKNOWN_ID);
      for (const subject of only) {
        expect(await toTheByte('the-hague.dpo', persona, purpose, subject ?? '')).toEqual(unknown);
      }
    });

    it.each(PARTIES)('that tells one client from another of the same kind: %s for %s', async (persona, purpose) => {
      const [organisation = ''] = persona.split('.');
      const kindOf = (subject: string | null): string => {
        const cases = recordsAbout(subject, 'Case');
        const parts = rowsOf('CaseParticipant').filter(
          (row) => row.organisation === organisation && cases.some(({ id }) => id === row.caseId),
        );
        const assigned = rowsOf('ClientAssignment').filter(
          (row) => row.subjectId === subject && row.organisation === organisation,
        );
        return JSON.stringify([
          cases.map(({ values }) => values.municipality).sort(),
          parts.map((row) => lasts(row.activeFrom, row.activeUntil)),
          assigned.map((row) => lasts(row.activeFrom, row.activeUntil)),
        ]);
      };
      const also = recordsOf('Client').filter(({ subject }) => suspected().has(subject));
      expect(also.length).toBeGreaterThan(0);
      let compared = 0;
      for (const { subject } of also) {
        const like = recordsOf('Client').find(
          (other) => !suspected().has(other.subject) && kindOf(other.subject) === kindOf(subject),
        );
        if (like === undefined) continue;
        compared += 1;
        const [one, other] = await Promise.all(
          [subject, like.subject].map((id) => toTheByte('the-hague.dpo', persona, purpose, id ?? '')),
        );
        expect(one).toEqual(other);
      }
      expect(compared).toBeGreaterThan(0);
    });
  });
});

/** Who keeps the purpose of oversight by XJ-RESEARCH, and is explained nothing by that. */
const DECIDES_ON_RESEARCH: readonly Officer[] = ['knowsley.dpo', 'the-hague.dpo', 'turin.dpo'];

describe('without its clause', () => {
  const shipped = shippedProtocols();
  const agreements = new AgreementsInForce(hub, shipped);
  afterAll(async () => {
    await agreements.restore();
  }, 60_000);

  it.each<[string, readonly Officer[]]>([
    ['explanations-knowsley', ['merseyside-police.dpo', 'mals.dpo', 'knowsley.dpo']],
    ['explanations-the-hague', ['the-hague.dpo']],
    ['explanations-turin', ['turin.dpo']],
  ])(
    '%s nothing is explained to %s, and to the others as before',
    async (id, losing) => {
      const protocol = shipped.protocols.find((one) => one.id === 'OVERSIGHT');
      const clause = protocol?.clauses.find((one) => one.id === id);
      if (protocol === undefined || clause === undefined) throw new Error(`OVERSIGHT has no clause ${id}.`);
      await agreements.without(protocol, clause);
      for (const officer of EVERY_OFFICER) {
        const { data, errors } = await explain(officer, 'nps.probation-officer', 'OWN_CASE_WORK', UNKNOWN_ID);
        const codes = errors.map(({ extensions }) => extensions.code);
        if (losing.includes(officer) && DECIDES_ON_RESEARCH.includes(officer)) {
          expect(data).toEqual({ explainAccess: null });
          expect(codes).toEqual(['WITHHELD_BY_PROTOCOL']);
        } else if (losing.includes(officer)) {
          expect(data).toBeUndefined();
          expect(codes).toEqual(['PURPOSE_NOT_ALLOWED']);
        } else {
          expect(errors).toEqual([]);
          expect(data?.explainAccess[OFFICERS[officer].owner].fields.length).toBeGreaterThan(20);
        }
      }
    },
    90_000,
  );
});
