import { Disclosed, Key, RecordOf, Related } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';
import { SocialEnterpriseMembership } from './social-enterprise-membership';

@RecordOf({
  table: 'social_enterprise',
  describes: 'A social enterprise that participants founded. Concerns no single person. Recorded by ERI staff.',
  discloses: 'EMPLOYMENT_FINANCE/FLAG/STATUS',
  anchors: {},
})
@WithProvenance('EMPLOYMENT_FINANCE/FLAG/STATUS')
export class SocialEnterprise {
  @Key()
  id!: string;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'Its name.' })
  name!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'What it does.' })
  activity!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'text', { describes: 'Where its money comes from.' })
  funding!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'date', { describes: 'Day of its founding, Europe/Rome.' })
  foundedOn!: string | null;

  @Disclosed('EMPLOYMENT_FINANCE/FULL/STATUS', 'integer', {
    describes: 'Number of members, as ERI was told; not all of them need be participants.',
  })
  members!: number | null;

  @Related('EMPLOYMENT_FINANCE/FLAG/STATUS', () => SocialEnterpriseMembership, {
    targetKey: 'enterpriseId',
    describes: 'Participants who are members.',
  })
  memberships!: SocialEnterpriseMembership[];
}
