// Which invented people a development hub has: the seed of the generator, and the day that their lives are told from.
// Both are kept at the first start, so that a hub restarted next month has the same people with the same dates.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../../../service/environment';

const population = z.object({ seed: z.int().nonnegative(), anchor: z.iso.date() });
export type Population = z.infer<typeof population>;

/** Reads `population.json`, or writes it when the data folder is new. */
export function keepPopulation(dataFolder: string, first: Population): Population {
  const file = path.join(dataFolder, 'population.json');
  try {
    writeFileSync(file, `${JSON.stringify(first)}\n`, { flag: 'wx' });
    return first;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readPopulation(file);
  }
}

function readPopulation(file: string): Population {
  try {
    return population.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new ConfigurationError(`${file} cannot be read: remove all data by npm run reset`);
  }
}
