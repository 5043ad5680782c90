import DataLoader from 'dataloader';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { definitionOf } from '../../common/graph/definition';
import { instanceWith } from '../../common/graph/instance-with';
import { categoryDirective } from '../../common/records/disclosure-text';
import { type OwnerMeasure, readMeasure } from '../../common/row-security/owner-measure';
import type { OwnerContext } from '../../common/serving/owner-context';
import type { RequestStore } from '../../common/storage/request-store';
import { Client } from '../clients/client';
import { ClientProlific } from './client-prolific';
import { type Conviction, decideProlific } from './decide-prolific';

/** The loader of one request. */
const loaderOf = new WeakMap<OwnerContext, DataLoader<string, readonly Conviction[]>>();

@Resolver(() => Client)
export class ClientProlificResolver {
  @FieldResolver(() => ClientProlific, {
    nullable: true,
    description: 'Whether the person is a prolific offender by the Dutch definition.',
  })
  @Directive(categoryDirective('RISK_SCORE/BAND/PROLIFIC'))
  @Directive('@reveals(coordinate: "ProsecutorOffence.month")')
  async prolific(@Root() client: Client, @Ctx() context: OwnerContext): Promise<ClientProlific> {
    const { store, today } = context.scope;
    let loader = loaderOf.get(context);
    if (loader === undefined) {
      loader = new DataLoader((ids) => convictionsOf(store, ids));
      loaderOf.set(context, loader);
    }
    return instanceWith(ClientProlific, {
      ...decideProlific(await loader.load(client.id), today),
      asAt: today,
      definition: definitionOf('NL-PROLIFIC-1'),
    });
  }
}

interface ConvictionsRow {
  readonly id: string;
  readonly convictions: readonly Conviction[];
}

// The prosecutor's own records alone: what the police know of as well is the same offence, and no conviction. Dates are
// text: as they sort.
export const CLIENT_CONVICTIONS: OwnerMeasure = {
  name: 'clientConvictions',
  coordinate: 'Client.prolific',
  relation: 'client',
  select: `
  select wanted.id, coalesce((
    select json_agg(json_build_object('offenceDate', o.offence_date::text, 'convictionDate', o.conviction_date::text))
    from prosecutor_offence o where o.subject_id = wanted.id and o.decision = 'CONVICTED'
      and o.offence_date is not null and o.conviction_date is not null), '[]'::json) as convictions
  from wanted`,
};

async function convictionsOf(store: RequestStore, ids: readonly string[]): Promise<(readonly Conviction[])[]> {
  const rows = await readMeasure<ConvictionsRow>(store, CLIENT_CONVICTIONS, ids);
  const found = new Map(rows.map(({ id, convictions }) => [id, convictions]));
  return ids.map((id) => found.get(id) ?? []);
}
