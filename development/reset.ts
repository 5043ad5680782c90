// `npm run reset`: removes everything the hub has kept, unless it is running.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { dataFolder } from '../service/data-folder';
import { ConfigurationError } from '../service/environment';
import { findRunning } from '../service/pid-file';
import { refuseProduction } from './refuse-production';
import { runCommand } from './run-command';

/** What a data folder may hold: anything else means that the variable names another folder. */
const KEPT = ['run', 'keys', 'databases', 'logs', 'population.json'];

function resetData(): void {
  refuseProduction('npm run reset');
  const folder = dataFolder();
  if (!existsSync(folder)) return;
  const strange = readdirSync(folder).filter((name) => !KEPT.includes(name));
  if (strange.length > 0) {
    throw new ConfigurationError(`CONCORDAT_DATA_DIR ${folder} holds what the hub did not make: ${strange.join(', ')}`);
  }
  const pidFiles = existsSync(path.join(folder, 'run')) ? readdirSync(path.join(folder, 'run')) : [];
  const running = pidFiles
    .map((file) => path.basename(file, '.pid'))
    .flatMap((service) => {
      const pid = findRunning(folder, service);
      return pid === undefined ? [] : [`${service} (process ${pid})`];
    });
  if (running.length > 0) throw new ConfigurationError(`Still running: ${running.join(', ')}. Stop them first.`);
  rmSync(folder, { recursive: true });
  process.stdout.write(`Removed ${folder}\n`);
}

void runCommand(resetData);
