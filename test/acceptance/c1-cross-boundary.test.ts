// DOMAIN C.1 test 16, and who follows people across boroughs instead: over HTTP, with real tokens.
import { ask } from '../hub/hub';
import { everyNode, expectLikeUnknown } from './answers';
import { seededRecords, subjectsWith } from './seeded-records';

const PURPOSE = 'CROSS_BOUNDARY_TRACKING';
const NOMINAL = 'query ($id: ID!) { nominal(id: $id) { name corvusScores { band score } } }';

/** The band of somebody's latest score. */
function bandOf(subject: string): unknown {
  return seededRecords('CorvusScore')
    .filter((score) => score.subject === subject)
    .sort((one, other) => String(other.values['asAt']).localeCompare(String(one.values['asAt'])))[0]?.values['band'];
}

const highNominals = [...subjectsWith('Nominal')].filter((id) => bandOf(id) === 'HIGH');

describe('C.1 test 16: the Community Rehabilitation Company and people of the band HIGH', () => {
  it('who exist, some of them on the own caseload, and whom another borough follows', async () => {
    const followed = new Set(
      (await everyNode('liverpool-iom.officer', PURPOSE, 'nominals', 'id')).map(({ id }) => String(id)),
    );
    expect(highNominals.length).toBeGreaterThan(5);
    expect(highNominals.filter((id) => !followed.has(id))).toEqual([]);
    const caseload = new Set(
      (await everyNode('merseyside-crc.case-manager', 'IOM_CASE_MANAGEMENT', 'nominals', 'id')).map(({ id }) =>
        String(id),
      ),
    );
    expect(highNominals.some((id) => caseload.has(id))).toBe(true);
  });

  it('are not reached by changing the purpose: no agreement names the company for it', async () => {
    const list = await ask('merseyside-crc.case-manager', PURPOSE, '{ nominals { edges { node { id name } } } }');
    expect(list.status).toBe(403);
    expect(list.errors.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_NOT_ALLOWED']);
    expect(list.data ?? null).toBeNull();
    for (const id of highNominals.slice(0, 3)) {
      await expectLikeUnknown('merseyside-crc.case-manager', PURPOSE, NOMINAL, id);
    }
  });

  it.each(['nps.probation-officer', 'merseyside-police.officer', 'kmbc.iom-coordinator'])(
    'nor does %s leave the own agreement so',
    async (persona) => {
      const { errors } = await ask(persona, PURPOSE, '{ nominals { edges { node { id } } } }');
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_NOT_ALLOWED']);
    },
  );
});

describe('whom another force follows', () => {
  it('is whoever was active in its area, and nobody else, whatever the band', async () => {
    const there = (type: string, field: string) =>
      subjectsWith(type, ({ values }) => values[field] === 'GREATER_MANCHESTER');
    const active = new Set([...there('Offence', 'area'), ...there('Movement', 'toArea')]);
    const shown = (await everyNode('gmp.officer', PURPOSE, 'nominals', 'id')).map(({ id }) => String(id));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((id) => !active.has(id))).toEqual([]);
    const hidden = highNominals.find((id) => !active.has(id));
    await expectLikeUnknown('gmp.officer', PURPOSE, NOMINAL, String(hidden));
  });
});
