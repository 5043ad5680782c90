import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import type { Jurisdiction3 } from '../../../../disclosure-control/lattice';
import { DisclosedValue } from '../../../common/records/decorators';
import { Dimension, ResearchAnswer, ResearchState } from './research-vocabularies';

const REGISTER = 'AUDIT/FULL';

@ObjectType('ResearchDecision', { description: 'What the officer of one partnership answered to a research project.' })
export class ResearchDecision {
  @DisclosedValue(REGISTER, () => String, 'Jurisdiction for which it was decided: UK, NL or IT.')
  jurisdiction!: string;

  @DisclosedValue(REGISTER, () => ResearchAnswer, 'The answer.')
  answer!: keyof typeof ResearchAnswer;

  @DisclosedValue(REGISTER, () => String, 'Pseudonym of the officer.')
  decidedBy!: string;

  @DisclosedValue(REGISTER, () => GraphQLDateTimeISO, 'When it was decided (UTC).')
  decidedAt!: Date;
}

@ObjectType('GivenResearchTable', {
  description: 'A table that an owner gave to a project; nothing of what stands in it.',
})
export class GivenResearchTable {
  @DisclosedValue(REGISTER, () => String, 'Id of the table: its dimensions, and the measure of a mean.')
  table!: string;

  @DisclosedValue(REGISTER, () => GraphQLDateTimeISO, 'When it was first given (UTC); again, it is free.')
  givenAt!: Date;
}

@ObjectType('ResearchLedger', {
  description: 'What one owner gave to a research project of its present snapshot, as that owner’s ledger has it.',
})
export class ResearchLedger {
  @DisclosedValue(REGISTER, () => String, 'Jurisdiction of the owner: UK, NL or IT.')
  jurisdiction!: Jurisdiction3;

  /** The project whose ledger it is; the rest is asked of the owner. */
  project!: string;
}

@ObjectType('ResearchProject', {
  description: 'What researchers were, or were not, approved to ask for. Its people and the three officers see it.',
})
export class ResearchProject {
  @Field(() => ID, { description: 'Id of the project.' })
  id!: string;

  @DisclosedValue(REGISTER, () => String, 'Its name.')
  name!: string;

  @DisclosedValue(REGISTER, () => String, 'The question that it is to answer.')
  question!: string;

  @DisclosedValue(REGISTER, () => [Dimension], 'Dimensions that its tables may have.')
  dimensions!: readonly (keyof typeof Dimension)[];

  @DisclosedValue(REGISTER, () => [String], 'Pseudonyms of those who may ask.')
  people!: readonly string[];

  @DisclosedValue(REGISTER, () => String, 'Their organisation.')
  organisation!: string;

  @DisclosedValue(REGISTER, () => GraphQLLocalDate, 'Last day on which a table is given.')
  endsOn!: string;

  @DisclosedValue(REGISTER, () => Int, 'How many distinct tables of one set of snapshots.')
  tables!: number;

  @DisclosedValue(REGISTER, () => ResearchState, 'Where it stands today.')
  state!: keyof typeof ResearchState;

  @DisclosedValue(REGISTER, () => GraphQLDateTimeISO, 'When it was proposed (UTC).')
  proposedAt!: Date;

  @DisclosedValue(REGISTER, () => [ResearchDecision], 'What the officers answered, the earliest first.')
  decisions!: readonly ResearchDecision[];

  @DisclosedValue(
    REGISTER,
    () => [ResearchLedger],
    'What it was given, by owner that approved it; an officer reads that of the own partnership.',
  )
  ledgers!: readonly ResearchLedger[];
}
