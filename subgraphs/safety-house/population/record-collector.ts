import type { RecordSet } from '../../common/loading/load-records';

type RecordTable = new () => object;

/** Gathers rows by table, whichever order they come in, and gives them back in an order that foreign keys allow. */
export class RecordCollector {
  private readonly rows = new Map<RecordTable, object[]>();

  add(table: RecordTable, row: Readonly<Record<string, unknown>>): void {
    const known = this.rows.get(table);
    if (known === undefined) this.rows.set(table, [row]);
    else known.push(row);
  }

  *inOrder(first: readonly RecordTable[]): Iterable<RecordSet> {
    for (const table of new Set([...first, ...this.rows.keys()])) {
      const rows = this.rows.get(table);
      if (rows !== undefined) yield { table, rows };
    }
  }
}
