/**
 * The kinds of data that protocols speak of, the three levels at which a kind may be shared, and the facets in
 * which a protocol may narrow a kind. Source: DOMAIN.md A.3 and C.0.
 */
export const LEVELS = ['FLAG', 'BAND', 'FULL'] as const;
/** FLAG: that it exists, yes or no. BAND: a coarse form. FULL: the value itself. FLAG < BAND < FULL. */
export type Level = (typeof LEVELS)[number];

/** Every category with its facets; a category without facets is one undivided kind. */
export const CATEGORIES = {
  IDENTITY: ['GIVEN_NAME', 'NAME', 'IDENTIFIERS'],
  CONTACT: ['CHANNEL', 'AREA', 'ADDRESS'],
  DEMOGRAPHIC: [],
  OFFENCE: ['RECORD', 'ELIGIBILITY'],
  CUSTODY: ['STATUS', 'RELEASE', 'PLACE', 'ORDERS', 'MEETING_CONSTRAINTS'],
  RISK_SCORE: ['CORVUS', 'HARM', 'MENTOR_SAFETY', 'GROUP_SAFETY', 'COHORT', 'PROLIFIC'],
  COST_OF_CRIME: [],
  POLICE_INTELLIGENCE: [],
  PATHWAY_NEEDS: [],
  HEALTH: [],
  HOUSING: [],
  EMPLOYMENT_FINANCE: ['EMPLOYABILITY', 'STATUS'],
  FAMILY_CHILDREN: [],
  VICTIM: [],
  CASE_PLAN: ['LEAD_CONTACT', 'OFFENDER_MANAGER', 'PLAN', 'MEETING'],
  REFERRAL: [],
  MENTORING_RECORD: ['SESSIONS', 'HELPLINE'],
  MENTOR_NOTES: [],
  PROGRAMME: [],
  LCP_REFLECTION: ['TESTIMONIAL', 'OTHER'],
  AFTERCARE: [],
  EXTREMISM: [],
  OUTCOME: ['EMPLOYED', 'REOFFENDING', 'OTHER'],
  CONSENT: [],
  AGGREGATE: [],
  STAFF: [],
  GOVERNANCE: [],
  AUDIT: [],
  LINK: ['HIT', 'STEPS', 'REVIEW'],
} as const satisfies Record<string, readonly string[]>;

export type DataCategory = keyof typeof CATEGORIES;

/**
 * Categories in which the very existence of a record is sensitive: a refusal that depends on the person is silent
 * (plain null, no error), so that it answers exactly as a person without such a record does.
 */
export const EXISTENCE_SENSITIVE: ReadonlySet<DataCategory> = new Set<DataCategory>([
  'EXTREMISM',
  'VICTIM',
  'MENTOR_NOTES',
  'MENTORING_RECORD',
  'PROGRAMME',
  'LCP_REFLECTION',
  'POLICE_INTELLIGENCE',
]);

/** Whether a permission up to `permitted` covers a field of level `asked`. */
export function levelCovers(permitted: Level, asked: Level): boolean {
  return LEVELS.indexOf(permitted) >= LEVELS.indexOf(asked);
}

export function isCategory(name: string): name is DataCategory {
  return Object.hasOwn(CATEGORIES, name);
}

export function isLevel(name: string): name is Level {
  return (LEVELS as readonly string[]).includes(name);
}

export function isFacetOf(category: DataCategory, facet: string): boolean {
  return (CATEGORIES[category] as readonly string[]).includes(facet);
}
