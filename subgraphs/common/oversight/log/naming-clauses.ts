import type { PredicateName } from '../../../../protocols/predicates';
import type { ProtocolSet } from '../../../../protocols/protocol';
import type { OrganisationId } from '../../../../schema/organisations';
import { TELLING_RELATIONS, TOLD_CONDITIONS } from '../told-conditions';

/**
 * Conditions that an officer may infer to hold of a named person, since a value was disclosed by a clause with them:
 * those that are told anyway, and those that rest on the cohort, an assessment, age or release. A condition on neither
 * list tells of consent, mentoring, programmes, health, victims, extremism or intelligence, or is new: it names nobody.
 */
const INFERABLE: ReadonlySet<string> = new Set<PredicateName>([
  ...(Object.keys(TOLD_CONDITIONS) as PredicateName[]),
  'subjectInCohort',
  'manualInclusionValid',
  'bandAtLeast',
  'riskOfHarmIn',
  'adult',
  'ageBetween',
  'recordedInArea',
  'releaseWithinDays',
  'withinHoursOfRelease',
]);

/** Protocols and clauses, as entries cite them, under which a person may be named to an officer of an organisation. */
export interface NamingClauses {
  readonly protocols: readonly string[];
  readonly clauses: readonly string[];
}

/**
 * By the agreements in force here: an entry of another version names nobody, for its clauses may have meant something
 * else. Whose clients are known by that alone names nobody either.
 */
export function namingClauses({ protocols }: ProtocolSet, asking: OrganisationId): NamingClauses {
  if (TELLING_RELATIONS.has(asking)) return { protocols: [], clauses: [] };
  return {
    protocols: ['DEFAULT-DENY@1.0.0', ...protocols.map(({ id, version }) => `${id}@${version}`)],
    clauses: [
      'DEFAULT-DENY/absence',
      ...protocols.flatMap(({ id, clauses, residual }) => [
        `${id}/${residual.id}`,
        ...clauses.filter(({ when }) => when.every(({ name }) => INFERABLE.has(name))).map((one) => `${id}/${one.id}`),
      ]),
    ],
  };
}
