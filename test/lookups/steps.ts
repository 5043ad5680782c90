import type { Identity } from '../../matching/identity';
import { type Answer, ask } from '../hub/hub';
import { type SeededRecord, seededRecords } from '../acceptance/seeded-records';

export const PURPOSE = 'CROSS_BORDER_CASE';

/** Whom somebody asks about, in the words of the graph. */
export interface Sought {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly birthPlace?: string;
}

export type Target = 'KNOWSLEY' | 'SAFETY_HOUSE' | 'ERI';
const FIELDS = { KNOWSLEY: 'knowsley', SAFETY_HOUSE: 'safetyHouse', ERI: 'eri' } as const;

/** Who asks from where. */
export interface Asker {
  readonly persona: string;
  readonly mutation: 'knowsleyLookUpPerson' | 'safetyHouseLookUpPerson' | 'eriLookUpPerson';
  /** An open case of the asker's: its reference, and the person of it. */
  readonly caseReference: string;
  readonly subject: string;
}

const HIT = 'band matchedOn handle release expiresAt nextStep';

export interface Hit {
  readonly band: string;
  readonly matchedOn: readonly string[];
  readonly handle: string;
  readonly release: string;
  readonly expiresAt: string;
}

/** Asks one owner whether it knows somebody. */
export async function lookUp(
  { persona, mutation, caseReference }: Asker,
  target: Target,
  person: Partial<Sought>,
): Promise<{ readonly answer: Answer; readonly hit: Hit | null }> {
  const field = FIELDS[target];
  const answer = await ask(
    persona,
    PURPOSE,
    `mutation ($input: LookUpPersonInput!) { ${mutation}(input: $input) { ${field} { ${HIT} } } }`,
    { input: { targets: [target], person } },
    { 'x-case-reference': caseReference },
  );
  return {
    answer,
    hit: (answer.data?.[mutation] as Record<string, Hit | null> | null)?.[field] ?? null,
  };
}

/** Takes a step of a lookup, as this persona. */
export async function step(
  persona: string,
  name: string,
  input: Readonly<Record<string, unknown>>,
  caseReference?: string,
): Promise<Answer> {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
  const selection = name === 'confirmIdentity' || name === 'decideIdentity' ? 'id state target' : 'id state approved';
  return ask(
    persona,
    PURPOSE,
    `mutation ($input: ${STEP_INPUTS[name] ?? type}!) { ${name}(input: $input) { ${selection} } }`,
    { input },
    caseReference === undefined ? {} : { 'x-case-reference': caseReference },
  );
}
const STEP_INPUTS: Readonly<Record<string, string>> = { decideAccessAsSecond: 'SecondDecisionInput' };

const text = (record: SeededRecord, name: string): string => {
  const value = record.values[name];
  return typeof value === 'string' ? value : '';
};

/** A seeded person as an asker elsewhere would write the name. */
export function soughtOf(record: SeededRecord, birth: string): Sought {
  const givenName = text(record, 'givenName');
  const place = text(record, 'birthPlace');
  return {
    givenName,
    familyName: text(record, 'name').replace(`${givenName} `, ''),
    birthDate: text(record, birth),
    ...(place === '' ? {} : { birthPlace: place }),
  };
}

/** What is known of somebody, as an asker gives it; no aliases. */
export const givenOf = ({ givenName, familyName, birthDate, birthPlace }: Identity): Partial<Sought> =>
  Object.fromEntries(
    Object.entries({ givenName, familyName, birthDate, birthPlace }).filter(([, value]) => value !== null),
  );

/** A calendar date of a record; one that is not known lies after all others. */
export const dayIn = (value: unknown): string => (typeof value === 'string' ? value : '9999');

const BORN_BEFORE = '2000';

/** Adults of a kind of record of whom names and whole birth dates are seeded, in the order of the truth. */
export function adults(type: string, birth: string): readonly SeededRecord[] {
  return adultsOf(seededRecords(type), birth);
}

/** Those of these records. */
export function adultsOf(records: readonly SeededRecord[], birth: string): readonly SeededRecord[] {
  return records.filter((record) => {
    const date = text(record, birth);
    return date !== '' && date < BORN_BEFORE && !date.endsWith('-01-01') && text(record, 'givenName') !== '';
  });
}
