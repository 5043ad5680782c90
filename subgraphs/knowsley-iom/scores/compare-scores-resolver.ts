import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';

import { instanceWith } from '../../common/graph/instance-with';
import { categoryDirective } from '../../common/records/disclosure-text';
import { recordTypeOf } from '../../common/records/record-registry';
import type { OwnerContext } from '../../common/serving/owner-context';
import { notComparable } from '../../common/serving/owner-errors';
import { compareScores, type ScoreOf } from './compare-scores';
import { CorvusScore } from './corvus-score';
import { ScoreComparison } from './score-comparison';

@Resolver()
export class CompareScoresResolver {
  @Query(() => ScoreComparison, {
    nullable: true,
    description:
      'Compares two CORVUS scores, of one person or of two, by their ids. Refused, with the reason, where they are of ' +
      'different schemes; null where there is no such score, or none that may be seen.',
  })
  @Directive(categoryDirective('RISK_SCORE/FULL/CORVUS'))
  @Directive('@reveals(coordinate: "CorvusScore.score")')
  async compareScores(
    @Arg('id', () => ID, { description: 'Id of the first score.' }) id: string,
    @Arg('otherId', () => ID, { description: 'Id of the score that it is compared with.' }) otherId: string,
    @Ctx() context: OwnerContext,
  ): Promise<ScoreComparison | null> {
    const [one, other] = await Promise.all([visibleScore(context, id), visibleScore(context, otherId)]);
    if (one === undefined || other === undefined) return null;
    // Both scores are told of, by the comparison and by the refusal of it alike.
    for (const score of [one, other]) context.notes.disclosed(score.subjectId, 'Query.compareScores', score, undefined);
    const comparison = compareScores(one, other);
    if ('refused' in comparison) throw notComparable(comparison.refused);
    return instanceWith(ScoreComparison, comparison);
  }
}

/** The score, where its points may be seen and not only that it exists. */
async function visibleScore(
  { loaders, scope }: OwnerContext,
  id: string,
): Promise<(ScoreOf & CorvusScore) | undefined> {
  const recordType = recordTypeOf(CorvusScore);
  const score = await loaders.one(recordType, id);
  const decision = scope.decide('CorvusScore.score');
  if (score === undefined || decision === undefined || decision.kind === 'deny') return undefined;
  if (decision.kind === 'permit when' && !scope.holds(recordType, score, decision.alternatives)) return undefined;
  return score as unknown as ScoreOf & CorvusScore; // what the loader of that kind brings
}
