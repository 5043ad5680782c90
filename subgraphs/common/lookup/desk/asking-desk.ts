import type { DataSource } from 'typeorm';

import type { OwnerContext } from '../../serving/owner-context';
import { badInput } from '../../serving/owner-errors';
import { type AskingParts, askElsewhere } from './ask-elsewhere';
import { type DeskCode, DESKS } from './desks';
import type { Hit } from './look-up-person';
import { personOfOpenCase } from './open-case';
import { type GivenPerson, readSoughtPerson } from './sought-person';

/** Where the ledger has what was told of each owner that was asked. */
const COORDINATES: Readonly<Record<DeskCode, { readonly told: string; readonly asked: string }>> = {
  KNOWSLEY: { told: 'KnowsleyHit.band', asked: 'LookupAnswer.knowsley' },
  SAFETY_HOUSE: { told: 'SafetyHouseHit.band', asked: 'LookupAnswer.safetyHouse' },
  ERI: { told: 'EriHit.band', asked: 'LookupAnswer.eri' },
};

/** The desk at which an owner's own officers ask other owners. */
export class AskingDesk {
  constructor(
    private readonly parts: AskingParts,
    private readonly maintenance: DataSource,
  ) {}

  /**
   * Asks, for an own open case. What was asked of whose case is on record here, whatever came of it, and nothing of who
   * was sought: a miss leaves that nowhere.
   * @param askedAt by `performance.now()`
   */
  async ask(
    input: { readonly targets: readonly DeskCode[]; readonly person: GivenPerson },
    { scope, notes, agreements }: OwnerContext,
    askedAt: number,
  ): Promise<ReadonlyMap<DeskCode, Promise<Hit | undefined>>> {
    const { requester, today } = scope;
    const { targets } = input;
    const own = targets.find((code) => DESKS[code].owner === this.parts.owner);
    if (own !== undefined) {
      throw badInput(
        `"targets" names your own owner, ${own}: leave it out. Whom your own owner knows, the graph shows you directly.`,
      );
    }
    if (targets.length === 0)
      throw badInput('"targets" names no owner: give one or more of those that are to be asked.');
    const identity = readSoughtPerson(input.person, today);
    if (requester.caseReference === undefined) {
      throw badInput('A lookup is made for a case: name it by the header x-case-reference.');
    }
    const { now, decide } = agreements;
    const subject = await personOfOpenCase(this.maintenance, this.parts.owner, requester, now, today);
    if (subject === undefined) {
      throw badInput('x-case-reference names no open case of yours here: give the id of one that you work on.');
    }
    const asked = { requester, targets, identity, subject, decide, now, today, askedAt };
    const answers = await askElsewhere(this.parts, asked);
    for (const [code, answer] of answers) {
      const hit = await answer.catch(() => undefined);
      const { told, asked: coordinate } = COORDINATES[code];
      const clause = clauseOf(scope.decide(told));
      if (hit === undefined) notes.withheld(subject, coordinate, clause);
      else notes.disclosed(subject, told, hit, clause);
    }
    return answers;
  }
}

function clauseOf(decision: ReturnType<OwnerContext['scope']['decide']>) {
  return decision?.kind === 'permit when' ? decision.alternatives[0]?.clause : decision?.clause;
}
