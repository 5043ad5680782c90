// Takes each predicate out of an owner's resolvers in turn and compares what the owner answers with what it answered
// before. A program of its own, since the embedded engine does not live in a test's world; prints what it found.
import { OWNER_DEFINITIONS } from '../../development/owner-definitions';
import { PERSONAS, type Persona } from '../../development/personas';
import { requesterOf } from '../../development/seeded-owner';
import { createDecider, purposesOf } from '../../protocols/decide';
import type { Purpose } from '../../schema/purposes';
import { decisionOn } from '../../subgraphs/common/disclosure/decision-on';
import { PredicateEvidence } from '../../subgraphs/common/disclosure/predicate-evidence';
import type { RecordType } from '../../subgraphs/common/records/record-registry';
import { giveGrants } from './give-grants';
import { type WalledOwner, withWalledOwner } from './owner-database';

export interface TakenOut {
  readonly owner: string;
  readonly predicate: string;
  /** Lists that were asked for because some clause asks the predicate about their records. */
  readonly asked: number;
  readonly valuesBefore: number;
  /** Never asked: whatever needs it is not shown. */
  readonly whenNeverAsked: { readonly values: number; readonly surplus: readonly string[] };
  /** Taken for granted by the resolvers: their database still shows no record more. */
  readonly whenTakenForGranted: { readonly surplusRecords: readonly string[] };
}

interface Question {
  readonly persona: Persona;
  readonly purpose: Purpose;
  readonly recordType: RecordType;
}

/** How many lists are asked for by each predicate. */
const LISTS = 6;

async function tryOwner(walled: WalledOwner): Promise<readonly TakenOut[]> {
  await giveGrants(walled.store, walled.protocols);
  const found: TakenOut[] = [];
  for (const { name: predicate } of walled.owner.predicates) {
    const questions = questionsWith(walled, predicate);
    const before = await valuesOf(walled, questions);
    const never = await withoutAsking(predicate, () => valuesOf(walled, questions));
    const granted = await takenForGranted(predicate, () => valuesOf(walled, questions));
    const recordsBefore = recordsIn(before);
    found.push({
      owner: walled.owner.name,
      predicate,
      asked: questions.length,
      valuesBefore: before.size,
      whenNeverAsked: { values: never.size, surplus: [...never].filter((value) => !before.has(value)) },
      whenTakenForGranted: {
        surplusRecords: [...recordsIn(granted)].filter((record) => !recordsBefore.has(record)),
      },
    });
  }
  return found;
}

/** Lists of records under a condition with this predicate, with somebody who may ask for them: of as many kinds as can be. */
function questionsWith({ graph, protocols }: WalledOwner, predicate: string): readonly Question[] {
  const now = new Date();
  const decide = createDecider(protocols);
  const { recordTypes, permissionMap } = graph.catalogue;
  const byKind = new Map<string, Question[]>();
  for (const persona of PERSONAS) {
    for (const purpose of purposesOf(protocols, persona.organisation, persona.role, now)) {
      for (const recordType of recordTypes.values()) {
        const asks = [
          `Query.${recordType.single}`,
          ...recordType.fields.map(({ name }) => `${recordType.name}.${name}`),
        ]
          .map((coordinate) =>
            decisionOn(permissionMap, coordinate, (field) => decide(requesterOf({ persona, purpose }), field, now)),
          )
          .some(
            (decision) =>
              decision?.kind === 'permit when' &&
              decision.alternatives.some(({ predicates }) => predicates.some(({ name }) => name === predicate)),
          );
        if (!asks) continue;
        byKind.set(recordType.name, [...(byKind.get(recordType.name) ?? []), { persona, purpose, recordType }]);
      }
    }
  }
  const kinds = [...byKind.values()];
  const rounds = Math.max(0, ...kinds.map((questions) => questions.length));
  const inTurn = Array.from({ length: rounds }, (_, round) => kinds.flatMap((questions) => questions[round] ?? []));
  return inTurn.flat().slice(0, LISTS);
}

/** Every value of every record in the answers, as `who kind id field value`. */
async function valuesOf(walled: WalledOwner, questions: readonly Question[]): Promise<ReadonlySet<string>> {
  const values = new Set<string>();
  for (const { persona, purpose, recordType } of questions) {
    const fields = ['id', ...recordType.fields.map(({ name }) => name)].join(' ');
    const { data } = await walled.ask(
      persona.persona,
      purpose,
      `{ ${recordType.plural}(first: 100) { edges { node { ${fields} } } } }`,
    );
    const page = data?.[recordType.plural] as
      { edges: readonly { node: Record<string, unknown> }[] } | null | undefined;
    for (const { node } of page?.edges ?? []) {
      for (const [field, value] of Object.entries(node)) {
        if (value === null) continue;
        values.add(JSON.stringify([persona.persona, purpose, recordType.name, node['id'], field, value]));
      }
    }
  }
  return values;
}

function recordsIn(values: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...values].map((value) => JSON.stringify((JSON.parse(value) as unknown[]).slice(0, 4))));
}

async function withoutAsking<Result>(predicate: string, work: () => Promise<Result>): Promise<Result> {
  const { prototype } = PredicateEvidence;
  const asked = Object.getOwnPropertyDescriptor(prototype, 'gather')?.value as typeof prototype.gather;
  prototype.gather = function (store, keys, subjects) {
    return asked.call(
      this,
      store,
      keys.filter((key) => !key.includes(`[["${predicate}",`)),
      subjects,
    );
  };
  return work().finally(() => (prototype.gather = asked));
}

async function takenForGranted<Result>(predicate: string, work: () => Promise<Result>): Promise<Result> {
  const { prototype } = PredicateEvidence;
  const held = Object.getOwnPropertyDescriptor(prototype, 'allHold')?.value as typeof prototype.allHold;
  prototype.allHold = function (parts, subject, idOf) {
    return held.call(
      this,
      parts.filter((part) => part.predicate.name !== predicate),
      subject,
      idOf,
    );
  };
  return work().finally(() => (prototype.allHold = held));
}

async function tryPredicates(server: string | undefined, names: readonly string[]): Promise<readonly TakenOut[]> {
  const found: TakenOut[] = [];
  for (const owner of OWNER_DEFINITIONS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    found.push(...(await withWalledOwner(owner, server, tryOwner)));
  }
  return found;
}

const [server = '', ...names] = process.argv.slice(2);
void tryPredicates(server === '' ? undefined : server, names).then(
  (found) => {
    process.stdout.write(JSON.stringify(found, undefined, 2));
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
