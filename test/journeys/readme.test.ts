import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ask } from '../hub/hub';
import { ROOT } from '../hub/launch-hub';

/** The fenced blocks of the README in a language, in their order. */
function blocks(language: string): readonly string[] {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map((match) => match[1] ?? '');
}

const [sideBySide = ''] = blocks('text');
const query = /^file='(.*)'$/m.exec(blocks('sh').join('\n'))?.[1]?.replaceAll('\\"', '"') ?? '';
const [heading = '', ...lines] = sideBySide.split('\n');
const middle = heading.indexOf('mals.mentor');
const columnOf = (text: string, column: number): string => (column === 0 ? text.slice(0, middle) : text.slice(middle));

describe.each([0, 1])('column %s of the two answers in the README', (column) => {
  const [persona = '', purpose = ''] = columnOf(heading, column).trim().split(', for ');

  it(`is what ${persona} is answered for ${purpose}`, async () => {
    const answer = await ask(persona, purpose, query);
    expect(answer.data).toEqual(JSON.parse(lines.map((line) => columnOf(line, column)).join('\n')));
  });
});

it('quotes an error that stands beside a null of the mentor', async () => {
  const answer = await ask('mals.mentor', 'MENTORING_SUPPORT', query);
  expect(answer.errors).toContainEqual(JSON.parse(blocks('json')[0] ?? ''));
});
