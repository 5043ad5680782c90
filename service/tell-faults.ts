import { ConfigurationError } from './environment';

/** For commands: a fault of the caller is told in its line; anything else is a failure of the command and keeps its stack. */
export function tellingFaults<Given extends unknown[]>(
  run: (...given: Given) => Promise<void>,
): (...given: Given) => Promise<void> {
  return async (...given) => {
    try {
      await run(...given);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    }
  };
}
