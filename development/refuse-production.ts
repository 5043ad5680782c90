import { ConfigurationError, type Environment, isProduction } from '../service/environment';

/** Development keys, tokens and the synthetic people's truth must not exist where real people's data is. */
export function refuseProduction(what: string, env: Environment = process.env): void {
  if (isProduction(env)) throw new ConfigurationError(`NODE_ENV "production": ${what} is for development only`);
}
