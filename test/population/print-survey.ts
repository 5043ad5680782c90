// Prints what is missing in the people of a seed, as JSON. A program of its own: the embedded engine does not live in a
// test's world.
import 'reflect-metadata';

import { DEFAULT_PEOPLE, readPeopleWanted } from '../../subgraphs/common/loading/people-wanted';
import { surveyPopulation, whatIsMissing } from './survey-population';

async function printSurvey(seed = '1', anchor = '2026-03-01', people?: string): Promise<void> {
  const wanted = people === undefined ? DEFAULT_PEOPLE : readPeopleWanted(people);
  const survey = await surveyPopulation(seed, anchor, wanted, (text) => process.stderr.write(`${text}\n`));
  process.stdout.write(`${JSON.stringify({ ...survey, missing: whatIsMissing(survey) }, undefined, 2)}\n`);
}

printSurvey(...process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
