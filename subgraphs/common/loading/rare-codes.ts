import type { RecordSet } from './load-records';
import { createSynthetic } from './synthetic';

/** Codes that the states of which agreements speak do not need, and that the records of ordinary people have too. */
export interface RareCodes {
  readonly table: RecordSet['table'];
  readonly field: string;
  readonly codes: readonly string[];
  /** Only in place of this code: where the other columns say the same of both. */
  readonly inPlaceOf?: string;
  /** What else such a record says. */
  readonly also?: Readonly<Record<string, unknown>>;
}

/** Of the records of ordinary people that may have them, so many have one of the rare codes; invented. */
export const SHARE_OF_RARE_CODES = 0.08;

/** The records with rare codes among them: by the key of each record, whatever stands beside it. */
export function* withRareCodes(
  seed: string,
  owner: string,
  sets: Iterable<RecordSet>,
  rules: readonly RareCodes[],
): Iterable<RecordSet> {
  for (const { table, rows } of sets) {
    const ofTable = rules.filter((rule) => rule.table === table);
    if (ofTable.length === 0) yield { table, rows };
    else
      yield {
        table,
        rows: rows.map((row) => ofTable.reduce((changed, rule) => rarely(seed, owner, changed, rule), row)),
      };
  }
}

function rarely(seed: string, owner: string, row: object, { field, codes, inPlaceOf, also }: RareCodes): object {
  const values = row as Readonly<Record<string, unknown>>;
  if (inPlaceOf !== undefined && values[field] !== inPlaceOf) return row;
  const random = createSynthetic(seed, owner, `rare ${field} ${String(values.id)}`);
  if (!random.chance(SHARE_OF_RARE_CODES)) return row;
  return { ...values, ...also, [field]: random.pick(codes) };
}
