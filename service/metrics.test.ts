import { Counter } from 'prom-client';
import { createMetrics } from './metrics';

it('serves what was counted, with the service as label', async () => {
  const metrics = createMetrics('eri');
  new Counter({ name: 'answers_total', help: 'Answers.', registers: [metrics.registry] }).inc();
  const server = await metrics.startMetricsServer(0);
  try {
    const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
    expect(text).toContain('answers_total{service="eri"} 1');
    expect(text).toContain('process_cpu_seconds_total');
  } finally {
    await server.close();
  }
});
