import {
  ageBandOf,
  mentoringBandOf,
  offenceGroupOf,
  pathwayOf,
  principalNeedFirst,
  yearsOn,
} from '../../common/research/register-bands';
import { namesResearchers } from '../../common/research/research-recipients';
import type { ResearchRegister } from '../../common/research/research-register';

/**
 * The adults of the cohort, whether or not they engaged with MALS. What MALS recorded (sessions, programme) is told of
 * people alone who consented that MALS uses it for research and never took that back: of everybody else it is not
 * recorded, so that it does not show either who is a client of MALS.
 */
export const knowsleyResearch: ResearchRegister = {
  rows: `
  with entry as (
    select m.subject_id, coalesce(w.first_engagement, m.member_from) as entered_on
    from (select subject_id, min(member_from) as member_from from cohort_membership group by subject_id) m
    left join (select subject_id, min(first_engagement) as first_engagement from outcome_window group by subject_id) w
      on w.subject_id = m.subject_id
  ), adult as (
    select e.subject_id, e.entered_on, (e.entered_on + interval '12 months')::date as year_end,
      ${yearsOn('e.entered_on', 'n.date_of_birth')} as years, n.sex
    from entry e join nominal n on n.id = e.subject_id
    where e.entered_on < p_cutoff - interval '12 months' and ${yearsOn('e.entered_on', 'n.date_of_birth')} >= 18
  ), consented as (
    select distinct subject_id from mals_consent
    where 'EVALUATION_RESEARCH' = any (purposes) and ${namesResearchers} and given_on <= p_cutoff
      and (expires_on is null or expires_on > p_cutoff) and withdrawn_on is null
  )
  select a.subject_id, a.entered_on,
    ${ageBandOf('a.years')} as age_band,
    coalesce(a.sex, 'NOT_RECORDED') as sex,
    ${offenceGroupOf('principal.offence_class')} as offence_group,
    ${pathwayOf('need.pathway')} as pathway,
    coalesce(supervised.risk_of_harm, 'NOT_RECORDED') as risk_band,
    case when c.subject_id is null then 'NOT_RECORDED' when course.subject_id is null then 'NONE'
      when course.venue is null then 'NOT_RECORDED' when course.venue like 'hmp-%' then 'PRISON' else 'COMMUNITY' end
      as programme_setting,
    ${mentoringBandOf('mentored.sessions')} as mentoring_input_band,
    'NOT_RECORDED' as aftercare_seen,
    case when status.housing in ('Own tenancy', 'With family') then 'HOUSED' when status.housing = 'Hostel' then 'TEMPORARY'
      when status.housing = 'No fixed home' then 'NO_FIXED_HOME' else 'NOT_RECORDED' end as housing_outcome,
    case when status.employment in ('Casual work', 'Part-time work', 'Full-time work') then 'EMPLOYED'
      when status.employment = 'No work' then 'NOT_EMPLOYED' else 'NOT_RECORDED' end as employment_outcome,
    case when exists (select 1 from offence o where o.subject_id = a.subject_id
        and o.offence_date > a.entered_on and o.offence_date <= a.year_end) then 'YES'
      when exists (select 1 from custody_episode e where e.subject_id = a.subject_id
        and e.started_on < a.year_end and coalesce(e.released_on, 'infinity'::date) > a.entered_on) then 'CENSORED'
      else 'NO' end as reoffended_12m,
    mentored.sessions as mentoring_sessions
  from adult a
  left join consented c on c.subject_id = a.subject_id
  left join lateral (
    select o.offence_class from offence o where o.subject_id = a.subject_id and o.offence_date <= a.entered_on
    order by o.offence_date desc, o.id limit 1) principal on true
  left join lateral (
    select p.pathway from pathway_status p
    where p.subject_id = a.subject_id and p.since <= a.year_end and p.state is distinct from 'NONE'
    order by p.since, ${principalNeedFirst('p.state', 'p.pathway')}, p.id limit 1) need on true
  left join lateral (
    select s.risk_of_harm from supervision s
    where s.subject_id = a.subject_id and s.risk_of_harm is not null
      and s.started_on < a.year_end and coalesce(s.ended_on, 'infinity'::date) > a.entered_on
    order by s.started_on, s.id limit 1) supervised on true
  left join lateral (
    select l.subject_id, l.venue from lcp_enrolment l
    where l.subject_id = c.subject_id and l.started_on >= a.entered_on and l.started_on < a.year_end
    order by l.started_on, l.id limit 1) course on true
  left join lateral (
    select count(*)::integer as sessions from mentoring_session s
    where s.subject_id = c.subject_id and s.held_on >= a.entered_on and s.held_on < a.year_end
    having c.subject_id is not null) mentored on true
  left join lateral (
    select s.housing, s.employment from status_assessment s
    where s.subject_id = a.subject_id and s.assessed_on > a.entered_on and s.assessed_on <= a.year_end
    order by s.assessed_on desc, s.id limit 1) status on true`,
  definitions: { REOFFENDED_12M: 'UK-COHORT-REOFFENDING-1' },
};
