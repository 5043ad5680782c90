import type { DataCategory } from '../schema/categories';
import type { Controller } from '../schema/organisations';
import type { FieldDisclosure } from '../schema/permission-map';
import { covers } from './decide';
import { areInForceTogether } from './in-force';
import { definitionOf, type PredicateName } from './predicates';
import type { Clause, Permission, Protocol } from './protocol';
import type { ProtocolFault } from './protocol-faults';
import { permitsTablesAlone } from './table-promises';

/** What the loader knows of the place in which the agreements are to hold. */
export interface LoadEnvironment {
  /** Whether the data are marked synthetic: a proposed, unsigned agreement permits on such data only. */
  readonly synthetic: boolean;
  /** The fields of the whole graph; given, a clause that could never disclose any of them is refused. */
  readonly fields?: Iterable<FieldDisclosure>;
  /**
   * Given by an owner: whether it can evaluate the predicate about records of this category which these disclosers
   * control. An owner answers true for controllers whose records it does not hold.
   */
  readonly evaluable?: (
    predicate: PredicateName,
    category: DataCategory,
    controllers: readonly Controller[],
  ) => boolean;
}

/** What no file shows by itself: overlaps, recipients who did not sign, clauses that nothing answers to. */
export function checkProtocols(protocols: readonly Protocol[], environment: LoadEnvironment): readonly ProtocolFault[] {
  const fields = environment.fields === undefined ? undefined : [...environment.fields];
  return [
    ...protocols.flatMap((protocol) => [
      ...unsignedFaults(protocol, environment),
      ...signatoryFaults(protocol),
      ...(fields === undefined ? [] : fieldFaults(protocol, fields)),
      ...evaluationFaults(protocol, environment),
    ]),
    ...protocols.flatMap((one, index) => protocols.slice(index + 1).flatMap((other) => overlapFaults(one, other))),
  ];
}

function unsignedFaults({ file, status }: Protocol, { synthetic }: LoadEnvironment): readonly ProtocolFault[] {
  if (synthetic || status !== 'proposed') return [];
  const message =
    'it is proposed and unsigned, and these data are not marked synthetic; have it signed, or take it out';
  return [{ file, word: status, message }];
}

function signatoryFaults(protocol: Protocol): readonly ProtocolFault[] {
  // What an organisation does with its own records needs nobody's signature.
  if (protocol.status === 'built-in') return [];
  return protocol.clauses.flatMap((clause) =>
    clause.recipients
      .filter(({ organisation }) => !protocol.signatories.includes(organisation))
      .map(({ organisation, role }) => ({
        file: protocol.file,
        clause: clause.id,
        word: organisation,
        message: `${organisation}.${role} did not sign ${protocol.id} ${protocol.version}; add ${organisation} to signatories or take it out of the recipients`,
      })),
  );
}

function fieldFaults(protocol: Protocol, fields: readonly FieldDisclosure[]): readonly ProtocolFault[] {
  const kindsInGraph = new Set(fields.map(({ category }) => category));
  // What a clause awaits may bring a kind of data that the graph does not have yet.
  const isAwaited = ({ awaits }: Clause, { category }: Permission): boolean =>
    awaits !== undefined && !kindsInGraph.has(category);
  return protocol.clauses
    .filter((clause) => {
      const unreached = unreachedPermissions(clause, fields).filter((permission) => !isAwaited(clause, permission));
      return unreached.length === clause.permits.length;
    })
    .map((clause) => ({
      file: protocol.file,
      clause: clause.id,
      word: clause.permits[0]?.category ?? 'permits',
      message:
        `no field of ${clause.disclosers.join(', ')} is ${clause.permits.map(describePermission).join(', ') || 'permitted'}; ` +
        'name the discloser of such a field, or take the clause out',
    }));
}

/** The permissions of a clause that reach no field of the graph. */
export function unreachedPermissions(clause: Clause, fields: readonly FieldDisclosure[]): readonly Permission[] {
  const controlled = fields.filter(({ controller }) => clause.disclosers.includes(controller));
  return clause.permits.filter((permission) => !controlled.some((field) => covers(permission, field)));
}

/** A permission in one word: `RISK_SCORE/HARM FULL`. */
export function describePermission({ category, level, facets }: Permission): string {
  return `${category}${facets === undefined ? '' : `/${facets.join('+')}`} ${level}`;
}

function evaluationFaults(protocol: Protocol, { evaluable }: LoadEnvironment): readonly ProtocolFault[] {
  if (evaluable === undefined) return [];
  return protocol.clauses.flatMap((clause) => {
    // It permits nothing for as long as it awaits what is to evaluate its conditions; those of tables are promises.
    if (clause.awaits !== undefined || permitsTablesAlone(clause)) return [];
    return clause.when.flatMap((predicate) => {
      // The category of what is asked for decides it, before any record is read.
      if (definitionOf(predicate).about === 'category') return [];
      const { name } = predicate;
      const unable = clause.permits.filter(
        // The words of a clause were checked against the closed set when it was expanded.
        ({ category }) => !evaluable(name as PredicateName, category, clause.disclosers),
      );
      if (unable.length === 0) return [];
      const categories = [...new Set(unable.map(({ category }) => category))].join(', ');
      const message = `${name} cannot be evaluated about ${categories} of ${clause.disclosers.join(', ')}; use another predicate`;
      return [{ file: protocol.file, clause: clause.id, word: name, message }];
    });
  });
}

function overlapFaults(one: Protocol, other: Protocol): readonly ProtocolFault[] {
  if (one.id === other.id && one.version === other.version) {
    const message = `${one.id} ${one.version} also stands in ${one.file}; give one of them another id or version`;
    return [{ file: other.file, word: other.id, message }];
  }
  if (!areInForceTogether(one, other)) return [];
  const taken = new Map(one.clauses.flatMap((clause) => disclosuresOf(clause).map((key) => [key, clause.id] as const)));
  for (const clause of other.clauses) {
    const shared = disclosuresOf(clause).find((key) => taken.has(key));
    if (shared === undefined) continue;
    const message =
      `overlaps ${one.id} (${one.file}, clause ${taken.get(shared) ?? ''}) for ${shared}; ` +
      'one agreement at most may govern a discloser, recipient and purpose at a time';
    return [{ file: other.file, clause: clause.id, word: shared, message }];
  }
  return [];
}

/** Read once for each clause, which is held against those of every other agreement. */
const remembered = new WeakMap<Clause, readonly string[]>();

function disclosuresOf(clause: Clause): readonly string[] {
  const known =
    remembered.get(clause) ??
    clause.disclosers.flatMap((discloser) =>
      clause.recipients.flatMap(({ organisation, role }) =>
        clause.purposes.map((purpose) => `${discloser} to ${organisation}.${role} for ${purpose}`),
      ),
    );
  remembered.set(clause, known);
  return known;
}
