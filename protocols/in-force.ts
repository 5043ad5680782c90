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
  const ahead = changesOf(set).find((instant) => instant > now.getTime());
  return ahead === undefined ? undefined : new Date(ahead);
}

/** Sets and protocols never change, and every decision about every field asks for them: they are read once. */
const changes = new WeakMap<ProtocolSet, readonly number[]>();

/** All instants at which a protocol of the set begins or ends, in their order. */
function changesOf(set: ProtocolSet): readonly number[] {
  const known =
    changes.get(set) ??
    set.protocols
      .map(boundaries)
      .flatMap(({ from, until }) => [from, until])
      .filter(Number.isFinite)
      .sort((one, other) => one - other);
  changes.set(set, known);
  return known;
}

interface Boundaries {
  readonly from: number;
  readonly until: number;
}

const remembered = new WeakMap<Protocol, Boundaries>();

function boundaries(protocol: Protocol): Boundaries {
  const known = remembered.get(protocol) ?? readBoundaries(protocol);
  remembered.set(protocol, known);
  return known;
}

function readBoundaries(protocol: Protocol): Boundaries {
  const until = protocol.inForce.until === undefined ? Infinity : Date.parse(protocol.inForce.until);
  // The day of the review still counts; where the review is compulsory, the day after permits nothing.
  const reviewed =
    protocol.reviewCompulsory && protocol.reviewDue !== undefined ? Date.parse(protocol.reviewDue) + DAY : Infinity;
  return { from: Date.parse(protocol.inForce.from), until: Math.min(until, reviewed) };
}
