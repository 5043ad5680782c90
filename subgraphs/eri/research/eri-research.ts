import { ageBandOf, mentoringBandOf, pathwayOf, yearsOn } from '../../common/research/register-bands';
import { namesResearchers } from '../../common/research/research-recipients';
import type { ResearchRegister } from '../../common/research/research-register';

/**
 * The adult participants who consented to research and never took that back; nobody else is there at all. Sessions are
 * the meetings of the programme that a participant attended. ERI records no offences, no risk and no home of anybody.
 */
export const eriResearch: ResearchRegister = {
  rows: `
  with consented as (
    select distinct subject_id from participant_consent
    where 'EVALUATION_RESEARCH' = any (purposes) and ${namesResearchers}
      and given_at < p_cutoff::timestamp at time zone 'Europe/Rome'
      and (expires_at is null or expires_at > p_cutoff::timestamp at time zone 'Europe/Rome') and withdrawn_at is null
  ), entry as (
    select e.subject_id, min(r.starts_on) as entered_on
    from programme_enrolment e join programme_run r on r.id = e.run_id group by e.subject_id
  ), adult as (
    select e.subject_id, e.entered_on, (e.entered_on + interval '12 months')::date as year_end,
      ${yearsOn('e.entered_on', 'p.birth_date')} as years, p.sex, p.basic_needs, p.legal_status, p.release_month,
      (select min(a.held_on) from programme_attendance a where a.subject_id = e.subject_id and a.attended) as engaged_on
    from entry e join consented c on c.subject_id = e.subject_id join participant p on p.id = e.subject_id
    where e.entered_on < p_cutoff - interval '12 months' and ${yearsOn('e.entered_on', 'p.birth_date')} >= 18
  ), observed as (
    select *, (engaged_on + interval '12 months')::date as window_end from adult
  )
  select a.subject_id, a.entered_on,
    ${ageBandOf('a.years')} as age_band,
    coalesce(a.sex, 'NOT_RECORDED') as sex,
    'NOT_RECORDED' as offence_group,
    ${pathwayOf('a.basic_needs[1]')} as pathway,
    'NOT_RECORDED' as risk_band,
    case when run.venue is null then 'NOT_RECORDED' else 'COMMUNITY' end as programme_setting,
    ${mentoringBandOf('attended.sessions')} as mentoring_input_band,
    'NOT_RECORDED' as aftercare_seen,
    'NOT_RECORDED' as housing_outcome,
    case asked.employed when true then 'EMPLOYED' when false then 'NOT_EMPLOYED' else 'NOT_RECORDED' end
      as employment_outcome,
    case when a.engaged_on is null then 'CENSORED' when returned.again then 'YES'
      when returned.unstated or a.window_end >= p_cutoff or returned.excluded then 'CENSORED'
      when a.release_month is not null and a.release_month >= to_char(a.engaged_on, 'YYYY-MM') then 'CENSORED'
      when a.release_month is null and coalesce(a.legal_status, 'DETENUTO') in ('DETENUTO', 'SEMILIBERTA') then 'CENSORED'
      when coalesce(returned.followed_up_on >= a.window_end, false) then 'NO' else 'CENSORED' end as reoffended_12m,
    attended.sessions as mentoring_sessions
  from observed a
  left join lateral (
    select r.venue from programme_enrolment e join programme_run r on r.id = e.run_id
    where e.subject_id = a.subject_id order by r.starts_on, r.id limit 1) run on true
  left join lateral (
    select count(*)::integer as sessions from programme_attendance t
    where t.subject_id = a.subject_id and t.attended and t.held_on >= a.entered_on and t.held_on < a.year_end
  ) attended on true
  left join lateral (
    select o.employed from participant_outcome o
    where o.subject_id = a.subject_id and o.employed is not null
      and o.followed_up_on > a.entered_on and o.followed_up_on <= a.year_end
    order by o.followed_up_on desc, o.id limit 1) asked on true
  left join lateral (
    select bool_or(within.happened and not o.offence_prior_to_engagement) as again,
      bool_or(within.happened and o.offence_prior_to_engagement) as excluded,
      bool_or(o.returned_to_prison
        and (o.returned_to_prison_on is null or (within.happened and o.offence_prior_to_engagement is null))) as unstated,
      max(o.followed_up_on) as followed_up_on
    from participant_outcome o cross join lateral (
      select coalesce(o.returned_to_prison and o.returned_to_prison_on > a.engaged_on
        and o.returned_to_prison_on <= a.window_end and o.returned_to_prison_on < p_cutoff, false) as happened) within
    where o.subject_id = a.subject_id) returned on true`,
  definitions: { REOFFENDED_12M: 'IT-REOFFENDING-1' },
};
