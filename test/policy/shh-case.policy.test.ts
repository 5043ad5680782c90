// SHH-CASE, from its wording: DOMAIN.md C, with the gates of C.0: screening, developing, plan stages, and the process
// manager of the case, who sees all of it. A column is a partner in a case that is in its territory.
import type { Purpose } from '../../schema/purposes';
import { all, not } from './knowsley-states';
import { asks, type Column, type PolicyTable, showsPolicy, type State } from './policy-table';
import {
  type CaseState,
  closed,
  complex,
  elsewhere,
  inCase,
  lasting,
  municipality,
  neverClosed,
  neverTookPart,
  notComplex,
  plannedStage,
  recent,
  reopened,
  reopenedInVain,
  runBy,
  stage,
  takesPart,
  tookPart,
  treatedBy,
} from './safety-house-states';

const REGION = ['The Hague', 'Rijswijk', 'Delft', 'Zoetermeer'];
const MANAGER = 'safety-house.process-manager';

interface Partner {
  readonly persona: string;
  readonly organisation: string;
  readonly territory: readonly string[];
}

const partner = (persona: string, territory: readonly string[]): Partner => ({
  persona,
  organisation: persona.split('.')[0] ?? '',
  territory,
});

const PARTNERS = {
  politie: partner('politie-haaglanden.officer', REGION),
  om: partner('om-den-haag.prosecutor', REGION),
  reclassering: partner('reclassering.probation-officer', REGION),
  youth: partner('youth-care.worker', REGION),
  forensic: partner('forensic-care.clinician', REGION),
  denHaag: partner('den-haag.public-order', ['The Hague']),
  rijswijk: partner('rijswijk.social-team', ['Rijswijk']),
  delft: partner('delft.social-team', ['Delft']),
  childProt: partner('child-protection.officer', REGION),
};

/** Each partner in a case in those states; further states of a record's own may be added. */
function partners(
  states: (of: Partner) => readonly CaseState[],
  more: (of: Partner) => State = () => () => true,
): Record<string, Column> {
  return Object.fromEntries(
    Object.entries(PARTNERS).map(([column, of]) => [column, asks(of.persona, all(inCase(...states(of)), more(of)))]),
  );
}

const here = ({ organisation, territory }: Partner): readonly CaseState[] => [
  takesPart(organisation),
  municipality(...territory),
];
const screening = [stage('SCREENING'), recent, neverClosed];
const developing = [stage('DEVELOPING'), complex, neverClosed];
const planned = [plannedStage, complex, neverClosed];
const manager = (...states: readonly CaseState[]): Column => asks(MANAGER, inCase(runBy(MANAGER), ...states));

const HIDDEN = `
                                             politie   om        reclassering  youth     forensic  denHaag   rijswijk  delft     childProt
        Client.id,name,municipality,sex      silent    silent    silent        silent    silent    silent    silent    silent    silent
        Case.id,stage,leadOrganisation       silent    silent    silent        silent    silent    silent    silent    silent    silent
        CaseReferral.reason                  silent    silent    silent        silent    silent    silent    silent    silent    silent
        CaseConference.decisions             silent    silent    silent        silent    silent    silent    silent    silent    silent
        ScreeningItem.offenceType            silent    silent    silent        silent    silent    silent    silent    silent    silent
        PlanAction.action                    silent    silent    silent        silent    silent    silent    silent    silent    silent
        CaseOutcome.result                   silent    silent    silent        silent    silent    silent    silent    silent    silent
        PathwayNeed.need                     silent    silent    silent        silent    silent    silent    silent    silent    silent
        HealthNeed.needExists                silent    silent    silent        silent    silent    silent    silent    silent    silent
        LivingSituation.housing              silent    silent    silent        silent    silent    silent    silent    silent    silent
        ChildConcern.childrenConcerned       silent    silent    silent        silent    silent    silent    silent    silent    silent
        VictimConstraint.protectedArea       silent    silent    silent        silent    silent    silent    silent    silent    silent
        Detention.status                     silent    silent    silent        silent    silent    silent    silent    silent    silent
        SpatialOrder.area                    silent    silent    silent        silent    silent    silent    silent    silent    silent
        PoliceOffence.offenceType            silent    silent    silent        silent    silent    silent    silent    silent    silent
        ProsecutorOffence.offenceType        silent    silent    silent        silent    silent    silent    silent    silent    silent`;

/** A case that is hidden whole from everybody who does not run it. */
function hiddenCase(of: string, states: (of: Partner) => readonly CaseState[]): PolicyTable {
  return { of, purpose: 'CASE_CONFERENCE', columns: partners(states), rows: HIDDEN };
}

/** Not everybody in each state has an offence on record. */
const withoutOffences = (rows: string): string =>
  rows
    .split('\n')
    .filter((line) => !/(Police|Prosecutor)Offence\./.test(line))
    .join('\n');

showsPolicy('SHH-CASE', [
  {
    // C.0: identity, custody, offence type, actions already taken. The referral is what is being screened.
    of: 'a case in its first eight weeks of screening',
    purpose: 'CASE_CONFERENCE',
    columns: { ...partners((of) => [...here(of), ...screening]), manager: manager(...screening) },
    rows: `
                                                   politie   om        reclassering  youth     forensic  denHaag   rijswijk  delft     childProt  manager
        Client.givenName,name,birthDate,birthPlace value     value     value         value     value     value     value     value     value      value
        Detention.status,startDate,prison          value     value     value         value     value     value     value     value     value      value
        Detention.releaseDate                      value     value     value         value     value     value     value     value     value      value
        SpatialOrder.area,issuedBy,validUntil      value     value     value         value     value     value     value     value     value      value
        ScreeningItem.sentenceProgress             value     value     value         value     value     value     value     value     value      value
        ScreeningItem.offenceType,quality          value     value     value         value     value     value     value     value     value      value
        PoliceOffence.offenceType                  value     value     value         value     value     value     value     value     value      value
        ProsecutorOffence.offenceType              value     value     value         value     value     value     value     value     value      value
        ScreeningItem.actionsAlreadyTaken          value     value     value         value     value     value     value     value     value      value
        CaseReferral.reason,referredBy             value     value     value         value     value     value     value     value     value      value
        Case.stage,leadOrganisation                value     value     value         value     value     value     value     value     value      value

        ScreeningItem.context                      withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   value
        PoliceOffence.code,month,offenceDate       withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   value
        ProsecutorOffence.code,convictionDate      withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   value

        Client.municipality,address,phone          withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   value
        Client.sex,ageBand                         withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   value
        PathwayNeed.need,state                     silent    silent    silent        silent    silent    silent    silent    silent    silent     value
        HealthNeed.needExists                      silent    silent    silent        silent    silent    silent    silent    silent    silent     value
        HealthNeed.needStatement                   withheld  withheld  withheld  silent    silent    withheld  withheld  withheld  silent     value
        LivingSituation.housing                    silent    silent    silent        silent    silent    silent    silent    silent    silent     value
        LivingSituation.dayActivity,debts          withheld  withheld  withheld  silent    silent    silent    silent    silent    silent     value
        ChildConcern.childrenConcerned             silent    silent    silent        silent    silent    silent    silent    silent    silent     value
        ChildConcern.detail                        withheld  withheld  withheld  silent    silent    withheld  withheld  withheld  silent     value
        FamilyMember.relation                      withheld  withheld  withheld      silent    silent    withheld  withheld  withheld  silent     value
        VictimConstraint.protectedArea,noContact   silent    silent    silent        silent    silent    silent    silent    silent    silent     value
        PlanAction.action,goal                     silent    silent    silent        silent    silent    silent    silent    silent    silent     value
        CaseOutcome.result                         silent    silent    silent        silent    silent    silent    silent    silent    silent     value
        HealthNeed.detail                          withheld  withheld  withheld  silent    silent    withheld  withheld  withheld  silent     withheld
        VictimConstraint.reason                    withheld  withheld  withheld  withheld  withheld  withheld  withheld  withheld  withheld   withheld
        IntelligenceNote.intelligenceExists,text   withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld`,
  },
  ...(['CASE_CONFERENCE', 'CROSS_BORDER_CASE'] satisfies Purpose[]).map((purpose) => ({
    of: 'a complex case that is being developed',
    purpose,
    columns: { ...partners((of) => [...here(of), ...developing]), manager: manager(...developing) },
    rows: `
                                                     politie   om        reclassering  youth     forensic  denHaag   rijswijk  delft     childProt  manager
        Client.givenName,name,birthDate,aliases      value     value     value         value     value     value     value     value     value      value
        Client.municipality,address,phone            value     value     value         value     value     value     value     value     value      value
        Client.sex,ageBand                           value     value     value         value     value     value     value     value     value      value
        ScreeningItem.offenceType                    value     value     value         value     value     value     value     value     value      value
        ScreeningItem.context                        value     value     value         withheld  withheld  withheld  withheld  withheld  withheld   value
        PoliceOffence.offenceType                    value     value     value         value     value     value     value     value     value      value
        PoliceOffence.code,month                     value     value     value         withheld  withheld  withheld  withheld  withheld  withheld   value
        PoliceOffence.offenceDate                    value     value     value         withheld  withheld  withheld  withheld  withheld  withheld   value
        ProsecutorOffence.offenceType                value     value     value         value     value     value     value     value     value      value
        ProsecutorOffence.code,localLabel            value     value     value         withheld  withheld  withheld  withheld  withheld  withheld   value
        ProsecutorOffence.convictionDate,decision    value     value     value         withheld  withheld  withheld  withheld  withheld  withheld   value
        Detention.status,startReason,prison          value     value     value         value     value     value     value     value     value      value
        Detention.releaseDate                        value     value     value         value     value     value     value     value     value      value
        SpatialOrder.area                            value     value     value         value     value     value     value     value     value      value
        PathwayNeed.need,state,provider              value     value     value         value     value     value     value     value     value      value
        HealthNeed.needExists                        value     value     value         value     value     value     value     value     value      value
        HealthNeed.needStatement,treatingOrganisation withheld withheld  withheld      value     value     withheld  withheld  withheld  value      value
        LivingSituation.housing                      value     value     value         value     value     value     value     value     value      value
        LivingSituation.dayActivity,debts            withheld  withheld  withheld      value     value     value     value     value     value      value
        ChildConcern.childrenConcerned               value     value     value         value     value     value     value     value     value      value
        ChildConcern.noContactWished,safeguardingConcern value value     value         value     value     value     value     value     value      value
        ChildConcern.detail                          withheld  withheld  withheld      value     value     withheld  withheld  withheld  value      value
        FamilyMember.relation,custody,contactWish    withheld  withheld  withheld      value     value     withheld  withheld  withheld  value      value
        VictimConstraint.protectedArea,noContact     value     value     value         value     value     value     value     value     value      value
        VictimConstraint.reason                      withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld
        CaseReferral.reason,decision                 value     value     value         value     value     value     value     value     value      value
        Case.stage,theme,complexity,leadOrganisation value     value     value         value     value     value     value     value     value      value
        CaseConference.decisions                     value     value     value         value     value     value     value     value     value      value
        CaseParticipant.organisation,pillar          value     value     value         value     value     value     value     value     value      value
        PlanAction.action,goal,horizon               silent    silent    silent        silent    silent    silent    silent    silent    silent     value
        CaseOutcome.result,indicator                 silent    silent    silent        silent    silent    silent    silent    silent    silent     value
        IntelligenceNote.intelligenceExists,text     withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld`,
  })),
  {
    of: 'the health need of a person in a developing case whom the recipient treats, and of one whom it does not',
    purpose: 'CASE_CONFERENCE',
    columns: {
      youth: asks(PARTNERS.youth.persona, all(inCase(...here(PARTNERS.youth), ...developing), treatedBy('youth-care'))),
      forensic: asks(
        PARTNERS.forensic.persona,
        all(inCase(...here(PARTNERS.forensic), ...developing), treatedBy('forensic-care')),
      ),
      youthOther: asks(
        PARTNERS.youth.persona,
        all(inCase(...here(PARTNERS.youth), ...developing), not(treatedBy('youth-care'))),
      ),
      forensicOther: asks(
        PARTNERS.forensic.persona,
        all(inCase(...here(PARTNERS.forensic), ...developing), not(treatedBy('forensic-care'))),
      ),
      politie: asks(PARTNERS.politie.persona, inCase(...here(PARTNERS.politie), ...developing)),
      denHaag: asks(PARTNERS.denHaag.persona, inCase(...here(PARTNERS.denHaag), ...developing)),
      manager: manager(...developing),
    },
    rows: `
                           youth  forensic  youthOther  forensicOther  politie   denHaag   manager
        HealthNeed.detail  value  value     withheld    withheld       withheld  withheld  withheld`,
  },
  {
    of: 'a complex case with a plan',
    purpose: 'CASE_CONFERENCE',
    columns: { ...partners((of) => [...here(of), ...planned]), manager: manager(...planned) },
    rows: `
                                              politie   om        reclassering  youth     forensic  denHaag   rijswijk  delft     childProt  manager
        PlanAction.horizon,goal,action        value     value     value         value     value     value     value     value     value      value
        PlanAction.organisation,due,status    value     value     value         value     value     value     value     value     value      value
        CaseOutcome.stage,indicator,result    value     value     value         value     value     value     value     value     value      value
        CaseOutcome.reoffending               value     value     value         value     value     value     value     value     value      value
        Client.name,address                   value     value     value         value     value     value     value     value     value      value
        PathwayNeed.need                      value     value     value         value     value     value     value     value     value      value
        PoliceOffence.offenceType             value     value     value         value     value     value     value     value     value      value
        PoliceOffence.offenceDate             value     value     value         withheld  withheld  withheld  withheld  withheld  withheld   value
        HealthNeed.needExists                 value     value     value         value     value     value     value     value     value      value
        HealthNeed.needStatement              withheld  withheld  withheld      value     value     withheld  withheld  withheld  value      value
        LivingSituation.dayActivity           withheld  withheld  withheld      value     value     value     value     value     value      value
        FamilyMember.relation                 withheld  withheld  withheld      value     value     withheld  withheld  withheld  value      value
        ChildConcern.childrenConcerned        value     value     value         value     value     value     value     value     value      value
        VictimConstraint.protectedArea        value     value     value         value     value     value     value     value     value      value
        VictimConstraint.reason               withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld`,
  },
  {
    of: 'a closed case that an active partner reopened',
    purpose: 'CASE_CONFERENCE',
    columns: { ...partners((of) => [...here(of), reopened, complex]), manager: manager(reopened) },
    rows: `
                              politie   om        reclassering  youth     forensic  denHaag   rijswijk  delft     childProt  manager
        Client.name           value     value     value         value     value     value     value     value     value      value
        Case.leadOrganisation value     value     value         value     value     value     value     value     value      value
        PathwayNeed.need      value     value     value         value     value     value     value     value     value      value`,
  },
  // FamilyMember stands in the tables above: the others are refused it whoever it is about.
  {
    ...hiddenCase('a case of which the recipient was never a participant', ({ organisation, territory }) => [
      neverTookPart(organisation),
      municipality(...territory),
      plannedStage,
      complex,
      neverClosed,
    ]),
    rows: withoutOffences(HIDDEN),
  },
  {
    ...hiddenCase('a case that the recipient left', () => []),
    columns: Object.fromEntries(
      (['politie', 'om', 'denHaag', 'rijswijk'] as const).map((column) => {
        const { persona, organisation, territory } = PARTNERS[column];
        return [column, asks(persona, inCase(tookPart(organisation), municipality(...territory), neverClosed))];
      }),
    ),
    rows: `
                                          politie   om      denHaag   rijswijk
        Client.id,name                    silent    silent  silent    silent
        Case.id,stage                     silent    silent  silent    silent
        ScreeningItem.offenceType         silent    silent  silent    silent
        PathwayNeed.need                  silent    silent  silent    silent`,
  },
  hiddenCase('a case outside the territory', ({ organisation, territory }) => [
    takesPart(organisation),
    elsewhere(...territory),
    plannedStage,
    complex,
    neverClosed,
  ]),
  hiddenCase('a case with a plan that was never found complex', (of) => [
    ...here(of),
    plannedStage,
    notComplex,
    neverClosed,
  ]),
  hiddenCase('a case that has been screened for longer than eight weeks', (of) => [
    ...here(of),
    stage('SCREENING'),
    lasting,
    neverClosed,
  ]),
  { ...hiddenCase('a closed case', (of) => [...here(of), closed]), rows: withoutOffences(HIDDEN) },
  hiddenCase('a case reopened by a partner that has left', (of) => [...here(of), reopenedInVain]),
  {
    of: 'a case that somebody else runs, or that is closed',
    purpose: 'CASE_CONFERENCE',
    columns: {
      another: asks(MANAGER, inCase(runBy('safety-house.process-manager-2'), plannedStage, neverClosed)),
      closed: manager(closed),
      stale: manager(reopenedInVain),
    },
    rows: `
                                        another  closed    stale
        Client.id,name                  silent   silent    silent
        Case.id,stage                   silent   silent    silent
        PlanAction.action               silent   silent    silent
        FamilyMember.relation           silent   silent    silent
        HealthNeed.needExists           silent   silent    silent
        VictimConstraint.protectedArea  silent   silent    silent
        ScreeningItem.offenceType       silent   silent    silent`,
  },
  {
    of: 'what is no matter of a case conference',
    purpose: 'CASE_CONFERENCE',
    columns: Object.fromEntries(
      [
        ...Object.entries(PARTNERS).map(([column, { persona }]) => [column, persona] as const),
        ['manager', MANAGER] as const,
      ].map(([column, persona]) => [column, asks(persona, () => true)]),
    ),
    rows: `
                                                  politie   om        reclassering  youth     forensic  denHaag   rijswijk  delft     childProt  manager
        ExtremismCase.id,summary,state,targetGroup withheld withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld
        ExtremismCase.subjectName                 withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld
        ExtremismFactor.factor                    withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld
        ExtremismAction.action                    withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld
        Nominal.name                              withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld
        CorvusScore.band                          withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld
        CostOfCrime.band                          withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld
        MentoringSummary.sessions                 withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld
        MalsDisclosure.content                    withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld
        LcpReflection.testimonial                 withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld
        ProgrammeAttendance.attended              withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld
        ParticipantConsent.categories             withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld
        Target.achieved                           withheld  withheld  withheld      withheld  withheld  withheld  withheld  withheld  withheld   withheld`,
  },
]);
