import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';

import { instanceWith } from '../../common/graph/instance-with';
import { AccessExplanation } from '../../common/oversight/access-explanation';
import { readExplained } from '../../common/oversight/read-explained';
import { categoryDirective } from '../../common/records/disclosure-text';
import type { OwnerContext } from '../../common/serving/owner-context';

/** The door to every owner's explanation. The exchange itself knows nobody: it checks the question and hands it on. */
@Resolver()
export class ExplainAccessResolver {
  @Query(() => AccessExplanation, {
    nullable: true,
    description:
      'For data protection officers: why a persona is shown what it is shown about a person, field by field, or why ' +
      'not. Any id may be asked about: that it is answered says nothing about whether anybody holds a record.',
  })
  @Directive(categoryDirective('AUDIT/FULL'))
  explainAccess(
    @Arg('persona', () => String, {
      description: 'Pseudonym of who would ask: organisation.role, numbered where several have the role.',
    })
    persona: string,
    @Arg('purpose', () => String, { description: 'The purpose for which the persona would ask.' }) purpose: string,
    @Arg('subject', () => ID, { description: 'Id of the person, as the owner of the record issued it.' })
    subject: string,
    @Ctx() { scope: { requester } }: OwnerContext,
  ): AccessExplanation {
    // The owners read it again for themselves.
    readExplained({ persona, purpose }, requester.requestId);
    return instanceWith(AccessExplanation, { persona, purpose, subject });
  }
}
