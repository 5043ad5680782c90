import path from 'node:path';

import { loadProtocols } from '../../../protocols/load-protocols';
import { allOrganisationRoles, isController } from '../../../schema/organisations';
import { OVERSEEN, overseenBy } from './overseen-controllers';

const roles = allOrganisationRoles();
const nameOf = ({ organisation, role }: (typeof roles)[number]): string => `${organisation}.${role}`;

describe('the officers', () => {
  // By hand, from the reading in docs/open-questions.md.
  it.each([
    ['merseyside-police', ['merseyside-police']],
    ['mals', ['mals']],
    ['knowsley', ['kiom', 'probation', 'prisons']],
    ['the-hague', ['safety-house-partners', 'aftercare']],
    ['turin', ['eri']],
  ] as const)('of %s oversee %s', (organisation, controllers) => {
    expect(overseenBy({ organisation, role: 'dpo' })).toEqual(controllers);
    for (const controller of controllers) expect(isController(controller)).toBe(true);
  });

  it('are those who have the role, and nobody else', () => {
    const overseeing = roles.filter((one) => overseenBy(one).length > 0).map(nameOf);
    expect(overseeing).toEqual(roles.filter(({ role }) => role === 'dpo').map(nameOf));
    expect(overseeing.sort()).toEqual(Object.keys(OVERSEEN).sort());
  });

  it('are those to whom OVERSIGHT speaks', () => {
    const { protocols } = loadProtocols(path.join(__dirname, '../../../protocols/agreements'), { synthetic: true });
    const named = protocols
      .filter(({ id }) => id === 'OVERSIGHT')
      .flatMap(({ clauses }) => clauses.flatMap(({ recipients }) => recipients.map(nameOf)));
    expect(named.sort()).toEqual(Object.keys(OVERSEEN).sort());
  });

  it('are never told of extremism, of victims or of the intelligence of the Dutch police', () => {
    const overseen = new Set(Object.values(OVERSEEN).flat());
    for (const controller of ['extremism-triangle', 'victim-recorders', 'politie-haaglanden'] as const) {
      expect(overseen.has(controller)).toBe(false);
    }
  });

  it('oversee nothing together', () => {
    const all = Object.values(OVERSEEN).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});
