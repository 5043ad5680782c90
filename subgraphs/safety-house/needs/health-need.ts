import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';

@RecordOf({
  table: 'health_need',
  describes: 'A health need of the person. Recorded by the care pillar.',
  discloses: 'HEALTH/FLAG',
  anchors: { subject: 'subjectId', case: 'caseId' },
})
@Provenance('HEALTH/BAND')
export class HealthNeed {
  @Key()
  id!: string;

  @Disclosed('HEALTH/FLAG', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('HEALTH/FLAG', 'reference', { describes: 'Id of the case.' })
  caseId!: string;

  @Disclosed('HEALTH/FLAG', 'boolean', { describes: 'That a health need exists, and no more.' })
  needExists!: boolean | null;

  @Disclosed('HEALTH/BAND', 'text', { describes: 'What is needed, without diagnosis.', filter: false })
  needStatement!: string | null;

  @Disclosed('HEALTH/BAND', 'text', { describes: 'Organisation that treats the person.' })
  treatingOrganisation!: string | null;

  @Disclosed('HEALTH/FULL', 'text', {
    describes: 'Diagnosis and treatment, for the treating organisation.',
    filter: false,
  })
  detail!: string | null;
}
