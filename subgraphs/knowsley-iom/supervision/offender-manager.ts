import { Column } from 'typeorm';

import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

// A type of its own, because mentoring may know the offender manager and nothing else of the supervision.
@KnowsleyRecordOf({
  table: 'offender_manager',
  describes: 'The practitioner who manages a person, and how to reach them. Recorded by the responsible organisation.',
  discloses: 'CASE_PLAN/FLAG/OFFENDER_MANAGER',
})
export class OffenderManager extends PersonRecord {
  @Disclosed('CASE_PLAN/FULL/OFFENDER_MANAGER', 'text', { describes: 'Name of the practitioner.' })
  name!: string | null;

  @Disclosed('CASE_PLAN/FULL/OFFENDER_MANAGER', 'text', { describes: 'Organisation of the practitioner.' })
  organisation!: string | null;

  @Disclosed('CASE_PLAN/FULL/OFFENDER_MANAGER', 'text', { describes: 'Telephone number at work.', filter: false })
  telephone!: string | null;

  @Disclosed('CASE_PLAN/FULL/OFFENDER_MANAGER', 'date', { describes: 'First day in charge, Europe/London.' })
  inChargeFrom!: string | null;

  @Disclosed('CASE_PLAN/FULL/OFFENDER_MANAGER', 'date', { describes: 'First day no longer in charge, Europe/London.' })
  inChargeUntil!: string | null;

  /** Pseudonym of the practitioner as a requester; for predicates, never shown. */
  @Column('text', { nullable: true })
  practitioner!: string | null;
}
