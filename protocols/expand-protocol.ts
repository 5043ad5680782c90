import { CATEGORIES, isCategory, isFacetOf, isLevel, LEVELS } from '../schema/categories';
import {
  type Controller,
  GROUPS,
  isController,
  isOrganisation,
  isRoleOf,
  type OrganisationId,
  type OrganisationRole,
  ORGANISATIONS,
} from '../schema/organisations';
import { isPurpose, type Purpose, PURPOSES } from '../schema/purposes';
import { definitionOf, isPredicate, PREDICATES } from './predicates';
import type { Clause, Permission, Predicate, Protocol } from './protocol';
import { type ClauseInFile, type PermissionInFile, type ProtocolFile } from './protocol-file';
import { type ProtocolFault, suggestWord } from './protocol-faults';
import { faultOfPromise, permitsTablesAlone } from './table-promises';

/**
 * Turns an agreement as written into the agreement as decided upon: recipients and schedules by name become
 * organisation, role and permission, and every word is checked against the shared vocabularies. What is not known
 * is reported and left out, so that the rest of the file is checked in the same run.
 */
export function expandProtocol(file: string, written: ProtocolFile, faults: ProtocolFault[]): Protocol {
  const report = (clause: string | undefined, word: string, message: string): void => {
    faults.push({ file, ...(clause === undefined ? {} : { clause }), word, message });
  };
  const disclosers = knownControllers(written.disclosers, report);
  const purposes = knownPurposes(written.purposes, report);
  const signatories = written.signatories.filter((signatory): signatory is OrganisationId => {
    if (isOrganisation(signatory)) return true;
    report(undefined, signatory, unknown('signatory', signatory, Object.keys(ORGANISATIONS)));
    return false;
  });
  const recipients = new Map(
    Object.entries(written.recipients).map(([name, members]) => [
      name,
      members.flatMap((member) => knownRecipient(name, member, report)),
    ]),
  );
  const scope: Scope = { written, disclosers, purposes, recipients, report };
  const clauses = written.clauses.map((clause) => expandClause(clause, scope));
  const ids = [...clauses.map(({ id }) => id), written.residual.id];
  for (const id of ids.filter((candidate, index) => ids.indexOf(candidate) !== index)) {
    report(id, id, `the clause id "${id}" stands twice; give each clause, the residual one too, its own`);
  }
  if (written.reviewCompulsory === true && written.reviewDue === undefined) {
    report(undefined, 'reviewDue', 'a compulsory review needs its date; write reviewDue: YYYY-MM-DD');
  }
  if (written.inForce.until !== undefined && written.inForce.until <= written.inForce.from) {
    report(undefined, written.inForce.until, `it ends (${written.inForce.until}) before it begins; mend inForce`);
  }
  return {
    id: written.id,
    version: written.version,
    status: written.status,
    jurisdictions: written.jurisdictions,
    title: written.title,
    text: written.text,
    disclosers,
    signatories,
    purposes,
    legalBasis: written.legalBasis,
    inForce: {
      from: written.inForce.from,
      ...(written.inForce.until === undefined ? {} : { until: written.inForce.until }),
    },
    ...(written.reviewDue === undefined ? {} : { reviewDue: written.reviewDue }),
    reviewCompulsory: written.reviewCompulsory ?? false,
    clauses,
    residual: written.residual,
    obligations: written.obligations,
    grounds: written.grounds,
    file,
  };
}

type Report = (clause: string | undefined, word: string, message: string) => void;
interface Scope {
  readonly written: ProtocolFile;
  readonly disclosers: readonly Controller[];
  readonly purposes: readonly Purpose[];
  readonly recipients: ReadonlyMap<string, readonly OrganisationRole[]>;
  readonly report: Report;
}

function expandClause(written: ClauseInFile, scope: Scope): Clause {
  const report: Report = (_clause, word, message) => {
    scope.report(written.id, word, message);
  };
  const recipients = written.to.flatMap((name) => {
    const named = scope.recipients.get(name);
    if (named === undefined) report(undefined, name, unknown('recipient', name, [...scope.recipients.keys()]));
    return named ?? [];
  });
  const from = written.from === undefined ? scope.disclosers : knownControllers(written.from, report);
  for (const discloser of from.filter((candidate) => !scope.disclosers.includes(candidate))) {
    report(
      undefined,
      discloser,
      `"${discloser}" is no discloser of this agreement; add it to disclosers or take it out`,
    );
  }
  const purposes = written.purposes === undefined ? scope.purposes : knownPurposes(written.purposes, report);
  for (const purpose of purposes.filter((candidate) => !scope.purposes.includes(candidate))) {
    report(undefined, purpose, `"${purpose}" is no purpose of this agreement; add it to purposes or take it out`);
  }
  const permits = written.permits.flatMap((permission) => expandPermission(permission, scope, report));
  return {
    id: written.id,
    text: written.text,
    recipients,
    disclosers: from,
    purposes,
    permits,
    when: (written.when ?? []).flatMap((stated) => {
      const predicates = expandPredicate(stated, written.awaits, report);
      if (permitsTablesAlone({ permits })) {
        return predicates.filter((predicate) => {
          const fault = faultOfPromise(predicate);
          if (fault !== undefined) report(undefined, predicate.name, fault);
          return fault === undefined;
        });
      }
      return predicates.filter(({ name }) => {
        if (definitionOf({ name }).about !== 'table') return true;
        report(
          undefined,
          name,
          `${name} is promised of tables, and this clause permits more than AGGREGATE; take it out`,
        );
        return false;
      });
    }),
    ...(written.awaits === undefined ? {} : { awaits: written.awaits }),
  };
}

function expandPermission(
  written: PermissionInFile,
  scope: Scope,
  report: Report,
  within: readonly string[] = [],
): readonly Permission[] {
  const { category, level, facets, schedule } = written;
  if (schedule !== undefined) {
    const scheduled = scope.written.schedules?.[schedule];
    if (category !== undefined || level !== undefined || facets !== undefined || within.includes(schedule)) {
      report(undefined, schedule, `a schedule stands alone and never in itself; take "${schedule}" apart`);
      return [];
    }
    if (scheduled === undefined) {
      report(undefined, schedule, unknown('schedule', schedule, Object.keys(scope.written.schedules ?? {})));
    }
    return (scheduled ?? []).flatMap((permission) =>
      expandPermission(permission, scope, report, [...within, schedule]),
    );
  }
  if (category === undefined || level === undefined) {
    report(
      undefined,
      category ?? 'permits',
      'a permission names a category and a level; write { category: …, level: … }',
    );
    return [];
  }
  if (!isCategory(category)) {
    report(undefined, category, unknown('category', category, Object.keys(CATEGORIES)));
    return [];
  }
  if (!isLevel(level)) {
    report(undefined, level, unknown('level', level, LEVELS));
    return [];
  }
  for (const facet of (facets ?? []).filter((candidate) => !isFacetOf(category, candidate))) {
    report(undefined, facet, unknown(`facet of ${category}`, facet, CATEGORIES[category]));
  }
  return [{ category, level, ...(facets === undefined ? {} : { facets }) }];
}

function expandPredicate(
  written: Readonly<Record<string, unknown>>,
  awaits: ClauseInFile['awaits'],
  report: Report,
): readonly Predicate[] {
  const [name = '', ...more] = Object.keys(written);
  if (more.length > 0 || name === '') {
    report(undefined, name, 'each condition is one predicate with its arguments; write - predicate: {}');
    return [];
  }
  if (!isPredicate(name)) {
    report(undefined, name, unknown('predicate', name, Object.keys(PREDICATES)));
    return [];
  }
  const parsed = PREDICATES[name].arguments.safeParse(written[name] ?? {});
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const word = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : String(issue.path[0] ?? name);
      const known = Object.keys(PREDICATES[name].arguments.shape).join(', ') || 'none';
      report(undefined, word, `${name} cannot be given "${word}": ${issue.message}; its arguments are: ${known}`);
    }
    return [];
  }
  const { about } = PREDICATES[name];
  if (about === 'agreement') {
    report(undefined, name, `${name} is said by purposes, signatories and dates, and decides no record; take it out`);
    return [];
  }
  if (about === 'request' && awaits === undefined) {
    report(undefined, name, `${name} is about the request, which nothing evaluates yet; take it out, or say awaits: …`);
    return [];
  }
  return [{ name, arguments: givenArguments(parsed.data) }];
}

/** Without the optional arguments that were not given. */
function givenArguments(
  parsed: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): Predicate['arguments'] {
  return Object.fromEntries(
    Object.entries(parsed).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function knownControllers(words: readonly string[], report: Report): readonly Controller[] {
  return words.filter((word): word is Controller => {
    if (isController(word)) return true;
    report(undefined, word, unknown('discloser', word, [...Object.keys(ORGANISATIONS), ...Object.keys(GROUPS), 'hub']));
    return false;
  });
}

function knownPurposes(words: readonly string[], report: Report): readonly Purpose[] {
  return words.filter((word): word is Purpose => {
    if (isPurpose(word)) return true;
    report(undefined, word, unknown('purpose', word, Object.keys(PURPOSES)));
    return false;
  });
}

/** A class (POLICE) or an organisation without a role would admit people whom nobody who signed had in mind. */
function knownRecipient(name: string, word: string, report: Report): readonly OrganisationRole[] {
  const [organisation = '', role, ...more] = word.split('.');
  if (!isOrganisation(organisation)) {
    const hint = suggestWord(organisation, Object.keys(ORGANISATIONS));
    report(
      undefined,
      word,
      `recipient ${name}: "${word}" names no organisation (a recipient is organisation.role); ${hint}`,
    );
    return [];
  }
  const roles = ORGANISATIONS[organisation].roles.map((known) => `${organisation}.${known}`);
  if (role === undefined) {
    report(undefined, word, `recipient ${name}: "${word}" has no role; write ${roles.join(' or ')}`);
    return [];
  }
  if (more.length > 0 || !isRoleOf(organisation, role)) {
    report(undefined, word, `recipient ${name}: "${word}" names an unknown role; ${suggestWord(word, roles)}`);
    return [];
  }
  return [{ organisation, role }];
}

function unknown(kind: string, word: string, known: readonly string[]): string {
  return `unknown ${kind} "${word}"; ${suggestWord(word, known)}`;
}
