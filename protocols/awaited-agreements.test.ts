// The clauses of XJ-RESEARCH on an approved study, from its wording (DOMAIN.md C, as C.0 amends it): fully specified, and
// permitting nothing until what they await has been built.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { isCategory, isLevel } from '../schema/categories';
import { allOrganisationRoles, type Controller, isOrganisation, ORGANISATIONS } from '../schema/organisations';
import type { FieldDisclosure } from '../schema/permission-map';
import { PURPOSES, type Purpose } from '../schema/purposes';
import { readPermissionMap } from '../schema/read-permission-map';
import { decide, purposesOf } from './decide';
import type { Decision } from './decision';
import { loadProtocols, protocolSet } from './load-protocols';
import { describePredicate, printProtocols } from './print-protocols';
import { printUnion } from './print-union';
import type { ProtocolSet } from './protocol';
import { ProtocolFaults } from './protocol-faults';

const NOW = new Date('2026-06-15T12:00:00Z');
const AGREEMENTS = path.join(__dirname, 'agreements');
const FIELDS = [
  ...readPermissionMap(
    readFileSync(path.join(__dirname, '..', 'schema', 'supergraph.graphql'), 'utf8'),
  ).fields.values(),
];
/** One field of each kind of disclosure: what is permitted does not depend on the field's name. */
const KINDS = [
  ...new Map(
    FIELDS.map((field) => [[field.category, field.level, field.facet, field.controller].join(' '), field]),
  ).values(),
];
const SET = loadProtocols(AGREEMENTS, { synthetic: true, fields: FIELDS });
const AWAITING = SET.protocols.flatMap(({ id, clauses }) =>
  clauses.flatMap((clause) => (clause.awaits === undefined ? [] : `${id} ${clause.id}`)),
);
/** The agreements as they would stand with what their clauses await, which no file can say before it is built. */
const WITH_MACHINERY = protocolSet(
  SET.protocols.map((protocol) => ({
    ...protocol,
    clauses: protocol.clauses.map(({ awaits: _awaited, ...clause }) => clause),
  })),
);
const WITHOUT_THEM = protocolSet(
  SET.protocols.map((protocol) => ({
    ...protocol,
    clauses: protocol.clauses.filter(({ awaits }) => awaits === undefined),
  })),
);

function decideOn(recipient: string, purpose: Purpose, controller: Controller, word: string): Decision {
  const [organisation = '', role = ''] = recipient.split('.');
  const [category = '', level = '', facet] = word.split('/');
  if (!isOrganisation(organisation) || !isCategory(category) || !isLevel(level)) throw new Error(word);
  const field: FieldDisclosure = { coordinate: `T.${word}`, controller, category, level, ...(facet && { facet }) };
  const right = { organisation, role, purpose, jurisdiction: ORGANISATIONS[organisation].jurisdiction };
  return decide(WITH_MACHINERY, right, field, NOW);
}

function answer(...asked: Parameters<typeof decideOn>): string {
  const decision = decideOn(...asked);
  if (decision.kind === 'permit when') {
    return decision.alternatives.map(({ predicates }) => predicates.map(describePredicate).join(' & ')).join(' | ');
  }
  return decision.kind === 'permit' ? 'permit' : `deny ${decision.clause.protocol}`;
}

// That a record is of none of some categories is decided by what is asked for.
const STUDY = 'studyActive & adult';
const CONSENTED = 'studyActive & consentActive & adult';

// prettier-ignore
const ROWS: readonly (readonly [string, Purpose, Controller, string, string])[] = [
  // XJ-RESEARCH
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'kiom', 'OUTCOME/BAND/REOFFENDING', STUDY],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'kiom', 'DEMOGRAPHIC/BAND', STUDY],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'merseyside-police', 'RISK_SCORE/FULL/CORVUS', STUDY],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'merseyside-police', 'COST_OF_CRIME/FULL', STUDY],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'merseyside-police', 'OFFENCE/FLAG/RECORD', STUDY],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'mals', 'MENTORING_RECORD/BAND', CONSENTED],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'aftercare', 'OUTCOME/BAND/REOFFENDING', STUDY],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'safety-house-partners', 'DEMOGRAPHIC/BAND', STUDY],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'om-den-haag', 'OFFENCE/FLAG/RECORD', STUDY],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'eri', 'OUTCOME/BAND/REOFFENDING', CONSENTED],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'kiom', 'OUTCOME/FULL/REOFFENDING', 'deny XJ-RESEARCH'],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'kiom', 'IDENTITY/FLAG/GIVEN_NAME', 'deny XJ-RESEARCH'],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'merseyside-police', 'OFFENCE/BAND/RECORD', 'deny XJ-RESEARCH'],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'mals', 'MENTOR_NOTES/FLAG', 'deny XJ-RESEARCH'],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'mals', 'PROGRAMME/FLAG', 'deny XJ-RESEARCH'],
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'extremism-triangle', 'EXTREMISM/FLAG', 'deny XJ-RESEARCH'],
  ['ljmu.researcher', 'CROSS_BORDER_CASE', 'kiom', 'LINK/FLAG', 'deny DEFAULT-DENY'],
];

describe('what they would permit with what they await', () => {
  test.each(ROWS)('%s for %s, of %s: %s → %s', (recipient, purpose, controller, asked, answered) => {
    expect(answer(recipient, purpose, controller, asked)).toBe(answered);
  });

  test('every clause stands in a row of this table', () => {
    const reached = new Set(
      ROWS.flatMap(([recipient, purpose, controller, asked]) => {
        const decision = decideOn(recipient, purpose, controller, asked);
        return decision.kind === 'permit when'
          ? decision.alternatives.map(({ clause }) => `${clause.protocol} ${clause.clause}`)
          : [];
      }),
    );
    expect(AWAITING.filter((clause) => !reached.has(clause))).toEqual([]);
  });
});

describe('while they await it', () => {
  it('permits nothing of theirs to anybody for any purpose', () => {
    expect(AWAITING).toEqual(
      ['knowsley', 'police', 'mentoring', 'the-hague', 'the-hague-offences', 'turin'].map(
        (clause) => `XJ-RESEARCH study-${clause}`,
      ),
    );
    for (const { organisation, role } of allOrganisationRoles()) {
      const { jurisdiction } = ORGANISATIONS[organisation];
      for (const purpose of ['CROSS_BORDER_CASE', 'EVALUATION_RESEARCH'] satisfies Purpose[]) {
        const right = { organisation, role, purpose, jurisdiction };
        for (const field of KINDS) {
          const { kind } = decide(SET, right, field, NOW);
          if (kind !== decide(WITHOUT_THEM, right, field, NOW).kind) {
            throw new Error(`${organisation}.${role} is answered "${kind}" of ${field.coordinate} for ${purpose}`);
          }
        }
      }
    }
  });

  it('opens no purpose, and an agreement of nothing else is cited by no refusal', () => {
    const studiesAlone = protocolSet(
      SET.protocols.map((protocol) => ({
        ...protocol,
        clauses: protocol.clauses.filter(({ awaits }) => protocol.id !== 'XJ-RESEARCH' || awaits !== undefined),
      })),
    );
    const researching = (set: ProtocolSet) =>
      allOrganisationRoles().flatMap(({ organisation, role }) =>
        purposesOf(set, organisation, role, NOW).includes('EVALUATION_RESEARCH') ? `${organisation}.${role}` : [],
      );
    expect(researching(SET)).toEqual(['ljmu.researcher']);
    expect(researching(studiesAlone)).toEqual([]);
    const right = {
      organisation: 'ljmu',
      role: 'researcher',
      purpose: 'EVALUATION_RESEARCH',
      jurisdiction: 'UK',
    } as const;
    const citedIn = (set: ProtocolSet) =>
      FIELDS.flatMap((field) => {
        const decision = decide(set, right, field, NOW);
        return decision.kind === 'deny' ? [`${decision.clause.protocol} ${decision.clause.clause}`] : [];
      });
    expect(new Set(citedIn(studiesAlone))).toEqual(new Set(['DEFAULT-DENY absence']));
    expect(new Set(citedIn(SET))).toEqual(new Set(['XJ-RESEARCH residual']));
    expect(Object.keys(PURPOSES)).toContain('EVALUATION_RESEARCH');
  });

  it('is told as such wherever agreements are printed', () => {
    const printed = printProtocols(SET);
    const union = printUnion(SET, FIELDS, [], NOW).split('### ');
    const study = 'permits nothing yet: awaits STUDY_EXTRACT';
    expect(printed.split(study)).toHaveLength(AWAITING.length + 1);
    const researcher = union.find((part) => part.startsWith('ljmu.researcher')) ?? '';
    for (const clause of AWAITING) expect(researcher).toContain(`${clause} ${study}`);
    const table = researcher.split('\n').filter((line) => line.startsWith('|'));
    expect(table.filter((line) => line.includes('EVALUATION_RESEARCH')).map((line) => line.split(' | ')[1])).toEqual([
      'AGGREGATE',
      'AUDIT',
    ]);
  });
});

describe('the loader', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'awaiting-'));
    cpSync(AGREEMENTS, directory, { recursive: true });
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });
  const told = (file: string, from: string, to: string): string => {
    const whole = readFileSync(path.join(directory, file), 'utf8');
    if (!whole.includes(from)) throw new Error(`${file} does not say: ${from}`);
    writeFileSync(path.join(directory, file), whole.replace(from, to));
    try {
      loadProtocols(directory, { synthetic: true, fields: FIELDS });
      return 'loaded';
    } catch (error) {
      if (error instanceof ProtocolFaults) return error.message;
      throw error;
    }
  };

  it('refuses such a clause that no longer says what it awaits', () => {
    const research = told(
      'xj-research.yaml',
      '  - id: study-turin\n    awaits: STUDY_EXTRACT\n',
      '  - id: study-turin\n',
    );
    expect(research).toContain('clause study-turin: studyActive is about the request, which nothing evaluates yet');
    expect(research).not.toContain('clause study-knowsley');
  });

  it.each([
    [
      'of a larger least cell than is kept',
      'minCell: { count: 10 }',
      'minCell: { count: 11 }',
      'cells are published from 10 on',
    ],
    [
      'that a dimension is not there',
      '                  HEALTH,',
      '                  HOUSING,',
      'tables have dimensions of HOUSING',
    ],
    ['that is none', '- { adult: {} }', '- { subjectInCohort: {} }', 'subjectInCohort is not promised of tables'],
  ])('refuses a promise of tables %s', (_what, from, to, remedy) => {
    expect(told('xj-research.yaml', from, to)).toContain(`clause aggregates: ${remedy}`);
  });

  it('takes a promise of less than is kept, and none of tables in a clause on anything else', () => {
    expect(told('xj-research.yaml', 'minCell: { count: 10 }', 'minCell: { count: 3 }')).toBe('loaded');
    const refused = told('kiom-core.yaml', 'subjectInCohort: {}', 'minCell: { count: 3 }');
    expect(refused).toContain('minCell is promised of tables, and this clause permits more than AGGREGATE');
  });

  it.each([
    ['an unknown machinery', 'xj-research.yaml', 'awaits: STUDY_EXTRACT', 'awaits: MAGIC', 'awaits ("MAGIC") is wrong'],
    ['an unknown predicate', 'xj-lookup.yaml', 'hitConfirmed: {}', 'hitConfirmd: {}', 'did you mean hitConfirmed?'],
    ['an unknown facet', 'xj-lookup.yaml', 'facets: [CORVUS]', 'facets: [CORVIS]', 'did you mean CORVUS?'],
    ['a recipient who did not sign', 'xj-research.yaml', '    ljmu,\n', '', 'ljmu.researcher did not sign'],
    [
      'a clause that reaches no field',
      'xj-research.yaml',
      '{ category: AGGREGATE, level: FULL }',
      '{ category: STAFF, level: FULL }',
      'no field of project-partners, research-owners is STAFF FULL',
    ],
    [
      'what the agreement says by its dates',
      'xj-lookup.yaml',
      'hitConfirmed: {}',
      'recipientIsSignatory: {}',
      'is said by purposes, signatories and dates',
    ],
    [
      'an overlap with another agreement',
      'xj-lookup.yaml',
      '    - politie-haaglanden.officer',
      '    - merseyside-police.officer',
      'overlaps KIOM-CORE (kiom-core.yaml',
    ],
    [
      'a text that is not translated',
      'xj-research.yaml',
      "nl: 'Evaluatie",
      "nk: 'Evaluatie",
      'the translation is missing',
    ],
  ])('checks it as any other and refuses %s', (_what, file, from, to, remedy) => {
    expect(told(file, from, to)).toContain(remedy);
  });
});
