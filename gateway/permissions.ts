import type { RequesterRight } from '../schema/requester';

import { BoundedMap } from './bounded-map';
import type { Outcome, ProtocolRules } from './compile-protocol-rules';

/** Outcomes of one right: (organisation, role, purpose) under one protocol set. They are the same for every person. */
export class Permissions {
  private readonly outcomes = new Map<string, Outcome>();
  private changesAt = Number.POSITIVE_INFINITY;
  private hasFailed = false;

  constructor(
    private readonly rules: ProtocolRules,
    readonly right: RequesterRight,
  ) {}

  /** Asks the rules for those coordinates that have not been asked yet. */
  async learn(coordinates: Iterable<string>, now: Date): Promise<void> {
    const unknown: string[] = [];
    for (const coordinate of coordinates) {
      if (!this.outcomes.has(coordinate) && this.rules.covers(coordinate)) unknown.push(coordinate);
    }
    if (unknown.length === 0) return;
    await Promise.all(
      unknown.map(async (coordinate) => {
        const { outcome, changesAt } = await this.rules.ask(coordinate, this.right, now);
        this.outcomes.set(coordinate, outcome);
        if (outcome.kind === 'failed') this.hasFailed = true;
        if (changesAt !== undefined) this.changesAt = Math.min(this.changesAt, changesAt.getTime());
      }),
    );
  }

  /** The outcome of a coordinate; one that was never learnt is no permission. */
  of(coordinate: string): Outcome {
    return this.outcomes.get(coordinate) ?? { kind: 'failed', cause: new Error(`${coordinate} was not decided`) };
  }

  permits(coordinate: string): boolean {
    return this.outcomes.get(coordinate)?.kind === 'permitted';
  }

  /** False once a protocol begins or ends, and after a failure, so that a failure is never remembered. */
  holdsAt(now: Date): boolean {
    return !this.hasFailed && now.getTime() < this.changesAt;
  }
}

/** Remembers outcomes for each right under one protocol set. */
export class PermissionMemory {
  private readonly byRight = new BoundedMap<string, Permissions>(500);

  constructor(private readonly rules: ProtocolRules) {}

  forRight(right: RequesterRight, now: Date): Permissions {
    const key = `${right.organisation}|${right.role}|${right.purpose}`;
    const known = this.byRight.get(key);
    if (known?.holdsAt(now)) return known;
    const { organisation, role, purpose, jurisdiction } = right;
    const fresh = new Permissions(this.rules, { organisation, role, purpose, jurisdiction });
    this.byRight.set(key, fresh);
    return fresh;
  }
}
