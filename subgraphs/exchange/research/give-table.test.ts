// The exchange with three owners that are played here: what it asks of whom, and what is given back when anything fails.
import { encodeShares, maskContext, maskedShares, maskKeys, sharedSecret } from '../../../disclosure-control/masks';
import type { Jurisdiction3 } from '../../../disclosure-control/lattice';
import type { Requester } from '../../../schema/requester';
import { createLog } from '../../../service/log';
import type { PeerClient } from '../../common/peers/peer-client';
import { PeerRefused, PeerUnavailable } from '../../common/peers/peer-errors';
import { giveTable } from './give-table';
import { ownerOf, researchOwners, type TableRequest } from './owner-calls';
import { type AskedTable, JURISDICTIONS, readQuestion } from './read-question';

const OWNERS = JURISDICTIONS.map(ownerOf);
const KEYS = new Map(OWNERS.map((owner, index) => [owner, maskKeys(Buffer.alloc(32, index + 1))]));
const REQUESTER: Requester = {
  person: 'ljmu.researcher',
  organisation: 'ljmu',
  role: 'researcher',
  purpose: 'EVALUATION_RESEARCH',
  jurisdiction: 'UK',
  requestId: 'request-1',
};
const ASKED: AskedTable = {
  where: [],
  groupBy: ['SEX'],
  measure: 'COUNT',
  scope: 'ALL',
  acceptMixedDefinitions: false,
};

interface Call {
  readonly owner: string;
  readonly step: string;
  readonly body: unknown;
}

/** Owners that have these counts of women, men and not recorded; `fails` says what an owner throws at a step. */
function owners(fails: (owner: string, step: string) => Error | undefined = () => undefined, quarters = ['2026-Q4']) {
  const calls: Call[] = [];
  const countsOf = (owner: string): number[] => [4, 100 + OWNERS.findIndex((each) => each === owner), 0];
  const answer = (owner: string, step: string, body: unknown): unknown => {
    const failure = fails(owner, step);
    if (failure !== undefined) throw failure;
    const index = OWNERS.findIndex((each) => each === owner);
    switch (step) {
      case 'state':
        return {
          quarter: quarters[index] ?? quarters[0],
          snapshot: `snapshot-${owner}`,
          closedUntil: '2025-Q3',
          takenAt: '2026-10-01T00:00:00Z',
        };
      case 'reserve':
        return { isNew: true, spent: 3 + index, limit: 25 };
      case 'own-cells':
        return { cells: countsOf(owner).map((count) => (count < 10 ? 'c' : count)) };
      case 'shares': {
        const { table, snapshots } = body as TableRequest;
        const own = KEYS.get(ownerOf(JURISDICTIONS[index] as Jurisdiction3));
        const peers = [...KEYS].flatMap(([name, { publicKey }]) =>
          name === owner || own === undefined ? [] : [{ name, secret: sharedSecret(own, publicKey) }],
        );
        const context = maskContext(table.dimensions.join('+'), Object.values(snapshots));
        return {
          shares: encodeShares(maskedShares({ values: Int32Array.from(countsOf(owner)), own: owner, peers, context })),
        };
      }
      default:
        return {};
    }
  };
  const client: PeerClient = {
    ask: async (owner, path, body, schema) => {
      const step = path.replace('/research/owner/', '');
      calls.push({ owner, step, body });
      return schema.parse(answer(owner, step, body));
    },
    close: () => Promise.resolve(),
  };
  const log = createLog('test', { LOG_LEVEL: 'silent' });
  const give = (asked: Partial<AskedTable> = {}) =>
    giveTable(
      { owners: researchOwners(client, log), log, withinMs: 1_000 },
      readQuestion({ ...ASKED, ...asked }),
      'project',
      REQUESTER,
    );
  const stepsOf = (step: string): string[] => calls.flatMap((call) => (call.step === step ? [call.owner] : []));
  return { give, calls, stepsOf };
}

describe('a total', () => {
  it('is the sum of what all owners share, in which too few everywhere are enough together', async () => {
    const { give, calls } = owners();
    const { rows, ledger } = await give();
    expect(rows.map(({ status, count }) => [status, count])).toEqual([
      ['PUBLISHED', 12],
      ['PUBLISHED', 303],
      ['SUPPRESSED', null],
    ]);
    expect(ledger).toEqual({ spent: 5, limit: 25 });
    const ids = Object.fromEntries(OWNERS.map((owner) => [owner, `snapshot-${owner}`]));
    for (const { body } of calls.filter(({ step }) => step === 'reserve' || step === 'shares')) {
      expect(body).toEqual({
        requester: REQUESTER,
        project: 'project',
        table: { dimensions: ['SEX'], measure: 'COUNT' },
        snapshots: ids,
      });
    }
  });
});

describe('own cells', () => {
  it('are asked of the owner alone, by its own snapshot, whoever else is asked beside it', async () => {
    const [alone, together] = [owners(), owners()];
    await alone.give({ scope: 'NL' });
    await together.give({ groupBy: ['SEX', 'JURISDICTION'] });
    expect(alone.calls.map(({ owner, step }) => `${owner} ${step}`)).toEqual(
      ['state', 'reserve', 'own-cells'].map((step) => `safety-house ${step}`),
    );
    const asked = ({ calls }: typeof alone) =>
      calls.filter(({ owner, step }) => owner === 'safety-house' && step === 'own-cells').map(({ body }) => body);
    expect(asked(together)).toEqual(asked(alone));
    expect(together.stepsOf('own-cells')).toEqual(OWNERS);
  });

  it('stand each in the row of its own jurisdiction', async () => {
    const { rows } = await owners().give({ groupBy: ['SEX', 'JURISDICTION'] });
    const men = rows.filter(({ categories }) => categories.some(({ category }) => category === 'MALE'));
    expect(men.map(({ categories, count }) => [categories[0]?.category, count])).toEqual([
      ['UK', 100],
      ['NL', 101],
      ['IT', 102],
    ]);
  });
});

describe('nothing is charged', () => {
  const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'given',
      (error: unknown) => (error as { extensions: { code: unknown } }).extensions.code,
    );

  it('where an owner is missing: nobody is asked to reserve', async () => {
    const { give, stepsOf } = owners((owner) => (owner === 'eri' ? new PeerUnavailable(owner, 'down') : undefined));
    await expect(give()).rejects.toMatchObject({ extensions: { code: 'SOURCE_UNAVAILABLE', owner: 'eri' } });
    expect(stepsOf('reserve')).toEqual([]);
  });

  it('where the snapshots are of different quarters', async () => {
    const { give, stepsOf } = owners(undefined, ['2026-Q4', '2026-Q4', '2026-Q3']);
    expect(await codeOf(give())).toBe('SNAPSHOTS_DIFFER');
    expect(await codeOf(give({ groupBy: ['SEX', 'JURISDICTION'] }))).toBe('SNAPSHOTS_DIFFER');
    expect(stepsOf('reserve')).toEqual([]);
    expect(await codeOf(give({ scope: 'IT' }))).toBe('given');
  });

  it.each([
    ['TABLES_SPENT', 'TABLES_SPENT'],
    ['SNAPSHOT_TABLES_SPENT', 'TABLES_SPENT'],
    ['PROJECT_NOT_APPROVED', 'PROJECT_NOT_APPROVED'],
    ['NOT_IN_PROJECT', 'PROJECT_NOT_APPROVED'],
    ['PROJECT_ENDED', 'PROJECT_ENDED'],
    ['DIMENSION_NOT_APPROVED', 'DIMENSION_NOT_APPROVED'],
    ['SNAPSHOT_CHANGED', 'SNAPSHOTS_DIFFER'],
    ['TABLE_NOT_RESERVED', 'SOURCE_UNAVAILABLE'],
    ['UNHEARD_OF', 'BAD_INPUT'],
  ])(
    'where one owner refuses with %s, which is told as %s: the others give back what they reserved',
    async (code, told) => {
      const { give, stepsOf } = owners((owner, step) =>
        owner === 'eri' && step === 'reserve' ? new PeerRefused(code, 'a secret of the owner') : undefined,
      );
      const failed = give().catch((error: unknown) => error);
      expect(await failed).toMatchObject({ extensions: { code: told } });
      expect(String(await failed)).not.toContain('secret');
      expect(stepsOf('release')).toEqual(['knowsley-iom', 'safety-house']);
      expect(stepsOf('shares')).toEqual([]);
    },
  );

  it('where an owner fails while it computes: all give back what is not given', async () => {
    const { give, stepsOf } = owners((owner, step) =>
      owner === 'safety-house' && step === 'shares' ? new PeerUnavailable(owner, 'late') : undefined,
    );
    expect(await codeOf(give())).toBe('SOURCE_UNAVAILABLE');
    expect(stepsOf('release')).toEqual(OWNERS);
  });

  it('where an owner does not even give back: the failure that is told is the first one', async () => {
    const { give } = owners((owner, step) =>
      step === 'release' || (owner === 'eri' && step === 'shares') ? new PeerUnavailable(owner, 'gone') : undefined,
    );
    await expect(give()).rejects.toMatchObject({ extensions: { code: 'SOURCE_UNAVAILABLE', owner: 'eri' } });
  });
});
