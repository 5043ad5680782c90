import type { RecordSet } from '../../common/loading/load-records';
import { Subject } from '../../common/loading/subject';
import type { Synthetic } from '../../common/loading/synthetic';
import { Treatment } from '../health/treatment';
import { MentoringSummary } from '../mentoring/mentoring-summary';
import type { KnowsleyRecord } from '../records/knowsley-record';
import { KNOWSLEY_RECORDS } from '../records/all-records';
import { LifeChangePlan } from '../supervision/life-change-plan';
import { Mentor } from '../mentoring/mentor';

type Table<Row> = new () => Row;
type Provenance = Pick<KnowsleyRecord, 'sourceSystem' | 'recordedBy' | 'basis'>;

// Tables to which others refer come first; the summary is a view.
const TABLE_ORDER: readonly Table<object>[] = [
  Subject,
  Mentor,
  LifeChangePlan,
  ...KNOWSLEY_RECORDS.filter((table) => ![Mentor, LifeChangePlan, MentoringSummary].some((other) => other === table)),
  Treatment,
];

/** Gathers the rows of all tables, gives them opaque keys and their provenance, and hands them out in a storable order. */
export class RecordCollector {
  /** Tables in an order in which each comes after those to which it refers. */
  static readonly order = TABLE_ORDER;
  private readonly rows = new Map<Table<object>, object[]>();

  /** @param of whose records these are, when several collectors gather rows of the same tables. */
  constructor(
    private readonly synthetic: Synthetic,
    private readonly of?: string,
  ) {}

  /** A row without provenance. */
  plain<Row extends object>(table: Table<Row>, row: Partial<Row>): void {
    const rows = this.rows.get(table) ?? [];
    this.rows.set(table, rows);
    rows.push({ id: this.nextId(table, rows.length), ...row });
  }

  /** A record: who recorded it, in which system and on which day. Returns its id. */
  record<Row extends KnowsleyRecord>(
    table: Table<Row>,
    provenance: Provenance,
    recordedOn: string,
    row: Partial<Omit<Row, keyof Provenance | 'recordedAt'>>,
  ): string {
    const rows = this.rows.get(table) ?? [];
    this.rows.set(table, rows);
    const id = (row as { id?: string }).id ?? this.nextId(table, rows.length);
    rows.push({
      sourceReference: `INVENTED/${recordedOn}`,
      quality: qualityOf(provenance),
      ...row,
      id,
      ...provenance,
      recordedAt: new Date(`${recordedOn}T12:00:00Z`),
    });
    return id;
  }

  /** Every table with its rows, so that a row comes after those to which it refers. */
  *sets(): Iterable<RecordSet> {
    for (const table of TABLE_ORDER) {
      const rows = this.rows.get(table);
      if (rows !== undefined) yield { table, rows };
    }
  }

  private nextId(table: Table<object>, number: number): string {
    return this.synthetic.id(table.name, this.of === undefined ? number : `${this.of} ${String(number)}`);
  }
}

/** Intelligence is not verified, an assessment or a printed case is partial, what an organisation noted is robust. */
function qualityOf({ sourceSystem, basis }: Provenance): NonNullable<KnowsleyRecord['quality']> {
  if (sourceSystem === 'NICHE') return 'UNVERIFIED';
  return basis === 'ASSESSMENT' || sourceSystem === 'CASE_STUDIES' ? 'PARTIAL' : 'ROBUST';
}
