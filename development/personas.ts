// The people one can ask as in development. They are invented; a persona is `organisation.role`, numbered where one
// role needs several people.
import { isRoleOf, ORGANISATIONS, type OrganisationId } from '../schema/organisations';

export interface Persona {
  /** The name one asks for, and the pseudonym in the token. */
  readonly persona: string;
  readonly organisation: OrganisationId;
  readonly role: string;
  /** Borough, municipality or prison that the person works for. */
  readonly area?: string;
}

const NAMED: Readonly<Record<string, { readonly area?: string }>> = {
  'merseyside-police.officer': { area: 'Knowsley' },
  'liverpool-iom.officer': { area: 'Liverpool' },
  'gmp.officer': { area: 'Greater Manchester' },
  'nps.probation-officer': { area: 'Knowsley' },
  'nps-liverpool.probation-officer': { area: 'Liverpool' },
  'merseyside-crc.case-manager': { area: 'Knowsley' },
  'kmbc.iom-coordinator': { area: 'Knowsley' },
  'hmp-liverpool.officer': { area: 'HMP Liverpool' },
  'hmp-kennet.officer': { area: 'HMP Kennet' },
  'mals.coordinator': {},
  'mals.manager': {},
  'mals.mentor': {},
  'mals.mentor-2': {},
  'mals.facilitator': {},
  'mals.mentee': {},
  'mental-health.practitioner': {},
  'knowsley-housing.officer': {},
  'cab.adviser': {},
  'dwp.adviser': {},
  'drug-service.worker': {},
  'merseyside-police.dpo': {},
  'mals.dpo': {},
  'knowsley.dpo': {},
  'safety-house.process-manager': {},
  'safety-house.process-director': {},
  'den-haag.public-order': { area: 'The Hague' },
  'politie-haaglanden.officer': {},
  'om-den-haag.prosecutor': {},
  'reclassering.probation-officer': {},
  'youth-care.worker': {},
  'forensic-care.clinician': {},
  'rijswijk.social-team': { area: 'Rijswijk' },
  'delft.social-team': { area: 'Delft' },
  'child-protection.officer': {},
  'aftercare.case-worker': {},
  'housing-provider.officer': {},
  'care-provider.worker': {},
  'victim-liaison.officer': {},
  'youth-intervention.worker': {},
  'ccp.worker': {},
  'social-affairs.officer': {},
  'the-hague.dpo': {},
  'judge.reviewer': {},
  'eri.staff': {},
  'eri.mentor': {},
  'eri.participant': {},
  'cisap.social-worker': {},
  'turin-d1.social-worker': {},
  'uepe.officer': {},
  'sert.clinician': {},
  'collegno.officer': { area: 'Collegno' },
  'grugliasco.officer': { area: 'Grugliasco' },
  'turin.dpo': {},
  'ufficio-pio.officer': {},
  'employer.manager': {},
  'pcc.commissioner': {},
  'mappa.coordinator': {},
  'ljmu.researcher': {},
};

export const PERSONAS: readonly Persona[] = Object.entries(NAMED).map(([persona, more]) => ({
  persona,
  ...readName(persona),
  ...more,
}));

/** The persona of that name, if there is one. */
export function findPersona(name: string): Persona | undefined {
  return PERSONAS.find(({ persona }) => persona === name);
}

function readName(persona: string): { organisation: OrganisationId; role: string } {
  const [organisation = '', numberedRole = ''] = persona.split('.');
  const role = numberedRole.replace(/-\d+$/, '');
  if (!Object.hasOwn(ORGANISATIONS, organisation) || !isRoleOf(organisation as OrganisationId, role)) {
    throw new Error(`${persona} is not an organisation and role of schema/organisations.ts`);
  }
  return { organisation: organisation as OrganisationId, role };
}
