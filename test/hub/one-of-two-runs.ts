/**
 * What takes long is shared between the two runs of continuous integration: the one on the embedded database takes the
 * first part, the third and so on, the one on PostgreSQL the others. Together they leave nothing out; the long form of
 * such a test (`npm run test:long`) takes all of it.
 */
export function ofThisRun<Part>(parts: readonly Part[]): readonly Part[] {
  const turn = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? 1 : 0;
  return parts.filter((_, index) => index % 2 === turn);
}
