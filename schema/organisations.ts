/**
 * The organisations that ask and hold, their roles, and the named groups that control records together.
 * Source: DOMAIN.md A.2 and C.0. A recipient is always organisation *and* role, written `organisation.role`.
 */
export type Jurisdiction = 'UK' | 'NL' | 'IT';
/** The pillar of the Safety House that an organisation belongs to (DOMAIN.md A.4, SafetyHousePillar). */
export type Pillar = 'CARE' | 'CRIMINAL' | 'MUNICIPAL';

export interface Organisation {
  readonly name: string;
  readonly jurisdiction: Jurisdiction;
  readonly roles: readonly string[];
  readonly pillar?: Pillar;
}

export const ORGANISATIONS = {
  'merseyside-police': { name: 'Merseyside Police', jurisdiction: 'UK', roles: ['officer', 'dpo'] },
  'liverpool-iom': {
    name: 'Liverpool integrated offender management (police)',
    jurisdiction: 'UK',
    roles: ['officer'],
  },
  gmp: { name: 'Greater Manchester Police', jurisdiction: 'UK', roles: ['officer'] },
  nps: { name: 'National Probation Service', jurisdiction: 'UK', roles: ['probation-officer'] },
  'nps-liverpool': {
    name: 'National Probation Service in Liverpool (invented organisation)',
    jurisdiction: 'UK',
    roles: ['probation-officer'],
  },
  'merseyside-crc': {
    name: 'Merseyside Community Rehabilitation Company',
    jurisdiction: 'UK',
    roles: ['case-manager'],
  },
  kmbc: { name: 'Knowsley Metropolitan Borough Council', jurisdiction: 'UK', roles: ['iom-coordinator'] },
  'hmp-liverpool': { name: 'HMP Liverpool', jurisdiction: 'UK', roles: ['officer'] },
  'hmp-kennet': { name: 'HMP Kennet', jurisdiction: 'UK', roles: ['officer'] },
  mals: {
    name: 'MALS (mentoring charity)',
    jurisdiction: 'UK',
    // A mentee is no staff: the role exists so that somebody who asks as one is known, and is shown no record.
    roles: ['coordinator', 'manager', 'mentor', 'facilitator', 'dpo', 'mentee'],
  },
  'mental-health': {
    name: 'Mental health agency (invented organisation)',
    jurisdiction: 'UK',
    roles: ['practitioner'],
  },
  mappa: { name: 'MAPPA coordination (public protection)', jurisdiction: 'UK', roles: ['coordinator'] },
  ljmu: { name: 'Liverpool John Moores University, research team', jurisdiction: 'UK', roles: ['researcher'] },
  'knowsley-housing': {
    name: 'Housing provider in Knowsley (invented organisation)',
    jurisdiction: 'UK',
    roles: ['officer'],
  },
  cab: { name: 'Citizens Advice Bureau, Knowsley', jurisdiction: 'UK', roles: ['adviser'] },
  dwp: { name: 'Department for Work and Pensions', jurisdiction: 'UK', roles: ['adviser'] },
  'drug-service': { name: 'Drug service in Knowsley (invented organisation)', jurisdiction: 'UK', roles: ['worker'] },
  knowsley: { name: 'Data protection office, Knowsley', jurisdiction: 'UK', roles: ['dpo'] },
  pcc: { name: 'Police and Crime Commissioner', jurisdiction: 'UK', roles: ['commissioner'] },
  'safety-house': {
    name: 'Safety House Haaglanden',
    jurisdiction: 'NL',
    roles: ['process-manager', 'process-director'],
    pillar: 'MUNICIPAL',
  },
  'den-haag': { name: 'Municipality of The Hague', jurisdiction: 'NL', roles: ['public-order'], pillar: 'MUNICIPAL' },
  'politie-haaglanden': { name: 'Politie Haaglanden', jurisdiction: 'NL', roles: ['officer'], pillar: 'CRIMINAL' },
  'om-den-haag': {
    name: 'Openbaar Ministerie Den Haag (Public Prosecution)',
    jurisdiction: 'NL',
    roles: ['prosecutor'],
    pillar: 'CRIMINAL',
  },
  reclassering: {
    name: 'Reclassering (Dutch probation)',
    jurisdiction: 'NL',
    roles: ['probation-officer'],
    pillar: 'CRIMINAL',
  },
  'youth-care': { name: 'Youth care centre', jurisdiction: 'NL', roles: ['worker'], pillar: 'CARE' },
  'forensic-care': { name: 'Forensic care clinic', jurisdiction: 'NL', roles: ['clinician'], pillar: 'CARE' },
  rijswijk: { name: 'Municipality of Rijswijk', jurisdiction: 'NL', roles: ['social-team'], pillar: 'MUNICIPAL' },
  delft: { name: 'Municipality of Delft', jurisdiction: 'NL', roles: ['social-team'], pillar: 'MUNICIPAL' },
  'child-protection': {
    name: 'Child protection board (Raad voor de Kinderbescherming)',
    jurisdiction: 'NL',
    roles: ['officer'],
    pillar: 'CARE',
  },
  aftercare: { name: 'Aftercare team, Municipality of The Hague', jurisdiction: 'NL', roles: ['case-worker'] },
  'housing-provider': { name: 'Housing provider (invented organisation)', jurisdiction: 'NL', roles: ['officer'] },
  'care-provider': { name: 'Care provider (invented organisation)', jurisdiction: 'NL', roles: ['worker'] },
  'victim-liaison': { name: 'Victim family liaison of the police, The Hague', jurisdiction: 'NL', roles: ['officer'] },
  'youth-intervention': { name: 'Youth intervention team, The Hague', jurisdiction: 'NL', roles: ['worker'] },
  ccp: { name: 'CCP, The Hague', jurisdiction: 'NL', roles: ['worker'] },
  'social-affairs': { name: 'Department of Social Affairs, The Hague', jurisdiction: 'NL', roles: ['officer'] },
  'the-hague': { name: 'Data protection office, The Hague', jurisdiction: 'NL', roles: ['dpo'] },
  judge: { name: 'Judicial review of extremism cases (proposed)', jurisdiction: 'NL', roles: ['reviewer'] },
  eri: { name: 'ERI Turin', jurisdiction: 'IT', roles: ['staff', 'mentor', 'participant'] },
  cisap: { name: 'CISAP social services', jurisdiction: 'IT', roles: ['social-worker'] },
  'turin-d1': { name: 'Social services, Turin District 1', jurisdiction: 'IT', roles: ['social-worker'] },
  uepe: { name: 'UEPE (office for external execution of sentences)', jurisdiction: 'IT', roles: ['officer'] },
  sert: { name: 'SERT (addiction service)', jurisdiction: 'IT', roles: ['clinician'] },
  collegno: { name: 'Municipality of Collegno', jurisdiction: 'IT', roles: ['officer'] },
  grugliasco: { name: 'Municipality of Grugliasco', jurisdiction: 'IT', roles: ['officer'] },
  'ufficio-pio': { name: 'Ufficio Pio (Compagnia di San Paolo)', jurisdiction: 'IT', roles: ['officer'] },
  turin: { name: 'Data protection office, Turin', jurisdiction: 'IT', roles: ['dpo'] },
  employer: { name: 'Local employer (invented organisation)', jurisdiction: 'IT', roles: ['manager'] },
} as const satisfies Record<string, Organisation>;

export type OrganisationId = keyof typeof ORGANISATIONS;

/** Groups that control records together. A group is a controller, never a recipient. */
export const GROUPS = {
  /** The signatories of KIOM-CORE: identity, cohort, joint action group, referrals, pathways, outcomes. */
  kiom: ['merseyside-police', 'nps', 'merseyside-crc', 'kmbc', 'hmp-liverpool', 'hmp-kennet'],
  /** Supervision, harm, licence and the plan of a supervised person: each service on its own caseload. */
  probation: ['nps', 'merseyside-crc'],
  /** Custody, release and conduct: each prison on its own prisoners. */
  prisons: ['hmp-liverpool', 'hmp-kennet'],
  /** Authors of health notes in Knowsley: each on its own notes. */
  'health-authors': ['mental-health'],
  /** The partners of the Safety House: case types. */
  'safety-house-partners': [
    'safety-house',
    'den-haag',
    'politie-haaglanden',
    'om-den-haag',
    'reclassering',
    'youth-care',
    'forensic-care',
    'rijswijk',
    'delft',
    'child-protection',
  ],
  /** Who keeps contact with victims; a store of its own, which no case type leads to. */
  'victim-recorders': ['politie-haaglanden', 'om-den-haag', 'reclassering'],
  /** Mayor, police and public prosecutor: the extremism case and what is kept in it about its subject. */
  'extremism-triangle': ['den-haag', 'politie-haaglanden', 'om-den-haag'],
  /** Who refers to ERI: the invitation and what was said in it. */
  referrers: ['cisap', 'turin-d1', 'uepe'],
  /** The partnerships of the EU project: published targets and actions. */
  'project-partners': ['kmbc', 'mals', 'safety-house', 'eri'],
  /** Whose records research tables are made from, after disclosure control: apart from what they published. */
  'research-owners': ['kmbc', 'mals', 'safety-house', 'aftercare', 'eri'],
} as const satisfies Record<string, readonly OrganisationId[]>;

export type GroupId = keyof typeof GROUPS;
/** Who decides on a record: an organisation or a named group; `hub` for what concerns no person (definitions). */
export type Controller = OrganisationId | GroupId | 'hub';

/** `organisation.role`, the only form in which a protocol may name a recipient. */
export interface OrganisationRole {
  readonly organisation: OrganisationId;
  readonly role: string;
}

export function isOrganisation(id: string): id is OrganisationId {
  return Object.hasOwn(ORGANISATIONS, id);
}

export function isGroup(id: string): id is GroupId {
  return Object.hasOwn(GROUPS, id);
}

export function isController(id: string): id is Controller {
  return id === 'hub' || isOrganisation(id) || isGroup(id);
}

export function isRoleOf(organisation: OrganisationId, role: string): boolean {
  return (ORGANISATIONS[organisation].roles as readonly string[]).includes(role);
}

/**
 * Roles of the people whom records concern. They ask for their own rights, by an override of its own that is not built
 * yet: until then what is open to everybody who is signed in is all that they are shown.
 */
const SUBJECT_ROLES: ReadonlySet<string> = new Set(['mals.mentee', 'eri.participant']);

export function isSubjectRole({ organisation, role }: OrganisationRole): boolean {
  return SUBJECT_ROLES.has(`${organisation}.${role}`);
}

/** All `organisation.role` pairs there are. */
export function allOrganisationRoles(): readonly OrganisationRole[] {
  return (Object.keys(ORGANISATIONS) as OrganisationId[]).flatMap((organisation) =>
    ORGANISATIONS[organisation].roles.map((role) => ({ organisation, role })),
  );
}
