// What the trials of research have in common: people, a project, and what is asked in it.
import { type Dimension, DIMENSIONS } from '../../disclosure-control/lattice';
import type { Requester } from '../../schema/requester';
import type { LookupOwner } from '../../subgraphs/common/peers/asker';
import type { Example, Reply, ResearchOwner } from './owners-with-research';

export const RESEARCHER: Requester = {
  person: 'ljmu.researcher',
  organisation: 'ljmu',
  role: 'researcher',
  purpose: 'EVALUATION_RESEARCH',
  jurisdiction: 'UK',
  requestId: 'request-1',
};
export const OFFICERS: Readonly<Record<LookupOwner, Requester>> = {
  'knowsley-iom': {
    ...RESEARCHER,
    person: 'knowsley.dpo',
    organisation: 'knowsley',
    role: 'dpo',
    purpose: 'OVERSIGHT',
  },
  'safety-house': {
    ...RESEARCHER,
    ...{ person: 'the-hague.dpo', organisation: 'the-hague', role: 'dpo', purpose: 'OVERSIGHT', jurisdiction: 'NL' },
  },
  eri: {
    ...RESEARCHER,
    ...{ person: 'turin.dpo', organisation: 'turin', role: 'dpo', purpose: 'OVERSIGHT', jurisdiction: 'IT' },
  },
};

export const CHARTER = {
  id: 'project-1',
  name: 'Reoffending by age',
  dimensions: Object.keys(DIMENSIONS) as Dimension[],
  people: ['ljmu.researcher'],
  organisation: 'ljmu',
  endsOn: '2027-12-31',
  tables: 25,
};

const pick = <Value>(values: readonly Value[], number: number): Value => values[number % values.length] as Value;

/** So many people who entered in each quarter from 2023 to 2026; who they are hangs on the number alone. */
export function examplePeople(owner: LookupOwner, aQuarter = 60, from = 0): readonly Example[] {
  const quarters = Array.from({ length: 16 }, (_, place) => {
    const month = String(3 * (place % 4) + 2).padStart(2, '0');
    return `${2023 + Math.floor(place / 4)}-${month}-14`;
  });
  return quarters.flatMap((entered_on, place) =>
    Array.from({ length: aQuarter }, (_, number): Example => {
      const chance = (number * 7 + place * 3 + from) % 31;
      const isMentored = owner !== 'safety-house' && chance % 3 > 0;
      return {
        subject_id: `${owner}-${from}-${place}-${number}`,
        entered_on,
        age_band: pick(['FROM_18_TO_24', 'FROM_25_TO_34', 'FROM_35_TO_49'], chance),
        sex: pick(['MALE', 'MALE', 'FEMALE'], number),
        // A few of each of two others, in one year each.
        pathway:
          place === 4 && number < 4
            ? 'FINANCE_BENEFITS_DEBT'
            : place === 8 && number < 30
              ? 'THINKING_BEHAVIOUR'
              : pick(['ACCOMMODATION', 'OTHER'], chance + number),
        reoffended_12m: pick(['YES', 'NO', 'NO', 'CENSORED'], chance),
        mentoring_input_band: owner === 'safety-house' ? 'NOT_RECORDED' : isMentored ? 'FROM_1_TO_5' : 'NONE',
        mentoring_sessions: owner === 'safety-house' ? null : isMentored ? 1 + (number % 5) : 0,
      };
    }),
  );
}

/** A question for a table, at owners of which these are the snapshots. */
export function tableQuestion(
  dimensions: readonly Dimension[],
  snapshots: Readonly<Record<string, string>>,
  { project = CHARTER.id, measure = 'COUNT', requester = RESEARCHER } = {},
) {
  return { requester, project, table: { dimensions, measure }, snapshots };
}

/** Two dimensions for each number, and JURISDICTION: 66 different tables of one owner. */
export function numberedTable(number: number): readonly Dimension[] {
  const others = CHARTER.dimensions.filter((dimension) => dimension !== 'JURISDICTION');
  const pairs = others.flatMap((one, place) => others.slice(place + 1).map((other) => [one, other] as const));
  return ['JURISDICTION', ...(pairs[number] ?? [])];
}

export async function snapshotOf(owner: ResearchOwner): Promise<string> {
  return (JSON.parse((await owner.call('/research/owner/state', {})).text) as { snapshot: string }).snapshot;
}

export async function approve(owner: ResearchOwner, charter: object = CHARTER): Promise<Reply> {
  return owner.call('/research/owner/approve', { charter, requester: OFFICERS[owner.name] });
}

/** The body of an answer, or the code of a refusal. */
export function read(reply: Reply): Readonly<Record<string, unknown>> {
  return JSON.parse(reply.text) as Readonly<Record<string, unknown>>;
}

export function codeOf(reply: Reply): string {
  const { refused, errors } = read(reply) as {
    refused?: { code: string };
    errors?: readonly { extensions: { code: string } }[];
  };
  return refused?.code ?? errors?.[0]?.extensions.code ?? String(reply.status);
}

/** Reserves a table and takes it. */
export async function take(
  owner: ResearchOwner,
  path: 'own-cells' | 'shares',
  question: ReturnType<typeof tableQuestion>,
): Promise<Reply> {
  const reserved = await owner.call('/research/owner/reserve', question);
  return reserved.status === 200 ? owner.call(`/research/owner/${path}`, question) : reserved;
}
