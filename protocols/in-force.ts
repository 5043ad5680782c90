import type { Protocol, ProtocolSet } from './protocol';

const DAY = 24 * 60 * 60 * 1000;

/** Whether the protocol permits anything on the (UTC) day of this instant. */
export function isInForce(protocol: Protocol, now: Date): boolean {
  return boundaries(protocol).from <= now.getTime() && now.getTime() < boundaries(protocol).until;
}

/** Whether there is a day on which both could be in force. */
export function areInForceTogether(one: Protocol, other: Protocol): boolean {
  const [first, second] = [boundaries(one), boundaries(other)];
  return first.from < second.until && second.from < first.until;
}

/** The next instant at which a protocol of the set begins or ends; undefined: never. */
export function nextChange(set: ProtocolSet, now: Date): Date | undefined {
  const ahead = set.protocols
    .flatMap((protocol) => Object.values(boundaries(protocol)))
    .filter((instant) => instant > now.getTime() && Number.isFinite(instant));
  return ahead.length === 0 ? undefined : new Date(Math.min(...ahead));
}

function boundaries(protocol: Protocol): { from: number; until: number } {
  const until = protocol.inForce.until === undefined ? Infinity : Date.parse(protocol.inForce.until);
  // The day of the review still counts; where the review is compulsory, the day after permits nothing.
  const reviewed =
    protocol.reviewCompulsory && protocol.reviewDue !== undefined ? Date.parse(protocol.reviewDue) + DAY : Infinity;
  return { from: Date.parse(protocol.inForce.from), until: Math.min(until, reviewed) };
}
