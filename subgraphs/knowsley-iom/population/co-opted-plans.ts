import type { CoOptedAgency } from '../co-opted/served-pathways';
import { CRC_COLLEAGUE, type PersonPlan } from './person-plan';

const supervision = { organisation: 'merseyside-crc', practitioner: CRC_COLLEAGUE, risk: 'LOW' } as const;

type CoOpted = NonNullable<PersonPlan['coOpted']>;

const served = (agency: CoOptedAgency, more: Partial<CoOpted> = {}): Partial<PersonPlan> => ({
  supervision,
  coOpted: { agency, request: 'ACTIVE', consent: 'ACTIVE', ...more },
});

/** People of whom a co-opted agency serves one need, and those of whom one condition fails. */
export const CO_OPTED_STATES: readonly (readonly [count: number, state: Partial<PersonPlan>])[] = [
  [2, served('knowsley-housing')],
  [2, served('cab')],
  [2, served('dwp')],
  [2, served('drug-service', { consentToHealth: true })],
  [2, served('drug-service')],
  [2, served('mental-health')],
  [2, served('knowsley-housing', { consent: 'MISSING' })],
  [2, served('knowsley-housing', { consent: 'WITHDRAWN' })],
  [2, served('knowsley-housing', { consent: 'EXPIRED' })],
  [2, served('knowsley-housing', { consent: 'TO_ANOTHER' })],
  [2, served('knowsley-housing', { request: 'NONE' })],
  [2, served('knowsley-housing', { request: 'ENDED' })],
  // Asked about a need that is not on the pathway it serves.
  [2, served('knowsley-housing', { request: 'OTHER_NEED' })],
];
