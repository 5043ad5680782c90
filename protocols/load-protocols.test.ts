import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { LoadEnvironment } from './check-protocols';
import { loadProtocols } from './load-protocols';
import { describeFault, type ProtocolFault, ProtocolFaults } from './protocol-faults';

const AGREEMENTS = path.join(__dirname, 'agreements');
const SYNTHETIC: LoadEnvironment = { synthetic: true };
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'agreements-'));
  cpSync(AGREEMENTS, directory, { recursive: true });
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

/** Replaces the first occurrence of a text in one of the agreements. */
function mar(file: string, from: string, to: string): void {
  const whole = readFileSync(path.join(directory, file), 'utf8');
  if (!whole.includes(from)) throw new Error(`${file} does not say: ${from}`);
  writeFileSync(path.join(directory, file), whole.replace(from, to));
}

function faults(environment: LoadEnvironment = SYNTHETIC): readonly ProtocolFault[] {
  try {
    loadProtocols(directory, environment);
    return [];
  } catch (error) {
    if (error instanceof ProtocolFaults) return error.faults;
    throw error;
  }
}

describe('the agreements', () => {
  test('load, frozen, with a version that names their content', () => {
    const set = loadProtocols(AGREEMENTS, SYNTHETIC);
    expect(set.protocols.map(({ id }) => id)).toEqual([
      'ERI-INTAKE',
      'ERI-PLACEMENT',
      'HMP-MALS-LCP',
      'KIOM-COOPTED',
      'KIOM-CORE',
      'KIOM-MALS-REFERRAL',
      'MALS-KIOM-FEEDBACK',
      'MERSEY-BOROUGHS',
      'MERSEY-GMP',
      'OVERSIGHT',
      'OWN-WORK',
      'SHH-AFTERCARE',
      'SHH-CASE',
      'SHH-EXTREMISM',
      'SHH-VICTIM',
      'XJ-LOOKUP',
      'XJ-PERFORMANCE',
      'XJ-RESEARCH',
    ]);
    expect(Object.isFrozen(set.protocols[0]?.clauses[0]?.permits)).toBe(true);
    expect(loadProtocols(directory, SYNTHETIC).version).toBe(set.version);
    mar('kiom-core.yaml', 'level: FULL', 'level: BAND');
    expect(loadProtocols(directory, SYNTHETIC).version).not.toBe(set.version);
  });

  test('stand in files that are named for them', () => {
    const set = loadProtocols(AGREEMENTS, SYNTHETIC);
    expect(set.protocols.map(({ id }) => `${id.toLowerCase()}.yaml`).sort()).toEqual(readdirSync(AGREEMENTS).sort());
  });
});

describe('a faulty agreement stops the start', () => {
  test.each<[what: string, file: string, from: string, to: string, expected: Partial<ProtocolFault>, remedy: string]>([
    [
      'unknown predicate',
      'kiom-core.yaml',
      'subjectInCohort: {}',
      'subjectInCohrt: {}',
      { clause: 'police-record', word: 'subjectInCohrt' },
      'did you mean subjectInCohort?',
    ],
    [
      'unknown argument of a predicate',
      'kiom-core.yaml',
      'releasedWithinDays: 28',
      'releasedWithin: 28',
      { clause: 'prison-identity', word: 'releasedWithin' },
      'its arguments are: releasedWithinDays',
    ],
    [
      'wrong value of an argument',
      'kiom-core.yaml',
      'levels: [HIGH, VERY_HIGH]',
      'levels: [HIGH, HIGHEST]',
      { clause: 'nps-own-caseload', word: 'levels' },
      'riskOfHarmIn cannot be given',
    ],
    [
      'predicate about the request',
      'kiom-core.yaml',
      'subjectInCohort: {}',
      'studyActive: {}',
      { word: 'studyActive' },
      'take it out',
    ],
    [
      'two predicates in one',
      'kiom-core.yaml',
      '{ subjectInCohort: {} }, { inRecipientPrison',
      '{ subjectInCohort: {}, inRecipientPrison',
      { clause: 'prison-identity' },
      'one predicate with its arguments',
    ],
    [
      'unknown category',
      'kiom-core.yaml',
      'category: OFFENCE',
      'category: OFENCE',
      { word: 'OFENCE' },
      'did you mean OFFENCE?',
    ],
    ['unknown level', 'kiom-core.yaml', 'level: FULL', 'level: FUL', { word: 'FUL' }, 'did you mean FULL?'],
    [
      'unknown facet',
      'kiom-core.yaml',
      'facets: [HARM]',
      'facets: [HARMS]',
      { clause: 'prison-harm', word: 'HARMS' },
      'did you mean HARM?',
    ],
    [
      'unknown discloser',
      'kiom-core.yaml',
      'disclosers: [kiom',
      'disclosers: [kio',
      { word: 'kio' },
      'did you mean kiom?',
    ],
    [
      'clause of a discloser who is no party',
      'own-work.yaml',
      '  - kiom\n',
      '',
      { word: 'kiom' },
      'is no discloser of this agreement',
    ],
    [
      'unknown organisation',
      'kiom-core.yaml',
      '[kmbc.iom-coordinator]',
      '[knbc.iom-coordinator]',
      { word: 'knbc.iom-coordinator' },
      'did you mean kmbc?',
    ],
    [
      'unknown role',
      'kiom-core.yaml',
      '[kmbc.iom-coordinator]',
      '[kmbc.coordinator]',
      { word: 'kmbc.coordinator' },
      'kmbc.iom-coordinator',
    ],
    [
      'recipient without a role',
      'kiom-core.yaml',
      '[merseyside-police.officer]',
      '[merseyside-police]',
      { word: 'merseyside-police' },
      'write merseyside-police.officer',
    ],
    [
      'recipient by class alone',
      'kiom-core.yaml',
      '[merseyside-police.officer]',
      '[POLICE]',
      { word: 'POLICE' },
      'a recipient is organisation.role',
    ],
    [
      'unknown recipient name',
      'kiom-core.yaml',
      'to: [police]',
      'to: [polise]',
      { clause: 'police-record', word: 'polise' },
      'did you mean police?',
    ],
    [
      'recipient who did not sign',
      'kiom-core.yaml',
      'signatories: [merseyside-police, ',
      'signatories: [',
      { clause: 'police-record', word: 'merseyside-police' },
      'did not sign',
    ],
    [
      'unknown signatory',
      'kiom-core.yaml',
      'signatories: [merseyside-police, ',
      'signatories: [merseyside-polis, merseyside-police, ',
      { word: 'merseyside-polis' },
      'did you mean merseyside-police?',
    ],
    [
      'unknown purpose',
      'kiom-core.yaml',
      'purposes: [IOM_CASE_MANAGEMENT',
      'purposes: [IOM_MANAGEMENT',
      { word: 'IOM_MANAGEMENT' },
      'IOM_CASE_MANAGEMENT',
    ],
    [
      'purpose of a clause that the agreement lacks',
      'kiom-mals-referral.yaml',
      'purposes: [REFERRAL, MENTORING_SUPPORT]',
      'purposes: [MENTORING_SUPPORT]',
      { clause: 'offered-referral', word: 'REFERRAL' },
      'is no purpose of this agreement',
    ],
    [
      'unknown schedule',
      'kiom-core.yaml',
      'permits: [{ schedule: case-record }]',
      'permits: [{ schedule: case-recor }]',
      { clause: 'police-record', word: 'case-recor' },
      'did you mean case-record?',
    ],
    [
      'permission without a level',
      'kiom-core.yaml',
      '{ category: POLICE_INTELLIGENCE, level: FULL }',
      '{ category: POLICE_INTELLIGENCE }',
      { clause: 'police-intelligence', word: 'POLICE_INTELLIGENCE' },
      'a category and a level',
    ],
    [
      'unknown key',
      'kiom-core.yaml',
      '    to: [police]',
      '    too: [police]',
      { clause: 'police-record', word: 'too' },
      'did you mean to?',
    ],
    [
      'missing translation',
      'kiom-core.yaml',
      '      nl: De politie ziet het casusdossier van iemand in het cohort, zonder gezondheid.\n',
      '',
      { clause: 'police-record', word: 'nl' },
      'the translation is missing',
    ],
    [
      'empty translation',
      'kiom-core.yaml',
      'nl: Casusregie in het Knowsley IOM',
      'nl: ""',
      { word: 'nl' },
      'the translation is missing',
    ],
    ['wrong date', 'kiom-core.yaml', 'from: 2015-01-01', 'from: 2015-02-30', { word: '2015-02-30' }, 'inForce.from'],
    [
      'end before the beginning',
      'kiom-core.yaml',
      'from: 2015-01-01',
      'from: 2015-01-01, until: 2014-01-01',
      { word: '2014-01-01' },
      'mend inForce',
    ],
    [
      'compulsory review without a date',
      'kiom-core.yaml',
      'status: proposed',
      'status: proposed\nreviewCompulsory: true',
      { word: 'reviewDue' },
      'write reviewDue',
    ],
    [
      'clause id twice',
      'kiom-core.yaml',
      'id: police-intelligence',
      'id: police-record',
      { clause: 'police-record', word: 'police-record' },
      'stands twice',
    ],
    [
      'agreement id twice',
      'eri-intake.yaml',
      'id: ERI-INTAKE',
      'id: ERI-PLACEMENT',
      { word: 'ERI-PLACEMENT' },
      'another id or version',
    ],
    [
      'YAML that cannot be read',
      'kiom-core.yaml',
      'disclosers: [kiom',
      'disclosers: [[kiom',
      { file: 'kiom-core.yaml' },
      'is not YAML',
    ],
  ])('%s', (_what, file, from, to, expected, remedy) => {
    mar(file, from, to);
    const found = faults();
    expect(found).toContainEqual(expect.objectContaining(expected));
    expect(found.map(describeFault).join('\n')).toContain(remedy);
    expect(found.every((fault) => fault.file !== '' && describeFault(fault).includes(fault.file))).toBe(true);
  });

  test('all faults of all files are told at once, each in a line with file, clause and word', () => {
    mar('kiom-core.yaml', 'subjectInCohort: {}', 'subjectInCohrt: {}');
    mar('kiom-core.yaml', 'facets: [HARM]', 'facets: [HARMS]');
    mar('shh-case.yaml', 'category: VICTIM', 'category: VICTIMS');
    mar('eri-intake.yaml', 'residual:', 'residuals:');
    const told = new ProtocolFaults(faults()).message;
    expect(told).toContain(
      'kiom-core.yaml, clause police-record: unknown predicate "subjectInCohrt"; did you mean subjectInCohort?',
    );
    expect(told).toContain(
      'kiom-core.yaml, clause prison-harm: unknown facet of RISK_SCORE "HARMS"; did you mean HARM?',
    );
    expect(told).toContain('shh-case.yaml, clause developing-victim: unknown category "VICTIMS"; did you mean VICTIM?');
    expect(told).toContain('eri-intake.yaml: unknown key "residuals" in the file; did you mean residual?');
  });

  test('a directory without agreements is a fault, not an empty set', () => {
    expect(() => loadProtocols(path.join(directory, 'nowhere'), SYNTHETIC)).toThrow('there is no agreement');
  });

  test('a proposed agreement holds on synthetic data only; a built-in or signed one everywhere', () => {
    const found = faults({ synthetic: false });
    const builtIn = ['oversight.yaml', 'own-work.yaml'];
    expect(found.filter(({ file }) => builtIn.includes(file))).toEqual([]);
    expect(found).toHaveLength(16);
    expect(found[0]?.message).toContain('unsigned');
    for (const file of readdirSync(directory).filter((name) => !builtIn.includes(name))) {
      mar(file, 'status: proposed', 'status: signed');
    }
    expect(faults({ synthetic: false })).toEqual([]);
  });

  test('a discloser, recipient and purpose have one agreement at most at a time', () => {
    mar(
      'own-work.yaml',
      'purposes: [OWN_CASE_WORK, CROSS_BORDER_CASE]',
      'purposes: [OWN_CASE_WORK, IOM_CASE_MANAGEMENT, CROSS_BORDER_CASE]',
    );
    mar('own-work.yaml', 'purposes: [OWN_CASE_WORK]', 'purposes: [OWN_CASE_WORK, IOM_CASE_MANAGEMENT]');
    const [fault, ...others] = faults();
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ file: 'own-work.yaml', clause: 'police-records' });
    expect(fault?.message).toContain('merseyside-police to merseyside-police.officer for IOM_CASE_MANAGEMENT');
    // One that ends on the day on which the other begins leaves none of both.
    mar('own-work.yaml', 'inForce: { from: 2012-11-01 }', 'inForce: { from: 2012-11-01, until: 2015-01-01 }');
    expect(faults()).toEqual([]);
  });

  test('a clause whose disclosers control no matching field is refused', () => {
    const fields = [
      { coordinate: 'Target.achieved', category: 'AGGREGATE', level: 'BAND', controller: 'project-partners' },
    ] as const;
    for (const file of readdirSync(directory).filter((name) => name !== 'xj-performance.yaml'))
      rmSync(path.join(directory, file));
    expect(faults({ synthetic: true, fields })).toEqual([]);
    mar('xj-performance.yaml', 'category: AGGREGATE, level: FULL', 'category: AGGREGATE, level: FLAG');
    expect(faults({ synthetic: true, fields })).toMatchObject([{ clause: 'figures-to-funders', word: 'AGGREGATE' }]);
  });

  test('a predicate that the owner cannot evaluate is refused', () => {
    const found = faults({
      synthetic: true,
      evaluable: (predicate, _category, controllers) => predicate !== 'ownGroup' || !controllers.includes('eri'),
    });
    expect(found).toMatchObject([{ file: 'own-work.yaml', clause: 'eri-mentor-group', word: 'ownGroup' }]);
    expect(found[0]?.message).toContain('cannot be evaluated about IDENTITY, PROGRAMME of eri');
  });
});
