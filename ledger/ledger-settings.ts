import { type Environment, readEnvironment, readTogether, url, wholeNumber } from '../service/environment';
import { localAddress } from '../service/tls';
import { refuseUnreadableKey } from './ledger-key';
import { LEDGER_NAMES, type LedgerName, usualPortOf, variablePrefixOf } from './ledger-names';
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
          ...Object.fromEntries(
            others.map((name) => [
              `${variablePrefixOf(name)}_URL`,
              url(`http://127.0.0.1:${String(usualPortOf(name))}`),
            ]),
          ),
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
    witnesses: new Map(others.map((name) => [name, addressOf(name, read, env)])),
    firstKeys,
  };
}

/** The address that is set; else that of this machine, which follows from the other's port. */
function addressOf(ledger: LedgerName, read: Readonly<Record<string, string | number>>, env: Environment): string {
  const prefix = variablePrefixOf(ledger);
  if (env[`${prefix}_URL`]) return String(read[`${prefix}_URL`]);
  return localAddress(prefix, Number(env[`${prefix}_PORT`] || usualPortOf(ledger)), env);
}
