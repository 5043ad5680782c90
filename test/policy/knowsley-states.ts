// States of people at Knowsley, told from what is recorded about them.
import type { State } from './policy-table';
import { daysAgo, day, holds, lasts, recordsAbout, rowsOf, type SeededRecord, today } from './seeded';

export const all =
  (...states: readonly State[]): State =>
  (record) =>
    states.every((state) => state(record));

export const not =
  (state: State): State =>
  (record) =>
    !state(record);

const about = (record: SeededRecord, type: string): readonly SeededRecord[] => recordsAbout(record.subject, type);

/** A member of the cohort, or added by hand with a reason and a review within 90 days that is still to come. */
export const inCohort: State = (record) =>
  about(record, 'CohortMembership').some(({ values }) => {
    if (!lasts(values.memberFrom, values.memberUntil)) return false;
    if (values.status === 'MEMBER') return true;
    const review = day(values.reviewDue);
    return (
      typeof values.inclusionReason === 'string' && review !== undefined && review >= today() && review <= daysAgo(-90)
    );
  });

export const addedByHand: State = (record) =>
  about(record, 'CohortMembership').every(({ values }) => values.status !== 'MEMBER');

export const reviewPast: State = (record) =>
  about(record, 'CohortMembership').some(({ values }) => (day(values.reviewDue) ?? today()) < today());

export const risk =
  (...levels: readonly string[]): State =>
  (record) =>
    about(record, 'Supervision').some(
      ({ values }) => lasts(values.startedOn, values.endedOn) && levels.includes(String(values.riskOfHarm)),
    );

export const notAssessed: State = (record) =>
  about(record, 'Supervision').every(
    ({ values }) => values.riskOfHarm === null || !lasts(values.startedOn, values.endedOn),
  );

/** The practitioner in charge today. */
export const managedBy =
  (person: string): State =>
  (record) =>
    rowsOf('OffenderManager').some(
      (row) =>
        row.subjectId === record.subject && row.practitioner === person && lasts(row.inChargeFrom, row.inChargeUntil),
    );

/** The practitioner in charge today, of the organisation that is responsible today. */
export const onCaseloadOf =
  (person: string): State =>
  (record) =>
    managedBy(person)(record) &&
    about(record, 'Supervision').some(
      ({ values }) =>
        values.responsibleOrganisation === person.split('.')[0] && lasts(values.startedOn, values.endedOn),
    );

export const handoverTo =
  (organisation: string): State =>
  (record) =>
    about(record, 'Supervision').some(
      ({ values }) => values.handoverTo === organisation && lasts(values.handoverOpenedOn, values.handoverCompletedOn),
    );

export const handoverDone: State = (record) =>
  about(record, 'Supervision').some(({ values }) => values.handoverCompletedOn !== null);

export const inPrison =
  (prison: string): State =>
  (record) =>
    about(record, 'CustodyEpisode').some(
      ({ values }) => values.prison === prison && lasts(values.startedOn, values.releasedOn),
    );

/** Not in that prison now, and last released from it so many days ago. */
export const releasedFrom =
  (prison: string, fewestDays: number, mostDays: number): State =>
  (record) => {
    const releases = about(record, 'CustodyEpisode').flatMap(({ values }) => {
      const released = values.prison === prison ? day(values.releasedOn) : undefined;
      return released === undefined ? [] : [released];
    });
    const last = releases.sort().at(-1);
    return !inPrison(prison)(record) && last !== undefined && last <= daysAgo(fewestDays) && last >= daysAgo(mostDays);
  };

export const neverInPrison: State = (record) => about(record, 'CustodyEpisode').length === 0;

/** A referral to mentoring at a stage; by the organisation named, if one is. */
export const referral =
  (stage: string, from?: string): State =>
  (record) =>
    about(record, 'Referral').some(
      ({ values }) =>
        values.toOrganisation === 'mals' &&
        values.stage === stage &&
        (from === undefined || values.fromOrganisation === from),
    );

export const referredBy =
  (organisation: string): State =>
  (record) =>
    about(record, 'Referral').some(({ values }) => values.fromOrganisation === organisation);

export const neverReferred: State = (record) => about(record, 'Referral').length === 0;

/** The mentee's consent to what KIOM tells mentoring, recorded with the referral. */
export const consentToMentoring: State = (record) =>
  about(record, 'Referral').some(({ values }) => lasts(values.consentRecordedOn, values.consentWithdrawnOn));

export const consentToMentoringWithdrawn: State = (record) =>
  about(record, 'Referral').some(({ values }) => values.consentWithdrawnOn !== null) && !consentToMentoring(record);

interface Match {
  readonly mentor: string;
  readonly from: string;
  readonly until: string | undefined;
}

function matches(record: SeededRecord): readonly Match[] {
  return rowsOf('MentoringMatch')
    .filter(({ subjectId }) => subjectId === record.subject)
    .map((row) => ({
      mentor: String(rowsOf('Mentor').find(({ id }) => id === row.mentorId)?.person),
      from: day(row.matchedFrom) ?? '',
      until: day(row.matchedUntil),
    }));
}

export const activeMatchWith =
  (mentor: string): State =>
  (record) =>
    matches(record).some((match) => match.mentor === mentor && match.from <= today() && match.until === undefined);

/** Had a match with this mentor that ended so many days ago, and has none with them now. */
export const matchEnded =
  (mentor: string, fewestDays: number, mostDays: number): State =>
  (record) =>
    matches(record).some((match) => match.mentor === mentor) &&
    matches(record).every(
      ({ until, ...match }) =>
        match.mentor !== mentor || (until !== undefined && until <= daysAgo(fewestDays) && until >= daysAgo(mostDays)),
    );

/** Mentored now, and never by this mentor. */
export const mentoredByAnother =
  (mentor: string): State =>
  (record) =>
    matches(record).some((match) => match.until === undefined) &&
    matches(record).every((match) => match.mentor !== mentor);

export const mentorMayKnowOffence: State = (record) =>
  rowsOf('RiskAssessment').some(
    (row) =>
      row.subjectId === record.subject && row.mentorMayKnowOffence === true && (day(row.reviewDue) ?? '') >= today(),
  );

/** Whether the record is about a need that was selected in a referral of the person to mentoring. */
export const needSelected: State = (record) =>
  about(record, 'Referral').some(({ values }) => holds(values.pathwaysRequested, String(record.values.pathway)));

/** Consent by which MALS may tell an organisation for a purpose; of a category, if one is named. */
export const malsConsent =
  (recipient: string, purpose: string, category?: string): State =>
  (record) =>
    about(record, 'MalsConsent').some(
      ({ values }) =>
        holds(values.recipients, recipient) &&
        holds(values.purposes, purpose) &&
        (category === undefined || holds(values.categories, category)) &&
        lasts(values.givenOn, values.withdrawnOn) &&
        (day(values.expiresOn) ?? '9999') > today(),
    );

export const malsConsentWithdrawn: State = (record) =>
  about(record, 'MalsConsent').some(({ values }) => values.withdrawnOn !== null) &&
  about(record, 'MalsConsent').every(({ values }) => !lasts(values.givenOn, values.withdrawnOn));

export const malsConsentExpired: State = (record) =>
  about(record, 'MalsConsent').some(({ values }) => (day(values.expiresOn) ?? '9999') <= today());

/** Treated today by this organisation; told from the assignment, which no field shows. */
export const treatedToday =
  (organisation: string): State =>
  (record) =>
    rowsOf('Treatment').some(
      (row) =>
        row.subjectId === record.subject && row.organisation === organisation && lasts(row.startedOn, row.endedOn),
    );

export const isMalsClient: State = (record) => about(record, 'MalsClient').length > 0;
export const isNominal: State = (record) => about(record, 'Nominal').length > 0;

/** What a mentor wrote, by who wrote it. */
export const writtenBy =
  (mentor: string): State =>
  (record) =>
    rowsOf(record.type).some(({ id, author }) => id === record.id && author === mentor);

export const releasedDisclosure: State = ({ values }) => values.releasedAt !== null;
export const seriousHarm: State = ({ values }) => values.seriousHarm === true;

export const anybody: State = () => true;
