import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { ExtremismStrand, PlanActionStatus } from '../vocabularies';

@RecordOf({
  table: 'extremism_action',
  describes:
    'An action agreed in a case of extremism. Recorded by the triangle of mayor, police and public prosecutor.',
  discloses: 'CASE_PLAN/FULL/PLAN',
  anchors: { subject: 'subjectId', extremismCase: 'extremismCaseId' },
})
@Provenance('CASE_PLAN/FULL/PLAN')
export class ExtremismAction {
  @Key()
  id!: string;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'reference', { describes: 'Id of the case of extremism.' })
  extremismCaseId!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'code', {
    vocabulary: ExtremismStrand,
    describes: 'Strand of the programme of action.',
  })
  strand!: keyof typeof ExtremismStrand | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { describes: 'What is done.', filter: false })
  action!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'text', { describes: 'Who does it.' })
  organisation!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'date', { describes: 'When it is due, Europe/Amsterdam.' })
  due!: string | null;

  @Disclosed('CASE_PLAN/FULL/PLAN', 'code', { vocabulary: PlanActionStatus, describes: 'Where it stands.' })
  status!: keyof typeof PlanActionStatus | null;
}
