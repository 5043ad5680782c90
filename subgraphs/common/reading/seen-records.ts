import type { DisclosureScope } from '../disclosure/disclosure-scope';
import type { RecordType, StoredRecord } from '../records/record-registry';

/**
 * Of what the database gave, the records that the requester may see: evaluates all conditions that the operation asks
 * of them, and leaves out whatever their policy let through and the agreements do not.
 */
export async function seenOf(
  scope: DisclosureScope,
  recordType: RecordType,
  records: readonly StoredRecord[],
): Promise<StoredRecord[]> {
  await scope.establish(recordType, records);
  return records.filter((record) => scope.sees(recordType, record));
}
