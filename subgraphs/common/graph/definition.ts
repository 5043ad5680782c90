import { Directive, ObjectType } from 'type-graphql';

import { DisclosedValue } from '../records/decorators';

/** The definition by which a number was counted; it travels with the number, because jurisdictions count differently. */
@Directive('@shareable')
@ObjectType('Definition', { description: 'The definition by which a number was counted.' })
export class Definition {
  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Jurisdiction whose definition it is: UK, NL or IT.')
  jurisdiction!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'The definition in words.')
  text!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Version of the definition.')
  version!: string;
}
