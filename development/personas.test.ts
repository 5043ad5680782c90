import { findPersona, PERSONAS } from './personas';

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
