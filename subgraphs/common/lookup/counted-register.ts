import type { DataSource } from 'typeorm';

import { countRegister, type RegisterStatistics } from '../../../matching/comparison/register-statistics';
import type { Identity } from '../../../matching/identity';
import type { Clock } from '../../../service/clock';
import { identityOf, type RegisteredPerson } from './lookup-register';

const PEOPLE_A_STATEMENT = 1_000;
/** Counted anew once so large a part of the register changed, and these many people at least. */
const CHANGED = { share: 0.05, least: 50 };

/**
 * How often names and places are in the register, counted over all of it and ahead of any lookup. @param changed how
 * many people changed so far
 */
export function countedRegister(
  maintenance: DataSource,
  clock: Clock,
  changed: () => number,
): () => Promise<RegisterStatistics> {
  let counted: { readonly at: number; readonly statistics: Promise<RegisterStatistics> } | undefined;
  const count = (): Promise<RegisterStatistics> => {
    const at = changed();
    const statistics = readAll(maintenance, clock).then(countRegister);
    counted = { at, statistics };
    statistics.catch(() => (counted = undefined));
    return statistics;
  };
  return async () => {
    if (counted === undefined) return count();
    const statistics = await counted.statistics;
    const most = Math.max(CHANGED.least, CHANGED.share * statistics.people);
    return changed() - counted.at > most ? count() : statistics;
  };
}

/** Part by part: on the embedded engine a single statement would keep everybody waiting. */
async function readAll(maintenance: DataSource, clock: Clock): Promise<readonly Identity[]> {
  const identities: Identity[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const people: RegisteredPerson[] = await maintenance.query<RegisteredPerson[]>(
      `select p.* from lookup_register(
         array(select id from subject where id > $1 order by id limit ${PEOPLE_A_STATEMENT}), $2) p`,
      [after, clock.now()],
    );
    identities.push(...people.map(identityOf));
    const [next]: [{ last: string | null }] = await maintenance.query(
      `select max(id) as last from (select id from subject where id > $1 order by id limit ${PEOPLE_A_STATEMENT}) part`,
      [after],
    );
    after = next.last ?? undefined;
  }
  return identities;
}
