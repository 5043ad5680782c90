import 'reflect-metadata';

import * as shared from '../../../schema/vocabularies';
import { VOCABULARY_LABELS } from '../../../schema/vocabulary-labels';
import { wholeGraphEnums } from '../../common/disclosure/whole-graph';
import { listVocabularies } from './list-vocabularies';

/** Labels that really are the same in that language: names, and abbreviations that nobody translates. */
const SAME_WORD = new Set(['SERT', 'UEPE', 'Knowsley', 'Liverpool', 'Sefton', 'St Helens', 'Wirral']);

const vocabularies = listVocabularies();
const labels = vocabularies.flatMap(({ name, codes }) =>
  codes.map(({ code, label: { en, nl, it: italian } }) => ({ of: `${name}.${code}`, en, nl, it: italian })),
);

it('has all vocabularies of the domain with all their codes, and those of the graph', () => {
  expect(Object.keys(shared)).toEqual(expect.arrayContaining(['AftercareNeed', 'MappaPillar', 'Pathway']));
  for (const [name, codes] of Object.entries(shared)) {
    expect([name, vocabularies.find((one) => one.name === name)?.codes.map(({ code }) => code)]).toEqual([
      name,
      Object.keys(codes),
    ]);
  }
  expect(labels.length).toBeGreaterThan(200);
});

it('has a label in three languages for every code', () => {
  expect(labels.filter(({ en, nl, it: italian }) => !en.trim() || !nl?.trim() || !italian?.trim())).toEqual([]);
});

it('has no label for a code that there is not', () => {
  const known = new Set(labels.map(({ of }) => of));
  const written = Object.entries(VOCABULARY_LABELS).flatMap(([name, { codes }]) =>
    Object.keys(codes).map((code) => `${name}.${code}`),
  );
  expect(written.filter((of) => !known.has(of))).toEqual([]);
});

it('copies no label from another language, but for words that are the same', () => {
  const copied = labels.filter(({ en, nl, it: italian }) => [nl, italian].includes(en) || nl === italian);
  expect(copied.filter(({ en }) => !SAME_WORD.has(en)).map(({ of }) => of)).toEqual([]);
  expect(new Set(copied.map(({ en }) => en))).toEqual(SAME_WORD);
});

it('says where every code comes from', () => {
  const sources = vocabularies.flatMap(({ name, codes }) => codes.map(({ source }) => [name, source]));
  expect(sources.filter(([, source]) => !source)).toEqual([]);
});

it('finds every enum of the graph, with its codes among those of its vocabulary', () => {
  for (const [name, codes] of wholeGraphEnums()) {
    const found = vocabularies.filter(({ graphqlEnum }) => graphqlEnum === name);
    expect([name, found.length]).toEqual([name, 1]);
    for (const [code, description] of Object.entries(codes)) {
      const label = found[0]?.codes.find((one) => one.code === code)?.label.en;
      expect([`${name}.${code}`, label]).toEqual([`${name}.${code}`, description]);
    }
  }
});
