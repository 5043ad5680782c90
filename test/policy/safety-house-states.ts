// States of cases at the Safety House, told from what is recorded about them.
import type { State } from './policy-table';
import { daysAgo, day, recordsAbout, recordsOf, type Row, rowsOf, type SeededRecord, today } from './seeded';

/** What a table says of a case. */
export type CaseState = (record: SeededRecord) => boolean;

/** The record belongs to a case in that state; a record about the person alone, to a person with just that case. */
export const inCase =
  (...states: readonly CaseState[]): State =>
  (record) => {
    const cases = casesOf(record);
    return cases.length === 1 && cases.every((ofPerson) => states.every((state) => state(ofPerson)));
  };

function casesOf(record: SeededRecord): readonly SeededRecord[] {
  if (record.type === 'Case') return [record];
  const ofPerson = recordsAbout(record.subject, 'Case');
  return 'caseId' in record.values ? ofPerson.filter(({ id }) => id === record.values.caseId) : ofPerson;
}

export const stage =
  (...stages: readonly string[]): CaseState =>
  ({ values }) =>
    stages.includes(String(values.stage));

/** Short-term plan, long-term plan and evaluation. */
export const plannedStage = stage('SHORT_TERM_PLAN', 'LONG_TERM_PLAN', 'EVALUATION');

export const complex: CaseState = ({ values }) => values.complexity === 'COMPLEX';
export const notComplex: CaseState = (ofPerson) => !complex(ofPerson);

/** Opened at most eight weeks ago. */
export const recent: CaseState = ({ values }) => (day(values.openedAt) ?? '') >= daysAgo(56);
export const lasting: CaseState = (ofPerson) => !recent(ofPerson);

export const neverClosed: CaseState = ({ values }) => values.closedAt === null && values.stage !== 'CLOSED';
export const closed: CaseState = ({ values }) => values.closedAt !== null && values.reopenedAt === null;

const partIn = ({ id }: SeededRecord, organisation: unknown): 'active' | 'former' | 'none' => {
  const parts = recordsOf('CaseParticipant').filter(
    ({ values }) => values.caseId === id && values.organisation === organisation,
  );
  if (parts.length === 0) return 'none';
  return parts.some(({ values }) => (day(values.activeUntil) ?? '9999') >= today()) ? 'active' : 'former';
};

export const reopened: CaseState = (ofPerson) =>
  ofPerson.values.reopenedAt !== null && partIn(ofPerson, ofPerson.values.reopenedBy) === 'active';
/** Reopened by a partner that has left since. */
export const reopenedInVain: CaseState = (ofPerson) =>
  ofPerson.values.reopenedAt !== null && partIn(ofPerson, ofPerson.values.reopenedBy) !== 'active';

export const takesPart =
  (organisation: string): CaseState =>
  (ofPerson) =>
    partIn(ofPerson, organisation) === 'active';
export const tookPart =
  (organisation: string): CaseState =>
  (ofPerson) =>
    partIn(ofPerson, organisation) === 'former';
export const neverTookPart =
  (organisation: string): CaseState =>
  (ofPerson) =>
    partIn(ofPerson, organisation) === 'none';

export const municipality =
  (...names: readonly string[]): CaseState =>
  ({ values }) =>
    names.includes(String(values.municipality));
export const elsewhere =
  (...names: readonly string[]): CaseState =>
  (ofPerson) =>
    !municipality(...names)(ofPerson);

const caseRow = (id: string): Row | undefined => rowsOf('Case').find((row) => row.id === id);

export const runBy =
  (person: string): CaseState =>
  ({ id }) =>
    caseRow(id)?.processManager === person;
export const directedBy =
  (person: string): CaseState =>
  ({ id }) =>
    caseRow(id)?.processDirector === person;

/** Who treats the person, in the case that the record belongs to. */
export const treatedBy =
  (organisation: string): State =>
  ({ values }) =>
    values.treatingOrganisation === organisation;

/** The person is a client of the service today. */
export const clientOf =
  (organisation: string): State =>
  ({ subject }) =>
    rowsOf('ClientAssignment').some(
      (row) =>
        row.subjectId === subject && row.organisation === organisation && (day(row.activeUntil) ?? '9999') >= today(),
    );

export const formerClientOf =
  (organisation: string): State =>
  (record) =>
    !clientOf(organisation)(record) &&
    rowsOf('ClientAssignment').some((row) => row.subjectId === record.subject && row.organisation === organisation);

// Cases of extremism.

/** The record belongs to the case of extremism of a person of whom all that holds. */
export const inExtremismCase =
  (...states: readonly CaseState[]): State =>
  (record) => {
    const cases = record.type === 'ExtremismCase' ? [record] : recordsAbout(record.subject, 'ExtremismCase');
    return cases.length === 1 && cases.every((ofPerson) => states.every((state) => state(ofPerson)));
  };

const parties = (id: string): readonly Row[] => rowsOf('ExtremismParty').filter((row) => row.extremismCaseId === id);

export const approvals =
  (fewest: number, most: number): CaseState =>
  ({ id }) => {
    const given = parties(id).filter(({ approvedAt }) => (day(approvedAt) ?? '9999') <= today()).length;
    return given >= fewest && given <= most;
  };

export const partyTo =
  (organisation: string): CaseState =>
  ({ id }) =>
    parties(id).some((row) => row.organisation === organisation);
export const noPartyTo =
  (organisation: string): CaseState =>
  (ofPerson) =>
    !partyTo(organisation)(ofPerson);

/** A review that is still to come, at most six months ahead. */
export const reviewSet: CaseState = ({ values }) => {
  const review = day(values.reviewDue);
  return review !== undefined && review >= today() && review <= daysAgo(-181);
};
export const reviewPast: CaseState = ({ values }) => (day(values.reviewDue) ?? '9999') < today();
export const reviewUnset: CaseState = ({ values }) => values.reviewDue === null;
export const reviewTooFar: CaseState = ({ values }) => (day(values.reviewDue) ?? '') > daysAgo(-190);

export const judged: CaseState = ({ values }) => (day(values.judicialReviewAt) ?? '9999') <= today();
export const unjudged: CaseState = (ofPerson) => !judged(ofPerson);

const minor = ({ values }: SeededRecord): boolean => {
  const [year = '', ...rest] = today().split('-');
  return (day(values.dateOfBirth) ?? '9999') > [String(Number(year) - 18), ...rest].join('-');
};
/** An adult, or a minor whose child protection takes part. */
export const childrenProtected: CaseState = (ofPerson) =>
  !minor(ofPerson) || ofPerson.values.childProtectionSince !== null;
export const minorWithProtection: CaseState = (ofPerson) => minor(ofPerson) && childrenProtected(ofPerson);
export const unprotectedMinor: CaseState = (ofPerson) => !childrenProtected(ofPerson);

export const extremismDirectedBy =
  (person: string): CaseState =>
  ({ id }) =>
    rowsOf('ExtremismCase').some((row) => row.id === id && row.processDirector === person);
export const extremismNotDirectedBy =
  (person: string): CaseState =>
  (ofPerson) =>
    !extremismDirectedBy(person)(ofPerson);

export const proposed: CaseState = ({ values }) => values.state === 'PROPOSED';
export const proposedWithin =
  (fewestDays: number, mostDays: number): CaseState =>
  ({ values }) => {
    const on = day(values.proposedAt) ?? '';
    return on <= daysAgo(fewestDays) && on >= daysAgo(mostDays);
  };
/** Whether the person is a named approver or the reviewing judge. */
export const named =
  (person: string): CaseState =>
  ({ id }) =>
    parties(id).some(({ approver }) => approver === person) ||
    rowsOf('ExtremismCase').some((row) => row.id === id && row.reviewingJudge === person);
export const notNamed =
  (person: string): CaseState =>
  (ofPerson) =>
    !named(person)(ofPerson);

/** The person has an ordinary case too. */
export const hasExtremismCase: State = ({ subject }) => recordsAbout(subject, 'ExtremismCase').length > 0;
