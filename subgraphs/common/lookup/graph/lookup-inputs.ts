import { Directive, Field, InputType } from 'type-graphql';

import type { DeskCode } from '../desk/desks';
import { LookupTarget } from './lookup-vocabularies';

// Whoever may not be told of lookups may not ask with any of these either.
const REVEALS = '@reveals(coordinate: "LookupAnswer.askedAt")';
type TypeFunction = () => typeof String;

@InputType('SoughtPersonInput', {
  description: 'Whom somebody looks for: at least two identifiers, one of them a name.',
})
export class SoughtPersonInput {
  @Field(() => String, { nullable: true, description: 'Given name or names, 100 characters at most.' })
  @Directive(REVEALS)
  givenName?: string | null;

  @Field(() => String, { nullable: true, description: 'Family name, 100 characters at most.' })
  @Directive(REVEALS)
  familyName?: string | null;

  @Field(() => [String], { nullable: true, description: 'Other names, five at most.' })
  @Directive(REVEALS)
  aliases?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Date of birth: 1985-03-12, or 1985 where the year alone is known.',
  })
  @Directive(REVEALS)
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Place of birth.' })
  @Directive(REVEALS)
  birthPlace?: string | null;
}

@InputType('LookUpPersonInput', { description: 'A question whether other owners know somebody.' })
export class LookUpPersonInput {
  @Field((() => [LookupTarget]) as unknown as TypeFunction, { description: 'The owners to ask.' })
  @Directive(REVEALS)
  targets!: DeskCode[];

  @Field(() => SoughtPersonInput, {
    description: 'Whom to look for. It does not leave the asker’s own owner in clear.',
  })
  @Directive(REVEALS)
  person!: SoughtPersonInput;
}
