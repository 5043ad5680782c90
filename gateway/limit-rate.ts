import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { requestError } from './hub-error';

export type RateLimit = (person: string) => Promise<void>;

/** So many requests a minute for each person; more are refused until the minute is over. */
export function createRateLimit(perMinute: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (person) => {
    try {
      await limiter.consume(person);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw requestError('TOO_MANY_REQUESTS', `Too many requests. Ask again in ${String(seconds)} seconds.`, {
        'retry-after': String(seconds),
      });
    }
  };
}
