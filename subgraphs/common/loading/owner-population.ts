import { prepareDataFolder } from '../../../service/data-folder';
import { keepPopulation } from './population';

/** The synthetic people that an owner loads into an empty database; none in production. */
export function ownerPopulation(production: boolean): { seed: string; anchor: string } | undefined {
  if (production) return undefined;
  const { seed, anchor } = keepPopulation(prepareDataFolder(), {
    seed: Number(process.env.CONCORDAT_SEED || '1'),
    anchor: new Date().toISOString().slice(0, 10),
  });
  return { seed: String(seed), anchor };
}
