import { ObjectType } from 'type-graphql';

import { DisclosedValue } from '../../common/records/decorators';

@ObjectType('TrilingualText', { description: 'A text in the three languages of the partnerships.' })
export class TrilingualText {
  @DisclosedValue('GOVERNANCE/FULL', () => String, 'In English.')
  en!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'In Dutch; not recorded where nobody has translated it yet.')
  nl!: string | null;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'In Italian; not recorded where nobody has translated it yet.')
  it!: string | null;
}
