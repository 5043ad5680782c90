// Pieces of SQL that the registers of all owners have in common, so that a band means the same everywhere.

/** Completed years of age on a day; null where the day of birth is not known. */
export function yearsOn(day: string, birthDate: string): string {
  return `extract(year from age(${day}, ${birthDate}))`;
}

/** The band of an age in completed years; whoever has none is no adult, and in no register. */
export function ageBandOf(years: string): string {
  return `case when ${years} < 25 then 'FROM_18_TO_24' when ${years} < 35 then 'FROM_25_TO_34'
      when ${years} < 50 then 'FROM_35_TO_49' else 'FROM_50' end`;
}

/** The band of a number of sessions; null: not recorded. */
export function mentoringBandOf(sessions: string): string {
  return `case when ${sessions} is null then 'NOT_RECORDED' when ${sessions} = 0 then 'NONE'
      when ${sessions} <= 5 then 'FROM_1_TO_5' when ${sessions} <= 12 then 'FROM_6_TO_12' else 'FROM_13' end`;
}

/** The group of a class of offences: domestic violence is violence, and what the source does not state is not recorded. */
export function offenceGroupOf(offenceClass: string): string {
  return `case when ${offenceClass} in ('THEFT', 'BURGLARY', 'ROBBERY', 'VEHICLE', 'DRUGS', 'VIOLENCE', 'PUBLIC_ORDER', 'WEAPONS')
        then ${offenceClass}
      when ${offenceClass} = 'DOMESTIC_VIOLENCE' then 'VIOLENCE'
      when ${offenceClass} is null or ${offenceClass} = 'NOT_STATED' then 'NOT_RECORDED' else 'OTHER' end`;
}

const PUBLISHED_PATHWAYS = [
  'ACCOMMODATION',
  'EMPLOYMENT_TRAINING_EDUCATION',
  'FINANCE_BENEFITS_DEBT',
  'THINKING_BEHAVIOUR',
];
const publishedPathways = PUBLISHED_PATHWAYS.map((pathway) => `'${pathway}'`).join(', ');

/** A pathway as it is published: health, substances, children and families are told as another one only. */
export function pathwayOf(pathway: string): string {
  return `case when ${pathway} in (${publishedPathways}) then ${pathway}
      when ${pathway} is null then 'NOT_RECORDED' else 'OTHER' end`;
}

/** Of needs that were stated on the same day the one least met is the principal one, then the one published first. */
export function principalNeedFirst(state: string, pathway: string): string {
  return `case ${state} when 'OPEN' then 1 when 'IN_PROGRESS' then 2 else 3 end,
      coalesce(array_position(array[${publishedPathways}], ${pathway}), 9)`;
}
