import DataLoader from 'dataloader';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { categoryDirective } from '../../common/records/disclosure-text';
import { type OwnerMeasure, readMeasure } from '../../common/row-security/owner-measure';
import type { OwnerContext } from '../../common/serving/owner-context';
import type { RequestStore } from '../../common/storage/request-store';
import { AftercareClient } from './aftercare-client';
import { countReturnToPrison, RETURN_WINDOW_MONTHS, type Stay } from './count-return-to-prison';
import { RETURN_DEFINITION, ReturnToPrisonMeasure } from './return-to-prison-measure';

/** The loader of one request. */
const loaderOf = new WeakMap<OwnerContext, DataLoader<string, ReturnToPrisonMeasure | null>>();

@Resolver(() => AftercareClient)
export class ReturnToPrisonResolver {
  @FieldResolver(() => ReturnToPrisonMeasure, {
    nullable: true,
    description: 'Return to prison for a new offence within twelve months of release, computed from detentions.',
  })
  @Directive(categoryDirective('OUTCOME/FULL/REOFFENDING'))
  async returnToPrison(
    @Root() client: AftercareClient,
    @Ctx() context: OwnerContext,
  ): Promise<ReturnToPrisonMeasure | null> {
    let loader = loaderOf.get(context);
    if (loader === undefined) {
      const { store, today } = context.scope;
      loader = new DataLoader((ids) => measures(store, today, ids));
      loaderOf.set(context, loader);
    }
    return loader.load(client.id);
  }
}

interface ReleasedRow {
  readonly id: string;
  readonly releaseDate: string | null;
  readonly stays: readonly Stay[];
}

// The permission to read the outcome stands for its inputs, which it does not show. Dates are text: as they sort.
export const RETURN_TO_PRISON: OwnerMeasure = {
  name: 'returnToPrison',
  coordinate: 'AftercareClient.returnToPrison',
  relation: 'aftercare_client',
  select: `
  select c.id, c.release_date::text as "releaseDate", coalesce((
    select json_agg(json_build_object('startDate', d.start_date::text, 'startReason', d.start_reason))
    from detention d where d.subject_id = c.id and d.start_date is not null), '[]'::json) as stays
  from aftercare_client c where c.id in (select id from wanted)`,
};

async function measures(
  store: RequestStore,
  today: string,
  ids: readonly string[],
): Promise<(ReturnToPrisonMeasure | null)[]> {
  const rows = await readMeasure<ReleasedRow>(store, RETURN_TO_PRISON, ids);
  const found = new Map(rows.map((row) => [row.id, measureOf(row, today)]));
  return ids.map((id) => found.get(id) ?? null);
}

function measureOf({ releaseDate, stays }: ReleasedRow, today: string): ReturnToPrisonMeasure | null {
  if (releaseDate === null) return null;
  const counted = countReturnToPrison(releaseDate, stays, today);
  return Object.assign(new ReturnToPrisonMeasure(), {
    ...counted,
    windowMonths: RETURN_WINDOW_MONTHS,
    censored: counted.censoredReason !== null,
    definition: RETURN_DEFINITION,
  });
}
