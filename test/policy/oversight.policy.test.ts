// OVERSIGHT, from its wording: DOMAIN.md A.2: an officer sees the access log and the register of protocols, and no
// content of cases. What the officers are explained and read of the ledgers instead, which are
// no records, is shown by test/acceptance/explain-access.test.ts and disclosures.test.ts.
import { asks, type Column, showsPolicy } from './policy-table';

const anybody = (persona: string): Column => asks(persona, () => true);

showsPolicy('OVERSIGHT', [
  {
    of: 'anybody',
    purpose: 'OVERSIGHT',
    columns: {
      police: anybody('merseyside-police.dpo'),
      mals: anybody('mals.dpo'),
      knowsley: anybody('knowsley.dpo'),
      hague: anybody('the-hague.dpo'),
      turin: anybody('turin.dpo'),
    },
    rows: `
                                              police    mals      knowsley  hague     turin
        Nominal.name,address,sex              withheld  withheld  withheld  withheld  withheld
        Offence.offenceClass,offenceDate      withheld  withheld  withheld  withheld  withheld
        CustodyEpisode.status                 withheld  withheld  withheld  withheld  withheld
        Supervision.riskOfHarm                withheld  withheld  withheld  withheld  withheld
        CorvusScore.band,score                withheld  withheld  withheld  withheld  withheld
        IntelligenceReport.subjectId,text     withheld  withheld  withheld  withheld  withheld
        PathwayStatus.need                    withheld  withheld  withheld  withheld  withheld
        HealthNote.id                         withheld  withheld  withheld  withheld  withheld
        Referral.stage                        withheld  withheld  withheld  withheld  withheld
        MalsClient.name                       withheld  withheld  withheld  withheld  withheld
        MentoringSession.notes                withheld  withheld  withheld  withheld  withheld
        MalsDisclosure.content                withheld  withheld  withheld  withheld  withheld
        MalsConsent.categories                withheld  withheld  withheld  withheld  withheld
        Client.name                           withheld  withheld  withheld  withheld  withheld
        Case.stage,theme                      withheld  withheld  withheld  withheld  withheld
        HealthNeed.needExists                 withheld  withheld  withheld  withheld  withheld
        VictimConstraint.protectedArea        withheld  withheld  withheld  withheld  withheld
        VictimContact.wishes                  withheld  withheld  withheld  withheld  withheld
        ExtremismCase.id,summary              withheld  withheld  withheld  withheld  withheld
        AftercareClient.name                  withheld  withheld  withheld  withheld  withheld
        Participant.name,legalStatus          withheld  withheld  withheld  withheld  withheld
        Invitation.accepted                   withheld  withheld  withheld  withheld  withheld
        Target.indicator                      withheld  withheld  withheld  withheld  withheld`,
  },
]);
