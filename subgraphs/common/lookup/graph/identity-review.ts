import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';

import { EXPLANATION_TEXTS } from '../../../../matching/comparison/explanation-texts';
import { DisclosedValue } from '../../records/decorators';
import type { Review, ReviewedCandidate } from '../desk/review-store';
import { LookupBand } from './lookup-vocabularies';

@Directive('@shareable')
@ObjectType('MatchExplanation', { description: 'What one field says for or against two records being of one person.' })
class MatchExplanation {
  @DisclosedValue('LINK/FULL/REVIEW', () => String, 'In English: “Family name: same sound.”')
  en!: string;

  @DisclosedValue('LINK/FULL/REVIEW', () => String, 'In Dutch.')
  nl!: string;

  @DisclosedValue('LINK/FULL/REVIEW', () => String, 'In Italian.')
  it!: string;

  @DisclosedValue('LINK/FULL/REVIEW', () => Float, 'Bits: twice as likely by one bit; below zero it speaks against.')
  bits!: number;
}

@Directive('@shareable')
@ObjectType('ReviewCandidate', { description: 'A person of this owner who may be the one sought.' })
class ReviewCandidate {
  @Field(() => ID, { description: 'Id of the person.' })
  id!: string;

  @DisclosedValue('LINK/FULL/REVIEW', () => LookupBand, 'How much speaks for it.')
  band!: keyof typeof LookupBand;

  @DisclosedValue('LINK/FULL/REVIEW', () => Float, 'The bits together.')
  bits!: number;

  @DisclosedValue('LINK/FULL/REVIEW', () => [MatchExplanation], 'Field by field.')
  explanations!: readonly MatchExplanation[];
}

@Directive('@shareable')
@ObjectType('IdentityReview', {
  description:
    'An identity that an asker elsewhere released to this owner after a hit: a person here says whether it is one of ' +
    'its people, by decideIdentity.',
})
export class IdentityReview {
  @Field(() => ID, { description: 'Id of the lookup.' })
  id!: string;

  @DisclosedValue('LINK/FULL/REVIEW', () => String, 'Organisation and role of who asks.')
  askedBy!: string;

  @DisclosedValue('LINK/FULL/REVIEW', () => String, 'Case reference of the asker.')
  caseReference!: string | null;

  @DisclosedValue('LINK/FULL/REVIEW', () => String, 'Why it is asked, in the asker’s words.')
  justification!: string | null;

  @DisclosedValue('LINK/FULL/REVIEW', () => String, 'Given name of the person sought, as released.')
  givenName!: string | null;

  @DisclosedValue('LINK/FULL/REVIEW', () => String, 'Family name of the person sought, as released.')
  familyName!: string | null;

  @DisclosedValue('LINK/FULL/REVIEW', () => [String], 'Other names, as released.')
  aliases!: readonly string[];

  @DisclosedValue('LINK/FULL/REVIEW', () => String, 'Birth date, as released; a year where no more is known.')
  birthDate!: string | null;

  @DisclosedValue('LINK/FULL/REVIEW', () => String, 'Place of birth, as released.')
  birthPlace!: string | null;

  @DisclosedValue('LINK/FULL/REVIEW', () => [ReviewCandidate], 'Whom of this owner it may be, the likeliest first.')
  candidates!: readonly ReviewCandidate[];

  @DisclosedValue('LINK/FULL/REVIEW', () => GraphQLDateTimeISO, 'When it was released (UTC).')
  openedAt!: Date;

  @DisclosedValue('LINK/FULL/REVIEW', () => GraphQLDateTimeISO, 'Until when it can be decided on (UTC).')
  expiresAt!: Date;
}

/** A review as the graph has it. */
export function reviewAs({ id, asker, sought, candidates, openedAt, expiresAt }: Review): IdentityReview {
  return Object.assign(new IdentityReview(), {
    id,
    askedBy: `${asker.organisation}.${asker.role}`,
    caseReference: asker.caseReference ?? null,
    justification: asker.justification ?? null,
    givenName: sought?.givenName ?? null,
    familyName: sought?.familyName ?? null,
    aliases: sought?.aliases ?? [],
    birthDate: sought?.birthDate ?? null,
    birthPlace: sought?.birthPlace ?? null,
    candidates: candidates.map(candidateAs),
    openedAt,
    expiresAt,
  });
}

function candidateAs({ subject, band, bits, explanations }: ReviewedCandidate): ReviewCandidate {
  return Object.assign(new ReviewCandidate(), {
    id: subject,
    band,
    bits,
    explanations: explanations.map(({ code, bits: own }) =>
      Object.assign(new MatchExplanation(), { ...EXPLANATION_TEXTS[code], bits: own }),
    ),
  });
}
