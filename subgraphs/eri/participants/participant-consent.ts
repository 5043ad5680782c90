import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';

@RecordOf({
  table: 'participant_consent',
  describes:
    'A participant’s consent that ERI tells partners what serves the placement and the work with the person. Recorded by ERI.',
  discloses: 'CONSENT/FLAG',
})
@WithProvenance('CONSENT/FLAG')
export class ParticipantConsent {
  @Key()
  id!: string;

  @Disclosed('CONSENT/FLAG', 'reference', { describes: 'Id of the person who consents (Person.id).' })
  subjectId!: string;

  @Disclosed('CONSENT/FULL', 'texts', { describes: 'Purposes consented to, by their codes.' })
  purposes!: readonly string[] | null;

  @Disclosed('CONSENT/FULL', 'texts', {
    describes: 'Categories of data consented to, by their codes; health is never included unless it stands here.',
  })
  categories!: readonly string[] | null;

  @Disclosed('CONSENT/FULL', 'texts', { describes: 'Organisations consented to as recipients.' })
  recipients!: readonly string[] | null;

  @Disclosed('CONSENT/FULL', 'instant', { describes: 'When it was given, UTC.' })
  givenAt!: Date | null;

  @Disclosed('CONSENT/FULL', 'instant', { describes: 'When it ends by itself, UTC; null: it does not.' })
  expiresAt!: Date | null;

  @Disclosed('CONSENT/FULL', 'instant', {
    describes: 'When the person withdrew it, UTC; from then on it permits nothing.',
  })
  withdrawnAt!: Date | null;

  @Disclosed('CONSENT/FULL', 'text', { describes: 'How it was given, for example on paper.' })
  form!: string | null;
}
