// Lookups and access requests as the exchange keeps them, on the database of this run: what the pure modules permit,
// with several steps at a time.
import { withMarkedDatabase } from '../hub/marked-database';
import { runProgram } from '../hub/run-program';
import type { LookupFindings } from './try-lookups';

describe('the exchange’s lookups', () => {
  let found: LookupFindings;
  beforeAll(async () => {
    await withMarkedDatabase('exchange', 'unmarked', async (env) => {
      const { output, errors } = await runProgram('test/lookups/try-lookups', env);
      if (output === '') throw new Error(errors);
      found = JSON.parse(output) as LookupFindings;
    });
  }, 120_000);

  it('begin with a handle of 256 bits for a quarter of an hour, which is not kept', () => {
    expect(found.begun).toEqual({
      keys: ['expiresAt', 'handle', 'handleHash', 'lookup'],
      livesMs: 900_000,
      handleBytes: 32,
    });
    expect(found.handleIsKept).toBe(false);
  });

  it('begin with a record of the index alone, for an organisation of its audience', () => {
    const malformed = { unavailable: 'status 400 of /lookup/hits' };
    expect(found.notBegun).toEqual({
      'of an unknown record': { refused: 'NO_SUCH_HIT' },
      'of a record for others': { refused: 'NO_SUCH_HIT' },
      'for who works with another owner': { refused: 'NOT_THE_ASKERS_OWNER' },
      'about the own people': { refused: 'OWN_PEOPLE' },
      'with a name in it': malformed,
      'without a protocol': malformed,
    });
  });

  it('are released by who asked, once', () => {
    expect(found.redeemed).toEqual({
      'by a colleague': 'UNKNOWN (FOREIGN)',
      'for another owner': 'UNKNOWN (FOREIGN)',
      'of any text': 'UNKNOWN (UNKNOWN)',
      'by the asker': 'RELEASED',
      'by the asker again': 'USED (USED)',
      'of a withdrawn lookup': 'ImpossibleStep',
    });
  });

  it('are released once, also where ten redeem the handle at once', () => {
    expect(found.redeemedAtOnce).toEqual({ RELEASED: 1, 'USED (USED)': 9 });
  });

  it('are shown to who asked, and to the owner after the release', () => {
    expect(found.lists).toEqual({
      'of the asker, begun': ['ASKED'],
      'of the target, begun': [],
      'of the target, released': ['RELEASED', 'RELEASED'],
      'of another owner': [],
      'of a colleague': [],
      'of the asker, granted': ['CONFIRMED APPROVED'],
    });
  });

  it('are as unknown as any id to everybody else', () => {
    expect(found.steps).toEqual({
      'of the target, before the release': 'NoSuchLookup',
      'of a stranger': 'NoSuchLookup',
      'of a colleague': 'NoSuchLookup',
      'of the asker, not the asker’s': 'ImpossibleStep',
      'of no lookup': 'NoSuchLookup',
      'of no id': 'NoSuchLookup',
    });
  });

  it('take one of two steps at a time', () => {
    const { 'confirm and refuse': decided, 'decide and decide': approved, ...others } = found.stepsAtOnce;
    expect(decided).toContain('ImpossibleStep');
    expect([
      ['CONFIRMED', 'ImpossibleStep'],
      ['ImpossibleStep', 'REFUSED'],
    ]).toContainEqual(decided);
    expect([
      ['APPROVED', 'ImpossibleStep'],
      ['DECLINED', 'ImpossibleStep'],
    ]).toContainEqual(approved);
    // A request that came first stands; one that came second is refused.
    expect([
      ['REQUESTED', 'WITHDRAWN'],
      ['ImpossibleStep', 'WITHDRAWN'],
    ]).toContainEqual(others['withdraw and request']);
  });

  it('lead to requests that owner and asker decide on, each their own part', () => {
    expect(found.requests).toEqual({
      'of a colleague': 'NoSuchLookup',
      'before the confirmation': 'ImpossibleStep',
      'of no lookup': 'NoSuchLookup',
      'of the asker': 'REQUESTED',
      'decided by the asker': 'ImpossibleStep',
      'decided by a stranger': 'NoSuchLookup',
      'decided with a special category': 'AWAITING_SECOND',
      'decided by the same person again': 'ImpossibleStep',
      'decided by a second person': 'APPROVED',
      'taken back by the owner': 'WITHDRAWN',
      'taken back by the asker': 'WITHDRAWN',
      closed: 'CLOSED',
      'of no request': 'NoSuchLookup',
    });
  });

  it('expire by the clock, and are forgotten: unreleased after a day, all others a month after they ended', () => {
    expect(found.purged).toEqual({
      'at once': [
        'granted: CONFIRMED REQUESTED',
        'refused: REFUSED',
        'released: RELEASED',
        'unreleased: ASKED',
        'withdrawn unreleased: WITHDRAWN',
      ],
      'a day later': ['granted: CONFIRMED REQUESTED', 'refused: REFUSED', 'released: RELEASED', 'unreleased: EXPIRED'],
      'after that day': ['granted: CONFIRMED REQUESTED', 'refused: REFUSED', 'released: RELEASED'],
      'after 13 days': ['granted: CONFIRMED APPROVED', 'refused: REFUSED', 'released: RELEASED'],
      'after 16 days': ['granted: EXPIRED APPROVED', 'refused: REFUSED', 'released: EXPIRED'],
      'after 30 days': ['granted: EXPIRED EXPIRED', 'released: EXPIRED'],
      'after 45 days': ['granted: EXPIRED EXPIRED'],
      'after 57 days': [],
    });
  });

  it('are behind row security: the login of requests sees none and writes nothing', () => {
    expect(found.seenByApplication).toMatchObject({
      lookups: 0,
      'access requests': 0,
      'may delete': false,
      'may tag': false,
    });
    expect(found.seenByApplication['lookups there are']).toBeGreaterThan(0);
    expect(found.seenByApplication['access requests there are']).toBeGreaterThan(0);
  });
});
