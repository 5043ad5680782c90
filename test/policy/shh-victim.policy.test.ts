// SHH-VICTIM, from its wording: DOMAIN.md C, as C.0 amends it (the Netherlands only). Existence is hidden: contact with
// the victim of somebody else's case answers as an unknown one.
import { concernsOthers, concernsVictim, liaisonIs, liaisonNever, liaisonWas } from './aftercare-states';
import { all } from './knowsley-states';
import { asks, type Column, showsPolicy, type State } from './policy-table';
import { type CaseState, closed, inCase, neverClosed, runBy } from './safety-house-states';

const PURPOSE = 'VICTIM_LIAISON';
const OFFICER = 'victim-liaison.officer';
const MANAGER = 'safety-house.process-manager';

const anybody: State = () => true;
const officer = (...states: readonly CaseState[]): Column => asks(OFFICER, all(inCase(...states), concernsVictim));
const manager = (...states: readonly CaseState[]): Column => asks(MANAGER, all(inCase(...states), concernsVictim));

showsPolicy('SHH-VICTIM', [
  {
    of: 'the case to which the recipient is appointed',
    purpose: PURPOSE,
    columns: { officer: officer(liaisonIs(OFFICER)), manager: manager(runBy(MANAGER), neverClosed) },
    rows: `
                                                   officer   manager
        VictimContact.relation,wishes,threat       value     value
        VictimContact.informedOfRelease,recordedBy value     value
        VictimConstraint.protectedArea,noContact   value     value
        VictimConstraint.reason                    value     value
        Client.givenName,name                      value     value
        Detention.releaseDate                      value     value
        SpatialOrder.area,validFrom,validUntil     value     value
        PlanAction.action,goal,due,status          value     value
        Client.birthDate,aliases                   withheld  withheld
        Client.sex,ageBand                         withheld  withheld
        Client.municipality,address,phone          withheld  withheld
        Detention.status,startDate,startReason     withheld  withheld
        Detention.prison                           withheld  withheld`,
  },
  {
    of: 'an action of that case that concerns others',
    purpose: PURPOSE,
    columns: {
      officer: asks(OFFICER, all(inCase(liaisonIs(OFFICER)), concernsOthers)),
      manager: asks(MANAGER, all(inCase(runBy(MANAGER), neverClosed), concernsOthers)),
    },
    rows: `
                               officer  manager
        PlanAction.action,goal silent   silent`,
  },
  {
    of: 'a case to which the recipient is not appointed, or no longer, or that is closed',
    purpose: PURPOSE,
    columns: {
      never: officer(liaisonNever(OFFICER)),
      ended: officer(liaisonWas(OFFICER)),
      anothers: manager(runBy('safety-house.process-manager-2')),
      closed: manager(runBy(MANAGER), closed),
    },
    rows: `
                                          never   ended   anothers  closed
        VictimContact.id,relation,wishes  silent  silent  silent    silent
        VictimConstraint.id,reason        silent  silent  silent    silent
        Client.id,name                    silent  silent  silent    silent
        Detention.releaseDate             silent  silent  silent    silent
        SpatialOrder.area                 silent  silent  silent    silent
        PlanAction.action                 silent  silent  silent    silent`,
  },
  {
    of: 'anybody, what is no matter of victim liaison',
    purpose: PURPOSE,
    columns: { officer: asks(OFFICER, anybody), manager: asks(MANAGER, anybody) },
    rows: `
                                              officer   manager
        Case.stage,leadOrganisation           withheld  withheld
        CaseConference.decisions              withheld  withheld
        CaseReferral.reason                   withheld  withheld
        CaseOutcome.result                    withheld  withheld
        ScreeningItem.offenceType             withheld  withheld
        PathwayNeed.need                      withheld  withheld
        HealthNeed.needExists,detail          withheld  withheld
        LivingSituation.housing,dayActivity   withheld  withheld
        FamilyMember.relation                 withheld  withheld
        ChildConcern.childrenConcerned        withheld  withheld
        PoliceOffence.offenceType,code        withheld  withheld
        ProsecutorOffence.offenceType,code    withheld  withheld
        IntelligenceNote.intelligenceExists   withheld  withheld
        ExtremismCase.summary,state           withheld  withheld
        AftercareClient.name                  withheld  withheld
        AftercareNeed.need                    withheld  withheld
        ProsecutionStatement.outstandingProsecutions withheld withheld
        Nominal.name                          withheld  withheld
        CorvusScore.band                      withheld  withheld
        CostOfCrime.band                      withheld  withheld
        MentoringSummary.sessions             withheld  withheld
        MalsDisclosure.content                withheld  withheld
        LcpReflection.testimonial             withheld  withheld
        ProgrammeAttendance.attended          withheld  withheld
        ParticipantConsent.categories         withheld  withheld
        Target.achieved                       withheld  withheld`,
  },
  {
    // Never visible to the services of the offender, whatever they ask for.
    of: 'any contact with a victim, to those who work with the offender',
    purpose: 'CASE_CONFERENCE',
    columns: Object.fromEntries(
      (
        [
          ['politie', 'politie-haaglanden.officer'],
          ['om', 'om-den-haag.prosecutor'],
          ['reclassering', 'reclassering.probation-officer'],
          ['youth', 'youth-care.worker'],
          ['denHaag', 'den-haag.public-order'],
          ['manager', MANAGER],
        ] as const
      ).map(([column, persona]) => [column, asks(persona, anybody)]),
    ),
    rows: `
                                          politie   om        reclassering  youth     denHaag   manager
        VictimContact.id,relation,wishes  withheld  withheld  withheld      withheld  withheld  withheld`,
  },
]);
