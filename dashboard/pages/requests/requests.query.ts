import type { OwnOwner } from '../lookup/own-owner';

const STEPS = `id target askedBy state expiresAt
      requests { id state requested approved handlingCode requestedAt expiresAt outcome }`;

export const MY_LOOKUPS_QUERY = `query MyLookups {
  myLookups { ${STEPS} }
}`;

/** What one asked, and what waits for those who decide at the own owner. */
export function requestsQuery(own: OwnOwner | undefined): string {
  const reviews =
    own === undefined
      ? ''
      : `  reviews: ${own.reviews}(first: 100) {
    id askedBy caseReference justification givenName familyName aliases birthDate birthPlace openedAt expiresAt
    candidates { id band bits explanations { en nl it bits } }
  }
`;
  return `query Requests {
  myLookups { ${STEPS} }
  lookupInbox { toConfirm toDecide toSecond lookups { ${STEPS} } }
${reviews}}`;
}

export const WAITING_QUERY = `query Waiting {
  lookupInbox { toConfirm toDecide toSecond }
}`;

/** The steps of those who decide, and of who asked. */
export const STEP_QUERIES = {
  identity: `mutation DecideIdentity($input: DecideIdentityInput!) { step: decideIdentity(input: $input) { id state } }`,
  decide: `mutation Decide($input: DecideAccessInput!) { step: decideAccess(input: $input) { id state } }`,
  second: `mutation Second($input: SecondDecisionInput!) { step: decideAccessAsSecond(input: $input) { id state } }`,
  withdraw: `mutation Withdraw($id: ID!) { step: withdrawRequest(id: $id) { id state } }`,
  close: `mutation Close($input: CloseRequestInput!) { step: closeRequest(input: $input) { id state } }`,
} as const;
