// Metrics have their own loopback port, so that the port the world may reach never serves them. Labels are names of
// services, codes and outcomes: never anything about a person.
import { collectDefaultMetrics, Registry } from 'prom-client';
import { type Route, type RunningHttpServer, prefixOf, startHttpServer } from './http-server';
import { createLog } from './log';

export interface Metrics {
  readonly registry: Registry;
  /** Serves `GET /metrics` on the loopback, and what else is for operators alone. */
  startMetricsServer(port: number, forOperators?: readonly Route[]): Promise<RunningHttpServer>;
}

/** Makes the registry of one process, with Node's own figures in it. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    startMetricsServer: (port, forOperators = []) =>
      startHttpServer({
        service,
        host: '127.0.0.1',
        port,
        portVariable: `${prefixOf(service)}_METRICS_PORT`,
        log: createLog(service),
        maxBodyBytes: 0,
        routes: [
          {
            method: 'GET',
            path: '/metrics',
            handle: async () => ({
              status: 200,
              headers: { 'content-type': registry.contentType },
              body: await registry.metrics(),
            }),
          },
          ...forOperators,
        ],
      }),
  };
}
