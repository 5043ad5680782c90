import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What would bring the agreements, or what the engine makes of them, into a table. */
const READS_AGREEMENTS = [
  /(?:from|import|require)\s*\(?\s*['"`][^'"`]*\bprotocols\b/,
  /['"`][^'"`\n]*\bagreements\b[^'"`\n]*\.ya?ml/,
  /\b(?:shippedProtocols|loadProtocols|protocolsFolder|PROTOCOLS_DIR|createDecider|agreementsOf)\b/,
  /(?:readFile|readdir|createReadStream|path\.join|resolve)[^;]*['"`][^'"`\n]*\bprotocols\b/,
  /docs\/protocols/,
];

const readsAgreements = (source: string): boolean => READS_AGREEMENTS.some((pattern) => pattern.test(source));

/** This file names what it looks for. */
const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && file !== path.basename(__filename),
);

describe('the policy tables', () => {
  it('are there for every agreement of this hub', () => {
    expect(files.filter((file) => file.endsWith('.policy.test.ts')).sort()).toEqual(
      [
        'eri-intake',
        'eri-placement',
        'hmp-mals-lcp',
        'kiom-coopted',
        'kiom-core',
        'kiom-mals-referral',
        'mals-kiom-feedback',
        'mersey-boroughs',
        'mersey-gmp',
        'oversight',
        'own-work',
        'shh-aftercare',
        'shh-case',
        'shh-extremism',
        'shh-victim',
        'xj-lookup',
        'xj-performance',
        'xj-research',
      ].map((agreement) => `${agreement}.policy.test.ts`),
    );
  });

  it.each(files)('%s does not read the agreements', (file) => {
    expect(readsAgreements(readFileSync(path.join(__dirname, file), 'utf8'))).toBe(false);
  });

  it.each([
    "import { decide } from '../../protocols/decide';",
    "const all = require('../../protocols/load-protocols');",
    "readFileSync(path.join(projectRoot, 'protocols/agreements/kiom-core.yaml'))",
    "readFileSync('agreements/kiom-core.yaml')",
    'const set = shippedProtocols();',
    'readdirSync(hub.protocolsFolder)',
  ])('would be found out by: %s', (source) => {
    expect(readsAgreements(source)).toBe(true);
  });
});
