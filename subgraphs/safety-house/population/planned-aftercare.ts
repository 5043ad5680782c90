/**
 * The invented prisoners whom the aftercare team of The Hague knows, by the state that each is to show: for every
 * condition of SHH-AFTERCARE somebody for whom it alone fails, every outcome of the two routes, and every outcome of
 * the Dutch measure of reoffending.
 */
export interface PlannedAftercare {
  readonly age: number;
  readonly homeless: boolean;
  /** Days since the release; negative while it is still to come. */
  readonly releasedDaysAgo: number;
  readonly municipality: string;
  /** Null: nobody has stated it yet. */
  readonly onProbation: boolean | null;
  readonly outstandingProsecutions: boolean | null;
  /** Who the person agreed takes part. */
  readonly agreed: readonly string[];
  /** The agreement is withdrawn. */
  readonly withdrawn?: true;
  /** Another provider has the needs that the hub's providers otherwise have. */
  readonly otherProviders?: true;
  /** Released, and the team never met the person. */
  readonly neverSeen?: true;
  /** Custody after the release: why, and how many days after it. */
  readonly returned?: { readonly reason: 'NEW_OFFENCE' | 'RECALL' | 'REMAND' | 'UNPAID_FINE'; readonly after: number };
}

const EVERYBODY = ['aftercare', 'housing-provider', 'care-provider'] as const;

function planned(change: Partial<PlannedAftercare>): PlannedAftercare {
  return {
    age: 27,
    homeless: true,
    releasedDaysAgo: -40,
    municipality: 'The Hague',
    onProbation: false,
    outstandingProsecutions: false,
    agreed: EVERYBODY,
    ...change,
  };
}

export const PLANNED_AFTERCARE: readonly PlannedAftercare[] = [
  // The routes: eligible for housing, for work, for neither.
  planned({}),
  planned({ age: 34, municipality: 'Delft' }),
  planned({ age: 22, homeless: false }),
  planned({ age: 30, homeless: false }),
  planned({ age: 41 }),
  planned({ age: 29, onProbation: true }),
  planned({ age: 25, outstandingProsecutions: true }),
  planned({ age: 44, onProbation: true, outstandingProsecutions: true }),
  planned({ age: 23, homeless: false, onProbation: true }),
  // A condition fails: not of age, outside Haaglanden, no agreement or one that was withdrawn, another provider.
  planned({ age: 17 }),
  planned({ municipality: 'Leiden' }),
  planned({ agreed: [] }),
  planned({ age: 17, agreed: [] }),
  planned({ municipality: 'Leiden', agreed: [] }),
  planned({ withdrawn: true }),
  planned({ withdrawn: true, releasedDaysAgo: 30 }),
  planned({ agreed: [], releasedDaysAgo: 2 }),
  planned({ agreed: [], releasedDaysAgo: 30 }),
  planned({ agreed: ['aftercare'] }),
  planned({ agreed: ['aftercare', 'housing-provider'] }),
  planned({ agreed: ['aftercare', 'care-provider'] }),
  planned({ otherProviders: true }),
  // Released longer ago, for the measure of reoffending.
  planned({ age: 33, releasedDaysAgo: 100 }),
  planned({ age: 33, releasedDaysAgo: 600 }),
  planned({ age: 33, releasedDaysAgo: 600, returned: { reason: 'NEW_OFFENCE', after: 200 } }),
  planned({ age: 33, releasedDaysAgo: 600, returned: { reason: 'NEW_OFFENCE', after: 400 } }),
  planned({ age: 33, releasedDaysAgo: 600, returned: { reason: 'RECALL', after: 60 } }),
  planned({ age: 33, releasedDaysAgo: 600, returned: { reason: 'UNPAID_FINE', after: 90 } }),
  planned({ age: 33, releasedDaysAgo: 600, returned: { reason: 'REMAND', after: 120 } }),
];
