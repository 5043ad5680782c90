/** The last offence of a person: $1. */
export const LAST_OFFENCE =
  'select id, offence_date::text as was from offence where subject_id = $1 order by offence_date desc limit 1';

/** Places the offence $1 so many months ($3) and days ($4) after the day $2. */
export const MOVE_OFFENCE =
  'update offence set offence_date = ($2::date + make_interval(months => $3::int))::date + $4::int where id = $1';
