import { Arg, Directive, Query, Resolver } from 'type-graphql';

import { categoryDirective } from '../../common/records/disclosure-text';
import { DefinitionConcept } from '../vocabularies';
import { listDefinitions } from './list-definitions';
import { StatedDefinition } from './stated-definition';

@Resolver()
export class DefinitionResolver {
  @Query(() => [StatedDefinition], {
    nullable: true,
    description: 'The definitions by which the jurisdictions count, and the rules of the hub, each with its source.',
  })
  @Directive(categoryDirective('GOVERNANCE/FULL'))
  definitions(
    @Arg('concept', () => DefinitionConcept, { nullable: true, description: 'Only those of this concept.' })
    concept: keyof typeof DefinitionConcept | null,
    @Arg('jurisdiction', () => String, {
      nullable: true,
      description: 'Only those of this jurisdiction: UK, NL or IT; ALL: of the whole project.',
    })
    jurisdiction: string | null,
  ): readonly StatedDefinition[] {
    return listDefinitions({ concept, jurisdiction });
  }
}
