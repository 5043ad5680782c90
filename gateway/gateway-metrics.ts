import { Counter, Histogram, type Registry } from 'prom-client';

export interface GatewayMetrics {
  answered(status: number, codes: readonly string[], seconds: number): void;
  fetched(owner: string, outcome: string, seconds: number): void;
}

/** Counts by status, code and owner. No label says who asked, about whom, or what. */
export function createGatewayMetrics(registry: Registry): GatewayMetrics {
  const registers = [registry];
  const requests = new Counter({
    name: 'concordat_gateway_requests_total',
    help: 'Answered requests by HTTP status',
    labelNames: ['status'],
    registers,
  });
  const errors = new Counter({
    name: 'concordat_gateway_errors_total',
    help: 'Errors in answers by code (docs/errors.md)',
    labelNames: ['code'],
    registers,
  });
  const duration = new Histogram({
    name: 'concordat_gateway_request_seconds',
    help: 'Time from the whole request read to its answer',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const fetches = new Histogram({
    name: 'concordat_gateway_fetch_seconds',
    help: 'Time of fetches from owners by outcome',
    labelNames: ['owner', 'outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  return {
    answered(status, codes, seconds) {
      requests.inc({ status });
      for (const code of codes) errors.inc({ code });
      duration.observe(seconds);
    },
    fetched(owner, outcome, seconds) {
      fetches.observe({ owner, outcome }, seconds);
    },
  };
}
