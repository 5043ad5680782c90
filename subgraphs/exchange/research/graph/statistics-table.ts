import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Float, Int, ObjectType } from 'type-graphql';

import { Definition } from '../../../common/graph/definition';
import { DisclosedValue } from '../../../common/records/decorators';
import { TrilingualText } from '../../words/trilingual-text';
import { CellStatus, Dimension, Measure, Scope } from './research-vocabularies';

const TABLE = 'AGGREGATE/FULL';
/** What is no statement about anybody: how a table is made, and by which definitions. */
const METHOD = 'GOVERNANCE/FULL';

@ObjectType('StatisticsCategory', { description: 'The category of a cell in one dimension.' })
export class StatisticsCategory {
  @DisclosedValue(TABLE, () => Dimension, 'The dimension.')
  dimension!: keyof typeof Dimension;

  @DisclosedValue(TABLE, () => String, 'The category, as published.')
  category!: string;
}

@ObjectType('StatisticsCell', {
  description: 'A cell after disclosure control. Without a value there is a marker, never a zero.',
})
export class StatisticsCell {
  @DisclosedValue(TABLE, () => [StatisticsCategory], 'What it is a cell of, filters too.')
  categories!: readonly StatisticsCategory[];

  @DisclosedValue(TABLE, () => Int, 'Number of people, with noise.')
  count!: number | null;

  @DisclosedValue(TABLE, () => Float, 'Share from 0 to 1, to two decimals, from published counts.')
  rate!: number | null;

  @DisclosedValue(TABLE, () => Float, 'Mean, from a noisy sum and a noisy count.')
  mean!: number | null;

  @DisclosedValue(TABLE, () => Float, 'Lower end of the 95 % interval of a rate or a mean: chance and noise together.')
  low!: number | null;

  @DisclosedValue(TABLE, () => Float, 'Upper end of that interval.')
  high!: number | null;

  @DisclosedValue(TABLE, () => CellStatus, 'Why there is a value or none.')
  status!: keyof typeof CellStatus;

  @DisclosedValue(TABLE, () => String, 'What stands in a file instead of a value: [c], [x] or [z].')
  marker!: string | null;
}

@ObjectType('StatisticsThresholds', { description: 'From where on anything of a table is published.' })
export class StatisticsThresholds {
  @DisclosedValue(TABLE, () => Int, 'Least published count, noise included.')
  leastCount!: number;

  @DisclosedValue(TABLE, () => Int, 'Least true count of a cell of one owner; nobody knows that of a total.')
  leastPeople!: number | null;

  @DisclosedValue(TABLE, () => Int, 'Least noisy number of people with a recorded outcome, for a rate or a mean.')
  leastDenominator!: number;
}

@ObjectType('StatisticsSnapshot', { description: 'The frozen snapshot from which an owner answered.' })
export class StatisticsSnapshot {
  @DisclosedValue(TABLE, () => String, 'Jurisdiction of the owner: UK, NL or IT.')
  jurisdiction!: string;

  @DisclosedValue(TABLE, () => String, 'Calendar quarter, as 2026-Q4.')
  quarter!: string;

  @DisclosedValue(TABLE, () => String, 'Id of the snapshot; nothing follows from it.')
  snapshot!: string;

  @DisclosedValue(TABLE, () => String, 'The last quarter of entry of which there are people, as 2025-Q3.')
  closedUntil!: string;

  @DisclosedValue(TABLE, () => GraphQLDateTimeISO, 'When it was taken (UTC).')
  takenAt!: Date;
}

@ObjectType('TablesSpent', { description: 'Distinct tables that a project was given of these snapshots.' })
export class TablesSpent {
  @DisclosedValue(TABLE, () => Int, 'So many, this one included, at the owner that gave most.')
  spent!: number;

  @DisclosedValue(TABLE, () => Int, 'So many were approved.')
  limit!: number;
}

@ObjectType('StatisticsTable', {
  description: 'A research table over one owner or over all three, after disclosure control.',
})
export class StatisticsTable {
  @DisclosedValue(TABLE, () => String, 'What table it is: all its dimensions. The same table is charged once.')
  tableId!: string;

  @DisclosedValue(TABLE, () => Measure, 'What it counts.')
  measure!: keyof typeof Measure;

  @DisclosedValue(TABLE, () => Scope, 'Whose people it is about.')
  scope!: keyof typeof Scope;

  @DisclosedValue(TABLE, () => [Dimension], 'Dimensions of its cells, in their order.')
  dimensions!: readonly (keyof typeof Dimension)[];

  @DisclosedValue(TABLE, () => [StatisticsCell], 'The cells, in the published order of categories.')
  cells!: readonly StatisticsCell[];

  @DisclosedValue(TABLE, () => StatisticsThresholds, 'From where on anything is published.')
  thresholds!: StatisticsThresholds;

  @DisclosedValue(TABLE, () => Float, 'Standard deviation of the noise in a count.')
  sigma!: number;

  @DisclosedValue(TABLE, () => [StatisticsSnapshot], 'The snapshots that it was made of.')
  snapshots!: readonly StatisticsSnapshot[];

  @DisclosedValue(METHOD, () => [Definition], 'By which definitions the outcomes in it were recorded, by jurisdiction.')
  definitions!: readonly Definition[];

  @DisclosedValue(METHOD, () => [TrilingualText], 'What has to be known to read it.')
  notes!: readonly TrilingualText[];

  @DisclosedValue(TABLE, () => TablesSpent, 'The ledger of the project, after this table.')
  ledger!: TablesSpent;

  @DisclosedValue(TABLE, () => String, 'How to cite it.')
  citation!: string;

  @DisclosedValue(TABLE, () => String, 'The table as CSV, with markers, notes and definitions.')
  csv!: string;

  @DisclosedValue(TABLE, () => String, 'The same as JSON.')
  json!: string;

  @DisclosedValue(
    TABLE,
    () => String,
    'Reference by which officers find it in the ledgers of the owners; the same whenever it is asked for.',
  )
  disclosure!: string;
}

@ObjectType('CoarserTable', { description: 'The same question with one break-down less.' })
export class CoarserTable {
  @DisclosedValue(TABLE, () => [Dimension], 'Dimensions of that table.')
  dimensions!: readonly (keyof typeof Dimension)[];

  @DisclosedValue(TABLE, () => Int, 'Its cells.')
  cells!: number;
}

@ObjectType('TableDescription', {
  description:
    'What a table will be like, before it is asked for and charged. It follows from the design and the quarter alone, ' +
    'never from data: which cells will be suppressed for few people, nobody can say before.',
})
export class TableDescription {
  @DisclosedValue(TABLE, () => String, 'What table it is.')
  tableId!: string;

  @DisclosedValue(TABLE, () => [Dimension], 'Dimensions of its cells, in their order.')
  dimensions!: readonly (keyof typeof Dimension)[];

  @DisclosedValue(TABLE, () => Int, 'Cells that will be answered.')
  rows!: number;

  @DisclosedValue(TABLE, () => Int, 'Cells of the whole table, of which a filter only chooses.')
  cells!: number;

  @DisclosedValue(TABLE, () => Int, 'Of the cells that will be answered, those in which nobody can be.')
  structuralZeros!: number;

  @DisclosedValue(TABLE, () => Int, 'Tables that asking for it costs: 0 where it was given before, else 1.')
  costs!: number;

  @DisclosedValue(TABLE, () => TablesSpent, 'The ledger of the project as it is now.')
  ledger!: TablesSpent;

  @DisclosedValue(TABLE, () => StatisticsThresholds, 'From where on anything is published.')
  thresholds!: StatisticsThresholds;

  @DisclosedValue(TABLE, () => Float, 'Standard deviation of the noise in a count.')
  sigma!: number;

  @DisclosedValue(TABLE, () => [CoarserTable], 'Coarser tables, of which more cells have enough people.')
  coarser!: readonly CoarserTable[];

  @DisclosedValue(TABLE, () => [StatisticsSnapshot], 'The snapshots that it would be made of.')
  snapshots!: readonly StatisticsSnapshot[];

  @DisclosedValue(METHOD, () => [Definition], 'By which definitions the outcomes in it are recorded, by jurisdiction.')
  definitions!: readonly Definition[];

  @DisclosedValue(METHOD, () => [TrilingualText], 'What has to be known to read it.')
  notes!: readonly TrilingualText[];
}
