import { addDuration } from './duration';
import { ConfigurationError, duration, type Environment, isProduction, readEnvironment } from './environment';

export interface Clock {
  now(): Date;
}

/** The time, moved by `CONCORDAT_CLOCK_OFFSET` in development: protocols expire and reviews fall due by it. */
export function createClock(env: Environment = process.env): Clock {
  const { CONCORDAT_CLOCK_OFFSET: offset } = readEnvironment({ CONCORDAT_CLOCK_OFFSET: duration() }, env);
  if (offset === undefined) return { now: () => new Date() };
  if (isProduction(env)) {
    throw new ConfigurationError('CONCORDAT_CLOCK_OFFSET is for development only: unset it when NODE_ENV=production');
  }
  return { now: () => addDuration(new Date(), offset) };
}
