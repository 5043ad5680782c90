import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';

import { conjunctionOf } from '../../../protocols/conjunction';
import { isInForce } from '../../../protocols/in-force';
import { wholeGraphFields, wholeGraphPermissions } from '../../common/disclosure/whole-graph';
import { checkFirst, MAXIMUM_FIRST } from '../../common/graph/record-resolvers';
import { categoryDirective } from '../../common/records/disclosure-text';
import { instanceWith } from '../../common/graph/instance-with';
import type { OwnerContext } from '../../common/serving/owner-context';
import { AskableFields } from './askable-field';
import { listAskable } from './list-askable';
import { stateProtocol } from './state-protocol';
import { StatedProtocol } from './stated-protocol';

/** The agreements themselves, from the very set that decides this request. */
@Resolver()
export class ProtocolResolver {
  @Query(() => [StatedProtocol], {
    nullable: true,
    description:
      'The agreements of today, by their dates; among them those that permit nothing yet because they await something.',
  })
  @Directive(categoryDirective('GOVERNANCE/FULL'))
  protocols(@Ctx() { agreements: { set, now } }: OwnerContext): readonly StatedProtocol[] {
    return set.protocols.filter((protocol) => isInForce(protocol, now)).map((protocol) => stateProtocol(protocol, now));
  }

  @Query(() => StatedProtocol, {
    nullable: true,
    description: 'One agreement that the hub knows, in force today or not; null for an unknown one.',
  })
  @Directive(categoryDirective('GOVERNANCE/FULL'))
  protocol(
    @Arg('id', () => ID, { description: 'Id of the agreement, for example KIOM-CORE.' }) id: string,
    @Arg('version', () => String, {
      nullable: true,
      description: 'Its version; without it, the one that is in force today.',
    })
    version: string | null,
    @Ctx() { agreements: { set, now } }: OwnerContext,
  ): StatedProtocol | null {
    const found = set.protocols.find(
      (protocol) => protocol.id === id && (version ? protocol.version === version : isInForce(protocol, now)),
    );
    return found === undefined ? null : stateProtocol(found, now);
  }

  @Query(() => AskableFields, {
    nullable: true,
    description:
      'What the agreements let the caller ask for the stated purpose: each field of the graph with its clause and, where ' +
      'it depends on the record, the conditions in words.',
  })
  @Directive(categoryDirective('GOVERNANCE/FULL'))
  whatMayIAsk(
    @Arg('typeName', () => String, {
      nullable: true,
      description: 'Only the fields of this type, for example Nominal.',
    })
    typeName: string | null,
    @Arg('includeDenied', () => Boolean, {
      defaultValue: false,
      description:
        'Whether to list what is denied as well, with the clause that a refusal cites; of types of which something is shown.',
    })
    includeDenied: boolean,
    @Arg('first', () => Int, { defaultValue: MAXIMUM_FIRST, description: `How many, 1 to ${String(MAXIMUM_FIRST)}.` })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'What "next" of the part before says.' })
    after: string | null,
    @Ctx() { scope: { requester }, agreements: { decide, now } }: OwnerContext,
  ): AskableFields {
    checkFirst(first);
    const { fields, requires } = wholeGraphPermissions();
    return instanceWith(AskableFields, {
      recipient: `${requester.organisation}.${requester.role}`,
      purpose: requester.purpose,
      ...listAskable(
        wholeGraphFields(),
        (field) => {
          const required = (requires.get(field.coordinate) ?? []).flatMap((name) => fields.get(name) ?? []);
          return conjunctionOf(
            decide(requester, field, now),
            required.map((revealed) => decide(requester, revealed, now)),
          );
        },
        { typeName, includeDenied, first, after },
      ),
    });
  }
}
