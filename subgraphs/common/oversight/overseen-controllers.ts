import type { Controller, OrganisationRole } from '../../../schema/organisations';

/**
 * Of whose data an officer is told who may see them: of the own organisation's, or of those of a group that the office
 * serves. That an office serves a partnership is this hub's own reading (docs/open-questions.md). Nobody is told of
 * extremism, of victims, of notes on health, of who refers to ERI, or of what a single Dutch service controls alone.
 */
export const OVERSEEN: Readonly<Record<string, readonly Controller[]>> = {
  'merseyside-police.dpo': ['merseyside-police'],
  'mals.dpo': ['mals'],
  'knowsley.dpo': ['kiom', 'probation', 'prisons'],
  'the-hague.dpo': ['safety-house-partners', 'aftercare'],
  'turin.dpo': ['eri'],
};

/** The controllers that this person oversees; none for anybody who is no officer. */
export function overseenBy({ organisation, role }: OrganisationRole): readonly Controller[] {
  const officer = `${organisation}.${role}`;
  return Object.hasOwn(OVERSEEN, officer) ? (OVERSEEN[officer] ?? []) : [];
}
