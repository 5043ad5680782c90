import type { Requester } from '../../../schema/requester';
import {
  type Answer,
  decidesFor,
  faultOfAnswer,
  isOfProject,
  type Proposal,
  proposeProject,
  type ResearchProject,
  stateOf,
} from './project';

const NOW = new Date('2026-11-27T12:00:00Z');
const TODAY = '2026-11-27';
const RESEARCHER: Requester = {
  person: 'ljmu.researcher',
  organisation: 'ljmu',
  role: 'researcher',
  purpose: 'EVALUATION_RESEARCH',
  jurisdiction: 'UK',
  requestId: 'request-1',
};
const PROPOSAL: Proposal = {
  name: 'Reoffending by age',
  question: 'Who reoffends within twelve months?',
  dimensions: ['REOFFENDED_12M', 'AGE_BAND', 'AGE_BAND'],
  people: ['ljmu.researcher#2'],
  endsOn: '2027-11-27',
  tables: 25,
};
const proposed = (changed: Partial<Proposal> = {}): ResearchProject =>
  proposeProject('id', { ...PROPOSAL, ...changed }, RESEARCHER, NOW, TODAY);
const decided = (answers: Partial<Record<'UK' | 'NL' | 'IT', Answer>>): ResearchProject => ({
  ...proposed(),
  decisions: Object.entries(answers).map(([jurisdiction, answer]) => ({
    jurisdiction: jurisdiction as 'UK',
    answer,
    by: 'officer',
    decidedAt: NOW,
  })),
});

describe('a proposal', () => {
  it('is kept with whoever proposes among its people, and with JURISDICTION', () => {
    expect(proposed()).toMatchObject({
      people: ['ljmu.researcher', 'ljmu.researcher#2'],
      dimensions: ['AGE_BAND', 'JURISDICTION', 'REOFFENDED_12M'],
      organisation: 'ljmu',
      decisions: [],
    });
  });

  it.each<readonly [string, Partial<Proposal>]>([
    ['no name', { name: ' ' }],
    ['a name of two lines', { name: 'one\ntwo' }],
    ['no question', { question: '' }],
    ['no dimension', { dimensions: [] }],
    ['nobody’s name', { people: [''] }],
    ['too many people', { people: Array.from({ length: 21 }, (_, index) => `ljmu.researcher#${String(index)}`) }],
    ['more tables than there are', { tables: 26 }],
    ['no tables', { tables: 0 }],
    ['half a table', { tables: 1.5 }],
    ['an end that is past', { endsOn: '2026-11-26' }],
    ['an end that nobody can foresee', { endsOn: '2029-11-28' }],
  ])('is refused with %s', (_what, changed) => {
    expect(() => proposed(changed)).toThrow(/^"/);
  });

  it('may end today, and three years ahead', () => {
    expect(proposed({ endsOn: TODAY }).endsOn).toBe(TODAY);
    expect(proposed({ endsOn: '2029-11-27' }).endsOn).toBe('2029-11-27');
  });
});

describe('a project', () => {
  it.each<readonly [Parameters<typeof decided>[0], string, string]>([
    [{}, TODAY, 'PROPOSED'],
    [{ UK: 'APPROVED', NL: 'APPROVED' }, TODAY, 'PROPOSED'],
    [{ UK: 'APPROVED', NL: 'APPROVED', IT: 'APPROVED' }, TODAY, 'APPROVED'],
    [{ UK: 'APPROVED', NL: 'APPROVED', IT: 'APPROVED' }, '2027-11-27', 'APPROVED'],
    [{ UK: 'APPROVED', NL: 'APPROVED', IT: 'APPROVED' }, '2027-11-28', 'ENDED'],
    [{ UK: 'APPROVED', NL: 'REFUSED', IT: 'APPROVED' }, TODAY, 'REFUSED'],
    [{ IT: 'REFUSED' }, '2027-11-28', 'REFUSED'],
  ])('with the answers %j is on %s %s', (answers, today, state) => {
    expect(stateOf(decided(answers), today)).toBe(state);
  });

  it('is answered once by each officer; an approval can be taken back, a refusal cannot', () => {
    const fault = (answers: Parameters<typeof decided>[0], answer: Answer, today = TODAY) =>
      faultOfAnswer(decided(answers), 'UK', answer, today);
    expect(fault({}, 'APPROVED')).toBeUndefined();
    expect(fault({ NL: 'APPROVED' }, 'APPROVED')).toBeUndefined();
    expect(fault({ UK: 'APPROVED' }, 'REFUSED')).toBeUndefined();
    expect(fault({ UK: 'APPROVED' }, 'APPROVED')).toContain('already');
    expect(fault({ UK: 'REFUSED' }, 'APPROVED')).toContain('was refused');
    expect(fault({ NL: 'REFUSED' }, 'APPROVED')).toContain('was refused');
    expect(fault({}, 'APPROVED', '2027-11-28')).toContain('has ended');
  });

  it('is that of the people named, of its organisation', () => {
    expect(isOfProject(proposed(), RESEARCHER)).toBe(true);
    expect(isOfProject(proposed(), { ...RESEARCHER, person: 'ljmu.researcher#3' })).toBe(false);
    expect(isOfProject(proposed(), { ...RESEARCHER, organisation: 'kmbc' })).toBe(false);
  });
});

it('the three officers decide, each for one owner, and no other', () => {
  const officer = (organisation: Requester['organisation'], role = 'dpo') => decidesFor({ organisation, role });
  expect([officer('knowsley'), officer('the-hague'), officer('turin')]).toEqual(['UK', 'NL', 'IT']);
  expect([officer('merseyside-police'), officer('mals'), officer('knowsley', 'officer'), officer('ljmu')]).toEqual(
    Array(4).fill(undefined),
  );
});
