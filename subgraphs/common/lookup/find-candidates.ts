// Who of the register a person may be, in clear and at the owner alone: by the likeness of names first, which the
// database finds by trigrams, and then compared field by field.
import type { DataSource } from 'typeorm';

import { compareIdentities, type ComparedCandidate } from '../../../matching/comparison/compare-identities';
import type { RegisterStatistics } from '../../../matching/comparison/register-statistics';
import type { Identity } from '../../../matching/identity';
import type { Clock } from '../../../service/clock';
import { identityOf, type RegisteredPerson } from './lookup-register';
import { BIRTH_DATE_LIKENESS, CANDIDATES, searchedBirthDate, searchedNames } from './searched-names';

/** So that one statement keeps nobody waiting for long. */
const PEOPLE_A_STATEMENT = 100;

export interface FoundCandidate extends Omit<ComparedCandidate<string>, 'id'> {
  readonly subject: string;
  /** The random id under which the exchange has the person. */
  readonly record: string;
  /** Whose record it is: who decides on it depends on that. */
  readonly heldBy: string;
}

export interface FoundDuplicate extends Omit<ComparedCandidate<string>, 'id'> {
  readonly one: string;
  readonly other: string;
}

/** What a birth date adds to the likeness of names, in SQL. */
const dateLikeness = (one: string, other: string): string =>
  `(case when ${one} = ${other} then ${String(BIRTH_DATE_LIKENESS.equal)}
     when left(${one}, 4) = left(${other}, 4) then ${String(BIRTH_DATE_LIKENESS.sameYear)} else 0 end)`;

/**
 * The likeliest of the index, by the names sought ($1), the organisation ($2), the keyed digest of who is sought ($3) and
 * the birth date ($4). @param trigrams the schema of pg_trgm
 */
export const likeliest = (trigrams: string): string => `
  select n.subject_id, r.record
  from unnest($1::text[]) sought(name)
  join lookup_name n on n.name operator(${trigrams}.%) sought.name
  join lookup_record r on r.subject_id = n.subject_id and (r.audience is null or $2 = any (r.audience))
  where not exists (select from lookup_distinct d where d.one = $3 and d.other = n.subject_id)
  group by 1, 2
  order by max(${trigrams}.similarity(n.name, sought.name) + ${dateLikeness('n.birth_date', '$4::text')}) desc, 1
  limit ${CANDIDATES}`;

export class CandidateFinder {
  private constructor(
    private readonly maintenance: DataSource,
    private readonly clock: Clock,
    private readonly statistics: () => Promise<RegisterStatistics>,
    /** The schema of pg_trgm, wherever the administrator put it. */
    private readonly trigrams: string,
  ) {}

  static async open(
    maintenance: DataSource,
    clock: Clock,
    statistics: () => Promise<RegisterStatistics>,
  ): Promise<CandidateFinder> {
    const [row] = await maintenance.query<[{ schema: string }]>(
      `select quote_ident(n.nspname) as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace
       where e.extname = 'pg_trgm'`,
    );
    return new CandidateFinder(maintenance, clock, statistics, row.schema);
  }

  /**
   * Who of those that this organisation may find the person may be, the likeliest first; nobody of whom too little
   * speaks for it. @param soughtDigest the keyed digest of the person, by which "these are two people" is remembered
   */
  async find(identity: Identity, organisation: string, soughtDigest: string): Promise<readonly FoundCandidate[]> {
    const likely = await this.maintenance.query<{ subject_id: string; record: string }[]>(likeliest(this.trigrams), [
      searchedNames(identity),
      organisation,
      soughtKey(soughtDigest),
      searchedBirthDate(identity),
    ]);
    if (likely.length === 0) return [];
    const records = new Map(likely.map(({ subject_id, record }) => [subject_id, record]));
    // Who may no longer be found by this moment is not compared, whatever the index still says.
    const people = (await this.readPeople([...records.keys()])).filter(
      (person) => person.indexed && (person.audience?.includes(organisation) ?? true),
    );
    const compared = compareIdentities(
      identity,
      people.map((person) => ({ id: person.subject_id, identity: identityOf(person) })),
      await this.statistics(),
    );
    const holders = new Map(people.map((person) => [person.subject_id, person.held_by]));
    return compared.flatMap(({ id, ...rest }) => {
      const [record, heldBy] = [records.get(id), holders.get(id)];
      if (rest.band === 'NONE' || record === undefined || heldBy === undefined) return [];
      return [{ subject: id, record, heldBy, ...rest }];
    });
  }

  /**
   * Pairs of the register that may be one person, of one holder; at most so many. Compared are those who have the whole
   * birth date or the plain name in common: everybody by the likeness of names would take an hour for 20,000 people.
   * Whoever was found to be two is left out.
   */
  async findDuplicates(limit: number): Promise<readonly FoundDuplicate[]> {
    const statistics = await this.statistics();
    const found: FoundDuplicate[] = [];
    for (let after: string | undefined = ''; after !== undefined && found.length < limit;) {
      const { pairs, last } = await this.readLikelyPairs(after);
      const ids = new Set(pairs.flatMap(({ one, other }) => [one, other]));
      const people = new Map((await this.readPeople([...ids])).map((person) => [person.subject_id, person]));
      for (const { one, other } of pairs) {
        const [first, second] = [people.get(one), people.get(other)];
        if (first === undefined || second?.held_by !== first.held_by) continue;
        const [compared] = compareIdentities(
          identityOf(first),
          [{ id: other, identity: identityOf(second) }],
          statistics,
        );
        if (compared === undefined || compared.band === 'NONE') continue;
        const { id: _, ...rest } = compared;
        found.push({ one, other, ...rest });
      }
      after = last;
    }
    return found.sort((some, more) => more.bits - some.bits).slice(0, limit);
  }

  /** Remembers that two of the register are two people. @param by who decided so */
  async rememberDistinct(one: string, other: string, by: string): Promise<void> {
    await this.remember(...([one, other].sort() as [string, string]), by);
  }

  /** Remembers that the person sought is not this one of the register. */
  async rememberNotSame(soughtDigest: string, subject: string, by: string): Promise<void> {
    await this.remember(soughtKey(soughtDigest), subject, by);
  }

  private async remember(one: string, other: string, by: string): Promise<void> {
    await this.maintenance.query(
      'insert into lookup_distinct (one, other, by, at) values ($1, $2, $3, $4) on conflict do nothing',
      [one, other, by, this.clock.now()],
    );
  }

  private readPeople(ids: readonly string[]): Promise<RegisteredPerson[]> {
    return this.maintenance.query<RegisteredPerson[]>('select * from lookup_register($1, $2)', [ids, this.clock.now()]);
  }

  private async readLikelyPairs(after: string): Promise<{
    readonly pairs: readonly { readonly one: string; readonly other: string }[];
    /** Undefined at the end of the register. */
    readonly last: string | undefined;
  }> {
    const some = await this.maintenance.query<{ subject_id: string }[]>(
      `select distinct subject_id from lookup_name where subject_id > $1 order by 1 limit ${PEOPLE_A_STATEMENT}`,
      [after],
    );
    const ids = some.map(({ subject_id }) => subject_id);
    const pairs = await this.maintenance.query<{ one: string; other: string }[]>(
      `select distinct n.subject_id as one, likely.subject_id as other
       from lookup_name n, lateral (
         (select m.subject_id from lookup_name m
          where m.birth_date = n.birth_date and length(n.birth_date) = 10 and m.subject_id > n.subject_id limit ${CANDIDATES})
         union
         (select m.subject_id from lookup_name m where m.name = n.name and m.subject_id > n.subject_id limit ${CANDIDATES})
       ) likely
       where n.subject_id = any ($1::text[])
         and not exists (select from lookup_distinct d where d.one = n.subject_id and d.other = likely.subject_id)`,
      [ids],
    );
    return { pairs, last: ids.length < PEOPLE_A_STATEMENT ? undefined : ids.at(-1) };
  }
}

/** Apart from the ids of people. */
const soughtKey = (digest: string): string => `sought ${digest}`;
