// XJ-LOOKUP, from its wording: DOMAIN.md C, as C.0 amends it: nothing crosses a border without a hit, a confirmation and
// an approval. Nobody here has any, so that nobody elsewhere is shown to exist; what a grant opens is in test/lookups/.
// Whom the agreement does not name is told that nothing is shared.
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
      Nominal.id,givenName,name,dateOfBirth    silent    silent    silent    silent
      CustodyEpisode.status                    silent    silent    silent    silent
      LicenceCondition.kind                    silent    silent    silent    silent
      CorvusScore.band                         silent    silent    silent    silent
      CorvusScore.score                        withheld  withheld  withheld  withheld
      Supervision.responsibleOrganisation      silent    silent    silent    silent
      Offence.offenceClass,code,month          silent    silent    silent    silent
      Referral.id                              silent    silent    silent    silent
      IntelligenceReport.subjectId             withheld  withheld  withheld  withheld
      Participant.id,name,legalStatus          silent    silent    silent    silent
      Participant.responsibleWorker            silent    silent    silent    silent
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
      Client.id,name,birthDate                 silent    silent    silent    withheld
      Detention.status                         silent    silent    silent    withheld
      SpatialOrder.area                        silent    silent    silent    withheld
      PoliceOffence.offenceType,code           silent    silent    silent    withheld
      ProsecutorOffence.code                   silent    silent    silent    withheld
      Case.leadOrganisation                    silent    silent    silent    withheld
      CaseReferral.id                          silent    silent    silent    withheld
      ExtremismCase.id,summary                 withheld  withheld  withheld  withheld
      VictimConstraint.protectedArea           withheld  withheld  withheld  withheld
      Participant.id,name,legalStatus          silent    silent    silent    withheld
      Participant.responsibleWorker            silent    silent    silent    withheld`,
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
