// Composition root of `npm start`: the four owners and the gateway, each its own process, under one supervisor.
import path from 'node:path';
import { agreementsOf } from './development/agreements-of';
import { developmentIssuerKey } from './development/issuer-key';
import { keepPopulation } from './subgraphs/common/loading/population';
import { describeHub } from './development/print-welcome';
import { readConfiguration } from './gateway/configuration';
import { OWNER_NAMES } from './schema/owners';
import { createClock } from './service/clock';
import { type Environment, isProduction } from './service/environment';
import { type HubConfiguration, readHubConfiguration } from './service/hub-configuration';
import { supervise, type SupervisedProcess } from './service/supervise';
import { readOwnerConfiguration } from './subgraphs/common/serving/configuration';

const say = (line: string): void => {
  console.log(line);
};

async function startHub(): Promise<void> {
  const configuration = await readHubConfiguration(process.env, [
    readConfiguration,
    ...OWNER_NAMES.map((owner) => (env: Environment) => readOwnerConfiguration(owner, env)),
  ]);
  const protocols = agreementsOf(configuration.env);
  if (!isProduction()) {
    await developmentIssuerKey(configuration.dataFolder);
    // By the real calendar, not the moved clock: a moved clock must find these people later in their lives.
    const anchor = new Date().toISOString().slice(0, 10);
    keepPopulation(configuration.dataFolder, { seed: configuration.seed, anchor });
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
    if (isProduction()) say(`The graph answers at ${configuration.gatewayUrl}/graphql`);
    else say(describeHub(configuration, protocols, createClock(configuration.env).now()));
  });
  const failure = await supervision.ended;
  if (failure !== undefined) console.error(failure);
  process.exit(failure === undefined ? 0 : 1);
}

function processesOf({ env }: HubConfiguration): readonly SupervisedProcess[] {
  const script = (folder: string): string => path.join(__dirname, folder, 'main.js');
  return [
    ...OWNER_NAMES.map((owner) => ({ name: owner, script: script(path.join('subgraphs', owner)), env })),
    { name: 'gateway', script: script('gateway'), env },
  ];
}

startHub().catch((error: unknown) => {
  const isFault = error instanceof Error && 'faults' in error;
  console.error(isFault ? error.message : error);
  process.exit(1);
});
