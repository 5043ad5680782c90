import 'reflect-metadata';

import { isObjectType, isSpecifiedScalarType } from 'graphql';

import { definitionOf } from '../../protocols/predicates';
import { ownerGraph } from '../common/serving/create-owner';
import { knowsleyIom } from './definition';

const { schema, sdl, catalogue } = ownerGraph(knowsleyIom);

describe('the graph of Knowsley', () => {
  it('joins in the person by id', () => {
    expect(sdl).toMatch(/type Person @key\(fields: "id"\)/);
  });

  it('describes every type and every field', () => {
    const bare = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (!isObjectType(type) || type.name.startsWith('_') || isSpecifiedScalarType(type)) return [];
      if (['Query', 'Mutation'].includes(type.name)) return [];
      const fields = Object.values(type.getFields()).filter((field) => !field.description);
      return [...(type.description ? [] : [type.name]), ...fields.map((field) => `${type.name}.${field.name}`)];
    });
    expect(bare).toEqual([]);
  });

  it('says what every coordinate discloses, and keeps the pseudonyms of practitioners and mentors out', () => {
    expect(catalogue.permissionMap.fields.get('Nominal.reoffending')).toMatchObject({
      category: 'OUTCOME',
      controller: 'kiom',
    });
    for (const hidden of [
      'OffenderManager.practitioner',
      'Mentor.person',
      'MentoringSession.author',
      'MentoringMatch.mentorId',
    ]) {
      expect(catalogue.permissionMap.fields.has(hidden)).toBe(false);
    }
  });

  it('evaluates only statements that protocols know, with their arguments', () => {
    for (const predicate of knowsleyIom.predicates) {
      const known = definitionOf(predicate);
      const given = [...Object.keys(known.arguments.shape), ...(known.ofCategory === true ? ['category'] : [])];
      expect(given).toEqual(predicate.arguments);
    }
  });
});
