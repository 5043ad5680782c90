import { awaitsInWords } from '../../../protocols/awaited-machinery';
import { conditionInWords } from '../../../protocols/condition-words';
import { isInForce } from '../../../protocols/in-force';
import type { Clause, Predicate, Protocol, Trilingual } from '../../../protocols/protocol';
import type { OrganisationRole } from '../../../schema/organisations';
import { instanceWith } from '../../common/graph/instance-with';
import { TrilingualText } from '../words/trilingual-text';
import {
  StatedClause,
  StatedCondition,
  StatedGround,
  StatedLegalBasis,
  StatedPermission,
  StatedProtocol,
} from './stated-protocol';

const STATUS = { 'built-in': 'BUILT_IN', proposed: 'PROPOSED', signed: 'SIGNED' } as const;

/** An agreement as it is told, from the agreement as it is decided upon. */
export function stateProtocol(protocol: Protocol, now: Date): StatedProtocol {
  const { legalBasis, inForce, residual, status } = protocol;
  return instanceWith(StatedProtocol, {
    id: protocol.id,
    version: protocol.version,
    status: STATUS[status],
    inForce: isInForce(protocol, now),
    jurisdictions: protocol.jurisdictions,
    title: stateText(protocol.title),
    text: stateText(protocol.text),
    disclosers: protocol.disclosers,
    signatories: protocol.signatories,
    recipients: [...new Set(protocol.clauses.flatMap(({ recipients }) => recipients.map(roleInWords)))],
    purposes: protocol.purposes,
    legalBasis: instanceWith(StatedLegalBasis, { ...legalBasis, proposedIs: 'a proposal for counsel' }),
    inForceFrom: inForce.from,
    inForceUntil: inForce.until ?? null,
    reviewDue: protocol.reviewDue ?? null,
    reviewCompulsory: protocol.reviewCompulsory,
    clauses: protocol.clauses.map(stateClause),
    residualClause: residual.id,
    residualText: stateText(residual.text),
    obligations: protocol.obligations,
    grounds: protocol.grounds.map((ground) => instanceWith(StatedGround, ground)),
  });
}

/** A condition as it is told. */
export function stateCondition(predicate: Predicate): StatedCondition {
  return instanceWith(StatedCondition, { predicate: predicate.name, words: conditionInWords(predicate) });
}

function stateClause(clause: Clause): StatedClause {
  return instanceWith(StatedClause, {
    id: clause.id,
    text: stateText(clause.text),
    disclosers: clause.disclosers,
    recipients: clause.recipients.map(roleInWords),
    purposes: clause.purposes,
    permits: clause.permits.map(({ category, level, facets }) =>
      instanceWith(StatedPermission, { category, level, facets: facets ?? null }),
    ),
    conditions: clause.when.map(stateCondition),
    awaits: clause.awaits ?? null,
    permitsNothingYet: clause.awaits === undefined ? null : awaitsInWords(clause.awaits),
  });
}

function roleInWords({ organisation, role }: OrganisationRole): string {
  return `${organisation}.${role}`;
}

function stateText(text: Trilingual): TrilingualText {
  return instanceWith(TrilingualText, text);
}
