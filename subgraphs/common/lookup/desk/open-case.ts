import type { DataSource } from 'typeorm';

import type { LookupOwner } from '../../../../blinding/lookup-keys';
import type { Requester } from '../../../../schema/requester';

/**
 * The person of the asker's own open case, by its reference, at each owner. The reference is the id of the case at the
 * Safety House, and the id of the person elsewhere, where a person has no more than one case. $1 the reference, $2 the
 * person who asks, $3 the organisation, $4 today.
 */
const OPEN_CASE: Readonly<Record<LookupOwner, string>> = {
  // Probation: who is in charge of the person today. Police: whoever is in the cohort is a case of the police.
  'knowsley-iom': `
    select m.subject_id from offender_manager m
    where m.subject_id = $1 and m.practitioner = $2 and m.organisation = $3
      and m.in_charge_from <= $4::date and (m.in_charge_until is null or m.in_charge_until > $4::date)
    union
    select c.subject_id from cohort_membership c
    where c.subject_id = $1 and $3 = 'merseyside-police'
      and c.member_from <= $4::date and (c.member_until is null or c.member_until > $4::date)`,
  'safety-house': `
    select c.subject_id from safety_case c join case_participant p on p.case_id = c.id
    where c.id = $1 and $2 <> '' and p.organisation = $3 and c.stage <> 'CLOSED'
      and p.active_from <= $4::date and (p.active_until is null or p.active_until >= $4::date)`,
  eri: `
    select i.subject_id from invitation i
    where i.subject_id = $1 and $2 <> '' and i.invited_by = $3 and i.invited_on <= $4::date
      and i.accepted is distinct from false`,
};

/** The person of this open case of the asker's; undefined where there is no such case, or it is not the asker's. */
export async function personOfOpenCase(
  maintenance: DataSource,
  owner: LookupOwner,
  requester: Requester,
  today: string,
): Promise<string | undefined> {
  const { caseReference, person, organisation } = requester;
  if (caseReference === undefined) return undefined;
  const rows = await maintenance.query<{ subject_id: string }[]>(OPEN_CASE[owner], [
    caseReference,
    person,
    organisation,
    today,
  ]);
  return rows[0]?.subject_id;
}
