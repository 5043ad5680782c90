import { dateBefore } from '../../common/calendar/calendar-dates';
import { type Synthetic } from '../../common/loading/synthetic';
import { VictimContact } from '../victims/victim-contact';
import { VictimLiaisonAppointment } from '../victims/victim-liaison-appointment';
import type { RecordCollector } from './record-collector';
import { recorded } from './recorded';

const OFFICERS = ['victim-liaison.officer', 'victim-liaison.officer', 'victim-liaison.officer-2', null] as const;

/** Contact with the victim of a case. Of four cases the officer has two (of one the appointment ended), one nobody. */
export function addVictimContact(
  records: RecordCollector,
  synthetic: Synthetic,
  anchor: string,
  { caseId, subjectId, number }: { readonly caseId: string; readonly subjectId: string; readonly number: number },
): void {
  const recordedBy = ['politie-haaglanden', 'om-den-haag', 'reclassering'][number % 3] ?? 'politie-haaglanden';
  records.add(VictimContact, {
    id: synthetic.id('victim contact', caseId),
    subjectId,
    caseId,
    relation: synthetic.pick(['The victim', 'Mother of the victim', 'Daughter of the victim']),
    informedOfRelease: synthetic.chance(0.5),
    wishes: synthetic.pick(['To be called before every leave.', 'To hear of nothing but the release.']),
    threat: synthetic.pick(['Fears a meeting in the street.', 'Was telephoned from prison.', 'None named.']),
    ...recorded(recordedBy, dateBefore(anchor, 30), 'FACT', 'victim desk'),
  });
  const officer = OFFICERS[number % OFFICERS.length];
  if (officer !== null && officer !== undefined) {
    records.add(VictimLiaisonAppointment, {
      id: synthetic.id('victim liaison', caseId),
      caseId,
      person: officer,
      activeFrom: dateBefore(anchor, 30),
      activeUntil: number % OFFICERS.length === 1 ? dateBefore(anchor, 2) : null,
    });
  }
}
