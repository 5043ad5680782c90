import { Disclosed, Key, RecordOf } from '../../common/records/decorators';

// What is computed from records stands at the owner of the records and never here, so that nobody takes one for the
// other; docs/published-figures.md lays them beside each other.
@RecordOf({
  table: 'reference_statistic',
  describes:
    'A figure that the reports of the project print, kept as printed, with source and date. The hub computes none of ' +
    'them and no figure concerns a single person.',
  discloses: 'AGGREGATE/FLAG',
  anchors: {},
})
export class ReferenceStatistic {
  @Key()
  id!: string;

  @Disclosed('AGGREGATE/FULL', 'text', { describes: 'The country that the figure is about: UK, NL or IT.' })
  jurisdiction!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', { describes: 'The programme, team, prison or group that the figure is about.' })
  context!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', { describes: 'What is counted, with its unit, as the source words it.' })
  measure!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', {
    describes: 'The figure exactly as printed, with its sign or both of its numbers; never rounded or corrected.',
  })
  printedValue!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', {
    describes: 'The date for which the figure stands, as exact as the source gives it; says so where none is noted.',
  })
  asOf!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', {
    describes: 'The document that published the figure; says so where it is not noted.',
  })
  source!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', { filter: false, describes: 'How to read the figure, and its limits.' })
  note!: string | null;

  @Disclosed('AGGREGATE/FULL', 'text', {
    filter: false,
    describes: 'What another place of the sources prints instead, with its source; null where nothing contradicts it.',
  })
  contradiction!: string | null;
}
