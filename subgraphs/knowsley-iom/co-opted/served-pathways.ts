import type { OrganisationId } from '../../../schema/organisations';
import type { Pathway } from '../vocabularies';

/**
 * The pathway that each co-opted agency serves: "only the needs they serve" (DOMAIN.md A.2). The sources name the
 * agencies and not their pathways; the pairs are this hub's reading.
 */
export const PATHWAY_SERVED = {
  'knowsley-housing': 'ACCOMMODATION',
  cab: 'FINANCE_BENEFITS_DEBT',
  dwp: 'EMPLOYMENT_TRAINING_EDUCATION',
  'drug-service': 'SUBSTANCE_MISUSE',
  'mental-health': 'HEALTH_WELLBEING',
} as const satisfies Partial<Record<OrganisationId, keyof typeof Pathway>>;

export type CoOptedAgency = keyof typeof PATHWAY_SERVED;

/** The pairs as rows of SQL, `(organisation, pathway)`. */
export const PATHWAY_SERVED_SQL = Object.entries(PATHWAY_SERVED)
  .map(([organisation, pathway]) => `('${organisation}', '${pathway}')`)
  .join(', ');
