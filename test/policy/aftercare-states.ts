// States of people whom the aftercare team knows, and of cases with victims, told from what is recorded about them.
import type { State } from './policy-table';
import { daysAgo, day, recordsAbout, rowsOf, type SeededRecord, today } from './seeded';
import type { CaseState } from './safety-house-states';

const fileOf = ({ subject }: SeededRecord): SeededRecord | undefined => recordsAbout(subject, 'AftercareClient')[0];

const ofFile =
  (holds: (values: SeededRecord['values']) => boolean): State =>
  (record) => {
    const file = fileOf(record);
    return file !== undefined && holds(file.values);
  };

const comesOfAge = (birthDate: unknown): string => {
  const [year = '9999', ...rest] = (day(birthDate) ?? '').split('-');
  return [String(Number(year) + 18), ...rest].join('-');
};

export const adult = ofFile(({ birthDate }) => comesOfAge(birthDate) <= today());
export const minor = ofFile(({ birthDate }) => comesOfAge(birthDate) > today());

export const inHaaglanden = ofFile(({ municipality }) => ['The Hague', 'Delft'].includes(String(municipality)));
export const outsideHaaglanden = ofFile(({ municipality }) => municipality === 'Leiden');

/** Not released yet, or in the last three days. */
export const inPrisonOrJustOut = ofFile(({ releaseDate }) => (day(releaseDate) ?? '') >= daysAgo(3));
export const outForLong = ofFile(({ releaseDate }) => (day(releaseDate) ?? '9999') < daysAgo(3));

const agreements = (record: SeededRecord, organisation: string) =>
  rowsOf('AftercareAgreement').filter((row) => row.subjectId === record.subject && row.organisation === organisation);

export const agreedTo =
  (organisation: string): State =>
  (record) =>
    agreements(record, organisation).some(({ withdrawnOn }) => withdrawnOn === null);
export const withdrewFrom =
  (organisation: string): State =>
  (record) =>
    agreements(record, organisation).some(({ withdrawnOn }) => withdrawnOn !== null);
export const neverAgreedTo =
  (organisation: string): State =>
  (record) =>
    agreements(record, organisation).length === 0;

const needsOf = (record: SeededRecord): readonly SeededRecord[] => recordsAbout(record.subject, 'AftercareNeed');

/** Some need of the person is this organisation's, and a need is just that one. */
export const providedBy =
  (organisation: string): State =>
  (record) =>
    needsOf(record).some(({ values }) => values.provider === organisation) &&
    (record.type !== 'AftercareNeed' || record.values.provider === organisation);
export const notProvidedBy =
  (organisation: string): State =>
  (record) =>
    needsOf(record).every(({ values }) => values.provider !== organisation);
export const anothersNeed =
  (organisation: string): State =>
  ({ values }) =>
    values.provider !== organisation;

const reasonsOf = ({ values }: SeededRecord): readonly string[] =>
  Array.isArray(values.reasons) ? (values.reasons as string[]) : [];
const OPEN_REASONS = ['AGE', 'NOT_HOMELESS', 'HOMELESS'];

/** Eligible, or refused for age or homelessness alone; of other records nothing is said. */
export const refusedOpenlyIfAtAll: State = (record) =>
  reasonsOf(record).every((reason) => OPEN_REASONS.includes(reason));
export const refusedOtherwise: State = (record) => reasonsOf(record).some((reason) => !OPEN_REASONS.includes(reason));

// Cases with victims.

const appointments = (id: string, person: string) =>
  rowsOf('VictimLiaisonAppointment').filter((row) => row.caseId === id && row.person === person);

export const liaisonIs =
  (person: string): CaseState =>
  ({ id }) =>
    appointments(id, person).some(({ activeUntil }) => (day(activeUntil) ?? '9999') >= today());
export const liaisonWas =
  (person: string): CaseState =>
  ({ id }) =>
    appointments(id, person).some(({ activeUntil }) => (day(activeUntil) ?? '9999') < today());
export const liaisonNever =
  (person: string): CaseState =>
  ({ id }) =>
    appointments(id, person).length === 0;

/** The action concerns the victim; of other records nothing is said. */
export const concernsVictim: State = ({ type, id }) =>
  type !== 'PlanAction' || rowsOf('PlanAction').some((row) => row.id === id && row.concernsVictim === true);
export const concernsOthers: State = (record) => !concernsVictim(record);
