// XJ-RESEARCH, from its wording: DOMAIN.md C, as C.0 amends it: aggregates to the researcher after disclosure control, no
// row of anybody while there is no approved study, and projects to their people and the three officers. What stands in
// tables, and who of those people gets it, is in test/research/.
import { PERSONAS } from '../../development/personas';
import { ask } from '../hub/hub';
import { asks, showsPolicy } from './policy-table';

const RESEARCH = 'EVALUATION_RESEARCH';
const researcher = asks('ljmu.researcher', () => true);

showsPolicy('XJ-RESEARCH', [
  {
    of: 'what the project published',
    purpose: RESEARCH,
    columns: { researcher },
    rows: `
                                                        researcher
        Target.indicator,asOf,source                    value
        Target.target,achieved,rag,commentary           value
        Target.computedRating                           value
        ProjectAction.action,lead,due                   value
        SourceContradiction.item,versionA,resolution    value
        ReferenceStatistic.measure,printedValue,source  value
        PracticeStory.organisation,text,releasedOn      value`,
  },
  {
    // "Denied", and what an approved study would show in windows: there is none.
    of: 'any person',
    purpose: RESEARCH,
    columns: { researcher },
    rows: `
                                                        researcher
        Nominal.id,name,address,sex                     withheld
        Offence.offenceClass,offenceDate                withheld
        CustodyEpisode.status                           withheld
        CorvusScore.band,score                          withheld
        CostOfCrime.band                                withheld
        IntelligenceReport.subjectId                    withheld
        PathwayStatus.need                              withheld
        StatusAssessment.housing,employment             withheld
        LifeChangePlan.goal                             withheld
        Referral.stage                                  withheld
        OutcomeWindow.firstEngagement                   withheld
        MentoringSummary.sessions                       withheld
        MalsDisclosure.content                          withheld
        LcpEnrolment.completed                          withheld
        LcpReflection.testimonial                       withheld
        MalsConsent.categories                          withheld
        Client.id,name                                  withheld
        Case.stage                                      withheld
        HealthNeed.needExists                           withheld
        ChildConcern.childrenConcerned                  withheld
        VictimConstraint.protectedArea                  withheld
        ExtremismCase.id,summary                        withheld
        AftercareClient.id                              withheld
        Participant.id,name,legalStatus                 withheld
        Participant.reoffending,participation           withheld
        ProgrammeAttendance.attended                    withheld
        ParticipantOutcome.employed                     withheld`,
  },
  {
    // An officer reads of research what was approved and given, and no figure by it.
    of: 'what the project published, asked by officers',
    purpose: 'OVERSIGHT',
    columns: { dpo: asks('knowsley.dpo', () => true), hague: asks('the-hague.dpo', () => true) },
    rows: `
                                                        dpo       hague
        Target.indicator,achieved                       withheld  withheld
        ReferenceStatistic.printedValue                 withheld  withheld
        Nominal.id,name                                 withheld  withheld`,
  },
]);

describe('XJ-RESEARCH', () => {
  const others = PERSONAS.filter(({ role }) => role !== 'researcher').map(({ persona }) => persona);

  it.each(others)('lets %s ask nothing for research', async (persona) => {
    for (const query of ['{ targets { totalCount } }', '{ researchProjects { id } }']) {
      const { data, errors } = await ask(persona, RESEARCH, query);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_NOT_ALLOWED']);
      expect(data ?? null).toBeNull();
    }
  });
});
