import DataLoader from 'dataloader';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import { categoryDirective } from '../../common/records/disclosure-text';
import type { OwnerContext } from '../../common/serving/owner-context';
import { badInput } from '../../common/serving/owner-errors';
import { Nominal } from '../nominals/nominal';
import { countReoffending } from './count-reoffending';
import { REOFFENDING_WINDOWS, ReoffendingMeasure } from './reoffending-measure';

type MeasureLoader = DataLoader<string, ReoffendingMeasure | undefined>;
/** The loaders of one request, by the length of the window. */
const loadersOf = new WeakMap<OwnerContext, Map<number, MeasureLoader>>();

@Resolver(() => Nominal)
export class ReoffendingResolver {
  @FieldResolver(() => ReoffendingMeasure, {
    nullable: true,
    description:
      'Reoffending within a window of 3, 6 or 12 months after the first engagement with MALS, computed from offences.',
  })
  @Directive(categoryDirective('OUTCOME/FULL/REOFFENDING'))
  async reoffending(
    @Root() nominal: Nominal,
    @Arg('windowMonths', () => Int, { description: 'Length of the window in months: 3, 6 or 12.' })
    windowMonths: number,
    @Ctx() context: OwnerContext,
  ): Promise<ReoffendingMeasure | null> {
    if (!REOFFENDING_WINDOWS.some((known) => known === windowMonths)) {
      throw badInput(`"windowMonths" is ${String(windowMonths)}; give 3, 6 or 12.`);
    }
    return (await measures(context, windowMonths).load(nominal.id)) ?? null;
  }
}

function measures(context: OwnerContext, windowMonths: number): MeasureLoader {
  const loaders = loadersOf.get(context) ?? new Map<number, MeasureLoader>();
  loadersOf.set(context, loaders);
  let loader = loaders.get(windowMonths);
  if (loader === undefined) {
    const { store, today } = context.scope;
    loader = new DataLoader(async (ids) => {
      const counted = await countReoffending(store, today, windowMonths, ids);
      return ids.map((id) => counted.get(id));
    });
    loaders.set(windowMonths, loader);
  }
  return loader;
}
