import type { OrganisationId } from '../../../schema/organisations';

/** To whom somebody consents who consents to research: the recipients of XJ-RESEARCH. */
const RESEARCHERS: readonly OrganisationId[] = ['ljmu'];

/** A consent to research names the researchers; one that names somebody else says nothing about them. */
export const namesResearchers = `recipients && array[${RESEARCHERS.map((id) => `'${id}'`).join(', ')}]`;
