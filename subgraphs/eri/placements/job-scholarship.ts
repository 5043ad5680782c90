import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';

@RecordOf({
  table: 'job_scholarship',
  describes: 'A job scholarship (borsa lavoro): paid work experience for some months. Recorded by ERI staff.',
  discloses: 'EMPLOYMENT_FINANCE/FLAG/EMPLOYABILITY',
})
@WithProvenance('EMPLOYMENT_FINANCE/FLAG/EMPLOYABILITY')
export class JobScholarship {
  @Key()
  id!: string;

  @Disclosed('EMPLOYMENT_FINANCE/FLAG/EMPLOYABILITY', 'reference', { describes: 'Id of the participant (Person.id).' })
  subjectId!: string;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'text', { describes: 'Kind of work.' })
  kind!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'integer', { describes: 'Length in months.' })
  months!: number | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'text', { describes: 'Sector of the economy.' })
  sector!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'text', { describes: 'Organisation that pays for it.' })
  funder!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'date', { describes: 'First day, Europe/Rome.' })
  startsOn!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'text', { describes: 'How it ended; null while it lasts.' })
  outcome!: string | null;
}
