import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Directive, Field, InputType } from 'type-graphql';
import { z } from 'zod';

import { badInput } from '../../serving/owner-errors';
import { DisclosureOutcome } from './disclosure-entry';

const reveals = (field: string) => Directive(`@reveals(coordinate: "DisclosureEntry.${field}")`);

@InputType('DisclosurePeriod', { description: 'A time between two instants.' })
export class DisclosurePeriod {
  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'This instant or a later one.' })
  from?: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'This instant or an earlier one.' })
  to?: Date | null;
}

/** Nothing filters by the person whom an entry concerns: who is not named would be found by asking for each in turn. */
@InputType('DisclosureEntryFilter', { description: 'Which entries; those of the fields that are given hold together.' })
export class DisclosureFilter {
  @Field(() => DisclosurePeriod, { nullable: true, description: 'When it was asked.' })
  @reveals('time')
  time?: DisclosurePeriod | null;

  @Field(() => String, { nullable: true, description: 'Who asked: the pseudonym.' })
  @reveals('person')
  person?: string | null;

  @Field(() => String, { nullable: true, description: 'The role in which it was asked.' })
  @reveals('role')
  role?: string | null;

  @Field(() => String, { nullable: true, description: 'The purpose for which it was asked.' })
  @reveals('purpose')
  purpose?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The id of an agreement that permitted or refused, any version.',
  })
  @reveals('protocols')
  protocols?: string | null;

  @Field(() => DisclosureOutcome, { nullable: true, description: 'What became of the request.' })
  @reveals('outcome')
  outcome?: keyof typeof DisclosureOutcome | null;
}

const word = z.string().min(1).max(200).optional();
const instant = z.iso.datetime().nullish();
const filterForm = z.strictObject({
  time: z.strictObject({ from: instant, to: instant }).optional(),
  person: word,
  role: word,
  purpose: word,
  protocols: word,
  outcome: z.enum(Object.keys(DisclosureOutcome) as (keyof typeof DisclosureOutcome)[]).optional(),
});
export type StatedFilter = z.infer<typeof filterForm>;

/** The question as a key: every owner reads it again for itself. */
export function questionOf(filter: DisclosureFilter | undefined): string {
  const given = Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const text = JSON.stringify(Object.fromEntries(given));
  readFilter(text);
  return Buffer.from(text, 'utf8').toString('base64url');
}

/** The filter in a key. */
export function readQuestion(question: string): StatedFilter {
  return readFilter(Buffer.from(question, 'base64url').toString('utf8'));
}

function readFilter(text: string): StatedFilter {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw badInput('The question about disclosures cannot be read. Ask it by disclosures(filter: …).');
  }
  const read = filterForm.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw badInput(
    `"filter" cannot be used: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}. Give words of 1 to 200 characters and instants in ISO 8601.`,
  );
}
