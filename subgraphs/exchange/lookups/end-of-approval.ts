import { addDuration, parseDuration } from '../../../service/duration';
import { badInput } from '../../common/serving/owner-errors';

const DAY_MS = 86_400_000;

/**
 * When an approval of this duration ends; without one, with the protocol's time box. Throws BAD_INPUT.
 * @param ofMoments whether it may last less than a day, so that its end can be tried: in development only
 */
export function endOfApproval(
  duration: string | null | undefined,
  { now, timeBoxMs, ofMoments }: { readonly now: Date; readonly timeBoxMs: number; readonly ofMoments: boolean },
): Date {
  if (duration === null || duration === undefined || duration === '') return new Date(now.getTime() + timeBoxMs);
  const read = parseDuration(duration);
  if (read === undefined) {
    throw badInput(`"duration" ${JSON.stringify(duration)} is none: give an ISO 8601 duration, as P14D or PT36H.`);
  }
  const end = addDuration(now, read);
  // Said so that an instant that is none is left to what refuses those.
  if (!ofMoments && end.getTime() - now.getTime() < DAY_MS) {
    throw badInput(
      `"duration" ${JSON.stringify(duration)} is shorter than a day: give P1D at least, as P1D or PT36H. ` +
        'Shorter ones are for development.',
    );
  }
  return end;
}
