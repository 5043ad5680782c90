import { Directive, FieldResolver, Resolver } from 'type-graphql';

import { Definition } from '../../common/graph/definition';
import { categoryDirective } from '../../common/records/disclosure-text';
import { HOUSING_RULE, WORK_RULE } from './decide-route';
import { HousingApplication } from './housing-application';
import { WorkApplication } from './work-application';

@Resolver(() => HousingApplication)
export class HousingRuleResolver {
  @FieldResolver(() => Definition, { nullable: true, description: 'The rule by which the person is eligible or not.' })
  @Directive(categoryDirective('GOVERNANCE/FULL'))
  definition(): Definition {
    return HOUSING_RULE;
  }
}

@Resolver(() => WorkApplication)
export class WorkRuleResolver {
  @FieldResolver(() => Definition, { nullable: true, description: 'The rule by which the person is eligible or not.' })
  @Directive(categoryDirective('GOVERNANCE/FULL'))
  definition(): Definition {
    return WORK_RULE;
  }
}
