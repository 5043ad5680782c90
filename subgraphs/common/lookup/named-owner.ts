import { ConfigurationError } from '../../../service/environment';
import { LOOKUP_OWNERS, type LookupOwner } from '../peers/asker';

/** The owner of people that a command names; throws a ConfigurationError where there is none of that name. */
export function namedOwner(name: string): LookupOwner {
  const known = LOOKUP_OWNERS.find((each) => each === name);
  if (known === undefined) {
    throw new ConfigurationError(`There is no owner ${name} of people: name ${LOOKUP_OWNERS.join(', ')}`);
  }
  return known;
}
