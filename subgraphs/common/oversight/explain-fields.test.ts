import path from 'node:path';

import { OWNER_DEFINITIONS } from '../../../development/owner-definitions';
import { createDecider, purposesOf } from '../../../protocols/decide';
import { loadProtocols } from '../../../protocols/load-protocols';
import { allOrganisationRoles, ORGANISATIONS } from '../../../schema/organisations';
import type { Purpose } from '../../../schema/purposes';
import type { Requester } from '../../../schema/requester';
import { ownerGraph } from '../serving/create-owner';
import { explainFields } from './explain-fields';
import { OVERSEEN } from './overseen-controllers';
import { UNTOLD_CONDITIONS } from './told-conditions';

const NOW = new Date('2026-06-15T12:00:00Z');
const SET = loadProtocols(path.join(__dirname, '../../../protocols/agreements'), { synthetic: true });
const decide = createDecider(SET);
const OWNERS = OWNER_DEFINITIONS.filter(({ explanation }) => explanation !== undefined);
const CATALOGUES = new Map(OWNERS.map((owner) => [owner.name, ownerGraph(owner).catalogue] as const));

const requester = (organisation: keyof typeof ORGANISATIONS, role: string, purpose: Purpose): Requester => ({
  person: `${organisation}.${role}`,
  organisation,
  role,
  purpose,
  jurisdiction: ORGANISATIONS[organisation].jurisdiction,
  requestId: 'request-1',
});

interface Asked {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What an officer, or all of them together, are told, where those of the conditions hold of which `holds` says so. */
async function explain(
  owner: (typeof OWNERS)[number]['name'],
  officer: string,
  explained: Requester,
  holds: (key: string) => boolean = () => false,
) {
  const asked: Asked[] = [];
  const catalogue = CATALOGUES.get(owner);
  if (catalogue === undefined) throw new Error(`${owner} explains nothing.`);
  const fields = await explainFields(catalogue, {
    explained,
    subject: 'somebody',
    controllers: officer === 'all' ? Object.values(OVERSEEN).flat() : (OVERSEEN[officer] ?? []),
    decide: (field) => decide(explained, field, NOW),
    store: {
      query: <Row>(sql: string, parameters: readonly unknown[]) => {
        asked.push({ sql, parameters });
        const [keys] = parameters as readonly [readonly string[]];
        // What is about a case holds of a case of its own.
        const idOf = (key: string): string => (key.startsWith('subject|') ? 'somebody' : key);
        return Promise.resolve(
          keys.filter(holds).map((key) => ({ key, id: idOf(key), subject_id: 'somebody' }) as Row),
        );
      },
    },
  });
  return { fields, asked };
}

describe('an explanation', () => {
  it('never asks a database about a condition that is not told, whoever is asked about', async () => {
    const untold = OWNERS.flatMap(({ predicates }) => predicates).filter(({ name }) =>
      (UNTOLD_CONDITIONS as readonly string[]).includes(name),
    );
    expect(untold.length).toBeGreaterThan(20);
    let asked = 0;
    for (const owner of OWNERS) {
      for (const { organisation, role } of allOrganisationRoles()) {
        for (const purpose of purposesOf(SET, organisation, role, NOW)) {
          const { asked: statements } = await explain(owner.name, 'all', requester(organisation, role, purpose));
          asked += statements.length;
          const told = JSON.stringify(statements.map(({ parameters }) => parameters[0]));
          expect(untold.filter(({ name }) => told.includes(name))).toEqual([]);
        }
      }
    }
    expect(asked).toBeGreaterThan(20);
  }, 60_000);

  it('names fields of the officer’s controllers alone, in the order of the alphabet', async () => {
    const { fields } = await explain('knowsley-iom', 'mals.dpo', requester('mals', 'mentor', 'MENTORING_SUPPORT'));
    expect(new Set(fields.map(({ controller }) => controller))).toEqual(new Set(['mals']));
    const names = fields.map(({ coordinate }) => coordinate);
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(['MalsClient.name', 'MentoringSession.notes']));
  });

  it('names nothing to somebody who oversees nothing', async () => {
    const { fields, asked } = await explain('eri', 'eri.staff', requester('eri', 'staff', 'OWN_CASE_WORK'));
    expect({ fields, asked }).toEqual({ fields: [], asked: [] });
  });

  it('says of a clause whether it permits, where all its conditions are told', async () => {
    const nps = requester('nps', 'probation-officer', 'OWN_CASE_WORK');
    const { fields } = await explain('knowsley-iom', 'knowsley.dpo', nps, (key) => key.includes('ownCaseload'));
    expect(fields.find(({ coordinate }) => coordinate === 'Nominal.name')).toMatchObject({
      decision: 'PERMIT_WHEN',
      ways: [
        { clause: 'probation-own-caseload', holds: true, conditions: [{ holds: true, notTold: null }] },
        { clause: 'probation-handover', holds: false, conditions: [{ holds: false, notTold: null }] },
      ],
    });
  });

  it('says nothing of a clause of which the rest is not told, unless a told condition fails', async () => {
    const nps = requester('nps', 'probation-officer', 'IOM_CASE_MANAGEMENT');
    const waysWhere = async (holds: (key: string) => boolean) =>
      (await explain('knowsley-iom', 'knowsley.dpo', nps, holds)).fields.find(
        ({ coordinate }) => coordinate === 'Nominal.name',
      )?.ways;
    const untold = { holds: null, notTold: 'depends on the record; not told to an officer' };
    const conditions = (caseload: boolean) => [untold, untold, { holds: caseload, notTold: null }];
    expect((await waysWhere((key) => key.includes('ownCaseload')))?.[0]).toMatchObject({
      holds: null,
      conditions: conditions(true),
    });
    expect((await waysWhere(() => false))?.[0]).toMatchObject({ holds: false, conditions: conditions(false) });
  });

  it('takes conditions on a case together: two that hold of two cases permit nothing', async () => {
    const police = requester('politie-haaglanden', 'officer', 'CASE_CONFERENCE');
    const { fields } = await explain('safety-house', 'the-hague.dpo', police, () => true);
    const [way] = fields.find(({ coordinate }) => coordinate === 'PlanAction.action')?.ways ?? [];
    expect(way?.conditions.filter(({ holds }) => holds === true)).toHaveLength(2);
    expect(way?.holds).toBe(false);
  });

  it('says what is permitted or denied whomever it concerns, with the clause', async () => {
    const staff = requester('eri', 'staff', 'OWN_CASE_WORK');
    const { fields } = await explain('eri', 'turin.dpo', staff);
    expect(fields.find(({ coordinate }) => coordinate === 'Participant.name')).toMatchObject({
      decision: 'PERMIT',
      ways: [{ protocol: 'OWN-WORK', version: '1.0.0', clause: 'eri-participants', conditions: [], holds: true }],
    });
    const ofMentor = await explain('eri', 'turin.dpo', requester('eri', 'mentor', 'OWN_CASE_WORK'));
    expect(ofMentor.fields.find(({ coordinate }) => coordinate === 'Participant.legalStatus')).toMatchObject({
      decision: 'DENY',
      ways: [{ protocol: 'OWN-WORK', clause: 'residual', conditions: [], holds: null }],
    });
  });
});
