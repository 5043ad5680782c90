// Whom another borough or force may follow, told from what is recorded.
import type { State } from './policy-table';
import { day, recordsAbout, type SeededRecord, today } from './seeded';

const about = (record: SeededRecord, type: string): readonly SeededRecord[] => recordsAbout(record.subject, type);

/** The band of the latest score. */
export const latestBand =
  (...bands: readonly string[]): State =>
  (record) => {
    const [latest] = [...about(record, 'CorvusScore')].sort((one, other) =>
      String(one.values.asAt) < String(other.values.asAt) ? 1 : -1,
    );
    return latest !== undefined && bands.includes(String(latest.values.band));
  };

/** The same day of the month a year ago; 29 February falls back by a day. */
function aYearAgo(): string {
  const year = today().slice(0, 4);
  const rest = today().slice(4);
  return `${String(Number(year) - 1)}${rest === '-02-29' ? '-02-28' : rest}`;
}

const daysThere = (record: SeededRecord, area: string): readonly string[] =>
  [
    ...about(record, 'Offence').map(({ values }) => [values.area, values.offenceDate]),
    ...about(record, 'Movement').map(({ values }) => [values.toArea, values.movedOn]),
  ].flatMap(([where, when]) => (where === area ? [day(when) ?? ''] : []));

/** An offence there, or a movement to it, in the last twelve months. */
export const activeIn =
  (area: string): State =>
  (record) =>
    daysThere(record, area).some((when) => when > aYearAgo() && when <= today());

/** Something there, and all of it longer ago. */
export const onceActiveIn =
  (area: string): State =>
  (record) =>
    daysThere(record, area).length > 0 && daysThere(record, area).every((when) => when <= aYearAgo());

export const neverActiveIn =
  (area: string): State =>
  (record) =>
    daysThere(record, area).length === 0;

/** An offence there of the last twelve months, and no movement to it; or the other way about. */
export const byOffenceOnly =
  (area: string): State =>
  (record) =>
    activeIn(area)(record) && about(record, 'Movement').every(({ values }) => values.toArea !== area);

export const byMovementOnly =
  (area: string): State =>
  (record) =>
    activeIn(area)(record) && about(record, 'Offence').every(({ values }) => values.area !== area);
