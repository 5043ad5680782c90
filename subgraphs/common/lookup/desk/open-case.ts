import type { DataSource } from 'typeorm';

import type { LookupOwner } from '../../../../blinding/lookup-keys';
import type { Requester } from '../../../../schema/requester';
import { RequestStore } from '../../storage/request-store';

/**
 * The person of the asker's own open case, by its reference ($1), in the words of the agreements' own predicates. The
 * reference is the id of the case at the Safety House, and the id of the person elsewhere, where a person has no more
 * than one case.
 */
const OPEN_CASE: Readonly<Record<LookupOwner, string>> = {
  // Probation: who is in charge of the person today. Police: whoever is in the cohort is a case of the police.
  'knowsley-iom': `
    select managed.id as subject_id from offender_manager_of() managed(id) where managed.id = $1
    union
    select member.id from subject_in_cohort() member(id)
    where member.id = $1 and current_setting('concordat.organisation', true) = 'merseyside-police'`,
  'safety-house': `
    select c.subject_id from safety_case c
    where c.id = $1 and c.id in (select case_open()) and c.id in (select participant_of_case())`,
  eri: `
    select referred.id as subject_id from referred_by() referred(id)
    where referred.id = $1 and referred.id in (select invitation_accepted())`,
};

/**
 * The person of this open case of the asker's; undefined where there is no such case, or it is not the asker's. Asked
 * by maintenance with the asker's settings, since no request calls a predicate by itself.
 */
export async function personOfOpenCase(
  maintenance: DataSource,
  owner: LookupOwner,
  requester: Requester,
  now: Date,
  today: string,
): Promise<string | undefined> {
  if (requester.caseReference === undefined) return undefined;
  const asked = new RequestStore(maintenance, requester, now, today, []);
  try {
    const [found] = await asked.query<{ subject_id: string }>(OPEN_CASE[owner], [requester.caseReference]);
    return found?.subject_id;
  } finally {
    await asked.close();
  }
}
