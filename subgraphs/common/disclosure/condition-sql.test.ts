import type { Alternative } from '../../../protocols/decision';
import type { Predicate } from '../../../protocols/protocol';
import type { RecordType } from '../records/record-registry';
import { BoundValues, conditionKey, ConditionSql } from './condition-sql';
import { ownerPredicate } from './owner-predicates';

const conditions = new ConditionSql(
  new Map(
    [
      ownerPredicate('subjectInCohort', 'subject', 'select id from subject'),
      ownerPredicate('riskOfHarmIn', 'subject', 'select id from subject', { arguments: { levels: 'text[]' } }),
      ownerPredicate('caseComplex', 'case', 'select id from safety_case'),
      ownerPredicate('participantOfCase', 'case', 'select id from safety_case'),
      ownerPredicate('appointedTo', ['case', 'extremismCase'], 'select id from safety_case', {
        arguments: { as: 'text' },
      }),
      ownerPredicate('triangleParty', 'extremismCase', 'select id from extremism_case'),
      ownerPredicate('disclosureReleased', 'record', 'select id from disclosure', { recordTypes: ['Disclosure'] }),
    ].map((predicate) => [predicate.name, predicate]),
  ),
  { subject: 'subject', case: 'safety_case', extremismCase: 'extremism_case' },
);

const predicate = (name: string, given: Predicate['arguments'] = {}): Predicate => ({ name, arguments: given });
const alternative = (...predicates: readonly Predicate[]): Alternative => ({
  clause: { protocol: 'P', version: '1.0.0', clause: '1' },
  predicates,
});
const recordType = (name: string, anchors: Readonly<Record<string, string>>): RecordType => ({
  name,
  anchors,
  recordClass: class {
    id = '';
  },
  table: name.toLowerCase(),
  describes: '',
  discloses: 'HOUSING/FLAG',
  single: name,
  plural: `${name}s`,
  fields: [],
  relations: [],
});
const person = recordType('Person', { subject: 'id' });
const offence = recordType('Offence', { subject: 'subjectId' });
const action = recordType('Action', { subject: 'subjectId', case: 'caseId' });
const disclosure = recordType('Disclosure', { subject: 'subjectId' });
const target = recordType('Target', {});

const sqlOf = (
  record: RecordType,
  ...alternatives: readonly Alternative[]
): { sql: string; values: readonly unknown[] } => {
  const bound = new BoundValues();
  return { sql: conditions.anyOf(record, 'r', alternatives, bound), values: bound.values };
};

describe('a condition in SQL', () => {
  it('permits nothing without an alternative, and everything by one without predicates', () => {
    expect(sqlOf(offence).sql).toBe('false');
    expect(sqlOf(offence, alternative()).sql).toBe('(true)');
  });

  it('asks about the person by the column that holds the person', () => {
    expect(sqlOf(offence, alternative(predicate('subjectInCohort'))).sql).toContain('holds.id = r.subject_id');
    expect(sqlOf(person, alternative(predicate('subjectInCohort'))).sql).toContain('holds.id = r.id');
  });

  it('holds the predicates of one clause together and the clauses as alternatives', () => {
    const { sql } = sqlOf(
      offence,
      alternative(predicate('subjectInCohort'), predicate('riskOfHarmIn', { levels: ['HIGH'] })),
      alternative(predicate('riskOfHarmIn', { levels: ['LOW'] })),
    );
    expect(sql).toMatch(/^\(\(.+ and .+\) or \(.+\)\)$/);
  });

  it('binds every argument and writes none into the text', () => {
    const hostile = "HIGH') or true --";
    const { sql, values } = sqlOf(offence, alternative(predicate('riskOfHarmIn', { levels: [hostile] })));
    expect(values).toEqual([[hostile]]);
    expect(sql).not.toContain('HIGH');
  });

  it('wants one and the same case for all predicates about a case, where the record has no case of its own', () => {
    const { sql } = sqlOf(offence, alternative(predicate('caseComplex'), predicate('participantOfCase')));
    expect(sql.match(/from safety_case anchor where anchor.subject_id = r.subject_id/g)).toHaveLength(1);
    expect(sql.match(/holds.id = anchor.id/g)).toHaveLength(2);
  });

  it('asks about the record’s own case where it has one', () => {
    const { sql } = sqlOf(action, alternative(predicate('caseComplex'), predicate('participantOfCase')));
    expect(sql).not.toContain('safety_case');
    expect(sql.match(/holds.id = r\.case_id/g)).toHaveLength(2);
  });

  it('takes the case of the other predicates where one is about several kinds of case', () => {
    const { sql } = sqlOf(
      offence,
      alternative(predicate('appointedTo', { as: 'PROCESS_DIRECTOR' }), predicate('triangleParty')),
    );
    expect(sql).toContain('from extremism_case anchor');
    expect(sql).not.toContain('safety_case anchor');
  });

  it('is false for a kind of record that a predicate says nothing about', () => {
    const released = alternative(predicate('disclosureReleased'));
    expect(sqlOf(disclosure, released).sql).toContain('holds.id = r.id');
    expect(sqlOf(offence, released).sql).toBe('false');
    expect(sqlOf(target, alternative(predicate('subjectInCohort'))).sql).toBe('false');
    expect(sqlOf(offence, alternative(predicate('unheardOf'))).sql).toBe('false');
  });

  it('looks up each of few rows by itself, and gathers no others', () => {
    const { sql } = sqlOf(offence, alternative(predicate('subjectInCohort')));
    expect(sql).toBe('((exists (select 1 from subject_in_cohort() holds(id) where holds.id = r.subject_id offset 0)))');
  });

  it('gathers the ids of many rows once, however often the condition is asked, one set for each kind of id', () => {
    const bound = new BoundValues('many');
    const cohort = alternative(predicate('subjectInCohort'));
    const one = conditions.anyOf(offence, 'r', [cohort], bound);
    expect(one).toBe('(r.subject_id in (select id from gathered_1))');
    expect(conditions.anyOf(person, 'p', [cohort], bound)).toBe('(p.id in (select id from gathered_1))');
    const both = conditions.anyOf(action, 'r', [cohort, alternative(predicate('caseComplex'))], bound);
    expect(both).toBe('(r.subject_id in (select id from gathered_1) or r.case_id in (select id from gathered_2))');
    const sql = bound.withGathered('select 1');
    expect(sql.match(/subject_in_cohort\(\)/g)).toHaveLength(1);
    expect(sql).toMatch(
      /^with gathered_1\(id\) as \(select s\.id from subject s\(id\) where .+\), gathered_2\(id\) as .+ select 1$/,
    );
  });

  it('gathers apart what is not the same: another argument, or the record itself', () => {
    const bound = new BoundValues('many');
    const risk = (level: string) => alternative(predicate('riskOfHarmIn', { levels: [level] }));
    conditions.anyOf(offence, 'r', [risk('HIGH')], bound);
    conditions.anyOf(offence, 'r', [risk('LOW')], bound);
    const released = conditions.anyOf(disclosure, 'r', [alternative(predicate('disclosureReleased'))], bound);
    expect(released).toBe('(r.id in (select id from gathered_3))');
    expect(bound.values).toEqual([['HIGH'], ['LOW']]);
  });

  it('names the same condition alike, in whichever order it is written', () => {
    const one = [predicate('caseComplex'), predicate('riskOfHarmIn', { levels: ['LOW'] })];
    expect(conditionKey(one)).toBe(conditionKey([...one].reverse()));
    expect(conditionKey(one)).not.toBe(
      conditionKey([predicate('caseComplex'), predicate('riskOfHarmIn', { levels: ['HIGH'] })]),
    );
  });
});
