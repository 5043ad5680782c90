// Each predicate in turn is taken out of the resolvers: an owner that does not ask it answers no more than before, and
// one that takes it for granted is still shown no record more by its database.
import { ofThisRun } from '../hub/one-of-two-runs';
import { runProgram } from '../hub/run-program';
import type { TakenOut } from './try-predicates';

const SERVER = process.env.CONCORDAT_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const server = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? SERVER : '';

/** Predicates about whose records no clause asks yet at this owner. */
const UNASKED = ['manualInclusionValid'];

describe.each(ofThisRun(['knowsley-iom', 'safety-house', 'eri', 'knowsley-iom']))('at %s', (owner) => {
  let taken: readonly TakenOut[];
  beforeAll(async () => {
    const { output, errors } = await runProgram('test/row-security/try-predicates', {}, [server, owner], 290_000);
    if (output === '') throw new Error(errors);
    taken = JSON.parse(output) as readonly TakenOut[];
  }, 300_000);

  it('every predicate that some clause asks had something to show', () => {
    expect(taken.length).toBeGreaterThan(5);
    expect(taken.filter(({ asked }) => asked === 0).map(({ predicate }) => predicate)).toEqual(
      UNASKED.filter((name) => taken.some(({ predicate, asked }) => predicate === name && asked === 0)),
    );
    expect(taken.filter(({ asked, valuesBefore }) => asked > 0 && valuesBefore === 0)).toEqual([]);
  });

  it('what is never asked shows less and never more', () => {
    expect(taken.flatMap(({ whenNeverAsked }) => whenNeverAsked.surplus)).toEqual([]);
    expect(
      taken.filter(({ asked, valuesBefore, whenNeverAsked }) => asked > 0 && whenNeverAsked.values >= valuesBefore),
    ).toEqual([]);
  });

  it('what is taken for granted shows no record more', () => {
    expect(taken.flatMap(({ whenTakenForGranted }) => whenTakenForGranted.surplusRecords)).toEqual([]);
  });
});
