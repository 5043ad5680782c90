import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { CostBand } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'cost_of_crime',
  describes:
    'Estimated cost of a person’s crime: policing, prison, probation and financial impact. Never derive it from the ' +
    'score or the score from it. Recorded by Merseyside Police in CORVUS.',
  discloses: 'COST_OF_CRIME/FLAG',
  plural: 'costsOfCrime',
})
export class CostOfCrime extends PersonRecord {
  @Disclosed('COST_OF_CRIME/BAND', 'code', { vocabulary: CostBand, describes: 'The amount in a band.' })
  band!: keyof typeof CostBand | null;

  @Disclosed('COST_OF_CRIME/FULL', 'integer', { describes: 'The amount in pounds sterling.' })
  amountGbp!: number | null;

  @Disclosed('COST_OF_CRIME/BAND', 'month', { describes: 'Month of the estimate, YYYY-MM.' })
  asAt!: string | null;

  @Disclosed('COST_OF_CRIME/FULL', 'date', {
    describes: 'Day until which the primary offence is carried: up to two years beyond the at-liberty date.',
  })
  carriedUntil!: string | null;
}
