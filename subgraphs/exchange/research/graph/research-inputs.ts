import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ID, InputType, Int } from 'type-graphql';

import { Dimension, ResearchAnswer } from './research-vocabularies';

// Whoever may not see tables, or projects, may not ask with any of these either.
export const REVEALS_ROWS = '@reveals(coordinate: "StatisticsTable.cells")';
const REVEALS_STATE = '@reveals(coordinate: "ResearchProject.state")';
type TypeFunction = () => typeof String;
const listOf = (type: object): TypeFunction => (() => [type]) as unknown as TypeFunction;
const oneOf = (type: object): TypeFunction => (() => type) as unknown as TypeFunction;

@InputType('DimensionFilter', {
  description: 'Only rows of one published category. There is no other filter: no list, no range and no negation.',
})
export class DimensionFilter {
  @Field(oneOf(Dimension), { description: 'The dimension.' })
  @Directive(REVEALS_ROWS)
  dimension!: keyof typeof Dimension;

  @Field(() => String, {
    description: 'One of its published categories, as describeTable and the vocabularies list them.',
  })
  @Directive(REVEALS_ROWS)
  category!: string;
}

@InputType('ProposeResearchProjectInput', { description: 'What a researcher proposes to ask for.' })
export class ProposeResearchProjectInput {
  @Field(() => String, { description: 'A short name.' })
  @Directive(REVEALS_STATE)
  name!: string;

  @Field(() => String, { description: 'The question that the project is to answer.' })
  @Directive(REVEALS_STATE)
  question!: string;

  @Field(listOf(Dimension), {
    description: 'All dimensions that tables may have, outcomes too; JURISDICTION is always among them.',
  })
  @Directive(REVEALS_STATE)
  dimensions!: (keyof typeof Dimension)[];

  @Field(() => [String], {
    description: 'Pseudonyms of the people of your organisation who may ask; whoever proposes is one of them.',
  })
  @Directive(REVEALS_STATE)
  people!: string[];

  @Field(() => GraphQLLocalDate, { description: 'Last day on which a table is given, three years ahead at most.' })
  @Directive(REVEALS_STATE)
  endsOn!: string;

  @Field(() => Int, { description: 'How many distinct tables of one set of snapshots, 25 at most.' })
  @Directive(REVEALS_STATE)
  tables!: number;
}

@InputType('DecideResearchProjectInput', { description: 'What an officer answers to a research project.' })
export class DecideResearchProjectInput {
  @Field(() => ID, { description: 'The project.' })
  @Directive(REVEALS_STATE)
  project!: string;

  @Field(oneOf(ResearchAnswer), { description: 'The answer, for the officer’s own partnership.' })
  @Directive(REVEALS_STATE)
  answer!: keyof typeof ResearchAnswer;
}
