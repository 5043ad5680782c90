import { type OwnerPredicate, ownerPredicate } from '../../common/disclosure/owner-predicates';
import { ASKED_BY, holdsToday } from './asked-by';
import { AREA_OF_REQUESTER } from './requester-area';

// Half-open as every window of this hub: today counts, the same day of the month so many months ago does not; a day that
// the month lacks is its last one.
const withinMonths = (date: string): string =>
  `${date} > (${ASKED_BY.today} - make_interval(months => p_months))::date and ${date} <= ${ASKED_BY.today}`;

/** Who is followed across boroughs and forces: the band of a score, where something happened, who was added by hand. */
export const TRACKING_PREDICATES: readonly OwnerPredicate[] = [
  // The latest score alone: who was HIGH once and is not now is not. A score without a band has none.
  ownerPredicate(
    'bandAtLeast',
    'subject',
    `select c.subject_id from corvus_score c
     where array_position(array['LOW', 'MEDIUM', 'HIGH'], c.band)
         >= array_position(array['LOW', 'MEDIUM', 'HIGH'], p_band)
       and c.as_at <= to_char(${ASKED_BY.today}, 'YYYY-MM')
       and not exists (
         select 1 from corvus_score later where later.subject_id = c.subject_id
           and (later.as_at, later.recorded_at, later.id) > (c.as_at, c.recorded_at, c.id)
           and later.as_at <= to_char(${ASKED_BY.today}, 'YYYY-MM'))`,
    { arguments: { band: 'text' } },
  ),
  // An arrest is no offence, and who left an area did not move into it.
  ownerPredicate(
    'recordedInArea',
    'subject',
    `select o.subject_id from offence o
     where o.area in (${AREA_OF_REQUESTER}) and ${withinMonths('o.offence_date')}
     union
     select m.subject_id from movement m
     where m.to_area in (${AREA_OF_REQUESTER}) and ${withinMonths('m.moved_on')}`,
    { arguments: { months: 'integer' } },
  ),
  ownerPredicate(
    'manualInclusionValid',
    'subject',
    `select m.subject_id from cohort_membership m
     where m.status = 'ADDED_BY_HAND' and m.inclusion_reason is not null and ${holdsToday('m.member_from', 'm.member_until')}
       and m.review_due >= ${ASKED_BY.today} and m.review_due <= m.member_from + 90`,
  ),
];
