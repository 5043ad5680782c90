import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { WithProvenance } from '../provenance';

@RecordOf({
  table: 'participant_outcome',
  describes: 'What became of a participant after the programme. Recorded by ERI staff.',
  // Social services may see whether somebody works and nothing else: the record must exist for them at that facet.
  discloses: 'OUTCOME/FLAG/EMPLOYED',
})
@WithProvenance('OUTCOME/FLAG/EMPLOYED')
export class ParticipantOutcome {
  @Key()
  id!: string;

  @Disclosed('OUTCOME/FLAG/EMPLOYED', 'reference', { describes: 'Id of the participant (Person.id).' })
  subjectId!: string;

  @Disclosed('OUTCOME/FULL/EMPLOYED', 'boolean', { describes: 'Whether the participant found work.' })
  employed!: boolean | null;

  @Disclosed('OUTCOME/FULL/REOFFENDING', 'boolean', { describes: 'Whether the participant returned to prison.' })
  returnedToPrison!: boolean | null;

  @Disclosed('OUTCOME/FULL/REOFFENDING', 'date', { describes: 'Day of the return to prison, Europe/Rome.' })
  returnedToPrisonOn!: string | null;

  @Disclosed('OUTCOME/FULL/REOFFENDING', 'boolean', {
    describes: 'Whether the return was for an offence before the programme, which does not count as reoffending here.',
  })
  offencePriorToEngagement!: boolean | null;

  @Disclosed('OUTCOME/FULL/OTHER', 'boolean', { describes: 'Whether the participant became a mentor of others.' })
  mentorLater!: boolean | null;

  @Disclosed('OUTCOME/FULL/OTHER', 'date', { describes: 'Day of the follow-up, Europe/Rome.' })
  followedUpOn!: string | null;
}
