import { isOrganisation, isRoleOf, type OrganisationId, ORGANISATIONS } from '../../../schema/organisations';
import { isPurpose, type Purpose, PURPOSES } from '../../../schema/purposes';
import type { Requester } from '../../../schema/requester';
import { badInput } from '../serving/owner-errors';

/** Whose access is explained: a person's pseudonym, `organisation.role` and a number where several have the role. */
export interface ExplainedPersona {
  readonly persona: string;
  readonly purpose: string;
}

/**
 * The persona as the requester that it would be. The hub keeps no register of people: for which borough or municipality
 * somebody works stands in their token alone, so that none is taken for given here.
 */
export function readExplained({ persona, purpose }: ExplainedPersona, requestId: string): Requester {
  const { organisation, role } = readPersona(persona);
  return {
    person: persona,
    organisation,
    role,
    jurisdiction: ORGANISATIONS[organisation].jurisdiction,
    purpose: readPurpose(purpose),
    requestId,
  };
}

function readPersona(persona: string): { readonly organisation: OrganisationId; readonly role: string } {
  const dot = persona.indexOf('.');
  const organisation = persona.slice(0, Math.max(dot, 0));
  const numberedRole = persona.slice(dot + 1);
  if (!isOrganisation(organisation)) {
    throw badInput(
      '"persona" names no organisation that is known; write organisation.role, numbered where several have the role. ' +
        `Known: ${Object.keys(ORGANISATIONS).join(', ')}.`,
    );
  }
  const role = numberedRole.replace(/-[1-9]\d{0,5}$/, '');
  if (!isRoleOf(organisation, role)) {
    throw badInput(
      `"persona" names no role of ${organisation} that is known. Known: ${ORGANISATIONS[organisation].roles.join(', ')}.`,
    );
  }
  return { organisation, role };
}

function readPurpose(purpose: string): Purpose {
  if (isPurpose(purpose)) return purpose;
  throw badInput(`"purpose" is none that is known. Known: ${Object.keys(PURPOSES).join(', ')}.`);
}
