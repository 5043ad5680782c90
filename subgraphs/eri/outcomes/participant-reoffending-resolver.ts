import DataLoader from 'dataloader';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import { definitionOf } from '../../common/graph/definition';
import { instanceWith } from '../../common/graph/instance-with';
import { categoryDirective } from '../../common/records/disclosure-text';
import { type OwnerMeasure, readMeasure } from '../../common/row-security/owner-measure';
import type { OwnerContext } from '../../common/serving/owner-context';
import { badInput } from '../../common/serving/owner-errors';
import type { RequestStore } from '../../common/storage/request-store';
import { Participant } from '../participants/participant';
import { countReturn, REOFFENDING_WINDOWS, type ReturnFacts } from './count-return';
import { ParticipantReoffending } from './participant-reoffending';

const DEFINITION = definitionOf('IT-REOFFENDING-1');

type FactsLoader = DataLoader<string, ReturnFacts | undefined>;
/** The loader of one request. The facts do not depend on the window. */
const loaderOf = new WeakMap<OwnerContext, FactsLoader>();

@Resolver(() => Participant)
export class ParticipantReoffendingResolver {
  @FieldResolver(() => ParticipantReoffending, {
    nullable: true,
    description:
      'Return to prison within 3, 6 or 12 months after the first engagement with the programme, by the Italian definition.',
  })
  @Directive(categoryDirective('OUTCOME/FULL/REOFFENDING'))
  async reoffending(
    @Root() participant: Participant,
    @Arg('windowMonths', () => Int, { description: 'Length of the window in months: 3, 6 or 12.' })
    windowMonths: number,
    @Ctx() context: OwnerContext,
  ): Promise<ParticipantReoffending | null> {
    if (!REOFFENDING_WINDOWS.some((known) => known === windowMonths)) {
      throw badInput(`"windowMonths" is ${String(windowMonths)}; give 3, 6 or 12.`);
    }
    const facts = await factsOf(context).load(participant.id);
    if (facts === undefined) return null;
    const counted = countReturn(facts, windowMonths, context.scope.today);
    return instanceWith(ParticipantReoffending, {
      ...counted,
      windowMonths,
      firstEngagement: facts.firstEngagement,
      censored: counted.censoredReason !== null,
      definition: DEFINITION,
    });
  }
}

function factsOf(context: OwnerContext): FactsLoader {
  let loader = loaderOf.get(context);
  if (loader === undefined) {
    const { store } = context.scope;
    loader = new DataLoader((ids) => readFacts(store, ids));
    loaderOf.set(context, loader);
  }
  return loader;
}

// The permission to read the outcome stands for its inputs, which it does not show. Dates are text: as they sort.
export const PARTICIPANT_REOFFENDING: OwnerMeasure = {
  name: 'participantReoffending',
  coordinate: 'Participant.reoffending',
  relation: 'participant',
  select: `
  select p.id, p.legal_status as "legalStatus", p.release_month as "releaseMonth",
    (select min(a.held_on)::text from programme_attendance a where a.subject_id = p.id and a.attended)
      as "firstEngagement",
    coalesce((
      select json_agg(json_build_object(
        'followedUpOn', o.followed_up_on::text, 'returnedToPrison', o.returned_to_prison,
        'returnedToPrisonOn', o.returned_to_prison_on::text,
        'offencePriorToEngagement', o.offence_prior_to_engagement))
      from participant_outcome o where o.subject_id = p.id), '[]'::json) as "followUps"
  from participant p where p.id in (select id from wanted)`,
};

async function readFacts(store: RequestStore, ids: readonly string[]): Promise<(ReturnFacts | undefined)[]> {
  const rows = await readMeasure<ReturnFacts & { readonly id: string }>(store, PARTICIPANT_REOFFENDING, ids);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id));
}
