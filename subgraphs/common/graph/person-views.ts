import { Directive, Field, ID, ObjectType, Resolver } from 'type-graphql';

import type { DisclosureText } from '../records/disclosure-text';
import type { RecordClass } from '../records/record-registry';
import { addRelation } from './record-resolvers';

const PERSON_TEXT = 'A person, joined over the owners that hold a record on them.';

/**
 * The person whom every owner's records join in. It is only a key: any id makes a Person, and what an owner holds on it
 * is null both where there is nothing and where nothing may be seen.
 */
@Directive('@key(fields: "id")')
@ObjectType('Person', { description: PERSON_TEXT })
export class Person {
  @Field(() => ID, { description: 'Opaque id, issued by the owner that holds the record; never a national number.' })
  id!: string;
}

/** One owner's view of a person: a record (or a list of records) that this owner holds. */
export interface PersonView {
  readonly name: string;
  readonly discloses: DisclosureText;
  readonly describes: string;
  readonly target: () => RecordClass;
  /** Property of the target that holds the person's id. */
  readonly targetKey: string;
  readonly many: boolean;
}

/**
 * An owner's `Person` and the resolver of its views. Each owner has a class of its own: type-graphql keeps whatever was
 * ever added to a class, and a command that looks at all owners would show each the views of the others.
 */
export function personOf(views: readonly PersonView[]): {
  readonly type: new () => object;
  readonly resolver: new () => object;
} {
  const type = views.length === 0 ? Person : derivedPerson();
  @Resolver(() => type)
  class PersonResolver {}
  for (const view of views) {
    addRelation(PersonResolver, { ...view, by: 'id' }, (id, { loaders }) => loaders.peopleOf(id));
  }
  return { type, resolver: PersonResolver };
}

const PersonKey = Person;

function derivedPerson(): new () => object {
  @Directive('@key(fields: "id")')
  @ObjectType('Person', { description: PERSON_TEXT })
  class Person extends PersonKey {}
  return Person;
}
