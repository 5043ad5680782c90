/** The owners that keep a ledger, by the field of `Disclosures` that leads to it. */
export const LEDGERS = ['knowsley', 'safetyHouse', 'eri', 'exchange'] as const;
export type Ledger = (typeof LEDGERS)[number];

/** A page of what one owner's ledger has of the officer's own organisation. */
export function disclosuresQuery(ledger: Ledger): string {
  const coordinates = '{ coordinate category }';
  return `query Disclosures($filter: DisclosureEntryFilter, $first: Int!, $after: String) {
  disclosures(filter: $filter) {
    ${ledger}(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          time requestId person role purpose protocols clauses outcome rowCount
          subjects { subject disclosed ${coordinates} withheld ${coordinates} }
        }
      }
    }
  }
}`;
}
