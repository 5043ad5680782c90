import { Disclosed, Key, RecordOf } from '../../common/records/decorators';

// The table is a view of the stories that two people of the owner have released. A story that is not released is not
// in it, so that no list, count, filter or id of the graph can come upon one, whoever asks.
@RecordOf({
  table: 'practice_story',
  describes:
    'A story of practice without anybody’s name, told by the partner whose work it is and released by two people of ' +
    'that partner. A story that is not released is visible to nobody.',
  discloses: 'AGGREGATE/FLAG',
  single: 'practiceStory',
  plural: 'practiceStories',
  anchors: {},
})
export class PracticeStory {
  @Key()
  id!: string;

  @Disclosed('AGGREGATE/FULL', 'text', { describes: 'The partner whose story it is and who released it.' })
  organisation!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', { filter: false, describes: 'The story, as the partner wrote it.' })
  text!: string | null;

  @Disclosed('AGGREGATE/FULL', 'date', {
    describes: 'Day on which the second of the two people released it, UTC. Recorded by the partner.',
  })
  releasedOn!: string | null;
}
