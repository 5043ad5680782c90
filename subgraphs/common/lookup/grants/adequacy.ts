import type { DataSource } from 'typeorm';
import { z } from 'zod';

import { type Environment, readEnvironment } from '../../../../service/environment';

/**
 * Adequacy decisions between the United Kingdom and the Union. From the Union they end on a day, which counsel watches
 * and an operator sets; the United Kingdom's own recognition of the Union has no end. Between the Netherlands and Italy
 * none is needed.
 */
export interface AdequacyDecision {
  readonly regime: 'LED' | 'GDPR';
  readonly origin: 'UK' | 'NL' | 'IT';
  readonly destination: 'UK' | 'NL' | 'IT';
  /** Last day on which it is in force, `YYYY-MM-DD`; null: without an end. */
  readonly until: string | null;
}

/** The decisions of 2025 on the United Kingdom, as they were renewed. */
const RENEWED_UNTIL = '2031-12-27';

/** Reads until when the decisions are in force; throws a ConfigurationError that names the variable. */
export function readAdequacyDecisions(env: Environment = process.env): readonly AdequacyDecision[] {
  const day = z.iso.date('is no calendar date').default(RENEWED_UNTIL).meta({ example: RENEWED_UNTIL });
  const { ADEQUACY_LED_UNTIL, ADEQUACY_GDPR_UNTIL } = readEnvironment(
    { ADEQUACY_LED_UNTIL: day, ADEQUACY_GDPR_UNTIL: day },
    env,
  );
  return (['NL', 'IT'] as const).flatMap((member): readonly AdequacyDecision[] => [
    { regime: 'LED', origin: member, destination: 'UK', until: ADEQUACY_LED_UNTIL },
    { regime: 'GDPR', origin: member, destination: 'UK', until: ADEQUACY_GDPR_UNTIL },
    { regime: 'LED', origin: 'UK', destination: member, until: null },
    { regime: 'GDPR', origin: 'UK', destination: member, until: null },
  ]);
}

/** Puts the configured decisions where the predicates read them, in place of what stood there. */
export async function writeAdequacyDecisions(
  maintenance: DataSource,
  decisions: readonly AdequacyDecision[],
): Promise<void> {
  await maintenance.transaction(async (manager) => {
    await manager.query('delete from adequacy_decision');
    await manager.query(
      'insert into adequacy_decision select * from jsonb_populate_recordset(null::adequacy_decision, $1::jsonb)',
      [JSON.stringify(decisions)],
    );
  });
}
