import { PeerRefused } from '../peers/peer-errors';

/**
 * Why an owner gives no table, each in words that depend on the question and the ledger alone: whatever the data are,
 * the same question is refused with the same words.
 */
const REFUSALS = {
  NO_SNAPSHOT: 'This owner has taken no snapshot for research yet. Its operator takes one a quarter.',
  SNAPSHOT_CHANGED: 'This owner has taken another snapshot meanwhile. Ask again.',
  WITHHELD_BY_PROTOCOL: 'No agreement in force gives you statistical tables of this owner for this purpose.',
  PROJECT_NOT_APPROVED: 'The data protection officer of this owner has not approved the research project.',
  NOT_IN_PROJECT: 'You are none of the people whom this owner’s data protection officer approved for the project.',
  PROJECT_ENDED: 'The research project has ended: this owner approved it until a date that has passed.',
  DIMENSION_NOT_APPROVED: 'The research project was approved for other dimensions than those of this table.',
  TABLES_SPENT: 'The research project has had all tables of this snapshot for which it was approved. Repeats are free.',
  SNAPSHOT_TABLES_SPENT: 'All projects together have had the most tables that there are of one snapshot.',
  TABLE_NOT_RESERVED: 'The table was not reserved, or its reservation has run out. Ask again.',
  CHARTER_DECIDED: 'The project was decided on here in other terms, or refused. Propose another one.',
  NOT_THE_OFFICER: 'Only the data protection officer of this owner’s jurisdiction decides on its part of a project.',
} as const;

export type ResearchRefusal = keyof typeof REFUSALS;

export function researchRefused(code: ResearchRefusal): PeerRefused {
  return new PeerRefused(code, REFUSALS[code]);
}
