import type { RecordSet } from '../../common/loading/load-records';
export function* populate(_seed: string, _anchor: string): Iterable<RecordSet> {}
