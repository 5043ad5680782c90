import { Arg, Directive, Query, Resolver } from 'type-graphql';

import { categoryDirective } from '../../records/disclosure-text';
import { DisclosureFilter, questionOf } from './disclosure-filter';

/** The root field that leads to every owner's part: of the one owner whose graph has the door, for its own type. */
export function disclosuresDoor(type: new () => object): new () => object {
  @Resolver()
  class DisclosuresDoor {
    @Query((() => type) as unknown as () => typeof String, {
      nullable: true,
      description:
        'For data protection officers: what was disclosed to and withheld from the own organisation, owner by owner, ' +
        'the newest first. Reading it is itself on record.',
    })
    @Directive(categoryDirective('AUDIT/FULL'))
    disclosures(
      @Arg('filter', () => DisclosureFilter, { nullable: true, description: 'Which entries; all without it.' })
      filter: DisclosureFilter | undefined,
    ): object {
      return Object.assign(new type(), { id: questionOf(filter) });
    }
  }
  return DisclosuresDoor;
}
