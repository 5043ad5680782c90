// XJ-LOOKUP, from its wording: DOMAIN.md C, as C.0 amends it: nothing crosses a border without a hit, a confirmation and
// an approval. None of these can be given yet, so that nothing crosses at all. Whoever may ask in a cross-border case is
// answered of the own jurisdiction only.
import type { Purpose } from '../../schema/purposes';
import { asks, showsPolicy } from './policy-table';

const PURPOSE: Purpose = 'CROSS_BORDER_CASE';
const everybody = (persona: string) => asks(persona, () => true);

showsPolicy('XJ-LOOKUP', [
  {
    of: 'people of Knowsley and of Turin, asked from The Hague',
    purpose: PURPOSE,
    columns: {
      politie: everybody('politie-haaglanden.officer'),
      om: everybody('om-den-haag.prosecutor'),
      probation: everybody('reclassering.probation-officer'),
      manager: everybody('safety-house.process-manager'),
    },
    rows: `
                                               politie   om        probation manager
      Nominal.id,givenName,name,dateOfBirth    withheld  withheld  withheld  withheld
      CustodyEpisode.status                    withheld  withheld  withheld  withheld
      LicenceCondition.kind                    withheld  withheld  withheld  withheld
      CorvusScore.band,score                   withheld  withheld  withheld  withheld
      Supervision.responsibleOrganisation      withheld  withheld  withheld  withheld
      Offence.offenceClass,code,month          withheld  withheld  withheld  withheld
      Referral.id                              withheld  withheld  withheld  withheld
      IntelligenceReport.subjectId             withheld  withheld  withheld  withheld
      Participant.id,name,legalStatus          withheld  withheld  withheld  withheld
      Participant.responsibleWorker            withheld  withheld  withheld  withheld
      Invitation.id                            withheld  withheld  withheld  withheld`,
  },
  {
    of: 'people of The Hague and of Turin, asked from Knowsley',
    purpose: PURPOSE,
    columns: {
      police: everybody('merseyside-police.officer'),
      nps: everybody('nps.probation-officer'),
      crc: everybody('merseyside-crc.case-manager'),
      kmbc: everybody('kmbc.iom-coordinator'),
    },
    rows: `
                                               police    nps       crc       kmbc
      Client.id,name,birthDate                 withheld  withheld  withheld  withheld
      Detention.status                         withheld  withheld  withheld  withheld
      SpatialOrder.area                        withheld  withheld  withheld  withheld
      PoliceOffence.offenceType,code           withheld  withheld  withheld  withheld
      ProsecutorOffence.code                   withheld  withheld  withheld  withheld
      Case.leadOrganisation                    withheld  withheld  withheld  withheld
      CaseReferral.id                          withheld  withheld  withheld  withheld
      ExtremismCase.id,summary                 withheld  withheld  withheld  withheld
      VictimConstraint.protectedArea           withheld  withheld  withheld  withheld
      Participant.id,name,legalStatus          withheld  withheld  withheld  withheld
      Participant.responsibleWorker            withheld  withheld  withheld  withheld`,
  },
  {
    // ERI is no competent authority: it may be asked, with the person's consent, and asks nobody.
    of: 'people of Knowsley and of The Hague, asked from Turin',
    purpose: PURPOSE,
    columns: { staff: everybody('eri.staff') },
    rows: `
                                        staff
      Nominal.id,name                   withheld
      CorvusScore.band                  withheld
      Client.id,name                    withheld
      Case.leadOrganisation             withheld
      PoliceOffence.offenceType         withheld`,
  },
]);
