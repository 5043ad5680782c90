import { ConfigurationError, type Environment } from '../../../service/environment';

/** The owners that hold people, in the order in which their numbers are told. */
export const OWNERS_OF_PEOPLE = ['knowsley-iom', 'safety-house', 'eri'] as const;
export type OwnerOfPeople = (typeof OWNERS_OF_PEOPLE)[number];
export type PeopleByOwner = Readonly<Record<OwnerOfPeople, number>>;

/** How many invented people each owner has: so many, or those alone whose state an agreement speaks of. */
export type PeopleWanted = PeopleByOwner | 'named';

/** The size of a development hub; any other number at Knowsley keeps these proportions. */
export const DEFAULT_PEOPLE: PeopleByOwner = { 'knowsley-iom': 2000, 'safety-house': 1000, eri: 300 };
/** No owner can have fewer: the people whose states the agreements speak of are always there. */
export const LEAST_PEOPLE: PeopleByOwner = { 'knowsley-iom': 400, 'safety-house': 200, eri: 60 };

const VARIABLE = 'CONCORDAT_PEOPLE';
const EXAMPLES = `for example ${VARIABLE}=5000, ${VARIABLE}=knowsley-iom=5000,eri=90 or ${VARIABLE}=named`;

export function isOwnerOfPeople(name: string): name is OwnerOfPeople {
  return (OWNERS_OF_PEOPLE as readonly string[]).includes(name);
}

/** What `CONCORDAT_PEOPLE` (or `--people`) asks for; undefined when it says nothing. Throws a ConfigurationError. */
export function peopleAskedFor(env: Environment = process.env): PeopleWanted | undefined {
  const text = env[VARIABLE];
  return text === undefined || text === '' ? undefined : readPeopleWanted(text);
}

/** Reads `5000` (at Knowsley, the others in proportion), `knowsley-iom=5000,eri=90` or `named`. */
export function readPeopleWanted(text: string): PeopleWanted {
  if (text === 'named') return 'named';
  if (!text.includes('=')) {
    const atKnowsley = readCount(text, text, 'knowsley-iom');
    const share = atKnowsley / DEFAULT_PEOPLE['knowsley-iom'];
    return {
      'knowsley-iom': atKnowsley,
      'safety-house': Math.round(DEFAULT_PEOPLE['safety-house'] * share),
      eri: Math.round(DEFAULT_PEOPLE.eri * share),
    };
  }
  const wanted: Record<OwnerOfPeople, number> = { ...DEFAULT_PEOPLE };
  for (const part of text.split(',')) {
    const [owner = '', count = ''] = part.split('=');
    if (!isOwnerOfPeople(owner)) {
      throw fault(text, `names ${JSON.stringify(owner)}, who holds no people: ${OWNERS_OF_PEOPLE.join(', ')} do`);
    }
    wanted[owner] = readCount(text, count, owner);
  }
  return wanted;
}

function readCount(text: string, count: string, owner: OwnerOfPeople): number {
  if (!/^\d{1,9}$/.test(count)) throw fault(text, 'is not a whole number of people');
  const read = Number(count);
  if (read < LEAST_PEOPLE[owner]) {
    throw fault(
      text,
      `is fewer than the ${String(LEAST_PEOPLE[owner])} that ${owner} needs at least (named: those alone of whose ` +
        'states the agreements speak)',
    );
  }
  return read;
}

function fault(text: string, what: string): ConfigurationError {
  return new ConfigurationError(`${VARIABLE} ${JSON.stringify(text)} ${what} (${EXAMPLES})`);
}

/** How many people, in words: `2,000 at knowsley-iom, …`. */
export function describePeople(wanted: PeopleWanted): string {
  if (wanted === 'named') return 'the named people alone';
  return OWNERS_OF_PEOPLE.map((owner) => `${wanted[owner].toLocaleString('en-GB')} at ${owner}`).join(', ');
}
