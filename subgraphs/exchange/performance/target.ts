import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import { Rag } from '../vocabularies';

@RecordOf({
  table: 'target',
  describes:
    'A target of the project and what was achieved, as published, with source and date. Where two sources differ, both stand.',
  discloses: 'AGGREGATE/FLAG',
  anchors: {},
})
export class Target {
  @Key()
  id!: string;

  @Disclosed('AGGREGATE/FULL', 'text', { describes: 'What is counted.' })
  indicator!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', {
    describes: 'The date for which the figure stands, as exact as the source gives it.',
  })
  asOf!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', { describes: 'The document that published the figure.' })
  source!: string | null;

  @Disclosed('AGGREGATE/FULL', 'integer', { describes: 'The number to be reached; null where none is stated.' })
  target!: number | null;

  @Disclosed('AGGREGATE/FULL', 'integer', { describes: 'The number reached; null where none is stated.' })
  achieved!: number | null;

  @Disclosed('AGGREGATE/FULL', 'code', { vocabulary: Rag, describes: 'The rating that the source gives.' })
  rag!: keyof typeof Rag | null;

  @Disclosed('AGGREGATE/FULL', 'text', { filter: false, describes: 'What the source says about it.' })
  commentary!: string | null;
}
