import { ownerPredicate } from '../../common/disclosure/owner-predicates';

/** Statements about a case of extremism (SHH-EXTREMISM). */
export const extremismPredicates = [
  ownerPredicate(
    'triangleParty',
    'extremismCase',
    `select party.extremism_case_id from extremism_party party
      where party.organisation = current_setting('concordat.organisation', true)`,
  ),
  ownerPredicate(
    'approvedBy',
    'extremismCase',
    `select party.extremism_case_id from extremism_party party
      where party.approved_at <= nullif(current_setting('concordat.today', true), '')::date
      group by party.extremism_case_id having count(*) >= p_parties`,
    { arguments: { parties: 'integer' } },
  ),
  ownerPredicate(
    'reviewDateNotPast',
    'extremismCase',
    `select e.id from extremism_case e
      where e.review_due >= nullif(current_setting('concordat.today', true), '')::date
        and e.review_due <= nullif(current_setting('concordat.today', true), '')::date + interval '6 months'`,
  ),
  ownerPredicate(
    'judicialReviewRecorded',
    'extremismCase',
    `select e.id from extremism_case e
      where e.judicial_review_at <= nullif(current_setting('concordat.today', true), '')::date`,
  ),
  // Without a date of birth nobody is taken for an adult.
  ownerPredicate(
    'childProtectionParticipates',
    'extremismCase',
    `select e.id from extremism_case e
      where e.date_of_birth <= nullif(current_setting('concordat.today', true), '')::date - interval '18 years'
        or e.child_protection_since <= nullif(current_setting('concordat.today', true), '')::date`,
  ),
  ownerPredicate(
    'proposalOpen',
    'extremismCase',
    `select e.id from extremism_case e
      where e.state = 'PROPOSED'
        and e.proposed_at <= nullif(current_setting('concordat.today', true), '')::date
        and e.proposed_at + p_days >= nullif(current_setting('concordat.today', true), '')::date
        and (e.reviewing_judge = nullif(current_setting('concordat.person', true), '')
          or exists (select 1 from extremism_party party
            where party.extremism_case_id = e.id
              and party.organisation = current_setting('concordat.organisation', true)
              and party.approver = nullif(current_setting('concordat.person', true), '')))`,
    { arguments: { days: 'integer' } },
  ),
];
