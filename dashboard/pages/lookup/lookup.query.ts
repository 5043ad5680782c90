import { HIT_FIELDS, type OwnOwner, type Target } from './own-owner';

/** Of which owners a hit is open to somebody by role and purpose: how many of its fields. */
export const OPEN_TARGETS_QUERY = `query OpenTargets {
  KNOWSLEY: whatMayIAsk(typeName: "KnowsleyHit", first: 1) { count }
  SAFETY_HOUSE: whatMayIAsk(typeName: "SafetyHouseHit", first: 1) { count }
  ERI: whatMayIAsk(typeName: "EriHit", first: 1) { count }
}`;

/** Asks these owners through the own one. Only what was asked is selected: a step of which a part is refused is refused whole. */
export function lookUpQuery({ mutation }: OwnOwner, targets: readonly Target[]): string {
  const hits = targets.map((target) => `    ${HIT_FIELDS[target]} { band matchedOn handle release expiresAt }`);
  return `mutation LookUp($input: LookUpPersonInput!) {
  answer: ${mutation}(input: $input) {
    askedAt
${hits.join('\n')}
  }
}`;
}

export const RELEASE_QUERY = `mutation Release($input: ConfirmIdentityInput!) {
  lookup: confirmIdentity(input: $input) { id state }
}`;

export const REQUEST_QUERY = `mutation RequestAccess($input: RequestAccessInput!) {
  request: requestAccess(input: $input) { id state }
}`;
