// What each persona is there to show: the hand-written half of docs/personas.md. The other half is computed.
export const PERSONA_NOTES: Readonly<Record<string, string>> = {
  'merseyside-police.officer': '`IOM_CASE_MANAGEMENT`: the cohort with intelligence, without health.',
  'liverpool-iom.officer':
    '`CROSS_BOUNDARY_TRACKING`: nominals of Knowsley of the band HIGH, or active in Liverpool in the last year; no custody, no plan.',
  'gmp.officer':
    '`CROSS_BOUNDARY_TRACKING`: people active there in the last year; never intelligence nor where they live.',
  'nps.probation-officer': 'High-risk cases of the own caseload; of intelligence and health only that there is some.',
  'nps-liverpool.probation-officer': 'The same as `liverpool-iom.officer`.',
  'merseyside-crc.case-manager': 'Low- and medium-risk cases of the own caseload; no intelligence.',
  'kmbc.iom-coordinator': 'The cohort with months instead of dates and bands instead of scores.',
  'hmp-liverpool.officer': 'People inside that prison, and for 28 days after release.',
  'hmp-kennet.officer':
    'The same for HMP Kennet. `OWN_CASE_WORK`: the list of who is within 183 days of release; `PROGRAMME_DELIVERY`: who is on the programme, and who completed it.',
  'mappa.coordinator':
    '`OWN_CASE_WORK`: the register of people under MAPPA, by id; never names nor what is in the file.',
  'mals.coordinator':
    "`REFERRAL`: what is offered to MALS, and once accepted with consent the rest. `OWN_CASE_WORK`: MALS's records.",
  'mals.manager': "MALS's records with disclosures and mentors.",
  'mals.mentor': "`MENTORING_SUPPORT`: own mentees by given name. Each other's mentees answer as an unknown id does.",
  'mals.mentor-2': "`MENTORING_SUPPORT`: own mentees by given name. Each other's mentees answer as an unknown id does.",
  'mals.facilitator':
    'The own group of the Life Change Programme, by given name; `PROGRAMME_DELIVERY`: its volunteers, with month of release and wing.',
  'mals.mentee':
    'A person whom records concern. What is open to everybody, for `SUBJECT_RIGHTS`; own records when those rights are built.',
  'mental-health.practitioner':
    '`OWN_CASE_WORK`: notes on own patients; `PATHWAY_SERVICE`: the one need selected, with consent.',
  'knowsley-housing.officer':
    '`PATHWAY_SERVICE`: who consented to it, the need of accommodation, own actions; never an offence.',
  'cab.adviser': 'The same for the need of finance and debt.',
  'dwp.adviser': 'The same for the need of employment and training.',
  'drug-service.worker': 'The same for substance misuse; with consent for health, that a note exists.',
  'merseyside-police.dpo':
    '`OVERSIGHT`: why who is shown what of the records of the police, and what its own staff was given; never content of cases.',
  'mals.dpo': '`OVERSIGHT`: the same for the records of MALS and its own staff.',
  'knowsley.dpo':
    '`OVERSIGHT`: the same for the Knowsley group, probation and prisons, and what the office itself was given; it answers to research projects for Knowsley.',
  'safety-house.process-manager': '`CASE_CONFERENCE`: all of the cases that the manager runs.',
  'safety-house.process-director':
    '`EXTREMISM_PREVENTION`: the cases to which the director is appointed, without intelligence.',
  'den-haag.public-order': 'Municipal pillar of a conference; for the mayor a party of the triangle.',
  'politie-haaglanden.officer': 'Criminal justice pillar; a party of the triangle.',
  'om-den-haag.prosecutor': 'Criminal justice pillar; a party of the triangle.',
  'reclassering.probation-officer': 'Criminal justice pillar; own clients.',
  'youth-care.worker': 'Care pillar: type of offence only, family from the stage DEVELOPING.',
  'forensic-care.clinician': "Care pillar; health detail of the clinic's own treatment only.",
  'rijswijk.social-team': 'Municipal pillar, cases of Rijswijk only.',
  'delft.social-team': 'Municipal pillar, cases of Delft only; own clients.',
  'child-protection.officer': 'Care pillar.',
  'aftercare.case-worker':
    '`AFTERCARE_RESETTLEMENT`: who is to be released; of those who agreed needs, routes and return to prison.',
  'housing-provider.officer':
    'Invented organisation. Placement requests of those who agreed to it; never prosecutions or probation.',
  'care-provider.worker': 'Invented organisation. The need of care of those who agreed to it.',
  'victim-liaison.officer':
    '`VICTIM_LIAISON`: victims of the cases to which the officer is appointed; to others they do not exist.',
  'youth-intervention.worker': 'Published figures only: nothing says what the team may see.',
  'ccp.worker': 'Published figures only, for the same reason.',
  'social-affairs.officer': 'Published figures only, for the same reason.',
  'the-hague.dpo':
    '`OVERSIGHT`: the same for cases and aftercare, never for extremism, victims or intelligence, and what the office itself was given; it answers to research projects for The Hague.',
  'judge.reviewer': 'The summaries of extremism cases that wait for review, for 14 days.',
  'eri.staff': '`OWN_CASE_WORK`: the participants; `REFERRAL`: invitations that were accepted, with consent.',
  'eri.mentor': 'Given names and attendance of the own group.',
  'cisap.social-worker':
    'Invitations that CISAP made; with consent attendance, needs and employment of those it referred.',
  'uepe.officer': 'The same for UEPE, without needs and employment.',
  'sert.clinician': 'Own clients who consent to that for their health.',
  'collegno.officer': 'Published figures only.',
  'eri.participant':
    'A person whom records concern. What is open to everybody, for `SUBJECT_RIGHTS`; own records when those rights are built.',
  'turin-d1.social-worker':
    'Invitations that Turin District 1 made; with consent attendance, needs and employment of those it referred.',
  'grugliasco.officer': 'Published figures only.',
  'turin.dpo':
    '`OVERSIGHT`: the same for the records of ERI, and what the office itself was given; it answers to research projects for Turin.',
  'ufficio-pio.officer': 'Candidates of accepted placements that it supports.',
  'employer.manager':
    '`EMPLOYMENT_PLACEMENT`: skills with consent, the name once a placement is accepted; never an offence.',
  'ljmu.researcher':
    '`EVALUATION_RESEARCH`: published figures, and tables after disclosure control for a project that all three officers approved; never a person.',
  'pcc.commissioner': 'Published figures only.',
};
