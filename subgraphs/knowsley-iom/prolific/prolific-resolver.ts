import DataLoader from 'dataloader';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import { definitionOf } from '../../common/graph/definition';
import { instanceWith } from '../../common/graph/instance-with';
import { categoryDirective } from '../../common/records/disclosure-text';
import type { OwnerContext } from '../../common/serving/owner-context';
import { badInput } from '../../common/serving/owner-errors';
import { Nominal } from '../nominals/nominal';
import { decideProlific, LAST_YEAR_THRESHOLDS, type LastYearThreshold, type ProlificFacts } from './decide-prolific';
import { NominalProlific } from './nominal-prolific';
import { NOTHING_RECORDED, readProlificFacts } from './read-prolific-facts';

type FactsLoader = DataLoader<string, ProlificFacts>;
/** The loader of one request. */
const loaderOf = new WeakMap<OwnerContext, FactsLoader>();

@Resolver(() => Nominal)
export class ProlificResolver {
  // One value gives away something of three: who may not see all of them is not told the sum.
  @FieldResolver(() => NominalProlific, {
    nullable: true,
    description: 'Whether the person is a prolific offender by the definition of Knowsley.',
  })
  @Directive(categoryDirective('RISK_SCORE/BAND/PROLIFIC'))
  @Directive('@reveals(coordinate: "Offence.month")')
  @Directive('@reveals(coordinate: "CorvusScore.band")')
  @Directive('@reveals(coordinate: "CohortMembership.status")')
  async prolific(
    @Root() nominal: Nominal,
    @Arg('offencesInLastYear', () => Int, {
      defaultValue: 4,
      description: 'How many offences of the last 12 months part (a) demands: 4 or 5, since the source says both.',
    })
    offencesInLastYear: number,
    @Ctx() context: OwnerContext,
  ): Promise<NominalProlific> {
    const threshold = LAST_YEAR_THRESHOLDS.find((known) => known === offencesInLastYear);
    if (threshold === undefined) {
      throw badInput(`"offencesInLastYear" is ${String(offencesInLastYear)}; give 4 or 5.`);
    }
    return measure(await factsOf(context).load(nominal.id), context.scope.today, threshold);
  }
}

function measure(facts: ProlificFacts, today: string, threshold: LastYearThreshold): NominalProlific {
  return instanceWith(NominalProlific, {
    ...decideProlific(facts, today, threshold),
    asAt: today,
    lastYearThreshold: threshold,
    definition: definitionOf('UK-KNOWSLEY-PROLIFIC-A-1'),
    alternativeDefinition: definitionOf('UK-KNOWSLEY-PROLIFIC-B-1'),
  });
}

function factsOf(context: OwnerContext): FactsLoader {
  let loader = loaderOf.get(context);
  if (loader === undefined) {
    const { store, today } = context.scope;
    loader = new DataLoader(async (ids) => {
      const found = await readProlificFacts(store, today, ids);
      return ids.map((id) => found.get(id) ?? NOTHING_RECORDED);
    });
    loaderOf.set(context, loader);
  }
  return loader;
}
