// `npm run -s token -- <persona>`: the token alone on standard output, so that a shell can take it; the rest on error.
import { suggestWord } from '../protocols/protocol-faults';
import { prepareDataFolder } from '../service/data-folder';
import { ConfigurationError } from '../service/environment';
import { agreementsOf } from './agreements-of';
import { developmentIssuerKey } from './issuer-key';
import { mintToken } from './mint-token';
import { findPersona, PERSONAS } from './personas';
import { refuseProduction } from './refuse-production';
import { refuseRealData } from './refuse-real-data';
import { runCommand } from './run-command';

async function printToken(name: string | undefined): Promise<void> {
  refuseProduction('the token command');
  await refuseRealData('the token command');
  const names = PERSONAS.map(({ persona }) => persona);
  if (name === undefined) throw new ConfigurationError(`Name a persona: npm run -s token -- ${names[0] ?? ''}`);
  const persona = findPersona(name);
  if (persona === undefined) throw new ConfigurationError(`There is no persona ${name}: ${suggestWord(name, names)}`);
  const key = await developmentIssuerKey(prepareDataFolder());
  // By the real time: whoever verifies a token does not move its clock with CONCORDAT_CLOCK_OFFSET.
  const { token, purposes } = await mintToken(persona, key, agreementsOf(), new Date());
  process.stderr.write(`x-purpose may be: ${purposes.join(', ') || 'nothing, no protocol names this role'}\n`);
  process.stdout.write(`${token}\n`);
}

void runCommand(() => printToken(process.argv[2]));
