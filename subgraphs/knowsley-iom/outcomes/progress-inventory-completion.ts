import { Ctx, Directive, Float, Int, ObjectType, Query, Resolver } from 'type-graphql';

import { Definition, definitionOf } from '../../common/graph/definition';
import { instanceWith } from '../../common/graph/instance-with';
import { DisclosedValue } from '../../common/records/decorators';
import { categoryDirective } from '../../common/records/disclosure-text';
import { type OwnerMeasure, readMeasure } from '../../common/row-security/owner-measure';
import type { OwnerContext } from '../../common/serving/owner-context';

const COMPLETION_DEFINITION = definitionOf('UK-INVENTORY-COMPLETION-1');

/** Of all inventories of MALS: it names nobody. */
export const INVENTORY_COMPLETION: OwnerMeasure = {
  name: 'progressInventoryCompletion',
  coordinate: 'Query.progressInventoryCompletion',
  parameters: { today: 'date' },
  select: `
    select count(*)::integer as issued, (count(*) filter (where completed_on <= p_today))::integer as completed
    from progress_inventory where issued_on <= p_today`,
};

@ObjectType('ProgressInventoryCompletion', {
  description: 'How many progress inventories of MALS were completed, of those that were given out.',
})
export class ProgressInventoryCompletion {
  @DisclosedValue('AGGREGATE/FULL', () => Int, 'Inventories given out up to today.')
  issued!: number;

  @DisclosedValue('AGGREGATE/FULL', () => Int, 'Inventories of these that were completed.')
  completed!: number;

  @DisclosedValue('AGGREGATE/FULL', () => Float, 'Share completed, 0 to 1; not recorded where none was given out.')
  rate!: number | null;

  @DisclosedValue('GOVERNANCE/FULL', () => Definition, 'The definition by which it is counted.')
  definition!: Definition;
}

@Resolver()
export class ProgressInventoryCompletionResolver {
  @Query(() => ProgressInventoryCompletion, {
    nullable: true,
    description:
      'Completion of the progress inventories of MALS: "the tailing off in the completions" (004) is watched.',
  })
  @Directive(categoryDirective('AGGREGATE/FULL'))
  async progressInventoryCompletion(
    @Ctx() { scope: { store, today } }: OwnerContext,
  ): Promise<ProgressInventoryCompletion> {
    const [row] = await readMeasure<{ issued: number; completed: number }>(store, INVENTORY_COMPLETION, [], [today]);
    const { issued, completed } = row ?? { issued: 0, completed: 0 };
    return instanceWith(ProgressInventoryCompletion, {
      issued,
      completed,
      rate: issued === 0 ? null : completed / issued,
      definition: COMPLETION_DEFINITION,
    });
  }
}
