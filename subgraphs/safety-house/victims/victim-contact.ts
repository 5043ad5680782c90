import { Client } from '../clients/client';
import { PlanAction } from '../cases/plan-action';
import { Detention } from '../custody/detention';
import { SpatialOrder } from '../custody/spatial-order';
import { Disclosed, Key, RecordOf, Related } from '../../common/records/decorators';
import type { StoredRecord } from '../../common/records/record-registry';
import { Provenance } from '../provenance';
import { VictimConstraint } from './victim-constraint';

/** A store of its own: it leads to what a victim may be told of the offender, and nothing of the offender leads here. */
@RecordOf({
  table: 'victim_contact',
  describes:
    'Contact with a victim, or the family of one, in a case. Never shown to the services of the offender. Recorded by ' +
    'police, public prosecutor or probation.',
  discloses: 'VICTIM/FLAG',
  anchors: { subject: 'subjectId', case: 'caseId' },
})
@Provenance('VICTIM/FULL')
export class VictimContact {
  @Key()
  id!: string;

  @Disclosed('VICTIM/FLAG', 'reference', { describes: 'Id of the offender (Person.id).' })
  subjectId!: string;

  @Disclosed('VICTIM/FLAG', 'reference', { describes: 'Id of the case.' })
  caseId!: string;

  @Disclosed('VICTIM/FULL', 'text', { describes: 'Who it is in relation to the victim: the victim, or family.' })
  relation!: string | null;

  @Disclosed('VICTIM/FULL', 'boolean', { describes: 'Whether the release date was told.' })
  informedOfRelease!: boolean | null;

  @Disclosed('VICTIM/FULL', 'text', { describes: 'What the victim wishes around the release.', filter: false })
  wishes!: string | null;

  @Disclosed('VICTIM/FULL', 'text', { describes: 'What the victim fears from the offender.', filter: false })
  threat!: string | null;

  @Related('IDENTITY/FLAG/GIVEN_NAME', () => Client, {
    targetKey: 'id',
    by: 'subjectId',
    many: false,
    describes: 'The offender.',
  })
  offender!: StoredRecord | null;

  @Related('VICTIM/FLAG', () => VictimConstraint, {
    targetKey: 'caseId',
    by: 'caseId',
    describes: 'What protects the victim.',
  })
  constraints!: VictimConstraint[];

  @Related('CUSTODY/FLAG/STATUS', () => Detention, { by: 'subjectId', describes: 'Detentions of the offender.' })
  detentions!: Detention[];

  @Related('CUSTODY/FLAG/ORDERS', () => SpatialOrder, {
    by: 'subjectId',
    describes: 'Orders to stay away from an area.',
  })
  spatialOrders!: SpatialOrder[];

  @Related('CASE_PLAN/FLAG/PLAN', () => PlanAction, {
    targetKey: 'caseId',
    by: 'caseId',
    describes: 'Actions of the plan that concern the victim.',
  })
  planActions!: PlanAction[];
}
