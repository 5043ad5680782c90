// Who decides at Knowsley: the controller of the record, else the council's coordinator (LOOKUP.md, section 3).
import { runProgram } from '../hub/run-program';
import type { DeskFindings } from './try-desk';

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const server = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? SERVER : '';

const NOT_HERE = 'There is no such lookup to decide on here.';
const NO_CANDIDATE = '"candidate" names nobody of this review: give the id of the person whom you confirm.';
const NO_GRANT = 'Only who decides at the owner that was asked can grant access.';

let findings: DeskFindings;
beforeAll(async () => {
  const { output, errors } = await runProgram('test/lookup/try-desk', {}, [server], 100_000);
  if (output === '') throw new Error(errors);
  findings = JSON.parse(output) as DeskFindings;
}, 120_000);

it('shows each who decides the candidates of the own records, and nobody else’s', () => {
  expect(findings.queues).toMatchObject({
    coordinator: [['nominal'], ['once']],
    dpo: [['nominal'], ['once']],
    manager: [['mentee'], ['again']],
    'manager, one at most': [['mentee']],
    officer: [],
  });
});

it('lets the controller of a record confirm it, the coordinator where it has nobody, and neither the other’s', () => {
  expect(findings.steps).toMatchObject({
    'MALS on the team’s': NOT_HERE,
    'the council on MALS’s': NOT_HERE,
    'the police on MALS’s': NOT_HERE,
    'the asker’s own organisation': 'Nobody decides on what the own organisation asks.',
    'MALS on its own': 'CONFIRMED',
    'the council on its own': 'CONFIRMED',
    'the council confirms MALS’s of both': NO_CANDIDATE,
  });
});

it('waits for everybody who decides on one of the candidates, and no word overrules a refusal', () => {
  expect(findings.steps).toMatchObject({
    'the council says no': 'OPEN',
    'the council says no again': 'OPEN',
    'the council says otherwise': expect.stringMatching(/decided on already/) as unknown,
    'MALS says no': 'REFUSED',
    'MALS says no again': 'REFUSED',
  });
  expect(findings.queues['coordinator, after the own word']).toEqual([]);
});

it('grants by who decides on the record, with the second person of that record', () => {
  expect(findings.steps).toMatchObject({
    'the council grants MALS’s': NO_GRANT,
    'the police agree to MALS’s': NO_GRANT,
    'MALS grants the team’s': NO_GRANT,
    'MALS grants its own': 'done',
    'the council grants the team’s': 'done',
    'the police agree to the team’s': 'done',
  });
});

it('tells each the lookups on which that person decides; whom nobody knows is the desk’s', () => {
  expect(findings.decides).toEqual({
    coordinator: ['of the team', 'of both, alone', 'of nobody'],
    dpo: ['of the team', 'of both, alone', 'of nobody'],
    manager: ['of MALS, alone', 'of both, alone'],
    officer: [],
  });
});

it('keeps at the asker’s owner what was granted on a hit, once, and never again after its end', () => {
  expect(findings.links).toEqual({
    'of no hit': false,
    'of a hit': true,
    'told again': [{ subject: 'nominal', categories: ['IDENTITY'], ended: false }],
    'told after its end': [{ subject: 'nominal', categories: ['IDENTITY'], ended: true }],
    'hits, two months later': [{ hits: 2 }],
    'hits, after that': [{ granted: true }],
    'seen by the application': [],
  });
});

it('grants nothing on a request that was declined, however late the grant comes', () => {
  expect(findings.steps).toMatchObject({
    'granted after it was declined': expect.stringMatching(/has ended. Decline it/) as unknown,
    'alive of those declined': '0',
  });
});
