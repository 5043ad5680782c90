// XJ-LOOKUP and XJ-RESEARCH, from their wording (DOMAIN.md C, as C.0 amends it): fully specified, and permitting
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

function answer(recipient: string, purpose: Purpose, controller: Controller, word: string): string {
  const [organisation = '', role = ''] = recipient.split('.');
  const [category = '', level = '', facet] = word.split('/');
  if (!isOrganisation(organisation) || !isCategory(category) || !isLevel(level)) throw new Error(word);
  const field: FieldDisclosure = { coordinate: `T.${word}`, controller, category, level, ...(facet && { facet }) };
  const right = { organisation, role, purpose, jurisdiction: ORGANISATIONS[organisation].jurisdiction };
  const decision = decide(WITH_MACHINERY, right, field, NOW);
  if (decision.kind === 'permit when') {
    return decision.alternatives.map(({ predicates }) => predicates.map(describePredicate).join(' & ')).join(' | ');
  }
  return decision.kind === 'permit' ? 'permit' : `deny ${decision.clause.protocol}`;
}

const NO_RECORD_OF = 'notCategory(categories: EXTREMISM/VICTIM)';
const HIT = `adult & ${NO_RECORD_OF}`;
const APPROVED = 'hitConfirmed & requestApproved(days: 14) & requesterGrant & handlingCodePresent';
const LED = (from: string, to: string) => `adequacyInForce(regime: LED, from: ${from}, to: ${to})`;
const GDPR = 'adequacyInForce(regime: GDPR, from: IT, to: UK)';
const STUDY = `studyActive & adult & ${NO_RECORD_OF}`;
const CONSENTED = `studyActive & consentActive & adult & ${NO_RECORD_OF}`;
const TABLE =
  'minCell(count: 10) & adult & notCategory(categories: IDENTITY/CONTACT/POLICE_INTELLIGENCE/HEALTH/FAMILY_CHILDREN/' +
  'VICTIM/CASE_PLAN/MENTOR_NOTES/LCP_REFLECTION/EXTREMISM/CONSENT)';

// prettier-ignore
const ROWS: readonly (readonly [string, Purpose, Controller, string, string])[] = [
  // Step 1: a hit or none, in every direction but home; adequacy from and to the United Kingdom only.
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'LINK/FLAG', `${LED('UK', 'NL')} & ${HIT}`],
  ['uepe.officer', 'CROSS_BORDER_CASE', 'kiom', 'LINK/FLAG', `${LED('UK', 'IT')} & ${HIT}`],
  ['nps.probation-officer', 'CROSS_BORDER_CASE', 'safety-house-partners', 'LINK/FLAG', `${LED('NL', 'UK')} & ${HIT}`],
  ['uepe.officer', 'CROSS_BORDER_CASE', 'safety-house-partners', 'LINK/FLAG', HIT],
  ['merseyside-police.officer', 'CROSS_BORDER_CASE', 'eri', 'LINK/FLAG', `consentActive & ${GDPR} & ${HIT}`],
  ['om-den-haag.prosecutor', 'CROSS_BORDER_CASE', 'eri', 'LINK/FLAG', `consentActive & ${HIT}`],
  // Step 2: confirmed by a person, approved within 14 days, granted, with a handling code.
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'IDENTITY/FULL/NAME', `${APPROVED} & ${LED('UK', 'NL')} & ${HIT}`],
  ['om-den-haag.prosecutor', 'CROSS_BORDER_CASE', 'merseyside-police', 'OFFENCE/BAND/RECORD', `${APPROVED} & ${LED('UK', 'NL')} & ${HIT}`],
  ['om-den-haag.prosecutor', 'CROSS_BORDER_CASE', 'merseyside-police', 'RISK_SCORE/BAND/CORVUS', `${APPROVED} & ${LED('UK', 'NL')} & ${HIT}`],
  ['reclassering.probation-officer', 'CROSS_BORDER_CASE', 'prisons', 'CUSTODY/BAND/STATUS', `${APPROVED} & ${LED('UK', 'NL')} & ${HIT}`],
  ['reclassering.probation-officer', 'CROSS_BORDER_CASE', 'probation', 'CUSTODY/FULL/ORDERS', `${APPROVED} & ${LED('UK', 'NL')} & ${HIT}`],
  ['safety-house.process-manager', 'CROSS_BORDER_CASE', 'probation', 'CASE_PLAN/FULL/LEAD_CONTACT', `${APPROVED} & ${LED('UK', 'NL')} & ${HIT}`],
  ['safety-house.process-director', 'CROSS_BORDER_CASE', 'kiom', 'REFERRAL/FLAG', `${APPROVED} & ${LED('UK', 'NL')} & ${HIT}`],
  ['uepe.officer', 'CROSS_BORDER_CASE', 'merseyside-police', 'OFFENCE/BAND/RECORD', `${APPROVED} & ${LED('UK', 'IT')} & ${HIT}`],
  ['merseyside-crc.case-manager', 'CROSS_BORDER_CASE', 'safety-house-partners', 'CASE_PLAN/FULL/LEAD_CONTACT', `${APPROVED} & ${LED('NL', 'UK')} & ${HIT}`],
  ['merseyside-police.officer', 'CROSS_BORDER_CASE', 'politie-haaglanden', 'OFFENCE/BAND/RECORD', `${APPROVED} & ${LED('NL', 'UK')} & ${HIT}`],
  ['uepe.officer', 'CROSS_BORDER_CASE', 'om-den-haag', 'OFFENCE/BAND/RECORD', `${APPROVED} & ${HIT}`],
  ['nps.probation-officer', 'CROSS_BORDER_CASE', 'eri', 'CUSTODY/BAND/STATUS', `${APPROVED} & consentActive & ${GDPR} & ${HIT}`],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'eri', 'IDENTITY/FULL/NAME', `${APPROVED} & consentActive & ${HIT}`],
  // Beyond the wording, and home.
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'merseyside-police', 'OFFENCE/FULL/RECORD', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'merseyside-police', 'RISK_SCORE/FULL/CORVUS', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'RISK_SCORE/BAND/MENTOR_SAFETY', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'merseyside-police', 'POLICE_INTELLIGENCE/FLAG', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'merseyside-police', 'COST_OF_CRIME/BAND', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'CONTACT/FULL/AREA', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'DEMOGRAPHIC/BAND', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'PATHWAY_NEEDS/FULL', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'kiom', 'REFERRAL/FULL', 'deny XJ-LOOKUP'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'prisons', 'CUSTODY/FULL/PLACE', 'deny XJ-LOOKUP'],
  ['uepe.officer', 'CROSS_BORDER_CASE', 'safety-house-partners', 'FAMILY_CHILDREN/FLAG', 'deny XJ-LOOKUP'],
  ['merseyside-police.officer', 'CROSS_BORDER_CASE', 'eri', 'HEALTH/FLAG', 'deny XJ-LOOKUP'],
  ['merseyside-police.officer', 'CROSS_BORDER_CASE', 'extremism-triangle', 'EXTREMISM/FLAG', 'deny KIOM-CORE'],
  ['merseyside-police.officer', 'CROSS_BORDER_CASE', 'victim-recorders', 'VICTIM/FLAG', 'deny KIOM-CORE'],
  ['politie-haaglanden.officer', 'CROSS_BORDER_CASE', 'mals', 'IDENTITY/FLAG/GIVEN_NAME', 'deny SHH-CASE'],
  ['uepe.officer', 'CROSS_BORDER_CASE', 'eri', 'IDENTITY/FLAG/GIVEN_NAME', 'deny XJ-LOOKUP'],
  ['kmbc.iom-coordinator', 'CROSS_BORDER_CASE', 'safety-house-partners', 'LINK/FLAG', 'deny KIOM-CORE'],
  ['eri.staff', 'CROSS_BORDER_CASE', 'kiom', 'LINK/FLAG', 'deny OWN-WORK'],
  ['mals.coordinator', 'CROSS_BORDER_CASE', 'safety-house-partners', 'LINK/FLAG', 'deny DEFAULT-DENY'],
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
    const answered = new Set(ROWS.flatMap(([, , , , line]) => line.split(' | ')));
    for (const { id, clauses } of AWAITING) {
      for (const clause of clauses) {
        const words = clause.when.map(describePredicate).join(' & ');
        expect([id, clause.id, answered.has(words)]).toEqual([id, clause.id, true]);
      }
    }
  });
});

describe('while they await it', () => {
  it('permits nothing of theirs to anybody for any purpose', () => {
    expect(AWAITING.map(({ id }) => id)).toEqual(['XJ-LOOKUP', 'XJ-RESEARCH']);
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
    expect(purposesOf(SET, 'uepe', 'officer', NOW)).not.toContain('CROSS_BORDER_CASE');
    const researching = allOrganisationRoles().filter(({ organisation, role }) =>
      purposesOf(SET, organisation, role, NOW).includes('EVALUATION_RESEARCH'),
    );
    expect(researching).toEqual([]);
    const right = { organisation: 'uepe', role: 'officer', purpose: 'CROSS_BORDER_CASE', jurisdiction: 'IT' } as const;
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
    const lookup = 'permits nothing yet: awaits CROSS_BORDER_LOOKUP';
    const control = 'permits nothing yet: awaits DISCLOSURE_CONTROL';
    expect(printed.split(lookup)).toHaveLength(3);
    expect(printed.split(control)).toHaveLength(3);
    expect(union.find((part) => part.startsWith('uepe.officer'))).toContain(`XJ-LOOKUP ${lookup}`);
    expect(union.find((part) => part.startsWith('ljmu.researcher'))).toContain(`XJ-RESEARCH ${control}`);
    const counted = union.join('\n').replaceAll(lookup, '').replaceAll(control, '');
    expect(counted).not.toMatch(/\| XJ-(LOOKUP|RESEARCH) \||EVALUATION_RESEARCH/);
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
    const lookup = told('xj-lookup.yaml', 'awaits: CROSS_BORDER_LOOKUP\n', '');
    expect(lookup).toContain('handlingCodePresent is about the request, which nothing evaluates yet');
    expect(lookup).toContain('clause hit-the-hague-turin: no field of safety-house-partners');
    const research = told('xj-research.yaml', 'awaits: DISCLOSURE_CONTROL\n', '');
    expect(research).toContain('minCell is about the request, which nothing evaluates yet');
    expect(research).toContain('clause study-turin: studyActive is about the request');
  });

  it.each([
    [
      'an unknown machinery',
      'xj-lookup.yaml',
      'awaits: CROSS_BORDER_LOOKUP',
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
