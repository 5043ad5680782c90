import { OWNERS } from '../../../schema/owners';
import { isAdult, type LookupRegister } from '../../common/lookup/lookup-register';
import { lookupTriggersStep } from '../../common/lookup/lookup-tables';

/**
 * Nominals, by the team's own record of them; and clients of MALS who are none, for whom they consent to. Without a
 * consent a client of MALS is not in the register at all: mentoring is voluntary, and whoever compares people for the
 * team would otherwise learn of it.
 */
export const knowsleyRegister: LookupRegister = {
  people: `
    select n.id as subject_id, n.given_name, n.name as full_name, n.aliases, n.date_of_birth as birth_date, n.birth_place,
      ${isAdult('n.date_of_birth')} as indexed, null::text[] as audience, null::timestamptz as until, 'kiom' as held_by
    from nominal n
    union all
    select m.id, m.given_name, m.name, null, m.date_of_birth, null, ${isAdult('m.date_of_birth')},
      consent.audience, consent.until, 'mals'
    from mals_client m
    join (
      select c.subject_id, array_agg(distinct recipient order by recipient) as audience,
        least(min(c.expires_on), min(c.withdrawn_on))::timestamp at time zone '${OWNERS['knowsley-iom'].timeZone}' as until
      from mals_consent c, unnest(c.recipients) recipient
      where 'CROSS_BORDER_CASE' = any (c.purposes) and c.given_on <= p_today
        and (c.expires_on is null or c.expires_on > p_today) and (c.withdrawn_on is null or c.withdrawn_on > p_today)
      group by c.subject_id
    ) consent on consent.subject_id = m.id
    where not exists (select from nominal n where n.id = m.id)`,
};

/** What the register above is made of. */
export const knowsleyLookupStep = lookupTriggersStep('0014-lookup', [
  { table: 'nominal', subject: 'id', columns: ['given_name', 'name', 'aliases', 'date_of_birth', 'birth_place'] },
  { table: 'mals_client', subject: 'id', columns: ['given_name', 'name', 'date_of_birth'] },
  {
    table: 'mals_consent',
    subject: 'subject_id',
    columns: ['purposes', 'recipients', 'given_on', 'expires_on', 'withdrawn_on'],
  },
]);
