// States of prisoners and of participants of the Life Change Programme, told from what is recorded about them.
import type { State } from './policy-table';
import { day, daysAgo, holds, lasts, recordsAbout, rowsOf, type SeededRecord } from './seeded';

const about = (record: SeededRecord, type: string): readonly SeededRecord[] => recordsAbout(record.subject, type);

/** In prison, with the expected release so many days after today. */
export const releaseInDays =
  (fewest: number, most: number): State =>
  (record) =>
    about(record, 'CustodyEpisode').some(({ values }) => {
      const expected = day(values.expectedRelease);
      return (
        lasts(values.startedOn, values.releasedOn) &&
        expected !== undefined &&
        expected >= daysAgo(-fewest) &&
        expected <= daysAgo(-most)
      );
    });

/** Near release: today, or within the 183 days after today. */
export const nearRelease: State = releaseInDays(0, 183);

const entries = (record: SeededRecord): readonly SeededRecord['values'][] =>
  about(record, 'LcpRegisterEntry').map(({ values }) => values);

/** Chose freely, on a day that is recorded, and did not take it back. */
export const volunteered: State = (record) =>
  entries(record).some(
    ({ voluntary, voluntaryRecordedOn, withdrawnOn }) => voluntary === true && lasts(voluntaryRecordedOn, withdrawnOn),
  );
export const declined: State = (record) => entries(record).some(({ voluntary }) => voluntary === false);
export const withdrew: State = (record) => entries(record).some(({ withdrawnOn }) => day(withdrawnOn) !== undefined);
export const choiceNotRecorded: State = (record) =>
  entries(record).some(
    ({ voluntary, voluntaryRecordedOn }) => voluntary === true && day(voluntaryRecordedOn) === undefined,
  );
export const notAsked: State = (record) => entries(record).length === 0;

const facilitatorsOf = (record: SeededRecord): readonly unknown[] =>
  rowsOf('LcpEnrolment')
    .filter(({ subjectId }) => subjectId === record.subject)
    .map(({ cohortId }) => rowsOf('LcpCohort').find(({ id }) => id === cohortId)?.facilitator);

/** Has a place in a group that this person runs. */
export const inGroupRunBy =
  (person: string): State =>
  (record) =>
    facilitatorsOf(record).includes(person);
export const inGroupOfAnother =
  (person: string): State =>
  (record) =>
    facilitatorsOf(record).length > 0 && !facilitatorsOf(record).includes(person);
export const inNoGroup: State = (record) => facilitatorsOf(record).length === 0;

interface Asked {
  readonly pathway: unknown;
  readonly holdsToday: boolean;
}

const asked = (record: SeededRecord, agency: string): readonly Asked[] =>
  about(record, 'CoOptedRequest')
    .filter(({ values }) => values.organisation === agency)
    .map(({ values }) => ({ pathway: values.pathway, holdsToday: lasts(values.requestedOn, values.endedOn) }));

/** A co-opted agency is asked about the need on this pathway, and about no other. */
export const needSelectedFor =
  (agency: string, pathway: string): State =>
  (record) => {
    const now = asked(record, agency).filter(({ holdsToday }) => holdsToday);
    return now.length > 0 && now.every((request) => request.pathway === pathway);
  };
export const otherNeedSelectedFor =
  (agency: string, pathway: string): State =>
  (record) => {
    const now = asked(record, agency).filter(({ holdsToday }) => holdsToday);
    return now.length > 0 && now.every((request) => request.pathway !== pathway);
  };
export const requestEndedTo =
  (agency: string): State =>
  (record) =>
    asked(record, agency).length > 0 && asked(record, agency).every(({ holdsToday }) => !holdsToday);
export const neverAsked =
  (agency: string): State =>
  (record) =>
    asked(record, agency).length === 0;

const consents = (record: SeededRecord): readonly SeededRecord['values'][] =>
  about(record, 'PathwayConsent').map(({ values }) => values);

/** The person consents to this agency being told; naming this category, if one is given. */
export const consentsTo =
  (agency: string, category?: string): State =>
  (record) =>
    consents(record).some(
      ({ recipient, categories, givenOn, withdrawnOn, expiresOn }) =>
        recipient === agency &&
        lasts(givenOn, withdrawnOn) &&
        (day(expiresOn) ?? '9999') > daysAgo(0) &&
        (category === undefined || holds(categories, category)),
    );
export const neverConsented: State = (record) => consents(record).length === 0;
export const consentWithdrawnFrom =
  (agency: string): State =>
  (record) =>
    consents(record).some(({ recipient, withdrawnOn }) => recipient === agency && day(withdrawnOn) !== undefined);
export const consentExpiredTo =
  (agency: string): State =>
  (record) =>
    consents(record).some(
      ({ recipient, expiresOn }) => recipient === agency && (day(expiresOn) ?? '9999') <= daysAgo(0),
    );
/** Consents, but to other agencies only. */
export const consentsToAnother =
  (agency: string): State =>
  (record) =>
    consents(record).length > 0 && consents(record).every(({ recipient }) => recipient !== agency);

/** The need that the record states is on this pathway. */
export const onPathway =
  (pathway: string): State =>
  ({ values }) =>
    values.pathway === pathway;

/** The action of the record is for this organisation to do. */
export const assignedTo =
  (organisation: string): State =>
  ({ values }) =>
    values.organisation === organisation;
