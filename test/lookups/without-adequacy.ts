/** A hub on which the decision from Italy to the United Kingdom under the GDPR is in force no longer. */
export const WITHOUT_ADEQUACY = { ADEQUACY_GDPR_UNTIL: '2020-01-01' } as const;
