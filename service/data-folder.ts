import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { ConfigurationError, type Environment } from './environment';

/** The folder that holds what a running hub keeps: process ids, development keys, embedded databases, logs. */
export function dataFolder(env: Environment = process.env): string {
  return path.resolve(env['CONCORDAT_DATA_DIR'] || '.concordat');
}

/** Creates the data folder when it is missing; throws a ConfigurationError when it cannot be written. */
export function prepareDataFolder(env: Environment = process.env): string {
  const folder = dataFolder(env);
  try {
    // The embedded engine makes its own folder, but not the one that it lies in.
    mkdirSync(path.join(folder, 'databases'), { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigurationError(
      `CONCORDAT_DATA_DIR ${JSON.stringify(folder)} cannot be written (${code ?? 'unknown'}) (for example CONCORDAT_DATA_DIR=.concordat)`,
    );
  }
  return folder;
}
