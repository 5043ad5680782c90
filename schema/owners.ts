/** The services behind the gateway: their name (also the subgraph's name and the token audience), port and variable prefix. */
export const OWNERS = {
  'knowsley-iom': { title: 'Knowsley IOM', variable: 'KNOWSLEY_IOM', port: 4001, timeZone: 'Europe/London' },
  'safety-house': {
    title: 'Safety House Haaglanden',
    variable: 'SAFETY_HOUSE',
    port: 4002,
    timeZone: 'Europe/Amsterdam',
  },
  eri: { title: 'ERI Turin', variable: 'ERI', port: 4003, timeZone: 'Europe/Rome' },
  exchange: { title: 'Exchange', variable: 'EXCHANGE', port: 4004, timeZone: 'UTC' },
} as const satisfies Record<string, { title: string; variable: string; port: number; timeZone: string }>;

export type OwnerName = keyof typeof OWNERS;
export const OWNER_NAMES = Object.keys(OWNERS) as readonly OwnerName[];
