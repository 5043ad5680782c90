import { ObjectType } from 'type-graphql';

import { DisclosedValue } from '../../common/records/decorators';
import { DefinitionConcept } from '../vocabularies';
import { TrilingualText } from '../words/trilingual-text';

@ObjectType('StatedDefinition', {
  description:
    'A definition by which one of the jurisdictions counts, or a rule of the hub, with its source. A number states its ' +
    'definition by the version; two numbers with different definitions are not compared.',
})
export class StatedDefinition {
  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Its version, as numbers state it; another wording is another one.')
  version!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => DefinitionConcept, 'What is defined.')
  concept!: keyof typeof DefinitionConcept;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Whose definition: UK, NL or IT; ALL: of the whole project.')
  jurisdiction!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => TrilingualText, 'The definition in words.')
  text!: TrilingualText;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'What the sources say, word for word; null: no words of theirs.')
  quote!: string | null;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'The document that says it, by its number, where it is noted.')
  source!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'In a form that can be computed; says so where it cannot be.')
  computableForm!: string;

  @DisclosedValue(
    'GOVERNANCE/FULL',
    () => String,
    'What the hub changed or proposes, and why; null: as the sources have it.',
  )
  mended!: string | null;
}
