import { clausesIn, ClauseDeletions, OPENING_NO_LIST } from '../clause-deletion/delete-clauses';
import { launchHub } from '../hub/launch-hub';
import { writeResult } from './result-file';

/** Takes each clause out of a running hub and asks everybody everything; returns whether all went as it must. */
export async function runClauseDeletion(seed: string): Promise<boolean> {
  const started = Date.now();
  const launched = await launchHub({ CONCORDAT_SEED: seed, GATEWAY_OWNER_TIMEOUT_MS: '20000' });
  try {
    const deletions = await ClauseDeletions.prepare(launched.address, seed, 'long');
    const clauses: {
      clause: string;
      askers: number;
      shown: number;
      lost: number;
      by: number;
      faults: readonly string[];
    }[] = [];
    for (const { protocol, clause } of clausesIn(deletions.shipped)) {
      const verdicts = await deletions.remove(protocol, clause);
      const lost = verdicts.reduce((sum, verdict) => sum + verdict.lost, 0);
      const faults = verdicts.flatMap((verdict) => verdict.faults);
      clauses.push({
        clause: `${protocol.id} ${clause.id}`,
        askers: verdicts.length,
        shown: verdicts.reduce((sum, verdict) => sum + verdict.shown, 0),
        lost,
        by: verdicts.filter((verdict) => verdict.lost > 0).length,
        faults:
          lost === 0 && !(`${protocol.id} ${clause.id}` in OPENING_NO_LIST)
            ? ['its removal changes nothing', ...faults]
            : faults,
      });
      console.log(`${protocol.id} ${clause.id}: ${String(lost)} values went, ${String(faults.length)} faults`);
      for (const fault of clauses.at(-1)?.faults ?? []) console.log(`  ${fault}`);
    }
    const file = writeResult('clause-deletion', {
      seed,
      seconds: Math.round((Date.now() - started) / 1000),
      askers: deletions.askers.length,
      clausesRemoved: clauses.length,
      withoutEffect: clauses.filter(({ clause, lost }) => lost === 0 && !(clause in OPENING_NO_LIST)).length,
      withFaults: clauses.filter(({ faults }) => faults.length > 0).length,
      clauses,
    });
    console.log(`Written to ${file}`);
    return clauses.every(({ faults }) => faults.length === 0);
  } finally {
    await launched.stop();
  }
}
