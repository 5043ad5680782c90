import { parse } from 'graphql';

import { operationShape } from './operation-shape';

const shapeOf = (query: string): string => operationShape(parse(query));

it('is the same whomever is asked about, and another for another question', () => {
  expect(shapeOf('{ subject(id: "1") { name } }')).toBe(shapeOf('{ subject(id: "2") { name } }'));
  expect(shapeOf('{ a: subject(id: 1) { name } }')).toBe(shapeOf('{ b: subject(id: "2") { name } }'));
  expect(shapeOf('{ subjects(ids: ["1", "2"]) { name } }')).toBe(shapeOf('{ subjects(ids: []) { name } }'));
  expect(shapeOf('{ subject(id: "1") { name } }')).not.toBe(shapeOf('{ subject(id: "1") { id } }'));
});
