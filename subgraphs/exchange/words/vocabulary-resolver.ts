import { Arg, Directive, Query, Resolver } from 'type-graphql';

import { categoryDirective } from '../../common/records/disclosure-text';
import { listVocabularies } from './list-vocabularies';
import { Vocabulary } from './vocabulary';

@Resolver()
export class VocabularyResolver {
  @Query(() => [Vocabulary], {
    nullable: true,
    description: 'Every closed vocabulary by its name, with labels in English, Dutch and Italian.',
  })
  @Directive(categoryDirective('GOVERNANCE/FULL'))
  vocabularies(): readonly Vocabulary[] {
    return listVocabularies();
  }

  @Query(() => Vocabulary, { nullable: true, description: 'One vocabulary by its name; null for an unknown one.' })
  @Directive(categoryDirective('GOVERNANCE/FULL'))
  vocabulary(
    @Arg('name', () => String, { description: 'Name of the vocabulary, for example Pathway.' }) name: string,
  ): Vocabulary | null {
    return listVocabularies().find((vocabulary) => vocabulary.name === name) ?? null;
  }
}
