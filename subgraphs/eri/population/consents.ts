import { dateAfter } from '../../common/calendar/calendar-dates';
import type { ConsentState, InventedPerson, Referrer } from './invented-people';

/** The columns that say how a consent to one recipient stands. */
export function consentColumns(
  state: ConsentState,
  recipient: string,
  purposes: readonly string[],
  categories: readonly string[],
  anchor: string,
) {
  const instant = (days: number): Date => new Date(`${dateAfter(anchor, days)}T10:00:00Z`);
  return {
    purposes:
      state === 'other purpose' ? ['EVALUATION_RESEARCH'] : state === 'one purpose' ? purposes.slice(0, 1) : purposes,
    categories: state === 'active with health' ? [...categories, 'HEALTH'] : categories,
    recipients: [state === 'other recipient' ? 'collegno' : recipient],
    givenAt: instant(-380),
    // Those that are active stay so for as long as a development database is likely to be kept.
    expiresAt: state === 'expired' ? instant(-15) : instant(1460),
    withdrawnAt: state === 'withdrawn' ? instant(-20) : null,
    form: 'Signed on paper',
  };
}

interface PartnerConsent {
  readonly recipient: string;
  readonly state: ConsentState;
}

const TO_REFERRER: readonly ConsentState[] = ['active', 'active', 'withdrawn', 'active', 'expired', 'other purpose'];
const TO_EMPLOYER: readonly ConsentState[] = ['active', 'active', 'withdrawn', 'expired'];
const TO_FOUNDATION: readonly ConsentState[] = ['active', 'withdrawn', 'active', 'other purpose'];
const TO_ADDICTION_SERVICE: readonly ConsentState[] = [
  'active with health',
  'active',
  'active with health',
  'withdrawn',
];
const REFERRERS: readonly Referrer[] = ['cisap', 'uepe', 'turin-d1'];

/** Partners abroad to whom one in four consents that ERI tells them whether it knows the person, and may show more. */
const ABROAD = ['nps', 'merseyside-police', 'reclassering', 'politie-haaglanden'] as const;

/** Consents to partners in Knowsley and The Hague; some were withdrawn. */
export function consentsAbroad({ number }: InventedPerson): readonly PartnerConsent[] {
  if (number % 4 !== 1) return [];
  return ABROAD.map((recipient) => ({ recipient, state: number % 8 === 5 ? 'withdrawn' : 'active' }));
}

/** Whether a participant consented that researchers are told about them. */
export function consentsToResearch({ researchConsent }: InventedPerson): readonly PartnerConsent[] {
  return researchConsent === undefined ? [] : [{ recipient: 'ljmu', state: researchConsent }];
}

/** To whom a participant consented that ERI tells what; `nth` counts those whom the same service referred. */
export function consentsToPartners({ number, invitedBy }: InventedPerson, nth: number): readonly PartnerConsent[] {
  const block = Math.floor(number / 8);
  const consents: PartnerConsent[] = [
    { recipient: 'employer', state: TO_EMPLOYER[block % 4] ?? 'active' },
    { recipient: 'ufficio-pio', state: TO_FOUNDATION[block % 4] ?? 'active' },
    { recipient: 'sert', state: TO_ADDICTION_SERVICE[Math.floor(number / 4) % 4] ?? 'active' },
  ];
  if (invitedBy !== undefined) consents.push({ recipient: invitedBy, state: TO_REFERRER[nth % 6] ?? 'active' });
  // Some consent to a service that did not refer them: consent alone opens nothing to it.
  if (number % 5 === 0) {
    for (const recipient of REFERRERS.filter((referrer) => referrer !== invitedBy))
      consents.push({ recipient, state: 'active' });
  }
  return consents;
}
