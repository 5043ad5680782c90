// Whether this container's service is well, for an orchestrator: asks it as the gateway would, with its own certificate
// where it has one. `node scripts/check-health.mjs /livez`; exit code 0 or 1.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';

const PORTS = { gateway: 4000, 'knowsley-iom': 4001, 'safety-house': 4002, eri: 4003, exchange: 4004 };
const service = process.env.SERVICE ?? 'gateway';
const prefix = service.toUpperCase().replaceAll('-', '_');
const tlsFile = (part) => process.env[`${prefix}_TLS_${part}_FILE`];
const port = process.env[`${prefix}_PORT`] || PORTS[service];
const asking = { host: '127.0.0.1', port, path: process.argv[2] ?? '/readyz', timeout: 2500 };
const identity = tlsFile('CERT') && {
  cert: readFileSync(tlsFile('CERT')),
  key: readFileSync(tlsFile('KEY')),
  ca: readFileSync(tlsFile('CA')),
  // We ask ourselves: the certificate is for the name by which others address us.
  checkServerIdentity: () => undefined,
};

const fail = () => process.exit(1);
(identity ? https : http)
  .get({ ...asking, ...identity }, (response) => process.exit(response.statusCode === 200 ? 0 : 1))
  .on('timeout', fail)
  .on('error', fail);
