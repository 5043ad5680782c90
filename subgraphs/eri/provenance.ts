import { Disclosed } from '../common/records/decorators';
import type { DisclosureText } from '../common/records/disclosure-text';
import { referenceDisclosure } from '../common/records/reference-disclosure';
import type { RecordClass } from '../common/records/record-registry';
import { InformationQuality, RecordBasis } from './vocabularies';

/**
 * Class decorator: where a record comes from. Its category is that of the value that it accompanies, so every kind of
 * record says its own. Stands below `@RecordOf`, which collects the fields.
 */
export function WithProvenance(discloses: DisclosureText) {
  return (recordClass: RecordClass): void => {
    const prototype = recordClass.prototype as object;
    Disclosed(discloses, 'text', { describes: 'System or paper from which the record was taken.' })(
      prototype,
      'sourceSystem',
    );
    Disclosed(discloses, 'text', { describes: 'Organisation that recorded it.' })(prototype, 'recordedBy');
    Disclosed(discloses, 'instant', { describes: 'When it was recorded, UTC.' })(prototype, 'recordedAt');
    Disclosed(discloses, 'code', { vocabulary: RecordBasis, describes: 'Whether it states a fact or an assessment.' })(
      prototype,
      'basis',
    );
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
