// Forty people who never lived, and what befell each: plain tables, so that every condition of an agreement holds for
// several of them and fails for several others, each condition also by itself.
import { dateAfter, monthsAfter } from '../../common/calendar/calendar-dates';
import { type Synthetic } from '../../common/loading/synthetic';

/** How a consent stands towards one recipient. */
export type ConsentState =
  'active' | 'active with health' | 'one purpose' | 'withdrawn' | 'expired' | 'other recipient' | 'other purpose';

export type Referrer = 'cisap' | 'turin-d1' | 'uepe';

export interface InventedPerson {
  readonly number: number;
  readonly id: string;
  readonly givenName: string;
  readonly name: string;
  readonly birthDate: string;
  readonly ageBand: string;
  readonly female: boolean;
  /** Who invited them; undefined: they came by themselves. */
  readonly invitedBy?: Referrer;
  /** The person’s answer; null while there is none. */
  readonly accepted: boolean | null;
  /** Consent given with the invitation, towards ERI. */
  readonly intakeConsent: ConsentState;
  readonly isParticipant: boolean;
  /** Of an ordinary participant: whether the run has ended, so that there is an outcome. */
  readonly finished?: boolean;
  /** Of a canary: whether it was taken back into prison. */
  readonly canary?: boolean;
  /** Of an ordinary participant who was taken back for a new offence: how many days ago, within a year of the engagement. */
  readonly returnedDaysAgo?: number;
  /** Of an ordinary participant: at liberty since before the engagement. */
  readonly free?: boolean;
  /** Of an ordinary participant: how many days ago ERI asked after them in their first year. */
  readonly askedDaysAgo?: number;
  /** Of an ordinary participant: consent to research. */
  readonly researchConsent?: ConsentState;
}

const GIVEN_NAMES = {
  female: ['Alfina', 'Brunalda', 'Celestra', 'Dorabella', 'Ermelia', 'Fiordina', 'Ginestra', 'Ildegonda'],
  male: ['Arsenello', 'Baldovio', 'Cirillone', 'Donatino', 'Evaristo', 'Fulgino', 'Gasparello', 'Lodovino'],
};
const NAMES = [
  'Inventati',
  'Provatelli',
  'Esempini',
  'Finzioni',
  'Ipotetici',
  'Sintetis',
  'Modellini',
  'Supponi',
  'Fantasini',
  'Provvisori',
];

/** How many take or took part; the others were invited only. */
const PARTICIPANTS = 32;
export const INVITERS: readonly (Referrer | undefined)[] = [
  'cisap',
  'uepe',
  'turin-d1',
  'cisap',
  undefined,
  'uepe',
  'cisap',
  'turin-d1',
];
export const INTAKE_CONSENTS: readonly ConsentState[] = [
  'active with health',
  'active',
  'active with health',
  'withdrawn',
  'active',
  'expired',
  'one purpose',
  'other recipient',
  'other purpose',
];
export const INVITED_ONLY: readonly { readonly accepted: boolean | null; readonly intakeConsent: ConsentState }[] = [
  { accepted: false, intakeConsent: 'active' },
  { accepted: false, intakeConsent: 'active with health' },
  { accepted: false, intakeConsent: 'withdrawn' },
  { accepted: null, intakeConsent: 'active' },
  { accepted: null, intakeConsent: 'active with health' },
  { accepted: null, intakeConsent: 'active with health' },
  { accepted: true, intakeConsent: 'active' },
  { accepted: true, intakeConsent: 'active with health' },
];

export function inventPeople(synthetic: Synthetic, anchor: string): readonly InventedPerson[] {
  const random = synthetic.stream('people');
  return Array.from({ length: PARTICIPANTS + INVITED_ONLY.length }, (_, number) => {
    const isParticipant = number < PARTICIPANTS;
    const invitedBy = isParticipant
      ? INVITERS[number % INVITERS.length]
      : (['cisap', 'uepe', 'turin-d1'] as const)[number % 3];
    const answer = INVITED_ONLY[number - PARTICIPANTS];
    const female = number % 2 === 1;
    // The last two participants are minors.
    const years = number === PARTICIPANTS - 1 || number === PARTICIPANTS - 2 ? 17 : random.integer(19, 61);
    const birthDate = dateAfter(monthsAfter(anchor, -12 * years), -random.integer(1, 300));
    return {
      number,
      id: synthetic.id('person', number),
      givenName: random.pick(female ? GIVEN_NAMES.female : GIVEN_NAMES.male),
      name: random.pick(NAMES),
      birthDate,
      ageBand: ageBandOf(years),
      female,
      ...(invitedBy === undefined ? {} : { invitedBy }),
      accepted: answer === undefined ? true : answer.accepted,
      intakeConsent: answer?.intakeConsent ?? INTAKE_CONSENTS[number % INTAKE_CONSENTS.length] ?? 'active',
      isParticipant,
    };
  });
}

export function ageBandOf(years: number): string {
  if (years < 18) return 'UNDER_18';
  if (years < 25) return 'FROM_18_TO_24';
  if (years < 35) return 'FROM_25_TO_34';
  return years < 50 ? 'FROM_35_TO_49' : 'FROM_50';
}
