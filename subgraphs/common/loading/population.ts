// Which invented people a development hub has: the seed of the generator, the day that their lives are told from, and
// how many they are. All is kept at the first start, so that a hub restarted next month has the same people with the
// same dates.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../../../service/environment';
import { describePeople, type PeopleWanted } from './people-wanted';

const count = z.int().positive();
const population = z.object({
  seed: z.int().nonnegative(),
  anchor: z.iso.date(),
  // A data folder from before people were counted holds the named ones alone.
  people: z
    .union([z.literal('named'), z.strictObject({ 'knowsley-iom': count, 'safety-house': count, eri: count })])
    .default('named'),
});
export type Population = z.infer<typeof population>;

/**
 * Reads `population.json`, or writes it when the data folder is new. Throws a ConfigurationError when other people were
 * asked for than those that the folder has.
 */
export function keepPopulation(dataFolder: string, first: Population, asked?: PeopleWanted): Population {
  const file = path.join(dataFolder, 'population.json');
  try {
    writeFileSync(file, `${JSON.stringify(first)}\n`, { flag: 'wx' });
    return first;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const kept = readPopulation(file);
    if (asked !== undefined && describePeople(asked) !== describePeople(kept.people)) {
      throw new ConfigurationError(
        `${dataFolder} was filled at its first start with ${describePeople(kept.people)}, not with ` +
          `${describePeople(asked)}: leave --people (CONCORDAT_PEOPLE) away, or remove all data by npm run reset`,
      );
    }
    return kept;
  }
}

function readPopulation(file: string): Population {
  try {
    return population.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new ConfigurationError(`${file} cannot be read: remove all data by npm run reset`);
  }
}
