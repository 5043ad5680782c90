// Composition root of `npm start`: the four owners, the gateway and the dashboard, each its own process, under one
// supervisor; in development the sign-in page besides.
import path from 'node:path';
import { agreementsOf } from './development/agreements-of';
import { dashboardClientSecret } from './development/identity-provider/client-secret';
import { developmentIssuerKey } from './development/issuer-key';
import { DEFAULT_PEOPLE, peopleAskedFor } from './subgraphs/common/loading/people-wanted';
import { keepPopulation } from './subgraphs/common/loading/population';
import { readDashboardConfiguration } from './dashboard/configuration';
import { describeHub } from './development/print-welcome';
import { readConfiguration } from './gateway/configuration';
import { OWNER_NAMES } from './schema/owners';
import { createClock } from './service/clock';
import { ConfigurationError, type Environment, isProduction } from './service/environment';
import { type HubConfiguration, readHubConfiguration } from './service/hub-configuration';
import { supervise, type SupervisedProcess } from './service/supervise';
import { readOwnerConfiguration } from './subgraphs/common/serving/configuration';

const say = (line: string): void => {
  console.log(line);
};

async function startHub(): Promise<void> {
  const configuration = await readHubConfiguration(withArguments(process.env, process.argv.slice(2)), [
    readConfiguration,
    readDashboardConfiguration,
    peopleAskedFor,
    ...OWNER_NAMES.map((owner) => (env: Environment) => readOwnerConfiguration(owner, env)),
  ]);
  const protocols = agreementsOf(configuration.env);
  if (!isProduction()) {
    await developmentIssuerKey(configuration.dataFolder);
    dashboardClientSecret(configuration.dataFolder);
    // By the real calendar, not the moved clock: a moved clock must find these people later in their lives.
    const anchor = new Date().toISOString().slice(0, 10);
    const asked = peopleAskedFor(configuration.env);
    keepPopulation(
      configuration.dataFolder,
      { seed: configuration.seed, anchor, people: asked ?? DEFAULT_PEOPLE },
      asked,
    );
  }
  say(`Concordat prepares in ${configuration.dataFolder} …`);
  const supervision = supervise(processesOf(configuration), path.join(configuration.dataFolder, 'logs'), say);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      supervision.stop();
    });
  }
  process.on('SIGHUP', () => {
    supervision.reload();
  });
  void supervision.ready.then(() => {
    if (isProduction()) {
      say(`The graph answers at ${configuration.gatewayUrl}/graphql, the dashboard at ${configuration.dashboardUrl}`);
    } else say(describeHub(configuration, protocols, createClock(configuration.env).now()));
  });
  const failure = await supervision.ended;
  if (failure !== undefined) console.error(failure);
  process.exit(failure === undefined ? 0 : 1);
}

/** `--people <n>` is the variable CONCORDAT_PEOPLE, said for one start. */
function withArguments(env: Environment, given: readonly string[]): Environment {
  const [option = '', value] = given.flatMap((argument) => {
    const [name = '', ...rest] = argument.startsWith('--') ? argument.split('=') : [argument];
    return rest.length === 0 ? [name] : [name, rest.join('=')];
  });
  if (option === '') return env;
  if (option !== '--people' || value === undefined || given.length > 2) {
    throw new ConfigurationError(
      `${given.join(' ')}: npm start takes --people and a number (npm start -- --people 5000)`,
    );
  }
  return { ...env, CONCORDAT_PEOPLE: value };
}

function processesOf({ env }: HubConfiguration): readonly SupervisedProcess[] {
  const script = (folder: string): string => path.join(__dirname, folder, 'main.js');
  return [
    ...OWNER_NAMES.map((owner) => ({ name: owner, script: script(path.join('subgraphs', owner)), env })),
    { name: 'gateway', script: script('gateway'), env },
    { name: 'dashboard', script: script('dashboard'), env },
    ...(isProduction()
      ? []
      : [{ name: 'identity-provider', script: script(path.join('development', 'identity-provider')), env }]),
  ];
}

startHub().catch((error: unknown) => {
  const isFault = error instanceof Error && 'faults' in error;
  console.error(isFault ? error.message : error);
  process.exit(1);
});
