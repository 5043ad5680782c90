// The gateway's own ledger fails for real (DOMAIN C.1, test 12), and its process dies while it refuses.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';

import { LedgerVerifier } from '../../ledger/verify-ledger';
import { ledgerFileIn } from '../../ledger/storage/file-ledger-reader';
import { HubClient } from '../ledger-kill/hub-client';
import { killGateway } from '../ledger-kill/kill-gateway';
import { type LoneGateway, REFUSED_WHOLE, startLoneGateway } from '../ledger-kill/lone-gateway';

let gateway: LoneGateway;
let mentor: HubClient;
beforeAll(async () => {
  gateway = await startLoneGateway();
  mentor = new HubClient(gateway, 'mals.mentor', 'MENTORING_SUPPORT');
}, 120_000);
afterAll(() => gateway.stop(), 60_000);

/** The kernel lets the process write no file beyond so many bytes, root's too: a write that crosses the end is torn. */
function limitFiles(bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(gateway.pid()), `--fsize=${String(bytes)}:unlimited`]);
}

async function isRefused(): Promise<void> {
  const answer = await mentor.ask(REFUSED_WHOLE);
  expect(answer.codes).toEqual(['WITHHELD_BY_PROTOCOL']);
  expect((await gateway.readLedger()).at(-1)?.entry).toMatchObject({
    requestId: answer.requestId,
    outcome: 'refused',
  });
}

describe('the ledger of the gateway', () => {
  it.each([
    ['an entry is torn in its middle', () => statSync(ledgerFileIn(gateway.ledgerFolder)).size + 300],
    ['nothing more can be written', () => 1],
  ])(
    'when %s, keeps back every refusal, and is written again by itself',
    async (_how, room) => {
      await isRefused();
      const before = (await gateway.readLedger()).length;
      limitFiles(room());
      try {
        const answers = [
          await mentor.ask(REFUSED_WHOLE),
          ...(await Promise.all(Array.from({ length: 20 }, () => mentor.ask(REFUSED_WHOLE)))),
        ];
        for (const answer of answers) expect([answer.data, answer.codes]).toEqual([null, ['LEDGER_UNAVAILABLE']]);
        // A purpose that is not allowed is refused by the gateway, too.
        expect((await mentor.ask(REFUSED_WHOLE, 'IOM_CASE_MANAGEMENT')).codes).toEqual(['LEDGER_UNAVAILABLE']);
        // What is not refused needs no entry of the gateway's: here its owner is away.
        const permitted = await mentor.ask('{ nominals(first: 1) { edges { node { givenName } } } }');
        expect(permitted.codes).toEqual(['SOURCE_UNAVAILABLE']);
        const schema = await mentor.ask('{ __schema { queryType { name } } }', null);
        expect([schema.codes, schema.data]).toEqual([[], { __schema: { queryType: { name: 'Query' } } }]);
        expect((await fetch(`${gateway.gatewayUrl}/livez`)).status).toBe(200);
      } finally {
        limitFiles('unlimited');
      }
      await isRefused();
      const lines = await gateway.readLedger();
      expect(lines).toHaveLength(before + 1);
      const verifier = new LedgerVerifier();
      for (const { entry, texts } of lines) verifier.accept(entry, texts);
      expect(verifier.finish()).toMatchObject({ size: lines.length });
    },
    60_000,
  );

  it('has every refusal that arrived, whenever the gateway is killed', async () => {
    const { refusals, unanswered, entries, ...faults } = await killGateway(gateway, 3, '1');
    // It was killed at work, and answered again after each death.
    expect(unanswered).toBeGreaterThan(0);
    expect(refusals).toBeGreaterThanOrEqual(60);
    expect(entries).toBeGreaterThanOrEqual(refusals);
    expect(faults).toEqual({ missing: [], strange: [], broken: [] });
  }, 200_000);
});
