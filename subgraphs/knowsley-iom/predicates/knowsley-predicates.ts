import type { OwnerPredicate } from '../../common/disclosure/owner-predicates';
import { GRANT_PREDICATES } from '../../common/lookup/grants/grant-predicates';
import { CO_OPTED_PREDICATES } from './co-opted-predicates';
import { COHORT_PREDICATES } from './cohort-predicates';
import { CONSENT_PREDICATES } from './consent-predicates';
import { MENTORING_PREDICATES } from './mentoring-predicates';
import { PROGRAMME_PREDICATES } from './programme-predicates';
import { SUPERVISION_PREDICATES } from './supervision-predicates';
import { TRACKING_PREDICATES } from './tracking-predicates';

/** The statements of the protocols that Knowsley evaluates. */
export const KNOWSLEY_PREDICATES: readonly OwnerPredicate[] = [
  ...COHORT_PREDICATES,
  ...SUPERVISION_PREDICATES,
  ...MENTORING_PREDICATES,
  ...CONSENT_PREDICATES,
  ...TRACKING_PREDICATES,
  ...PROGRAMME_PREDICATES,
  ...CO_OPTED_PREDICATES,
  ...GRANT_PREDICATES,
];
