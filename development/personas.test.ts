import { readFileSync } from 'node:fs';
import path from 'node:path';

import { loadProtocols } from '../protocols/load-protocols';
import { readPermissionMap } from '../schema/read-permission-map';
import { describePersonas } from './describe-personas';
import { PERSONA_NOTES } from './persona-notes';
import { findPersona, PERSONAS } from './personas';

const ROOT = path.join(__dirname, '..');

it('names every persona after its organisation and role', () => {
  for (const { persona, organisation, role } of PERSONAS)
    expect(persona).toMatch(new RegExp(`^${organisation}\\.${role}(-\\d+)?$`));
  expect(new Set(PERSONAS.map(({ persona }) => persona)).size).toBe(PERSONAS.length);
});

it('has several people where one role needs them', () => {
  expect(findPersona('mals.mentor-2')).toEqual({ persona: 'mals.mentor-2', organisation: 'mals', role: 'mentor' });
});

it('gives an area to those who work for one', () => {
  expect(findPersona('rijswijk.social-team')).toMatchObject({ area: 'Rijswijk' });
  expect(findPersona('mals.mentor')).not.toHaveProperty('area');
});

describe('docs/personas.md', () => {
  it('has a note on every persona, and on nobody else', () => {
    expect(Object.keys(PERSONA_NOTES).sort()).toEqual(PERSONAS.map(({ persona }) => persona).sort());
  });

  it('says what the agreements say each sees and never sees', () => {
    const set = loadProtocols(path.join(ROOT, 'protocols/agreements'), { synthetic: true });
    const supergraph = readFileSync(path.join(ROOT, 'schema/supergraph.graphql'), 'utf8');
    const fields = [...readPermissionMap(supergraph).fields.values()];
    const described = describePersonas(set, fields, new Date('2026-06-15T12:00:00Z'));
    expect(readFileSync(path.join(ROOT, 'docs/personas.md'), 'utf8')).toBe(described);
    // Taken from the wording, not from the engine: a mentor by given name only, and never an offence's date.
    const mentor = described.split('## ').find((entry) => entry.startsWith('mals.mentor\n')) ?? '';
    expect(mentor).toMatch(/sees IDENTITY \(GIVEN_NAME\), .*OFFENCE \(RECORD up to FLAG\)/);
    expect(mentor).toMatch(/never sees .*POLICE_INTELLIGENCE.*VICTIM/);
  });
});
