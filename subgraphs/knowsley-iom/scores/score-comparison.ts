import { Int, ObjectType } from 'type-graphql';

import { DisclosedValue } from '../../common/records/decorators';

@ObjectType('ScoreComparison', {
  description:
    'How two CORVUS scores of one scheme stand to each other. Scores of different schemes are never compared.',
})
export class ScoreComparison {
  @DisclosedValue('RISK_SCORE/FULL/CORVUS', () => Int, 'Points of the first score above the other; negative below it.')
  difference!: number;

  @DisclosedValue('RISK_SCORE/BAND/CORVUS', () => String, 'Area whose matrix both were made by.')
  schemeArea!: string;

  @DisclosedValue('RISK_SCORE/BAND/CORVUS', () => String, 'Version of that matrix.')
  schemeVersion!: string;
}
