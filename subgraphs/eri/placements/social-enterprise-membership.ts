import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';

// Neither skills, nor availability, nor a scholarship: no partner is told it as such.
@RecordOf({
  table: 'social_enterprise_membership',
  describes: 'Membership of a social enterprise that participants founded. Recorded by ERI staff.',
  discloses: 'EMPLOYMENT_FINANCE/FLAG/STATUS',
})
@WithProvenance('EMPLOYMENT_FINANCE/FLAG/STATUS')
export class SocialEnterpriseMembership {
  @Key()
  id!: string;

  @Disclosed('EMPLOYMENT_FINANCE/FLAG/STATUS', 'reference', { describes: 'Id of the participant (Person.id).' })
  subjectId!: string;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'reference', {
    describes: 'Id of the enterprise; null where only its name is known.',
  })
  enterpriseId!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'Name of the enterprise.' })
  enterprise!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'What the member does there.' })
  activity!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'Where its money comes from.' })
  funding!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'date', { describes: 'Day of joining, Europe/Rome.' })
  joinedOn!: string | null;
}
