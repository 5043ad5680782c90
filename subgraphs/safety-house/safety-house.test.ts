import { buildSchema, isObjectType } from 'graphql';

import { controllerOf } from '../../schema/controllers';
import { ownerGraph } from '../common/serving/create-owner';
import { safetyHouse } from './definition';
import { PLANNED_CASES } from './population/planned-cases';
import { PLANNED_EXTREMISM } from './population/planned-extremism';

type Row = Readonly<Record<string, unknown>>;

function rowsByTable(seed: string, anchor: string): Map<string, readonly Row[]> {
  return new Map(
    [...safetyHouse.populate(seed, anchor)].map(({ table, rows }) => [table.name, rows as readonly Row[]]),
  );
}

const graph = ownerGraph(safetyHouse);
const people = rowsByTable('1', '2026-03-01');
const of = (table: string): readonly Row[] => people.get(table) ?? [];

describe('the graph of the Safety House', () => {
  it('names a controller for every kind of record', () => {
    const without = [...graph.catalogue.recordTypes.keys()].filter((name) => controllerOf(name) === undefined);
    expect(without).toEqual([]);
  });

  it('describes every type and field', () => {
    const schema = buildSchema(graph.sdl.replace(/^extend schema[^\n]*\n(\s+@[^\n]*\n)*/m, ''), {
      assumeValidSDL: true,
    });
    const undescribed = Object.values(schema.getTypeMap()).flatMap((type) =>
      type.name.startsWith('_') || !isObjectType(type) || type.name === 'Query'
        ? []
        : Object.values(type.getFields())
            .filter((field) => !field.description)
            .map((field) => `${type.name}.${field.name}`),
    );
    expect(undescribed).toEqual([]);
  });

  it('joins people by their key', () => {
    expect(graph.sdl).toMatch(/type Person @key\(fields: "id"\)/);
  });

  it('leads from no ordinary record to anything of extremism', () => {
    const leading = [...graph.catalogue.recordTypes.values()].flatMap((recordType) =>
      recordType.name.startsWith('Extremism')
        ? []
        : recordType.relations.filter(({ target }) => target().name.startsWith('Extremism')).map(({ name }) => name),
    );
    expect(leading).toEqual([]);
    expect(graph.sdl).toMatch(/enum SafetyHouseTheme \{(?![^}]*EXTREMISM)/);
  });
});

describe('victims', () => {
  it('are in a store to which no record of the offender leads', () => {
    const leading = [...graph.catalogue.recordTypes.values()].flatMap((recordType) =>
      recordType.relations
        .filter(({ target }) => target().name === 'VictimContact')
        .map(({ name }) => `${recordType.name}.${name}`),
    );
    expect(leading).toEqual([]);
    expect(safetyHouse.personViews.map(({ target }) => target().name)).not.toContain('VictimContact');
    expect(of('VictimContact').length).toBeGreaterThan(0);
  });
});

describe('the invented people of the Safety House', () => {
  it('are the same for the same seed and anchor, and others for another seed', () => {
    expect(rowsByTable('1', '2026-03-01')).toEqual(people);
    expect(rowsByTable('2', '2026-03-01').get('Client')).not.toEqual(of('Client'));
  });

  it('have ids of their own in every table', () => {
    for (const [table, rows] of people) {
      const ids = rows.map((row) => row.id).filter((id) => id !== undefined);
      expect([table, new Set(ids).size]).toEqual([table, ids.length]);
    }
  });

  it('refer only to people and cases that are there', () => {
    const subjects = new Set(of('Subject').map((row) => row.id));
    const cases = new Map([...of('Case'), ...of('ExtremismCase')].map((row) => [row.id, row.subjectId]));
    for (const rows of people.values()) {
      for (const row of rows) {
        if (row.subjectId !== undefined) expect(subjects).toContain(row.subjectId);
        const caseId = row.caseId ?? row.extremismCaseId;
        // A party of a case of extremism has no person of its own.
        if (caseId !== undefined) expect(cases.get(caseId)).toBe(row.subjectId ?? cases.get(caseId));
      }
    }
  });

  it('are clients by ordinary cases only', () => {
    const clients = new Set(of('Client').map((row) => row.id));
    const ordinary = new Set(of('Case').map((row) => row.subjectId));
    const extremismOnly = of('ExtremismCase').filter((row) => !ordinary.has(row.subjectId));
    expect(extremismOnly).toHaveLength(PLANNED_EXTREMISM.filter((planned) => !planned.alsoOrdinary).length);
    for (const { subjectId } of extremismOnly) expect(clients).not.toContain(subjectId);
  });

  it('are at every stage, and hold 54 factors without a wording for each case of extremism', () => {
    expect(new Set(PLANNED_CASES.map(({ stage }) => stage)).size).toBe(6);
    const [first] = of('ExtremismCase');
    const factors = of('ExtremismFactor').filter((row) => row.extremismCaseId === first?.id);
    expect(factors.map((row) => row.factor).at(-1)).toBe('F54');
    expect(factors).toHaveLength(54);
  });

  it('have Mr X among them, with an action for each line of his published plans and both versions of a contradiction', () => {
    const mrX = of('Client').find((row) => row.name === 'Mr X');
    expect(of('PlanAction').filter((row) => row.subjectId === mrX?.id)).toHaveLength(13);
    expect(of('SpatialOrder').find((row) => row.subjectId === mrX?.id)?.contradiction).toMatch(/judge.*Mayor/);
  });
});
