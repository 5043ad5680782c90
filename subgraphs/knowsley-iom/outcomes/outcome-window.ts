import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';
import { Confidence } from '../vocabularies';

@KnowsleyRecordOf({
  table: 'outcome_window',
  describes:
    'Reoffending of a mentored person as it was printed or noted by the KIOM team, kept beside what is computed from ' +
    'offences; contradictions of the source stay.',
  discloses: 'OUTCOME/FLAG/REOFFENDING',
})
export class OutcomeWindow extends PersonRecord {
  @Disclosed('OUTCOME/FULL/REOFFENDING', 'date', {
    describes:
      'First day of work with MALS, Europe/London; for the published cases chosen by a fixed rule, since none is printed.',
  })
  firstEngagement!: string | null;

  @Disclosed('OUTCOME/FULL/REOFFENDING', 'integer', { describes: 'Offences of the three years before, as printed.' })
  printedPriorOffences!: number | null;

  @Disclosed('OUTCOME/FULL/REOFFENDING', 'integer', { describes: 'Offences within 3 months, as printed.' })
  printedReoffences3!: number | null;

  @Disclosed('OUTCOME/FULL/REOFFENDING', 'integer', { describes: 'Offences within 6 months, as printed, cumulative.' })
  printedReoffences6!: number | null;

  @Disclosed('OUTCOME/FULL/REOFFENDING', 'integer', { describes: 'Offences within 12 months, as printed, cumulative.' })
  printedReoffences12!: number | null;

  @Disclosed('OUTCOME/FULL/REOFFENDING', 'code', {
    vocabulary: Confidence,
    describes: 'How sure the reading of the print is.',
  })
  confidence!: keyof typeof Confidence | null;

  @Disclosed('OUTCOME/FULL/REOFFENDING', 'text', { filter: false, describes: 'Where the source contradicts itself.' })
  contradiction!: string | null;
}
