import type { OwnerDefinition } from '../common/serving/owner-definition';
import { DefinitionResolver } from './definitions/definition-resolver';
import { LookupStepsResolver } from './lookups/graph/lookup-steps-resolver';
import { migrations } from './migrations';
import { openExchangeServices } from './open-exchange-services';
import { PersonResolver } from './people/person-resolver';
import { ProtocolResolver } from './agreements/protocol-resolver';
import { ExplainAccessResolver } from './oversight/explain-access-resolver';
import { ComputedRatingResolver } from './performance/computed-rating-resolver';
import { ProjectAction } from './performance/project-action';
import { ReferenceStatistic } from './performance/reference-statistic';
import { SourceContradiction } from './performance/source-contradiction';
import { Target } from './performance/target';
import { practiceStories } from './population/practice-stories';
import { publishedRecords } from './population/published-records';
import { PracticeStory } from './practice/practice-story';
import { PracticeStoryDraft } from './practice/practice-story-draft';
import { PracticeStoryRelease } from './practice/practice-story-release';
import { ResearchLedgerResolver, ResearchResolver } from './research/graph/research-resolver';
import { VocabularyResolver } from './words/vocabulary-resolver';

/** What belongs to the hub itself: the door to a person, and what the project published. It holds no case data. */
export const exchange: OwnerDefinition = {
  name: 'exchange',
  records: [Target, ProjectAction, SourceContradiction, ReferenceStatistic, PracticeStory],
  internalTables: [PracticeStoryDraft, PracticeStoryRelease],
  resolvers: [
    PersonResolver,
    ProtocolResolver,
    VocabularyResolver,
    DefinitionResolver,
    ComputedRatingResolver,
    ExplainAccessResolver,
    LookupStepsResolver,
    ResearchResolver,
    ResearchLedgerResolver,
  ],
  personViews: [],
  disclosures: {
    name: 'exchange',
    describes: 'What the ledger of the exchange has of it; it knows, and names, nobody.',
    isDoor: true,
  },
  migrations,
  predicates: [],
  tablesWithoutPeople: {
    target: 'published targets and what was achieved of them',
    project_action: 'published actions of the project',
    source_contradiction: 'published statements that contradict each other',
    reference_statistic: 'published figures',
    lookup_tag: 'tags that nothing follows from without the key of their owner',
    lookup_owner: 'how far the tags of each owner are known here',
  },
  openServices: openExchangeServices,
  anchors: { subject: 'subject' },
  reference: publishedRecords,
  populate: practiceStories,
};
