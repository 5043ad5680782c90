import { Int, ObjectType } from 'type-graphql';

import { DisclosedValue } from '../../common/records/decorators';
import { TrilingualText } from './trilingual-text';

@ObjectType('VocabularyCode', { description: 'One code of a closed vocabulary.' })
export class VocabularyCode {
  @DisclosedValue('GOVERNANCE/FULL', () => String, 'The code, as it stands in answers and filters.')
  code!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => TrilingualText, 'What the code means, in three languages.')
  label!: TrilingualText;

  @DisclosedValue('GOVERNANCE/FULL', () => Int, 'Place in the vocabulary, from 1.')
  order!: number;

  @DisclosedValue(
    'GOVERNANCE/FULL',
    () => String,
    'The document of the project that the code comes from, by its number; or "this hub".',
  )
  source!: string | null;
}

@ObjectType('Vocabulary', { description: 'A closed vocabulary: the words that a field may hold, in three languages.' })
export class Vocabulary {
  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Name of the vocabulary.')
  name!: string;

  @DisclosedValue(
    'GOVERNANCE/FULL',
    () => String,
    'The enum of this graph that holds its codes, or those of them that the graph uses; not recorded where none does.',
  )
  graphqlEnum!: string | null;

  @DisclosedValue('GOVERNANCE/FULL', () => [VocabularyCode], 'Its codes, in their order.')
  codes!: readonly VocabularyCode[];
}
