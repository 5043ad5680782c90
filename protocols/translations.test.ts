import path from 'node:path';

import { loadProtocols } from './load-protocols';
import type { Trilingual } from './protocol';

const { protocols } = loadProtocols(path.join(__dirname, 'agreements'), { synthetic: true });

const texts = protocols.flatMap(
  ({ id, title, text, clauses, residual }): readonly (readonly [string, Trilingual])[] => [
    [`${id}, title`, title],
    [`${id}, text`, text],
    [`${id}, ${residual.id}`, residual.text],
    ...clauses.map((clause) => [`${id}, ${clause.id}`, clause.text] as const),
  ],
);

it('every agreement and every clause is worded in three languages', () => {
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter(([, { en, nl, it: italian }]) => [en, nl, italian].some((text) => text.trim() === ''))).toEqual(
    [],
  );
});

it('no wording is a copy of another language', () => {
  const copied = texts.filter(([, { en, nl, it: italian }]) => new Set([en, nl, italian]).size < 3);
  expect(copied.map(([where]) => where)).toEqual([]);
});
