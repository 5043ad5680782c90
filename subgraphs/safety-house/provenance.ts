import { Disclosed } from '../common/records/decorators';
import type { DisclosureText } from '../common/records/disclosure-text';
import { referenceDisclosure } from '../common/records/reference-disclosure';
import { InformationQuality, RecordBasis } from './vocabularies';

/**
 * Class decorator: who recorded a record, when, where and as what. Put it below `@RecordOf`. It discloses the category
 * of the value that it accompanies, at the level at which it gives that value away: the moment of recording an offence
 * comes near to its date, and who recorded a health need to the treatment.
 */
export function Provenance(discloses: DisclosureText) {
  return ({ prototype }: { readonly prototype: object }): void => {
    Disclosed(discloses, 'text', {
      describes: 'System from which the record comes; for the published case, the documents.',
    })(prototype, 'sourceSystem');
    Disclosed(discloses, 'text', { describes: 'Organisation that recorded it.' })(prototype, 'recordedBy');
    Disclosed(discloses, 'instant', { describes: 'When it was recorded, in UTC.' })(prototype, 'recordedAt');
    Disclosed(discloses, 'code', {
      vocabulary: RecordBasis,
      describes: 'Whether it states a fact or a professional’s assessment.',
    })(prototype, 'basis');
    Disclosed(referenceDisclosure(discloses), 'text', {
      filter: false,
      describes: 'Reference of the record in the source system.',
    })(prototype, 'sourceReference');
    Disclosed(discloses, 'code', {
      vocabulary: InformationQuality,
      describes: 'How far it can be relied on, as its recorder sees it.',
    })(prototype, 'quality');
  };
}
