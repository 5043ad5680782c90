import type { OrganisationId } from '../../../schema/organisations';
import type { PoliceArea } from '../vocabularies';
import { ASKED_BY } from './asked-by';

interface AreaOfWork {
  readonly organisation: OrganisationId;
  /** As the token of the organisation's staff words it; upper and lower case alike. */
  readonly text: string;
  readonly code: keyof typeof PoliceArea;
}

/**
 * Where the staff of an organisation work, in the words of a token and as a code. A token's area is free text, so that
 * this is the one place where it becomes a code: an area that is not here, or that is another organisation's, is none,
 * and nothing is recorded there.
 */
export const AREAS_OF_WORK: readonly AreaOfWork[] = [
  { organisation: 'liverpool-iom', text: 'Liverpool', code: 'LIVERPOOL' },
  { organisation: 'nps-liverpool', text: 'Liverpool', code: 'LIVERPOOL' },
  { organisation: 'gmp', text: 'Greater Manchester', code: 'GREATER_MANCHESTER' },
];

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** SELECT of the code of the requester's area; no row for an unknown one. */
export const AREA_OF_REQUESTER = `select area.code from (values ${AREAS_OF_WORK.map(
  ({ organisation, text, code }) => `(${[organisation, text.toLowerCase(), code].map(quoted).join(', ')})`,
).join(', ')}) area(organisation, text, code)
  where area.organisation = ${ASKED_BY.organisation} and area.text = lower(btrim(${ASKED_BY.area}))`;
