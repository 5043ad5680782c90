/**
 * The closed vocabularies of the domain: code to English label. Source: DOMAIN.md A.4 (its CSV names the document of
 * each code), with NOT_STATED added by C.0.
 */
export type Vocabulary = Readonly<Record<string, string>>;

export const Pathway = {
  ACCOMMODATION: 'Accommodation',
  EMPLOYMENT_TRAINING_EDUCATION: 'Employment, training and education',
  HEALTH_WELLBEING: 'Health and well-being',
  SUBSTANCE_MISUSE: 'Substance (mis)use',
  FINANCE_BENEFITS_DEBT: 'Claiming benefits / finance, benefit and debt',
  CHILDREN_FAMILIES: 'Children and families',
  THINKING_BEHAVIOUR: 'Attitudes, thinking and behaviour',
} as const satisfies Vocabulary;

export const OffenceCode = {
  MANSLAUGHTER: 'Manslaughter',
  POSSESSION_OF_FIREARM: 'Possession of a firearm',
  DOMESTIC_VIOLENCE: 'Domestic violence',
  POCD: 'Possession of Controlled Drug',
  PWITS: 'Possession of controlled drug with intent to supply',
  PO: 'Public Order Offence',
  THEFT_SHOP: 'Theft shop',
  THEFT_FROM_PERSON: 'Theft from person',
  THEFT_FROM_VEHICLE: 'Theft from vehicle',
  THEFT_OF_VEHICLE: 'Theft vehicle',
  VEHICLE_INTERFERENCE: 'Vehicle interference',
  BURGLARY: 'Burglary',
  ATTEMPTED_BURGLARY: 'Attempted burglary',
  ROBBERY: 'Robbery',
  RECEIVING_STOLEN_GOODS: 'Receiving stolen goods',
  COMMON_ASSAULT: 'Common assault',
  ASSAULT: 'Assault',
  AOABH: 'Assault occasioning actual bodily harm',
  VIOLENCE_AGAINST_PERSON: 'Violence against the person',
  THREATENING_BEHAVIOUR: 'Threatening behaviour',
  HARASSMENT: 'Harassment',
  POSSESSION_OF_BLADED_ARTICLE: 'Possession of bladed article',
  BREACH_EXCLUSION_ORDER: 'Breach of exclusion zone order',
  DRUGS_IT: 'Drugs related offence (IT, Roberto)',
  THEFT_IT: 'Theft related offence (IT, Roberto)',
  STALKING: 'Stalking (IT participants)',
  NOT_STATED: 'Not stated in the source',
} as const satisfies Vocabulary;

export const StageOfChange = {
  PRE_CONTEMPLATION: 'Pre-Contemplation',
  CONTEMPLATION: 'Contemplation',
  PREPARATION: 'Preparation',
  ACTION: 'Action',
  MAINTENANCE: 'Maintenance',
  RELAPSE: 'Relapse',
} as const satisfies Vocabulary;

export const Rag = {
  RED: 'Red is not meeting target',
  AMBER: 'Amber indicates more work is required to reach the targets set',
  GREEN: 'green where the project remains on course to achieve target',
} as const satisfies Vocabulary;

export const NominalBand = {
  HIGH: 'High',
  MEDIUM: 'Medium',
  LOW: 'Low',
} as const satisfies Vocabulary;

export const RiskOfHarm = {
  LOW: 'Low',
  MEDIUM: 'Medium',
  HIGH: 'High',
  VERY_HIGH: 'Very high',
} as const satisfies Vocabulary;

export const AftercareNeed = {
  IDENTITY_PAPERS: 'Identity papers',
  ACCOMMODATION_SHELTER: 'Accommodation/shelter',
  INCOME: 'Income from work and state benefits',
  DEBT_COUNSELLING: 'Debt counselling',
  CARE: 'Care (physical and mental)',
} as const satisfies Vocabulary;

export const SafetyHouseTheme = {
  FAMILIES_DOMESTIC_VIOLENCE: 'Families and domestic violence',
  JUVENILE_YOUTH: 'Juvenile and youth crime',
  RESETTLEMENT: 'Resettlement of offenders',
  PROLIFIC: 'Prolific offenders',
  EXTREMISM: 'Extremism (added from 2012)',
} as const satisfies Vocabulary;

export const SafetyHousePillar = {
  CARE: 'Health-care pillar',
  CRIMINAL: 'Criminal pillar',
  MUNICIPAL: 'Municipal pillar (ALS4: the mayor’s pillar)',
} as const satisfies Vocabulary;

export const CaseStage = {
  SCREENING: 'Stage One: screening',
  DEVELOPING: 'Stage Two: developing information on victims, family, needs',
  SHORT_TERM_PLAN: 'Stage Three: short term goals and multi-agency reintegration plan',
  LONG_TERM_PLAN: 'Stage Four: longer term forward planning for the end of the sentence',
  EVALUATION: 'Final Stage: evaluate impact of long term intervention',
  CLOSED: 'Closed, can be reopened as necessary',
} as const satisfies Vocabulary;

export const ExtremismTarget = {
  POTENTIAL_TRAVELLER: 'Intentions of travelling to Syria or Iraq',
  TRAVELLED: 'Have travelled',
  RETURNED: 'Have returned',
  RECRUITER_FACILITATOR: 'Recruiters and/or facilitators',
  DETAINEE: 'Detainees',
  SYMPATHISER: 'Those who are sympathetic to this cause',
} as const satisfies Vocabulary;

export const ExtremismMeeting = {
  CASE: 'Case discussion (individual and family focussed plan of action)',
  ALIGNMENT: 'Alignment discussion (prioritizing, qualitative and quantitative data)',
  TACTICAL: 'Tactical discussion (develop regional cooperation)',
  TRIANGULATION: 'Triangulation (Mayor, police, public prosecutor)',
} as const satisfies Vocabulary;

export const ExtremismFactorDomain = {
  BEHAVIOURAL: 'Behavioural aspects',
  TERMS_OF_REFERENCE: 'Terms of reference',
  PERSONALITY: 'Personality',
  BIOGRAPHY: 'Personal biography',
} as const satisfies Vocabulary;

export const ExtremismStrand = {
  NETWORKS: 'Networks and communication',
  KNOWLEDGE: 'Knowledge and skills',
  RESILIENCE: 'Social resilience',
  PERSONAL: 'Approach with a personal focus',
} as const satisfies Vocabulary;

export const MappaPillar = {
  SUPERVISION: 'Supervision',
  MONITORING: 'Monitoring',
  CONTROL: 'Control',
  VICTIM_SAFETY: 'Victim safety',
} as const satisfies Vocabulary;

export const CustodyStatus = {
  PRISON: 'Prison',
  PRISON_NEW_SENTENCE: 'Prison (new sentence)',
  REMANDED_IN_CUSTODY: 'Remanded in custody',
  AT_LIBERTY: 'At liberty',
  LICENCE: 'On licence',
  ABSCONDED: 'Absconded',
} as const satisfies Vocabulary;

export const SupervisionRegime = {
  STATUTORY_NPS: 'Statutory, National Probation Service (high risk)',
  STATUTORY_CRC: 'Statutory, Community Rehabilitation Company (low/medium)',
  NON_STATUTORY: 'Non-statutory (under 12 months before February 2015)',
  VOLUNTARY: 'Voluntary aftercare',
  NONE: 'None (Italy after release)',
} as const satisfies Vocabulary;

export const ReferralSource = {
  KIOM_JOINT_ACTION_GROUP: 'KIOM joint action group',
  PRISON_IN_REACH: 'MALS proactively engages in prison',
  MAPPA: 'MAPPA meeting',
  PROBATION_TO_SAFETY_HOUSE: 'Probation referral to the Safety House',
  POLICE_LIST: 'Police list of multiple arrests (former practice)',
  SOCIAL_SERVICES_TO_ERI: 'Social services invite',
  SERT: 'SERT',
  UEPE: 'UEPE',
  SELF: 'Self',
} as const satisfies Vocabulary;

// Not in DOMAIN.md A.4: coarse forms that several owners give, so that they are the same words everywhere.

export const Sex = {
  FEMALE: 'Female',
  MALE: 'Male',
} as const satisfies Vocabulary;

export const AgeBand = {
  UNDER_18: 'Under 18',
  FROM_18_TO_24: '18 to 24',
  FROM_25_TO_34: '25 to 34',
  FROM_35_TO_49: '35 to 49',
  FROM_50: '50 and over',
} as const satisfies Vocabulary;

export const OffenceClass = {
  VIOLENCE: 'Violence, threats and harassment',
  DOMESTIC_VIOLENCE: 'Domestic violence',
  ROBBERY: 'Robbery',
  BURGLARY: 'Burglary, also attempted',
  THEFT: 'Theft and receiving',
  VEHICLE: 'Theft of and from vehicles',
  DRUGS: 'Drugs',
  PUBLIC_ORDER: 'Public order and breach of orders',
  WEAPONS: 'Weapons',
  NOT_STATED: 'Not stated in the source',
} as const satisfies Vocabulary;

export const RecordBasis = {
  FACT: 'Stated as a fact',
  ASSESSMENT: 'An assessment by the one who recorded it',
} as const satisfies Vocabulary;

export const MilestoneState = {
  PLANNED: 'Planned',
  UNDER_WAY: 'Under way',
  REACHED: 'Reached',
  MISSED: 'Missed',
} as const satisfies Vocabulary;

/** How far what a record says can be relied on, as its recorder sees it (A.3, provenance: quality). */
export const InformationQuality = {
  ROBUST: 'Robust and detailed',
  PARTIAL: 'Partial',
  UNVERIFIED: 'Not verified',
} as const;

// The published categories of research tables, by dimension (disclosure-control/lattice.ts says which there are).

export const ResearchAgeBand = {
  FROM_18_TO_24: '18 to 24 at entry',
  FROM_25_TO_34: '25 to 34 at entry',
  FROM_35_TO_49: '35 to 49 at entry',
  FROM_50: '50 or over at entry',
  NOT_RECORDED: 'Age not recorded',
} as const satisfies Vocabulary;

export const ResearchSex = {
  FEMALE: 'Women',
  MALE: 'Men',
  NOT_RECORDED: 'Sex not recorded',
} as const satisfies Vocabulary;

export const ResearchOffenceGroup = {
  THEFT: 'Theft',
  BURGLARY: 'Burglary',
  ROBBERY: 'Robbery',
  VEHICLE: 'Vehicle crime',
  DRUGS: 'Drugs',
  VIOLENCE: 'Violence, domestic violence too',
  PUBLIC_ORDER: 'Public order',
  WEAPONS: 'Weapons',
  OTHER: 'Other offences',
  NOT_RECORDED: 'No offence recorded',
} as const satisfies Vocabulary;

export const ResearchPathway = {
  ACCOMMODATION: 'Accommodation',
  EMPLOYMENT_TRAINING_EDUCATION: 'Employment, training and education',
  FINANCE_BENEFITS_DEBT: 'Finance, benefits and debt',
  THINKING_BEHAVIOUR: 'Thinking and behaviour',
  OTHER: 'Other needs: health, substances, children and families',
  NOT_RECORDED: 'No need recorded',
} as const satisfies Vocabulary;

export const ResearchRiskBand = {
  LOW: 'Low risk of harm',
  MEDIUM: 'Medium risk of harm',
  HIGH: 'High risk of harm',
  VERY_HIGH: 'Very high risk of harm',
  NOT_RECORDED: 'Risk of harm not recorded',
} as const satisfies Vocabulary;

export const ResearchCohortYear = {
  BEFORE_2024: 'Entered before 2024',
  2024: 'Entered in 2024',
  2025: 'Entered in 2025',
  2026: 'Entered in 2026',
  2027: 'Entered in 2027',
  2028: 'Entered in 2028',
  2029: 'Entered in 2029',
} as const satisfies Vocabulary;

export const ResearchCohortQuarter = {
  Q1: 'Entered from January to March',
  Q2: 'Entered from April to June',
  Q3: 'Entered from July to September',
  Q4: 'Entered from October to December',
} as const satisfies Vocabulary;

export const ResearchProgrammeSetting = {
  PRISON: 'Programme in prison',
  COMMUNITY: 'Programme in the community',
  NONE: 'No programme',
  NOT_RECORDED: 'Programme not recorded',
} as const satisfies Vocabulary;

export const ResearchMentoringInput = {
  NONE: 'No sessions',
  FROM_1_TO_5: '1 to 5 sessions',
  FROM_6_TO_12: '6 to 12 sessions',
  FROM_13: '13 sessions or more',
  NOT_RECORDED: 'Sessions not recorded',
} as const satisfies Vocabulary;

export const ResearchAftercareSeen = {
  SEEN: 'Seen by aftercare',
  NOT_SEEN: 'Not seen by aftercare',
  NOT_RECORDED: 'Aftercare not recorded',
} as const satisfies Vocabulary;

export const ResearchHousingOutcome = {
  HOUSED: 'Housed',
  TEMPORARY: 'In temporary accommodation',
  NO_FIXED_HOME: 'Without a fixed home',
  NOT_RECORDED: 'Housing not recorded',
} as const satisfies Vocabulary;

export const ResearchEmploymentOutcome = {
  EMPLOYED: 'In work',
  NOT_EMPLOYED: 'Not in work',
  NOT_RECORDED: 'Work not recorded',
} as const satisfies Vocabulary;

export const ResearchReoffended = {
  YES: 'Reoffended within twelve months',
  NO: 'Did not reoffend within twelve months',
  CENSORED: 'Could not be followed for twelve months',
} as const satisfies Vocabulary;
