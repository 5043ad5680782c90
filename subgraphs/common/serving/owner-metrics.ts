import { Counter, Histogram, type Registry } from 'prom-client';

/** What an owner counts; labels name outcomes, never people. */
export interface OwnerMetrics {
  /** Requests by outcome: `answered`, `refused` (no valid transaction token) or `bad-input`. */
  readonly requests: Counter<'outcome'>;
  /** Statements sent to the database on behalf of requests. */
  readonly statements: Counter;
  readonly duration: Histogram;
}

export function createOwnerMetrics(registry: Registry): OwnerMetrics {
  return {
    requests: new Counter({
      name: 'concordat_owner_requests_total',
      help: 'Requests of the gateway, by outcome.',
      labelNames: ['outcome'],
      registers: [registry],
    }),
    statements: new Counter({
      name: 'concordat_owner_statements_total',
      help: 'SQL statements run for requests.',
      registers: [registry],
    }),
    duration: new Histogram({
      name: 'concordat_owner_request_seconds',
      help: 'Time to answer a request, in seconds.',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
  };
}
