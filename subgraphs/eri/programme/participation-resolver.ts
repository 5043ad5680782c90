import DataLoader from 'dataloader';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { definitionOf } from '../../common/graph/definition';
import { instanceWith } from '../../common/graph/instance-with';
import { categoryDirective } from '../../common/records/disclosure-text';
import { type OwnerMeasure, readMeasure } from '../../common/row-security/owner-measure';
import type { OwnerContext } from '../../common/serving/owner-context';
import type { RequestStore } from '../../common/storage/request-store';
import { Participant } from '../participants/participant';
import { countParticipation, type Meeting } from './count-participation';
import { ParticipantParticipation } from './participant-participation';

const DEFINITION = definitionOf('IT-SUCCESS-1');

/** The loader of one request. */
const loaderOf = new WeakMap<OwnerContext, DataLoader<string, readonly Meeting[]>>();

@Resolver(() => Participant)
export class ParticipationResolver {
  @FieldResolver(() => ParticipantParticipation, {
    nullable: true,
    description:
      'Attendance rate and full participation, over all meetings of the runs to which the participant belongs.',
  })
  @Directive(categoryDirective('PROGRAMME/FULL'))
  async participation(
    @Root() participant: Participant,
    @Ctx() context: OwnerContext,
  ): Promise<ParticipantParticipation | null> {
    const { store, today } = context.scope;
    let loader = loaderOf.get(context);
    if (loader === undefined) {
      loader = new DataLoader((ids) => readMeetings(store, ids));
      loaderOf.set(context, loader);
    }
    const counted = countParticipation(await loader.load(participant.id), today);
    return instanceWith(ParticipantParticipation, { ...counted, definition: DEFINITION });
  }
}

/** The meetings themselves are not shown by it. */
export const PARTICIPATION: OwnerMeasure = {
  name: 'participation',
  coordinate: 'Participant.participation',
  relation: 'participant',
  select: `
    select subject_id as "subjectId", held_on::text as "heldOn", attended
    from programme_attendance where subject_id in (select id from wanted)`,
};

async function readMeetings(store: RequestStore, ids: readonly string[]): Promise<(readonly Meeting[])[]> {
  const rows = await readMeasure<Meeting & { readonly subjectId: string }>(store, PARTICIPATION, ids);
  return ids.map((id) => rows.filter(({ subjectId }) => subjectId === id));
}
