import { OWNER_NAMES, OWNERS } from '../schema/owners';
import { type Environment, readEnvironment, readTogether, url, wholeNumber } from '../service/environment';
import { localAddress } from '../service/tls';
import { refuseUnreadableKey } from './ledger-key';
import { LEDGER_NAMES, type LedgerName, variablePrefixOf } from './ledger-names';
import { type FirstKeys, readFirstKeys } from './public-keys';

/** How a process keeps the checkpoints of its ledger, and whom it shows them to. */
export interface LedgerSettings {
  readonly checkpointEveryMs: number;
  /** Witness → where it answers: every process with a ledger but this one. */
  readonly witnesses: ReadonlyMap<LedgerName, string>;
  readonly firstKeys: FirstKeys;
}

/** Reads what is set of a ledger; throws a ConfigurationError with all that is wrong. */
export function readLedgerSettings(ledger: LedgerName, env: Environment = process.env): LedgerSettings {
  const others = LEDGER_NAMES.filter((name) => name !== ledger);
  const { read, firstKeys } = readTogether({
    read: () =>
      readEnvironment(
        {
          LEDGER_CHECKPOINT_MS: wholeNumber(10_000, 10, 3_600_000),
          ...Object.fromEntries(others.map((name) => [`${variablePrefixOf(name)}_URL`, url(usualAddress(name, env))])),
        },
        env,
      ) as Readonly<Record<string, string | number>>,
    firstKeys: () => readFirstKeys(env),
    keyFile: () => {
      refuseUnreadableKey(ledger, env);
    },
  });
  return {
    checkpointEveryMs: Number(read['LEDGER_CHECKPOINT_MS']),
    witnesses: new Map(others.map((name) => [name, String(read[`${variablePrefixOf(name)}_URL`])])),
    firstKeys,
  };
}

function usualAddress(ledger: LedgerName, env: Environment): string {
  const owner = OWNER_NAMES.find((name) => name === ledger);
  const usual = owner === undefined ? 4_000 : OWNERS[owner].port;
  const prefix = variablePrefixOf(ledger);
  return localAddress(prefix, Number(env[`${prefix}_PORT`] || usual), env);
}
