// States of people at ERI, told from what is recorded about them.
import type { State } from './policy-table';
import { day, holds, recordsAbout, rowsOf, type SeededRecord, today } from './seeded';

function consents(record: SeededRecord, ledger: string, recipient: string, purpose: string): readonly SeededRecord[] {
  return recordsAbout(record.subject, ledger).filter(
    ({ values }) => holds(values.recipients, recipient) && holds(values.purposes, purpose),
  );
}

const isActive = ({ values }: SeededRecord): boolean =>
  (day(values.givenAt) ?? '9999') <= today() &&
  (day(values.expiresAt) ?? '9999') > today() &&
  values.withdrawnAt === null;

/** Consent, given with the invitation, that ERI be told; for a purpose and, where named, of a category. */
export const consentToEri =
  (purpose: string, category?: string): State =>
  (record) =>
    consents(record, 'InvitationConsent', 'eri', purpose).some(
      (consent) => isActive(consent) && (category === undefined || holds(consent.values.categories, category)),
    );

/** Consent that ERI tells a partner. */
export const consentTo =
  (recipient: string, purpose: string, category?: string): State =>
  (record) =>
    consents(record, 'ParticipantConsent', recipient, purpose).some(
      (consent) => isActive(consent) && (category === undefined || holds(consent.values.categories, category)),
    );

/** A consent of that ledger to that recipient was withdrawn, or has expired. */
export const withdrew =
  (ledger: string, recipient: string): State =>
  (record) =>
    recordsAbout(record.subject, ledger).some(
      ({ values }) => holds(values.recipients, recipient) && values.withdrawnAt !== null,
    );
export const expired =
  (ledger: string, recipient: string): State =>
  (record) =>
    recordsAbout(record.subject, ledger).some(
      ({ values }) => holds(values.recipients, recipient) && (day(values.expiresAt) ?? '9999') <= today(),
    );

export const invited =
  (answer: boolean | null): State =>
  ({ subject }) =>
    recordsAbout(subject, 'Invitation').some(({ values }) => values.accepted === answer);

export const invitedBy =
  (organisation: string): State =>
  ({ subject }) =>
    recordsAbout(subject, 'Invitation').some(({ values }) => values.invitedBy === organisation);

/** A placement with or through an organisation, in that state. */
export const placement =
  (organisation: string, state: string): State =>
  ({ subject }) =>
    recordsAbout(subject, 'Placement').some(
      ({ values }) => values.state === state && [values.employerPartner, values.supportedBy].includes(organisation),
    );

export const clientOfService =
  (organisation: string): State =>
  ({ subject }) =>
    rowsOf('ServiceClient').some(
      (row) => row.subjectId === subject && row.organisation === organisation && (day(row.until) ?? '9999') >= today(),
    );

/** In a group that the mentor leads now. */
export const inGroupOf =
  (mentor: string): State =>
  ({ subject }) =>
    rowsOf('ProgrammeEnrolment').some(
      (enrolment) =>
        enrolment.subjectId === subject &&
        rowsOf('ProgrammeRunMentor').some(
          (row) => row.runId === enrolment.runId && row.person === mentor && (day(row.until) ?? '9999') >= today(),
        ),
    );
