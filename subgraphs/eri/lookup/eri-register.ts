import { isAdult, type LookupRegister } from '../../common/lookup/lookup-register';
import { lookupTriggersStep } from '../../common/lookup/lookup-tables';

/**
 * Participants, of whom only those are found who consent to it, and only by whom they name. A consent that an inviting
 * service keeps is about what that service tells ERI, and counts for nothing here.
 */
export const eriRegister: LookupRegister = {
  people: `
    select p.id as subject_id, p.given_name, p.name as full_name, null as aliases, p.birth_date, p.birth_place,
      ${isAdult('p.birth_date')} and consent.audience is not null as indexed,
      consent.audience, consent.until, 'eri' as held_by
    from participant p
    left join (
      select c.subject_id, array_agg(distinct recipient order by recipient) as audience,
        least(min(c.expires_at), min(c.withdrawn_at)) as until
      from participant_consent c, unnest(c.recipients) recipient
      where 'CROSS_BORDER_CASE' = any (c.purposes) and c.given_at <= p_now
        and (c.expires_at is null or c.expires_at > p_now) and (c.withdrawn_at is null or c.withdrawn_at > p_now)
      group by c.subject_id
    ) consent on consent.subject_id = p.id`,
};

/** What the register above is made of. */
export const eriLookupStep = lookupTriggersStep('0008-lookup', [
  { table: 'participant', subject: 'id', columns: ['given_name', 'name', 'birth_date', 'birth_place'] },
  {
    table: 'participant_consent',
    subject: 'subject_id',
    columns: ['purposes', 'recipients', 'given_at', 'expires_at', 'withdrawn_at'],
  },
]);
