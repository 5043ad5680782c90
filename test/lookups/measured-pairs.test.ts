// What a measurement says of people is what the running hub says of them. The long form asks about 200 pairs
// (npm run test:long -- lookup-pairs).
import { hub } from '../hub/hub';
import { compareMeasuredPairs } from './measured-pairs';

const PAIRS = 20;
/** So many others are recorded beside, so that the owner counts its names anew. */
const OTHERS = 60;

/** The embedded database belongs to its owner's process alone: there nobody can be recorded from outside. */
const onPostgres = hub.databases['safety-house'] === undefined ? describe.skip : describe;

onPostgres('pairs that were measured', () => {
  it('get the same verdict through the running hub', async () => {
    const pairs = await compareMeasuredPairs(300, PAIRS, OTHERS);
    expect(pairs).toHaveLength(PAIRS);
    for (const { kind, measured, hub: told } of pairs) expect({ kind, ...told }).toEqual({ kind, ...measured });

    // Of each verdict there was some pair.
    const reviewed = pairs.map(({ measured }) => measured.reviewed?.join() ?? 'no hit');
    expect(reviewed).toContain('no hit');
    expect(reviewed).toContainEqual(expect.stringContaining('STRONG'));
    expect(reviewed.filter((bands) => bands !== 'no hit' && !bands.includes('STRONG'))).not.toEqual([]);
  }, 300_000);
});
