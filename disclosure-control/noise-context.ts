/** What the noise of a cell hangs on: the version of the cohorts that it covers, its table and its key; no people. */
interface NoiseOf {
  readonly version: string;
  readonly tableId: string;
  readonly cellKey: string;
}

export function ownNoiseContext({ version, tableId, cellKey }: NoiseOf): string {
  return `own|${version}|${tableId}|${cellKey}`;
}

export function totalNoiseContext({ version, tableId, cellKey }: NoiseOf): string {
  return `total|${version}|${tableId}|${cellKey}`;
}
