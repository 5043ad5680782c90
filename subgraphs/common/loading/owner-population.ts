import { prepareDataFolder } from '../../../service/data-folder';
import { DEFAULT_PEOPLE, peopleAskedFor, type PeopleWanted } from './people-wanted';
import { keepPopulation } from './population';

/** The synthetic people that an owner loads into an empty database; none in production. */
export function ownerPopulation(
  production: boolean,
): { readonly seed: string; readonly anchor: string; readonly people: PeopleWanted } | undefined {
  if (production) return undefined;
  const asked = peopleAskedFor();
  const { seed, anchor, people } = keepPopulation(
    prepareDataFolder(),
    {
      seed: Number(process.env.CONCORDAT_SEED || '1'),
      anchor: new Date().toISOString().slice(0, 10),
      people: asked ?? DEFAULT_PEOPLE,
    },
    asked,
  );
  return { seed: String(seed), anchor, people };
}
