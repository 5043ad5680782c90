import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { NominalBand } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'corvus_score',
  describes:
    'CORVUS score of a person in a month: a weighted matrix of offences, intelligence and drug tests that differs from ' +
    'area to area. Never compare scores of different schemes. Recorded by Merseyside Police.',
  discloses: 'RISK_SCORE/FLAG/CORVUS',
})
export class CorvusScore extends PersonRecord {
  @Disclosed('RISK_SCORE/BAND/CORVUS', 'code', {
    vocabulary: NominalBand,
    describes: 'Band given by the police; its thresholds are not published.',
  })
  band!: keyof typeof NominalBand | null;

  @Disclosed('RISK_SCORE/FULL/CORVUS', 'integer', { describes: 'The score, in points of its own scheme.' })
  score!: number | null;

  @Disclosed('RISK_SCORE/BAND/CORVUS', 'month', { describes: 'Month of the score, YYYY-MM.' })
  asAt!: string | null;

  @Disclosed('RISK_SCORE/BAND/CORVUS', 'text', { describes: 'Area whose matrix was used.' })
  schemeArea!: string | null;

  @Disclosed('RISK_SCORE/BAND/CORVUS', 'text', { describes: 'Version of that matrix.' })
  schemeVersion!: string | null;

  @Disclosed('POLICE_INTELLIGENCE/FULL', 'integer', { describes: 'Points for offences.' })
  offencesComponent!: number | null;

  @Disclosed('POLICE_INTELLIGENCE/FULL', 'integer', { describes: 'Points for intelligence reports.' })
  intelligenceComponent!: number | null;

  @Disclosed('HEALTH/FULL', 'integer', { describes: 'Points for drug tests.' })
  drugTestsComponent!: number | null;
}
