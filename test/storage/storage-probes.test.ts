import { execFile } from 'node:child_process';
import path from 'node:path';

import { hub } from '../hub/hub';
import { ROOT } from '../hub/launch-hub';

interface Findings {
  readonly transactions: number;
  readonly own: number;
  readonly foreign: number;
  readonly withoutSettings: number;
  readonly committed: readonly number[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** On the hub's PostgreSQL where it runs on one, else on the embedded engine. */
function probe(): Promise<Findings> {
  const url = hub.databases.exchange;
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [path.join(ROOT, 'dist/test/storage/probe-store.js'), ...(url === undefined ? [] : [url])],
      { env: { ...process.env, NODE_OPTIONS: '' } },
      (error, stdout, stderr) => {
        if (error === null) resolve(JSON.parse(stdout) as Findings);
        else reject(new Error(stderr));
      },
    );
  });
}

describe('the store', () => {
  let findings: Findings;
  beforeAll(async () => {
    findings = await probe();
  }, 60_000);

  it('shows each of 80 parallel transactions its own rows', () => {
    expect(findings).toMatchObject({ transactions: 80, own: 80 });
  });

  it('shows none of 80 parallel transactions another agency’s rows', () => {
    expect(findings.foreign).toBe(0);
  });

  it('shows no rows where no requester is set', () => {
    expect(findings.withoutSettings).toBe(0);
  });

  it('keeps the 20 committed of 40 parallel transactions and nothing of the 20 that roll back', () => {
    expect(findings.committed).toEqual(Array.from({ length: 20 }, (_, index) => index * 2));
  });

  it('reads dates, counts, amounts, instants and bytes alike on both databases', () => {
    expect(findings.values).toEqual({
      a_date: '2016-02-29',
      an_int8: 9007199254740991,
      a_numeric: 12.5,
      an_interval: 'string',
      bytes: '00ff',
      an_instant: '2016-02-29T22:30:00.000Z',
      texts: ['a', 'b'],
      a_boolean: true,
      nothing: null,
    });
  });
});
