// An identity that an asker released, beside those of the own people whom it may be, field by field in words and bits.
import type { PersonalVisit } from '../page';

interface GraphExplanation {
  readonly en: string | null;
  readonly nl: string | null;
  readonly it: string | null;
  readonly bits: number | null;
}

interface GraphReview {
  readonly id: string;
  readonly askedBy: string | null;
  readonly caseReference: string | null;
  readonly justification: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly aliases: readonly string[] | null;
  readonly birthDate: string | null;
  readonly birthPlace: string | null;
  readonly openedAt: string | null;
  readonly expiresAt: string | null;
  readonly candidates:
    | readonly {
        readonly id: string;
        readonly band: string | null;
        readonly bits: number | null;
        readonly explanations: readonly GraphExplanation[] | null;
      }[]
    | null;
}

export function readReviews(value: unknown): readonly GraphReview[] {
  return Array.isArray(value) ? (value as readonly GraphReview[]) : [];
}

export function reviewView({ words, href }: PersonalVisit, review: GraphReview) {
  const notRecorded = words.say('states.not-recorded');
  const fact = (name: string, value: string | null) => ({
    label: words.say(`lookup.fields.${name}`),
    text: value === null || value === '' ? notRecorded : value,
  });
  return {
    id: review.id,
    askedBy: review.askedBy === null ? notRecorded : words.party(review.askedBy),
    caseReference: review.caseReference ?? notRecorded,
    justification: review.justification ?? notRecorded,
    openedAt: review.openedAt === null ? notRecorded : words.dateTime(review.openedAt),
    until: review.expiresAt === null ? notRecorded : words.dateTime(review.expiresAt),
    sought: [
      fact('givenName', review.givenName),
      fact('familyName', review.familyName),
      fact('aliases', (review.aliases ?? []).join(', ')),
      fact('birthDate', review.birthDate === null ? null : dateText(review.birthDate, words.date)),
      fact('birthPlace', review.birthPlace),
    ],
    candidates: (review.candidates ?? []).map(({ id, band, bits, explanations }) => ({
      id,
      file: href(`/people/${encodeURIComponent(id)}`),
      band: band === null ? notRecorded : words.label('LookupBand', band),
      bits: words.say('requests.bits', { bits: words.number(rounded(bits)) }),
      explanations: (explanations ?? []).map((explanation) => ({
        text: explanation[words.language] ?? notRecorded,
        bits: words.say('requests.bits', { bits: words.number(rounded(explanation.bits)) }),
      })),
    })),
  };
}

/** A year alone is no date. */
function dateText(value: string, date: (value: string) => string): string {
  return /^\d{4}$/.test(value) ? value : date(value);
}

function rounded(bits: number | null): number {
  return Math.round((bits ?? 0) * 10) / 10;
}
