// What docs/population.md and docs/population-figures.md say of the ordinary people: the shares from which they are
// drawn, told from the constants themselves, and how every field then turns out.
import { DATE_VARIATIONS, NAME_VARIATIONS, SHAPES_OF_KNOWN_TO_TWO } from '../subgraphs/common/loading/known-to-two';
import {
  FAMILY_NAMES,
  SHARE_OF_WOMEN,
  SHARE_SWAPPED,
  SHARE_YEAR_ONLY,
  type Weighted,
} from '../subgraphs/common/loading/invented-identity';
import { CANARY_COIN, CANARY_EVERY } from '../subgraphs/common/loading/ordinary-people';
import { DEFAULT_PEOPLE } from '../subgraphs/common/loading/people-wanted';
import { syntheticPeople } from '../subgraphs/common/loading/prepare-database';
import { SHARE_OF_RARE_CODES } from '../subgraphs/common/loading/rare-codes';
import { type DisclosedField, recordTypeOf } from '../subgraphs/common/records/record-registry';
import * as turin from '../subgraphs/eri/population/ordinary-people';
import * as firstYear from '../subgraphs/knowsley-iom/population/write-first-year';
import * as knowsley from '../subgraphs/knowsley-iom/population/ordinary-plans';
import { SHARE_OF_RARE_OFFENCES } from '../subgraphs/knowsley-iom/population/write-police-records';
import * as extremism from '../subgraphs/safety-house/population/ordinary-extremism';
import * as theHague from '../subgraphs/safety-house/population/ordinary-people';
import { OWNER_DEFINITIONS } from './owner-definitions';

/** The population that is measured. */
const MEASURED = { seed: '1', anchor: '2026-03-01', people: DEFAULT_PEOPLE } as const;

const percent = (share: number): string => `${String(Math.round(share * 1000) / 10)} %`;

type Drawn = string | number | null | undefined | readonly string[];

function told(value: Drawn): string {
  if (value === null || value === undefined) return 'none';
  const text = typeof value === 'object' ? value.join(' + ') : String(value);
  return text.toLowerCase().replaceAll('_', ' ');
}

function drawn(weighted: Weighted<Drawn>): string {
  const total = weighted.reduce((sum, [weight]) => sum + weight, 0);
  return weighted.map(([weight, value]) => `${told(value)} ${percent(weight / total)}`).join(', ');
}

const between = ({ from, to }: { readonly from: number; readonly to: number }, unit: string): string =>
  `${String(from)} to ${String(to)} ${unit}, each equally often`;

/** The shares from which ordinary people are drawn, as tables; all of them are invented. */
export function describeShares(): string {
  const sections: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [
      'Everybody',
      [
        ['women', percent(SHARE_OF_WOMEN)],
        ['family name', drawn(FAMILY_NAMES)],
        ['given and family name in each other’s place', percent(SHARE_SWAPPED)],
        ['of the birth date the year alone is known (recorded as 1 January)', percent(SHARE_YEAR_ONLY)],
        ['a rare code, where a record may have one', percent(SHARE_OF_RARE_CODES)],
        ['canaries', `one in ${String(CANARY_EVERY)}, of whom ${percent(CANARY_COIN)} reoffended`],
        ['known to two owners: shape of the name', drawn(SHAPES_OF_KNOWN_TO_TWO)],
        ['known to two owners: name at the second', drawn(NAME_VARIATIONS)],
        ['known to two owners: birth date at the second', drawn(DATE_VARIATIONS)],
      ],
    ],
    [
      'Knowsley',
      [
        ['shape of the name', drawn(knowsley.NAME_SHAPES_OF_KNOWSLEY)],
        ['age', between(knowsley.AGES_OF_KNOWSLEY, 'years')],
        ['in one of the named states, each equally often', percent(knowsley.SHARE_IN_A_NAMED_STATE)],
        ['of the others: cohort', drawn(knowsley.COHORT)],
        ['supervised by', drawn(knowsley.SUPERVISED_BY)],
        ['risk of harm', drawn(knowsley.RISK_OF_HARM)],
        ['handover', drawn(knowsley.HANDOVER)],
        ['custody', drawn(knowsley.CUSTODY)],
        ['prison', drawn(knowsley.PRISONS)],
        ['released', between(knowsley.RELEASED_DAYS_AGO, 'days ago')],
        ['known to the police', percent(knowsley.SHARE_KNOWN_TO_POLICE)],
        ['referral to mentoring', drawn(knowsley.REFERRAL)],
        ['referred by', drawn(knowsley.REFERRED_BY)],
        ['consent with the referral', drawn(knowsley.REFERRAL_CONSENT)],
        ['mentored, of accepted referrals', percent(knowsley.SHARE_MENTORED)],
        ['of matches, ended', percent(knowsley.SHARE_OF_MATCHES_ENDED)],
        ['ended', between(knowsley.MATCH_ENDED_DAYS_AGO, 'days ago')],
        ['the mentor may know the offence', percent(knowsley.SHARE_MENTOR_MAY_KNOW_OFFENCE)],
        ['consent of mentees to what MALS tells', drawn(knowsley.MENTEE_CONSENT)],
        ['treated', drawn(knowsley.HEALTH)],
        ['offences of any code, the others of the nine usual ones', percent(SHARE_OF_RARE_OFFENCES)],
        ['first engagement of a canary', between(knowsley.CANARY_ENGAGED_DAYS_AGO, 'days ago')],
        ['age of a canary', between(knowsley.AGES_OF_CANARIES, 'years')],
        ['assessed near the end of the first year', percent(firstYear.SHARE_ASSESSED_IN_FIRST_YEAR)],
        ['a need stated at entry', percent(firstYear.SHARE_NEED_STATED_AT_ENTRY)],
        ['of mentees, meeting often in the first year', percent(firstYear.SHARE_MEETING_OFTEN)],
        ['consent of clients of MALS to research', drawn(firstYear.RESEARCH_CONSENT)],
        ['people of one practitioner, or mentor', String(knowsley.PEOPLE_A_PRACTITIONER)],
        ['people among whom the personas have theirs', `the first ${String(knowsley.PEOPLE_OF_PERSONAS)}`],
      ],
    ],
    [
      'The Hague',
      [
        ['shape of the name', drawn(theHague.NAME_SHAPES_OF_THE_HAGUE)],
        ['age of clients', between(theHague.AGES_OF_CLIENTS, 'years')],
        ['known by', drawn(theHague.KINDS)],
        ['state of a case and of a prisoner', 'each planned state equally often'],
        ['offences at the police', percent(theHague.SHARE_POLICE_OFFENCES)],
        ['offences at the public prosecutor', percent(theHague.SHARE_PROSECUTOR_OFFENCES)],
        ['intelligence', percent(theHague.SHARE_INTELLIGENCE)],
        ['probation or prosecution not stated yet', percent(theHague.SHARE_NOT_STATED)],
        ['of the released, never met by aftercare', percent(theHague.SHARE_NEVER_SEEN)],
        ['release of a canary', `${String(theHague.CANARY_RELEASED_DAYS_AGO)} days ago`],
        ['extremism: parties', drawn(extremism.PARTIES)],
        ['extremism: state', drawn(extremism.EXTREMISM_STATE)],
        ['extremism: review, in days', drawn(extremism.REVIEW_DAY)],
        ['extremism: judicial review', percent(extremism.SHARE_JUDICIAL_REVIEW)],
        ['extremism: minors', percent(extremism.SHARE_MINORS)],
        ['of these, with child protection', percent(extremism.SHARE_OF_MINORS_WITH_CHILD_PROTECTION)],
        ['extremism: of the first director and approvers', percent(extremism.SHARE_OF_FIRST_DIRECTOR_AND_APPROVERS)],
      ],
    ],
    [
      'Turin',
      [
        ['shape of the name', drawn(turin.NAME_SHAPES_OF_TURIN)],
        ['age', between(turin.AGES_OF_TURIN, 'years')],
        ['minors', percent(turin.SHARE_MINORS)],
        ['participants, the others invited only', percent(turin.SHARE_PARTICIPANTS)],
        ['people of one run', String(turin.PEOPLE_A_RUN)],
        ['runs begun, in turn', `${turin.RUNS_STARTED_DAYS_AGO.join(', ')} days ago`],
        ['inviter, consent, answer', 'each planned state equally often'],
        ['consent to research, of others than canaries', drawn(turin.RESEARCH_CONSENT)],
        ['age of a canary', between(turin.AGES_OF_CANARIES, 'years')],
        ['of the runs that began first: at liberty from before', percent(turin.SHARE_FREE)],
        ['of these runs: taken back for a new offence', percent(turin.SHARE_RETURNED)],
      ],
    ],
  ];
  return sections.map(([title, rows]) => `### ${title}\n\n${table(['what', 'how it is drawn'], rows)}`).join('\n\n');
}

/** Whom it is about and who recorded it, when and where: of no interest here. */
const OF_EVERY_RECORD: ReadonlySet<string> = new Set([
  'subjectId',
  'caseId',
  'sourceSystem',
  'recordedBy',
  'recordedAt',
  'basis',
]);
/** Words of which there are no more are told with their shares. */
const FEW_WORDS = 6;

/** How every field of every kind of record turns out in the default population, named and ordinary people together. */
export function describeFigures(): string {
  const parts = OWNER_DEFINITIONS.flatMap((owner) => {
    if (owner.ordinary === undefined) return [];
    const rows = new Map<unknown, Readonly<Record<string, unknown>>[]>();
    for (const set of syntheticPeople(owner, MEASURED, () => undefined)) {
      const known = rows.get(set.table) ?? [];
      rows.set(set.table, known);
      for (const row of set.rows) known.push(row as Readonly<Record<string, unknown>>);
    }
    const kinds = owner.records.flatMap((record) => {
      const ofType = rows.get(record) ?? [];
      if (ofType.length === 0) return [];
      const { name, fields } = recordTypeOf(record);
      const stated = fields
        .filter((field) => !OF_EVERY_RECORD.has(field.name))
        .map(
          (field) =>
            `- \`${field.name}\`: ${measured(
              field,
              ofType.map((row) => row[field.name]),
            )}`,
        );
      return [`### ${name}\n\n${ofType.length.toLocaleString('en-GB')} records.\n\n${stated.join('\n')}`];
    });
    return [`## ${owner.name}\n\n${kinds.join('\n\n')}`];
  });
  return (
    '# How the fields of the invented people turn out\n\n' +
    'Measured in the population of seed 1, told from 1 March 2026, named and ordinary people together; printed by ' +
    '`npm run -s truth -- --figures`. What is drawn from which shares is in [population.md](population.md). ' +
    'Least, middle and most stand with … between them; days count from that day. Computed columns and views, and who ' +
    'recorded what, are not in it.\n\n' +
    `${parts.join('\n\n')}\n`
  );
}

function measured({ kind }: DisclosedField, values: readonly unknown[]): string {
  const some = values.filter((value) => value !== null && value !== undefined);
  if (some.length === 0) return 'computed by the database, or not recorded';
  const missing = some.length === values.length ? '' : `; not recorded ${percent(1 - some.length / values.length)}`;
  switch (kind) {
    case 'code':
    case 'boolean':
      return `${shares(some.map(String))}${missing}`;
    case 'texts':
      return `${spread(some.map((value) => (value as readonly unknown[]).length))} entries${missing}`;
    case 'integer':
    case 'number':
      return `${spread(some.map(Number))}${missing}`;
    case 'date':
    case 'instant':
    case 'month':
      return `${spread(some.map(daysFromAnchor))} days${missing}`;
    case 'text':
    case 'reference':
      return `${new Set(some).size <= FEW_WORDS ? shares(some.map(String)) : `${String(new Set(some).size)} different values`}${missing}`;
  }
}

function shares(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .map(([value, count]) => `${value} ${percent(count / values.length)}`)
    .join(', ');
}

/** Least, middle and most. */
function spread(values: readonly number[]): string {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (part: number): string => String(sorted[Math.floor((sorted.length - 1) * part)] ?? '');
  return `${at(0)} … ${at(0.5)} … ${at(1)}`;
}

function daysFromAnchor(value: unknown): number {
  const text = value instanceof Date ? value.toISOString() : String(value);
  return Math.round((Date.parse(text.slice(0, 10)) - Date.parse(MEASURED.anchor)) / 86_400_000);
}

/** As prettier lays a table out. */
function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heading.map((_, column) =>
    Math.max(3, ...[heading, ...rows].map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(heading), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
