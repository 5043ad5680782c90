// `npm run -s project -- create --name X --dimensions A,B [--tables 25] [--ends 2027-12-31] [--json]`: a research project of
// all researcher personas that the three officers approved, for development: the running exchange takes each step as the
// people concerned would.
import { Command } from 'commander';

import { TABLES_A_PROJECT } from '../disclosure-control/budget';
import { askAsOperator } from '../ledger/ledger-evidence';
import { ConfigurationError } from '../service/environment';
import { tellingFaults } from '../service/tell-faults';
import { CREATE_PROJECT_PATH } from '../subgraphs/exchange/research/create-project-route';
import { PERSONAS } from './personas';
import { refuseProduction } from './refuse-production';

interface Options {
  readonly name: string;
  readonly dimensions: string;
  readonly tables: string;
  readonly ends?: string;
  readonly json?: boolean;
}

const DAYS_UNLESS_TOLD = 365;

async function create({ name, dimensions, tables, ends, json }: Options): Promise<void> {
  refuseProduction('the project command');
  const people = PERSONAS.filter(({ role }) => role === 'researcher').map(({ persona }) => persona);
  const endsOn = ends ?? new Date(Date.now() + DAYS_UNLESS_TOLD * 86_400_000).toISOString().slice(0, 10);
  const query = new URLSearchParams({ name, dimensions, tables, endsOn, people: people.join(',') });
  const asked = await askAsOperator('exchange', process.env, `${CREATE_PROJECT_PATH}?${query.toString()}`, 'POST');
  if ('why' in asked) throw new ConfigurationError(`The project is not created: ${asked.why}`);
  const { projectId } = asked.answer as { projectId: string };
  console.log(json === true ? JSON.stringify({ projectId }) : `${projectId} (${people.join(', ')}, until ${endsOn})`);
}

const program = new Command('project').description('Research projects, for development');
program
  .command('create')
  .description('a project of all researcher personas, approved by the three officers')
  .requiredOption('--name <name>', 'its name')
  .requiredOption('--dimensions <dimensions>', 'what its tables may be broken down by, as AGE_BAND,REOFFENDED_12M')
  .option('--tables <number>', 'how many distinct tables it may have', String(TABLES_A_PROJECT))
  .option('--ends <date>', 'its last day, as 2027-12-31; without it a year ahead')
  .option('--json', 'as JSON')
  .action(tellingFaults(create));
void program.parseAsync();
