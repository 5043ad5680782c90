import { PERSONAS } from '../../development/personas';
import { purposesOf } from '../../protocols/decide';
import type { ProtocolSet } from '../../protocols/protocol';
import { readAdequacyDecisions, writeAdequacyDecisions } from '../../subgraphs/common/lookup/grants/adequacy';
import type { Store } from '../../subgraphs/common/storage/store';
import { CASE_REFERENCE } from '../population/owner-in-process';

const CATEGORIES = ['IDENTITY', 'CUSTODY', 'RISK_SCORE', 'CASE_PLAN', 'OFFENCE', 'REFERRAL'];

/** Grants across borders of every fourth person to everybody who may have one, since nobody is seeded with any. */
export async function giveGrants({ maintenance }: Store, protocols: ProtocolSet): Promise<void> {
  const now = new Date();
  await writeAdequacyDecisions(maintenance, readAdequacyDecisions({}));
  const askers = PERSONAS.filter(({ organisation, role }) =>
    purposesOf(protocols, organisation, role, now).includes('CROSS_BORDER_CASE'),
  );
  for (const { persona, organisation, role } of askers) {
    await maintenance.query(
      `with person as (
         select id, gen_random_uuid() as review, gen_random_uuid() as grant_id
         from (select id, row_number() over (order by id) as place from subject) s where place % 4 = 0
       ), reviewed as (
         insert into lookup_review (id, asker, protocol, candidates, state, opened_at, expires_at, decided_at, decided_by, subject_id)
         select review, '{}', 'XJ-LOOKUP@1.0.0', '[]', 'CONFIRMED', now(), now() + interval '1 day', now(), 'decider', id from person
       )
       insert into lookup_grant (id, lookup, subject_id, foreign_subject, person, organisation, role, purpose,
         case_reference, categories, handling_code, approved_at, approved_by, until)
       select grant_id, review, id, 'elsewhere', $1, $2, $3, 'CROSS_BORDER_CASE', $4, $5, 'H1',
         now() - interval '1 minute', 'decider', now() + interval '1 day' from person`,
      [persona, organisation, role, CASE_REFERENCE, CATEGORIES],
    );
  }
}
