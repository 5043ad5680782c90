import 'reflect-metadata';

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describeFigures, describeShares } from './describe-population';

const docs = (file: string): string => readFileSync(path.join(__dirname, '../docs', file), 'utf8');
/** Prettier may escape or pad; the words are what counts. */
const words = (text: string): string => text.replaceAll(/[\s|\\-]+/g, ' ').trim();

it('states in docs/population.md the shares that the code draws from (npm run -s truth -- --shares prints them)', () => {
  const [, after = ''] = docs('population.md').split('<!-- shares -->');
  const [stated = ''] = after.split('<!-- /shares -->');
  expect(words(stated)).toBe(words(describeShares()));
});

it('states in docs/population-figures.md how every field turns out (npm run -s truth -- --figures prints it)', () => {
  expect(words(docs('population-figures.md'))).toBe(words(describeFigures()));
}, 60_000);
