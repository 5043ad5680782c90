import { CROSS_BORDER } from '../lookup/own-owner';
import type { PersonalVisit } from '../page';
import { WAITING_QUERY } from './requests.query';

/**
 * How much waits for somebody who decides at the own owner; undefined for everybody else, and where it cannot be told:
 * no page fails for the sake of a number.
 */
export async function countWaiting({ ask, errand }: PersonalVisit): Promise<number | undefined> {
  if (errand.purpose !== CROSS_BORDER) return undefined;
  const answer = await ask(WAITING_QUERY).catch(() => undefined);
  const counts = Object.values((answer?.data['lookupInbox'] ?? {}) as Readonly<Record<string, number | null>>);
  return counts.length === 0 ? undefined : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
