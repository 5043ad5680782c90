import { Disclosed, Key, RecordOf } from '../../common/records/decorators';

@RecordOf({
  table: 'project_action',
  describes: 'An action that the project agreed on, as published in September 2014.',
  discloses: 'AGGREGATE/FLAG',
  anchors: {},
})
export class ProjectAction {
  @Key()
  id!: string;

  @Disclosed('AGGREGATE/FULL', 'text', { describes: 'What is to be done.' })
  action!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', { describes: 'Partners who lead it, as the source names them.' })
  lead!: string | null;

  @Disclosed('AGGREGATE/FULL', 'month', { describes: 'Month by which it is due, YYYY-MM.' })
  due!: string | null;
}
