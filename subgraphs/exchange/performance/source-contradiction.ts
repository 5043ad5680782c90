import { Disclosed, Key, RecordOf } from '../../common/records/decorators';

@RecordOf({
  table: 'source_contradiction',
  describes: 'Two published statements that contradict each other, kept beside each other and not smoothed.',
  discloses: 'AGGREGATE/FLAG',
  anchors: {},
})
export class SourceContradiction {
  @Key()
  id!: string;

  @Disclosed('AGGREGATE/FULL', 'text', { describes: 'What the statements are about.' })
  item!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', { filter: false, describes: 'One statement, with its source.' })
  versionA!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', { filter: false, describes: 'The other statement, with its source.' })
  versionB!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', { filter: false, describes: 'How the hub deals with it.' })
  resolution!: string | null;
}
