// Invented stories, none of a real person: two that are released, and one for each way in which a release fails.
import type { OrganisationId } from '../../../schema/organisations';
import type { RecordSet } from '../../common/loading/load-records';
import { PracticeStoryDraft } from '../practice/practice-story-draft';
import { PracticeStoryRelease } from '../practice/practice-story-release';

interface InventedStory {
  readonly organisation: OrganisationId;
  readonly text: string;
  /** Who released it and on which day, and for which organisation where it is not the story's own. */
  readonly releases: readonly { readonly person: string; readonly on: string; readonly of?: OrganisationId }[];
}

const STORIES: readonly InventedStory[] = [
  {
    organisation: 'mals',
    text: 'A mentor met a man at the gate on the day of release and went with him to every appointment of that day.',
    releases: [
      { person: 'mals-coordinator', on: '2015-03-02' },
      { person: 'mals-manager', on: '2015-03-05' },
    ],
  },
  {
    organisation: 'eri',
    text: 'A group planned a vegetable garden in the last weeks of its programme and still works it together.',
    releases: [
      { person: 'eri-staff-1', on: '2015-06-15' },
      { person: 'eri-staff-2', on: '2015-06-12' },
    ],
  },
  { organisation: 'mals', text: 'Not released: nobody has agreed to tell this yet.', releases: [] },
  {
    organisation: 'eri',
    text: 'Not released: one person has agreed to tell this.',
    releases: [{ person: 'eri-staff-1', on: '2015-06-15' }],
  },
  {
    organisation: 'mals',
    text: 'Not released: one person has agreed twice.',
    releases: [
      { person: 'mals-manager', on: '2015-03-02' },
      { person: 'mals-manager', on: '2015-03-09' },
    ],
  },
  {
    organisation: 'safety-house',
    text: 'Not released: the second person works for another partner.',
    releases: [
      { person: 'safety-house-manager', on: '2015-03-02' },
      { person: 'mals-manager', on: '2015-03-09', of: 'mals' },
    ],
  },
];

export function* practiceStories(): Iterable<RecordSet> {
  const stories = STORIES.map((story, index) => ({ ...story, id: `exchange-story-${String(index + 1)}` }));
  yield {
    table: PracticeStoryDraft,
    rows: stories.map(({ id, organisation, text }) => ({ id, organisation, text })),
  };
  yield {
    table: PracticeStoryRelease,
    rows: stories.flatMap(({ id, organisation, releases }) =>
      releases.map(({ person, on, of = organisation }, index) => ({
        id: `${id}-release-${String(index + 1)}`,
        storyId: id,
        person,
        organisation: of,
        releasedOn: on,
      })),
    ),
  };
}
