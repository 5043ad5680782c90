import { DEFAULT_PEOPLE } from '../../subgraphs/common/loading/people-wanted';
import { surveyPopulation, whatIsMissing } from '../population/survey-population';
import { writeResult } from './result-file';

const SEEDS = 10;
/** Days of different months, the last of February and of the year among them. */
const ANCHORS = ['2026-03-01', '2026-02-28', '2028-02-29', '2026-12-31', '2027-08-31'];

/** Looks for what is missing in the people of ten seeds, from the given one on; returns whether nothing is. */
export async function runPopulationSurvey(firstSeed: string): Promise<boolean> {
  const started = Date.now();
  const found: { seed: string; anchor: string; missing: readonly string[] }[] = [];
  for (let index = 0; index < SEEDS; index += 1) {
    const seed = String(Number(firstSeed) + index);
    const anchor = ANCHORS[index % ANCHORS.length] ?? '2026-03-01';
    const missing = whatIsMissing(await surveyPopulation(seed, anchor, DEFAULT_PEOPLE, () => undefined));
    found.push({ seed, anchor, missing });
    console.log(
      `seed ${seed}, told from ${anchor}: ${missing.length === 0 ? 'nothing is missing' : missing.join('; ')}`,
    );
  }
  const file = writeResult('population-survey', {
    people: DEFAULT_PEOPLE,
    seconds: Math.round((Date.now() - started) / 1000),
    seeds: found,
  });
  console.log(`Written to ${file}`);
  return found.every(({ missing }) => missing.length === 0);
}
