import { purposesOf } from '../protocols/decide';
import type { ProtocolSet } from '../protocols/protocol';
import { OWNER_NAMES, OWNERS } from '../schema/owners';
import type { HubConfiguration } from '../service/hub-configuration';
import { PERSONAS } from './personas';

/** What the terminal shows once the hub answers: where it is, whom one can ask as, and a command to try. */
export function describeHub(
  { gatewayUrl, ownerUrls, dashboardUrl }: HubConfiguration,
  protocols: ProtocolSet,
  now: Date,
): string {
  const people = PERSONAS.map(({ persona, organisation, role }) => [
    persona,
    purposesOf(protocols, organisation, role, now).join(' ') || '(no protocol names this role)',
  ]);
  const addresses = [
    ['The dashboard', dashboardUrl],
    ['The graph', `${gatewayUrl}/graphql`],
    ...OWNER_NAMES.map((owner) => [OWNERS[owner].title, ownerUrls[owner] ?? '']),
  ];
  return [
    '',
    ...alignedRows(addresses),
    '',
    'Ask as (persona, and the purposes that x-purpose may name):',
    ...alignedRows(people),
    '',
    'Try, in another terminal:',
    `  curl -s ${gatewayUrl}/graphql \\`,
    '    -H "authorization: Bearer $(npm run -s token -- merseyside-police.officer)" \\',
    "    -H 'x-purpose: IOM_CASE_MANAGEMENT' -H 'x-justification: To see what the hub answers' \\",
    "    -H 'content-type: application/json' \\",
    `    -d '{"query":"{ nominals(first: 3) { totalCount edges { node { id } } } }"}'`,
    '',
    'More: npm run -s personas, npm run -s truth. Stop with Ctrl-C.',
  ].join('\n');
}

function alignedRows(rows: readonly (readonly string[])[]): readonly string[] {
  const width = Math.max(...rows.map(([first = '']) => first.length));
  return rows.map(([first = '', second = '']) => `  ${first.padEnd(width)}  ${second}`);
}
