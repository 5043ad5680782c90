import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { PageInfo } from '../../graph/record-resolvers';
import { DisclosedValue } from '../../records/decorators';
import { vocabularyEnum } from '../../records/vocabulary-enum';

export const DisclosureOutcome = vocabularyEnum(
  'DisclosureOutcome',
  {
    DISCLOSED: 'Something was disclosed',
    WITHHELD: 'Nothing was disclosed',
    REFUSED: 'Refused before any owner was asked',
    FAILED: 'Nothing was disclosed, because a source failed',
  },
  'What became of a request at an owner, as the disclosure ledger has it.',
);

@Directive('@shareable')
@ObjectType('DisclosureCoordinate', { description: 'A field of a record, as the disclosure ledger names it.' })
export class DisclosureCoordinate {
  @DisclosedValue('AUDIT/FULL', () => String, 'The field, as Type.field.')
  coordinate!: string;

  @DisclosedValue('AUDIT/FULL', () => String, 'The kind of data that it discloses; not recorded for a former field.')
  category!: string | null;
}

@Directive('@shareable')
@ObjectType('DisclosureSubject', {
  description: 'What of one person was disclosed and withheld, or of all together who are not named.',
})
export class DisclosureSubject {
  @DisclosedValue(
    'AUDIT/FULL',
    () => ID,
    'Id of the person; not recorded for those who are not named, because nothing of them was disclosed, or the request ' +
      'tells of what is not to be known to exist, or the id was erased.',
  )
  subject!: string | null;

  @DisclosedValue('AUDIT/FULL', () => [DisclosureCoordinate], 'What had a value in the answer.')
  disclosed!: readonly DisclosureCoordinate[];

  @DisclosedValue('AUDIT/FULL', () => [DisclosureCoordinate], 'What was asked and withheld.')
  withheld!: readonly DisclosureCoordinate[];
}

@Directive('@shareable')
@ObjectType('DisclosureEntry', {
  description: 'What one request of the officer’s own organisation was given by an owner, without the case’s content.',
})
export class DisclosureEntry {
  @DisclosedValue('AUDIT/FULL', () => GraphQLDateTimeISO, 'When it was asked.')
  time!: Date;

  @DisclosedValue('AUDIT/FULL', () => String, 'The request, as the x-request-id of its answer.')
  requestId!: string;

  @DisclosedValue('AUDIT/FULL', () => String, 'Pseudonym of who asked; not recorded where it was erased.')
  person!: string | null;

  @DisclosedValue('AUDIT/FULL', () => String, 'The role in which it was asked.')
  role!: string;

  @DisclosedValue('AUDIT/FULL', () => String, 'The purpose for which it was asked.')
  purpose!: string;

  @DisclosedValue('AUDIT/FULL', () => [String], 'The agreements that permitted or refused, as ID@version.')
  protocols!: readonly string[];

  @DisclosedValue('AUDIT/FULL', () => [String], 'The clauses that permitted or refused, as ID/clause.')
  clauses!: readonly string[];

  @DisclosedValue('AUDIT/FULL', () => DisclosureOutcome, 'What became of it.')
  outcome!: keyof typeof DisclosureOutcome;

  @DisclosedValue('AUDIT/FULL', () => Int, 'Records of which something was in the answer.')
  rowCount!: number;

  @DisclosedValue('AUDIT/FULL', () => [DisclosureSubject], 'The people, by their ids; those who are not named last.')
  subjects!: readonly DisclosureSubject[];
}

@Directive('@shareable')
@ObjectType('DisclosureEntryEdge', { description: 'One of a page of entries.' })
export class DisclosureEntryEdge {
  @Field(() => DisclosureEntry, { description: 'The entry.' })
  node!: DisclosureEntry;

  @Field(() => String, { description: 'Sealed cursor, bound to this officer and this question.' })
  cursor!: string;
}

@Directive('@shareable')
@ObjectType('DisclosureEntryConnection', { description: 'A page of entries, the newest first.' })
export class DisclosureEntryConnection {
  @Field(() => [DisclosureEntryEdge], { description: 'The entries of this page.' })
  edges!: readonly DisclosureEntryEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;
}
