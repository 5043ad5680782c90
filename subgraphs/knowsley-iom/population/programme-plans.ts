import { CRC_COLLEAGUE, type PersonPlan, type Prison } from './person-plan';

/** Supervised by somebody who is no persona, so that no other clause depends on these people. */
const supervision = { organisation: 'merseyside-crc', practitioner: CRC_COLLEAGUE, risk: 'MEDIUM' } as const;

type Choice = NonNullable<PersonPlan['programme']>['choice'];

const prisoner = (
  prison: Prison,
  releaseInDays: number | null,
  choice?: Choice,
  cohort?: number,
): Partial<PersonPlan> => ({
  supervision,
  custody: { prison, releaseInDays },
  ...(choice === undefined ? {} : { programme: { choice, ...(cohort === undefined ? {} : { cohort }) } }),
});

/**
 * Prisoners on both sides of the 183 days before release, and of a free choice that is recorded. Cohort 15 and 16 are
 * run by the persona, 17 by a colleague.
 */
export const PROGRAMME_STATES: readonly (readonly [count: number, state: Partial<PersonPlan>])[] = [
  [3, prisoner('hmp-liverpool', 183, 'VOLUNTEERED', 15)],
  [2, prisoner('hmp-liverpool', 184, 'VOLUNTEERED', 15)],
  [2, prisoner('hmp-liverpool', 90, 'VOLUNTEERED', 17)],
  [2, prisoner('hmp-liverpool', 120, 'VOLUNTEERED')],
  [2, prisoner('hmp-liverpool', 0, 'VOLUNTEERED')],
  [2, prisoner('hmp-liverpool', 183, 'DECLINED')],
  [2, prisoner('hmp-liverpool', 183)],
  [2, prisoner('hmp-liverpool', 184, 'DECLINED')],
  [2, prisoner('hmp-liverpool', 150, 'WITHDRAWN', 15)],
  [2, prisoner('hmp-liverpool', 60, 'NOT_RECORDED', 15)],
  // Overdue, and without a day.
  [2, prisoner('hmp-liverpool', -3, 'VOLUNTEERED', 15)],
  [2, prisoner('hmp-liverpool', null, 'VOLUNTEERED', 15)],
  [2, prisoner('hmp-kennet', 183, 'VOLUNTEERED', 16)],
  [2, prisoner('hmp-kennet', 184, 'VOLUNTEERED', 16)],
  [2, prisoner('hmp-kennet', 30, 'DECLINED')],
  // Released since: the prison is told nothing more of them.
  [
    2,
    {
      supervision,
      custody: { prison: 'hmp-liverpool', releasedDaysAgo: 5 },
      programme: { choice: 'VOLUNTEERED', cohort: 15 },
    },
  ],
];
