import { ownerPredicate } from '../../common/disclosure/owner-predicates';

/**
 * Consent is asked of both ledgers: the one kept with the invitation, for what the inviting service tells ERI, and the
 * one that ERI keeps, for what it tells others. Each names its recipients, so neither can stand in for the other.
 */
export const consentPredicates = [
  ownerPredicate(
    'consentActive',
    'subject',
    `select c.subject_id
     from (
       select subject_id, purposes, categories, recipients, given_at, expires_at, withdrawn_at from invitation_consent
       union all
       select subject_id, purposes, categories, recipients, given_at, expires_at, withdrawn_at from participant_consent
     ) c
     where nullif(current_setting('concordat.organisation', true), '') = any(c.recipients)
       and nullif(current_setting('concordat.purpose', true), '') = any(c.purposes)
       and (p_category is null or p_category = any(c.categories))
       and c.given_at <= nullif(current_setting('concordat.now', true), '')::timestamptz
       and (c.expires_at is null or c.expires_at > nullif(current_setting('concordat.now', true), '')::timestamptz)
       and (c.withdrawn_at is null or c.withdrawn_at > nullif(current_setting('concordat.now', true), '')::timestamptz)`,
    { arguments: { category: 'text' } },
  ),
];
