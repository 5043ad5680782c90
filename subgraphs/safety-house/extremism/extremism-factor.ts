import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Provenance } from '../provenance';
import { ExtremismFactorDomain } from '../vocabularies';

@RecordOf({
  table: 'extremism_factor',
  describes:
    'One of the 54 risk factors of the dynamic assessment framework, as assessed. The sources name four domains and no wording; which number belongs to which domain is not known and was assigned in their order.',
  discloses: 'EXTREMISM/FULL',
  anchors: { subject: 'subjectId', extremismCase: 'extremismCaseId' },
})
@Provenance('EXTREMISM/FULL')
export class ExtremismFactor {
  @Key()
  id!: string;

  @Disclosed('EXTREMISM/FULL', 'reference', { describes: 'Id of the person concerned (Person.id).' })
  subjectId!: string;

  @Disclosed('EXTREMISM/FULL', 'reference', { describes: 'Id of the case of extremism.' })
  extremismCaseId!: string | null;

  @Disclosed('EXTREMISM/FULL', 'text', { describes: 'Number of the factor, F01 to F54.' })
  factor!: string | null;

  @Disclosed('EXTREMISM/FULL', 'code', { vocabulary: ExtremismFactorDomain, describes: 'Domain of the factor.' })
  domain!: keyof typeof ExtremismFactorDomain | null;

  @Disclosed('EXTREMISM/FULL', 'boolean', {
    describes: 'Whether the assessor found it; not recorded where not assessed.',
  })
  present!: boolean | null;

  @Disclosed('EXTREMISM/FULL', 'date', { describes: 'Day of the assessment, Europe/Amsterdam.' })
  assessedOn!: string | null;

  @Disclosed('EXTREMISM/FULL', 'text', { describes: 'Version of the framework.' })
  toolVersion!: string | null;

  @Disclosed('EXTREMISM/FULL', 'text', {
    describes: 'Known bias of the framework, to be read with every factor.',
    filter: false,
  })
  knownBias!: string | null;
}
