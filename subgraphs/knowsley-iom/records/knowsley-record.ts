import { atFull } from '../../common/records/disclosure-text';
import { Disclosed, Key, RecordOf } from '../../common/records/decorators';
import type { RecordClass } from '../../common/records/record-registry';
import { referenceDisclosure } from '../../common/records/reference-disclosure';
import { InformationQuality, KnowsleySource, RecordBasis } from '../vocabularies';

/** What every record of this owner has beside its own facts. The fields are declared by {@link KnowsleyRecordOf}. */
export abstract class KnowsleyRecord {
  id!: string;
  sourceSystem!: keyof typeof KnowsleySource | null;
  /** Organisation that recorded it, as schema/organisations.ts names it. */
  recordedBy!: string | null;
  recordedAt!: Date | null;
  basis!: keyof typeof RecordBasis | null;
  sourceReference!: string | null;
  quality!: keyof typeof InformationQuality | null;
}

/** A record about a person. */
export abstract class PersonRecord extends KnowsleyRecord {
  subjectId!: string;
}

/**
 * A kind of record at Knowsley: key, the person whom it concerns and provenance come with it, at the category of its
 * existence. When it was recorded is FULL, because that instant can give away a date that is only given coarsely.
 */
export function KnowsleyRecordOf(
  options: Parameters<typeof RecordOf>[0] & {
    /** `itself`: the record is the person and its id is Person.id; `none`: it concerns no person of this owner. */
    readonly subject?: 'itself' | 'none';
  },
) {
  return (recordClass: RecordClass): void => {
    const prototype = recordClass.prototype as object;
    const { discloses, subject, ...rest } = options;
    Key()(prototype, 'id');
    if (subject === undefined) {
      Disclosed(discloses, 'reference', { describes: 'Id of the person whom the record concerns (Person.id).' })(
        prototype,
        'subjectId',
      );
    }
    Disclosed(discloses, 'code', {
      vocabulary: KnowsleySource,
      filter: false,
      describes: 'System in which the record was kept first.',
    })(prototype, 'sourceSystem');
    Disclosed(discloses, 'text', { filter: false, describes: 'Organisation that recorded it.' })(
      prototype,
      'recordedBy',
    );
    Disclosed(atFull(discloses), 'instant', { filter: false, describes: 'When it was recorded, UTC.' })(
      prototype,
      'recordedAt',
    );
    Disclosed(discloses, 'code', {
      vocabulary: RecordBasis,
      filter: false,
      describes: 'Whether it states a fact or an assessment.',
    })(prototype, 'basis');
    Disclosed(referenceDisclosure(discloses), 'text', {
      filter: false,
      describes: 'Reference of the record in the source system.',
    })(prototype, 'sourceReference');
    Disclosed(discloses, 'code', {
      vocabulary: InformationQuality,
      filter: false,
      describes: 'How far it can be relied on, as its recorder sees it.',
    })(prototype, 'quality');
    RecordOf({ anchors: ANCHORS[subject ?? 'other'], discloses, ...rest })(recordClass);
  };
}

const ANCHORS = { itself: { subject: 'id' }, none: {}, other: { subject: 'subjectId' } } as const;
