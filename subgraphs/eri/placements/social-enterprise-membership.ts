import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';

@RecordOf({
  table: 'social_enterprise_membership',
  describes: 'Membership of a social enterprise that participants founded. Recorded by ERI staff.',
  discloses: 'EMPLOYMENT_FINANCE/FLAG/EMPLOYABILITY',
})
@WithProvenance('EMPLOYMENT_FINANCE/FLAG/EMPLOYABILITY')
export class SocialEnterpriseMembership {
  @Key()
  id!: string;

  @Disclosed('EMPLOYMENT_FINANCE/FLAG/EMPLOYABILITY', 'reference', { describes: 'Id of the participant (Person.id).' })
  subjectId!: string;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'text', { describes: 'Name of the enterprise.' })
  enterprise!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'text', { describes: 'What the member does there.' })
  activity!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'text', { describes: 'Where its money comes from.' })
  funding!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/EMPLOYABILITY', 'date', { describes: 'Day of joining, Europe/Rome.' })
  joinedOn!: string | null;
}
