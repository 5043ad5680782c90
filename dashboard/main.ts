import { createLog } from '../service/log';
import { createMetrics } from '../service/metrics';
import { serveRequests } from '../service/http-server';
import { runService } from '../service/run-service';
import { readDashboardConfiguration } from './configuration';
import { createDashboard } from './server/create-dashboard';

void runService('dashboard', async () => {
  const configuration = readDashboardConfiguration();
  const log = createLog('dashboard');
  const dashboard = createDashboard(configuration, log);
  const { host, port, tls, metricsPort } = configuration;
  const server = await serveRequests({ service: 'dashboard', host, port, tls, log }, (request, response) => {
    dashboard.handle(request, response);
  });
  const metricsServer = await createMetrics('dashboard').startMetricsServer(metricsPort);
  return {
    async close() {
      await Promise.all([server.close(), metricsServer.close()]);
      await dashboard.close();
    },
  };
});
