import { type DataCategory, levelCovers } from '../schema/categories';
import { isSubjectRole, type OrganisationId, type OrganisationRole } from '../schema/organisations';
import type { FieldDisclosure } from '../schema/permission-map';
import { type Purpose, PURPOSES } from '../schema/purposes';
import type { RequesterRight } from '../schema/requester';
import type { Alternative, ClauseReference, Decision } from './decision';
import { isInForce, nextChange } from './in-force';
import { definitionOf } from './predicates';
import type { Clause, Permission, Predicate, Protocol, ProtocolSet } from './protocol';
import { permitsTablesAlone } from './table-promises';

/** What is open to every signed-in person, whatever the purpose (DOMAIN.md C.0, GOVERNANCE). */
const OPEN_CATEGORY: DataCategory = 'GOVERNANCE';
const OPEN_CLAUSE: ClauseReference = { protocol: 'GOVERNANCE', version: '1.0.0', clause: 'open' };
/** Cited where no agreement at all speaks of this recipient and purpose. */
const DEFAULT_DENY: ClauseReference = { protocol: 'DEFAULT-DENY', version: '1.0.0', clause: 'absence' };

/** A clause with the agreement that it stands in. */
export interface ClauseInForce {
  readonly protocol: Protocol;
  readonly clause: Clause;
}

/**
 * May this field go to this requester, for this purpose, on this day? Pure: the same arguments always give the same
 * decision. Absence denies; the clauses of the one protocol between controller, recipient and purpose are
 * alternatives; clauses of different protocols are never united, because a field has one controller and the loader
 * refuses a second protocol for the same controller, recipient and purpose.
 */
export function decide(set: ProtocolSet, requester: RequesterRight, field: FieldDisclosure, now: Date): Decision {
  if (field.category === OPEN_CATEGORY) return { kind: 'permit', clause: OPEN_CLAUSE };
  const changesAt = nextChange(set, now);
  const timed = changesAt === undefined ? {} : { changesAt };
  const named = clausesFor(set, requester, now).filter(({ clause }) => clause.purposes.includes(requester.purpose));
  const fromController = named.filter(({ clause }) => clause.disclosers.includes(field.controller));
  const permitting = fromController.filter(({ clause }) =>
    clause.permits.some((permission) => covers(permission, field)),
  );

  const asked = permitting.flatMap((found) => {
    const predicates = predicatesAbout(field.category, found.clause);
    return predicates === undefined ? [] : { clause: referenceTo(found), predicates };
  });
  const unconditional = asked.find(({ predicates }) => predicates.length === 0);
  if (unconditional !== undefined) return { kind: 'permit', clause: unconditional.clause, ...timed };
  if (asked.length > 0) return { kind: 'permit when', alternatives: distinct(asked), ...timed };

  const silent = (fromController[0] ?? named[0])?.protocol;
  const clause = silent === undefined ? DEFAULT_DENY : residualOf(silent);
  return { kind: 'deny', clause, reason: fromController.length > 0 ? 'NOT_PERMITTED' : 'NO_PROTOCOL', ...timed };
}

/** A decision taken from a remembered set, as the gateway and the owners ask for it at every selection. */
export type Decider = (requester: RequesterRight, field: FieldDisclosure, now: Date) => Decision;

/**
 * Remembers each decision by organisation, role, purpose and coordinate until the moment at which it may next change.
 * One decider serves one set, so that the set's version is part of the key by construction.
 */
export function createDecider(set: ProtocolSet, maximumRemembered = 50_000): Decider {
  const remembered = new Map<string, { readonly decision: Decision; readonly from: number; readonly until: number }>();
  return (requester, field, now) => {
    const key = `${requester.organisation}.${requester.role} ${requester.purpose} ${field.coordinate}`;
    const known = remembered.get(key);
    const instant = now.getTime();
    if (known !== undefined && known.from <= instant && instant < known.until) return known.decision;
    const decision = decide(set, requester, field, now);
    if (remembered.size >= maximumRemembered) remembered.clear();
    remembered.set(key, { decision, from: instant, until: decision.changesAt?.getTime() ?? Infinity });
    return decision;
  };
}

/**
 * The clauses in force that name this organisation and role, in the order of the set. One that awaits its machinery is
 * none of them: it permits nothing, opens no purpose and is cited by no refusal.
 */
export function clausesFor(set: ProtocolSet, recipient: OrganisationRole, now: Date): readonly ClauseInForce[] {
  return clausesNaming(set, recipient).filter(
    ({ protocol, clause }) => clause.awaits === undefined && isInForce(protocol, now),
  );
}

/** By recipient: a set never changes, and every decision about every field asks for them. */
const rememberedClauses = new WeakMap<ProtocolSet, Map<string, readonly ClauseInForce[]>>();

function clausesNaming(set: ProtocolSet, recipient: OrganisationRole): readonly ClauseInForce[] {
  const byRecipient = rememberedClauses.get(set) ?? new Map<string, readonly ClauseInForce[]>();
  rememberedClauses.set(set, byRecipient);
  const key = `${recipient.organisation}.${recipient.role}`;
  const known = byRecipient.get(key);
  if (known !== undefined) return known;
  const found = set.protocols.flatMap((protocol) =>
    protocol.clauses
      .filter(({ recipients }) =>
        recipients.some(({ organisation, role }) => organisation === recipient.organisation && role === recipient.role),
      )
      .map((clause) => ({ protocol, clause })),
  );
  // Whom no clause names is not remembered: such names are without number.
  if (found.length > 0) byRecipient.set(key, found);
  return found;
}

/**
 * The purposes for which any clause in force names this organisation and role, in the order of the vocabulary; for the
 * people whom records concern their own rights, for which no clause speaks and nothing but what is open is shown.
 */
export function purposesOf(
  set: ProtocolSet,
  organisation: OrganisationId,
  role: string,
  now: Date,
): readonly Purpose[] {
  const named = new Set(clausesFor(set, { organisation, role }, now).flatMap(({ clause }) => clause.purposes));
  if (isSubjectRole({ organisation, role })) named.add('SUBJECT_RIGHTS');
  return (Object.keys(PURPOSES) as Purpose[]).filter((purpose) => named.has(purpose));
}

/** Whether a permission reaches a field: its category, up to its level, within its facets. */
export function covers(permission: Permission, field: Pick<FieldDisclosure, 'category' | 'level' | 'facet'>): boolean {
  return (
    permission.category === field.category &&
    levelCovers(permission.level, field.level) &&
    // A field without a facet belongs to the category as a whole: a permission narrowed to facets does not reach it.
    (permission.facets === undefined || (field.facet !== undefined && permission.facets.includes(field.facet)))
  );
}

/**
 * The conditions of a clause for a value of this category: those that the category itself decides are decided here, and
 * those that are asked with it are given it. Undefined where the clause does not speak of such a value. What is promised
 * of a table leaves no condition: every table keeps it, or the agreement would not have been loaded.
 */
function predicatesAbout(category: DataCategory, clause: Clause): readonly Predicate[] | undefined {
  if (permitsTablesAlone(clause)) return [];
  const predicates: Predicate[] = [];
  for (const predicate of clause.when) {
    const { about, ofCategory } = definitionOf(predicate);
    if (about === 'category') {
      const excluded = predicate.arguments['categories'];
      if (!Array.isArray(excluded) || excluded.includes(category)) return undefined;
    } else if (ofCategory === true) {
      predicates.push({ ...predicate, arguments: { ...predicate.arguments, category } });
    } else predicates.push(predicate);
  }
  return predicates;
}

function distinct(alternatives: readonly Alternative[]): readonly Alternative[] {
  const known = new Map<string, Alternative>();
  for (const alternative of alternatives) {
    const key = alternative.predicates
      .map(({ name, arguments: given }) => `${name}${JSON.stringify(Object.entries(given).sort())}`)
      .sort()
      .join(' ');
    if (!known.has(key)) known.set(key, alternative);
  }
  return [...known.values()];
}

function referenceTo({ protocol, clause }: ClauseInForce): ClauseReference {
  return { protocol: protocol.id, version: protocol.version, clause: clause.id };
}

function residualOf(protocol: Protocol): ClauseReference {
  return { protocol: protocol.id, version: protocol.version, clause: protocol.residual.id };
}
