// Who asks, as SQL. Outside a request, and after a commit, these are null: a comparison with them holds for nobody.
const setting = (name: string): string => `nullif(current_setting('concordat.${name}', true), '')`;

export const ASKED_BY = {
  person: setting('person'),
  organisation: setting('organisation'),
  /** Free text of the token: requester-area.ts makes a code of it. */
  area: setting('area'),
  purpose: setting('purpose'),
  /** Calendar date in Europe/London. */
  today: `${setting('today')}::date`,
} as const;

/** Whether something that began on one day and may have ended on another holds today; it no longer holds on its end. */
export const holdsToday = (from: string, until: string): string =>
  `${from} <= ${ASKED_BY.today} and (${until} is null or ${until} > ${ASKED_BY.today})`;
