import { isAdult, type LookupRegister } from '../../common/lookup/lookup-register';
import { lookupTriggersStep } from '../../common/lookup/lookup-tables';

/**
 * Clients with an ordinary case. Nothing of extremism and nothing of victims is asked: who is known by these alone is no
 * client, and a client is found whatever else is known, so that no change of a status shows. Aftercare is voluntary and
 * makes nobody a client either.
 */
export const safetyHouseRegister: LookupRegister = {
  people: `
    select c.id as subject_id, c.given_name, c.name as full_name, c.aliases, c.birth_date, c.birth_place,
      ${isAdult('c.birth_date')} and exists (select from safety_case s where s.subject_id = c.id) as indexed,
      null as audience, null as until, 'safety-house' as held_by
    from client c`,
};

/** What the register above is made of. */
export const safetyHouseLookupStep = lookupTriggersStep('0010-lookup', [
  { table: 'client', subject: 'id', columns: ['given_name', 'name', 'aliases', 'birth_date', 'birth_place'] },
  { table: 'safety_case', subject: 'subject_id', columns: [] },
]);
