/** Why somebody asks. One operation serves one purpose, named in the `x-purpose` header. Source: DOMAIN.md C, C.0. */
export const PURPOSES = {
  OWN_CASE_WORK: 'Work of an organisation’s own staff on records that it controls',
  IOM_CASE_MANAGEMENT: 'Integrated offender management in Knowsley',
  CROSS_BOUNDARY_TRACKING: 'Tracking of high-harm nominals across boroughs and forces',
  PATHWAY_SERVICE: 'Service on one need by a co-opted agency',
  REFERRAL: 'Deciding on a referral to mentoring or to a programme',
  MENTORING_SUPPORT: 'Mentoring of a matched person',
  PROGRAMME_DELIVERY: 'Delivery of the Life Change Programme',
  CASE_CONFERENCE: 'Safety House case conference',
  AFTERCARE_RESETTLEMENT: 'Aftercare and resettlement after release',
  EXTREMISM_PREVENTION: 'Person-centred approach to extremism',
  VICTIM_LIAISON: 'Liaison with victims and their families',
  EMPLOYMENT_PLACEMENT: 'Placement in work or a job scholarship',
  CROSS_BORDER_CASE: 'A case with a past or present in another jurisdiction',
  EVALUATION_RESEARCH: 'Evaluation and research on aggregates',
  PERFORMANCE_MONITORING: 'Monitoring of published targets',
  PRACTICE_EXCHANGE: 'Exchange of practice between partnerships',
  EMERGENCY: 'Immediate threat to life',
  SUBJECT_RIGHTS: 'The person’s own rights over their data',
  OVERSIGHT: 'Data protection oversight',
} as const satisfies Record<string, string>;

export type Purpose = keyof typeof PURPOSES;

export function isPurpose(name: string): name is Purpose {
  return Object.hasOwn(PURPOSES, name);
}
