import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';

import { DisclosedValue } from '../../common/records/decorators';
import { AwaitedMachinery, ProtocolStatus } from '../vocabularies';
import { TrilingualText } from '../words/trilingual-text';

@ObjectType('ProtocolPermission', { description: 'A kind of data, up to a level, that a clause permits.' })
export class StatedPermission {
  @DisclosedValue('GOVERNANCE/FULL', () => String, 'The kind of data.')
  category!: string;

  @DisclosedValue(
    'GOVERNANCE/FULL',
    () => String,
    'The finest level that is permitted. FLAG: that it exists; BAND: a coarse form; FULL: the value itself.',
  )
  level!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => [String], 'Only these parts of the kind; not recorded: all of it.')
  facets!: readonly string[] | null;
}

@ObjectType('ProtocolCondition', { description: 'A condition of a clause, which the owner evaluates for each record.' })
export class StatedCondition {
  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Its name in the agreement.')
  predicate!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'When it holds, in words, with what the clause fills in.')
  words!: string;
}

@ObjectType('ProtocolClause', { description: 'A clause: what may be shared with whom, for what and when.' })
export class StatedClause {
  @Field(() => ID, { description: 'Id of the clause within its agreement, as refusals cite it.' })
  id!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => TrilingualText, 'The wording.')
  text!: TrilingualText;

  @DisclosedValue('GOVERNANCE/FULL', () => [String], 'Who decides on the data: organisations or named groups.')
  disclosers!: readonly string[];

  @DisclosedValue('GOVERNANCE/FULL', () => [String], 'Who receives: organisation.role.')
  recipients!: readonly string[];

  @DisclosedValue('GOVERNANCE/FULL', () => [String], 'The purposes for which it permits.')
  purposes!: readonly string[];

  @DisclosedValue('GOVERNANCE/FULL', () => [StatedPermission], 'What it permits; what none names is not shared.')
  permits!: readonly StatedPermission[];

  @DisclosedValue('GOVERNANCE/FULL', () => [StatedCondition], 'Conditions, all of which must hold; none: always.')
  conditions!: readonly StatedCondition[];

  @DisclosedValue(
    'GOVERNANCE/FULL',
    () => AwaitedMachinery,
    'What must be built before it permits anything; not recorded where it awaits nothing. Its words are settled all the same.',
  )
  awaits!: keyof typeof AwaitedMachinery | null;

  @DisclosedValue(
    'GOVERNANCE/FULL',
    () => String,
    'The same in words, "permits nothing yet: awaits …"; not recorded where it awaits nothing.',
  )
  permitsNothingYet!: string | null;
}

@ObjectType('ProtocolLegalBasis', { description: 'The ground in law of an agreement.' })
export class StatedLegalBasis {
  @DisclosedValue('GOVERNANCE/FULL', () => String, 'What the sources of the project state.')
  stated!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => [String], 'What is proposed beside it. Nobody has confirmed it.')
  proposed!: readonly string[];

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'What the proposed bases are: "a proposal for counsel".')
  proposedIs!: string;
}

@ObjectType('ProtocolGround', { description: 'Where in the sources an agreement comes from.' })
export class StatedGround {
  @DisclosedValue('GOVERNANCE/FULL', () => String, 'The document, by its number.')
  document!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'What it says.')
  quote!: string;
}

@ObjectType('Protocol', { description: 'A written agreement on sharing information, as the hub decides by it.' })
export class StatedProtocol {
  @Field(() => ID, { description: 'Id of the agreement, as refusals cite it.' })
  id!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Version, as refusals cite it.')
  version!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => ProtocolStatus, 'Built in, proposed or signed.')
  status!: keyof typeof ProtocolStatus;

  @DisclosedValue('GOVERNANCE/FULL', () => Boolean, 'Whether it holds today, by the dates below.')
  inForce!: boolean;

  @DisclosedValue('GOVERNANCE/FULL', () => [String], 'Jurisdictions: UK, NL, IT.')
  jurisdictions!: readonly string[];

  @DisclosedValue('GOVERNANCE/FULL', () => TrilingualText, 'Title.')
  title!: TrilingualText;

  @DisclosedValue('GOVERNANCE/FULL', () => TrilingualText, 'What it is about.')
  text!: TrilingualText;

  @DisclosedValue('GOVERNANCE/FULL', () => [String], 'Who decides on the data: organisations or named groups.')
  disclosers!: readonly string[];

  @DisclosedValue('GOVERNANCE/FULL', () => [String], 'Organisations that signed, or are to sign; none if built in.')
  signatories!: readonly string[];

  @DisclosedValue('GOVERNANCE/FULL', () => [String], 'Who receives anything by any clause: organisation.role.')
  recipients!: readonly string[];

  @DisclosedValue('GOVERNANCE/FULL', () => [String], 'The purposes of the agreement.')
  purposes!: readonly string[];

  @DisclosedValue('GOVERNANCE/FULL', () => StatedLegalBasis, 'The ground in law.')
  legalBasis!: StatedLegalBasis;

  @DisclosedValue('GOVERNANCE/FULL', () => GraphQLLocalDate, 'First day on which it holds, UTC.')
  inForceFrom!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => GraphQLLocalDate, 'First day on which it no longer holds, UTC.')
  inForceUntil!: string | null;

  @DisclosedValue('GOVERNANCE/FULL', () => GraphQLLocalDate, 'Day by which it is to be reviewed, UTC.')
  reviewDue!: string | null;

  @DisclosedValue('GOVERNANCE/FULL', () => Boolean, 'Whether it permits nothing past the day of its review.')
  reviewCompulsory!: boolean;

  @DisclosedValue('GOVERNANCE/FULL', () => [StatedClause], 'The clauses; each permits by itself.')
  clauses!: readonly StatedClause[];

  @DisclosedValue('GOVERNANCE/FULL', () => String, 'Id of the clause that is cited where none permits.')
  residualClause!: string;

  @DisclosedValue('GOVERNANCE/FULL', () => TrilingualText, 'The wording of that clause.')
  residualText!: TrilingualText;

  @DisclosedValue('GOVERNANCE/FULL', () => [String], 'What a recipient takes on.')
  obligations!: readonly string[];

  @DisclosedValue('GOVERNANCE/FULL', () => [StatedGround], 'Where in the sources it comes from.')
  grounds!: readonly StatedGround[];
}
