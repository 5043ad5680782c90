/**
 * What takes long is shared between the two runs of continuous integration: the one on the embedded database takes the
 * first part, the third and so on, the one on PostgreSQL the others. Together they leave nothing out; the long form of
 * such a test (`npm run test:long`) takes all of it.
 * @param everyNth what the embedded run takes, where it is much the slower one: every fourth, for instance
 */
export function ofThisRun<Part>(parts: readonly Part[], everyNth = 2): readonly Part[] {
  const onPostgres = process.env.CONCORDAT_TEST_DATABASE === 'postgres';
  return parts.filter((_, index) => (index % everyNth === 0) !== onPostgres);
}
