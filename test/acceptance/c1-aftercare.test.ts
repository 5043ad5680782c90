// DOMAIN C.1, the routes of the aftercare team and the Dutch measure of reoffending: over HTTP, with real tokens.
import { ask } from '../hub/hub';
import { everyNode, expectLikeUnknown, type Node } from './answers';
import { seededRecords } from './seeded-records';

const TEAM = 'aftercare.case-worker';
const PROVIDER = 'housing-provider.officer';
const PURPOSE = 'AFTERCARE_RESETTLEMENT';

const FILE = `id age
  housingApplications { id eligible placementReasons reasons homeless definition { jurisdiction version } }
  workApplications { eligible reasons definition { jurisdiction version } }
  prosecutionStatements { outstandingProsecutions }
  probationStatements { onProbation }
  returnToPrison { windowMonths returned returnedOn censored censoredReason definition { jurisdiction text version } }`;

interface File {
  readonly id: string;
  readonly age: number;
  readonly housing: Node;
  readonly work: Node;
  readonly outstanding: boolean;
  readonly onProbation: boolean;
  readonly returnToPrison: Node;
}

const nodesOf = (list: unknown): readonly Node[] => list as Node[];

let kept: readonly File[] | undefined;

/** What the team is told of those who agreed. */
async function files(): Promise<readonly File[]> {
  kept ??= (await everyNode(TEAM, 'OWN_CASE_WORK', 'aftercareClients', 'id')).length === 0 ? [] : await readFiles();
  return kept;
}

async function readFiles(): Promise<readonly File[]> {
  const own = await everyNode(TEAM, 'OWN_CASE_WORK', 'aftercareClients', 'id');
  return Promise.all(
    own.map(async ({ id }) => {
      const { data, errors } = await ask(TEAM, PURPOSE, `query ($id: ID!) { aftercareClient(id: $id) { ${FILE} } }`, {
        id,
      });
      expect(errors).toEqual([]);
      const file = data?.aftercareClient as Node;
      return {
        id: String(file.id),
        age: Number(file.age),
        housing: nodesOf(file.housingApplications)[0] ?? {},
        work: nodesOf(file.workApplications)[0] ?? {},
        outstanding: nodesOf(file.prosecutionStatements)[0]?.outstandingProsecutions as boolean,
        onProbation: nodesOf(file.probationStatements)[0]?.onProbation as boolean,
        returnToPrison: file.returnToPrison as Node,
      };
    }),
  );
}

const clear = ({ outstanding, onProbation }: File): boolean => !outstanding && !onProbation;

/** The one application of a person, as the provider is told. */
async function toldToProvider({ housing }: File): Promise<Node | null> {
  const { data, errors } = await ask(
    PROVIDER,
    PURPOSE,
    'query ($id: ID!) { housingApplication(id: $id) { eligible placementReasons placementRequest } }',
    { id: housing.id },
  );
  expect(errors).toEqual([]);
  return data?.housingApplication as Node | null;
}

describe('C.1 test 7: the routes', () => {
  it('make a homeless person of 27 eligible for housing only', async () => {
    const found = (await files()).filter((file) => file.age === 27 && file.housing.homeless === true && clear(file));
    expect(found.length).toBeGreaterThan(0);
    for (const { housing, work } of found) {
      expect(housing).toMatchObject({
        eligible: true,
        reasons: [],
        definition: { jurisdiction: 'NL', version: 'NL-HOUSING-ROUTE-1' },
      });
      expect(work).toMatchObject({
        eligible: false,
        reasons: ['HOMELESS'],
        definition: { jurisdiction: 'NL', version: 'NL-WORK-ROUTE-1' },
      });
    }
  });

  it('make a person of 30 who is not homeless eligible for neither, and tell the provider why by code', async () => {
    const found = (await files()).filter((file) => file.age === 30 && file.housing.homeless === false && clear(file));
    expect(found.length).toBeGreaterThan(0);
    for (const file of found) {
      expect(file.housing).toMatchObject({ eligible: false, reasons: ['NOT_HOMELESS'] });
      expect(file.work).toMatchObject({ eligible: false, reasons: ['AGE'] });
      expect(await toldToProvider(file)).toMatchObject({ eligible: false, placementReasons: ['NOT_HOMELESS'] });
    }
  });

  it('tell a provider of a person who is eligible', async () => {
    const found = (await files()).filter(({ housing }) => housing.eligible === true);
    const told = await Promise.all(found.map(toldToProvider));
    expect(told).toContainEqual({ eligible: true, placementReasons: [], placementRequest: expect.any(String) });
  });
});

describe('C.1 test 20: a provider', () => {
  const refusedFor = (file: File): boolean => file.outstanding || file.onProbation;

  it('never learns of prosecutions or probation: such an application is like an unknown one', async () => {
    const found = (await files()).filter((file) => refusedFor(file));
    expect(found.filter(({ outstanding }) => outstanding).length).toBeGreaterThan(0);
    expect(found.filter(({ onProbation }) => onProbation).length).toBeGreaterThan(0);
    for (const { housing } of found) {
      expect(housing.eligible).toBe(false);
      await expectLikeUnknown(
        PROVIDER,
        PURPOSE,
        'query ($id: ID!) { housingApplication(id: $id) { id eligible placementReasons placementRequest } }',
        String(housing.id),
      );
    }
    const listed = await everyNode(PROVIDER, PURPOSE, 'housingApplications', 'id eligible placementReasons');
    const hidden = new Set(found.map(({ housing }) => housing.id as unknown));
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.filter(({ id }) => hidden.has(id))).toEqual([]);
    // A "no" always comes with the reason, so that there is nothing to infer.
    expect(listed.filter(({ eligible, placementReasons }) => eligible === placementReasons.length > 0)).toEqual([]);
    const { data } = await ask(PROVIDER, PURPOSE, '{ housingApplications { totalCount } }');
    expect(data?.housingApplications.totalCount).toBe(listed.length);
  });

  it('is refused the statements and the reasons by a clause that is the same for everybody', async () => {
    for (const query of [
      '{ prosecutionStatements(first: 1) { edges { node { outstandingProsecutions } } } }',
      '{ probationStatements(first: 1) { edges { node { onProbation } } } }',
      '{ housingApplications(first: 1) { edges { node { reasons } } } }',
    ]) {
      const { errors } = await ask(PROVIDER, PURPOSE, query);
      expect(errors.map(({ extensions }) => extensions.code)).toContain('WITHHELD_BY_PROTOCOL');
    }
    expect(seededRecords('ProsecutionStatement').length).toBeGreaterThan(0);
    expect(seededRecords('ProbationStatement').length).toBeGreaterThan(0);
  });
});

describe('C.1 test 24: Dutch reoffending', () => {
  /** People whose custody after their release began for that reason. */
  const returnedFor = async (reason: string): Promise<readonly File[]> => {
    const released = new Map(
      seededRecords('AftercareClient').map(({ id, values }) => [id, String(values.releaseDate)]),
    );
    const again = new Set(
      seededRecords('Detention')
        .filter(
          ({ subject = '', values }) =>
            values.startReason === reason && String(values.startDate) > (released.get(subject) ?? '9999'),
        )
        .map(({ subject }) => subject),
    );
    return (await files()).filter(({ id }) => again.has(id));
  };

  it.each(['RECALL', 'UNPAID_FINE', 'REMAND'])('does not count custody for %s', async (reason) => {
    const found = await returnedFor(reason);
    expect(found.length).toBeGreaterThan(0);
    for (const { returnToPrison } of found) {
      expect(returnToPrison).toMatchObject({
        windowMonths: 12,
        returned: null,
        returnedOn: null,
        censored: true,
        censoredReason: 'NOT_AT_LIBERTY',
        definition: { jurisdiction: 'NL', version: 'NL-AFTERCARE-1' },
      });
    }
  });

  it('counts custody for a new offence within twelve months, and not after', async () => {
    const found = (await returnedFor('NEW_OFFENCE')).map(({ returnToPrison }) => returnToPrison.returned as unknown);
    expect(found).toContain(true);
    expect(found).toContain(false);
  });
});
