// Who is indexed at each owner. Every person of the small registers stands for a rule.
import { runProgram } from '../hub/run-program';
import type { RegisterFindings } from './try-registers';

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const server = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? SERVER : '';

let findings: RegisterFindings;
beforeAll(async () => {
  const { output, errors } = await runProgram('test/lookup/try-registers', {}, [server], 110_000);
  if (output === '') throw new Error(errors);
  findings = JSON.parse(output) as RegisterFindings;
}, 120_000);

describe('at Knowsley', () => {
  it('adult nominals are indexed for all, and clients of MALS for those only to whom they consented', () => {
    expect(findings['knowsley-iom'].atFirst).toEqual({
      adult: null,
      both: null,
      consenting: ['reclassering', 'uepe'],
    });
  });

  it('a withdrawn consent removes the tags in the transaction that withdraws it', () => {
    expect(findings['knowsley-iom'].atOnce).toBe(1);
    expect(findings['knowsley-iom'].withdrawn).toEqual({ adult: null, both: null });
  });

  it('compares in clear with nobody whom the asker may not find', () => {
    expect(findings['knowsley-iom'].candidates).toEqual(['consenting PROBABLE']);
    expect(findings['knowsley-iom'].candidatesOfOthers).toEqual([]);
  });
});

describe('at the Safety House', () => {
  it('adult clients with an ordinary case are indexed, and nobody known by extremism, victims or aftercare', () => {
    expect(findings['safety-house'].atFirst).toEqual({ client: null });
  });

  it('no change of extremism or victims makes anybody stale or tells the exchange anything', () => {
    expect(findings['safety-house']).toMatchObject({ staleByExtremism: 0, toldOfExtremism: 0 });
  });

  it('who comes of age is found by the sweep', () => {
    expect(findings['safety-house'].ofAge).toEqual({ client: null, minor: null });
  });

  it('who has no case any more, or is deleted, is removed at once, also from the names', () => {
    expect(findings['safety-house'].withoutCase).toEqual({ client: null });
    expect(findings['safety-house'].deleted).toEqual({ removedAtOnce: 1, names: 0 });
  });

  it('shows the application no row of it', () => {
    expect(findings['safety-house'].seenByApplication).toBe(0);
  });
});

describe('at ERI', () => {
  it('adult participants are indexed for those to whom they consented to ERI', () => {
    expect(findings.eri.atFirst).toEqual({ brief: ['nps'], consenting: ['kmbc', 'nps'] });
  });

  it('who consents to fewer is found by nobody until the tags are there for those that remain', () => {
    expect(findings.eri.narrowedAtOnce).toEqual({ brief: ['nps'] });
    expect(findings.eri.narrowed).toEqual({ brief: ['nps'], consenting: ['kmbc'] });
  });

  it('a consent that ends by itself takes its tags along', () => {
    expect(findings.eri.expired).toEqual({ consenting: ['kmbc'] });
  });
});
