// What a witness keeps in its database, however many of its processes write at once and whoever would change it.
import { withMarkedDatabase } from '../hub/marked-database';
import { runProgram } from '../hub/run-program';
import type { HeadFindings } from './probe-witnessed-heads';

it('keeps one head of each ledger, which goes on from itself alone and is never forgotten', async () => {
  await withMarkedDatabase('exchange', 'unmarked', async (env) => {
    const { exitCode, output, errors } = await runProgram('test/storage/probe-witnessed-heads', env);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    const { refused, ...findings } = JSON.parse(output) as HeadFindings;
    expect(findings).toEqual({
      first: 1,
      next: 1,
      fromOther: false,
      kept: { size: 5, alarm: { why: 'FORKED', note: 'note', time: '2026-11-26T12:00:00.000Z' } },
    });
    expect(Object.values(refused)).toEqual([true, true, true, true]);
  });
}, 120_000);
