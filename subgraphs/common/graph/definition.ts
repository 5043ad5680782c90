import { Directive, ObjectType } from 'type-graphql';

import { DEFINITIONS, type DefinitionVersion } from '../../../schema/definitions';
import { DisclosedValue } from '../records/decorators';
import { instanceWith } from './instance-with';

/** The definition by which a number was counted; it travels with the number, because jurisdictions count differently. */
@Directive('@shareable')
@ObjectType('Definition', { description: 'The definition by which a number was counted.' })
export class Definition {
  @DisclosedValue(
    'GOVERNANCE/FULL',
    () => String,
    'Jurisdiction whose definition it is: UK, NL or IT; ALL: of the whole project.',
  )
  jurisdiction!: string;

  @DisclosedValue(
    'GOVERNANCE/FULL',
    () => String,
    'The definition in words; `definitions` has it in three languages, with its source.',
  )
  text!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Version of the definition.')
  version!: string;
}

/** The definition of that version, from the one list that the graph tells as `definitions`. */
export function definitionOf(version: DefinitionVersion): Definition {
  const { jurisdiction, text } = DEFINITIONS[version];
  return instanceWith(Definition, { jurisdiction, text: text.en, version });
}
