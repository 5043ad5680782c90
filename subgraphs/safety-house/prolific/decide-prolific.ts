import { monthsAfter } from '../../common/calendar/calendar-dates';

export const LEAST_CONVICTIONS_60M = 10;

/** An offence of which the person was convicted. */
export interface Conviction {
  /** Calendar dates, `YYYY-MM-DD`. */
  readonly offenceDate: string;
  readonly convictionDate: string;
}

export interface Prolific {
  readonly value: boolean;
  readonly reason: string;
  readonly convictions60m: number;
  readonly offences12m: number;
}

/**
 * DOMAIN.md A.5, PROLIFIC_OFFENDER, NL: convicted of ten offences or more in the past five years, by the date of the
 * conviction, one of which was committed in the past twelve months.
 */
export function decideProlific(convictions: readonly Conviction[], today: string): Prolific {
  const since = (months: number) => monthsAfter(today, -months);
  const convicted = convictions.filter(({ convictionDate }) => convictionDate > since(60) && convictionDate <= today);
  const convictions60m = convicted.length;
  const offences12m = convicted.filter(({ offenceDate }) => offenceDate > since(12) && offenceDate <= today).length;
  if (convictions60m < LEAST_CONVICTIONS_60M) {
    return { value: false, reason: 'Fewer than ten convictions in five years.', convictions60m, offences12m };
  }
  if (offences12m === 0) {
    return {
      value: false,
      reason: 'None of the offences was committed in the past twelve months.',
      convictions60m,
      offences12m,
    };
  }
  return {
    value: true,
    reason: 'Ten convictions or more in five years, for at least one offence of the past twelve months.',
    convictions60m,
    offences12m,
  };
}
