import { populate } from './populate';

type Row = Readonly<Record<string, unknown>>;

const ANCHOR = '2026-03-31';

function tablesOf(seed: string): ReadonlyMap<string, readonly Row[]> {
  return new Map([...populate(seed, ANCHOR)].map(({ table, rows }) => [table.name, rows as readonly Row[]]));
}

const tables = tablesOf('1');
const rowsOf = (name: string): readonly Row[] => tables.get(name) ?? [];

it('gives the same people for the same seed and anchor date, and others for another seed', () => {
  expect(tablesOf('1')).toEqual(tables);
  expect(rowsOf('Subject')).not.toEqual(tablesOf('2').get('Subject'));
});

it('knows every person of a record before the record', () => {
  const subjects = new Set(rowsOf('Subject').map(({ id }) => id));
  for (const [name, rows] of tables) {
    const unknown = rows.filter((row) => 'subjectId' in row && !subjects.has(row.subjectId));
    expect([name, unknown]).toEqual([name, []]);
  }
  expect([...tables.keys()][0]).toBe('Subject');
});

it('has a key of its own for every record', () => {
  const keys = [...tables].filter(([name]) => name !== 'Participant').flatMap(([, rows]) => rows.map(({ id }) => id));
  expect(new Set(keys).size).toBe(keys.length);
});

it('holds nobody’s lives in the future, save what is planned', () => {
  const events = [
    'invitedOn',
    'answeredOn',
    'offeredOn',
    'acceptedOn',
    'endedOn',
    'joinedOn',
    'followedUpOn',
    'visitedOn',
    'foundedOn',
    'returnedToPrisonOn',
    'plannedFrom',
    'startsOn',
  ];
  const late = [...tables].flatMap(([name, rows]) =>
    rows.flatMap((row) =>
      events
        .filter((event) => ((row[event] as string | null | undefined) ?? '') > ANCHOR)
        .map((event) => `${name}.${event}`),
    ),
  );
  expect(late).toEqual([]);
});

describe('every condition holds for several people and fails for several, also by itself', () => {
  const now = new Date(`${ANCHOR}T12:00:00Z`);
  const consented = (table: string, recipient: string, purpose: string, category?: string): ReadonlySet<unknown> =>
    new Set(
      rowsOf(table)
        .filter(
          (row) =>
            (row.recipients as string[]).includes(recipient) &&
            (row.purposes as string[]).includes(purpose) &&
            (category === undefined || (row.categories as string[]).includes(category)) &&
            (row.givenAt as Date) <= now &&
            (row.expiresAt as Date) > now &&
            row.withdrawnAt === null,
        )
        .map(({ subjectId }) => subjectId),
    );
  const where = (table: string, holds: (row: Row) => boolean): ReadonlySet<unknown> =>
    new Set(
      rowsOf(table)
        .filter(holds)
        .map(({ subjectId }) => subjectId),
    );
  const referredBy = (organisation: string) => where('Invitation', (row) => row.invitedBy === organisation);
  const accepted = where('Invitation', (row) => row.accepted === true);
  const placed = (organisation: string) =>
    where(
      'Placement',
      (row) => row.state === 'ACCEPTED' && (row.employerPartner === organisation || row.supportedBy === organisation),
    );
  const clients = where('ServiceClient', (row) => row.until === null);
  const toPartner = (recipient: string, category?: string) =>
    consented('ParticipantConsent', recipient, 'EMPLOYMENT_PLACEMENT', category);

  it.each([
    ['intake', consented('InvitationConsent', 'eri', 'REFERRAL'), accepted],
    ['health at intake', consented('InvitationConsent', 'eri', 'REFERRAL', 'HEALTH'), accepted],
    ['the name for an employer', toPartner('employer'), placed('employer')],
    ['the foundation', toPartner('ufficio-pio'), placed('ufficio-pio')],
    ['CISAP', toPartner('cisap'), referredBy('cisap')],
    ['Turin District 1', toPartner('turin-d1'), referredBy('turin-d1')],
    ['UEPE', toPartner('uepe'), referredBy('uepe')],
    ['SERT', toPartner('sert', 'HEALTH'), clients],
  ])('%s', (_clause, first, second) => {
    const both = [...first].filter((subject) => second.has(subject)).length;
    expect(both).toBeGreaterThanOrEqual(2);
    expect(first.size - both).toBeGreaterThanOrEqual(2);
    expect(second.size - both).toBeGreaterThanOrEqual(2);
  });
});
