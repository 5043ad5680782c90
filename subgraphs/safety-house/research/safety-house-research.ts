import {
  ageBandOf,
  offenceGroupOf,
  pathwayOf,
  principalNeedFirst,
  yearsOn,
} from '../../common/research/register-bands';
import type { ResearchRegister } from '../../common/research/research-register';

/**
 * The adults whom aftercare knows from a release, or of whom a case was opened. No table of extremism, of victims or of
 * families is read, and no theme is told: an ordinary record counts whatever else is known about the person, so that a
 * case of extremism shows nowhere. Needs of health are told as another need at most.
 */
export const safetyHouseResearch: ResearchRegister = {
  rows: `
  with entry as (
    select first.subject_id, min(first.day) as entered_on from (
      select id as subject_id, release_date as day from aftercare_client
      union all
      select subject_id, opened_at from safety_case where theme is distinct from 'EXTREMISM'
    ) first group by first.subject_id
  ), adult as (
    select e.subject_id, e.entered_on, (e.entered_on + interval '12 months')::date as year_end,
      ${yearsOn('e.entered_on', 'coalesce(a.birth_date, c.birth_date)')} as years, c.sex,
      a.release_date, a.first_contact_on
    from entry e
    left join aftercare_client a on a.id = e.subject_id
    left join client c on c.id = e.subject_id
    where e.entered_on < p_cutoff - interval '12 months'
      and ${yearsOn('e.entered_on', 'coalesce(a.birth_date, c.birth_date)')} >= 18
  )
  select a.subject_id, a.entered_on,
    ${ageBandOf('a.years')} as age_band,
    coalesce(a.sex, 'NOT_RECORDED') as sex,
    ${offenceGroupOf('principal.offence_type')} as offence_group,
    ${pathwayOf('need.pathway')} as pathway,
    'NOT_RECORDED' as risk_band,
    'NOT_RECORDED' as programme_setting,
    'NOT_RECORDED' as mentoring_input_band,
    case when a.release_date is null or a.release_date >= a.year_end then 'NOT_RECORDED'
      when a.first_contact_on <= a.year_end then 'SEEN' else 'NOT_SEEN' end as aftercare_seen,
    case when living.housing like 'Rents%' then 'HOUSED' when living.housing like 'Stays with%' then 'TEMPORARY'
      when living.housing like 'Has no fixed%' then 'NO_FIXED_HOME' when living.housing is not null then 'NOT_RECORDED'
      when placed.status = 'PLACED' then 'TEMPORARY' when placed.status is distinct from 'DECLINED' then 'NOT_RECORDED'
      when placed.homeless then 'NO_FIXED_HOME' when not placed.homeless then 'HOUSED' else 'NOT_RECORDED' end
      as housing_outcome,
    case when living.day_activity like 'Works%' then 'EMPLOYED'
      when living.day_activity in ('None.', 'Looks for work.') then 'NOT_EMPLOYED'
      when living.day_activity is null and worked.status = 'PLACED' then 'EMPLOYED' else 'NOT_RECORDED' end
      as employment_outcome,
    case when custody.again then 'YES' when custody.inside then 'CENSORED' else 'NO' end as reoffended_12m,
    null::integer as mentoring_sessions
  from adult a
  left join lateral (
    select o.offence_type from (
      select id, offence_date, offence_type from police_offence where subject_id = a.subject_id
      union all
      select id, offence_date, offence_type from prosecutor_offence where subject_id = a.subject_id
    ) o where o.offence_date <= a.entered_on order by o.offence_date desc, o.id limit 1) principal on true
  left join lateral (
    select n.pathway from (
      select id, recorded_at, state, need as pathway from pathway_need where subject_id = a.subject_id
      union all
      select id, recorded_at, status, case need when 'ACCOMMODATION_SHELTER' then 'ACCOMMODATION'
          when 'INCOME' then 'FINANCE_BENEFITS_DEBT' when 'DEBT_COUNSELLING' then 'FINANCE_BENEFITS_DEBT' else need end
        from aftercare_need where subject_id = a.subject_id
    ) n where (n.recorded_at at time zone 'Europe/Amsterdam')::date <= a.year_end
    order by (n.recorded_at at time zone 'Europe/Amsterdam')::date, ${principalNeedFirst('n.state', 'n.pathway')}, n.id
    limit 1) need on true
  left join lateral (
    select l.housing, l.day_activity from living_situation l
    where l.subject_id = a.subject_id
      and (l.recorded_at at time zone 'Europe/Amsterdam')::date between a.entered_on and a.year_end
    order by l.recorded_at desc, l.id limit 1) living on true
  left join lateral (
    select h.status, h.homeless from housing_application h
    where h.subject_id = a.subject_id and h.decided_on <= a.year_end order by h.decided_on desc, h.id limit 1) placed on true
  left join lateral (
    select w.status from work_application w
    where w.subject_id = a.subject_id and w.decided_on <= a.year_end order by w.decided_on desc, w.id limit 1) worked on true
  left join lateral (
    select bool_or(d.start_date > a.entered_on and d.start_reason = 'NEW_OFFENCE') as again, count(*) > 0 as inside
    from detention d where d.subject_id = a.subject_id
      and d.start_date <= a.year_end and coalesce(d.release_date, 'infinity'::date) > a.entered_on) custody on true`,
  definitions: { REOFFENDED_12M: 'NL-COHORT-REOFFENDING-1' },
};
