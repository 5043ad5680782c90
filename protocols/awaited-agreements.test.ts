// XJ-RESEARCH, from its wording (DOMAIN.md C, as C.0 amends it): fully specified, and permitting
// nothing until what they await has been built.
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
const AWAITING = SET.protocols.filter(({ awaits }) => awaits !== undefined);
/** The agreements as they would stand with what they await, which no file can say before it is built. */
const WITH_MACHINERY = protocolSet(SET.protocols.map(({ awaits: _awaited, ...protocol }) => protocol));

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
const TABLE = 'minCell(count: 10) & adult';

// prettier-ignore
const ROWS: readonly (readonly [string, Purpose, Controller, string, string])[] = [
  // XJ-RESEARCH
  ['ljmu.researcher', 'EVALUATION_RESEARCH', 'project-partners', 'AGGREGATE/FULL', TABLE],
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
    const all = AWAITING.flatMap(({ id, clauses }) => clauses.map((clause) => `${id} ${clause.id}`));
    expect(all.filter((clause) => !reached.has(clause))).toEqual([]);
  });
});

describe('while they await it', () => {
  it('permits nothing of theirs to anybody for any purpose', () => {
    expect(AWAITING.map(({ id }) => id)).toEqual(['XJ-RESEARCH']);
    const without = protocolSet(SET.protocols.filter(({ awaits }) => awaits === undefined));
    for (const { organisation, role } of allOrganisationRoles()) {
      const { jurisdiction } = ORGANISATIONS[organisation];
      for (const purpose of ['CROSS_BORDER_CASE', 'EVALUATION_RESEARCH'] satisfies Purpose[]) {
        const right = { organisation, role, purpose, jurisdiction };
        for (const field of KINDS) {
          const { kind } = decide(SET, right, field, NOW);
          if (kind !== decide(without, right, field, NOW).kind) {
            throw new Error(`${organisation}.${role} is answered "${kind}" of ${field.coordinate} for ${purpose}`);
          }
        }
      }
    }
  });

  it('opens no purpose and is cited by no refusal', () => {
    const researching = allOrganisationRoles().filter(({ organisation, role }) =>
      purposesOf(SET, organisation, role, NOW).includes('EVALUATION_RESEARCH'),
    );
    expect(researching).toEqual([]);
    const right = {
      organisation: 'ljmu',
      role: 'researcher',
      purpose: 'EVALUATION_RESEARCH',
      jurisdiction: 'UK',
    } as const;
    const cited = FIELDS.flatMap((field) => {
      const decision = decide(SET, right, field, NOW);
      return decision.kind === 'deny' ? [decision.clause.protocol] : [];
    });
    expect(new Set(cited)).toEqual(new Set(['DEFAULT-DENY']));
    expect(Object.keys(PURPOSES)).toContain('EVALUATION_RESEARCH');
  });

  it('is told as such wherever agreements are printed', () => {
    const printed = printProtocols(SET);
    const union = printUnion(SET, FIELDS, [], NOW).split('### ');
    const control = 'permits nothing yet: awaits DISCLOSURE_CONTROL';
    expect(printed.split(control)).toHaveLength(3);
    expect(union.find((part) => part.startsWith('ljmu.researcher'))).toContain(`XJ-RESEARCH ${control}`);
    const counted = union.join('\n').replaceAll(control, '');
    expect(counted).not.toMatch(/\| XJ-RESEARCH \||EVALUATION_RESEARCH/);
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

  it('refuses such an agreement that no longer says what it awaits', () => {
    const research = told('xj-research.yaml', 'awaits: DISCLOSURE_CONTROL\n', '');
    expect(research).toContain('minCell is about the request, which nothing evaluates yet');
    expect(research).toContain('clause study-turin: studyActive is about the request');
  });

  it.each([
    [
      'an unknown machinery',
      'xj-research.yaml',
      'awaits: DISCLOSURE_CONTROL',
      'awaits: MAGIC',
      'awaits ("MAGIC") is wrong',
    ],
    ['an unknown predicate', 'xj-lookup.yaml', 'hitConfirmed: {}', 'hitConfirmd: {}', 'did you mean hitConfirmed?'],
    ['an unknown facet', 'xj-lookup.yaml', 'facets: [CORVUS]', 'facets: [CORVIS]', 'did you mean CORVUS?'],
    ['a recipient who did not sign', 'xj-research.yaml', 'eri, ljmu', 'eri', 'ljmu.researcher did not sign'],
    [
      'a clause that reaches no field',
      'xj-research.yaml',
      '{ category: AGGREGATE, level: FULL }',
      '{ category: STAFF, level: FULL }',
      'no field of project-partners is STAFF FULL',
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
