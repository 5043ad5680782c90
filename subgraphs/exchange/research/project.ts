// A research project and what may become of it. Pure: what is stored is in project-store.ts, who is asked in
// research-desk.ts.
import { TABLES_A_PROJECT } from '../../../disclosure-control/budget';
import { type Dimension, DIMENSIONS, type Jurisdiction3 } from '../../../disclosure-control/lattice';
import type { OrganisationId } from '../../../schema/organisations';
import type { Requester } from '../../../schema/requester';
import { badInput } from '../../common/serving/owner-errors';

export type Answer = 'APPROVED' | 'REFUSED';

export interface ProjectDecision {
  readonly jurisdiction: Jurisdiction3;
  readonly answer: Answer;
  /** Pseudonym of the officer. */
  readonly by: string;
  readonly decidedAt: Date;
}

/** What is proposed and approved: the owners keep the same, word for word. */
export interface ResearchCharter {
  readonly id: string;
  readonly name: string;
  readonly dimensions: readonly Dimension[];
  /** Pseudonyms of those who may ask, of one organisation. */
  readonly people: readonly string[];
  readonly organisation: OrganisationId;
  /** Last day on which anything is given. */
  readonly endsOn: string;
  /** How many distinct tables it is given of one set of snapshots. */
  readonly tables: number;
}

export interface ResearchProject extends ResearchCharter {
  readonly question: string;
  readonly proposedAt: Date;
  readonly decisions: readonly ProjectDecision[];
}

export type ProjectState = 'PROPOSED' | 'APPROVED' | 'REFUSED' | 'ENDED';

/** The office that decides for each owner. */
export const OFFICERS = {
  UK: { organisation: 'knowsley', role: 'dpo' },
  NL: { organisation: 'the-hague', role: 'dpo' },
  IT: { organisation: 'turin', role: 'dpo' },
} as const satisfies Record<Jurisdiction3, { organisation: OrganisationId; role: string }>;

/** For which jurisdiction somebody decides; undefined for whoever is none of the three officers. */
export function decidesFor({
  organisation,
  role,
}: Pick<Requester, 'organisation' | 'role'>): Jurisdiction3 | undefined {
  return DIMENSIONS.JURISDICTION.find(
    (each) => OFFICERS[each].organisation === organisation && OFFICERS[each].role === role,
  );
}

/** Where a project stands on a day. One refusal refuses; what nobody refused waits for the last of the three. */
export function stateOf({ decisions, endsOn }: ResearchProject, today: string): ProjectState {
  if (decisions.some(({ answer }) => answer === 'REFUSED')) return 'REFUSED';
  if (today > endsOn) return 'ENDED';
  return DIMENSIONS.JURISDICTION.every((each) => decisions.some(({ jurisdiction }) => jurisdiction === each))
    ? 'APPROVED'
    : 'PROPOSED';
}

/** Whether somebody is one of the people of a project: of its organisation, and named. */
export function isOfProject({ people, organisation }: ResearchCharter, by: Requester): boolean {
  return by.organisation === organisation && people.includes(by.person);
}

export interface Proposal {
  readonly name: string;
  readonly question: string;
  readonly dimensions: readonly Dimension[];
  readonly people: readonly string[];
  readonly endsOn: string;
  readonly tables: number;
}

const LONGEST_NAME = 120;
const LONGEST_QUESTION = 2_000;
const MOST_PEOPLE = 20;
const LONGEST_PSEUDONYM = 200;
/** An approval is for a time: nobody approves what ends long after those who decided left. */
const LONGEST_YEARS = 3;

/** Reads a proposal; whoever proposes is one of its people. */
export function proposeProject(
  id: string,
  proposal: Proposal,
  by: Requester,
  now: Date,
  today: string,
): ResearchProject {
  const name = text('name', proposal.name, LONGEST_NAME);
  const question = text('question', proposal.question, LONGEST_QUESTION);
  const people = [
    ...new Set([by.person, ...proposal.people.map((person) => text('people', person, LONGEST_PSEUDONYM))]),
  ];
  if (people.length > MOST_PEOPLE) throw badInput(`"people" are ${String(MOST_PEOPLE)} at most.`);
  if (proposal.dimensions.length === 0) throw badInput('"dimensions" are none: name one at least.');
  if (!Number.isInteger(proposal.tables) || proposal.tables < 1 || proposal.tables > TABLES_A_PROJECT) {
    throw badInput(`"tables" is a whole number from 1 to ${String(TABLES_A_PROJECT)}.`);
  }
  const latest = `${String(Number(today.slice(0, 4)) + LONGEST_YEARS)}${today.slice(4)}`;
  if (proposal.endsOn < today || proposal.endsOn > latest) {
    throw badInput(`"endsOn" is a day from today until ${latest}.`);
  }
  return {
    id,
    name,
    question,
    // A scope is the same as this dimension, and whose cells they are is no secret.
    dimensions: [...new Set<Dimension>([...proposal.dimensions, 'JURISDICTION'])].sort(),
    people,
    organisation: by.organisation,
    endsOn: proposal.endsOn,
    tables: proposal.tables,
    proposedAt: now,
    decisions: [],
  };
}

/** Why an officer cannot answer so now; undefined where it can. */
export function faultOfAnswer(
  project: ResearchProject,
  jurisdiction: Jurisdiction3,
  answer: Answer,
  today: string,
): string | undefined {
  const state = stateOf(project, today);
  if (state === 'REFUSED') return 'This project was refused: it has to be proposed anew.';
  if (state === 'ENDED') return 'This project has ended.';
  const known = project.decisions.find((decision) => decision.jurisdiction === jurisdiction);
  if (known?.answer === answer) return 'You decided so already.';
  return undefined;
}

/** What the owners are given of a project, to keep and to decide by. */
export function charterOf({
  id,
  name,
  dimensions,
  people,
  organisation,
  endsOn,
  tables,
}: ResearchCharter): ResearchCharter {
  return { id, name, dimensions, people, organisation, endsOn, tables };
}

function text(name: string, value: string, longest: number): string {
  const trimmed = value.trim();
  if (trimmed === '' || trimmed.length > longest || /\p{Cc}/u.test(trimmed)) {
    throw badInput(`"${name}" is a line of 1 to ${String(longest)} characters.`);
  }
  return trimmed;
}
