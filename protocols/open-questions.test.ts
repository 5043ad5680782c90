import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ORGANISATIONS, type OrganisationId } from '../schema/organisations';
import { readPermissionMap } from '../schema/read-permission-map';
import { createDecider, purposesOf } from './decide';
import { loadProtocols } from './load-protocols';

const ROOT = path.resolve(__dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

it('docs/open-questions.md lists exactly the fields that no clause in force permits to anybody', () => {
  const fields = [...readPermissionMap(read('schema/supergraph.graphql')).fields.values()];
  const set = loadProtocols(path.join(ROOT, 'protocols/agreements'), { synthetic: true, fields });
  const decide = createDecider(set);
  const now = new Date();
  const askers = (Object.keys(ORGANISATIONS) as OrganisationId[]).flatMap((organisation) => {
    const { roles, jurisdiction } = ORGANISATIONS[organisation];
    return roles.flatMap((role) =>
      purposesOf(set, organisation, role, now).map((purpose) => ({ organisation, role, jurisdiction, purpose })),
    );
  });
  // What a clause permits does not depend on the field's name: each kind of disclosure is decided once.
  const nobody = new Map<string, boolean>();
  const isShownToNobody = (field: (typeof fields)[number]): boolean => {
    const { category, level, facet, controller } = field;
    const kind = [category, level, facet, controller].join(' ');
    const known = nobody.get(kind) ?? askers.every((asker) => decide(asker, field, now).kind === 'deny');
    nobody.set(kind, known);
    return known;
  };
  const shownToNobody = fields.filter(isShownToNobody).map(({ coordinate }) => coordinate);

  const [, section = ''] = /^## Fields that nobody is shown$(.*?)^## /ms.exec(read('docs/open-questions.md')) ?? [];
  const listed = [...section.matchAll(/^\| `(\w+\.\w+)`/gm)].map((match) => match[1] ?? '');
  expect(listed.sort()).toEqual(shownToNobody.sort());
});
