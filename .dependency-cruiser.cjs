/** The import rules of the rooms (docs/architecture.md): a wrong import is shown by the rule's name. */
const TEST = '(\\.test\\.ts$|^test/|/fixture/)';
const OWNERS = ['knowsley-iom', 'safety-house', 'eri', 'exchange'];

/** What a room may import besides itself and packages. */
const room = (name, path, allowed) => ({
  name: `${name}-imports-only-${allowed.length === 0 ? 'itself' : allowed.join('-')}`,
  severity: 'error',
  from: { path, pathNot: TEST },
  to: {
    path: '^(schema|protocols|ledger|matching|blinding|disclosure-control|gateway|subgraphs|dashboard|service|development|test|bench|scripts|start\\.ts)(/|$)',
    pathNot: [path, ...allowed.map((other) => `^${other}/`)],
  },
});

module.exports = {
  forbidden: [
    room('schema', '^schema/', []),
    // What a clause promises of tables is compared with what disclosure control keeps.
    room('protocols', '^protocols/', ['schema', 'disclosure-control']),
    room('service', '^service/', ['schema']),
    room('ledger', '^ledger/', ['schema', 'service']),
    // Names in clear are compared by owners alone: neither the gateway nor the exchange may do it.
    room('matching', '^matching/', ['protocols']),
    room('blinding', '^blinding/', ['schema', 'service', 'ledger']),
    // Arithmetic of tables alone, so that others can check it without the hub.
    room('disclosure-control', '^disclosure-control/', []),
    room('gateway', '^gateway/', ['schema', 'protocols', 'service', 'ledger']),
    room('subgraphs-common', '^subgraphs/common/', [
      ...['schema', 'protocols', 'service', 'ledger', 'matching', 'blinding', 'disclosure-control'],
    ]),
    ...OWNERS.map((owner) => ({
      ...room(owner, `^subgraphs/${owner}/`, [
        ...['schema', 'protocols', 'service', 'disclosure-control', 'subgraphs/common'],
        ...(owner === 'exchange' ? [] : ['matching']),
      ]),
      from: { path: `^subgraphs/${owner}/`, pathNot: [TEST, `^subgraphs/${owner}/development`] },
    })),
    // A client of the graph: it asks over HTTP, and holds no rule of its own.
    room('dashboard', '^dashboard/', ['schema', 'service']),
    {
      name: 'nobody-imports-the-dashboard',
      severity: 'error',
      // The sign-in page of development looks like the rest; start.ts checks its variables with all others.
      from: { pathNot: ['^dashboard/', '^(development|test|bench)/', '^start\\.ts$'] },
      to: { path: '^dashboard/' },
    },
    {
      name: 'no-owner-imports-another',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/', pathNot: TEST },
      to: { path: '^subgraphs/', pathNot: ['^subgraphs/$1/', '^subgraphs/common/'] },
    },
    {
      name: 'tests-import-their-room-schema-protocols-service',
      severity: 'error',
      from: { path: '^(schema|protocols|gateway|service)/.*\\.test\\.ts$' },
      to: {
        path: '^(schema|protocols|gateway|subgraphs|service|development|bench|start\\.ts)(/|$)',
        pathNot: ['^$1/', '^schema/', '^protocols/', '^service/'],
      },
    },
    {
      name: 'development-stays-out-of-the-product',
      severity: 'error',
      from: {
        path: '^(schema|protocols|matching|blinding|disclosure-control|gateway|service|subgraphs|dashboard)/',
        pathNot: [TEST, '^subgraphs/[^/]+/development'],
      },
      to: { path: '^development/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      // Records of one owner lead to each other in both directions, by functions that are called later.
      from: { pathNot: `^subgraphs/(${OWNERS.join('|')})/` },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.(test|config)\\.ts$',
          '(^|/)(main|command|start)\\.ts$',
          '^(development|bench|test|scripts)/',
          '^dashboard/assets/',
        ],
      },
      to: {},
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'product-needs-no-development-packages',
      severity: 'error',
      from: {
        path: '^(schema|protocols|matching|blinding|disclosure-control|gateway|service|subgraphs|dashboard|start\\.ts)',
        pathNot: TEST,
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.concordat|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'import', 'node', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
