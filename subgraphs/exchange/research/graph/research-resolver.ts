import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import type { Requester } from '../../../../schema/requester';
import { instanceWith } from '../../../common/graph/instance-with';
import { categoryDirective } from '../../../common/records/disclosure-text';
import type { OwnerContext } from '../../../common/serving/owner-context';
import type { OwnerLedger } from '../owner-calls';
import type { AskedTable } from '../read-question';
import { ResearchDesk } from '../research-desk';
import {
  DecideResearchProjectInput,
  DimensionFilter,
  ProposeResearchProjectInput,
  REVEALS_ROWS,
} from './research-inputs';
import { GivenResearchTable, ResearchLedger, ResearchProject } from './research-project';
import { Dimension, Measure, Scope } from './research-vocabularies';
import { StatisticsTable, TableDescription } from './statistics-table';
import { descriptionAs, projectAs, tableAs } from './told-as';

const REGISTER = categoryDirective('AUDIT/FULL');
const TABLE = categoryDirective('AGGREGATE/FULL');
const nullable = true;

// What both questions about a table are asked with: type-graphql reads an argument's type from a function.
const dimensionList = (() => [Dimension]) as unknown as () => [StringConstructor];
const oneMeasure = (() => Measure) as unknown as () => StringConstructor;
const oneScope = (() => Scope) as unknown as () => StringConstructor;
const WORDS = {
  project: 'The project for which it is asked.',
  where: 'Only these rows, one category a dimension. The table is the same one with and without.',
  groupBy: 'What it is broken down by. With filters, the outcome of a rate and JURISDICTION four dimensions at most.',
  measure: 'What is counted.',
  scope: 'Of one owner, or of all three.',
  acceptMixedDefinitions: 'Needed for a total over an outcome: each jurisdiction records it by its own definition.',
};

@Resolver()
export class ResearchResolver {
  @Query(() => StatisticsTable, {
    nullable,
    description: 'A table over the people of one owner or of all three, after disclosure control. Again it is free.',
  })
  @Directive(TABLE)
  async cohortStatistics(
    @Arg('project', () => ID, { description: WORDS.project }) @Directive(REVEALS_ROWS) project: string,
    @Arg('groupBy', dimensionList, { description: WORDS.groupBy })
    @Directive(REVEALS_ROWS)
    groupBy: (keyof typeof Dimension)[],
    @Arg('scope', oneScope, { description: WORDS.scope }) @Directive(REVEALS_ROWS) scope: keyof typeof Scope,
    @Arg('where', () => [DimensionFilter], { nullable, description: WORDS.where })
    @Directive(REVEALS_ROWS)
    where: DimensionFilter[] | null,
    @Arg('measure', oneMeasure, { defaultValue: 'COUNT', description: WORDS.measure })
    @Directive(REVEALS_ROWS)
    measure: keyof typeof Measure,
    @Arg('acceptMixedDefinitions', () => Boolean, { defaultValue: false, description: WORDS.acceptMixedDefinitions })
    @Directive(REVEALS_ROWS)
    acceptMixedDefinitions: boolean,
    @Ctx() context: OwnerContext,
  ): Promise<StatisticsTable> {
    const asked: AskedTable = { where: where ?? [], groupBy, measure, scope, acceptMixedDefinitions };
    return tableAs(await atDesk(context, (desk, by) => desk.give(project, asked, by)));
  }

  @Query(() => TableDescription, {
    nullable,
    description: 'What a table will be like and what it costs, before it is asked for.',
  })
  @Directive(TABLE)
  async describeTable(
    @Arg('project', () => ID, { description: WORDS.project }) @Directive(REVEALS_ROWS) project: string,
    @Arg('groupBy', dimensionList, { description: WORDS.groupBy })
    @Directive(REVEALS_ROWS)
    groupBy: (keyof typeof Dimension)[],
    @Arg('scope', oneScope, { description: WORDS.scope }) @Directive(REVEALS_ROWS) scope: keyof typeof Scope,
    @Arg('where', () => [DimensionFilter], { nullable, description: WORDS.where })
    @Directive(REVEALS_ROWS)
    where: DimensionFilter[] | null,
    @Arg('measure', oneMeasure, { defaultValue: 'COUNT', description: WORDS.measure })
    @Directive(REVEALS_ROWS)
    measure: keyof typeof Measure,
    @Arg('acceptMixedDefinitions', () => Boolean, { defaultValue: false, description: WORDS.acceptMixedDefinitions })
    @Directive(REVEALS_ROWS)
    acceptMixedDefinitions: boolean,
    @Ctx() context: OwnerContext,
  ): Promise<TableDescription> {
    const asked: AskedTable = { where: where ?? [], groupBy, measure, scope, acceptMixedDefinitions };
    return descriptionAs(await atDesk(context, (desk, by) => desk.describe(project, asked, by)));
  }

  @Query(() => [ResearchProject], {
    nullable,
    description: 'Research projects of which you are one of the people; for the three officers all. The newest first.',
  })
  @Directive(REGISTER)
  async researchProjects(@Ctx() context: OwnerContext): Promise<readonly ResearchProject[]> {
    const projects = await atDesk(context, (desk, by) => desk.projectsOf(by));
    return projects.map((project) => projectAs(project, context.scope.requester));
  }

  @Query(() => ResearchProject, {
    nullable,
    description: 'One research project with its ledger; null alike for an unknown one and for one of others.',
  })
  @Directive(REGISTER)
  async researchProject(
    @Arg('id', () => ID, { description: 'The project.' }) id: string,
    @Ctx() context: OwnerContext,
  ): Promise<ResearchProject | null> {
    const found = await atDesk(context, (desk, by) => desk.find(id, by));
    return found === undefined ? null : projectAs(found, context.scope.requester);
  }

  @Mutation(() => ResearchProject, { nullable, description: 'A researcher proposes a project to the three officers.' })
  @Directive(REGISTER)
  async proposeResearchProject(
    @Arg('input', () => ProposeResearchProjectInput) input: ProposeResearchProjectInput,
    @Ctx() context: OwnerContext,
  ): Promise<ResearchProject> {
    return projectAs(await atDesk(context, (desk, by) => desk.propose(input, by)), context.scope.requester);
  }

  @Mutation(() => ResearchProject, {
    nullable,
    description:
      'A data protection officer answers to a project for the own partnership; an approval can be taken back.',
  })
  @Directive(REGISTER)
  async decideResearchProject(
    @Arg('input', () => DecideResearchProjectInput) { project, answer }: DecideResearchProjectInput,
    @Ctx() context: OwnerContext,
  ): Promise<ResearchProject> {
    const decided = await atDesk(context, (desk, by) => desk.decide(project, answer, by));
    return projectAs(decided, context.scope.requester);
  }
}

/** What an owner gave to a project is asked of that owner: one that does not answer leaves the others' standing. */
@Resolver(() => ResearchLedger)
export class ResearchLedgerResolver {
  private readonly asked = new WeakMap<ResearchLedger, Promise<OwnerLedger>>();

  @FieldResolver(() => Int, { nullable, description: 'Distinct tables that were given.' })
  @Directive(REGISTER)
  async spent(@Root() ledger: ResearchLedger, @Ctx() context: OwnerContext): Promise<number> {
    return (await this.ask(ledger, context)).spent;
  }

  @FieldResolver(() => Int, { nullable, description: 'Distinct tables that were approved.' })
  @Directive(REGISTER)
  async limit(@Root() ledger: ResearchLedger, @Ctx() context: OwnerContext): Promise<number> {
    return (await this.ask(ledger, context)).limit;
  }

  @FieldResolver(() => [GivenResearchTable], { nullable, description: 'The tables.' })
  @Directive(REGISTER)
  async tables(@Root() ledger: ResearchLedger, @Ctx() context: OwnerContext): Promise<readonly GivenResearchTable[]> {
    const { tables } = await this.ask(ledger, context);
    return tables.map(({ table, givenAt }) => instanceWith(GivenResearchTable, { table, givenAt: new Date(givenAt) }));
  }

  private ask(ledger: ResearchLedger, context: OwnerContext): Promise<OwnerLedger> {
    const known =
      this.asked.get(ledger) ?? atDesk(context, (desk, by) => desk.ledgerAt(ledger.jurisdiction, ledger.project, by));
    this.asked.set(ledger, known);
    return known;
  }
}

/** A step at the desk, as the requester, beside the request's own transaction. */
function atDesk<Result>(
  { service, scope }: OwnerContext,
  step: (desk: ResearchDesk, by: Requester) => Promise<Result>,
): Promise<Result> {
  return scope.store.outside(() => step(service(ResearchDesk), scope.requester));
}
