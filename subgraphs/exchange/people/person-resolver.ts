import { Arg, Directive, ID, Query, Resolver } from 'type-graphql';

import { Person } from '../../common/graph/person-views';
import { categoryDirective } from '../../common/records/disclosure-text';

/** The door to what all owners hold on one person. The exchange itself knows nobody: it hands the key on. */
@Resolver()
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description:
      'A person by id, to be asked of every owner at once. Any id gives a person: that one is given says nothing about ' +
      'whether anybody holds a record.',
  })
  @Directive(categoryDirective('GOVERNANCE/FULL'))
  person(@Arg('id', () => ID) id: string): Person {
    return Object.assign(new Person(), { id });
  }
}
